// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/layers/layers.h"

namespace bartizan::analysis {

LayerVerdict decideMfa(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    if (w.role == WorkloadRole::gateway && facts.routes.empty())
        return decided(Verdict::notApplicable, "mfa-no-way-in",
                       "A second factor is judged on the routes that this gateway serves.");
    if (facts.routes.empty() && facts.entries.empty())
        return decided(Verdict::notApplicable, "mfa-no-way-in", "People do not arrive here: no way in from outside leads here.");
    LayerVerdict worst = decided(Verdict::notApplicable, "mfa-audience", "Nobody signs in here.");
    for (const RouteUse& use : facts.routes) {
        const LayerVerdict& verdict = context.routes[use.route.pos()].secondFactor;
        if (badness(verdict.verdict) > badness(worst.verdict) || worst.evidence.empty())
            worst = verdict;
    }
    if (!facts.entries.empty() && badness(worst.verdict) < badness(Verdict::unknown)) {
        worst = decided(Verdict::unknown, "mfa-unknown",
                        "Requests arrive straight at the workload; who signs people in is not in the input.");
        worst.settledBy.push_back({"the identity provider's settings", ""});
    }
    if (worst.verdict == Verdict::missing)
        sink.raiseGap("mfa-method-cannot", causeAbsence(context, id), id, worst);
    return worst;
}

} // namespace bartizan::analysis
