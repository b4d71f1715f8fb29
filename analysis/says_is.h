// SPDX-License-Identifier: GPL-3.0-or-later
// Findings that belong to no single workload's layer: what is configured and what runs differ, policies that select
// nothing, Secrets with values in a manifest, bindings to everybody. Each names its object.
#pragma once

#include "analysis/context.h"
#include "analysis/findings.h"

namespace bartizan::analysis {

void raiseSaysIs(const Context&, FindingSink&);         // gateways, endpoints, policies that select nothing
void raiseSecretObjects(const Context&, FindingSink&);  // Secrets, ConfigMaps, tokens
void raiseOpenBindings(const Context&, FindingSink&);   // rights of groups that everybody belongs to
void raiseUnusedAccounts(const Context&, FindingSink&); // rights over the cluster that no workload of the input uses

} // namespace bartizan::analysis
