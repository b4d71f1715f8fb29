// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load.h"

#include "app/review_store.h"
#include "importers/catalogue/load_catalogue.h"
#include "importers/registry.h"
#include "model/discard.h"
#include "model/resolve/resolve.h"
#include "model/review_apply.h"

#include <chrono>
#include <ctime>

namespace bartizan::app {

Result<Catalogue> defaultCatalogue()
{
    return importers::defaultCatalogue();
}

namespace {

// Review files leave the sources; what they name joins them.
Result<Review> takeReview(const LoadOptions& options, std::vector<std::string>& sources)
{
    Review review;
    if (options.review)
        review = *options.review;
    bool found = options.review != nullptr;
    for (const std::string& source : options.sources) {
        if (!isReviewPath(source)) {
            sources.push_back(source);
            continue;
        }
        if (found)
            return tl::unexpected(
                Error{"review-many", "expected one review, found more; give one .bartizan file (" + source + ")"});
        found = true;
        auto read = loadReview(source);
        if (!read)
            return read;
        review = std::move(*read);
        for (const ReviewSource& named : review.sources)
            sources.push_back(named.path);
        if (review.sources.empty() && options.sources.size() == 1)
            return tl::unexpected(Error{"review-empty", "expected sources in the review, found none; name the manifests or "
                                                        "the snapshot beside it (" +
                                                            source + ":1)"});
    }
    return review;
}

using Resolved = std::function<void(const std::shared_ptr<const Loaded>&)>;

void judge(const std::shared_ptr<Loaded>& made, const std::string& asOf, bool analysed, const Resolved& resolved,
           const JobControl& job)
{
    Loaded& loaded = *made;
    job.report(Step::resolving, 0, 0);
    loaded.unmatched = matchReports(loaded.review, loaded.model.inventory);
    loaded.model.architecture = resolve(loaded.model.inventory, loaded.catalogue, job);
    layOver(loaded.review, loaded.model.architecture);
    if (resolved && !job.stopped())
        resolved(made);
    if (analysed && !job.stopped()) {
        job.report(Step::decidingLayers, 0, 0);
        loaded.posture = analyse(loaded.model, loaded.catalogue, AnalysisSettings{asOf, &loaded.review}, job);
    }
    loaded.posture.asOf = asOf;
}

Error stopped()
{
    return {"stopped", "The import was stopped."};
}

} // namespace

Result<std::shared_ptr<const Loaded>> load(const LoadOptions& options, const JobControl& job)
{
    auto loaded = makeDiscardable<Loaded>();
    auto catalogue = importers::defaultCatalogue(job.stop);
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    loaded->catalogue = std::move(*catalogue);
    std::vector<std::string> sources;
    auto review = takeReview(options, sources);
    if (!review)
        return tl::unexpected(review.error());
    loaded->review = std::move(*review);
    importers::ImportOptions import = options.import;
    if (import.variant.empty())
        import.variant = loaded->review.variant;
    std::string asOf = options.asOf.empty() ? loaded->review.asOf : options.asOf;
    if (!isTime(asOf))
        asOf = nowUtc();
    auto inventory = importers::importSources(sources, import, job);
    if (!inventory)
        return tl::unexpected(inventory.error());
    if (const Problem* missing = variantNotFound(*inventory);
        options.needsVariant && missing && nothingUsable(*inventory).empty())
        return tl::unexpected(Error{"variant", missing->message});
    loaded->model.inventory = std::move(*inventory);
    loaded->standsAt = import.standsAt;
    judge(loaded, asOf, options.analyse, options.resolved, job);
    if (job.stopped())
        return tl::unexpected(stopped());
    return loaded;
}

Result<std::shared_ptr<const Loaded>> judgeAgain(const Loaded& before, const Review& review, const JobControl& job)
{
    auto loaded = makeDiscardable<Loaded>();
    loaded->catalogue = before.catalogue;
    loaded->model.inventory = before.model.inventory;
    for (const auto& [index, report] : before.unmatched)
        loaded->model.inventory.reports[index] = report;
    loaded->review = review;
    loaded->standsAt = before.standsAt;
    judge(loaded, before.posture.asOf, true, {}, job);
    if (job.stopped())
        return tl::unexpected(stopped());
    return loaded;
}

const Problem* variantNotFound(const Inventory& inventory)
{
    for (const Problem& problem : inventory.problems)
        if (problem.id == "variant-not-found")
            return &problem;
    return nullptr;
}

std::string nothingUsable(const Inventory& inventory)
{
    if (!inventory.objects.empty() || !inventory.reports.empty())
        return {};
    if (inventory.files.empty())
        return "nothing to read: the sources hold no files; give manifests, a cluster snapshot or scan reports";
    return "nothing usable in " + std::to_string(inventory.files.size()) + (inventory.files.size() == 1 ? " file" : " files") +
           ": expected Kubernetes objects or a known report; `bartizan-cli formats` lists what is read";
}

std::vector<report::FormatInfo> knownFormats()
{
    std::vector<report::FormatInfo> formats;
    for (const importers::FormatRow& row : importers::formatRows())
        formats.push_back({std::string(row.id), std::string(row.title), std::string(row.area), std::string(row.howToGet)});
    for (const importers::KindRow& row : importers::kindRows()) {
        if (!row.import)
            continue;
        std::string id = std::string(row.kind) + (row.group.empty() || row.group == "*" ? "" : "." + std::string(row.group));
        formats.push_back({id, row.title.empty() ? std::string(row.kind) : std::string(row.title), "kubernetes object",
                           "kubectl get " + id + " --all-namespaces -o yaml"});
    }
    return formats;
}

std::string nowUtc()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

bool isTime(const std::string& text)
{
    std::tm parts{};
    const char* end = strptime(text.c_str(), "%Y-%m-%dT%H:%M:%S", &parts);
    return end && (std::string(end) == "Z" || std::string(end) == "+00:00");
}

} // namespace bartizan::app
