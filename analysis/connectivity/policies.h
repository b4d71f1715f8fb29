// SPDX-License-Identifier: GPL-3.0-or-later
// Every policy of an inventory in the order in which it is asked. Where policies of several dialects are in one input, the
// layers are those of Calico, which alone defines an order between them: tiers by their order, AdminNetworkPolicy at
// 1,000, the default tier with Kubernetes NetworkPolicy at 1,000,000, BaselineAdminNetworkPolicy at 10,000,000. Cilium joins
// its own allowing rules with those of Kubernetes NetworkPolicy; any refusal of it wins (docs.cilium.io, "Deny Policies").
#pragma once

#include "analysis/connectivity/world.h"

#include <map>
#include <utility>

namespace bartizan::connectivity {

// Definitions of networks that pods are attached to: cluster and "namespace/name" -> index of the network.
using Attachments = std::map<std::pair<std::string, std::string>, std::size_t>;

std::vector<Policy> policiesOf(const Inventory&, const Attachments&, const std::vector<Network>&);

} // namespace bartizan::connectivity
