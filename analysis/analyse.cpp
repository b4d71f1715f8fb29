// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/posture.h"

namespace bartizan {

Posture analyse(const Model& model, const Catalogue&, const AnalysisSettings& settings, const JobControl&)
{
    Posture posture;
    posture.asOf = settings.asOf;
    const Architecture& architecture = model.architecture;
    posture.workloads.resize(architecture.workloads.size());
    for (std::size_t i = 0; i < posture.workloads.size(); ++i) {
        WorkloadPosture& workload = posture.workloads[i];
        workload.workload = WorkloadId{i};
        for (LayerVerdict& verdict : workload.layers)
            verdict.reason = "Not decided yet.";
    }
    posture.routes.resize(architecture.routes.size());
    for (std::size_t i = 0; i < posture.routes.size(); ++i)
        posture.routes[i].route = RouteId{i};
    posture.sentence = "Nothing was decided yet.";
    return posture;
}

} // namespace bartizan
