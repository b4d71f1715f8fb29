// SPDX-License-Identifier: GPL-3.0-or-later
// A review frozen in one archive: the review file, the report, the findings, and a manifest with the digest of all that
// was read. Same inputs, options and as-of give the same bytes. Needs a QGuiApplication with fixed hash seeds, as the
// report does; blocks.
#pragma once

#include "app/frozen/container.h"
#include "app/frozen/manifest.h"
#include "app/load.h"
#include "app/report_request.h"

namespace bartizan::app {

struct Frozen {
    std::string bytes;
    FrozenManifest manifest;
};

// Errors: those of load(), "no-source" when nothing usable was read, those of the exports, "frozen-write".
Result<Frozen> freeze(const LoadOptions& options, const ReportArguments& report, const JobControl& job);

// For verify.h: the members that are made from a state, by name. `unknown`: options this version does not know.
Result<Members> madeFrom(const Loaded& loaded, const ReportArguments& report, std::vector<std::string>& unknown,
                         const JobControl& job);
std::string reportName(const ReportArguments& report); // "report.pdf"

} // namespace bartizan::app
