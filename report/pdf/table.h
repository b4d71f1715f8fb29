// SPDX-License-Identifier: GPL-3.0-or-later
// A table that runs over as many pages as it needs: its head stands on each, a row is kept together where a page has room
// for it and continued on the next page where it has not. Nothing is cut off. Columns are as wide as the first rows need:
// these wait until there are enough of them, so that a long table is never in memory as a whole.
#pragma once

#include "report/content/writer.h"
#include "report/pdf/sheet.h"

#include <optional>

namespace bartizan::report {

class Table {
public:
    Table(Sheet& sheet, std::vector<Column> columns);

    void group(const std::string& title);
    void row(const std::vector<Cell>& cells);
    void end();
    double leastHeight() const { return m_headHeight + 40; } // of its head and what should stand below it

private:
    struct Waiting {
        bool group = false; // else a row
        std::string title;  // of the group
        std::vector<Cell> cells;
    };
    struct Laid { // a cell's lines, once its width is known
        const Cell* cell = nullptr;
        std::vector<QString> lines;
        diagram::TextStyle style;
        QColor colour;
        QString page; // of what it leads to
        double left = 0, width = 0;
    };

    void settle();            // the columns are placed, and what waited is painted
    void placeByShares();     // as the content has it
    void placeByWhatWaits();  // as the rows need it
    void placeFrom(double x); // left edges
    void measureHead();
    void head();
    void paintRow(const std::vector<Cell>& cells);
    Laid laid(const Cell& cell, std::size_t column);
    void paintGroup();
    void paint(const Laid& cell, std::size_t firstLine, std::size_t lines, double top);
    void paintMark(const Laid& cell, double top);

    Sheet& m_sheet;
    std::vector<Column> m_columns;
    std::vector<double> m_left, m_width; // of the columns, points
    bool m_upright = false;              // mark columns with their titles upright
    double m_headHeight = 0;
    std::vector<Waiting> m_waiting;
    bool m_settled = false;
    QString m_group; // waits for its first row
    bool m_begun = false;
};

} // namespace bartizan::report
