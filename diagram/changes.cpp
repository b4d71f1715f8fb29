// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/changes.h"

#include <algorithm>

namespace bartizan::diagram {

namespace {

int layerOf(const std::string& id)
{
    for (std::size_t i = 0; i < bartizan::layerCount; ++i)
        if (id == layerId(static_cast<Layer>(i)))
            return static_cast<int>(i);
    return -1;
}

} // namespace

Drawing withoutChanges(const Drawing& drawing)
{
    Drawing result = drawing;
    for (Node& node : result.nodes) {
        node.novelty = Novelty::same;
        for (Stone& stone : node.stones)
            stone.worse = false;
    }
    return result;
}

Drawing withChanges(const Drawing& drawing, const Difference& difference)
{
    Drawing result = withoutChanges(drawing);
    std::vector<int> nodeOf; // by workload
    for (std::size_t i = 0; i < result.nodes.size(); ++i) {
        const std::uint32_t workload = result.nodes[i].tag;
        if (workload == ~0U)
            continue;
        if (workload >= nodeOf.size())
            nodeOf.resize(workload + 1, -1);
        nodeOf[workload] = static_cast<int>(i);
    }
    for (const Change& change : difference.changes) {
        const bool layer = change.aspect == ChangeAspect::layer && change.sense == ChangeSense::worse;
        const bool added = change.aspect == ChangeAspect::service && change.presence == ChangePresence::added &&
                           change.sense != ChangeSense::incomparable;
        if ((!layer && !added) || change.indexAfter >= nodeOf.size() || nodeOf[change.indexAfter] < 0)
            continue;
        Node& node = result.nodes[static_cast<std::size_t>(nodeOf[change.indexAfter])];
        if (added)
            node.novelty = Novelty::added;
        else if (const int at = layerOf(change.layer); at >= 0)
            node.stones[static_cast<std::size_t>(at)].worse = true;
    }
    return result;
}

bool hasChanges(const Drawing& drawing)
{
    return std::any_of(drawing.nodes.begin(), drawing.nodes.end(), [](const Node& node) {
        return node.novelty != Novelty::same ||
               std::any_of(node.stones.begin(), node.stones.end(), [](const Stone& stone) { return stone.worse; });
    });
}

} // namespace bartizan::diagram
