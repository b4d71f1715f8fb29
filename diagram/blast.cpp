// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/blast.h"

#include <algorithm>

namespace bartizan::diagram {

namespace {

// A call between two services; routes and ways in are no way from one fallen service to the next.
bool carries(const Drawing& drawing, const Edge& edge)
{
    const auto wall = [&](int node) { return drawing.nodes[static_cast<std::size_t>(node)].hasWall(); };
    const bool called = edge.call != ~0U || (edge.route == ~0U && edge.entry == ~0U);
    return called && edge.kind != EdgeKind::latent && edge.from != edge.to && wall(edge.from) && wall(edge.to);
}

} // namespace

CallGraph callGraphOf(const Drawing& drawing)
{
    std::vector<CallGraph::Call> calls(drawing.edges.size());
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const Edge& edge = drawing.edges[i];
        if (carries(drawing, edge))
            calls[i] = {static_cast<std::uint32_t>(edge.from), static_cast<std::uint32_t>(edge.to)};
    }
    return CallGraph(drawing.nodes.size(), std::move(calls));
}

std::shared_ptr<const Blast> blastOf(const Drawing& drawing, const CallGraph& calls, const std::vector<int>& from)
{
    Fall fall = calls.fall({from.begin(), from.end()});
    auto blast = std::make_shared<Blast>();
    blast->nodes = std::move(fall.services);
    blast->edges = std::move(fall.calls);
    blast->bundles.assign(drawing.bundles.size(), 0);
    for (std::size_t i = 0; i < drawing.bundles.size(); ++i) {
        const std::vector<int>& edges = drawing.bundles[i].edges;
        blast->bundles[i] =
            std::any_of(edges.begin(), edges.end(), [&](int edge) { return blast->edges[static_cast<std::size_t>(edge)] != 0; });
    }
    return blast;
}

BlastCounts countsOf(const Drawing& drawing, const Blast& blast, const std::vector<int>& from)
{
    BlastCounts counts;
    counts.calls = static_cast<int>(std::count(blast.edges.begin(), blast.edges.end(), 1));
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        const Node& node = drawing.nodes[i];
        if (!blast.nodes[i] || !node.hasWall() || std::find(from.begin(), from.end(), static_cast<int>(i)) != from.end())
            continue;
        ++counts.services;
        counts.restricted += node.sensitivity == Sensitivity::restricted ? 1 : 0;
        counts.confidential += node.sensitivity == Sensitivity::confidential ? 1 : 0;
        counts.missing += worstMark(node) == Mark::missing ? 1 : 0;
    }
    return counts;
}

} // namespace bartizan::diagram
