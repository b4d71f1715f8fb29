// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/uncertain.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace bartizan::connectivity {

namespace {

constexpr std::size_t mostPeers = 50;         // of one rule that are listed one by one; more are a row to the entire cluster
constexpr std::size_t mostAsked = 2'000'000;  // pairs that rules with addresses are asked about; beyond, the entire cluster
constexpr std::size_t mostRanges = 2'000'000; // ranges of addresses whose answer is looked at; beyond, every address

End podEnd(std::size_t pod)
{
    return {End::Kind::pod, pod};
}

Party entireCluster()
{
    Party party;
    party.kind = Party::Kind::entireCluster;
    return party;
}

class Finder {
public:
    Finder(const Connectivity& engine, bool pairs, const std::stop_token& stop)
        : m_engine(engine), m_world(engine.world()), m_pairs(pairs), m_stop(stop)
    {
        for (std::size_t i = 0; i < m_world.pods.size(); ++i)
            if (!m_world.pods[i].imagined)
                m_pods.push_back(i);
    }

    std::vector<Uncertain> find(bool& cut)
    {
        if (m_pairs) {
            addNodeNetworkPairs();
            addVariants();
        } else {
            addNodeNetwork();
        }
        for (const std::size_t pod : m_pods)
            for (const Direction direction : {Direction::ingress, Direction::egress})
                if (!done())
                    addOfRules(pod, direction);
        cut = m_cut;
        return std::move(m_made);
    }

private:
    bool done() const { return m_cut || m_stop.stop_requested(); }

    void add(Uncertain row)
    {
        if (m_made.size() < mostUncertain)
            m_made.push_back(std::move(row));
        else
            m_cut = true;
    }
    // Between the pod and a peer, in the direction as the pod sees it.
    void add(std::size_t pod, Direction direction, Party peer, PortSet ports, std::string reason, const Evidence& evidence)
    {
        if (direction == Direction::ingress)
            add({std::move(peer), partyOf(pod), std::move(ports), std::move(reason), evidence});
        else
            add({partyOf(pod), std::move(peer), std::move(ports), std::move(reason), evidence});
    }

    // Pods of a class have the same answers.
    const PortSet& allowed(std::size_t from, std::size_t to, std::size_t network)
    {
        const auto [found, made] =
            m_known.try_emplace(std::tuple(m_engine.classOf(from), m_engine.classOf(to), network), PortSet());
        if (made)
            found->second = m_engine.allowed(podEnd(from), podEnd(to), network);
        return found->second;
    }
    const PortSet& allowed(std::size_t pod, Direction direction, std::size_t peer, std::size_t network)
    {
        return direction == Direction::ingress ? allowed(peer, pod, network) : allowed(pod, peer, network);
    }

    // Policies do not act on pods that use their node's network, and others see the node's address: whatever a policy at
    // either end decides may turn out otherwise.
    void addNodeNetworkPairs()
    {
        for (const std::size_t from : m_pods) {
            const Pod& a = m_world.pods[from];
            for (const std::size_t to : m_pods) {
                const Pod& b = m_world.pods[to];
                if (done())
                    return;
                if (from == to || !(a.onNodeNetwork || b.onNodeNetwork))
                    continue;
                const auto network = m_engine.sharedNetwork(podEnd(from), podEnd(to));
                if (!network || !(m_engine.selected(from, Direction::egress, *network) ||
                                  m_engine.selected(to, Direction::ingress, *network)))
                    continue;
                add({partyOf(from), partyOf(to), allowed(from, to, *network),
                     std::string(a.onNodeNetwork ? "the source" : "the destination") + " uses its node's own network",
                     a.onNodeNetwork ? a.nodeNetworkEvidence : b.nodeNetworkEvidence});
            }
            for (const Direction direction : {Direction::ingress, Direction::egress})
                if (a.onNodeNetwork && m_engine.selected(from, direction, a.network))
                    add(from, direction, partyOf(everyIpv4()), outside(from, direction, a.network),
                        std::string(direction == Direction::egress ? "the source" : "the destination") +
                            " uses its node's own network",
                        a.nodeNetworkEvidence);
        }
    }

