// SPDX-License-Identifier: GPL-3.0-or-later
// Ways in that need no route, and from where each is reachable.
#include "model/resolve/resolve.h"
#include "tests/support/golden_lines.h"
#include "tests/support/text_architecture.h"

using namespace bartizan;
using namespace bartizan::test;

class TestEntries : public QObject {
    Q_OBJECT
private slots:
    void balancers_data();
    void balancers();
    void nodePorts();
    void aroundTheBalancer();
    void externalIps();
    void hostPorts();
    void hostNetwork();
    void tunnels();
    void equalNumbers();
    void internetFacingAnnotation();
};

void TestEntries::balancers_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("reach");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* words, Reach reach, const char* reason) {
        QTest::newRow(words) << QString::fromLatin1(words) << int(reach) << QString::fromLatin1(reason);
    };
    row("80", Reach::notKnown, "neither its address");
    row("80 address=34.1.2.3", Reach::internet, "34.1.2.3 is public");
    row("80 address=10.0.0.5", Reach::privateNetwork, "10.0.0.5 is private");
    row("80 address=10.0.0.5 address=34.1.2.3", Reach::internet, "34.1.2.3");
    row("80 internal", Reach::privateNetwork, "annotation");
    row("80 internal address=34.1.2.3", Reach::internet, "public"); // what runs wins over what was asked for
    row("80 address=internal-a.elb.amazonaws.com", Reach::privateNetwork, "internal-a");
    row("80 address=a.elb.amazonaws.com", Reach::notKnown, "neither");
    row("80 address=34.1.2.3 sources=10.0.0.0/8", Reach::privateNetwork, "source ranges");
    row("80 address=34.1.2.3 sources=10.0.0.0/8 sources=0.0.0.0/0", Reach::internet, "public");
    row("80 address=34.1.2.3 sources=203.0.113.0/24", Reach::internet, "public");
}

void TestEntries::balancers()
{
    QFETCH(QString, words);
    QFETCH(int, reach);
    QFETCH(QString, reason);
    const Model model = modelOf("workload web port=8080\nservice web type=LoadBalancer " + words.toStdString() + "\n");
    QCOMPARE(model.architecture.entries.size(), std::size_t(1));
    const Entry& entry = model.architecture.entries.front();
    QCOMPARE(entry.id, std::string("loadBalancer:shop/web:80"));
    QCOMPARE(int(entry.reach), reach);
    QVERIFY2(entry.reachReason.find(reason.toStdString()) != std::string::npos, entry.reachReason.c_str());
    QCOMPARE(entry.evidence.line, 2u);
}

void TestEntries::nodePorts()
{
    const char* text = "workload web port=8080\nservice web type=NodePort 80:8080 nodePort=30080 443:8080\n";
    const Model bare = modelOf(text);
    COMPARE_TEXT(entriesText(bare.architecture), "nodePort:shop/web:443 node network shop/web[Deployment]:8080\n"
                                                 "nodePort:shop/web:80 node network shop/web[Deployment]:8080\n");
    QCOMPARE(bare.architecture.entries[1].port, 30080u);
    QCOMPARE(bare.architecture.entries[0].port, 0u); // the cluster has not chosen one yet
    const Model internalNode = modelOf(std::string(text) + "node n1 internal=10.0.0.1 external=10.9.9.9\n");
    QCOMPARE(internalNode.architecture.entries[0].reach, Reach::nodeNetwork);
    const Model publicNode = modelOf(std::string(text) + "node n1 internal=10.0.0.1 external=34.5.6.7\n");
    QCOMPARE(publicNode.architecture.entries[0].reach, Reach::internet);
    QVERIFY(publicNode.architecture.entries[0].reachReason.find("n1") != std::string::npos);
}

