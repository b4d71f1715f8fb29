// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/layers/layers.h"

namespace bartizan::analysis {

LayerVerdict decideAbuse(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    if (w.role == WorkloadRole::gateway || (!facts.gatewayEntries.empty() && facts.entries.empty() && facts.routes.empty()))
        return decided(Verdict::notApplicable, "abuse-no-way-in", "Limits are judged on the routes that this gateway serves.");
    if (facts.routes.empty() && facts.entries.empty()) {
        if (context.wasRead("Service", w.ns) && context.wasRead("Ingress.networking.k8s.io", w.ns))
            return decided(Verdict::notApplicable, "abuse-no-way-in", "No way in from outside the cluster leads here.");
        LayerVerdict verdict = decided(Verdict::unknown, "abuse-unknown", "Whether the outside arrives here cannot be told.");
        verdict.settledBy.push_back({"Services, Ingresses and Gateways of every namespace",
                                     "kubectl get services,ingresses,gateways,httproutes -A -o yaml"});
        return verdict;
    }
    LayerVerdict worst;
    bool first = true;
    const auto take = [&](const LayerVerdict& verdict) {
        if (first || badness(verdict.verdict) > badness(worst.verdict))
            worst = verdict;
        first = false;
    };
    for (const RouteUse& use : facts.routes)
        take(context.routes[use.route.pos()].abuse);
    for (EntryId e : facts.entries) {
        const Entry& entry = context.architecture.entries[e.pos()];
        LayerVerdict none =
            decided(Verdict::missing, "abuse-none",
                    "Requests arrive straight at the workload; no gateway stands there to limit them.", entry.evidence);
        none.within = "the entries that end at its ports";
        none.assumptions.emplace_back("nothing-in-front");
        sink.raiseGap("abuse-none", causeObject(context, entry.object.valid() ? entry.object : w.object, entry.evidence), id,
                      none);
        take(none);
    }
    return worst;
}

} // namespace bartizan::analysis
