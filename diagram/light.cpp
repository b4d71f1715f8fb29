// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/light.h"

#include <algorithm>

namespace bartizan::diagram {

namespace {

int nodeOf(const Drawing& drawing, WorkloadId workload)
{
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        if (drawing.nodes[i].tag == workload.value && drawing.nodes[i].hasWall())
            return static_cast<int>(i);
    }
    return -1;
}

int wayIn(const Drawing& drawing)
{
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        if (drawing.nodes[i].kind == NodeKind::entry || drawing.nodes[i].kind == NodeKind::internet)
            return static_cast<int>(i);
    }
    return -1;
}

int edgeBetween(const Drawing& drawing, int from, int to)
{
    for (std::size_t i = 0; i < drawing.edges.size(); ++i) {
        if (drawing.edges[i].from == from && drawing.edges[i].to == to)
            return static_cast<int>(i);
    }
    return -1;
}

// A gateway whose pods are not in the input stands between the way in and the first workload.
int gatewayBetween(const Drawing& drawing, int from, int to)
{
    for (const Edge& first : drawing.edges) {
        if (first.from == from && edgeBetween(drawing, first.to, to) >= 0 &&
            drawing.nodes[static_cast<std::size_t>(first.to)].kind == NodeKind::gateway)
            return first.to;
    }
    return -1;
}

void go(const Drawing& drawing, LitPath& way, int to, int hop)
{
    if (!way.nodes.empty()) {
        way.edges.push_back(edgeBetween(drawing, way.nodes.back(), to));
        way.hops.push_back(hop);
    }
    way.nodes.push_back(to);
}

} // namespace

LitPath follow(const Drawing& drawing, const Path& path)
{
    LitPath way;
    if (!path.target.valid() || nodeOf(drawing, path.target) < 0)
        return way;
    if (path.kind != PathKind::lateral && wayIn(drawing) >= 0)
        way.nodes.push_back(wayIn(drawing));
    for (std::size_t h = 0; h < path.hops.size(); ++h) {
        const Hop& hop = path.hops[h];
        const int index = static_cast<int>(h);
        const int from = hop.fromWorkload.valid() ? nodeOf(drawing, hop.fromWorkload) : -1;
        const int to = hop.toWorkload.valid() ? nodeOf(drawing, hop.toWorkload) : -1;
        if (from >= 0 && (way.nodes.empty() || way.nodes.back() != from))
            go(drawing, way, from, index);
        if (to < 0 || (!way.nodes.empty() && way.nodes.back() == to))
            continue;
        if (!way.nodes.empty() && edgeBetween(drawing, way.nodes.back(), to) < 0) {
            const int gateway = gatewayBetween(drawing, way.nodes.back(), to);
            if (gateway >= 0)
                go(drawing, way, gateway, -1);
        }
        go(drawing, way, to, index);
    }
    return way;
}

Drawing relit(const Drawing& drawing, const Path& path, const LitPath& way)
{
    Drawing result = drawing;
    for (Node& node : result.nodes)
        node.lit = Lit::none;
    for (Edge& edge : result.edges)
        edge.lit = Lit::none;
    for (Group& group : result.groups)
        group.lit = Lit::none;
    for (Bundle& bundle : result.bundles)
        bundle.lit = Lit::none;
    const auto shine = [](Lit& at, Lit lit) { at = std::max(at, lit); };
    const auto node = [&](int index) -> Node& { return result.nodes[static_cast<std::size_t>(index)]; };
    bool relayed = path.kind == PathKind::lateral;
    for (std::size_t i = 0; i + 1 < way.nodes.size(); ++i) {
        // On a relayed path the attacker's own bytes end where one workload calls the next on their behalf.
        const Node& from = node(way.nodes[i]);
        relayed = relayed || (path.kind == PathKind::relayed && from.hasWall() && from.kind != NodeKind::gateway);
        const Lit lit = relayed ? Lit::relayed : Lit::direct;
        for (const int end : {way.nodes[i], way.nodes[i + 1]}) {
            shine(node(end).lit, lit);
            if (node(end).group >= 0)
                shine(result.groups[static_cast<std::size_t>(node(end).group)].lit, lit);
        }
        const int edge = way.edges[i];
        if (edge < 0)
            continue;
        shine(result.edges[static_cast<std::size_t>(edge)].lit, lit);
        for (Bundle& bundle : result.bundles) {
            if (std::find(bundle.edges.begin(), bundle.edges.end(), edge) != bundle.edges.end())
                shine(bundle.lit, lit);
        }
    }
    return result;
}

bool isLit(const Drawing& drawing)
{
    const auto lit = [](const auto& part) { return part.lit != Lit::none; };
    return std::any_of(drawing.nodes.begin(), drawing.nodes.end(), lit) ||
           std::any_of(drawing.edges.begin(), drawing.edges.end(), lit);
}

Drawing unlit(const Drawing& drawing)
{
    Drawing calm = drawing;
    for (Node& node : calm.nodes)
        node.lit = Lit::none;
    for (Group& group : calm.groups)
        group.lit = Lit::none;
    for (Edge& edge : calm.edges)
        edge.lit = Lit::none;
    for (Bundle& bundle : calm.bundles)
        bundle.lit = Lit::none;
    return calm;
}

const Path* weakestPath(const Posture& posture, WorkloadId target)
{
    for (const PathKind kind : {PathKind::direct, PathKind::relayed}) {
        for (const Path& path : posture.paths) {
            if (path.kind == kind && path.target == target)
                return &path;
        }
    }
    return nullptr;
}

} // namespace bartizan::diagram
