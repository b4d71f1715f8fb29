// SPDX-License-Identifier: GPL-3.0-or-later
// The patches of a kustomization: which objects they are for, and applying them. A patch that cannot be applied is
// noted, and the objects that it is for are marked as touched.
#pragma once

#include "importers/kustomize/kustomization.h"
#include "importers/kustomize/notes.h"
#include "importers/kustomize/resource.h"
#include "importers/kustomize/work.h"

namespace bartizan::importers {

struct PatchContext {
    const Kustomizations& all;
    const Kustomization& kustomization;
    Notes& notes;
    const Limits& limits;
    Work& work;
};

void applyMergePatches(Resources& resources, const PatchContext& context); // patchesStrategicMerge, patches
void applyJsonPatches(Resources& resources, const PatchContext& context);  // patchesJson6902

// The objects that a patch's or a replacement's `target` selects: group, version, kind, name, namespace (regular
// expressions that must fit whole), labelSelector, annotationSelector. Names and namespaces may be former ones.
std::vector<Resource*> selected(const Resources& resources, document::Node target);

// The documents of text inside a file (`patch: |-`), whose nodes cite the lines of that file.
std::vector<document::Document> embeddedDocuments(document::Node text, const Limits& limits);

} // namespace bartizan::importers
