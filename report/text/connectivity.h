// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of `connectivity` as text that its answers and its explanations share.
#pragma once

#include "report/connectivity/mesh.h"
#include "report/text/pen.h"

namespace bartizan::report {

Result<std::string> explainedText(const ReportInput&);     // `connectivity --explain`
void assumedSection(TextPen&, const ReportInput&);         // that policies are enforced at all
std::string quotedLine(const Inventory&, const Evidence&); // "shop/web.yaml:12  port: 8080"; "" without a file

void meshSection(TextPen&, const ReportInput&, const ConnectivityView&); // nothing without a mesh
void meshDifferencesSection(TextPen&, const ConnectivityView&);
void meshPart(TextPen&, const ReportInput&, const MeshVerdict&); // of an explained pair

} // namespace bartizan::report
