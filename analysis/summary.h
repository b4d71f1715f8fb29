// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above the single verdicts: counts against what a service needs, assumptions counted once, the inputs that
// would settle most, and the first sentence of the first page (ui.md, "Words").
#pragma once

#include "analysis/context.h"

namespace bartizan::analysis {

void countRequired(const Context&, Posture&);
void listAssumptions(const Context&, Posture&);
void listUnknownInputs(const Context&, Posture&);
std::string headline(const Context&, const Posture&);

} // namespace bartizan::analysis
