// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of Cilium's policies (cilium.io/v2), read by cilium_policy.cpp. What is refused goes to the PolicyReader. Semantics:
// docs.cilium.io, "Layer 3 Policies", "Layer 4 Policies", "Layer 7 Policies", "Policy Enforcement Modes".
#pragma once

#include "importers/policies/policy_reader.h"
#include "model/inventory/policies.h"

namespace bartizan::importers {

// One entry of ingress, ingressDeny, egress or egressDeny. `space`: the policy's namespace, "" for clusterwide policies.
// An entry without peers and ports matches nothing and gives no rule; entries of toPorts give a rule for each thing that
// narrows them (HTTP rules, ...).
struct CiliumSection {
    bool ingress = true, deny = false;
    std::string space;
};
std::vector<PolicyRuleRecord> ciliumRules(PolicyReader&, document::Node entry, const CiliumSection&);

// Labels with their sources (k8s:, any:, reserved:); Cilium's own labels for namespace and account become what they mean.
struct CiliumEndpoints {
    PodSet pods;                       // without the policy's own namespace
    std::vector<std::string> reserved; // names of reserved labels that are asked for: none of these is a pod
    bool namesSpace = false;           // asks for a namespace or its labels
    bool namesCluster = false;         // asks for a cluster's name, which is not in `pods`
};
CiliumEndpoints ciliumEndpoints(PolicyReader&, document::Node selector);

struct CiliumPeers {
    bool any = false; // names none
    std::vector<PolicyPeer> peers;
    std::vector<PodSet> required; // fromRequires, toRequires
    std::vector<std::string> narrower;
};
CiliumPeers ciliumPeers(PolicyReader&, document::Node entry, const CiliumSection&);

struct CiliumPorts {
    bool any = false;
    std::vector<PolicyPorts> ports;
    std::vector<std::string> narrower;
    Evidence evidence; // of the entry of toPorts; invalid: of the rule
};
std::vector<CiliumPorts> ciliumPorts(PolicyReader&, document::Node entry, const CiliumSection&); // at least one

} // namespace bartizan::importers
