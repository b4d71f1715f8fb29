// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/painter.h"

#include "diagram/curve.h"
#include "diagram/edge_labels.h"
#include "diagram/edges.h"
#include "diagram/ghosts.h"
#include "diagram/groups.h"
#include "diagram/line_raster.h"
#include "diagram/marks.h"
#include "diagram/nodes.h"
#include "diagram/stamps.h"
#include "diagram/text.h"

#include <QPen>

#include <algorithm>
#include <cmath>

namespace bartizan::diagram {

namespace {

constexpr double othersOnHover = 0.35;
constexpr double farStrength = 0.5;  // of single lines, zoomed out
constexpr double smallestLit = 0.55; // zoomed farther out, a lit path is painted as at this scale

class Pass {
public:
    Pass(QPainter& painter, const Drawing& drawing, const View& view, const Aids& aids)
        : m_painter(painter), m_drawing(drawing), m_view(view), m_index(aids.index), m_labels(aids.labels)
    {
        const QRectF all(-1e15, -1e15, 2e15, 2e15);
        const QRectF seen = view.clip.isNull() ? all : QRectF(view.toScene(view.clip.topLeft()), view.clip.size() / view.scale);
        const auto widened = [&](double scene, double pixels) {
            const double by = scene + pixels / view.scale;
            return seen.adjusted(-by, -by, by, by);
        };
        aids.index.nodesIn(widened(90, 30), m_nodes);
        aids.index.edgesIn(widened(16, 12), m_edges);
        aids.index.bundlesIn(widened(0, 12), m_bundles);
        if (view.lens != Lens::isolation && !view.latent)
            std::erase_if(m_edges, [&](int e) { return edge(e).kind == EdgeKind::latent; });
        if (view.hide) {
            std::erase_if(m_nodes, [&](int n) { return isHidden(node(n), n, view); });
            std::erase_if(m_edges, [&](int e) { return isHidden(drawing, edge(e), view); });
            std::erase_if(m_bundles, [&](int b) {
                const std::vector<int>& calls = bundle(b).edges;
                return std::all_of(calls.begin(), calls.end(), [&](int e) { return isHidden(drawing, edge(e), view); });
            });
        }
        m_seen = widened(16, 8);
    }

    // Ground, walls and the bands of the light: what lies under the lines.
    void paintUnder()
    {
        if (m_view.ground)
            m_painter.fillRect(m_view.clip.isNull() ? m_view.toView(m_drawing.bounds.adjusted(-40, -40, 40, 40)) : m_view.clip,
                               m_view.theme->canvas);
        for (const Group& group : m_drawing.groups) {
            if (!group.collapsed && wanted(group.rect, 40))
                drawWall(m_painter, group, m_view);
        }
        drawGhostBoxes(m_painter, m_drawing, m_view);
        bands();
    }

    // The lines that need no QPainter; lines() leaves them out afterwards.
    void rasterInto(QImage& image, QPoint corner, int threads)
    {
        m_rastered = true;
        std::vector<RasterLine> all;
        const double unit = image.devicePixelRatio();
        const double pixels = m_view.scale * unit;
        EdgeStyle style = edgeStyle();
        all.reserve(m_edges.size() + m_bundles.size());
        for (const int index : m_bundles) {
            const Bundle& bundle = this->bundle(index);
            if (bundle.lit != Lit::none)
                continue;
            style.blast = inBlast(index);
            double width = 0;
            QColor colour = bundleColour(bundle, style, width);
            if (m_view.blast && !style.blast)
                colour.setAlphaF(colour.alphaF() * static_cast<float>(othersOnHover));
            all.push_back({&bundle.points, colour.rgba(), width * pixels, 0, 0, 0, 0, nullptr});
        }
        // Near by lines end at the cards' rims.
        if (m_view.zoom() == Zoom::near) {
            for (const int index : m_edges)
                m_cut.push_back(betweenCards(edge(index)));
        }
        for (const std::size_t i : byPlace()) {
            const Edge& edge = drawn(i);
            PlainLine line;
            style.blast = reached(m_edges[i]);
            if (!plainLine(edge, style, line))
                continue;
            line.colour.setAlphaF(
                static_cast<float>(strengthOf(edge, m_edges[i]) * (style.detail || style.blast ? 1 : farStrength)));
            // Dashes too short to be seen only make noise.
            const bool dashes = line.dash * pixels > 1.2;
            all.push_back({&edge.points, line.colour.rgba(), line.width * pixels, dashes ? line.dash * pixels : 0,
                           dashes ? line.gap * pixels : 0, 0, line.endGap * pixels,
                           m_cut.empty() ? m_index.lengthsOf(m_edges[i]) : nullptr});
        }
        rasterLines(image, all, {pixels, m_view.origin, corner}, threads);
    }

