// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/hit.h"

#include "diagram/curve.h"
#include "diagram/ghosts.h"
#include "diagram/groups.h"
#include "diagram/nodes.h"
#include "diagram/scene_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <type_traits>

namespace bartizan::diagram {

namespace {

constexpr double edgeTolerance = 5; // px

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

// What is near in the scene, ascending; everything when there is no index.
std::vector<int> candidates(const SceneIndex* index, std::size_t all, const QRectF& scene, bool nodes, bool bundles)
{
    std::vector<int> found;
    if (!index) {
        found.resize(all);
        std::iota(found.begin(), found.end(), 0);
    } else if (nodes) {
        index->nodesIn(scene, found);
    } else if (bundles) {
        index->bundlesIn(scene, found);
    } else {
        index->edgesIn(scene, found);
    }
    return found;
}

QRectF around(QPointF at, double by)
{
    return {at.x() - by, at.y() - by, 2 * by, 2 * by};
}

int nodeAt(const Drawing& drawing, const View& view, QPointF at, const SceneIndex* index)
{
    const QRectF near = around(view.toScene(at), 70 + 12 / view.scale);
    const std::vector<int> nodes = candidates(index, drawing.nodes.size(), near, true, false);
    for (auto i = nodes.rbegin(); i != nodes.rend(); ++i) {
        const Node& node = drawing.nodes[static_cast<std::size_t>(*i)];
        if (node.shown && !isHidden(node, *i, view) && nodeRect(drawing, view, *i).contains(at))
            return *i;
    }
    return -1;
}

int dotAt(const Drawing& drawing, const Group& group, const View& view, QPointF at)
{
    const double reach = std::max(3.0, boundary::dotRadius * view.scale + 1);
    for (std::size_t i = 0; i < group.nodes.size(); ++i) {
        const int node = group.nodes[i];
        if (distance(dotCentre(group, static_cast<int>(i), view), at) <= reach &&
            !isHidden(drawing.nodes[static_cast<std::size_t>(node)], node, view))
            return group.nodes[i];
    }
    return -1;
}

template <class T>
int lineAt(const Drawing& drawing, const std::vector<T>& lines, const View& view, QPointF at, bool latent,
           const SceneIndex* index)
{
    const QPointF scene = view.toScene(at);
    double nearest = edgeTolerance / view.scale;
    int found = -1;
    for (const int line : candidates(index, lines.size(), around(scene, nearest), false, std::is_same_v<T, Bundle>)) {
        const auto i = static_cast<std::size_t>(line);
        if (lines[i].points.empty())
            continue;
        if constexpr (requires { lines[i].kind; }) {
            if ((lines[i].kind == EdgeKind::latent && !latent) || isHidden(drawing, lines[i], view))
                continue;
        }
        if (!boundsOf(lines[i].points).adjusted(-nearest, -nearest, nearest, nearest).contains(scene))
            continue;
        const double away = Curve(lines[i].points).distance(scene);
        if (away <= nearest) {
            nearest = away;
            found = static_cast<int>(i);
        }
    }
    return found;
}

} // namespace

Hit hitTest(const Drawing& drawing, const View& view, QPointF at, const SceneIndex* index)
{
    if (const int node = nodeAt(drawing, view, at, index); node >= 0)
        return {Hit::Kind::node, node};
    if (const int ghost = ghostAt(drawing, view, at); ghost >= 0)
        return {Hit::Kind::ghost, ghost};
    int ground = -1;
    for (std::size_t i = 0; i < drawing.groups.size(); ++i) {
        const Group& group = drawing.groups[i];
        if (!groupRect(drawing, view, static_cast<int>(i)).contains(at))
            continue;
        if (group.dots) {
            if (const int node = dotAt(drawing, group, view, at); node >= 0)
                return {Hit::Kind::node, node};
        }
        if (group.collapsed || tabRect(group, view).contains(at))
            return {Hit::Kind::group, static_cast<int>(i)};
        ground = static_cast<int>(i);
    }
    if (view.reach)
        if (const int line = lineAt(drawing, view.reach->lines, view, at, true, nullptr); line >= 0)
            return {Hit::Kind::reachLine, line};
    const bool latent = view.latent || view.lens == Lens::isolation;
    if (const int edge = lineAt(drawing, drawing.edges, view, at, latent, index); edge >= 0)
        return {Hit::Kind::edge, edge};
    if (const int bundle = lineAt(drawing, drawing.bundles, view, at, latent, index); bundle >= 0)
        return {Hit::Kind::bundle, bundle};
    return ground >= 0 ? Hit{Hit::Kind::group, ground} : Hit{};
}

QRectF nodeRect(const Drawing& drawing, const View& view, int index)
{
    const Node& node = drawing.nodes[static_cast<std::size_t>(index)];
    if (!node.shown) {
        if (node.group < 0 || !drawing.groups[static_cast<std::size_t>(node.group)].dots)
            return {};
        const Group& group = drawing.groups[static_cast<std::size_t>(node.group)];
        const auto place = std::find(group.nodes.begin(), group.nodes.end(), index);
        const QPointF centre = dotCentre(group, static_cast<int>(place - group.nodes.begin()), view);
        const double r = boundary::dotRadius * view.scale;
        return {centre.x() - r, centre.y() - r, 2 * r, 2 * r};
    }
    const QPointF centre = view.toView(node.centre);
    if (view.zoom() == Zoom::far) {
        const double r = std::max(4.0, dotRadius(view) + 1);
        return {centre.x() - r, centre.y() - r, 2 * r, 2 * r};
    }
    if (view.zoom() == Zoom::near && node.hasWall()) {
        const double s = view.scale / nearFrom;
        return {centre.x() - cardWidth / 2 * s, centre.y() - (cardHeight / 2 - 2) * s, cardWidth * s, cardHeight * s};
    }
    const double r = reachOf(node) * view.scale;
    return {centre.x() - r, centre.y() - r, 2 * r, 2 * r + 1.6 * view.nameSize};
}

QRectF groupRect(const Drawing& drawing, const View& view, int index)
{
    const Group& group = drawing.groups[static_cast<std::size_t>(index)];
    const QRectF wall = view.toView(group.rect);
    if (group.dots)
        return wall.adjusted(0, -18, 0, 0);
    const QRectF tab = tabRect(group, view);
    return tab.isEmpty() ? wall : wall.united(tab);
}

int nearestNode(const Drawing& drawing, const View& view, int from, QPointF direction)
{
    const QPointF start = drawing.nodes[static_cast<std::size_t>(from)].centre;
    int best = -1;
    double bestCost = 1e12;
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        const Node& node = drawing.nodes[i];
        if (!node.shown || static_cast<int>(i) == from || isHidden(node, static_cast<int>(i), view))
            continue;
        const QPointF way = node.centre - start;
        const double along = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        if (along <= 1 || aside > 2.5 * along)
            continue;
        const double cost = along + 2 * aside;
        if (cost < bestCost) {
            bestCost = cost;
            best = static_cast<int>(i);
        }
    }
    return best;
}

} // namespace bartizan::diagram
