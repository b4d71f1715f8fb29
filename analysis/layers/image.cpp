// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/layers/layers.h"

namespace bartizan::analysis {
namespace {

using ImageScan = WorkloadPosture::ImageScan;

Facet facetOf(const char* name, const std::vector<ImageScan>& images, Verdict ImageScan::*field, const char* good)
{
    Facet facet;
    facet.name = name;
    facet.verdict = Verdict::present;
    std::size_t present = 0;
    const ImageScan* decisive = nullptr;
    for (const ImageScan& image : images) {
        present += image.*field == Verdict::present ? 1 : 0;
        if (!decisive || badness(image.*field) > badness(facet.verdict)) {
            facet.verdict = image.*field;
            decisive = &image;
        }
    }
    facet.reason = std::to_string(present) + " of " + counted(images.size(), "image ", "images ") + good + ".";
    if (decisive)
        facet.evidence = decisive->evidence;
    return facet;
}

SettledBy reportFor(const std::string& reference)
{
    return {"an image report for " + reference, "trivy image --format json " + reference};
}

const ImageScan* withVerdict(const std::vector<ImageScan>& images, Verdict verdict)
{
    for (const ImageScan& image : images)
        if (image.scanned == verdict)
            return &image;
    return nullptr;
}

} // namespace

LayerVerdict decideImage(const Context& context, WorkloadId id, FindingSink&)
{
    const std::vector<ImageScan>& images = context.images[id.pos()];
    if (images.empty())
        return decided(Verdict::unknown, "image-no-report", "No image is written for this workload.",
                       context.workload(id).evidence);
    Facet scanned = facetOf("scanned", images, &ImageScan::scanned,
                            "covered by a report without an open critical or high finding that has a fix");
    Facet pinned = facetOf("pinned", images, &ImageScan::pinned, "named by digest");
    LayerVerdict verdict;
    if (context.scannedImages == 0) {
        scanned.reason = "No image report is in the input.";
        verdict =
            decided(Verdict::unknown, "image-no-report", "No image report is in the input.", images.front().evidence.front());
        verdict.settledBy.push_back({"an image report for each image", "trivy image --format json IMAGE"});
    } else if (const ImageScan* bad = withVerdict(images, Verdict::missing)) {
        verdict = decided(Verdict::missing, "image-vulnerable",
                          bad->reference + ": " +
                              counted(static_cast<std::size_t>(bad->fixableCriticalHigh), "critical or high finding has a fix. ",
                                      "critical or high findings have a fix. ") +
                              bad->explanation,
                          {}, Basis::report);
        verdict.evidence = bad->evidence;
    } else if (const ImageScan* none = withVerdict(images, Verdict::unknown)) {
        verdict = decided(Verdict::unknown, "image-unscanned",
                          none->reference + " is not among the " + std::to_string(context.scannedImages) + " scanned images. " +
                              none->explanation,
                          {}, Basis::report);
        verdict.evidence = none->evidence;
        for (const ImageScan& image : images)
            if (image.scanned == Verdict::unknown)
                verdict.settledBy.push_back(reportFor(image.reference));
    } else if (const ImageScan* weak = withVerdict(images, Verdict::partial)) {
        const bool old = weak->ageDays > context.catalogue.policy.scanMaxAgeDays && context.catalogue.policy.scanMaxAgeDays > 0;
        verdict = decided(Verdict::partial, old ? RuleId("image-stale-scan") : RuleId("image-weak-report"), weak->explanation, {},
                          Basis::report);
        verdict.evidence = weak->evidence;
    } else {
        const bool fixed = pinned.verdict == Verdict::present;
        verdict =
            decided(fixed ? Verdict::present : Verdict::partial, fixed ? RuleId("image-scanned") : RuleId("image-not-pinned"),
                    "No known vulnerability with a fix, critical or high, in the reports of its images" +
                        std::string(fixed ? "." : "; not every image is named by digest."),
                    {}, Basis::report);
        verdict.evidence = scanned.evidence;
    }
    verdict.facets = {std::move(scanned), std::move(pinned)};
    return verdict;
}

} // namespace bartizan::analysis
