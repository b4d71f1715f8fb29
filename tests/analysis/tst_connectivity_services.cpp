// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of Cilium that name Services: one with a selector means its pods alone, one without the addresses of its endpoints,
// one that is not in the input may be anything, and so may those that are too many. What they become is bounded.
#include "analysis/connectivity/answers.h"
#include "model/inventory/endpoints.h"
#include "model/resolve/resolve.h"
#include "tests/support/import_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

#include <string>
#include <vector>

using namespace bartizan;
using namespace bartizan::connectivity;
using namespace bartizan::test;

namespace {

std::string pod(const std::string& ns, const std::string& name)
{
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: " + name + ", namespace: " + ns + ", labels: {app: " + name +
           "}}\nspec: {containers: [{name: c, image: i}]}\n---\n";
}

const std::string pods = pod("a", "web") + pod("a", "db") + pod("b", "web") + pod("b", "cli");

const std::string web = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: a, labels: {tier: front}}\n"
                        "spec: {selector: {app: web}, ports: [{port: 80}]}\n---\n";
const std::string outer = "apiVersion: v1\nkind: Service\nmetadata: {name: outer, namespace: a, labels: {tier: back}}\n"
                          "spec: {ports: [{port: 80}]}\n---\n";
const std::string endpoints = "apiVersion: v1\nkind: Endpoints\nmetadata: {name: outer, namespace: a}\n"
                              "subsets: [{addresses: [{ip: 198.51.100.7}], ports: [{port: 80}]}]\n---\n";

std::string policy(const std::string& services)
{
    return "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: x, namespace: b}\n"
           "spec: {endpointSelector: {matchLabels: {app: cli}}, egress: [{toServices: [" +
           services + "]}]}\n";
}

std::string endpointsOf(const std::string& subsets)
{
    return "apiVersion: v1\nkind: Endpoints\nmetadata: {name: outer, namespace: a}\nsubsets: " + subsets + "\n---\n";
}

std::string aliasOf(const std::string& more)
{
    return "apiVersion: v1\nkind: Service\nmetadata: {name: outer, namespace: a}\n"
           "spec: {type: ExternalName, externalName: db.example.com" +
           more + "}\n---\n";
}

// Addresses 20.0.N.0, 20.0.N.2, ...: no two are neighbours.
std::string slice(std::size_t n, std::size_t count)
{
    std::string text = "apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: {name: outer-" + std::to_string(n) +
                       ", namespace: a, labels: {kubernetes.io/service-name: outer}}\naddressType: IPv4\nendpoints:\n";
    for (std::size_t i = 0; i < count; ++i)
        text +=
            "- addresses: [20." + std::to_string(i / 100) + "." + std::to_string(n) + "." + std::to_string(2 * (i % 100)) + "]\n";
    return text + "---\n";
}

std::string slices(std::size_t count, std::size_t addresses)
{
    std::string text;
    for (std::size_t n = 0; n < count; ++n)
        text += slice(n, addresses);
    return text;
}

// A policy with so many rules, each of which names these.
std::string policyOf(std::size_t rules, const std::string& services)
{
    std::string text = "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: x, namespace: b}\n"
                       "spec:\n  endpointSelector: {matchLabels: {app: cli}}\n  egress:\n";
    for (std::size_t i = 0; i < rules; ++i)
        text += "  - toServices: [" + services + "]\n";
    return text;
}

World worldFrom(const std::string& text)
{
    Model model{importText(text), {}};
    model.architecture = resolve(model.inventory, shippedCatalogue());
    return worldOf(model);
}

std::size_t blocksOf(const PolicyRuleRecord& rule)
{
    std::size_t blocks = 0;
    for (const PolicyPeer& peer : rule.peers)
        blocks += peer.blocks.size();
    return blocks;
}

bool meansEveryone(const PolicyRuleRecord& rule)
{
    return rule.peers.size() == 1 && rule.peers.front().kind == PolicyPeer::Kind::everyone && blocksOf(rule) == 0;
}

const std::string said = "these are more than are looked up, and everyone counts as one of them";

// Reasons for which the answer is uncertain.
std::string reasons(const std::string& text)
{
    std::string found;
    for (const Uncertain& row : answersOf(*Connectivity::of(worldFrom(text)), {}).uncertain)
        if (found.find(row.reason) == std::string::npos)
            found += (found.empty() ? "" : "|") + row.reason;
    return found;
}

// Whom b/cli reaches, and after a bar to whom that is uncertain. Of IPv4; with ports where they are not all.
std::string reached(const std::string& text)
{
    const World world = worldFrom(text);
    const auto engine = Connectivity::of(world);
    const Answers answers = answersOf(*engine, {});
    std::string found;
    const auto add = [&](const Party& from, const Party& to, const PortSet& ports) {
        if (idOf(world, from) == "b/cli[Pod]" && !to.range.first.v6)
            found += (found.empty() ? "" : " ") + idOf(world, to) + (ports.isEverything() ? "" : " " + toText(ports));
    };
    for (const Connection& row : answers.networks.front().connections)
        add(row.from, row.to, row.ports);
    found += " |";
    for (const Uncertain& row : answers.uncertain)
        add(row.from, row.to, row.ports);
    return found;
}

const std::string webAlone = "a/web[Pod] | a/web[Pod]", outside = "ip:0.0.0.0-255.255.255.255",
                  address = "ip:198.51.100.7-198.51.100.7",
                  neighbours = "ip:198.51.100.7-198.51.100.10 ip:198.51.100.12-198.51.100.12", nobody = " |",
                  all = "a/db[Pod] a/web[Pod] b/web[Pod] " + outside + " | entire-cluster " + outside;

} // namespace

