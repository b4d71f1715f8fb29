// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to be uncertain, and that nothing else is: rules that match less than their ports say, blocks that may hold
// addresses of pods, pods on their node's network towards the outside, ended pods, sets of addresses of another cluster.
#include "analysis/connectivity/answers.h"
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

Pod pod(const char* id, const char* app)
{
    Pod made;
    made.id = id;
    made.labels = {{"app", app, {}}};
    return made;
}

World twoPods()
{
    World world;
    world.spaces = {{"", "shop", {{"kubernetes.io/metadata.name", "shop", {}}}}};
    world.pods = {pod("shop/a[Pod]", "a"), pod("shop/b[Pod]", "b")};
    return world;
}

Selector app(const char* name)
{
    Selector selector;
    selector.present = true;
    selector.requirements = {{"app", SelectorRequirement::Op::in, {name}}};
    return selector;
}

Policy ofPod(const char* name, Direction direction, PolicyRuleRecord rule)
{
    Policy policy;
    policy.name = "Policy shop/p";
    policy.networks = {0};
    policy.deniesRest[static_cast<std::size_t>(direction)] = true;
    policy.record.selects.pods = app(name);
    (direction == Direction::ingress ? policy.record.ingress : policy.record.egress) = true;
    (direction == Direction::ingress ? policy.record.ingressRules : policy.record.egressRules).push_back(std::move(rule));
    return policy;
}

PolicyRuleRecord webRule()
{
    PolicyRuleRecord rule;
    rule.ports.push_back({"TCP", {}, 80, 80, {}});
    return rule;
}

PolicyRuleRecord blockRule(std::vector<const char*> blocks, bool alsoPods)
{
    PolicyRuleRecord rule = webRule();
    rule.peers.emplace_back();
    rule.peers.back().kind = PolicyPeer::Kind::addresses;
    rule.peers.back().alsoPods = alsoPods;
    for (const char* block : blocks)
        rule.peers.back().blocks.push_back({block, {}});
    return rule;
}

std::vector<std::string> uncertain(const World& world)
{
    std::vector<std::string> rows;
    for (const Uncertain& row : answersOf(*Connectivity::of(world), {}).uncertain)
        rows.push_back(idOf(world, row.from) + " > " + idOf(world, row.to) + " " + toText(row.ports) + ": " + row.reason);
    return rows;
}

std::string joined(const std::vector<std::string>& rows)
{
    std::string text;
    for (const std::string& row : rows)
        text += row + "\n";
    return text;
}

std::string allowed(const World& world, std::size_t from, std::size_t to)
{
    return toText(Connectivity::of(world)->allowed({End::Kind::pod, from}, {End::Kind::pod, to}));
}

const std::string byAddress = ": Policy shop/p names addresses that pods may have; the answer is as if none had them\n";

} // namespace

class TestConnectivityUncertain : public QObject {
    Q_OBJECT
private slots:
    void narrowerRules();
    void answersForAddresses();
    void manyAddresses();
    void addressesOfPods();
    void onlyWhereItMatters();
    void nodeNetwork();
    void endedPods();
    void setsOfClusters();
};

void TestConnectivityUncertain::narrowerRules()
{
    World world = twoPods();
    PolicyRuleRecord rule = webRule();
    rule.peers.emplace_back();
    rule.peers.back().pods.pods = app("b");
    world.policies = {ofPod("a", Direction::ingress, rule)};
    QCOMPARE(joined(uncertain(world)), std::string());
    world.policies.front().record.ingressRules.front().narrower = "HTTP rules";
    QCOMPARE(allowed(world, 1, 0), std::string("TCP 80"));
    QCOMPARE(joined(uncertain(world)), std::string("shop/b[Pod] > shop/a[Pod] TCP 80: a rule of Policy shop/p allows less than "
                                                   "its ports say: HTTP rules\n"));
    PolicyRuleRecord& written = world.policies.front().record.ingressRules.front();
    written.action = PolicyRuleRecord::Action::deny;
    world.policies.front().deniesRest[0] = false;
    QCOMPARE(allowed(world, 1, 0), toText(PortSet::everything()));
    QCOMPARE(uncertain(world).size(), std::size_t(1));
    QVERIFY(uncertain(world).front().find("is left out, it means less than it names: HTTP rules") != std::string::npos);
}

