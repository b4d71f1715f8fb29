// SPDX-License-Identifier: GPL-3.0-or-later
// What a comparison found, as rows and as a sentence. Pure functions of a Compared, callable on any thread; the Changes
// view, the first screen and the status line use them.
#pragma once

#include "app/desktop/compared.h"
#include "app/desktop/models/cells_model.h"

namespace bartizan::desktop {

// Groups of the Changes view, in the order in which they are shown.
enum class ChangeGroup { worse, better, added, gone, other, incomparable };
constexpr int changeGroupCount = 6;
ChangeGroup groupOf(const Change& change);
QString groupName(ChangeGroup group); // "worse", "cannot be compared"
CellPart groupPart(ChangeGroup group);

enum class ChangeColumn { Group, Subject, What, Before, After, Where, Why, Count };
std::vector<TableColumn> changeColumns();
// By group; CellsRow::index is the place in Difference::changes, kind the group. Only a line of the later state is
// evidence that can be opened.
std::vector<CellsRow> changeRows(const Compared& compared);

// "Worse in 3 of 17 services, better in 5. 2 of 57 findings are new, 4 of 59 are gone."
QStringList changeSentences(const Compared& compared);
inline QString changeSentence(const Compared& compared)
{
    return changeSentences(compared).join(QLatin1Char(' '));
}

} // namespace bartizan::desktop
