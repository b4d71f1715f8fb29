// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/answers.h"

#include "analysis/connectivity/exposure.h"
#include "analysis/connectivity/uncertain.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace bartizan::connectivity {

namespace {

End podEnd(std::size_t pod)
{
    return {End::Kind::pod, pod};
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
        m_made.uncertain = uncertainOf(m_engine, pairs, m_made.uncertainCut, m_stop);
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
        for (const std::size_t i : m_pods)
            if (isIn(m_world.pods[i], network))
                pods.push_back(i);
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
            if (m_listed + rows.size() > mostConnections) {
                m_made.connectionsCut = true;
                break;
            }
            for (const std::size_t to : pods)
                if (from != to)
                    if (const PortSet& ports = allowed(from, to, network); !ports.empty())
                        rows.push_back({partyOf(from), partyOf(to), ports});
            if (m_world.networks[network].primary) {
                addOutside(rows, m_engine, from, partyOf(from), Direction::ingress, network);
                addOutside(rows, m_engine, from, partyOf(from), Direction::egress, network);
            }
        }
        addEntrances(rows, network);
        m_listed += rows.size();
        sortRows(m_world, rows);
        return rows;
    }

    void addEntrances(std::vector<Connection>& rows, std::size_t network)
    {
        std::map<std::size_t, PortSet> reached;
        for (std::size_t i = 0; i < m_entrances.size(); ++i) {
            const Entrance& entrance = m_entrances[i];
            const Pod& pod = m_world.pods[entrance.pod];
            const auto controller = controllerOf(m_world, m_world.spaces[pod.space].cluster);
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

    const Connectivity& m_engine;
    const World& m_world;
    const std::vector<Entrance>& m_entrances;
    std::stop_token m_stop;
    std::vector<std::size_t> m_pods;
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, PortSet> m_known;
    std::size_t m_listed = 0; // connections of the networks so far
    Answers m_made;
};

std::string setText(const Selector& selector)
{
    return !selector.present || selector.requirements.empty() ? "all" : toText(selector);
}

} // namespace

bool isIn(const Pod& pod, std::size_t network)
{
    return pod.network == network || std::find(pod.secondary.begin(), pod.secondary.end(), network) != pod.secondary.end();
}

std::optional<std::size_t> controllerOf(const World& world, const std::string& cluster)
{
    for (std::size_t i = world.pods.size(); i-- > 0 && world.pods[i].imagined;)
        if (world.pods[i].id == controllerId && world.spaces[world.pods[i].space].cluster == cluster)
            return i;
    return std::nullopt;
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
    if (!party.pods)
        return {};
    return "pods " + setText(party.pods->pods) + " in " +
           (party.pods->ns.empty() ? "namespaces " + setText(party.pods->namespaces) : "namespace " + party.pods->ns);
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

void addOutside(std::vector<Connection>& rows, const Connectivity& engine, std::size_t pod, const Party& inside,
                Direction direction, std::size_t network)
{
    for (auto& [range, ports] : outsideOf(engine, pod, direction, network)) {
        const Party outside = partyOf(range);
        rows.push_back(direction == Direction::ingress ? Connection{outside, inside, std::move(ports)}
                                                       : Connection{inside, outside, std::move(ports)});
    }
    if (direction == Direction::ingress || !engine.selected(pod, direction, network))
        return;
    const auto addNamed = [&](Party::Kind kind, End::Kind end, const std::vector<std::string>& names) {
        for (std::size_t i = 0; i < names.size(); ++i)
            if (PortSet ports = engine.allowed(podEnd(pod), {end, i}, network); !ports.empty()) {
                Party to;
                to.kind = kind;
                to.name = names[i];
                rows.push_back({inside, to, std::move(ports)});
            }
    };
    addNamed(Party::Kind::hostName, End::Kind::hostName, engine.hostNames());
    addNamed(Party::Kind::special, End::Kind::special, engine.specials());
}

Answers answersOf(const Connectivity& engine, const std::vector<Entrance>& entrances, std::stop_token stop)
{
    return Answerer(engine, entrances, std::move(stop)).make();
}

} // namespace bartizan::connectivity
