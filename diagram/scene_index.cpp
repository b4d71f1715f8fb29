// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/scene_index.h"

#include "diagram/curve.h"
#include "diagram/nodes.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace bartizan::diagram {

namespace {

double lengthOf(const QPointF* q)
{
    constexpr int steps = 12;
    double length = 0;
    QPointF last = q[0];
    for (int s = 1; s <= steps; ++s) {
        const QPointF next = bezierAt(q, static_cast<double>(s) / steps);
        length += std::hypot(next.x() - last.x(), next.y() - last.y());
        last = next;
    }
    return length;
}

} // namespace

SceneIndex::SceneIndex(const Drawing& drawing)
{
    m_nodes.resize(drawing.nodes.size());
    m_edges.resize(drawing.edges.size());
    m_bundles.resize(drawing.bundles.size());
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (drawing.nodes[i].shown)
            m_nodes[i] = boxOf(cellOf(drawing.nodes[i]));
    }
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const std::vector<QPointF>& points = drawing.edges[i].points;
        m_firstLength.push_back(m_lengths.size());
        if (!points.empty())
            m_edges[i] = boxOf(boundsOf(points));
        for (std::size_t p = 0; p + 3 < points.size(); p += 3)
            m_lengths.push_back(static_cast<float>(lengthOf(&points[p])));
    }
    constexpr double square = 800; // su
    std::vector<std::tuple<int, int, int>> places;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        if (drawing.edges[i].points.empty())
            continue;
        const QPointF start = drawing.edges[i].points.front();
        places.emplace_back(static_cast<int>(std::floor(start.y() / square)), static_cast<int>(std::floor(start.x() / square)),
                            static_cast<int>(i));
    }
    std::sort(places.begin(), places.end());
    for (const auto& [row, column, edge] : places)
        m_byPlace.push_back(edge);
    for (std::size_t i = 0; i < m_bundles.size(); ++i) {
        if (!drawing.bundles[i].points.empty())
            m_bundles[i] = boxOf(boundsOf(drawing.bundles[i].points));
    }
}

SceneIndex::Box SceneIndex::boxOf(const QRectF& rect)
{
    // A float holds a seventh digit: half a unit more on each side covers its rounding.
    return {static_cast<float>(rect.left() - 0.5), static_cast<float>(rect.top() - 0.5), static_cast<float>(rect.right() + 0.5),
            static_cast<float>(rect.bottom() + 0.5)};
}

void SceneIndex::find(const std::vector<Box>& boxes, const QRectF& scene, std::vector<int>& found)
{
    found.clear();
    const Box wanted = boxOf(scene);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Box& box = boxes[i];
        if (box.left <= wanted.right && box.right >= wanted.left && box.top <= wanted.bottom && box.bottom >= wanted.top)
            found.push_back(static_cast<int>(i));
    }
}

} // namespace bartizan::diagram
