// SPDX-License-Identifier: GPL-3.0-or-later
// Filters a table by words and by what the buttons of a view say. All words must be in a row, in any column and any
// order. Changes are taken in one step, so that ten thousand rows do not come and go one by one.
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

#include <functional>

namespace bartizan::desktop {

class RowsProxy final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setAccepts(std::function<bool(int row)> accepts) { m_accepts = std::move(accepts); } // rows of the model
    void setWords(const QString& text);
    void refilter() { invalidate(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::function<bool(int)> m_accepts;
    QStringList m_words; // lower case
};

} // namespace bartizan::desktop
