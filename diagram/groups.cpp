// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/groups.h"

#include "diagram/icons.h"
#include "diagram/marks.h"
#include "diagram/stamps.h"
#include "diagram/text.h"

#include <QPainterPath>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace bartizan::diagram {

namespace {

constexpr double titleSize = 12;
constexpr double tabChrome = 36; // padding, icon and gap around the title
constexpr double chipHeight = 18;
constexpr double wallPen = 1.3;

// Titles keep a readable size while the wall shrinks.
double chrome(double scale)
{
    return std::clamp(scale, 0.9, 1.4);
}

QPen wallPenFor(const Group& group, const View& view)
{
    const bool lens = view.lens == Lens::isolation;
    const Theme& theme = *view.theme;
    const QColor colour = lens ? markColour(theme, group.wallMark) : theme.ns;
    const double width = lens ? 2.2 : wallPen;
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (group.wall == Wall::none)
        pen.setDashPattern({6 / width, 4 / width});
    return pen;
}

// Wall and tab in one outline, so that a dashed wall has no seam under its title.
QPainterPath outline(const QRectF& wall, const QRectF& tab, double radius)
{
    const double r = std::min({radius, wall.width() / 2, wall.height() / 2});
    const double t = std::min(r, 6.0);
    QPainterPath path;
    path.moveTo(wall.left(), wall.bottom() - r);
    path.lineTo(tab.left(), tab.top() + t);
    path.arcTo(QRectF(tab.left(), tab.top(), 2 * t, 2 * t), 180, -90);
    path.lineTo(tab.right() - t, tab.top());
    path.arcTo(QRectF(tab.right() - 2 * t, tab.top(), 2 * t, 2 * t), 90, -90);
    path.lineTo(tab.right(), wall.top());
    if (tab.right() < wall.right() - r) {
        path.lineTo(wall.right() - r, wall.top());
        path.arcTo(QRectF(wall.right() - 2 * r, wall.top(), 2 * r, 2 * r), 90, -90);
    } else {
        path.lineTo(wall.right(), wall.top());
    }
    path.lineTo(wall.right(), wall.bottom() - r);
    path.arcTo(QRectF(wall.right() - 2 * r, wall.bottom() - 2 * r, 2 * r, 2 * r), 0, -90);
    path.lineTo(wall.left() + r, wall.bottom());
    path.arcTo(QRectF(wall.left(), wall.bottom() - 2 * r, 2 * r, 2 * r), 270, -90);
    path.closeSubpath();
    return path;
}

void drawFarTitle(QPainter& painter, const Group& group, const QRectF& wall, const View& view)
{
    constexpr double leastWall = 40; // a name on a smaller one runs into its neighbours
    if (wall.width() < leastWall)
        return;
    const Theme& theme = *view.theme;
    const TextStyle style{11, QFont::DemiBold};
    const int missing = group.counts[Mark::missing];
    const QString count = missing > 0 ? QString::number(missing) : QString();
    Mark worst = Mark::notApplicable;
    for (const Mark mark : {Mark::missing, Mark::partial, Mark::unknown}) {
        if (worst == Mark::notApplicable && group.counts[mark] > 0)
            worst = mark;
    }
    const double marks = worst == Mark::notApplicable ? 0 : 14 + textWidth(count, style);
    const double room = std::max(wall.width() - marks - 8, 34.0);
    drawGroupName(painter, {wall.left() + 2, wall.top() - 5}, elideMiddle(group.label, style, room), style, view);
    if (worst == Mark::notApplicable)
        return;
    drawText(painter, {wall.right(), wall.top() - 5}, count, style, theme.ink, Align::right);
    drawMark(painter, worst, QRectF(wall.right() - textWidth(count, style) - 12, wall.top() - 14, 9.5, 9.5), theme);
}

} // namespace

void drawGroupName(QPainter& painter, QPointF left, const QString& name, const TextStyle& style, const View& view)
{
    if (view.stamps)
        view.stamps->drawName(painter, left + QPointF(textWidth(name, style) / 2, 0), name, style, view.theme->ink,
                              view.theme->canvas);
    else
        drawHaloText(painter, left, name, style, view.theme->ink, view.theme->canvas, Align::left);
}

int dotColumns(int services)
{
    return std::clamp(static_cast<int>(std::ceil(std::sqrt(services * 2.2))), 5, 13);
}

QSizeF dotsSize(const Group& group)
{
    const int services = static_cast<int>(group.nodes.size());
    const int columns = dotColumns(services);
    const int lines = std::max(1, (services + columns - 1) / columns);
    // The name stands above in 11 px even when the box is shown at half its size.
    const double title = static_cast<double>(std::min<qsizetype>(group.label.size(), 18)) * 13 + 86;
    return {std::max(title, columns * boundary::dotPitch + 2 * boundary::dotPadding - 2),
            lines * boundary::dotPitch + 2 * boundary::dotPadding - 2};
}

