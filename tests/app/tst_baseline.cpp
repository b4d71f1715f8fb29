// SPDX-License-Identifier: GPL-3.0-or-later
// The baseline of a pipeline and the rule of --fail-on: an output read again says what the state that wrote it said,
// what it cannot tell is never new, decisions never fail, and hostile files are refused with a line.
#include "app/pipeline/baseline.h"
#include "app/pipeline/baseline_output.h"
#include "app/pipeline/fail_on.h"
#include "report/exports.h"
#include "tests/support/posture_text.h"
#include "tests/support/text_architecture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace bartizan;

namespace {

const std::string shop = "workload cart port=6379 image=redis:7\ninternet -> gate -> web\ncall web -> cart\n";
const std::string walled = shop + "policy wall selects all ; ingress from app=web\n";

app::Loaded loadedOf(const std::string& text)
{
    app::Loaded loaded;
    loaded.catalogue = test::shippedCatalogue();
    loaded.model = test::modelOf(text);
    loaded.posture = test::postureOf(loaded.model);
    loaded.posture.asOf = "2026-11-21T00:00:00Z";
    return loaded;
}

std::string outputOf(const app::Loaded& loaded)
{
    return *report::assessJson({loaded.model, loaded.catalogue, &loaded.posture});
}

SinceBaseline since(const std::string& output, const app::Loaded& now)
{
    const auto read = app::readBaselineOutput(output, "base.json");
    if (!read)
        throw std::runtime_error(read.error().message);
    const JudgedState after = judgedState(now.model, now.posture);
    return sinceBaseline(read->state, after, difference(read->state, after));
}

std::string rowsText(const SinceBaseline& since, const app::Loaded& now)
{
    std::string text;
    for (std::size_t i = 0; i < since.rows.size(); ++i)
        if (since.rows[i].state != BaselineState::unchanged)
            text += std::string(baselineWord(since.rows[i].state)) + " " + now.posture.findings[i].rule + "; ";
    return text;
}

std::string failing(const std::vector<std::string>& words, const app::Loaded& now, const SinceBaseline* since = nullptr)
{
    const auto rule = app::FailOn::of(words, now.catalogue);
    if (!rule)
        return rule.error().id;
    std::string text;
    for (const Finding* finding : rule->failing(now.posture, since))
        text += finding->rule + " ";
    return text;
}

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    const std::size_t at = text.find(what);
    return at == std::string::npos ? std::string() : text.replace(at, what.size(), by);
}

} // namespace

class TestBaseline : public QObject {
    Q_OBJECT
private slots:
    void anOutputSaysWhatItsStateSaid()
    {
        const app::Loaded before = loadedOf(walled), after = loadedOf(shop);
        const JudgedState first = judgedState(before.model, before.posture), second = judgedState(after.model, after.posture);
        const SinceBaseline direct = sinceBaseline(first, second, difference(first, second));
        const SinceBaseline read = since(outputOf(before), after);
        QVERIFY(direct.count(BaselineState::added) > 0);
        QCOMPARE(rowsText(read, after), rowsText(direct, after));
        QCOMPARE(read.gone.size(), direct.gone.size());
        QCOMPARE(read.findings, direct.findings);
        for (std::size_t i = 0; i < read.rows.size(); ++i)
            QCOMPARE(read.rows[i].reason, direct.rows[i].reason);
    }

    void theSameIsTheSame()
    {
        const app::Loaded now = loadedOf(shop);
        const SinceBaseline same = since(outputOf(now), now);
        QVERIFY(!same.rows.empty());
        QCOMPARE(same.count(BaselineState::unchanged), same.rows.size());
        QCOMPARE(failing({"new"}, now, &same), std::string());
        QCOMPARE(failing({"any"}, now, &same), std::string());
    }

    void whatIsNewFails()
    {
        const app::Loaded before = loadedOf(walled), after = loadedOf(shop);
        const SinceBaseline worse = since(outputOf(before), after);
        QVERIFY(failing({"new"}, after, &worse).find("network-no-policy") != std::string::npos);
        QCOMPARE(failing({"new", "network"}, after, &worse), failing({"network"}, after, &worse));
        QCOMPARE(failing({"new", "image"}, after, &worse), std::string());
        QVERIFY(failing({"any"}, after, nullptr).size() > failing({"any"}, after, &worse).size());
        const SinceBaseline better = since(outputOf(after), before);
        QCOMPARE(failing({"new"}, before, &better).find("network-no-policy"), std::string::npos);
        QVERIFY(!better.gone.empty());
    }

