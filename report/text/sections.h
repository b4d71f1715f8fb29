// SPDX-License-Identifier: GPL-3.0-or-later
// The sections that text outputs are made of, and the sentences that the PDF shares with them.
#pragma once

#include "report/text/pen.h"

namespace bartizan::report {

struct ScopeCounts {
    std::size_t kindsRead = 0, kindsRefused = 0, kindsNotAsked = 0;
    std::size_t applied = 0, notApplied = 0; // objects
};
ScopeCounts scopeCounts(const Model&);
std::string scopeSentence(const Model&); // "41 kinds read, 2 refused; 35 objects of release/ applied, 120 not applied"
std::string shortName(const Source&);    // the last part of its path: no folder of the machine stands in an output
std::vector<std::string> deployablesNamed(const Inventory&, bool reviewed); // by path; the whole source by its own name
std::string noFindings(const Model&);        // what stands in the place of findings when there is none
std::string baseName(std::string_view path); // "shop" of "../shop/"; "/", "." and ".." stay
std::string ranges(const std::vector<std::string>& items, std::size_t most); // "a, b, c and 4 more"
std::string countsText(const RequiredCounts&); // "required 11: present 6, partial 2, missing 1, unknown 2"

void scopeSection(TextPen&, const ReportInput&);
void waysInSection(TextPen&, const ReportInput&);
void findingsSection(TextPen&, const ReportInput&, std::size_t most, bool full);
void unknownSection(TextPen&, const ReportInput&, std::size_t most);
void baselineSection(TextPen&, const ReportInput&); // what is new, worse and gone; nothing without a baseline
void layerCountsSection(TextPen&, const ReportInput&);
void assumptionsSection(TextPen&, const ReportInput&);
void problemsSection(TextPen&, const ReportInput&);

} // namespace bartizan::report
