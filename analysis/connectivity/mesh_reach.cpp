// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_reach.h"

#include "analysis/connectivity/mesh_linkerd.h"

#include <algorithm>
#include <tuple>

namespace bartizan::connectivity {
namespace {

// Policies with targetRefs are for what they name, not for the pods of their namespace.
bool targets(const MeshAccessPolicy& policy)
{
    return !policy.targetGateways.empty() || !policy.targetServices.empty() || !policy.targetClasses.empty();
}

} // namespace

MeshEnd meshEnd(const Connectivity& connectivity, End end)
{
    MeshEnd made;
    made.kind = end.kind;
    if (end.kind == End::Kind::pod)
        made.pod = end.index;
    else if (end.kind == End::Kind::addresses)
        made.range = connectivity.ranges()[end.index];
    else
        made.name = (end.kind == End::Kind::hostName ? connectivity.hostNames() : connectivity.specials())[end.index];
    return made;
}

MeshReach::MeshReach(const Model& model, const World& world, std::string rootNamespace)
    : m_inventory(model.inventory), m_world(world), m_installations(model.inventory, std::move(rootNamespace)),
      m_egress(model, world, m_installations), m_linkerd(std::make_shared<const LinkerdReach>(model, world, m_egress)),
      m_members(meshMembers(model, world)), m_beside(portsBesideProxy(model, world))
{
    const auto index = [&](const auto& records, std::map<Place, std::vector<std::size_t>>& into) {
        for (std::size_t i = 0; i < records.size(); ++i)
            if (const Object& object = m_inventory.object(records[i].object); object.applied())
                into[{object.identity.cluster, records[i].ns}].push_back(i);
    };
    index(m_inventory.meshAccessPolicies, m_access);
    index(m_inventory.meshAuthentications, m_authentications);
    for (auto& [place, list] : m_authentications) // the order in which Istio takes them
        std::sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
            const Object& one = m_inventory.object(m_inventory.meshAuthentications[a].object);
            const Object& other = m_inventory.object(m_inventory.meshAuthentications[b].object);
            return std::tie(one.created, one.identity.name, a) < std::tie(other.created, other.identity.name, b);
        });
    for (const Namespace& one : model.architecture.namespaces)
        if (one.object.valid())
            m_spaces.insert({one.cluster, one.name});
    m_any = !m_access.empty() || !m_authentications.empty() || m_egress.any() || m_linkerd->any();
}

std::shared_ptr<const MeshReach> MeshReach::of(const Model& model, const World& world, std::string rootNamespace)
{
    return std::shared_ptr<const MeshReach>(new MeshReach(model, world, std::move(rootNamespace)));
}

std::vector<AddressSet> MeshReach::blocks() const
{
    std::vector<AddressSet> sets = m_egress.blocks();
    for (const MeshAccessPolicy& policy : m_inventory.meshAccessPolicies)
        for (const MeshAccessRule& rule : policy.rules)
            addBlocks(rule, sets);
    const std::vector<AddressSet> linkerd = m_linkerd->blocks();
    sets.insert(sets.end(), linkerd.begin(), linkerd.end());
    return sets;
}

MeshDecider MeshReach::deciderOf(ObjectId id, const char* kind, std::string why, const Evidence& evidence) const
{
    const Identity& identity = m_inventory.object(id).identity;
    return {id, std::string(kind) + " " + identity.ns + "/" + identity.name, std::move(why), evidence};
}

bool MeshReach::selects(const Selector& selector, std::size_t pod) const
{
    return !selector.present || matches(selector, m_world.pods[pod].labels);
}

// istio.io, "Configure waypoint proxies": the label of the Service, else of its namespace.
bool MeshReach::hasWaypoint(const Object& service, const Space& space) const
{
    constexpr std::string_view key = "istio.io/use-waypoint";
    const Attribute* label = find(service.labels, key);
    if (!label)
        label = find(space.labels, key);
    return label ? label->value != "none" : m_spaces.count({space.cluster, space.name}) == 0;
}

