// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/stones.h"

#include "diagram/marks.h"
#include "diagram/ring.h"

#include <QPainterPath>
#include <QPen>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace bartizan::diagram {

namespace {

constexpr std::array<double, layerCount> starts = {162.25, 181.25, 208.25, 227.25, 246.25, 273.25, 300.25, 319.25,
                                                   346.25, 365.25, 384.25, 411.25, 430.25, 449.25, 476.25, 495.25};

QPointF polar(double degrees, double radius)
{
    const double radians = degrees * std::numbers::pi / 180;
    return {std::cos(radians) * radius, std::sin(radians) * radius};
}

QRectF circle(double radius)
{
    return {-radius, -radius, 2 * radius, 2 * radius};
}

// Qt counts angles counter-clockwise.
QPainterPath sector(double start, double arc, double inner, double outer)
{
    QPainterPath path;
    path.arcMoveTo(circle(outer), -start);
    path.arcTo(circle(outer), -start, -arc);
    path.arcTo(circle(inner), -start - arc, arc);
    path.closeSubpath();
    return path;
}

void drawWedge(QPainter& painter, int layer, double s, const Theme& theme, const Stone& stone)
{
    const double middle = stoneMiddle(layer);
    const bool filled = stone.required;
    const double half = filled ? 7 : 5.5;
    const double base = ring::outer * s + (filled ? 0.9 : -0.2) * s;
    const double tip = ring::inner * s + (filled ? 0.2 : 1.8) * s;
    QPainterPath wedge(polar(middle - half, base));
    wedge.lineTo(polar(middle + half, base));
    wedge.lineTo(polar(middle, tip));
    wedge.closeSubpath();
    const double pen = filled ? 0.7 * s : 1.1 * std::max(0.8, std::sqrt(s));
    painter.setPen(QPen(theme.missing, pen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(filled ? QBrush(theme.missing) : QBrush(Qt::NoBrush));
    painter.drawPath(wedge);
    if (stone.accepted) {
        const double across = (base + tip) / 2 + 0.6 * s;
        painter.setPen(QPen(theme.surf, 1.2 * s, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(polar(middle - 8, across), polar(middle + 8, across));
    }
}

void drawDots(QPainter& painter, int layer, double s, const Theme& theme)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.unknown);
    const double radius = (ring::inner + ring::outer) / 2 * s;
    for (const double part : {1 / 6.0, 0.5, 5 / 6.0})
        painter.drawEllipse(polar(stoneStart(layer) + ring::stoneArc * part, radius), 1.15 * s, 1.15 * s);
}

void drawNotApplicable(QPainter& painter, int layer, double s, const Theme& theme)
{
    constexpr double inset = 2;
    painter.setPen(QPen(theme.na, std::max(0.8, 0.8 * s), Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    QPainterPath arc;
    const double radius = (ring::inner + 0.5) * s;
    arc.arcMoveTo(circle(radius), -stoneStart(layer) - inset);
    arc.arcTo(circle(radius), -stoneStart(layer) - inset, -ring::stoneArc + 2 * inset);
    painter.drawPath(arc);
}

} // namespace

double stoneStart(int layer)
{
    return starts.at(static_cast<std::size_t>(layer));
}
double stoneMiddle(int layer)
{
    return stoneStart(layer) + ring::stoneArc / 2;
}

void drawStone(QPainter& painter, int layer, double s, const Stone& stone, const Theme& theme)
{
    const double start = stoneStart(layer);
    const double inner = ring::inner * s;
    const double outer = ring::outer * s;
    if (stone.mark == Mark::notApplicable) {
        drawNotApplicable(painter, layer, s, theme);
        return;
    }
    const QPainterPath full = sector(start, ring::stoneArc, inner, outer);
    painter.fillPath(full, stone.mark == Mark::present ? theme.present : footingColour(theme, stone));
    if (stone.mark == Mark::partial)
        painter.fillPath(sector(start, ring::stoneArc, inner, inner + 0.46 * (outer - inner)), theme.partial);
    else if (stone.mark == Mark::missing)
        drawWedge(painter, layer, s, theme, stone);
    else if (stone.mark == Mark::unknown)
        drawDots(painter, layer, s, theme);
    if (stone.worse) {
        painter.setPen(QPen(theme.accent, 1.6, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(sector(start - 1, ring::stoneArc + 2, inner - 0.8, outer + 0.8));
    }
}

bool stoneDimmed(int layer, const Stone& stone, Lens lens)
{
    switch (lens) {
    case Lens::sensitivity:
        return true;
    case Lens::saysIs:
        return stone.configurationOnly;
    case Lens::change:
        return !stone.worse;
    default:
        return !lensLooksAt(lens, layer);
    }
}

} // namespace bartizan::diagram
