// SPDX-License-Identifier: GPL-3.0-or-later
// Which cluster each object belongs to (product.md rule 8): every complete snapshot is its own cluster unless the uid of
// the Namespace kube-system is equal; copies of one running object (equal uid) are in one cluster. Running objects that
// no snapshot with a kube-system claims, and manifests, belong to the input's only cluster, or to the nearest one in
// their source. Identity::cluster stays empty when there is one cluster, and is the source's or file's name otherwise.
#pragma once

#include "importers/draft.h"

namespace bartizan::importers {

void assignClusters(Draft& draft);

} // namespace bartizan::importers
