// SPDX-License-Identifier: GPL-3.0-or-later
// One stone of the wall, around the origin of the painter. Called by the ring only.
#pragma once

#include "diagram/drawing.h"
#include "diagram/theme.h"

#include <QPainter>

namespace bartizan::diagram {

void drawStone(QPainter& painter, int layer, double scale, const Stone& stone, const Theme& theme);

// True when the lens shows this stone at 30 % only.
bool stoneDimmed(int layer, const Stone& stone, Lens lens);

} // namespace bartizan::diagram
