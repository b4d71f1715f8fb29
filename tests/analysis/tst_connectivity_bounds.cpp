// SPDX-License-Identifier: GPL-3.0-or-later
// What hostile or unusual input must not change: many rules, pods that only look alike, namespaces of the same name in two
// clusters, policies of the same order, work that is stopped.
#include "analysis/connectivity/answers.h"
#include "analysis/connectivity/exposure.h"
#include "model/resolve/resolve.h"
#include "tests/support/import_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

#include <algorithm>

using namespace bartizan;
using namespace bartizan::connectivity;
using namespace bartizan::test;

namespace {

Selector selectorOf(const char* key, const char* value)
{
    Selector selector;
    selector.present = true;
    selector.requirements = {{key, SelectorRequirement::Op::in, {value}}};
    return selector;
}

Space space(const char* cluster, const char* env)
{
    return {cluster, "shop", {{"env", env, {}}, {"kubernetes.io/metadata.name", "shop", {}}}};
}

Pod pod(const char* id, std::size_t where)
{
    Pod made;
    made.id = id;
    made.space = where;
    made.labels = {{"app", "web", {}}};
    return made;
}

PolicyRuleRecord allowing(PodSet peers, std::uint32_t port)
{
    PolicyRuleRecord rule;
    rule.peers.emplace_back();
    rule.peers.back().pods = std::move(peers);
    rule.ports.push_back({"TCP", {}, port, port, {}});
    return rule;
}

Policy ingressIn(const char* cluster, std::vector<PolicyRuleRecord> rules)
{
    Policy policy;
    policy.name = "NetworkPolicy shop/p";
    policy.together = true;
    policy.cluster = cluster;
    policy.ns = "shop";
    policy.networks = {0};
    policy.deniesRest[static_cast<std::size_t>(Direction::ingress)] = true;
    policy.record.selects.ns = "shop";
    policy.record.ingress = true;
    policy.record.ingressRules = std::move(rules);
    return policy;
}

// Policies of an input in the order in which they are asked.
std::vector<std::string> order(const char* text)
{
    Model model{importText(text), {}};
    model.architecture = resolve(model.inventory, shippedCatalogue());
    std::vector<std::string> names;
    for (const Policy& policy : worldOf(model).policies)
        names.push_back(policy.name);
    return names;
}

} // namespace

class TestConnectivityBounds : public QObject {
    Q_OBJECT
private slots:
    void manyPorts();
    void manyExceptions();
    void addressesTellPodsApart();
    void namespacesOfTwoClusters();
    void alikePodsAreExposedAlike();
    void uncertainRowsEnd();
    void equalOrders();
    void attachments();
    void stopped();
};

void TestConnectivityBounds::manyPorts()
{
    World world;
    world.spaces.push_back(space("", "dev"));
    world.pods = {pod("a", 0), pod("b", 0)};
    std::vector<PolicyRuleRecord> rules;
    for (std::uint32_t port = 1; port <= 4001; port += 2)
        rules.push_back(allowing({}, port));
    world.policies.push_back(ingressIn("", std::move(rules)));
    const PortSet ports = Connectivity::of(world)->allowed({End::Kind::pod, 0}, {End::Kind::pod, 1});
    QCOMPARE(ports.ports(Protocol::tcp).size(), std::size_t(2001));
    QVERIFY(ports.ports(Protocol::udp).empty() && ports.others().none());
}

void TestConnectivityBounds::manyExceptions()
{
    World world;
    world.spaces.push_back(space("", "dev"));
    world.pods = {pod("a", 0)};
    PolicyRuleRecord rule = allowing({}, 80);
    PolicyPeer& peer = rule.peers.front();
    peer.kind = PolicyPeer::Kind::addresses;
    peer.blocks = {{"10.0.0.0/8", {}}};
    for (int i = 0; i < 40000; i += 2) // every other address, the last first
        peer.blocks[0].except.push_back("10.1." + std::to_string(200 - i / 256) + "." + std::to_string(254 - i % 256) + "/32");
    world.policies.push_back(ingressIn("", {rule}));
    const auto engine = Connectivity::of(world);
    const auto rows = outsideOf(*engine, 0, Direction::ingress, 0);
    QCOMPARE(rows.size(), std::size_t(20001));
    QCOMPARE(toText(rows.front().first.first), std::string("10.0.0.0"));
    QCOMPARE(toText(rows.back().first.last), std::string("10.255.255.255"));
}

// The same digits, divided otherwise into a network and an address.
void TestConnectivityBounds::addressesTellPodsApart()
{
    World world;
    world.spaces.push_back(space("", "dev"));
    for (int i = 1; i < 12; ++i)
        world.networks.push_back({"secondary NAD n" + std::to_string(i), false, false});
    world.pods = {pod("a", 0), pod("b", 0)};
    for (Pod& one : world.pods)
        one.secondary = {1, 11};
    world.pods[0].addresses = {{1, blockOf("10.0.0.1")->first}};
    world.pods[1].addresses = {{11, blockOf("0.0.0.1")->first}};
    const auto engine = Connectivity::of(world);
    QVERIFY(engine->classOf(0) != engine->classOf(1));
}

