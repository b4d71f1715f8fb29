// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of a report agree with each other and with the command line: totals with platform components, images counted by
// one rule, the order of ways in and paths, and what is said where a list is cut.
#include "analysis/images_in_use.h"
#include "analysis/weakness.h"
#include "diagram/fonts.h"
#include "diagram/theme.h"
#include "report/content/figures.h"
#include "report/content/report.h"
#include "report/content/sections.h"
#include "report/exports.h"
#include "tests/report/recorded.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

using namespace bartizan;
using namespace bartizan::report;
using test::Recorded;

namespace {

struct System {
    Model model;
    Posture posture;
    Catalogue catalogue = test::shippedCatalogue();
    diagram::Drawing drawing = {}; // none: the sections asked for here do not look at it

    void judge() { posture = analyse(model, catalogue, AnalysisSettings{"2026-11-21T00:00:00Z", nullptr}); }
    ReportInput input() const { return ReportInput{model, catalogue, &posture}; }
};

System systemOf(const std::string& text, const std::string& platformNamespace = {})
{
    System system{test::modelOf(text), {}};
    for (Workload& workload : system.model.architecture.workloads)
        workload.platform = !platformNamespace.empty() && workload.ns == platformNamespace;
    system.judge();
    return system;
}

void write(const ReportInput& input, const System& system, void (*section)(const Content&, Writer&), Recorded& recorded)
{
    const Content content(input, system.drawing);
    section(content, recorded);
}

bool holds(const std::string& text, const std::string& part)
{
    if (text.find(part) == std::string::npos)
        qWarning("'%s' is not in: %s", part.c_str(), text.c_str());
    return text.find(part) != std::string::npos;
}

const std::string mixed = "internet -> shop/web:8080 -> shop/cart:8080\n"
                          "workload kube-system/dns port=8080 image=example/dns:1\n"
                          "workload kube-system/proxy port=8080 image=example/proxy:latest hostNetwork\n";

const std::string digest = "sha256:" + std::string(64, '1');

bool hasColour(const QImage& image, const QColor& colour)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if ((image.pixel(x, y) & 0xFFFFFF) == (colour.rgb() & 0xFFFFFF))
                return true;
    return false;
}

// The half with the ages of reports, painted on white.
QImage agesOf(const Figure& figure)
{
    QImage image(1200, static_cast<int>(figure.height * 2), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(2, 2);
    figure.paint(painter, QRectF(0, 0, 600, figure.height));
    painter.end();
    return image.copy(600, 0, 600, image.height());
}

} // namespace

