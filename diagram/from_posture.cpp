// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/from_posture.h"

#include "diagram/posture_edges.h"
#include "diagram/posture_nodes.h"
#include "diagram/text.h"

#include <algorithm>
#include <tuple>

namespace bartizan::diagram {

namespace {

constexpr int mostLit = 3; // paths of one kind: the drawing shows the weakest, the list shows all

bool open(const Path& path)
{
    return path.authenticated != Verdict::present && path.authenticated != Verdict::notApplicable;
}

// The most sensitive workload that bytes from outside reach with no check; relayed reach when none is direct.
WorkloadId defaultTarget(const Model& model, const Posture& posture, const std::string& owner)
{
    WorkloadId best;
    std::tuple<int, int> bestRank(-1, -1);
    for (const Path& path : posture.paths) {
        if (path.kind == PathKind::lateral || !open(path) || !path.target.valid())
            continue;
        const Workload& w = model.architecture.workload(path.target);
        if (owner.empty() ? w.platform : w.owner != owner)
            continue;
        const std::tuple rank(path.kind == PathKind::direct ? 1 : 0, static_cast<int>(w.sensitivity));
        const std::tuple bySensitivity(std::get<1>(rank), std::get<0>(rank));
        if (bySensitivity > bestRank) {
            bestRank = bySensitivity;
            best = path.target;
        }
    }
    return best;
}

void light(const Model& model, const Posture& posture, WorkloadId target, EdgeTable& edges)
{
    if (!target.valid())
        return;
    for (const PathKind kind : {PathKind::relayed, PathKind::direct}) {
        std::vector<const Path*> paths;
        for (const Path& path : posture.paths) {
            if (path.kind == kind && path.target == target && open(path))
                paths.push_back(&path);
        }
        std::stable_sort(paths.begin(), paths.end(), [](const Path* a, const Path* b) {
            return std::tuple(a->steps, a->stops.size() + a->limits.size(), a->hops.size(), a->id) <
                   std::tuple(b->steps, b->stops.size() + b->limits.size(), b->hops.size(), b->id);
        });
        if (paths.size() > static_cast<std::size_t>(mostLit))
            paths.resize(static_cast<std::size_t>(mostLit));
        for (const Path* path : paths)
            edges.light(model, *path);
    }
}

} // namespace

std::string groupId(const Architecture& architecture, const std::string& cluster, const std::string& ns)
{
    const bool several = std::any_of(architecture.namespaces.begin(), architecture.namespaces.end(),
                                     [&](const Namespace& n) { return n.cluster != architecture.namespaces.front().cluster; });
    return several ? cluster + "//" + ns : ns;
}

Drawing fromPosture(const Model& model, const Posture& posture, const Catalogue* catalogue, const PostureOptions& options)
{
    Drawing drawing;
    const NodeTable nodes = addNodes(drawing, model, posture, catalogue);
    EdgeTable edges(drawing, nodes);
    edges.addWaysIn(model, posture);
    edges.addRoutes(model, posture);
    edges.addCalls(model, posture);
    light(model, posture, options.target.valid() ? options.target : defaultTarget(model, posture, options.owner), edges);
    edges.finish();

    for (std::size_t g = 0; g < drawing.groups.size(); ++g) {
        Group& group = drawing.groups[g];
        const auto named = [&](const std::vector<std::string>& ids) {
            return std::find(ids.begin(), ids.end(), group.id) != ids.end();
        };
        const bool platform = options.collapsePlatform && nodes.platformOnly[g] && group.lit == Lit::none;
        group.collapsed = named(options.collapsed) || (platform && !named(options.open));
    }
    collapseForSize(drawing, options.open, options.collapseAbove);
    summarise(drawing);
    return drawing;
}

} // namespace bartizan::diagram
