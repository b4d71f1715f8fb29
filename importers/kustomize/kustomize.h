// SPDX-License-Identifier: GPL-3.0-or-later
// The kustomize step of the import job: builds every root, imports what comes out, and replaces the objects of the
// files that went in. Called once, after reading and before deployables.h.
#pragma once

#include "importers/draft.h"
#include "importers/kustomize/graph.h"
#include "model/problem.h"

#include <utility>
#include <vector>

namespace bartizan::importers {

struct KustomizeResult {
    std::vector<FileRole> roles;                            // by FileId
    std::vector<std::pair<DeployableId, Problem>> problems; // of a root and what it reaches, one for each kustomization
};

// Each root becomes a Deployable; the objects it builds carry it. Objects as written in files that roots use are taken
// out, except those that a patch removed, which stay as not applied. Kustomizations of examples become Deployables that
// are not reviewed, without objects.
KustomizeResult applyKustomizations(Draft& draft, const Examples& examples, const JobControl& control);

// Once variants are chosen: the problems of the roots that are reviewed become problems of the inventory.
void sayWhatWasNotApplied(Draft& draft, KustomizeResult& kustomize);

} // namespace bartizan::importers
