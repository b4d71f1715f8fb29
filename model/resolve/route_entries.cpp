// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/route_entries.h"

#include "model/resolve/addresses.h"

#include <algorithm>

namespace bartizan::resolving {
namespace {

std::string_view labelOf(const Object& object, std::string_view key)
{
    return valueOf(object.labels, key);
}

// Ports by which controllers name what they serve.
bool servesName(std::string_view name, std::uint32_t port)
{
    if (port == 443)
        return name == "https" || name == "websecure" || name == "tls" || name == "proxy-tls" || name == "kong-proxy-tls";
    return port == 80 && (name == "http" || name == "web" || name == "http2" || name == "proxy" || name == "kong-proxy");
}

void readAddresses(Entry& entry, const std::vector<std::string>& addresses)
{
    const auto scoped = [&](AddressScope wanted) {
        return std::find_if(addresses.begin(), addresses.end(),
                            [&](const std::string& address) { return scopeOf(address) == wanted; });
    };
    if (const auto found = scoped(AddressScope::publicUse); found != addresses.end()) {
        entry.reach = Reach::internet;
        entry.reachReason = "the address " + *found + " is public";
    } else if (const auto inner = scoped(AddressScope::privateUse); inner != addresses.end()) {
        entry.reach = Reach::privateNetwork;
        entry.reachReason = "the address " + *inner + " is private";
    }
    if (entry.addresses.empty())
        entry.addresses = addresses;
}

} // namespace

RouteEntries::RouteEntries(Context& context) : m_context(context)
{
    for (std::size_t g = 0; g < context.out.gateways.size(); ++g) {
        for (std::size_t e = 0; e < context.out.entries.size(); ++e) {
            if (belongs(context.out.entries[e], context.out.gateways[g]))
                m_ofGateway[GatewayId(g).value].emplace_back(e);
        }
        claim(GatewayId(g));
    }
}

// What a gateway listens on is no way straight to a workload, whether or not a route is attached.
void RouteEntries::claim(GatewayId id)
{
    const Gateway& gateway = m_context.out.gateways[id.pos()];
    std::vector<std::uint32_t> ports = {80, 443};
    const char* kind = "ingress";
    if (gateway.record < m_context.in.gateways.size()) {
        kind = "gateway";
        ports.clear();
        for (const ListenerRecord& listener : m_context.in.gateways[gateway.record].listeners)
            ports.push_back(listener.port);
    }
    for (const EntryId entry : m_ofGateway[id.value]) {
        Entry& own = m_context.out.entries[entry.pos()];
        const bool serves = std::any_of(ports.begin(), ports.end(), [&](std::uint32_t port) { return takes(own, port, kind); });
        own.servesRoutes = own.servesRoutes || serves;
        if (serves && !own.gateway.valid())
            own.gateway = id;
        if (serves && own.kind == "loadBalancer" && own.reach == Reach::notKnown && gateway.record < m_context.in.gateways.size())
            readAddresses(own, m_context.in.gateways[gateway.record].addresses);
    }
}

// Its pods answer, or the entry's Service says whose it is (GEP-1762, Envoy Gateway).
bool RouteEntries::belongs(const Entry& entry, const Gateway& gateway) const
{
    const auto isGateway = [&](WorkloadId id) {
        return std::find(gateway.workloads.begin(), gateway.workloads.end(), id) != gateway.workloads.end();
    };
    if (!entry.workloads.empty() && std::all_of(entry.workloads.begin(), entry.workloads.end(), isGateway))
        return true;
    if (!entry.service.valid() || gateway.record >= m_context.in.gateways.size())
        return false;
    const Identity& own = m_context.identity(m_context.in.gateways[gateway.record].object);
    const Object& service = m_context.in.object(m_context.out.service(entry.service).object);
    if (service.identity.cluster != own.cluster)
        return false;
    if (labelOf(service, "gateway.networking.k8s.io/gateway-name") == own.name && service.identity.ns == own.ns)
        return true;
    return labelOf(service, "gateway.envoyproxy.io/owning-gateway-name") == own.name &&
           labelOf(service, "gateway.envoyproxy.io/owning-gateway-namespace") == own.ns;
}

// A listener's port is a Service's port (Gateway API, and Istio by what its installations write), or the pod's.
bool RouteEntries::takes(const Entry& entry, std::uint32_t port, const char* kind) const
{
    if (entry.port == port || std::find(entry.targets.begin(), entry.targets.end(), port) != entry.targets.end())
        return true;
    if (!entry.service.valid())
        return false;
    for (const ServicePortUse& one : m_context.out.service(entry.service).ports) {
        const bool same = entry.port == one.port || (one.nodePort != 0 && entry.port == one.nodePort) ||
                          (entry.port == 0 && entry.id.ends_with(":" + std::to_string(one.port)));
        if (same && (one.port == port || (std::string_view(kind) != "gateway" && servesName(one.name, port))))
            return true;
    }
    return false;
}

std::vector<EntryId> RouteEntries::of(GatewayId id, const Asked& asked)
{
    std::vector<EntryId> result;
    if (const auto found = m_ofGateway.find(id.value); id.valid() && found != m_ofGateway.end()) {
        for (const EntryId entry : found->second) {
            if (takes(m_context.out.entries[entry.pos()], asked.port, asked.kind))
                result.push_back(entry);
        }
    }
    if (result.empty())
        result.push_back(make(id, asked));
    return result;
}

EntryId RouteEntries::make(GatewayId id, const Asked& asked)
{
    const Identity& identity = m_context.identity(asked.object);
    const std::string name = std::string(asked.kind) + ":" + namespacedId(identity.cluster, identity.ns, identity.name) +
                             (asked.port == 0 ? "" : ":" + std::to_string(asked.port));
    const std::string key = name + "/" + asked.protocol;
    if (const auto found = m_made.find(key); found != m_made.end())
        return found->second;
    Entry entry;
    entry.id = name;
    entry.kind = asked.kind;
    entry.port = asked.port;
    entry.protocol = asked.protocol;
    entry.addresses = asked.addresses;
    entry.gateway = id;
    entry.object = asked.object;
    entry.servesRoutes = true;
    entry.evidence = asked.evidence;
    if (id.valid())
        entry.workloads = m_context.out.gateways[id.pos()].workloads;
    readAddresses(entry, asked.addresses);
    if (entry.reach != Reach::notKnown) {
        // an address shows it
    } else if (asked.internal) {
        entry.reach = *asked.internal ? Reach::privateNetwork : Reach::internet;
        entry.reachReason = *asked.internal ? "an annotation asks for an internal load balancer"
                                            : "an annotation asks for an internet-facing load balancer";
    } else {
        entry.reachReason = "neither an address nor a Service of the gateway in the input shows from where it is reachable";
    }
    m_context.out.entries.push_back(std::move(entry));
    const EntryId made(m_context.out.entries.size() - 1);
    m_made.emplace(key, made);
    return made;
}

} // namespace bartizan::resolving
