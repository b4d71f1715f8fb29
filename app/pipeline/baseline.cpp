// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/baseline.h"

#include "app/durable_file.h"
#include "app/load_other.h"
#include "app/pipeline/baseline_output.h"
#include "app/review_store.h"
#include "importers/archive/archive_reader.h"

#include <filesystem>
#include <optional>

namespace bartizan::app {
namespace {

namespace fs = std::filesystem;

SinceBaseline compared(const JudgedState& before, const Loaded& now)
{
    const JudgedState after = judgedState(now.model, now.posture);
    return sinceBaseline(before, after, difference(before, after));
}

Error foreign(const std::string& path, const std::string& why)
{
    return {"baseline-foreign", "expected an output of `bartizan-cli assess --format json`, a .bartizan review, or the manifests "
                                "of an earlier state; " +
                                    why + " (" + path + ":1)"};
}

// An output of this program; nothing when the file is something else that may be a source.
Result<std::optional<BaselineOutput>> readOutput(const std::string& path)
{
    auto bytes = readBounded(path, baselineLimits().fileBytes);
    if (!bytes && bytes.error().id == "file-size")
        return std::nullopt; // a source may be as large as that
    if (!bytes)
        return tl::unexpected(Error{"baseline-unreadable", "the baseline: " + bytes.error().message});
    if (archive::looksLikeArchive(*bytes) || !looksLikeOutput(*bytes))
        return std::nullopt;
    auto output = readBaselineOutput(std::move(*bytes), path);
    if (!output && output.error().id == "baseline-foreign")
        return std::nullopt; // it only names one
    if (!output)
        return tl::unexpected(output.error());
    return std::optional<BaselineOutput>(std::move(*output));
}

} // namespace

Result<SinceBaseline> sinceBaseline(const std::string& path, const Loaded& now, LoadOptions options, const JobControl& job)
{
    SinceBaseline since;
    if (isReviewPath(path)) {
        const auto review = loadReview(path);
        if (!review)
            return tl::unexpected(review.error());
        since = sinceBaseline(*review, now.model, now.posture);
        since.kind = "review";
        since.path = path;
        return since;
    }
    std::error_code failed;
    if (!fs::is_directory(path, failed)) {
        auto output = readOutput(path);
        if (!output)
            return tl::unexpected(output.error());
        if (*output) {
            since = compared((*output)->state, now);
            since.version = (*output)->version;
            since.kind = "output";
            since.path = path;
            return since;
        }
    }
    options.sources = {path};
    options.asOf = now.posture.asOf;
    options.review = std::make_shared<const Review>(now.review);
    options.analyse = true;
    const auto earlier = loadOther(options, job);
    if (!earlier && earlier.error().id == "no-source")
        return tl::unexpected(foreign(path, earlier.error().message));
    if (!earlier)
        return tl::unexpected(earlier.error());
    since = compared(judgedState((*earlier)->model, (*earlier)->posture), now);
    since.version = report::programVersion;
    since.kind = "sources";
    since.path = path;
    return since;
}

} // namespace bartizan::app
