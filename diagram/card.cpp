// SPDX-License-Identifier: GPL-3.0-or-later
// The near card: name, sensitivity, the ring with its sixteen names, image and first check.
#include "diagram/badges.h"
#include "diagram/marks.h"
#include "diagram/nodes.h"
#include "diagram/stones.h"
#include "diagram/text.h"

#include <QPen>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace bartizan::diagram {

namespace {

constexpr double strip = 24; // image and first check, at the card's foot

struct Label {
    int layer = 0;
    double wanted = 0; // y of the stone's middle, where the name would best stand
    double y = 0;
};

QPointF polar(double degrees, double radius)
{
    const double radians = degrees * std::numbers::pi / 180;
    return {std::cos(radians) * radius, std::sin(radians) * radius};
}

// Names keep their order and a pitch apart, as near to their stones as that allows.
void spread(std::vector<Label>& labels, double pitch)
{
    std::sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.wanted < b.wanted; });
    for (Label& label : labels)
        label.y = label.wanted;
    for (int round = 0; round < 60; ++round) {
        bool moved = false;
        for (std::size_t i = 1; i < labels.size(); ++i) {
            const double lack = pitch - (labels[i].y - labels[i - 1].y);
            if (lack > 0.01) {
                labels[i - 1].y -= lack / 2;
                labels[i].y += lack / 2;
                moved = true;
            }
        }
        if (!moved)
            break;
    }
}

QColor nameColour(const Stone& stone, const Theme& theme)
{
    if (!stone.required && stone.mark != Mark::missing)
        return theme.ink2;
    switch (stone.mark) {
    case Mark::missing:
        return stone.required ? theme.missing : theme.ink2;
    case Mark::partial:
        return theme.partial;
    case Mark::unknown:
        return theme.unknown;
    case Mark::present:
        return theme.ink2;
    case Mark::notApplicable:
        break;
    }
    return theme.ink3;
}

QString firstCheckWords(const Node& node)
{
    switch (node.firstCheck) {
    case FirstCheck::direct:
        return QStringLiteral("no check in front");
    case FirstCheck::relayed:
        return QStringLiteral("no check, relayed");
    case FirstCheck::none:
        break;
    }
    return {};
}

void drawStrip(QPainter& painter, const QRectF& card, const Node& node, const Theme& theme, Words words)
{
    const double top = card.bottom() - strip;
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(card.left(), top), QPointF(card.right(), top));
    const double middle = top + strip / 2;
    const QString check = say(words, firstCheckWords(node));
    const TextStyle bold{10.5, QFont::DemiBold};
    double right = card.right() - 9;
    if (!check.isEmpty()) {
        drawFirstCheckBadge(painter, {right - 7, middle}, 7, node.firstCheck, theme);
        drawText(painter, {right - 18, middle + textCapHeight(bold) / 2}, check, bold, theme.ink, Align::right);
        right -= 18 + textWidth(check, bold);
    }
    double left = card.left() + 10;
    if (node.image != ImageReport::none) {
        drawImageBadge(painter, {left + 6, middle}, 6, node.image, theme);
        left += 18;
    }
    const TextStyle code{10, QFont::Normal, true};
    drawText(painter, {left, middle + textCapHeight(code) / 2}, elideRight(node.imageText, code, right - left - 12), code,
             theme.ink2);
}

} // namespace

void drawNamedRing(QPainter& painter, QPointF centre, double scale, const Node& node, const RingStyle& style,
                   const NamedRingStyle& names)
{
    drawRing(painter, centre, scale, node, style);
    const Theme& theme = *style.theme;
    const double reach = (ring::outer + 2) * scale;
    std::array<std::vector<Label>, 2> sides; // left, right
    for (int i = 0; i < layerCount; ++i) {
        const QPointF at = polar(stoneMiddle(i), reach + 7);
        sides[at.x() < 0 ? 0 : 1].push_back({i, at.y(), 0});
    }
    for (std::size_t side = 0; side < sides.size(); ++side) {
        spread(sides[side], names.pitch);
        const double out = side == 0 ? -1 : 1;
        for (const Label& label : sides[side]) {
            const Stone& stone = node.stones[static_cast<std::size_t>(label.layer)];
            const bool gap = stone.mark == Mark::missing && stone.required;
            const TextStyle text{names.text, gap ? QFont::DemiBold : QFont::Medium};
            // The name stands where its line meets a circle around the wall, at least a leader away from it.
            const double away = reach + 12;
            const double along = std::sqrt(std::max(0.0, away * away - label.y * label.y));
            const double x = out * std::max(along, 0.35 * reach);
            const QPointF start = polar(stoneMiddle(label.layer), reach);
            const QPointF end(x, label.y);
            painter.setPen(QPen(theme.line2, 1, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(centre + start, centre + end);
            drawText(painter, centre + QPointF(x + out * 3, label.y + textCapHeight(text) / 2),
                     say(names.words, layerName(label.layer)), text, nameColour(stone, theme),
                     side == 0 ? Align::right : Align::left);
        }
    }
}

void drawCard(QPainter& painter, QPointF keepCentre, double scale, const Node& node, const View& view)
{
    const Theme& theme = *view.theme;
    const QTransform before = painter.transform();
    painter.translate(keepCentre);
    painter.scale(scale / nearFrom, scale / nearFrom);
    // The keep stands a little below the card's middle: title above, strip below.
    const QRectF card(-cardWidth / 2, -cardHeight / 2 + 2, cardWidth, cardHeight);
    const bool lit = node.lit != Lit::none;
    painter.setBrush(theme.surf);
    painter.setPen(lit ? QPen(theme.litRing, 3) : QPen(theme.line2, 1));
    painter.drawRoundedRect(card, 8, 8);
    const TextStyle title{13, QFont::DemiBold};
    const TextStyle small{10.5};
    const double pill =
        drawSensitivityPill(painter, card.right() - 9, card.top() + 17, node.sensitivity, theme, 0.92, view.words);
    drawText(painter, {card.left() + 11, card.top() + 19}, elideMiddle(node.label, title, cardWidth - pill - 30), title,
             theme.ink);
    drawText(painter, {card.left() + 11, card.top() + 33},
             elideRight(saySubtitle(view.words, node.subtitle), small, cardWidth - 22), small, theme.ink2);
    RingStyle style;
    style.theme = view.theme;
    style.lens = view.lens;
    Node calm = node; // the card's rim carries the light
    calm.lit = Lit::none;
    // Some languages have longer names than there is room beside the ring.
    constexpr double room = 84;
    double widest = 0;
    for (int layer = 0; layer < layerCount; ++layer)
        widest = std::max(widest, textWidth(say(view.words, layerName(layer)), {10.5, QFont::DemiBold}));
    drawNamedRing(painter, {0, 8}, 2.05, calm, style, {10.5 * std::min(1.0, room / widest), 13, 5, view.words});
    drawStrip(painter, card, node, theme, view.words);
    if (node.novelty == Novelty::added && view.lens == Lens::change)
        drawNewTab(painter, {0, card.top()}, 1.8, theme);
    painter.setTransform(before);
}

} // namespace bartizan::diagram
