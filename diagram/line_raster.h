// SPDX-License-Identifier: GPL-3.0-or-later
// Anti-aliased thin lines straight into an image, in bands on two cores. QPainter's stroker is what makes big graphs
// slow: tens of thousands of curves take it a second, this a few milliseconds. Used by images of the screen only; exports
// and printers get real curves from QPainter.
#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>

#include <vector>

namespace bartizan::diagram {

struct RasterLine {
    const std::vector<QPointF>* points = nullptr; // cubic Bezier in scene units; must stay alive
    QRgb colour = 0;                              // not premultiplied; its alpha counts
    double width = 1;                             // device pixels, up to about 8
    double dash = 0;                              // device pixels drawn, then
    double gap = 0;                               // left out; 0 = unbroken
    double from = 0;                              // device pixels to leave out at the ends, under a head
    double to = 0;
    const float* lengths = nullptr; // of each Bezier, scene units: spares walking those out of sight; must stay alive
};

struct RasterPlace {
    double scale = 1; // device pixels a scene unit
    QPointF origin;   // scene point at (0, 0)
    QPoint corner;    // device pixels; the image's first pixel, for a part of a larger picture: both come out the same
};

// `image` must be ARGB32_Premultiplied or RGB32 and not shared. Lines are painted in their order.
void rasterLines(QImage& image, const std::vector<RasterLine>& lines, const RasterPlace& place, int threads = 2);

} // namespace bartizan::diagram
