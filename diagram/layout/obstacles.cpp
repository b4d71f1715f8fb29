// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/curve.h"
#include "diagram/groups.h"
#include "diagram/layout/routing.h"
#include "diagram/nodes.h"

#include <algorithm>

namespace bartizan::diagram::layout {

namespace {

constexpr double clearance = 5;
constexpr double nameHeight = 16;

// Where a line would run through letters: most names are shorter than the cell.
double nameHalf(const Node& node) { return std::clamp(static_cast<double>(node.label.size()) * 3.8, 10.0, 60.0); }

} // namespace

Obstacles::Obstacles(const Drawing& drawing, const Composition& composition)
{
    for (std::size_t i = 0; i < composition.items.size(); ++i) {
        const Item& item = composition.items[i];
        if (std::binary_search(composition.loners.begin(), composition.loners.end(), static_cast<int>(i)))
            continue;
        if (item.end.group && drawing.groups[static_cast<std::size_t>(item.end.index)].collapsed)
            m_shapes.push_back({drawing.groups[static_cast<std::size_t>(item.end.index)].rect.adjusted(-4, -4, 4, 4), item.end});
        if (item.end.group && !drawing.groups[static_cast<std::size_t>(item.end.index)].collapsed) {
            // A title is read first of all: lines run beside it.
            const Group& group = drawing.groups[static_cast<std::size_t>(item.end.index)];
            const double width = 36 + static_cast<double>(std::min<qsizetype>(group.label.size(), 30)) * 7;
            m_shapes.push_back({QRectF(group.rect.left(), group.rect.top() - boundary::tab, width, boundary::tab), item.end});
        }
        for (const int index : item.nodes) {
            const Node& node = drawing.nodes[static_cast<std::size_t>(index)];
            const double r = reachOf(node) + clearance;
            const QPointF c = node.centre;
            m_shapes.push_back({QRectF(c.x() - r, c.y() - r, 2 * r, 2 * r), {false, index}});
            const double half = nameHalf(node);
            m_shapes.push_back({QRectF(c.x() - half, c.y() + r - 2, 2 * half, nameHeight), {false, index}});
        }
    }
    std::stable_sort(m_shapes.begin(), m_shapes.end(), [](const Shape& a, const Shape& b) { return a.box.left() < b.box.left(); });
    for (const Shape& shape : m_shapes)
        m_widest = std::max(m_widest, shape.box.width());
}

Obstacles::Touch Obstacles::touches(const std::vector<QPointF>& points, End from, End to) const
{
    Touch result;
    const Curve curve(points);
    const QRectF reach = boundsOf(curve.points());
    auto at = std::lower_bound(m_shapes.begin(), m_shapes.end(), reach.left() - m_widest,
                               [](const Shape& shape, double left) { return shape.box.left() < left; });
    for (; at != m_shapes.end() && at->box.left() <= reach.right(); ++at) {
        // Level lines have no height of their own.
        if (at->end == from || at->end == to || !at->box.intersects(reach.adjusted(-0.5, -0.5, 0.5, 0.5)))
            continue;
        const double length = curve.length();
        const int steps = std::max(2, static_cast<int>(length / 9));
        bool hit = false;
        for (int i = 0; i <= steps && !hit; ++i)
            hit = at->box.contains(curve.at(length * i / steps));
        if (!hit)
            continue;
        ++result.hits;
        result.lanes.push_back(at->box.top() - 9);
        result.lanes.push_back(at->box.bottom() + 9);
        result.left = std::min(result.left, at->box.left());
        result.right = std::max(result.right, at->box.right());
    }
    return result;
}

} // namespace bartizan::diagram::layout