    void addNodeNetwork() // of large systems: one row a pod
    {
        for (const std::size_t pod : m_pods)
            if (m_world.pods[pod].onNodeNetwork && !done())
                add({partyOf(pod), entireCluster(), withEveryPod(pod, Direction::egress),
                     "the source uses its node's own network", m_world.pods[pod].nodeNetworkEvidence});
    }

    PortSet outside(std::size_t pod, Direction direction, std::size_t network) const // to some address
    {
        PortSet ports;
        for (const auto& [range, open] : outsideOf(m_engine, pod, direction, network))
            ports |= open;
        return ports;
    }

    void addOfRules(std::size_t pod, Direction direction)
    {
        const std::size_t network = m_world.pods[pod].network;
        for (const std::size_t i : m_engine.selecting(pod, direction, network)) {
            const TrafficPolicyRecord& record = m_world.policies[i].record;
            const auto& rules = direction == Direction::ingress ? record.ingressRules : record.egressRules;
            for (std::size_t r = 0; r < rules.size() && !done(); ++r) {
                for (const PolicyPorts& port : rules[r].ports)
                    if (!port.name.empty() && !(direction == Direction::ingress && hasPort(m_world.pods[pod], port)))
                        addUnresolved(pod, direction, i, r, port);
                if (!rules[r].narrower.empty() && rules[r].action != PolicyRuleRecord::Action::log)
                    addNarrower(pod, direction, i, r);
                if (m_engine.podsByAddress(i, direction, r) == PodsByAddress::notKnown)
                    addByAddress(pod, direction, i, r);
            }
        }
    }

    // One row for each of these pods; one for the entire cluster where they are all others and told alike, or too many.
    void addPeers(std::size_t pod, Direction direction, const std::vector<std::size_t>& peers, const std::string& reason,
                  const Evidence& evidence)
    {
        const std::size_t network = m_world.pods[pod].network;
        const bool everyone = peers.size() > 1 && peers.size() + 1 == m_pods.size();
        const bool alike = everyone && std::all_of(peers.begin(), peers.end(), [&](std::size_t peer) {
                               return allowed(pod, direction, peer, network) == allowed(pod, direction, peers.front(), network);
                           });
        if (alike || peers.size() > mostPeers)
            add(pod, direction, entireCluster(), withEveryPod(pod, direction), reason, evidence);
        else
            for (const std::size_t peer : peers)
                add(pod, direction, partyOf(peer), allowed(pod, direction, peer, network), reason, evidence);
    }

    // What the answer lets through between the pod and every other one; of large systems, what the pod's own policies let
    // through for every pod.
    const PortSet& withEveryPod(std::size_t pod, Direction direction)
    {
        const auto [found, made] = m_withEvery.try_emplace({m_engine.classOf(pod), direction});
        if (!made)
            return found->second;
        PortSet& common = found->second;
        const std::size_t network = m_world.pods[pod].network;
        if (m_pairs) {
            bool first = true;
            for (const std::size_t peer : m_pods) {
                if (peer == pod || m_engine.sharedNetwork(podEnd(pod), podEnd(peer)) != network)
                    continue;
                const PortSet& ports = allowed(pod, direction, peer, network);
                common = first ? ports : common & ports;
                first = false;
            }
        } else if (const Row* row = m_engine.row(pod, direction, network)) {
            for (const auto& part : *row)
                if (std::all_of(m_pods.begin(), m_pods.end(), [&](std::size_t peer) {
                        return clusterOf(peer) != clusterOf(pod) || part.second.test(m_engine.classOf(peer));
                    }))
                    common |= part.first;
        }
        return common;
    }

