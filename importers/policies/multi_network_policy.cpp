// SPDX-License-Identifier: GPL-3.0-or-later
// k8s.cni.cncf.io MultiNetworkPolicy: the spec of a NetworkPolicy, for the attachment definitions that an annotation names
// (k8snetworkplumbingwg/multi-networkpolicy).
#include "importers/kubernetes/network_policy.h"
#include "importers/kubernetes/words.h"
#include "importers/policies/policies.h"
#include "model/inventory/policy_form.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

namespace {

constexpr std::string_view policyFor = "k8s.v1.cni.cncf.io/policy-for";
constexpr std::size_t mostNetworks = 64; // a policy is for one or two

// "name" or "namespace/name", separated by commas; a name alone is of the policy's own namespace.
std::vector<std::string> networksOf(std::string_view list, const std::string& ns)
{
    std::vector<std::string> result;
    while (!list.empty() && result.size() < mostNetworks) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const std::string_view name = trimmed(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
        if (name.empty())
            continue;
        std::string whole = name.find('/') == std::string_view::npos ? ns + "/" : std::string();
        whole.append(name);
        if (std::find(result.begin(), result.end(), whole) == result.end())
            result.push_back(std::move(whole));
    }
    return result;
}

} // namespace

void importMultiNetworkPolicy(const ObjectContext& context)
{
    const Fields fields(context);
    Invalid invalid(fields, "policy");
    const std::string& ns = context.meta().identity.ns;
    const NetworkPolicyRecord policy = readNetworkPolicy(fields, invalid);
    TrafficPolicyRecord record;
    record.object = context.object;
    record.dialect = PolicyDialect::multiNetworkPolicy;
    record.selects.ns = ns;
    record.selects.pods = policy.pods;
    record.ingress = record.ingressDeniesRest = policy.ingress;
    record.egress = record.egressDeniesRest = policy.egress;
    record.ingressRules = policyRules(policy.ingressRules, ns);
    record.egressRules = policyRules(policy.egressRules, ns);
    record.networks = networksOf(valueOf(context.meta().annotations, policyFor), ns);
    if (record.networks.empty())
        fields.problem("policy-without-network",
                       "expected the networks that a MultiNetworkPolicy is for in the annotation " + std::string(policyFor) +
                           ", found none; it restricts nothing until it names one",
                       context.node["metadata"]["name"]);
    record.malformed = invalid.reason();
    context.out.trafficPolicies.push_back(std::move(record));
}

} // namespace bartizan::importers
