// SPDX-License-Identifier: GPL-3.0-or-later
// Reports that Trivy Operator (Starboard before) keeps in the cluster as objects of aquasecurity.github.io: each names
// one container of one workload (labels trivy-operator.* or starboard.*) and its image. Rows of importers/registry.cpp.
#pragma once

#include "importers/registry.h"

namespace bartizan::importers::scanners {

void importVulnerabilityReport(const ObjectContext& context);
void importExposedSecretReport(const ObjectContext& context); // the number of secrets and their rules, never a match

} // namespace bartizan::importers::scanners