// A rule by the namespace's labels counts for pods that may come into the namespace of that name in the policy's cluster.
void TestConnectivityBounds::namespacesOfTwoClusters()
{
    World world;
    world.spaces = {space("one", "dev"), space("two", "prod")};
    world.pods = {pod("one/web", 0), pod("two/web", 1)};
    PodSet coming, prod;
    coming.ns = "shop";
    coming.pods = selectorOf("app", "new");
    prod.namespaces = selectorOf("env", "prod");
    world.policies.push_back(ingressIn("two", {allowing(coming, 80), allowing(prod, 443)}));
    bool found = false;
    for (const Exposed& row : exposureOf(*Connectivity::of(world)))
        if (row.pod == 1 && row.direction == Direction::ingress && row.peer.kind == Party::Kind::pods &&
            row.peer.pods->ns == "shop") {
            found = true;
            QCOMPARE(toText(row.ports), std::string("TCP 80,443"));
        }
    QVERIFY(found);
}

void TestConnectivityBounds::alikePodsAreExposedAlike()
{
    World world;
    world.spaces.push_back(space("", "dev"));
    world.pods = {pod("a", 0), pod("b", 0)};
    PodSet prod;
    prod.namespaces = selectorOf("env", "prod");
    world.policies.push_back(ingressIn("", {allowing(prod, 443)}));
    const std::vector<Exposed> rows = exposureOf(*Connectivity::of(world));
    std::vector<std::string> texts[2];
    for (const Exposed& row : rows)
        texts[row.pod].push_back(idOf(world, row.peer) + " " + toText(row.ports));
    QVERIFY(!texts[0].empty());
    QVERIFY(texts[0] == texts[1]);
}

void TestConnectivityBounds::uncertainRowsEnd()
{
    World world;
    world.spaces.push_back(space("", "dev"));
    for (int i = 0; i < 200; ++i)
        world.pods.push_back(pod(("pod" + std::to_string(i)).c_str(), 0));
    PolicyRuleRecord rule = allowing({}, 0);
    rule.ports.front().name = "http"; // which no pod has
    world.policies.push_back(ingressIn("", {rule}));
    const Answers answers = answersOf(*Connectivity::of(world), {});
    QCOMPARE(answers.uncertain.size(), std::size_t(20000));
    QVERIFY(answers.uncertainCut);
}

// Equal orders: by name, as Calico keeps it, with the tier and behind the namespace; not by kind.
void TestConnectivityBounds::equalOrders()
{
    const char* text = "apiVersion: v1\n"
                       "kind: Namespace\n"
                       "metadata: {name: apps}\n"
                       "---\n"
                       "apiVersion: projectcalico.org/v3\n"
                       "kind: GlobalNetworkPolicy\n"
                       "metadata: {name: allow}\n"
                       "spec: {order: 1000, ingress: [{action: Allow}]}\n"
                       "---\n"
                       "apiVersion: networking.k8s.io/v1\n"
                       "kind: NetworkPolicy\n"
                       "metadata: {name: any, namespace: apps}\n"
                       "spec: {podSelector: {}, ingress: [{}]}\n"
                       "---\n"
                       "apiVersion: projectcalico.org/v3\n"
                       "kind: NetworkPolicy\n"
                       "metadata: {name: deny, namespace: apps}\n"
                       "spec: {order: 1000, ingress: [{action: Deny}]}\n";
    const std::vector<std::string> names = order(text);
    QCOMPARE(names.size(), std::size_t(3));
    QCOMPARE(names[0], std::string("NetworkPolicy apps/deny"));
    QCOMPARE(names[1], std::string("NetworkPolicy apps/any"));
    QCOMPARE(names[2], std::string("GlobalNetworkPolicy allow"));
}

// A value that reads like a key is none.
void TestConnectivityBounds::attachments()
{
    Model model{
        importText(
            "apiVersion: k8s.cni.cncf.io/v1\n"
            "kind: NetworkAttachmentDefinition\n"
            "metadata: {name: blue, namespace: apps}\n"
            "---\n"
            "apiVersion: apps/v1\n"
            "kind: Deployment\n"
            "metadata: {name: web, namespace: apps}\n"
            "spec:\n"
            "  selector: {matchLabels: {app: web}}\n"
            "  template:\n"
            "    metadata:\n"
            "      labels: {app: web}\n"
            "      annotations:\n"
            "        k8s.v1.cni.cncf.io/networks: '[{\"name\": \"blue\", \"interface\": \"name\", \"ips\": [\"10.5.0.1/24\"]}]'\n"
            "    spec: {containers: [{name: web, image: web}]}\n"),
        {}};
    model.architecture = resolve(model.inventory, shippedCatalogue());
    const World world = worldOf(model);
    QVERIFY(!world.pods.empty());
    QCOMPARE(world.pods[0].secondary.size(), std::size_t(1));
    QCOMPARE(world.pods[0].addresses.size(), std::size_t(1));
    QCOMPARE(toText(world.pods[0].addresses[0].second), std::string("10.5.0.1"));
}

void TestConnectivityBounds::stopped()
{
    World world;
    world.spaces.push_back(space("", "dev"));
    world.pods = {pod("a", 0), pod("b", 0)};
    world.policies.push_back(ingressIn("", {allowing({}, 80)}));
    std::stop_source source;
    source.request_stop();
    QVERIFY(Connectivity::of(world, source.get_token()) != nullptr);
    const auto engine = Connectivity::of(world);
    QVERIFY(exposureOf(*engine, source.get_token()).empty());
    QVERIFY(!exposureOf(*engine).empty());
}

QTEST_GUILESS_MAIN(TestConnectivityBounds)
#include "tst_connectivity_bounds.moc"
