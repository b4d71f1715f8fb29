// SPDX-License-Identifier: GPL-3.0-or-later
// A workload is platform when its name, its namespace AND the image of a main container match one row of the shipped
// component list. What runs in a platform namespace without that is a stranger there.
#include "model/resolve/passes.h"

#include "model/image_reference.h"
#include "model/resolve/text.h"

#include <algorithm>

namespace bartizan::resolving {
namespace {

std::vector<std::string> repositories(const PodSpec& pod)
{
    std::vector<std::string> result;
    for (const Container& container : pod.containers) {
        if (container.role != ContainerRole::main)
            continue;
        if (const Result<ImageReference> reference = parseNormalized(*container.image))
            result.push_back(repositoryKey(*reference));
    }
    return result;
}

bool is(const ComponentRow& row, const Workload& workload, const std::vector<std::string>& images)
{
    return anyGlobMatches(row.namespaces, workload.ns) && anyGlobMatches(row.names, workload.name) &&
           std::any_of(images.begin(), images.end(), [&](const std::string& image) { return anyGlobMatches(row.images, image); });
}

} // namespace

void resolvePlatform(Context& context)
{
    for (Workload& workload : context.out.workloads) {
        const std::vector<std::string> images = repositories(context.record(workload).pod);
        const auto& rows = context.catalogue.components;
        const auto found =
            std::find_if(rows.begin(), rows.end(), [&](const ComponentRow& row) { return is(row, workload, images); });
        if (found != rows.end()) {
            workload.platform = true;
            workload.platformComponent = found->component;
        } else {
            workload.strangerInPlatform = anyGlobMatches(context.catalogue.platformNamespaces, workload.ns);
        }
    }
}

} // namespace bartizan::resolving
