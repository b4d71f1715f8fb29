// SPDX-License-Identifier: GPL-3.0-or-later
// `kustomize build` of one root, as far as its files are in the input: resources and bases, generators, components and
// transformers in kustomize's order, for every kustomization on the way; references to renamed objects last.
// Nothing is fetched or executed. What cannot be applied is in `problems`, one for each kustomization, and in the
// unknownAt of what it touches. Bounded in depth and in the number of objects.
#pragma once

#include "importers/kustomize/generators.h"
#include "importers/kustomize/kustomization.h"
#include "importers/kustomize/resource.h"
#include "importers/kustomize/work.h"
#include "model/problem.h"

#include <vector>

namespace bartizan::importers {

struct BuiltKustomization {
    Resources resources;
    std::vector<Problem> problems;
    std::vector<FileId> unread; // resource files that were too large to keep: their objects stay as they were read
};

BuiltKustomization buildKustomization(const Kustomizations& all, std::size_t root, GeneratedTexts& texts, Work& work,
                                      const Limits& limits);

} // namespace bartizan::importers
