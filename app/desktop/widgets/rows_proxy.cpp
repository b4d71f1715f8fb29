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
