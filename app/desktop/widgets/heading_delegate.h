// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a table whose rows stand under headings: a heading goes over the whole width, with a sign that says whether its
// group is open, its title and how many of its rows the filter leaves. Other cells are those of CellDelegate.
#pragma once

#include "app/desktop/widgets/cell_delegate.h"

#include <QTableView>

namespace bartizan::desktop {

class RowsProxy;

class HeadingDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    HeadingDelegate(QTableView* table, const RowsProxy& rows);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QTableView* m_table;
    const RowsProxy& m_rows;
    CellDelegate m_cells;
};

} // namespace bartizan::desktop
