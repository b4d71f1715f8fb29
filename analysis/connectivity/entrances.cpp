// SPDX-License-Identifier: GPL-3.0-or-later
// Where Ingresses, Routes and Gateway API routes end whose controller is not among the workloads: there a pod in its place
// asks.
#include "analysis/connectivity/answers.h"

#include <map>

namespace bartizan::connectivity {

std::vector<Entrance> entrancesOf(const Model& model)
{
    const Architecture& architecture = model.architecture;
    std::vector<Entrance> entrances;
    std::map<std::pair<ObjectId, std::size_t>, std::size_t> known; // object and pod -> entrance
    for (const Route& route : architecture.routes) {
        if (route.redirectsAway || (route.accepted && !*route.accepted) ||
            (route.gateway.valid() && !architecture.gateways[route.gateway.pos()].workloads.empty()))
            continue;
        const ObjectId object = model.inventory.routes[route.record].object;
        for (const RouteBackend& backend : route.backends) {
            PortSet ports;
            for (const std::uint32_t port : backend.targets)
                ports |= PortSet::of(Protocol::tcp, {port, port});
            if (ports.empty())
                continue;
            for (const WorkloadId workload : backend.workloads) {
                const auto [found, made] = known.try_emplace({object, workload.pos()}, entrances.size());
                if (made)
                    entrances.push_back(
                        {workload.pos(), {}, route.evidence, displayName(model.inventory.object(object).identity)});
                entrances[found->second].ports |= ports;
            }
        }
    }
    return entrances;
}

} // namespace bartizan::connectivity
