// SPDX-License-Identifier: GPL-3.0-or-later
// Connections of large systems: pods that have the same connections are one group. Pods of a group that reach each other
// are a row from the group to itself.
#include "analysis/connectivity/answers.h"

#include <algorithm>
#include <map>

namespace bartizan::connectivity {

namespace {

class Grouper {
public:
    Grouper(const Connectivity& engine, const std::vector<Entrance>& entrances) : m_engine(engine), m_world(engine.world())
    {
        for (const Entrance& entrance : entrances)
            m_entered[entrance.pod] |= entrance.ports;
    }

    GroupedConnections make(const std::stop_token& stop)
    {
        const std::vector<std::size_t> ofClass = m_engine.groupsOfClasses();
        std::map<std::pair<std::size_t, PortSet>, std::size_t> known; // what enters from outside tells them apart as well
        for (std::size_t i = 0; i < m_world.pods.size(); ++i) {
            if (m_world.pods[i].imagined)
                continue;
            const auto entered = m_entered.find(i);
            const auto [found, fresh] = known.try_emplace(
                {ofClass[m_engine.classOf(i)], entered == m_entered.end() ? PortSet() : entered->second}, m_made.groups.size());
            if (fresh)
                m_made.groups.emplace_back();
            m_made.groups[found->second].pods.push_back(i);
        }
        for (std::size_t group = 0; group < m_made.groups.size() && !stop.stop_requested(); ++group)
            addRowsOf(group);
        return std::move(m_made);
    }

private:
    static Party partyOf(std::size_t group)
    {
        Party party;
        party.index = group;
        return party;
    }

    void addRowsOf(std::size_t from)
    {
        const std::vector<std::size_t>& own = m_made.groups[from].pods;
        const std::size_t pod = own.front(), network = m_world.pods[pod].network;
        for (std::size_t to = 0; to < m_made.groups.size(); ++to) {
            const std::vector<std::size_t>& others = m_made.groups[to].pods;
            if (from == to && own.size() < 2)
                continue;
            const PortSet ports = m_engine.allowed({End::Kind::pod, pod}, {End::Kind::pod, from == to ? own[1] : others.front()});
            if (!ports.empty())
                m_made.connections.push_back({partyOf(from), partyOf(to), ports});
        }
        for (const Direction direction : {Direction::ingress, Direction::egress})
            for (auto& [range, ports] : outsideOf(m_engine, pod, direction, network)) {
                Party outside;
                outside.kind = Party::Kind::addresses;
                outside.range = range;
                const bool in = direction == Direction::ingress;
                m_made.connections.push_back({in ? outside : partyOf(from), in ? partyOf(from) : outside, std::move(ports)});
            }
        if (const auto entered = m_entered.find(pod); entered != m_entered.end()) {
            const PortSet ports = entered->second & enteringTo(pod);
            Party controller;
            controller.kind = Party::Kind::ingressController;
            if (!ports.empty())
                m_made.connections.push_back({controller, partyOf(from), ports});
        }
    }

    PortSet enteringTo(std::size_t pod) const
    {
        const std::string& cluster = m_world.spaces[m_world.pods[pod].space].cluster;
        for (std::size_t i = m_world.pods.size(); i-- > 0 && m_world.pods[i].imagined;)
            if (m_world.pods[i].id == controllerId && m_world.spaces[m_world.pods[i].space].cluster == cluster)
                return m_engine.decided(pod, Direction::ingress, {End::Kind::pod, i}, m_world.pods[pod].network);
        return {};
    }

    const Connectivity& m_engine;
    const World& m_world;
    std::map<std::size_t, PortSet> m_entered; // by pod
    GroupedConnections m_made;
};

} // namespace

GroupedConnections groupedConnectionsOf(const Connectivity& engine, const std::vector<Entrance>& entrances, std::stop_token stop)
{
    return Grouper(engine, entrances).make(stop);
}

} // namespace bartizan::connectivity
