// SPDX-License-Identifier: GPL-3.0-or-later
// The fifth part of the report's first page: what is new, worse, gone and not to be told since a baseline, in the page and
// in each finding's own block; decisions that are over or soon will be; and that nothing which only the baseline names
// stands in a report without names or of one owner.
#include "model/review.h"
#include "report/content/report.h"
#include "report/exports.h"
#include "report/facts.h"
#include "tests/report/blocks.h"
#include "tests/report/html_reader.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

#include <set>

using namespace bartizan;
using namespace bartizan::report;

namespace {

struct Row {
    std::string group;
    std::vector<Cell> cells;
    std::string text() const // "high | new | title | reason"
    {
        std::string all;
        for (const Cell& cell : cells)
            all += (all.empty() ? "" : " | ") + cell.text;
        return all;
    }
};

// What was written, as texts.
class Recorder final : public Writer {
public:
    explicit Recorder(const ReportInput& input)
    {
        const auto report = PreparedReport::of(input);
        if (!report)
            throw std::runtime_error(report.error().message);
        report->write(*this);
    }

    std::vector<std::string> headings, paragraphs;
    std::map<std::string, std::vector<Row>> tables; // by caption
    std::map<std::string, std::string> since;       // by finding id: what its block says of last time
    std::set<std::string> anchors;
    std::size_t blocks = 0;
    std::string all;

    void cover(const CoverPage& page) override
    {
        take(page.system + page.subtitle + page.sentence);
        for (const auto& [name, digest] : page.inputs)
            take(name);
    }
    void contents(const std::vector<SectionName>&) override {}
    void section(const SectionHead& head) override
    {
        anchors.insert(head.name.anchor);
        take(head.title + head.lead);
    }
    void heading(const std::string& title, const std::string&) override
    {
        headings.push_back(title);
        take(title);
    }
    void paragraph(const std::string& text, Tone) override
    {
        paragraphs.push_back(text);
        take(text);
    }
    void labels(const std::vector<Label>& labels) override
    {
        for (const Label& label : labels) {
            if (label.term == "Since last time")
                since[m_id] = label.value.text;
            take(label.value.text);
        }
    }
    void finding(const FindingHead& head) override
    {
        ++blocks;
        m_id = head.id;
        anchors.insert(head.anchor);
        take(head.title + head.status);
    }
    void quote(const QuotedLines& quote) override { take(quote.where); }
    void beginTable(const std::vector<Column>&, const std::string& caption) override
    {
        m_caption = caption;
        m_group.clear();
        tables[caption];
    }
    void tableGroup(const std::string& title) override { m_group = title; }
    void row(const std::vector<Cell>& cells) override
    {
        tables[m_caption].push_back({m_group, cells});
        take(tables[m_caption].back().text());
    }
    void endTable() override {}
    void figure(const Figure&) override {}
    void drawing(const diagram::Drawing&) override {}
    void signatures(const std::vector<std::string>&) override {}

    bool says(const std::string& text) const { return std::find(paragraphs.begin(), paragraphs.end(), text) != paragraphs.end(); }
    std::vector<std::string> rows(const std::string& caption) const
    {
        std::vector<std::string> texts;
        if (const auto table = tables.find(caption); table != tables.end())
            for (const Row& row : table->second)
                texts.push_back((row.group.empty() ? "" : row.group + ": ") + row.text());
        return texts;
    }

private:
    void take(const std::string& text) { all += text + "\n"; }
    std::string m_caption, m_group, m_id;
};

const std::string countTable = "Findings since last time, counted";
const std::string listTable = "Findings that are new, worse or gone";
const std::string decisionTable = "Decisions and statements that are over or will be soon";
const std::string asOf = "2026-11-21T00:00:00Z";

struct System {
    Model model = test::modelOf("workload cart port=6379 image=redis:7\nworkload stock port=80 image=a\n"
                                "internet -> gate -> web\ncall web -> cart\ncall web -> stock\n");
    Review review;
    Posture posture;
    SinceBaseline since;

    System()
    {
        for (Workload& workload : model.architecture.workloads)
            workload.owner = workload.name == "web" ? "team-lantern" : "team-gannet";
        judge();
    }
    void judge() { posture = analyse(model, test::shippedCatalogue(), AnalysisSettings{asOf, &review}); }

