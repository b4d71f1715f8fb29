// SPDX-License-Identifier: GPL-3.0-or-later
// Collapsed namespaces: nothing red is hidden, the worst verdict and the counts stay in sight.
#include "diagram/badges.h"
#include "diagram/groups.h"
#include "diagram/icons.h"
#include "diagram/marks.h"
#include "diagram/nodes.h"
#include "diagram/reach.h"
#include "diagram/ring.h"
#include "diagram/stamps.h"
#include "diagram/text.h"

#include <QPen>

#include <algorithm>

namespace bartizan::diagram {

namespace {

QPen border(const Group& group, const Theme& theme)
{
    if (group.lit != Lit::none)
        return QPen(theme.dark ? theme.litRing : theme.litRing.darker(135), 2);
    QPen pen(theme.ns, 1.3, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (group.wall == Wall::none)
        pen.setDashPattern({6 / 1.3, 4 / 1.3});
    return pen;
}

constexpr double narrowestWithDots = 44; // px

void drawDots(QPainter& painter, const Drawing& drawing, const Group& group, const View& view)
{
    const Theme& theme = *view.theme;
    const QRectF box = view.toView(group.rect);
    const double r = std::clamp(7 * view.scale, 2.0, 8.0);
    painter.setBrush(group.lit != Lit::none ? theme.litFill : theme.surf);
    painter.setPen(border(group, theme));
    painter.drawRoundedRect(box, r, r);
    const bool first = group.counts[Mark::missing] > 0;
    const Mark worst = first                             ? Mark::missing
                       : group.counts[Mark::partial] > 0 ? Mark::partial
                       : group.counts[Mark::unknown] > 0 ? Mark::unknown
                                                         : Mark::present;
    // Too small for a name and dots that can be told apart: the worst mark alone, so that nothing red is lost.
    if (box.width() < narrowestWithDots) {
        double strength = group.nodes.empty() ? 1 : 0;
        bool chosen = false;
        for (const int n : group.nodes) {
            strength = std::max(strength, nodeOpacity(drawing.nodes[static_cast<std::size_t>(n)], n, view));
            chosen = chosen || view.isSelected(n) || view.hovered == n;
        }
        const double half = std::clamp(std::min(box.width(), box.height()) / 2 - 1, 1.5, 5.0);
        const double before = painter.opacity();
        painter.setOpacity(before * strength);
        drawMark(painter, worst, QRectF(box.center() - QPointF(half, half), QSizeF(2 * half, 2 * half)), theme);
        painter.setOpacity(before);
        if (chosen) {
            painter.setPen(QPen(theme.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), r, r);
        }
        return;
    }
    const RingStyle style{view.theme, view.lens};
    for (std::size_t i = 0; i < group.nodes.size(); ++i) {
        const Node& node = drawing.nodes[static_cast<std::size_t>(group.nodes[i])];
        if (isHidden(node, group.nodes[i], view))
            continue;
        const QPointF centre = dotCentre(group, static_cast<int>(i), view);
        const double radius = boundary::dotRadius * view.scale;
        const double before = painter.opacity();
        painter.setOpacity(before * nodeOpacity(node, group.nodes[i], view));
        if (const int share = view.shareOf(group.nodes[i]); share != noShare)
            drawShare(painter, centre, radius + 0.8, 1.6, share, theme);
        drawStep(painter, centre, radius + 1.2, 1.2, view.stepOf(group.nodes[i]), theme);
        if (view.stamps)
            view.stamps->drawDot(painter, centre, radius, node, style);
        else
            drawDot(painter, centre, radius, node, style);
        painter.setOpacity(before);
        if (view.isSelected(group.nodes[i]) || view.hovered == group.nodes[i]) {
            painter.setPen(QPen(view.isSelected(group.nodes[i]) ? theme.accent : theme.ink3, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(centre, radius + 2, radius + 2);
        }
    }
    const double size = std::clamp(view.scale, 1.0, 1.3);
    const TextStyle title{11 * size, QFont::DemiBold};
    const QString count = first ? QString::number(group.counts[Mark::missing]) : QString();
    const double marks = (14 + textWidth(count, title));
    const double baseline = box.top() - 5 * size;
    drawGroupName(painter, {box.left() + 2, baseline}, elideMiddle(group.label, title, std::max(30.0, box.width() - marks - 10)),
                  title, view);
    drawText(painter, {box.right() - 1, baseline}, count, title, theme.ink, Align::right);
    if (worst != Mark::present)
        drawMark(painter, worst, QRectF(box.right() - textWidth(count, title) - (first ? 14 : 11), baseline - 9.5, 10, 10),
                 theme);
}

void drawSheet(QPainter& painter, const Drawing& drawing, const Group& group, const View& view)
{
    const Theme& theme = *view.theme;
    const double s = view.scale;
    const QRectF box = view.toView(group.rect);
    const double r = std::max(2.0, 7 * s);
    const double before = painter.opacity();
    // A namespace without a match is dimmed as its services would be, also when those are hidden: places stay.
    double strength = group.nodes.empty() ? 1 : 0;
    for (const int n : group.nodes)
        strength = std::max(strength, nodeOpacity(drawing.nodes[static_cast<std::size_t>(n)], n, view));
    painter.setOpacity(before * strength);
    painter.setPen(QPen(theme.ns, 1));
    painter.setBrush(theme.nsTab);
    painter.drawRoundedRect(box.translated(boundary::sheetOffset * s, boundary::sheetOffset * s), r, r);
    painter.setPen(border(group, theme));
    painter.setBrush(group.lit != Lit::none ? theme.litFill : theme.surf);
    painter.drawRoundedRect(box, r, r);

    const TextStyle title{12 * s, QFont::DemiBold};
    const TextStyle small{11 * s, QFont::Normal};
    const double first = box.top() + 15 * s;
    drawIcon(painter, Icon::chevronRight, QRectF(box.left() + 8 * s, first - 6 * s, 12 * s, 12 * s), theme.ink2);
    const int services = static_cast<int>(group.nodes.size());
    const auto matches = std::count_if(group.nodes.begin(), group.nodes.end(), [&](int n) { return !view.isFilteredOut(n); });
    const bool searched = !view.filteredOut.empty();
    const QString count = searched ? say(view.words, QStringLiteral("%1 of %2 match")).arg(matches).arg(services)
                                   : servicesInWords(services, view.words);
    const double countWidth = textWidth(count, small);
    drawText(painter, {box.right() - 10 * s, first + textCapHeight(small) / 2}, count, small,
             searched && matches > 0 ? theme.accent : theme.ink2, Align::right);
    drawText(painter, {box.left() + 24 * s, first + textCapHeight(title) / 2},
             elideMiddle(group.label, title, box.width() - countWidth - 42 * s), title, theme.ink);
    const double second = box.top() + 38 * s;
    if (services == 0)
        drawText(painter, {box.left() + 10 * s, second + textCapHeight(small) / 2},
                 say(view.words, QStringLiteral("no workload read yet")), small, theme.ink2);
    drawCounts(&painter, {box.left() + 10 * s, second}, group.counts, theme, s, 12);
    if (group.noCheck > 0) {
        drawFirstCheckBadge(painter, {box.right() - 16 * s, second}, 7 * s, FirstCheck::direct, theme);
        drawText(painter, {box.right() - 28 * s, second + textCapHeight(title) / 2}, QString::number(group.noCheck), title,
                 theme.ink, Align::right);
    }
    painter.setOpacity(before);
}

} // namespace

void drawCollapsed(QPainter& painter, const Drawing& drawing, const Group& group, const View& view)
{
    if (group.dots)
        drawDots(painter, drawing, group, view);
    else
        drawSheet(painter, drawing, group, view);
}

} // namespace bartizan::diagram
