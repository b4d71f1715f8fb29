// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/kustomize.h"

#include "importers/kubernetes/object.h"
#include "importers/kustomize/build.h"
#include "importers/kustomize/paths.h"
#include "importers/merge.h"
#include "model/inventory/visit.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace bartizan::importers {
namespace {

using WrittenAt = std::tuple<FileId, std::uint32_t, std::string>; // where an object stands in the input

WrittenAt writtenAt(const Object& object)
{
    return {object.evidence.file, object.evidence.document, std::string(object.evidence.pointer())};
}

class Applying {
public:
    Applying(Draft& draft, const Kustomizations& all, const KustomizeGraph& graph)
        : m_draft(draft), m_all(all), m_graph(graph), m_texts(draft.inventory.files.size())
    {
    }

    void run(const JobControl& control)
    {
        for (std::size_t i = 0; i < m_graph.roots.size() && !control.stopped(); ++i) {
            control.report(Step::kustomizations, i, m_graph.roots.size());
            build(m_graph.roots[i]);
        }
        for (const std::size_t example : m_graph.examples)
            deployable(example, true);
        takeOutWritten();
        append(m_draft.inventory, std::move(m_built));
    }

    KustomizeResult result;

private:
    DeployableId deployable(std::size_t index, bool example)
    {
        Deployable made;
        made.kind = Deployable::Kind::kustomization;
        made.path = m_all.all()[index].folder;
        made.source = m_all.all()[index].source;
        made.example = example;
        made.reviewed = !example;
        m_draft.inventory.deployables.push_back(std::move(made));
        return DeployableId(m_draft.inventory.deployables.size() - 1);
    }

    void build(std::size_t root)
    {
        BuiltKustomization built = buildKustomization(m_all, root, m_texts, m_work, m_draft.options.limits);
        const DeployableId owner = deployable(root, false);
        Inventory part;
        for (const auto& resource : built.resources) {
            const ObjectId id = importObject(resource->root(), {}, m_draft.options.limits, part);
            if (!id.valid())
                continue;
            Object& object = part.objects[id.pos()];
            object.deployable = owner;
            object.unknownAt = resource->unknownAt();
            for (Fact<std::string>& fact : object.unknownAt)
                fact.evidence.object = id;
            m_kept.insert(writtenAt(object));
        }
        visitEvidence(part, [this](Evidence& evidence) {
            m_texts.restore(evidence);
            quoteWhatIsWritten(evidence);
        });
        part.documentsByKind.clear(); // counted when they were read
        part.problems.clear();        // and so are their problems, which name the same lines
        for (const FileId file : built.unread)
            m_unread.emplace(file, owner);
        for (Problem& problem : built.problems)
            result.problems.emplace_back(owner, std::move(problem));
        append(m_built, std::move(part));
    }

    // A changed name or value is not in the lines that define the object: the quotation then is the key alone.
    void quoteWhatIsWritten(Evidence& evidence) const
    {
        const std::string_view quoted = evidence.text();
        const std::size_t colon = quoted.find(": ");
        if (!evidence.valid() || evidence.line == 0 || colon == std::string_view::npos)
            return;
        const auto text = m_all.text(evidence.file);
        const std::string_view value = quoted.substr(colon + 2);
        const std::string_view start = value.substr(0, value.find("…")); // long values are cut
        for (std::uint32_t line = evidence.line; text && line <= evidence.lastLine; ++line)
            if (text->line(line).find(start) != std::string_view::npos)
                return;
        if (value != "***")
            evidence.quote(evidence.pointer(), quoted.substr(0, colon));
    }

    void takeOutWritten()
    {
        Inventory& inventory = m_draft.inventory;
        std::vector<ObjectId> becomes;
        for (std::size_t i = 0; i < inventory.objects.size(); ++i) {
            becomes.emplace_back(i);
            Object& object = inventory.objects[i];
            if (!object.evidence.valid() || m_graph.roles[object.evidence.file.pos()] != FileRole::resource)
                continue;
            if (const auto unread = m_unread.find(object.evidence.file); unread != m_unread.end()) {
                object.deployable = unread->second;
                Fact<std::string> fact{"a file that is too large to be changed", object.evidence};
                fact.evidence.quote({}, fact.evidence.text());
                object.unknownAt.push_back(std::move(fact));
            } else if (m_kept.count(writtenAt(object)) != 0) {
                becomes.back() = ObjectId();
            } else if (object.applied()) {
                object.notApplied = NotApplied::patch;
                object.notAppliedReason = "a patch of the kustomization that uses this file removes it, or it is there twice";
            }
        }
        keepOnly(inventory, becomes);
    }

    Draft& m_draft;
    const Kustomizations& m_all;
    const KustomizeGraph& m_graph;
    GeneratedTexts m_texts;
    Work m_work;
    Inventory m_built;
    std::set<WrittenAt> m_kept;
    std::map<FileId, DeployableId> m_unread;
};

} // namespace

KustomizeResult applyKustomizations(Draft& draft, const Examples& examples, const JobControl& control)
{
    const Kustomizations all(draft);
    const KustomizeGraph graph = makeGraph(all, examples, draft);
    Applying applying(draft, all, graph);
    if (!all.all().empty())
        applying.run(control);
    applying.result.roles = graph.roles;
    for (FileFacts& facts : draft.files)
        facts.text.reset();
    return std::move(applying.result);
}

void sayWhatWasNotApplied(Draft& draft, KustomizeResult& kustomize)
{
    std::set<std::string> said; // a base that several roots reach is said once
    for (auto& [deployable, problem] : kustomize.problems)
        if (draft.inventory.deployables[deployable.pos()].reviewed && said.insert(problem.message).second)
            draft.inventory.problems.push_back(std::move(problem));
}

} // namespace bartizan::importers
