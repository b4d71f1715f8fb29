// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_members.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace bartizan::connectivity {
namespace {

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

enum class Mesh { istio, linkerd };
struct Found {
    MeshMember member = MeshMember::notKnown;
    bool other = false;   // it is of another mesh
    bool differs = false; // running pods of it differ
};

bool isTrue(std::string_view word) // as the injector reads it
{
    std::string lower(word);
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower == "true" || lower == "yes" || lower == "y" || lower == "on";
}

// A pod with a sidecar is never of the ambient mesh; one without is where it or its namespace says so, whatever it says of
// sidecars (istio.io, "Add workloads to the mesh").
Found promisedIstio(const WorkloadRecord& record, const Space& space)
{
    const SidecarWish sidecar = sidecarWish(record, space.labels);
    if (sidecar.asks)
        return {MeshMember::yes};
    const Attribute* mode = find(record.podLabels, "istio.io/dataplane-mode");
    if (!mode)
        mode = find(space.labels, "istio.io/dataplane-mode");
    if (mode && mode->value == "ambient")
        return {MeshMember::ambient};
    return sidecar.refused ? Found{MeshMember::no} : Found{};
}

// The pod's own annotation, else that of its namespace: "enabled", "ingress" or "disabled".
Found promisedLinkerd(const WorkloadRecord& record, const Object* nsObject)
{
    const Attribute* inject = find(record.podAnnotations, "linkerd.io/inject");
    if (!inject && nsObject)
        inject = find(nsObject->annotations, "linkerd.io/inject");
    if (!inject)
        return {};
    return {inject->value == "enabled" || inject->value == "ingress" ? MeshMember::yes : MeshMember::no};
}

// What labels and annotations ask for, when no running pod shows it.
Found promised(Mesh mesh, const WorkloadRecord& record, const Space& space, const Object* nsObject)
{
    const Found istio = promisedIstio(record, space), linkerd = promisedLinkerd(record, nsObject);
    const Found& own = mesh == Mesh::istio ? istio : linkerd;
    const Found& other = mesh == Mesh::istio ? linkerd : istio;
    if (own.member != MeshMember::notKnown)
        return own;
    if (other.member == MeshMember::yes || other.member == MeshMember::ambient)
        return {MeshMember::no, true};
    return {nsObject ? MeshMember::no : MeshMember::notKnown};
}

Found seenAt(Mesh mesh, const WorkloadRecord& record)
{
    const bool sidecar = proxyContainer(record.pod, "istio-proxy");
    const bool ambient = !sidecar && says(record.podAnnotations, "ambient.istio.io/redirection", "enabled");
    const bool linkerd = proxyContainer(record.pod, "linkerd-proxy");
    if (mesh == Mesh::istio ? sidecar || ambient : linkerd)
        return {mesh == Mesh::istio && ambient ? MeshMember::ambient : MeshMember::yes};
    return {MeshMember::no, sidecar || ambient || linkerd};
}

Found memberOf(Mesh mesh, const Model& model, const Workload& workload, const Space& space, const Object* nsObject)
{
    const std::vector<const WorkloadRecord*> records = recordsOf(model, workload);
    const Found first = seenAt(mesh, *records.front());
    for (const WorkloadRecord* record : records)
        if (const Found one = seenAt(mesh, *record); one.member != first.member || one.other != first.other)
            return {MeshMember::notKnown, false, one.member != first.member};
    if (first.member != MeshMember::no || first.other)
        return first;
    if (!workload.pods.empty() || records.front()->pod.hostNetwork.value)
        return {MeshMember::no};
    return promised(mesh, *records.front(), space, nsObject);
}

std::string_view trimmed(std::string_view word)
{
    while (!word.empty() && word.front() == ' ')
        word.remove_prefix(1);
    while (!word.empty() && word.back() == ' ')
        word.remove_suffix(1);
    return word;
}

std::uint32_t portOf(std::string_view word) // 0 = none
{
    std::uint32_t port = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), port);
    return error == std::errc() && end == word.data() + word.size() && port <= 65535 ? port : 0;
}

PortSet listed(std::string_view list) // "8080,9090", "*"; Linkerd has ranges too: "25,587,4567-4568"
{
    PortSet ports;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const std::string_view word = trimmed(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
        const std::size_t dash = word.find('-');
        const std::uint32_t first = portOf(trimmed(word.substr(0, dash)));
        const std::uint32_t last = dash == std::string_view::npos ? first : portOf(trimmed(word.substr(dash + 1)));
        if (word == "*")
            ports |= PortSet::of(Protocol::tcp, {});
        else if (first != 0 && first <= last)
            ports |= PortSet::of(Protocol::tcp, {first, last});
    }
    return ports;
}

AddressSet blocksOf(std::string_view list) // "10.0.0.0/8,1.2.3.4"
{
    std::vector<AddressRange> blocks;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        if (const auto block = blockOf(trimmed(list.substr(0, comma))))
            blocks.push_back(*block);
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return AddressSet::of(std::move(blocks));
}

using Places = std::map<std::pair<std::string, std::string>, const Namespace*>; // with an object; by cluster, name
Places placesOf(const Model& model)
{
    Places places;
    for (const Namespace& one : model.architecture.namespaces)
        if (one.object.valid())
            places[{one.cluster, one.name}] = &one;
    return places;
}

