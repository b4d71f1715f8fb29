// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers hand back. Documents are in file order; Problems in the order they were met, their evidence names
// file, line and document. Both may be there at once: a partial result is still a result.
#pragma once

#include "importers/document/tree.h"
#include "model/problem.h"

#include <string>
#include <vector>

namespace bartizan::document {

enum class Format : std::uint8_t {
    none, // no documents: see ReadResult::reason
    yaml,
    json,
};

struct ReadResult {
    std::vector<Document> documents;
    std::vector<Problem> problems;
    Format format = Format::none;
    std::string reason; // why there are no documents: "empty", "binary", "XML", "TOML", "text that is not YAML", ...
};

} // namespace bartizan::document
