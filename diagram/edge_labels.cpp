// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/edge_labels.h"

#include "diagram/curve.h"
#include "diagram/groups.h"
#include "diagram/nodes.h"
#include "diagram/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bartizan::diagram {

namespace {

const TextStyle style{10.5};

class Labels {
public:
    Labels(const Drawing& drawing, const View& view) : m_drawing(drawing), m_view(view)
    {
        for (const Node& node : drawing.nodes) {
            if (!node.shown)
                continue;
            const QPointF c = view.toView(node.centre);
            const double r = reachOf(node) * view.scale;
            m_taken.push_back(QRectF(c.x() - r, c.y() - r, 2 * r, 2 * r));
            const double half = std::min(static_cast<double>(node.label.size()) * 3.1, node.nameRoom * view.scale / 2);
            const double top = node.nameAbove ? c.y() - r - 20 : c.y() + r;
            m_taken.push_back(QRectF(c.x() - half, top, 2 * half, 19));
        }
        for (const Group& group : drawing.groups) {
            const QRectF tab = tabRect(group, view);
            m_taken.push_back(group.collapsed ? view.toView(group.rect) : tab.adjusted(0, 0, 80, 0));
        }
    }

    void add(int index)
    {
        const Edge& edge = m_drawing.edges[static_cast<std::size_t>(index)];
        const Curve curve(edge.points);
        const double width = textWidth(sayReach(m_view.words, edge.label), style);
        if (curve.length() * m_view.scale < 24)
            return;
        // From the start to the end of the line; below it first, then above.
        // A lane round the gateway is named on its long level piece.
        static constexpr std::array<double, 6> fromStart = {0.0, 0.12, 0.3, 0.5, 0.7, 0.88};
        static constexpr std::array<double, 6> onLane = {0.45, 0.35, 0.6, 0.25, 0.7, 0.1};
        for (const double part : edge.bypass ? onLane : fromStart) {
            const double at = std::clamp(curve.length() * part, std::min(width / 2 + 6, curve.length() / 2), curve.length());
            const QPointF middle = m_view.toView(curve.at(at));
            const bool steep = std::abs(curve.direction(at).y()) > 0.35;
            for (const double side : edge.bypass ? std::array{-1.0, 1.0} : std::array{1.0, -1.0}) {
                const double away = 9 * m_view.scale + 6;
                const double baseline = middle.y() + (side > 0 ? away + 8 : -away);
                const double x = steep ? middle.x() + side * (width / 2 + 8) : middle.x();
                if (place({x - width / 2, (steep ? middle.y() + 4 : baseline) - 10, width, 13}, index))
                    return;
            }
        }
    }

    std::vector<PlacedLabel> take() { return std::move(m_placed); }

private:
    bool place(const QRectF& box, int edge)
    {
        const auto hit = [&](const QRectF& taken) { return taken.intersects(box); };
        if (std::any_of(m_taken.begin(), m_taken.end(), hit))
            return false;
        m_taken.push_back(box.adjusted(-3, -1, 3, 1));
        m_placed.push_back({edge, box, inside(box.center())});
        return true;
    }

    bool inside(QPointF at) const
    {
        const QPointF scene = m_view.toScene(at);
        return std::any_of(m_drawing.groups.begin(), m_drawing.groups.end(),
                           [&](const Group& g) { return !g.collapsed && g.rect.contains(scene); });
    }

    const Drawing& m_drawing;
    const View& m_view;
    std::vector<QRectF> m_taken;
    std::vector<PlacedLabel> m_placed;
};

} // namespace

std::vector<PlacedLabel> placeEdgeLabels(const Drawing& drawing, const View& view)
{
    const auto labelled = [](const Edge& e) { return !e.label.isEmpty() && !e.points.empty(); };
    if (view.zoom() == Zoom::far || std::none_of(drawing.edges.begin(), drawing.edges.end(), labelled))
        return {};
    Labels labels(drawing, view);
    for (const bool lit : {true, false}) {
        for (std::size_t i = 0; i < drawing.edges.size(); ++i) {
            if (labelled(drawing.edges[i]) && (drawing.edges[i].lit != Lit::none) == lit)
                labels.add(static_cast<int>(i));
        }
    }
    return labels.take();
}

void drawEdgeLabels(QPainter& painter, const std::vector<PlacedLabel>& labels, const Drawing& drawing, const View& view)
{
    for (const PlacedLabel& label : labels) {
        if (view.wants(label.box.adjusted(-6, -6, 6, 6)))
            drawHaloText(painter, {label.box.left(), label.box.bottom() - 3},
                         sayReach(view.words, drawing.edges[static_cast<std::size_t>(label.edge)].label), style, view.theme->ink,
                         label.inside ? view.theme->nsFill : view.theme->canvas, Align::left);
    }
}

} // namespace bartizan::diagram
