// SPDX-License-Identifier: GPL-3.0-or-later
// Agents on the host or in the cloud are invisible to the API: nothing seen is unknown, never missing.
#include "analysis/layers/layers.h"

namespace bartizan::analysis {
LayerVerdict decideRuntime(const Context& context, WorkloadId id, FindingSink&)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    Facet detection{
        "detection", Verdict::unknown, "No runtime detector is in the input; agents on the host are invisible to the API.", {}};
    Facet telemetry{"telemetry", Verdict::unknown, "Nothing shows that its logs, metrics or traces are collected.", {}};
    if (const Workload* detector = context.daemonSetOfRole(w.cluster, "runtimeDetector")) {
        const WorkloadRecord& record = context.inventory.workloads[detector->record];
        const bool everywhere = record.pod.nodeSelector.empty();
        detection.verdict = everywhere ? Verdict::present : Verdict::partial;
        detection.reason = detector->name + (everywhere ? " runs on every node it tolerates." : " runs on selected nodes only.");
        detection.evidence = {detector->evidence};
    }
    const Attribute* scrape = find(facts.pods.front()->podAnnotations, "prometheus.io/scrape");
    bool collector = false;
    for (const char* name : {"Prometheus", "OpenTelemetry Collector", "Jaeger"})
        collector = collector || context.hasProduct(name);
    if (scrape && scrape->value == "true" && collector) {
        telemetry.verdict = Verdict::present;
        telemetry.reason = "An annotation asks for its metrics to be collected, and a collector is in the input.";
        telemetry.evidence = {scrape->evidence};
    }
    LayerVerdict verdict;
    if (detection.verdict == Verdict::present && telemetry.verdict == Verdict::present) {
        verdict = decided(Verdict::present, "runtime-covered", detection.reason + " " + telemetry.reason);
    } else {
        verdict = decided(Verdict::unknown, "runtime-unknown",
                          detection.verdict == Verdict::unknown ? detection.reason : detection.reason + " " + telemetry.reason);
        verdict.settledBy.push_back({"a statement which runtime detection and telemetry cover it", ""});
    }
    verdict.evidence = detection.evidence;
    verdict.evidence.insert(verdict.evidence.end(), telemetry.evidence.begin(), telemetry.evidence.end());
    verdict.facets = {std::move(detection), std::move(telemetry)};
    return verdict;
}

} // namespace bartizan::analysis
