// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layout/lanes.h"

#include "diagram/nodes.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace bartizan::diagram::layout {

namespace {

constexpr double laneRadius = 22;
constexpr double laneBelow = 30;
constexpr double lanePitch = 28;

// A polyline with every inner corner rounded, as a Bezier.
std::vector<QPointF> rounded(const std::vector<QPointF>& corners, double radius)
{
    constexpr double kappa = 0.5523; // quarter circle
    std::vector<QPointF> points{corners.front()};
    const auto line = [&](QPointF to) {
        const QPointF third = (to - points.back()) / 3;
        const QPointF from = points.back();
        points.insert(points.end(), {from + third, to - third, to});
    };
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        const QPointF before = corners[i - 1] - corners[i];
        const QPointF after = corners[i + 1] - corners[i];
        const double in = std::hypot(before.x(), before.y());
        const double out = std::hypot(after.x(), after.y());
        const double r = std::min({radius, in / 2, out / 2});
        if (r < 0.5)
            continue;
        const QPointF start = corners[i] + before * (r / in);
        const QPointF end = corners[i] + after * (r / out);
        line(start);
        points.insert(points.end(), {start + (corners[i] - start) * kappa, end + (corners[i] - end) * kappa, end});
    }
    line(corners.back());
    return points;
}

double lowest(const Composition& composition, double left, double right)
{
    double bottom = -1e12;
    for (std::size_t i = 0; i < composition.items.size(); ++i) {
        const QRectF box(composition.items[i].place, composition.items[i].size);
        const bool loner = std::binary_search(composition.loners.begin(), composition.loners.end(), static_cast<int>(i));
        if (!loner && box.right() > left && box.left() < right)
            bottom = std::max(bottom, box.bottom());
    }
    return bottom;
}

} // namespace

void markLaneStarts(Drawing& drawing)
{
    for (Node& node : drawing.nodes)
        node.nameAbove = false;
    for (const Edge& edge : drawing.edges) {
        if (edge.bypass && edge.kind != EdgeKind::latent)
            drawing.nodes[static_cast<std::size_t>(edge.from)].nameAbove = true;
    }
}

void routeLanes(Drawing& drawing, const Composition& composition)
{
    std::vector<Edge*> lanes;
    for (Edge& edge : drawing.edges) {
        const auto shown = [&](int n) { return drawing.nodes[static_cast<std::size_t>(n)].shown; };
        if (edge.bypass && edge.from != edge.to && shown(edge.from) && shown(edge.to))
            lanes.push_back(&edge);
    }
    // The nearest target takes the upper lane: lanes that go on do not cross those that leave.
    std::stable_sort(lanes.begin(), lanes.end(), [&](const Edge* a, const Edge* b) {
        return drawing.nodes[static_cast<std::size_t>(a->to)].centre.x() <
               drawing.nodes[static_cast<std::size_t>(b->to)].centre.x();
    });
    std::map<int, int> leaving; // lanes already leaving a node
    double floor = -1e12;
    for (Edge* edge : lanes) {
        const Node& from = drawing.nodes[static_cast<std::size_t>(edge->from)];
        const Node& to = drawing.nodes[static_cast<std::size_t>(edge->to)];
        const int turn = leaving[edge->from]++;
        // Nearer targets lie to the right of those that go on below.
        const double x = from.centre.x() + 7.0 * turn;
        double riser = to.centre.x() - 70;
        if (to.group >= 0) {
            const double wall = drawing.groups[static_cast<std::size_t>(to.group)].rect.left();
            if (to.centre.x() - wall < 120)
                riser = wall - 30;
        }
        const double bottom = lowest(composition, std::min(x, riser) - 10, std::max(x, riser) + 10);
        const double y = std::max({bottom + laneBelow, from.centre.y() + 80, floor + lanePitch});
        floor = y;
        const double reach = reachOf(to) + 2;
        const QPointF end = to.centre + QPointF(-reach * 0.94, reach * 0.34);
        const QPointF turnIn(riser, end.y() + 6);
        std::vector<QPointF> points =
            rounded({{x, from.centre.y() + reachOf(from)}, {x, y}, {riser, y}, turnIn + QPointF(0, 18)}, laneRadius);
        const QPointF last = points.back();
        points.insert(points.end(), {last - QPointF(0, 20), end - QPointF((end.x() - riser) * 0.7, -3), end});
        edge->points = std::move(points);
    }
}

} // namespace bartizan::diagram::layout
