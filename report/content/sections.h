// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a report's sections, in their order. Adding one is one function and one row; --sections, the window's
// choice and the contents read it.
#pragma once

#include "report/content/content.h"

#include <span>
#include <string_view>

namespace bartizan::report {

struct SectionRow {
    std::string_view id;   // "findings": for --sections, and its anchor
    std::string_view name; // "Findings"
    void (*write)(const Content&, Writer&);
};
std::span<const SectionRow> sectionRows();
const SectionRow* findSection(std::string_view id); // null when there is none
SectionName nameOf(std::string_view id);

void writeResults(const Content&, Writer&);
void writeReading(const Content&, Writer&);
void writeWaysIn(const Content&, Writer&);
void writeDrawing(const Content&, Writer&);
void writePaths(const Content&, Writer&);
void writeFindings(const Content&, Writer&);
void writeMatrix(const Content&, Writer&);
void writeScans(const Content&, Writer&);
void writeServices(const Content&, Writer&);
void writeUnknowns(const Content&, Writer&);
void writeDecisions(const Content&, Writer&);
void writeScope(const Content&, Writer&);
void writeControls(const Content&, Writer&);
void writeMethod(const Content&, Writer&);

} // namespace bartizan::report
