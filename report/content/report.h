// SPDX-License-Identifier: GPL-3.0-or-later
// The review report, written to any Writer: cover, contents, then the chosen sections in their order.
#pragma once

#include "report/content/writer.h"
#include "report/input.h"

namespace bartizan::report {

// Errors: "section" (an id that is no section), "owner" (nobody of that name owns a service here); each names the remedy.
Result<bool> checkOptions(const ReportInput&);

// `drawing` is laid out. Options are checked before.
void writeReport(const ReportInput&, const diagram::Drawing& drawing, Writer&);

std::string reportTitle(const ReportInput&); // the system's name: the option, else of its sources

} // namespace bartizan::report
