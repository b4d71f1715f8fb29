// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold between the answers for two worlds of which one was made from the other, whatever the answers are:
// orders, copies, divisions and new names change nothing; more that is allowed removes nothing.
#include "analysis/connectivity/connectivity.h"
#include "tests/support/random_world.h"

#include <QtTest>

#include <algorithm>
#include <functional>
#include <numeric>

using namespace bartizan;
using namespace bartizan::connectivity;
using Action = PolicyRuleRecord::Action;

namespace {

constexpr std::uint64_t worlds = 300;

enum class Relation { same, nothingRemoved };

struct Change { // of a world: nothing where it does not fit this one
    World after;
    std::vector<std::size_t> pods; // pods[i] of the world after is the same as pod i before
};

std::vector<std::size_t> samePods(const World& world)
{
    std::vector<std::size_t> pods(world.pods.size());
    std::iota(pods.begin(), pods.end(), std::size_t(0));
    return pods;
}

std::optional<std::size_t> rangeOf(const Connectivity& engine, const Address& address)
{
    for (std::size_t i = 0; i < engine.ranges().size(); ++i)
        if (engine.ranges()[i].first <= address && address <= engine.ranges()[i].last)
            return i;
    return std::nullopt;
}

// The first pair for which the relation does not hold; "" = none. Ranges of the two may differ: each address is looked up.
std::string broken(const World& before, const Change& change, Relation relation)
{
    const auto first = Connectivity::of(before);
    const auto second = Connectivity::of(change.after);
    std::string result;
    const auto compare = [&](End from, End to, End newFrom, End newTo, std::size_t network, const std::string& what) {
        const PortSet was = first->allowed(from, to, network);
        const PortSet is = second->allowed(newFrom, newTo, network);
        if (result.empty() && (relation == Relation::same ? was != is : !is.contains(was)))
            result = what + " in network " + std::to_string(network) + ": before " + toText(was) + ", after " + toText(is) +
                     "\nbefore:\n" + test::describe(before) + "after:\n" + test::describe(change.after);
    };
    std::vector<std::pair<End, End>> outsides; // before, after
    for (const Connectivity* engine : {first.get(), second.get()})
        for (const AddressRange& range : engine->ranges()) {
            const auto was = rangeOf(*first, range.first);
            const auto is = rangeOf(*second, range.first);
            if (was && is)
                outsides.push_back({{End::Kind::addresses, *was}, {End::Kind::addresses, *is}});
        }
    for (std::size_t network = 0; network < before.networks.size(); ++network)
        for (std::size_t from = 0; from < before.pods.size(); ++from) {
            const End pod{End::Kind::pod, from}, newPod{End::Kind::pod, change.pods[from]};
            for (std::size_t to = 0; to < before.pods.size(); ++to)
                if (from != to)
                    compare(pod, {End::Kind::pod, to}, newPod, {End::Kind::pod, change.pods[to]}, network,
                            before.pods[from].id + " to " + before.pods[to].id);
            for (const auto& [was, is] : outsides) {
                const std::string range = toText(first->ranges()[was.index]);
                compare(pod, was, newPod, is, network, before.pods[from].id + " to " + range);
                compare(was, pod, is, newPod, network, range + " to " + before.pods[from].id);
            }
        }
    return result;
}

std::vector<std::size_t> policiesTogether(const World& world)
{
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < world.policies.size(); ++i)
        if (world.policies[i].together)
            result.push_back(i);
    return result;
}

std::vector<PolicyRuleRecord>& rulesOf(Policy& policy, Direction direction)
{
    return direction == Direction::ingress ? policy.record.ingressRules : policy.record.egressRules;
}

using Make = std::function<std::optional<Change>(const World&, test::Random&)>;

// On every world that the change fits. `least`: a change that fits hardly anywhere would test nothing.
void runOnWorlds(const Make& make, Relation relation, std::size_t least)
{
    std::size_t fitted = 0;
    for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
        const World world = test::randomWorld(seed);
        test::Random random(seed + 1000000);
        const std::optional<Change> change = make(world, random);
        if (!change)
            continue;
        ++fitted;
        const std::string difference = broken(world, *change, relation);
        QVERIFY2(difference.empty(), ("seed " + std::to_string(seed) + ": " + difference).c_str());
    }
    QVERIFY2(fitted >= least, std::to_string(fitted).c_str());
}