    // One finding of each state, in this order; the others are as before.
    void compare()
    {
        since.path = "elsewhere/base.json";
        since.kind = "output";
        since.asOf = "2026-10-01T12:00:00Z";
        since.version = programVersion;
        since.rows.assign(posture.findings.size(), {});
        since.rows[0] = {BaselineState::worse, true, "no longer shop/qzold", "subjects: 2 -> 3"};
        since.rows[1] = {BaselineState::added, false, {}};
        since.rows[2] = {BaselineState::better, true, "no longer shop/qzold", "subjects: 3 -> 2"};
        since.rows[3] = {BaselineState::changed, true, "also shop/web; no longer shop/qzold", "subjects: 2 -> 2, not the same"};
        since.rows[4] = {BaselineState::incomparable, false, "not read there", "not read there"};
        since.gone = {{"a-low", "image", "Low of qzgone", FindingSeverity::low, {}},
                      {"b-high", "network", "High of qzgone", FindingSeverity::high, {}}};
        since.goneUntold = {{"c-untold", "network", "Somewhere in qzgone", FindingSeverity::medium, "not read in qznamespace"}};
    }

    ReportInput input(bool compared) const
    {
        ReportInput made{model, test::shippedCatalogue(), &posture};
        made.review = &review;
        made.since = compared ? &since : nullptr;
        made.options.sections = {"results", "findings", "decisions"};
        return made;
    }
};

std::string joinedLines(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

} // namespace

class Since : public QObject {
    Q_OBJECT
private slots:
    void nothingToCompareWith()
    {
        const System system;
        const Recorder report(system.input(false));
        QVERIFY(report.says("No earlier state was given to compare with (--baseline)."));
        QVERIFY(report.says("No decision about a finding of this report."));
        QVERIFY(report.since.empty());
        QVERIFY(report.rows(countTable).empty() && report.rows(listTable).empty() && report.rows(decisionTable).empty());
    }

    void whereTheFirstScreenHasIt()
    {
        const System system;
        const Recorder report(system.input(false));
        const auto at = [&](const char* heading) {
            return std::find(report.headings.begin(), report.headings.end(), heading) - report.headings.begin();
        };
        QVERIFY(at("By layer") < static_cast<std::ptrdiff_t>(report.headings.size()));
        QVERIFY(at("Ways in") < at("Causes"));
        QVERIFY(at("Causes") < at("Since last time"));
        QCOMPARE(at("Since last time") + 1, at("By layer"));
        if (!system.posture.unknownInputs.empty())
            QCOMPARE(at("What nobody can tell yet") + 1, at("Since last time"));
    }

    void howEachFindingStands()
    {
        System system;
        const std::vector<Finding>& findings = system.posture.findings;
        QVERIFY2(findings.size() >= 8, qPrintable(QString::number(findings.size())));
        system.compare();
        const Recorder report(system.input(true));
        QVERIFY(report.says("2 findings are new or worse since 2026-10-01."));
        QVERIFY(report.says("Compared with base.json: an output of assess, as of 2026-10-01T12:00:00Z, by version " +
                            std::string(programVersion) + "."));
        QCOMPARE(joinedLines(report.rows(countTable)), "1 | 1 | 1 | 1 | " + std::to_string(findings.size() - 5) + " | 2 | 2\n");
        const auto line = [&](std::size_t i, const std::string& word, const std::string& reason) {
            return std::string(severityWord(findings[i].severity)) + " | " + word + " | " + titleOf(findings[i]) + " | " + reason;
        };
        QCOMPARE(
            joinedLines(report.rows(listTable)),
            joinedLines({line(0, "worse", "no longer shop/qzold"), line(1, "new", ""), "high | gone | High of qzgone (b-high) | ",
                         "low | gone | Low of qzgone (a-low) | ", line(4, "cannot tell", "not read there"),
                         "medium | not found | Somewhere in qzgone (c-untold) | not read in qznamespace"}));
        const std::map<std::string, std::string> blocks = {
            {findings[0].id, "worse since 2026-10-01: no longer shop/qzold"},
            {findings[1].id, "new since 2026-10-01"},
            {findings[2].id, "better since 2026-10-01: no longer shop/qzold"},
            {findings[3].id, "changed since 2026-10-01: also shop/web; no longer shop/qzold"},
            {findings[4].id, "cannot be compared with the baseline: not read there"}};
        QVERIFY(report.since == blocks);
        std::size_t links = 0;
        for (const Row& row : report.tables.at(listTable)) {
            const std::string& to = row.cells.at(2).to;
            QVERIFY(to.empty() || report.anchors.count(to) == 1);
            links += to.empty() ? 0 : 1;
        }
        QCOMPARE(links, std::size_t{3});
    }

