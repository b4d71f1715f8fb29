// SPDX-License-Identifier: GPL-3.0-or-later
// Paints calls: a line is a conduit (bare, hollow, solid), its breaks say how we know, its head whether the person behind
// the call was checked. The painter is in scene units. Also used by the legend and the report's explanation.
#pragma once

#include "diagram/drawing.h"
#include "diagram/theme.h"

#include <QPainter>

namespace bartizan::diagram {

struct EdgeStyle {
    const Theme* theme = nullptr;
    Lens lens = Lens::exposure;
    QColor ground;         // behind the line: the core of a hollow conduit, a hollow head
    bool detail = true;    // ticks, heads and beads; off below scale 0.45
    double litPart = 1;    // how much of a lit path is drawn, for the one animation
    double minWidth = 0;   // su; keeps lines visible when zoomed out
    double litUnit = 1;    // scales all of a lit path, so that it stays bright when zoomed out
    QRectF seen;           // scene; heads and ticks outside are left out; null: all are painted
    bool blast = false;    // in the blast radius of the selection
    bool lineDone = false; // the line itself is painted already (line_raster.h): ticks, head and bead only
};

void drawEdge(QPainter& painter, const Edge& edge, const EdgeStyle& style);
// The bands of a lit edge, under all lines. Nothing for an edge that is not lit.
void drawLitBand(QPainter& painter, const std::vector<QPointF>& points, Lit lit, const EdgeStyle& style);
void drawBundle(QPainter& painter, const Bundle& bundle, const EdgeStyle& style);

// What another rasteriser needs to paint the line itself; false for lines only drawEdge() can paint (conduits, blocked,
// lit). Lengths in scene units.
struct PlainLine {
    QColor colour;
    double width = 1;
    double dash = 0;
    double gap = 0;
    double endGap = 0; // under the head
};
bool plainLine(const Edge& edge, const EdgeStyle& style, PlainLine& line);
QColor bundleColour(const Bundle& bundle, const EdgeStyle& style, double& width);
double bundleWidth(int calls); // 0.8, 1.2, 2, 3.2 for 1, 2-5, 6-20, more

} // namespace bartizan::diagram