std::optional<Change> addAllow(const World& world, test::Random& random)
{
    const std::vector<std::size_t> choice = policiesTogether(world);
    if (choice.empty())
        return std::nullopt;
    Change change{world, samePods(world)};
    Policy& policy = change.after.policies[random.of(choice)];
    auto& rules = rulesOf(policy, policy.record.ingress ? Direction::ingress : Direction::egress);
    const std::size_t at = random.below(rules.size() + 1);
    rules.insert(rules.begin() + static_cast<std::ptrdiff_t>(at), test::randomRule(random, policy.ns, Action::allow));
    return change;
}

std::optional<Change> removeDeny(const World& world, test::Random& random)
{
    Change change{world, samePods(world)};
    std::vector<std::pair<std::vector<PolicyRuleRecord>*, std::size_t>> choice;
    for (Policy& policy : change.after.policies)
        for (const Direction direction : {Direction::ingress, Direction::egress})
            for (std::size_t i = 0; i < rulesOf(policy, direction).size(); ++i)
                if (policy.together && rulesOf(policy, direction)[i].action == Action::deny)
                    choice.push_back({&rulesOf(policy, direction), i});
    if (choice.empty())
        return std::nullopt;
    const auto [rules, at] = random.of(choice);
    rules->erase(rules->begin() + static_cast<std::ptrdiff_t>(at));
    return change;
}

// Another order of the policies of each layer without order, of their rules, and of the pods.
std::optional<Change> shuffle(const World& world, test::Random& random)
{
    Change change{world, samePods(world)};
    std::vector<Policy>& policies = change.after.policies;
    for (std::size_t begin = 0, end = 0; begin < policies.size(); begin = end) {
        while (end < policies.size() && policies[end].layer == policies[begin].layer)
            ++end;
        if (!policies[begin].together)
            continue;
        std::vector<Policy> layer(policies.begin() + static_cast<std::ptrdiff_t>(begin),
                                  policies.begin() + static_cast<std::ptrdiff_t>(end));
        random.shuffle(layer);
        for (Policy& policy : layer) {
            random.shuffle(policy.record.ingressRules);
            random.shuffle(policy.record.egressRules);
        }
        std::move(layer.begin(), layer.end(), policies.begin() + static_cast<std::ptrdiff_t>(begin));
    }
    test::nameInOrder(change.after);
    std::vector<std::size_t> order = samePods(world); // order[i]: which pod comes to place i
    random.shuffle(order);
    for (std::size_t i = 0; i < order.size(); ++i) {
        change.after.pods[i] = world.pods[order[i]];
        change.pods[order[i]] = i;
    }
    return change;
}

// A policy of a layer without order is made two with the same subject, each with some of its rules.
std::optional<Change> split(const World& world, test::Random& random)
{
    const std::vector<std::size_t> choice = policiesTogether(world);
    if (choice.empty())
        return std::nullopt;
    Change change{world, samePods(world)};
    std::vector<Policy>& policies = change.after.policies;
    const std::size_t at = random.of(choice);
    Policy half = policies[at];
    for (const Direction direction : {Direction::ingress, Direction::egress}) {
        auto& first = rulesOf(policies[at], direction);
        auto& second = rulesOf(half, direction);
        const std::vector<PolicyRuleRecord> all = first;
        first.clear();
        second.clear();
        for (const PolicyRuleRecord& rule : all)
            (random.chance(50) ? first : second).push_back(rule);
    }
    policies.insert(policies.begin() + static_cast<std::ptrdiff_t>(at) + 1, half);
    test::nameInOrder(change.after);
    return change;
}

