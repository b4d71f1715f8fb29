// SPDX-License-Identifier: GPL-3.0-or-later
// A report that matched the packages of every image against vulnerabilities answers for the dependencies as well; a bill
// of materials alone does not: it lists, it does not match.
#include "analysis/layers/layers.h"

namespace bartizan::analysis {

LayerVerdict decideDependencies(const Context& context, WorkloadId id, FindingSink&)
{
    const auto& images = context.images[id.pos()];
    std::size_t covered = 0;
    for (const auto& image : images)
        covered += image.scanned != Verdict::unknown ? 1 : 0;
    LayerVerdict verdict;
    if (images.empty() || covered < images.size()) {
        verdict = decided(Verdict::unknown, "dependencies-no-report",
                          covered == 0 ? "No bill of materials or dependency scan is in the input."
                                       : "A dependency scan covers " + std::to_string(covered) + " of " +
                                             std::to_string(images.size()) + " images.");
        verdict.settledBy.push_back(
            {"a dependency scan or bill of materials, matched against vulnerabilities", "grype -o json IMAGE"});
        return verdict;
    }
    int open = 0;
    for (const auto& image : images)
        open += image.fixableCriticalHigh;
    verdict =
        open > 0
            ? decided(Verdict::missing, "dependencies-vulnerable",
                      counted(static_cast<std::size_t>(open), "critical or high finding in its packages has a fix.",
                              "critical or high findings in its packages have a fix."),
                      {}, Basis::report)
            : decided(
                  Verdict::present, "dependencies-covered",
                  "The reports of its images matched their packages against vulnerabilities; none critical or high has a fix.",
                  {}, Basis::report);
    for (const auto& image : images)
        verdict.evidence.insert(verdict.evidence.end(), image.evidence.begin(), image.evidence.end());
    return verdict;
}

} // namespace bartizan::analysis
