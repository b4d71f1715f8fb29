// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/layers/layers.h"

namespace bartizan::analysis {

LayerVerdict decideTesting(const Context& context, WorkloadId id, FindingSink&)
{
    const Workload& w = context.workload(id);
    bool library = !w.containers.empty();
    for (const ContainerUse& use : w.containers)
        library = library && use.image.valid() &&
                  context.architecture.images[use.image.pos()].normalised.compare(0, 18, "docker.io/library/") == 0;
    if (w.platform || !w.product.empty() || library)
        return decided(Verdict::notApplicable, "testing-third-party",
                       "A third-party image" + (w.product.empty() ? std::string() : " (" + w.product + ")") +
                           ": its code is tested elsewhere.",
                       w.productEvidence.valid() ? w.productEvidence : w.evidence);
    LayerVerdict verdict =
        decided(Verdict::unknown, "testing-no-report", "No static or dynamic test result for this service is in the input.");
    verdict.settledBy.push_back({"static and dynamic test results", ""});
    return verdict;
}

} // namespace bartizan::analysis
