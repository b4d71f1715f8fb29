// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layout/layout.h"

#include "diagram/curve.h"
#include "diagram/groups.h"
#include "diagram/layout/lanes.h"
#include "diagram/layout/routing.h"
#include "diagram/nodes.h"

#include <algorithm>
#include <cmath>

namespace bartizan::diagram {

namespace {

QRectF measure(const Drawing& drawing)
{
    QRectF bounds;
    for (const Group& group : drawing.groups)
        bounds = bounds.united(group.rect.adjusted(-2, -boundary::tab, 8, 8));
    for (const Node& node : drawing.nodes) {
        if (node.shown)
            bounds = bounds.united(cellOf(node).adjusted(0, node.nameAbove ? -14 : 0, 0, node.reach.isEmpty() ? 0 : 14));
    }
    for (const Edge& edge : drawing.edges) {
        if (!edge.points.empty())
            bounds = bounds.united(boundsOf(Curve(edge.points).points()).adjusted(-8, -8, 8, 8));
    }
    return bounds;
}

// Names may run on where no neighbour stands in the same row.
void measureNames(Drawing& drawing)
{
    constexpr double sameRow = 34;
    constexpr double least = 140;
    constexpr double most = 300;
    std::vector<int> order;
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
        if (drawing.nodes[i].shown)
            order.push_back(static_cast<int>(i));
    }
    const auto node = [&](int i) -> Node& { return drawing.nodes[static_cast<std::size_t>(i)]; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return node(a).centre.y() < node(b).centre.y(); });
    for (const int i : order)
        node(i).nameRoom = most;
    for (std::size_t a = 0; a < order.size(); ++a) {
        for (std::size_t b = a + 1; b < order.size(); ++b) {
            Node& upper = node(order[a]);
            Node& lower = node(order[b]);
            if (lower.centre.y() - upper.centre.y() > sameRow)
                break;
            const double apart = std::max(least, std::abs(upper.centre.x() - lower.centre.x()) - 10);
            upper.nameRoom = std::min(upper.nameRoom, apart);
            lower.nameRoom = std::min(lower.nameRoom, apart);
        }
    }
}

LayoutReport reportOf(const layout::HelperReport& helper, bool finished)
{
    LayoutReport report;
    report.cancelled = !finished;
    report.overran = helper.overran > 0;
    report.helperMissing = helper.missing;
    if (helper.missing)
        report.notes << QStringLiteral("bartizan-layout was not found beside the program: the drawing uses the plain layout");
    else if (helper.fellBack > 0)
        report.notes
            << QStringLiteral("%1 of the namespaces use the plain layout: Graphviz did not answer in time").arg(helper.fellBack);
    return report;
}

} // namespace

LayoutReport layOut(Drawing& drawing, const LayoutOptions& options)
{
    summarise(drawing);
    layout::markLaneStarts(drawing);
    layout::InnerPlacements inner;
    layout::HelperReport all;
    Drawing best;
    double largest = -1;
    const std::vector<layout::Shape> shapes = layout::shapesFor(drawing, options);
    for (const layout::Shape& shape : shapes) {
        layout::Composition composition;
        layout::HelperReport helper;
        if (!layout::compose(drawing, options, shape, inner, composition, helper))
            return reportOf(helper, false);
        layout::route(drawing, composition);
        layout::placeLoners(drawing, composition);
        measureNames(drawing);
        drawing.bounds = measure(drawing);
        if (largest < 0)
            all = helper;
        all.overran += largest < 0 ? 0 : helper.overran;
        // The scale at which it fills a page of the wanted proportions; a shape that is hardly larger is not worth
        // another look than the usual one.
        const double scale = std::min(options.aspect / std::max(1.0, drawing.bounds.width()), 1 / std::max(1.0, drawing.bounds.height()));
        if (scale > largest * 1.04) {
            largest = scale;
            if (shapes.size() > 1)
                best = drawing;
        }
        if (helper.overran > 0 || (helper.fellBack > 0 && !helper.missing))
            break; // asking again would cost the same time again
    }
    if (shapes.size() > 1)
        drawing = std::move(best);
    return reportOf(all, true);
}

} // namespace bartizan::diagram
