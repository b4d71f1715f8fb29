// SPDX-License-Identifier: GPL-3.0-or-later
// Ways from outside to each workload, of three kinds that are never mixed: direct, relayed, lateral (layers.md, "Paths").
// Weakest first: a path is kept while no other of its kind and way in has a subset of its barriers. Bounded per target;
// the posture says when the bound cut. Needs the decided layers; fills paths, steps and the open flags of the posture.
#pragma once

#include "analysis/context.h"

namespace bartizan::analysis {

void findPaths(const Context&, Posture&);

} // namespace bartizan::analysis
