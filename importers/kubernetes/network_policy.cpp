// SPDX-License-Identifier: GPL-3.0-or-later
// networking.k8s.io/v1 NetworkPolicy (and the same kind in extensions/v1beta1), with the API's own defaults applied.
// What is refused: Kubernetes API reference, NetworkPolicySpec and its parts.
#include "importers/kubernetes/network_policy.h"

#include "importers/kubernetes/kinds.h"
#include "importers/kubernetes/selector.h"
#include "importers/kubernetes/words.h"
#include "model/ip_block.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

namespace {

constexpr std::string_view cidrRemedy = "write an IPv4 or IPv6 address, a slash and the prefix length";

class NetworkPolicyReader {
public:
    NetworkPolicyReader(const Fields& fields, Invalid& invalid) : m_fields(fields), m_invalid(invalid) {}

    std::vector<NetworkRule> rules(Node spec, std::string_view key, std::string_view peersKey) const
    {
        std::vector<NetworkRule> rules;
        for (const Node node : listOrInvalid(m_fields, spec, key, m_invalid)) {
            if (!node.isMapping() && !node.isNull()) {
                wrongType(node, "a rule");
                continue;
            }
            rules.push_back(rule(node, peersKey));
        }
        return rules;
    }

    void types(Node spec, NetworkPolicyRecord& record) const
    {
        const Node types = listOrInvalid(m_fields, spec, "policyTypes", m_invalid);
        if (types.size() == 0) { // Kubernetes NetworkPolicy API: Ingress always, Egress if and only if there are egress rules
            record.ingress = true;
            record.egress = !record.egressRules.empty();
            return;
        }
        record.policyTypes = m_fields.evidence(types);
        for (const Node type : types) {
            record.ingress = record.ingress || type.text() == "Ingress";
            record.egress = record.egress || type.text() == "Egress";
            if (type.text() != "Ingress" && type.text() != "Egress")
                m_invalid.refuse("invalid-policy", "Ingress or Egress in policyTypes", "another word", "write one of the two",
                                 type);
        }
    }

private:
    void wrongType(Node node, std::string_view expected) const
    {
        m_fields.unexpected(node, expected);
        m_invalid.leaveOut("expected " + std::string(expected) + ", found another type");
    }

    NetworkRule rule(Node node, std::string_view peersKey) const
    {
        NetworkRule rule;
        rule.evidence = m_fields.evidence(node);
        // A list of the wrong type must not widen the rule: it then allows nothing instead of everything.
        const Node peers = listOrInvalid(m_fields, node, peersKey, m_invalid);
        const Node ports = listOrInvalid(m_fields, node, "ports", m_invalid);
        rule.anyPeer = node[peersKey].isNull() || (peers && peers.size() == 0);
        rule.anyPort = node["ports"].isNull() || (ports && ports.size() == 0);
        for (const Node peer : peers) {
            if (peer.isMapping())
                rule.peers.push_back(readPeer(peer));
            else
                wrongType(peer, "a peer");
        }
        const bool toBlocks = peersKey == "to" && std::any_of(rule.peers.begin(), rule.peers.end(),
                                                              [](const NetworkPeer& peer) { return !peer.cidr.empty(); });
        for (const Node port : ports) {
            if (port.isMapping())
                rule.ports.push_back(readPort(port, toBlocks));
            else
                wrongType(port, "a port");
        }
        return rule;
    }

    NetworkPeer readPeer(Node node) const
    {
        NetworkPeer peer;
        peer.evidence = m_fields.evidence(node);
        peer.pods = checkedSelector(m_fields, node, "podSelector", m_invalid);
        peer.namespaces = checkedSelector(m_fields, node, "namespaceSelector", m_invalid);
        const bool selectors = peer.pods.present || peer.namespaces.present;
        const Node block = mappingOrInvalid(m_fields, node, "ipBlock", m_invalid);
        if (block) {
            readBlock(block, peer);
            if (selectors)
                m_invalid.refuse("invalid-peer", "either ipBlock or selectors in a NetworkPolicy peer", "both",
                                 "make two peers of them", node);
        } else if (node["podSelector"].isNull() && node["namespaceSelector"].isNull() && node["ipBlock"].isNull()) {
            m_invalid.refuse("invalid-peer", "podSelector, namespaceSelector or ipBlock in a NetworkPolicy peer", "none of them",
                             "write whom it means, or leave the list of peers out if it means everyone", node);
        }
        return peer;
    }

