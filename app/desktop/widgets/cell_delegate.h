// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the cells of every table and card: signs, then text, elided; the selected row on `sel` with dark ink, the
// cell under the keyboard with a dotted frame. Reads PartsRole; a model without it is painted from Qt::DisplayRole.
#pragma once

#include "app/desktop/widgets/cell.h"

#include <QStyledItemDelegate>

namespace bartizan::desktop {

class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CellDelegate(QObject* parent, bool lines = true) : QStyledItemDelegate(parent), m_lines(lines) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    static Cell cellOf(const QModelIndex& index);
    static double widthOf(const Cell& cell); // px without margins

private:
    bool m_lines; // a thin line below each row
};

// Paints a cell into `box`, vertically in its middle; for widgets that are no tables.
void drawCell(QPainter& painter, const QRectF& box, const Cell& cell, const diagram::Theme& theme, bool rightAligned = false);

} // namespace bartizan::desktop
