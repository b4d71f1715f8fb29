// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/models/cells_model.h"

#include "app/desktop/plain_text.h"

namespace bartizan::desktop {

void withSearch(std::vector<CellsRow>& rows)
{
    for (CellsRow& row : rows) {
        row.search.clear();
        for (const TableCell& cell : row.cells)
            row.search += wordsOf(cell.parts) + QLatin1Char('\n');
        row.search = row.search.toLower();
    }
}

QVariant CellsModel::cell(const CellsRow& row, int column, int role) const
{
    const TableCell& cell = row.cells[static_cast<std::size_t>(column)];
    switch (role) {
    case Qt::DisplayRole:
        return wordsOf(cell.parts);
    case SortRole:
        return cell.order ? QVariant(*cell.order) : QVariant(wordsOf(cell.parts));
    case PartsRole:
        return QVariant::fromValue(cell.parts);
    case SearchRole:
        return row.search;
    case Qt::ToolTipRole: {
        const QString words = wordsOf(cell.parts), more = cell.tip.isEmpty() ? row.tip : cell.tip;
        const QString between = more.isEmpty() || words.isEmpty() ? QString() : QStringLiteral("\n");
        return plainToolTip(words + between + more);
    }
    case Qt::AccessibleDescriptionRole:
        return cell.tip.isEmpty() ? QVariant() : QVariant(cell.tip);
    case Qt::TextAlignmentRole:
        if (isNumber(column))
            return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    default:
        return {};
    }
}

} // namespace bartizan::desktop
