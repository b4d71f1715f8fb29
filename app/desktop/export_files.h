// SPDX-License-Identifier: GPL-3.0-or-later
// Which exports the window offers, under which names, and how it asks for their files: all of it read from the table of
// exports (report/registry.cpp), so that a new row there is a new entry here.
#pragma once

#include "report/input.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace bartizan::desktop {

// Every row about the system that is open, in the table's order: the report, which is asked about first, and what needs
// a second system or none are left out.
std::vector<const report::ExportRow*> exportsOfTheSystem();
QString exportTitle(const report::ExportRow& row); // in the window's language, with the suffix: "Paths from outside (.csv)"

// "" = none.
QString askExportFile(QWidget* parent, const report::ExportRow& row);
QString askDrawingFile(QWidget* parent); // in any format of the drawing, told by its suffix

} // namespace bartizan::desktop
