// SPDX-License-Identifier: GPL-3.0-or-later
// A report of more findings than anybody reads: none is left out, what is decided or serious stands in full, the others are
// rows that links lead to, the report says how many and how to get all; a small report is what it was.
#include "analysis/review.h"
#include "report/content/finding_choice.h"
#include "report/content/sections.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

#include <algorithm>
#include <set>
#include <utility>

using namespace bartizan;
using namespace bartizan::report;

namespace {

struct Written {
    std::vector<FindingHead> heads;
    std::vector<std::pair<std::string, std::string>> headings; // title, anchor
    std::vector<std::vector<Cell>> rows;
    std::vector<std::string> paragraphs;
    std::vector<Label> labels;

    bool says(const std::string& words) const
    {
        return std::any_of(paragraphs.begin(), paragraphs.end(),
                           [&](const std::string& text) { return text.find(words) != std::string::npos; });
    }
};

class Recorder final : public Writer {
public:
    Written kept;

    void cover(const CoverPage&) override {}
    void contents(const std::vector<SectionName>&) override {}
    void section(const SectionHead&) override {}
    void heading(const std::string& title, const std::string& anchor) override { kept.headings.emplace_back(title, anchor); }
    void paragraph(const std::string& text, Tone) override { kept.paragraphs.push_back(text); }
    void labels(const std::vector<Label>& some) override { kept.labels.insert(kept.labels.end(), some.begin(), some.end()); }
    void finding(const FindingHead& head) override { kept.heads.push_back(head); }
    void quote(const QuotedLines&) override {}
    void beginTable(const std::vector<Column>&, const std::string&) override {}
    void tableGroup(const std::string&) override {}
    void row(const std::vector<Cell>& cells) override { kept.rows.push_back(cells); }
    void endTable() override {}
    void figure(const Figure&) override {}
    void drawing(const diagram::Drawing&) override {}
    void signatures(const std::vector<std::string>&) override {}
};

struct System {
    Model model = test::modelOf("internet -> shop/web:8080 -> shop/cart:8080\n");
    Posture posture = analyse(model, test::shippedCatalogue(), AnalysisSettings{"2026-11-21T00:00:00Z", nullptr});
    Review review;
    ReportInput input{model, test::shippedCatalogue(), &posture};
    diagram::Drawing drawing;

    // `low` findings of one rule in two ways to fix it, one in five of the second way, after `high` ones of another rule.
    System(std::size_t high, std::size_t low)
    {
        posture.findings.clear();
        for (std::size_t i = 0; i < high + low; ++i) {
            Finding finding;
            const bool serious = i < high;
            finding.rule = serious ? "hardening-privileged" : "network-no-policy";
            finding.layer = serious ? "hardening" : "network";
            finding.severity = serious ? FindingSeverity::high : FindingSeverity::low;
            finding.id = finding.rule + "-" + std::to_string(10000000 + i);
            finding.title = "Cause " + std::to_string(i);
            finding.reason = "This is case " + std::to_string(i) + ".";
            finding.fix = serious ? "Remove it." : i % 5 == 0 ? "Write a policy." : "Select the pods.";
            finding.workloads = {WorkloadId(std::size_t(0))};
            finding.subjects = {model.architecture.workloads.front().id};
            finding.within = "the policies of the namespace";
            posture.findings.push_back(std::move(finding));
        }
        input.review = &review;
    }

    Written written() const
    {
        const Content content(input, drawing);
        Recorder recorder;
        writeFindings(content, recorder);
        return std::move(recorder.kept);
    }
};

std::string idIn(const std::vector<Cell>& row)
{
    return row.back().text;
}

} // namespace

class Large : public QObject {
    Q_OBJECT
private slots:
    void smallOnesStandInFull()
    {
        System system(3, mostInFull - 3);
        const Written report = system.written();
        QCOMPARE(report.heads.size(), mostInFull);
        QVERIFY(report.rows.empty());
        QVERIFY(!report.says("--all-findings"));
    }

    void noneIsLeftOut()
    {
        System system(20, 500);
        const Written report = system.written();
        std::multiset<std::string> ids;
        for (const FindingHead& head : report.heads)
            ids.insert(head.id);
        for (const auto& row : report.rows)
            ids.insert(idIn(row));
        QCOMPARE(ids.size(), std::size_t(520));
        for (const Finding& finding : system.posture.findings)
            QVERIFY2(ids.count(finding.id) == 1, finding.id.c_str());
        QCOMPARE(report.heads.size(), 20 + 2 * fullOfEachCause); // the serious ones, some of each way to fix
        for (std::size_t i = 0; i < 20; ++i)
            QCOMPARE(report.heads[i].severity, FindingSeverity::high);
    }

