// SPDX-License-Identifier: GPL-3.0-or-later
// One kustomization.yaml and the graph of those in a source: which reaches which files and which other kustomizations.
// Built once per import from the texts that the job kept; read by build.h.
// Written after kustomize's documentation (kubectl.docs.kubernetes.io/references/kustomize/kustomization).
#pragma once

#include "importers/document/tree.h"
#include "importers/draft.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::importers {

enum class ReferenceKind { file, kustomization, remote, missing };
struct Reference { // an entry of resources, bases, components or crds
    document::Node node;
    ReferenceKind kind = ReferenceKind::missing;
    FileId file;           // for file
    std::size_t index = 0; // for kustomization: into Kustomizations::all
};

struct Kustomization {
    FileId file;
    SourceId source;
    std::string folder;
    std::unique_ptr<document::Document> document;
    bool component = false;
    std::vector<Reference> resources; // resources, then bases
    std::vector<Reference> components;
    std::vector<FileId> patchFiles;   // patches, patchesStrategicMerge, patchesJson6902 that name a file in the input
    std::vector<FileId> settingFiles; // the same of configurations, transformers, generators, validators, crds, replacements

    document::Node root() const { return document->root(); }
};

class Kustomizations {
public:
    explicit Kustomizations(const Draft& draft);

    const std::vector<Kustomization>& all() const { return m_all; } // in order of their files
    // The file that `reference` names from the kustomization's folder; none when it is not in the input.
    FileId fileOf(const Kustomization& from, std::string_view reference) const;
    // Where `reference` leads as a resource: a file, another kustomization's folder, somewhere remote, or nowhere.
    Reference resolve(const Kustomization& from, document::Node reference) const;
    std::shared_ptr<const document::FileText> text(FileId file) const; // null when it was too large to keep

private:
    void read(const Draft& draft, FileId file);
    void link(Kustomization& kustomization) const;

    const Draft& m_draft;
    std::vector<Kustomization> m_all;
    std::map<std::pair<std::size_t, std::string>, std::size_t> m_byFolder; // (source, folder) -> index into m_all
    std::map<std::pair<std::size_t, std::string>, FileId> m_byPath;
};

} // namespace bartizan::importers
