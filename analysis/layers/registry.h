// SPDX-License-Identifier: GPL-3.0-or-later
// The sixteen layers and how each is decided for one workload. Adding a layer is one file here and one row in
// registry.cpp; the words about it are in resources/layers.yaml. Read by analysis/analyse.cpp.
// decide() is pure: it reads the Context and may raise findings in the sink; it never looks at another layer's verdict.
#pragma once

#include "analysis/posture.h"

#include <span>

namespace bartizan::analysis {

class Context;
class FindingSink;

struct LayerRow {
    Layer layer;
    LayerVerdict (*decide)(const Context&, WorkloadId, FindingSink&);
};
std::span<const LayerRow> layerRows(); // in ring order, one row for each layer

} // namespace bartizan::analysis