void TestEntries::aroundTheBalancer()
{
    const std::string node =
        "node n1 external=34.5.6.7\nworkload web port=8080\nservice web type=LoadBalancer 80:8080 nodePort=30080 ";
    COMPARE_TEXT(entriesText(modelOf(node + "address=34.1.2.3\n").architecture),
                 "loadBalancer:shop/web:80 internet shop/web[Deployment]:8080\n");
    COMPARE_TEXT(entriesText(modelOf(node + "internal\n").architecture),
                 "loadBalancer:shop/web:80 private network shop/web[Deployment]:8080\n"
                 "nodePort:shop/web:80 internet shop/web[Deployment]:8080\n");
    COMPARE_TEXT(entriesText(modelOf(node + "address=34.1.2.3 sources=203.0.113.0/24\n").architecture),
                 "loadBalancer:shop/web:80 internet shop/web[Deployment]:8080\n"
                 "nodePort:shop/web:80 internet shop/web[Deployment]:8080\n");
}

void TestEntries::externalIps()
{
    const Model model =
        modelOf("workload web\nservice web 80 externalIp=10.0.0.1\nservice pub -> app=web 80 externalIp=34.0.0.1\n");
    COMPARE_TEXT(entriesText(model.architecture), "externalIp:shop/pub:80 internet shop/web[Deployment]:80\n"
                                                  "externalIp:shop/web:80 private network shop/web[Deployment]:80\n");
}

void TestEntries::hostPorts()
{
    const Model model = modelOf("workload web hostPort=8443:443 port=80\nworkload agent DaemonSet hostPort=9000:9000\n");
    COMPARE_TEXT(entriesText(model.architecture), "hostPort:shop/agent:9000 node network shop/agent[DaemonSet]:9000\n"
                                                  "hostPort:shop/web:8443 node network shop/web[Deployment]:443\n");
    Inventory inventory = parseArchitecture("workload web hostPort=8443:443\n");
    inventory.workloads[0].pod.containers[0].ports[0].hostIp = "127.0.0.1";
    QVERIFY(resolve(inventory, shippedCatalogue()).entries.empty());
}

void TestEntries::hostNetwork()
{
    const Model model =
        modelOf("workload agent DaemonSet hostNetwork port=9100 probe=/healthz:9101\nworkload quiet DaemonSet hostNetwork\n");
    COMPARE_TEXT(entriesText(model.architecture), "hostNetwork:shop/agent:9100 node network shop/agent[DaemonSet]:9100\n"
                                                  "hostNetwork:shop/agent:9101 node network shop/agent[DaemonSet]:9101\n");
}

void TestEntries::tunnels()
{
    const Model model =
        modelOf("workload tunnel image=cloudflare/cloudflared:2025.1\nworkload app sidecar=tailscale/tailscale:v1\n");
    COMPARE_TEXT(entriesText(model.architecture), "tunnel:shop/app not known shop/app[Deployment]\n"
                                                  "tunnel:shop/tunnel not known shop/tunnel[Deployment]\n");
}

void TestEntries::equalNumbers()
{
    const Model model = modelOf("workload dns port=53/UDP port=5353\nservice dns type=LoadBalancer 53:5353 53/UDP\n"
                                "workload dns DaemonSet hostPort=7:7\n");
    COMPARE_TEXT(entriesText(model.architecture),
                 "hostPort:shop/dns:7 node network shop/dns[DaemonSet]:7\n"
                 "loadBalancer:shop/dns:53 not known shop/dns[DaemonSet] shop/dns[Deployment]:5353\n"
                 "loadBalancer:shop/dns:53/UDP not known shop/dns[DaemonSet] shop/dns[Deployment]:53\n");
}

void TestEntries::internetFacingAnnotation()
{
    Inventory inventory = parseArchitecture("workload web port=8080\nservice web type=LoadBalancer 80 internal\n");
    inventory.services[0].internalBalancer.value = false;
    QCOMPARE(resolve(inventory, shippedCatalogue()).entries.front().reach, Reach::internet);
}

QTEST_GUILESS_MAIN(TestEntries)
#include "tst_entries.moc"
