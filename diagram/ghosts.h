// SPDX-License-Identifier: GPL-3.0-or-later
// Services that are gone since the state compared with: dotted outlines with their names, shown by the Change lens alone.
// Nothing that is there moves for them. They stand in free places of their namespace where it is open and has enough;
// else in a dotted box below it, or below the whole drawing. They are no nodes: no sum, verdict or filter knows them.
#pragma once

#include "diagram/view.h"

#include <QPainter>

#include <string>
#include <vector>

namespace bartizan::diagram {

struct GoneService {
    std::string id;
    std::string group; // id of its namespace
    QString label;
};

// Fills ghosts, ghostBoxes and ghostBounds of a laid-out drawing, in the order of `gone`. The same input gives the same
// places.
void placeGhosts(Drawing& drawing, const std::vector<GoneService>& gone);

void drawGhostBoxes(QPainter& painter, const Drawing& drawing, const View& view);         // under the edges
void drawGhostMark(QPainter& painter, QPointF centre, double radius, const Theme& theme); // for the legend
void drawGhosts(QPainter& painter, const Drawing& drawing, const View& view);

QRectF ghostRect(const Drawing& drawing, const View& view, int ghost); // pixels
int ghostAt(const Drawing& drawing, const View& view, QPointF at);     // -1: none, or another lens

} // namespace bartizan::diagram