// Rows about addresses say the answer, not the rule's own ports, and are told apart where it differs.
void TestConnectivityUncertain::answersForAddresses()
{
    World world = twoPods();
    PolicyRuleRecord rule = blockRule({"203.0.113.0/24"}, false), refusal = blockRule({"203.0.113.0/25"}, false),
                     other = blockRule({"203.0.113.128/26", "198.51.100.0/24"}, false);
    rule.narrower = "HTTP rules";
    refusal.action = PolicyRuleRecord::Action::deny;
    other.ports.front().first = other.ports.front().last = 443;
    world.policies = {ofPod("a", Direction::egress, rule)};
    const std::string reason = ": a rule of Policy shop/p allows less than its ports say: HTTP rules\n",
                      to = "shop/a[Pod] > ip:203.0.113.";
    QCOMPARE(joined(uncertain(world)), to + "0-203.0.113.255 TCP 80" + reason);

    Policy& policy = world.policies.front();
    policy.together = true;
    policy.record.egressRules.push_back(refusal);
    policy.record.egressRules.push_back(other);
    QCOMPARE(joined(uncertain(world)), to + "0-203.0.113.127 " + toText(PortSet()) + reason + to +
                                           "128-203.0.113.191 TCP 80,443" + reason + to + "192-203.0.113.255 TCP 80" + reason);

    policy.record.egressRules.back() = blockRule({"203.0.113.128/26"}, false); // lets through what the rule does anyhow
    QCOMPARE(joined(uncertain(world)),
             to + "0-203.0.113.127 " + toText(PortSet()) + reason + to + "128-203.0.113.255 TCP 80" + reason);

    rule.action = PolicyRuleRecord::Action::deny; // left out, and nothing else lets through
    world.policies = {ofPod("a", Direction::egress, rule)};
    QCOMPARE(joined(uncertain(world)), to + "0-203.0.113.255 " + toText(PortSet()) +
                                           ": a rule of Policy shop/p is left out, it means less than it names: HTTP rules\n");

    rule.action = PolicyRuleRecord::Action::allow; // pods of one kind have the same rows
    world = twoPods();
    world.pods.back().labels = world.pods.front().labels;
    world.policies = {ofPod("a", Direction::ingress, rule)};
    QCOMPARE(joined(uncertain(world)), "ip:203.0.113.0-203.0.113.255 > shop/a[Pod] TCP 80" + reason +
                                           "ip:203.0.113.0-203.0.113.255 > shop/b[Pod] TCP 80" + reason);
}

// More than 50 ranges, as the rule has them or as the answer cuts them, are one row for each family.
void TestConnectivityUncertain::manyAddresses()
{
    const std::string reason = ": a rule of Policy shop/p allows less than its ports say: HTTP rules\n",
                      four = "shop/a[Pod] > ip:" + toText(everyIpv4()) + " ",
                      six = "shop/a[Pod] > ip:" + toText(everyIpv6()) + " ", nothing = toText(PortSet()) + reason;
    const auto blocks = [](std::size_t count, const std::string& begin, const std::string& end) { // every other one
        PolicyRuleRecord rule = blockRule({}, false);
        for (std::size_t i = 0; i < count; ++i)
            rule.peers.back().blocks.push_back({begin + std::to_string(10 + 2 * i) + end, {}});
        return rule;
    };
    PolicyRuleRecord rule = blocks(50, "203.0.", ".0/24");
    rule.narrower = "HTTP rules";
    World world = twoPods();
    world.policies = {ofPod("a", Direction::egress, rule)};
    QCOMPARE(uncertain(world).size(), std::size_t(50));
    rule.peers.back().blocks.push_back({"198.51.100.0/24", {}});
    world.policies = {ofPod("a", Direction::egress, rule)};
    QCOMPARE(joined(uncertain(world)), four + nothing);

    PolicyRuleRecord other = blockRule({"0.0.0.0/0"}, false);
    other.ports.front().first = other.ports.front().last = 443;
    world.policies.front().record.egressRules.push_back(other);
    QCOMPARE(joined(uncertain(world)), four + "TCP 443" + reason);

    rule = blocks(51, "2001:db8:", "::/48");
    rule.narrower = "HTTP rules";
    world.policies = {ofPod("a", Direction::egress, rule)};
    QCOMPARE(joined(uncertain(world)), six + nothing);

    rule = blockRule({"203.0.0.0/16"}, false);
    rule.narrower = "HTTP rules";
    PolicyRuleRecord refusal = blocks(24, "203.0.", ".0/24"); // 24 parts without, 25 with
    refusal.action = PolicyRuleRecord::Action::deny;
    Policy policy = ofPod("a", Direction::egress, rule);
    policy.together = true;
    policy.record.egressRules.push_back(refusal);
    world.policies = {policy};
    QCOMPARE(uncertain(world).size(), std::size_t(49));
    refusal = blocks(25, "203.0.", ".0/24");
    refusal.action = PolicyRuleRecord::Action::deny;
    world.policies.front().record.egressRules.back() = refusal;
    QCOMPARE(joined(uncertain(world)), four + nothing);
}

