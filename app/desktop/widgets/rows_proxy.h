// SPDX-License-Identifier: GPL-3.0-or-later
// Filters a table by words and by what the buttons of a view say. All words must be in a row, in any column and any
// order. Changes are taken in one step, so that ten thousand rows do not come and go one by one.
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

#include <functional>
#include <vector>

namespace bartizan::desktop {

class RowsProxy final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setAccepts(std::function<bool(int row)> accepts) { m_accepts = std::move(accepts); } // rows of the model
    void setWords(const QString& text);
    void refilter() { invalidate(); }
    void setSourceModel(QAbstractItemModel* model) override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    void rank(int column) const;

    std::function<bool(int)> m_accepts;
    QStringList m_words; // lower case
    // Places of the model's rows when sorted by a column: each value is asked for once, not once a comparison.
    mutable std::vector<int> m_ranks;
    mutable int m_rankedBy = -1;
};

} // namespace bartizan::desktop
