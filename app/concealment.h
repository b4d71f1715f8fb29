// SPDX-License-Identifier: GPL-3.0-or-later
// Which lines of a file must not be shown as they are written, found in the file itself and not in what was imported:
// values of Secrets, values that look like credentials wherever they stand, applied copies of objects, and what scan
// reports quote around a secret they found. Called by source_excerpt; pure, never throws, bounded by the reader's limits.
#pragma once

#include "importers/document/file_text.h"
#include "importers/limits.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::app {

struct LineRange { // 1-based, inclusive
    std::uint32_t first = 0, last = 0;
};

// In order of position; ranges may overlap.
std::vector<LineRange> concealedLines(const std::shared_ptr<const document::FileText>& text, const Limits& limits = {});

// Lines of running text that hold a credential (files inside ConfigMaps, text that is no document); `firstLine` is the
// number of its first line.
std::vector<LineRange> concealedInText(std::string_view text, std::uint32_t firstLine);

// What is shown of a concealed line: the indent, and the key where the value begins on this line.
std::string concealed(std::string_view line, bool opensValue);

} // namespace bartizan::app
