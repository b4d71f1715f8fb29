// SPDX-License-Identifier: GPL-3.0-or-later
// What was read, in a line and in the window's language; reports say the same in English (report/text/sections.h).
#pragma once

#include "model/architecture.h"

#include <QString>

namespace bartizan::desktop {

QString scopeInWords(const Model& model); // "41 kinds read, 2 refused; 35 objects reviewed, 120 read but not applied"

} // namespace bartizan::desktop