    void wordsAddUp()
    {
        const app::Loaded now = loadedOf(shop);
        QCOMPARE(failing({"hihg"}, now), std::string("usage"));
        QCOMPARE(failing({}, now), std::string());
        const std::string all = failing({"info"}, now);
        QCOMPARE(failing({"any"}, now), all);
        QVERIFY(failing({"high"}, now).size() < all.size());
        for (const char* severity : {"high", "medium"})
            QVERIFY(failing({severity, "network"}, now).size() >= failing({severity}, now).size());
    }

    void decisionsAndGuessesNeverFail()
    {
        app::Loaded now = loadedOf(shop);
        const SinceBaseline allNew = since(outputOf(loadedOf("workload other\n")), now);
        const auto fails = [&](const std::string& rule) {
            return (failing({"any"}, now) + failing({"new"}, now, &allNew)).find(rule) != std::string::npos;
        };
        Finding* policy = nullptr;
        for (Finding& finding : now.posture.findings)
            if (finding.rule == "network-no-policy")
                policy = &finding;
        QVERIFY(policy && fails("network-no-policy"));
        for (const FindingState state : {FindingState::accepted, FindingState::mitigated, FindingState::falsePositive}) {
            policy->state = state;
            QVERIFY(!fails("network-no-policy"));
        }
        for (const FindingState state : {FindingState::open, FindingState::needsWork, FindingState::reopened}) {
            policy->state = state;
            QVERIFY(fails("network-no-policy"));
        }
        policy->ifSensitivity = true;
        QVERIFY(!fails("network-no-policy"));
    }

    void whatTheBaselineCannotTellIsNotNew()
    {
        const app::Loaded before = loadedOf(walled), after = loadedOf(shop);
        const std::string told = outputOf(before);
        QCOMPARE(since(told, after).count(BaselineState::incomparable), std::size_t{0});
        // The layer was unknown there ...
        std::string unknown = told;
        for (std::size_t at = 0; (at = unknown.find("\"network\": {", at)) != std::string::npos; ++at)
            if (const std::size_t verdict = unknown.find("\"verdict\": \"partial\"", at); verdict < at + 60)
                unknown.replace(verdict, 20, "\"verdict\": \"unknown\"");
        QVERIFY(unknown != told);
        const SinceBaseline untold = since(unknown, after);
        QVERIFY(untold.count(BaselineState::incomparable) > 0);
        QCOMPARE(failing({"new", "network"}, after, &untold), std::string());
        // ... or no kind had been read, where nothing of a workload that is new here can be told.
        const app::Loaded grown = loadedOf(walled + "workload more port=80\n");
        std::string notRead = told;
        for (std::size_t at = 0; (at = notRead.find("\"state\": \"read\"", at)) != std::string::npos; ++at)
            notRead.replace(at, 15, "\"state\": \"refused\"");
        QVERIFY(notRead != told);
        QVERIFY(!failing({"new"}, grown, nullptr).empty());
        const SinceBaseline refused = since(notRead, grown), seen = since(told, grown);
        QVERIFY(refused.count(BaselineState::incomparable) > 0);
        QCOMPARE(failing({"new"}, grown, &refused), std::string());
        QVERIFY(!failing({"new"}, grown, &seen).empty());
    }

    void moreOfAKnownCauseIsWorse()
    {
        const app::Loaded one = loadedOf("workload a port=80 image=a\n");
        const app::Loaded two = loadedOf("workload a port=80 image=a\nworkload b port=80 image=a\n");
        const app::Loaded other = loadedOf("workload b port=80 image=a\n");
        const SinceBaseline more = since(outputOf(one), two);
        QVERIFY(rowsText(more, two).find("worse network-no-policy") != std::string::npos);
        const SinceBaseline fewer = since(outputOf(two), one);
        QVERIFY(rowsText(fewer, one).find("better network-no-policy") != std::string::npos);
        QCOMPARE(failing({"new"}, one, &fewer), std::string());
        // One goes, another comes: the one that came is worse, whatever went.
        const SinceBaseline moved = since(outputOf(one), other);
        QVERIFY(rowsText(moved, other).find("worse network-no-policy") != std::string::npos);
        // For reports that hide names: nothing that only the baseline names.
        std::size_t told = 0;
        for (std::size_t i = 0; i < moved.rows.size(); ++i) {
            QVERIFY(moved.rows[i].laterReason.find("shop/a") == std::string::npos);
            if (other.posture.findings[i].rule != "network-no-policy")
                continue;
            ++told;
            QVERIFY(moved.rows[i].reason.find("no longer shop/a") != std::string::npos);
            QVERIFY(moved.rows[i].laterReason.find("subjects: 1 -> 1, not the same") != std::string::npos);
        }
        QCOMPARE(told, std::size_t{1});
    }

