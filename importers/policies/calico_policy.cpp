// SPDX-License-Identifier: GPL-3.0-or-later
// Calico's NetworkPolicy and GlobalNetworkPolicy, their staged forms, Tier, NetworkSet and GlobalNetworkSet
// (projectcalico.org/v3; crd.projectcalico.org/v1 holds the same fields). Untracked and pre-DNAT policies act on host
// endpoints only, staged ones on nothing.
#include "importers/policies/calico_rule.h"
#include "importers/policies/calico_staged.h"
#include "importers/policies/policies.h"

#include <charconv>
#include <limits>

namespace bartizan::importers {

using document::Node;

namespace {

// Calico API: an order that is not written is infinite.
double orderAt(PolicyReader& reader, Node spec)
{
    const Node node = spec["order"];
    if (node.isNull())
        return std::numeric_limits<double>::infinity();
    double value = 0;
    const std::string_view text = node.text();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool number = node.kind() == document::NodeKind::integer || node.kind() == document::NodeKind::real;
    if (number && error == std::errc{} && end == text.data() + text.size() && value == value)
        return value;
    reader.refuse(node, "expected a number as order, found something else",
                  "write a number, or leave the field out to come last");
    return std::numeric_limits<double>::infinity();
}

// What Calico's API server refuses although its meaning is plain: only a note where the object was written past that server.
void refusePlain(PolicyReader& reader, Node at, std::string clause, std::string_view remedy)
{
    if (!storedCalico(reader))
        reader.refuse(at, std::move(clause), remedy);
    else
        reader.note(at, "not-validated",
                    clause
                        .append("; Calico's API server refuses it, and the policy, which was written past it, is read as it "
                                "stands: ")
                        .append(remedy));
}

void readTypes(PolicyReader& reader, Node spec, TrafficPolicyRecord& record)
{
    const Node types = reader.list(spec, "types");
    for (const Node type : types) {
        bool* direction = type.text() == "Ingress" ? &record.ingress : type.text() == "Egress" ? &record.egress : nullptr;
        if (!direction)
            reader.refuse(type, "expected Ingress or Egress as a policy's type, found something else",
                          "write one of the two, with a capital letter");
        else if (*direction)
            refusePlain(reader, type, "expected every type of a policy once, found one of them twice",
                        "take one of the two away");
        else
            *direction = true;
    }
    if (types.size() == 0) { // Calico API: the defaults of `types`
        record.egress = !record.egressRules.empty();
        record.ingress = !record.ingressRules.empty() || !record.egress;
    }
}

void readSelectors(PolicyReader& reader, Node spec, TrafficPolicyRecord& record)
{
    using Of = LabelCondition::Of;
    const auto add = [&](std::string_view key, Of whose) {
        if (spec[key].text().find("global(") != std::string_view::npos)
            reader.refuse(spec[key],
                          "expected global() in the namespaceSelector of a rule's end only, found it in a policy's own "
                          "selector",
                          "write a selector of pods or namespaces");
        else if (auto condition = calicoSelectorAt(reader, spec, key, whose))
            record.selects.conditions.push_back(std::move(*condition));
    };
    record.selects.ns = reader.context().meta().identity.ns;
    if (record.selects.ns.empty())
        add("namespaceSelector", Of::space);
    add("selector", Of::pod);
    add("serviceAccountSelector", Of::account);
}

// Untracked and pre-DNAT policies (validateGlobalNetworkPolicySpec of Calico's API server).
void readHostOnly(PolicyReader& reader, Node spec, TrafficPolicyRecord& record)
{
    const bool untracked = reader.boolean(spec, "doNotTrack").value_or(false);
    const bool early = reader.boolean(spec, "preDNAT").value_or(false);
    const bool forwarded = reader.boolean(spec, "applyOnForward").value_or(false);
    if (untracked && early)
        refusePlain(reader, spec["preDNAT"], "expected preDNAT or doNotTrack in a policy, found both",
                    "write two policies, or take one of the two away");
    if ((untracked || early) && !forwarded)
        refusePlain(reader, spec, "expected applyOnForward: true beside preDNAT or doNotTrack, found none", "write it");
    if (early && record.egress)
        refusePlain(reader, spec["preDNAT"], "expected preDNAT in a policy for ingress only, found egress",
                    "take the egress rules and the type Egress away");
    if (untracked || early)
        record.notEnforced = "acts on host endpoints only";
}

void readCalico(PolicyReader& reader, Node spec, TrafficPolicyRecord& record)
{
    const std::string space = reader.context().meta().identity.ns;
    record.order = orderAt(reader, spec);
    readSelectors(reader, spec, record);
    for (const Node rule : reader.mappings(spec, "ingress"))
        record.ingressRules.push_back(calicoRule(reader, rule, true, space));
    for (const Node rule : reader.mappings(spec, "egress"))
        record.egressRules.push_back(calicoRule(reader, rule, false, space));
    readTypes(reader, spec, record);
    if (space.empty())
        readHostOnly(reader, spec, record);
}

} // namespace

void importCalicoPolicy(const ObjectContext& context)
{
    PolicyReader reader(context);
    const Node spec = reader.mapping(context.node, "spec");
    const std::string& kind = context.meta().identity.kind;
    TrafficPolicyRecord record;
    record.object = context.object;
    record.dialect = PolicyDialect::calico;
    record.tier = "default";
    if (kind == "StagedKubernetesNetworkPolicy") {
        readStagedKubernetes(reader, spec, record);
    } else {
        if (const std::string tier = reader.text(spec, "tier"); !tier.empty())
            record.tier = tier;
        readCalico(reader, spec, record);
    }
    if (kind.starts_with("Staged"))
        record.notEnforced = "staged";
    record.malformed = reader.malformed();
    context.out.trafficPolicies.push_back(std::move(record));
}

void importCalicoTier(const ObjectContext& context)
{
    PolicyReader reader(context, "field");
    const Node spec = reader.mapping(context.node, "spec");
    PolicyTierRecord record;
    record.object = context.object;
    record.order = orderAt(reader, spec);
    const std::string action = reader.text(spec, "defaultAction");
    record.passesRest = action == "Pass";
    if (!action.empty() && action != "Pass" && action != "Deny")
        reader.refuse(spec["defaultAction"], "expected defaultAction Pass or Deny, found another word",
                      "write one of the two, with a capital letter");
    context.out.policyTiers.push_back(std::move(record));
}

void importCalicoSet(const ObjectContext& context)
{
    PolicyReader reader(context, "part");
    const Node spec = reader.mapping(context.node, "spec");
    AddressSetRecord record;
    record.object = context.object;
    record.ns = context.meta().identity.ns;
    record.cidrs = reader.blocks(spec, "nets");
    record.evidence = spec ? reader.evidence(spec) : context.meta().evidence;
    context.out.addressSets.push_back(std::move(record));
}

} // namespace bartizan::importers
