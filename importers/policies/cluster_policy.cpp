// SPDX-License-Identifier: GPL-3.0-or-later
// policy.networking.k8s.io v1alpha2 and v1beta1 ClusterNetworkPolicy: what AdminNetworkPolicy and BaselineAdminNetworkPolicy became,
// with a tier, and with a rule's ports as protocols.
#include "importers/policies/admin_rules.h"
#include "importers/policies/policies.h"

namespace bartizan::importers {

using document::Node;

namespace {

// ClusterNetworkPolicyProtocol: exactly one of tcp, udp, sctp and destinationNamedPort.
std::optional<PolicyPorts> readProtocol(AdminRules& rules, Node node)
{
    const std::string_view key = rules.oneField(node, {"tcp", "udp", "sctp", "destinationNamedPort"}, "a protocol");
    if (key.empty())
        return std::nullopt;
    PolicyPorts result;
    if (key == "destinationNamedPort") { // of whatever protocol the container gives it
        result.name = rules.portName(node, key);
        return result.name.empty() ? std::nullopt : std::optional(std::move(result));
    }
    result.protocol = key == "tcp" ? "TCP" : key == "udp" ? "UDP" : "SCTP";
    const Node protocol = mappingOrInvalid(rules.fields(), node, key, rules.invalid());
    if (!protocol || rules.oneField(protocol, {"destinationPort"}, "tcp, udp or sctp").empty())
        return std::nullopt;
    const Node port = mappingOrInvalid(rules.fields(), protocol, "destinationPort", rules.invalid());
    if (!port)
        return std::nullopt;
    const std::string_view form = rules.oneField(port, {"number", "range"}, "a destination port");
    if (form == "range") {
        const Node range = mappingOrInvalid(rules.fields(), port, form, rules.invalid());
        return range && rules.range(range, result) ? std::optional(std::move(result)) : std::nullopt;
    }
    if (form == "number")
        result.first = result.last = rules.number(port, form);
    return result.first != 0 ? std::optional(std::move(result)) : std::nullopt;
}

constexpr AdminForm clusterForm{"Accept", "Accept, Deny or Pass", true, true, "protocols", readProtocol, 25, true};
constexpr AdminForm betaForm{"Accept", "Accept, Deny or Pass", true, true, "protocols", readProtocol, 25, true, true};

} // namespace

void importClusterPolicy(const ObjectContext& context)
{
    const Fields fields(context);
    Invalid invalid(fields, "policy");
    AdminRules rules(fields, invalid, versionOf(context).starts_with("v1alpha") ? clusterForm : betaForm);
    const Node spec = mappingOrInvalid(fields, context.node, "spec", invalid);
    TrafficPolicyRecord record;
    record.object = context.object;
    record.dialect = PolicyDialect::clusterNetworkPolicy;
    const std::string tier = fields.text(spec, "tier");
    if (tier != "Admin" && tier != "Baseline")
        invalid.refuse("invalid-policy", "tier Admin or Baseline", "none or another word", "write one of the two",
                       spec["tier"] ? spec["tier"] : spec);
    record.tier = tier == "Baseline" ? "baseline" : "admin";
    record.order = rules.priority(spec);
    record.selects = rules.subject(spec);
    record.ingressRules = rules.rules(spec, false);
    record.egressRules = rules.rules(spec, true);
    record.ingress = !record.ingressRules.empty();
    record.egress = !record.egressRules.empty();
    record.malformed = invalid.reason();
    context.out.trafficPolicies.push_back(std::move(record));
}

} // namespace bartizan::importers
