// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/nodes.h"

#include "diagram/badges.h"
#include "diagram/icons.h"
#include "diagram/reach.h"
#include "diagram/stamps.h"
#include "diagram/text.h"

#include <QPen>

#include <algorithm>

namespace bartizan::diagram {

namespace {

RingStyle ringStyle(const View& view)
{
    RingStyle style;
    style.theme = view.theme;
    style.lens = view.lens;
    return style;
}

bool strong(const Node& node, int index, const View& view)
{
    return node.lit != Lit::none || view.isSelected(index) || !node.hasWall();
}

void drawCircle(QPainter& painter, QPointF centre, double radius, const QPen& pen)
{
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, radius, radius);
}

void drawStates(QPainter& painter, QPointF centre, const Node& node, int index, const View& view)
{
    const double s = view.scale;
    const Theme& theme = *view.theme;
    if (view.isSelected(index))
        drawCircle(painter, centre, (node.lit != Lit::none ? 33 : 30.5) * s, QPen(theme.accent, 2.2));
    else if (view.hovered == index)
        drawCircle(painter, centre, (node.lit != Lit::none ? 33 : 30.5) * s, QPen(theme.ink3, 1.2));
    if (node.novelty == Novelty::added && view.lens == Lens::change)
        drawNewTab(painter, centre + QPointF(0, -31) * s, s, theme);
}

QRectF cardRect(QPointF centre, double scale)
{
    const double s = scale / nearFrom;
    return {centre.x() - cardWidth / 2 * s, centre.y() - (cardHeight / 2 - 2) * s, cardWidth * s, cardHeight * s};
}

} // namespace

void drawNewTab(QPainter& painter, QPointF at, double s, const Theme& theme)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(QRectF(at.x() - 7 * s, at.y() - 6 * s, 14 * s, 11 * s), 3 * s, 3 * s);
    painter.setPen(QPen(theme.onAccent, 1.5 * s, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at + QPointF(-2.8, -0.5) * s, at + QPointF(2.8, -0.5) * s);
    painter.drawLine(at + QPointF(0, -3.3) * s, at + QPointF(0, 2.3) * s);
}

double nodeOpacity(const Node& node, int index, const View& view)
{
    // Where a lit path starts and what is missing on it are never dimmed.
    const bool beside = view.blast && !view.blast->nodes[static_cast<std::size_t>(index)];
    if (!view.isFilteredOut(index) && !beside)
        return view.stepOf(index) == HowFar::farther ? 0.62 : 1;
    if (node.lit != Lit::none && (!node.hasWall() || worstMark(node) == Mark::missing))
        return 1;
    // The Sensitivity lens is about all keeps, what falls is told there by the lines.
    return view.lens == Lens::sensitivity && !view.isFilteredOut(index) ? 0.6 : 0.28;
}

bool isHidden(const Node& node, int index, const View& view)
{
    return view.hide && node.lit == Lit::none && view.isFilteredOut(index);
}

bool isHidden(const Drawing& drawing, const Edge& edge, const View& view)
{
    const auto gone = [&](int node) { return isHidden(drawing.nodes[static_cast<std::size_t>(node)], node, view); };
    return view.hide && edge.lit == Lit::none && (gone(edge.from) || gone(edge.to));
}

QRectF cellOf(const Node& node)
{
    return {node.centre.x() - keepX, node.centre.y() - keepY, cellWidth, cellHeight};
}

double reachOf(const Node& node)
{
    if (node.kind == NodeKind::entry || node.kind == NodeKind::internet)
        return ring::entry + 2;
    if (node.kind == NodeKind::outside)
        return ring::outsideHalf + 3;
    return node.lit != Lit::none ? ring::halo + ring::haloPen / 2 : ring::surface;
}

double dotRadius(const View& view)
{
    return std::clamp(20 * view.scale, 1.2, 9.0);
}

