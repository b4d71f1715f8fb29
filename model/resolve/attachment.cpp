// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/attachment.h"

#include "model/resolve/host_names.h"

#include <algorithm>
#include <array>

namespace bartizan::resolving {
namespace {

enum class Answer { no, yes, unknown };

bool oneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Gateway API: which kinds a listener's protocol can carry at all.
bool protocolCarries(const ListenerRecord& listener, const std::string& routeProtocol)
{
    const std::string& protocol = listener.protocol;
    if (routeProtocol == "http" || routeProtocol == "grpc")
        return protocol == "HTTP" || protocol == "HTTPS";
    if (routeProtocol == "tls")
        return protocol == "TLS";
    if (routeProtocol == "tcp")
        return protocol == "TCP" || (protocol == "TLS" && listener.tls.value == TlsMode::terminate);
    return routeProtocol == "udp" && protocol == "UDP";
}

// Istio: `tls` rules need the handshake's name, which the proxy only routes by where it passes TLS through.
bool serverCarries(const ListenerRecord& listener, const std::string& routeProtocol)
{
    const bool passes = listener.tls.value == TlsMode::passthrough;
    if (routeProtocol == "http")
        return !passes && oneOf(listener.protocol, {"HTTP", "HTTPS", "GRPC", "HTTP2", "GRPC-WEB"});
    if (routeProtocol == "tls")
        return passes;
    return oneOf(listener.protocol, {"TCP", "TLS", "MONGO", "MYSQL", "REDIS"});
}

bool kindAllowed(const ListenerRecord& listener, const Identity& route)
{
    return listener.allowedKinds.empty() ||
           std::any_of(listener.allowedKinds.begin(), listener.allowedKinds.end(), [&](const ObjectRef& allowed) {
               return allowed.kind == route.kind && (allowed.group.empty() || allowed.group == route.group);
           });
}

// The labels of a namespace, of which its name is always one.
Answer selects(const Context& context, const Selector& selector, const Identity& route)
{
    if (!selector.present)
        return Answer::no;
    Attributes labels;
    bool known = false;
    for (const Namespace& ns : context.out.namespaces) {
        if (ns.cluster != route.cluster || ns.name != route.ns || !ns.object.valid())
            continue;
        labels = context.in.object(ns.object).labels;
        known = true;
    }
    constexpr std::string_view nameLabel = "kubernetes.io/metadata.name";
    if (!find(labels, nameLabel)) {
        labels.push_back({std::string(nameLabel), route.ns, {}});
        std::sort(labels.begin(), labels.end(), [](const Attribute& a, const Attribute& b) { return a.key < b.key; });
    }
    if (matches(selector, labels))
        return Answer::yes;
    const bool onlyName = std::all_of(selector.requirements.begin(), selector.requirements.end(),
                                      [&](const SelectorRequirement& requirement) { return requirement.key == nameLabel; });
    return known || onlyName ? Answer::no : Answer::unknown;
}

Answer namespaceAllowed(const Context& context, const std::string& from, const Selector& selector, const Identity& route,
                        const std::string& ownNamespace)
{
    if (from == "All")
        return Answer::yes;
    if (from == "Same")
        return route.ns == ownNamespace ? Answer::yes : Answer::no;
    if (from == "Selector")
        return selects(context, selector, route);
    return Answer::no;
}

struct Found {
    std::size_t record = 0;
    GatewayId gateway;
};

Attachment refused(GatewayId gateway, const char* code, std::string reason)
{
    return {gateway, {}, std::nullopt, false, code, std::move(reason)};
}

Attachment undecided(GatewayId gateway, std::string reason)
{
    return {gateway, {}, std::nullopt, std::nullopt, "", std::move(reason)};
}

// Does the Gateway that a ListenerSet extends let it?
std::optional<Attachment> refusedSet(const Context& context, const Gateways& gateways, const GatewayRecord& set, Found& found)
{
    const Identity& identity = context.identity(set.object);
    const auto parent = gateways.record(identity.cluster, set.parent);
    if (!parent)
        return undecided({}, "the Gateway whose listeners the ListenerSet extends is not in the input");
    const GatewayRecord& gateway = context.in.gateways[*parent];
    found.gateway = gateways.ofRecord(*parent);
    switch (namespaceAllowed(context, gateway.allowedListeners, gateway.listenerNamespaces, identity,
                             context.identity(gateway.object).ns)) {
    case Answer::yes:
        return std::nullopt;
    case Answer::no:
        return refused(found.gateway, "NotAllowed", "its Gateway does not let the ListenerSet extend it");
    case Answer::unknown:
        break;
    }
    return undecided(found.gateway, "the labels of the ListenerSet's namespace are not in the input");
}

Attachment byRules(const Context& context, const Found& found, const ParentRef& parent, const RouteRecord& route)
{
    const GatewayRecord& gateway = context.in.gateways[found.record];
    const Identity& identity = context.identity(route.object);
    const std::string& ownNamespace = context.identity(gateway.object).ns;
    const bool istio = gateway.dialect == "istio";
    std::vector<const ListenerRecord*> named, allowed;
    bool unknownLabels = false;
    for (const ListenerRecord& listener : gateway.listeners) {
        if ((!parent.section.empty() && listener.name != parent.section) || (parent.port != 0 && listener.port != parent.port))
            continue;
        named.push_back(&listener);
        const bool carries = istio ? serverCarries(listener, route.protocol)
                                   : protocolCarries(listener, route.protocol) && kindAllowed(listener, identity);
        const Answer ns =
            namespaceAllowed(context, listener.allowedNamespaces, listener.namespaceSelector, identity, ownNamespace);
        unknownLabels = unknownLabels || (carries && ns == Answer::unknown);
        if (carries && ns == Answer::yes)
            allowed.push_back(&listener);
    }
    if (named.empty())
        return refused(found.gateway, "NoMatchingParent",
                       "the gateway has no listener of the name or port that the route asks for");
    if (allowed.empty() && unknownLabels)
        return undecided(found.gateway, "the labels of the route's namespace are not in the input");
    if (allowed.empty())
        return refused(found.gateway, "NotAllowedByListeners",
                       "no listener of the gateway allows this kind of route from its namespace");

    Attachment result;
    result.gateway = found.gateway;
    std::vector<std::string> hosts;
    bool any = false;
    for (const ListenerRecord* listener : allowed) {
        const bool named_ = route.protocol != "tcp" && route.protocol != "udp";
        const auto shared = named_ ? sharedHosts(listener->hosts, route.hosts) : std::vector<std::string>();
        if (!shared)
            continue;
        any = any || shared->empty();
        hosts.insert(hosts.end(), shared->begin(), shared->end());
        result.listeners.push_back(listener);
    }
    if (result.listeners.empty())
        return refused(found.gateway, "NoMatchingListenerHostname", "no listener of the gateway serves the route's host names");
    if (any)
        hosts.clear();
    std::sort(hosts.begin(), hosts.end());
    hosts.erase(std::unique(hosts.begin(), hosts.end()), hosts.end());
    result.hosts = std::move(hosts);
    result.accepted = true;
    result.code = "Accepted";
    return result;
}

Attachment attachTo(const Context& context, const Gateways& gateways, const ParentRef& parent, const RouteRecord& route)
{
    const auto record = gateways.record(context.identity(route.object).cluster, parent.gateway);
    if (!record)
        return undecided({}, "the " + parent.kind + " that it asks for is not in the input");
    Found found{*record, gateways.ofRecord(*record)};
    if (!context.in.gateways[*record].parent.empty()) {
        if (auto result = refusedSet(context, gateways, context.in.gateways[*record], found))
            return *result;
    }
    return byRules(context, found, parent, route);
}

} // namespace

std::vector<Attachment> attach(const Context& context, const Gateways& gateways, const RouteRecord& route)
{
    std::vector<Attachment> result;
    for (const ParentRef& parent : route.parents) {
        if (parent.gateway.empty())
            continue; // a Service: routes of a mesh
        Attachment attachment = attachTo(context, gateways, parent, route);
        if (parent.accepted.written()) {
            if (!*parent.accepted && attachment.accepted.value_or(true)) {
                attachment.code = "Status";
                attachment.reason = "its status says that the gateway does not accept it";
            }
            attachment.accepted = *parent.accepted;
        }
        result.push_back(std::move(attachment));
    }
    return result;
}

} // namespace bartizan::resolving
