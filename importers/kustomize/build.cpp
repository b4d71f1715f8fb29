// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/build.h"

#include "importers/document/read_documents.h"
#include "importers/kubernetes/kinds.h"
#include "importers/kubernetes/object.h"
#include "importers/kustomize/name_references.h"
#include "importers/kustomize/patches.h"
#include "importers/kustomize/transformers.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

namespace bartizan::importers {
namespace {

using document::Document;
using document::Node;

constexpr std::size_t deepest = 40;       // kustomizations above one another; real trees have fewer than ten
constexpr std::size_t mostVisits = 5'000; // a diamond of diamonds would double at every level
constexpr std::size_t mostObjects = 50'000;

// The objects of one kustomization while its resources are read.
struct Gathered {
    explicit Gathered(Resources& list) : resources(list)
    {
        for (const auto& resource : list)
            isNew(*resource);
    }
    bool isNew(const Resource& resource)
    {
        const ResourceId id = resource.id();
        return id.name.empty() || m_ids.insert({id.group, id.kind, id.ns, id.name}).second;
    }

    Resources& resources;

private:
    std::set<std::array<std::string, 4>> m_ids;
};

class Building {
public:
    Building(const Kustomizations& all, GeneratedTexts& texts, Work& work, const Limits& limits)
        : m_all(all), m_texts(texts), m_work(work), m_limits(limits)
    {
    }

    void accumulate(std::size_t index, Resources& resources)
    {
        const Kustomization& kustomization = m_all.all()[index];
        Notes& notes = m_notes[index];
        if (m_path.size() >= deepest || std::find(m_path.begin(), m_path.end(), index) != m_path.end() || ++m_visits > mostVisits)
            return notes.add("a chain of kustomizations without end", kustomization.root());
        m_path.push_back(index);
        Gathered gathered(resources);
        for (const Reference& reference : kustomization.resources)
            resource(reference, notes, gathered);
        GeneratorResult generated = runGenerators(m_all, kustomization, resources, m_texts, m_work, m_limits);
        for (const Node missing : generated.missing)
            notes.add("a file of a generator that is not in the input", missing);
        for (const Node refused : generated.refused)
            notes.add(tooMuchWork, refused);
        std::move(generated.made.begin(), generated.made.end(), std::back_inserter(resources));
        for (const Reference& reference : kustomization.components) {
            if (reference.kind == ReferenceKind::kustomization)
                accumulate(reference.index, resources); // a component works on all that was gathered before it
            else
                notes.add(reference.kind == ReferenceKind::remote ? "a remote component" : "a component that is not in the input",
                          reference.node);
        }
        transform(kustomization, notes, resources);
        transformerFiles(kustomization, notes, resources);
        notApplied(kustomization.root(), notes, resources);
        m_path.pop_back();
    }

    BuiltKustomization result;
    std::vector<Problem> problems() const
    {
        std::vector<Problem> list;
        for (const auto& [index, notes] : m_notes)
            if (!notes.empty())
                list.push_back(notes.problem(m_all.all()[index]));
        return list;
    }

private:
    void resource(const Reference& reference, Notes& notes, Gathered& gathered)
    {
        switch (reference.kind) {
        case ReferenceKind::remote:
            notes.add("a remote resource", reference.node);
            break;
        case ReferenceKind::missing:
            notes.add("a resource that is not in the input", reference.node);
            break;
        case ReferenceKind::kustomization: {
            Resources below;
            accumulate(reference.index, below);
            add(below, notes, reference.node, gathered);
            break;
        }
        case ReferenceKind::file:
            file(reference, notes, gathered);
        }
    }

    void file(const Reference& reference, Notes& notes, Gathered& gathered)
    {
        const auto text = m_all.text(reference.file);
        if (!text) {
            result.unread.push_back(reference.file);
            return notes.add("a file that is too large to be changed", reference.node);
        }
        if (!m_work.spendReading(text->bytes().size())) {
            result.unread.push_back(reference.file);
            return notes.add("more files than are read again", reference.node);
        }
        const document::ReadResult read = document::readDocuments(text, m_limits);
        Resources fresh;
        for (const Document& document : read.documents) {
            const Node root = document.root();
            if (isKubernetesList(root)) {
                for (const Node item : root["items"])
                    if (isKubernetesObject(item))
                        fresh.push_back(std::make_unique<Resource>(document::cloneOf(item)));
            } else if (isKubernetesObject(root)) {
                fresh.push_back(std::make_unique<Resource>(document::clone(document)));
            }
        }
        add(fresh, notes, reference.node, gathered);
    }

    // kustomize refuses a second object with the identity of one that is already there.
    void add(Resources& from, Notes& notes, Node at, Gathered& to)
    {
        m_objects += from.size();
        if (m_objects > mostObjects)
            return notes.add("more objects than can be built", at);
        for (auto& resource : from) {
            if (to.isNew(*resource))
                to.resources.push_back(std::move(resource));
            else
                notes.add("an object that is there twice", at);
        }
    }

