// SPDX-License-Identifier: GPL-3.0-or-later
// The plain evaluator itself, on cases whose answers stand in the specifications: the ground under the property test.
#include "tests/support/naive_connectivity.h"

#include <QtTest>

using namespace bartizan;
using namespace bartizan::connectivity;
using namespace bartizan::test;
using Action = PolicyRuleRecord::Action;

namespace {

constexpr NaivePort web{Protocol::tcp, 8080};
constexpr NaivePort dns{Protocol::udp, 53};

Selector app(const char* name)
{
    Selector selector;
    selector.present = true;
    selector.requirements = {{"app", SelectorRequirement::Op::in, {name}}};
    return selector;
}

// Pods 0 to 2 are a, b and c of namespace "shop".
World threePods()
{
    World world;
    world.spaces.push_back({"", "shop", {{"kubernetes.io/metadata.name", "shop", {}}}});
    for (const char* name : {"a", "b", "c"}) {
        Pod pod;
        pod.id = std::string("shop/") + name + "[Pod]";
        pod.labels = {{"app", name, {}}};
        pod.ports = {{"http", Protocol::tcp, *name == 'a' ? 8080U : 80U}};
        world.pods.push_back(pod);
    }
    return world;
}

PolicyRuleRecord rule(Action action, const char* peer) // null: anyone
{
    PolicyRuleRecord result;
    result.action = action;
    result.anyPort = true;
    result.anyPeer = !peer;
    if (peer) {
        result.peers.emplace_back();
        result.peers.front().pods.pods = app(peer);
    }
    return result;
}

Policy ingressOf(const char* pod, int layer, bool together, bool closes, std::vector<PolicyRuleRecord> rules)
{
    Policy policy;
    policy.layer = layer;
    policy.together = together;
    policy.deniesRest[static_cast<std::size_t>(Direction::ingress)] = closes;
    policy.networks = {0};
    policy.record.selects.pods = app(pod);
    policy.record.ingress = true;
    policy.record.ingressRules = std::move(rules);
    return policy;
}

bool allowed(const World& world, std::size_t from, std::size_t to, const NaivePort& port = web)
{
    return naiveAllowed(world, podEnd(from), podEnd(to), port);
}

} // namespace

class TestConnectivityPlain : public QObject {
    Q_OBJECT
private slots:
    void networkPolicy();
    void tiers();
    void orderedTier();
    void deniesComeFirstTogether();
    void addresses();
    void namedPorts();
    void networks();
    void narrowerRules();
};

void TestConnectivityPlain::networkPolicy() // Kubernetes, "Network Policies": isolation by direction, union of rules
{
    World world = threePods();
    QVERIFY(allowed(world, 0, 1));
    world.policies = {ingressOf("a", 5, true, true, {rule(Action::allow, "b")})};
    QVERIFY(allowed(world, 1, 0) && allowed(world, 1, 0, dns));
    QVERIFY(!allowed(world, 2, 0));
    QVERIFY(allowed(world, 0, 2) && allowed(world, 2, 1)); // the other direction, other pods
    world.policies.push_back(ingressOf("a", 5, true, true, {rule(Action::allow, "c")}));
    QVERIFY(allowed(world, 1, 0) && allowed(world, 2, 0));
    world.policies = {ingressOf("a", 5, true, true, {})};
    QVERIFY(!allowed(world, 1, 0));
    world.policies.front().record.ingress = false;
    QVERIFY(allowed(world, 1, 0));
}

void TestConnectivityPlain::tiers() // network-policy-api: admin, then NetworkPolicy, then baseline
{
    World world = threePods();
    const Policy closed = ingressOf("a", 5, true, true, {});
    const Policy baseline = ingressOf("a", 9, false, false, {rule(Action::deny, nullptr)});
    world.policies = {ingressOf("a", 0, false, false, {rule(Action::allow, "b")}), closed};
    QVERIFY(allowed(world, 1, 0) && !allowed(world, 2, 0));
    world.policies = {ingressOf("a", 0, false, false, {rule(Action::pass, "b"), rule(Action::deny, nullptr)}), baseline};
    QVERIFY(!allowed(world, 1, 0) && !allowed(world, 2, 0));
    world.policies.pop_back();
    QVERIFY(allowed(world, 1, 0) && !allowed(world, 2, 0));
    world.policies = {ingressOf("a", 5, true, true, {rule(Action::allow, "b")}), baseline};
    QVERIFY(allowed(world, 1, 0) && !allowed(world, 2, 0)); // what NetworkPolicy decides never comes to the baseline
    world.policies = {baseline};
    QVERIFY(!allowed(world, 1, 0) && allowed(world, 0, 1));
}

