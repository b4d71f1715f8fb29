// SPDX-License-Identifier: GPL-3.0-or-later
// Ports of a Cilium rule: toPorts (port 0 is every port, protocol ANY is TCP, UDP and SCTP) and icmps. Rules of layer 7
// below them make a rule narrower than its ports.
#include "importers/policies/cilium_rule.h"

#include "importers/gateways/facts.h"

#include <algorithm>
#include <array>

namespace bartizan::importers {
namespace {

constexpr std::size_t mostPorts = 40; // of one entry, and ICMP types of one: Cilium's own limits

// A service name of RFC 6335: up to 15 letters, digits and hyphens, with a letter.
bool isServiceName(std::string_view text)
{
    bool letter = false;
    for (const char c : text) {
        if (!isAlnum(c) && c != '-')
            return false;
        letter |= isLetter(c);
    }
    return letter && text.size() <= 15;
}

std::vector<std::string> protocolsOf(PolicyReader& reader, Node port)
{
    const std::string word = reader.text(port, "protocol");
    if (word.empty() || word == "ANY")
        return {"TCP", "UDP", "SCTP"};
    if (word == "TCP" || word == "UDP" || word == "SCTP" || word == "ICMP")
        return {word};
    if (word == "ICMPV6" || word == "ICMPv6")
        return {"ICMPv6"};
    if (word == "VRRP")
        return {"112"};
    if (word == "IGMP")
        return {"2"};
    reader.refuse(port["protocol"], "expected protocol TCP, UDP, SCTP or ANY, found another word",
                  "write one of these, in capital letters");
    return {};
}

struct PortsRead {
    bool zero = false, onlyTcp = true, range = false;
};

void readPort(PolicyReader& reader, Node node, std::vector<PolicyPorts>& ports, PortsRead& read)
{
    const std::string port = reader.text(node, "port");
    const std::vector<std::string> protocols = protocolsOf(reader, node);
    const std::int64_t end = reader.integer(node, "endPort").value_or(0);
    PolicyPorts result;
    result.evidence = reader.evidence(node);
    read.onlyTcp &= protocols == std::vector<std::string>{"TCP"};
    if (isServiceName(port)) {
        result.name = lowered(port);
    } else if (port == "0") {
        read.zero = true;
        if (protocols.size() > 1) { // ANY: every protocol
            ports.push_back(std::move(result));
            return;
        }
    } else {
        result.first = result.last = portNumber(port);
        if (result.first == 0 || end < 0 || end > 65535) {
            reader.refuse(node, "expected port as a string with a number from 0 to 65535 or a port's name, found something else",
                          "write the port in quotes");
            return;
        }
        result.last = std::max(result.first, static_cast<std::uint32_t>(end));
        read.range |= result.last > result.first;
    }
    for (const std::string& protocol : protocols) {
        result.protocol = protocol;
        ports.push_back(result);
    }
}

// What rules below toPorts ask for; refused where Cilium does not take them.
void readLayer7(PolicyReader& reader, Node entry, const PortsRead& read, bool ingress, CiliumPorts& result)
{
    const Node rules = reader.mapping(entry, "rules");
    const bool http = reader.list(rules, "http").size() > 0, kafka = reader.list(rules, "kafka").size() > 0,
               dns = reader.list(rules, "dns").size() > 0, other = !reader.text(rules, "l7proto").empty();
    const int kinds = int(http) + int(kafka) + int(dns) + int(other);
    if (http)
        result.narrower.emplace_back("HTTP rules");
    if (kafka)
        result.narrower.emplace_back("Kafka rules");
    if (dns)
        result.narrower.emplace_back("DNS rules");
    if (other)
        result.narrower.emplace_back("rules of a protocol parser");
    const std::vector<std::string> names = reader.texts(entry, "serverNames");
    const bool serverNames = !names.empty();
    if (std::find(names.begin(), names.end(), std::string()) != names.end())
        reader.refuse(entry["serverNames"], "expected names in serverNames, found an empty one",
                      "write the name, or take the entry away");
    if (serverNames)
        result.narrower.emplace_back("TLS server names");
    if (serverNames && kinds > 0 && !reader.mapping(entry, "terminatingTLS"))
        reader.refuse(entry, "expected serverNames without layer 7 rules or with terminatingTLS, found both",
                      "take one of the two away, or write terminatingTLS");
    if (const Node listener = reader.mapping(entry, "listener")) {
        result.narrower.emplace_back("an Envoy listener");
        if (ingress)
            reader.refuse(listener, "expected a listener in egress only, found one in ingress",
                          "take it away, or write it into an egress rule");
        if (kinds > 0)
            reader.refuse(listener, "expected a listener without layer 7 rules, found both", "take one of the two away");
    }
    if (kinds > 1)
        reader.refuse(rules, "expected rules of one layer 7 protocol, found several", "make an entry of toPorts for each");
    if (dns && ingress)
        reader.refuse(rules, "expected DNS rules in egress only, found some in ingress",
                      "take them away, or write them into an egress rule");
    if (kinds > 0 && !dns && !read.onlyTcp)
        reader.refuse(entry, "expected protocol TCP where layer 7 rules stand, found another one or none",
                      "write protocol TCP at each of its ports");
    if (kinds > 0 && read.zero)
        reader.refuse(entry, "expected a port where layer 7 rules stand, found port 0", "write the port");
    if (dns && read.range)
        reader.refuse(entry, "expected single ports where DNS rules stand, found a range", "write the ports one by one");
    if (dns && result.ports.empty())
        reader.refuse(entry, "expected port 53 where DNS rules stand, found no port", "write port 53");
}

// PortDenyRule has no other field: the API server drops it, and the rule refuses every request to its ports.
void onlyPorts(const PolicyReader& reader, Node entry)
{
    for (const Node field : entry) {
        if (field.isNull() || field.key() == "ports")
            continue;
        reader.fields().problem("field-without-effect",
                                "expected nothing but ports in toPorts of a rule that refuses, found another field, which the "
                                "API server drops, so that the rule refuses all traffic to these ports: write the requests that "
                                "are let through into an allowing rule, and take the field away",
                                field);
        return;
    }
}

CiliumPorts readEntry(PolicyReader& reader, Node entry, const CiliumSection& section)
{
    CiliumPorts result;
    result.evidence = reader.evidence(entry);
    PortsRead read;
    const std::vector<Node> ports = reader.mappings(entry, "ports");
    if (ports.size() > mostPorts)
        reader.refuse(entry["ports"], "expected at most 40 ports in one entry of toPorts, found more",
                      "make several entries of it");
    for (const Node port : ports)
        readPort(reader, port, result.ports, read);
    if (ports.empty()) {
        result.any = true;
        result.narrower.emplace_back("an empty list of ports");
    }
    if (section.deny) {
        onlyPorts(reader, entry);
        return result;
    }
    if (reader.hasOthers(entry, {"ports", "rules", "serverNames", "listener", "terminatingTLS", "originatingTLS"}))
        result.narrower.emplace_back("a field that is not known");
    readLayer7(reader, entry, read, section.ingress, result);
    return result;
}

CiliumPorts readIcmps(PolicyReader& reader, const std::vector<Node>& icmps)
{
    CiliumPorts result;
    result.narrower.emplace_back("ICMP types");
    for (const Node entry : icmps) {
        const std::vector<Node> fields = reader.mappings(entry, "fields");
        if (fields.size() > mostPorts)
            reader.refuse(entry["fields"], "expected at most 40 fields in one entry of icmps, found more",
                          "make several entries of it");
        for (const Node field : fields) {
            const std::string family = reader.text(field, "family");
            if (!family.empty() && family != "IPv4" && family != "IPv6")
                reader.refuse(field["family"], "expected family IPv4 or IPv6, found another word", "write one of the two");
            if (field["type"].isNull())
                reader.refuse(field, "expected an ICMP type in icmps, found none", "write the type");
            result.ports.push_back({family == "IPv6" ? "ICMPv6" : "ICMP", {}, 0, 0, reader.evidence(field)});
        }
    }
    return result;
}

} // namespace

std::vector<CiliumPorts> ciliumPorts(PolicyReader& reader, Node entry, const CiliumSection& section)
{
    const std::vector<Node> toPorts = reader.mappings(entry, "toPorts"), icmps = reader.mappings(entry, "icmps");
    if (!toPorts.empty() && !icmps.empty())
        reader.refuse(entry["icmps"], "expected icmps in a rule without toPorts, found both", "make two rules of it");
    std::vector<CiliumPorts> result;
    for (const Node ports : toPorts)
        result.push_back(readEntry(reader, ports, section));
    if (!icmps.empty())
        result.push_back(readIcmps(reader, icmps));
    if (result.empty()) {
        result.emplace_back();
        result.back().any = true;
    }
    return result;
}

} // namespace bartizan::importers
