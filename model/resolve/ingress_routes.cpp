// SPDX-License-Identifier: GPL-3.0-or-later
// Ingress routes as their class's controller serves them, and OpenShift's Routes as the platform's router does. What
// only one controller's annotations or defaults say is applied where that controller is the one; canaries join the
// route they belong to; protections of a host reach every route of the host.
#include "model/resolve/routes.h"

#include <algorithm>
#include <map>

namespace bartizan::resolving {
namespace {

struct Made {
    Route route;
    Fact<bool> canary;
};

const ControllerFacts* factsOf(const RouteRecord& record, const std::string& product)
{
    for (const ControllerFacts& facts : record.byController) {
        if (!product.empty() && facts.controller == product)
            return &facts;
    }
    return nullptr;
}

std::vector<std::string> addressesOf(const RouteRecord& record)
{
    std::vector<std::string> addresses;
    for (const Fact<std::string>& address : record.addresses)
        addresses.push_back(*address);
    return addresses;
}

bool isTls(TlsMode mode)
{
    return mode == TlsMode::terminate || mode == TlsMode::mutual || mode == TlsMode::optionalMutual ||
           mode == TlsMode::passthrough;
}

void addEntries(RouteTools& tools, Route& route, RouteEntries::Asked asked, bool tls, bool plain)
{
    for (const std::uint32_t port : {443U, 80U}) {
        if (!(port == 443 ? tls : plain))
            continue;
        asked.port = port;
        const std::vector<EntryId> found = tools.entries.of(route.gateway, asked);
        route.entries.insert(route.entries.end(), found.begin(), found.end());
    }
    std::sort(route.entries.begin(), route.entries.end());
    route.entries.erase(std::unique(route.entries.begin(), route.entries.end()), route.entries.end());
}

// ConfigMap of the controller: a redirect for every route with TLS, or for all.
Fact<bool> controllerRedirect(const Context& context, const std::string& product, bool tls)
{
    for (const ControllerConfigRecord& config : context.in.controllerConfigs) {
        if (config.controller != product || !context.in.object(config.object).applied())
            continue;
        if (*config.forceHttps)
            return config.forceHttps;
        if (tls && config.redirectsToHttps.written())
            return config.redirectsToHttps;
    }
    return {};
}

Made makeIngress(RouteTools& tools, std::size_t index)
{
    const RouteRecord& record = tools.context.in.routes[index];
    const Identity& identity = tools.context.identity(record.object);
    Made made{tools.make(record, index), {}};
    Route& route = made.route;
    route.gateway = tools.gateways.ofClass(identity.cluster, record.className);
    const Gateway& gateway = tools.context.out.gateways[route.gateway.pos()];
    const std::string& product = tools.gateways.product(route.gateway);

    Fact<bool> redirects = record.redirectsToHttps;
    std::optional<bool> internal;
    if (const ControllerFacts* facts = factsOf(record, product)) {
        if (facts->edgeTls.written()) {
            route.edgeTls = *facts->edgeTls;
            route.edgeTlsEvidence = facts->edgeTls.evidence;
        }
        if (facts->upstreamTls.written() && !record.upstreamTls.written() && route.upstreamTls.empty()) {
            route.upstreamTls = *facts->upstreamTls;
            route.upstreamTlsEvidence = facts->upstreamTls.evidence;
        }
        if (facts->redirectsToHttps.written())
            redirects = facts->redirectsToHttps;
        if (facts->pathType.written())
            route.pathType = *facts->pathType;
        for (const Fact<std::string>& host : facts->moreHosts)
            route.hosts.push_back(*host);
        if (*facts->redirectsAway) {
            route.redirectsAway = true;
            route.backends.clear();
        }
        if (facts->internal.written())
            internal = *facts->internal;
        made.canary = facts->canary;
    }
    for (const ControllerFacts& facts : record.byController) {
        if (product.empty() && facts.internal.written())
            internal = *facts.internal; // a wish for a balancer, whoever reads it
    }
    // Written on the Ingress (an annotation) wins over the controller's settings; the controller's default does not.
    const bool byDefault = redirects.written() && redirects.evidence == record.edgeTls.evidence;
    if (const Fact<bool> own = controllerRedirect(tools.context, product, isTls(route.edgeTls));
        own.written() && (!redirects.written() || byDefault))
        redirects = own;
    route.redirectsHttp = *redirects;
    tools.protect(route, record, "");

    if (!record.addresses.empty()) {
        route.accepted = true;
    } else if (gateway.controllerInInput) {
        route.accepted = true;
    } else {
        route.acceptedReason = gateway.unknownBecause;
    }
    const bool tls = isTls(route.edgeTls), unknown = route.edgeTls == TlsMode::unknown;
    const bool plain =
        route.edgeTls == TlsMode::none || unknown || (route.edgeTls != TlsMode::passthrough && redirects.written());
    addEntries(tools, route, {"ingress", record.object, 0, "TCP", addressesOf(record), internal, record.evidence}, tls || unknown,
               plain);
    return made;
}

// ingress-nginx: a canary inherits everything from the main Ingress of its host and path and only adds a backend.
void joinCanaries(std::vector<Made>& all)
{
    const auto key = [](const Route& route) {
        std::string text = std::to_string(route.gateway.value) + " " + route.path;
        for (const std::string& host : route.hosts)
            text += "\n" + host;
        return text;
    };
    std::map<std::string, std::size_t> mains;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!*all[i].canary)
            mains.emplace(key(all[i].route), i);
    }
    std::vector<bool> joined(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!*all[i].canary)
            continue;
        const auto main = mains.find(key(all[i].route));
        Route& route = all[i].route;
        if (main == mains.end()) {
            route.accepted = false;
            route.acceptedReason = "it is a canary, and no main route of the same host and path is in the input";
            route.entries.clear();
            continue;
        }
        std::vector<RouteBackend>& to = all[main->second].route.backends;
        to.insert(to.end(), route.backends.begin(), route.backends.end());
        joined[i] = true;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (joined[i])
            continue;
        if (kept != i)
            all[kept] = std::move(all[i]);
        ++kept;
    }
    all.erase(all.begin() + std::ptrdiff_t(kept), all.end());
}

