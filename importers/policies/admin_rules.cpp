// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/policies/admin_rules.h"

#include "importers/kubernetes/selector.h"
#include "model/ascii.h"
#include "model/ip_block.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

namespace {

constexpr std::size_t mostNetworks = 25, mostHostNames = 25; // of one peer
constexpr std::size_t longestName = 100, longestNetwork = 43;

std::size_t characters(std::string_view text) // of UTF-8
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// NPEP 133: labels of letters, digits, '-' and '_', two at least, the first of them perhaps '*'.
bool hostNamePattern(std::string_view text)
{
    if (text.starts_with("*."))
        text.remove_prefix(2);
    if (text.ends_with('.'))
        text.remove_suffix(1);
    std::size_t labels = 0;
    for (std::size_t at = 0; at <= text.size(); ++labels) {
        const std::size_t end = std::min(text.find('.', at), text.size());
        const std::string_view label = text.substr(at, end - at);
        if (label.empty() || !isAlnum(label.front()) || !isAlnum(label.back()) ||
            !std::all_of(label.begin(), label.end(), [](char c) { return isAlnum(c) || c == '-' || c == '_'; }))
            return false;
        at = end + 1;
    }
    return labels > 1;
}

// The CRDs ask isCIDR() of CEL's library, which is ParsePrefix of Go's net/netip: no zeros before the prefix length.
std::optional<IpBlock> networkOf(std::string_view text)
{
    const std::string_view length = text.substr(std::min(text.size(), text.find('/') + 1));
    if (text.size() > longestNetwork || (length.size() > 1 && length.front() == '0'))
        return std::nullopt;
    return cidrOf(text);
}

// ::ffff:0:0/96 in either spelling (Is4In6 of net/netip), which that library does not take.
bool mappedAddress(const IpAddress& address)
{
    return address.v6 && address.high == 0 && address.low >> 32U == 0xFFFFU;
}

bool repeats(std::vector<std::string> texts)
{
    std::sort(texts.begin(), texts.end());
    return std::adjacent_find(texts.begin(), texts.end()) != texts.end();
}

} // namespace

void AdminRules::onlyFields(Node node, std::initializer_list<std::string_view> known, std::string_view expected,
                            std::string_view remedy) const
{
    if (!node.isMapping())
        return;
    for (const Node child : node) {
        if (child.isNull() || std::find(known.begin(), known.end(), child.key()) != known.end())
            continue;
        m_invalid.refuse("invalid-selector", expected, "another field, which the served API does not have", remedy, child);
        return;
    }
}

void AdminRules::atMost(Node list, std::size_t most, std::string_view what) const
{
    if (list.size() > most)
        m_invalid.refuse("too-many", "at most " + std::to_string(most) + " " + std::string(what), "more", "make several of it",
                         list);
}

// An API server drops such a field, so the rule would mean more than was wished.
void AdminRules::unknownFields(Node rule, std::string_view peersKey)
{
    for (const Node child : rule) {
        const std::string_view key = child.key();
        if (child.isNull() || key == "name" || key == "action" || key == peersKey || key == m_form.ports)
            continue;
        m_unknown = true;
        m_fields.problem("unknown-rule-field",
                         "expected name, action, " + std::string(peersKey) + " and " + std::string(m_form.ports) +
                             " in a rule, found another field; the rule is read without it and may match less than shown: check "
                             "its spelling and its place",
                         child);
    }
}

std::string_view AdminRules::oneField(Node node, std::initializer_list<std::string_view> keys, std::string_view of)
{
    std::string_view found;
    std::size_t count = 0;
    std::string words;
    for (const std::string_view key : keys) {
        words.append(words.empty() ? "" : ", ").append(key);
        if (node[key].isNull())
            continue;
        found = key;
        ++count;
    }
    if (count != 1) {
        m_invalid.refuse("invalid-policy", "exactly one field of " + words + " in " + std::string(of),
                         count == 0 ? "none" : "several",
                         count == 0 ? "write one" : "keep one, and make entries of their own of the others", node);
        return {};
    }
    for (const Node child : node) {
        if (child.isNull() || child.key() == found)
            continue;
        m_unknown = true;
        m_fields.problem("unknown-rule-field",
                         "expected one field of " + words + " in " + std::string(of) +
                             ", found another field beside it; it is read without that field and may match less than shown: "
                             "check its spelling and its place",
                         child);
    }
    return found;
}

