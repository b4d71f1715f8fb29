// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/rows_proxy.h"

#include "app/desktop/models/table_model.h"

#include <algorithm>

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
            connect(model, change, this, [this] { m_rankedBy = -1; });
    QSortFilterProxyModel::setSourceModel(model);
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
    if (m_rankedBy != left.column())
        rank(left.column());
    return m_ranks[static_cast<std::size_t>(left.row())] < m_ranks[static_cast<std::size_t>(right.row())];
}

bool RowsProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (m_accepts && !m_accepts(row))
        return false;
    if (m_words.isEmpty())
        return true;
    const QAbstractItemModel* model = sourceModel();
    QString text = model->index(row, 0, parent).data(SearchRole).toString();
    if (text.isNull()) {
        for (int column = 0; column < model->columnCount(parent); ++column)
            text += model->index(row, column, parent).data().toString() + QLatin1Char('\n');
        text = text.toLower();
    }
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) { return text.contains(word); });
}

} // namespace bartizan::desktop
