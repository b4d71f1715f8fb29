// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/marks.h"

#include "diagram/square_image.h"
#include <QPainterPath>
#include <QPen>

#include <algorithm>

namespace bartizan::diagram {

namespace {

QPainterPath triangle(QPointF a, QPointF b, QPointF c)
{
    QPainterPath path(a);
    path.lineTo(b);
    path.lineTo(c);
    path.closeSubpath();
    return path;
}

void drawDots(QPainter& painter, const QColor& colour)
{
    painter.setBrush(colour);
    painter.setPen(Qt::NoPen);
    for (const double x : {2.2, 6.0, 9.8})
        painter.drawEllipse(QPointF(x, 6), 1.35, 1.35);
}

void drawWedge(QPainter& painter, const Theme& theme, MarkStyle style)
{
    if (style.hollow) {
        painter.setPen(QPen(theme.missing, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(triangle({1.6, 1.8}, {10.4, 1.8}, {6, 10.4}));
        return;
    }
    painter.fillPath(triangle({0.8, 1.2}, {11.2, 1.2}, {6, 11}), theme.missing);
    if (style.accepted)
        painter.fillRect(QRectF(0.4, 4.4, 11.2, 1.7), theme.surf);
}

} // namespace

QColor markColour(const Theme& theme, Mark mark)
{
    switch (mark) {
    case Mark::present:
        return theme.present;
    case Mark::partial:
        return theme.partial;
    case Mark::missing:
        return theme.missing;
    case Mark::unknown:
        return theme.unknown;
    case Mark::notApplicable:
        break;
    }
    return theme.na;
}

QColor markTint(const Theme& theme, Mark mark)
{
    switch (mark) {
    case Mark::present:
        return theme.presentT;
    case Mark::partial:
        return theme.partialT;
    case Mark::missing:
        return theme.missingT;
    case Mark::unknown:
        return theme.unknownT;
    case Mark::notApplicable:
        break;
    }
    return theme.naT;
}

QColor footingColour(const Theme& theme, const Stone& stone)
{
    if (!stone.required)
        return theme.footN;
    switch (stone.mark) {
    case Mark::partial:
        return theme.footH;
    case Mark::missing:
        return theme.footM;
    case Mark::unknown:
        return theme.footU;
    case Mark::present:
    case Mark::notApplicable:
        break;
    }
    return theme.footN;
}

void drawMark(QPainter& painter, Mark mark, const QRectF& box, const Theme& theme, MarkStyle style)
{
    const QTransform before = painter.transform();
    painter.translate(box.topLeft());
    painter.scale(box.width() / 12, box.height() / 12);
    painter.setPen(Qt::NoPen);
    switch (mark) {
    case Mark::present:
        painter.setBrush(theme.present);
        painter.drawRoundedRect(QRectF(1, 1, 10, 10), 1.6, 1.6);
        break;
    case Mark::partial: {
        // The lower part of the same square: corners round only below.
        QPainterPath square;
        square.addRoundedRect(QRectF(1, 1, 10, 10), 1.6, 1.6);
        QPainterPath lower;
        lower.addRect(QRectF(0, 6.2, 12, 6));
        painter.fillPath(square.intersected(lower), theme.partial);
        break;
    }
    case Mark::missing:
        drawWedge(painter, theme, style);
        break;
    case Mark::unknown:
        drawDots(painter, theme.unknown);
        break;
    case Mark::notApplicable:
        painter.fillRect(QRectF(3, 5.4, 6, 1.2), theme.na);
        break;
    }
    painter.setTransform(before);
}

QImage markImage(Mark mark, int pixels, const Theme& theme, double devicePixelRatio)
{
    return squareImage(pixels, devicePixelRatio,
                       [&](QPainter& painter, const QRectF& box) { drawMark(painter, mark, box, theme); });
}

double countMarkWidth(const MarkCounts& counts, const CountMarkSize& size)
{
    const int cells = counts.total() - counts[Mark::notApplicable];
    return cells == 0 ? 0 : cells * size.cell + (cells - 1) * size.gap;
}

void drawCountMark(QPainter& painter, QPointF topLeft, const MarkCounts& counts, const Theme& theme, const CountMarkSize& size)
{
    double x = topLeft.x();
    const double top = topLeft.y();
    painter.setPen(Qt::NoPen);
    for (const Mark mark : {Mark::missing, Mark::partial, Mark::unknown, Mark::present}) {
        for (int i = 0; i < counts[mark]; ++i, x += size.cell + size.gap) {
            const QRectF cell(x, top, size.cell, size.height);
            painter.fillRect(cell, mark == Mark::present ? theme.present : footingColour(theme, {mark, true}));
            if (mark == Mark::partial) {
                painter.fillRect(cell.adjusted(0, size.height * 0.54, 0, 0), theme.partial);
            } else if (mark == Mark::missing) {
                painter.fillPath(triangle(cell.topLeft(), cell.topRight(), {cell.center().x(), cell.bottom()}), theme.missing);
            } else if (mark == Mark::unknown) {
                painter.setBrush(theme.unknown);
                for (const double y : {1 / 6.0, 0.5, 5 / 6.0})
                    painter.drawEllipse(QPointF(cell.center().x(), top + size.height * y), 1.1, 1.1);
            }
        }
    }
}

QColor severityColour(const Theme& theme, Severity severity)
{
    switch (severity) {
    case Severity::critical:
        return theme.critical;
    case Severity::high:
        return theme.high;
    case Severity::medium:
        return theme.medium;
    case Severity::low:
        return theme.low;
    case Severity::info:
        break;
    }
    return theme.info;
}

QString severityName(Severity severity)
{
    static constexpr std::array<const char*, 5> names = {"Critical", "High", "Medium", "Low", "Info"};
    return QLatin1String(names.at(static_cast<std::size_t>(severity)));
}

void drawSeverityBars(QPainter& painter, Severity severity, const QRectF& box, const Theme& theme)
{
    const int filled = 4 - static_cast<int>(severity);
    const double unit = box.width() / 14;
    for (int i = 0; i < 4; ++i) {
        const double height = box.height() * (0.4 + 0.2 * i);
        const QRectF bar(box.left() + i * 3.6 * unit, box.bottom() - height, 2.6 * unit, height);
        painter.fillRect(bar, i < filled ? severityColour(theme, severity) : theme.line);
    }
}

} // namespace bartizan::diagram