    void nothingIsNew()
    {
        System system;
        system.compare();
        system.since.rows.assign(system.posture.findings.size(), {});
        system.since.gone.clear();
        system.since.goneUntold.clear();
        const Recorder report(system.input(true));
        QVERIFY(report.says("No finding is new or worse since 2026-10-01."));
        QVERIFY(report.rows(listTable).empty());
        QVERIFY(report.since.empty());
        system.since.rows[0].state = BaselineState::added;
        QVERIFY(Recorder(system.input(true)).says("One finding is new or worse since 2026-10-01."));
    }

    void whichBaseline_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("block");
        QTest::newRow("a version that is another") << "output"
                                                   << "0.0.9"
                                                   << "2026-10-01T12:00:00Z"
                                                   << "an output of assess, as of 2026-10-01T12:00:00Z, by version 0.0.9: its "
                                                      "rules may differ."
                                                   << "new since 2026-10-01";
        QTest::newRow("a time that is none")
            << "output" << QString::fromLatin1(programVersion.data()) << "2026-10-01 <b>once</b>"
            << QStringLiteral("an output of assess, by version %1.").arg(QLatin1String(programVersion.data()))
            << "new since the baseline";
        QTest::newRow("sources") << "sources" << QString::fromLatin1(programVersion.data()) << "2026-11-21T00:00:00Z"
                                 << "an earlier state, read and judged under the same review and as of the same time."
                                 << "new since the baseline";
        QTest::newRow("a review") << "review"
                                  << ""
                                  << "2026-09-01T00:00:00Z"
                                  << "a review, in which known is what it decided, as of 2026-09-01T00:00:00Z."
                                  << "new since the baseline";
    }
    void whichBaseline()
    {
        QFETCH(QString, kind);
        QFETCH(QString, version);
        QFETCH(QString, time);
        QFETCH(QString, says);
        QFETCH(QString, block);
        System system;
        system.compare();
        system.since.path = "earlier/state/";
        system.since.kind = kind.toStdString();
        system.since.version = version.toStdString();
        system.since.asOf = time.toStdString();
        const Recorder report(system.input(true));
        QVERIFY2(report.says("Compared with state: " + says.toStdString()), report.all.c_str());
        QCOMPARE(report.since.at(system.posture.findings[1].id), block.toStdString());
    }

    void oneScreenHoldsTheMostSerious()
    {
        System system;
        system.compare();
        for (BaselineRow& row : system.since.rows)
            row = {BaselineState::added, false, {}};
        system.since.goneUntold.clear();
        for (int i = 0; i < 100; ++i)
            system.since.gone.push_back({"id-" + std::to_string(i), {}, {}, FindingSeverity::info, {}});
        const Recorder report(system.input(true));
        const std::size_t fresh = system.posture.findings.size(), shown = std::min<std::size_t>(fresh, 12) + 7;
        const std::vector<std::string> rows = report.rows(listTable);
        QCOMPARE(rows.size(), shown);
        QCOMPARE(rows[shown - 7], std::string("high | gone | High of qzgone (b-high) | "));
        QCOMPARE(rows[shown - 5], std::string("info | gone | id-0 | ")); // without a title, its id
        QVERIFY(report.says(std::to_string(shown) + " of " + std::to_string(fresh + 102) +
                            ", the most serious of each kind; every finding says how it stands where it is described. "
                            "`bartizan-cli assess --baseline` lists all."));
        QCOMPARE(report.since.size(), fresh);
    }

    void decisionsThatAreOverOrSoonWillBe()
    {
        System system;
        const std::vector<Finding> before = system.posture.findings;
        const auto decide = [&](const std::string& id, const char* expires) {
            Decision& decision = system.review.decisions[id];
            decision.kind = DecisionKind::accept;
            decision.reason = "known";
            decision.owner = "shop";
            decision.expires = expires;
        };
        decide(before[0].id, "2026-12-10");
        decide(before[1].id, "2026-11-01");
        decide(before[2].id, "2027-06-01");
        decide("gone-00000000", "2026-10-05");
        system.review.statements[{"shop/web[Deployment]", "runtime"}] = {"watched", "a page", "Ada", "", "2026-11-30", {}};
        system.judge();
        const auto finding = [&](const std::string& id) {
            return std::find_if(system.posture.findings.begin(), system.posture.findings.end(),
                                [&](const Finding& each) { return each.id == id; });
        };
        const Recorder report(system.input(false));
        QVERIFY2(report.says("Decided: 3 of " + std::to_string(system.posture.findings.size()) +
                             " findings. Reopened: 1. Expired: 2. Expiring within 30 days: 2."),
                 report.all.c_str());
        QCOMPARE(joinedLines(report.rows(decisionTable)),
                 joinedLines(
                     {"reopened: " + titleOf(*finding(before[1].id)) +
                          " | decision | the decision expired on 2026-11-01 | shop | 2026-11-01",
                      "expired: gone-00000000 | decision | expired on 2026-10-05 | shop | 2026-10-05",
                      "expires soon: " + titleOf(*finding(before[0].id)) + " | decision | expires in 19 days | shop | 2026-12-10",
                      "expires soon: shop/web[Deployment], runtime | statement | expires in 9 days | Ada | 2026-11-30"}));
    }

