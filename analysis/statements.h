// SPDX-License-Identifier: GPL-3.0-or-later
// Statements of the review: somebody answers for what the input cannot show. A statement decides only what would be
// unknown, says so by its basis, and ends with its expiry; what the input shows, it never changes.
#pragma once

#include "analysis/context.h"

namespace bartizan::analysis {

// Makes an unknown verdict present when the review states it as of settings.asOf. True when it did.
bool takeStatement(const Context&, WorkloadId, Layer, LayerVerdict&);

} // namespace bartizan::analysis
