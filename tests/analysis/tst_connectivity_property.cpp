// SPDX-License-Identifier: GPL-3.0-or-later
// The engine of connectivity against the plain evaluator, on 1,000 small worlds: every pair of pods, every pod and range of
// addresses both ways, at every border of ports, in every network; and that explanations say what is answered. The first
// difference is printed with its seed and all that the world holds.
#include "analysis/connectivity/connectivity.h"
#include "tests/support/random_world.h"

#include <QtTest>

#include <cstdio>

#include <algorithm>
#include <set>

using namespace bartizan;
using namespace bartizan::connectivity;
using test::NaiveEnd;
using test::NaivePort;

namespace {

constexpr std::uint64_t worlds = 1000;

struct Counts { // that the worlds ask something: a test that only ever sees one answer says nothing
    std::size_t allowed = 0, denied = 0, byRule = 0, noRule = 0, unselected = 0, noneDecides = 0, networks = 0;
};

std::string textOf(const World& world, const NaiveEnd& end)
{
    return end.pod ? world.pods[*end.pod].id : toText(end.address);
}

std::string textOf(const NaivePort& port)
{
    return port.protocol ? std::string(toWord(*port.protocol)) + " " + std::to_string(port.number)
                         : "protocol " + std::to_string(port.number);
}

class Comparison {
public:
    Comparison(std::uint64_t seed, Counts& counts)
        : m_world(test::randomWorld(seed)), m_seed(seed), m_counts(counts), m_engine(Connectivity::of(m_world)),
          m_ports(test::borderPorts(m_world))
    {
    }

    std::string difference() // "" = none
    {
        checkClasses();
        checkRanges();
        for (std::size_t from = 0; from < m_world.pods.size() && m_difference.empty(); ++from) {
            checkSelection(from);
            for (std::size_t to = 0; to < m_world.pods.size(); ++to)
                if (from != to)
                    comparePair({End::Kind::pod, from}, test::podEnd(from), {End::Kind::pod, to}, test::podEnd(to));
        }
        for (const auto& [range, address] : m_probes)
            for (std::size_t pod = 0; pod < m_world.pods.size() && m_difference.empty(); ++pod) {
                const End outside{End::Kind::addresses, range};
                comparePair({End::Kind::pod, pod}, test::podEnd(pod), outside, test::addressEnd(address));
                comparePair(outside, test::addressEnd(address), {End::Kind::pod, pod}, test::podEnd(pod));
            }
        return m_difference;
    }

private:
    struct Ends {
        End from, to;
        NaiveEnd naiveFrom, naiveTo;
        std::size_t network = 0;
    };

    void differs(const std::string& what)
    {
        if (m_difference.empty())
            m_difference = "seed " + std::to_string(m_seed) + ": " + what + "\n" + test::describe(m_world);
    }
    void differs(const Ends& ends, const std::string& what)
    {
        differs(textOf(m_world, ends.naiveFrom) + " to " + textOf(m_world, ends.naiveTo) + " in network " +
                std::to_string(ends.network) + ": " + what);
    }

    void checkClasses()
    {
        std::size_t next = 0;
        for (std::size_t pod = 0; pod < m_world.pods.size(); ++pod) {
            const std::size_t one = m_engine->classOf(pod);
            if (one > next)
                differs("classes are not numbered by their first pod");
            next = std::max(next, one + 1);
        }
        if (m_engine->classes() != next)
            differs("classes() is " + std::to_string(m_engine->classes()) + ", classOf() knows " + std::to_string(next));
    }

