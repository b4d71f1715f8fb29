// SPDX-License-Identifier: GPL-3.0-or-later
// YAML bytes -> Documents, through libyaml's events under the budgets of Limits. Never throws; whatever could not be
// read is a Problem with its line, and reading goes on at the next line that starts with "---".
// Aliases share the anchored node. Merge keys "<<" are resolved as Kubernetes' Go YAML does: own keys win over merged
// ones wherever "<<" stands, and the first of several merged mappings wins over the later ones.
// A key written twice is a Problem (Kubernetes refuses it; both lines are given) and the last one is kept.
#pragma once

#include "importers/document/read_result.h"
#include "importers/limits.h"

namespace bartizan::document {

ReadResult readYaml(std::shared_ptr<const FileText> file, const Limits& limits = {});

} // namespace bartizan::document
