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
        for (std::size_t network = 0; network < m_world.networks.size(); ++network) {
            std::vector<Connection> rows;
            bool anyPod = network == 0;
            for (std::size_t group = 0; group < m_made.groups.size() && !stop.stop_requested() && !m_made.connectionsCut; ++group)
                if (isInNetwork(group, network)) {
                    anyPod = true;
                    addRowsOf(group, network, rows);
                    m_made.connectionsCut = m_listed + rows.size() > mostConnections;
                }
            m_listed += rows.size();
            if (anyPod)
                m_made.networks.push_back({m_world.networks[network].name, std::move(rows)});
        }
        return std::move(m_made);
    }

private:
    bool isInNetwork(std::size_t group, std::size_t network) const // pods of a group are in the same ones
    {
        return isIn(m_world.pods[m_made.groups[group].pods.front()], network);
    }

    void addRowsOf(std::size_t from, std::size_t network, std::vector<Connection>& rows) const
    {
        const std::vector<std::size_t>& own = m_made.groups[from].pods;
        const std::size_t pod = own.front();
        for (std::size_t to = 0; to < m_made.groups.size(); ++to) {
            const std::vector<std::size_t>& others = m_made.groups[to].pods;
            if ((from == to && own.size() < 2) || !isInNetwork(to, network))
                continue;
            const PortSet ports =
                m_engine.allowed({End::Kind::pod, pod}, {End::Kind::pod, from == to ? own[1] : others.front()}, network);
            if (!ports.empty())
                rows.push_back({partyOf(from), partyOf(to), ports});
        }
        if (!m_world.networks[network].primary || m_world.pods[pod].network != network)
            return; // as in Answers: outside addresses are those of the primary network
        for (const Direction direction : {Direction::ingress, Direction::egress})
            addOutside(rows, m_engine, pod, partyOf(from), direction, network);
        if (const auto entered = m_entered.find(pod); entered != m_entered.end()) {
            const PortSet ports = entered->second & enteringTo(pod);
            Party controller;
            controller.kind = Party::Kind::ingressController;
            if (!ports.empty())
                rows.push_back({controller, partyOf(from), ports});
        }
    }

    PortSet enteringTo(std::size_t pod) const
    {
        const Pod& own = m_world.pods[pod];
        const auto controller = controllerOf(m_world, m_world.spaces[own.space].cluster);
        return controller ? m_engine.decided(pod, Direction::ingress, {End::Kind::pod, *controller}, own.network) : PortSet();
    }

    const Connectivity& m_engine;
    const World& m_world;
    std::map<std::size_t, PortSet> m_entered; // by pod
    std::size_t m_listed = 0;                 // rows of the networks so far
    GroupedConnections m_made;
};

} // namespace

GroupedConnections groupedConnectionsOf(const Connectivity& engine, const std::vector<Entrance>& entrances, std::stop_token stop)
{
    return Grouper(engine, entrances).make(stop);
}

} // namespace bartizan::connectivity
