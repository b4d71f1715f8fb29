// SPDX-License-Identifier: GPL-3.0-or-later
// The legend: five marks, badges, lines. An overlay of the graph view and a line of every exported drawing.
#pragma once

#include "diagram/theme.h"
#include "diagram/view.h"

#include <QPainter>

namespace bartizan::diagram {

// `dots`: the short legend of the far view. Returns the size it takes; paints nothing when `painter` is null.
// `sheet`: with the ground and rim under it. The lenses Change and Encryption have signs of their own.
QSizeF drawLegend(QPainter* painter, QPointF topLeft, const Theme& theme, bool dots = false, bool sheet = true,
                  Lens lens = Lens::exposure, Words language = nullptr);

} // namespace bartizan::diagram
