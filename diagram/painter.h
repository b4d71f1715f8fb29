// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a laid-out Drawing: screens, images, SVG and PDF all go through here. The painter's units are pixels of `view`;
// a caller that paints on paper scales the painter first. Nothing is kept between calls; frame.h keeps what a window can
// use again.
#pragma once

#include "diagram/edge_labels.h"
#include "diagram/scene_index.h"
#include "diagram/view.h"

#include <QPainter>

namespace bartizan::diagram {

void paintDrawing(QPainter& painter, const Drawing& drawing, const View& view);

// The drawing as an image, hover, selection and focus as `view` says.
QImage drawingImage(const Drawing& drawing, const View& view, QSize size, double devicePixelRatio = 1);

// What belongs to a drawing and a scale, and is the same for every part of a picture.
struct Aids {
    const SceneIndex& index;
    const std::vector<PlacedLabel>& labels;
};

// Fills `part`, a piece of the picture whose first pixel shows view.origin; `corner` is the piece's first pixel, in device
// pixels of the picture. Pieces painted one by one come out as the whole does. view.clip is set here.
void paintPart(QImage& part, QPoint corner, const Drawing& drawing, const View& view, const Aids& aids, int threads = 2);

// A small picture of the whole with the part in sight framed; `seen` in scene units (null: no frame).
void paintMiniMap(QPainter& painter, const QRectF& box, const Drawing& drawing, const QRectF& seen, const Theme& theme);
View miniMapView(const QRectF& box, const Drawing& drawing); // pixels of `box` to scene and back

} // namespace bartizan::diagram