std::optional<Change> duplicate(const World& world, test::Random& random) // of any layer, beside it
{
    Change change{world, samePods(world)};
    std::vector<Policy>& policies = change.after.policies;
    const std::size_t at = random.below(policies.size());
    const Policy copy = policies[at];
    policies.insert(policies.begin() + static_cast<std::ptrdiff_t>(at), copy);
    test::nameInOrder(change.after);
    return change;
}

// New names of labels: letters change places, so that what a value contains, starts and ends with changes along.

std::string turned(const std::string& word)
{
    std::string result;
    for (const char c : word)
        result += c >= 'a' && c <= 'z' ? static_cast<char>('a' + (c - 'a' + 13) % 26) : c;
    return result;
}

bool turns(const std::string& key) // not those that a system adds: their keys and values mean something
{
    return key.find('/') == std::string::npos;
}

void turn(std::string& key, std::vector<std::string>& values)
{
    if (!turns(key))
        return;
    key = turned(key);
    for (std::string& value : values)
        value = turned(value);
    std::sort(values.begin(), values.end());
}

void turn(Attributes& labels)
{
    for (Attribute& label : labels)
        if (turns(label.key)) {
            label.key = turned(label.key);
            label.value = turned(label.value);
        }
    std::sort(labels.begin(), labels.end(), [](const Attribute& a, const Attribute& b) { return a.key < b.key; });
}

void turn(Selector& selector)
{
    for (SelectorRequirement& requirement : selector.requirements)
        turn(requirement.key, requirement.values);
}

void turn(LabelCondition& condition)
{
    turn(condition.key, condition.values);
    for (LabelCondition& part : condition.parts)
        turn(part);
}

void turn(PodSet& set)
{
    turn(set.namespaces);
    turn(set.pods);
    for (LabelCondition& condition : set.conditions)
        turn(condition);
}

std::optional<Change> relabel(const World& world, test::Random&)
{
    Change change{world, samePods(world)};
    for (Space& space : change.after.spaces)
        turn(space.labels);
    for (Pod& pod : change.after.pods) {
        turn(pod.labels);
        turn(pod.accountLabels);
    }
    for (Attributes& labels : change.after.setLabels)
        turn(labels);
    for (Policy& policy : change.after.policies) {
        turn(policy.record.selects);
        for (const Direction direction : {Direction::ingress, Direction::egress})
            for (PolicyRuleRecord& rule : rulesOf(policy, direction)) {
                for (PolicyPeer& peer : rule.peers)
                    turn(peer.pods);
                for (PodSet& selected : rule.selected)
                    turn(selected);
            }
    }
    return change;
}

} // namespace

class TestConnectivityMetamorphic : public QObject {
    Q_OBJECT
private slots:
    void addingAnAllowRemovesNothing() { runOnWorlds(addAllow, Relation::nothingRemoved, worlds / 3); }
    void removingADenyRemovesNothing() { runOnWorlds(removeDeny, Relation::nothingRemoved, worlds / 20); }
    void orderDoesNotMatter() { runOnWorlds(shuffle, Relation::same, worlds); }
    void twoHalvesAreTheWhole() { runOnWorlds(split, Relation::same, worlds / 3); }
    void copiesChangeNothing() { runOnWorlds(duplicate, Relation::same, worlds); }
    void newLabelsChangeNothing() { runOnWorlds(relabel, Relation::same, worlds); }
    void changesAreSeen();
};

// The comparison itself: a policy that closes everything does remove connections.
void TestConnectivityMetamorphic::changesAreSeen()
{
    std::size_t seen = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const World world = test::randomWorld(seed);
        Change change{world, samePods(world)};
        Policy closed;
        closed.layer = 1000;
        closed.together = true;
        closed.cluster = world.spaces.front().cluster;
        closed.networks = {0};
        closed.record.ingress = true;
        closed.deniesRest[static_cast<std::size_t>(Direction::ingress)] = true;
        change.after.policies.push_back(closed);
        test::nameInOrder(change.after);
        seen += broken(world, change, Relation::nothingRemoved).empty() ? 0 : 1;
    }
    QVERIFY(seen >= 10);
}

QTEST_GUILESS_MAIN(TestConnectivityMetamorphic)
#include "tst_connectivity_metamorphic.moc"
