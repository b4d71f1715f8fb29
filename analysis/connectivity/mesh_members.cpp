// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_members.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace bartizan::connectivity {
namespace {

bool holds(const WorkloadRecord& record, std::string_view container)
{
    return std::any_of(record.pod.containers.begin(), record.pod.containers.end(),
                       [&](const Container& one) { return one.name == container; });
}

bool says(const Attributes& attributes, std::string_view key, std::string_view value)
{
    const Attribute* found = find(attributes, key);
    return found && found->value == value;
}

std::vector<const WorkloadRecord*> recordsOf(const Model& model, const Workload& workload)
{
    std::vector<const WorkloadRecord*> records;
    for (const std::size_t pod : workload.pods)
        records.push_back(&model.inventory.workloads[pod]);
    if (records.empty())
        records.push_back(&model.inventory.workloads[workload.record]);
    return records;
}

// What labels and annotations ask for, when no running pod shows it.
MeshMember promised(const WorkloadRecord& record, const Space& space, const Object* nsObject)
{
    constexpr std::string_view inject = "sidecar.istio.io/inject";
    const Attribute* own = find(record.podLabels, inject);
    if (!own)
        own = find(record.podAnnotations, inject);
    if (own)
        return own->value == "true" ? MeshMember::yes : MeshMember::no;
    const Attribute* mode = find(record.podLabels, "istio.io/dataplane-mode");
    if (!mode)
        mode = find(space.labels, "istio.io/dataplane-mode");
    if (mode && mode->value == "ambient")
        return MeshMember::yes;
    if (const Attribute* label = find(space.labels, "istio-injection"))
        return label->value == "enabled" ? MeshMember::yes : MeshMember::no;
    if (find(record.podLabels, "istio.io/rev") || find(space.labels, "istio.io/rev"))
        return MeshMember::yes;
    if (says(record.podAnnotations, "linkerd.io/inject", "enabled") ||
        (nsObject && says(nsObject->annotations, "linkerd.io/inject", "enabled")))
        return MeshMember::no; // another mesh's
    return nsObject ? MeshMember::no : MeshMember::notKnown;
}

MeshMember memberOf(const Model& model, const Workload& workload, const Space& space, const Object* nsObject)
{
    const std::vector<const WorkloadRecord*> records = recordsOf(model, workload);
    for (const WorkloadRecord* record : records) {
        if (holds(*record, "istio-proxy") || says(record->podAnnotations, "ambient.istio.io/redirection", "enabled"))
            return MeshMember::yes;
        if (holds(*record, "linkerd-proxy"))
            return MeshMember::no;
    }
    if (!workload.pods.empty() || records.front()->pod.hostNetwork.value)
        return MeshMember::no;
    return promised(*records.front(), space, nsObject);
}

PortSet listed(std::string_view list) // "8080,9090" or "*"
{
    PortSet ports;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        std::string_view word = list.substr(0, comma);
        list.remove_prefix(std::min(comma + 1, list.size()));
        while (!word.empty() && word.front() == ' ')
            word.remove_prefix(1);
        while (!word.empty() && word.back() == ' ')
            word.remove_suffix(1);
        std::uint32_t port = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), port);
        if (word == "*")
            ports |= PortSet::of(Protocol::tcp, {});
        else if (error == std::errc() && end == word.data() + word.size() && port >= 1 && port <= 65535)
            ports |= PortSet::of(Protocol::tcp, {port, port});
    }
    return ports;
}

} // namespace

std::vector<MeshMember> meshMembers(const Model& model, const World& world)
{
    std::map<std::pair<std::string, std::string>, const Object*> objects;
    for (const Namespace& one : model.architecture.namespaces)
        if (one.object.valid())
            objects[{one.cluster, one.name}] = &model.inventory.object(one.object);
    std::vector<MeshMember> members(world.pods.size(), MeshMember::notKnown);
    bool any = false;
    const auto& workloads = model.architecture.workloads;
    for (std::size_t i = 0; i < std::min(workloads.size(), world.pods.size()); ++i) {
        const auto found = objects.find({workloads[i].cluster, workloads[i].ns});
        members[i] =
            memberOf(model, workloads[i], world.spaces[world.pods[i].space], found == objects.end() ? nullptr : found->second);
        any = any || members[i] == MeshMember::yes;
    }
    if (!any)
        return std::vector<MeshMember>(world.pods.size(), MeshMember::notKnown);
    for (std::size_t i = workloads.size(); i < world.pods.size(); ++i)
        if (world.pods[i].standsFor)
            members[i] = members[*world.pods[i].standsFor];
    return members;
}

std::vector<PortSet> portsBesideProxy(const Model& model, const World& world)
{
    std::vector<PortSet> beside(world.pods.size());
    const auto& workloads = model.architecture.workloads;
    for (std::size_t i = 0; i < std::min(workloads.size(), world.pods.size()); ++i) {
        const Attributes& annotations = recordsOf(model, workloads[i]).front()->podAnnotations;
        if (const Attribute* in = find(annotations, "traffic.sidecar.istio.io/includeInboundPorts"))
            beside[i] = PortSet::of(Protocol::tcp, {}) - listed(in->value);
        if (const Attribute* out = find(annotations, "traffic.sidecar.istio.io/excludeInboundPorts"))
            beside[i] |= listed(out->value);
    }
    return beside;
}

} // namespace bartizan::connectivity