void drawNode(QPainter& painter, const Node& node, int index, const View& view)
{
    const QPointF centre = view.toView(node.centre);
    const double before = painter.opacity();
    painter.setOpacity(before * nodeOpacity(node, index, view));
    const int share = view.shareOf(index);
    const HowFar step = view.stepOf(index);
    if (view.zoom() == Zoom::far) {
        const double r = dotRadius(view);
        if (share != noShare)
            drawShare(painter, centre, r + 2, 2, share, *view.theme);
        drawStep(painter, centre, r + 2, 1.6, step, *view.theme);
        if (view.stamps)
            view.stamps->drawDot(painter, centre, r, node, ringStyle(view));
        else
            drawDot(painter, centre, r, node, ringStyle(view));
        if (node.novelty == Novelty::added && view.lens == Lens::change)
            drawCircle(painter, centre, r + 1.2, QPen(view.theme->accent, 1.6));
        if (view.isSelected(index) || view.hovered == index)
            drawCircle(painter, centre, r + 2, QPen(view.isSelected(index) ? view.theme->accent : view.theme->ink3, 2));
    } else if (node.kind == NodeKind::entry || node.kind == NodeKind::internet) {
        drawEntry(painter, centre, view.scale, node, *view.theme);
        drawStates(painter, centre, node, index, view);
    } else if (node.kind == NodeKind::outside) {
        drawOutside(painter, centre, view.scale, node, *view.theme);
        drawStates(painter, centre, node, index, view);
    } else if (view.zoom() == Zoom::near) {
        drawCard(painter, centre, view.scale, node, view);
        if (share != noShare) // where the card has a corner free
            drawShare(painter, cardRect(centre, view.scale).topRight(), 9, 4, share, *view.theme);
        drawStep(painter, cardRect(centre, view.scale).topRight(), 9, 3, step, *view.theme);
        if (view.isSelected(index) || view.hovered == index) {
            painter.setPen(view.isSelected(index) ? QPen(view.theme->accent, 2.6) : QPen(view.theme->ink3, 1.4));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(cardRect(centre, view.scale).adjusted(-3.5, -3.5, 3.5, 3.5), 10, 10);
        }
    } else {
        if (share != noShare)
            drawShare(painter, centre, 33 * view.scale, std::max(2.0, 4 * view.scale), share, *view.theme);
        drawStep(painter, centre, 33 * view.scale, std::max(1.4, 2 * view.scale), step, *view.theme);
        if (view.stamps)
            view.stamps->drawRing(painter, centre, view.scale, node, ringStyle(view));
        else
            drawRing(painter, centre, view.scale, node, ringStyle(view));
        drawStates(painter, centre, node, index, view);
        drawBadges(painter, centre, view.scale, node, *view.theme, view.lens == Lens::scanning);
    }
    painter.setOpacity(before);
}

namespace {

// Where a name is cut in two lines: after the sign at which names may be cut that leaves the longer part shortest; 0 = it
// has none.
qsizetype foldOf(const QString& name)
{
    qsizetype best = 0;
    for (qsizetype at = 1; at < name.size(); ++at) {
        const QChar c = name.at(at - 1);
        if ((c == QLatin1Char(' ') || c == QLatin1Char('-') || c == QLatin1Char('.') || c == QLatin1Char('_') ||
             c == QLatin1Char('/')) &&
            std::max(at, name.size() - at) < std::max(best, name.size() - best))
            best = at;
    }
    return best;
}

} // namespace

