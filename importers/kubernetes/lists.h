// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of Kubernetes objects, for the import job, which may have threads to spare for a long one. The table of formats
// names the single-threaded importLists of kinds.h; both give the same result.
#pragma once

#include "importers/document/tree.h"
#include "importers/limits.h"
#include "model/inventory.h"

namespace bartizan::importers {

void importLists(const document::Node& root, const Limits& limits, Inventory& out, unsigned threads);

} // namespace bartizan::importers
