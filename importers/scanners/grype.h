// SPDX-License-Identifier: GPL-3.0-or-later
// Grype's JSON (anchore/grype: grype/presenter/models) from 0.7 on. Look-alikes are refused by content: Xeol writes
// another descriptor, KubeClarity's rewritten copy names a `scanner`. One ScanRecord a report.
#pragma once

#include "importers/document/tree.h"
#include "importers/limits.h"
#include "model/inventory.h"

namespace bartizan::importers::scanners {

bool isGrypeReport(const document::Node& root); // one report, or an array of nothing else
void importGrypeReport(const document::Node& root, const Limits& limits, Inventory& out);

} // namespace bartizan::importers::scanners
