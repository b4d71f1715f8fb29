// SPDX-License-Identifier: GPL-3.0-or-later
// k8s.cni.cncf.io MultiNetworkPolicy: the spec of a NetworkPolicy, for the attachment definitions that an annotation names
// (k8snetworkplumbingwg/multi-networkpolicy).
#include "importers/kubernetes/network_policy.h"
#include "importers/kubernetes/words.h"
#include "importers/policies/policies.h"

#include <algorithm>
#include <charconv>

namespace bartizan::importers {

using document::Node;

namespace {

constexpr std::string_view policyFor = "k8s.v1.cni.cncf.io/policy-for";
constexpr std::size_t mostNetworks = 64; // a policy is for one or two

PolicyPeer peerOf(const NetworkPeer& peer, const std::string& ns)
{
    PolicyPeer result;
    result.evidence = peer.evidence;
    if (!peer.cidr.empty()) {
        result.kind = PolicyPeer::Kind::addresses;
        result.blocks.push_back({peer.cidr, peer.except});
        return result;
    }
    if (!peer.namespaces.present)
        result.pods.ns = ns; // podSelector alone: pods of the policy's own namespace
    result.pods.namespaces = peer.namespaces;
    result.pods.pods = peer.pods;
    return result;
}

PolicyPorts portsOf(const NetworkPort& port)
{
    PolicyPorts result;
    result.protocol = port.protocol;
    result.evidence = port.evidence;
    if (!allDigits(port.port)) {
        result.name = port.port;
        return result;
    }
    std::from_chars(port.port.data(), port.port.data() + port.port.size(), result.first);
    result.last = port.endPort != 0 ? port.endPort : result.first;
    return result;
}

std::vector<PolicyRuleRecord> rulesOf(const std::vector<NetworkRule>& rules, const std::string& ns)
{
    std::vector<PolicyRuleRecord> result;
    for (const NetworkRule& rule : rules) {
        PolicyRuleRecord& made = result.emplace_back();
        made.evidence = rule.evidence;
        made.anyPeer = rule.anyPeer;
        made.anyPort = rule.anyPort;
        for (const NetworkPeer& peer : rule.peers)
            made.peers.push_back(peerOf(peer, ns));
        for (const NetworkPort& port : rule.ports)
            made.ports.push_back(portsOf(port));
    }
    return result;
}

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
    record.ingressRules = rulesOf(policy.ingressRules, ns);
    record.egressRules = rulesOf(policy.egressRules, ns);
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
