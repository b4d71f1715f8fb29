// SPDX-License-Identifier: GPL-3.0-or-later
// The text form of a system: chains make gateways, routes, calls and mesh policies; mistakes name their line.
#include "tests/support/golden_lines.h"
#include "tests/support/text_architecture.h"

#include <stdexcept>

using namespace bartizan;
using namespace bartizan::test;

class TestTextForm : public QObject {
    Q_OBJECT
private slots:
    void chain();
    void withoutGateway();
    void policies();
    void mistakes_data();
    void mistakes();
};

void TestTextForm::chain()
{
    const Model model = modelOf("internet -> gw:443 [tls, auth, rate] -> cart [mtls] -> redis:6379 [plain]\n");
    const Architecture& architecture = model.architecture;
    QCOMPARE(workloadById(architecture, "shop/gw[Deployment]").role, WorkloadRole::gateway);
    QCOMPARE(architecture.routes.size(), std::size_t(1));
    const Route& route = architecture.routes.front();
    QCOMPARE(route.edgeTls, TlsMode::terminate);
    QCOMPARE(route.protections.size(), std::size_t(2));
    QCOMPARE(architecture.workload(route.backends.front().workloads.front()).name, std::string("cart"));
    QVERIFY(!route.entries.empty());
    for (const EntryId id : route.entries) {
        QCOMPARE(architecture.workload(architecture.entries[id.pos()].workloads.front()).name, std::string("gw"));
        QCOMPARE(architecture.entries[id.pos()].reach, Reach::internet);
    }
    COMPARE_TEXT(callsText(architecture), "shop/cart[Deployment] -> shop/redis[Deployment] TCP 6379 http\n");
    QCOMPARE(model.inventory.meshAuthentications.size(), std::size_t(1));
}

void TestTextForm::withoutGateway()
{
    const Model model = modelOf("workload web port=80\ninternet -> web:80 -> api:9000 [tls]\ncall api -> store postgres\n");
    COMPARE_TEXT(entriesText(model.architecture), "loadBalancer:shop/web:80 internet shop/web[Deployment]:80\n");
    COMPARE_TEXT(callsText(model.architecture), "shop/api[Deployment] -> shop/store[Deployment] TCP 8080 postgres\n"
                                                "shop/web[Deployment] -> shop/api[Deployment] TCP 9000 https\n");
}

void TestTextForm::policies()
{
    const Inventory inventory =
        parseArchitecture("policy shop/p selects app=web; ingress from ns:edge/app=gw cidr:10.0.0.0/8 port 80 53/UDP; egress\n");
    const NetworkPolicyRecord& policy = inventory.networkPolicies.front();
    QVERIFY(policy.ingress && policy.egress);
    QVERIFY(policy.egressRules.empty());
    const NetworkRule& rule = policy.ingressRules.front();
    QVERIFY(!rule.anyPeer && !rule.anyPort);
    QCOMPARE(rule.peers.size(), std::size_t(2));
    QCOMPARE(toText(rule.peers[0].namespaces), std::string("kubernetes.io/metadata.name=edge"));
    QCOMPARE(rule.peers[1].cidr, std::string("10.0.0.0/8"));
    QCOMPARE(rule.ports[1].protocol, std::string("UDP"));
    QCOMPARE(rule.evidence.line, 1u);
}

void TestTextForm::mistakes_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"frobnicate x", "workload", "workload web port=x", "env absent A=b", "workload web\nenv web A", "policy p",
          "internet ->", "internet -> web [tls", "service s ->", "workload web colour=red", "node n up"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestTextForm::mistakes()
{
    QFETCH(QString, text);
    try {
        parseArchitecture(text.toStdString());
    } catch (const std::invalid_argument& error) {
        const QString line = QStringLiteral("line %1: ").arg(text.count(QLatin1Char('\n')) + 1);
        QVERIFY2(QString::fromUtf8(error.what()).startsWith(line), error.what());
        return;
    }
    QFAIL("it was accepted");
}

QTEST_GUILESS_MAIN(TestTextForm)
#include "tst_text_form.moc"
