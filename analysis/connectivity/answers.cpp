// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/answers.h"

#include "analysis/connectivity/exposure.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace bartizan::connectivity {

namespace {

constexpr std::size_t mostUncertain = 20000; // rows: a list for people

End podEnd(std::size_t pod)
{
    return {End::Kind::pod, pod};
}

Party partyOf(std::size_t pod)
{
    Party party;
    party.index = pod;
    return party;
}
Party partyOf(const AddressRange& range)
{
    Party party;
    party.kind = Party::Kind::addresses;
    party.range = range;
    return party;
}

void sortRows(const World& world, std::vector<Connection>& rows)
{
    const auto key = [&](const Party& party) {
        return party.kind == Party::Kind::addresses ? std::tuple(std::string("ip:"), party.range)
                                                    : std::tuple(idOf(world, party), AddressRange{});
    };
    std::vector<std::tuple<std::tuple<std::string, AddressRange>, std::tuple<std::string, AddressRange>, std::size_t>> keys;
    for (std::size_t i = 0; i < rows.size(); ++i)
        keys.emplace_back(key(rows[i].from), key(rows[i].to), i);
    std::sort(keys.begin(), keys.end());
    std::vector<Connection> sorted;
    sorted.reserve(rows.size());
    for (const auto& [from, to, i] : keys)
        sorted.push_back(std::move(rows[i]));
    rows = std::move(sorted);
}

class Answerer {
public:
    Answerer(const Connectivity& engine, const std::vector<Entrance>& entrances, std::stop_token stop)
        : m_engine(engine), m_world(engine.world()), m_entrances(entrances), m_stop(std::move(stop))
    {
        for (std::size_t i = 0; i < m_world.pods.size(); ++i)
            if (!m_world.pods[i].imagined)
                m_pods.push_back(i);
    }

    Answers make()
    {
        const std::vector<std::size_t> none;
        const bool pairs = m_pods.size() <= groupAbove;
        for (std::size_t network = 0; network < m_world.networks.size(); ++network)
            if (const auto pods = podsIn(network); network == 0 || !pods.empty())
                m_made.networks.push_back({m_world.networks[network].name, connectionsIn(network, pairs ? pods : none)});
        if (pairs) {
            addNodeNetworkPairs();
            addVariants();
        } else {
            addNodeNetwork();
        }
        for (const std::size_t pod : m_pods)
            for (const Direction direction : {Direction::ingress, Direction::egress})
                if (!full())
                    addUnresolved(pod, direction);
        for (const std::size_t pod : m_pods)
            for (const Direction direction : {Direction::ingress, Direction::egress})
                if (!m_engine.selected(pod, direction, m_world.pods[pod].network))
                    m_made.unprotected.push_back({pod, direction});
        if (!m_stop.stop_requested())
            m_made.exposure = exposureOf(m_engine, m_stop);
        return std::move(m_made);
    }

private:
    std::vector<std::size_t> podsIn(std::size_t network) const
    {
        std::vector<std::size_t> pods;
        for (const std::size_t i : m_pods) {
            const Pod& pod = m_world.pods[i];
            if (pod.network == network || std::find(pod.secondary.begin(), pod.secondary.end(), network) != pod.secondary.end())
                pods.push_back(i);
        }
        return pods;
    }

    // Pods of a class have the same answers; only to themselves they are not listed.
    const PortSet& allowed(std::size_t from, std::size_t to, std::size_t network)
    {
        const auto [found, made] =
            m_known.try_emplace(std::tuple(m_engine.classOf(from), m_engine.classOf(to), network), PortSet());
        if (made)
            found->second = m_engine.allowed(podEnd(from), podEnd(to), network);
        return found->second;
    }

    std::vector<Connection> connectionsIn(std::size_t network, const std::vector<std::size_t>& pods)
    {
        std::vector<Connection> rows;
        for (const std::size_t from : pods) {
            if (m_stop.stop_requested())
                return rows;
            for (const std::size_t to : pods)
                if (from != to)
                    if (const PortSet& ports = allowed(from, to, network); !ports.empty())
                        rows.push_back({partyOf(from), partyOf(to), ports});
            if (m_world.networks[network].primary) {
                addOutside(rows, from, Direction::ingress, network);
                addOutside(rows, from, Direction::egress, network);
            }
        }
        addEntrances(rows, network);
        sortRows(m_world, rows);
        return rows;
    }

