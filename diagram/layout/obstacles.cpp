// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/curve.h"
#include "diagram/groups.h"
#include "diagram/layout/routing.h"
#include "diagram/nodes.h"

#include <algorithm>
#include <cmath>

namespace bartizan::diagram::layout {

namespace {

constexpr double clearance = 5;
constexpr double nameHeight = 16;
constexpr double square = 80; // of the grid that finds shapes near a point

// Where a line would run through letters: most names are shorter than the cell.
double nameHalf(const Node& node)
{
    return std::clamp(static_cast<double>(node.label.size()) * 3.8, 10.0, 60.0);
}

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
    for (const Shape& shape : m_shapes)
        m_bounds = m_bounds.united(shape.box);
    m_columns = 1 + static_cast<int>(m_bounds.width() / square);
    m_rows = 1 + static_cast<int>(m_bounds.height() / square);
    m_squares.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        const QRectF& box = m_shapes[i].box;
        for (int y = row(box.top()); y <= row(box.bottom()); ++y) {
            for (int x = column(box.left()); x <= column(box.right()); ++x)
                m_squares[index(x, y)].push_back(static_cast<int>(i));
        }
    }
}

int Obstacles::column(double x) const
{
    return std::clamp(static_cast<int>((x - m_bounds.left()) / square), 0, m_columns - 1);
}
int Obstacles::row(double y) const
{
    return std::clamp(static_cast<int>((y - m_bounds.top()) / square), 0, m_rows - 1);
}

std::size_t Obstacles::index(int x, int y) const
{
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(x);
}

Obstacles::Touch Obstacles::touches(const std::vector<QPointF>& points, End from, End to) const
{
    constexpr double step = 8; // smaller than any shape
    Touch result;
    const Curve curve(points);
    const std::vector<QPointF>& line = curve.points();
    std::vector<int> hits;
    const auto test = [&](QPointF at) {
        if (!m_bounds.contains(at))
            return;
        for (const int i : m_squares[index(column(at.x()), row(at.y()))]) {
            const Shape& shape = m_shapes[static_cast<std::size_t>(i)];
            if (shape.box.contains(at) && !(shape.end == from) && !(shape.end == to) &&
                std::find(hits.begin(), hits.end(), i) == hits.end())
                hits.push_back(i);
        }
    };
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const QPointF way = line[i + 1] - line[i];
        const int steps = std::max(1, static_cast<int>(std::hypot(way.x(), way.y()) / step));
        for (int k = 0; k < steps; ++k)
            test(line[i] + way * (static_cast<double>(k) / steps));
    }
    for (const int i : hits) {
        const QRectF& box = m_shapes[static_cast<std::size_t>(i)].box;
        ++result.hits;
        result.lanes.push_back(box.top() - 9);
        result.lanes.push_back(box.bottom() + 9);
        result.left = std::min(result.left, box.left());
        result.right = std::max(result.right, box.right());
    }
    return result;
}

} // namespace bartizan::diagram::layout
