// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/part.h"

#include <algorithm>
#include <map>

namespace bartizan::diagram {

namespace {

constexpr std::size_t mostNeighbours = 8; // namespaces shown by name; the others stand as one box

// What stands for other namespaces in the picture of one.
Node standIn(const std::string& id, const QString& label)
{
    Node node;
    node.id = id;
    node.label = label;
    node.kind = NodeKind::outside;
    return node;
}

} // namespace

Drawing partOf(const Drawing& whole, int group)
{
    const auto groupOf = [&](int node) { return whole.nodes[static_cast<std::size_t>(node)].group; };
    // Other namespaces by the calls that they share with this one, most first; lit ones before all.
    struct Shared {
        int lit = 0, calls = 0;
    };
    std::map<int, Shared> shared;
    for (const Edge& edge : whole.edges) {
        const int from = groupOf(edge.from), to = groupOf(edge.to);
        if ((from == group) == (to == group))
            continue;
        if (const int other = from == group ? to : from; other >= 0) {
            ++shared[other].calls;
            shared[other].lit += edge.lit != Lit::none ? 1 : 0;
        }
    }
    std::vector<std::pair<int, Shared>> order(shared.begin(), shared.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
        return std::tuple(b.second.lit > 0, b.second.calls) < std::tuple(a.second.lit > 0, a.second.calls);
    });
    const std::size_t named = order.size() <= mostNeighbours ? order.size() : mostNeighbours - 1;

    Drawing part;
    Group copy = whole.groups[static_cast<std::size_t>(group)];
    copy.collapsed = false;
    copy.dots = false;
    part.groups.push_back(std::move(copy));
    std::vector<int> newNode(whole.nodes.size(), -1);
    std::map<int, int> ofGroup; // namespace -> the box that stands for it
    const auto add = [&](Node node) {
        part.nodes.push_back(std::move(node));
        return static_cast<int>(part.nodes.size()) - 1;
    };
    for (std::size_t i = 0; i < named; ++i) {
        const Group& other = whole.groups[static_cast<std::size_t>(order[i].first)];
        ofGroup[order[i].first] = add(standIn(other.id, other.label));
    }
    if (named < order.size()) {
        const int rest = add(standIn("more", QStringLiteral("%1 more namespaces").arg(order.size() - named)));
        for (std::size_t i = named; i < order.size(); ++i)
            ofGroup[order[i].first] = rest;
    }
    const auto place = [&](int node) {
        int& known = newNode[static_cast<std::size_t>(node)];
        if (known >= 0)
            return known;
        const Node& old = whole.nodes[static_cast<std::size_t>(node)];
        if (const auto box = ofGroup.find(old.group); old.group != group && box != ofGroup.end())
            return known = box->second;
        Node fresh = old;
        fresh.group = old.group == group ? 0 : -1;
        fresh.placed = false;
        return known = add(std::move(fresh));
    };
    for (std::size_t i = 0; i < whole.nodes.size(); ++i)
        if (whole.nodes[i].group == group)
            place(static_cast<int>(i));
    std::map<std::pair<int, int>, std::size_t> between; // stand-ins get one line to each service
    for (const Edge& edge : whole.edges) {
        if (groupOf(edge.from) != group && groupOf(edge.to) != group)
            continue;
        Edge fresh = edge;
        fresh.from = place(edge.from);
        fresh.to = place(edge.to);
        fresh.points.clear();
        const auto [known, isNew] = between.try_emplace({fresh.from, fresh.to}, part.edges.size());
        const bool standsForMore = groupOf(edge.from) != groupOf(edge.to) && groupOf(edge.from) >= 0 && groupOf(edge.to) >= 0;
        if (isNew || !standsForMore) {
            part.edges.push_back(std::move(fresh));
            continue;
        }
        Edge& line = part.edges[known->second];
        line.lit = std::max(line.lit, fresh.lit);
        if (line.channel != fresh.channel) // nothing is claimed of all that holds for some
            line.channel = Channel::unknown;
        line.personChecked = line.personChecked && fresh.personChecked;
        line.checkEnforced = line.checkEnforced && fresh.checkEnforced;
    }
    return part;
}

} // namespace bartizan::diagram
