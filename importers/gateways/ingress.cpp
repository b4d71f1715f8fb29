// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/gateways/ingress.h"

#include "importers/gateways/facts.h"

#include <algorithm>
#include <array>

namespace bartizan::importers {
namespace {

struct TlsBlock {
    std::vector<std::string> hosts; // empty: every host
    std::string secret;
    Evidence evidence;
};

// Kubernetes Ingress API: a wildcard covers exactly one label.
bool covers(const std::string& pattern, const std::string& host)
{
    const std::string wanted = lowered(pattern), name = lowered(host);
    if (wanted == name)
        return true;
    if (!wanted.starts_with("*."))
        return false;
    const auto dot = name.find('.');
    return dot != std::string::npos && dot > 0 && std::string_view(name).substr(dot) == std::string_view(wanted).substr(1);
}

std::vector<TlsBlock> tlsBlocks(const ObjectContext& context, Node spec)
{
    std::vector<TlsBlock> blocks;
    for (const Node entry : items(context, spec["tls"])) {
        TlsBlock block;
        block.hosts = texts(entry["hosts"]);
        block.secret = entry["secretName"].string();
        block.evidence = entry.evidence(context.object);
        blocks.push_back(std::move(block));
    }
    return blocks;
}

void edgeTls(RouteRecord& route, const std::vector<TlsBlock>& blocks, const std::string& host)
{
    route.edgeTls = {TlsMode::none, route.evidence};
    for (const TlsBlock& block : blocks) {
        const bool all = block.hosts.empty();
        const bool match =
            all || (!host.empty() && std::any_of(block.hosts.begin(), block.hosts.end(),
                                                 [&](const std::string& pattern) { return covers(pattern, host); }));
        if (match) {
            route.edgeTls = {TlsMode::terminate, block.evidence};
            if (!block.secret.empty())
                route.certificates.push_back(block.secret);
        } else if (host.empty() && route.edgeTls.value == TlsMode::none) {
            // A rule for every host, certificates for some of them: which hosts arrive here is not written.
            route.edgeTls = {TlsMode::unknown, block.evidence};
        }
    }
}

// networking.k8s.io/v1 IngressBackend; v1beta1 has serviceName and servicePort.
std::optional<BackendRef> backend(const ObjectContext& context, Node node)
{
    if (!node.isMapping())
        return std::nullopt;
    BackendRef ref;
    ref.ns = namespaceOf(context);
    ref.evidence = node.evidence(context.object);
    if (const Node service = node["service"]; service.isMapping()) {
        ref.name = service["name"].string();
        const Node port = service["port"];
        ref.port = port["number"] ? port["number"].string() : port["name"].string();
        ref.evidence = service.evidence(context.object);
    } else if (node["serviceName"]) {
        ref.name = node["serviceName"].string();
        ref.port = node["servicePort"].string();
    } else if (const Node resource = node["resource"]; resource.isMapping()) {
        ref.group = resource["apiGroup"].string();
        ref.kind = resource["kind"].string();
        ref.name = resource["name"].string();
    } else {
        return std::nullopt;
    }
    return ref;
}

void path(RouteRecord& route, Node entry)
{
    route.path = entry["path"].string();
    const std::string_view type = entry["pathType"].text();
    if (type == "Exact")
        route.pathType = "exact";
    else if (!route.path.empty())
        route.pathType = "prefix"; // ImplementationSpecific: every known controller's default is a prefix
    if (type == "ImplementationSpecific" && (route.path == "/*" || route.path == "*"))
        route.path = "/"; // the spelling of load balancers for "everything"
}

} // namespace

void importIngress(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    const std::vector<TlsBlock> blocks = tlsBlocks(context, spec);
    const std::optional<BackendRef> fallback =
        backend(context, spec["defaultBackend"] ? spec["defaultBackend"] : spec["backend"]);

    RouteRecord common;
    common.dialect = "ingress";
    common.object = context.object;
    common.audience = audience(context);
    // The field wins; the annotation is what older manifests have.
    common.className = textFact(context, spec["ingressClassName"]);
    if (!common.className.written())
        common.className = textFact(context, annotation(context, "kubernetes.io/ingress.class"));
    for (const Node address : items(context, context.node["status"]["loadBalancer"]["ingress"])) {
        for (const char* key : {"ip", "hostname"}) {
            if (Fact<std::string> fact = textFact(context, address[key]); fact.written() && !fact.value.empty())
                common.addresses.push_back(std::move(fact));
        }
    }

    std::vector<RouteRecord> routes;
    const std::string id = idOf(context, "ingress");
    if (fallback) {
        RouteRecord route = common;
        route.id = id + "#default.0";
        route.backends.push_back(*fallback);
        route.evidence = fallback->evidence;
        edgeTls(route, blocks, {});
        routes.push_back(std::move(route));
    }
    std::size_t ruleNumber = 0;
    for (const Node rule : items(context, spec["rules"])) {
        RouteRecord ofRule = common;
        const std::string host = rule["host"].string();
        if (!host.empty())
            ofRule.hosts.push_back(host);
        ofRule.evidence = (host.empty() ? rule : rule["host"]).evidence(context.object);
        edgeTls(ofRule, blocks, host);
        const std::vector<Node> paths = items(context, rule["http"]["paths"]);
        std::size_t pathNumber = 0;
        for (const Node entry : paths) {
            RouteRecord route = ofRule;
            route.id = id + "#" + std::to_string(ruleNumber) + "." + std::to_string(pathNumber);
            route.precedence = static_cast<int>(routes.size());
            path(route, entry);
            route.evidence = entry.evidence(context.object);
            if (auto ref = backend(context, entry["backend"]))
                route.backends.push_back(std::move(*ref));
            routes.push_back(std::move(route));
            ++pathNumber;
        }
        if (paths.empty() && fallback) { // "if http is not specified, all traffic for the host goes to the default backend"
            ofRule.id = id + "#" + std::to_string(ruleNumber) + ".0";
            ofRule.backends.push_back(*fallback);
            routes.push_back(std::move(ofRule));
        }
        ++ruleNumber;
    }

    readIngressNginx(context, routes);
    readOtherControllers(context, routes);
    for (RouteRecord& route : routes)
        context.out.routes.push_back(std::move(route));
}

void importIngressClass(const ObjectContext& context)
{
    GatewayClassRecord record;
    record.object = context.object;
    record.dialect = "ingress";
    record.controller = context.node["spec"]["controller"].string();
    record.product = controllerProduct(record.controller);
    record.isDefault = boolFact(context, annotation(context, "ingressclass.kubernetes.io/is-default-class")).value;
    record.evidence = context.node["spec"]["controller"] ? context.node["spec"]["controller"].evidence(context.object)
                                                         : context.node.evidence(context.object);
    context.out.gatewayClasses.push_back(std::move(record));
}

std::string controllerProduct(std::string_view controller)
{
    struct Row {
        std::string_view prefix, product;
    };
    // By prefix: several controllers append their own class's name.
    static constexpr std::array rows = {
        Row{"k8s.io/ingress-nginx", "ingress-nginx"},
        Row{"nginx.org/ingress-controller", "nginx-ingress-controller"},
        Row{"traefik.io/ingress-controller", "traefik"},
        Row{"ingress.k8s.aws/alb", "aws-load-balancer-controller"},
        Row{"haproxy.org/ingress-controller", "haproxytech-ingress"},
        Row{"haproxy-ingress.github.io/controller", "haproxy-ingress"},
        Row{"ingress-controllers.konghq.com/kong", "kong"},
        Row{"projectcontour.io", "contour"},
        Row{"apisix.apache.org", "apisix"},
        Row{"higress.io/higress-controller", "higress"},
        Row{"istio.io/ingress-controller", "istio"},
        Row{"istio.io/gateway-controller", "istio"},
        Row{"openshift.io/ingress-to-route", "openshift-router"},
        Row{"getambassador.io/ingress-controller", "emissary"},
        Row{"k8s.io/ingress-gce", "gce"},
        Row{"networking.gke.io/gateway", "gke-gateway"},
        Row{"azure/application-gateway", "azure-application-gateway"},
        Row{"cilium.io/ingress-controller", "cilium"},
        Row{"io.cilium/gateway-controller", "cilium"},
        Row{"gateway.envoyproxy.io/gatewayclass-controller", "envoy-gateway"},
        Row{"gateway.nginx.org/nginx-gateway-controller", "nginx-gateway-fabric"},
        Row{"kgateway.dev/kgateway", "kgateway"},
        Row{"konghq.com/kic-gateway-controller", "kong"},
        Row{"konghq.com/gateway-operator", "kong"},
        Row{"traefik.io/gateway-controller", "traefik"},
        Row{"linkerd.io/gateway-controller", "linkerd"},
        Row{"hashicorp.com/consul-api-gateway-controller", "consul"},
        Row{"consul.hashicorp.com/gateway-controller", "consul"},
        Row{"gateway.k8s.aws", "aws-load-balancer-controller"},
        Row{"skipper", "skipper"},
        Row{"citrix.com/ingress-controller", "netscaler"},
        Row{"tailscale.com/ts-ingress", "tailscale"},
        Row{"voyagermesh.com/voyager", "voyager"},
        Row{"gloo.solo.io/gloo-gateway", "gloo"},
        Row{"solo.io/gloo-gateway", "gloo"},
    };
    for (const Row& row : rows) {
        if (controller.starts_with(row.prefix))
            return std::string(row.product);
    }
    return {};
}

} // namespace bartizan::importers
