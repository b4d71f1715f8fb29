// SPDX-License-Identifier: GPL-3.0-or-later
// Namespaces and nodes of a posture: first half of fromPosture(). Looked up by the edges afterwards.
#pragma once

#include "analysis/posture.h"
#include "diagram/drawing.h"

namespace bartizan::diagram {

struct NodeTable {
    std::vector<int> ofWorkload;    // by WorkloadId
    std::vector<int> ofOutside;     // by OutsideId; -1 when nothing calls it
    std::vector<int> ofGateway;     // by GatewayId: a node of its own when its pods are not in the input, else -1
    int outside = -1;               // where all ways in start, and where calls to the internet end
    std::vector<char> platformOnly; // by group
};

NodeTable addNodes(Drawing& drawing, const Model& model, const Posture& posture, const Catalogue* catalogue);

Mark markOf(Verdict verdict);
QString fromUtf8(const std::string& text); // what is shown: control and bidi characters made visible

} // namespace bartizan::diagram
