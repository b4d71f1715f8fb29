// SPDX-License-Identifier: GPL-3.0-or-later
// What a later state of a system made worse, better, new, gone or merely other; and that what one state cannot tell is
// never called better or worse.
#include "analysis/difference.h"
#include "tests/support/posture_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

using namespace bartizan;

namespace {

const std::string plainShop = "workload cart port=6379 image=redis:7\ninternet -> gate -> web\ncall web -> cart\n";
const std::string walledShop = plainShop + "policy wall selects all ; ingress from app=web\n";

JudgedState stateOf(const std::string& text)
{
    const Model model = test::modelOf(text);
    return judgedState(model, test::postureOf(model));
}

// The same system with less of it read: what is not read proves nothing.
JudgedState stateOf(const std::string& text, const std::vector<ScopeEntry>& scope)
{
    Model model = test::modelOf(text);
    model.inventory.scope.mode = "partial";
    model.inventory.scope.entries = scope;
    return judgedState(model, test::postureOf(model));
}

std::string lines(const Difference& difference, ChangeAspect aspect, const std::string& layer = {})
{
    std::string text;
    for (const Change& change : difference.changes) {
        if (change.aspect != aspect || (!layer.empty() && change.layer != layer))
            continue;
        text += std::string(changeSenseWord(change.sense)) + " " + changePresenceWord(change.presence) + " " + change.subject;
        text += (change.layer.empty() ? "" : " " + change.layer) + ": " + change.before + " -> " + change.after + "\n";
    }
    return text;
}

} // namespace

