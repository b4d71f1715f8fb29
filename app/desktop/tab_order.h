// SPDX-License-Identifier: GPL-3.0-or-later
// Where Tab leads in the main window: in reading order of what is in sight, whenever and in whatever order views were
// made and wherever docks were dragged. Tool bar, docks at the left, centre, docks at the right, docks below, status line;
// within each row by row, and what stands side by side column by column.
#pragma once

#include <QMainWindow>

#include <vector>

namespace bartizan::desktop {

// All that takes the keyboard by Tab now: visible, enabled, no proxy.
std::vector<QWidget*> tabStops(const QMainWindow& window);

// The stop after or before `from`, round the end; null when there is none.
QWidget* nextTabStop(const QMainWindow& window, QWidget* from, bool forward);

} // namespace bartizan::desktop