void TestConnectivityPlain::orderedTier() // Calico: the first rule that matches; the tier ends in Deny, but for Pass
{
    World world = threePods();
    world.policies = {ingressOf("a", 1, false, true, {rule(Action::log, nullptr), rule(Action::deny, "b")}),
                      ingressOf("a", 1, false, true, {rule(Action::allow, "b"), rule(Action::pass, "c")})};
    QVERIFY(!allowed(world, 1, 0)); // the first policy decides
    QVERIFY(allowed(world, 2, 0));  // passed on, to nothing
    std::swap(world.policies[0], world.policies[1]);
    QVERIFY(allowed(world, 1, 0));
    world.policies = {ingressOf("a", 1, false, true, {rule(Action::allow, "b")})};
    QVERIFY(!allowed(world, 2, 0));
    world.policies = {ingressOf("a", 1, false, false, {rule(Action::allow, "b")})};
    QVERIFY(allowed(world, 2, 0)); // defaultAction: Pass
}

void TestConnectivityPlain::deniesComeFirstTogether() // Cilium, "Deny Policies"
{
    World world = threePods();
    world.policies = {ingressOf("a", 1, true, true, {rule(Action::allow, nullptr)}),
                      ingressOf("a", 1, true, false, {rule(Action::deny, "b")})};
    QVERIFY(!allowed(world, 1, 0) && allowed(world, 2, 0));
    world.policies.erase(world.policies.begin()); // enableDefaultDeny: false
    QVERIFY(!allowed(world, 1, 0) && allowed(world, 2, 0));
}

void TestConnectivityPlain::addresses()
{
    World world = threePods();
    PolicyRuleRecord block = rule(Action::allow, "b");
    block.peers.front().kind = PolicyPeer::Kind::addresses;
    block.peers.front().blocks = {{"10.0.0.0/8", {"10.1.0.0/16"}}, {"2001:db8::/33", {}}};
    world.policies = {ingressOf("a", 1, true, true, {block})};
    const auto from = [&](Address address) { return naiveAllowed(world, addressEnd(address), podEnd(0), web); };
    QVERIFY(from({false, 0, 0x0a000000}) && from({false, 0, 0x0affffff}) && from({false, 0, 0x0a020000}));
    QVERIFY(!from({false, 0, 0x0a010000}) && !from({false, 0, 0x0a01ffff}) && !from({false, 0, 0x09ffffff}));
    QVERIFY(from({true, 0x20010db800000000, 1}) && from({true, 0x20010db87fffffff, 0}));
    QVERIFY(!from({true, 0x20010db880000000, 0}) && !from({true, 0, 0x0a000000}));
    QVERIFY(!allowed(world, 1, 0)); // a block is never a pod
    QVERIFY(naiveAllowed(world, podEnd(0), addressEnd({false, 0, 1}), web));
    QVERIFY(!naiveAllowed(world, addressEnd({false, 0, 1}), addressEnd({false, 0, 2}), web));
}

void TestConnectivityPlain::namedPorts() // of the destination, with the protocol
{
    World world = threePods();
    PolicyRuleRecord named = rule(Action::allow, nullptr);
    named.anyPort = false;
    named.ports = {{"TCP", "http", 0, 0, {}}};
    Policy policy = ingressOf("a", 1, true, true, {named});
    policy.record.selects.pods = {};
    world.policies = {policy};
    const NaivePort http{Protocol::tcp, 80};
    QVERIFY(allowed(world, 1, 0) && !allowed(world, 1, 0, http));
    QVERIFY(!allowed(world, 0, 1) && allowed(world, 0, 1, http));
    QVERIFY(!allowed(world, 0, 1, {Protocol::udp, 80}));
    world.policies.front().record.ingressRules.front().ports.front().protocol = "UDP";
    QVERIFY(!allowed(world, 1, 0) && !allowed(world, 0, 1, http));
}

void TestConnectivityPlain::networks()
{
    World world = threePods();
    world.networks.push_back({"primary UDN blue", true, true});
    world.pods[0].network = 1;
    QVERIFY(!allowed(world, 0, 1) && !allowed(world, 1, 0) && allowed(world, 1, 2));
    world.pods[1].secondary = {1};
    QVERIFY(allowed(world, 0, 1) && allowed(world, 1, 0));
    world.policies = {ingressOf("b", 1, true, true, {})}; // of the pod network only
    QVERIFY(allowed(world, 0, 1) && !allowed(world, 2, 1));
    world.spaces.push_back({"east", "shop", {}});
    world.pods[2].space = 1;
    QVERIFY(!allowed(world, 1, 2));
}

void TestConnectivityPlain::narrowerRules() // an answer never says denied where only some requests are
{
    World world = threePods();
    PolicyRuleRecord some = rule(Action::deny, "b");
    some.narrower = "HTTP rules";
    world.policies = {ingressOf("a", 1, true, false, {some})};
    QVERIFY(allowed(world, 1, 0));
    world.policies.front().deniesRest[static_cast<std::size_t>(Direction::ingress)] = true;
    QVERIFY(!allowed(world, 1, 0));
    world.policies.front().record.ingressRules.front().action = Action::allow;
    QVERIFY(allowed(world, 1, 0));
}

QTEST_GUILESS_MAIN(TestConnectivityPlain)
#include "tst_connectivity_plain.moc"
