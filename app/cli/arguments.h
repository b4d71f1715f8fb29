// SPDX-License-Identifier: GPL-3.0-or-later
// The command line's contract: `bartizan-cli COMMAND SOURCE... [options]`.
#pragma once

#include "app/report_request.h"
#include "importers/import.h"
#include "model/result.h"
#include "report/connectivity/question.h"

#include <string>
#include <vector>

namespace bartizan::cli {

struct Arguments {
    std::string command, format = "text", output, asOf, variant, from, to, owner;
    std::vector<std::string> sources;
    std::string earlier;                   // of diff and connectivity: what the source is compared with
    std::vector<std::string> failOn;       // severities, layer ids, rule ids, "any", "new" (app/pipeline/fail_on.h)
    std::string baseline;                  // of assess: what `new` is compared with; of report: "since last time"
    std::string sourcesFolder;             // of verify: where the inputs stand
    app::ReportArguments report;           // of report and freeze
    report::ConnectivityQuestion question; // of connectivity
    importers::ScopeMode scope = importers::ScopeMode::automatic;
    unsigned jobs = 0;
    bool quiet = false, noProgress = false, progressLines = false, summary = false, unauthenticated = false;
    bool needsSources = true;
};

// Error id "help": the message is for standard output and the exit code is 0; anything else is wrong usage.
Result<Arguments> parseArguments(int argc, char** argv);
std::string formatsOf(const std::string& command); // "formats: text, json"

} // namespace bartizan::cli
