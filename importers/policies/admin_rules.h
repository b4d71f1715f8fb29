// SPDX-License-Identifier: GPL-3.0-or-later
// What AdminNetworkPolicy, BaselineAdminNetworkPolicy and ClusterNetworkPolicy share: a subject, and rules with an action,
// peers of exactly one field each and ports. They differ in words and in the form of ports, which AdminForm says.
// policy.networking.k8s.io v1alpha1, v1alpha2 and v1beta1 (sigs.k8s.io/network-policy-api). What is refused: the schema and
// the validation rules of their CRDs, v0.1.7 for v1alpha1.
#pragma once

#include "importers/kubernetes/invalid.h"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace bartizan::importers {

class AdminRules;

struct AdminForm {
    std::string_view allow;                                          // its word: "Allow", "Accept"
    std::string_view words;                                          // "Allow, Deny or Pass": the actions it has, for messages
    bool pass = true;                                                // may leave the decision to the next tier
    bool hostNames = true;                                           // has peers by domain name
    std::string_view ports;                                          // the rule's list of them: "ports", "protocols"
    std::optional<PolicyPorts> (*port)(AdminRules&, document::Node); // none: refused
    std::size_t most = 100;                                          // rules of a direction, peers of a rule, ports of a rule
    // ClusterNetworkPolicy: a range has at least two ports, `pods` always has a podSelector, and names of ports do not stand
    // beside peers that are no pods.
    bool strict = false;
    bool masked = false; // since v1beta1 a network has no bits beyond its prefix
};

class AdminRules {
public:
    AdminRules(const Fields& fields, Invalid& invalid, const AdminForm& form) : m_fields(fields), m_invalid(invalid), m_form(form)
    {
    }

    PodSet subject(document::Node spec);
    std::vector<PolicyRuleRecord> rules(document::Node spec, bool egress);
    double priority(document::Node spec) const; // 0 to 1000

    // For the ports of a form.
    const Fields& fields() const { return m_fields; }
    Invalid& invalid() const { return m_invalid; }
    // The one key of `keys` that is written; "" after a Problem when none or several are. A field beside it that is not among
    // them is a Problem too, and what is read may match less than it says. `of` names the thing.
    std::string_view oneField(document::Node node, std::initializer_list<std::string_view> keys, std::string_view of);
    std::string portName(document::Node node, std::string_view key) const; // "" after a Problem
    std::uint32_t number(document::Node node, std::string_view key) const; // a port; 0 after a Problem
    bool range(document::Node node, PolicyPorts& ports) const;             // start and end; false after a Problem

private:
    PodSet pods(document::Node node) const;
    Selector selector(document::Node node, std::string_view key) const;
    void onlyFields(document::Node node, std::initializer_list<std::string_view> known, std::string_view expected,
                    std::string_view remedy) const;
    void atMost(document::Node list, std::size_t most, std::string_view what) const;
    void unknownFields(document::Node rule, std::string_view peersKey);
    PolicyRuleRecord rule(document::Node node, bool egress);
    void action(document::Node node, PolicyRuleRecord& rule) const;
    void peer(document::Node node, bool egress, PolicyRuleRecord& rule);
    void networks(document::Node node, PolicyPeer& peer) const;
    void hostNames(document::Node node, PolicyPeer& peer) const;
    void ports(document::Node node, PolicyRuleRecord& rule);
    void namesOfAddresses(document::Node node, const PolicyRuleRecord& rule) const;

    const Fields& m_fields;
    Invalid& m_invalid;
    const AdminForm& m_form;
    bool m_unknown = false; // something was found in the present rule that is not known
};

} // namespace bartizan::importers
