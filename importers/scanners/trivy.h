// SPDX-License-Identifier: GPL-3.0-or-later
// Trivy's reports (aquasecurity/trivy: pkg/types/report.go, pkg/k8s/report): JSON of schema 2, the array that versions
// before 0.20 wrote, and `trivy k8s` in both shapes. Recognised by content only. One ScanRecord a scanned artifact
// (schema 2, legacy) or an object's image and an object's configuration (k8s). Matches of secrets are never read.
#pragma once

#include "importers/document/tree.h"
#include "importers/limits.h"
#include "model/inventory.h"

namespace bartizan::importers::scanners {

bool isTrivyReport(const document::Node& root); // one report, or an array of nothing else
void importTrivyReport(const document::Node& root, const Limits& limits, Inventory& out);

bool isTrivyLegacyReport(const document::Node& root);
void importTrivyLegacyReport(const document::Node& root, const Limits& limits, Inventory& out);

bool isTrivyKubernetesReport(const document::Node& root);
void importTrivyKubernetesReport(const document::Node& root, const Limits& limits, Inventory& out);

} // namespace bartizan::importers::scanners
