// SPDX-License-Identifier: GPL-3.0-or-later
// Istio's security kinds and the client side of TLS (istio/api security/v1/*.proto, networking/v1/destination_rule.proto,
// service_entry.proto). A RequestAuthentication only validates; an AuthorizationPolicy requires.
#include "importers/gateways/facts.h"
#include "importers/kubernetes/fields.h"
#include "importers/meshes/istio.h"

#include <array>

namespace bartizan::importers {
namespace {

Fact<MtlsMode> mtlsMode(const ObjectContext& context, Node mode)
{
    Fact<MtlsMode> fact;
    const std::string_view word = mode.text();
    if (word.empty())
        return fact;
    fact.value = word == "STRICT"       ? MtlsMode::strict
                 : word == "PERMISSIVE" ? MtlsMode::permissive
                 : word == "DISABLE"    ? MtlsMode::disable
                                        : MtlsMode::unset;
    fact.evidence = mode.evidence(context.object);
    return fact;
}

// selector.matchLabels, and targetRef or targetRefs for waypoints and Gateway API gateways.
Selector workloadSelector(const ObjectContext& context, Node spec)
{
    Selector result = labelMap(context, spec["selector"]["matchLabels"]);
    if (result.requirements.empty()) // an empty selector is none: the whole namespace
        return {};
    return result;
}

template <class Record>
void targets(const ObjectContext& context, Node spec, Record& record)
{
    std::vector<Node> refs = items(context, spec["targetRefs"]);
    if (spec["targetRef"].isMapping())
        refs.push_back(spec["targetRef"]);
    for (const Node ref : refs) {
        const std::string_view kind = ref["kind"].text();
        const std::string ns = ref["namespace"] ? ref["namespace"].string() : namespaceOf(context);
        const std::string name = ref["name"].string();
        if (kind == "Gateway")
            record.targetGateways.push_back("gateway-api:" + ns + "/" + name);
        else if (kind == "GatewayClass")
            record.targetClasses.push_back(name);
        else
            record.targetServices.push_back(ns + "/" + name);
    }
}

struct Field {
    std::string_view key;
    std::vector<std::string>* values;
};

// A restriction that is not known here must not be dropped in silence: the rule would look wider than it is.
template <std::size_t N>
void readFields(const ObjectContext& context, Node node, const std::array<Field, N>& fields)
{
    if (!node.isMapping())
        return;
    for (const Node child : node) {
        bool known = false;
        for (const Field& field : fields) {
            if (field.key != child.key())
                continue;
            *field.values = texts(child);
            known = true;
        }
        if (known)
            continue;
        Problem problem;
        problem.id = "unknown-rule-field";
        problem.message = "expected a field of Istio's AuthorizationPolicy rules, found another one; the rule is read "
                          "without it and may be narrower than shown";
        problem.evidence = child.evidence(context.object);
        addProblem(context.out, context.limits, std::move(problem));
    }
}

MeshAccessRule accessRule(const ObjectContext& context, Node node)
{
    MeshAccessRule rule;
    rule.evidence = node.evidence(context.object);
    for (const Node from : items(context, node["from"])) {
        MeshAccessRule::Source source;
        readFields(context, from["source"],
                   std::array{Field{"principals", &source.principals}, Field{"notPrincipals", &source.notPrincipals},
                              Field{"namespaces", &source.namespaces}, Field{"notNamespaces", &source.notNamespaces},
                              Field{"serviceAccounts", &source.serviceAccounts},
                              Field{"notServiceAccounts", &source.notServiceAccounts}, Field{"ipBlocks", &source.ipBlocks},
                              Field{"notIpBlocks", &source.notIpBlocks}, Field{"remoteIpBlocks", &source.remoteIpBlocks},
                              Field{"notRemoteIpBlocks", &source.notRemoteIpBlocks},
                              Field{"requestPrincipals", &source.requestPrincipals},
                              Field{"notRequestPrincipals", &source.notRequestPrincipals},
                              Field{"trustDomains", &source.trustDomains}, Field{"notTrustDomains", &source.notTrustDomains}});
        rule.from.push_back(std::move(source));
    }
    for (const Node to : items(context, node["to"])) {
        MeshAccessRule::Operation operation;
        readFields(context, to["operation"],
                   std::array{Field{"hosts", &operation.hosts}, Field{"notHosts", &operation.notHosts},
                              Field{"ports", &operation.ports}, Field{"notPorts", &operation.notPorts},
                              Field{"methods", &operation.methods}, Field{"notMethods", &operation.notMethods},
                              Field{"paths", &operation.paths}, Field{"notPaths", &operation.notPaths}});
        rule.to.push_back(std::move(operation));
    }
    for (const Node when : items(context, node["when"]))
        rule.when.push_back({when["key"].string(), texts(when["values"]), texts(when["notValues"])});
    return rule;
}

Fact<std::string> tlsMode(const ObjectContext& context, Node policy)
{
    return textFact(context, policy["tls"]["mode"]);
}

} // namespace

void importPeerAuthentication(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    MeshAuthentication record;
    record.object = context.object;
    record.ns = namespaceOf(context);
    record.pods = workloadSelector(context, spec);
    record.mode = mtlsMode(context, spec["mtls"]["mode"]);
    if (const Node ports = mapping(context, spec["portLevelMtls"])) {
        for (const Node port : ports) {
            if (const std::uint32_t number = portNumber(port.key()))
                record.ports.emplace_back(number, mtlsMode(context, port["mode"]));
        }
    }
    record.evidence = spec ? spec.evidence(context.object) : context.meta().evidence;
    context.out.meshAuthentications.push_back(std::move(record));
}

void importRequestAuthentication(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    MeshTokenCheck record;
    record.object = context.object;
    record.ns = namespaceOf(context);
    record.pods = workloadSelector(context, spec);
    targets(context, spec, record);
    for (const Node rule : items(context, spec["jwtRules"]))
        record.issuers.push_back(textFact(context, rule["issuer"]));
    record.evidence = spec ? spec.evidence(context.object) : context.meta().evidence;
    context.out.meshTokenChecks.push_back(std::move(record));
}

void importAuthorizationPolicy(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    MeshAccessPolicy record;
    record.object = context.object;
    record.ns = namespaceOf(context);
    const std::string_view action = spec["action"].text();
    record.action = action == "DENY"     ? MeshAccessPolicy::Action::deny
                    : action == "AUDIT"  ? MeshAccessPolicy::Action::audit
                    : action == "CUSTOM" ? MeshAccessPolicy::Action::custom
                                         : MeshAccessPolicy::Action::allow;
    record.provider = spec["provider"]["name"].string();
    record.pods = workloadSelector(context, spec);
    targets(context, spec, record);
    record.dryRun = lowered(annotation(context, "istio.io/dry-run").text()) == "true";
    const Node rules = spec["rules"];
    record.rulesWritten = rules.isSequence();
    for (const Node rule : items(context, rules))
        record.rules.push_back(accessRule(context, rule));
    record.evidence = spec ? spec.evidence(context.object) : context.meta().evidence;
    context.out.meshAccessPolicies.push_back(std::move(record));
}

void importDestinationRule(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]), policy = spec["trafficPolicy"], tls = policy["tls"];
    MeshClientTls record;
    record.object = context.object;
    record.ns = namespaceOf(context);
    record.host = textFact(context, spec["host"]);
    record.mode = tlsMode(context, policy);
    record.insecureSkipVerify = boolFact(context, tls["insecureSkipVerify"]);
    record.caCertificates = textFact(context, tls["caCertificates"] ? tls["caCertificates"] : tls["credentialName"]);
    for (const Node port : items(context, policy["portLevelSettings"])) {
        if (const Fact<std::string> mode = tlsMode(context, port); mode.written())
            record.ports.emplace_back(portNumber(port["port"]["number"]), mode);
    }
    for (const Node subset : items(context, spec["subsets"])) {
        if (const Fact<std::string> mode = tlsMode(context, subset["trafficPolicy"]); mode.written())
            record.subsets.emplace_back(subset["name"].string(), mode);
    }
    record.clients = labelMap(context, spec["workloadSelector"]["matchLabels"]);
    record.evidence = spec ? spec.evidence(context.object) : context.meta().evidence;
    context.out.meshClientTls.push_back(std::move(record));
}

void importServiceEntry(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    MeshExternalService record;
    record.object = context.object;
    for (const Node host : items(context, spec["hosts"])) {
        if (Fact<std::string> fact = textFact(context, host); fact.written())
            record.hosts.push_back(std::move(fact));
    }
    for (const Node port : items(context, spec["ports"])) {
        if (const std::uint32_t number = portNumber(port["number"]))
            record.ports.push_back(number);
    }
    record.location = spec["location"] ? spec["location"].string() : "MESH_EXTERNAL"; // the enum's zero value
    record.addresses = texts(spec["addresses"]);
    record.evidence = spec ? spec.evidence(context.object) : context.meta().evidence;
    context.out.meshExternalServices.push_back(std::move(record));
}

} // namespace bartizan::importers
