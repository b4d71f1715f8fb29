// SPDX-License-Identifier: GPL-3.0-or-later
// Filters a table by words and by what the buttons of a view say. All words must be in a row, in any column and any
// order. Changes are taken in one step, so that ten thousand rows do not come and go one by one. Rows may stand under
// headings, which are the last rows of the model: a group stays together however the table is sorted, and can be closed.
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

#include <functional>
#include <vector>

namespace bartizan::desktop {

struct RowGroups {
    std::vector<int> of;    // by row that is no heading: its group; empty = no groups
    std::vector<char> open; // by group
};

class RowsProxy final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setAccepts(std::function<bool(int row)> accepts) { m_accepts = std::move(accepts); } // rows of the model
    void setWords(const QString& text);
    void refilter();
    void setSourceModel(QAbstractItemModel* model) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // -1: the model's own order

    void setGroups(RowGroups groups); // just before the rows of the model are swapped; sortAgain() after it
    void sortAgain() { sort(m_sortedBy, sortOrder()); }
    bool grouped() const { return !m_groups.of.empty(); }
    int groupOf(int row) const; // of a row of the model, heading or not; -1 = no groups
    bool isHeading(int row) const { return grouped() && row >= static_cast<int>(m_groups.of.size()); }
    bool isOpen(int group) const { return m_groups.open[static_cast<std::size_t>(group)] != 0; }
    void setOpen(int group, bool open);
    int sizeOf(int group) const;
    int shownIn(int group) const; // rows that the filter leaves, whether it is open or closed

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    void rank(int column) const;
    bool matches(int row) const;

    std::function<bool(int)> m_accepts;
    QStringList m_words; // lower case
    // Places of the model's rows when sorted by a column: each value is asked for once, not once a comparison.
    mutable std::vector<int> m_ranks;
    mutable int m_rankedBy = -1;
    RowGroups m_groups;
    mutable std::vector<int> m_shownIn; // empty = to be counted
    int m_sortedBy = -1;
};

} // namespace bartizan::desktop
