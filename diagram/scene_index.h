// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything of a laid-out drawing is, so that a frame looks only at what it shows. Boxes in flat arrays, walked
// from end to end: 40,000 of them take less time than painting a single name. Made once for a drawing, never changed,
// read from any thread. Scene units; results are offsets into the drawing's vectors, ascending.
#pragma once

#include "diagram/drawing.h"

#include <vector>

namespace bartizan::diagram {

class SceneIndex {
public:
    explicit SceneIndex(const Drawing& drawing);

    // What may have paint inside `scene`; the caller adds the margins that its zoom needs.
    void nodesIn(const QRectF& scene, std::vector<int>& found) const { find(m_nodes, scene, found); }
    void edgesIn(const QRectF& scene, std::vector<int>& found) const { find(m_edges, scene, found); }
    void bundlesIn(const QRectF& scene, std::vector<int>& found) const { find(m_bundles, scene, found); }

    // All edges with points, those that begin near each other one after the other: their pixels are then still in the cache.
    // The order hangs on the scene alone, so that parts of a picture paint alike.
    const std::vector<int>& edgesByPlace() const { return m_byPlace; }

    const float* lengthsOf(int edge) const
    {
        return m_lengths.data() + m_firstLength[static_cast<std::size_t>(edge)];
    } // by Bezier

private:
    struct Box {
        float left = 1e30F, top = 1e30F, right = -1e30F, bottom = -1e30F; // what is not shown is nowhere
    };
    static Box boxOf(const QRectF& rect);
    static void find(const std::vector<Box>& boxes, const QRectF& scene, std::vector<int>& found);

    std::vector<Box> m_nodes; // cells
    std::vector<Box> m_edges; // control points
    std::vector<Box> m_bundles;
    std::vector<int> m_byPlace;
    std::vector<float> m_lengths;
    std::vector<std::size_t> m_firstLength; // by edge
};

} // namespace bartizan::diagram
