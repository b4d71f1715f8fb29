// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/ring.h"

#include "diagram/icons.h"
#include "diagram/marks.h"
#include "diagram/stones.h"
#include "diagram/text.h"

#include <QPainterPath>
#include <QPen>

#include <algorithm>
#include <array>
#include <cmath>

namespace bartizan::diagram {

namespace {

constexpr double dimmed = 0.3;
constexpr double pipWidth = 2.6;
constexpr double pipHeight = 2.2;
constexpr double pipGap = 1.2;

void disc(QPainter& painter, QPointF centre, double radius, const QColor& fill, const QPen& pen = Qt::NoPen)
{
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawEllipse(centre, radius, radius);
}

void drawPips(QPainter& painter, QPointF left, double s, int pips, const QColor& colour)
{
    for (int i = 0; i < pips; ++i)
        painter.fillRect(QRectF(left.x() + i * (pipWidth + pipGap) * s, left.y(), pipWidth * s, pipHeight * s), colour);
}

double pipsWidth(int pips)
{
    return pips * pipWidth + (pips - 1) * pipGap;
}

void drawDotMark(QPainter& painter, double r, Mark worst, const Theme& theme)
{
    const QPen casing(theme.surf, 0.4 * r, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    QPainterPath shape;
    if (worst == Mark::missing) {
        shape.moveTo(-0.78 * r, -0.68 * r);
        shape.lineTo(0.78 * r, -0.68 * r);
        shape.lineTo(0, 0.86 * r);
        shape.closeSubpath();
    } else if (worst == Mark::partial) {
        shape.addRect(QRectF(-0.68 * r, -0.33 * r, 1.36 * r, 0.66 * r));
    } else if (worst == Mark::unknown) {
        for (const double x : {-0.5, 0.0, 0.5})
            shape.addEllipse(QPointF(x * r, 0), 0.21 * r, 0.21 * r);
    } else {
        return;
    }
    painter.strokePath(shape, casing);
    painter.fillPath(shape, markColour(theme, worst));
}

} // namespace

void drawKeep(QPainter& painter, QPointF centre, double scale, const Node& node, const Theme& theme, double grow)
{
    const double s = scale * grow;
    const int level = static_cast<int>(node.sensitivity);
    const int pips = level;
    const QColor ink = theme.onCore(level);
    disc(painter, centre, ring::keep * s, theme.core.at(static_cast<std::size_t>(level)), QPen(theme.coreLine, 1 * std::sqrt(s)));
    const double raised = pips > 0 ? 2.4 * s : 0;
    const double side = 14 * s;
    drawIcon(painter, iconFor(node.kind), QRectF(centre.x() - side / 2, centre.y() - side / 2 - raised, side, side), ink);
    if (pips > 0)
        drawPips(painter, centre + QPointF(-pipsWidth(pips) * s / 2, 6.9 * s), s, pips, ink);
}

void drawRing(QPainter& painter, QPointF centre, double scale, const Node& node, const RingStyle& style)
{
    const Theme& theme = *style.theme;
    const QTransform before = painter.transform();
    painter.translate(centre);
    if (node.lit != Lit::none)
        disc(painter, {}, ring::halo * scale, theme.litFill, QPen(theme.litRing, ring::haloPen * scale));
    else
        disc(painter, {}, ring::surface * scale, theme.surf);
    const double opacity = painter.opacity();
    for (int i = 0; i < layerCount; ++i) {
        Stone stone = node.stones[static_cast<std::size_t>(i)];
        stone.worse = stone.worse && style.lens == Lens::change;
        painter.setOpacity(stoneDimmed(i, stone, style.lens) ? opacity * dimmed : opacity);
        drawStone(painter, i, scale, stone, theme);
    }
    painter.setOpacity(opacity);
    drawKeep(painter, {}, scale, node, theme, style.lens == Lens::sensitivity ? 1.25 : 1);
    painter.setTransform(before);
}

void drawEntry(QPainter& painter, QPointF centre, double scale, const Node& node, const Theme& theme)
{
    disc(painter, centre, ring::entry * scale, theme.litFill, QPen(theme.litRing, 3 * scale));
    const double side = 20 * scale;
    drawIcon(painter, iconFor(node.kind), QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), theme.ink);
}

void drawOutside(QPainter& painter, QPointF centre, double scale, const Node& node, const Theme& theme)
{
    const double half = ring::outsideHalf * scale;
    painter.setPen(QPen(node.lit != Lit::none ? theme.litRing : theme.line2, node.lit != Lit::none ? 3 * scale : 1.2));
    painter.setBrush(theme.surf);
    painter.drawRoundedRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), 6 * scale, 6 * scale);
    const double side = 18 * scale;
    drawIcon(painter, iconFor(node.kind), QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), theme.ink);
}

void drawDot(QPainter& painter, QPointF centre, double r, const Node& node, const RingStyle& style)
{
    const Theme& theme = *style.theme;
    if (!node.hasWall()) {
        const bool way = node.kind != NodeKind::outside;
        disc(painter, centre, r, way ? theme.litFill : theme.surf, QPen(way ? theme.litRing : theme.line2, 0.3 * r));
        return;
    }
    const QTransform before = painter.transform();
    painter.translate(centre);
    disc(painter, {}, r, theme.footN, QPen(theme.line2, 0.7));
    const MarkCounts counts = requiredCounts(node);
    const int whole = counts.total();
    if (whole > 0 && counts[Mark::present] == whole) {
        disc(painter, {}, r, theme.present);
    } else if (counts[Mark::present] > 0) {
        const int share = counts[Mark::present] * 360 * 16 / whole;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.present);
        painter.drawPie(QRectF(-r, -r, 2 * r, 2 * r), 90 * 16, -share);
    }
    drawDotMark(painter, r, worstMark(node, style.lens), theme);
    if (node.lit != Lit::none)
        disc(painter, {}, r + 1, Qt::transparent, QPen(theme.litRing, std::max(1.6, 0.3 * r)));
    if (node.sensitivity == Sensitivity::restricted)
        disc(painter, {}, r, Qt::transparent, QPen(theme.ink, 1.3));
    painter.setTransform(before);
}

double drawSensitivityPill(QPainter& painter, double right, double middle, Sensitivity level, const Theme& theme, double size,
                           Words words)
{
    static const std::array<const char*, 4> names = {"open data", "internal", "confidential", "restricted"};
    const int index = static_cast<int>(level);
    const QString name = say(words, QLatin1String(names[static_cast<std::size_t>(index)]));
    const TextStyle text{11 * size, QFont::DemiBold};
    const double pips = index > 0 ? (pipsWidth(index) * 1.3 + 7) * size : 0;
    const double width = textWidth(name, text) + pips + 18 * size;
    const QRectF pill(right - width, middle - 9 * size, width, 18 * size);
    const QColor ink = theme.onCore(index);
    painter.setPen(QPen(theme.coreLine, index == 3 ? 0 : 1));
    if (index == 3)
        painter.setPen(Qt::NoPen);
    painter.setBrush(theme.core[static_cast<std::size_t>(index)]);
    painter.drawRoundedRect(pill, 4 * size, 4 * size);
    if (index > 0)
        drawPips(painter, {pill.left() + 9 * size, middle - 1.4 * size}, 1.3 * size, index, ink);
    drawText(painter, {pill.left() + 9 * size + pips, middle + textCapHeight(text) / 2}, name, text, ink);
    return width;
}

} // namespace bartizan::diagram