void TestConnectivityUncertain::addressesOfPods()
{
    struct Case {
        std::vector<const char*> blocks;
        bool alsoPods;
        const char* allowed;
        std::size_t rows;
    };
    const std::vector<Case> cases{
        {{"0.0.0.0/0"}, false, "No connections", 0},                                             // Kubernetes: never pods
        {{"0.0.0.0/0"}, true, "TCP 80", 0},                                                      // whatever their addresses are
        {{"0.0.0.0/1", "128.0.0.0/1"}, true, "TCP 80", 0},                                       //
        {{"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"}, true, "TCP 80", 0}, // all that pods have
        {{"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"}, true, "No connections", 1},
        {{"10.0.0.0/8"}, true, "No connections", 1},     // may hold some
        {{"203.0.113.0/24"}, true, "No connections", 0}, // pods have none there
        {{"2001:db8::/32"}, true, "No connections", 1},  // but may have global ones of IPv6
        {{"10.0.0.0/8", "fe80::/10"}, false, "No connections", 0},
    };
    for (const Case& one : cases) {
        World world = twoPods();
        world.policies = {ofPod("a", Direction::egress, blockRule(one.blocks, one.alsoPods))};
        const PortSet ports = Connectivity::of(world)->allowed({End::Kind::pod, 0}, {End::Kind::pod, 1});
        QCOMPARE(ports.empty() ? std::string("No connections") : toText(ports), std::string(one.allowed));
        QCOMPARE(uncertain(world).size(), one.rows);
        if (one.rows > 0)
            QCOMPARE(joined(uncertain(world)), "shop/a[Pod] > shop/b[Pod] " + toText(PortSet()) + byAddress);
    }
    // What pods never have may be left out: the metadata service of a cloud.
    World world = twoPods();
    PolicyRuleRecord rule = blockRule({"0.0.0.0/0"}, true);
    rule.peers.back().blocks.back().except = {"169.254.169.254/32"};
    world.policies = {ofPod("a", Direction::egress, rule)};
    QCOMPARE(toText(Connectivity::of(world)->allowed({End::Kind::pod, 0}, {End::Kind::pod, 1})), std::string("TCP 80"));
    QCOMPARE(joined(uncertain(world)), std::string());
}

