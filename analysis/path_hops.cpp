// SPDX-License-Identifier: GPL-3.0-or-later
// Hops with the layers that act on them, and the ways in that every path starts with.
#include "analysis/access.h"
#include "analysis/paths_internal.h"
#include "analysis/verdicts.h"

namespace bartizan::analysis::paths {
namespace {

Verdict layerOf(const Posture& posture, WorkloadId id, Layer layer)
{
    return posture.workloads[id.pos()].layers[pos(layer)].verdict;
}

Verdict facetOf(const Posture& posture, WorkloadId id, Layer layer, std::string_view name)
{
    const LayerVerdict& verdict = posture.workloads[id.pos()].layers[pos(layer)];
    for (const Facet& facet : verdict.facets)
        if (facet.name == name)
            return facet.verdict;
    return verdict.verdict;
}

void add(Hop& hop, Layer layer, Verdict verdict)
{
    if (verdict != Verdict::notApplicable)
        hop.layers.emplace_back(layer, verdict);
}

// What stands before a workload whoever comes: who may call, and the network.
void addArrival(const Posture& posture, Hop& hop, WorkloadId to)
{
    add(hop, Layer::authorization, layerOf(posture, to, Layer::authorization));
    add(hop, Layer::network, facetOf(posture, to, Layer::network, "ingress"));
}

const EdgeSecurity* edgeOf(const Context& context, WorkloadId to, RouteId route, EntryId entry, bool outside)
{
    for (std::size_t e : context.edgesInto[to.pos()]) {
        const EdgeSecurity& edge = context.edges[e];
        if (route.valid() ? edge.route == route && edge.edge == outside : entry.valid() && edge.entry == entry)
            return &edge;
    }
    return nullptr;
}

WayIn byRoute(const Context& context, const Posture& posture, EntryId entryId, const RouteUse& use, WorkloadId to)
{
    const Entry& entry = context.architecture.entries[entryId.pos()];
    const Route& route = context.architecture.routes[use.route.pos()];
    const RoutePosture& r = context.routes[use.route.pos()];
    const Gateway* gateway = route.gateway.valid() ? &context.architecture.gateways[route.gateway.pos()] : nullptr;
    WayIn way;
    way.entry = entryId;
    way.route = use.route;
    way.target = to;
    Hop first;
    first.from = "internet";
    first.to = gateway ? gateway->id : entry.id;
    if (gateway && !gateway->workloads.empty())
        first.toWorkload = gateway->workloads.front();
    first.via = entry.id;
    add(first, Layer::gateway,
        layerOf(posture, to, Layer::gateway) == Verdict::missing ? Verdict::unknown : layerOf(posture, to, Layer::gateway));
    add(first, Layer::abuse, r.abuse.verdict);
    add(first, Layer::authentication, r.authentication.verdict);
    add(first, Layer::mfa, r.secondFactor.verdict);
    add(first, Layer::authorization, r.authorization.verdict);
    if (const EdgeSecurity* edge = edgeOf(context, to, use.route, {}, true))
        add(first, Layer::encryption, edge->encryption.verdict);
    first.evidence = {entry.evidence, route.evidence};
    Hop second;
    second.from = first.to;
    second.fromWorkload = first.toWorkload;
    second.to = context.workload(to).id;
    second.toWorkload = to;
    second.via = "route " + route.id;
    if (const EdgeSecurity* edge = edgeOf(context, to, use.route, {}, false))
        add(second, Layer::encryption, edge->encryption.verdict);
    add(second, Layer::authentication, facetOf(posture, to, Layer::authentication, "peer"));
    addArrival(posture, second, to);
    second.evidence = {route.backends[use.backend].evidence};
    way.hops = {std::move(first), std::move(second)};
    way.authenticated = r.authentication.verdict;
    way.answer = r.answer;
    way.authenticatedAt = r.answer == AuthAnswer::checkedAt ? r.checkedAt : "";
    return way;
}

WayIn byEntry(const Context& context, const Posture& posture, EntryId entryId, WorkloadId to)
{
    const Entry& entry = context.architecture.entries[entryId.pos()];
    const bool ofGateway = entry.servesRoutes;
    WayIn way;
    way.entry = entryId;
    way.target = to;
    Hop hop;
    hop.from = "internet";
    hop.to = context.workload(to).id;
    hop.toWorkload = to;
    hop.via = entry.id;
    if (!ofGateway) {
        const UserCheck check = checkOnEntry(context, entryId, to);
        add(hop, Layer::gateway, layerOf(posture, to, Layer::gateway));
        add(hop, Layer::abuse, layerOf(posture, to, Layer::abuse));
        add(hop, Layer::authentication, check.verdict.verdict);
        way.authenticated = check.verdict.verdict;
        way.answer = check.answer;
        way.authenticatedAt = check.at;
    } else {
        way.authenticated = Verdict::notApplicable;
        way.authenticatedAt = "judged on its routes";
    }
    if (const EdgeSecurity* edge = edgeOf(context, to, {}, entryId, true))
        add(hop, Layer::encryption, edge->encryption.verdict);
    addArrival(posture, hop, to);
    hop.evidence = {entry.evidence};
    way.hops = {std::move(hop)};
    return way;
}

} // namespace

LayerSet presentOn(const Hop& hop)
{
    LayerSet set;
    for (const auto& [layer, verdict] : hop.layers)
        if (verdict == Verdict::present)
            set.set(pos(layer));
    return set;
}

std::vector<WayIn> waysIn(const Context& context, const Posture& posture)
{
    std::vector<WayIn> ways;
    for (std::size_t i = 0; i < context.architecture.workloads.size() && !context.stopped(); ++i) {
        const WorkloadId id{i};
        const WorkloadFacts& facts = context.facts(id);
        for (const RouteUse& use : facts.routes)
            for (EntryId entry : context.architecture.routes[use.route.pos()].entries)
                ways.push_back(byRoute(context, posture, entry, use, id));
        for (EntryId entry : facts.entries)
            ways.push_back(byEntry(context, posture, entry, id));
        for (EntryId entry : facts.gatewayEntries)
            ways.push_back(byEntry(context, posture, entry, id));
    }
    for (WayIn& way : ways)
        for (const Hop& hop : way.hops)
            way.present |= presentOn(hop);
    return ways;
}

Hop callHop(const Context& context, const Posture& posture, std::size_t index)
{
    const Call& call = context.architecture.calls[index];
    Hop hop;
    hop.from = peerId(context.architecture, call.from);
    hop.to = peerId(context.architecture, call.to);
    hop.fromWorkload = call.from.workload;
    hop.toWorkload = call.to.workload;
    hop.via = std::string(toWord(call.kind)) + " call";
    if (call.service.valid())
        hop.via += " through Service " + context.architecture.service(call.service).id;
    add(hop, Layer::encryption, context.edges[index].encryption.verdict);
    add(hop, Layer::authentication, facetOf(posture, call.to.workload, Layer::authentication, "peer"));
    addArrival(posture, hop, call.to.workload);
    hop.evidence = call.evidence;
    return hop;
}

Path finished(const Context& context, PathKind kind, const WayIn& way, std::vector<Hop> hops, WorkloadId target, int steps)
{
    Path path;
    path.kind = kind;
    path.entry = way.entry;
    path.route = way.route;
    path.target = target;
    path.steps = steps;
    path.authenticated = way.authenticated;
    path.answer = way.answer;
    path.authenticatedAt = way.authenticatedAt.empty() ? answerText(way.answer, "") : way.authenticatedAt;
    LayerSet present;
    std::string trail;
    for (const Hop& hop : hops) {
        present |= presentOn(hop);
        trail += "\n" + hop.from + ">" + hop.to;
    }
    for (std::size_t i = 0; i < layerCount; ++i) {
        if (present.test(i) && paths::stops(static_cast<Layer>(i)))
            path.stops.push_back(static_cast<Layer>(i));
        if (present.test(i) && paths::limits(static_cast<Layer>(i)))
            path.limits.push_back(static_cast<Layer>(i));
    }
    path.hops = std::move(hops);
    const std::string routeId = way.route.valid() ? context.architecture.routes[way.route.pos()].id : "";
    path.id = std::string(pathWord(kind)) + ":" + context.architecture.entries[way.entry.pos()].id + ":" + routeId + ":" +
              context.workload(target).id;
    // Several ways between the same ends differ by what lies between.
    std::uint32_t hash = 2166136261U;
    for (const char c : trail)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    static constexpr char digits[] = "0123456789abcdef";
    path.id += "#";
    for (int shift = 28; shift >= 0; shift -= 4)
        path.id += digits[(hash >> shift) & 15];
    return path;
}

} // namespace bartizan::analysis::paths
