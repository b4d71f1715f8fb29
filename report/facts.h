// SPDX-License-Identifier: GPL-3.0-or-later
// What several formats say about the same finding, workload, path or route: asked here once, so that CSV, Markdown, JUnit,
// SARIF and the follow-up list cannot differ. Strings are as in the model; each format escapes them itself.
#pragma once

#include "report/input.h"

#include <string>
#include <vector>

namespace bartizan::report {

const Decision* decisionOf(const ReportInput&, const Finding&); // null when nobody decided
bool isDecided(const Finding&);                                 // accepted, mitigated, false positive: nothing is left to do

inline constexpr std::string_view noOwner = "no owner named";
std::string ownerOf(const Workload&);                                    // or noOwner
std::vector<std::string> ownersOf(const Architecture&, const Finding&);  // of its workloads: distinct, sorted, noOwner last
std::string titleOf(const Finding&);                                     // with "(if confidential)"
std::vector<const Evidence*> placesOf(const Finding&);                   // the cause first, then what else is cited
const char* problemWord(ProblemSeverity);                                // "error", "warning", "note"
std::vector<const Problem*> problemsOf(const ReportInput&);              // of importing, resolving, judging
std::string sourceName(const Inventory&, const Evidence&);               // path of the source its file belongs to
std::vector<const Path*> pathsAbout(const ReportInput&, const Finding&); // open ways in that it leaves open, weakest first
std::string entryOf(const Architecture&, const Path&);                   // ids; "" = none
std::string targetOf(const Architecture&, const Path&);
std::string placeText(const Inventory&, const Evidence&); // "shop/web.yaml:12-14", unescaped; "" = no file

const char* tlsWord(TlsMode); // "none", "terminate", ...
std::string joined(const std::vector<std::string>&, std::string_view between = "; ");

} // namespace bartizan::report