    void transform(const Kustomization& kustomization, Notes& notes, Resources& resources)
    {
        const Node root = kustomization.root();
        const PatchContext context{m_all, kustomization, notes, m_limits, m_work};
        if (!spendSettings(root, resources)) {
            notes.add(tooMuchWork, root);
            for (const auto& resource : resources)
                resource->touched("", tooMuchWork);
            return;
        }
        applyMergePatches(resources, context);
        applyNamespace(resources, root["namespace"]);
        applyNameAffixes(resources, root["namePrefix"], root["nameSuffix"]);
        applyLabels(resources, root);
        applyAnnotations(resources, root);
        applyJsonPatches(resources, context);
        applyReplicas(resources, root);
        applyImages(resources, root);
    }

    // Entries that each look at all of every object.
    bool spendSettings(Node root, const Resources& resources)
    {
        std::size_t count = 1, nodes = 0;
        for (const std::string_view field :
             {"labels", "commonLabels", "commonAnnotations", "images", "replicas", "replacements", "vars", "transformers"})
            count += Work::nodes(root[field]) - 1;
        for (const auto& resource : resources)
            nodes += Work::nodes(resource->root()) / 64 + 1;
        return m_work.spend(nodes * count);
    }

    void transformerFiles(const Kustomization& kustomization, Notes& notes, Resources& resources)
    {
        for (const Node entry : kustomization.root()["transformers"]) {
            std::vector<Document> documents;
            if (const FileId file = m_all.fileOf(kustomization, entry.text()); file.valid() && m_all.text(file))
                documents = document::readDocuments(m_all.text(file), m_limits).documents;
            else if (entry.text().find('\n') != std::string_view::npos)
                documents = embeddedDocuments(entry, m_limits);
            const bool known =
                !documents.empty() && std::all_of(documents.begin(), documents.end(), [&](const Document& document) {
                    return document.root().isNull() || applyBuiltInTransformer(resources, document.root());
                });
            if (known)
                continue;
            notes.add("a transformer plugin", entry);
            for (const auto& resource : resources)
                resource->touched("", "a transformer plugin");
        }
    }

    // What kustomize would do beyond that, and whom it touches.
    void notApplied(Node root, Notes& notes, Resources& resources)
    {
        for (const Node replacement : root["replacements"])
            this->replacement(replacement, notes, resources);
        for (const Node plugin : root["generators"])
            notes.add("a generator plugin", plugin);
        for (const std::string_view field : {"helmCharts", "helmChartInflationGenerator"})
            for (const Node chart : root[field])
                notes.add("a Helm chart", chart);
        for (const Node variable : root["vars"])
            this->variable(variable, notes, resources);
    }

    void replacement(Node replacement, Notes& notes, Resources& resources)
    {
        notes.add("a replacement", replacement);
        if (!m_work.spend(Work::nodes(replacement) * resources.size()))
            return notes.add(tooMuchWork, replacement);
        for (const Node target : replacement["targets"])
            for (Resource* resource : selected(resources, target["select"]))
                for (const Node path : target["fieldPaths"])
                    resource->touched(pointerOf(path.text()), "a replacement");
        if (replacement["path"])
            for (const auto& resource : resources)
                resource->touched("", "a replacement from another file");
    }

    // "spec.template.spec.containers.[name=web].image" up to the first part that is not a plain key.
    static std::string pointerOf(std::string_view fieldPath)
    {
        std::string pointer;
        while (!fieldPath.empty()) {
            const std::string_view part = fieldPath.substr(0, fieldPath.find('.'));
            if (part.empty() || part.find_first_of("[]*\\") != std::string_view::npos)
                break;
            pointer.append("/").append(escapedToken(part));
            fieldPath.remove_prefix(std::min(fieldPath.size(), part.size() + 1));
        }
        return pointer;
    }

    void variable(Node variable, Notes& notes, Resources& resources)
    {
        notes.add("a variable", variable);
        const std::string use = "$(" + variable["name"].string() + ")";
        for (const auto& resource : resources)
            markUses(*resource, resource->root(), "", use);
    }

    static void markUses(Resource& resource, Node node, const std::string& pointer, const std::string& use)
    {
        if (node.isScalar()) {
            if (node.text().find(use) != std::string_view::npos)
                resource.touched(pointer, "a variable of a kustomization");
            return;
        }
        std::size_t index = 0;
        for (const Node child : node) {
            markUses(resource, child, pointer + "/" + (node.isMapping() ? escapedToken(child.key()) : std::to_string(index)),
                     use);
            ++index;
        }
    }

    const Kustomizations& m_all;
    GeneratedTexts& m_texts;
    Work& m_work;
    const Limits& m_limits;
    std::map<std::size_t, Notes> m_notes;
    std::vector<std::size_t> m_path;
    std::size_t m_visits = 0;
    std::size_t m_objects = 0;
};

} // namespace

BuiltKustomization buildKustomization(const Kustomizations& all, std::size_t root, GeneratedTexts& texts, Work& work,
                                      const Limits& limits)
{
    Building building(all, texts, work, limits);
    building.accumulate(root, building.result.resources);
    updateNameReferences(building.result.resources);
    building.result.problems = building.problems();
    return std::move(building.result);
}

} // namespace bartizan::importers
