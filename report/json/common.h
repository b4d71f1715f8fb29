// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that JSON outputs share (evidence, verdict, scope, problems ...), in the shapes that other programs rely on.
// Keys are stable: new ones may be added, none may change meaning. Schemas: resources/schemas/.
#pragma once

#include "report/input.h"
#include "report/json/writer.h"

namespace bartizan::report {

// Opens the object and writes schema, program, then the common keys scope, variants, assumptions, problems. The assumptions
// are the posture's unless others are given.
void openOutput(JsonPen&, const ReportInput&, std::string_view command, const std::vector<Assumption>* assumptions = nullptr);

void writeEvidence(JsonPen&, const Inventory&, const Evidence&);
void writeOneOrNone(JsonPen&, const Inventory&, const Evidence&, std::string_view key = "evidence"); // a list of one or none
void writeObject(JsonPen&, const Object&); // "object": what it is called
void writeEvidenceList(JsonPen&, const Inventory&, std::string_view key, const std::vector<Evidence>&);
void writeNearMisses(JsonPen&, const Inventory&, const std::vector<NearMiss>&);
void writeVerdict(JsonPen&, const ReportInput&, const LayerVerdict&);        // the verdict object, with its controls
void writeVerdictMembers(JsonPen&, const ReportInput&, const LayerVerdict&); // the same without braces
void writeSources(JsonPen&, const Inventory&);
void writeProblem(JsonPen&, const Inventory&, const Problem&);
void writeCounts(JsonPen&, const RequiredCounts&);

// Bodies shared by single commands and `assess`:
void writeCalls(JsonPen&, const ReportInput&);
void writeEntriesAndRoutes(JsonPen&, const ReportInput&);
void writeWorkloads(JsonPen&, const ReportInput&);
void writePaths(JsonPen&, const ReportInput&);

std::vector<const Path*> selectedPaths(const ReportInput&);

} // namespace bartizan::report
