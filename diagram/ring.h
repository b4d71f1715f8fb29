// SPDX-License-Identifier: GPL-3.0-or-later
// The signature of a service: a keep inside a wall of sixteen stones, seen from above. Geometry in scene units times
// `scale`; angles in degrees clockwise from east. Used by the graph, the inspector, the presenter and the report.
#pragma once

#include "diagram/drawing.h"
#include "diagram/theme.h"

#include <QPainter>

namespace bartizan::diagram {

namespace ring {
constexpr double keep = 13;
constexpr double inner = 17.5;
constexpr double outer = 26;
constexpr double surface = 28;
constexpr double halo = 29.5;
constexpr double haloPen = 3.2;
constexpr double stoneArc = 16.5;
constexpr double entry = 24;       // radius of a way in
constexpr double outsideHalf = 19; // half side of an outside system's box
} // namespace ring

double stoneStart(int layer); // degrees
double stoneMiddle(int layer);

struct RingStyle {
    const Theme* theme = nullptr;
    Lens lens = Lens::exposure;
    bool badges = true;
    bool tick = false; // the image badge also says "reported" (near, and in the Scanning lens)
};

// Halo, surface, stones and keep, without selection or badges.
void drawRing(QPainter& painter, QPointF centre, double scale, const Node& node, const RingStyle& style);
void drawKeep(QPainter& painter, QPointF centre, double scale, const Node& node, const Theme& theme, double grow = 1);

// Ways in (disc) and outside systems (box).
void drawEntry(QPainter& painter, QPointF centre, double scale, const Node& node, const Theme& theme);
void drawOutside(QPainter& painter, QPointF centre, double scale, const Node& node, const Theme& theme);

// The far dot: a pie of the required layers present under the worst verdict's mark in the lens.
void drawDot(QPainter& painter, QPointF centre, double radius, const Node& node, const RingStyle& style);

// "restricted" with its pips; `right` is the pill's right edge, `middle` its middle. Returns its width.
double drawSensitivityPill(QPainter& painter, double right, double middle, Sensitivity level, const Theme& theme, double size = 1,
                           Words words = nullptr);

} // namespace bartizan::diagram
