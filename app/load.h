// SPDX-License-Identifier: GPL-3.0-or-later
// Sources -> model -> posture, the way both programs go. Blocking; run it on a worker thread in the window.
// The result is immutable and may be shared between threads.
#pragma once

#include "analysis/posture.h"
#include "importers/import.h"
#include "report/input.h"

#include <functional>
#include <map>
#include <memory>

namespace bartizan::app {

struct Loaded;

struct LoadOptions {
    std::vector<std::string> sources; // at most one of them a review file: it adds its sources, variant and as-of
    importers::ImportOptions import;
    bool needsVariant = false; // a variant that the sources do not hold is an error, not a problem of the inventory
    std::string asOf;          // RFC 3339, UTC; "" = the review's, else now
    bool analyse = true;
    // Told once services, namespaces and calls are known and nothing is decided yet; on the job's thread. Everything but
    // the posture stays as it is from then on.
    std::function<void(const std::shared_ptr<const Loaded>&)> resolved;
    std::shared_ptr<const Review> review; // laid over; null = of the review file among the sources, if any
};

struct Loaded {
    Catalogue catalogue;
    Model model;
    Posture posture;                             // empty when not analysed
    Review review;                               // that was laid over; empty when there was none
    std::map<std::string, std::string> standsAt; // ImportOptions::standsAt of the load
    std::map<std::size_t, ScanReport> unmatched; // reports as imported, by index, where the review matches them by hand
};

// Errors: "no-source" (nothing usable could be opened), "stopped", "catalogue" (a table that cannot be read), "variant"
// (LoadOptions::needsVariant), and those of loadReview() (review_store.h) with "review-many" and "review-empty" beside them.
Result<std::shared_ptr<const Loaded>> load(const LoadOptions&, const JobControl&);

// The same inventory under another review: resolved and analysed again, nothing is read. Error "stopped".
Result<std::shared_ptr<const Loaded>> judgeAgain(const Loaded&, const Review&, const JobControl&);

// The problem that the variant asked for is none that the sources hold; null when it is one, or none was asked for.
const Problem* variantNotFound(const Inventory&);

// What to say when the sources held nothing to look at; "" when they did. The problems say more, file by file.
std::string nothingUsable(const Inventory&);

Result<Catalogue> defaultCatalogue();
std::vector<report::FormatInfo> knownFormats(); // for `formats`, file filters and docs
std::string nowUtc();                           // "2026-11-21T00:00:00Z"
bool isTime(const std::string& text);           // RFC 3339 with Z or offset

} // namespace bartizan::app