std::uint32_t AdminRules::number(Node node, std::string_view key) const
{
    const std::optional<std::int64_t> value = node[key].asInt();
    if (value && *value >= 1 && *value <= 65535)
        return static_cast<std::uint32_t>(*value);
    m_invalid.refuse("invalid-port", "a port number from 1 to 65535 at " + std::string(key), "none or another value",
                     "write the number", node[key] ? node[key] : node);
    return 0;
}

std::string AdminRules::portName(Node node, std::string_view key) const
{
    std::string name = m_fields.text(node, key);
    if (name.empty())
        m_invalid.refuse("invalid-port", "the name of a container's port", "none", "write the name, or the number", node);
    return name;
}

bool AdminRules::range(Node node, PolicyPorts& ports) const
{
    ports.first = number(node, "start");
    ports.last = number(node, "end");
    if (ports.first == 0 || ports.last == 0)
        return false;
    if (ports.first < ports.last || (ports.first == ports.last && !m_form.strict))
        return true;
    if (ports.first == ports.last)
        m_invalid.refuse("invalid-port", "a range of ports whose end is above its start", "one port", "write it as a number",
                         node);
    else
        m_invalid.refuse("invalid-port", "a range of ports whose end is not below its start",
                         "a lower end, which is no port at all", "exchange the two", node);
    return false;
}

double AdminRules::priority(Node spec) const
{
    const std::optional<std::int64_t> value = spec["priority"].asInt();
    if (value && *value >= 0 && *value <= 1000)
        return static_cast<double>(*value);
    m_invalid.refuse("invalid-priority", "a priority from 0 to 1000", "none or another value",
                     "write one that no other policy of the tier has", spec["priority"] ? spec["priority"] : spec);
    return 0;
}

// Drafts of the API had sameLabels, notSameLabels and namespaceSelector here. Read as no condition they would mean everyone.
Selector AdminRules::selector(Node node, std::string_view key) const
{
    onlyFields(node[key], {"matchLabels", "matchExpressions"},
               "only matchLabels and matchExpressions in a selector (sameLabels and notSameLabels belong to drafts)",
               "write the labels that are meant");
    return checkedSelector(m_fields, node, key, m_invalid);
}

// A selector that is not written is an empty one; neither asks for anything.
PodSet AdminRules::pods(Node node) const
{
    onlyFields(node, {"namespaceSelector", "podSelector"}, "only namespaceSelector and podSelector in pods",
               "write the two selectors");
    PodSet set;
    set.namespaces = selector(node, "namespaceSelector");
    set.pods = selector(node, "podSelector");
    if (!node)
        return set; // of another type, which is said already
    const bool noPods = node["podSelector"].isNull();
    if (noPods && m_form.strict)
        m_invalid.refuse("invalid-selector", "a podSelector in pods", "none", "write it; {} is every pod", node);
    else if (!m_form.strict && (noPods || node["namespaceSelector"].isNull()))
        m_fields.problem("missing-selector",
                         "expected both namespaceSelector and podSelector in pods, found one at most; an API server asks for "
                         "both, and the other is read as {}, which asks for nothing: write it",
                         node);
    return set;
}

PodSet AdminRules::subject(Node spec)
{
    const Node node = mappingOrInvalid(m_fields, spec, "subject", m_invalid);
    const std::string_view key = oneField(node ? node : spec["subject"], {"namespaces", "pods"}, "the subject");
    if (key == "pods")
        return pods(mappingOrInvalid(m_fields, node, key, m_invalid));
    PodSet set;
    if (key == "namespaces")
        set.namespaces = selector(node, key);
    return set;
}

