// SPDX-License-Identifier: GPL-3.0-or-later
// Which kustomizations of the input are built, and what the files are to them. A root is a kustomization that no other
// one names; tests and examples neither are roots nor do they make anything less of a root, except an example that
// gathers several roots into one deployment: it is the root then, and they are what it gathers.
#pragma once

#include "importers/examples.h"
#include "importers/kustomize/kustomization.h"

#include <cstddef>
#include <vector>

namespace bartizan::importers {

enum class FileRole {
    plain,     // no kustomization names it
    resource,  // of a root or of what a root reaches: its objects are built, not taken as written
    patch,     // a patch of some kustomization
    setting,   // it tells kustomize what to do
    component, // a resource of components that no root reaches
};

struct KustomizeGraph {
    std::vector<std::size_t> roots;    // indices into Kustomizations::all, in order
    std::vector<std::size_t> examples; // roots below folders of examples and tests: not built
    std::vector<FileRole> roles;       // by FileId
};

// The kustomization that --variant names is a root even if others reach it.
KustomizeGraph makeGraph(const Kustomizations& all, const Examples& examples, const Draft& draft);

// Whether --variant names this path, as seen from its source or with the source's own path in front.
enum class VariantMatch { no, below /* the path lies in the folder named */, exact };
VariantMatch variantMatch(const Draft& draft, SourceId source, std::string_view path);

} // namespace bartizan::importers
