// SPDX-License-Identifier: GPL-3.0-or-later
// Ways round the gateway run as rounded orthogonal lanes: down or up from the entry, along right beside what they pass, up
// or down again, in.
#pragma once

#include "diagram/layout/compose.h"

namespace bartizan::diagram::layout {

// Marks the nodes whose name must stand above should a lane leave below. Before compose's edges are routed; routeLanes()
// knows better.
void markLaneStarts(Drawing& drawing);

void routeLanes(Drawing& drawing, const Composition& composition);

} // namespace bartizan::diagram::layout
