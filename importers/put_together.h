// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of an import: what the workers read -> one Inventory. import.h calls it once the sources are
// delivered; benchmarks call it for texts that are in memory already.
#pragma once

#include "importers/import.h"
#include "importers/reading.h"
#include "importers/sources.h"

namespace bartizan::importers {

// Waits for the workers. Error only when no source could be opened or the job was stopped (id "stopped").
Result<Inventory> putTogether(Reading& reading, const SourcesResult& delivered, const ImportOptions&, const JobControl&);

} // namespace bartizan::importers