QPointF dotCentre(const Group& group, int place, const View& view)
{
    const int columns = dotColumns(static_cast<int>(group.nodes.size()));
    const int line = place / columns;
    const double offset = boundary::dotPadding + boundary::dotPitch / 2 - 1;
    return view.toView(group.rect.topLeft() +
                       QPointF(offset + (place % columns) * boundary::dotPitch, offset + line * boundary::dotPitch));
}

QRectF tabRect(const Group& group, const View& view)
{
    if (group.collapsed || view.zoom() == Zoom::far)
        return {};
    const double c = chrome(view.scale);
    const QRectF wall = view.toView(group.rect);
    const TextStyle style{titleSize * c, QFont::DemiBold};
    const QString title = elideMiddle(group.label, style, std::max(60.0, wall.width() - tabChrome * c - 8));
    return {wall.left(), wall.top() - boundary::tab * c, textWidth(title, style) + tabChrome * c, boundary::tab * c};
}

void drawWall(QPainter& painter, const Group& group, const View& view)
{
    const Theme& theme = *view.theme;
    const QRectF wall = view.toView(group.rect);
    const QPen pen = wallPenFor(group, view);
    painter.setBrush(theme.nsFill);
    painter.setPen(pen);
    if (view.zoom() == Zoom::far) {
        const double r = std::max(2.0, boundary::radius * view.scale);
        painter.drawRoundedRect(wall, r, r);
        drawFarTitle(painter, group, wall, view);
        return;
    }
    const QRectF tab = tabRect(group, view);
    painter.drawPath(outline(wall, tab, boundary::radius * std::min(1.4, view.scale)));
    if (group.wall == Wall::twofold) {
        const double inset = 3.5 * std::min(1.4, std::max(0.8, view.scale));
        const double r = std::max(2.0, boundary::radius * std::min(1.4, view.scale) - inset);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(wall.adjusted(inset, inset, -inset, -inset), r, r);
    }
}

static void drawTitle(QPainter& painter, const Group& group, const View& view)
{
    const QRectF tab = tabRect(group, view);
    if (tab.isEmpty())
        return;
    const Theme& theme = *view.theme;
    const double c = chrome(view.scale);
    const TextStyle style{titleSize * c, QFont::DemiBold};
    const double icon = 12 * c;
    drawIcon(painter, Icon::nameSpace, QRectF(tab.left() + 9 * c, tab.center().y() - icon / 2, icon, icon), theme.ink2);
    drawHaloText(painter, {tab.left() + 27 * c, tab.center().y() + textCapHeight(style) / 2},
                 elideMiddle(group.label, style, tab.width() - tabChrome * c + 1), style, theme.ink, theme.nsFill, Align::left);
}

double drawCounts(QPainter* painter, QPointF left, const MarkCounts& counts, const Theme& theme, double size, double gap)
{
    const TextStyle style{11 * size, QFont::DemiBold};
    double x = left.x();
    for (const Mark mark : {Mark::missing, Mark::partial, Mark::unknown, Mark::present}) {
        if (counts[mark] == 0)
            continue;
        const QString number = QString::number(counts[mark]);
        const double side = 11 * size;
        if (x > left.x())
            x += gap * size;
        if (painter) {
            drawMark(*painter, mark, QRectF(x, left.y() - side / 2, side, side), theme);
            drawText(*painter, {x + side + 5 * size, left.y() + textCapHeight(style) / 2}, number, style, theme.ink);
        }
        x += side + 5 * size + textWidth(number, style);
    }
    return x - left.x();
}

void drawChip(QPainter& painter, const Group& group, const View& view)
{
    drawTitle(painter, group, view);
    const QRectF tab = tabRect(group, view);
    if (tab.isEmpty() || group.counts.total() == 0)
        return;
    const double c = chrome(view.scale);
    // Beside a neighbour there is room to the end of the wall; what goes first is what is least bad.
    const double room = view.toView(group.rect).right() - tab.right() - 6 * c;
    MarkCounts counts = group.counts;
    const auto widthOf = [&] { return drawCounts(nullptr, {}, counts, *view.theme, c, 9) + 18 * c; };
    for (const Mark mark : {Mark::present, Mark::unknown, Mark::partial})
        if (widthOf() > room && counts[mark] < counts.total())
            counts[mark] = 0;
    const double width = widthOf();
    const QRectF chip(tab.right() + 6 * c, tab.center().y() - chipHeight * c / 2, width, chipHeight * c);
    painter.setPen(QPen(view.theme->line2, 1));
    painter.setBrush(view.theme->surf);
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);
    drawCounts(&painter, {chip.left() + 9 * c, chip.center().y()}, counts, *view.theme, c, 9);
}

} // namespace bartizan::diagram
