// SPDX-License-Identifier: GPL-3.0-or-later
// Another path lit in a drawing that is laid out already: nothing moves. Called by the window when a path is chosen;
// fromPosture() lights the first one. Node::tag says which node is which workload.
#pragma once

#include "analysis/posture.h"
#include "diagram/drawing.h"

#include <vector>

namespace bartizan::diagram {

struct LitPath {
    std::vector<int> nodes; // from the way in to the target
    std::vector<int> edges; // between them; -1 where the drawing has no line
    std::vector<int> hops;  // by edge: the hop of Path::hops it stands for, -1 before the first workload
};

// The way of `path` through the drawing. Empty when its target is not drawn.
LitPath follow(const Drawing& drawing, const Path& path);

// A copy in which this path is lit and no other. Bundles and collapsed namespaces on the way are lit with it.
Drawing relit(const Drawing& drawing, const Path& path, const LitPath& way);
bool isLit(const Drawing& drawing);
// A copy in which nothing is lit, and all stands where it stood.
Drawing unlit(const Drawing& drawing);

// The weakest way in to a workload: direct before relayed, then as Posture::paths is sorted; null when there is none.
const Path* weakestPath(const Posture& posture, WorkloadId target);

} // namespace bartizan::diagram
