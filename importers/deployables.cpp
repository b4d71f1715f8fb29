// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/deployables.h"

#include "importers/folders.h"
#include "importers/kustomize/paths.h"

#include <algorithm>
#include <map>

namespace bartizan::importers {
namespace {

constexpr std::size_t manyWorkloads = 4;
constexpr std::size_t renderedSources = 2; // "# Source:" comments

class Assigning {
public:
    Assigning(Draft& draft, const KustomizeResult& kustomize, const Examples& examples)
        : m_draft(draft), m_inventory(draft.inventory), m_kustomize(kustomize), m_examples(examples)
    {
    }

    void run()
    {
        m_workloads.assign(m_inventory.files.size(), 0);
        for (const WorkloadRecord& workload : m_inventory.workloads)
            if (const Object& object = m_inventory.object(workload.object);
                object.applied() && isDeployable(m_inventory, workload))
                ++m_workloads[object.evidence.file.pos()];
        charts();
        for (Object& object : m_inventory.objects)
            if (!object.deployable.valid() && !object.running)
                notApplied(object);
        withoutImages();
        for (Object& object : m_inventory.objects)
            if (!object.deployable.valid() && object.running)
                object.deployable = snapshot(object);
        rendered();
        folders();
    }

private:
    const SourceFile& fileOf(const Object& object) const { return m_inventory.files[object.evidence.file.pos()]; }

    static void mark(Object& object, NotApplied why, std::string reason)
    {
        if (!object.applied())
            return;
        object.notApplied = why;
        object.notAppliedReason = std::move(reason);
    }

    DeployableId add(Deployable::Kind kind, SourceId source, std::string path, bool reviewed = true)
    {
        Deployable made;
        made.kind = kind;
        made.source = source;
        made.path = std::move(path);
        made.reviewed = reviewed;
        m_inventory.deployables.push_back(std::move(made));
        return DeployableId(m_inventory.deployables.size() - 1);
    }

    // The outermost chart whose templates, crds or charts folder holds the file; npos when there is none.
    std::size_t chartOf(const SourceFile& file) const
    {
        for (std::size_t slash = file.path.find_first_of("/!"); slash != std::string::npos;
             slash = file.path.find_first_of("/!", slash + 1)) {
            const std::string folder = folderOf(file.path.substr(0, slash + 1));
            const auto chart = m_charts.find({file.source, folder});
            if (chart == m_charts.end())
                continue;
            const std::string_view rest =
                std::string_view(file.path).substr(folder.empty() || folder.back() == '!' ? folder.size() : slash + 1);
            for (const std::string_view part : {"templates/", "crds/", "charts/"})
                if (rest.starts_with(part))
                    return chart->second;
        }
        return std::string::npos;
    }

    void charts()
    {
        std::vector<FileId> chartFiles; // by chart
        for (std::size_t i = 0; i < m_inventory.files.size(); ++i)
            if (const SourceFile& file = m_inventory.files[i]; baseName(file.path) == "Chart.yaml") {
                m_charts[{file.source, folderOf(file.path)}] = chartFiles.size();
                chartFiles.push_back(FileId(i));
            }
        if (m_charts.empty())
            return;
        std::vector<std::size_t> ofFile, templates(chartFiles.size());
        for (const SourceFile& file : m_inventory.files) {
            ofFile.push_back(chartOf(file));
            if (ofFile.back() != std::string::npos)
                ++templates[ofFile.back()];
        }
        std::vector<DeployableId> made;
        for (std::size_t i = 0; i < chartFiles.size(); ++i)
            made.push_back(templates[i] == 0 ? DeployableId() : chart(chartFiles[i], templates[i]));
        for (Object& object : m_inventory.objects)
            if (const std::size_t chart = ofFile[object.evidence.file.pos()];
                chart != std::string::npos && !object.deployable.valid()) {
                object.deployable = made[chart];
                mark(object, NotApplied::templated, "part of a Helm chart that was not rendered");
            }
        // A template is no YAML: what the reader had to say about it is said once, for the chart.
        std::erase_if(m_inventory.problems, [&](const Problem& problem) {
            return problem.evidence.valid() && !problem.evidence.object.valid() && problem.id != "helm-chart-not-rendered" &&
                   ofFile[problem.evidence.file.pos()] != std::string::npos;
        });
        for (Unrecognised& entry : m_inventory.unrecognised)
            if (ofFile[entry.file.pos()] != std::string::npos)
                entry.reason = "part of a Helm chart that was not rendered";
    }