class TestDifference : public QObject {
    Q_OBJECT
private slots:
    void layers_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("layer");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const std::string& before, const std::string& after, const char* layer,
                            const char* expected) {
            QTest::newRow(name) << QString::fromStdString(before) << QString::fromStdString(after) << QString::fromLatin1(layer)
                                << QString::fromLatin1(expected);
        };
        row("the same", plainShop, plainShop, "", "");
        row("a policy comes", plainShop, walledShop, "network",
            "better changed shop/cart[Deployment] network: missing -> partial\n"
            "better changed shop/gate[Deployment] network: missing -> partial\n"
            "better changed shop/web[Deployment] network: missing -> partial\n");
        row("a policy goes", walledShop, plainShop, "network",
            "worse changed shop/cart[Deployment] network: partial -> missing\n"
            "worse changed shop/gate[Deployment] network: partial -> missing\n"
            "worse changed shop/web[Deployment] network: partial -> missing\n");
        row("an image report comes", plainShop, plainShop + "report trivy redis:7 time=2026-11-20T00:00:00Z\n", "image",
            "incomparable changed shop/cart[Deployment] image: unknown -> partial\n");
    }
    void layers()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, layer);
        QFETCH(QString, expected);
        const Difference found = difference(stateOf(before.toStdString()), stateOf(after.toStdString()));
        QCOMPARE(QString::fromStdString(lines(found, ChangeAspect::layer, layer.toStdString())), expected);
        if (before == after)
            QVERIFY(found.empty());
    }

    void servicesComeAndGo()
    {
        const Difference found = difference(stateOf(plainShop + "workload old\n"), stateOf(plainShop + "workload fresh\n"));
        QCOMPARE(QString::fromStdString(lines(found, ChangeAspect::service)),
                 QStringLiteral("changed new shop/fresh[Deployment]:  -> there\n"
                                "changed gone shop/old[Deployment]: there -> \n"));
        QCOMPARE(found.counts.newServices, std::size_t{1});
        QCOMPARE(found.counts.goneServices, std::size_t{1});
        QCOMPARE(found.counts.servicesAfter, std::size_t{4});
        for (const Change& change : found.changes) {
            if (change.aspect != ChangeAspect::service)
                continue;
            QVERIFY(change.evidence.valid());
            QCOMPARE(change.evidenceBefore, change.presence == ChangePresence::gone);
            QCOMPARE(change.indexAfter == Change::npos, change.presence == ChangePresence::gone);
        }
    }

    // What was not read in the other state may be there all the same.
    void whatWasNotReadIsNotGone()
    {
        const std::vector<ScopeEntry> services = {{"Service", "*", ScopeState::read, ""}};
        const std::vector<ScopeEntry> refused = {{"*", "*", ScopeState::read, ""},
                                                 {"Deployment.apps", "shop", ScopeState::refused, ""}};
        for (const auto& scope : {services, refused}) {
            const JudgedState whole = stateOf(plainShop + "workload old\n"), part = stateOf(plainShop, scope);
            const Difference gone = difference(whole, part), added = difference(part, whole);
            for (const Difference* found : {&gone, &added}) {
                QCOMPARE(found->counts.newServices + found->counts.goneServices, std::size_t{0});
                QCOMPARE(found->counts.goneFindings + found->counts.newFindings, std::size_t{0});
                const auto service = std::find_if(found->changes.begin(), found->changes.end(),
                                                  [](const Change& change) { return change.aspect == ChangeAspect::service; });
                QVERIFY(service != found->changes.end());
                QCOMPARE(service->sense, ChangeSense::incomparable);
                QVERIFY2(service->reason.find(scope.size() == 1 ? "Deployment objects of shop were not read in the"
                                                                : "Deployment objects of shop were refused in the") == 0,
                         service->reason.c_str());
            }
        }
    }

    void findingsComeAndGo()
    {
        const Difference found = difference(stateOf(plainShop), stateOf(walledShop));
        QVERIFY(found.counts.goneFindings > 0);
        QCOMPARE(found.counts.betterServices, std::size_t{3});
        QCOMPARE(found.counts.worseServices, std::size_t{0});
        const Difference back = difference(stateOf(walledShop), stateOf(plainShop));
        QCOMPARE(back.counts.newFindings, found.counts.goneFindings);
        QCOMPARE(back.counts.worse, found.counts.better);
        QCOMPARE(back.counts.better, found.counts.worse);
        // The other way round: the same changes, turned over.
        QCOMPARE(back.changes.size(), found.changes.size());
    }

    void aFindingGrows()
    {
        const Difference found = difference(stateOf(plainShop), stateOf(plainShop + "workload more port=80\n"));
        const std::string text = lines(found, ChangeAspect::finding, "network");
        QVERIFY2(text.find("worse changed network-") != std::string::npos, text.c_str());
        for (const Change& change : found.changes)
            if (change.aspect == ChangeAspect::finding && change.presence == ChangePresence::both)
                QVERIFY2(change.reason.find("also shop/more[Deployment]") != std::string::npos, change.reason.c_str());
    }

    void waysIn()
    {
        const std::string checked = "workload cart port=6379 image=redis:7\ninternet -> gate [auth] -> web\ncall web -> cart\n";
        const Difference found = difference(stateOf(checked), stateOf(plainShop));
        const std::string text = lines(found, ChangeAspect::path);
        QVERIFY2(text.find("worse") == 0, text.c_str());
        QVERIFY2(text.find("better") == std::string::npos, text.c_str());
        const Difference back = difference(stateOf(plainShop), stateOf(checked));
        QVERIFY2(lines(back, ChangeAspect::path).find("worse") == std::string::npos, lines(back, ChangeAspect::path).c_str());

        const Difference closed =
            difference(stateOf(plainShop), stateOf("workload web port=8080\nworkload gate port=8080\n"
                                                   "workload cart port=6379 image=redis:7\ncall web -> cart\n"));
        const std::string gone = lines(closed, ChangeAspect::path);
        QVERIFY2(gone.find("better gone") == 0, gone.c_str());
    }

    void imagesAndOrder()
    {
        const std::string newer = "workload cart port=6379 image=redis:8\ninternet -> gate -> web\ncall web -> cart\n";
        const Difference found = difference(stateOf(plainShop), stateOf(newer));
        QCOMPARE(QString::fromStdString(lines(found, ChangeAspect::image)),
                 QStringLiteral("changed changed shop/cart[Deployment]: redis:7 -> redis:8\n"));
        QVERIFY(std::is_sorted(found.changes.begin(), found.changes.end(),
                               [](const Change& a, const Change& b) { return a.sense < b.sense; }));
    }

    void senses_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("sense");
        const auto row = [](Verdict before, Verdict after, ChangeSense sense) {
            QTest::newRow((std::string(verdictWord(before)) + " to " + verdictWord(after)).c_str())
                << static_cast<int>(before) << static_cast<int>(after) << static_cast<int>(sense);
        };
        row(Verdict::present, Verdict::partial, ChangeSense::worse);
        row(Verdict::partial, Verdict::missing, ChangeSense::worse);
        row(Verdict::missing, Verdict::present, ChangeSense::better);
        row(Verdict::notApplicable, Verdict::missing, ChangeSense::worse);
        row(Verdict::missing, Verdict::notApplicable, ChangeSense::better);
        row(Verdict::present, Verdict::notApplicable, ChangeSense::changed);
        row(Verdict::missing, Verdict::unknown, ChangeSense::incomparable);
        row(Verdict::unknown, Verdict::present, ChangeSense::incomparable);
        row(Verdict::unknown, Verdict::missing, ChangeSense::incomparable);
    }
    void senses()
    {
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(int, sense);
        QCOMPARE(static_cast<int>(senseOf(static_cast<Verdict>(before), static_cast<Verdict>(after))), sense);
    }
};

QTEST_GUILESS_MAIN(TestDifference)
#include "tst_difference.moc"