std::vector<PolicyRuleRecord> AdminRules::rules(Node spec, bool egress)
{
    std::vector<PolicyRuleRecord> result;
    const Node list = listOrInvalid(m_fields, spec, egress ? "egress" : "ingress", m_invalid);
    atMost(list, m_form.most, "rules in one direction of a policy");
    for (const Node node : list) {
        if (node.isMapping())
            result.push_back(rule(node, egress));
        else
            m_invalid.refuse("invalid-policy", "a rule", "another type", "write its action and its peers", node);
    }
    return result;
}

PolicyRuleRecord AdminRules::rule(Node node, bool egress)
{
    PolicyRuleRecord rule;
    rule.name = m_fields.text(node, "name");
    if (characters(rule.name) > longestName)
        m_invalid.refuse("invalid-name", "at most 100 characters as a rule's name", "more", "shorten it", node["name"]);
    rule.evidence = m_fields.elementEvidence(node);
    action(node, rule);
    const std::string_view key = egress ? "to" : "from";
    m_unknown = false;
    unknownFields(node, key);
    const Node peers = listOrInvalid(m_fields, node, key, m_invalid);
    if (peers.size() == 0)
        m_invalid.refuse("invalid-policy", "at least one peer at " + std::string(key) + " of a rule", "none",
                         "write whom it means; {namespaces: {}} is every pod", node);
    atMost(peers, m_form.most, "peers in a rule");
    for (const Node element : peers)
        peer(element, egress, rule);
    ports(node, rule);
    namesOfAddresses(node, rule);
    if (m_unknown)
        rule.narrower = "a field that is not known";
    return rule;
}

void AdminRules::action(Node node, PolicyRuleRecord& rule) const
{
    using Action = PolicyRuleRecord::Action;
    const std::string word = m_fields.text(node, "action");
    if (word == m_form.allow)
        rule.action = Action::allow;
    else if (word == "Deny")
        rule.action = Action::deny;
    else if (word == "Pass" && m_form.pass)
        rule.action = Action::pass;
    else
        m_invalid.refuse("invalid-action", "action " + std::string(m_form.words), "none or another word",
                         "write one of them, with a capital letter", node["action"] ? node["action"] : node);
}

void AdminRules::peer(Node node, bool egress, PolicyRuleRecord& rule)
{
    PolicyPeer peer;
    peer.evidence = m_fields.evidence(node);
    const std::string_view key = !egress ? oneField(node, {"namespaces", "pods"}, "a peer")
                                 : m_form.hostNames
                                     ? oneField(node, {"namespaces", "pods", "nodes", "networks", "domainNames"}, "a peer")
                                     : oneField(node, {"namespaces", "pods", "nodes", "networks"}, "a peer");
    if (key.empty())
        return;
    if (key == "namespaces") {
        peer.pods.namespaces = selector(node, key);
    } else if (key == "pods") {
        peer.pods = pods(mappingOrInvalid(m_fields, node, key, m_invalid));
    } else if (key == "nodes") {
        static_cast<void>(selector(node, key));
        peer.kind = PolicyPeer::Kind::special;
        peer.names = {"nodes"};
    } else if (key == "networks") {
        networks(node, peer);
    } else {
        hostNames(node, peer);
        if (rule.action != PolicyRuleRecord::Action::allow)
            m_invalid.refuse("invalid-peer", "domain names only in a rule that allows", "them in one that does not",
                             "refuse the traffic by its addresses", node);
    }
    rule.peers.push_back(std::move(peer));
}

