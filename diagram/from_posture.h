// SPDX-License-Identifier: GPL-3.0-or-later
// Model and posture -> Drawing: which node, stone, badge, wall and line stands for which fact. The one place where the
// drawing meets the analysis; called by the window and by the exports. Says nothing that the posture does not say.
#pragma once

#include "analysis/posture.h"
#include "diagram/drawing.h"

namespace bartizan::diagram {

struct PostureOptions {
    WorkloadId target;             // whose ways in are lit; none: the most sensitive workload with no check in front
    std::string owner;             // of `target` none: only this owner's workloads; "" = anybody's
    bool collapsePlatform = true;  // namespaces that hold platform components only
    std::vector<std::string> open; // namespace ids that stay open though the drawing is big
    std::vector<std::string> collapsed;
    int collapseAbove = diagram::collapseAbove;
};

// Not laid out yet. `catalogue` tells identity providers by their product; may be null.
Drawing fromPosture(const Model& model, const Posture& posture, const Catalogue* catalogue = nullptr,
                    const PostureOptions& options = {});

// Namespace ids as Drawing::groups uses them: "name", or "cluster//name" with several clusters.
std::string groupId(const Architecture& architecture, const std::string& cluster, const std::string& ns);

} // namespace bartizan::diagram
