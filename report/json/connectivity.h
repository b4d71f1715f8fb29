// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of `connectivity` as JSON that its answers and its explanations share.
#pragma once

#include "analysis/connectivity/answers.h"
#include "report/connectivity/mesh.h"
#include "report/json/common.h"

namespace bartizan::report {

using PortNames = std::vector<std::pair<std::optional<connectivity::Protocol>, std::string>>;

// {"all": true}, {"none": true}, or {"TCP": [[80, 80], "http"], "UDP": ...}; "other" for protocols without ports.
void writeConn(JsonPen&, const connectivity::PortSet&, const PortNames& names = {});
void writeUncertain(JsonPen&, const ReportInput&, const connectivity::World&, const connectivity::Uncertain&);
void writeMesh(JsonPen&, const ReportInput&, const ConnectivityView&); // "mesh"; nothing without one
void writeMeshVerdict(JsonPen&, const Inventory&, const MeshVerdict&); // its members, without braces
Result<std::string> explainedJson(const ReportInput&);                 // `connectivity --explain`

} // namespace bartizan::report
