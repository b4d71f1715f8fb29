// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/wall_picture.h"

#include "app/desktop/language.h"
#include "app/desktop/palette.h"
#include "diagram/marks.h"
#include "diagram/ring.h"
#include "diagram/text.h"

#include <QPainter>
#include <QtMath>

namespace bartizan::desktop {

WallPicture::WallPicture(QWidget* parent) : QWidget(parent)
{
    clear();
}

void WallPicture::show(const diagram::Node& node)
{
    m_node = node;
    m_node->lit = diagram::Lit::none; // its halo is the drawing's, and would lie under the names here
    setFixedHeight(196);
    setAccessibleName(countsInLanguage(diagram::requiredCounts(node)));
    update();
}

void WallPicture::clear()
{
    m_node.reset();
    setFixedHeight(0);
    update();
}

void WallPicture::paintEvent(QPaintEvent*)
{
    if (!m_node)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const diagram::Theme& theme = shownTheme();
    diagram::RingStyle style;
    style.theme = &theme;
    style.badges = false;
    const QPointF centre(width() / 2.0, height() / 2.0);
    const double scale = 2.35;
    diagram::drawRing(painter, centre, scale, *m_node, style);
    for (int layer = 0; layer < diagram::layerCount; ++layer) {
        const diagram::Stone& stone = m_node->stones[static_cast<std::size_t>(layer)];
        const double angle = qDegreesToRadians(diagram::stoneMiddle(layer));
        const QPointF at = centre + QPointF(std::cos(angle), std::sin(angle)) * (26 * scale + 12);
        const bool loud = stone.required && (stone.mark == diagram::Mark::missing || stone.mark == diagram::Mark::partial);
        diagram::drawText(painter, at + QPointF(0, 4), columnInLanguage(layer),
                          {10.5, loud ? QFont::DemiBold : QFont::Normal, false},
                          loud ? diagram::markColour(theme, stone.mark) : theme.ink2,
                          std::cos(angle) < 0 ? diagram::Align::right : diagram::Align::left);
    }
}

} // namespace bartizan::desktop
