// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/painter.h"

#include "diagram/curve.h"
#include "diagram/edge_labels.h"
#include "diagram/edges.h"
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
    Pass(QPainter& painter, const Drawing& drawing, const View& view) : m_painter(painter), m_drawing(drawing), m_view(view) {}

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
        bands();
    }

    // The lines that need no QPainter; lines() leaves them out afterwards.
    void rasterInto(QImage& image)
    {
        m_rastered = true;
        std::vector<RasterLine> all;
        const double unit = image.devicePixelRatio();
        const double pixels = m_view.scale * unit;
        EdgeStyle style = edgeStyle();
        for (const Bundle& bundle : m_drawing.bundles) {
            if (bundle.lit != Lit::none || !wanted(boundsOf(bundle.points), 8))
                continue;
            QColor colour = style.theme->edge;
            colour.setAlphaF(0.38F);
            const double width = std::max(bundleWidth(static_cast<int>(bundle.edges.size())), style.minWidth);
            all.push_back({&bundle.points, colour.rgba(), width * pixels, 0, 0, 0, 0});
        }
        for (const Edge& edge : m_drawing.edges) {
            PlainLine line;
            if (!plainLine(edge, style, line) || !visibleEdge(edge))
                continue;
            line.colour.setAlphaF(static_cast<float>(strengthOf(edge) * (style.detail ? 1 : farStrength)));
            // Dashes too short to be seen only make noise.
            const bool dashes = line.dash * pixels > 1.2;
            all.push_back({&edge.points, line.colour.rgba(), line.width * pixels, dashes ? line.dash * pixels : 0,
                           dashes ? line.gap * pixels : 0, 0, line.endGap * pixels});
        }
        rasterLines(image, all, {pixels, m_view.origin});
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
        names();
        for (const Group& group : m_drawing.groups) {
            if (!group.collapsed && wanted(group.rect, 60))
                drawChip(m_painter, group, m_view);
        }
        if (m_view.focused >= 0 && shown(m_view.focused))
            drawFocus(m_painter, node(m_view.focused), m_view);
    }

private:
    const Node& node(int index) const { return m_drawing.nodes[static_cast<std::size_t>(index)]; }
    bool shown(int index) const { return node(index).shown; }

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
        return style;
    }

    bool visibleEdge(const Edge& edge) const
    {
        if (edge.points.empty() || (edge.kind == EdgeKind::latent && !m_view.latent && m_view.lens != Lens::isolation))
            return false;
        return wanted(boundsOf(edge.points), 12 * m_view.scale + 4);
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
            for (const Edge& edge : m_drawing.edges) {
                if (edge.lit != Lit::none && visibleEdge(edge))
                    drawLitBand(m_painter, edge.points, edge.lit, style);
            }
            for (const Bundle& bundle : m_drawing.bundles) {
                if (bundle.lit != Lit::none && wanted(boundsOf(bundle.points), 12))
                    drawLitBand(m_painter, bundle.points, bundle.lit, style);
            }
        });
    }

    double strengthOf(const Edge& edge) const
    {
        if (m_view.hovered >= 0)
            return edge.from == m_view.hovered || edge.to == m_view.hovered ? 1 : othersOnHover;
        if (m_view.isFilteredOut(edge.from) || m_view.isFilteredOut(edge.to))
            return edge.lit != Lit::none ? 1 : 0.28;
        return edge.novelty == Novelty::gone ? 0.5 : 1;
    }

    void lines()
    {
        EdgeStyle style = edgeStyle();
        const bool far = m_view.zoom() == Zoom::far;
        inScene([&] {
            for (const Bundle& bundle : m_drawing.bundles) {
                if (bundle.lit == Lit::none && !m_rastered && wanted(boundsOf(bundle.points), 8))
                    drawBundle(m_painter, bundle, style);
            }
            for (const bool lit : {false, true}) {
                for (std::size_t i = 0; i < m_drawing.edges.size(); ++i) {
                    const Edge& edge = m_drawing.edges[i];
                    if ((edge.lit != Lit::none) != lit)
                        continue;
                    style.detail = !far || lit;
                    PlainLine plain;
                    style.lineDone = m_rastered && plainLine(edge, style, plain);
                    if ((style.lineDone && !style.detail) || !visibleEdge(edge))
                        continue;
                    const bool selected = static_cast<int>(i) == m_view.selectedEdge;
                    if (selected)
                        m_painter.strokePath(bezierPath(edge.points),
                                             QPen(m_view.theme->accent, 5.5, Qt::SolidLine, Qt::FlatCap));
                    style.ground = lit ? m_view.theme->surf : groundOf(node(edge.to));
                    m_painter.setOpacity(strengthOf(edge) * (far && !lit ? farStrength : 1));
                    if (m_view.zoom() == Zoom::near)
                        drawEdge(m_painter, betweenCards(edge), style);
                    else
                        drawEdge(m_painter, edge, style);
                }
            }
            m_painter.setOpacity(1);
            style.detail = true;
            style.lineDone = false;
            for (const Bundle& bundle : m_drawing.bundles) {
                if (bundle.lit != Lit::none && wanted(boundsOf(bundle.points), 12))
                    drawBundle(m_painter, bundle, style);
            }
        });
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
        const double margin = m_view.zoom() == Zoom::near ? 60 : 8;
        for (std::size_t i = 0; i < m_drawing.nodes.size(); ++i) {
            const Node& n = m_drawing.nodes[i];
            if (n.shown && wanted(cellOf(n), margin))
                drawNode(m_painter, n, static_cast<int>(i), m_view);
        }
    }

    void names()
    {
        if (m_view.zoom() == Zoom::far) {
            farNames();
            return;
        }
        for (std::size_t i = 0; i < m_drawing.nodes.size(); ++i) {
            const Node& n = m_drawing.nodes[i];
            if (n.shown && wanted(cellOf(n), 40))
                drawName(m_painter, n, static_cast<int>(i), m_view, groundOf(n));
        }
        drawEdgeLabels(m_painter, m_drawing, m_view);
    }

    // Ways in keep their name at any zoom: the picture is read from there.
    void farNames()
    {
        for (const Node& n : m_drawing.nodes) {
            if (!n.shown || n.hasWall() || n.kind == NodeKind::outside || !wanted(cellOf(n), 40))
                continue;
            const QPointF at = m_view.toView(n.centre) + QPointF(0, dotRadius(m_view) + 14);
            drawHaloText(m_painter, at, elideMiddle(n.label, {11, QFont::DemiBold}, 110), {11, QFont::DemiBold},
                         m_view.theme->ink, m_view.theme->canvas);
        }
    }

    QPainter& m_painter;
    const Drawing& m_drawing;
    const View& m_view;
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
    Pass pass(painter, drawing, view);
    pass.paintUnder();
    pass.paintOver();
    painter.restore();
}