    void readBlock(Node block, NetworkPeer& peer) const
    {
        peer.cidr = m_fields.text(block, "cidr");
        peer.except = m_fields.strings(block, "except");
        const std::optional<IpBlock> whole = cidrOf(peer.cidr);
        if (!whole)
            m_invalid.refuse("invalid-block", "an address block in CIDR notation", "another text", cidrRemedy,
                             block["cidr"] ? block["cidr"] : block);
        for (const Node except : block["except"]) {
            const std::optional<IpBlock> part = cidrOf(except.text());
            if (!part)
                m_invalid.refuse("invalid-block", "address blocks in CIDR notation as exceptions", "another text", cidrRemedy,
                                 except);
            else if (whole && !strictlyWithin(*part, *whole))
                m_invalid.refuse("invalid-block", "an exception that is a part of its address block",
                                 "one that is not, or that is all of it", "write a smaller block of the same addresses", except);
        }
    }

    NetworkPort readPort(Node node, bool toBlocks) const
    {
        NetworkPort port;
        if (const std::string protocol = m_fields.text(node, "protocol"); !protocol.empty())
            port.protocol = protocol;
        port.port = m_fields.intOrString(node, "port").value;
        port.endPort = m_fields.port(node, "endPort");
        port.evidence = m_fields.elementEvidence(node, "port");
        if (!policyProtocol(port.protocol))
            m_invalid.refuse("invalid-port", "protocol TCP, UDP or SCTP", "another word", "write one of the three",
                             node["protocol"]);
        checkPort(node, port, toBlocks);
        return port;
    }

    void checkPort(Node node, const NetworkPort& port, bool toBlocks) const
    {
        const Node written = node["port"];
        const std::optional<std::int64_t> number = written.asInt();
        if (number && (*number < 1 || *number > 65535))
            m_invalid.refuse("invalid-port", "a port number from 1 to 65535", "another number", "write one of them", written);
        const bool named = !written.isNull() && !number;
        if (named && !portName(port.port))
            m_invalid.refuse("invalid-port", "a port's number, or a name of at most 15 lower-case letters, digits and '-'",
                             "another text", "write the number, or the name that the container gives it", written);
        if (named && toBlocks)
            m_invalid.report("named-port-of-addresses",
                             "expected a port's number beside an address block, found a name; only containers name ports, so "
                             "it lets nothing through to these addresses: write the number",
                             written);
        if (node["endPort"].isNull())
            return;
        if (port.endPort == 0)
            m_invalid.leaveOut("expected a port number from 1 to 65535 at endPort, found another value");
        else if (!number)
            m_invalid.refuse("invalid-port", "a port number beside endPort", named ? "a port's name" : "no port",
                             "write the first number of the range at port", node["endPort"]);
        else if (port.endPort < *number)
            m_invalid.refuse("invalid-port", "an endPort that is not below port", "a lower number",
                             "write the last number of the range at endPort", node["endPort"]);
    }

    const Fields& m_fields;
    Invalid& m_invalid;
};

} // namespace

bool policyProtocol(std::string_view word)
{
    return word == "TCP" || word == "UDP" || word == "SCTP";
}

bool portName(std::string_view word)
{
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !word.empty() && word.size() <= 15 && word.front() != '-' && word.back() != '-' &&
           word.find("--") == std::string_view::npos && std::any_of(word.begin(), word.end(), letter) &&
           std::all_of(word.begin(), word.end(), [&](char c) { return letter(c) || isDigit(c) || c == '-'; });
}

NetworkPolicyRecord readNetworkPolicy(const Fields& fields, Invalid& invalid)
{
    const Node object = fields.context().node;
    const Node spec = mappingOrInvalid(fields, object, "spec", invalid);
    NetworkPolicyRecord record;
    record.object = fields.context().object;
    record.pods = checkedSelector(fields, spec, "podSelector", invalid);
    if (!record.pods.present && (!spec || spec["podSelector"].isNull())) {
        record.pods.present = true; // not a pointer in the API: left out means every pod of the namespace
        record.pods.evidence = fields.evidence(spec ? spec : object);
    }
    const NetworkPolicyReader reader(fields, invalid);
    record.ingressRules = reader.rules(spec, "ingress", "from");
    record.egressRules = reader.rules(spec, "egress", "to");
    reader.types(spec, record);
    record.malformed = invalid.reason();
    return record;
}

void importNetworkPolicy(const ObjectContext& context)
{
    const Fields fields(context);
    Invalid invalid(fields, "policy");
    context.out.networkPolicies.push_back(readNetworkPolicy(fields, invalid));
}

} // namespace bartizan::importers