    // Disjoint, in order, without gaps in IPv4, and in IPv6 where a policy names it. Fills m_probes.
    void checkRanges()
    {
        const std::vector<AddressRange>& ranges = m_engine->ranges();
        bool namesV6 = false;
        for (const Policy& policy : m_world.policies)
            for (const auto* rules : {&policy.record.ingressRules, &policy.record.egressRules})
                for (const PolicyRuleRecord& rule : *rules)
                    for (const PolicyPeer& peer : rule.peers)
                        for (const PolicyPeer::Block& block : peer.blocks)
                            namesV6 = namesV6 || block.cidr.find(':') != std::string::npos;
        AddressSet whole;
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            if (ranges[i].last < ranges[i].first || (i > 0 && !(ranges[i - 1].last < ranges[i].first)))
                differs("ranges are not sorted and disjoint at " + toText(ranges[i]));
            whole |= AddressSet(ranges[i]);
            m_probes.insert({i, ranges[i].first});
        }
        if (!whole.contains(AddressSet(everyIpv4())) || (namesV6 && !whole.contains(AddressSet(everyIpv6()))))
            differs("ranges leave addresses out");
        for (const Address& address : test::borderAddresses(m_world))
            for (std::size_t i = 0; i < ranges.size(); ++i)
                if (ranges[i].first <= address && address <= ranges[i].last && blocksOf(address) != blocksOf(ranges[i].first))
                    m_probes.insert({i, address});
    }

    // By what policies can tell addresses apart: two addresses of one range are asked for only where these differ.
    std::vector<bool> blocksOf(const Address& address) const
    {
        std::vector<bool> result;
        for (const Policy& policy : m_world.policies)
            for (const auto* rules : {&policy.record.ingressRules, &policy.record.egressRules})
                for (const PolicyRuleRecord& rule : *rules)
                    for (const PolicyPeer& peer : rule.peers)
                        for (const PolicyPeer::Block& block : peer.blocks)
                            result.push_back(test::naiveContains(block, address));
        for (const AddressSetRecord& set : m_world.sets)
            for (const std::string& cidr : set.cidrs)
                result.push_back(test::naiveContains({cidr, {}}, address));
        return result;
    }

    void checkSelection(std::size_t pod)
    {
        for (std::size_t network = 0; network < m_world.networks.size(); ++network)
            for (const Direction direction : {Direction::ingress, Direction::egress}) {
                if (!test::naiveAttached(m_world, pod, network))
                    continue;
                std::vector<std::size_t> expected;
                for (std::size_t i = 0; i < m_world.policies.size(); ++i)
                    if (test::naiveSelects(m_world, m_world.policies[i], pod, direction, network))
                        expected.push_back(i);
                std::vector<std::size_t> found = m_engine->selecting(pod, direction, network);
                std::sort(found.begin(), found.end());
                if (found != expected || m_engine->selected(pod, direction, network) != !expected.empty())
                    differs("policies that select " + m_world.pods[pod].id + " for " + toWord(direction));
            }
    }

    void comparePair(End from, const NaiveEnd& naiveFrom, End to, const NaiveEnd& naiveTo)
    {
        Ends ends{from, to, naiveFrom, naiveTo, 0};
        const std::optional<std::size_t> shared = test::naiveNetwork(m_world, naiveFrom, naiveTo);
        for (std::size_t network = 0; network < m_world.networks.size() && m_difference.empty(); ++network) {
            // What lies outside a secondary network is not said.
            const bool outside = !naiveFrom.pod || !naiveTo.pod;
            if (outside && network != shared)
                continue;
            ends.network = network;
            const PortSet allowed = m_engine->allowed(from, to, network);
            const bool shares = test::naiveShare(m_world, naiveFrom, naiveTo, network);
            std::vector<bool> expected(m_ports.size(), shares);
            if (shares) {
                compareSide(ends, Direction::egress, expected);
                compareSide(ends, Direction::ingress, expected);
            }
            for (std::size_t i = 0; i < m_ports.size(); ++i) {
                ++(expected[i] ? m_counts.allowed : m_counts.denied);
                if (test::contains(allowed, m_ports[i]) != expected[i])
                    differs(ends, textOf(m_ports[i]) + (expected[i] ? " should be allowed" : " should be denied") +
                                      ", allowed: " + toText(allowed));
            }
            if (network == shared && m_engine->allowed(from, to) != allowed)
                differs(ends, "without a network the answer is " + toText(m_engine->allowed(from, to)));
            checkExplanation(ends, allowed);
        }
        if (!shared && !m_engine->allowed(from, to).empty())
            differs(ends, "no network is shared, yet something is allowed");
    }

