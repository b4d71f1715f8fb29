// SPDX-License-Identifier: GPL-3.0-or-later
// The spec of a NetworkPolicy, with the API's own defaults applied. MultiNetworkPolicy (importers/policies) has the same
// one. What the API server refuses is a Problem and noted in `invalid`.
#pragma once

#include "importers/kubernetes/invalid.h"

namespace bartizan::importers {

NetworkPolicyRecord readNetworkPolicy(const Fields& fields, Invalid& invalid);

// The three that policies may name; "" is the API's default.
bool policyProtocol(std::string_view word);
// IANA service name as Kubernetes takes it for a container port: up to 15 of a-z, 0-9 and '-', at least one letter.
bool portName(std::string_view word);

} // namespace bartizan::importers
