// SPDX-License-Identifier: GPL-3.0-or-later
// Scanner reports in tests: text or files in, a short text form of the records out, so that expectations read like
// tables.
#pragma once

#include "importers/document/read_result.h"
#include "model/inventory.h"

#include <string>
#include <string_view>

namespace bartizan::test {

document::ReadResult readText(std::string path, std::string text);

// The id of the format that recognises the document, by the registry; "" if that is none of area "reports".
std::string scannerFormat(const document::Node& root);
// Imports every document of the text that a format recognises.
Inventory importScans(std::string path, std::string text);

// One line a report, one line a record: kind, target, keys that are there, counts, state, place.
std::string toText(const ScanReport& report);

} // namespace bartizan::test