    // What one side decides; takes what it denies from `expected`, which goes along m_ports.
    void compareSide(const Ends& ends, Direction direction, std::vector<bool>& expected)
    {
        const bool in = direction == Direction::ingress;
        const NaiveEnd& own = in ? ends.naiveTo : ends.naiveFrom;
        const NaiveEnd& peer = in ? ends.naiveFrom : ends.naiveTo;
        if (!own.pod)
            return;
        const PortSet decided = m_engine->decided(*own.pod, direction, in ? ends.from : ends.to, ends.network);
        for (std::size_t i = 0; i < m_ports.size(); ++i) {
            const bool open = test::naiveDecided(m_world, *own.pod, direction, peer, m_ports[i], ends.network);
            expected[i] = expected[i] && open;
            if (test::contains(decided, m_ports[i]) != open)
                differs(ends, std::string(toWord(direction)) + " alone, " + textOf(m_ports[i]) + " should be " +
                                  (open ? "open" : "closed") + ", decided: " + toText(decided));
        }
    }

    void checkExplanation(const Ends& ends, const PortSet& allowed)
    {
        const Explanation explanation = m_engine->explain(ends.from, ends.to, ends.network);
        if (explanation.allowed != allowed)
            differs(ends, "explained as " + toText(explanation.allowed) + ", answered " + toText(allowed));
        PortSet both = PortSet::everything();
        both &= checkSlices(ends, Direction::egress, explanation.egress);
        both &= checkSlices(ends, Direction::ingress, explanation.ingress);
        if (both != allowed)
            differs(ends, "slices of both sides allow " + toText(both) + ", answered " + toText(allowed));
    }

    PortSet checkSlices(const Ends& ends, Direction direction, const std::vector<Slice>& slices)
    {
        const bool in = direction == Direction::ingress;
        const std::string side = toWord(direction);
        if (!(in ? ends.naiveTo : ends.naiveFrom).pod) {
            if (!slices.empty())
                differs(ends, side + ": addresses have slices");
            return PortSet::everything();
        }
        PortSet seen, allowed;
        for (const Slice& slice : slices) {
            if (!(seen & slice.ports).empty() || slice.ports.empty())
                differs(ends, side + ": slices overlap or are empty at " + toText(slice.ports));
            seen |= slice.ports;
            if (slice.allowed)
                allowed |= slice.ports;
            checkDecider(ends, direction, slice);
        }
        if (seen != PortSet::everything())
            differs(ends, side + ": slices cover only " + toText(seen));
        return allowed;
    }

