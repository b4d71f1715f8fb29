// SPDX-License-Identifier: GPL-3.0-or-later
// Istio VirtualService (istio/api networking/v1/virtual_service.proto). Its http, tls and tcp rules are tried in
// written order; rule numbers of the route ids run through the three lists in this order.
#include "importers/gateways/facts.h"
#include "importers/meshes/istio.h"

#include <algorithm>
#include <array>

namespace bartizan::importers {
namespace {

// Istio resolves a name without dots in the VirtualService's namespace and takes any other name as it is.
BackendRef destination(const ObjectContext& context, Node node)
{
    BackendRef ref;
    const std::string host = node["host"].string();
    const bool qualified = host.find('.') == std::string::npos || host.find(".svc") != std::string::npos;
    const ServiceName service = qualified ? serviceOf(host, namespaceOf(context)) : ServiceName{};
    ref.kind = service.name.empty() ? "Host" : "Service";
    ref.ns = service.ns;
    ref.name = service.name.empty() ? host : service.name;
    ref.port = node["port"]["number"].string();
    ref.evidence = (node["host"] ? node["host"] : node).evidence(context.object);
    return ref;
}

// Parents of a rule: the gateways of the match if it names some, else the VirtualService's. "mesh", or none at all,
// means the side proxies.
void gateways(const ObjectContext& context, Node list, RouteRecord& route)
{
    route.parents.clear();
    if (list.isSequence()) {
        for (const Node entry : list) {
            const std::string_view name = entry.text();
            if (name.empty() || name == "mesh")
                continue;
            ParentRef parent;
            parent.kind = "Gateway";
            parent.gateway = name.find('/') == std::string_view::npos ? "istio:" + namespaceOf(context) + "/" + std::string(name)
                                                                      : "istio:" + std::string(name);
            parent.evidence = entry.evidence(context.object);
            route.parents.push_back(std::move(parent));
        }
    }
    route.meshOnly = route.parents.empty();
}

std::string stringMatch(Node match, std::string_view name)
{
    std::string text(name);
    if (match["exact"])
        return text + ": " + match["exact"].string();
    if (match["prefix"])
        return text + ": " + match["prefix"].string() + "*";
    if (match["regex"])
        return text + " ~ " + match["regex"].string();
    return text; // present, whatever its value
}

void httpMatch(Node match, RouteRecord& route)
{
    const Node uri = match["uri"];
    for (const char* type : {"exact", "prefix", "regex"}) {
        if (!uri[type])
            continue;
        route.pathType = type;
        route.path = uri[type].string();
    }
    if (const Node method = match["method"]; method.isMapping()) {
        for (const char* type : {"exact", "prefix", "regex"}) {
            if (method[type])
                route.methods.push_back(method[type].string());
        }
    }
    const Node headers = match["headers"], without = match["withoutHeaders"], query = match["queryParams"];
    if (headers.isMapping()) {
        for (const Node header : headers)
            route.headers.push_back(stringMatch(header, header.key()));
    }
    if (without.isMapping()) {
        for (const Node header : without)
            route.headers.push_back("without " + stringMatch(header, header.key()));
    }
    for (const char* part : {"authority", "scheme"}) {
        if (match[part].isMapping())
            route.headers.push_back(stringMatch(match[part], std::string(":") + part));
    }
    if (query.isMapping()) {
        for (const Node parameter : query)
            route.queryParams.push_back(stringMatch(parameter, parameter.key()));
    }
    for (ParentRef& parent : route.parents)
        parent.port = portNumber(match["port"]);
}

void portMatch(Node match, RouteRecord& route)
{
    if (const auto names = texts(match["sniHosts"]); !names.empty()) {
        route.hosts = names;
        if (std::find(names.begin(), names.end(), "*") != names.end())
            route.hosts.clear();
    }
    for (ParentRef& parent : route.parents)
        parent.port = portNumber(match["port"]);
}

void crossOrigin(const ObjectContext& context, Node cors, RouteRecord& route)
{
    if (!boolFact(context, cors["allowCredentials"]).value)
        return;
    const auto old = texts(cors["allowOrigin"]);
    bool any = std::find(old.begin(), old.end(), "*") != old.end();
    for (const Node origin : items(context, cors["allowOrigins"]))
        any = any || origin["exact"].text() == "*" || origin["regex"].text() == ".*" || origin["prefix"].text() == "*";
    if (!any)
        return;
    Protection trap;
    trap.kind = ProtectionKind::trap;
    trap.id = "cors-any-origin-with-credentials";
    trap.detail = "Pages of any origin may call these routes with credentials.";
    trap.evidence = cors.evidence(context.object);
    route.protections.push_back(std::move(trap));
}

void action(const ObjectContext& context, Node rule, RouteRecord& route)
{
    for (const Node to : items(context, rule["route"])) {
        route.backends.push_back(destination(context, to["destination"]));
        route.backends.back().weight = to["weight"].asInt().value_or(1);
    }
    std::vector<Node> mirrors;
    if (rule["mirror"].isMapping())
        mirrors.push_back(rule["mirror"]);
    for (const Node mirror : items(context, rule["mirrors"]))
        mirrors.push_back(mirror["destination"]);
    for (const Node mirror : mirrors) {
        route.backends.push_back(destination(context, mirror));
        route.backends.back().mirror = true;
    }
    if (const Node redirect = rule["redirect"]; redirect.isMapping()) {
        route.redirectsAway = {true, redirect.evidence(context.object)};
        if (redirect["scheme"].text() == "https")
            route.redirectsToHttps = {true, redirect["scheme"].evidence(context.object)};
    }
    if (const Node fixed = rule["directResponse"]; fixed.isMapping())
        route.redirectsAway = {true, fixed.evidence(context.object)};
    if (const Node delegate = rule["delegate"]; delegate.isMapping())
        route.delegatesTo = "istio:" + (delegate["namespace"] ? delegate["namespace"].string() : namespaceOf(context)) + "/" +
                            delegate["name"].string();
    crossOrigin(context, rule["corsPolicy"], route);
}

} // namespace

void importVirtualService(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    RouteRecord common;
    common.dialect = "istio";
    common.object = context.object;
    common.audience = audience(context);
    common.inOrder = true;
    common.hosts = texts(spec["hosts"]);
    if (std::find(common.hosts.begin(), common.hosts.end(), "*") != common.hosts.end())
        common.hosts.clear();

    struct List {
        const char* key;
        void (*match)(Node, RouteRecord&);
    };
    const std::string id = idOf(context, "istio");
    std::size_t number = 0;
    int order = 0;
    for (const List& list : {List{"http", httpMatch}, List{"tls", portMatch}, List{"tcp", portMatch}}) {
        for (const Node rule : items(context, spec[list.key])) {
            RouteRecord ofRule = common;
            ofRule.protocol = list.key;
            ofRule.section = rule["name"].string();
            if (std::string_view(list.key) == "tcp")
                ofRule.hosts.clear(); // plain TCP carries no name
            action(context, rule, ofRule);
            std::vector<Node> matches = items(context, rule["match"]);
            if (matches.empty())
                matches.push_back({});
            for (std::size_t m = 0; m < matches.size(); ++m) {
                RouteRecord route = ofRule;
                route.id = id + "#" + std::to_string(number) + "." + std::to_string(m);
                route.precedence = order++;
                gateways(context, matches[m]["gateways"] ? matches[m]["gateways"] : spec["gateways"], route);
                if (matches[m])
                    list.match(matches[m], route);
                route.evidence = (matches[m] ? matches[m] : rule).evidence(context.object);
                context.out.routes.push_back(std::move(route));
            }
            ++number;
        }
    }
}

} // namespace bartizan::importers
