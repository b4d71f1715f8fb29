// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/redraw.h"

#include <algorithm>

namespace bartizan::desktop {

std::optional<diagram::Drawing> redrawn(const diagram::Drawing& placed, const diagram::Drawing& fresh)
{
    using namespace diagram;
    const auto sameNode = [](const Node& a, const Node& b) { return a.id == b.id && a.group == b.group && a.lit == b.lit; };
    const auto sameEdge = [](const Edge& a, const Edge& b) {
        return a.from == b.from && a.to == b.to && a.lit == b.lit && a.bypass == b.bypass;
    };
    const auto sameGroup = [](const Group& a, const Group& b) { return a.id == b.id; };
    if (!std::equal(placed.nodes.begin(), placed.nodes.end(), fresh.nodes.begin(), fresh.nodes.end(), sameNode) ||
        !std::equal(placed.edges.begin(), placed.edges.end(), fresh.edges.begin(), fresh.edges.end(), sameEdge) ||
        !std::equal(placed.groups.begin(), placed.groups.end(), fresh.groups.begin(), fresh.groups.end(), sameGroup))
        return std::nullopt;
    Drawing drawing = placed;
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        Node& node = drawing.nodes[i];
        const Node& now = fresh.nodes[i];
        node.stones = now.stones;
        node.sensitivity = now.sensitivity;
        node.firstCheck = now.firstCheck;
        node.subtitle = now.subtitle;
        node.image = now.image;
        node.saysIs = now.saysIs;
        node.steps = now.steps;
    }
    for (std::size_t i = 0; i < drawing.edges.size(); ++i) {
        drawing.edges[i].personChecked = fresh.edges[i].personChecked;
        drawing.edges[i].checkEnforced = fresh.edges[i].checkEnforced;
    }
    summarise(drawing);
    return drawing;
}

diagram::Places placesOf(const Review& review)
{
    diagram::Places places;
    for (const auto& [id, position] : review.positions)
        places.emplace(id, QPointF(position.x, position.y));
    return places;
}

} // namespace bartizan::desktop
