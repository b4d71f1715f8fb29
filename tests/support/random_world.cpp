// SPDX-License-Identifier: GPL-3.0-or-later
// Small worlds from a seed. Each dialect writes its policies into layers of its own; numbers of layers have gaps.
#include "tests/support/random_world.h"

#include <algorithm>
#include <limits>

namespace bartizan::test {

using connectivity::Direction;
using connectivity::NamedPort;
using connectivity::Pod;
using connectivity::Policy;
using connectivity::Protocol;
using connectivity::Space;
using connectivity::World;

namespace {

using Action = PolicyRuleRecord::Action;
using Words = std::vector<std::string>;

struct Stock { // of labels: a key and its values
    std::string key;
    Words values;
};
const std::vector<Stock>& podStock()
{
    static const std::vector<Stock> stock{
        {"app", {"api", "cache", "db", "web"}}, {"env", {"dev", "prod"}}, {"tier", {"back", "front"}}};
    return stock;
}
const std::vector<Stock>& spaceStock()
{
    static const std::vector<Stock> stock{{"env", {"dev", "prod"}}, {"team", {"blue", "green", "red"}}};
    return stock;
}
const std::vector<Stock>& accountStock()
{
    static const std::vector<Stock> stock{{"role", {"reader", "writer"}}};
    return stock;
}
const Words& spaceNames()
{
    static const Words names{"ns0", "ns1", "ns2", "ns3"};
    return names;
}

Attributes randomLabels(Random& random, const std::vector<Stock>& stock, Attributes more)
{
    for (const Stock& one : stock)
        if (random.chance(65))
            more.push_back({one.key, random.of(one.values), {}});
    std::sort(more.begin(), more.end(), [](const Attribute& a, const Attribute& b) { return a.key < b.key; });
    return more;
}

Words someOf(Random& random, const Words& values)
{
    Words chosen{random.of(values)};
    if (random.chance(30))
        chosen.push_back(random.of(values));
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
}

Selector randomSelector(Random& random, const std::vector<Stock>& stock)
{
    using Op = SelectorRequirement::Op;
    Selector selector;
    selector.present = true;
    const std::size_t count = random.chance(25) ? 0 : random.chance(75) ? 1 : 2;
    for (std::size_t i = 0; i < count; ++i) {
        const Stock& one = random.of(stock);
        const std::size_t kind = random.below(100);
        const Op op = kind < 70 ? Op::in : kind < 80 ? Op::notIn : kind < 90 ? Op::exists : Op::doesNotExist;
        selector.requirements.push_back({one.key, op, op == Op::in || op == Op::notIn ? someOf(random, one.values) : Words{}});
    }
    return selector;
}

LabelCondition randomCondition(Random& random, int depth)
{
    using Op = LabelCondition::Op;
    using Of = LabelCondition::Of;
    LabelCondition condition;
    if (depth > 0 && random.chance(45)) {
        condition.op = random.of(std::vector<Op>{Op::all, Op::any, Op::none});
        for (std::size_t i = random.between(1, 2); i > 0; --i)
            condition.parts.push_back(randomCondition(random, depth - 1));
        return condition;
    }
    condition.of = random.of(std::vector<Of>{Of::pod, Of::pod, Of::space, Of::account});
    const Stock& one = random.of(condition.of == Of::pod     ? podStock()
                                 : condition.of == Of::space ? spaceStock()
                                                             : accountStock());
    condition.key = one.key;
    const std::string& value = random.of(one.values);
    condition.op = random.of(std::vector<Op>{Op::in, Op::in, Op::exists, Op::contains, Op::startsWith, Op::endsWith});
    if (condition.op == Op::in)
        condition.values = someOf(random, one.values);
    else if (condition.op == Op::contains)
        condition.values = {value.substr(1, 1)};
    else if (condition.op == Op::startsWith)
        condition.values = {value.substr(0, 1)};
    else if (condition.op == Op::endsWith)
        condition.values = {value.substr(value.size() - 1)};
    if (random.chance(15)) { // a label that the system adds
        condition.op = Op::in;
        condition.key = condition.of == Of::pod     ? "projectcalico.org/serviceaccount"
                        : condition.of == Of::space ? random.of(Words{"kubernetes.io/metadata.name", "projectcalico.org/name"})
                                                    : "projectcalico.org/name";
        condition.values = {condition.of == Of::space ? random.of(spaceNames()) : random.of(Words{"default", "runner"})};
    }
    return condition;
}

PodSet randomPods(Random& random, const std::string& ns)
{
    PodSet set;
    const std::size_t where = random.below(10);
    if (where < 3)
        set.ns = ns.empty() ? random.of(spaceNames()) : ns;
    else if (where < 7)
        set.namespaces = randomSelector(random, spaceStock());
    if (random.chance(60))
        set.pods = randomSelector(random, podStock());
    if (random.chance(20))
        for (std::size_t i = random.between(1, 2); i > 0; --i)
            set.conditions.push_back(randomCondition(random, 2));
    return set;
}

PolicyPeer::Block randomBlock(Random& random)
{
    static const std::vector<PolicyPeer::Block> blocks{
        {"0.0.0.0/0", {}},
        {"0.0.0.0/0", {"10.0.0.0/8"}},
        {"10.0.0.0/8", {"10.1.0.0/16"}},
        {"10.1.2.0/24", {"10.1.2.0/28", "10.1.2.128/25"}},
        {"10.1.2.77/24", {}}, // bits beyond the prefix
        {"10.1.2.3/32", {}},
        {"10.1.2.3", {}},
        {"128.0.0.0/1", {"255.255.255.255/32"}},
        {"192.168.0.0/16", {"192.168.0.0/16"}}, // nothing is left
        {"255.255.255.255/32", {}},
        {"::/0", {"2001:db8::/32"}},
        {"2001:db8::/32", {"2001:db8:0:1::/64", "2001:db8::1/128"}},
        {"2001:DB8:0:1::/64", {}},
        {"fd00::/8", {}},
        {"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128", {}},
    };
    return random.of(blocks);
}

PolicyPeer randomPeer(Random& random, const std::string& ns, bool sets)
{
    using Kind = PolicyPeer::Kind;
    PolicyPeer peer;
    const std::size_t kind = random.below(100);
    if (kind < 58) {
        peer.pods = randomPods(random, ns);
        peer.labelledSets = sets && random.chance(50);
        peer.alsoPods = peer.labelledSets && random.chance(50);
    } else if (kind < 85) {
        peer.kind = Kind::addresses;
        if (sets && random.chance(30))
            peer.setNames = {random.of(Words{"partners", "branches"})};
        else
            for (std::size_t i = random.between(1, 2); i > 0; --i)
                peer.blocks.push_back(randomBlock(random));
        peer.alsoPods = random.chance(40);
    } else if (kind < 92) {
        peer.kind = Kind::everyone;
    } else if (kind < 96) {
        peer.kind = Kind::hostNames;
        peer.names = {random.of(Words{"*.example.com", "api.example.com"})};
    } else {
        peer.kind = Kind::special;
        peer.names = {random.of(Words{"nodes", "kube-apiserver"})};
    }
    return peer;
}

PolicyPorts randomPorts(Random& random)
{
    PolicyPorts ports;
    ports.protocol = random.of(Words{"TCP", "TCP", "TCP", "UDP", "SCTP", ""});
    const std::size_t kind = random.below(100);
    if (kind < 25) {
        ports.name = random.of(Words{"dns", "http", "metrics", "nowhere"});
    } else if (kind < 60) {
        ports.first = ports.last = random.of(std::vector<std::uint32_t>{1, 53, 80, 443, 8080, 9090, 65535});
    } else if (kind < 80) {
        static const std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges{{1, 1023},    {80, 443},     {81, 8079},
                                                                                 {8000, 8100}, {9000, 65535}, {1, 65535}};
        ports.first = random.of(ranges).first;
        ports.last = std::max(ports.first, random.of(ranges).second);
    } else if (kind < 90) {
        ports.protocol = random.of(Words{"ICMP", "ICMPv6", "47"});
    }
    return ports;
}

PolicyRuleRecord ruleOf(Random& random, const std::string& ns, Action action, bool calico)
{
    PolicyRuleRecord rule;
    rule.action = action;
    rule.anyPeer = random.chance(15);
    if (!rule.anyPeer && random.chance(97))
        for (std::size_t i = random.between(1, 2); i > 0; --i)
            rule.peers.push_back(randomPeer(random, ns, calico));
    rule.anyPort = random.chance(30);
    if (!rule.anyPort)
        for (std::size_t i = random.between(1, 2); i > 0; --i)
            rule.ports.push_back(randomPorts(random));
    if (calico && random.chance(20))
        rule.notPorts.push_back(randomPorts(random));
    if (calico && random.chance(15))
        rule.selected.push_back(randomPods(random, ns));
    if ((action == Action::allow || action == Action::deny) && random.chance(8))
        rule.narrower = "HTTP rules";
    return rule;
}

struct Dialect {
    PolicyDialect dialect = PolicyDialect::calico;
    int layer = 0;
    bool together = false;
    bool namespaced = false; // always; else now and then
    bool calico = false;     // knows sets of addresses and service accounts
    std::size_t closed = 0;  // percent of policies that deny the rest
    std::vector<Action> actions;
};

Policy randomPolicy(Random& random, const World& world, const Dialect& dialect, std::size_t network)
{
    Policy policy;
    const Space& space = random.of(world.spaces);
    policy.cluster = space.cluster;
    policy.ns = dialect.namespaced || random.chance(dialect.calico ? 50 : 0) ? space.name : std::string();
    policy.layer = dialect.layer;
    policy.together = dialect.together;
    policy.networks = {network};
    if (network == 0 && world.networks.size() > 1 && random.chance(30))
        policy.networks.push_back(1);
    TrafficPolicyRecord& record = policy.record;
    record.dialect = dialect.dialect;
    if (!dialect.together)
        record.order = dialect.calico && random.chance(15) ? std::numeric_limits<double>::infinity()
                                                           : static_cast<double>(random.below(dialect.calico ? 4 : 1000));
    record.selects = randomPods(random, policy.ns);
    if (!policy.ns.empty()) {
        record.selects.ns = policy.ns;
        record.selects.namespaces = {};
    }
    record.ingress = random.chance(70);
    record.egress = !record.ingress || random.chance(50);
    for (const Direction direction : {Direction::ingress, Direction::egress}) {
        const bool acts = direction == Direction::ingress ? record.ingress : record.egress;
        auto& rules = direction == Direction::ingress ? record.ingressRules : record.egressRules;
        policy.deniesRest[static_cast<std::size_t>(direction)] = acts && random.chance(dialect.closed);
        if (acts || random.chance(10)) // rules of a direction in which it does not act are not asked
            for (std::size_t i = random.between(0, dialect.together ? 2 : 4); i > 0; --i)
                rules.push_back(ruleOf(random, policy.ns, random.of(dialect.actions), dialect.calico));
    }
    record.ingressDeniesRest = policy.deniesRest[0];
    record.egressDeniesRest = policy.deniesRest[1];
    return policy;
}

void addPolicies(Random& random, World& world)
{
    const std::size_t closedTier = random.chance(70) ? 100 : 0; // defaultAction Deny or Pass
    const std::vector<Action> tiered{Action::allow, Action::deny, Action::pass};
    const std::vector<Dialect> dialects{
        {PolicyDialect::adminNetworkPolicy, -10, false, false, false, 0, tiered},
        {PolicyDialect::clusterNetworkPolicy, -10, false, false, false, 0, tiered},
        {PolicyDialect::calico, 1, false, false, true, closedTier, {Action::allow, Action::deny, Action::pass, Action::log}},
        {PolicyDialect::calico, 2, false, false, true, 100 - closedTier, {Action::allow, Action::pass, Action::log}},
        {PolicyDialect::multiNetworkPolicy, 5, true, true, false, 100, {Action::allow}}, // and NetworkPolicy
        {PolicyDialect::multiNetworkPolicy, 5, true, true, false, 100, {Action::allow}},
        {PolicyDialect::cilium, 6, true, false, false, 60, {Action::allow, Action::allow, Action::deny}},
        {PolicyDialect::baselineAdminNetworkPolicy, 20, false, false, false, 0, {Action::allow, Action::deny}},
    };
    std::vector<const Dialect*> used;
    for (const Dialect& dialect : dialects)
        if (random.chance(50))
            used.push_back(&dialect);
    if (used.empty())
        used.push_back(&random.of(dialects));
    for (std::size_t i = random.between(1, 8); i > 0; --i)
        world.policies.push_back(
            randomPolicy(random, world, *random.of(used), random.chance(70) ? 0 : random.below(world.networks.size())));
    std::stable_sort(world.policies.begin(), world.policies.end(), [](const Policy& a, const Policy& b) {
        return a.layer != b.layer ? a.layer < b.layer : a.record.order < b.record.order;
    });
    nameInOrder(world);
}

Pod randomPod(Random& random, const World& world, std::size_t number)
{
    Pod pod;
    pod.space = random.below(world.spaces.size());
    const Space& space = world.spaces[pod.space];
    pod.id = (space.cluster.empty() ? "" : space.cluster + "/") + space.name + "/pod" + std::to_string(number) + "[Pod]";
    pod.account = random.of(Words{"default", "runner"});
    pod.labels = randomLabels(random, podStock(), {{"projectcalico.org/serviceaccount", pod.account, {}}});
    pod.accountLabels = randomLabels(random, accountStock(), {{"projectcalico.org/name", pod.account, {}}});
    static const std::vector<NamedPort> ports{{"http", Protocol::tcp, 80},      {"http", Protocol::tcp, 8080},
                                              {"dns", Protocol::udp, 53},       {"dns", Protocol::tcp, 53},
                                              {"metrics", Protocol::tcp, 9090}, {"metrics", Protocol::sctp, 9091}};
    for (const NamedPort& port : ports)
        if (random.chance(45))
            pod.ports.push_back(port);
    pod.onNodeNetwork = random.chance(5);
    return pod;
}

void addNetworks(Random& random, World& world)
{
    if (!random.chance(35))
        return;
    const bool primary = random.chance(50);
    world.networks.push_back({primary ? "primary UDN blue" : "secondary NAD ns0/flat", primary, primary});
    for (Pod& pod : world.pods) {
        if (primary)
            pod.network = pod.space % 2; // of whole namespaces
        else if (random.chance(60))
            pod.secondary = {1};
    }
}

void addSets(Random& random, World& world)
{
    // A namespaced set in a world with two clusters would belong to both.
    const bool oneCluster = world.spaces.front().cluster.empty();
    const auto add = [&](const std::string& name, const std::string& ns, std::vector<std::string> cidrs) {
        AddressSetRecord set;
        set.ns = ns;
        set.cidrs = std::move(cidrs);
        world.sets.push_back(set);
        world.setNames.push_back(name);
        world.setClusters.push_back(world.spaces.front().cluster);
        world.setLabels.push_back(randomLabels(random, podStock(), {}));
    };
    if (oneCluster && random.chance(70)) {
        add("partners", "", {"10.1.0.0/16", "203.0.113.0/24"});
        add("branches", "", {"198.51.100.7", "2001:db8:0:2::/64"});
    }
    if (oneCluster && random.chance(50))
        add("office", random.of(world.spaces).name, {"10.1.2.0/25", "172.16.0.0/12"});
}

} // namespace

PolicyRuleRecord randomRule(Random& random, const std::string& ns, Action action)
{
    return ruleOf(random, ns, action, false);
}

void nameInOrder(World& world)
{
    for (std::size_t i = 0; i < world.policies.size(); ++i)
        world.policies[i].name = (i < 10 ? "p0" : "p") + std::to_string(i);
}

World randomWorld(std::uint64_t seed)
{
    Random random(seed);
    World world;
    const bool clusters = random.chance(10);
    for (std::size_t i = 0, count = random.between(2, 4); i < count; ++i) {
        const std::string& name = spaceNames()[clusters ? i / 2 : i];
        Space space{clusters ? (i % 2 == 0 ? "east" : "west") : "", name, {}};
        space.labels =
            randomLabels(random, spaceStock(), {{"kubernetes.io/metadata.name", name, {}}, {"projectcalico.org/name", name, {}}});
        world.spaces.push_back(space);
    }
    for (std::size_t i = 0, count = random.between(3, 8); i < count; ++i)
        world.pods.push_back(randomPod(random, world, i));
    addNetworks(random, world);
    addSets(random, world);
    addPolicies(random, world);
    return world;
}

} // namespace bartizan::test