    void checkDecider(const Ends& ends, Direction direction, const Slice& slice)
    {
        const bool in = direction == Direction::ingress;
        const NaiveEnd& own = in ? ends.naiveTo : ends.naiveFrom;
        const NaiveEnd& peer = in ? ends.naiveFrom : ends.naiveTo;
        const auto expect = [&](bool held, const char* what) {
            if (!held)
                differs(ends, std::string(toWord(direction)) + " " + toText(slice.ports) + ": " + what);
        };
        std::vector<std::size_t> selecting;
        for (std::size_t i = 0; i < m_world.policies.size(); ++i)
            if (test::naiveSelects(m_world, m_world.policies[i], *own.pod, direction, ends.network))
                selecting.push_back(i);
        const auto selects = [&](std::size_t policy) {
            return std::find(selecting.begin(), selecting.end(), policy) != selecting.end();
        };
        const bool shared = test::naiveShare(m_world, ends.naiveFrom, ends.naiveTo, ends.network);
        expect((slice.by.why == Decider::Why::networks) == !shared, "whether they share a network");
        switch (slice.by.why) {
        case Decider::Why::rule: {
            ++m_counts.byRule;
            expect(selects(slice.by.policy), "the policy of the rule does not select the pod");
            if (!m_difference.empty())
                return;
            const Policy& policy = m_world.policies[slice.by.policy];
            const auto& rules = in ? policy.record.ingressRules : policy.record.egressRules;
            expect(slice.by.rule < rules.size(), "there is no such rule");
            if (!m_difference.empty())
                return;
            const PolicyRuleRecord& rule = rules[slice.by.rule];
            expect(rule.action == (slice.allowed ? PolicyRuleRecord::Action::allow : PolicyRuleRecord::Action::deny),
                   "the rule's action is another");
            for (const NaivePort& port : m_ports)
                if (test::contains(slice.ports, port))
                    expect(test::naiveRuleMatches(m_world, policy, rule, *own.pod, direction, peer, port),
                           "the rule does not match");
            break;
        }
        case Decider::Why::noRule:
            ++m_counts.noRule;
            expect(!slice.allowed && !slice.by.policies.empty(), "no rule, and yet allowed or by nobody");
            for (const std::size_t policy : slice.by.policies)
                expect(selects(policy), "a policy named does not select the pod");
            break;
        case Decider::Why::unselected:
            ++m_counts.unselected;
            expect(slice.allowed && selecting.empty(), "a policy selects the pod");
            break;
        case Decider::Why::noneDecides:
            ++m_counts.noneDecides;
            expect(slice.allowed && !selecting.empty(), "no policy selects the pod");
            break;
        case Decider::Why::networks:
            ++m_counts.networks;
            expect(!slice.allowed, "without a network");
            break;
        }
    }

    const World m_world;
    const std::uint64_t m_seed;
    Counts& m_counts;
    const std::shared_ptr<const Connectivity> m_engine;
    const std::vector<NaivePort> m_ports;
    std::set<std::pair<std::size_t, Address>> m_probes; // an index in ranges(), an address in it
    std::string m_difference;
};

} // namespace

class TestConnectivityProperty : public QObject {
    Q_OBJECT
private slots:
    void worldsAreTheSameEverywhere();
    void engineAgreesWithPlainEvaluator();
};

void TestConnectivityProperty::worldsAreTheSameEverywhere()
{
    QCOMPARE(test::describe(test::randomWorld(7)), test::describe(test::randomWorld(7)));
    QVERIFY(test::describe(test::randomWorld(7)) != test::describe(test::randomWorld(8)));
    test::Random random(1); // std::mt19937_64 is the same in every library: its 1st number for seed 1, modulo 1000
    QCOMPARE(random.below(1000), std::size_t(std::mt19937_64(1)() % 1000));
}

void TestConnectivityProperty::engineAgreesWithPlainEvaluator()
{
    Counts counts;
    for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
        const std::string difference = Comparison(seed, counts).difference();
        if (!difference.empty())
            std::fprintf(stderr, "%s\n", difference.c_str()); // QVERIFY2 cuts long texts
        QVERIFY2(difference.empty(), difference.c_str());
    }
    qInfo("%zu allowed, %zu denied; decided by a rule %zu, no rule %zu, unselected %zu, left open %zu, networks %zu",
          counts.allowed, counts.denied, counts.byRule, counts.noRule, counts.unselected, counts.noneDecides, counts.networks);
    QVERIFY(counts.allowed * 10 > counts.denied);
    QVERIFY(counts.denied * 10 > counts.allowed);
    for (const std::size_t count : {counts.byRule, counts.noRule, counts.unselected, counts.noneDecides, counts.networks})
        QVERIFY(count > worlds);
}

QTEST_GUILESS_MAIN(TestConnectivityProperty)
#include "tst_connectivity_property.moc"
