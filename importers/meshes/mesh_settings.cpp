// SPDX-License-Identifier: GPL-3.0-or-later
// istio/api mesh/v1alpha1/config.proto and operator/v1alpha1/operator.proto; values of the linkerd-control-plane chart.
#include "importers/meshes/mesh_settings.h"

#include "importers/gateways/facts.h"
#include "importers/kubernetes/fields.h"
#include "importers/kubernetes/nested.h"
#include "importers/meshes/linkerd.h"

namespace bartizan::importers {
namespace {

MeshSettings settingsOf(const ObjectContext& context, const char* mesh)
{
    MeshSettings settings;
    settings.object = context.object;
    settings.mesh = mesh;
    settings.ns = namespaceOf(context);
    settings.evidence = context.meta().evidence;
    return settings;
}

// Istio reads the settings as the JSON form of a Protocol Buffers message, in which a field goes by either name.
Node field(Node parent, std::string_view name, std::string_view protoName)
{
    return parent[name] ? parent[name] : parent[protoName];
}

template <class Text>
void readMeshConfig(Node root, const Text& text, MeshSettings& settings)
{
    settings.rootNamespace = text(field(root, "rootNamespace", "root_namespace"));
    settings.outboundMode = text(field(root, "outboundTrafficPolicy", "outbound_traffic_policy")["mode"]);
    settings.trustDomain = text(field(root, "trustDomain", "trust_domain"));
}

// Empty counts as not written, as in Helm's templates.
Fact<std::string> filled(Fact<std::string> fact)
{
    return fact.value.empty() ? Fact<std::string>() : fact;
}

// The Problem is at the line of the fact.
void problem(const ObjectContext& context, std::string id, std::string message, const Evidence& at)
{
    Problem result;
    result.id = std::move(id);
    result.message = std::move(message);
    result.evidence = at;
    addProblem(context.out, context.limits, std::move(result));
}

void readLinkerdValues(const ObjectContext& context, const NestedDocument& values, MeshSettings& settings)
{
    const Node root = values.root();
    settings.trustDomain = filled(values.text(root["identityTrustDomain"]));
    if (!settings.trustDomain.written())
        settings.trustDomain = filled(values.text(root["clusterDomain"]));
    settings.defaultInbound = filled(values.text(root["proxy"]["defaultInboundPolicy"]));
    if (!settings.defaultInbound.written()) // until Linkerd 2.11
        settings.defaultInbound = filled(values.text(root["policyController"]["defaultAllowPolicy"]));
    if (settings.defaultInbound.written() && !linkerdAccessPolicy(*settings.defaultInbound))
        problem(context, "unknown-default-policy",
                "expected one of Linkerd's default inbound policies, found another word, so that what it lets through is not "
                "known: write deny, audit, all-authenticated, all-unauthenticated, cluster-authenticated or "
                "cluster-unauthenticated",
                settings.defaultInbound.evidence);
    const Fact<std::string> networks = filled(values.text(root["clusterNetworks"]));
    for (const std::string_view network : split(networks.value, ",")) {
        if (isAddressRange(network))
            settings.clusterNetworks.push_back({std::string(network), networks.evidence});
        else
            problem(context, "invalid-block",
                    "expected blocks of addresses in CIDR notation with commas between them as clusterNetworks, found another "
                    "text, which is left out: write IPv4 or IPv6 addresses, each with a slash and the prefix length",
                    networks.evidence);
    }
}

bool isIstioConfig(std::string_view name)
{
    return name == "istio" || name.starts_with("istio-");
}

} // namespace

void importMeshSettings(const ObjectContext& context)
{
    const bool linkerd = nameOf(context) == "linkerd-config";
    if (!linkerd && !isIstioConfig(nameOf(context)))
        return;
    const Node entry = context.node["data"][linkerd ? "values" : "mesh"];
    if (!entry.isString())
        return;
    const NestedDocument text(context, entry);
    if (!text.complete())
        problem(context, "unreadable-settings",
                std::string("expected a mesh's settings in this value, a YAML mapping, found ") +
                    (text.root() ? "a text that is YAML only in part; what could not be read counts as not written"
                                 : "another text; no setting is known of it") +
                    ": take the value from the cluster again",
                entry.maskedEvidence(context.object));
    if (!text.root())
        return;
    MeshSettings settings = settingsOf(context, linkerd ? "linkerd" : "istio");
    if (linkerd)
        readLinkerdValues(context, text, settings);
    else
        readMeshConfig(
            text.root(), [&](Node node) { return filled(text.text(node)); }, settings);
    context.out.meshSettings.push_back(std::move(settings));
}

void importIstioOperator(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]), config = mapping(context, spec["meshConfig"]);
    if (!config)
        return;
    MeshSettings settings = settingsOf(context, "istio");
    if (const Node ns = spec["namespace"]; ns.isString() && !ns.text().empty())
        settings.ns = ns.string(); // where the control plane goes
    else if (!context.meta().namespaceWritten)
        settings.ns = "istio-system"; // as istioctl installs it
    settings.evidence = config.evidence(context.object);
    readMeshConfig(
        config, [&](Node node) { return filled(textFact(context, node)); }, settings);
    context.out.meshSettings.push_back(std::move(settings));
}

} // namespace bartizan::importers
