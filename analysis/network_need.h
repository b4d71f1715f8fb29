// SPDX-License-Identifier: GPL-3.0-or-later
// How many workloads policies let in and out, and how many of them known calls need (NetworkNeed). Peers that need a
// connection: the other ends of calls (declared, inferred, observed), gateways whose routes lead to a workload, and
// authenticating proxies in front of it. Counted are workloads that listen, on the ports that do, in the cluster's own
// network; a name server that is reached on port 53 only is nobody's surplus.
//
// A direction is wider than needed when policies let through at least 5 workloads more than need it and at least 3 times
// as many: fewer are ordinary slack (monitoring, a shared namespace, calls that configuration does not show).
#pragma once

#include "analysis/context.h"

#include <optional>

namespace bartizan::analysis {

std::vector<NetworkNeed> networkNeeds(const Context&); // by workload

enum class NeededWay { in, out };

// "Of 40 workloads that policies let in, 2 need to come in, as far as inferred calls show: 20 times as many."; none where
// no call is known, the direction is not restricted, or it is not wider than needed.
std::optional<std::string> surplus(const Context&, WorkloadId, NeededWay);
// "declared and inferred calls": where policies let through no workload but those that calls need, and some are needed.
std::optional<std::string> onlyNeeded(const Context&, WorkloadId);

} // namespace bartizan::analysis