    void paintOver()
    {
        lines();
        for (const Group& group : m_drawing.groups) {
            if (group.collapsed && wanted(group.rect, 40))
                drawCollapsed(m_painter, m_drawing, group, m_view);
        }
        groupStates();
        nodes();
        drawGhosts(m_painter, m_drawing, m_view);
        names();
        for (const Group& group : m_drawing.groups) {
            if (!group.collapsed && wanted(group.rect, 60))
                drawChip(m_painter, group, m_view);
        }
        if (m_view.focused >= 0 && shown(m_view.focused) && !isHidden(node(m_view.focused), m_view.focused, m_view) &&
            m_view.wants(stateRect(m_drawing, m_view, m_view.focused)))
            drawFocus(m_painter, node(m_view.focused), m_view);
    }

private:
    const Node& node(int index) const { return m_drawing.nodes[static_cast<std::size_t>(index)]; }
    const Edge& edge(int index) const { return m_drawing.edges[static_cast<std::size_t>(index)]; }
    // Positions in m_edges in the index's order by place, a blast radius over all else.
    std::vector<std::size_t> byPlace() const
    {
        std::vector<int> positions(m_drawing.edges.size(), -1);
        for (std::size_t i = 0; i < m_edges.size(); ++i)
            positions[static_cast<std::size_t>(m_edges[i])] = static_cast<int>(i);
        std::vector<std::size_t> order, over;
        order.reserve(m_edges.size());
        for (const int edge : m_index.edgesByPlace()) {
            if (const int at = positions[static_cast<std::size_t>(edge)]; at >= 0)
                (reached(edge) ? over : order).push_back(static_cast<std::size_t>(at));
        }
        order.insert(order.end(), over.begin(), over.end());
        return order;
    }

    const Edge& drawn(std::size_t i) const { return m_cut.empty() ? edge(m_edges[i]) : m_cut[i]; }
    const Bundle& bundle(int index) const { return m_drawing.bundles[static_cast<std::size_t>(index)]; }
    bool shown(int index) const { return node(index).shown; }
    bool reached(int edge) const { return m_view.blast && m_view.blast->edges[static_cast<std::size_t>(edge)]; }
    bool inBlast(int bundle) const { return m_view.blast && m_view.blast->bundles[static_cast<std::size_t>(bundle)]; }

    bool wanted(const QRectF& scene, double margin) const
    {
        return m_view.wants(m_view.toView(scene).adjusted(-margin, -margin, margin, margin));
    }

    QColor groundOf(const Node& node) const
    {
        const bool inside = node.group >= 0 && !m_drawing.groups[static_cast<std::size_t>(node.group)].collapsed;
        return inside ? m_view.theme->nsFill : m_view.theme->canvas;
    }

    EdgeStyle edgeStyle() const
    {
        EdgeStyle style;
        style.theme = m_view.theme;
        style.lens = m_view.lens;
        style.ground = m_view.theme->canvas;
        style.detail = m_view.zoom() != Zoom::far;
        style.litPart = m_view.litPart;
        style.minWidth = 0.7 / m_view.scale;
        style.litUnit = std::max(1.0, smallestLit / m_view.scale);
        style.seen = m_seen;
        return style;
    }

    template <class F>
    void inScene(F&& f)
    {
        const QTransform before = m_painter.transform();
        m_painter.scale(m_view.scale, m_view.scale);
        m_painter.translate(-m_view.origin);
        f();
        m_painter.setTransform(before);
    }

    void bands()
    {
        EdgeStyle style = edgeStyle();
        inScene([&] {
            for (const int index : m_edges)
                drawLitBand(m_painter, edge(index).points, edge(index).lit, style);
            for (const int index : m_bundles)
                drawLitBand(m_painter, bundle(index).points, bundle(index).lit, style);
        });
    }

