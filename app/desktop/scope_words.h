// SPDX-License-Identifier: GPL-3.0-or-later
// What was read, in a line, and what is being done, in the window's language; reports say the same in English
// (report/text/sections.h, stepName()).
#pragma once

#include "model/architecture.h"
#include "model/progress.h"

#include <QString>

namespace bartizan::desktop {

QString stepInWords(Step step);
QString stepInWords(const QString& name); // of what bartizan-cli tells; an unknown step as it is
QString scopeInWords(const Model& model); // "41 kinds read, 2 refused; 35 objects reviewed, 120 read but not applied"

} // namespace bartizan::desktop
