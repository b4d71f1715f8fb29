// SPDX-License-Identifier: GPL-3.0-or-later
// The blast radius on the drawing: what analysis/falls.h says falls with the selection, as nodes, calls and bundles. Latent
// ways (what a network merely allows) do not count; the inspector's "If it falls" asks the same function. Called by the
// window.
#pragma once

#include "analysis/falls.h"
#include "diagram/view.h"

#include <memory>
#include <vector>

namespace bartizan::diagram {

struct BlastCounts {
    int services = 0; // reached, without those that fell
    int calls = 0;
    int restricted = 0, confidential = 0; // of the services
    int missing = 0;                      // of the services: with a required layer missing
};

// The calls between the nodes of a drawing, to be made once for it.
CallGraph callGraphOf(const Drawing& drawing);

// `calls` are of `drawing`; `from` are nodes; they count as reached in Blast::nodes.
std::shared_ptr<const Blast> blastOf(const Drawing& drawing, const CallGraph& calls, const std::vector<int>& from);
BlastCounts countsOf(const Drawing& drawing, const Blast& blast, const std::vector<int>& from);

} // namespace bartizan::diagram
