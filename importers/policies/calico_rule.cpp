// SPDX-License-Identifier: GPL-3.0-or-later
// One rule of a Calico policy: action, protocols and ports; calico_entity.cpp reads its two ends. Ports are always those of
// the destination, so source ports cannot be said and make the rule narrower. What a rule asks beside (ICMP types, HTTP,
// IP version) does the same.
#include "importers/policies/calico_rule.h"

#include "importers/gateways/facts.h"

#include <charconv>

namespace bartizan::importers {
namespace {

// "" when it is not written or refused.
std::string protocolAt(PolicyReader& reader, Node rule, std::string_view key)
{
    const Node node = rule[key];
    std::string protocol = calicoProtocol(node);
    if (protocol.empty() && !node.isNull())
        reader.refuse(
            node, "expected TCP, UDP, SCTP, ICMP, ICMPv6, UDPLite or a number from 1 to 255 as a protocol, found something else",
            "write one of these");
    return protocol;
}

bool isPortName(std::string_view text)
{
    constexpr std::string_view marks = "_.-";
    for (const char c : text) {
        if (!isAlnum(c) && marks.find(c) == std::string_view::npos)
            return false;
    }
    return !text.empty() && text.size() <= 128;
}

// 80, "80", "8000:8999", "http".
void addPort(PolicyReader& reader, Node node, const std::string& protocol, std::vector<PolicyPorts>& ports)
{
    PolicyPorts result;
    result.protocol = protocol;
    result.evidence = reader.evidence(node);
    const std::string_view text = node.text();
    const std::size_t colon = text.find(':');
    const bool scalar = node.isString() || node.kind() == document::NodeKind::integer;
    if (scalar && (colon != std::string_view::npos || allDigits(text))) {
        result.first = portNumber(text.substr(0, colon));
        result.last = colon == std::string_view::npos ? result.first : portNumber(text.substr(colon + 1));
        if (result.first != 0 && result.first <= result.last) {
            ports.push_back(std::move(result));
            return;
        }
    } else if (scalar && isPortName(text)) {
        result.name = std::string(text);
        ports.push_back(std::move(result));
        return;
    }
    reader.refuse(node, "expected a port from 1 to 65535, a range such as 8000:8999 or a port's name, found something else",
                  "write one of these");
}

void readPorts(PolicyReader& reader, Node rule, PolicyRuleRecord& record, std::vector<std::string>& narrower)
{
    const std::string protocol = protocolAt(reader, rule, "protocol"), notProtocol = protocolAt(reader, rule, "notProtocol");
    const Node source = rule["source"], destination = rule["destination"];
    const Node ports = reader.list(destination, "ports"), notPorts = reader.list(destination, "notPorts");
    const Node sourcePorts = reader.list(source, "ports"), notSourcePorts = reader.list(source, "notPorts");
    const bool asksPorts = ports.size() + notPorts.size() + sourcePorts.size() + notSourcePorts.size() > 0;
    if (asksPorts && protocol != "TCP" && protocol != "UDP" && protocol != "SCTP")
        reader.refuse(rule, "expected protocol TCP, UDP or SCTP in a rule with ports, found another one or none",
                      "write the protocol that the ports are of");
    if (sourcePorts.size() + notSourcePorts.size() > 0)
        narrower.emplace_back("source ports");

    record.anyPort = protocol.empty() && ports.size() == 0;
    for (const Node port : ports)
        addPort(reader, port, protocol, record.ports);
    if (!protocol.empty() && ports.size() == 0)
        record.ports.push_back({protocol, {}, 0, 0, reader.evidence(rule["protocol"])});
    for (const Node port : notPorts)
        addPort(reader, port, protocol, record.notPorts);
    if (!notProtocol.empty())
        record.notPorts.push_back({notProtocol, {}, 0, 0, reader.evidence(rule["notProtocol"])});
}

void readAction(PolicyReader& reader, Node rule, PolicyRuleRecord& record)
{
    using Action = PolicyRuleRecord::Action;
    const std::string action = reader.text(rule, "action");
    if (action == "Allow")
        record.action = Action::allow;
    else if (action == "Deny")
        record.action = Action::deny;
    else if (action == "Pass")
        record.action = Action::pass;
    else if (action == "Log")
        record.action = Action::log;
    else
        reader.refuse(rule["action"] ? rule["action"] : rule,
                      "expected action Allow, Deny, Log or Pass, found another word or none",
                      "write one of the four, with a capital letter");
}

} // namespace

std::string calicoProtocol(Node node)
{
    struct Name {
        std::string_view lowerCase, word;
        int number;
    };
    constexpr Name names[] = {{"tcp", "TCP", 6},   {"udp", "UDP", 17},       {"sctp", "SCTP", 132},
                              {"icmp", "ICMP", 1}, {"icmpv6", "ICMPv6", 58}, {"udplite", "136", 136}};
    if (!node.isScalar() || node.isNull())
        return {};
    int number = 0;
    const std::string_view text = node.text();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = error == std::errc{} && end == text.data() + text.size();
    for (const Name& name : names) {
        if (isNumber ? number == name.number : lowered(text) == name.lowerCase)
            return std::string(name.word);
    }
    return isNumber && number >= 1 && number <= 255 ? std::to_string(number) : std::string();
}

PolicyRuleRecord calicoRule(PolicyReader& reader, Node rule, bool ingress, const std::string& space)
{
    PolicyRuleRecord record;
    record.evidence = reader.evidence(rule);
    readAction(reader, rule, record);
    const Node source = reader.mapping(rule, "source"), destination = reader.mapping(rule, "destination");
    std::vector<std::string> narrower;
    readPorts(reader, rule, record, narrower);
    if (const Node icmp = reader.mapping(rule, "icmp"), others = reader.mapping(rule, "notICMP"); icmp.size() + others.size() > 0)
        narrower.emplace_back("ICMP types");
    if (reader.mapping(rule, "http").size() > 0)
        narrower.emplace_back("HTTP rules");
    if (const auto version = reader.integer(rule, "ipVersion")) {
        if (*version != 4 && *version != 6)
            reader.refuse(rule["ipVersion"], "expected ipVersion 4 or 6, found another number",
                          "write one of the two, or leave the field out for both");
        narrower.emplace_back("the IP version");
    }
    if (reader.hasOthers(rule, {"action", "protocol", "notProtocol", "ipVersion", "icmp", "notICMP", "source", "destination",
                                "http", "metadata"}))
        narrower.emplace_back("a field that is not known");
    checkCalicoRule(reader, rule, ingress, space, narrower);
    calicoPeer(reader, ingress ? source : destination, space, record, narrower);
    calicoSelected(reader, ingress ? destination : source, space, record, narrower);
    record.narrower = joined(narrower);
    return record;
}

} // namespace bartizan::importers