    double strengthOf(const Edge& edge, int index) const
    {
        if (m_view.blast && edge.lit == Lit::none && m_view.hovered < 0)
            return reached(index) ? 1 : othersOnHover;
        if (m_view.hovered >= 0)
            return edge.from == m_view.hovered || edge.to == m_view.hovered ? 1 : othersOnHover;
        if (m_view.isFilteredOut(edge.from) || m_view.isFilteredOut(edge.to))
            return edge.lit != Lit::none ? 1 : 0.28;
        return 1;
    }

    void lines()
    {
        EdgeStyle style = edgeStyle();
        const bool far = m_view.zoom() == Zoom::far;
        inScene([&] {
            for (const int index : m_bundles) {
                style.blast = inBlast(index);
                if (bundle(index).lit == Lit::none && !m_rastered)
                    drawBundle(m_painter, bundle(index), style);
            }
            for (const bool lit : {false, true}) {
                for (std::size_t i = 0; i < m_edges.size(); ++i) {
                    const int index = m_edges[i];
                    const Edge& edge = drawn(i);
                    if ((edge.lit != Lit::none) != lit || edge.points.empty())
                        continue;
                    style.detail = !far || lit;
                    style.blast = reached(index);
                    PlainLine plain;
                    style.lineDone = m_rastered && plainLine(edge, style, plain);
                    const bool selected = index == m_view.selectedEdge;
                    if (style.lineDone && !style.detail && !selected)
                        continue;
                    if (selected)
                        m_painter.strokePath(bezierPath(edge.points),
                                             QPen(m_view.theme->accent, 5.5, Qt::SolidLine, Qt::FlatCap));
                    style.ground = lit ? m_view.theme->surf : groundOf(node(edge.to));
                    m_painter.setOpacity(strengthOf(edge, index) * (far && !lit && !style.blast ? farStrength : 1));
                    if (m_view.zoom() == Zoom::near && m_cut.empty())
                        drawEdge(m_painter, betweenCards(edge), style);
                    else
                        drawEdge(m_painter, edge, style);
                }
            }
            m_painter.setOpacity(1);
            reachLines();
            style.detail = true;
            style.blast = style.lineDone = false;
            for (const int index : m_bundles) {
                if (bundle(index).lit != Lit::none)
                    drawBundle(m_painter, bundle(index), style);
            }
        });
    }

    // The painter is in scene units.
    void reachLines()
    {
        if (!m_view.reach)
            return;
        EdgeStyle style = edgeStyle();
        const double unit = std::max(1.0, 1 / m_view.scale);
        for (std::size_t i = 0; i < m_view.reach->lines.size(); ++i) {
            const Edge& edge = m_view.reach->lines[i];
            if (!wanted(boundsOf(edge.points), 12) || isHidden(m_drawing, edge, m_view))
                continue;
            const bool selected = static_cast<int>(i) == m_view.selectedLine;
            if (selected || static_cast<int>(i) == m_view.hoveredLine) {
                QColor band = m_view.theme->accent;
                band.setAlphaF(selected ? 0.42F : 0.2F);
                m_painter.strokePath(bezierPath(edge.points), QPen(band, 7 * unit, Qt::SolidLine, Qt::FlatCap));
            }
            style.ground = groundOf(node(edge.to));
            drawEdge(m_painter, m_view.zoom() == Zoom::near ? betweenCards(edge) : edge, style);
        }
    }

    QRectF cardOf(const Node& n) const
    {
        constexpr double unit = 1 / nearFrom;
        if (!n.hasWall())
            return {};
        return QRectF(n.centre.x() - cardWidth / 2 * unit, n.centre.y() - (cardHeight / 2 - 2) * unit, cardWidth * unit,
                      cardHeight * unit);
    }