    void addOutside(std::vector<Connection>& rows, std::size_t pod, Direction direction, std::size_t network) const
    {
        for (auto& [range, ports] : outsideOf(m_engine, pod, direction, network)) {
            const Party inside = partyOf(pod), outside = partyOf(range);
            rows.push_back({direction == Direction::ingress ? outside : inside,
                            direction == Direction::ingress ? inside : outside, std::move(ports)});
        }
        if (direction == Direction::ingress)
            return;
        const auto addNamed = [&](Party::Kind kind, End::Kind end, const std::vector<std::string>& names) {
            for (std::size_t i = 0; i < names.size(); ++i)
                if (PortSet ports = m_engine.allowed(podEnd(pod), {end, i}, network);
                    !ports.empty() && m_engine.selected(pod, direction, network)) {
                    Party to;
                    to.kind = kind;
                    to.name = names[i];
                    rows.push_back({partyOf(pod), to, std::move(ports)});
                }
        };
        addNamed(Party::Kind::hostName, End::Kind::hostName, m_engine.hostNames());
        addNamed(Party::Kind::special, End::Kind::special, m_engine.specials());
    }

    void addEntrances(std::vector<Connection>& rows, std::size_t network)
    {
        std::map<std::size_t, PortSet> reached;
        for (std::size_t i = 0; i < m_entrances.size(); ++i) {
            const Entrance& entrance = m_entrances[i];
            const Pod& pod = m_world.pods[entrance.pod];
            const auto controller = controllerOf(m_world.spaces[pod.space].cluster);
            if (pod.network != network || !controller)
                continue;
            const PortSet ports =
                entrance.ports & m_engine.decided(entrance.pod, Direction::ingress, podEnd(*controller), network);
            if (ports.empty())
                m_made.blocked.push_back({i});
            else
                reached[entrance.pod] |= ports;
        }
        for (auto& [pod, ports] : reached) {
            Party from;
            from.kind = Party::Kind::ingressController;
            rows.push_back({from, partyOf(pod), std::move(ports)});
        }
    }

    std::optional<std::size_t> controllerOf(const std::string& cluster) const
    {
        for (std::size_t i = m_world.pods.size(); i-- > 0 && m_world.pods[i].imagined;)
            if (m_world.pods[i].id == controllerId && m_world.spaces[m_world.pods[i].space].cluster == cluster)
                return i;
        return std::nullopt;
    }

    bool full() const { return m_made.uncertainCut || m_stop.stop_requested(); }
    void addRow(Uncertain row)
    {
        if (m_made.uncertain.size() < mostUncertain)
            m_made.uncertain.push_back(std::move(row));
        else
            m_made.uncertainCut = true;
    }

    // Pods on their node's network: pairs on which some policy acts.
    void addNodeNetworkPairs()
    {
        for (const std::size_t from : m_pods)
            for (const std::size_t to : m_pods) {
                const Pod &a = m_world.pods[from], &b = m_world.pods[to];
                if (full())
                    return;
                if (from == to || !(a.onNodeNetwork || b.onNodeNetwork))
                    continue;
                const auto network = m_engine.sharedNetwork(podEnd(from), podEnd(to));
                if (!network)
                    continue;
                const PortSet& ports = allowed(from, to, *network);
                if (!ports.isEverything())
                    addRow({partyOf(from), partyOf(to), ports,
                            std::string(a.onNodeNetwork ? "the source" : "the destination") + " uses its node's own network",
                            a.onNodeNetwork ? a.nodeNetworkEvidence : b.nodeNetworkEvidence});
            }
    }

    void addNodeNetwork() // of large systems: one row a pod
    {
        Party cluster;
        cluster.kind = Party::Kind::entireCluster;
        for (const std::size_t pod : m_pods)
            if (m_world.pods[pod].onNodeNetwork)
                addRow({partyOf(pod), cluster, PortSet::everything(), "the source uses its node's own network",
                        m_world.pods[pod].nodeNetworkEvidence});
    }

    void addUnresolved(std::size_t pod, Direction direction)
    {
        const std::size_t network = m_world.pods[pod].network;
        for (const std::size_t i : m_engine.selecting(pod, direction, network)) {
            const TrafficPolicyRecord& record = m_world.policies[i].record;
            const auto& rules = direction == Direction::ingress ? record.ingressRules : record.egressRules;
            for (std::size_t r = 0; r < rules.size(); ++r)
                for (const PolicyPorts& port : rules[r].ports) {
                    if (port.name.empty() || (direction == Direction::ingress && hasPort(m_world.pods[pod], port)))
                        continue;
                    for (const std::size_t peer : unresolvedAt(i, direction, r, port)) {
                        if (full())
                            return;
                        if (peer == pod)
                            continue;
                        const std::size_t from = direction == Direction::ingress ? peer : pod;
                        const std::size_t to = direction == Direction::ingress ? pod : peer;
                        addRow({partyOf(from), partyOf(to), allowed(from, to, network),
                                m_world.policies[i].name + " names a port that no container of the destination has",
                                port.evidence});
                    }
                }
        }
    }

