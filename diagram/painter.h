// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a laid-out Drawing: screens, images, SVG and PDF all go through here. The painter's units are pixels of `view`;
// a caller that paints on paper scales the painter first. Nothing is kept between calls.
#pragma once

#include "diagram/view.h"

#include <QPainter>

namespace bartizan::diagram {

void paintDrawing(QPainter& painter, const Drawing& drawing, const View& view);

// The drawing without its moving parts (no hover, selection, focus) as an image, for thumbnails and tests.
QImage drawingImage(const Drawing& drawing, const View& view, QSize size, double devicePixelRatio = 1);

// A small picture of the whole with the part in sight framed; `seen` in scene units.
void paintMiniMap(QPainter& painter, const QRectF& box, const Drawing& drawing, const QRectF& seen, const Theme& theme);

} // namespace bartizan::diagram
