// SPDX-License-Identifier: GPL-3.0-or-later
// Groups the objects that no other deployable claims by folder, as deployables.h says: top folders, taken apart where
// their files define one object differently.
#pragma once

#include "model/inventory.h"

#include <string>
#include <vector>

namespace bartizan::importers {

struct ObjectFolder {
    SourceId source;
    std::string path; // a folder, or a file that stands alone
    std::vector<ObjectId> objects;
};

// Over the objects that are applied and have no deployable yet; in order of source and path.
std::vector<ObjectFolder> objectFolders(const Inventory& inventory);

} // namespace bartizan::importers
