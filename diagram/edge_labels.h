// SPDX-License-Identifier: GPL-3.0-or-later
// The words beside ways in ("443: internet"): each where the line has room, none over another or over a service.
#pragma once

#include "diagram/view.h"

#include <QPainter>

namespace bartizan::diagram {

void drawEdgeLabels(QPainter& painter, const Drawing& drawing, const View& view);

} // namespace bartizan::diagram
