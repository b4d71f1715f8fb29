// SPDX-License-Identifier: GPL-3.0-or-later
// All pairs that the mesh does not leave as the network says, and what differs between two states.
#include "report/connectivity/mesh.h"
#include "report/connectivity/view.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace bartizan::report {

using namespace connectivity;

namespace {

End podEnd(std::size_t pod)
{
    return {End::Kind::pod, pod};
}
Party partyOf(Party::Kind kind, std::size_t index = 0)
{
    Party party;
    party.kind = kind;
    party.index = index;
    return party;
}

class Collector {
public:
    Collector(const ReportInput& input, const ConnectivityView& view)
        : m_input(input), m_view(view), m_world(view.world()), m_asker(*view.mesh, *view.reach, input.job)
    {
    }

    MeshFacts make()
    {
        if (m_view.groups && !askedAreFew())
            return std::move(m_facts);
        m_facts.told = true;
        if (m_view.groups)
            ofAsked();
        else
            for (const NetworkConnections& network : m_view.answers.networks)
                for (const Connection& row : network.connections)
                    if (!over())
                        take(row, network.network);
        if (m_view.answers.connectionsCut && !m_view.groups)
            say("The network allows more connections than are listed: the pairs of the others are not counted.");
        if (m_asker.exhausted())
            say("More than " + std::to_string(mostMeshQuestions) +
                " pairs would have to be asked about: what comes after them is neither listed nor counted.");
        if (m_cut)
            say("Only the first " + std::to_string(mostMeshRows) + " pairs are listed; all are counted.");
        return std::move(m_facts);
    }

private:
    bool over() const { return m_asker.exhausted() || m_input.job.stopped(); }
    void say(const std::string& sentence) { m_facts.leftOut += (m_facts.leftOut.empty() ? "" : " ") + sentence; }

    bool askedAreFew()
    {
        if (m_view.asked.empty())
            say("The pairs are not listed for a system of more than " + std::to_string(groupAbove) +
                " workloads: ask about some of them with --workload, or about one pair with --explain.");
        else if (m_view.asked.size() > mostMeshQuestions / (2 * m_world.pods.size()))
            say("Too many workloads are asked about: ask about fewer of them, or about one pair with --explain.");
        return m_facts.leftOut.empty();
    }

    void take(const Connection& connection, const std::string& network)
    {
        for (MeshRow& row : m_asker.rows(connection, network)) {
            ++m_facts.pairs;
            switch (row.verdict->effect) {
            case MeshEffect::unchanged:
                ++m_facts.unchanged;
                continue;
            case MeshEffect::denied:
                ++m_facts.denied;
                break;
            case MeshEffect::narrowed:
                ++m_facts.narrowed;
                break;
            case MeshEffect::undecided:
                ++m_facts.undecided;
                break;
            }
            if (m_facts.rows.size() < mostMeshRows)
                m_facts.rows.push_back(std::move(row));
            else
                m_cut = true;
        }
    }

    // Above groupAbove workloads: the connections of those that are asked for, which no list holds.
    void ofAsked()
    {
        const std::optional<Direction> only = m_input.question.direction;
        const auto isAsked = [this](std::size_t pod) {
            return std::binary_search(m_view.asked.begin(), m_view.asked.end(), pod);
        };
        const auto add = [this](Connection row, std::size_t network) {
            if (m_input.question.ports)
                row.ports &= *m_input.question.ports;
            if (!row.ports.empty())
                take(row, m_world.networks[network].name);
        };
        const Connectivity& reach = *m_view.reach;
        for (const std::size_t pod : m_view.asked) {
            if (pod >= m_world.pods.size() || m_world.pods[pod].imagined)
                continue; // only of the earlier state
            const std::size_t network = m_world.pods[pod].network;
            const Party own = partyOf(Party::Kind::pod, pod);
            for (std::size_t other = 0; other < m_world.pods.size() && !over(); ++other) {
                if (other == pod || m_world.pods[other].imagined || m_world.pods[other].network != network)
                    continue;
                const Party peer = partyOf(Party::Kind::pod, other);
                if (!only || *only == Direction::egress)
                    add({own, peer, reach.allowed(podEnd(pod), podEnd(other), network)}, network);
                if (only ? *only == Direction::ingress : !isAsked(other)) // else that one has the row
                    add({peer, own, reach.allowed(podEnd(other), podEnd(pod), network)}, network);
            }
            std::vector<Connection> outside;
            for (const Direction direction : {Direction::ingress, Direction::egress})
                if (!only || *only == direction)
                    addOutside(outside, reach, pod, own, direction, network);
            for (Connection& row : outside)
                add(std::move(row), network);
            if (!only || *only == Direction::ingress)
                addEntering(own, network, add);
        }
        sortRows();
    }

