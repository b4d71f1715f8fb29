// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/undecided.h"

#include "analysis/findings.h"

namespace bartizan {

Posture undecided(const Model& model, const Catalogue& catalogue)
{
    Posture posture;
    posture.workloads.resize(model.architecture.workloads.size());
    for (std::size_t i = 0; i < posture.workloads.size(); ++i) {
        WorkloadPosture& workload = posture.workloads[i];
        workload.workload = WorkloadId{i};
        for (std::size_t layer = 0; layer < layerCount; ++layer) {
            workload.required[layer] =
                analysis::asksFor(catalogue, model.architecture.workloads[i].sensitivity, static_cast<Layer>(layer));
            workload.counts.required += workload.required[layer] ? 1 : 0;
        }
        workload.counts.unknown = workload.counts.required;
    }
    return posture;
}

} // namespace bartizan
