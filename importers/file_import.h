// SPDX-License-Identifier: GPL-3.0-or-later
// One delivered file -> a private inventory and what the driver must know about the file beyond it. Called by the
// import job from any thread; sees nothing but its file and keeps nothing of its text.
#pragma once

#include "importers/document/file_text.h"
#include "importers/limits.h"
#include "model/inventory.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bartizan::importers {

// A list from an API server or kubectl: what it proves about scope (layers.md).
struct ListRead {
    std::string kind;            // "Pod", "Deployment.apps" for PodList, DeploymentList; "" for kubectl's List
    bool fromServer = false;     // an API server answered it, as resourceVersion or its items show
    bool more = false;           // a page with more to come
    std::uint64_t items = 0;     // in this page
    std::uint64_t remaining = 0; // after it, as the server counted
    std::vector<std::pair<std::string, std::string>> kinds; // (kind, namespace) of its items, sorted, unique
};
// ScopeEntry::source of what a snapshot's own manifest.json says was read.
inline constexpr std::string_view manifestSource = "the snapshot's manifest";

struct FileImport {
    Inventory inventory; // object ids count from 0; its scope: what was refused, what a manifest says
    std::string format;  // row of the format table, "kubernetes", "kustomize", "helm-chart" or "unrecognised"
    std::uint64_t documents = 0;
    std::uint64_t objects = 0; // documents with apiVersion and kind, Lists unwrapped
    std::vector<ListRead> lists;
    std::size_t helmSources = 0; // "# Source:" comments
};

// Never throws; what went wrong is in inventory.problems and inventory.unrecognised. `threads` may share the items of a
// long list; the result does not depend on them.
FileImport importFile(const std::shared_ptr<const document::FileText>& text, const Limits& limits, unsigned threads = 1);

// The last part of a path: "kustomization.yaml" of "a/b/kustomization.yaml" and of "x.tgz!kustomization.yaml".
std::string_view baseName(std::string_view path);
bool isKustomizationName(std::string_view path);

} // namespace bartizan::importers
