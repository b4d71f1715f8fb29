// SPDX-License-Identifier: GPL-3.0-or-later
// Sources -> model -> posture, the way both programs go. Blocking; run it on a worker thread in the window.
// The result is immutable and may be shared between threads.
#pragma once

#include "analysis/posture.h"
#include "importers/import.h"
#include "report/input.h"

#include <memory>

namespace bartizan::app {

struct LoadOptions {
    std::vector<std::string> sources;
    importers::ImportOptions import;
    std::string asOf; // RFC 3339, UTC; "" = now
    bool analyse = true;
};

struct Loaded {
    Catalogue catalogue;
    Model model;
    Posture posture; // empty when not analysed
};

// Errors: "no-source" (nothing usable could be opened), "stopped", "catalogue" (a table that cannot be read).
Result<std::shared_ptr<const Loaded>> load(const LoadOptions&, const JobControl&);

// What to say when the sources held nothing to look at; "" when they did. The problems say more, file by file.
std::string nothingUsable(const Inventory&);

Result<Catalogue> defaultCatalogue();
std::vector<report::FormatInfo> knownFormats(); // for `formats`, file filters and docs
std::string nowUtc();                           // "2026-11-21T00:00:00Z"
bool isTime(const std::string& text);           // RFC 3339 with Z or offset

} // namespace bartizan::app
