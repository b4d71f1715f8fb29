// SPDX-License-Identifier: GPL-3.0-or-later
// networking.k8s.io/v1 NetworkPolicy (and the same kind in extensions/v1beta1), with the API's own defaults applied.
#include "importers/kubernetes/kinds.h"
#include "importers/kubernetes/selector.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

namespace {

NetworkPeer readPeer(const Fields& fields, Node node)
{
    NetworkPeer peer;
    peer.evidence = fields.evidence(node);
    peer.pods = labelSelector(fields, node, "podSelector");
    peer.namespaces = labelSelector(fields, node, "namespaceSelector");
    if (const Node block = fields.mapping(node, "ipBlock")) {
        peer.cidr = fields.text(block, "cidr");
        peer.except = fields.strings(block, "except");
        if (peer.pods.present || peer.namespaces.present)
            fields.problem("invalid-peer", "expected either ipBlock or selectors in a NetworkPolicy peer, found both", node);
    }
    return peer;
}

NetworkPort readPort(const Fields& fields, Node node)
{
    NetworkPort port;
    if (const std::string protocol = fields.text(node, "protocol"); !protocol.empty())
        port.protocol = protocol;
    port.port = fields.intOrString(node, "port").value;
    port.endPort = fields.port(node, "endPort");
    port.evidence = fields.elementEvidence(node, "port");
    return port;
}

std::vector<NetworkRule> readRules(const Fields& fields, Node spec, std::string_view key, std::string_view peersKey)
{
    std::vector<NetworkRule> rules;
    for (const Node node : fields.list(spec, key)) {
        if (!node.isMapping() && !node.isNull()) {
            fields.unexpected(node, "a rule");
            continue;
        }
        NetworkRule rule;
        rule.evidence = fields.evidence(node);
        // A list of the wrong type must not widen the rule: it then allows nothing instead of everything.
        const Node peers = fields.list(node, peersKey), ports = fields.list(node, "ports");
        rule.anyPeer = node[peersKey].isNull() || (peers && peers.size() == 0);
        rule.anyPort = node["ports"].isNull() || (ports && ports.size() == 0);
        for (const Node peer : peers) {
            if (peer.isMapping())
                rule.peers.push_back(readPeer(fields, peer));
            else
                fields.unexpected(peer, "a peer");
        }
        for (const Node port : ports) {
            if (port.isMapping())
                rule.ports.push_back(readPort(fields, port));
            else
                fields.unexpected(port, "a port");
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace

void importNetworkPolicy(const ObjectContext& context)
{
    const Fields fields(context);
    const Node spec = fields.mapping(context.node, "spec");
    NetworkPolicyRecord record;
    record.object = context.object;
    record.pods = labelSelector(fields, spec, "podSelector");
    if (!record.pods.present && (!spec || spec["podSelector"].isNull())) {
        record.pods.present = true; // not a pointer in the API: left out means every pod of the namespace
        record.pods.evidence = fields.evidence(spec ? spec : context.node);
    }
    record.ingressRules = readRules(fields, spec, "ingress", "from");
    record.egressRules = readRules(fields, spec, "egress", "to");
    const Node types = fields.list(spec, "policyTypes");
    if (types.size() > 0) {
        const std::vector<std::string> words = fields.strings(spec, "policyTypes");
        record.policyTypes = fields.evidence(types);
        record.ingress = std::find(words.begin(), words.end(), "Ingress") != words.end();
        record.egress = std::find(words.begin(), words.end(), "Egress") != words.end();
    } else { // Kubernetes NetworkPolicy API: Ingress always, Egress if and only if there are egress rules
        record.ingress = true;
        record.egress = !record.egressRules.empty();
    }
    context.out.networkPolicies.push_back(std::move(record));
}

} // namespace bartizan::importers
