// SPDX-License-Identifier: GPL-3.0-or-later
// Does a selector nearly select these labels? Only one requirement fails, and the value found is close to a wanted one
// (a few letters, or the start of it). Used where a policy selects nothing and where nothing selects a workload.
#pragma once

#include "model/inventory/object.h"

#include <optional>
#include <string>

namespace bartizan::analysis {

struct NearlySelected {
    std::string sentence; // "it selects `app=webb`; the workload has `app=web`"
    Evidence label;       // the label that differs
};
std::optional<NearlySelected> nearlySelected(const Selector&, const Attributes& labels);

} // namespace bartizan::analysis
