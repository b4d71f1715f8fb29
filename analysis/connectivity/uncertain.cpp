// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/uncertain.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace bartizan::connectivity {

namespace {

constexpr std::size_t mostPeers = 50; // of one rule that are listed one by one; more are a row to the entire cluster

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
                add({partyOf(pod), entireCluster(), PortSet::everything(), "the source uses its node's own network",
                     m_world.pods[pod].nodeNetworkEvidence});
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
                    add(pod, direction, entireCluster(), portsOf(pod, direction, i, r),
                        m_world.policies[i].name + " names addresses that pods may have; the answer is as if none had them",
                        rules[r].evidence);
            }
        }
    }

    PortSet portsOf(std::size_t pod, Direction direction, std::size_t policy, std::size_t rule) const
    {
        return m_engine.portsOf(policy, direction, rule, direction == Direction::ingress ? &m_world.pods[pod].ports : nullptr);
    }

    void addUnresolved(std::size_t pod, Direction direction, std::size_t policy, std::size_t rule, const PolicyPorts& port)
    {
        const std::size_t network = m_world.pods[pod].network;
        const std::string reason = m_world.policies[policy].name + " names a port that no container of the destination has";
        const std::vector<std::size_t>& peers = unresolvedAt(policy, direction, rule, port);
        if (!m_pairs && !peers.empty())
            add(pod, direction, entireCluster(), {}, reason, port.evidence);
        for (std::size_t i = 0; m_pairs && i < peers.size() && !done(); ++i)
            if (peers[i] != pod)
                add(pod, direction, partyOf(peers[i]), allowed(pod, direction, peers[i], network), reason, port.evidence);
    }

    // A rule that allows counts as if it allowed all of its ports, any other as if it were not there.
    void addNarrower(std::size_t pod, Direction direction, std::size_t policy, std::size_t rule)
    {
        const TrafficPolicyRecord& record = m_world.policies[policy].record;
        const PolicyRuleRecord& written = (direction == Direction::ingress ? record.ingressRules : record.egressRules)[rule];
        const bool allows = written.action == PolicyRuleRecord::Action::allow;
        const std::string reason =
            "a rule of " + m_world.policies[policy].name +
            (allows ? " allows less than its ports say: " : " is left out, it means less than it names: ") + written.narrower;
        const std::vector<std::size_t>& meant = meantBy(policy, direction, rule);
        const std::size_t network = m_world.pods[pod].network;
        if (meant.size() > mostPeers || (!m_pairs && !meant.empty()) || meant.size() == m_pods.size())
            add(pod, direction, entireCluster(), portsOf(pod, direction, policy, rule), reason, written.evidence);
        else
            for (const std::size_t peer : meant)
                if (peer != pod)
                    add(pod, direction, partyOf(peer), allowed(pod, direction, peer, network), reason, written.evidence);
        for (const AddressRange& range : rangesOf(policy, direction, rule))
            add(pod, direction, partyOf(range), portsOf(pod, direction, policy, rule), reason, written.evidence);
    }

    // Addresses that a rule means, as few ranges: the same for all pods that it acts on.
    const std::vector<AddressRange>& rangesOf(std::size_t policy, Direction direction, std::size_t rule)
    {
        const auto [found, made] = m_ranges.try_emplace({policy, direction, rule});
        std::vector<AddressRange>& meant = found->second;
        const std::vector<AddressRange>& ranges = m_engine.ranges();
        for (std::size_t i = 0; made && i < ranges.size(); ++i) {
            if (!m_engine.means(policy, direction, rule, {End::Kind::addresses, i}))
                continue;
            if (!meant.empty() && touch(meant.back(), ranges[i]))
                meant.back().last = ranges[i].last;
            else
                meant.push_back(ranges[i]);
        }
        if (meant.size() > mostPeers)
            meant = {everyIpv4()};
        return meant;
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
    std::map<std::tuple<std::size_t, Direction, std::size_t>, std::vector<AddressRange>> m_ranges;
    std::unordered_map<const PolicyPorts*, std::vector<std::size_t>> m_unresolved;
    bool m_cut = false;
    std::vector<Uncertain> m_made;
};

} // namespace

std::vector<Uncertain> uncertainOf(const Connectivity& engine, bool pairs, bool& cut, const std::stop_token& stop)
{
    return Finder(engine, pairs, stop).find(cut);
}

} // namespace bartizan::connectivity
