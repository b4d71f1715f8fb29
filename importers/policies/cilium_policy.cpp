// SPDX-License-Identifier: GPL-3.0-or-later
// CiliumNetworkPolicy, CiliumClusterwideNetworkPolicy, CiliumCIDRGroup (cilium.io). Each rule specification is a policy of
// its own. A direction is closed to what no rule lets through when its section, allowing or denying, has an entry, unless
// enableDefaultDeny says otherwise (docs.cilium.io, "Policy Enforcement Modes", "Policy Deny Mode").
#include "importers/policies/cilium_rule.h"
#include "importers/policies/policies.h"

#include <algorithm>
#include <cstddef>

namespace bartizan::importers {

using document::Node;

namespace {

using Of = LabelCondition::Of;
using Op = LabelCondition::Op;

void addConditions(const Selector& selector, Of whose, std::vector<LabelCondition>& conditions)
{
    for (const SelectorRequirement& requirement : selector.requirements) {
        const bool values = requirement.op == SelectorRequirement::Op::in || requirement.op == SelectorRequirement::Op::notIn;
        LabelCondition condition;
        condition.op = values ? Op::in : Op::exists;
        condition.of = whose;
        condition.key = requirement.key;
        condition.values = requirement.values;
        if (requirement.op == SelectorRequirement::Op::notIn || requirement.op == SelectorRequirement::Op::doesNotExist) {
            LabelCondition negated;
            negated.op = Op::none;
            negated.parts.push_back(std::move(condition));
            condition = std::move(negated);
        }
        conditions.push_back(std::move(condition));
    }
}

// fromRequires and toRequires allow nothing by themselves: pods without these labels are kept out of whatever endpoint
// selectors let in, here and in other policies. What entities let in is not touched, so the refusal is shown as one that may match less.
PolicyRuleRecord refusalOf(const PodSet& required, const Evidence& evidence, bool ingress)
{
    LabelCondition all;
    all.op = Op::all;
    all.parts = required.conditions;
    addConditions(required.namespaces, Of::space, all.parts);
    addConditions(required.pods, Of::pod, all.parts);
    if (!required.ns.empty()) {
        LabelCondition own;
        own.op = Op::in;
        own.of = Of::space;
        own.key = "kubernetes.io/metadata.name";
        own.values = {required.ns};
        all.parts.push_back(std::move(own));
    }
    LabelCondition others;
    others.op = Op::none;
    others.parts.push_back(std::move(all));
    PolicyPeer peer;
    peer.pods.conditions.push_back(std::move(others));
    peer.evidence = evidence;
    PolicyRuleRecord rule;
    rule.action = PolicyRuleRecord::Action::deny;
    rule.peers.push_back(std::move(peer));
    rule.anyPort = true;
    rule.narrower =
        ingress ? "fromRequires, which holds for endpoint selectors only" : "toRequires, which holds for endpoint selectors only";
    rule.evidence = evidence;
    return rule;
}

void readSection(PolicyReader& reader, Node spec, const CiliumSection& section, std::vector<PolicyRuleRecord>& rules)
{
    const std::string key = std::string(section.ingress ? "ingress" : "egress") + (section.deny ? "Deny" : "");
    const Node list = reader.list(spec, key);
    if (list && list.size() == 0)
        reader.note(
            list, "empty-section",
            "expected a rule in this section, found an empty list, which Cilium takes for none at all; write an empty rule "
            "({}) to close the direction");
    for (const Node entry : reader.mappings(spec, key)) {
        for (PolicyRuleRecord& rule : ciliumRules(reader, entry, section))
            rules.push_back(std::move(rule));
    }
}

// True when the section has an entry in either form.
bool hasEntries(Node spec, std::string_view allow, std::string_view deny)
{
    return spec[allow].size() > 0 || spec[deny].size() > 0;
}

void readSelector(PolicyReader& reader, Node spec, const std::string& space, TrafficPolicyRecord& record)
{
    const Node endpoints = reader.mapping(spec, "endpointSelector"), nodes = reader.mapping(spec, "nodeSelector");
    if ((endpoints && nodes) || (!endpoints && !nodes))
        reader.refuse(spec, "expected one of endpointSelector and nodeSelector, found both or neither",
                      "write one of the two; {} takes everything");
    if (nodes && !endpoints) {
        if (!space.empty())
            reader.refuse(nodes, "expected nodeSelector in a clusterwide policy only, found one in a namespace",
                          "make a CiliumClusterwideNetworkPolicy of it, or write endpointSelector");
        record.notEnforced = "acts on nodes only";
        return;
    }
    CiliumEndpoints read = ciliumEndpoints(reader, endpoints);
    if (!read.reserved.empty())
        record.notEnforced = "acts on Cilium's own endpoints only";
    if (read.namesCluster)
        reader.note(
            endpoints, "cluster-name",
            "expected labels of pods in endpointSelector, found a cluster's name; which cluster this is, is not known, so "
            "the policy is read as if it were the one that is named");
    record.selects = std::move(read.pods);
    record.selects.ns = space;
    // Cilium puts the policy's own namespace in the place of another one below matchLabels.
    const Node other = endpoints["matchLabels"]["k8s:io.kubernetes.pod.namespace"];
    if (space.empty() || !other.isString() || other.text() == space)
        return;
    auto& asked = record.selects.namespaces.requirements;
    const auto replaced = [&](const SelectorRequirement& requirement) {
        return requirement.key == "kubernetes.io/metadata.name" && requirement.op == SelectorRequirement::Op::in &&
               requirement.values == std::vector<std::string>{other.string()};
    };
    asked.erase(std::remove_if(asked.begin(), asked.end(), replaced), asked.end());
    reader.note(other, "other-namespace",
                "expected no other namespace than the policy's own in endpointSelector, found one; Cilium ignores it: write the "
                "policy in that namespace");
}

void importSpec(PolicyReader& reader, Node spec)
{
    const ObjectContext& context = reader.context();
    const std::string& space = context.meta().identity.ns;
    TrafficPolicyRecord record;
    record.object = context.object;
    record.dialect = PolicyDialect::cilium;
    readSelector(reader, spec, space, record);
    for (const bool deny : {true, false}) { // refusals first, as they are asked
        readSection(reader, spec, {true, deny, space}, record.ingressRules);
        readSection(reader, spec, {false, deny, space}, record.egressRules);
    }
    const Node closes = reader.mapping(spec, "enableDefaultDeny");
    const bool ingress = hasEntries(spec, "ingress", "ingressDeny"), egress = hasEntries(spec, "egress", "egressDeny");
    record.ingressDeniesRest = reader.boolean(closes, "ingress").value_or(ingress);
    record.egressDeniesRest = reader.boolean(closes, "egress").value_or(egress);
    record.ingress = ingress || record.ingressDeniesRest;
    record.egress = egress || record.egressDeniesRest;
    context.out.trafficPolicies.push_back(std::move(record));
}

} // namespace

std::vector<PolicyRuleRecord> ciliumRules(PolicyReader& reader, Node entry, const CiliumSection& section)
{
    std::vector<PolicyRuleRecord> rules;
    const CiliumPeers peers = ciliumPeers(reader, entry, section);
    const std::vector<CiliumPorts> ports = ciliumPorts(reader, entry, section);
    std::vector<std::string> narrower = peers.narrower;
    if (const Node authentication = reader.mapping(entry, "authentication"); !section.deny && authentication) {
        if (reader.text(authentication, "mode") != "disabled")
            narrower.emplace_back("authentication");
    }
    const bool others =
        section.ingress ? reader.hasOthers(entry, {"fromEndpoints", "fromCIDR", "fromCIDRSet", "fromEntities", "fromNodes",
                                                   "fromGroups", "fromRequires", "toPorts", "icmps", "authentication"})
                        : reader.hasOthers(entry, {"toEndpoints", "toCIDR", "toCIDRSet", "toEntities", "toNodes", "toGroups",
                                                   "toRequires", "toServices", "toFQDNs", "toPorts", "icmps", "authentication"});
    if (others)
        narrower.emplace_back("a field that is not known");
    for (const PodSet& required : peers.required)
        rules.push_back(refusalOf(required, reader.evidence(entry), section.ingress));
    if (peers.any && ports.size() == 1 && ports.front().any && !ports.front().evidence.valid())
        return rules; // nothing is named, so nothing matches
    const auto first = static_cast<std::ptrdiff_t>(rules.size());
    for (const CiliumPorts& part : ports) { // one rule for all entries that ask for the same
        std::vector<std::string> parts = narrower;
        parts.insert(parts.end(), part.narrower.begin(), part.narrower.end());
        const std::string text = joined(parts);
        const auto same = [&](const PolicyRuleRecord& rule) { return rule.narrower == text; };
        auto rule = std::find_if(rules.begin() + first, rules.end(), same);
        if (rule == rules.end()) {
            PolicyRuleRecord made;
            made.action = section.deny ? PolicyRuleRecord::Action::deny : PolicyRuleRecord::Action::allow;
            made.anyPeer = peers.any;
            made.peers = peers.peers;
            made.narrower = text;
            made.evidence = reader.evidence(entry);
            rule = rules.insert(rules.end(), std::move(made));
        }
        rule->anyPort |= part.any;
        rule->ports.insert(rule->ports.end(), part.ports.begin(), part.ports.end());
    }
    return rules;
}

void importCiliumPolicy(const ObjectContext& context)
{
    PolicyReader reader(context);
    const Node spec = reader.mapping(context.node, "spec");
    const std::vector<Node> specs = reader.mappings(context.node, "specs");
    const std::size_t first = context.out.trafficPolicies.size();
    if (spec)
        importSpec(reader, spec);
    for (const Node element : specs)
        importSpec(reader, element);
    if (!spec && specs.empty()) {
        reader.refuse(context.node, "expected spec or specs in a policy of Cilium, found neither", "write the rules below spec");
        TrafficPolicyRecord record;
        record.object = context.object;
        record.dialect = PolicyDialect::cilium;
        context.out.trafficPolicies.push_back(std::move(record));
    }
    for (std::size_t i = first; i < context.out.trafficPolicies.size(); ++i) // one bad rule and Cilium takes none of the object
        context.out.trafficPolicies[i].malformed = reader.malformed();
}

void importCiliumGroup(const ObjectContext& context)
{
    PolicyReader reader(context, "part");
    const Node spec = reader.mapping(context.node, "spec");
    AddressSetRecord record;
    record.object = context.object;
    record.cidrs = reader.blocks(spec, "externalCIDRs");
    record.evidence = spec ? reader.evidence(spec) : context.meta().evidence;
    context.out.addressSets.push_back(std::move(record));
}

} // namespace bartizan::importers
