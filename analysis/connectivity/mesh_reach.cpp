// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_reach.h"

#include "analysis/connectivity/mesh_linkerd.h"
#include "analysis/connectivity/mesh_text.h"

#include <algorithm>
#include <tuple>

namespace bartizan::connectivity {
namespace {

constexpr const char* controllerTlsNote = "Whether the ingress controller has a certificate of the mesh is not known.";
constexpr const char* proxyNote = "That the workload has a proxy that applies this is assumed: whether it has one is not known.";

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
      m_authentications(model.inventory, m_installations), m_egress(model, world, m_installations),
      m_linkerd(std::make_shared<const LinkerdReach>(model, world, m_egress)), m_members(meshMembers(model, world)),
      m_beside(portsBesideProxy(model, world))
{
    const auto index = [&](const auto& records, std::map<Place, std::vector<std::size_t>>& into) {
        for (std::size_t i = 0; i < records.size(); ++i)
            if (const Object& object = m_inventory.object(records[i].object); object.applied())
                into[{object.identity.cluster, records[i].ns}].push_back(i);
    };
    index(m_inventory.meshAccessPolicies, m_access);
    indexAccess();
    for (const Namespace& one : model.architecture.namespaces)
        if (one.object.valid())
            m_spaces.insert({one.cluster, one.name});
    classifyCallers();
    m_any = !m_access.empty() || !m_authentications.empty() || m_egress.any() || m_linkerd->any();
}

void MeshReach::classifyCallers()
{
    std::map<std::tuple<std::string, std::size_t, bool, MeshMember, MeshMember, PortSet>, std::size_t> known;
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> names;
    for (std::size_t pod = 0; pod < m_world.pods.size(); ++pod) {
        MeshEnd end;
        end.pod = pod;
        const auto made = known.try_emplace({spaceOf(pod).cluster, m_egress.callerClass(pod), isController(end), m_members[pod],
                                             m_linkerd->member(pod), m_linkerd->skippedOutbound(pod)},
                                            known.size());
        m_callers.push_back(made.first->second);
        m_names.push_back(
            names.try_emplace({spaceOf(pod).cluster, spaceOf(pod).name, m_world.pods[pod].account}, names.size()).first->second);
    }
    m_nameCount = names.size();
}

MeshReach::Seen MeshReach::seen(std::size_t from, const Destination& to, Sights& sights) const
{
    Seen seen{m_callers[from], {}};
    const MeshSight sight = m_members[to.pod] == MeshMember::ambient ? MeshSight::ztunnel : MeshSight::http;
    for (const auto& policies : to.policies)
        for (const std::size_t policy : policies) {
            const std::uint64_t key = (policy * m_nameCount + m_names[from]) * 3 + static_cast<std::uint64_t>(sight);
            const auto [known, isNew] = sights.m_known.try_emplace(key, nullptr);
            if (isNew) {
                MeshEnd end;
                end.pod = from;
                const MeshCaller caller = callerOf(end, true);
                std::vector<const void*> list;
                for (const MeshRule& rule : m_rules[policy])
                    rule.addSeen(caller, sight, list);
                known->second = &*sights.m_lists.insert(std::move(list)).first;
            }
            seen.who.push_back(known->second);
        }
    m_linkerd->addSeen(from, to.pod, to.clients, seen.who);
    return seen;
}

std::shared_ptr<const MeshReach> MeshReach::of(const Model& model, const World& world, std::string rootNamespace)
{
    return std::shared_ptr<const MeshReach>(new MeshReach(model, world, std::move(rootNamespace)));
}

std::vector<AddressSet> MeshReach::blocks() const
{
    std::vector<AddressSet> sets = m_egress.blocks();
    for (const std::vector<MeshRule>& rules : m_rules)
        for (const MeshRule& rule : rules)
            rule.addBlocks(sets);
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

MeshReach::Destination MeshReach::destinationOf(std::size_t pod) const
{
    Destination to;
    to.pod = pod;
    to.clients = m_linkerd->clientsAt(pod);
    to.accepting = m_authentications.of(spaceOf(pod).cluster, spaceOf(pod).name, m_world.pods[pod].labels);
    addAccess(to);
    if (m_members[pod] == MeshMember::no) {
        to.unbound = std::any_of(to.policies.begin(), to.policies.end(), [](const auto& list) { return !list.empty(); }) ||
                     std::any_of(to.accepting.begin(), to.accepting.end(),
                                 [](const MeshAccepting& one) { return one.mode == MtlsMode::strict; });
        to.accepting.clear();
        to.policies.clear();
        return to;
    }
    to.protocols = m_egress.protocolsOf(pod);
    return to;
}

bool MeshReach::isController(const MeshEnd& end) const
{
    if (end.kind != End::Kind::pod)
        return end.kind == End::Kind::special && end.name == controllerId;
    const Pod& pod = m_world.pods[end.pod];
    return pod.imagined && pod.id == controllerId;
}

std::vector<MeshSlice> MeshReach::byIstio(const MeshEnd& from, const Destination& to) const
{
    std::vector<MeshSlice> slices;
    const auto open = [&](const PortSet& ports) {
        MeshSlice slice;
        slice.ports = ports;
        slice.unbound = to.unbound;
        if (!ports.empty())
            slices.push_back(std::move(slice));
    };
    if (m_members[to.pod] == MeshMember::no) { // policies bind nobody there
        open(tcpPorts());
        return slices;
    }
    const bool ambient = m_members[to.pod] == MeshMember::ambient; // annotations of sidecars mean nothing to its proxy
    const PortSet beside = ambient ? PortSet() : m_beside[to.pod] & tcpPorts();
    open(beside);
    const bool known = from.kind == End::Kind::pod && !from.nameless && m_members[from.pod] != MeshMember::no;
    const bool controller = isController(from);
    for (const MeshAccepting& way : to.accepting) {
        const PortSet ports = way.ports - beside;
        if (ports.empty())
            continue;
        const bool strict = way.mode == MtlsMode::strict;
        if (strict && (!known || controller)) {
            MeshSlice slice;
            slice.ports = ports;
            slice.outcome = way.unsure || controller ? MeshSlice::Outcome::notDecided : MeshSlice::Outcome::denied;
            if (way.unsure)
                slice.notes.emplace_back(way.unsure);
            if (controller)
                slice.notes.emplace_back(controllerTlsNote);
            slice.by.push_back(deciderOf(m_inventory.meshAuthentications[*way.policy].object, "PeerAuthentication",
                                         controller ? "asks for mutual TLS"
                                                    : "asks for mutual TLS, and the caller has no certificate of the mesh",
                                         way.evidence));
            join(slices, std::move(slice));
            continue;
        }
        // A ztunnel always offers mutual TLS: it ignores that a policy turns it off (istio.io, "Use Layer 4 security policy").
        std::vector<MeshSlice> parts = judged(from, known && (ambient || way.mode != MtlsMode::disable), to, ports);
        if (known && !ambient && way.mayDisable)
            parts = eitherHolds(parts, judged(from, false, to, ports), MeshDiffer::notDecided, way.unsure);
        for (MeshSlice& slice : parts) {
            if (strict && slice.by.empty())
                slice.by.push_back(deciderOf(m_inventory.meshAuthentications[*way.policy].object, "PeerAuthentication",
                                             "asks for mutual TLS, which the caller uses", way.evidence));
            if (strict && m_members[from.pod] == MeshMember::notKnown)
                addOnce(slice.notes, std::string(meshIdentityNote));
            join(slices, std::move(slice));
        }
    }
    return slices;
}

std::vector<MeshSlice> MeshReach::atPod(const MeshEnd& from, const Destination& to) const
{
    const std::size_t pod = to.pod;
    std::vector<MeshSlice> slices;
    if (!m_linkerd->binds(pod)) {
        slices = byIstio(from, to);
    } else if (m_members[pod] == MeshMember::no) {
        slices = m_linkerd->atPod(from, pod);
    } else { // whose proxy the pod has is not known
        const std::vector<MeshSlice> linkerd = m_linkerd->atPod(from, pod);
        for (const MeshSlice& one : byIstio(from, to))
            for (const MeshSlice& other : linkerd)
                if (MeshSlice slice = bothPass(one, other); !slice.ports.empty())
                    join(slices, std::move(slice));
    }
    const bool known = m_members[pod] == MeshMember::yes || m_members[pod] == MeshMember::ambient || m_linkerd->has(pod);
    for (MeshSlice& slice : slices)
        if (!known && !slice.by.empty())
            addOnce(slice.notes, std::string(proxyNote));
    return slices;
}

} // namespace bartizan::connectivity