// The row says what the answer says, of the pods for which it might be another one.
void TestConnectivityUncertain::onlyWhereItMatters()
{
    World world = twoPods();
    world.pods.push_back(pod("shop/c[Pod]", "c"));
    world.policies = {ofPod("a", Direction::egress, blockRule({"10.0.0.0/8"}, true))};
    QCOMPARE(joined(uncertain(world)), "shop/a[Pod] > entire-cluster " + toText(PortSet()) + byAddress); // both alike

    PolicyRuleRecord toB = webRule();
    toB.peers.emplace_back();
    toB.peers.back().pods.pods = app("b");
    world.policies.reserve(2);
    auto& rules = world.policies.front().record.egressRules;
    rules.push_back(toB); // allowed anyhow: c alone is left
    QCOMPARE(joined(uncertain(world)), "shop/a[Pod] > shop/c[Pod] " + toText(PortSet()) + byAddress);

    world.policies.push_back(ofPod("c", Direction::ingress, toB)); // which lets b in alone
    QCOMPARE(joined(uncertain(world)), std::string());
    world.policies.back() = ofPod("c", Direction::ingress, blockRule({"10.0.0.0/8"}, true)); // or a, by its address
    QVERIFY(joined(uncertain(world)).find("shop/a[Pod] > shop/c[Pod] " + toText(PortSet()) + byAddress) != std::string::npos);
    world.policies.pop_back();

    rules.front().action = PolicyRuleRecord::Action::deny; // takes away nothing but what is let out
    QCOMPARE(joined(uncertain(world)), "shop/a[Pod] > shop/b[Pod] TCP 80" + byAddress);
    rules.front().ports.front().first = rules.front().ports.front().last = 81;
    QCOMPARE(joined(uncertain(world)), std::string());
}

void TestConnectivityUncertain::nodeNetwork()
{
    World world = twoPods();
    world.pods[0].onNodeNetwork = true;
    QCOMPARE(joined(uncertain(world)), std::string()); // no policy acts at either end
    world.policies = {ofPod("b", Direction::ingress, blockRule({"10.0.0.0/8"}, false))};
    QCOMPARE(joined(uncertain(world)),
             "shop/a[Pod] > shop/b[Pod] " + toText(PortSet()) + ": the source uses its node's own network\n");
    world.policies = {ofPod("a", Direction::egress, blockRule({"10.0.0.0/8"}, false))};
    QCOMPARE(joined(uncertain(world)),
             "shop/a[Pod] > shop/b[Pod] " + toText(PortSet()) + ": the source uses its node's own network\n" +
                 "shop/a[Pod] > ip:0.0.0.0-255.255.255.255 TCP 80: the source uses its node's own network\n");
}

// A pod that has ended does not stand for those that run now.
void TestConnectivityUncertain::endedPods()
{
    const std::string owner =
        "  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-7d, uid: u1, controller: true}]\n";
    const std::string text = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-7d-a\n  namespace: shop\n  labels: {app: old}\n" +
                             owner +
                             "spec: {containers: [{name: c, image: a}]}\nstatus: {phase: Failed}\n---\n"
                             "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-7d-b\n  namespace: shop\n  labels: {app: new}\n" +
                             owner + "spec: {containers: [{name: c, image: a}]}\nstatus: {phase: Running}\n";
    Model model{importText(text.c_str()), {}};
    model.architecture = resolve(model.inventory, shippedCatalogue());
    const World world = worldOf(model);
    QCOMPARE(model.architecture.workloads.size(), std::size_t(1));
    const Attribute* label = find(world.pods.front().labels, "app");
    QVERIFY(label);
    QCOMPARE(label->value, std::string("new"));
}

// A group of addresses means the one of the policy's own cluster; sets of other dialects are not found by name.
void TestConnectivityUncertain::setsOfClusters()
{
    World world = twoPods();
    PolicyRuleRecord rule = webRule();
    rule.peers.emplace_back();
    rule.peers.back().kind = PolicyPeer::Kind::addresses;
    rule.peers.back().setNames = {"partners"};
    world.policies = {ofPod("a", Direction::egress, rule)};
    AddressSetRecord own, other;
    own.cidrs = {"198.51.100.0/24"};
    other.cidrs = {"203.0.113.0/24"};
    world.sets = {own, other};
    world.setLabels = {{}, {}};
    world.setNames = {"partners", "partners"};
    world.setClusters = {"", "elsewhere"};
    const auto engine = Connectivity::of(world);
    const auto rows = outsideOf(*engine, 0, Direction::egress, 0);
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(toText(rows.front().first), std::string("198.51.100.0-198.51.100.255"));
    world.setNames.front().clear();
    QVERIFY(outsideOf(*Connectivity::of(world), 0, Direction::egress, 0).empty());
}

QTEST_APPLESS_MAIN(TestConnectivityUncertain)
#include "tst_connectivity_uncertain.moc"
