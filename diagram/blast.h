// SPDX-License-Identifier: GPL-3.0-or-later
// The blast radius: what is reached by known calls from services that fell. Latent ways (what a network merely allows) do
// not count; the inspector's "If it falls" counts the same. Called by the window.
#pragma once

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

// `from` are nodes; they count as reached in Blast::nodes.
std::shared_ptr<const Blast> blastOf(const Drawing& drawing, const std::vector<int>& from);
BlastCounts countsOf(const Drawing& drawing, const Blast& blast, const std::vector<int>& from);

} // namespace bartizan::diagram