void drawName(QPainter& painter, const Node& node, int index, const View& view, const QColor& ground)
{
    if (view.zoom() == Zoom::far || (view.zoom() == Zoom::near && node.hasWall()))
        return;
    const bool bold = strong(node, index, view);
    const TextStyle style{view.nameSize, bold ? QFont::DemiBold : QFont::Medium};
    const QPointF centre = view.toView(node.centre);
    const bool wide = node.lit != Lit::none || view.isSelected(index);
    const double below = node.hasWall() ? (wide ? 31 : 28) : reachOf(node);
    const double offset = below * view.scale + view.nameSize * 1.25;
    const QPointF at = centre + QPointF(0, node.nameAbove ? -offset + view.nameSize * 0.75 : offset);
    const double before = painter.opacity();
    painter.setOpacity(before * nodeOpacity(node, index, view));
    const QString whole = nameOf(node, view.words);
    const double room = node.nameRoom * view.scale;
    const bool tooLong =
        view.wholeNames && !node.nameAbove && (node.hasWall() || node.reach.isEmpty()) && textWidth(whole, style) > room;
    if (const qsizetype fold = tooLong ? foldOf(whole) : 0; fold > 0) {
        drawHaloText(painter, at, elideMiddle(whole.left(fold), style, room), style, view.theme->ink, ground);
        drawHaloText(painter, at + QPointF(0, view.nameSize * 1.2), elideMiddle(whole.mid(fold), style, room), style,
                     view.theme->ink, ground);
        painter.setOpacity(before);
        return;
    }
    const QString name = elideMiddle(whole, style, room);
    if (view.stamps)
        view.stamps->drawName(painter, at, name, style, view.theme->ink, ground);
    else
        drawHaloText(painter, at, name, style, view.theme->ink, ground);
    if (!node.reach.isEmpty() && !node.hasWall())
        drawHaloText(painter, at + QPointF(0, view.nameSize * (node.nameAbove ? -1.3 : 1.3)), sayReach(view.words, node.reach),
                     {view.nameSize - 0.5}, view.theme->ink2, ground);
    painter.setOpacity(before);
}

void drawPlacedMark(QPainter& painter, const Node& node, const View& view)
{
    if (!node.placed || view.zoom() == Zoom::far)
        return;
    const bool card = view.zoom() == Zoom::near && node.hasWall();
    const QPointF centre = view.toView(node.centre);
    const QPointF at =
        card ? cardRect(centre, view.scale).bottomLeft() + QPointF(11, -11) : centre + QPointF(-30, 24) * view.scale;
    const double side = card ? 12 : 10 * std::clamp(view.scale, 0.8, 1.4);
    drawIcon(painter, Icon::pin, QRectF(at - QPointF(side, side) / 2, QSizeF(side, side)), view.theme->ink3);
}

void drawFocus(QPainter& painter, const Node& node, const View& view)
{
    const QPointF centre = view.toView(node.centre);
    const double half = view.zoom() == Zoom::far ? dotRadius(view) + 3 : 33 * view.scale;
    QRectF box(centre.x() - half, centre.y() - half, 2 * half, 2 * half);
    if (view.zoom() == Zoom::near && node.hasWall())
        box = cardRect(centre, view.scale).adjusted(-4, -4, 4, 4);
    else if (view.zoom() != Zoom::far)
        box.setBottom(box.bottom() + view.nameSize + 4);
    QPen pen(view.theme->focus, 2, Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern({1, 1});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), 8, 8);
}

QRectF stateRect(const Drawing& drawing, const View& view, int index)
{
    const Node& node = drawing.nodes[static_cast<std::size_t>(index)];
    if (!node.shown && node.group >= 0)
        return view.toView(drawing.groups[static_cast<std::size_t>(node.group)].rect).adjusted(-24, -24, 24, 24);
    const QPointF centre = view.toView(node.centre);
    double half = 38 * view.scale + 14;
    double wide = half;
    if (view.zoom() == Zoom::near)
        half = wide = cardWidth / 2 * view.scale / nearFrom + 14;
    else if (view.zoom() == Zoom::middle)
        wide = std::max(half, node.nameRoom * view.scale / 2 + 10); // a selected name is bold
    const double below = half + (view.zoom() == Zoom::far ? 0 : 3 * view.nameSize);
    const double above = half + (node.nameAbove ? 3 * view.nameSize : 0);
    return {centre.x() - wide, centre.y() - above, 2 * wide, above + below};
}

} // namespace bartizan::diagram