std::vector<MeshMember> membersOf(Mesh mesh, const Model& model, const World& world)
{
    const Places places = placesOf(model);
    std::vector<Found> all(world.pods.size());
    bool any = false;
    const auto& workloads = model.architecture.workloads;
    for (std::size_t i = 0; i < std::min(workloads.size(), world.pods.size()); ++i) {
        const auto place = places.find({workloads[i].cluster, workloads[i].ns});
        const Object* object = place == places.end() ? nullptr : &model.inventory.object(place->second->object);
        all[i] = memberOf(mesh, model, workloads[i], world.spaces[world.pods[i].space], object);
        any = any || all[i].member == MeshMember::yes || all[i].member == MeshMember::ambient || all[i].differs;
    }
    for (std::size_t i = workloads.size(); i < world.pods.size(); ++i)
        if (world.pods[i].standsFor)
            all[i] = all[*world.pods[i].standsFor];
    std::vector<MeshMember> members;
    members.reserve(all.size());
    for (const Found& one : all)
        members.push_back(any || one.other ? one.member : MeshMember::notKnown);
    return members;
}

} // namespace

const Container* proxyContainer(const PodSpec& pod, std::string_view name)
{
    for (const Container& one : pod.containers) {
        const std::string_view image = one.image.value;
        const std::size_t slash = image.rfind('/');
        if (one.name == name && image.substr(slash == std::string_view::npos ? 0 : slash + 1).substr(0, 7) != "ztunnel")
            return &one;
    }
    return nullptr;
}

SidecarWish sidecarWish(const WorkloadRecord& record, const Attributes& space)
{
    constexpr std::string_view inject = "sidecar.istio.io/inject";
    const Attribute* injection = find(space, "istio-injection");
    if (injection && injection->value != "enabled")
        return {nullptr, true};
    const Attribute* label = find(record.podLabels, inject);
    const Attribute* wish = label ? label : find(record.podAnnotations, inject);
    if (wish && !wish->value.empty() && !isTrue(wish->value))
        return {nullptr, true};
    if (label && label->value == "true")
        return {label};
    if (!injection)
        injection = find(space, "istio.io/rev");
    return {injection ? injection : find(record.podLabels, "istio.io/rev")};
}

std::vector<MeshMember> meshMembers(const Model& model, const World& world)
{
    return membersOf(Mesh::istio, model, world);
}

std::vector<MeshMember> linkerdMembers(const Model& model, const World& world)
{
    return membersOf(Mesh::linkerd, model, world);
}

std::vector<LinkerdSettings> linkerdSettings(const Model& model, const World& world)
{
    const Places places = placesOf(model);
    std::vector<LinkerdSettings> all(world.pods.size());
    const auto& workloads = model.architecture.workloads;
    for (std::size_t i = 0; i < std::min(workloads.size(), world.pods.size()); ++i) {
        const WorkloadRecord& record = *recordsOf(model, workloads[i]).front();
        const auto place = places.find({workloads[i].cluster, workloads[i].ns});
        const ObjectId nsObject = place == places.end() ? ObjectId() : place->second->object;
        ObjectId where;
        const auto annotation = [&](std::string_view name) {
            const std::string key = "config.linkerd.io/" + std::string(name);
            where = record.object;
            const Attribute* found = find(record.podAnnotations, key);
            if (!found && nsObject.valid()) {
                where = nsObject;
                found = find(model.inventory.object(nsObject).annotations, key);
            }
            return found;
        };
        LinkerdSettings& one = all[i];
        if (const Attribute* found = annotation("skip-inbound-ports"))
            one.skippedInbound = listed(found->value);
        if (const Attribute* found = annotation("skip-outbound-ports"))
            one.skippedOutbound = listed(found->value);
        if (const Attribute* found = annotation("proxy-require-identity-inbound-ports")) {
            one.identified = listed(found->value);
            one.identifiedObject = where;
            one.identifiedEvidence = found->evidence;
        }
        if (const Attribute* found = annotation("default-inbound-policy")) {
            one.inbound = found->value;
            one.inboundObject = where;
            one.inboundEvidence = found->evidence;
        }
    }
    for (std::size_t i = workloads.size(); i < world.pods.size(); ++i)
        if (world.pods[i].standsFor)
            all[i] = all[*world.pods[i].standsFor];
    return all;
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
    for (std::size_t i = workloads.size(); i < world.pods.size(); ++i)
        if (world.pods[i].standsFor)
            beside[i] = beside[*world.pods[i].standsFor];
    return beside;
}

std::vector<MeshCapture> meshCaptures(const Model& model, const World& world)
{
    using Inside = MeshCapture::Inside;
    std::vector<MeshCapture> all(world.pods.size());
    const AddressSet inside = insideAddresses();
    const auto& workloads = model.architecture.workloads;
    for (std::size_t i = 0; i < std::min(workloads.size(), world.pods.size()); ++i) {
        const Attributes& annotations = recordsOf(model, workloads[i]).front()->podAnnotations;
        const auto annotation = [&](const char* name) {
            return find(annotations, std::string("traffic.sidecar.istio.io/") + name);
        };
        MeshCapture& one = all[i];
        if (const Attribute* ports = annotation("excludeOutboundPorts"))
            one.skippedPorts = listed(ports->value);
        if (const Attribute* in = annotation("includeOutboundIPRanges"); in && trimmed(in->value) != "*") {
            one.skipped = AddressSet::everything();
            one.skipped -= blocksOf(in->value);
        }
        if (const Attribute* out = annotation("excludeOutboundIPRanges"))
            one.skipped |= blocksOf(out->value);
        AddressSet left = inside;
        left -= one.skipped;
        // includeOutboundPorts: whatever the address.
        one.inside = left == inside                                        ? Inside::passes
                     : left.empty() && !annotation("includeOutboundPorts") ? Inside::never
                                                                           : Inside::notKnown;
    }
    for (std::size_t i = workloads.size(); i < world.pods.size(); ++i)
        if (world.pods[i].standsFor)
            all[i] = all[*world.pods[i].standsFor];
    return all;
}

} // namespace bartizan::connectivity
