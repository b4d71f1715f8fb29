// SPDX-License-Identifier: GPL-3.0-or-later
// What a frozen review says about itself: by which program and as of when it was made, what was read, which options the
// report had, and the digests of its members. Written as manifest.json by `freeze`, read by `verify`. The file may come
// from a stranger: reading is bounded, names are only compared, and what has another shape is an error with its line.
// readManifest() needs the standard library and importers/document only, so that it can be fuzzed.
#pragma once

#include "importers/import.h"
#include "importers/limits.h"
#include "model/result.h"

#include <map>
#include <string>
#include <vector>

namespace bartizan::app {

struct FrozenFile { // relative to its source, as SourceFile::path
    std::string path, sha256;
    std::uint64_t bytes = 0;
};
struct FrozenSource {
    std::string path; // as given when it was frozen
    std::string format, sha256;
    std::vector<FrozenFile> files;
};
struct FrozenMember {
    std::string name, sha256;
    std::uint64_t bytes = 0;
};

struct FrozenManifest {
    std::string version, qt; // of the program, and of the library that paints
    std::string asOf;        // RFC 3339
    importers::ScopeMode scope = importers::ScopeMode::automatic;
    std::string variant;                       // as chosen; "" = by the program
    std::map<std::string, std::string> report; // ReportArguments (app/report_request.h)
    std::vector<FrozenSource> sources;         // as Inventory::sources
    std::vector<FrozenMember> members;         // by name; all but the manifest
};

inline constexpr std::string_view manifestName = "manifest.json";
inline constexpr std::string_view frozenReviewName = "review.bartizan";
inline constexpr std::string_view frozenFindingsName = "findings.json";

const char* scopeModeWord(importers::ScopeMode); // "auto", "complete", "partial"
Limits manifestLimits();

// Error "frozen-manifest"; the message ends with "(NAME:LINE)" and quotes nothing of the file.
Result<FrozenManifest> readManifest(std::string bytes, const std::string& name, const Limits& limits = manifestLimits());
std::string writeManifest(const FrozenManifest& manifest);

} // namespace bartizan::app
