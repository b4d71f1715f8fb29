// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/edges.h"

#include "diagram/badges.h"
#include "diagram/curve.h"
#include "diagram/marks.h"

#include <QPainterPath>
#include <QPen>

#include <algorithm>

namespace bartizan::diagram {

namespace {

constexpr double plainWidth = 1.4;
constexpr double conduitWidth = 3.8;
constexpr double conduitCore = 1.6;
constexpr double litWidth = 2.2;
constexpr double headLength = 8;
constexpr double headWidth = 7.4;
constexpr double litHeadLength = 11;
constexpr double litHeadWidth = 10.4;
constexpr double blockedAt = 0.62;

bool blocked(const Edge& edge)
{
    return edge.blocked.value_or(false);
}

QPointF across(QPointF direction)
{
    return {-direction.y(), direction.x()};
}

// Dashes are given in scene units; Qt counts them in pen widths.
void setDashes(QPen& pen, EdgeKind kind)
{
    const double w = pen.widthF();
    if (kind == EdgeKind::declared)
        pen.setDashPattern({11 / w, 4 / w});
    else if (kind == EdgeKind::inferred)
        pen.setDashPattern({5 / w, 4 / w});
    else if (kind == EdgeKind::latent) {
        pen.setCapStyle(Qt::RoundCap);
        pen.setDashPattern({0.01, 4.2 / w});
    }
}

QColor lineColour(const Edge& edge, const EdgeStyle& style)
{
    const Theme& theme = *style.theme;
    if (edge.lit != Lit::none)
        return theme.lit;
    if (edge.blastRadius || style.blast)
        return theme.accent;
    if (style.lens == Lens::encryption) {
        switch (edge.channel) {
        case Channel::mutual:
        case Channel::tls:
            return theme.present;
        case Channel::tlsUnverified:
            return theme.partial;
        case Channel::plain:
            return theme.missing;
        case Channel::unknown:
            return theme.unknown;
        }
    }
    return edge.kind == EdgeKind::latent ? theme.edgeLatent : theme.edge;
}

void strokeLine(QPainter& painter, const QPainterPath& path, const QColor& colour, double width, EdgeKind kind, double minWidth)
{
    QPen pen(colour, std::max(width, minWidth), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    setDashes(pen, kind);
    painter.strokePath(path, pen);
}

void strokeConduit(QPainter& painter, const QPainterPath& path, const Edge& edge, const EdgeStyle& style, const QColor& colour)
{
    const bool lens = style.lens == Lens::encryption && edge.lit == Lit::none;
    const bool tls = edge.channel == Channel::tls || edge.channel == Channel::tlsUnverified;
    if (lens && (tls || edge.channel == Channel::mutual)) {
        strokeLine(painter, path, colour, conduitWidth, edge.kind, style.minWidth);
        if (tls)
            painter.strokePath(path, QPen(style.ground, conduitCore, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        return;
    }
    const bool strong = edge.lit != Lit::none || edge.blastRadius || style.blast;
    const double width = edge.lit != Lit::none ? litWidth * style.litUnit : strong ? litWidth : plainWidth;
    strokeLine(painter, path, colour, width, edge.lit != Lit::none ? EdgeKind::observed : edge.kind, style.minWidth);
}

void drawTick(QPainter& painter, QPointF at, QPointF direction, const QColor& colour, double length, double unit = 1)
{
    const QPointF side = across(direction) * (length * unit / 2);
    painter.setPen(QPen(colour, 2 * unit, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(at - side, at + side);
}

void drawHead(QPainter& painter, const Curve& curve, const Edge& edge, const EdgeStyle& style, const QColor& colour)
{
    const bool lit = edge.lit != Lit::none;
    const double grow = style.lens == Lens::authentication ? 1.3 : 1;
    const double unit = lit ? style.litUnit : 1;
    const double length = (lit ? litHeadLength : headLength) * grow * unit;
    const double width = (lit ? litHeadWidth : headWidth) * grow * unit;
    const QPointF tip = curve.at(curve.length());
    const QPointF back = curve.at(std::max(0.0, curve.length() - length));
    QPointF direction = tip - back;
    const double size = std::hypot(direction.x(), direction.y());
    direction = size > 0 ? direction / size : QPointF(1, 0);
    const QPointF base = tip - direction * length;
    QPainterPath head(tip);
    head.lineTo(base + across(direction) * (width / 2));
    head.lineTo(base - across(direction) * (width / 2));
    head.closeSubpath();
    painter.setPen(QPen(colour, lit ? 1.8 * unit : 1.3, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(edge.personChecked ? colour : style.ground);
    painter.drawPath(head);
}

void drawChevrons(QPainter& painter, const Curve& curve, double end, const QColor& colour, double unit)
{
    painter.setPen(QPen(colour, 2 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (double at = 16 * unit; at < end - 8 * unit; at += 24 * unit) {
        const QPointF tip = curve.at(at);
        const QPointF direction = curve.direction(at);
        const QPointF back = tip - direction * (3.6 * unit);
        painter.drawPolyline(QPolygonF{back + across(direction) * (3.8 * unit), tip, back - across(direction) * (3.8 * unit)});
    }
}

void drawBlocked(QPainter& painter, const Curve& curve, const QColor& bars)
{
    const double at = curve.length() * blockedAt;
    for (const double offset : {-2.2, 2.2})
        drawTick(painter, curve.at(at + offset), curve.direction(at), bars, 15);
}

} // namespace

void drawLitBand(QPainter& painter, const std::vector<QPointF>& points, Lit lit, const EdgeStyle& style)
{
    if (lit == Lit::none || points.empty())
        return;
    const Curve curve(points);
    const QPainterPath path = style.litPart < 1 ? curve.path(0, curve.length() * style.litPart) : bezierPath(points);
    const auto band = [&](double width, const QColor& colour) {
        painter.strokePath(path, QPen(colour, width * style.litUnit, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    };
    if (lit == Lit::direct) {
        band(15, style.theme->litCase2);
        band(9.5, style.theme->litCase);
    } else {
        band(11, style.theme->litCase2);
    }
}

void drawEdge(QPainter& painter, const Edge& edge, const EdgeStyle& style)
{
    if (edge.points.empty())
        return;
    const QColor colour = lineColour(edge, style);
    if (!style.detail) {
        if (!style.lineDone)
            strokeConduit(painter, bezierPath(edge.points), edge, style, colour);
        return;
    }
    // Most lines that cross a picture begin and end outside it.
    if (style.lineDone && !edge.checkEnforced && !style.seen.isNull() && !style.seen.contains(edge.points.back()) &&
        (edge.channel != Channel::mutual || !style.seen.contains(edge.points.front())))
        return;
    const Curve curve(edge.points);
    const bool lit = edge.lit != Lit::none;
    const double drawn = lit && style.litPart < 1 ? curve.length() * style.litPart : curve.length();
    const double unit = lit ? style.litUnit : 1;
    const double head = blocked(edge) ? 0 : lit ? litHeadLength * unit : headLength;
    const double end = std::max(0.0, drawn - head * 0.9);
    if (blocked(edge)) {
        const double wall = curve.length() * blockedAt;
        strokeConduit(painter, curve.path(0, wall), edge, style, colour);
        strokeLine(painter, curve.path(wall + 4, curve.length()), style.theme->edgeLatent, plainWidth, EdgeKind::latent,
                   style.minWidth);
        drawBlocked(painter, curve, style.theme->ink);
    } else if (!style.lineDone) {
        strokeConduit(painter, curve.path(0, end), edge, style, colour);
    }
    if (lit)
        drawChevrons(painter, curve, end, colour, style.litUnit);
    if (drawn < curve.length())
        return;
    const bool mutual = edge.channel == Channel::mutual;
    if ((mutual || edge.channel == Channel::tls || edge.channel == Channel::tlsUnverified) && !blocked(edge))
        drawTick(painter, curve.at(end - 4 * unit), curve.direction(end - 4 * unit), colour, lit ? 13 : 11, unit);
    if (mutual)
        drawTick(painter, curve.at(5 * unit), curve.direction(5 * unit), colour, lit ? 13 : 11, unit);
    if (!blocked(edge))
        drawHead(painter, curve, edge, style, colour);
    if (edge.checkEnforced && curve.length() > 40)
        drawKeyBead(painter, curve.at(curve.length() * 0.45), 8, *style.theme);
}

bool plainLine(const Edge& edge, const EdgeStyle& style, PlainLine& line)
{
    const bool conduit =
        style.lens == Lens::encryption &&
        (edge.channel == Channel::tls || edge.channel == Channel::tlsUnverified || edge.channel == Channel::mutual);
    if (edge.lit != Lit::none || edge.points.empty() ||
        (style.detail && (blocked(edge) || conduit || edge.kind == EdgeKind::latent)))
        return false;
    line.colour = lineColour(edge, style);
    line.width = std::max(edge.blastRadius || style.blast ? litWidth : conduit ? conduitWidth : plainWidth, style.minWidth);
    line.dash = edge.kind == EdgeKind::declared   ? 11
                : edge.kind == EdgeKind::inferred ? 5
                : edge.kind == EdgeKind::latent   ? 1.4
                                                  : 0;
    line.gap = edge.kind == EdgeKind::observed ? 0 : edge.kind == EdgeKind::latent ? 4.2 : 4;
    line.endGap = style.detail ? headLength * 0.9 : 0;
    return true;
}

double bundleWidth(int calls)
{
    if (calls <= 1)
        return 0.8;
    if (calls <= 5)
        return 1.2;
    return calls <= 20 ? 2 : 3.2;
}

QColor bundleColour(const Bundle& bundle, const EdgeStyle& style, double& width)
{
    width = std::max(bundleWidth(static_cast<int>(bundle.edges.size())), style.minWidth);
    if (style.blast) {
        width = std::max(width, litWidth);
        return style.theme->accent;
    }
    QColor colour = style.theme->edge;
    colour.setAlphaF(0.38F);
    return colour;
}

void drawBundle(QPainter& painter, const Bundle& bundle, const EdgeStyle& style)
{
    if (bundle.points.empty())
        return;
    if (bundle.lit != Lit::none) {
        Edge edge;
        edge.points = bundle.points;
        edge.lit = bundle.lit;
        drawEdge(painter, edge, style);
        return;
    }
    double width = 0;
    const QColor colour = bundleColour(bundle, style, width);
    painter.strokePath(bezierPath(bundle.points), QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
}

} // namespace bartizan::diagram
