// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/column_widths.h"

#include "app/desktop/widgets/cell_delegate.h"

#include <QHeaderView>

#include <algorithm>

namespace bartizan::desktop {

namespace {

constexpr int rowsLookedAt = 40;
constexpr int sortSign = 14;    // the arrow beside a heading, wherever it comes to stand
constexpr int least = 56;       // of a column that is empty
constexpr int leastOfWish = 60; // per cent: narrower than that says nothing
constexpr int word = 112;       // a column of single words, dates or figures is not cut

struct Column {
    int logical = 0, head = 0, width = 0, want = 0, floor = 0;
};

int contentWidth(const QTableView& table, int column)
{
    int width = 0;
    const int rows = std::min(rowsLookedAt, table.model()->rowCount());
    for (int row = 0; row < rows; ++row)
        if (table.columnSpan(row, column) == 1)
            width = std::max(width, table.itemDelegate()->sizeHint({}, table.model()->index(row, column)).width());
    return width;
}

// Gives `room` to the columns by how much each lacks up to `most`, or takes it where `room` is negative.
template <class Most>
void share(std::vector<Column>& columns, int room, Most most)
{
    long lacking = 0;
    for (const Column& column : columns)
        lacking += std::abs(most(column) - column.width);
    if (lacking == 0)
        return;
    const long given = std::min<long>(lacking, std::abs(room));
    for (Column& column : columns)
        column.width += static_cast<int>((most(column) - column.width) * given / lacking);
}

} // namespace

void fitColumns(QTableView& table, const std::vector<int>& wishes)
{
    QHeaderView* header = table.horizontalHeader();
    std::vector<Column> columns;
    int whole = 0;
    for (int logical = 0; logical < header->count() && logical < static_cast<int>(wishes.size()); ++logical) {
        if (header->isSectionHidden(logical))
            continue;
        const int wish = wishes[static_cast<std::size_t>(logical)];
        Column column;
        column.logical = logical;
        column.head = std::max(least, header->sectionSizeHint(logical) + sortSign);
        column.want = std::max(column.head, contentWidth(table, logical));
        column.width =
            table.model()->rowCount() == 0 ? std::max(column.head, wish) : std::min(column.want, std::max(column.head, wish));
        column.want = std::max(column.want, column.width);
        column.floor =
            column.want <= word ? column.width : std::max(column.head, std::min(column.width, wish * leastOfWish / 100));
        whole += column.width;
        columns.push_back(column);
    }
    const int room = table.viewport()->width() - whole;
    if (room > 0)
        share(columns, room, [](const Column& c) { return c.want; });
    else
        share(columns, room, [](const Column& c) { return c.floor; });
    for (const Column& column : columns)
        header->resizeSection(column.logical, column.width);
}

} // namespace bartizan::desktop
