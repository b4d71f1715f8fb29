// SPDX-License-Identifier: GPL-3.0-or-later
// What the import job holds between reading the files and handing out the Inventory. Each step (kustomize, deployables,
// clusters, merging, scope) is a function on it; all run on the job's own thread, in the order of import.cpp.
#pragma once

#include "importers/file_import.h"
#include "importers/import.h"
#include "model/inventory.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::importers {

struct FileFacts {
    std::vector<ListRead> lists;
    std::vector<ScopeEntry> scope; // as the importers of the file saw it
    std::size_t helmSources = 0;
    std::shared_ptr<const document::FileText> text; // kept while kustomizations may need it; null for large files
};

struct Draft {
    Inventory inventory;
    std::vector<FileFacts> files; // beside Inventory::files
    ImportOptions options;
};

// Every step after the files were read; the sources are in the inventory by then. Stops early when the job is stopped.
void finishDraft(Draft& draft, const JobControl& control);

} // namespace bartizan::importers
