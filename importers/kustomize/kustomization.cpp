// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/kustomization.h"

#include "importers/document/read_documents.h"
#include "importers/kustomize/paths.h"

namespace bartizan::importers {

using document::Node;

Kustomizations::Kustomizations(const Draft& draft) : m_draft(draft)
{
    const std::vector<SourceFile>& files = draft.inventory.files;
    for (std::size_t i = 0; i < files.size(); ++i)
        m_byPath[{files[i].source.pos(), files[i].path}] = FileId(i);
    for (std::size_t i = 0; i < files.size(); ++i)
        if (isKustomizationName(files[i].path) && draft.files[i].text)
            read(draft, FileId(i));
    for (Kustomization& kustomization : m_all)
        link(kustomization);
}

void Kustomizations::read(const Draft& draft, FileId file)
{
    const SourceFile& record = draft.inventory.files[file.pos()];
    document::ReadResult result = document::readDocuments(draft.files[file.pos()].text, draft.options.limits);
    if (result.documents.empty() || !result.documents.front().root().isMapping())
        return;
    Kustomization kustomization;
    kustomization.file = file;
    kustomization.source = record.source;
    kustomization.folder = folderOf(record.path);
    if (!m_byFolder.emplace(std::pair(record.source.pos(), kustomization.folder), m_all.size()).second)
        return; // kustomize refuses a folder with two of them; the first name counts here
    kustomization.document = std::make_unique<document::Document>(std::move(result.documents.front()));
    kustomization.component = kustomization.root()["kind"].text() == "Component";
    m_all.push_back(std::move(kustomization));
}

void Kustomizations::link(Kustomization& kustomization) const
{
    const Node root = kustomization.root();
    for (const std::string_view field : {"resources", "bases"})
        for (const Node entry : root[field])
            kustomization.resources.push_back(resolve(kustomization, entry));
    for (const Node entry : root["components"])
        kustomization.components.push_back(resolve(kustomization, entry));
    const auto add = [&](Node reference, std::vector<FileId>& files) {
        if (const FileId file = fileOf(kustomization, reference.text()); reference.isString() && file.valid())
            files.push_back(file);
    };
    for (const std::string_view field : {"patches", "patchesJson6902"})
        for (const Node entry : root[field])
            add(entry["path"], kustomization.patchFiles);
    for (const Node entry : root["patchesStrategicMerge"])
        add(entry, kustomization.patchFiles);
    for (const std::string_view field : {"configurations", "transformers", "generators", "validators", "crds"})
        for (const Node entry : root[field])
            add(entry, kustomization.settingFiles);
    for (const Node entry : root["replacements"])
        add(entry["path"], kustomization.settingFiles);
}

FileId Kustomizations::fileOf(const Kustomization& from, std::string_view reference) const
{
    const auto path = resolvePath(from.folder, reference);
    if (!path)
        return {};
    const auto found = m_byPath.find({from.source.pos(), *path});
    return found == m_byPath.end() ? FileId() : found->second;
}

Reference Kustomizations::resolve(const Kustomization& from, Node node) const
{
    Reference reference;
    reference.node = node;
    const std::string_view text = node.text();
    if (const auto path = resolvePath(from.folder, text)) {
        if (const auto folder = m_byFolder.find({from.source.pos(), *path}); folder != m_byFolder.end()) {
            reference.kind = ReferenceKind::kustomization;
            reference.index = folder->second;
            return reference;
        }
        if (const auto file = m_byPath.find({from.source.pos(), *path}); file != m_byPath.end()) {
            reference.kind = ReferenceKind::file;
            reference.file = file->second;
            return reference;
        }
    }
    reference.kind = isRemote(text) ? ReferenceKind::remote : ReferenceKind::missing;
    return reference;
}

std::shared_ptr<const document::FileText> Kustomizations::text(FileId file) const
{
    return m_draft.files[file.pos()].text;
}

} // namespace bartizan::importers
