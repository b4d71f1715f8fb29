// SPDX-License-Identifier: GPL-3.0-or-later
// One deployable for each conflict is reviewed (product.md rule 8). Called by the import job once deployables, clusters
// and the scope of snapshots are known; merging of equal objects follows.
//
// Two deployables are in conflict when they hold one identity with different content, or when they build one written
// workload as two kinds. They are taken in order of preference, each against all that were taken before it:
//   1. what --variant names exactly, then what lies below it;
//   2. running state, then rendered files, then kustomization roots, then folders and files;
//   3. modifications last: deployables all of whose workloads another of the same kind has, which has at least twice as
//      many (a folder with one patched copy of a service is no system);
//   4. the shallower path, then the first in order of its name without extension.
// A deployable without conflict is reviewed. One that has conflicts, and shares half of its workloads or more with what
// is reviewed already (of its objects, when it has no workload), is not reviewed at all: its other objects belong to a
// system that is not deployed. Otherwise it is reviewed without the objects in conflict.
// One problem says it for each such deployable, and one, first of all, that --variant (or the review) names none that may
// be chosen: id "variant-not-found", with the names there are.
//
// Running state wins over intention: a manifest's object that is running is not applied, nor is one that is not running
// although its kind was read from the cluster; objects of kinds that were not read are applied.
// Within one deployable the last definition counts, as for `kubectl apply`, and the newest running one.
#pragma once

#include "importers/draft.h"

#include <cstddef>
#include <vector>

namespace bartizan::importers {

// Returns the rank of each deployable in that order of preference, for mergeEqual().
std::vector<std::size_t> chooseVariants(Draft& draft);

} // namespace bartizan::importers
