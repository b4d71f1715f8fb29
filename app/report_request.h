// SPDX-License-Identifier: GPL-3.0-or-later
// What a report was asked for, as words: the options of `report` by name. The command line, the window and a frozen
// review's manifest all hold a report's options in this form, so that one and the same request gives the same bytes.
#pragma once

#include "app/load.h"

#include <map>
#include <string>

namespace bartizan::app {

// "format": "pdf" or "html"; "title", "classification", "owner": text; "sections": ids with commas; "services" and
// "findings": "all"; "redact": "yes". What is not there is as usual.
using ReportArguments = std::map<std::string, std::string>;

// Lays one option over; false for a name that this version does not know. "format" chooses the export, not how it is made.
bool layOver(const std::string& name, const std::string& value, report::ReportOptions& options);

// Makes `input` ready for `report`: options, review, the lines around evidence; reads the cited files. `input` must not
// outlive `loaded`. Errors: "report-option" (a name that is not known), "redaction-salt" (the review has none: how to
// make one).
Result<bool> prepareReport(report::ReportInput& input, const Loaded& loaded, const ReportArguments& arguments,
                           const JobControl& job = {});

} // namespace bartizan::app
