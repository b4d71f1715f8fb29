// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/graph.h"

#include "importers/kustomize/paths.h"

#include <algorithm>

namespace bartizan::importers {
namespace {

class Graph {
public:
    Graph(const Kustomizations& all, const Examples& examples, const Draft& draft) : m_all(all.all()), m_draft(draft)
    {
        for (const Kustomization& kustomization : m_all)
            m_kind.push_back(examples.of(kustomization.source, joinPath(kustomization.folder, "kustomization.yaml")));
    }

    KustomizeGraph run()
    {
        std::vector<bool> root = systemRoots();
        gatheringExamples(root);
        for (std::size_t i = 0; i < m_all.size(); ++i)
            root[i] = root[i] ||
                      (!m_all[i].component && variantMatch(m_draft, m_all[i].source, m_all[i].folder) == VariantMatch::exact);
        breakCycles(root);
        const std::vector<bool> named = namedFrom(false);
        KustomizeGraph graph;
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (root[i])
                graph.roots.push_back(i);
            else if (m_kind[i] != FolderKind::system && !m_all[i].component && !named[i])
                graph.examples.push_back(i);
        }
        std::vector<bool> reached(m_all.size());
        for (const std::size_t i : graph.roots)
            reach(i, reached);
        graph.roles = roles(reached);
        return graph;
    }

private:
    template <class Visit>
    void forEachNext(std::size_t i, Visit visit) const
    {
        for (const std::vector<Reference>* list : {&m_all[i].resources, &m_all[i].components})
            for (const Reference& reference : *list)
                if (reference.kind == ReferenceKind::kustomization && reference.index != i)
                    visit(reference.index);
    }

    // Which kustomizations are named by one of the system, or by one of the examples and tests.
    std::vector<bool> namedFrom(bool system) const
    {
        std::vector<bool> named(m_all.size());
        for (std::size_t i = 0; i < m_all.size(); ++i)
            if ((m_kind[i] == FolderKind::system) == system)
                forEachNext(i, [&](std::size_t next) { named[next] = true; });
        return named;
    }

    std::vector<bool> systemRoots() const
    {
        const std::vector<bool> named = namedFrom(true);
        std::vector<bool> root(m_all.size());
        for (std::size_t i = 0; i < m_all.size(); ++i)
            root[i] = m_kind[i] == FolderKind::system && !m_all[i].component && !named[i];
        return root;
    }

    void gatheringExamples(std::vector<bool>& root) const
    {
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (m_kind[i] != FolderKind::example || m_all[i].component)
                continue;
            std::vector<std::size_t> gathered;
            forEachNext(i, [&](std::size_t next) {
                if (root[next])
                    gathered.push_back(next);
            });
            if (gathered.size() < 2)
                continue;
            for (const std::size_t next : gathered)
                root[next] = false;
            root[i] = true;
        }
    }

    // Kustomizations that name each other in a circle have no root: the first of them is taken.
    void breakCycles(std::vector<bool>& root) const
    {
        std::vector<bool> reached(m_all.size());
        for (std::size_t i = 0; i < m_all.size(); ++i)
            if (root[i] || m_all[i].component || m_kind[i] != FolderKind::system)
                reach(i, reached);
        for (std::size_t i = 0; i < m_all.size(); ++i)
            if (!reached[i]) {
                root[i] = true;
                reach(i, reached);
            }
    }

    void reach(std::size_t start, std::vector<bool>& reached) const
    {
        std::vector<std::size_t> open = {start};
        reached[start] = true;
        while (!open.empty()) {
            const std::size_t i = open.back();
            open.pop_back();
            forEachNext(i, [&](std::size_t next) {
                if (!reached[next]) {
                    reached[next] = true;
                    open.push_back(next);
                }
            });
        }
    }

    std::vector<FileRole> roles(const std::vector<bool>& reached) const
    {
        std::vector<FileRole> result(m_draft.inventory.files.size(), FileRole::plain);
        std::vector<bool> below(m_all.size()); // components that no root reaches, and what they reach
        for (std::size_t i = 0; i < m_all.size(); ++i)
            if (m_all[i].component && !reached[i])
                reach(i, below);
        const auto mark = [&](std::size_t i, FileRole role) {
            for (const Reference& reference : m_all[i].resources)
                if (reference.kind == ReferenceKind::file)
                    result[reference.file.pos()] = role;
        };
        for (std::size_t i = 0; i < m_all.size(); ++i)
            if (below[i] && !reached[i])
                mark(i, FileRole::component);
        for (const Kustomization& kustomization : m_all) {
            for (const FileId file : kustomization.settingFiles)
                result[file.pos()] = FileRole::setting;
            for (const FileId file : kustomization.patchFiles)
                result[file.pos()] = FileRole::patch;
        }
        for (std::size_t i = 0; i < m_all.size(); ++i)
            if (reached[i])
                mark(i, FileRole::resource);
        return result;
    }

    const std::vector<Kustomization>& m_all;
    const Draft& m_draft;
    std::vector<FolderKind> m_kind;
};

} // namespace

VariantMatch variantMatch(const Draft& draft, SourceId source, std::string_view path)
{
    std::string_view variant = draft.options.variant;
    if (variant.starts_with("./"))
        variant.remove_prefix(2);
    while (variant.size() > 1 && variant.ends_with('/'))
        variant.remove_suffix(1);
    if (variant.empty())
        return VariantMatch::no;
    const std::string_view inside = withinArchive(path);
    const std::string full = joinPath(draft.inventory.sources[source.pos()].path, inside);
    VariantMatch result = VariantMatch::no;
    for (const std::string_view candidate : {inside, path, std::string_view(full)}) {
        if (candidate == variant || (candidate.empty() && variant == "."))
            return VariantMatch::exact;
        if (candidate.starts_with(variant) && candidate[variant.size()] == '/')
            result = VariantMatch::below;
    }
    return result;
}

KustomizeGraph makeGraph(const Kustomizations& all, const Examples& examples, const Draft& draft)
{
    return Graph(all, examples, draft).run();
}

} // namespace bartizan::importers
