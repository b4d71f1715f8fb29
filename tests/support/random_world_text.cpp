// SPDX-License-Identifier: GPL-3.0-or-later
// What a small world holds, in words, and where its answers may change.
#include "tests/support/random_world.h"

#include <set>
#include <sstream>

namespace bartizan::test {

using connectivity::Address;
using connectivity::AddressRange;
using connectivity::NamedPort;
using connectivity::Pod;
using connectivity::Policy;
using connectivity::Protocol;
using connectivity::World;

namespace {

std::string text(const std::vector<std::string>& words)
{
    std::string result;
    for (const std::string& word : words)
        result += (result.empty() ? "" : " ") + word;
    return result;
}

std::string text(const Attributes& labels)
{
    std::string result;
    for (const Attribute& label : labels)
        result += (result.empty() ? "" : ",") + label.key + "=" + label.value;
    return "{" + result + "}";
}

std::string text(const LabelCondition& condition)
{
    static const char* const ops[] = {"always", "in", "exists", "contains", "startsWith", "endsWith", "all", "any", "none"};
    static const char* const ofs[] = {"pod", "space", "account"};
    std::string result = ops[static_cast<std::size_t>(condition.op)];
    result += "(";
    if (condition.parts.empty())
        result += std::string(ofs[static_cast<std::size_t>(condition.of)]) + "." + condition.key + ": " + text(condition.values);
    for (const LabelCondition& part : condition.parts)
        result += text(part) + " ";
    return result + ")";
}

std::string text(const PodSet& set)
{
    std::string result;
    if (!set.ns.empty())
        result += "ns " + set.ns + "; ";
    if (set.namespaces.present)
        result += "namespaces " + toText(set.namespaces) + "; ";
    if (set.pods.present)
        result += "pods " + toText(set.pods) + "; ";
    for (const LabelCondition& condition : set.conditions)
        result += text(condition) + "; ";
    return "[" + result + "]";
}

std::string text(const PolicyPeer& peer)
{
    static const char* const kinds[] = {"pods", "addresses", "everyone", "hostNames", "special"};
    std::string result = kinds[static_cast<std::size_t>(peer.kind)];
    if (peer.kind == PolicyPeer::Kind::pods)
        result += text(peer.pods) + (peer.labelledSets ? " and labelled sets" : "");
    if (peer.alsoPods)
        result += " also pods";
    for (const PolicyPeer::Block& block : peer.blocks)
        result += " " + block.cidr + (block.except.empty() ? "" : " except " + text(block.except));
    for (const std::string& name : peer.setNames)
        result += " set:" + name;
    return result + " " + text(peer.names);
}

std::string text(const PolicyPorts& ports)
{
    return (ports.protocol.empty() ? "any" : ports.protocol) +
           (!ports.name.empty() ? ":" + ports.name
            : ports.first       ? ":" + std::to_string(ports.first) + "-" + std::to_string(ports.last)
                                : "");
}

std::string text(const PolicyRuleRecord& rule)
{
    static const char* const actions[] = {"allow", "deny", "pass", "log"};
    std::string result = actions[static_cast<std::size_t>(rule.action)];
    result += rule.narrower.empty() ? "" : " (narrower)";
    result += rule.anyPeer ? " anyone" : "";
    for (const PolicyPeer& peer : rule.peers)
        result += " | " + text(peer);
    result += rule.anyPort ? " on any port" : " on";
    for (const PolicyPorts& ports : rule.ports)
        result += " " + text(ports);
    for (const PolicyPorts& ports : rule.notPorts)
        result += " but not " + text(ports);
    for (const PodSet& selected : rule.selected)
        result += " for " + text(selected);
    return result;
}

void write(std::ostream& out, const Policy& policy)
{
    out << policy.name << ": layer " << policy.layer << (policy.together ? " together" : "") << ", order " << policy.record.order
        << ", cluster '" << policy.cluster << "', ns '" << policy.ns << "', networks";
    for (const std::size_t network : policy.networks)
        out << ' ' << network;
    out << ", selects " << text(policy.record.selects) << (policy.record.ingress ? " ingress" : "")
        << (policy.record.egress ? " egress" : "") << (policy.deniesRest[0] ? ", denies other ingress" : "")
        << (policy.deniesRest[1] ? ", denies other egress" : "") << '\n';
    for (const PolicyRuleRecord& rule : policy.record.ingressRules)
        out << "    ingress " << text(rule) << '\n';
    for (const PolicyRuleRecord& rule : policy.record.egressRules)
        out << "    egress " << text(rule) << '\n';
}

Address beside(Address address, bool after)
{
    if (after) {
        address.low += 1;
        address.high += address.v6 && address.low == 0 ? 1 : 0;
    } else {
        address.high -= address.v6 && address.low == 0 ? 1 : 0;
        address.low -= 1;
    }
    if (!address.v6)
        address.low &= 0xffffffffU; // round the end: any address will do
    return address;
}

} // namespace

std::string describe(const World& world)
{
    std::ostringstream out;
    for (std::size_t i = 0; i < world.networks.size(); ++i)
        out << "network " << i << ": " << world.networks[i].name << '\n';
    for (const connectivity::Space& space : world.spaces)
        out << "space '" << space.cluster << "' " << space.name << ' ' << text(space.labels) << '\n';
    for (std::size_t i = 0; i < world.pods.size(); ++i) {
        const Pod& pod = world.pods[i];
        out << "pod " << i << ": " << pod.id << ' ' << text(pod.labels) << ", account " << text(pod.accountLabels) << ", network "
            << pod.network;
        for (const std::size_t secondary : pod.secondary)
            out << " and " << secondary;
        for (const NamedPort& port : pod.ports)
            out << ' ' << port.name << '=' << connectivity::toWord(port.protocol) << ':' << port.number;
        out << '\n';
    }
    for (std::size_t i = 0; i < world.sets.size(); ++i)
        out << "set " << world.setNames[i] << " of '" << world.sets[i].ns << "' " << text(world.setLabels[i]) << ": "
            << text(world.sets[i].cidrs) << '\n';
    for (const Policy& policy : world.policies)
        write(out, policy);
    return out.str();
}

std::vector<NaivePort> borderPorts(const World& world)
{
    std::set<std::uint32_t> numbers{1, 65535, 20000};
    const auto add = [&](std::uint32_t first, std::uint32_t last) {
        for (const std::uint32_t number : {first - 1, first, last, last + 1})
            if (number >= 1 && number <= 65535)
                numbers.insert(number);
    };
    for (const Pod& pod : world.pods)
        for (const NamedPort& port : pod.ports)
            add(port.number, port.number);
    for (const Policy& policy : world.policies)
        for (const auto* rules : {&policy.record.ingressRules, &policy.record.egressRules})
            for (const PolicyRuleRecord& rule : *rules)
                for (const auto* list : {&rule.ports, &rule.notPorts})
                    for (const PolicyPorts& ports : *list)
                        if (ports.first)
                            add(ports.first, ports.last);
    std::vector<NaivePort> result;
    for (const Protocol protocol : {Protocol::tcp, Protocol::udp, Protocol::sctp})
        for (const std::uint32_t number : numbers)
            result.push_back({protocol, number});
    for (const std::uint32_t number : {1U, 47U, 58U, 89U}) // ICMP, GRE, ICMPv6, OSPF
        result.push_back({std::nullopt, number});
    return result;
}

std::vector<Address> borderAddresses(const World& world)
{
    std::set<Address> addresses;
    const auto add = [&](const std::string& cidr) {
        if (const std::optional<AddressRange> range = connectivity::blockOf(cidr))
            addresses.insert({range->first, range->last, beside(range->first, false), beside(range->last, true)});
    };
    for (const Policy& policy : world.policies)
        for (const auto* rules : {&policy.record.ingressRules, &policy.record.egressRules})
            for (const PolicyRuleRecord& rule : *rules)
                for (const PolicyPeer& peer : rule.peers)
                    for (const PolicyPeer::Block& block : peer.blocks) {
                        add(block.cidr);
                        for (const std::string& except : block.except)
                            add(except);
                    }
    for (const AddressSetRecord& set : world.sets)
        for (const std::string& cidr : set.cidrs)
            add(cidr);
    return {addresses.begin(), addresses.end()};
}

} // namespace bartizan::test
