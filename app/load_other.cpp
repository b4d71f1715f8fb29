// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load_other.h"

#include "app/review_store.h"

#include <utility>

namespace bartizan::app {

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
    auto loaded = load(options, job);
    if (!loaded)
        return loaded;
    if (const std::string nothing = nothingUsable((*loaded)->model.inventory); !nothing.empty())
        return tl::unexpected(Error{"no-source", "There is nothing to compare with: " + nothing + "."});
    return loaded;
}

} // namespace bartizan::app
