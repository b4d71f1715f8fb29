// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the analysis: who can reach whom, then routes and edges (layers roll them up), then the layers, exposure and
// paths, and last the findings, whose severity depends on what the outside reaches.
#include "analysis/access.h"
#include "analysis/connectivity/connectivity.h"
#include "analysis/cut_off.h"
#include "analysis/edges.h"
#include "analysis/exposure.h"
#include "analysis/findings.h"
#include "analysis/images.h"
#include "analysis/layers/registry.h"
#include "analysis/network_need.h"
#include "analysis/network_reach.h"
#include "analysis/paths.h"
#include "analysis/review.h"
#include "analysis/says_is.h"
#include "analysis/statements.h"
#include "analysis/summary.h"
#include "model/discard.h"

#include <utility>

namespace bartizan {

Posture analyse(const Model& model, const Catalogue& catalogue, const AnalysisSettings& settings, const JobControl& job)
{
    using namespace analysis;
    const auto made = makeDiscardable<Posture>();
    Posture& posture = *made;
    posture.asOf = settings.asOf;
    const std::size_t n = model.architecture.workloads.size();
    const auto sharedContext = makeDiscardable<Context>(model, catalogue, settings, job.stop);
    Context& context = *sharedContext;
    const auto sharedFindings = makeDiscardable<FindingSink>(context);
    FindingSink& findings = *sharedFindings;
    if (!job.stopped())
        context.connectivity = connectivity::Connectivity::of(connectivity::worldOf(model), job.stop);
    if (!job.stopped())
        context.reach = std::make_shared<const NetworkReach>(context);
    if (!job.stopped())
        context.needs = networkNeeds(context);
    if (!job.stopped())
        judgeRoutes(context, findings);
    if (!job.stopped())
        judgeEdges(context, findings);
    if (!job.stopped())
        judgeImages(context, findings);
    if (!job.stopped())
        judgeExposure(context);

    if (!job.stopped())
        posture.workloads.resize(n);
    for (std::size_t i = 0; i < n && !job.stopped(); ++i) {
        job.report(Step::decidingLayers, i, n);
        WorkloadPosture& workload = posture.workloads[i];
        workload.workload = WorkloadId{i};
        workload.images = context.images[i];
        workload.network = context.needs[i];
        workload.reachable = reachableVerdict(context, workload.workload);
        for (const LayerRow& row : layerRows()) {
            LayerVerdict& verdict = workload.layers[pos(row.layer)];
            verdict = row.decide(context, workload.workload, findings);
            takeStatement(context, workload.workload, row.layer, verdict);
        }
    }
    if (!job.stopped()) {
        job.report(Step::lookingForPaths, 0, 1);
        findPaths(context, posture);
    }
    constexpr void (*raise[])(const Context&, FindingSink&) = {raiseSaysIs,         raiseSecretObjects, raiseOpenBindings,
                                                               raiseUnusedAccounts, raiseCutOff,        raiseIdlePolicies};
    if (!job.stopped())
        countRequired(context, posture);
    for (const auto more : raise)
        if (!job.stopped())
            more(context, findings);
    if (!job.stopped())
        posture.findings = findings.finish(posture);
    constexpr void (*list[])(const Context&, Posture&) = {listAssumptions, listUnknownInputs};
    for (const auto what : list)
        if (!job.stopped())
            what(context, posture);
    if (job.stopped()) {
        Posture none;
        none.asOf = settings.asOf;
        none.problems.push_back({ProblemSeverity::error, "stopped", "The analysis was stopped before it was done.", {}, {}});
        return none;
    }
    posture.sentence = headline(context, posture);
    posture.routes = std::move(context.routes);
    posture.edges = std::move(context.edges);
    posture.connectivity = context.connectivity;
    if (settings.review)
        applyReview(model, *settings.review, posture);
    return std::move(posture);
}

} // namespace bartizan
