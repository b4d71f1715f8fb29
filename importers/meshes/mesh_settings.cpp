// SPDX-License-Identifier: GPL-3.0-or-later
// istio/api mesh/v1alpha1/config.proto and operator/v1alpha1/operator.proto; values of the linkerd-control-plane chart.
#include "importers/meshes/mesh_settings.h"

#include "importers/gateways/facts.h"
#include "importers/kubernetes/fields.h"
#include "importers/kubernetes/nested.h"
#include "importers/meshes/istio.h"
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

constexpr std::size_t mostAliases = 256;

template <class Text>
void readMeshConfig(const ObjectContext& context, Node root, const Text& text, MeshSettings& settings)
{
    const auto take = [&](Fact<std::string>& fact, Node node) {
        if (!fact.written())
            fact = text(node);
    };
    take(settings.rootNamespace, field(root, "rootNamespace", "root_namespace"));
    take(settings.outboundMode, field(root, "outboundTrafficPolicy", "outbound_traffic_policy")["mode"]);
    take(settings.trustDomain, field(root, "trustDomain", "trust_domain"));
    if (!settings.trustDomainAliases.empty())
        return;
    const Node aliases = field(root, "trustDomainAliases", "trust_domain_aliases");
    for (std::size_t i = 0; aliases.isSequence() && i < aliases.size(); ++i) {
        Fact<std::string> alias = text(aliases.at(i));
        if (!alias.written())
            continue;
        if (settings.trustDomainAliases.size() == mostAliases) {
            problem(context, "too-many",
                    "expected at most 256 entries in trustDomainAliases, found more, which are left out: write fewer of them",
                    alias.evidence);
            break;
        }
        settings.trustDomainAliases.push_back(std::move(alias));
    }
}

// False, with a Problem: Istio reads the settings as a whole, so it takes none of them. They are laid over its defaults, so an
// outboundTrafficPolicy without a mode, unlike that of a Sidecar, is the default ALLOW_ANY.
bool checkOutboundMode(const ObjectContext& context, Fact<std::string>& mode)
{
    if (mode.value == "0" || mode.value == "1") // of the enum, as good as the words
        mode.value = mode.value == "0" ? istioRegistryOnly : istioAllowAny;
    if (!mode.written() || mode.value == istioRegistryOnly || mode.value == istioAllowAny)
        return true;
    problem(context, "unreadable-settings",
            "expected ALLOW_ANY or REGISTRY_ONLY as outboundTrafficPolicy.mode of a mesh, found another word, for which Istio "
            "takes none of these settings, so that connectivity is worked out without them: write one of the two, in capital "
            "letters",
            mode.evidence);
    return false;
}

constexpr std::size_t mostNetworks = 256; // the chart's default has five

void readClusterNetworks(const ObjectContext& context, const Fact<std::string>& networks, MeshSettings& settings)
{
    bool others = false;
    for (const std::string_view network : split(networks.value, ",")) {
        if (!isAddressRange(network)) {
            others = true;
        } else if (settings.clusterNetworks.size() < mostNetworks) {
            settings.clusterNetworks.push_back({std::string(network), networks.evidence});
        } else {
            problem(context, "too-many",
                    "expected at most 256 blocks of addresses as clusterNetworks, found more, which are left out: write wider "
                    "blocks",
                    networks.evidence);
            break;
        }
    }
    if (others)
        problem(context, "invalid-block",
                std::string("expected blocks of addresses in CIDR notation with commas between them as clusterNetworks, found ") +
                    (settings.clusterNetworks.empty()
                         ? "none of them, so that the networks which the chart has by itself are taken for the cluster's"
                         : "other texts among them, which are left out") +
                    ": write IPv4 or IPv6 addresses, each with a slash and the prefix length",
                networks.evidence);
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
    readClusterNetworks(context, filled(values.text(root["clusterNetworks"])), settings);
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
    MeshSettings settings = settingsOf(context, linkerd ? "linkerd" : "istio");
    if (!text.complete() && !text.blank())
        problem(context, "unreadable-settings",
                std::string("expected a mesh's settings in this value, a YAML mapping, found ") +
                    (text.root() ? "a text that is YAML only in part; what could not be read counts as not written"
                                 : "another text; no setting is known of it") +
                    ": take the value from the cluster again",
                entry.maskedEvidence(context.object));
    if (!text.root() && !text.blank()) // blank: the defaults
        return;
    if (linkerd)
        readLinkerdValues(context, text, settings);
    else
        readMeshConfig(
            context, text.root(), [&](Node node) { return filled(text.text(node)); }, settings);
    if (checkOutboundMode(context, settings.outboundMode))
        context.out.meshSettings.push_back(std::move(settings));
}

// istioctl lays spec.values over what it makes of spec.meshConfig. Where it installs is spec.namespace before
// spec.values.global.istioNamespace (istio/istio operator, TranslateHelmValues and Namespace).
void importIstioOperator(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]), values = mapping(context, spec["values"]);
    const Node config = mapping(context, spec["meshConfig"]), over = mapping(context, values["meshConfig"]);
    if (!config && !over)
        return;
    MeshSettings settings = settingsOf(context, "istio");
    const auto namespaceAt = [&](Node node) {
        const bool written = node.isString() && !node.text().empty();
        if (written)
            settings.ns = node.string();
        return written;
    };
    if (!namespaceAt(spec["namespace"]) && !namespaceAt(values["global"]["istioNamespace"]) && !context.meta().namespaceWritten)
        settings.ns = "istio-system"; // as istioctl installs it
    settings.evidence = (config ? config : over).evidence(context.object);
    for (const Node root : {over, config})
        readMeshConfig(
            context, root, [&](Node node) { return filled(textFact(context, node)); }, settings);
    if (checkOutboundMode(context, settings.outboundMode))
        context.out.meshSettings.push_back(std::move(settings));
}

} // namespace bartizan::importers
