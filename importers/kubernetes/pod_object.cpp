// SPDX-License-Identifier: GPL-3.0-or-later
// Pod -> a WorkloadRecord of its own and, when it runs, its PodStatus. imageID and image are kept as the container
// runtime wrote them ("docker-pullable://repo@sha256:...", a bare "sha256:..."): which digest it is, is for matching.
#include "importers/gateways/oauth2_proxy.h"
#include "importers/kubernetes/kinds.h"
#include "importers/kubernetes/pod.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

namespace {

ContainerRole roleOf(const PodSpec& pod, const std::string& name, ContainerRole fallback)
{
    const auto found = std::find_if(pod.containers.begin(), pod.containers.end(),
                                    [&](const Container& container) { return container.name == name; });
    return found == pod.containers.end() ? fallback : found->role;
}

void readStatuses(const Fields& fields, Node status, std::string_view key, ContainerRole role, const PodSpec& pod,
                  PodStatus& result)
{
    for (const Node node : fields.list(status, key)) {
        PodStatus::ContainerStatus container;
        container.name = fields.text(node, "name");
        container.image = fields.text(node, "image");
        container.imageId = fields.text(node, "imageID");
        container.containerId = fields.text(node, "containerID");
        container.role = roleOf(pod, container.name, role);
        container.ready = fields.flag(node, "ready");
        container.evidence = node["imageID"] ? fields.evidence(node["imageID"]) : fields.elementEvidence(node);
        result.containers.push_back(std::move(container));
    }
}

} // namespace

void importPod(const ObjectContext& context)
{
    const Fields fields(context);
    WorkloadRecord& record = context.out.workloads.emplace_back();
    record.object = context.object;
    record.podLabels = context.meta().labels;
    record.podAnnotations = context.meta().annotations;
    if (const Node spec = fields.mapping(context.node, "spec")) {
        readPodSpec(fields, spec, record.pod);
        importAuthProxy(context, spec);
    }
    const Node status = fields.mapping(context.node, "status");
    if (status.size() > 0) { // `status: {}` of generated manifests says nothing
        PodStatus result;
        result.object = context.object;
        result.phase = fields.text(status, "phase");
        result.podIp = fields.text(status, "podIP");
        result.hostIp = fields.text(status, "hostIP");
        result.nodeName = record.pod.nodeName.value;
        result.qosClass = fields.text(status, "qosClass");
        result.startTime = fields.text(status, "startTime");
        readStatuses(fields, status, "initContainerStatuses", ContainerRole::init, record.pod, result);
        readStatuses(fields, status, "containerStatuses", ContainerRole::main, record.pod, result);
        readStatuses(fields, status, "ephemeralContainerStatuses", ContainerRole::ephemeral, record.pod, result);
        context.out.podStatuses.push_back(std::move(result));
    }
}

} // namespace bartizan::importers
