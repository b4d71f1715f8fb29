// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/cell_delegate.h"

#include "app/desktop/models/table_model.h"
#include "app/desktop/palette.h"
#include "diagram/badges.h"
#include "diagram/text.h"

#include <QPainter>

#include <algorithm>

namespace bartizan::desktop {

namespace {

constexpr double margin = 8;
constexpr double signGap = 6;
constexpr double partGap = 10;
constexpr double swatchWidth = 26;
constexpr double plate = 5; // around a critical word, each side

diagram::TextStyle styleOf(const CellPart& part)
{
    if (part.code)
        return {11.5, QFont::Normal, true};
    return {12.5, part.tone == Tone::strong ? QFont::DemiBold : QFont::Normal, false};
}

double signWidth(const CellPart& part)
{
    if (part.swatch)
        return swatchWidth;
    if (part.severity)
        return 14;
    if (part.check)
        return 15;
    if (part.icon)
        return 14;
    return part.mark ? 12 : 0;
}

bool onPlate(const CellPart& part)
{
    return part.severity == diagram::Severity::critical;
}

double partWidth(const CellPart& part)
{
    const double sign = signWidth(part);
    const double words = part.text.isEmpty() ? 0 : diagram::textWidth(part.text, styleOf(part)) + (onPlate(part) ? 2 * plate : 0);
    return sign + words + (sign > 0 && words > 0 ? signGap : 0);
}

QColor inkOf(const CellPart& part, const diagram::Theme& theme)
{
    if (part.severity == diagram::Severity::critical)
        return theme.onCritical;
    if (part.severity == diagram::Severity::high)
        return theme.high;
    switch (part.tone) {
    case Tone::quiet:
        return theme.ink2;
    case Tone::link:
        return theme.accent;
    default:
        return theme.ink;
    }
}

// A strong band is direct, a pale one relayed, dots are lateral.
void drawSwatch(QPainter& painter, Swatch swatch, QPointF leftMiddle, const diagram::Theme& theme)
{
    const QPointF right = leftMiddle + QPointF(swatchWidth, 0);
    const auto line = [&](const QColor& colour, double width, Qt::PenStyle style) {
        painter.setPen(QPen(colour, width, style, Qt::FlatCap));
        painter.drawLine(leftMiddle, right);
    };
    if (swatch == Swatch::lateral)
        return line(theme.ink2, 1.6, Qt::DotLine);
    line(theme.litCase2, swatch == Swatch::direct ? 12 : 9, Qt::SolidLine);
    if (swatch == Swatch::direct)
        line(theme.litCase, 8, Qt::SolidLine);
    line(theme.lit, 2, Qt::SolidLine);
}

void drawSign(QPainter& painter, const CellPart& part, QPointF leftMiddle, const diagram::Theme& theme)
{
    const QPointF at = leftMiddle;
    if (part.swatch)
        drawSwatch(painter, *part.swatch, at, theme);
    else if (part.severity)
        diagram::drawSeverityBars(painter, *part.severity, QRectF(at.x(), at.y() - 6, 14, 12), theme);
    else if (part.check)
        diagram::drawFirstCheckBadge(painter, at + QPointF(7.5, 0), 7, *part.check, theme);
    else if (part.icon)
        diagram::drawIcon(painter, *part.icon, QRectF(at.x(), at.y() - 7, 14, 14),
                          part.tone == Tone::link ? theme.accent : theme.ink2);
    else if (part.mark)
        diagram::drawMark(painter, *part.mark, QRectF(at.x(), at.y() - 6, 12, 12), theme, part.markStyle);
}

} // namespace

void drawCell(QPainter& painter, const QRectF& box, const Cell& cell, const diagram::Theme& theme, bool rightAligned)
{
    double x = box.left();
    if (rightAligned)
        x = std::max(x, box.right() - CellDelegate::widthOf(cell));
    for (const CellPart& part : cell) {
        const double room = box.right() - x;
        if (room < 8 && room < partWidth(part) - 0.5) // a single figure is narrower than that
            break;
        const double sign = signWidth(part);
        if (sign > 0)
            drawSign(painter, part, {x, box.center().y()}, theme);
        double textLeft = x + sign + (sign > 0 && !part.text.isEmpty() ? signGap : 0);
        if (!part.text.isEmpty()) {
            const diagram::TextStyle style = styleOf(part);
            const double words = box.right() - textLeft;
            const QString text = part.tone == Tone::link || part.cutMiddle ? diagram::elideMiddle(part.text, style, words)
                                                                           : diagram::elideRight(part.text, style, words);
            const double baseline = box.center().y() + diagram::textCapHeight(style) / 2;
            if (onPlate(part)) {
                const QRectF ground(textLeft, box.center().y() - 9, diagram::textWidth(text, style) + 2 * plate, 18);
                painter.setPen(Qt::NoPen);
                painter.setBrush(theme.critical);
                painter.drawRoundedRect(ground, 3, 3);
                textLeft += plate;
            }
            diagram::drawText(painter, {textLeft, baseline}, text, style, inkOf(part, theme));
        }
        x += partWidth(part) + partGap;
    }
}

double CellDelegate::widthOf(const Cell& cell)
{
    double width = 0;
    for (const CellPart& part : cell)
        width += partWidth(part) + (width > 0 ? partGap : 0);
    return width;
}

Cell CellDelegate::cellOf(const QModelIndex& index)
{
    const QVariant parts = index.data(PartsRole);
    if (parts.isValid())
        return parts.value<Cell>();
    return {plain(index.data(Qt::DisplayRole).toString())};
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const diagram::Theme& theme = shownTheme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.sel);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme.hover);
    if (m_lines) {
        painter->setPen(QPen(theme.grid, 1));
        painter->drawLine(QPointF(option.rect.left(), option.rect.bottom() + 0.5),
                          QPointF(option.rect.right() + 1, option.rect.bottom() + 0.5));
    }
    painter->setClipRect(option.rect);
    const bool right = index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    drawCell(*painter, QRectF(option.rect).adjusted(margin, 0, -margin, 0), cellOf(index), theme, right);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme.focus, 1, Qt::DotLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    Q_UNUSED(option)
    return {static_cast<int>(widthOf(cellOf(index)) + 2 * margin) + 1, 24};
}

} // namespace bartizan::desktop
