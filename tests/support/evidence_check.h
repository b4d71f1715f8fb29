// SPDX-License-Identifier: GPL-3.0-or-later
// Is evidence true? For every Evidence of an inventory: the cited file was read, the cited lines exist and contain the
// key and the value that its text names (of masked values only the key). Quoting, escapes and line folding of YAML and
// JSON do not matter, letters do.
#pragma once

#include "model/inventory.h"

#include <cstddef>
#include <string>
#include <vector>

namespace bartizan::test {

struct EvidenceCheck {
    std::size_t checked = 0;
    std::vector<std::string> misses; // "file:line text: why"; at most `mostMisses` are kept
    std::size_t missed = 0;
    static constexpr std::size_t mostMisses = 20;
};

// Reads the sources again.
EvidenceCheck checkEvidence(const Inventory& inventory, const std::vector<std::string>& sources);

} // namespace bartizan::test
