// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/flow_line.h"

#include "app/desktop/palette.h"
#include "app/desktop/widgets/cell_delegate.h"

#include <QPainter>

namespace bartizan::desktop {

namespace {

constexpr int lineHeight = 25, padding = 2, side = 24, between = 22;

} // namespace

FlowLine::FlowLine(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowLine::show(const std::vector<Cell>& statements)
{
    m_statements = statements;
    QStringList words;
    for (const Cell& cell : statements)
        words << wordsOf(cell);
    setAccessibleName(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

template <class Visit>
int FlowLine::flow(int width, Visit&& visit) const
{
    double x = side;
    int y = padding;
    for (const Cell& cell : m_statements) {
        const double wide = CellDelegate::widthOf(cell);
        if (x > side && x + wide > width - side) {
            x = side;
            y += lineHeight;
        }
        visit(cell, QRectF(x, y, wide + 1, lineHeight));
        x += wide + between;
    }
    return y + lineHeight + padding;
}

int FlowLine::heightForWidth(int width) const
{
    return flow(width, [](const Cell&, const QRectF&) {});
}

void FlowLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), shownTheme().sunken);
    painter.fillRect(QRect(0, height() - 1, width(), 1), shownTheme().line);
    flow(width(), [&](const Cell& cell, const QRectF& box) { drawCell(painter, box, cell, shownTheme()); });
}

} // namespace bartizan::desktop
