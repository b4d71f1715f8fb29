// SPDX-License-Identifier: GPL-3.0-or-later
// Short texts of TrafficPolicyRecords, for tests that compare what Calico's and Cilium's importers read. Conditions on
// namespaces stand after "ns:", on accounts after "sa:".
#pragma once

#include "tests/importers/record_text.h"

#include <string>

namespace bartizan::test {

inline std::string conditionText(const LabelCondition& condition)
{
    using Op = LabelCondition::Op;
    const std::string key = (condition.of == LabelCondition::Of::space     ? "ns:"
                             : condition.of == LabelCondition::Of::account ? "sa:"
                                                                           : "") +
                            condition.key;
    const auto parts = [&](const char* between) {
        std::string text;
        for (const LabelCondition& part : condition.parts)
            text += (text.empty() ? "" : between) + conditionText(part);
        return text;
    };
    switch (condition.op) {
    case Op::always:
        return "true";
    case Op::in:
        return key + " in (" + list(condition.values) + ")";
    case Op::exists:
        return "has " + key;
    case Op::contains:
        return key + " contains " + list(condition.values);
    case Op::startsWith:
        return key + " starts " + list(condition.values);
    case Op::endsWith:
        return key + " ends " + list(condition.values);
    case Op::all:
        return "(" + parts(" & ") + ")";
    case Op::any:
        return "(" + parts(" | ") + ")";
    case Op::none:
        return "not (" + parts(" | ") + ")";
    }
    return {};
}

inline std::string podsText(const PodSet& set)
{
    std::string text = set.ns.empty() ? "" : "in " + set.ns;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
    if (set.namespaces.present)
        add("namespaces " + toText(set.namespaces));
    if (set.pods.present)
        add(toText(set.pods));
    for (const LabelCondition& condition : set.conditions)
        add(conditionText(condition));
    return "{" + text + "}";
}

inline std::string peerText(const PolicyPeer& peer)
{
    switch (peer.kind) {
    case PolicyPeer::Kind::pods:
        return podsText(peer.pods) + (peer.labelledSets ? "+sets" : "");
    case PolicyPeer::Kind::addresses: {
        std::string text = "[";
        for (const PolicyPeer::Block& block : peer.blocks)
            text += (text.size() > 1 ? " " : "") + block.cidr + (block.except.empty() ? "" : "-" + list(block.except));
        for (const std::string& name : peer.setNames)
            text += (text.size() > 1 ? " " : "") + ("set " + name);
        return text + "]" + (peer.alsoPods ? "+pods" : "");
    }
    case PolicyPeer::Kind::everyone:
        return "everyone";
    case PolicyPeer::Kind::hostNames:
        return "names " + list(peer.names);
    case PolicyPeer::Kind::special:
        return "special " + list(peer.names);
    }
    return {};
}

inline std::string portsText(const std::vector<PolicyPorts>& ports)
{
    std::string text;
    for (const PolicyPorts& port : ports) {
        text += text.empty() ? "" : " ";
        text += port.protocol.empty() ? "every" : port.protocol;
        if (!port.name.empty())
            text += "/" + port.name;
        else if (port.first != 0)
            text += "/" + std::to_string(port.first) + (port.last != port.first ? "-" + std::to_string(port.last) : "");
    }
    return text;
}

// "allow any : TCP/80 except TCP/81 where {...} unless HTTP rules"
inline std::string ruleText(const PolicyRuleRecord& rule)
{
    using Action = PolicyRuleRecord::Action;
    std::string text = rule.action == Action::allow  ? "allow"
                       : rule.action == Action::deny ? "deny"
                       : rule.action == Action::pass ? "pass"
                                                     : "log";
    if (rule.anyPeer)
        text += " any";
    for (const PolicyPeer& peer : rule.peers)
        text += " " + peerText(peer);
    text += " :";
    if (rule.anyPort)
        text += " any";
    if (!rule.ports.empty())
        text += " " + portsText(rule.ports);
    if (!rule.notPorts.empty())
        text += " except " + portsText(rule.notPorts);
    for (const PodSet& selected : rule.selected)
        text += " where " + podsText(selected);
    if (!rule.narrower.empty())
        text += " unless " + rule.narrower;
    return text;
}

// One line for the policy, one for each rule ("<-" ingress, "->" egress).
inline std::string policyText(const TrafficPolicyRecord& policy)
{
    std::string text = podsText(policy.selects);
    if (policy.ingress)
        text += policy.ingressDeniesRest ? " in-" : " in";
    if (policy.egress)
        text += policy.egressDeniesRest ? " out-" : " out";
    if (!policy.notEnforced.empty())
        text += " (" + policy.notEnforced + ")";
    if (!policy.malformed.empty())
        text += " malformed: " + policy.malformed;
    text += "\n";
    for (const PolicyRuleRecord& rule : policy.ingressRules)
        text += "<- " + ruleText(rule) + "\n";
    for (const PolicyRuleRecord& rule : policy.egressRules)
        text += "-> " + ruleText(rule) + "\n";
    return text;
}

inline std::string policiesText(const Inventory& inventory)
{
    std::string text;
    for (const TrafficPolicyRecord& policy : inventory.trafficPolicies)
        text += policyText(policy);
    return text;
}

} // namespace bartizan::test