class ReportContent : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { diagram::useBundledFonts(); }

    void totalsAgree()
    {
        System system = systemOf(mixed, "kube-system");
        auto& workloads = system.model.architecture.workloads;
        QCOMPARE(workloads.size(), std::size_t(4));
        workloads[0].sensitivitySource = SensitivitySource::review;
        workloads[1].sensitivitySource = SensitivitySource::label;
        workloads[2].sensitivitySource = SensitivitySource::inferred;
        const auto ofPlatform = static_cast<std::size_t>(std::count_if(
            system.posture.findings.begin(), system.posture.findings.end(), [](const Finding& f) { return f.platform; }));
        QVERIFY(ofPlatform > 0 && ofPlatform < system.posture.findings.size());
        ReportInput input = system.input();
        input.options.sections = {"results", "findings", "matrix"};
        const auto report = PreparedReport::of(input);
        QVERIFY2(report.has_value(), report ? "" : report.error().message.c_str());
        Recorded recorded;
        report->write(recorded);

        const std::size_t entries = system.model.architecture.entries.size();
        const std::string ways = entries == 1 ? "1 way in" : std::to_string(entries) + " ways in";
        const auto fact = std::find_if(recorded.page.facts.begin(), recorded.page.facts.end(),
                                       [](const Label& label) { return label.term == "Services"; });
        QVERIFY(fact != recorded.page.facts.end());
        QCOMPARE(fact->value.text,
                 "4 services (2 of the platform), " + ways + ", " + std::to_string(system.posture.findings.size()) + " findings");
        QVERIFY(holds(recorded.heads[0].lead, "Sensitivity confirmed for 2 of 4 services;"));
        const auto said = recorded.paragraphsWith("Counted here");
        QCOMPARE(said.size(), std::size_t(1)); // once
        QVERIFY(holds(said.front(), "every total: 4 services, of which 2 are platform components."));
        QVERIFY(holds(said.front(), "about the other 2."));
        QVERIFY(holds(recorded.heads.back().title, "Four services"));

        const auto* matrix = recorded.table("Services and layers");
        QVERIFY(matrix);
        QCOMPARE(matrix->rows.size(), std::size_t(4));
        QCOMPARE(matrix->groups.back(), std::string("kube-system (platform)"));
        const auto* counts = recorded.table("Verdicts counted by layer");
        QVERIFY(counts);
        QCOMPARE(counts->rows.size(), layerCount);
        const std::string& bars = recorded.figures.front().words;
        for (const std::vector<Cell>& row : counts->rows) { // layer, present, partial, missing, unknown, not applicable
            int all = 0;
            for (std::size_t i = 1; i <= 5; ++i)
                all += std::stoi(row[i].text);
            QCOMPARE(all, 4);
            QVERIFY(holds(bars, row[0].text + ": missing " + row[3].text + ", partial " + row[2].text + ", unknown " +
                                    row[4].text + ", present " + row[1].text));
            // The wall on the cover shows the worst of these.
            const char* worst = row[3].text != "0"   ? "missing"
                                : row[2].text != "0" ? "partial"
                                : row[4].text != "0" ? "unknown"
                                : row[1].text != "0" ? "present"
                                                     : "not applicable";
            QVERIFY(holds(recorded.page.figure.words, row[0].text + " " + worst));
        }

        const auto* causes = recorded.table("The most serious causes");
        QVERIFY(causes);
        QCOMPARE(causes->rows.size(), std::min<std::size_t>(7, system.posture.findings.size() - ofPlatform));
        QCOMPARE(recorded
                     .paragraphsWith(std::to_string(ofPlatform) + (ofPlatform == 1 ? " more finding" : " more findings") +
                                     " of platform components")
                     .size(),
                 std::size_t(1));

        const auto text = findExport("assess", "text")->write(system.input());
        QVERIFY(text.has_value());
        QVERIFY(holds(*text, "4 workloads"));
    }

    void onlyPlatformComponents()
    {
        const System system = systemOf("internet -> kube-system/dns:8080\n", "kube-system");
        const auto& findings = system.posture.findings;
        QVERIFY(std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.platform; }));
        const ReportInput input = system.input();
        Recorded recorded;
        write(input, system, writeResults, recorded);
        const auto* causes = recorded.table("The most serious causes");
        QVERIFY(causes && !causes->rows.empty());
        QCOMPARE(recorded.paragraphsWith("1 service, platform components only.").size(), std::size_t(1));
        QVERIFY(recorded.paragraphsWith("more finding").empty());
    }

    // What is as sensitive as those with a page and has none is counted.
    void platformWithoutPage()
    {
        System system = systemOf(mixed, "kube-system");
        for (Workload& workload : system.model.architecture.workloads)
            workload.sensitivity = workload.platform ? Sensitivity::restricted : Sensitivity::internal;
        ReportInput input = system.input();
        Recorded none;
        write(input, system, writeServices, none);
        QVERIFY(holds(none.heads.front().title, "apart from platform components"));
        QVERIFY(holds(none.heads.front().lead, "2 platform components that are as sensitive have no page"));
        for (Workload& workload : system.model.architecture.workloads)
            if (workload.name == "cart")
                workload.sensitivity = Sensitivity::restricted;
        Recorded one;
        write(input, system, writeServices, one);
        QVERIFY(holds(one.heads.front().title, "1 service of 4"));
        input.options.allServices = true;
        Recorded all;
        write(input, system, writeServices, all);
        QCOMPARE(all.heads.front().title, std::string("4 services of 4"));
        QVERIFY(all.heads.front().lead.find("no page") == std::string::npos);
    }

    void oneImageIsOneDigestOrOneReference()
    {
        const System system =
            systemOf("workload a image=shop/web:1.0@" + digest + "\nworkload b image=mirror.example/web:1@" + digest +
                     "\nworkload c image=shop/cache:1.0\nworkload d image=shop/cache:1.0\nworkload e image=shop/db:2.0\n"
                     "report trivy shop/web:1.0 digest=" +
                     digest + " time=2026-11-18T00:00:00Z\nreport trivy shop/db:2.0 time=2026-09-30T00:00:00Z\n");
        QCOMPARE(system.model.architecture.images.size(), std::size_t(4)); // references
        const ReportInput input = system.input();
        const Content content(input, system.drawing);
        Recorded recorded;
        writeScans(content, recorded);
        const auto* table = recorded.table("Images and the reports about them");
        QVERIFY(table);
        QCOMPARE(table->rows.size(), std::size_t(3));
        QCOMPARE(recorded.heads.front().title, std::string("2 of 3 images with a dated scan report"));
        QVERIFY(holds(severitiesAndAges(content).words, "0–7 d 1, 8–30 d 0, 31–90 d 1, over 90 d 0, no date 1."));
        const auto images = imagesInUse(system.posture);
        QCOMPARE(images.size(), std::size_t(3));
        std::vector<std::size_t> users;
        for (const ImageInUse& image : images)
            users.push_back(image.users.size());
        std::sort(users.begin(), users.end());
        QCOMPARE(users, std::vector<std::size_t>({1, 2, 2}));
    }

    // Of several uses the one that is covered worst stands for the image.
    void theWorstUseStandsForTheImage()
    {
        Posture posture;
        posture.workloads.resize(3);
        const auto scan = [](Verdict scanned, int age) {
            WorkloadPosture::ImageScan made;
            made.reference = "shop/web:1.0";
            made.scanned = scanned;
            made.ageDays = age;
            return made;
        };
        posture.workloads[0].images = {scan(Verdict::present, 3)};
        posture.workloads[1].images = {scan(Verdict::unknown, -1)};
        posture.workloads[2].images = {scan(Verdict::present, 50)};
        const std::vector<WorkloadId> first{WorkloadId(std::size_t(0)), WorkloadId(std::size_t(2))};
        QCOMPARE(imagesInUse(posture, first).front().scan->ageDays, 50);
        QCOMPARE(imagesInUse(posture).size(), std::size_t(1));
        QCOMPARE(imagesInUse(posture).front().scan->ageDays, -1);
        QCOMPARE(scanAges(imagesInUse(posture)), (std::array<std::size_t, 5>{0, 0, 0, 0, 1}));
    }

    void aReportWithoutADate()
    {
        const System system = systemOf("workload web image=shop/web:1.0\nreport trivy shop/web:1.0\n");
        QCOMPARE(system.posture.workloads.front().images.front().scan, std::string("tag"));
        const ReportInput input = system.input();
        const Content content(input, system.drawing);
        Recorded recorded;
        writeScans(content, recorded);
        QCOMPARE(recorded.heads.front().title, std::string("0 of 1 image with a dated scan report"));
        QCOMPARE(recorded.table("Images and the reports about them")->rows.front()[3].text, std::string("–"));
        QCOMPARE(recorded.table("Scan reports")->rows.front()[2].text, std::string("not written"));
        QVERIFY(holds(severitiesAndAges(content).words, "over 90 d 0, no date 1."));
    }

    // It has an age, and says nothing about the image: no number of vulnerabilities either, not even none.
    void aReportAboutAnotherVersion()
    {
        const System system = systemOf("workload web image=shop/web:1.1\nreport trivy shop/web:1.0 time=2026-11-18T00:00:00Z\n");
        QCOMPARE(system.posture.workloads.front().images.front().scan, std::string("other version"));
        const ReportInput input = system.input();
        const Content content(input, system.drawing);
        Recorded recorded;
        writeScans(content, recorded);
        QCOMPARE(recorded.heads.front().title, std::string("0 of 1 image with a dated scan report"));
        for (const std::size_t column : {3U, 4U, 5U, 6U})
            QCOMPARE(recorded.table("Images and the reports about them")->rows.front()[column].text, std::string("–"));
        QVERIFY(holds(severitiesAndAges(content).words, "0–7 d 0, 8–30 d 0, 31–90 d 0, over 90 d 0, no date 1."));
    }

    void aLimitOfNoDaysIsNoLimit()
    {
        System system = systemOf("workload web image=shop/web:1.0@" + digest + "\nreport trivy shop/web:1.0 digest=" + digest +
                                 " time=2026-01-01T00:00:00Z\n");
        const auto scanned = [&] { return system.posture.workloads.front().images.front().scanned; };
        const auto shown = [&](Recorded& recorded) {
            const ReportInput input = system.input();
            const Content content(input, system.drawing);
            writeScans(content, recorded);
            return agesOf(severitiesAndAges(content));
        };
        QVERIFY(system.catalogue.policy.scanMaxAgeDays > 0);
        QCOMPARE(scanned(), Verdict::partial); // stale
        Recorded limited, unlimited;
        QVERIFY(hasColour(shown(limited), diagram::paperTheme().partial));
        QVERIFY(holds(limited.heads.front().lead, "days is stale"));
        system.catalogue.policy.scanMaxAgeDays = 0;
        system.judge();
        QCOMPARE(scanned(), Verdict::present);
        QVERIFY(!hasColour(shown(unlimited), diagram::paperTheme().partial));
        QVERIFY(holds(unlimited.heads.front().lead, "No age limit is set."));
        QVERIFY(unlimited.heads.front().lead.find("stale") == std::string::npos);
    }

    void moreThanTwoHundredPaths()
    {
        System system = systemOf("internet -> shop/web:8080\n");
        const auto direct = std::find_if(system.posture.paths.begin(), system.posture.paths.end(),
                                         [](const Path& path) { return path.kind == PathKind::direct; });
        QVERIFY(direct != system.posture.paths.end());
        const Path one = *direct;
        system.posture.paths.clear();
        std::map<std::string, std::pair<bool, std::size_t>> ranks; // checked, barriers: by the words in the table
        for (std::size_t i = 0; i < 230; ++i) {
            Path path = one;
            path.authenticatedAt = "check " + std::to_string(i);
            path.authenticated = i < 10 ? Verdict::present : Verdict::missing;
            path.stops.assign(i < 10 ? 0 : (i * 37) % 11, Layer::gateway);
            path.limits.clear();
            ranks[path.authenticatedAt] = {i < 10, path.stops.size()};
            system.posture.paths.push_back(path);
        }
        const ReportInput input = system.input();
        Recorded recorded;
        write(input, system, writePaths, recorded);
        QVERIFY(holds(recorded.heads.front().title, "230 direct, 0 relayed, 0 lateral"));
        const auto* table = recorded.table("Direct: the attacker's own bytes arrive");
        QVERIFY(table);
        QCOMPARE(table->rows.size(), std::size_t(200));
        std::pair<bool, std::size_t> before{false, 0};
        for (const std::vector<Cell>& row : table->rows) {
            const auto rank = ranks.at(row[1].text);
            QVERIFY2(before <= rank, row[1].text.c_str());
            before = rank;
            ranks.erase(row[1].text);
        }
        QCOMPARE(ranks.size(), std::size_t(30));
        for (const auto& [words, rank] : ranks) // what is left out is no weaker than what is shown
            QVERIFY2(before <= rank, words.c_str());
        QCOMPARE(recorded.paragraphsWith("The 200 weakest of 230; all of them are in the JSON and CSV output of `paths`.").size(),
                 std::size_t(1));
    }

    void theRollUpTakesTheWorst()
    {
        System system = systemOf("workload a\nworkload b\nworkload c\n");
        const auto set = [&](Layer layer, std::array<Verdict, 3> verdicts, std::array<bool, 3> required) {
            for (std::size_t i = 0; i < 3; ++i) {
                system.posture.workloads[i].layers[pos(layer)].verdict = verdicts[i];
                system.posture.workloads[i].required[pos(layer)] = required[i];
            }
        };
        using enum Verdict;
        set(Layer::gateway, {present, missing, unknown}, {true, false, true});
        set(Layer::abuse, {partial, present, unknown}, {false, true, true});
        set(Layer::mfa, {unknown, present, present}, {true, true, true});
        set(Layer::network, {present, notApplicable, present}, {true, true, true});
        set(Layer::secrets, {notApplicable, notApplicable, notApplicable}, {true, true, true});
        set(Layer::image, {missing, missing, present}, {false, true, true});
        const ReportInput input = system.input();
        const Content content(input, system.drawing);
        const diagram::Node node = rollUp(content);
        const auto is = [&](Layer layer, diagram::Mark mark) { return node.stones[pos(layer)].mark == mark; };
        QVERIFY(is(Layer::gateway, diagram::Mark::missing) && !node.stones[pos(Layer::gateway)].required);
        QVERIFY(is(Layer::abuse, diagram::Mark::partial));
        QVERIFY(is(Layer::mfa, diagram::Mark::unknown));
        QVERIFY(is(Layer::network, diagram::Mark::present));
        QVERIFY(is(Layer::secrets, diagram::Mark::notApplicable));
        QVERIFY(is(Layer::image, diagram::Mark::missing) && node.stones[pos(Layer::image)].required);
    }

    void moreThanTwentyFindingsOfAService()
    {
        System system = systemOf("internet -> shop/web:8080\n");
        QVERIFY(!system.posture.findings.empty());
        const Finding one = system.posture.findings.front();
        const auto pageWith = [&](std::size_t findings) {
            system.posture.findings.clear();
            for (std::size_t i = 0; i < findings; ++i) {
                Finding finding = one;
                finding.id = "rule-" + std::to_string(i);
                finding.title = "Cause " + std::to_string(i);
                finding.workloads = {WorkloadId(std::size_t(0))};
                system.posture.findings.push_back(finding);
            }
            ReportInput input = system.input();
            input.options.allServices = true;
            Recorded recorded;
            write(input, system, writeServices, recorded);
            std::vector<std::string> rows;
            for (const Label& label : recorded.rows)
                if (label.value.text.find("Cause ") != std::string::npos ||
                    label.value.text.find("more, in \"Findings\"") != std::string::npos)
                    rows.push_back(label.value.text);
            return rows;
        };
        const auto twenty = pageWith(20);
        QCOMPARE(twenty.size(), std::size_t(20));
        QVERIFY(holds(twenty.back(), "Cause 19"));
        const auto more = pageWith(21);
        QCOMPARE(more.size(), std::size_t(21));
        QVERIFY(holds(more[19], "Cause 19"));
        QCOMPARE(more[20], std::string("and 1 more, in \"Findings\""));
    }

    void waysInHaveOneOrder()
    {
        const System system = systemOf("internet -> gw [auth] -> a:8080\ninternet -> web:8080\nworkload api port=8080\n"
                                       "service api 80:8080 type=NodePort nodePort=30080\n");
        const ReportInput input = system.input();
        const Content content(input, system.drawing);
        const auto order = weakestFirst(input, content.ways);
        QVERIFY(order.size() >= 3);
        QCOMPARE(content.entries.size(), order.size());
        std::vector<int> weak;
        for (std::size_t i = 0; i < order.size(); ++i) {
            QCOMPARE(content.entries[i].pos(), order[i]);
            if (const auto answer = weakestAnswer(system.posture, content.ways[order[i]]))
                weak.push_back(weakness(*answer));
        }
        QVERIFY(std::is_sorted(weak.begin(), weak.end()));
        QVERIFY(weak.size() >= 2 && weak.front() < weak.back());
        // The report and the text of the command line name them in it.
        Recorded recorded;
        writeWaysIn(content, recorded);
        const std::string text = findExport("assess", "text")->write(input).value();
        const std::string markdown = findExport("assess", "markdown")->write(input).value();
        std::size_t inText = text.find("Ways in ("), inMarkdown = markdown.find("## Ways in (");
        const auto* table = recorded.table("Ways in, weakest first check first");
        QVERIFY(table);
        for (std::size_t i = 0; i < order.size(); ++i) {
            const std::string& id = system.model.architecture.entries[order[i]].id;
            QCOMPARE(table->rows[i][0].text, id);
            inText = text.find(id, inText);
            inMarkdown = markdown.find(id, inMarkdown);
            QVERIFY2(inText != std::string::npos && inMarkdown != std::string::npos, id.c_str());
        }
    }

    void kindsSayWhichSource()
    {
        System system = systemOf("workload web\n");
        Inventory& inventory = system.model.inventory;
        inventory.sources.resize(1);
        inventory.sources[0].path = "/somewhere/one";
        for (SourceFile& file : inventory.files)
            file.source = SourceId(std::size_t(0));
        inventory.scope.entries = {{"Deployment.apps", "*", ScopeState::read, "list of Deployment.apps in one"},
                                   {"Secret", "*", ScopeState::refused, "the answer of the API server in two.json"}};
        const ReportInput input = system.input();
        const char* caption = "Kinds that were read, refused or not asked for";
        Recorded alone;
        write(input, system, writeScope, alone);
        QVERIFY(alone.table(caption));
        QCOMPARE(alone.table(caption)->columns.size(), std::size_t(3));
        inventory.sources.resize(2);
        inventory.sources[1].path = "/somewhere/two.json";
        Recorded both;
        write(input, system, writeScope, both);
        const auto* table = both.table(caption);
        QVERIFY(table);
        QCOMPARE(table->columns.size(), std::size_t(5));
        QCOMPARE(table->rows.size(), std::size_t(2));
        QCOMPARE(table->rows[0][0].text, std::string("Secret")); // what was not read comes first
        QCOMPARE(table->rows[0][1].text, std::string("refused"));
        QVERIFY(holds(table->rows[0][3].text, "in two.json"));
        QCOMPARE(table->rows[0][4].text, std::string("one, two.json"));
        QCOMPARE(table->rows[1][0].text, std::string("Deployment.apps"));
        QCOMPARE(table->rows[1][4].text, std::string("two.json"));
    }
};

QTEST_MAIN(ReportContent)
#include "tst_content.moc"
