// SPDX-License-Identifier: GPL-3.0-or-later
// Connections that differ between two large states. Workloads whose connections are alike in each of the two states are one
// kind; kinds are compared, and only what differs is written out by workload.
#include "analysis/connectivity/answers.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace bartizan::connectivity {
namespace {

constexpr std::size_t mostKindPairs = 50'000'000;

using Place = std::optional<std::size_t>; // in one state; none: it is not there
using Places = std::array<Place, 2>;      // before, after

struct Kind {
    std::vector<Places> pods; // all in the same states
};

bool sameOutside(const std::vector<Connection>& a, const std::vector<Connection>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Connection& x, const Connection& y) {
        const auto same = [](const Party& one, const Party& other) {
            return one.kind == other.kind && one.range == other.range && one.name == other.name;
        };
        return same(x.from, y.from) && same(x.to, y.to) && x.ports == y.ports;
    });
}

class Comparer {
public:
    Comparer(const Connectivity& before, const Answers& first, const Connectivity& after, const Answers& second,
             std::stop_token stop)
        : m_engines{&before, &after}, m_answers{&first, &second}, m_stop(std::move(stop))
    {
        std::map<std::string, Places> pods;
        std::array<std::vector<std::size_t>, 2> groups;
        for (const std::size_t side : {0U, 1U}) {
            groups[side] = m_engines[side]->groupsOfClasses();
            const auto& all = m_engines[side]->world().pods;
            for (std::size_t i = 0; i < all.size(); ++i)
                if (!all[i].imagined)
                    pods[all[i].id][side] = i;
        }
        std::map<Places, std::size_t> known;
        for (const auto& [id, places] : pods) {
            Places group;
            for (const std::size_t side : {0U, 1U})
                if (places[side])
                    group[side] = groups[side][m_engines[side]->classOf(*places[side])];
            const std::size_t kind = known.try_emplace(group, m_kinds.size()).first->second;
            m_kinds.resize(std::max(m_kinds.size(), kind + 1));
            m_kinds[kind].pods.push_back(places);
        }
    }

    Changes make()
    {
        Changes changes;
        if (m_kinds.size() > mostKindPairs / std::max<std::size_t>(1, m_kinds.size())) {
            changes.cut = true;
            return changes;
        }
        for (const std::string& name : networks())
            compareIn(name);
        changes.cut = m_cut;
        changes.before = std::move(m_made[0]);
        changes.after = std::move(m_made[1]);
        return changes;
    }

private:
    std::vector<std::string> networks() const // of any state
    {
        std::vector<std::string> names;
        for (const Answers* answers : m_answers)
            for (const NetworkConnections& one : answers->networks)
                if (std::find(names.begin(), names.end(), one.network) == names.end())
                    names.push_back(one.network);
        return names;
    }

    Place networkOf(std::size_t side, const std::string& name) const
    {
        const auto& all = m_engines[side]->world().networks;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].name == name)
                return i;
        return std::nullopt;
    }

    bool isThere(std::size_t side, const Places& places) const // in the network that is compared
    {
        return places[side] && m_network[side] && isIn(m_engines[side]->world().pods[*places[side]], *m_network[side]);
    }

    void compareIn(const std::string& name)
    {
        for (const std::size_t side : {0U, 1U}) {
            m_network[side] = networkOf(side, name);
            m_rows[side] = entering(side, name);
        }
        for (const Kind& from : m_kinds) {
            for (const Kind& to : m_kinds)
                if (!m_cut && !m_stop.stop_requested())
                    compare(from, to);
            if (!m_cut && !m_stop.stop_requested())
                compareOutside(from);
        }
        for (const std::size_t side : {0U, 1U})
            m_made[side].push_back({name, std::move(m_rows[side])});
    }

    // The answers have them for systems of every size.
    std::vector<Connection> entering(std::size_t side, const std::string& name) const
    {
        std::vector<Connection> rows;
        for (const NetworkConnections& one : m_answers[side]->networks)
            if (one.network == name)
                for (const Connection& row : one.connections)
                    if (row.from.kind == Party::Kind::ingressController)
                        rows.push_back(row);
        return rows;
    }

    void compare(const Kind& from, const Kind& to)
    {
        const bool self = &from == &to;
        if (self && from.pods.size() < 2)
            return;
        const Places &a = from.pods.front(), &b = self ? from.pods[1] : to.pods.front();
        std::array<PortSet, 2> ports;
        for (const std::size_t side : {0U, 1U})
            if (isThere(side, a) && isThere(side, b))
                ports[side] = m_engines[side]->allowed({End::Kind::pod, *a[side]}, {End::Kind::pod, *b[side]}, *m_network[side]);
        if (ports[0] == ports[1])
            return;
        for (const std::size_t side : {0U, 1U})
            if (!ports[side].empty() && hasRoom(from.pods.size() * to.pods.size()))
                for (const Places& one : from.pods)
                    for (const Places& other : to.pods)
                        if (one != other)
                            m_rows[side].push_back({partyOf(*one[side]), partyOf(*other[side]), ports[side]});
    }

    void compareOutside(const Kind& kind)
    {
        std::array<std::vector<Connection>, 2> rows;
        const auto add = [&](std::size_t side, const Places& places, std::vector<Connection>& into) {
            const Connectivity& engine = *m_engines[side];
            const auto network = m_network[side];
            if (!places[side] || !network || !engine.world().networks[*network].primary ||
                engine.world().pods[*places[side]].network != *network)
                return;
            for (const Direction direction : {Direction::ingress, Direction::egress})
                addOutside(into, engine, *places[side], partyOf(*places[side]), direction, *network);
        };
        for (const std::size_t side : {0U, 1U})
            add(side, kind.pods.front(), rows[side]);
        if (sameOutside(rows[0], rows[1]))
            return;
        for (const std::size_t side : {0U, 1U})
            if (hasRoom(rows[side].size() * kind.pods.size()))
                for (const Places& places : kind.pods)
                    add(side, places, m_rows[side]);
    }

    bool hasRoom(std::size_t rows)
    {
        m_cut = m_cut || rows > mostConnections - m_listed;
        m_listed += m_cut ? 0 : rows;
        return !m_cut;
    }

    const std::array<const Connectivity*, 2> m_engines;
    const std::array<const Answers*, 2> m_answers;
    std::stop_token m_stop;
    std::vector<Kind> m_kinds;
    Places m_network;
    std::array<std::vector<Connection>, 2> m_rows;
    std::array<std::vector<NetworkConnections>, 2> m_made;
    std::size_t m_listed = 0; // rows of both states
    bool m_cut = false;
};

} // namespace

Changes changesOf(const Connectivity& before, const Answers& first, const Connectivity& after, const Answers& second,
                  std::stop_token stop)
{
    return Comparer(before, first, after, second, std::move(stop)).make();
}

} // namespace bartizan::connectivity
