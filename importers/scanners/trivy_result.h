// SPDX-License-Identifier: GPL-3.0-or-later
// One row of Trivy's Results[]: what it found, added to a ScanRecord. Shared by the three shapes of Trivy's reports.
#pragma once

#include "importers/document/tree.h"
#include "model/inventory/report.h"

namespace bartizan::importers::scanners {

// Adds vulnerabilities, failed checks and secrets of one result, and what it was looked for.
void addTrivyResult(ScanRecord& record, const document::Node& result);
// After the last result: an empty record becomes an attempted scan, a weak one gets its caveat.
void closeTrivyRecord(ScanRecord& record);

// A result of the operating system's packages: its Target is "image (family version)" for an image.
bool isSystemPackages(const document::Node& result);
bool isPackages(const document::Node& result); // of the system or of a language; class absent in old files
// Metadata of an image or a repository scan: digests, tags, platform, labels, commit.
void addTrivyMetadata(ScanRecord& record, const document::Node& metadata);

} // namespace bartizan::importers::scanners
