// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/examples.h"

#include "importers/kustomize/paths.h"

#include <algorithm>
#include <array>

namespace bartizan::importers {

FolderKind folderKindByName(std::string_view path)
{
    constexpr std::array<std::string_view, 4> examples = {"example", "examples", "sample", "samples"};
    constexpr std::array<std::string_view, 3> tests = {"test", "tests", "testdata"};
    FolderKind kind = FolderKind::system;
    std::string_view rest = withinArchive(path);
    for (std::size_t slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
        const std::string_view folder = rest.substr(0, slash);
        rest.remove_prefix(slash + 1);
        if (std::find(tests.begin(), tests.end(), folder) != tests.end())
            return FolderKind::test;
        if (std::find(examples.begin(), examples.end(), folder) != examples.end())
            kind = FolderKind::example;
    }
    return kind;
}

bool isDeployable(const Inventory& inventory, const WorkloadRecord& workload)
{
    const Object& object = inventory.object(workload.object);
    if (object.identity.group == "kubevirt.io")
        return true;
    // Only an API server writes the id of an owner: it is no patch then.
    if (std::any_of(object.owners.begin(), object.owners.end(), [](const OwnerReference& owner) { return !owner.uid.empty(); }))
        return true;
    return std::any_of(workload.pod.containers.begin(), workload.pod.containers.end(),
                       [](const Container& container) { return !container.image.value.empty(); });
}

Examples::Examples(const Draft& draft)
{
    const Inventory& inventory = draft.inventory;
    m_appliedUpTo.assign(inventory.sources.size(), FolderKind::test);
    for (const WorkloadRecord& workload : inventory.workloads) {
        const Object& object = inventory.object(workload.object);
        if (!object.applied() || !isDeployable(inventory, workload) || !object.evidence.valid())
            continue;
        const SourceFile& file = inventory.files[object.evidence.file.pos()];
        FolderKind& kind = m_appliedUpTo[file.source.pos()];
        kind = std::min(kind, folderKindByName(file.path));
    }
}

FolderKind Examples::of(SourceId source, std::string_view path) const
{
    const FolderKind kind = folderKindByName(path);
    return kind <= m_appliedUpTo[source.pos()] ? FolderKind::system : kind;
}

} // namespace bartizan::importers