    // Blocks that may hold addresses of pods: told of the pods for which it matters.
    void addByAddress(std::size_t pod, Direction direction, std::size_t policy, std::size_t rule)
    {
        const PolicyRuleRecord& written = ruleOf(policy, direction, rule);
        if (written.action == PolicyRuleRecord::Action::log)
            return;
        const std::string reason =
            m_world.policies[policy].name + " names addresses that pods may have; the answer is as if none had them";
        if (!m_pairs || m_asked > mostAsked) {
            add(pod, direction, entireCluster(), withEveryPod(pod, direction), reason, written.evidence);
            return;
        }
        std::vector<std::size_t> peers;
        for (const std::size_t peer : m_pods)
            if (peer != pod && wouldDiffer(pod, direction, peer, policy, rule))
                peers.push_back(peer);
        m_asked += m_pods.size();
        addPeers(pod, direction, peers, reason, written.evidence);
    }

    // Could the answer be another one if the rule meant the peer? A refusal takes away, and what allows adds what the other
    // side lets through; where rules there are not certain either, nothing is taken for settled. What passes on is not followed.
    bool wouldDiffer(std::size_t pod, Direction direction, std::size_t peer, std::size_t policy, std::size_t rule)
    {
        const std::size_t network = m_world.pods[pod].network;
        if (m_engine.means(policy, direction, rule, podEnd(peer))) // by its labels, whatever its address
            return false;
        if (m_engine.sharedNetwork(podEnd(pod), podEnd(peer)) != network)
            return false;
        PortSet ports =
            m_engine.portsOf(policy, direction, rule, &m_world.pods[direction == Direction::ingress ? pod : peer].ports);
        switch (ruleOf(policy, direction, rule).action) {
        case PolicyRuleRecord::Action::deny:
            ports &= allowed(pod, direction, peer, network);
            return !ports.empty();
        case PolicyRuleRecord::Action::allow: {
            const Direction other = direction == Direction::ingress ? Direction::egress : Direction::ingress;
            if (!namesAddressesOfPods(peer, other, network))
                ports &= m_engine.decided(peer, other, podEnd(pod), network);
            return !allowed(pod, direction, peer, network).contains(ports);
        }
        default:
            return !ports.empty();
        }
    }

    bool namesAddressesOfPods(std::size_t pod, Direction direction, std::size_t network)
    {
        const auto [found, made] = m_byAddress.try_emplace({m_engine.classOf(pod), direction, network}, false);
        if (made)
            for (const std::size_t i : m_engine.selecting(pod, direction, network)) {
                const TrafficPolicyRecord& record = m_world.policies[i].record;
                const std::size_t rules = (direction == Direction::ingress ? record.ingressRules : record.egressRules).size();
                for (std::size_t r = 0; r < rules && !found->second; ++r)
                    found->second = m_engine.podsByAddress(i, direction, r) == PodsByAddress::notKnown;
            }
        return found->second;
    }

    const std::string& clusterOf(std::size_t pod) const { return m_world.spaces[m_world.pods[pod].space].cluster; }

    const PolicyRuleRecord& ruleOf(std::size_t policy, Direction direction, std::size_t rule) const
    {
        const TrafficPolicyRecord& record = m_world.policies[policy].record;
        return (direction == Direction::ingress ? record.ingressRules : record.egressRules)[rule];
    }

    void addUnresolved(std::size_t pod, Direction direction, std::size_t policy, std::size_t rule, const PolicyPorts& port)
    {
        const std::size_t network = m_world.pods[pod].network;
        const std::string reason = m_world.policies[policy].name + " names a port that no container of the destination has";
        const std::vector<std::size_t>& peers = unresolvedAt(policy, direction, rule, port);
        if (!m_pairs && !peers.empty())
            add(pod, direction, entireCluster(), withEveryPod(pod, direction), reason, port.evidence);
        for (std::size_t i = 0; m_pairs && i < peers.size() && !done(); ++i)
            if (peers[i] != pod)
                add(pod, direction, partyOf(peers[i]), allowed(pod, direction, peers[i], network), reason, port.evidence);
    }