class TestConnectivityServices : public QObject {
    Q_OBJECT
private slots:
    void reach_data();
    void reach();
    void namedOften();
    void manyOfOneRule();
    void manyOfAllRules();
    void manyServices();
};

void TestConnectivityServices::reach_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const std::string& text, const std::string& expected) {
        QTest::newRow(name) << QString::fromStdString(text) << QString::fromStdString(expected);
    };
    const std::string toWeb = policy("{k8sService: {serviceName: web, namespace: a}}"),
                      toOuter = policy("{k8sService: {serviceName: outer, namespace: a}}");
    row("with a selector", pods + web + toWeb, webAlone);
    row("in any namespace", pods + web + policy("{k8sService: {serviceName: web}}"), webAlone);
    row("not in the input", pods + toWeb, all);
    row("of another namespace", pods + web + policy("{k8sService: {serviceName: web, namespace: b}}"), all);
    row("by labels", pods + web + outer + policy("{k8sServiceSelector: {selector: {matchLabels: {'k8s:tier': front}}}}"),
        webAlone);
    row("by labels of none", pods + web + policy("{k8sServiceSelector: {selector: {matchLabels: {tier: none}}}}"), all);
    row("without a selector", pods + outer + toOuter, outside + " | " + outside);
    row("with endpoints", pods + outer + endpoints + toOuter, address + " | " + address);
    row("with endpoints that are neighbours",
        pods + outer +
            endpointsOf("[{addresses: [{ip: 198.51.100.10}, {ip: 198.51.100.8}, {ip: 198.51.100.9}, {ip: 198.51.100.7}]}, "
                        "{addresses: [{ip: 198.51.100.12}, {ip: 198.51.100.9}, {ip: '2001:db8::1'}, {ip: '2001:db8::2'}]}]") +
            toOuter,
        neighbours + " | " + neighbours);
    row("with no endpoints", pods + outer + endpointsOf("[]") + toOuter, nobody);
    row("with endpoints that are not ready", pods + outer + endpointsOf("[{notReadyAddresses: [{ip: 198.51.100.7}]}]") + toOuter,
        nobody);
    row("with no endpoints, and with a selector",
        pods + web + outer + endpointsOf("[]") +
            policy("{k8sService: {serviceName: web, namespace: a}}, {k8sService: {serviceName: outer, namespace: a}}"),
        webAlone);
    row("with as many endpoints as are kept", pods + outer + slice(1, mostEndpointAddresses) + toOuter,
        outside + " | " + outside);
    row("another name", pods + aliasOf("") + toOuter, nobody);
    row("another name, with a selector", pods + aliasOf(", selector: {app: web}") + toOuter, nobody);
    row("another name, with endpoints", pods + aliasOf("") + endpoints + toOuter, nobody);
    row("two",
        pods + web + outer + endpoints +
            policy("{k8sService: {serviceName: web, namespace: a}}, {k8sService: {serviceName: outer, namespace: a}}"),
        "a/web[Pod] " + address + " | a/web[Pod] " + address);
    row("one of them not in the input",
        pods + web + policy("{k8sService: {serviceName: web, namespace: a}}, {k8sService: {serviceName: outer, namespace: a}}"),
        all);
    row("nothing that is named", pods + web + policy("{}"), all);
}

