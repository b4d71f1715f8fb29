// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kubernetes/pod.h"

namespace bartizan::importers {

using document::Node;

namespace {

void addContainers(const Fields& fields, Node spec, std::string_view key, ContainerRole role, PodSpec& pod)
{
    for (const Node node : fields.list(spec, key)) {
        if (!node.isMapping()) {
            fields.unexpected(node, "a container");
            continue;
        }
        const bool sidecar = role == ContainerRole::init && node["restartPolicy"].text() == "Always";
        readContainer(fields, node, sidecar ? ContainerRole::sidecar : role, pod.containers.emplace_back());
    }
}

} // namespace

void readPodSpec(const Fields& fields, Node spec, PodSpec& pod)
{
    pod.evidence = fields.evidence(spec);
    pod.containers.reserve(spec["containers"].size() + spec["initContainers"].size() + spec["ephemeralContainers"].size());
    addContainers(fields, spec, "initContainers", ContainerRole::init, pod);
    addContainers(fields, spec, "containers", ContainerRole::main, pod);
    addContainers(fields, spec, "ephemeralContainers", ContainerRole::ephemeral, pod);
    readVolumes(fields, spec, pod.volumes);
    pod.serviceAccount = fields.string(spec, "serviceAccountName");
    if (!pod.serviceAccount.written() || pod.serviceAccount.value.empty())
        pod.serviceAccount = fields.string(spec, "serviceAccount"); // deprecated name of the same field
    pod.automountToken = fields.boolean(spec, "automountServiceAccountToken");
    pod.hostNetwork = fields.boolean(spec, "hostNetwork");
    pod.hostPid = fields.boolean(spec, "hostPID");
    pod.hostIpc = fields.boolean(spec, "hostIPC");
    pod.hostUsers = fields.boolean(spec, "hostUsers");
    pod.shareProcessNamespace = fields.boolean(spec, "shareProcessNamespace");
    pod.os = fields.string(fields.mapping(spec, "os"), "name");
    pod.nodeName = fields.string(spec, "nodeName");
    pod.runtimeClass = fields.string(spec, "runtimeClassName");
    pod.restartPolicy = fields.string(spec, "restartPolicy");
    pod.priorityClass = fields.string(spec, "priorityClassName");
    readSecurityContext(fields, spec, pod.security);
    for (const Node sysctl : fields.list(fields.mapping(spec, "securityContext"), "sysctls")) {
        if (Fact<std::string> name = fields.string(sysctl, "name"); name.written())
            pod.sysctls.push_back(std::move(name));
    }
    for (const Node secret : fields.list(spec, "imagePullSecrets"))
        pod.imagePullSecrets.push_back(fields.text(secret, "name"));
    pod.nodeSelector = fields.attributes(spec, "nodeSelector");
    pod.tolerations = fields.list(spec, "tolerations").size() > 0;
}

} // namespace bartizan::importers
