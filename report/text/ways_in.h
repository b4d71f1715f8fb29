// SPDX-License-Identifier: GPL-3.0-or-later
// What lies behind each entry, for every page and table that lists ways in: asked of all routes and paths once, not again
// for every entry.
#pragma once

#include "report/input.h"

#include <optional>
#include <string>
#include <vector>

namespace bartizan::report {

struct WayIn {
    std::vector<RouteId> routes;     // of Architecture::routes, in their order
    std::vector<const Path*> direct; // of an entry without routes; owned by the posture
    std::vector<WorkloadId> oneHop;  // gateway's backends, or the entry's workloads; sorted
};

std::vector<WayIn> waysIn(const ReportInput&); // as Architecture::entries

// Of all that comes in there, the answer that is checked least; nothing where no route and no direct path is in the input.
std::optional<AuthAnswer> weakestAnswer(const Posture&, const WayIn&);

// Entries by how little checks them first, then by how far they reach, then as they are; last those that lead nowhere. The
// one order of ways in: of the first screen, the tables, the summary and the report.
std::vector<std::size_t> weakestFirst(const ReportInput&, const std::vector<WayIn>&);

// "checked at ...", "no check in front of the application (2 of 3 routes); ..."
std::string firstCheck(const ReportInput&, const Entry&, const WayIn&);

} // namespace bartizan::report
