// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/routes.h"

#include "model/resolve/text.h"

#include <algorithm>
#include <map>

namespace bartizan::resolving {
namespace {

// Labels hold no blanks: "signed-in-people" is "signed-in people". "" for a word that is none of ours.
std::string audienceWord(std::string_view written)
{
    std::string text = lowered(written);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '-' || c == '_' || c == '.'; }, ' ');
    if (text == "signed in people" || text == "people")
        return "signed-in people";
    if (text == "this cluster only" || text == "cluster")
        return "cluster";
    for (const char* word : {"anyone", "machines", "operators", "nobody"}) {
        if (text == word)
            return word;
    }
    return {};
}

void readAudience(Context& context, const RouteRecord& record, Route& route)
{
    if (record.audience.written()) {
        route.audience = audienceWord(*record.audience);
        route.audienceEvidence = record.audience.evidence;
        if (route.audience.empty()) {
            context.out.problems.push_back(
                {ProblemSeverity::warning,
                 "unknown-audience",
                 "expected anyone, signed-in-people, machines, operators, cluster or nobody as the audience, found another "
                 "word; the audience counts as not stated",
                 record.audience.evidence,
                 {}});
            route.audienceEvidence = {};
        }
    } else if (record.path.starts_with("/.well-known/acme-challenge")) {
        route.audience = "anyone"; // certificate authorities ask here, for everybody to see
        route.audienceEvidence = record.evidence;
    }
}

std::string idInCluster(const std::string& id, const std::string& cluster)
{
    const auto colon = id.find(':');
    return cluster.empty() || colon == std::string::npos ? id : id.substr(0, colon + 1) + cluster + "//" + id.substr(colon + 1);
}

// Istio: the rules of the VirtualService that a rule delegates to, with the hosts and gateways of the delegating one.
RouteRecord delegated(const RouteRecord& root, const RouteRecord& to)
{
    RouteRecord merged = to;
    merged.hosts = root.hosts;
    merged.parents = root.parents;
    merged.meshOnly = false;
    if (merged.pathType == "any") {
        merged.pathType = root.pathType;
        merged.path = root.path;
    }
    merged.methods.insert(merged.methods.end(), root.methods.begin(), root.methods.end());
    merged.headers.insert(merged.headers.end(), root.headers.begin(), root.headers.end());
    merged.queryParams.insert(merged.queryParams.end(), root.queryParams.begin(), root.queryParams.end());
    merged.protections.insert(merged.protections.end(), root.protections.begin(), root.protections.end());
    if (!merged.audience.written())
        merged.audience = root.audience;
    return merged;
}

} // namespace

Route RouteTools::make(const RouteRecord& record, std::size_t index) const
{
    Route route;
    route.id = idInCluster(record.id, context.identity(record.object).cluster);
    route.record = index;
    route.dialect = record.dialect;
    route.protocol = record.protocol;
    route.hosts = record.hosts;
    route.pathType = record.pathType;
    route.path = record.path;
    route.methods = record.methods;
    route.headers = record.headers;
    route.queryParams = record.queryParams;
    route.precedence = record.precedence;
    route.inOrder = record.inOrder;
    route.redirectsAway = *record.redirectsAway;
    route.redirectsHttp = *record.redirectsToHttps;
    if (!route.redirectsAway)
        route.backends = backends.of(record);
    Fact<std::string> upstream = record.upstreamTls;
    if (!upstream.written())
        upstream = backends.upstreamTls(record, route.backends);
    route.upstreamTls = *upstream;
    route.upstreamTlsEvidence = upstream.evidence;
    route.edgeTls = *record.edgeTls;
    route.edgeTlsEvidence = record.edgeTls.evidence;
    readAudience(context, record, route);
    route.evidence = record.evidence;
    return route;
}

void RouteTools::protect(Route& route, const RouteRecord& record, const std::string& gatewayRecord) const
{
    route.protections = protections.of(record, {route.gateway, gatewayRecord, route.sections}, route.backends);
}

void resolveRoutes(Context& context)
{
    const Inventory& in = context.in;
    std::vector<std::size_t> ingresses, routers, attached;
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> byObject; // cluster, "istio:ns/name"
    for (std::size_t i = 0; i < in.routes.size(); ++i) {
        const RouteRecord& record = in.routes[i];
        if (!in.object(record.object).applied())
            continue;
        if (record.dialect == "istio")
            byObject[{context.identity(record.object).cluster, record.id.substr(0, record.id.find('#'))}].push_back(i);
        if (record.meshOnly)
            continue;
        (record.dialect == "ingress" ? ingresses : record.dialect == "openshift" ? routers : attached).push_back(i);
    }

    Gateways gateways(context);
    for (const std::size_t i : ingresses)
        gateways.ofClass(context.identity(in.routes[i].object).cluster, in.routes[i].className);
    for (const std::size_t i : routers)
        gateways.ofRouter(context.identity(in.routes[i].object).cluster,
                          in.routes[i].parents.empty() ? std::string() : in.routes[i].parents.front().gateway);
    RouteEntries entries(context);
    const Backends backends(context);
    const Protections protections(context, gateways);
    RouteTools tools{context, gateways, entries, backends, protections};

    addIngressRoutes(tools, ingresses);
    for (const std::size_t i : routers)
        if (!context.stopped())
            addRouterRoute(tools, i);
    for (const std::size_t i : attached) {
        if (context.stopped())
            return;
        const RouteRecord& record = in.routes[i];
        const auto delegates = byObject.find({context.identity(record.object).cluster, record.delegatesTo});
        if (record.delegatesTo.empty() || delegates == byObject.end()) {
            addAttachedRoute(tools, record, i);
            continue;
        }
        for (const std::size_t to : delegates->second)
            addAttachedRoute(tools, delegated(record, in.routes[to]), to);
    }
}

} // namespace bartizan::resolving
