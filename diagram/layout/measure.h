// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from places and is asked again whenever they change: room for names and the bounds of the whole. Called by
// layOut() and place().
#pragma once

#include "diagram/drawing.h"

namespace bartizan::diagram::layout {

void measureNames(Drawing& drawing); // Node::nameRoom: to the next neighbour in the same row
QRectF measure(const Drawing& drawing);

} // namespace bartizan::diagram::layout