MeshReach::Access MeshReach::accessOf(std::size_t pod) const
{
    const Space& space = spaceOf(pod);
    const Attributes& labels = m_world.pods[pod].labels;
    Access access;
    const auto isTarget = [&](const MeshAccessPolicy& policy) {
        // The pods that serve a Gateway carry its name (gateway-api.sigs.k8s.io, "GEP-1762").
        const Attribute* gateway = find(labels, "gateway.networking.k8s.io/gateway-name");
        const std::string end = gateway ? ":" + space.name + "/" + gateway->value : std::string();
        return gateway && std::any_of(policy.targetGateways.begin(), policy.targetGateways.end(), [&](const std::string& id) {
                   return id.size() >= end.size() && id.compare(id.size() - end.size(), end.size(), end) == 0;
               });
    };
    const auto isBehind = [&](const MeshAccessPolicy& policy) { // a Service that selects the pod, behind a waypoint
        return std::any_of(m_inventory.services.begin(), m_inventory.services.end(), [&](const ServiceRecord& service) {
            const Object& object = m_inventory.object(service.object);
            const Identity& identity = object.identity;
            return identity.cluster == space.cluster && identity.ns == space.name && service.selector.present &&
                   !service.selector.requirements.empty() && matches(service.selector, labels) &&
                   std::find(policy.targetServices.begin(), policy.targetServices.end(), identity.ns + "/" + identity.name) !=
                       policy.targetServices.end() &&
                   hasWaypoint(object, space);
        });
    };
    const std::vector<std::string>& roots = m_installations.roots(space.cluster);
    std::vector<std::string> places{space.name};
    for (const std::string& root : roots)
        if (root != space.name)
            places.push_back(root);
    for (const std::string& ns : places)
        if (const auto found = m_access.find({space.cluster, ns}); found != m_access.end())
            for (const std::size_t i : found->second) {
                const MeshAccessPolicy& policy = m_inventory.meshAccessPolicies[i];
                if (policy.dryRun || policy.action == MeshAccessPolicy::Action::audit)
                    continue;
                if (targets(policy) ? isTarget(policy) : selects(policy.pods, pod)) {
                    access.policies.push_back(i);
                    access.unsure = access.unsure || (roots.size() > 1 && ns != space.name);
                } else if (!policy.targetServices.empty() && isBehind(policy)) {
                    access.waypoint = true;
                }
            }
    return access;
}

std::vector<MeshSlice> MeshReach::byIstio(const MeshEnd& from, std::size_t pod) const
{
    std::vector<MeshSlice> slices;
    const auto open = [&](const PortSet& ports) {
        MeshSlice slice;
        slice.ports = ports;
        if (!ports.empty())
            slices.push_back(std::move(slice));
    };
    if (m_members[pod] == MeshMember::no) { // policies bind nobody there
        open(tcpPorts());
        return slices;
    }
    open(m_beside[pod] & tcpPorts());
    const bool known = from.kind == End::Kind::pod && !from.nameless && m_members[from.pod] != MeshMember::no;
    for (const Accepting& way : accepting(pod)) {
        const PortSet ports = way.ports - m_beside[pod];
        if (ports.empty())
            continue;
        if (way.mode == MtlsMode::strict && !known) {
            MeshSlice slice;
            slice.ports = ports;
            slice.outcome = way.unsure ? MeshSlice::Outcome::notDecided : MeshSlice::Outcome::denied;
            if (way.unsure)
                slice.notes.emplace_back(way.unsure);
            slice.by.push_back(deciderOf(m_inventory.meshAuthentications[way.policy].object, "PeerAuthentication",
                                         "asks for mutual TLS, and the caller has no certificate of the mesh", way.evidence));
            join(slices, std::move(slice));
            continue;
        }
        std::vector<MeshSlice> parts = judged(from, known && way.mode != MtlsMode::disable, pod, ports);
        if (known && way.mayDisable)
            parts = eitherHolds(parts, judged(from, false, pod, ports), MeshDiffer::notDecided, way.unsure);
        for (MeshSlice& slice : parts)
            join(slices, std::move(slice));
    }
    return slices;
}

std::vector<MeshSlice> MeshReach::atPod(const MeshEnd& from, std::size_t pod) const
{
    if (!m_linkerd->binds(pod))
        return byIstio(from, pod);
    if (m_members[pod] == MeshMember::no)
        return m_linkerd->atPod(from, pod);
    std::vector<MeshSlice> slices; // whose proxy the pod has is not known
    const std::vector<MeshSlice> linkerd = m_linkerd->atPod(from, pod);
    for (const MeshSlice& one : byIstio(from, pod))
        for (const MeshSlice& other : linkerd)
            if (MeshSlice slice = bothPass(one, other); !slice.ports.empty())
                join(slices, std::move(slice));
    return slices;
}

} // namespace bartizan::connectivity
