// SPDX-License-Identifier: GPL-3.0-or-later
// Names of ways in, beside their lines, where they touch neither rings nor names nor each other. Placed once for a
// drawing and a scale (a part of a picture must name what the whole names), then painted part by part.
#pragma once

#include "diagram/view.h"

#include <QPainter>

#include <vector>

namespace bartizan::diagram {

struct PlacedLabel {
    int edge = -1;
    QRectF box;          // pixels of the view
    bool inside = false; // a namespace: it takes that ground
};

std::vector<PlacedLabel> placeEdgeLabels(const Drawing& drawing, const View& view);
void drawEdgeLabels(QPainter& painter, const std::vector<PlacedLabel>& labels, const Drawing& drawing, const View& view);

} // namespace bartizan::diagram