    void rowsStandBelowTheirCause()
    {
        System system(0, 400);
        const Written report = system.written();
        const std::string title = test::shippedCatalogue().rule("network-no-policy")->title;
        QCOMPARE(report.headings.size(), std::size_t(2)); // two ways to fix it
        QCOMPARE(report.headings[0].first, title + ": 315 more");
        QCOMPARE(report.headings[1].first, title + ", fixed in another way (2): 75 more");
        QVERIFY(report.headings[0].second != report.headings[1].second);
        const auto fixes = std::count_if(report.labels.begin(), report.labels.end(), [](const Label& label) {
            return label.term == "How to fix" && label.value.text == "Write a policy.";
        });
        QCOMPARE(fixes, static_cast<std::ptrdiff_t>(fullOfEachCause) + 1); // of blocks, and once for all the rows
        QCOMPARE(report.rows.size(), std::size_t(390));
        for (const auto& row : report.rows) {
            QCOMPARE(row[0].kind, Cell::Kind::severity);
            QVERIFY(row[1].text.starts_with("Cause "));
            QVERIFY(!row[2].text.empty() && !row[3].text.empty());
        }
    }

    void linksLeadToRows()
    {
        System system(20, 500);
        const Content content(system.input, system.drawing);
        const Written report = system.written();
        std::set<std::string> anchors;
        for (const FindingHead& head : report.heads)
            QVERIFY(anchors.insert(head.anchor).second);
        for (const auto& row : report.rows)
            QVERIFY(anchors.insert(row.back().anchor).second);
        for (const auto& [title, anchor] : report.headings)
            QVERIFY(anchors.insert(anchor).second);
        for (const Finding& finding : system.posture.findings)
            QVERIFY2(anchors.count(content.anchorOf(finding)) == 1, finding.id.c_str());
    }

    void decidedOnesStandInFull()
    {
        System system(0, 400);
        system.review.decisions[system.posture.findings[399].id].reason = "Known since spring.";
        system.posture.findings[398].state = FindingState::reopened;
        system.posture.findings[398].status = "reopened";
        const Written report = system.written();
        QCOMPARE(report.heads.size(), 2 * fullOfEachCause + 2);
        for (const std::size_t i : {std::size_t(398), std::size_t(399)}) {
            const std::string& id = system.posture.findings[i].id;
            QVERIFY(
                std::any_of(report.heads.begin(), report.heads.end(), [&](const FindingHead& head) { return head.id == id; }));
        }
        const auto told = std::count_if(report.labels.begin(), report.labels.end(), [](const Label& label) {
            return label.value.text.find("Known since spring.") != std::string::npos;
        });
        QCOMPARE(told, std::ptrdiff_t(1));
    }

    void thousandsOfSeriousOnesAreRowsToo()
    {
        System system(1000, 0);
        const Written report = system.written();
        QCOMPARE(report.heads.size(), mostInFull);
        QCOMPARE(report.rows.size(), 1000 - mostInFull);
    }

    void aFewOfACauseAreNoTable()
    {
        System system(mostInFull, 5 * fullOfEachCause); // five of one way to fix it, twenty of the other
        const Written report = system.written();
        QCOMPARE(report.headings.size(), std::size_t(1));
        QCOMPARE(report.rows.size(), 3 * fullOfEachCause);
        system.posture.findings.resize(mostInFull + 2 * fullOfEachCause); // two, and eight
        QVERIFY(system.written().rows.empty());
    }

    void itSaysSo()
    {
        System system(20, 1500);
        const Written report = system.written();
        QVERIFY(report.says("30 of the 1,520 findings stand in full"));
        QVERIFY(report.says("The other 1,490 follow as rows"));
        QVERIFY(report.says("--all-findings") && report.says("assess --format json"));
    }

    void allOnRequest()
    {
        System system(20, 500);
        system.input.options.allFindings = true;
        const Written report = system.written();
        QCOMPARE(report.heads.size(), std::size_t(520));
        QVERIFY(report.rows.empty() && report.headings.empty());
        QVERIFY(!report.says("--all-findings"));
    }
};

QTEST_APPLESS_MAIN(Large)
#include "tst_large.moc"
