// SPDX-License-Identifier: GPL-3.0-or-later
// Which files are examples or tests beside the system (product.md rule 8): those below a folder named example(s),
// sample(s), test(s) or testdata, seen from the source that was opened. Where a source has no workload elsewhere, its
// examples are what was opened; where it has none there either, its tests are.
#pragma once

#include "importers/draft.h"

#include <string_view>
#include <vector>

namespace bartizan::importers {

enum class FolderKind { system, example, test };

FolderKind folderKindByName(std::string_view path); // of a file or folder within its source

class Examples {
public:
    explicit Examples(const Draft& draft);
    FolderKind of(SourceId source, std::string_view path) const;

private:
    std::vector<FolderKind> m_appliedUpTo; // for each source: the kinds up to this one count as system
};

// A workload that could run: not a patch, and with an image (an object of which no container names one is a patch for
// another, unless the whole input is like that). A virtual machine has no containers and is one.
bool isDeployable(const Inventory& inventory, const WorkloadRecord& workload);

} // namespace bartizan::importers
