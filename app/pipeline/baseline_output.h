// SPDX-License-Identifier: GPL-3.0-or-later
// An earlier `assess --format json` output as the state that a later one is compared with: scope, the layers of each
// workload, findings with their subjects. Lines and paths are not taken over. The file may come from a stranger: it is
// read under the budgets of Limits, and what has not the shape of resources/schemas/assess.json is an error, never a
// finding that is silently left out. Standard library and importers/document only, so that it can be fuzzed.
#pragma once

#include "analysis/judged_state.h"
#include "importers/limits.h"
#include "model/result.h"

#include <string>
#include <string_view>

namespace bartizan::app {

struct BaselineOutput {
    JudgedState state;   // without paths; a finding's evidence is none
    std::string version; // of the program that wrote it
};

Limits baselineLimits(); // for readBaselineOutput(): one document, bounded in bytes, nodes and depth

// May it be an output of this program? Cheap; readBaselineOutput() says whether it is.
bool looksLikeOutput(std::string_view bytes);

// `name` is for messages, which end with "(NAME:LINE)" and quote nothing of the file. Errors: "baseline-syntax" (no
// JSON, cut off, a limit), "baseline-foreign" (JSON of something else), "baseline-other" (another output of this program,
// or of a newer version), "baseline-shape".
Result<BaselineOutput> readBaselineOutput(std::string bytes, const std::string& name, const Limits& limits = baselineLimits());

} // namespace bartizan::app