void TestConnectivityServices::reach()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(reached(text.toStdString())), expected);
}

// However often a rule names a Service, its addresses are there once.
void TestConnectivityServices::namedOften()
{
    const std::string name = "{k8sService: {serviceName: outer, namespace: a}}";
    std::string names = name;
    for (int i = 0; i < 50; ++i)
        names += ", " + name + ", {k8sServiceSelector: {selector: {matchLabels: {tier: back}}}}";
    const World world = worldFrom(pods + outer + slices(3, 100) + policyOf(2, names));
    QCOMPARE(world.policies.size(), std::size_t(1));
    QCOMPARE(world.policies.front().record.egressRules.size(), std::size_t(2));
    for (const PolicyRuleRecord& rule : world.policies.front().record.egressRules) {
        QCOMPARE(rule.peers.size(), std::size_t(1));
        QCOMPARE(blocksOf(rule), std::size_t(300));
    }
}

void TestConnectivityServices::manyOfOneRule()
{
    const std::string rule = policy("{k8sService: {serviceName: outer, namespace: a}}");
    const std::string few = pods + outer + slices(16, 250) + rule, many = pods + outer + slices(17, 250) + rule;
    QCOMPARE(blocksOf(worldFrom(few).policies.front().record.egressRules.front()), std::size_t(4000));
    QVERIFY(!reasons(few).empty() && reasons(few).find(said) == std::string::npos);

    const World world = worldFrom(many);
    QVERIFY(meansEveryone(world.policies.front().record.egressRules.front()));
    QCOMPARE(QString::fromStdString(reached(many)), QString::fromStdString(all));
    QCOMPARE(QString::fromStdString(reasons(many)),
             QString::fromStdString("a rule of CiliumNetworkPolicy b/x allows less than its ports say: endpoints of a Service; " +
                                    said));
}

void TestConnectivityServices::manyOfAllRules()
{
    const World world =
        worldFrom(pods + outer + slices(16, 250) + policyOf(80, "{k8sService: {serviceName: outer, namespace: a}}"));
    const std::vector<PolicyRuleRecord>& rules = world.policies.front().record.egressRules;
    QCOMPARE(rules.size(), std::size_t(80));
    std::size_t blocks = 0;
    for (const PolicyRuleRecord& rule : rules) {
        blocks += blocksOf(rule);
        QVERIFY(meansEveryone(rule) ? rule.narrower.find(said) != std::string::npos
                                    : blocksOf(rule) == 4000 && rule.narrower.find(said) == std::string::npos);
    }
    QCOMPARE(blocks, std::size_t(62 * 4000)); // 250,000 and no more
    QVERIFY(!meansEveryone(rules.front()) && meansEveryone(rules.back()));
}

// Services of pods count too, with their labels.
void TestConnectivityServices::manyServices()
{
    const auto text = [](std::size_t count) {
        std::string services;
        for (std::size_t i = 0; i < count; ++i)
            services += "apiVersion: v1\nkind: Service\nmetadata: {name: s" + std::to_string(i) +
                        ", namespace: a, labels: {tier: front}}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n---\n";
        return pods + services + policy("{k8sServiceSelector: {selector: {matchLabels: {tier: front}}}}");
    };
    QCOMPARE(worldFrom(text(2000)).policies.front().record.egressRules.front().peers.size(), std::size_t(2000));
    QCOMPARE(reached(text(2000)), webAlone);
    const World world = worldFrom(text(2100));
    QVERIFY(meansEveryone(world.policies.front().record.egressRules.front()));
    QVERIFY(world.policies.front().record.egressRules.front().narrower.find(said) != std::string::npos);
}

QTEST_APPLESS_MAIN(TestConnectivityServices)
#include "tst_connectivity_services.moc"
