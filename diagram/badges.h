// SPDX-License-Identifier: GPL-3.0-or-later
// Badges sit outside the wall and hide no stone: first check, image report, says / is.
#pragma once

#include "diagram/drawing.h"
#include "diagram/theme.h"

#include <QPainter>

namespace bartizan::diagram {

// All badges of a node at their places around `centre`. `tick`: also show that an image report is there.
void drawBadges(QPainter& painter, QPointF centre, double scale, const Node& node, const Theme& theme, bool tick);

// One badge at any place, for lists, legend and cards; `radius` 7, 6 and 5.4 are the sizes in the graph.
void drawFirstCheckBadge(QPainter& painter, QPointF centre, double radius, FirstCheck check, const Theme& theme);
void drawImageBadge(QPainter& painter, QPointF centre, double half, ImageReport report, const Theme& theme);
void drawSaysIsBadge(QPainter& painter, QPointF centre, double radius, SaysIs state, const Theme& theme);

// The key of "check enforced here", on an edge.
void drawKeyBead(QPainter& painter, QPointF centre, double radius, const Theme& theme);

} // namespace bartizan::diagram
