// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/gateways/openshift_route.h"

#include "importers/gateways/facts.h"

#include <algorithm>

namespace bartizan::importers {
namespace {

constexpr std::string_view product = "openshift-router";

Protection protection(const ObjectContext& context, std::string method, std::string detail, Node node)
{
    Protection result;
    result.kind = ProtectionKind::abuse;
    result.method = std::move(method);
    result.id = "openshift." + result.method;
    result.detail = std::move(detail);
    result.controller = product;
    result.evidence = node.evidence(context.object);
    return result;
}

void trap(std::vector<Protection>& out, Protection like, std::string id)
{
    like.kind = ProtectionKind::trap;
    like.method.clear();
    like.id = std::move(id);
    out.push_back(std::move(like));
}

BackendRef backend(const ObjectContext& context, Node node, Node port)
{
    BackendRef ref;
    ref.kind = node["kind"] ? node["kind"].string() : "Service";
    ref.ns = namespaceOf(context);
    ref.name = node["name"].string();
    ref.port = port.string();
    ref.weight = node["weight"].asInt().value_or(100); // the API's default
    ref.evidence = node.evidence(context.object);
    return ref;
}

// The router takes addresses separated by blanks; one that it cannot read makes it drop the whole list in silence.
void addressList(const ObjectContext& context, std::vector<Protection>& out)
{
    Node list = annotation(context, "haproxy.router.openshift.io/ip_allowlist");
    if (!list)
        list = annotation(context, "haproxy.router.openshift.io/ip_whitelist");
    if (!list || trim(list.text()).empty())
        return;
    Protection result = protection(context, "ip-list", "Only listed client addresses are served.", list);
    const auto ranges = split(list.text(), " \t\n");
    if (!std::all_of(ranges.begin(), ranges.end(), isAddressRange)) {
        result.enforcement = Enforcement::off;
        result.detail = "The list of client addresses cannot be read by the router, which then serves everybody.";
        trap(out, result, "ip-list-ignored");
    } else if (std::any_of(ranges.begin(), ranges.end(), coversAllAddresses)) {
        result.enforcement = Enforcement::off;
        result.detail = "The list of client addresses contains every address.";
        trap(out, result, "ip-list-allows-all");
    }
    out.push_back(std::move(result));
}

void limits(const ObjectContext& context, std::vector<Protection>& out, bool passthrough)
{
    const std::string key = "haproxy.router.openshift.io/rate-limit-connections";
    const Node enable = annotation(context, key);
    const bool on = lowered(enable.text()) == "true";
    struct Row {
        const char *suffix, *method, *detail;
        bool http;
    };
    for (const Row& row : {Row{".concurrent-tcp", "concurrency", "Connections per client address are limited.", false},
                           Row{".rate-tcp", "rate", "Connections per client address and time are limited.", false},
                           Row{".rate-http", "rate", "Requests per client address and time are limited.", true}}) {
        const Node limit = annotation(context, key + row.suffix);
        if (!limit)
            continue;
        Protection result = protection(context, row.method, row.detail, limit);
        result.perReplica = true;
        if (!on || (row.http && passthrough)) {
            result.enforcement = Enforcement::off;
            result.detail = on ? "Requests cannot be counted where the connection is passed through."
                               : "A limit is written, but limiting is not switched on.";
            trap(out, result, "rate-limit-not-enabled");
        }
        out.push_back(std::move(result));
    }
}

} // namespace

void importOpenShiftRoute(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]), tls = spec["tls"];
    RouteRecord route;
    route.dialect = "openshift";
    route.id = idOf(context, "openshift") + "#0.0";
    route.object = context.object;
    route.audience = audience(context);
    if (const std::string host = spec["host"].string(); !host.empty()) {
        route.hosts.push_back(host);
        const auto dot = host.find('.');
        if (spec["wildcardPolicy"].text() == "Subdomain" && dot != std::string::npos)
            route.hosts.push_back("*" + host.substr(dot)); // every sibling name of the host
    } else if (const std::string sub = spec["subdomain"].string(); !sub.empty()) {
        route.hosts.push_back(sub + ".*"); // the router's own domain follows
    }
    if (const std::string path = spec["path"].string(); !path.empty()) {
        route.pathType = "prefix";
        route.path = path;
    }
    const Node port = spec["port"]["targetPort"];
    if (spec["to"].isMapping())
        route.backends.push_back(backend(context, spec["to"], port));
    for (const Node other : items(context, spec["alternateBackends"]))
        route.backends.push_back(backend(context, other, port));

    const std::string termination = lowered(tls["termination"].text());
    const Node shown = tls["termination"] ? tls["termination"] : spec["host"] ? spec["host"] : spec;
    if (termination == "passthrough")
        route.protocol = "tls";
    const Evidence evidence = shown.evidence(context.object);
    route.edgeTls = {termination == "passthrough" ? TlsMode::passthrough
                     : termination.empty()        ? TlsMode::none
                                                  : TlsMode::terminate,
                     evidence};
    if (termination == "reencrypt") {
        // Without its own authority the router's default decides whether the pod's certificate is verified.
        const Node authority = tls["destinationCACertificate"];
        route.upstreamTls = {authority ? "tlsVerified" : "tls", authority ? authority.maskedEvidence(context.object) : evidence};
    } else if (termination != "passthrough") {
        route.upstreamTls = {"plain", evidence};
    }
    if (const Node certificate = tls["externalCertificate"]["name"])
        route.certificates.push_back(certificate.string());
    const Node insecure = tls["insecureEdgeTerminationPolicy"];
    if (insecure.text() == "Redirect")
        route.redirectsToHttps = {true, insecure.evidence(context.object)};
    else if (insecure.text() == "Allow")
        route.redirectsToHttps = {false, insecure.evidence(context.object)};
    else if (!termination.empty())
        route.plainRefused = {true, (insecure ? insecure : tls).evidence(context.object)};

    addressList(context, route.protections);
    limits(context, route.protections, termination == "passthrough");
    for (const Node ingress : items(context, context.node["status"]["ingress"])) {
        for (const char* key : {"host", "routerCanonicalHostname"}) {
            if (Fact<std::string> fact = textFact(context, ingress[key]); fact.written() && !fact.value.empty())
                route.addresses.push_back(std::move(fact));
        }
        ParentRef router;
        router.kind = "Router";
        router.gateway = "openshift-router:" + ingress["routerName"].string();
        router.accepted = condition(context, ingress["conditions"], "Admitted");
        router.evidence = ingress.evidence(context.object);
        route.parents.push_back(std::move(router));
    }
    route.evidence = spec ? spec.evidence(context.object) : context.meta().evidence;
    context.out.routes.push_back(std::move(route));
}

} // namespace bartizan::importers