    template <class Add>
    void addEntering(const Party& own, std::size_t network, Add add)
    {
        const auto controller = controllerOf(m_world, m_world.spaces[m_world.pods[own.index].space].cluster);
        if (!controller)
            return;
        PortSet ports;
        for (const Entrance& entrance : m_view.entrances)
            if (entrance.pod == own.index)
                ports |= entrance.ports;
        if (!ports.empty())
            add({partyOf(Party::Kind::ingressController), own,
                 ports & m_view.reach->decided(own.index, Direction::ingress, podEnd(*controller), network)},
                network);
    }

    void sortRows() // as the rows of networks are
    {
        using Key = std::tuple<std::string, std::string, AddressRange, std::string, AddressRange, std::size_t>;
        std::vector<Key> keys;
        const auto id = [this](const Party& party) {
            return party.kind == Party::Kind::addresses ? std::string("ip:") : m_view.id(party);
        };
        for (std::size_t i = 0; i < m_facts.rows.size(); ++i) {
            const MeshRow& row = m_facts.rows[i];
            keys.emplace_back(row.network, id(row.from), row.from.range, id(row.to), row.to.range, i);
        }
        std::sort(keys.begin(), keys.end());
        std::vector<MeshRow> sorted;
        for (const Key& key : keys)
            sorted.push_back(std::move(m_facts.rows[std::get<5>(key)]));
        m_facts.rows = std::move(sorted);
    }

    const ReportInput& m_input;
    const ConnectivityView& m_view;
    const World& m_world;
    MeshAsker m_asker;
    MeshFacts m_facts;
    bool m_cut = false;
};

using PairKey = std::tuple<std::string, std::string, std::string>; // network, from, to

// Pairs whose ends have the same name in both states, whatever addresses policies name.
template <class Take>
void eachNamedPair(const MeshState& state, Take take)
{
    const auto isNamed = [](const Party& party) {
        return party.kind == Party::Kind::pod || party.kind == Party::Kind::ingressController;
    };
    const World& world = state.reach.world();
    for (const NetworkConnections& network : state.answers.networks)
        for (const Connection& row : network.connections)
            if (isNamed(row.from) && isNamed(row.to))
                take(PairKey{network.network, idOf(world, row.from), idOf(world, row.to)}, row);
}

MeshVerdict verdictOf(MeshAsker* asker, const Connection& row, const std::string& network)
{
    const std::vector<MeshRow> rows = asker ? asker->rows(row, network) : std::vector<MeshRow>();
    return rows.empty() ? meshVerdict({}, row.ports) : *rows.front().verdict; // no mesh: as the network says
}

} // namespace

MeshFacts meshFacts(const ReportInput& input, const ConnectivityView& view)
{
    return Collector(input, view).make();
}

std::string MeshDifference::note() const
{
    return "the mesh: " + before + " before, " + after + " now";
}

MeshDifferences meshDifferences(const ReportInput& input, const MeshState& before, const MeshState& after)
{
    MeshDifferences differences;
    if (!before.mesh && !after.mesh)
        return differences;
    std::optional<MeshAsker> first, second;
    if (before.mesh)
        first.emplace(*before.mesh, before.reach, input.job);
    if (after.mesh)
        second.emplace(*after.mesh, after.reach, input.job);
    std::map<PairKey, const Connection*> known;
    eachNamedPair(before, [&](PairKey key, const Connection& row) { known.emplace(std::move(key), &row); });
    eachNamedPair(after, [&](const PairKey& key, const Connection& row) {
        const auto found = known.find(key);
        if (input.job.stopped() || found == known.end() || !(found->second->ports == row.ports))
            return;
        const std::string& network = std::get<0>(key);
        Connection was = *found->second, is = row;
        if (input.question.ports) {
            was.ports &= *input.question.ports;
            is.ports &= *input.question.ports;
        }
        const MeshVerdict old = verdictOf(first ? &*first : nullptr, was, network);
        const MeshVerdict now = verdictOf(second ? &*second : nullptr, is, network);
        if ((first && first->exhausted()) || (second && second->exhausted()) || input.job.stopped())
            return; // not asked
        if (!sameAnswer(old, now))
            differences.rows.push_back({network, std::get<1>(key), std::get<2>(key), is.ports, answerText(old), answerText(now)});
    });
    differences.cut = (first && first->exhausted()) || (second && second->exhausted());
    return differences;
}

} // namespace bartizan::report
