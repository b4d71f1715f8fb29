// SPDX-License-Identifier: GPL-3.0-or-later
// Routes of the Gateway API: one RouteRecord for each match of each rule. A rule without matches matches everything
// (HTTPRoute: the prefix "/"). Linkerd's HTTPRoute (policy.linkerd.io) has the same shape and serves its mesh only.
#include "importers/gateways/facts.h"
#include "importers/gateways/gateway_api.h"
#include "importers/meshes/linkerd.h"

#include <algorithm>

namespace bartizan::importers {
namespace {

bool same(Node node, std::string_view fallback, Node other)
{
    return (node ? node.text() : fallback) == (other ? other.text() : fallback);
}

std::vector<ParentRef> parents(const ObjectContext& context, Node spec, bool& meshOnly)
{
    std::vector<ParentRef> result;
    const std::string& ns = namespaceOf(context);
    const Node states = context.node["status"]["parents"];
    bool other = false;
    for (const Node ref : items(context, spec["parentRefs"])) {
        ParentRef parent;
        parent.kind = ref["kind"] ? ref["kind"].string() : "Gateway";
        parent.gateway = apiGatewayId(parent.kind, ref["namespace"] ? ref["namespace"].text() : ns, ref["name"].text());
        parent.section = ref["sectionName"].string();
        parent.port = portNumber(ref["port"]);
        parent.evidence = ref.evidence(context.object);
        const bool linkerd = ref["group"].text() == linkerdGroup;
        if (linkerd && parent.kind == "Server")
            parent.gateway = "linkerd:" + (ref["namespace"] ? ref["namespace"].string() : ns) + "/" + ref["name"].string();
        else if (linkerd || parent.kind == "Service" || parent.kind == "ServiceEntry")
            parent.gateway.clear(); // routes of a mesh: calls to that Service from inside
        else
            other = true;
        if (states.isSequence()) {
            for (const Node state : states) {
                const Node of = state["parentRef"];
                if (of["name"].text() == ref["name"].text() && same(of["namespace"], ns, ref["namespace"]) &&
                    same(of["sectionName"], "", ref["sectionName"]) && same(of["port"], "", ref["port"]) &&
                    same(of["kind"], "Gateway", ref["kind"]))
                    parent.accepted = condition(context, state["conditions"], "Accepted");
            }
        }
        result.push_back(std::move(parent));
    }
    meshOnly = !result.empty() && !other;
    return result;
}

BackendRef backend(const ObjectContext& context, Node node)
{
    BackendRef ref;
    ref.group = node["group"].string();
    ref.kind = node["kind"] ? node["kind"].string() : "Service";
    ref.ns = node["namespace"] ? node["namespace"].string() : namespaceOf(context);
    ref.name = node["name"].string();
    ref.port = node["port"].string();
    ref.weight = node["weight"].asInt().value_or(1);
    ref.evidence = node.evidence(context.object);
    return ref;
}

std::vector<std::string> nameValues(const ObjectContext& context, Node list)
{
    std::vector<std::string> result;
    for (const Node entry : items(context, list)) {
        const bool pattern = entry["type"].text() == "RegularExpression";
        result.push_back(entry["name"].string() + (pattern ? " ~ " : ": ") + entry["value"].string());
    }
    return result;
}

// GEP-1494: the service must authenticate and may authorize; what it refuses does not reach the backend.
Protection externalAuth(const ObjectContext& context, Node entry)
{
    const Node filter = entry["externalAuth"];
    Protection protection;
    protection.method = "external";
    protection.id = "gateway-api.external-auth";
    protection.detail = "Every request is checked by another service.";
    const BackendRef to = backend(context, filter["backendRef"]);
    protection.refKind = to.kind;
    protection.refNs = to.ns;
    protection.refName = to.name;
    protection.external.host = to.name + "." + to.ns + ".svc";
    protection.external.port = portNumber(filter["backendRef"]["port"]);
    protection.evidence = (filter ? filter : entry).evidence(context.object);
    if (to.name.empty())
        protection.enforcement = Enforcement::unresolved;
    return protection;
}

// A filter of an implementation: whether it checks anybody is decided where the object is read, else not at all.
std::optional<Protection> extension(const ObjectContext& context, Node entry)
{
    const Node ref = entry["extensionRef"];
    const std::string kind = ref["kind"].string();
    if (ref["group"].text() == "gateway.envoyproxy.io" && kind == "HTTPRouteFilter")
        return std::nullopt; // rewrites, fixed responses, credentials towards the backend
    Protection protection;
    protection.method = "extension";
    protection.id = "gateway-api.extension-ref";
    protection.enforcement = Enforcement::unknown;
    protection.refKind = kind;
    protection.refNs = namespaceOf(context);
    protection.refName = ref["name"].string();
    protection.detail = "A filter of kind " + kind + " is applied; what it does is not interpreted here.";
    protection.evidence = (ref ? ref : entry).evidence(context.object);
    return protection;
}

std::optional<Protection> crossOrigin(const ObjectContext& context, Node cors)
{
    const auto origins = texts(cors["allowOrigins"]);
    if (std::find(origins.begin(), origins.end(), "*") == origins.end() || !boolFact(context, cors["allowCredentials"]).value)
        return std::nullopt;
    Protection trap;
    trap.kind = ProtectionKind::trap;
    trap.id = "cors-any-origin-with-credentials";
    trap.detail = "Pages of any origin may call these routes with credentials.";
    trap.evidence = cors.evidence(context.object);
    return trap;
}

void filters(const ObjectContext& context, Node list, RouteRecord& route)
{
    for (const Node filter : items(context, list)) {
        const std::string_view type = filter["type"].text();
        if (type == "RequestRedirect") {
            const Node redirect = filter["requestRedirect"], scheme = redirect["scheme"];
            route.redirectsAway = {true, (redirect ? redirect : filter).evidence(context.object)};
            if (scheme.text() == "https")
                route.redirectsToHttps = {true, scheme.evidence(context.object)};
        } else if (type == "RequestMirror") {
            BackendRef mirror = backend(context, filter["requestMirror"]["backendRef"]);
            mirror.mirror = true;
            if (!mirror.name.empty())
                route.backends.push_back(std::move(mirror));
        } else if (type == "ExternalAuth") {
            route.protections.push_back(externalAuth(context, filter));
        } else if (type == "ExtensionRef") {
            if (auto protection = extension(context, filter))
                route.protections.push_back(std::move(*protection));
        } else if (type == "CORS") {
            if (auto trap = crossOrigin(context, filter["cors"]))
                route.protections.push_back(std::move(*trap));
        }
    }
}

void httpMatch(const ObjectContext& context, Node match, RouteRecord& route)
{
    const Node path = match["path"];
    const std::string_view type = path["type"].text();
    route.pathType = type == "Exact" ? "exact" : type == "RegularExpression" ? "regex" : "prefix";
    route.path = path["value"] ? path["value"].string() : "/";
    if (match["method"])
        route.methods.push_back(match["method"].string());
    route.headers = nameValues(context, match["headers"]);
    route.queryParams = nameValues(context, match["queryParams"]);
}

void grpcMatch(const ObjectContext& context, Node match, RouteRecord& route)
{
    const std::string service = match["method"]["service"].string(), method = match["method"]["method"].string();
    route.headers = nameValues(context, match["headers"]);
    if (service.empty() && method.empty())
        return;
    if (match["method"]["type"].text() == "RegularExpression") {
        route.pathType = "regex";
        route.path = "/" + (service.empty() ? "[^/]+" : service) + "/" + (method.empty() ? "[^/]+" : method);
    } else if (service.empty()) {
        route.pathType = "regex";
        route.path = "/[^/]+/" + method;
    } else {
        route.pathType = method.empty() ? "prefix" : "exact";
        route.path = "/" + service + "/" + method;
    }
}

using ReadMatch = void (*)(const ObjectContext&, Node, RouteRecord&);

void importRoute(const ObjectContext& context, const char* protocol, ReadMatch readMatch)
{
    const Node spec = mapping(context, context.node["spec"]);
    const bool linkerd = context.meta().identity.group == linkerdGroup;
    RouteRecord common;
    common.dialect = linkerd ? "linkerd" : "gateway-api";
    common.protocol = protocol;
    common.object = context.object;
    common.audience = audience(context);
    common.parents = parents(context, spec, common.meshOnly);
    common.meshOnly = common.meshOnly || linkerd; // no gateway reads these
    common.hosts = texts(spec["hostnames"]);
    if (const Node plugins = annotation(context, "konghq.com/plugins")) {
        Protection protection;
        protection.method = "plugin";
        protection.enforcement = Enforcement::unknown;
        protection.controller = "kong";
        protection.id = "kong.plugin";
        protection.detail = "An annotation of kong was seen and is not interpreted.";
        protection.evidence = plugins.evidence(context.object);
        common.protections.push_back(std::move(protection));
    }

    std::vector<Node> rules = items(context, spec["rules"]);
    if (rules.empty() && readMatch == httpMatch)
        rules.push_back({}); // the API's default: one rule for everything, without backends
    const std::string id = idOf(context, common.dialect);
    int order = 0;
    for (std::size_t r = 0; r < rules.size(); ++r) {
        RouteRecord ofRule = common;
        ofRule.evidence = (rules[r] ? rules[r] : spec).evidence(context.object);
        for (const Node ref : items(context, rules[r]["backendRefs"]))
            ofRule.backends.push_back(backend(context, ref));
        ofRule.section = rules[r]["name"].string();
        filters(context, rules[r]["filters"], ofRule);
        std::vector<Node> matches = items(context, rules[r]["matches"]);
        if (matches.empty() || !readMatch)
            matches.assign(1, Node{});
        for (std::size_t m = 0; m < matches.size(); ++m) {
            RouteRecord route = ofRule;
            route.id = id + "#" + std::to_string(r) + "." + std::to_string(m);
            route.precedence = order++;
            if (readMatch)
                readMatch(context, matches[m], route);
            if (matches[m])
                route.evidence = matches[m].evidence(context.object);
            context.out.routes.push_back(std::move(route));
        }
    }
}

} // namespace

void importHttpRoute(const ObjectContext& context)
{
    importRoute(context, "http", httpMatch);
}

void importGrpcRoute(const ObjectContext& context)
{
    importRoute(context, "grpc", grpcMatch);
}

void importTlsRoute(const ObjectContext& context)
{
    importRoute(context, "tls", nullptr);
}

void importPlainRoute(const ObjectContext& context)
{
    importRoute(context, context.meta().identity.kind == "UDPRoute" ? "udp" : "tcp", nullptr);
}

} // namespace bartizan::importers
