// SPDX-License-Identifier: GPL-3.0-or-later
// One object for each identity and content (product.md rule 8). Identity is (cluster, API group, kind, namespace, name);
// a kind that Kubernetes serves in several groups is one kind; an object without a name (generateName) is only itself.
// Called by the import job; deployables.h decides between different contents of one identity afterwards.
#pragma once

#include "model/inventory.h"

#include <string_view>
#include <vector>

namespace bartizan::importers {

// The group under which a kind is compared: "extensions" Deployments are "apps" Deployments.
std::string_view comparedGroup(std::string_view group, std::string_view kind);

// The objects of each identity, in order of their ids; identities in order. An object without a name is alone.
std::vector<std::vector<ObjectId>> byIdentity(const Inventory& inventory);

// Copies with equal content become one object with the other places in alsoAt. Copies with one uid are one object
// whatever their content: the one with the highest resourceVersion stays, which one note says for all of them.
// Of otherwise equal copies, one that is applied stays before one that is not, then the first in order of deployables
// as `rank` gives it (lower first; an object without a deployable comes last), then the first read.
void mergeEqual(Inventory& inventory, const std::vector<std::size_t>& rank);

// Keeps object i where becomes[i] == i. Records of the others go; evidence that named one names becomes[i] or nothing.
void keepOnly(Inventory& inventory, const std::vector<ObjectId>& becomes);

} // namespace bartizan::importers
