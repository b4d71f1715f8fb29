// SPDX-License-Identifier: GPL-3.0-or-later
// policy.networking.k8s.io/v1alpha1 AdminNetworkPolicy and BaselineAdminNetworkPolicy.
#include "importers/kubernetes/network_policy.h"
#include "importers/policies/admin_rules.h"
#include "importers/policies/policies.h"

namespace bartizan::importers {

using document::Node;

namespace {

// AdminNetworkPolicyPort: exactly one of portNumber, namedPort and portRange.
std::optional<PolicyPorts> readPort(AdminRules& rules, Node node)
{
    const std::string_view key = rules.oneField(node, {"portNumber", "namedPort", "portRange"}, "a port");
    if (key.empty())
        return std::nullopt;
    PolicyPorts result;
    if (key == "namedPort") { // of whatever protocol the container gives it
        result.name = rules.portName(node, key);
        return result.name.empty() ? std::nullopt : std::optional(std::move(result));
    }
    const Node port = mappingOrInvalid(rules.fields(), node, key, rules.invalid());
    if (!port)
        return std::nullopt;
    result.protocol = rules.fields().text(port, "protocol");
    if (result.protocol.empty())
        result.protocol = "TCP";
    if (!policyProtocol(result.protocol)) {
        rules.invalid().refuse("invalid-port", "protocol TCP, UDP or SCTP", "another word", "write one of the three",
                               port["protocol"]);
        return std::nullopt;
    }
    if (key == "portRange")
        return rules.range(port, result) ? std::optional(std::move(result)) : std::nullopt;
    result.first = result.last = rules.number(port, "port");
    return result.first != 0 ? std::optional(std::move(result)) : std::nullopt;
}

constexpr AdminForm adminForm{"Allow", "Allow, Deny or Pass", true, true, "ports", readPort};
constexpr AdminForm baselineForm{"Allow", "Allow or Deny", false, false, "ports", readPort};

} // namespace

void importAdminPolicy(const ObjectContext& context)
{
    const Fields fields(context);
    Invalid invalid(fields, "policy");
    const bool baseline = context.meta().identity.kind == "BaselineAdminNetworkPolicy";
    AdminRules rules(fields, invalid, baseline ? baselineForm : adminForm);
    const Node spec = mappingOrInvalid(fields, context.node, "spec", invalid);
    TrafficPolicyRecord record;
    record.object = context.object;
    record.dialect = baseline ? PolicyDialect::baselineAdminNetworkPolicy : PolicyDialect::adminNetworkPolicy;
    record.tier = baseline ? "baseline" : "admin";
    if (!baseline)
        record.order = rules.priority(spec);
    else if (context.meta().identity.name != "default")
        invalid.refuse("invalid-name", "a BaselineAdminNetworkPolicy named default, of which a cluster has one", "another name",
                       "give it that name, and put what several of them say into one", context.node["metadata"]["name"]);
    record.selects = rules.subject(spec);
    record.ingressRules = rules.rules(spec, false);
    record.egressRules = rules.rules(spec, true);
    record.ingress = !record.ingressRules.empty();
    record.egress = !record.egressRules.empty();
    record.malformed = invalid.reason();
    context.out.trafficPolicies.push_back(std::move(record));
}

} // namespace bartizan::importers
