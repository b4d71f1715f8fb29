// SPDX-License-Identifier: GPL-3.0-or-later
// Direct, relayed and lateral ways, never mixed; steps are compromises; the weakest comes first.
#include "tests/support/posture_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

using namespace bartizan;

namespace {

std::string pathsOf(const char* system)
{
    const Model model = test::modelOf(system);
    return test::pathsText(model, test::postureOf(model));
}

const WorkloadPosture& of(const Model& model, const Posture& posture, std::string_view name)
{
    for (const WorkloadPosture& w : posture.workloads)
        if (model.architecture.workload(w.workload).name == name)
            return w;
    throw std::out_of_range(std::string(name));
}

} // namespace

class TestPaths : public QObject {
    Q_OBJECT
private slots:
    void kinds()
    {
        const char* system = "workload web port=8080\nworkload audit port=9000\ninternet -> web -> cart:7070 -> redis:6379\n";
        const QString open = QStringLiteral(" [unknown no check in front of the application]");
        QCOMPARE(QString::fromStdString(pathsOf(system)),
                 "direct 0 internet -> shop/web[Deployment]" + open +
                     "\n"
                     "relayed 0 internet -> shop/web[Deployment] -> shop/cart[Deployment]" +
                     open +
                     "\n"
                     "relayed 0 internet -> shop/web[Deployment] -> shop/cart[Deployment] -> shop/redis[Deployment]" +
                     open +
                     "\n"
                     "lateral 1 internet -> shop/web[Deployment] -> shop/audit[Deployment]" +
                     open + " ~secrets\n");
    }

    void policiesAddSteps()
    {
        const Model model = test::modelOf("internet -> web\n"
                                          "workload mid port=8080\nworkload vault port=8200\n"
                                          "policy vault selects app=vault; ingress from app=mid\n");
        const Posture posture = test::postureOf(model);
        QCOMPARE(of(model, posture, "web").steps, 0);
        QCOMPARE(of(model, posture, "mid").steps, 1);
        QCOMPARE(of(model, posture, "vault").steps, 2);
        QVERIFY(of(model, posture, "web").openDirect);
        QVERIFY(!of(model, posture, "vault").openDirect && !of(model, posture, "vault").openRelayed);
    }

    // The check at the edge holds for what arrives; what is called behind it is relayed, and never counted as direct.
    void checkedAtTheEdge()
    {
        const Model model = test::modelOf("internet -> gw [auth] -> web:8080 -> cart:7070\n");
        const Posture posture = test::postureOf(model);
        int direct = 0, relayed = 0;
        for (const Path& path : posture.paths) {
            const std::string target = model.architecture.workload(path.target).name;
            if (path.kind == PathKind::direct && target == "web") {
                ++direct;
                QCOMPARE(path.authenticated, Verdict::present);
            }
            if (target == "cart") {
                QVERIFY(path.kind != PathKind::direct);
                relayed += path.kind == PathKind::relayed ? 1 : 0;
            }
        }
        QCOMPARE(direct, 1);
        QCOMPARE(relayed, 1);
        QVERIFY(!of(model, posture, "web").openDirect);
        QVERIFY(!of(model, posture, "cart").openRelayed);
        QCOMPARE(of(model, posture, "cart").steps, 0);
    }

    // A network policy that admits only the caller takes lateral ways from others; a job that listens nowhere has none.
    void lateralNeedsConnectivity()
    {
        const char* open = "internet -> web\nworkload vault port=8200\nworkload report CronJob\n";
        const Model before = test::modelOf(open);
        const Posture unprotected = test::postureOf(before);
        QCOMPARE(of(before, unprotected, "vault").steps, 1);
        QCOMPARE(of(before, unprotected, "report").steps, -1);
        const Model after = test::modelOf(std::string(open) + "policy vault selects app=vault; ingress\n");
        const Posture isolated = test::postureOf(after);
        QCOMPARE(of(after, isolated, "vault").steps, -1);
    }

    // Two ways in, one of them checked: the unchecked one is kept and says so.
    void secondWayIsKept()
    {
        const Model model = test::modelOf("internet -> gw [auth] -> web:8080\ninternet -> web\n");
        const Posture posture = test::postureOf(model);
        int open = 0, checked = 0;
        for (const Path& path : posture.paths)
            if (model.architecture.workload(path.target).name == "web") {
                QCOMPARE(path.kind, PathKind::direct);
                (path.authenticated == Verdict::present ? checked : open) += 1;
            }
        QCOMPARE(open, 1);
        QCOMPARE(checked, 1);
        QVERIFY(of(model, posture, "web").openDirect);
    }

    void noWayIn()
    {
        const Model model = test::modelOf("workload web port=8080\n");
        const Posture posture = test::postureOf(model);
        QVERIFY(posture.paths.empty());
        QCOMPARE(posture.workloads.front().steps, -1);
        QCOMPARE(posture.workloads.front().reachable.verdict, Verdict::missing);
        QVERIFY(!posture.workloads.front().reachable.within.empty());
    }

    void boundIsSaid()
    {
        // Eight diamonds in a row: 256 ways to the last, all with the same barriers, so few are kept.
        std::string system = "internet -> a0\n";
        for (int i = 0; i < 8; ++i) {
            const std::string a = "a" + std::to_string(i), b = "a" + std::to_string(i + 1);
            for (const char* side : {"l", "r"}) {
                const std::string mid = side + std::to_string(i);
                system += "workload " + mid + " port=8080\nservice " + mid + " 8080\ncall " + a + " -> " + mid + ":8080\n";
            }
            system += "workload " + b + " port=8080\nservice " + b + " 8080\n";
            for (const char* side : {"l", "r"})
                system += "call " + std::string(side) + std::to_string(i) + " -> " + b + ":8080\n";
        }
        const Posture posture = test::postureOf(system);
        QVERIFY(posture.pathBound > 0);
        QVERIFY(posture.paths.size() < 30);
        QVERIFY(!posture.pathsTruncated);
    }
};

QTEST_GUILESS_MAIN(TestPaths)
#include "tst_paths.moc"
