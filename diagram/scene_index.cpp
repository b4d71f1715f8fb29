// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/scene_index.h"

#include "diagram/curve.h"
#include "diagram/nodes.h"

namespace bartizan::diagram {

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
        if (!drawing.edges[i].points.empty())
            m_edges[i] = boxOf(boundsOf(drawing.edges[i].points));
    }
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