    // Cards are wider than rings: the visible piece of the line gets the head.
    Edge betweenCards(const Edge& edge) const
    {
        const Curve curve(edge.points);
        const QRectF start = cardOf(node(edge.from));
        const QRectF end = cardOf(node(edge.to)).adjusted(-1, -1, 1, 1);
        double from = 0;
        double to = curve.length();
        while (from < to && start.contains(curve.at(from)))
            from += 1;
        while (to > from && !end.isEmpty() && end.contains(curve.at(to)))
            to -= 1;
        Edge result = edge;
        result.points.clear();
        if (to - from < 2)
            return result;
        constexpr double step = 6;
        result.points.push_back(curve.at(from));
        for (double at = from; at < to;) {
            const double next = std::min(at + step, to);
            const QPointF third = (curve.at(next) - curve.at(at)) / 3;
            result.points.insert(result.points.end(), {curve.at(at) + third, curve.at(next) - third, curve.at(next)});
            at = next;
        }
        return result;
    }

    void groupStates()
    {
        for (const int index : {m_view.hoveredGroup, m_view.selectedGroup}) {
            if (index < 0)
                continue;
            const Group& group = m_drawing.groups[static_cast<std::size_t>(index)];
            const bool selected = index == m_view.selectedGroup;
            const double r = std::max(3.0, boundary::radius * m_view.scale) + 2;
            m_painter.setPen(QPen(selected ? m_view.theme->accent : m_view.theme->ink3, selected ? 2.2 : 1.2));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(m_view.toView(group.rect).adjusted(-3, -3, 3, 3), r, r);
        }
    }

    void nodes()
    {
        for (const int index : m_nodes) {
            drawNode(m_painter, node(index), index, m_view);
            drawPlacedMark(m_painter, node(index), m_view);
        }
    }

    void names()
    {
        if (m_view.zoom() == Zoom::far) {
            farNames();
            return;
        }
        for (const int index : m_nodes)
            drawName(m_painter, node(index), index, m_view, groundOf(node(index)));
        drawEdgeLabels(m_painter, m_labels, m_drawing, m_view);
    }

    // Ways in keep their name at any zoom: the picture is read from there.
    void farNames()
    {
        for (const int index : m_nodes) {
            const Node& n = node(index);
            if (n.hasWall() || n.kind == NodeKind::outside)
                continue;
            const QPointF at = m_view.toView(n.centre) + QPointF(0, dotRadius(m_view) + 14);
            drawHaloText(m_painter, at, elideMiddle(nameOf(n, m_view.words), {11, QFont::DemiBold}, 110), {11, QFont::DemiBold},
                         m_view.theme->ink, m_view.theme->canvas);
        }
    }

    QPainter& m_painter;
    const Drawing& m_drawing;
    const View& m_view;
    const SceneIndex& m_index;
    const std::vector<PlacedLabel>& m_labels;
    QRectF m_seen;                                // scene, with the room that heads and ticks take
    std::vector<int> m_nodes, m_edges, m_bundles; // in sight
    std::vector<Edge> m_cut;                      // near by: those of m_edges, between the cards
    bool m_rastered = false;
};

void prepare(QPainter& painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
}

} // namespace

void paintDrawing(QPainter& painter, const Drawing& drawing, const View& view)
{
    painter.save();
    prepare(painter);
    const SceneIndex index(drawing);
    const std::vector<PlacedLabel> labels = placeEdgeLabels(drawing, view);
    Pass pass(painter, drawing, view, {index, labels});
    pass.paintUnder();
    pass.paintOver();
    painter.restore();
}

void paintPart(QImage& part, QPoint corner, const Drawing& drawing, const View& view, const Aids& aids, int threads)
{
    const double ratio = part.devicePixelRatio();
    View piece = view;
    piece.ground = false;
    piece.clip = QRectF(QPointF(corner) / ratio, QSizeF(part.size()) / ratio);
    part.fill(view.theme->canvas);
    QPainter painter;
    const auto begin = [&] {
        painter.begin(&part);
        prepare(painter);
        painter.translate(-piece.clip.topLeft());
    };
    begin();
    Pass pass(painter, drawing, piece, aids);
    pass.paintUnder();
    painter.end();
    pass.rasterInto(part, corner, threads);
    begin();
    pass.paintOver();
}

QImage drawingImage(const Drawing& drawing, const View& view, QSize size, double devicePixelRatio)
{
    QImage image(size * devicePixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    if (view.stamps)
        view.stamps->beginFrame(view.scale);
    const SceneIndex index(drawing);
    const std::vector<PlacedLabel> labels = placeEdgeLabels(drawing, view);
    paintPart(image, {}, drawing, view, {index, labels});
    return image;
}

} // namespace bartizan::diagram
