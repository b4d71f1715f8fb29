// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/chip.h"

#include "app/desktop/palette.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/widgets/cell_delegate.h"

#include <QPainter>

namespace bartizan::desktop {

Chip::Chip(const CellPart& part, const QString& tip, QWidget* parent) : QCheckBox(parent), m_part(part)
{
    setToolTip(plainToolTip(tip));
    setAccessibleDescription(tip);
    setWords(part.text);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Chip::setWords(const QString& words)
{
    m_part.text = words;
    setAccessibleName(words.isEmpty() ? accessibleDescription() : words); // before anything was read
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {static_cast<int>(CellDelegate::widthOf({m_part})) + 18, 24};
}

void Chip::enterEvent(QEnterEvent* event)
{
    update();
    QCheckBox::enterEvent(event);
}

void Chip::leaveEvent(QEvent* event)
{
    update();
    QCheckBox::leaveEvent(event);
}

void Chip::paintEvent(QPaintEvent*)
{
    const diagram::Theme& theme = shownTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 2, -1, -2);
    painter.setPen(isChecked() ? QPen(theme.accent, 1) : QPen(theme.line2, 1, Qt::DashLine));
    painter.setBrush(isChecked() ? theme.sel : underMouse() ? theme.hover : QColor(Qt::transparent));
    painter.drawRoundedRect(box, 5, 5);
    CellPart part = m_part;
    if (!isChecked())
        part.tone = Tone::quiet;
    drawCell(painter, box.adjusted(8, 0, -6, 0), {part}, theme);
    if (!hasFocus())
        return;
    painter.setPen(QPen(theme.focus, 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 3, 3);
}

} // namespace bartizan::desktop
