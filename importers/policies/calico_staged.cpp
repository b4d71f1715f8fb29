// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/policies/calico_staged.h"

#include "importers/gateways/facts.h"

namespace bartizan::importers {
namespace {

PolicyPeer readPeer(PolicyReader& reader, Node node, const std::string& space)
{
    PolicyPeer peer;
    peer.evidence = reader.evidence(node);
    const Node block = reader.mapping(node, "ipBlock");
    peer.pods.pods = reader.selector(reader.mapping(node, "podSelector"));
    peer.pods.namespaces = reader.selector(reader.mapping(node, "namespaceSelector"));
    const bool selectors = peer.pods.pods.present || peer.pods.namespaces.present;
    if (!peer.pods.namespaces.present)
        peer.pods.ns = space;
    if ((block && selectors) || (!block && !selectors))
        reader.refuse(node, "expected either ipBlock or selectors in a peer, found both or neither",
                      "write one of the two; {} as a selector takes everything");
    if (block) {
        peer.kind = PolicyPeer::Kind::addresses;
        peer.pods = {};
        const std::string cidr = reader.text(block, "cidr");
        if (!isAddressRange(cidr))
            reader.refuse(block, "expected a block such as 10.0.0.0/8 as cidr, found something else",
                          "write an address, a slash and the prefix length");
        peer.blocks.push_back({cidr, reader.blocks(block, "except")});
    }
    return peer;
}

PolicyPorts readPort(PolicyReader& reader, Node node)
{
    PolicyPorts ports;
    ports.evidence = reader.evidence(node);
    ports.protocol = reader.text(node, "protocol");
    if (ports.protocol.empty())
        ports.protocol = "TCP";
    const Node port = node["port"];
    if (port.isString()) {
        ports.name = port.string();
    } else if (!port.isNull()) {
        ports.first = ports.last = portNumber(port);
        if (ports.first == 0)
            reader.refuse(port, "expected a port from 1 to 65535 or a port's name, found something else",
                          "write the number, or the name that the container gives it");
    }
    if (const Node last = node["endPort"]; !last.isNull()) {
        ports.last = portNumber(last);
        if (ports.first == 0 || ports.last < ports.first)
            reader.refuse(last, "expected endPort with a lower port, found another number or no port",
                          "write port as a lower number, or take endPort away");
    }
    return ports;
}

std::vector<PolicyRuleRecord> readRules(PolicyReader& reader, Node spec, std::string_view key, std::string_view peersKey,
                                        const std::string& space)
{
    std::vector<PolicyRuleRecord> rules;
    for (const Node node : reader.mappings(spec, key)) {
        PolicyRuleRecord rule;
        rule.evidence = reader.evidence(node);
        for (const Node peer : reader.mappings(node, peersKey))
            rule.peers.push_back(readPeer(reader, peer, space));
        for (const Node port : reader.mappings(node, "ports"))
            rule.ports.push_back(readPort(reader, port));
        rule.anyPeer = rule.peers.empty();
        rule.anyPort = rule.ports.empty();
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace

void readStagedKubernetes(PolicyReader& reader, Node spec, TrafficPolicyRecord& record)
{
    record.order = 1000; // the order that Calico gives a Kubernetes NetworkPolicy
    record.selects.ns = reader.context().meta().identity.ns;
    record.selects.pods = reader.selector(reader.mapping(spec, "podSelector"));
    record.ingressRules = readRules(reader, spec, "ingress", "from", record.selects.ns);
    record.egressRules = readRules(reader, spec, "egress", "to", record.selects.ns);
    const Node types = reader.list(spec, "policyTypes");
    for (const Node type : types) {
        record.ingress |= type.text() == "Ingress";
        record.egress |= type.text() == "Egress";
        if (type.text() != "Ingress" && type.text() != "Egress")
            reader.refuse(type, "expected Ingress or Egress in policyTypes, found something else",
                          "write one of the two, with a capital letter");
    }
    if (types.size() == 0) { // Kubernetes NetworkPolicy API: Ingress always, Egress if and only if there are egress rules
        record.ingress = true;
        record.egress = !record.egressRules.empty();
    }
}

} // namespace bartizan::importers