    DeployableId chart(FileId file, std::size_t templates)
    {
        const SourceFile& record = m_inventory.files[file.pos()];
        const std::string folder = folderOf(record.path);
        Evidence where;
        where.file = file;
        const std::string_view inside = withinArchive(folder);
        m_inventory.problems.push_back({ProblemSeverity::warning,
                                        "helm-chart-not-rendered",
                                        "expected rendered manifests, found a Helm chart with " + std::to_string(templates) +
                                            " template files: run `helm template " + std::string(inside.empty() ? "." : inside) +
                                            "` with your values and add its output",
                                        std::move(where),
                                        {}});
        return add(Deployable::Kind::chart, record.source, folder, false);
    }

    void notApplied(Object& object)
    {
        const SourceFile& file = fileOf(object);
        switch (m_kustomize.roles[object.evidence.file.pos()]) {
        case FileRole::patch:
            mark(object, NotApplied::patch, "a patch of a kustomization, which changes an object that is written elsewhere");
            break;
        case FileRole::setting:
            mark(object, NotApplied::patch, "a setting of a kustomization, which tells how objects are changed");
            break;
        case FileRole::component:
            mark(object, NotApplied::component,
                 "only a kustomize component names this file, and no kustomization that is reviewed uses it");
            break;
        case FileRole::plain:
        case FileRole::resource:
            break;
        }
        if (const FolderKind kind = m_examples.of(file.source, file.path); kind != FolderKind::system)
            mark(object, NotApplied::example, kind == FolderKind::test ? "in a folder of tests" : "in a folder of examples");
    }

    void withoutImages()
    {
        bool others = false;
        for (const WorkloadRecord& workload : m_inventory.workloads)
            others = others || (isDeployable(m_inventory, workload) && m_inventory.object(workload.object).applied());
        if (!others)
            return;
        for (const WorkloadRecord& workload : m_inventory.workloads) {
            Object& object = m_inventory.objects[workload.object.pos()];
            if (isDeployable(m_inventory, workload) || object.running)
                continue;
            const bool templated =
                std::any_of(workload.pod.containers.begin(), workload.pod.containers.end(),
                            [](const Container& container) { return container.image.value.find("{{") != std::string::npos; });
            mark(object, templated ? NotApplied::templated : NotApplied::patch,
                 "a workload of which no container names an image");
        }
    }

    DeployableId snapshot(const Object& object)
    {
        const auto [found, isNew] = m_snapshots.try_emplace({fileOf(object).source, object.identity.cluster});
        if (isNew)
            found->second = add(Deployable::Kind::snapshot, fileOf(object).source, {});
        return found->second;
    }

    void rendered()
    {
        std::map<std::pair<SourceId, std::string>, std::size_t> big; // by folder: files with many workloads
        for (std::size_t i = 0; i < m_inventory.files.size(); ++i)
            if (m_workloads[i] >= manyWorkloads)
                ++big[{m_inventory.files[i].source, folderOf(m_inventory.files[i].path)}];
        std::map<FileId, DeployableId> made;
        for (Object& object : m_inventory.objects) {
            const FileId file = object.evidence.file;
            if (object.deployable.valid() || !object.applied())
                continue;
            const SourceFile& record = fileOf(object);
            const bool alone = m_workloads[file.pos()] >= manyWorkloads && big[{record.source, folderOf(record.path)}] == 1;
            if (!alone && m_draft.files[file.pos()].helmSources < renderedSources)
                continue;
            const auto [found, isNew] = made.try_emplace(file);
            if (isNew)
                found->second = add(Deployable::Kind::rendered, record.source, record.path);
            object.deployable = found->second;
        }
    }

    void folders()
    {
        for (const ObjectFolder& folder : objectFolders(m_inventory)) {
            std::string path = folder.path;
            if (path.empty() && m_inventory.sources[folder.source.pos()].format == "file")
                path = fileOf(m_inventory.object(folder.objects.front())).path;
            const DeployableId id = add(Deployable::Kind::folder, folder.source, std::move(path));
            for (const ObjectId object : folder.objects)
                m_inventory.objects[object.pos()].deployable = id;
        }
    }

    Draft& m_draft;
    Inventory& m_inventory;
    const KustomizeResult& m_kustomize;
    const Examples& m_examples;
    std::vector<std::size_t> m_workloads; // that may be applied, by file
    std::map<std::pair<SourceId, std::string>, std::size_t> m_charts;
    std::map<std::pair<SourceId, std::string>, DeployableId> m_snapshots;
};

} // namespace

void assignDeployables(Draft& draft, const KustomizeResult& kustomize, const Examples& examples)
{
    Assigning(draft, kustomize, examples).run();
}

std::string nameOf(const Deployable& deployable)
{
    if (deployable.kind == Deployable::Kind::snapshot)
        return "the running state";
    const std::string_view inside = withinArchive(deployable.path);
    return inside.empty() ? "." : std::string(inside);
}

} // namespace bartizan::importers
