// SPDX-License-Identifier: GPL-3.0-or-later
// What is deployed together, and what of the input is not the system at all (product.md rule 8). Called once, after
// kustomize and clusters; variants.h then decides between deployables that hold different versions of one object.
//
// Every object that may be applied gets one Deployable:
//   - running objects: the snapshot they are part of, one for each source and cluster;
//   - objects that a kustomization built: its root (kustomize/kustomize.h);
//   - objects of a file with two or more "# Source:" comments, or of a file with four or more workloads beside which no
//     other file has as many: that rendered file;
//   - templates, crds and charts of a folder with a Chart.yaml: the chart, which is not rendered and never applied;
//   - all others: the top folder of the source they are in (the files at the top are one). A folder whose files define
//     one object differently is taken apart: its subfolders stand for themselves, its own files stay together except
//     those that disagree with one another, which stand alone.
//
// Not applied, each with its reason: patches, and workloads without an image where others have one; what only components
// reach that no root names; templates; folders of examples and tests (examples.h); CustomResourceDefinitions and
// bookkeeping kinds, which kubernetes/object.h marks.
#pragma once

#include "importers/draft.h"
#include "importers/examples.h"
#include "importers/kustomize/kustomize.h"

namespace bartizan::importers {

void assignDeployables(Draft& draft, const KustomizeResult& kustomize, const Examples& examples);

// "release/all.yaml", or "." for what lies at the top of its source.
std::string nameOf(const Deployable& deployable);

} // namespace bartizan::importers