    void nothingOfTheBaselineInAReportWithoutNames()
    {
        System system;
        DecisionBasis basis;
        basis.title = "Something of qzforgotten";
        Decision old;
        old.expires = "2026-10-05";
        old.basis = basis;
        system.review.decisions["network-no-policy-00000000"] = old;
        system.judge();
        system.compare();
        system.since.path = "qzfolder/qzbase.json";
        system.since.version = "qzversion";
        system.since.asOf = "2026-10-01 qztime";
        QVERIFY(Recorder(system.input(true)).all.find("qzgone") != std::string::npos);
        QVERIFY(Recorder(system.input(true)).all.find("qzforgotten") != std::string::npos);
        ReportInput input = system.input(true);
        input.options.redactionSalt = "a-salt-of-many-letters";
        const Recorder report(input);
        const std::size_t at = report.all.find("qz");
        QVERIFY2(at == std::string::npos,
                 report.all.substr(at == std::string::npos ? 0 : at - std::min<std::size_t>(at, 100), 200).c_str());
        QVERIFY2(report.says("Compared with (withheld): an output of assess, by another version: its rules may differ."),
                 report.all.c_str());
        QCOMPARE(joinedLines(report.rows(countTable)),
                 "1 | 1 | 1 | 1 | " + std::to_string(system.posture.findings.size() - 5) + " | 2 | 2\n");
        QCOMPARE(report.rows(listTable).size(), std::size_t{3});
        QVERIFY(report.says("What only the baseline has is counted and not named here."));
        QCOMPARE(report.since.at(system.posture.findings[0].id), std::string("worse since the baseline: subjects: 2 -> 3"));
        QVERIFY(report.all.find("network-no-policy-00000000") != std::string::npos);
    }

    void nothingOfTheBaselineInAnOwnersReport()
    {
        System system;
        system.compare();
        ReportInput input = system.input(true);
        input.options.owner = "team-lantern";
        const Recorder report(input);
        QVERIFY(report.all.find("qz") == std::string::npos);
        QVERIFY(report.blocks > 0 && report.blocks < system.posture.findings.size());
        const std::vector<Row>& counts = report.tables.at(countTable);
        QCOMPARE(counts.size(), std::size_t{1});
        std::size_t sum = 0;
        for (const std::size_t column : {0U, 1U, 2U, 3U, 4U, 6U})
            sum += static_cast<std::size_t>(std::stoi(counts[0].cells.at(column).text));
        QCOMPARE(sum, report.blocks + system.since.goneUntold.size());
        QVERIFY(report.says("What only the baseline has is counted and not named here; the counts are of all owners."));
    }

    void hostileBaselines()
    {
        System system;
        system.compare();
        system.since.path = "<img src=x onerror=alert(1)>\xE2\x80\xAE.json";
        system.since.version = test::hostileName;
        system.since.asOf = test::hostileName;
        system.since.gone[0].title = test::hostileName;
        system.since.gone[1].id = test::hostileName;
        system.since.goneUntold[0].reason = test::hostileName;
        system.since.rows[0].reason = test::hostileName;
        const auto html = reportHtml(system.input(true));
        QVERIFY(html.has_value());
        QVERIFY(*html == *reportHtml(system.input(true)));
        const test::HtmlDocument document = test::readHtml(QString::fromStdString(*html));
        QVERIFY2(document.error.isEmpty(), qPrintable(document.error));
        QCOMPARE(document.all("script").size(), 1);
        QVERIFY(document.all("img").isEmpty());
        const QString text = document.all("main").first()->text;
        QVERIFY(text.contains(QStringLiteral("Compared with <img src=x onerror=alert(1)><U+202E>.json: ")));
        QVERIFY(!text.contains(QChar(0x202E)) && !text.contains(QChar(7)));
        QSet<QString> ids;
        for (const test::HtmlElement& element : document.elements)
            ids.insert(element.attribute("id"));
        for (const test::HtmlElement* link : document.all("a"))
            QVERIFY2(ids.contains(link->attribute("href").mid(1)), qPrintable(link->attribute("href")));
    }
};

QTEST_MAIN(Since)
#include "tst_since.moc"
