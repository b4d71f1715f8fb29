// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/import_text.h"

#include "importers/document/read_documents.h"
#include "importers/gateways/gateway_api.h"
#include "importers/gateways/ingress.h"
#include "importers/gateways/oauth2_proxy.h"
#include "importers/gateways/openshift_route.h"
#include "importers/meshes/istio.h"
#include "importers/registry.h"

namespace bartizan::test {
namespace {

using document::Node;
using importers::ObjectContext;

void authProxy(const ObjectContext& context)
{
    importers::importAuthProxy(context, context.node["spec"]["template"]["spec"]);
}

constexpr importers::KindRow rows[] = {
    {"", "ConfigMap", importers::importControllerConfig, true, {}},
    {"apps", "Deployment", authProxy, true, {}},
    {"networking.k8s.io", "Ingress", importers::importIngress, true, {}},
    {"extensions", "Ingress", importers::importIngress, true, {}},
    {"networking.k8s.io", "IngressClass", importers::importIngressClass, false, {}},
    {"gateway.networking.k8s.io", "GatewayClass", importers::importGatewayClass, false, {}},
    {"gateway.networking.k8s.io", "Gateway", importers::importApiGateway, true, {}},
    {"gateway.networking.k8s.io", "ListenerSet", importers::importListenerSet, true, {}},
    {"gateway.networking.x-k8s.io", "XListenerSet", importers::importListenerSet, true, {}},
    {"gateway.networking.k8s.io", "HTTPRoute", importers::importHttpRoute, true, {}},
    {"gateway.networking.k8s.io", "GRPCRoute", importers::importGrpcRoute, true, {}},
    {"gateway.networking.k8s.io", "TLSRoute", importers::importTlsRoute, true, {}},
    {"gateway.networking.k8s.io", "TCPRoute", importers::importPlainRoute, true, {}},
    {"gateway.networking.k8s.io", "UDPRoute", importers::importPlainRoute, true, {}},
    {"gateway.networking.k8s.io", "ReferenceGrant", importers::importReferenceGrant, true, {}},
    {"gateway.networking.k8s.io", "BackendTLSPolicy", importers::importBackendTlsPolicy, true, {}},
    {"gateway.envoyproxy.io", "SecurityPolicy", importers::importSecurityPolicy, true, {}},
    {"gateway.envoyproxy.io", "ClientTrafficPolicy", importers::importClientTrafficPolicy, true, {}},
    {"gateway.envoyproxy.io", "BackendTrafficPolicy", importers::importBackendTrafficPolicy, true, {}},
    {"gateway.kgateway.dev", "TrafficPolicy", importers::importOtherGatewayPolicy, true, {}},
    {"kuadrant.io", "AuthPolicy", importers::importAuthPolicy, true, {}},
    {"kuadrant.io", "RateLimitPolicy", importers::importOtherGatewayPolicy, true, {}},
    {"gateway.nginx.org", "AuthenticationFilter", importers::importAuthenticationFilter, true, {}},
    {"gateway.nginx.org", "RateLimitPolicy", importers::importOtherGatewayPolicy, true, {}},
    {"route.openshift.io", "Route", importers::importOpenShiftRoute, true, {}},
    {"networking.istio.io", "Gateway", importers::importIstioGateway, true, {}},
    {"networking.istio.io", "VirtualService", importers::importVirtualService, true, {}},
    {"networking.istio.io", "DestinationRule", importers::importDestinationRule, true, {}},
    {"networking.istio.io", "ServiceEntry", importers::importServiceEntry, true, {}},
    {"networking.istio.io", "EnvoyFilter", importers::importEnvoyFilter, true, {}},
    {"extensions.istio.io", "WasmPlugin", importers::importWasmPlugin, true, {}},
    {"security.istio.io", "PeerAuthentication", importers::importPeerAuthentication, true, {}},
    {"security.istio.io", "RequestAuthentication", importers::importRequestAuthentication, true, {}},
    {"security.istio.io", "AuthorizationPolicy", importers::importAuthorizationPolicy, true, {}},
};

Attributes attributes(Node map)
{
    Attributes result;
    if (!map.isMapping())
        return result;
    for (const Node entry : map)
        result.push_back({std::string(entry.key()), entry.string(), entry.evidence()});
    return result;
}

void importObject(Node node, Inventory& out)
{
    if (node["items"].isSequence() && node["kind"].text().ends_with("List")) {
        for (const Node item : node["items"])
            importObject(item, out);
        return;
    }
    const std::string_view apiVersion = node["apiVersion"].text();
    if (apiVersion.empty() || node["kind"].text().empty())
        return;
    const auto slash = apiVersion.find('/');
    Object object;
    object.identity.group = slash == std::string_view::npos ? "" : std::string(apiVersion.substr(0, slash));
    object.version = slash == std::string_view::npos ? std::string(apiVersion) : std::string(apiVersion.substr(slash + 1));
    object.identity.kind = node["kind"].string();
    object.identity.name = node["metadata"]["name"].string();
    object.identity.ns = node["metadata"]["namespace"] ? node["metadata"]["namespace"].string() : "default";
    object.labels = attributes(node["metadata"]["labels"]);
    object.annotations = attributes(node["metadata"]["annotations"]);
    object.evidence = node.evidence();
    const ObjectId id(out.objects.size());
    out.objects.push_back(std::move(object));
    const Limits limits;
    for (const importers::KindRow& row : rows) {
        if (row.group == out.object(id).identity.group && row.kind == out.object(id).identity.kind)
            row.import({node, id, limits, out});
    }
}

} // namespace

Inventory importText(std::string_view text, std::string_view name)
{
    Inventory out;
    const auto file = document::FileText::make(std::string(name), std::string(text), FileId(0U));
    const document::ReadResult read = document::readDocuments(file);
    out.problems = read.problems;
    for (const document::Document& document : read.documents)
        importObject(document.root(), out);
    return out;
}

} // namespace bartizan::test
