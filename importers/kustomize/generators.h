// SPDX-License-Identifier: GPL-3.0-or-later
// configMapGenerator and secretGenerator. The hash that kustomize appends to the name is not invented: the object keeps
// its plain name, references to it stay valid, and "/metadata/name" is marked as touched.
// What a generated object holds cites the file it came from. Texts made for that carry ids of their own (see
// GeneratedTexts), because one line stands before the file's first.
#pragma once

#include "importers/kustomize/kustomization.h"
#include "importers/kustomize/resource.h"
#include "importers/kustomize/work.h"

#include <vector>

namespace bartizan::importers {

// Stand-in texts whose line n+1 is line n of a real file. restore() turns evidence that cites one into the real place.
class GeneratedTexts {
public:
    explicit GeneratedTexts(std::size_t files) : m_firstId(files) {}
    // The whole file as one value: a document {key: text}.
    document::Document asValue(const document::FileText& file, std::string_view key, const Limits& limits);
    void restore(Evidence& evidence) const;

private:
    std::size_t m_firstId; // ids from here on are stand-ins
    std::vector<FileId> m_real;
};

struct GeneratorResult {
    Resources made;
    std::vector<document::Node> missing; // files that are not in the input
    std::vector<document::Node> refused; // entries and files that would take too much work
};

// Makes the objects of both generators, or changes those in `present` whose behaviour says merge or replace.
GeneratorResult runGenerators(const Kustomizations& all, const Kustomization& kustomization, Resources& present,
                              GeneratedTexts& texts, Work& work, const Limits& limits);

} // namespace bartizan::importers
