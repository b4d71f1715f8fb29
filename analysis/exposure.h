// SPDX-License-Identifier: GPL-3.0-or-later
// From outside to a workload: does anything lead there, directly (the outside's own bytes arrive) or relayed (an exposed
// service calls on the outside's behalf), and is a check shown on the way? Fills Context::exposure.
#pragma once

#include "analysis/context.h"

namespace bartizan::analysis {

void judgeExposure(Context&);
LayerVerdict reachableVerdict(const Context&, WorkloadId); // present = reachable, missing = no way in found

} // namespace bartizan::analysis
