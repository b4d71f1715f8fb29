// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/part.h"

#include <algorithm>

namespace bartizan::diagram {

Drawing partOf(const Drawing& whole, int group)
{
    std::vector<char> wantedNodes(whole.nodes.size(), 0), wantedGroups(whole.groups.size(), 0);
    const auto inside = [&](int node) { return whole.nodes[static_cast<std::size_t>(node)].group == group; };
    const auto want = [&](int node) {
        wantedNodes[static_cast<std::size_t>(node)] = 1;
        if (const int other = whole.nodes[static_cast<std::size_t>(node)].group; other >= 0)
            wantedGroups[static_cast<std::size_t>(other)] = 1;
    };
    wantedGroups[static_cast<std::size_t>(group)] = 1;
    for (const Edge& edge : whole.edges)
        if (inside(edge.from) || inside(edge.to)) {
            want(edge.from);
            want(edge.to);
        }
    Drawing part;
    std::vector<int> newNode(whole.nodes.size(), -1), newGroup(whole.groups.size(), -1);
    for (std::size_t i = 0; i < whole.groups.size(); ++i) {
        if (!wantedGroups[i])
            continue;
        newGroup[i] = static_cast<int>(part.groups.size());
        Group copy = whole.groups[i];
        copy.collapsed = static_cast<int>(i) != group;
        copy.dots = false;
        part.groups.push_back(std::move(copy));
    }
    for (std::size_t i = 0; i < whole.nodes.size(); ++i) {
        const Node& node = whole.nodes[i];
        // A closed namespace says how much is in it, so all its services come along.
        const bool wanted = wantedNodes[i] || (node.group >= 0 && wantedGroups[static_cast<std::size_t>(node.group)]);
        if (!wanted)
            continue;
        newNode[i] = static_cast<int>(part.nodes.size());
        Node copy = node;
        copy.group = node.group < 0 ? -1 : newGroup[static_cast<std::size_t>(node.group)];
        copy.placed = false;
        part.nodes.push_back(std::move(copy));
    }
    for (const Edge& edge : whole.edges) {
        if (!inside(edge.from) && !inside(edge.to))
            continue;
        Edge copy = edge;
        copy.from = newNode[static_cast<std::size_t>(edge.from)];
        copy.to = newNode[static_cast<std::size_t>(edge.to)];
        copy.points.clear();
        part.edges.push_back(std::move(copy));
    }
    return part;
}

} // namespace bartizan::diagram
