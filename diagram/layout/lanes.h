// SPDX-License-Identifier: GPL-3.0-or-later
// Ways round the gateway run as rounded orthogonal lanes below the drawing: down from the entry, along, up, in.
#pragma once

#include "diagram/layout/compose.h"

namespace bartizan::diagram::layout {

// Marks the nodes whose name must stand above because a lane leaves below. Before compose's edges are routed.
void markLaneStarts(Drawing& drawing);

void routeLanes(Drawing& drawing, const Composition& composition);

} // namespace bartizan::diagram::layout
