// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/content/sections.h"

#include <array>

namespace bartizan::report {

namespace {

constexpr std::array rows = {
    SectionRow{"results", "Results", writeResults},
    SectionRow{"reading", "How to read this", writeReading},
    SectionRow{"ways-in", "Ways in", writeWaysIn},
    SectionRow{"drawing", "The drawing", writeDrawing},
    SectionRow{"paths", "Paths", writePaths},
    SectionRow{"findings", "Findings", writeFindings},
    SectionRow{"matrix", "Matrix", writeMatrix},
    SectionRow{"reports", "Scan reports", writeScans},
    SectionRow{"services", "Services", writeServices},
    SectionRow{"unknowns", "What nobody can tell yet", writeUnknowns},
    SectionRow{"decisions", "Decisions and statements", writeDecisions},
    SectionRow{"scope", "What was read", writeScope},
    SectionRow{"controls", "Controls", writeControls},
    SectionRow{"method", "Method and signatures", writeMethod},
};

} // namespace

std::span<const SectionRow> sectionRows()
{
    return rows;
}

const SectionRow* findSection(std::string_view id)
{
    for (const SectionRow& row : rows)
        if (row.id == id)
            return &row;
    return nullptr;
}

SectionName nameOf(std::string_view id)
{
    const SectionRow* row = findSection(id);
    return {std::string(id), std::string(row ? row->name : id)};
}

} // namespace bartizan::report
