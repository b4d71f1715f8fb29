// SPDX-License-Identifier: GPL-3.0-or-later
// Paints nodes at every zoom: dot, ring with badges, card. Names come in a pass of their own, after the edges. Painter in
// pixels. Also says where a node is, for hit tests, focus rectangles and accessibility.
#pragma once

#include "diagram/ring.h"
#include "diagram/view.h"

#include <QPainter>

namespace bartizan::diagram {

constexpr double cellWidth = 128;
constexpr double cellHeight = 96;
constexpr double keepX = 64;
constexpr double keepY = 42;

QRectF cellOf(const Node& node);                                           // scene
double reachOf(const Node& node);                                          // scene radius at which edges end
double dotRadius(const View& view);                                        // pixels, at far zoom
double nodeOpacity(const Node& node, int index, const View& view);         // what a filter or a blast radius leaves out is dimmed
bool isHidden(const Node& node, int index, const View& view);              // left out by a filter that hides; never on a lit path
bool isHidden(const Drawing& drawing, const Edge& edge, const View& view); // one of its ends is, and it is not lit

void drawNode(QPainter& painter, const Node& node, int index, const View& view);
void drawName(QPainter& painter, const Node& node, int index, const View& view, const QColor& ground);
void drawPlacedMark(QPainter& painter, const Node& node, const View& view);           // where a person put it
void drawNewTab(QPainter& painter, QPointF centre, double scale, const Theme& theme); // of a service that is new
void drawFocus(QPainter& painter, const Node& node, const View& view);

// All that selection, hover and focus of a node may paint, pixels of the view.
QRectF stateRect(const Drawing& drawing, const View& view, int node);

// The near card fills the node's cell. `width` and `height` are its size at scale 2.4.
constexpr double cardWidth = 298;
constexpr double cardHeight = 224;
void drawCard(QPainter& painter, QPointF keepCentre, double scale, const Node& node, const View& view);

// Ring with the sixteen names on leader lines around it, as in card and inspector; `scale` of the ring, names in `text`
// pixels with `pitch` from line to line. Needs about 92 su + names on each side.
struct NamedRingStyle {
    double text = 11;
    double pitch = 13;
    double leader = 5; // su between wall and the leader's start, and the leader's length
    Words words = nullptr;
};
void drawNamedRing(QPainter& painter, QPointF centre, double scale, const Node& node, const RingStyle& style,
                   const NamedRingStyle& names = {});

} // namespace bartizan::diagram