    // A rule that allows counts as if it allowed all of its ports, any other as if it were not there.
    void addNarrower(std::size_t pod, Direction direction, std::size_t policy, std::size_t rule)
    {
        const PolicyRuleRecord& written = ruleOf(policy, direction, rule);
        const bool allows = written.action == PolicyRuleRecord::Action::allow;
        const std::string reason =
            "a rule of " + m_world.policies[policy].name +
            (allows ? " allows less than its ports say: " : " is left out, it means less than it names: ") + written.narrower;
        const std::vector<std::size_t>& meant = meantBy(policy, direction, rule);
        if (meant.size() > mostPeers || (!m_pairs && !meant.empty())) {
            add(pod, direction, entireCluster(), withEveryPod(pod, direction), reason, written.evidence);
        } else {
            std::vector<std::size_t> peers = meant;
            peers.erase(std::remove(peers.begin(), peers.end(), pod), peers.end());
            addPeers(pod, direction, peers, reason, written.evidence);
        }
        const MeantAddresses& addresses = addressesOf(policy, direction, rule);
        if (addresses.four || addresses.six)
            for (const auto& [range, ports] : answersFor(pod, direction, policy, rule, addresses))
                add(pod, direction, partyOf(range), ports, reason, written.evidence);
    }

    struct MeantAddresses {
        // From and to which of Connectivity::ranges(): all, or one more than `mostPeers` where there are more.
        std::vector<std::pair<std::size_t, std::size_t>> parts;
        bool four = false, six = false; // of which families
    };

    // Addresses that a rule means: the same for all pods that it acts on.
    const MeantAddresses& addressesOf(std::size_t policy, Direction direction, std::size_t rule)
    {
        const auto [found, made] = m_addresses.try_emplace({policy, direction, rule});
        MeantAddresses& meant = found->second;
        const std::vector<AddressRange>& ranges = m_engine.ranges();
        for (std::size_t i = 0; made && i < ranges.size(); ++i) {
            if (!m_engine.means(policy, direction, rule, {End::Kind::addresses, i}))
                continue;
            (ranges[i].first.v6 ? meant.six : meant.four) = true;
            if (!meant.parts.empty() && meant.parts.back().second + 1 == i && touch(ranges[i - 1], ranges[i]))
                meant.parts.back().second = i;
            else if (meant.parts.size() <= mostPeers)
                meant.parts.emplace_back(i, i);
        }
        return meant;
    }

    using RangeAnswers = std::vector<std::pair<AddressRange, PortSet>>;

    // What the answer is for these addresses, as few ranges. Where that is too much to list, or to look at, every address of
    // the families, with what is let through for each of them.
    const RangeAnswers& answersFor(std::size_t pod, Direction direction, std::size_t policy, std::size_t rule,
                                   const MeantAddresses& meant)
    {
        const std::size_t network = m_world.pods[pod].network;
        const Row* row = m_engine.row(pod, direction, network);
        const auto [found, made] = m_answers.try_emplace({row, policy, direction, rule});
        RangeAnswers& answers = found->second;
        if (!made)
            return answers;
        const std::vector<AddressRange>& ranges = m_engine.ranges();
        bool few = meant.parts.size() <= mostPeers;
        for (const auto& [first, last] : meant.parts)
            for (std::size_t i = first; few && i <= last; ++i) {
                PortSet ports = m_engine.decided(pod, direction, {End::Kind::addresses, i}, network);
                if (i > first && answers.back().second == ports)
                    answers.back().first.last = ranges[i].last;
                else
                    answers.emplace_back(ranges[i], std::move(ports));
                few = answers.size() <= mostPeers && ++m_askedRanges <= mostRanges;
            }
        if (few)
            return answers;
        answers.clear();
        for (const bool six : {false, true})
            if (six ? meant.six : meant.four)
                answers.emplace_back(six ? everyIpv6() : everyIpv4(), withEveryAddress(row, six));
        return answers;
    }

    const PortSet& withEveryAddress(const Row* row, bool six)
    {
        const auto [found, made] = m_withAddresses.try_emplace({row, six});
        if (!made || !row)
            return found->second;
        const std::vector<AddressRange>& ranges = m_engine.ranges();
        for (const auto& [ports, ends] : *row) {
            bool all = true;
            for (std::size_t i = 0; all && i < ranges.size(); ++i)
                all = ranges[i].first.v6 != six || ends.test(m_engine.classes() + i);
            if (all)
                found->second |= ports;
        }
        return found->second;
    }

