// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load_other.h"

#include "app/review_store.h"

#include <algorithm>
#include <utility>

namespace bartizan::app {

namespace {

bool reviewedAsAWhole(const Inventory& inventory)
{
    return std::all_of(inventory.deployables.begin(), inventory.deployables.end(), [](const Deployable& deployable) {
        return deployable.reviewed || deployable.example || deployable.kind == Deployable::Kind::chart;
    });
}

} // namespace

Result<std::shared_ptr<const Loaded>> loadOther(LoadOptions options, const JobControl& job)
{
    for (const std::string& source : std::exchange(options.sources, {})) {
        if (!isReviewPath(source)) {
            options.sources.push_back(source);
            continue;
        }
        auto review = loadReview(source);
        if (!review)
            return tl::unexpected(review.error());
        for (const ReviewSource& named : review->sources)
            options.sources.push_back(named.path);
        if (!review->variant.empty())
            options.import.variant = review->variant;
    }
    if (options.sources.empty())
        return tl::unexpected(Error{"no-source", "The review names no sources: there is nothing to compare with."});
    const bool needsVariant = std::exchange(options.needsVariant, false);
    auto loaded = load(options, job);
    if (!loaded)
        return loaded;
    const Inventory& inventory = (*loaded)->model.inventory;
    if (const std::string nothing = nothingUsable(inventory); !nothing.empty())
        return tl::unexpected(Error{"no-source", "There is nothing to compare with: " + nothing + "."});
    if (const Problem* missing = variantNotFound(inventory); needsVariant && missing && !reviewedAsAWhole(inventory))
        return tl::unexpected(Error{"variant", "in the earlier state: " + missing->message});
    return loaded;
}

} // namespace bartizan::app