    // Pods that the rule means and, as destinations, have no such port: the same for all pods that it acts on, so they are
    // looked for once.
    const std::vector<std::size_t>& unresolvedAt(std::size_t policy, Direction direction, std::size_t rule,
                                                 const PolicyPorts& port)
    {
        const auto [found, made] = m_unresolved.try_emplace(&port);
        if (made)
            for (const std::size_t peer : m_pods)
                if (m_engine.means(policy, direction, rule, podEnd(peer)) &&
                    (direction == Direction::ingress || !hasPort(m_world.pods[peer], port)))
                    found->second.push_back(peer);
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
            if (full())
                return;
            if (!variant.standsFor || m_engine.classOf(i) == m_engine.classOf(*variant.standsFor))
                continue;
            const std::size_t pod = *variant.standsFor;
            const std::string reason =
                "replicas of " + variant.id + " have different labels, and policies treat them differently";
            for (const Direction direction : {Direction::ingress, Direction::egress}) {
                const auto own = outsideOf(m_engine, pod, direction, variant.network);
                if (own == outsideOf(m_engine, i, direction, variant.network))
                    continue;
                PortSet ports; // to some address
                for (const auto& [range, open] : own)
                    ports |= open;
                const Party outside = partyOf(everyIpv4());
                addRow({direction == Direction::ingress ? outside : partyOf(pod),
                        direction == Direction::ingress ? partyOf(pod) : outside, ports, reason, variant.evidence});
            }
            for (const std::size_t other : m_pods) {
                if (other == pod)
                    continue;
                for (const bool out : {true, false}) {
                    const std::size_t from = out ? pod : other, to = out ? other : pod;
                    const PortSet& ports = allowed(from, to, variant.network);
                    if (allowed(out ? i : other, out ? other : i, variant.network) != ports)
                        addRow({partyOf(from), partyOf(to), ports, reason, variant.evidence});
                }
            }
        }
    }

    const Connectivity& m_engine;
    const World& m_world;
    const std::vector<Entrance>& m_entrances;
    std::stop_token m_stop;
    std::vector<std::size_t> m_pods;
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, PortSet> m_known;
    std::unordered_map<const PolicyPorts*, std::vector<std::size_t>> m_unresolved;
    Answers m_made;
};

std::string setText(const Selector& selector)
{
    return !selector.present || selector.requirements.empty() ? "all" : toText(selector);
}

} // namespace

std::string idOf(const World& world, const Party& party)
{
    switch (party.kind) {
    case Party::Kind::pod:
        return world.pods[party.index].id;
    case Party::Kind::addresses:
        return "ip:" + toText(party.range);
    case Party::Kind::ingressController:
        return controllerId;
    case Party::Kind::entireCluster:
        return "entire-cluster";
    case Party::Kind::hostName:
        return "host:" + party.name;
    case Party::Kind::special:
        return party.name;
    case Party::Kind::pods:
        break;
    }
    return "pods " + setText(party.pods.pods) + " in " +
           (party.pods.ns.empty() ? "namespaces " + setText(party.pods.namespaces) : "namespace " + party.pods.ns);
}

std::vector<std::pair<AddressRange, PortSet>> outsideOf(const Connectivity& engine, std::size_t pod, Direction direction,
                                                        std::size_t network)
{
    std::vector<std::pair<AddressRange, PortSet>> rows;
    const std::vector<AddressRange>& ranges = engine.ranges();
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        PortSet ports = engine.decided(pod, direction, {End::Kind::addresses, i}, network);
        if (ports.empty())
            continue;
        if (!rows.empty() && touch(rows.back().first, ranges[i]) && rows.back().second == ports)
            rows.back().first.last = ranges[i].last;
        else
            rows.emplace_back(ranges[i], std::move(ports));
    }
    return rows;
}

Answers answersOf(const Connectivity& engine, const std::vector<Entrance>& entrances, std::stop_token stop)
{
    return Answerer(engine, entrances, std::move(stop)).make();
}

} // namespace bartizan::connectivity
