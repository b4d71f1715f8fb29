// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/rows_proxy.h"

#include "app/desktop/models/table_model.h"

#include <algorithm>
#include <utility>

namespace bartizan::desktop {

void RowsProxy::setWords(const QString& text)
{
    const QStringList words = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    refilter();
}

void RowsProxy::setSourceModel(QAbstractItemModel* model)
{
    if (model)
        for (const auto change : {&QAbstractItemModel::modelAboutToBeReset, &QAbstractItemModel::modelReset})
            connect(model, change, this, [this] {
                m_rankedBy = -1;
                m_shownIn.clear();
            });
    QSortFilterProxyModel::setSourceModel(model);
}

void RowsProxy::refilter()
{
    m_shownIn.clear();
    invalidate();
}

void RowsProxy::sort(int column, Qt::SortOrder order)
{
    m_sortedBy = column;
    // Under headings the model's own order is an order too: its rows stand elsewhere.
    QSortFilterProxyModel::sort(grouped() && column < 0 ? 0 : column, column < 0 ? Qt::AscendingOrder : order);
    if (grouped())
        invalidate();
}

void RowsProxy::setGroups(RowGroups groups)
{
    m_groups = std::move(groups);
    m_shownIn.clear();
}

int RowsProxy::groupOf(int row) const
{
    if (!grouped())
        return -1;
    const auto at = static_cast<std::size_t>(row);
    return at < m_groups.of.size() ? m_groups.of[at] : row - static_cast<int>(m_groups.of.size());
}

void RowsProxy::setOpen(int group, bool open)
{
    if (isOpen(group) == open)
        return;
    m_groups.open[static_cast<std::size_t>(group)] = open ? 1 : 0;
    refilter();
}

int RowsProxy::sizeOf(int group) const
{
    return static_cast<int>(std::count(m_groups.of.begin(), m_groups.of.end(), group));
}

int RowsProxy::shownIn(int group) const
{
    if (m_shownIn.empty()) {
        m_shownIn.assign(m_groups.open.size(), 0);
        for (std::size_t row = 0; row < m_groups.of.size(); ++row)
            m_shownIn[static_cast<std::size_t>(m_groups.of[row])] += matches(static_cast<int>(row)) ? 1 : 0;
    }
    return m_shownIn[static_cast<std::size_t>(group)];
}

void RowsProxy::rank(int column) const
{
    const int rows = sourceModel()->rowCount();
    std::vector<QVariant> values;
    std::vector<int> order;
    for (int row = 0; row < rows; ++row) {
        values.push_back(sourceModel()->index(row, column).data(sortRole()));
        order.push_back(row);
    }
    const bool words =
        std::any_of(values.begin(), values.end(), [](const QVariant& value) { return value.typeId() == QMetaType::QString; });
    std::vector<double> numbers;
    std::vector<QString> texts;
    for (const QVariant& value : values) {
        numbers.push_back(words ? 0 : value.toDouble());
        texts.push_back(words ? value.toString().toLower() : QString());
    }
    const auto less = [&](int a, int b) {
        const auto x = static_cast<std::size_t>(a), y = static_cast<std::size_t>(b);
        return words ? texts[x] < texts[y] : numbers[x] < numbers[y];
    };
    std::stable_sort(order.begin(), order.end(), less);
    m_ranks.assign(order.size(), 0);
    for (std::size_t i = 1, place = 0; i < order.size(); ++i) { // equal values share a place
        place += less(order[i - 1], order[i]) ? 1 : 0;
        m_ranks[static_cast<std::size_t>(order[i])] = static_cast<int>(place);
    }
    m_rankedBy = column;
}

bool RowsProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (grouped()) { // groups and their headings hold their places when the order is turned round
        const bool down = sortOrder() == Qt::DescendingOrder;
        const int a = groupOf(left.row()), b = groupOf(right.row());
        if (a != b)
            return down ? a > b : a < b;
        if (isHeading(left.row()) != isHeading(right.row()))
            return isHeading(down ? right.row() : left.row());
        if (m_sortedBy < 0)
            return left.row() < right.row();
    }
    if (m_rankedBy != left.column())
        rank(left.column());
    return m_ranks[static_cast<std::size_t>(left.row())] < m_ranks[static_cast<std::size_t>(right.row())];
}

bool RowsProxy::filterAcceptsRow(int row, const QModelIndex&) const
{
    if (isHeading(row))
        return shownIn(groupOf(row)) > 0;
    return (!grouped() || isOpen(groupOf(row))) && matches(row);
}

bool RowsProxy::matches(int row) const
{
    if (m_accepts && !m_accepts(row))
        return false;
    if (m_words.isEmpty())
        return true;
    const QAbstractItemModel* model = sourceModel();
    QString text = model->index(row, 0).data(SearchRole).toString();
    if (text.isNull()) {
        for (int column = 0; column < model->columnCount(); ++column)
            text += model->index(row, column).data().toString() + QLatin1Char('\n');
        text = text.toLower();
    }
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) { return text.contains(word); });
}

} // namespace bartizan::desktop
