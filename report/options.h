// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may choose of a report: how it is called and classified, which sections, whose services, whether names
// are replaced. Part of ReportInput; the command line and the window fill it. Same options, same input: same bytes.
#pragma once

#include "model/evidence.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace bartizan::report {

struct ExcerptLine {
    std::uint32_t number = 0; // 1-based, in the file
    std::string text;         // masked where it holds a secret
    bool cited = false;       // else a line around the cited ones
};
struct Excerpt {
    std::vector<ExcerptLine> lines; // empty: the file could not be read again, or is not the one that was imported
};

struct ReportOptions {
    std::string title;                           // of the system; "" = the names of its sources
    std::string classification = "Confidential"; // in every foot
    std::vector<std::string> sections;           // ids of content/sections.h; empty = those that are there by default
    bool allServices = false;                    // a page for each service, not only confidential and restricted ones
    bool allFindings = false;                    // each in full, however many there are
    std::string owner;                           // only this owner's services, and nobody else's names; "" = all
    std::string redactionSalt;                   // names become pseudonyms made with it; "" = names as they are
    // The lines that evidence cites, read again from their file; null: only the text that evidence quotes.
    std::function<Excerpt(const Evidence&)> excerpt;
};

} // namespace bartizan::report
