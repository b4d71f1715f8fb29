// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/edges.h"

#include "analysis/access.h"
#include "analysis/verdicts.h"

#include <array>
#include <charconv>

namespace bartizan::analysis {
namespace {

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Schemes that name the protocol's plain or encrypted form. Others (postgres, mysql, nats, smtp) may upgrade.
bool plainScheme(std::string_view scheme)
{
    return isOneOf(scheme, {"http", "ws", "redis", "amqp", "mongodb", "ldap", "memcached", "ftp", "mqtt", "stomp"});
}
bool tlsScheme(std::string_view scheme)
{
    return isOneOf(scheme, {"https", "wss", "rediss", "amqps", "mongodb+srv", "ldaps", "ftps", "mqtts", "grpcs", "tls"});
}

// What the client's own setting shows, or nothing.
bool clientSetting(const Call& call, LayerVerdict& verdict)
{
    const Evidence evidence = call.evidence.empty() ? Evidence{} : call.evidence.front();
    if (call.clientTls == "disable") {
        verdict = decided(Verdict::missing, "encryption-client-plain", "The client's setting switches TLS off.", evidence);
        return true;
    }
    if (call.clientTls == "skip-verify") {
        verdict = decided(Verdict::partial, "encryption-unverified",
                          "The client's setting uses TLS without verifying the server.", evidence);
        return true;
    }
    if (call.clientTls == "require" && !tlsScheme(call.scheme)) { // libpq's word; https and its like verify by default
        verdict = decided(Verdict::partial, "encryption-unverified",
                          "The client's setting demands TLS and does not verify whom it talks to.", evidence);
        return true;
    }
    if (call.clientTls == "verify-full" || call.clientTls == "verify-ca" || tlsScheme(call.scheme)) {
        verdict = decided(Verdict::present, "encryption-tls", "The client's setting asks for TLS.", evidence);
        return true;
    }
    if (plainScheme(call.scheme)) {
        verdict = decided(Verdict::missing, "encryption-client-plain",
                          "The client's address says " + call.scheme + "://, which is plain text.", evidence);
        return true;
    }
    return false;
}

// The caller's proxy decides whether a call into the mesh is encrypted: PERMISSIVE accepts both.
void judgeMeshedCaller(const Context& context, WorkloadId from, const Call& call, std::uint32_t port, const ServerSide& side,
                       EdgeSecurity& edge)
{
    const Proxy& caller = context.mesh.proxy(from);
    if (side.mutual)
        return;
    if (!caller.any() && side.verdict.verdict == Verdict::partial) {
        LayerVerdict own;
        if (clientSetting(call, own)) {
            edge.encryption = own;
        } else {
            edge.encryption = decided(Verdict::unknown, "encryption-unknown",
                                      "The caller has no mesh proxy and the server also accepts plain text.");
            edge.encryption.evidence = side.verdict.evidence;
            edge.encryption.settledBy.push_back({"the caller's TLS setting, or proxies in its pods", ""});
        }
        edge.peerAuthentication = Verdict::unknown;
        return;
    }
    if (!call.service.valid() || !caller.any())
        return;
    const std::string& callerNs = context.workload(from).ns;
    const auto mode = context.mesh.clientMode(context, callerNs, context.architecture.service(call.service), port);
    if (mode && mode->mode == "DISABLE") {
        edge.encryption = decided(Verdict::missing, "encryption-mesh-disabled",
                                  "A DestinationRule switches TLS off for callers of this service.", mode->evidence);
        edge.peerAuthentication = Verdict::missing;
    }
}

std::uint32_t portNumber(const Context& context, WorkloadId to, const std::vector<CallPort>& ports)
{
    std::uint32_t number = 0;
    if (!ports.empty())
        context.portOf(to, ports.front().port, number);
    return number;
}

EdgeSecurity judgeCall(const Context& context, std::size_t index)
{
    const Call& call = context.architecture.calls[index];
    EdgeSecurity edge;
    edge.call = index;
    if (call.to.kind != Peer::Kind::workload) {
        if (!clientSetting(call, edge.encryption)) {
            edge.encryption = decided(Verdict::unknown, "encryption-unknown",
                                      "No sign shows whether the call to " + peerId(context.architecture, call.to) + " uses TLS.",
                                      call.evidence.empty() ? Evidence{} : call.evidence.front());
            edge.encryption.settledBy.push_back({"the client's TLS setting", ""});
        }
        return edge;
    }
    const WorkloadId to = call.to.workload;
    const std::uint32_t port = portNumber(context, to, call.ports);
    const ServerSide side = serverSide(context, to, port);
    edge.encryption = side.verdict;
    edge.mutual = side.mutual;
    edge.peerAuthentication = side.peer;
    if (side.by == ServerSide::By::mesh && call.from.kind == Peer::Kind::workload) {
        judgeMeshedCaller(context, call.from.workload, call, port, side, edge);
    } else if (side.by != ServerSide::By::mesh) {
        LayerVerdict own;
        const bool shown = clientSetting(call, own);
        // The client's word and the server's word differ only if one of them is not about this port: the plain one counts.
        if (shown &&
            !(own.verdict == Verdict::present && side.verdict.verdict == Verdict::missing && side.by == ServerSide::By::probe))
            edge.encryption = own;
    }
    return edge;
}

EdgeSecurity judgeOutside(const Context& context, RouteId id)
{
    const Route& route = context.architecture.routes[id.pos()];
    EdgeSecurity edge;
    edge.route = id;
    edge.edge = true;
    const bool connections = route.protocol == "tcp" || route.protocol == "udp"; // no HTTP is seen there
    const std::string what = connections           ? "connections"
                             : route.hosts.empty() ? "requests"
                                                   : "requests for " + listing(route.hosts, 2);
    switch (route.edgeTls) {
    case TlsMode::unknown:
        edge.encryption = decided(Verdict::unknown, "encryption-unknown",
                                  "Whether the outside reaches the gateway over TLS is not shown.", route.evidence);
        edge.encryption.settledBy.push_back(
            {"the gateway's listeners and certificates", "kubectl get gateways,ingresses -A -o yaml"});
        break;
    case TlsMode::none:
        edge.encryption = decided(Verdict::missing, "encryption-edge-plain",
                                  "The gateway takes " + what + (connections ? " in plain text." : " over plain HTTP."),
                                  route.edgeTlsEvidence.valid() ? route.edgeTlsEvidence : route.evidence);
        edge.encryption.within = "the tls settings of the route and of its listener";
        edge.encryption.assumptions.emplace_back("nothing-in-front");
        break;
    case TlsMode::terminate:
    case TlsMode::passthrough:
    case TlsMode::mutual:
    case TlsMode::optionalMutual: {
        edge.encryption = decided(Verdict::present, "encryption-tls", "The gateway takes " + what + " over TLS.",
                                  route.edgeTlsEvidence.valid() ? route.edgeTlsEvidence : route.evidence);
        edge.mutual = route.edgeTls == TlsMode::mutual;
        const bool plainToo = std::any_of(route.entries.begin(), route.entries.end(), [&](EntryId e) {
            const Entry& entry = context.architecture.entries[e.pos()];
            return entry.port == 80 || entry.protocol == "HTTP";
        });
        if (plainToo && !route.redirectsHttp && route.edgeTls != TlsMode::passthrough) {
            edge.encryption.verdict = Verdict::partial;
            edge.encryption.rule = RuleId("encryption-edge-no-redirect").text();
            edge.encryption.reason = "The gateway takes " + what + " over TLS, and over plain HTTP without a redirect.";
        }
        if (isOneOf(route.minTlsVersion, {"TLSv1", "TLSv1.0", "TLSv1.1", "TLSV1_0", "TLSV1_1", "1.0", "1.1", "SSLv3"})) {
            edge.encryption.verdict = Verdict::partial;
            edge.encryption.rule = RuleId("encryption-weak-version").text();
            edge.encryption.reason = "The gateway still accepts " + route.minTlsVersion + " for " + what + ".";
        }
        break;
    }
    }
    return edge;
}

EdgeSecurity judgeBackend(const Context& context, RouteId id, const RouteBackend& backend, WorkloadId to)
{
    const Route& route = context.architecture.routes[id.pos()];
    EdgeSecurity edge;
    edge.route = id;
    const std::uint32_t port = backend.targets.empty() ? 0 : backend.targets.front();
    const ServerSide side = serverSide(context, to, port);
    edge.encryption = side.verdict;
    edge.mutual = side.mutual;
    edge.peerAuthentication = side.peer;
    if (side.by == ServerSide::By::mesh) {
        if (route.gateway.valid() && !side.mutual) {
            const Gateway& gateway = context.architecture.gateways[route.gateway.pos()];
            const bool gatewayMeshed = !gateway.workloads.empty() && context.mesh.proxy(gateway.workloads.front()).any();
            if (!gatewayMeshed && side.verdict.verdict == Verdict::partial && gateway.dialect != "istio") {
                edge.encryption = decided(Verdict::unknown, "encryption-unknown",
                                          "The gateway has no mesh proxy and the service also accepts plain text.", {});
                edge.encryption.evidence = side.verdict.evidence;
            }
        }
        return edge;
    }
    const Evidence shown = route.upstreamTlsEvidence.valid() ? route.upstreamTlsEvidence : backend.evidence;
    // The default of a controller that is only assumed says nothing.
    const bool plain =
        route.upstreamTls == "plain" &&
        (route.upstreamTlsEvidence.pointer().find("/annotations/") != std::string_view::npos || !route.gateway.valid() ||
         !controllerAssumed(context, context.architecture.gateways[route.gateway.pos()]));
    if (route.upstreamTls == "tlsVerified" || route.upstreamTls == "mutual" || route.edgeTls == TlsMode::passthrough) {
        edge.encryption = decided(Verdict::present, "encryption-tls",
                                  route.edgeTls == TlsMode::passthrough ? "The gateway passes TLS through to the service."
                                                                        : "The gateway talks to the service over verified TLS.",
                                  shown);
        edge.mutual = route.upstreamTls == "mutual";
    } else if (route.upstreamTls == "tls") {
        edge.encryption = decided(Verdict::partial, "encryption-unverified",
                                  "The gateway talks TLS to the service and does not verify it.", shown);
    } else if (plain || side.verdict.verdict == Verdict::missing) {
        edge.encryption =
            decided(Verdict::missing, "encryption-backend-plain",
                    std::string(route.edgeTls == TlsMode::none ? "The gateway talks plain text to the service"
                                                               : "TLS ends at the gateway; it talks plain text to the service") +
                        (plain ? "." : ": " + side.verdict.reason),
                    plain || side.verdict.evidence.empty() ? shown : side.verdict.evidence.front());
    }
    return edge;
}

EdgeSecurity judgeEntry(const Context& context, EntryId id, WorkloadId to)
{
    const Entry& entry = context.architecture.entries[id.pos()];
    EdgeSecurity edge;
    edge.entry = id;
    edge.edge = true;
    const std::uint32_t port = entry.targets.empty() ? entry.port : entry.targets.front();
    const ServerSide side = serverSide(context, to, port);
    edge.encryption = side.verdict;
    edge.mutual = side.mutual;
    edge.peerAuthentication = side.peer;
    if (side.by != ServerSide::By::mesh && side.verdict.verdict == Verdict::missing) {
        edge.encryption.rule = RuleId("encryption-edge-plain").text();
        edge.encryption.reason = "The outside reaches it over plain text. " + side.verdict.reason;
        edge.encryption.evidence.insert(edge.encryption.evidence.begin(), entry.evidence);
        edge.encryption.assumptions.emplace_back("nothing-in-front");
    } else if (side.by == ServerSide::By::mesh && side.verdict.verdict == Verdict::partial) {
        // Nobody outside holds a mesh identity: what arrives is what the application's own TLS makes of it.
        edge.encryption = decided(Verdict::unknown, "encryption-unknown",
                                  "The outside has no mesh proxy and the service also accepts plain text.");
        edge.encryption.evidence = side.verdict.evidence;
    }
    return edge;
}

struct RuleName { // verdicts carry rule texts; findings need the id
    RuleId rule;
};
constexpr RuleName raised[] = {{"encryption-client-plain"},  {"encryption-probe-plain"},      {"encryption-product-plain"},
                               {"encryption-edge-plain"},    {"encryption-edge-no-redirect"}, {"encryption-backend-plain"},
                               {"encryption-permissive"},    {"encryption-unverified"},       {"encryption-mesh-disabled"},
                               {"encryption-port-excluded"}, {"encryption-weak-version"}};

// One cause: a namespace without TLS between its services, one gateway object, one setting that switches TLS off.
void raiseEdge(const Context& context, FindingSink& sink, const EdgeSecurity& edge, WorkloadId to)
{
    const LayerVerdict& v = edge.encryption;
    if (!to.valid() || (v.verdict != Verdict::missing && v.verdict != Verdict::partial))
        return;
    for (const RuleName& row : raised) {
        if (v.rule != row.rule.text())
            continue;
        const Evidence shown = v.evidence.empty() ? Evidence{} : v.evidence.front();
        const bool written =
            v.rule == RuleId("encryption-unverified").text() || v.rule == RuleId("encryption-mesh-disabled").text() ||
            v.rule == RuleId("encryption-port-excluded").text() ||
            (edge.call != static_cast<std::size_t>(-1) && context.architecture.calls[edge.call].clientTls == "disable");
        Cause cause = causeAbsence(context, to);
        if (edge.edge && edge.entry.valid() && context.architecture.entries[edge.entry.pos()].object.valid())
            cause = causeObject(context, context.architecture.entries[edge.entry.pos()].object, shown);
        else if (edge.edge && edge.route.valid())
            cause = causeObject(context, context.inventory.routes[context.architecture.routes[edge.route.pos()].record].object,
                                shown);
        else if (written && shown.object.valid())
            cause = causeObject(context, shown.object, shown);
        else
            cause.evidence = shown;
        static constexpr const char* many[] = {
            "The settings of callers of {what} say plain text.",
            "The serving ports of {what} answer probes in plain text, and no mesh encrypts them.",
            "{what} speak plain text by default, and nothing tells them to use TLS.",
            "The outside reaches {what} over plain text.",
            "The gateway takes requests for {what} over plain HTTP too, without a redirect.",
            "Gateways talk plain text to {what}.",
            "The proxies of {what} also accept plain text.",
            "Callers of {what} do not verify whom they talk to.",
            "Mutual TLS is switched off for {what}.",
            "Ports of {what} are kept away from the proxy and answer plain text.",
            "The gateway still accepts old TLS versions for {what}."};
        sink.raise(row.rule, cause, to, v, many[&row - raised]);
        return;
    }
}

} // namespace

void judgeEdges(Context& context, FindingSink& sink)
{
    const Architecture& a = context.architecture;
    const auto add = [&](EdgeSecurity edge, WorkloadId from, WorkloadId to) {
        raiseEdge(context, sink, edge, to);
        const std::size_t index = context.edges.size();
        if (to.valid())
            context.edgesInto[to.pos()].push_back(index);
        if (from.valid())
            context.edgesOutOf[from.pos()].push_back(index);
        context.edges.push_back(std::move(edge));
    };
    for (std::size_t i = 0; i < a.calls.size() && !context.stopped(); ++i) {
        const Call& call = a.calls[i];
        if (call.kind == CallKind::latent || call.from.kind == Peer::Kind::internet) {
            EdgeSecurity edge = call.to.kind == Peer::Kind::workload ? judgeCall(context, i) : EdgeSecurity{};
            edge.call = i;
            context.edges.push_back(std::move(edge)); // shown, but neither rolled up nor a finding
            continue;
        }
        add(judgeCall(context, i), call.from.kind == Peer::Kind::workload ? call.from.workload : WorkloadId{},
            call.to.kind == Peer::Kind::workload ? call.to.workload : WorkloadId{});
    }
    for (std::size_t i = 0; i < a.routes.size() && !context.stopped(); ++i) {
        const Route& route = a.routes[i];
        if (route.entries.empty() || (route.accepted && !*route.accepted))
            continue;
        const WorkloadId gateway = route.gateway.valid() && !a.gateways[route.gateway.pos()].workloads.empty()
                                       ? a.gateways[route.gateway.pos()].workloads.front()
                                       : WorkloadId{};
        EdgeSecurity outside = judgeOutside(context, RouteId{i});
        WorkloadId first;
        for (const RouteBackend& backend : route.backends)
            for (WorkloadId w : backend.workloads)
                if (!first.valid())
                    first = w;
        raiseEdge(context, sink, outside, first);
        if (gateway.valid())
            context.edgesInto[gateway.pos()].push_back(context.edges.size());
        // The hop from outside belongs to what lies behind as well: the chain is as strong as each of its edges.
        for (const RouteBackend& backend : route.backends)
            for (WorkloadId w : backend.workloads)
                context.edgesInto[w.pos()].push_back(context.edges.size());
        context.edges.push_back(std::move(outside));
        for (const RouteBackend& backend : route.backends)
            for (WorkloadId w : backend.workloads)
                add(judgeBackend(context, RouteId{i}, backend, w), gateway, w);
    }
    for (std::size_t i = 0; i < a.workloads.size() && !context.stopped(); ++i)
        for (EntryId entry : context.facts(WorkloadId{i}).entries)
            add(judgeEntry(context, entry, WorkloadId{i}), WorkloadId{}, WorkloadId{i});
}

} // namespace bartizan::analysis
