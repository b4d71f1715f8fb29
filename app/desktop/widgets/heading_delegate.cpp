// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/heading_delegate.h"

#include "app/desktop/models/table_model.h"
#include "app/desktop/palette.h"
#include "app/desktop/widgets/rows_proxy.h"

#include <QPainter>

namespace bartizan::desktop {

HeadingDelegate::HeadingDelegate(QTableView* table, const RowsProxy& rows)
    : QStyledItemDelegate(table), m_table(table), m_rows(rows), m_cells(nullptr)
{
}

void HeadingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariant title = index.data(HeadingRole);
    if (!title.isValid())
        return m_cells.paint(painter, option, index);
    const int row = m_rows.mapToSource(index).row(), group = m_rows.groupOf(row);
    const int shown = m_rows.shownIn(group), all = m_rows.sizeOf(group);
    const diagram::Theme& theme = shownTheme();
    // Each cell paints its part of one line over the whole width, wherever its column stands.
    const QRectF line(0, option.rect.top(), m_table->viewport()->width(), option.rect.height());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    painter->fillRect(option.rect, option.state & QStyle::State_Selected ? theme.sel : theme.sunken);
    painter->setPen(QPen(theme.grid, 1));
    painter->drawLine(QPointF(line.left(), line.bottom() - 0.5), QPointF(line.right(), line.bottom() - 0.5));
    const diagram::Icon sign = m_rows.isOpen(group) ? diagram::Icon::chevronDown : diagram::Icon::chevronRight;
    const QString count = shown == all ? QString::number(all) : tr("%1 of %2").arg(shown).arg(all);
    drawCell(*painter, line.adjusted(8, 0, -8, 0), {withIcon(sign, title.toString(), Tone::strong), quiet(count)}, theme);
    if (m_table->hasFocus() && m_table->currentIndex().row() == index.row()) {
        painter->setPen(QPen(theme.focus, 1, Qt::DotLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(line.adjusted(1.5, 1.5, -1.5, -1.5));
    }
    painter->restore();
}

QSize HeadingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return index.data(HeadingRole).isValid() ? QSize(0, 24) : m_cells.sizeHint(option, index);
}

} // namespace bartizan::desktop
