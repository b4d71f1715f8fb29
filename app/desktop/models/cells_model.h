// SPDX-License-Identifier: GPL-3.0-or-later
// A table whose cells are made in advance: rows are built once a snapshot from immutable data, on any thread, and
// swapped in as a whole, so that ten thousand of them cost the window nothing. What a row stands for is `index` and
// `kind`; what proves it is `evidence`.
#pragma once

#include "app/desktop/models/table_model.h"
#include "app/desktop/widgets/cell.h"
#include "model/evidence.h"

#include <optional>

namespace bartizan::desktop {

struct TableColumn {
    QString title, tip;
    int width = 120; // px where nothing is remembered
    bool number = false;
};
struct TableCell {
    Cell parts;
    QString tip;                 // more than the words say
    std::optional<double> order; // sorts by it; by the words otherwise
};
struct CellsRow {
    std::vector<TableCell> cells; // one a column
    QString tip;                  // of cells that have none
    QString search;               // all words in lower case; made by withSearch()
    QString command;              // what Enter copies, where the view says so
    Evidence evidence;
    int index = -1; // in the list that the rows are made from
    int kind = 0;   // what the buttons of the view tell apart
};
void withSearch(std::vector<CellsRow>& rows);

class CellsModel final : public TableModel<CellsRow> {
    Q_OBJECT
public:
    explicit CellsModel(std::vector<TableColumn> columns, QObject* parent = nullptr)
        : TableModel(parent), m_columns(std::move(columns))
    {
    }
    const std::vector<TableColumn>& columnTexts() const { return m_columns; }

protected:
    int columns() const override { return static_cast<int>(m_columns.size()); }
    QString title(int column) const override { return m_columns[static_cast<std::size_t>(column)].title; }
    QString titleTip(int column) const override { return m_columns[static_cast<std::size_t>(column)].tip; }
    bool isNumber(int column) const override { return m_columns[static_cast<std::size_t>(column)].number; }
    QVariant cell(const CellsRow& row, int column, int role) const override;

private:
    std::vector<TableColumn> m_columns;
};

} // namespace bartizan::desktop
