// SPDX-License-Identifier: GPL-3.0-or-later
// After a compromise: which workloads can be connected to from those that already fell, level by level. A workload whose
// ingress no policy restricts falls as soon as any source may open connections out; restricted ones are asked through
// the list of sources that their policies admit. That keeps the search far from looking at every pair.
#include "analysis/network_reach.h"
#include "analysis/paths_internal.h"

namespace bartizan::analysis::paths {

std::vector<Lateral> lateralSteps(const Context& context, const std::vector<WorkloadId>& start)
{
    const std::size_t n = context.architecture.workloads.size();
    const NetworkReach& reach = *context.reach;
    std::vector<Lateral> result(n);
    std::vector<std::vector<WorkloadId>> targetsOf(n); // source -> restricted targets that admit it
    std::vector<WorkloadId> openTargets;
    for (std::size_t i = 0; i < n && !context.stopped(); ++i) {
        const WorkloadId id{i};
        if (!context.listens(id))
            continue;
        if (reach.open(id, Direction::ingress))
            openTargets.push_back(id);
        else
            for (WorkloadId source : reach.sources(id))
                targetsOf[source.pos()].push_back(id);
    }
    std::vector<WorkloadId> level = start;
    for (WorkloadId id : start)
        result[id.pos()].steps = 0;
    for (int steps = 1; !level.empty(); ++steps) {
        std::vector<WorkloadId> next;
        const auto take = [&](WorkloadId from, WorkloadId to) {
            if (result[to.pos()].steps >= 0 || from == to || !reach.allows(from, to))
                return;
            result[to.pos()] = {steps, from};
            next.push_back(to);
        };
        for (WorkloadId from : level) {
            if (context.stopped())
                return result;
            for (WorkloadId to : targetsOf[from.pos()])
                take(from, to);
            std::vector<WorkloadId> left;
            for (WorkloadId to : openTargets) {
                take(from, to);
                if (result[to.pos()].steps < 0)
                    left.push_back(to);
            }
            openTargets = std::move(left);
        }
        level = std::move(next);
    }
    return result;
}

} // namespace bartizan::analysis::paths
