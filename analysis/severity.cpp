// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/severity.h"

#include "analysis/service_counts.h"

#include <algorithm>

namespace bartizan::analysis {
namespace {

FindingSeverity fromWord(std::string_view word)
{
    if (word == "critical")
        return FindingSeverity::critical;
    if (word == "high")
        return FindingSeverity::high;
    if (word == "medium")
        return FindingSeverity::medium;
    return word == "low" ? FindingSeverity::low : FindingSeverity::info;
}

FindingSeverity shifted(FindingSeverity severity, int steps) // negative: more serious
{
    const int at = static_cast<int>(severity) + steps;
    return static_cast<FindingSeverity>(std::clamp(at, 0, static_cast<int>(FindingSeverity::info)));
}

// Layers whose gaps matter less while nothing from outside arrives. The others are about what is written down
// (a credential in a manifest) or about rights that need no way in.
bool dependsOnExposure(Layer layer)
{
    switch (layer) {
    case Layer::network:
    case Layer::encryption:
    case Layer::authorization:
    case Layer::hardening:
    case Layer::image:
    case Layer::dependencies:
        return true;
    default:
        return false;
    }
}

// No way in of these workloads is shown or may be reachable beyond the nodes' or a private network.
bool onlyFromNearby(const Context& context, const std::vector<WorkloadId>& workloads)
{
    bool any = false;
    const auto near = [&](EntryId id) {
        any = true;
        const Reach reach = context.architecture.entries[id.pos()].reach;
        return reach == Reach::nodeNetwork || reach == Reach::privateNetwork;
    };
    for (WorkloadId w : workloads) {
        for (EntryId e : context.facts(w).entries)
            if (!near(e))
                return false;
        for (const RouteUse& use : context.facts(w).routes)
            for (EntryId e : context.architecture.routes[use.route.pos()].entries)
                if (!near(e))
                    return false;
    }
    return any;
}

} // namespace

FindingSeverity severityOf(const Context& context, const Posture& posture, const RuleRow& row, const Finding& finding)
{
    const RuleText* text = context.catalogue.rule(std::string(row.id));
    FindingSeverity severity = fromWord(text && !text->severity.empty() ? std::string_view(text->severity) : row.severity);
    bool reached = finding.workloads.empty(), statedSensitive = false;
    for (WorkloadId w : finding.workloads) {
        const Workload& workload = context.workload(w);
        const WorkloadPosture& p = posture.workloads[w.pos()];
        const bool here = p.steps == 0 || p.reachable.verdict == Verdict::unknown;
        reached = reached || here;
        statedSensitive =
            statedSensitive || (here && sensitivityConfirmed(workload) && workload.sensitivity >= Sensitivity::confidential);
    }
    if (finding.platform)
        return shifted(severity, severity <= FindingSeverity::high ? 2 : 1);
    if (statedSensitive && severity > FindingSeverity::high && severity < FindingSeverity::info && row.layer != Layer::failure)
        severity = shifted(severity, -1);
    const bool aboutTheWayIn =
        row.layer == Layer::gateway || row.layer == Layer::authentication || row.id == "encryption-edge-plain";
    if (aboutTheWayIn && !statedSensitive && severity < FindingSeverity::low && onlyFromNearby(context, finding.workloads))
        severity = shifted(severity, 1);
    const bool ownsNode =
        row.layer == Layer::hardening && severity <= FindingSeverity::high; // whoever gets there by whatever way
    if (!reached && !ownsNode && dependsOnExposure(row.layer) && severity > FindingSeverity::critical &&
        severity < FindingSeverity::low)
        severity = shifted(severity, 1);
    return severity;
}

} // namespace bartizan::analysis
