// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_reach.h"

#include "analysis/connectivity/mesh_linkerd.h"
#include "analysis/connectivity/mesh_text.h"

#include <algorithm>

namespace bartizan::connectivity {
namespace {

constexpr const char* controllerTlsNote = "Whether the ingress controller has a certificate of the mesh is not known.";
constexpr const char* proxyNote = "That the workload has a proxy that applies this is assumed: whether it has one is not known.";

void nameFew(MeshSlice& slice)
{
    if (slice.by.size() > mostDeciders) {
        slice.unnamed += slice.by.size() - mostDeciders;
        slice.by.resize(mostDeciders);
    }
    if (slice.unnamed > 0)
        slice.notes.push_back(
            "Policies and rules that decide in the same way and are not named: " + std::to_string(slice.unnamed) + ".");
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
    indexAccess();
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

// PeerAuthentication: the narrowest that sets a mode wins; the ports of the narrowest are set apart by it.
std::vector<MeshReach::Accepting> MeshReach::accepting(std::size_t pod) const
{
    const Space& space = spaceOf(pod);
    std::vector<std::size_t> order; // of the workload, of its namespace, of the mesh
    const auto add = [&](const std::string& ns, bool ofWorkload) {
        if (const auto found = m_authentications.find({space.cluster, ns}); found != m_authentications.end())
            for (const std::size_t i : found->second) {
                const Selector& selector = m_inventory.meshAuthentications[i].pods;
                const bool narrow = selector.present && !selector.requirements.empty();
                if (narrow == ofWorkload && selects(selector, pod))
                    order.push_back(i);
            }
    };
    add(space.name, true);
    add(space.name, false);
    const std::size_t own = order.size();
    const std::vector<std::string>& roots = m_installations.roots(space.cluster);
    for (const std::string& root : roots)
        if (root != space.name)
            add(root, false);
    if (roots.size() > 1) // which of them is the workload's is not known: the strictest is looked at, and said to be unsure
        std::stable_partition(order.begin() + static_cast<std::ptrdiff_t>(own), order.end(),
                              [&](std::size_t i) { return m_inventory.meshAuthentications[i].mode.value == MtlsMode::strict; });
    std::vector<Accepting> result;
    PortSet left = tcpPorts();
    for (std::size_t at = 0; at < order.size(); ++at) {
        const std::size_t i = order[at];
        const bool unsure = roots.size() > 1 && at >= own;
        const MeshAuthentication& record = m_inventory.meshAuthentications[i];
        for (const auto& [number, mode] : record.ports)
            if (const PortSet port = PortSet::of(Protocol::tcp, {number, number});
                number != 0 && mode.value != MtlsMode::unset && left.contains(port)) {
                left -= port;
                result.push_back({port, mode.value, i, unsure, mode.evidence});
            }
        if (record.mode.written() && record.mode.value != MtlsMode::unset) {
            result.push_back({left, record.mode.value, i, unsure, record.mode.evidence});
            return result;
        }
    }
    result.push_back({left, MtlsMode::permissive, 0, false, {}});
    return result;
}

MeshReach::Destination MeshReach::destinationOf(std::size_t pod) const
{
    Destination to;
    to.pod = pod;
    to.accepting = accepting(pod);
    to.plain = m_egress.plainPorts(pod);
    addAccess(to);
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
    const bool known = from.kind == End::Kind::pod && m_members[from.pod] != MeshMember::no;
    const bool controller = isController(from);
    for (const Accepting& way : to.accepting) {
        const PortSet ports = way.ports - beside;
        if (ports.empty())
            continue;
        const bool strict = way.mode == MtlsMode::strict;
        if (strict && (!known || controller)) {
            MeshSlice slice;
            slice.ports = ports;
            slice.outcome = way.unsure || controller ? MeshSlice::Outcome::notDecided : MeshSlice::Outcome::denied;
            if (way.unsure)
                slice.notes.emplace_back(meshRootsNote);
            if (controller)
                slice.notes.emplace_back(controllerTlsNote);
            slice.by.push_back(deciderOf(m_inventory.meshAuthentications[way.policy].object, "PeerAuthentication",
                                         controller ? "asks for mutual TLS"
                                                    : "asks for mutual TLS, and the caller has no certificate of the mesh",
                                         way.evidence));
            join(slices, std::move(slice));
            continue;
        }
        // A ztunnel always offers mutual TLS: it ignores that a policy turns it off (istio.io, "Use Layer 4 security policy").
        for (MeshSlice& slice : judged(from, known && (ambient || way.mode != MtlsMode::disable), to, ports)) {
            if (strict && m_members[from.pod] == MeshMember::notKnown)
                addOnce(slice.notes, std::string(meshIdentityNote));
            join(slices, std::move(slice));
        }
    }
    return slices;
}

std::vector<MeshSlice> MeshReach::atPod(const MeshEnd& from, std::size_t pod) const
{
    std::vector<MeshSlice> slices;
    if (!m_linkerd->binds(pod)) {
        slices = byIstio(from, destinationOf(pod));
    } else if (m_members[pod] == MeshMember::no) {
        slices = m_linkerd->atPod(from, pod);
    } else { // whose proxy the pod has is not known
        const std::vector<MeshSlice> linkerd = m_linkerd->atPod(from, pod);
        for (const MeshSlice& one : byIstio(from, destinationOf(pod)))
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

MeshAnswer MeshReach::between(const MeshEnd& from, const MeshEnd& to) const
{
    using Kind = MeshEgressRules::Way::Kind;
    MeshEgressRules::Way way;
    if (from.kind == End::Kind::pod && m_members[from.pod] != MeshMember::no && m_members[from.pod] != MeshMember::ambient) {
        if (to.kind == End::Kind::pod)
            way = m_egress.toPod(from.pod, to.pod);
        else if (to.kind == End::Kind::addresses)
            way = m_egress.toAddresses(from.pod, to.range);
        else if (to.kind == End::Kind::hostName)
            way = m_egress.toHost(from.pod, to.name);
    }
    const auto sidecar = [&](const char* why) {
        const MeshEgress& record = m_inventory.meshEgress[*way.sidecar];
        return deciderOf(record.object, "Sidecar", why, record.evidence);
    };
    const auto mesh = [&](const char* why) {
        const MeshSettings& record = m_inventory.meshSettings[*way.settings];
        const Evidence& at = record.outboundMode.written() ? record.outboundMode.evidence : record.evidence;
        return MeshDecider{record.object, displayName(m_inventory.object(record.object).identity), why, at};
    };
    MeshAnswer answer;
    if (way.kind == Kind::registered || way.kind == Kind::differing) {
        MeshSlice slice;
        slice.ports = tcpPorts();
        // That the mesh's own default binds the caller takes a proxy at it; a Sidecar is written for those who have one.
        const bool open = way.kind == Kind::differing || (way.settings && m_members[from.pod] == MeshMember::notKnown);
        slice.outcome = open ? MeshSlice::Outcome::notDecided : MeshSlice::Outcome::denied;
        if (way.sidecar)
            slice.by.push_back(sidecar(way.settings ? "names no host of the destination"
                                                    : "names no host of the destination, and unknown ones are refused "
                                                      "(REGISTRY_ONLY)"));
        if (way.settings)
            slice.by.push_back(mesh("connections that no route knows are refused (REGISTRY_ONLY)"));
        if (way.kind == Kind::differing)
            slice.notes.emplace_back("Control planes of the cluster differ in what becomes of connections that no route knows.");
        else if (open)
            slice.notes.emplace_back("Whether the caller has a proxy is not known.");
        answer.slices.push_back(std::move(slice));
        return answer;
    }
    if (to.kind == End::Kind::pod) {
        answer.slices = atPod(from, to.pod);
    } else {
        answer.slices.emplace_back();
        answer.slices.back().ports = tcpPorts();
    }
    if (way.kind == Kind::unrouted)
        for (MeshSlice& slice : answer.slices) {
            slice.unrouted = true;
            if (slice.outcome != MeshSlice::Outcome::denied)
                slice.by.push_back(
                    sidecar("names no host of the destination; the proxy passes the connection through (ALLOW_ANY)"));
        }
    for (MeshSlice& slice : answer.slices)
        nameFew(slice);
    std::sort(answer.slices.begin(), answer.slices.end(),
              [](const MeshSlice& a, const MeshSlice& b) { return a.ports < b.ports; });
    return answer;
}

} // namespace bartizan::connectivity
