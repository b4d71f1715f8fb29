// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/policies/admin_rules.h"

#include "importers/kubernetes/cidr.h"
#include "importers/kubernetes/selector.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

std::string_view AdminRules::oneField(Node node, std::initializer_list<std::string_view> keys, std::string_view of) const
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
    if (count == 1)
        return found;
    m_invalid.refuse("invalid-policy", "exactly one field of " + words + " in " + std::string(of),
                     count == 0 ? "none" : "several",
                     count == 0 ? "write one" : "keep one, and make entries of their own of the others", node);
    return {};
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
    if (ports.first <= ports.last)
        return true;
    m_invalid.refuse("invalid-port", "a range of ports whose end is not below its start", "a lower end, which is no port at all",
                     "exchange the two", node);
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

// In this API a selector that is not written is an empty one; neither asks for anything.
PodSet AdminRules::pods(Node node) const
{
    PodSet set;
    set.namespaces = checkedSelector(m_fields, node, "namespaceSelector", m_invalid);
    set.pods = checkedSelector(m_fields, node, "podSelector", m_invalid);
    return set;
}

PodSet AdminRules::subject(Node spec) const
{
    const Node node = mappingOrInvalid(m_fields, spec, "subject", m_invalid);
    const std::string_view key = oneField(node ? node : spec["subject"], {"namespaces", "pods"}, "the subject");
    if (key == "pods")
        return pods(mappingOrInvalid(m_fields, node, key, m_invalid));
    PodSet set;
    if (key == "namespaces")
        set.namespaces = checkedSelector(m_fields, node, key, m_invalid);
    return set;
}

std::vector<PolicyRuleRecord> AdminRules::rules(Node spec, bool egress) const
{
    std::vector<PolicyRuleRecord> result;
    for (const Node node : listOrInvalid(m_fields, spec, egress ? "egress" : "ingress", m_invalid)) {
        if (node.isMapping())
            result.push_back(rule(node, egress));
        else
            m_invalid.refuse("invalid-policy", "a rule", "another type", "write its action and its peers", node);
    }
    return result;
}

PolicyRuleRecord AdminRules::rule(Node node, bool egress) const
{
    PolicyRuleRecord rule;
    rule.name = m_fields.text(node, "name");
    rule.evidence = m_fields.elementEvidence(node);
    action(node, rule);
    const std::string_view key = egress ? "to" : "from";
    const Node peers = listOrInvalid(m_fields, node, key, m_invalid);
    if (peers.size() == 0)
        m_invalid.refuse("invalid-policy", "at least one peer at " + std::string(key) + " of a rule", "none",
                         "write whom it means; {namespaces: {}} is every pod", node);
    for (const Node element : peers)
        peer(element, egress, rule);
    ports(node, rule);
    namesOfAddresses(node, rule);
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

void AdminRules::peer(Node node, bool egress, PolicyRuleRecord& rule) const
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
        peer.pods.namespaces = checkedSelector(m_fields, node, key, m_invalid);
    } else if (key == "pods") {
        peer.pods = pods(mappingOrInvalid(m_fields, node, key, m_invalid));
    } else if (key == "nodes") {
        static_cast<void>(checkedSelector(m_fields, node, key, m_invalid));
        peer.kind = PolicyPeer::Kind::special;
        peer.names = {"nodes"};
    } else if (key == "networks") {
        networks(node, peer);
    } else {
        peer.kind = PolicyPeer::Kind::hostNames;
        peer.names = m_fields.strings(node, key);
        if (peer.names.empty())
            m_invalid.refuse("invalid-peer", "at least one domain name", "none", "write the names, or take the peer away", node);
        if (rule.action != PolicyRuleRecord::Action::allow)
            m_invalid.refuse("invalid-peer", "domain names only in a rule that allows", "them in one that does not",
                             "refuse the traffic by its addresses", node);
    }
    rule.peers.push_back(std::move(peer));
}

void AdminRules::networks(Node node, PolicyPeer& peer) const
{
    peer.kind = PolicyPeer::Kind::addresses;
    const Node list = listOrInvalid(m_fields, node, "networks", m_invalid);
    if (list.size() == 0)
        m_invalid.refuse("invalid-peer", "at least one network", "none", "write the networks, or take the peer away", node);
    for (const Node network : list) {
        if (cidrOf(network.text()))
            peer.blocks.push_back({network.string(), {}});
        else
            m_invalid.refuse("invalid-block", "a network in CIDR notation", "another text",
                             "write an IPv4 or IPv6 address, a slash and the prefix length", network);
    }
}

void AdminRules::ports(Node node, PolicyRuleRecord& rule) const
{
    const Node list = listOrInvalid(m_fields, node, m_form.ports, m_invalid);
    // A list of another type must not widen the rule.
    rule.anyPort = node[m_form.ports].isNull() || (list && list.size() == 0);
    for (const Node element : list)
        if (std::optional<PolicyPorts> port = m_form.port(*this, element)) {
            port->evidence = m_fields.evidence(element);
            rule.ports.push_back(std::move(*port));
        }
}

// Clusters that know the newest form of the API refuse it, older ones take it: the name then matches no address.
void AdminRules::namesOfAddresses(Node node, const PolicyRuleRecord& rule) const
{
    const bool addresses = std::any_of(rule.peers.begin(), rule.peers.end(),
                                       [](const PolicyPeer& peer) { return peer.kind != PolicyPeer::Kind::pods; });
    const bool names =
        std::any_of(rule.ports.begin(), rule.ports.end(), [](const PolicyPorts& port) { return !port.name.empty(); });
    if (addresses && names)
        m_fields.problem("named-port-of-addresses",
                         "expected port numbers beside peers that are no pods, found a port's name; only containers name ports, "
                         "so the name is not applied to these peers: write the number",
                         node);
}

} // namespace bartizan::importers
