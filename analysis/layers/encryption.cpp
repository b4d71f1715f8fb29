// SPDX-License-Identifier: GPL-3.0-or-later
// Rolls up what edges.cpp judged: a facet for each port that takes edges and one for the workload's own calls. A port
// that nobody is known to call is judged by what the server shows.
#include "analysis/edges.h"
#include "analysis/layers/layers.h"

#include <map>

namespace bartizan::analysis {
namespace {

std::string portWord(const Context& context, const EdgeSecurity& edge, WorkloadId to)
{
    if (edge.call != static_cast<std::size_t>(-1)) {
        const Call& call = context.architecture.calls[edge.call];
        return call.ports.empty() ? "port not shown" : "port " + call.ports.front().port;
    }
    if (edge.entry.valid())
        return "from outside";
    const Route& route = context.architecture.routes[edge.route.pos()];
    if (edge.edge)
        return "outside to gateway";
    for (const RouteBackend& backend : route.backends)
        if (std::find(backend.workloads.begin(), backend.workloads.end(), to) != backend.workloads.end() &&
            !backend.targets.empty())
            return "port " + std::to_string(backend.targets.front());
    return "gateway to service";
}

// A port that only a probe names is for health: callers are served elsewhere. Where Services target ports, those serve;
// else the ports that containers declare.
bool servesCallers(const Context& context, WorkloadId id, std::uint32_t port)
{
    bool targeted = false;
    for (ServiceId s : context.workload(id).services)
        for (const ServicePortUse& use : context.architecture.service(s).ports)
            for (std::uint32_t target : use.targets) {
                targeted = true;
                if (target == port)
                    return true;
            }
    if (targeted)
        return false;
    for (const WorkloadRecord* pod : context.facts(id).pods)
        for (const Container& c : pod->pod.containers)
            for (const ContainerPort& declared : c.ports)
                if (declared.port == port)
                    return true;
    return false;
}

struct Part {
    Verdict worst = Verdict::notApplicable;
    const LayerVerdict* decisive = nullptr;
    std::size_t edges = 0, plain = 0;
};

} // namespace

LayerVerdict decideEncryption(const Context& context, WorkloadId id, FindingSink& sink)
{
    std::map<std::string, Part> parts;
    const auto take = [&](const std::string& name, const LayerVerdict& verdict) {
        Part& part = parts[name];
        ++part.edges;
        part.plain += verdict.verdict == Verdict::missing ? 1 : 0;
        if (!part.decisive || badness(verdict.verdict) > badness(part.worst)) {
            part.worst = verdict.verdict;
            part.decisive = &verdict;
        }
    };
    for (std::size_t e : context.edgesInto[id.pos()])
        take(portWord(context, context.edges[e], id), context.edges[e].encryption);
    for (std::size_t e : context.edgesOutOf[id.pos()])
        take("calls", context.edges[e].encryption);
    bool healthOnly = false;
    std::map<std::uint32_t, LayerVerdict> own; // keeps what `decisive` points at
    for (std::uint32_t port : context.facts(id).ports) {
        const std::string name = "port " + std::to_string(port);
        if (parts.count(name))
            continue;
        LayerVerdict alone = serverSide(context, id, port).verdict;
        if (alone.rule == RuleId("encryption-probe-plain").text() && !servesCallers(context, id, port)) {
            healthOnly = true;
            continue;
        }
        own[port] = std::move(alone);
        take(name, own[port]);
        if (own[port].rule == RuleId("encryption-probe-plain").text())
            sink.raiseGap("encryption-probe-plain", causeAbsence(context, id), id, own[port],
                          "The serving ports of {what} answer probes in plain text, and no mesh encrypts them.");
    }
    if (parts.empty() && healthOnly) {
        LayerVerdict verdict =
            decided(Verdict::unknown, "encryption-unknown",
                    "Only a port that probes ask is known; whether callers are served there or elsewhere is not shown.");
        verdict.settledBy.push_back({"the ports that serve callers", "kubectl get services -A -o yaml"});
        return verdict;
    }
    if (parts.empty())
        return decided(Verdict::notApplicable, "encryption-no-edges",
                       "The workload listens on no port and calls nobody that is known.");

    const Proxy& proxy = context.mesh.proxy(id);
    if (proxy.asked && proxy.running && proxy.with < proxy.total)
        sink.raise("encryption-injection-without-proxy", causeAbsence(context, id), id,
                   decided(Verdict::missing, "encryption-injection-without-proxy",
                           "Configured and running differ: " + proxy.reason + ".", proxy.evidence, Basis::runningState),
                   "A label asks for mesh proxies; the running pods of {what} lack them.");

    // Of equally bad parts, what comes in says more about the workload than what it calls.
    const Part* worst = nullptr;
    for (const bool incoming : {true, false})
        for (const auto& [name, part] : parts)
            if ((name != "calls") == incoming && (!worst || badness(part.worst) > badness(worst->worst)))
                worst = &part;
    LayerVerdict verdict = *worst->decisive;
    for (const auto& [name, part] : parts) {
        Facet facet{name, part.worst, part.decisive->reason, part.decisive->evidence};
        if (part.edges > 1 && part.plain > 0)
            facet.reason = std::to_string(part.plain) + " of " + std::to_string(part.edges) + " edges: " + facet.reason;
        verdict.facets.push_back(std::move(facet));
    }
    return verdict;
}

} // namespace bartizan::analysis
