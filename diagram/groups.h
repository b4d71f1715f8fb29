// SPDX-License-Identifier: GPL-3.0-or-later
// Paints namespaces: wall, title tab and chip when open; a sheet or a field of dots when collapsed. Painter in pixels.
#pragma once

#include "diagram/text.h"
#include "diagram/view.h"

#include <QPainter>

namespace bartizan::diagram {

namespace boundary {
constexpr double radius = 10;
constexpr double padding = 20;
constexpr double tab = 22; // juts above the wall
constexpr double sheetWidth = 206;
constexpr double sheetHeight = 54;
constexpr double sheetOffset = 5;
constexpr double dotPitch = 16; // collapsed into dots, scene units
constexpr double dotRadius = 6.6;
constexpr double dotPadding = 13;
} // namespace boundary

int dotColumns(int services);
QSizeF dotsSize(const Group& group); // scene units, from the number of services and the name's length

void drawWall(QPainter& painter, const Group& group, const View& view); // under the edges
void drawChip(QPainter& painter, const Group& group, const View& view); // title and chip, over the edges
void drawCollapsed(QPainter& painter, const Drawing& drawing, const Group& group, const View& view);

QRectF tabRect(const Group& group, const View& view);               // pixels; empty when far or collapsed
QPointF dotCentre(const Group& group, int place, const View& view); // pixels; `place` in Group::nodes

// The name above a namespace that is far or collapsed into dots; from a stamp where there are stamps.
void drawGroupName(QPainter& painter, QPointF left, const QString& name, const TextStyle& style, const View& view);

// "2 2 1" with marks, worst first. Returns the width; paints nothing when `painter` is null.
double drawCounts(QPainter* painter, QPointF left, const MarkCounts& counts, const Theme& theme, double size, double gap);

} // namespace bartizan::diagram
