// SPDX-License-Identifier: GPL-3.0-or-later
// Istio's authentication kinds and the client side of TLS (istio/api security/v1/*.proto,
// networking/v1/destination_rule.proto, service_entry.proto). A RequestAuthentication only validates. An authentication
// that the CRD's schema or istiod's validating webhook refuses gives no record: it is in no cluster.
#include "importers/gateways/facts.h"
#include "importers/kubernetes/fields.h"
#include "importers/meshes/istio.h"
#include "importers/meshes/istio_reader.h"

namespace bartizan::importers {
namespace {

// The mode of `mtls`, or of one port in portLevelMtls.
Fact<MtlsMode> mtlsMode(IstioReader& reader, Node mtls)
{
    reader.onlyFields(mtls, {"mode"});
    const std::string word = reader.text(mtls, "mode");
    const Node mode = mtls["mode"];
    if (!mode.isString())
        return {};
    Fact<MtlsMode> fact;
    fact.value = word == "STRICT"       ? MtlsMode::strict
                 : word == "PERMISSIVE" ? MtlsMode::permissive
                 : word == "DISABLE"    ? MtlsMode::disable
                                        : MtlsMode::unset;
    fact.evidence = reader.evidence(mode);
    if (fact.value == MtlsMode::unset && word != "UNSET")
        reader.refuse("mode UNSET, DISABLE, PERMISSIVE or STRICT", "another word", "write one of the four, in capital letters",
                      mode);
    return fact;
}

void readPorts(IstioReader& reader, Node spec, MeshAuthentication& record)
{
    const Node ports = reader.mapping(spec, "portLevelMtls");
    if (!ports)
        return;
    if (ports.size() == 0)
        reader.refuse("at least one port in portLevelMtls", "none", "write the port, or remove the field", ports);
    else if (!record.pods.present)
        reader.refuse("portLevelMtls beside a selector with labels", "it without them",
                      "write which workloads are meant, or the mode for all ports", ports);
    for (const Node port : ports) {
        const std::uint32_t number = portNumber(port.key());
        if (number == 0)
            reader.refuse("port numbers from 1 to 65535 as keys of portLevelMtls", "another text",
                          "write the number of the workload's port", port);
        record.ports.emplace_back(number, mtlsMode(reader, reader.mappingOf(port)));
    }
}

Fact<std::string> tlsMode(const ObjectContext& context, Node policy)
{
    return textFact(context, policy["tls"]["mode"]);
}

} // namespace

void importPeerAuthentication(const ObjectContext& context)
{
    IstioReader reader(context);
    const Node spec = reader.mapping(context.node, "spec");
    reader.onlyFields(spec, {"mtls", "selector", "portLevelMtls"});
    MeshAuthentication record;
    record.object = context.object;
    record.ns = namespaceOf(context);
    record.pods = reader.selector(spec);
    record.mode = mtlsMode(reader, reader.mapping(spec, "mtls"));
    readPorts(reader, spec, record);
    record.evidence = spec ? reader.evidence(spec) : context.meta().evidence;
    if (reader.valid())
        context.out.meshAuthentications.push_back(std::move(record));
}

void importRequestAuthentication(const ObjectContext& context)
{
    IstioReader reader(context);
    const Node spec = reader.mapping(context.node, "spec");
    reader.onlyFields(spec, {"jwtRules", "selector", "targetRef", "targetRefs"});
    MeshTokenCheck record;
    record.object = context.object;
    record.ns = namespaceOf(context);
    record.pods = reader.selector(spec);
    takeTargets(record, reader.targets(spec));
    for (const Node rule : reader.mappings(spec, "jwtRules")) {
        // Newer versions take one without an issuer where its keys are named.
        const bool keys = rule["jwksUri"].isString() || rule["jwks_uri"].isString() || rule["jwks"].isString();
        if (reader.text(rule, "issuer").empty() && (rule["issuer"].isNull() || rule["issuer"].isString()) && !keys)
            reader.refuse("an issuer or keys in a rule for tokens", "neither", "write who issues the tokens that are accepted",
                          rule);
        record.issuers.push_back(textFact(context, rule["issuer"]));
    }
    record.evidence = spec ? reader.evidence(spec) : context.meta().evidence;
    if (reader.valid())
        context.out.meshTokenChecks.push_back(std::move(record));
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
