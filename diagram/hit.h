// SPDX-License-Identifier: GPL-3.0-or-later
// What is at a place of the view, and where a thing is: clicks, tooltips, arrow keys, accessibility.
#pragma once

#include "diagram/view.h"

namespace bartizan::diagram {

class SceneIndex;

struct Hit {
    enum class Kind { nothing, node, edge, bundle, group, ghost, reachLine } kind = Kind::nothing;
    int index = -1;
    friend bool operator==(const Hit&, const Hit&) = default;
};

// `at` in pixels of the view. Nodes win over edges, edges over the ground of a namespace. A dot of a collapsed namespace
// is its node. A ghost is hit in the Change lens only. A line of the Connectivity lens wins over what lies under it. With `index` only what is near is looked at.
Hit hitTest(const Drawing& drawing, const View& view, QPointF at, const SceneIndex* index = nullptr);

QRectF nodeRect(const Drawing& drawing, const View& view, int node);   // pixels; null when not painted
QRectF groupRect(const Drawing& drawing, const View& view, int group); // pixels, with the tab

// The node nearest in that direction (unit vector) that is not hidden, -1 when there is none.
int nearestNode(const Drawing& drawing, const View& view, int from, QPointF direction);

} // namespace bartizan::diagram
