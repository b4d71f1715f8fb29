// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a SARIF 2.1.0 (OASIS Standard, 27 March 2020) log, each written into an open run. Artifacts are numbered:
// first the files as in Inventory::files, then the sources as in Inventory::sources.
#pragma once

#include "report/input.h"
#include "report/json/writer.h"

#include <map>
#include <optional>
#include <string>

namespace bartizan::report::sarif {

using RuleIndex = std::map<std::string, std::size_t>; // by rule id, in order

const char* levelOf(FindingSeverity);
const char* scoreOf(FindingSeverity); // the decimal that code hosts sort by
int rankOf(FindingSeverity);          // 0 to 100

// Text of a message (3.11.5, 3.11.6): nothing of it is a placeholder or an embedded link.
std::string messageText(std::string_view);
void writeMessage(JsonPen&, std::string_view key, std::string_view text);

void writeRules(JsonPen&, const ReportInput&, const RuleIndex&);
void writeArtifacts(JsonPen&, const Inventory&);
void writeInvocation(JsonPen&, const ReportInput&);

// A location object. `message` says what is there; "" = none. Evidence without a file gives only the message.
struct Place {
    const Evidence* evidence = nullptr;
    std::string message = {};
    std::vector<std::string> names = {}; // logical locations, beside the object of the evidence
    std::optional<std::size_t> id = {};
};
void writeArtifactLocation(JsonPen&, const Inventory&, const Evidence&, std::string_view key);
void writeSourceArtifactLocation(JsonPen&, const Inventory&, SourceId, std::string_view key);
void writeLocation(JsonPen&, const Inventory&, const Place&);
void writeSourceLocation(JsonPen&, const Inventory&, SourceId, const Place&); // the source as a whole
void writeCodeFlows(JsonPen&, const ReportInput&, const Finding&);
void writeResult(JsonPen&, const ReportInput&, const Finding&, const RuleIndex&);

} // namespace bartizan::report::sarif