// A client certificate is asked for by the host, before any path is known.
void spreadOverHosts(std::vector<Made>& all)
{
    struct OfHost {
        Protection protection;
        TlsMode edgeTls = TlsMode::unknown;
        Evidence edgeTlsEvidence;
    };
    const auto key = [](const Route& route, const std::string& host) { return std::to_string(route.gateway.value) + " " + host; };
    std::map<std::string, OfHost> hosts;
    for (const Made& made : all) {
        for (const Protection& protection : made.route.protections) {
            if (!protection.perHost || protection.enforcement == Enforcement::off)
                continue;
            for (const std::string& host : made.route.hosts)
                hosts.try_emplace(key(made.route, host), OfHost{protection, made.route.edgeTls, made.route.edgeTlsEvidence});
        }
    }
    for (Made& made : all) {
        Route& route = made.route;
        const bool own = std::any_of(route.protections.begin(), route.protections.end(),
                                     [](const Protection& protection) { return protection.perHost; });
        if (own || route.hosts.size() != 1)
            continue;
        const auto found = hosts.find(key(route, route.hosts.front()));
        if (found == hosts.end() || route.edgeTls != TlsMode::terminate)
            continue;
        route.protections.push_back(found->second.protection);
        route.edgeTls = found->second.edgeTls;
        route.edgeTlsEvidence = found->second.edgeTlsEvidence;
    }
}

} // namespace

void addIngressRoutes(RouteTools& tools, const std::vector<std::size_t>& records)
{
    std::vector<Made> all;
    all.reserve(records.size());
    for (const std::size_t index : records)
        all.push_back(makeIngress(tools, index));
    joinCanaries(all);
    spreadOverHosts(all);
    for (Made& made : all)
        tools.context.out.routes.push_back(std::move(made.route));
}

void addRouterRoute(RouteTools& tools, std::size_t index)
{
    const RouteRecord& record = tools.context.in.routes[index];
    Route route = tools.make(record, index);
    route.gateway = tools.gateways.ofRouter(tools.context.identity(record.object).cluster,
                                            record.parents.empty() ? std::string() : record.parents.front().gateway);
    const Gateway& gateway = tools.context.out.gateways[route.gateway.pos()];
    tools.protect(route, record, "");
    for (const ParentRef& router : record.parents) {
        if (!router.accepted.written() || route.accepted.value_or(false))
            continue;
        route.accepted = *router.accepted;
        route.acceptedReason = *router.accepted ? "" : "its status says that the router does not admit it";
    }
    if (!route.accepted && gateway.controllerInInput)
        route.accepted = true;
    else if (!route.accepted)
        route.acceptedReason = gateway.unknownBecause;
    if (route.accepted.value_or(true)) {
        const bool tls = isTls(route.edgeTls);
        const bool plain = !tls || (!*record.plainRefused && record.redirectsToHttps.written());
        addEntries(tools, route, {"route", record.object, 0, "TCP", {}, std::nullopt, record.evidence}, tls, plain);
    }
    tools.context.out.routes.push_back(std::move(route));
}

} // namespace bartizan::resolving
