// SPDX-License-Identifier: GPL-3.0-or-later
// Policies of engines that connectivity does not read: Antrea's own NetworkPolicy and ClusterNetworkPolicy, Kuma's
// MeshTrafficPermission and TrafficPermission, Consul's ServiceIntentions, the EgressFirewall of OVN-Kubernetes, OpenShift's
// EgressNetworkPolicy, GKE's FQDNNetworkPolicy. One problem a kind and file says that they are there, since without them
// what they deny looks allowed.
#include "importers/kubernetes/fields.h"
#include "importers/policies/policies.h"

#include <algorithm>

namespace bartizan::importers {

void importUnreadPolicy(const ObjectContext& context)
{
    const Identity& identity = context.meta().identity;
    std::string message = "expected policies that connectivity reads (those of Kubernetes, Calico, Cilium, Istio or Linkerd), "
                          "found " +
                          identity.kind + " objects of " + identity.group +
                          ", which are counted but decide nothing here: what they deny is shown as allowed; judge these "
                          "connections by hand";
    const auto& problems = context.out.problems;
    if (std::none_of(problems.begin(), problems.end(), [&](const Problem& one) { return one.message == message; }))
        Fields(context).problem("unread-policy", std::move(message), context.node);
}

} // namespace bartizan::importers
