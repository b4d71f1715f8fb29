// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Patch (RFC 6902) on a resource, as kustomize's patches and patchesJson6902 use it. Values keep the evidence of
// the patch's own lines.
#pragma once

#include "importers/kustomize/resource.h"
#include "importers/kustomize/work.h"

namespace bartizan::importers {

// Applies the operations in order and stops at the first that cannot be applied (a path that is not there, a failed
// test, an unknown operation), as kustomize does; that one's path is marked as touched. True when all were applied.
bool applyJsonPatch(Resource& resource, document::Node operations, Work& work);

// A sequence of mappings with `op` and `path`.
bool isJsonPatch(document::Node node);

} // namespace bartizan::importers
