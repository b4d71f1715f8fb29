// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layout/layout.h"

#include "diagram/curve.h"
#include "diagram/groups.h"
#include "diagram/layout/lanes.h"
#include "diagram/layout/measure.h"
#include "diagram/layout/routing.h"
#include "diagram/nodes.h"

#include <algorithm>
#include <cmath>

namespace bartizan::diagram {

namespace layout {

QRectF measure(const Drawing& drawing)
{
    QRectF bounds;
    for (const Group& group : drawing.groups)
        bounds = bounds.united(group.rect.adjusted(-2, -boundary::tab, 8, 8));
    for (const Node& node : drawing.nodes) {
        if (!node.shown)
            continue;
        bounds = bounds.united(cellOf(node).adjusted(0, node.nameAbove ? -14 : 0, 0, node.reach.isEmpty() ? 0 : 14));
        // Names keep their size when the drawing is shown smaller; at the rim they would be cut.
        constexpr double letter = 9.5;
        const double half = std::min(node.nameRoom, static_cast<double>(node.label.size()) * letter) / 2;
        bounds = bounds.united(QRectF(node.centre.x() - half, node.centre.y(), 2 * half, 1));
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
    // What stands alone beside a namespace keeps its name off the wall; in line with a title the name goes above: zoomed out,
    // titles keep their size and reach beyond a narrow wall.
    constexpr double titles = 44;
    for (const int i : order) {
        Node& alone = node(i);
        if (alone.group >= 0)
            continue;
        if (alone.kind == NodeKind::outside)
            alone.nameAbove = false;
        const double y = alone.centre.y() + reachOf(alone) + 14;
        for (const Group& group : drawing.groups) {
            const QRectF& wall = group.rect;
            if (y < wall.top() - titles || y > wall.bottom() + 8)
                continue;
            const bool inLine = y < wall.top() + 4 && !group.collapsed;
            const double title = 180 + 12 * static_cast<double>(std::min<qsizetype>(group.label.size(), 30));
            const double right = wall.right();
            if (inLine && alone.kind == NodeKind::outside && alone.centre.x() > right &&
                alone.centre.x() < wall.left() + title + 90)
                alone.nameAbove = true;
            const double gap = alone.centre.x() > wall.right() ? alone.centre.x() - right : wall.left() - alone.centre.x();
            if (alone.centre.x() > wall.right() || alone.centre.x() < wall.left())
                alone.nameRoom = std::min(alone.nameRoom, std::max(90.0, 2 * gap - 6));
        }
    }
}

} // namespace layout

namespace {

LayoutReport reportOf(const layout::HelperReport& helper, bool finished)
{
    LayoutReport report;
    report.cancelled = !finished;
    report.overran = helper.overran > 0;
    report.helperMissing = helper.missing;
    if (helper.missing)
        report.notes << QStringLiteral("bartizan-layout was not found beside the program: the drawing uses the plain layout");
    else if (helper.died > 0)
        report.notes << QStringLiteral("bartizan-layout ended twice before it had answered: the drawing uses the plain layout in "
                                       "part; reading again tries once more");
    else if (helper.restarted > 0)
        report.notes << QStringLiteral("bartizan-layout ended before it had answered and was started again: the drawing is as it "
                                       "would have been");
    if (const int slow = helper.fellBack - helper.died; slow > 0 && !helper.missing)
        report.notes << QStringLiteral("%1 of the namespaces use the plain layout: Graphviz did not answer in time").arg(slow);
    return report;
}

// Lays a drawing out again and again with namespaces more upright or broader, and keeps the one that can be shown
// largest on a page of the wanted proportions. Which are tried depends on counts alone.
class Shaper {
public:
    Shaper(Drawing& drawing, const LayoutOptions& options) : m_drawing(drawing), m_options(options) {}

    LayoutReport run()
    {
        const auto open = std::count_if(m_drawing.groups.begin(), m_drawing.groups.end(), isOpen);
        // The more namespaces stand beside each other, the more upright each is drawn.
        const double usual = m_options.aspect * (open <= 1 ? 0.9375 : open == 2 ? 0.625 : 0.46875);
        m_shape.assign(m_drawing.groups.size(), usual);
        if (!attempt(m_shape))
            return reportOf(m_helper, false);
        const bool asked = m_helper.overran == 0 && (m_helper.fellBack == 0 || m_helper.missing);
        if (open > 0 && asked && open <= mostGroups && m_drawing.nodes.size() <= mostNodes && !search(usual))
            return reportOf(m_helper, false);
        if (!m_best.nodes.empty())
            m_drawing = std::move(m_best);
        rememberPlaces();
        return reportOf(m_helper, true);
    }

private:
    static constexpr int mostGroups = 24;
    static constexpr std::size_t mostNodes = 200;
    static constexpr std::size_t mostForEach = 80; // nodes; beyond it namespaces are not shaped one by one
    static constexpr double worth = 1.02;          // a gain in scale below it does not change the usual shape

    static bool isOpen(const Group& group) { return !group.collapsed && !group.nodes.empty(); }

    using Shape = layout::Shape;

    bool search(double usual)
    {
        for (const double factor : {1.5, 2.2, 3.2, 0.65}) {
            if (!attempt(Shape(m_shape.size(), usual * factor)))
                return false;
        }
        if (m_drawing.nodes.size() > mostForEach)
            return true;
        for (int round = 0; round < 2; ++round) {
            const double before = m_largest;
            for (std::size_t g = 0; g < m_shape.size(); ++g) {
                const double now = m_shape[g];
                for (const double factor : {0.35, 0.6, 1.7, 3.0}) {
                    Shape shape = m_shape;
                    shape[g] = now * factor;
                    if (isOpen(m_drawing.groups[g]) && m_drawing.groups[g].nodes.size() > 1 && !attempt(shape))
                        return false;
                }
            }
            if (m_largest < before * worth)
                break;
        }
        return true;
    }

    // What people place later counts from here, and goes back here.
    void rememberPlaces()
    {
        m_drawing.places.clear();
        for (Node& node : m_drawing.nodes) {
            node.automatic = node.centre;
            node.placed = false;
        }
        for (Group& group : m_drawing.groups) {
            group.automatic = group.rect;
            group.corner = group.rect.topLeft();
            group.placed = false;
        }
    }

    // False when cancelled.
    bool attempt(const Shape& shape)
    {
        if (m_options.stop.stop_requested()) {
            m_helper.cancelled = true;
            return false;
        }
        layout::Composition composition;
        if (!layout::compose(m_drawing, m_options, shape, m_hints, composition, m_helper))
            return false;
        layout::route(m_drawing, composition);
        layout::placeLoners(m_drawing, composition);
        layout::measureNames(m_drawing);
        m_drawing.bounds = layout::measure(m_drawing);
        const double scale =
            std::min(m_options.aspect / std::max(1.0, m_drawing.bounds.width()), 1 / std::max(1.0, m_drawing.bounds.height()));
        if (scale > m_largest * worth) {
            if (m_drawing.nodes.size() <= mostNodes) // no other is tried beyond it
                m_best = m_drawing;
            m_largest = scale;
            m_shape = shape;
        }
        return true;
    }

    Drawing& m_drawing;
    const LayoutOptions& m_options;
    layout::Hints m_hints;
    layout::HelperReport m_helper;
    Shape m_shape; // of the best
    Drawing m_best;
    double m_largest = 0;
};

} // namespace

LayoutReport layOut(Drawing& drawing, const LayoutOptions& options)
{
    summarise(drawing);
    layout::markLaneStarts(drawing);
    return Shaper(drawing, options).run();
}

} // namespace bartizan::diagram