    // Pods that a rule means, up to one more than `mostPeers`: the same for all that it acts on, so they are looked for once.
    const std::vector<std::size_t>& meantBy(std::size_t policy, Direction direction, std::size_t rule)
    {
        const auto [found, made] = m_meant.try_emplace({policy, direction, rule});
        for (std::size_t i = 0; made && i < m_pods.size() && found->second.size() <= mostPeers; ++i)
            if (m_engine.means(policy, direction, rule, podEnd(m_pods[i])))
                found->second.push_back(m_pods[i]);
        return found->second;
    }
    const std::vector<std::size_t>& unresolvedAt(std::size_t policy, Direction direction, std::size_t rule,
                                                 const PolicyPorts& port) // all that, as destinations, have no such port
    {
        const auto [found, made] = m_unresolved.try_emplace(&port);
        for (std::size_t i = 0; made && i < m_pods.size() && (m_pairs || found->second.empty()); ++i)
            if (m_engine.means(policy, direction, rule, podEnd(m_pods[i])) &&
                (direction == Direction::ingress || !hasPort(m_world.pods[m_pods[i]], port)))
                found->second.push_back(m_pods[i]);
        return found->second;
    }

    static bool hasPort(const Pod& pod, const PolicyPorts& wanted)
    {
        return std::any_of(pod.ports.begin(), pod.ports.end(), [&](const NamedPort& port) {
            return port.name == wanted.name && (wanted.protocol.empty() || wanted.protocol == toWord(port.protocol));
        });
    }

    // Replicas whose labels differ are treated apart by some policy.
    void addVariants()
    {
        for (std::size_t i = 0; i < m_world.pods.size(); ++i) {
            const Pod& variant = m_world.pods[i];
            if (done())
                return;
            if (!variant.standsFor || m_engine.classOf(i) == m_engine.classOf(*variant.standsFor))
                continue;
            const std::size_t pod = *variant.standsFor;
            const std::string reason =
                "replicas of " + variant.id + " have different labels, and policies treat them differently";
            for (const Direction direction : {Direction::ingress, Direction::egress})
                if (outsideOf(m_engine, pod, direction, variant.network) != outsideOf(m_engine, i, direction, variant.network))
                    add(pod, direction, partyOf(everyIpv4()), outside(pod, direction, variant.network), reason, variant.evidence);
            for (const std::size_t other : m_pods)
                for (const Direction direction : {Direction::egress, Direction::ingress})
                    if (other != pod)
                        if (const PortSet ports = allowed(pod, direction, other, variant.network);
                            allowed(i, direction, other, variant.network) != ports)
                            add(pod, direction, partyOf(other), ports, reason, variant.evidence);
        }
    }

    const Connectivity& m_engine;
    const World& m_world;
    const bool m_pairs;
    const std::stop_token& m_stop;
    std::vector<std::size_t> m_pods; // that are workloads
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, PortSet> m_known;
    std::map<std::tuple<std::size_t, Direction, std::size_t>, std::vector<std::size_t>> m_meant;
    std::map<std::tuple<std::size_t, Direction, std::size_t>, MeantAddresses> m_addresses;
    std::map<std::tuple<const Row*, std::size_t, Direction, std::size_t>, RangeAnswers> m_answers; // alike for pods of a row
    std::map<std::pair<const Row*, bool>, PortSet> m_withAddresses;
    std::unordered_map<const PolicyPorts*, std::vector<std::size_t>> m_unresolved;
    std::map<std::pair<std::size_t, Direction>, PortSet> m_withEvery;
    std::map<std::tuple<std::size_t, Direction, std::size_t>, bool> m_byAddress;
    std::size_t m_asked = 0, m_askedRanges = 0;
    bool m_cut = false;
    std::vector<Uncertain> m_made;
};

} // namespace

std::vector<Uncertain> uncertainOf(const Connectivity& engine, bool pairs, bool& cut, const std::stop_token& stop)
{
    return Finder(engine, pairs, stop).find(cut);
}

} // namespace bartizan::connectivity