QImage drawingImage(const Drawing& drawing, const View& view, QSize size, double devicePixelRatio)
{
    QImage image(size * devicePixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(view.theme->canvas);
    View whole = view;
    whole.clip = QRectF(QPointF(), QSizeF(size));
    if (whole.stamps)
        whole.stamps->beginFrame(whole.scale);
    QPainter painter(&image);
    prepare(painter);
    Pass pass(painter, drawing, whole);
    pass.paintUnder();
    // Near by there are few lines, and they are cut at the cards' rims.
    if (whole.zoom() != Zoom::near) {
        painter.end();
        pass.rasterInto(image);
        painter.begin(&image);
        prepare(painter);
    }
    pass.paintOver();
    return image;
}

void paintMiniMap(QPainter& painter, const QRectF& box, const Drawing& drawing, const QRectF& seen, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.surf);
    painter.drawRoundedRect(box, 7, 7);
    painter.setClipRect(box.adjusted(1, 1, -1, -1));
    View view = fitted(drawing.bounds, box.size(), 8);
    view.origin -= box.topLeft() / view.scale;
    for (const Group& group : drawing.groups) {
        painter.setPen(QPen(theme.ns, 0.8));
        painter.setBrush(group.lit != Lit::none ? theme.litFill : theme.nsFill);
        painter.drawRoundedRect(view.toView(group.rect), 2, 2);
    }
    for (const Edge& edge : drawing.edges) {
        if (edge.lit == Lit::none || edge.points.empty())
            continue;
        QTransform place;
        place.scale(view.scale, view.scale);
        place.translate(-view.origin.x(), -view.origin.y());
        painter.setPen(QPen(edge.lit == Lit::direct ? theme.litRing : theme.litCase2, 2.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(place.map(bezierPath(edge.points)));
        painter.setPen(QPen(theme.lit, 0.8));
        painter.drawPath(place.map(bezierPath(edge.points)));
    }
    for (const Node& node : drawing.nodes) {
        const Mark worst = worstMark(node);
        if (!node.shown || worst == Mark::notApplicable)
            continue;
        const QPointF at = view.toView(node.centre);
        painter.fillRect(QRectF(at.x() - 1.7, at.y() - 1.7, 3.4, 3.4), markColour(theme, worst));
    }
    painter.setPen(QPen(theme.accent, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(view.toView(seen).intersected(box.adjusted(2, 2, -2, -2)));
    painter.restore();
}

} // namespace bartizan::diagram
