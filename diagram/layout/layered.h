// SPDX-License-Identifier: GPL-3.0-or-later
// Our own layered layout: columns by longest way, order by barycentre, no splines. The last resort when Graphviz does not
// answer or would take too long; linear but for the sorting, and it always gives a drawing.
#pragma once

#include "diagram/layout/graph.h"

namespace bartizan::diagram::layout {

Placement layered(const Graph& graph);

// Shared with the composition: places boxes of one column, given in their order from top to bottom, as near to `wanted`
// as their heights and the gap after each allow (least squares). Returns the middles.
std::vector<double> stack(const std::vector<double>& wanted, const std::vector<double>& heights,
                          const std::vector<double>& weights, const std::vector<double>& gaps);

} // namespace bartizan::diagram::layout
