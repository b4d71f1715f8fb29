// SPDX-License-Identifier: GPL-3.0-or-later
// How wide the columns of a table are before a person makes them so: no heading is cut, each column has room for what
// stands in its first rows up to about what the view asks for, and what is left over goes to those that want more.
#pragma once

#include <QTableView>

#include <vector>

namespace bartizan::desktop {

// Sets the widths of the shown columns of a table with a CellDelegate; `wishes` in pixels, by logical column. Looks at
// the first rows only. A table that is too narrow even for its headings scrolls.
void fitColumns(QTableView& table, const std::vector<int>& wishes);

} // namespace bartizan::desktop
