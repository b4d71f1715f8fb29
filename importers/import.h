// SPDX-License-Identifier: GPL-3.0-or-later
// The import job: SOURCE arguments -> one Inventory. Called by app/ on a worker thread. Partly unusable input is never
// an error: it is listed in Inventory::problems and ::unrecognised. Same result for any number of threads.
#pragma once

#include "importers/limits.h"
#include "importers/reading_state.h"
#include "model/inventory.h"
#include "model/progress.h"
#include "model/result.h"

#include <map>
#include <string>
#include <vector>

namespace bartizan::importers {

enum class ScopeMode { automatic, complete, partial };

struct ImportOptions {
    std::string variant; // --variant PATH: the deployable to review where several conflict
    ScopeMode scope = ScopeMode::automatic;
    unsigned jobs = 0; // 0 = hardware threads
    Limits limits;
    ReadingWatch watch; // may be empty
    // Where sources stand now that are not where their paths say, by path as given: everything but the place that is
    // opened goes by the path as given, so that the result is that of the old place. Their last names must be equal.
    std::map<std::string, std::string> standsAt = {};
};

// Error only when no source could be opened at all or the job was stopped (id "stopped").
Result<Inventory> importSources(const std::vector<std::string>& sources, const ImportOptions&, const JobControl&);

} // namespace bartizan::importers
