// SPDX-License-Identifier: GPL-3.0-or-later
// One Image for each reference as it is written in the templates of applied workloads, and the digests that run.
#include "model/resolve/passes.h"

#include "model/image_reference.h"

#include <algorithm>
#include <map>

namespace bartizan::resolving {
namespace {

struct Use {
    WorkloadId workload;
    std::size_t container; // in Workload::containers
};

// "docker.io/library/redis@sha256:…", "docker-pullable://…@sha256:…" or a bare image id, which is no registry digest.
std::string runningDigest(const std::string& imageId)
{
    const std::size_t at = imageId.rfind('@');
    if (at == std::string::npos)
        return {};
    std::string digest = imageId.substr(at + 1);
    return isDigest(digest) ? digest : std::string();
}

void describe(Image& image)
{
    const Result<ImageReference> reference = parseNormalized(image.written);
    if (!reference)
        return;
    image.normalised = reference->text();
    image.digest = reference->digest;
    image.mutableTag = reference->digest.empty() && (reference->tag.empty() || reference->tag == "latest");
}

void addRunningDigests(const Context& context, const Workload& workload, std::map<std::string, Image>& images)
{
    for (const std::size_t index : workload.statuses) {
        for (const PodStatus::ContainerStatus& status : context.in.podStatuses[index].containers) {
            const std::string digest = runningDigest(status.imageId);
            if (digest.empty())
                continue;
            for (const Container& container : context.record(workload).pod.containers)
                if (container.name == status.name && !container.image.value.empty())
                    images[*container.image].runningDigests.push_back(digest);
        }
    }
}

template <class T>
void sortUnique(std::vector<T>& values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

void resolveImages(Context& context)
{
    std::map<std::string, Image> images;
    std::map<std::string, std::vector<Use>> uses;
    for (std::size_t w = 0; w < context.out.workloads.size() && !context.stopped(); ++w) {
        Workload& workload = context.out.workloads[w];
        const std::vector<Container>& containers = context.record(workload).pod.containers;
        for (std::size_t c = 0; c < containers.size(); ++c) {
            const Container& container = containers[c];
            workload.containers.push_back({ImageId(), container.name, container.role, c, container.image.evidence});
            if (container.image.value.empty())
                continue;
            const auto [at, added] = images.try_emplace(*container.image);
            Image& image = at->second;
            if (added) {
                image.written = *container.image;
                image.evidence = container.image.evidence;
                describe(image);
            }
            if (image.digest.empty() && container.imagePullPolicy == "Always")
                image.mutableTag = true;
            image.workloads.emplace_back(w);
            uses[image.written].push_back({WorkloadId(w), c});
        }
        addRunningDigests(context, workload, images);
    }
    for (auto& [written, image] : images) {
        const ImageId id(context.out.images.size());
        for (const Use& use : uses[written])
            context.out.workloads[use.workload.pos()].containers[use.container].image = id;
        sortUnique(image.workloads);
        sortUnique(image.runningDigests);
        context.out.images.push_back(std::move(image));
    }
}

} // namespace bartizan::resolving
