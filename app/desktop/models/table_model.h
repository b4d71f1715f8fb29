// SPDX-License-Identifier: GPL-3.0-or-later
// The base of all tables: rows are plain structs swapped as a whole; a model says what a cell shows, nothing more.
// SortRole gives a value that sorts (numbers as numbers), PartsRole a Cell where more than words is shown, SearchRole all
// words of the row in lower case where they are at hand; HeadingRole the title of a row that heads a group.
#pragma once

#include <QAbstractTableModel>

#include <utility>
#include <vector>

namespace bartizan::desktop {

enum Role { SortRole = Qt::UserRole + 1, RowRole, PartsRole, SearchRole, HeadingRole };

template <class Row>
class TableModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    const std::vector<Row>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const final { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const final { return parent.isValid() ? 0 : columns(); }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        if (role == RowRole)
            return index.row();
        return cell(m_rows[static_cast<std::size_t>(index.row())], index.column(), role);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columns())
            return {};
        if (role == Qt::ToolTipRole && !titleTip(section).isEmpty())
            return titleTip(section);
        if (role == Qt::TextAlignmentRole && isNumber(section))
            return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        return role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
    }

protected:
    virtual int columns() const = 0;
    virtual QString title(int column) const = 0;
    virtual QString titleTip(int column) const // plain words, none of them from input
    {
        Q_UNUSED(column)
        return {};
    }
    virtual bool isNumber(int column) const // its head stands over the figures
    {
        Q_UNUSED(column)
        return false;
    }
    virtual QVariant cell(const Row& row, int column, int role) const = 0;

private:
    std::vector<Row> m_rows;
};

} // namespace bartizan::desktop