// Traffic between pods is compared with networks too (AdminNetworkPolicyEgressPeer, BaselineAdminNetworkPolicyEgressPeer,
// ClusterNetworkPolicyEgressPeer: networks).
void AdminRules::networks(Node node, PolicyPeer& peer) const
{
    peer.kind = PolicyPeer::Kind::addresses;
    peer.alsoPods = true;
    const Node list = listOrInvalid(m_fields, node, "networks", m_invalid);
    if (list.size() == 0)
        m_invalid.refuse("invalid-peer", "at least one network", "none", "write the networks, or take the peer away", node);
    atMost(list, mostNetworks, "networks in a peer");
    std::vector<std::string> texts;
    for (const Node network : list) {
        const std::optional<IpBlock> block = networkOf(network.text());
        const bool mapped = block && mappedAddress(block->written);
        const bool beyond = block && m_form.masked && block->written != block->first();
        if (!block || mapped || beyond) {
            m_invalid.refuse("invalid-block", beyond ? "a network without bits beyond its prefix" : "a network in CIDR notation",
                             mapped   ? "an IPv4 address within an IPv6 one"
                             : beyond ? "some"
                                      : "another text",
                             beyond ? "write the network's first address"
                                    : "write an IPv4 or IPv6 address, a slash and the prefix length",
                             network);
            continue;
        }
        peer.blocks.push_back({network.string(), {}});
        texts.push_back(network.string());
    }
    if (repeats(std::move(texts)))
        m_invalid.refuse("invalid-block", "every network once in a peer", "one of them twice", "take one of the two away", list);
}

void AdminRules::hostNames(Node node, PolicyPeer& peer) const
{
    peer.kind = PolicyPeer::Kind::hostNames;
    peer.names = m_fields.strings(node, "domainNames");
    const Node list = node["domainNames"];
    if (peer.names.empty())
        m_invalid.refuse("invalid-peer", "at least one domain name", "none", "write the names, or take the peer away", node);
    atMost(list, mostHostNames, "domain names in a peer");
    if (!std::all_of(peer.names.begin(), peer.names.end(), hostNamePattern))
        m_invalid.refuse("invalid-peer", "domain names of two labels at least, perhaps with *. before them", "another text",
                         "write the name as DNS has it, without a scheme, a port or a path", list);
    if (repeats(peer.names))
        m_invalid.refuse("invalid-peer", "every domain name once in a peer", "one of them twice", "take one of the two away",
                         list);
}

void AdminRules::ports(Node node, PolicyRuleRecord& rule)
{
    const Node list = listOrInvalid(m_fields, node, m_form.ports, m_invalid);
    rule.anyPort = node[m_form.ports].isNull(); // a list of another type must not widen the rule
    if (list && list.size() == 0)
        m_invalid.refuse("invalid-port", "at least one entry at " + std::string(m_form.ports), "none",
                         "write one, or leave the list out if the rule means every port", list);
    atMost(list, m_form.most, "ports in a rule");
    for (const Node element : list)
        if (std::optional<PolicyPorts> port = m_form.port(*this, element)) {
            port->evidence = m_fields.evidence(element);
            rule.ports.push_back(std::move(*port));
        }
}

// ClusterNetworkPolicy's validation refuses it. Of AdminNetworkPolicy and BaselineAdminNetworkPolicy newer CRDs do, older ones
// take it: the name then matches no address.
void AdminRules::namesOfAddresses(Node node, const PolicyRuleRecord& rule) const
{
    const bool addresses = std::any_of(rule.peers.begin(), rule.peers.end(),
                                       [](const PolicyPeer& peer) { return peer.kind != PolicyPeer::Kind::pods; });
    const bool names =
        std::any_of(rule.ports.begin(), rule.ports.end(), [](const PolicyPorts& port) { return !port.name.empty(); });
    if (addresses && names && m_form.strict)
        m_invalid.refuse("named-port-of-addresses", "port numbers beside peers that are no pods", "a port's name",
                         "write the number, as only containers name ports", node);
    else if (addresses && names)
        m_fields.problem("named-port-of-addresses",
                         "expected port numbers beside peers that are no pods, found a port's name; only containers name ports, "
                         "so the name is not applied to these peers: write the number",
                         node);
}

} // namespace bartizan::importers
