// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/badges.h"

#include "diagram/icons.h"

#include <QPainterPath>
#include <QPen>

namespace bartizan::diagram {

namespace {

constexpr double keyRadius = 7;
constexpr double imageHalf = 6;
constexpr double splitRadius = 5.4;

// A gap in a dotted rim is as wide as the pen says; Qt counts dashes in pen widths.
QPen dashed(const QColor& colour, double width, double dash, double gap)
{
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern({dash / width, gap / width});
    return pen;
}

} // namespace

void drawFirstCheckBadge(QPainter& painter, QPointF centre, double r, FirstCheck check, const Theme& theme)
{
    if (check == FirstCheck::none)
        return;
    const double s = r / keyRadius;
    const bool direct = check == FirstCheck::direct;
    // The key on the bright disc stays dark in both themes; in high contrast the disc is dark on white.
    const QColor ink = direct && (theme.dark || theme.strong) ? theme.canvas : theme.ink;
    painter.setBrush(direct ? theme.litRing : theme.surf);
    painter.setPen(direct ? QPen(ink, 1.1 * s) : dashed(ink, 1.1 * s, 2.2 * s, 1.6 * s));
    painter.drawEllipse(centre, r, r);
    const double side = 9.4 * s;
    drawIcon(painter, Icon::noCheck, QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), ink, 1.25);
}

void drawImageBadge(QPainter& painter, QPointF centre, double half, ImageReport report, const Theme& theme)
{
    if (report == ImageReport::none)
        return;
    const double s = half / imageHalf;
    const QColor colour = report == ImageReport::stale     ? theme.partial
                          : report == ImageReport::missing ? theme.unknown
                                                           : theme.present;
    const auto pen = [&](double width) { return QPen(colour, width * s, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin); };
    painter.setBrush(theme.surf);
    painter.setPen(pen(1.3));
    painter.drawRoundedRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), 2 * s, 2 * s);
    if (report == ImageReport::stale) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(pen(1.1));
        painter.drawEllipse(centre, 3.2 * s, 3.2 * s);
        painter.drawPolyline(QPolygonF{centre + QPointF(0, -1.8 * s), centre, centre + QPointF(1.4 * s, 0.6 * s)});
    } else if (report == ImageReport::missing) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        for (const double x : {-2.8, 0.0, 2.8})
            painter.drawEllipse(centre + QPointF(x * s, 0), 0.95 * s, 0.95 * s);
    } else {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(pen(1.4));
        painter.drawPolyline(QPolygonF{centre + QPointF(-2.8 * s, 0.2 * s), centre + QPointF(-0.8 * s, 2.2 * s),
                                       centre + QPointF(2.9 * s, -2.2 * s)});
    }
}

void drawSaysIsBadge(QPainter& painter, QPointF centre, double r, SaysIs state, const Theme& theme)
{
    if (state == SaysIs::agree)
        return;
    const double s = r / splitRadius;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.surf);
    painter.drawEllipse(centre, r + 1.6 * s, r + 1.6 * s);
    const double apart = 1.8 * s;
    for (const bool left : {true, false}) {
        const bool filled = state == SaysIs::differ || left == (state == SaysIs::configuredOnly);
        const double shift = left ? -apart / 2 : apart / 2;
        const QRectF box(centre.x() - r + shift, centre.y() - r, 2 * r, 2 * r);
        const double inset = filled ? 0 : 0.6 * s;
        QPainterPath half;
        half.arcMoveTo(box.adjusted(inset, inset, -inset, -inset), 90);
        half.arcTo(box.adjusted(inset, inset, -inset, -inset), 90, left ? 180 : -180);
        half.closeSubpath();
        if (filled)
            painter.fillPath(half, theme.ink);
        else
            painter.strokePath(half, QPen(theme.ink, 1.2 * s, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    }
}

void drawKeyBead(QPainter& painter, QPointF centre, double r, const Theme& theme)
{
    const double s = r / 8;
    painter.setBrush(theme.presentT);
    painter.setPen(QPen(theme.present, 1.4 * s));
    painter.drawEllipse(centre, r, r);
    const double side = 10 * s;
    drawIcon(painter, Icon::identity, QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), theme.present, 1.1);
}

void drawBadges(QPainter& painter, QPointF centre, double s, const Node& node, const Theme& theme, bool tick)
{
    // Relayed reach is worth a badge only where the data is sensitive; the rest stays in the inspector.
    const bool relayedCounts = node.sensitivity >= Sensitivity::confidential;
    if (node.firstCheck == FirstCheck::direct || (node.firstCheck == FirstCheck::relayed && relayedCounts))
        drawFirstCheckBadge(painter, centre + QPointF(-26, -26) * s, keyRadius * s, node.firstCheck, theme);
    if (node.image != ImageReport::reported || tick)
        drawImageBadge(painter, centre + QPointF(26, -26) * s, imageHalf * s, node.image, theme);
    drawSaysIsBadge(painter, centre + QPointF(26, 24) * s, splitRadius * s, node.saysIs, theme);
}

} // namespace bartizan::diagram
