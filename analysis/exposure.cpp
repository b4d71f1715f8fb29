// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/exposure.h"

#include "analysis/access.h"
#include "analysis/verdicts.h"

#include <deque>

namespace bartizan::analysis {
namespace {

bool open(AuthAnswer answer)
{
    return answer == AuthAnswer::noCheckInFront || answer == AuthAnswer::openShown;
}

void judgeDirect(const Context& context, WorkloadId id, Exposure& exposure, bool& unchecked)
{
    const WorkloadFacts& facts = context.facts(id);
    const auto because = [&](std::string text, const Evidence& evidence) {
        exposure.direct = true;
        if (exposure.because.empty()) {
            exposure.because = std::move(text);
            exposure.evidence = evidence;
        }
    };
    for (const RouteUse& use : facts.routes) {
        const Route& route = context.architecture.routes[use.route.pos()];
        const RoutePosture& posture = context.routes[use.route.pos()];
        because("route " + route.id, route.evidence);
        exposure.openDirect = exposure.openDirect || open(posture.answer);
        unchecked = unchecked || posture.answer != AuthAnswer::checkedAt;
    }
    for (EntryId e : facts.entries) {
        const Entry& entry = context.architecture.entries[e.pos()];
        const UserCheck check = checkOnEntry(context, e, id);
        because("entry " + entry.id, entry.evidence);
        exposure.openDirect = exposure.openDirect || open(check.answer);
        unchecked = unchecked || check.answer != AuthAnswer::checkedAt;
    }
    for (EntryId e : facts.gatewayEntries) {
        const Entry& entry = context.architecture.entries[e.pos()];
        because("entry " + entry.id, entry.evidence);
    }
}

} // namespace

void judgeExposure(Context& context)
{
    const std::size_t n = context.architecture.workloads.size();
    context.exposure.assign(n, {});
    std::deque<std::pair<WorkloadId, bool>> queue; // reached, without a check
    std::vector<bool> seen(n), seenOpen(n);
    for (std::size_t i = 0; i < n && !context.stopped(); ++i) {
        bool unchecked = false;
        const WorkloadId id{i};
        judgeDirect(context, id, context.exposure[i], unchecked);
        // A gateway hands requests on by its routes, which are ways in of their own; its calls relay nothing more.
        const bool gatewayOnly = context.facts(id).entries.empty() && context.facts(id).routes.empty();
        if (context.exposure[i].direct && !gatewayOnly) {
            seen[i] = true;
            seenOpen[i] = unchecked;
            queue.emplace_back(id, unchecked);
        }
    }
    while (!queue.empty() && !context.stopped()) {
        const auto [from, unchecked] = queue.front();
        queue.pop_front();
        for (std::size_t c : context.facts(from).callsFrom) {
            const Call& call = context.architecture.calls[c];
            if (call.to.kind != Peer::Kind::workload)
                continue;
            const std::size_t to = call.to.workload.pos();
            Exposure& exposure = context.exposure[to];
            exposure.relayed = true;
            exposure.openRelayed = exposure.openRelayed || unchecked;
            if (exposure.because.empty()) {
                exposure.because = "calls of " + context.workload(from).id;
                exposure.evidence = call.evidence.empty() ? Evidence{} : call.evidence.front();
            }
            if (!seen[to] || (unchecked && !seenOpen[to])) {
                seen[to] = true;
                seenOpen[to] = seenOpen[to] || unchecked;
                queue.emplace_back(call.to.workload, unchecked);
            }
        }
    }
}

LayerVerdict reachableVerdict(const Context& context, WorkloadId id)
{
    const Workload& w = context.workload(id);
    const Exposure& exposure = context.exposure[id.pos()];
    if (exposure.direct)
        return decided(Verdict::present, "gateway-in-front", "The outside reaches it directly: " + exposure.because + ".",
                       exposure.evidence);
    if (exposure.relayed)
        return decided(Verdict::present, "gateway-in-front",
                       "The outside reaches it through services that call it: " + exposure.because + ".", exposure.evidence);
    const bool read = context.wasRead("Service", w.ns) && context.wasRead("Ingress.networking.k8s.io", w.ns);
    LayerVerdict verdict =
        decided(read ? Verdict::missing : Verdict::unknown, read ? RuleId("gateway-no-way-in") : RuleId("gateway-unknown"),
                read ? "No direct or relayed path from outside the cluster was found."
                     : "No way in was seen, but not every kind that can make one was read.");
    verdict.within = counted(context.architecture.entries.size(), "entry", "entries") + " and " +
                     counted(context.architecture.calls.size(), "call", "calls");
    if (!read)
        verdict.settledBy.push_back({"Services, Ingresses and Gateways of every namespace",
                                     "kubectl get services,ingresses,gateways,httproutes -A -o yaml"});
    return verdict;
}

} // namespace bartizan::analysis
