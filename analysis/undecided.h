// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said of a system before anything was decided: nothing. Every verdict is unknown; only which layers each
// workload needs is there, for that follows from its sensitivity alone. For the drawing while the analysis still runs.
#pragma once

#include "analysis/posture.h"

namespace bartizan {

// No findings, no paths, no sentence.
Posture undecided(const Model& model, const Catalogue& catalogue);

} // namespace bartizan
