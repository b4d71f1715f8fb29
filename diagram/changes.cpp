// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/changes.h"

#include "diagram/ghosts.h"

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

// Of a workload's id, "shop/cart[Deployment]" or "cluster//shop/cart[Deployment]", what groupId() made.
std::string namespaceOf(const std::string& workload)
{
    const std::size_t slash = workload.rfind('/');
    return slash == std::string::npos ? std::string() : workload.substr(0, slash);
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
    result.ghosts.clear();
    result.ghostBoxes.clear();
    result.ghostBounds = {};
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
    std::vector<GoneService> gone;
    for (const Change& change : difference.changes) {
        // What the later state did not read is not gone: nobody can tell.
        if (change.aspect == ChangeAspect::service && change.presence == ChangePresence::gone &&
            change.sense != ChangeSense::incomparable)
            gone.push_back({change.subject, namespaceOf(change.subject), QString::fromStdString(change.title)});
    }
    placeGhosts(result, gone);
    return result;
}

bool hasChanges(const Drawing& drawing)
{
    if (!drawing.ghosts.empty())
        return true;
    return std::any_of(drawing.nodes.begin(), drawing.nodes.end(), [](const Node& node) {
        return node.novelty != Novelty::same ||
               std::any_of(node.stones.begin(), node.stones.end(), [](const Stone& stone) { return stone.worse; });
    });
}

} // namespace bartizan::diagram
