// SPDX-License-Identifier: GPL-3.0-or-later
// Routes of the Gateway API and of Istio: attachment decides which gateways serve them, the listeners decide TLS, host
// names and ways in.
#include "model/resolve/attachment.h"
#include "model/resolve/routes.h"

#include <algorithm>

namespace bartizan::resolving {
namespace {

// What one gateway serves of a route, over all the parents that name it.
struct Served {
    GatewayId gateway;
    std::vector<const ListenerRecord*> listeners;
    std::optional<std::vector<std::string>> hosts;
};

std::vector<Served> byGateway(const std::vector<Attachment>& attachments)
{
    std::vector<Served> result;
    for (const Attachment& attachment : attachments) {
        if (!attachment.accepted.value_or(false) || !attachment.gateway.valid())
            continue;
        auto place =
            std::find_if(result.begin(), result.end(), [&](const Served& one) { return one.gateway == attachment.gateway; });
        if (place == result.end()) {
            result.push_back({attachment.gateway, attachment.listeners, attachment.hosts});
            continue;
        }
        for (const ListenerRecord* listener : attachment.listeners) {
            if (std::find(place->listeners.begin(), place->listeners.end(), listener) == place->listeners.end())
                place->listeners.push_back(listener);
        }
        if (!place->hosts || place->hosts->empty() || !attachment.hosts || attachment.hosts->empty()) {
            if (attachment.hosts)
                place->hosts = std::vector<std::string>();
            continue;
        }
        place->hosts->insert(place->hosts->end(), attachment.hosts->begin(), attachment.hosts->end());
        std::sort(place->hosts->begin(), place->hosts->end());
        place->hosts->erase(std::unique(place->hosts->begin(), place->hosts->end()), place->hosts->end());
    }
    return result;
}

// The weaker, the smaller; passing through and not knowing say nothing about the others.
int strength(TlsMode mode)
{
    switch (mode) {
    case TlsMode::terminate:
        return 1;
    case TlsMode::optionalMutual:
        return 2;
    case TlsMode::mutual:
        return 3;
    case TlsMode::passthrough:
        return 4;
    case TlsMode::none:
    case TlsMode::unknown:
        break;
    }
    return 0;
}

void readListeners(Route& route, const std::vector<const ListenerRecord*>& listeners)
{
    const ListenerRecord* weakest = nullptr;
    const ListenerRecord* plain = nullptr;
    bool plainRedirects = true;
    for (const ListenerRecord* listener : listeners) {
        route.sections.push_back(listener->name);
        if (strength(*listener->tls) == 0) {
            plain = plain ? plain : listener;
            plainRedirects = plainRedirects && *listener->redirectsToHttps;
        } else if (!weakest || strength(*listener->tls) < strength(*weakest->tls)) {
            weakest = listener;
        }
        if (listener->minTlsVersion.written() && (route.minTlsVersion.empty() || *listener->minTlsVersion < route.minTlsVersion))
            route.minTlsVersion = *listener->minTlsVersion;
    }
    const ListenerRecord* shown = weakest ? weakest : plain;
    if (!shown)
        return;
    route.edgeTls = *shown->tls;
    route.edgeTlsEvidence = shown->tls.evidence.valid() ? shown->tls.evidence : shown->evidence;
    if (plain && plainRedirects)
        route.redirectsHttp = true;
}

void addEntries(RouteTools& tools, Route& route, const std::vector<const ListenerRecord*>& listeners)
{
    const std::size_t index = tools.context.out.gateways[route.gateway.pos()].record;
    const GatewayRecord& record = tools.context.in.gateways[index];
    for (const ListenerRecord* listener : listeners) {
        RouteEntries::Asked asked;
        asked.object = record.object;
        asked.port = listener->port;
        asked.protocol = listener->protocol == "UDP" ? "UDP" : "TCP";
        asked.addresses = record.addresses;
        asked.evidence = listener->evidence;
        const std::vector<EntryId> found = tools.entries.of(route.gateway, asked);
        route.entries.insert(route.entries.end(), found.begin(), found.end());
    }
    std::sort(route.entries.begin(), route.entries.end());
    route.entries.erase(std::unique(route.entries.begin(), route.entries.end()), route.entries.end());
}

// Nobody is shown to take it: refused, or its gateway is not in the input. In the second case it may well be a way in.
void addUnserved(RouteTools& tools, const RouteRecord& record, std::size_t index, const std::vector<Attachment>& attachments)
{
    Route route = tools.make(record, index);
    route.edgeTls = TlsMode::unknown;
    const auto undecided = std::find_if(attachments.begin(), attachments.end(),
                                        [](const Attachment& attachment) { return !attachment.accepted.has_value(); });
    const Attachment* shown = undecided != attachments.end() ? &*undecided : attachments.empty() ? nullptr : &attachments.front();
    if (shown) {
        route.gateway = shown->gateway;
        route.accepted = shown->accepted;
        route.acceptedReason = shown->reason;
        route.acceptedCode = shown->code;
    } else {
        route.accepted = false;
        route.acceptedReason = "it asks for no gateway";
    }
    if (!route.accepted.has_value()) {
        RouteEntries::Asked asked;
        asked.kind = "route";
        asked.object = record.object;
        asked.evidence = record.evidence;
        route.entries = tools.entries.of({}, asked);
    }
    tools.protect(route, record, "");
    tools.context.out.routes.push_back(std::move(route));
}

} // namespace

void addAttachedRoute(RouteTools& tools, const RouteRecord& record, std::size_t index)
{
    const std::vector<Attachment> attachments = attach(tools.context, tools.gateways, record);
    const std::vector<Served> all = byGateway(attachments);
    if (all.empty()) {
        addUnserved(tools, record, index, attachments);
        return;
    }
    bool first = true;
    for (const Served& served : all) {
        Route route = tools.make(record, index);
        route.gateway = served.gateway;
        const Gateway& gateway = tools.context.out.gateways[served.gateway.pos()];
        if (!first)
            route.id += "@" + gateway.id;
        first = false;
        route.accepted = true;
        route.acceptedCode = "Accepted";
        if (served.hosts)
            route.hosts = *served.hosts;
        readListeners(route, served.listeners);
        addEntries(tools, route, served.listeners);
        if (route.entries.empty()) { // only its status tells that it is served
            RouteEntries::Asked asked;
            asked.kind = "route";
            asked.object = record.object;
            asked.evidence = record.evidence;
            route.entries = tools.entries.of(route.gateway, asked);
        }
        tools.protect(route, record, tools.context.in.gateways[gateway.record].id);
        tools.context.out.routes.push_back(std::move(route));
    }
}

} // namespace bartizan::resolving
