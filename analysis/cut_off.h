// SPDX-License-Identifier: GPL-3.0-or-later
// Findings about policies that stand in the way of what is meant to work, and policies that stand in nobody's way: a known
// call whose ports the connectivity engine denies, a gateway that may not reach what it routes to, a policy that selects
// nothing. That the network plugin enforces policies is assumed, and the sentences say so.
#pragma once

#include "analysis/findings.h"

namespace bartizan::analysis {

void raiseCutOff(const Context&, FindingSink&);
void raiseIdlePolicies(const Context&, FindingSink&); // of other dialects than NetworkPolicy (says_is.h has those)

} // namespace bartizan::analysis
