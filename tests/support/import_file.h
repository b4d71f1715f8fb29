// SPDX-License-Identifier: GPL-3.0-or-later
// One file's text through the readers and the tables of importers/registry.cpp, as the driver does for a single file:
// without folders, kustomizations, variants or merging. The file's id is 0.
#pragma once

#include "importers/limits.h"
#include "model/inventory.h"

#include <string>

namespace bartizan::test {

Inventory importFile(std::string text, const Limits& limits = {}, std::string name = "test.yaml");

} // namespace bartizan::test
