// SPDX-License-Identifier: GPL-3.0-or-later
// What every export is given, and the one table of exports. An exporter is a pure function from ReportInput to bytes:
// same input, same bytes. Menus, --format, docs and file filters read the table (registry.cpp).
#pragma once

#include "analysis/baseline.h"
#include "model/result.h"
#include "model/review.h"
#include "report/connectivity/question.h"
#include "report/options.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::report {

struct FormatInfo { // a row of what can be read; handed in, since exports do not see importers
    std::string id, title, area, howToGet;
};

struct ReportInput {
    const Model& model;
    const Catalogue& catalogue;
    const Posture* posture = nullptr; // null for commands that need no analysis (inventory, formats, controls)
    // Text output:
    bool colour = false;
    int width = 80; // columns
    bool summaryOnly = false;
    // Selections of `paths`:
    bool unauthenticatedOnly = false;
    std::string from = {}, to = {};       // workload ids or names; "" = all
    std::vector<FormatInfo> formats = {}; // for `formats`
    std::string owner = {};               // of `followups`: only this owner's; "" = all
    const Review* review = nullptr;       // what people decided and why; null = nothing
    ConnectivityQuestion question = {};   // of `connectivity`
    // Of `diff` and `connectivity`, else null: the state that `model` is compared with; of `diff`, what differs.
    const Model* earlier = nullptr;
    const Posture* earlierPosture = nullptr;
    const Difference* difference = nullptr;
    const SinceBaseline* since = nullptr; // of `assess` and `report` with --baseline, else null
    // Of `report`:
    ReportOptions options = {};
    JobControl job = {}; // asked whether to stop, told how far it is
};

struct ExportRow {
    std::string_view command; // "inventory", "assess", ...
    std::string_view format;  // "text", "json", "sarif"
    std::string_view title;   // for menus and docs
    std::string_view suffix;  // "json"
    bool needsPosture = true;
    Result<std::string> (*write)(const ReportInput&);
    // The same bytes straight into a file, of which none are kept in memory; what a failure leaves there is worth nothing.
    // Null: this export is small enough for a string.
    Result<bool> (*writeFile)(const ReportInput&, const std::string& path) = nullptr;
};
std::span<const ExportRow> exportRows();
const ExportRow* findExport(std::string_view command, std::string_view format); // null when there is none

inline constexpr std::string_view programVersion = "0.1.0";

} // namespace bartizan::report