    void aReviewKnowsWhatItDecided()
    {
        const app::Loaded now = loadedOf(shop);
        Review review;
        QCOMPARE(sinceBaseline(review, now.model, now.posture).count(BaselineState::added), now.posture.findings.size());
        for (const Finding& finding : now.posture.findings) {
            Decision decision;
            decision.kind = DecisionKind::needsWork;
            decision.basis = decisionBasis(now.model, finding);
            review.decisions[finding.id] = decision;
        }
        const SinceBaseline known = sinceBaseline(review, now.model, now.posture);
        QCOMPARE(known.count(BaselineState::unchanged), now.posture.findings.size());
        const std::string id = now.posture.findings.front().id;
        review.decisions[id].expires = "2026-11-20";
        QCOMPARE(sinceBaseline(review, now.model, now.posture).rows.front().state, BaselineState::worse);
        review.decisions[id].expires = "2026-11-21";
        QCOMPARE(sinceBaseline(review, now.model, now.posture).rows.front().state, BaselineState::unchanged);
        DecisionBasis basis = *review.decisions[id].basis;
        basis.severity = "info";
        review.decisions[id].basis = basis;
        QCOMPARE(sinceBaseline(review, now.model, now.posture).rows.front().state, BaselineState::worse);
        review.decisions["gone-00000000"] = {};
        QCOMPARE(sinceBaseline(review, now.model, now.posture).gone.size(), std::size_t{1});
    }

    void badFilesAreRefusedWithALine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("line");
        const std::string good = outputOf(loadedOf("workload a port=80\n"));
        const auto row = [](const char* name, const std::string& text, const char* id, const char* line) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(id) << QByteArray(line);
        };
        row("empty", "", "baseline-syntax", ":1)");
        row("cut off", good.substr(0, good.size() / 2), "baseline-syntax", ":");
        row("no JSON", "{\n what\n}", "baseline-syntax", ":2)");
        row("SARIF", "{\n \"version\": \"2.1.0\"}", "baseline-foreign", ":1)");
        row("another command", replaced(good, "bartizan/assess/1", "bartizan/layers/1"), "baseline-other", ":2)");
        row("a newer version", replaced(good, "bartizan/assess/1", "bartizan/assess/2"), "baseline-other", ":2)");
        row("a severity that is none",
            replaced(good, "\"layer\": \"network\",\n   \"severity\": \"", "\"layer\": \"network\",\n   \"severity\": \"x"),
            "baseline-shape", ":");
        row("no findings", replaced(good, "\"findings\": [", "\"finding\": ["), "baseline-shape", ":1)");
        row("two values", good + "{}", "baseline-syntax", ":");
        row("deep", "{\"schema\": \"bartizan/assess/1\", \"scope\": " + std::string(100000, '['), "baseline-syntax", ":1)");
    }
    void badFilesAreRefusedWithALine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, line);
        const auto read = app::readBaselineOutput(text.toStdString(), "base.json");
        QVERIFY(!read);
        QCOMPARE(QByteArray::fromStdString(read.error().id), id);
        QVERIFY2(read.error().message.find("(base.json" + line.toStdString()) != std::string::npos, read.error().message.c_str());
    }

    void filesAreToldApartByContent()
    {
        const QTemporaryDir folder;
        const auto file = [&](const char* name, const std::string& text) {
            const QString path = folder.filePath(QString::fromLatin1(name));
            QFile out(path);
            if (!out.open(QIODevice::WriteOnly) || out.write(text.data(), static_cast<qint64>(text.size())) < 0)
                return std::string();
            return path.toStdString();
        };
        app::Loaded now = loadedOf(shop);
        const auto kind = [&](const std::string& path) {
            const auto since = app::sinceBaseline(path, now, {});
            return since ? since->kind : since.error().id;
        };
        QCOMPARE(kind(file("a.json", outputOf(now))), std::string("output"));
        QCOMPARE(kind(file("b.bartizan", "format: bartizan-review\nversion: 1\n")), std::string("review"));
        QCOMPARE(kind(file("c.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{image: a}]}\n")),
                 std::string("sources"));
        QCOMPARE(kind(file("d.json", "{\"runs\": []}")), std::string("baseline-foreign"));
        QCOMPARE(kind(file("e.json", "{\"schema\": \"bartizan/assess/1\"")), std::string("baseline-syntax"));
        QCOMPARE(kind(file("f.txt", "nothing")), std::string("baseline-foreign"));
        QCOMPARE(kind(folder.filePath(QStringLiteral("nowhere")).toStdString()), std::string("baseline-unreadable"));
    }
};

QTEST_GUILESS_MAIN(TestBaseline)
#include "tst_baseline.moc"
