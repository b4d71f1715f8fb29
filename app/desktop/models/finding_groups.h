// SPDX-License-Identifier: GPL-3.0-or-later
// Findings under headings: by what they have in common, in an order that is the same for the same findings. Pure.
#pragma once

#include <QString>

#include <vector>

namespace bartizan::desktop {

struct FindingRow;

enum class FindingGrouping : std::uint8_t { none, family, layer, severity, space, owner, status };

struct FindingGroups {
    std::vector<int> of;         // by finding: its group; empty = no groups
    std::vector<QString> titles; // by group
    std::vector<int> sizes;      // by group; none is empty
};
FindingGroups groupsOf(const std::vector<FindingRow>& findings, FindingGrouping grouping);

} // namespace bartizan::desktop
