// SPDX-License-Identifier: GPL-3.0-or-later
// Every view of the window: one row each, in the order of tabs and menus. Adding a view is a .h, a .cpp and a row.
#pragma once

#include "app/desktop/views/view.h"

#include <vector>

namespace bartizan::desktop {

enum class Place { centre, left, right, bottom };

struct ViewRow {
    const char* id; // stable: settings, tests and ViewState::showView() name views by it
    Place place;
    const char* title; // source text; viewTitle() translates it
    View* (*make)(const ViewContext&, QWidget* parent);
    int keys = 0; // to the front; 0 = a digit by its place. Alt and a letter: one that no menu of the bar has, in any language
};

const std::vector<ViewRow>& viewRows();
QString viewTitle(const ViewRow&);

} // namespace bartizan::desktop
