// SPDX-License-Identifier: GPL-3.0-or-later
// A review as the text of a `.bartizan` file: YAML, sorted, one item a line, so that it diffs well in git; what a newer
// version wrote is kept. Pure functions over text; review_store.h reads and saves files. The text may come from a
// stranger (review_tree.h bounds it). Of comments, those above the first key and right above a row are kept (review_comments.h).
#pragma once

#include "model/progress.h"
#include "model/result.h"
#include "model/review.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace bartizan::app {

// `name` is for messages. Errors: those of review_tree.h and "review-shape" (not what a review has); every message ends
// with "(NAME:LINE)", lines from 1, and quotes nothing from the file but names of its keys; "stopped" when `job` was.
Result<Review> readReview(std::string_view text, const std::string& name, const JobControl& job = {});

// The same review gives the same bytes; readReview() gives the same review again.
std::string writeReview(const Review& review);

// A source as it can be opened, from what the file at `review` says, and back. Relative paths are relative to the
// review's folder; a path that shares only the root with it stays absolute. Purely lexical: nothing is opened.
std::string openablePath(const std::filesystem::path& review, const std::string& source);
std::string writtenPath(const std::filesystem::path& review, const std::string& source);

} // namespace bartizan::app
