// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/file_import.h"

#include "importers/document/read_documents.h"
#include "importers/kubernetes/lists.h"
#include "importers/kubernetes/object.h"
#include "importers/kubernetes/refusal.h"
#include "importers/registry.h"
#include "model/discard.h"

#include <algorithm>

namespace bartizan::importers {
namespace {

using document::Document;
using document::FileText;
using document::Node;

// `kubectl cluster-info dump` on standard output mixes JSON with the pods' logs.
std::shared_ptr<const FileText> withoutLogs(const std::shared_ptr<const FileText>& text)
{
    auto cleaned = withoutDumpedLogs(text->bytes());
    return cleaned ? FileText::make(text->path(), std::move(*cleaned), text->file()) : text;
}

// `$patch: delete` and its kin: strategic merge patch directives never occur in an object that is applied.
bool hasPatchDirective(Node node)
{
    if (node.key().starts_with("$patch") || node.key().starts_with("$setElementOrder") || node.key().starts_with("$retainKeys") ||
        node.key().starts_with("$deleteFromPrimitiveList"))
        return true;
    if (node.isMapping() || node.isSequence())
        for (const Node child : node)
            if (hasPatchDirective(child)) // as deep as the reader lets trees be
                return true;
    return false;
}

void markPatch(Inventory& out, std::size_t firstObject, Node root)
{
    if (out.objects.size() <= firstObject || !out.objects[firstObject].applied() || !hasPatchDirective(root))
        return;
    out.objects[firstObject].notApplied = NotApplied::patch;
    out.objects[firstObject].notAppliedReason = "a patch for an object that is written elsewhere";
}

// Which kinds, in which namespaces, the items of a list have.
ListRead listRead(Node root, const Inventory& out, std::size_t firstObject)
{
    ListRead read;
    const std::string_view kind = root["kind"].text();
    const Node meta = root["metadata"];
    read.more = !meta["continue"].text().empty();
    read.items = root["items"].size();
    read.remaining = static_cast<std::uint64_t>(std::max<std::int64_t>(0, meta["remainingItemCount"].asInt().value_or(0)));
    read.fromServer = kind != "List" && !meta["resourceVersion"].text().empty();
    if (kind != "List" && kind.ends_with("List"))
        read.kind = qualifiedKind(groupOf(root["apiVersion"].text()), kind.substr(0, kind.size() - 4));
    const Identity* before = nullptr; // servers answer by kind and namespace: mostly the same as the one before
    for (std::size_t i = firstObject; i < out.objects.size(); ++i) {
        const Identity& id = out.objects[i].identity;
        read.fromServer = read.fromServer || out.objects[i].running;
        if (!before || before->kind != id.kind || before->ns != id.ns || before->group != id.group)
            read.kinds.emplace_back(qualifiedKind(id.group, id.kind), id.ns);
        before = &id;
    }
    std::sort(read.kinds.begin(), read.kinds.end());
    read.kinds.erase(std::unique(read.kinds.begin(), read.kinds.end()), read.kinds.end());
    return read;
}

class Importing {
public:
    Importing(const FileText& text, const Limits& limits, unsigned threads, FileImport& result)
        : m_text(text), m_limits(limits), m_threads(threads), m_result(result),
          m_mayPatch(text.bytes().find("$patch") != std::string_view::npos)
    {
    }

    void document(const Document& document)
    {
        const Node root = document.root();
        if (root.isNull())
            return;
        Inventory& out = m_result.inventory;
        if (!document.helmSource().empty())
            ++m_result.helmSources;
        const std::size_t firstObject = out.objects.size();
        if (isKustomizationName(m_text.path()) || groupOf(root["apiVersion"].text()) == "kustomize.config.k8s.io") {
            kustomization(root);
        } else if (baseName(m_text.path()) == "manifest.json" && root["scope"]["kinds"].isSequence() &&
                   root["taken"].isString()) {
            snapshotManifest(root["scope"]["kinds"]);
        } else if (const FormatRow* row = recognise(root)) {
            const bool isList = row->id == "kubernetes-list";
            if (isList)
                importLists(root, m_limits, out, m_threads);
            else
                row->import(root, m_limits, out);
            if (m_limits.stop.stop_requested())
                return;
            if (isList)
                m_result.lists.push_back(listRead(root, out, firstObject));
            else if (m_mayPatch && row->id == "kubernetes")
                markPatch(out, firstObject, root);
            recognised(row->area == "kubernetes" ? row->area : row->id);
        } else {
            m_reason = root.isMapping() ? "a mapping without apiVersion and kind that matches no known format"
                                        : "a document that is no mapping and matches no known format";
        }
    }

    void finish(const std::string& readerReason)
    {
        if (!m_result.format.empty())
            return;
        m_result.format = "unrecognised";
        std::string reason = readerReason.empty() ? m_reason : readerReason;
        if (reason.empty())
            reason = m_result.inventory.problems.empty() ? "empty" : "could not be read, see the problems";
        m_result.inventory.unrecognised.push_back({m_text.file(), std::move(reason)});
    }

private:
    // Counted like every document with apiVersion and kind, but it describes a deployment and is no part of it.
    void kustomization(Node root)
    {
        if (isKubernetesObject(root))
            ++m_result.inventory.documentsByKind[std::string(root["apiVersion"].text()) + "/" + root["kind"].string()];
        recognised("kustomize");
    }

    // The manifest of a snapshot that Bartizan took: which kinds were read, refused or not asked for.
    void snapshotManifest(Node kinds)
    {
        recognised("snapshot-manifest");
        for (const Node entry : kinds) {
            const std::string_view state = entry["state"].text(), ns = entry["namespace"].text();
            if (state == "read" || state == "refused")
                m_result.inventory.scope.entries.push_back({entry["kind"].string(), ns.empty() ? "*" : std::string(ns),
                                                            state == "read" ? ScopeState::read : ScopeState::refused,
                                                            std::string(manifestSource)});
        }
    }

    void recognised(std::string_view format)
    {
        if (m_result.format.empty())
            m_result.format = format;
    }

    const FileText& m_text;
    const Limits& m_limits;
    unsigned m_threads;
    FileImport& m_result;
    bool m_mayPatch;
    std::string m_reason;
};

} // namespace

std::string_view baseName(std::string_view path)
{
    return path.substr(path.find_last_of("/!") + 1); // npos + 1 is 0
}

bool isKustomizationName(std::string_view path)
{
    const std::string_view name = baseName(path);
    return name == "kustomization.yaml" || name == "kustomization.yml" || name == "Kustomization";
}

FileImport importFile(const std::shared_ptr<const FileText>& text, const Limits& limits, unsigned threads)
{
    FileImport result;
    if (text->bytes().starts_with("Error from server (") && importRefusalText(text->bytes(), text->file(), result.inventory)) {
        result.format = "kubectl-errors";
        return result;
    }
    document::ReadResult read = document::readDocuments(withoutLogs(text), limits);
    if (limits.stop.stop_requested()) {
        discard(std::move(read));
        return result;
    }
    Importing importing(*text, limits, threads, result);
    result.inventory.problems = std::move(read.problems);
    for (const Document& document : read.documents) {
        if (limits.stop.stop_requested())
            break;
        importing.document(document);
        ++result.documents;
    }
    if (baseName(text->path()) == "Chart.yaml" && result.format.empty() && !read.documents.empty())
        result.format = "helm-chart";
    importing.finish(read.reason);
    if (limits.stop.stop_requested())
        discard(std::move(read));
    for (const auto& [kind, count] : result.inventory.documentsByKind)
        result.objects += count;
    return result;
}

} // namespace bartizan::importers
