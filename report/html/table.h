// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of the HTML report, and the cells that also stand beside labels: what a mark or a bar shows is always there in
// words too. A table with many columns stands in a region of its own that scrolls where the window is too narrow for it.
#pragma once

#include "report/content/writer.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::report {

enum class CellPlace { column, markColumn, beside }; // in a mark's column the words are for screen readers only
std::string htmlCell(const Cell&, CellPlace);
std::string htmlSeverity(FindingSeverity); // bars and the word
std::string htmlCountMark(const RequiredCounts&);
std::string htmlSymbols(); // what the marks and bars refer to; once a document

class HtmlTable {
public:
    explicit HtmlTable(std::function<void(std::string_view)> out) : m_out(std::move(out)) {}

    // `under`: id of the heading it stands under, since two tables may have one caption; "" = none.
    void begin(const std::vector<Column>&, const std::string& caption, const std::string& under);
    void group(const std::string& title);
    void row(const std::vector<Cell>&);
    void end();

private:
    void openBody();

    std::function<void(std::string_view)> m_out;
    std::vector<Column> m_columns;
    int m_number = 0;      // of tables, for their ids
    bool m_matrix = false; // columns of marks only, their titles upright
    bool m_body = false;   // rows are being written
};

} // namespace bartizan::report
