// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of a Kubernetes NetworkPolicy in the form of model/inventory/policies.h: for MultiNetworkPolicy, whose spec is the
// same one (importers/policies), and for the order in which all policies are asked (analysis/connectivity). Kubernetes
// NetworkPolicy API: a peer with podSelector alone means the policy's own namespace, ipBlock never a pod.
#pragma once

#include "model/inventory/policies.h"

#include <string>
#include <vector>

namespace bartizan {

std::vector<PolicyRuleRecord> policyRules(const std::vector<NetworkRule>&, const std::string& ns); // `ns`: of the policy

} // namespace bartizan
