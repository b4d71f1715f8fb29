// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of Calico's policies (projectcalico.org/v3 Rule, EntityRule), read by calico_policy.cpp. What is refused goes to the
// PolicyReader. Semantics: docs.tigera.io, "Network policy" and "Global network policy" of the reference.
#pragma once

#include "importers/policies/policy_reader.h"
#include "model/inventory/policies.h"

namespace bartizan::importers {

// `space`: the policy's own namespace, "" for global policies.
PolicyRuleRecord calicoRule(PolicyReader&, document::Node rule, bool ingress, const std::string& space);

// Objects of crd.projectcalico.org were written past the API server that validates projectcalico.org/v3, so they may be in
// force with what it refuses.
bool storedCalico(const PolicyReader&);

// A protocol of Calico's by name or number: "TCP", "UDP", "SCTP", "ICMP", "ICMPv6" or another's number; "" when it is none.
std::string calicoProtocol(document::Node);

// Refuses what Calico's API server refuses of a rule as a whole (calico_checks.cpp), or adds to `narrower` where the object was
// written past it; adds domain names that have no effect, as they have one in egress rules that allow only.
void checkCalicoRule(PolicyReader&, document::Node rule, bool ingress, const std::string& space,
                     std::vector<std::string>& narrower);

// The selector at parent[key]; none when it is not written, blank or refused.
std::optional<LabelCondition> calicoSelectorAt(PolicyReader&, document::Node parent, std::string_view key, LabelCondition::Of);

// One end of a rule that is the peer: peers, or `anyPeer`; adds to `narrower` what cannot be said.
void calicoPeer(PolicyReader&, document::Node entity, const std::string& space, PolicyRuleRecord&,
                std::vector<std::string>& narrower);
// The end that is the selected pod.
void calicoSelected(PolicyReader&, document::Node entity, const std::string& space, PolicyRuleRecord&,
                    std::vector<std::string>& narrower);

} // namespace bartizan::importers
