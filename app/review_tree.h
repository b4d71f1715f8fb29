// SPDX-License-Identifier: GPL-3.0-or-later
// The YAML of a review file as a small tree with 1-based lines, read with yaml-cpp's events (never LoadAll: it does not
// end on some inputs). The file may come from a stranger: size, nodes and depth are bounded; anchors, aliases, tags,
// repeated keys, a second document, control characters and anything but UTF-8 are errors. Used by review_file.cpp only.
#pragma once

#include "model/progress.h"
#include "model/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::app {

struct ReviewNode {
    enum class Kind : std::uint8_t { null, scalar, list, mapping } kind = Kind::null;
    bool quoted = false;
    std::uint32_t line = 1;
    std::string text;              // of a scalar
    std::string comment;           // of a row of a section and of the root: lines above it, from their '#', each with its break
    std::vector<std::string> keys; // of a mapping, unique; as long as `items`
    std::vector<std::uint32_t> keyLines; // of each key
    std::vector<ReviewNode> items;
};

inline constexpr std::size_t mostReviewBytes = std::size_t{8} << 20; // 10,000 decisions need about 5 MB

// Errors: "review-size", "review-encoding", "review-syntax"; each message ends with "(NAME:LINE)" and never quotes the
// file. "stopped" when `job` was. Progress is in bytes.
Result<ReviewNode> readReviewTree(std::string_view text, const std::string& name, const JobControl& job = {});

// The first line of every review that is written; no comment of a person.
inline constexpr std::string_view reviewHead =
    "# Bartizan review: decisions and confirmations, made to be kept in version control.\n";

Error reviewSizeError(const std::string& name); // what a file above mostReviewBytes gets, without being read

} // namespace bartizan::app
