// SPDX-License-Identifier: GPL-3.0-or-later
// Calico's StagedKubernetesNetworkPolicy: the fields of a Kubernetes NetworkPolicy (networking.k8s.io/v1), never enforced.
// Read so that it can be shown what it would do.
#pragma once

#include "importers/policies/policy_reader.h"
#include "model/inventory/policies.h"

namespace bartizan::importers {

void readStagedKubernetes(PolicyReader&, document::Node spec, TrafficPolicyRecord&);

} // namespace bartizan::importers
