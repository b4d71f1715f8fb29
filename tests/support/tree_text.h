// SPDX-License-Identifier: GPL-3.0-or-later
// Document trees as text for golden comparisons, and whether two trees hold the same values.
#pragma once

#include "importers/document/tree.h"

#include <string>

namespace bartizan::test {

// One line a node: "4-6:3 /spec/ports [2]" or "5:5 /spec/name string web"; lines, column, pointer, kind, text.
std::string treeText(document::Node node);

// The tree as compact JSON, keys in document order, numbers as written: {"a":[1,"x",null]}.
std::string treeJson(document::Node node);

// Equal values whatever the format: 0x10 is 16, 1e1 is 10.0, order of keys does not matter.
bool sameValues(document::Node a, document::Node b);

} // namespace bartizan::test
