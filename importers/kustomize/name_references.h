// SPDX-License-Identifier: GPL-3.0-or-later
// After a kustomization renamed objects (namePrefix, nameSuffix, namespace): the references to them in other objects
// follow, as kustomize's nameReference configuration lists them. Run once on everything a root has gathered.
#pragma once

#include "importers/kustomize/resource.h"

namespace bartizan::importers {

void updateNameReferences(Resources& resources);

} // namespace bartizan::importers
