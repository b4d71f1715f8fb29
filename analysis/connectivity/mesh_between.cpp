// SPDX-License-Identifier: GPL-3.0-or-later
// One connection from end to end: what the caller's Istio proxy makes of it, and what the destination's then does. Where a route
// leads the caller shows its certificate; what its proxy passes through, or never sees, arrives without one (istio.io, "Traffic
// Routing": PassthroughCluster; "Accessing External Services").
#include "analysis/connectivity/mesh_reach.h"

#include <algorithm>

namespace bartizan::connectivity {
namespace {

using Way = MeshEgressRules::Way;
using Kind = Way::Kind;

constexpr const char* passedNote =
    "No Service leads to these ports: the caller's proxy has no route there and passes connections on without its certificate.";
constexpr const char* unroutedNote =
    "The caller's Sidecar names no host of the destination: its proxy passes connections on without its certificate.";
constexpr const char* besideNote = "An annotation of the caller keeps these connections from its proxy: it shows no certificate.";
constexpr const char* captureNote =
    "Annotations of the caller keep addresses from its proxy; whether the destination has one of them is not known.";
constexpr const char* assumedNote =
    "No Service of the destination's namespace is in the input: that the caller's proxy has a route, "
    "and so shows its certificate, is assumed.";

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

Way MeshReach::wayOf(const MeshEnd& from, const MeshEnd& to) const
{
    // Sidecar is for proxies that stand beside the workload (istio.io reference, "Sidecar").
    if (from.kind != End::Kind::pod || m_members[from.pod] == MeshMember::no || m_members[from.pod] == MeshMember::ambient)
        return {};
    if (to.kind == End::Kind::pod)
        return m_egress.any() || asksForNames(to.pod) ? m_egress.toPod(from.pod, to.pod) : Way();
    if (to.kind == End::Kind::addresses)
        return m_egress.toAddresses(from.pod, to.range);
    if (to.kind == End::Kind::hostName)
        return m_egress.toHost(from.pod, to.name);
    return {};
}

bool MeshReach::asksForNames(std::size_t pod) const
{
    return m_members[pod] != MeshMember::no && (!m_access.empty() || !m_authentications.empty());
}

// The destination's part.
std::vector<MeshSlice> MeshReach::through(const MeshEnd& from, const Destination* to, bool nameless) const
{
    if (to) {
        MeshEnd caller = from;
        caller.nameless = nameless;
        return atPod(caller, *to);
    }
    MeshSlice open;
    open.ports = tcpPorts();
    return {open};
}

std::vector<MeshSlice> MeshReach::withoutRoute(const MeshEnd& from, const Destination* to, const Way& way) const
{
    const auto sidecar = [&](std::string why) {
        const MeshEgress& record = m_inventory.meshEgress[*way.sidecar];
        return deciderOf(record.object, "Sidecar", std::move(why), record.evidence);
    };
    if (way.kind == Kind::unrouted) {
        std::vector<MeshSlice> slices =
            eitherHolds(through(from, to, false), through(from, to, true), MeshDiffer::second, unroutedNote);
        for (MeshSlice& slice : slices) {
            slice.unrouted = true;
            if (slice.outcome != MeshSlice::Outcome::denied)
                slice.by.push_back(
                    sidecar("names no host of the destination; the proxy passes the connection through (ALLOW_ANY)"));
        }
        return slices;
    }
    MeshSlice slice;
    slice.ports = tcpPorts();
    slice.otherPorts = !way.routed.empty();
    // That the mesh's own default binds the caller takes a proxy at it; a Sidecar is written for those who have one.
    const bool open = way.kind == Kind::differing || (way.settings && m_members[from.pod] == MeshMember::notKnown);
    slice.outcome = open ? MeshSlice::Outcome::notDecided : MeshSlice::Outcome::denied;
    if (way.sidecar) {
        std::string why = slice.otherPorts ? "leads to other ports of the destination only" : "names no host of the destination";
        if (way.kind == Kind::registered && !way.settings)
            why += ", and unknown ones are refused (REGISTRY_ONLY)";
        slice.by.push_back(sidecar(std::move(why)));
    }
    if (way.wider) {
        const MeshEgress& record = m_inventory.meshEgress[*way.wider];
        const bool refuses = record.outboundMode.value == "REGISTRY_ONLY";
        slice.by.push_back(deciderOf(record.object, "Sidecar",
                                     refuses ? "connections that no route knows are refused (REGISTRY_ONLY)"
                                             : "connections that no route knows are passed through (ALLOW_ANY)",
                                     record.outboundMode.evidence));
    }
    if (way.settings) {
        const MeshSettings& record = m_inventory.meshSettings[*way.settings];
        const Evidence& at = record.outboundMode.written() ? record.outboundMode.evidence : record.evidence;
        slice.by.push_back({record.object, displayName(m_inventory.object(record.object).identity),
                            "connections that no route knows are refused (REGISTRY_ONLY)", at});
    }
    if (way.kind == Kind::differing)
        slice.notes.emplace_back(way.whyDiffering);
    else if (open)
        slice.notes.emplace_back("Whether the caller has a proxy is not known.");
    return {slice};
}

MeshAnswer MeshReach::between(const MeshEnd& from, const MeshEnd& to) const
{
    if (to.kind != End::Kind::pod)
        return between(from, to, nullptr);
    const Destination destination = destinationOf(to.pod);
    return between(from, to, &destination);
}

MeshAnswer MeshReach::between(const MeshEnd& from, const MeshEnd& to, const Destination* pod) const
{
    const Way way = wayOf(from, to);
    const bool proxied = from.kind == End::Kind::pod && m_members[from.pod] == MeshMember::yes;
    PortSet routed = way.routed, unsure = way.unsure;
    if (!proxied && way.kind == Kind::open) { // it may be of the ambient mesh, where no route is needed
        routed = tcpPorts() - way.beside;
        unsure = {};
    }
    const PortSet rest = tcpPorts() - routed - way.beside - unsure;
    MeshAnswer answer;
    const auto take = [&](std::vector<MeshSlice> slices, const PortSet& ports) {
        for (MeshSlice& slice : restrictedTo(std::move(slices), ports))
            join(answer.slices, std::move(slice));
    };
    const bool passed = way.kind == Kind::open;
    const bool both = !way.beside.empty() || !unsure.empty() || way.besideUnsure || (passed && !rest.empty());
    const std::vector<MeshSlice> named = through(from, pod, false);
    const std::vector<MeshSlice> nameless = both ? through(from, pod, true) : std::vector<MeshSlice>();
    take(named, routed);
    if (!way.beside.empty())
        take(eitherHolds(named, nameless, MeshDiffer::second, besideNote), way.beside);
    if (!rest.empty())
        take(passed ? eitherHolds(named, nameless, MeshDiffer::second, passedNote) : withoutRoute(from, pod, way), rest);
    if (!unsure.empty()) {
        std::vector<MeshSlice> slices =
            eitherHolds(passed ? nameless : withoutRoute(from, pod, way), named, MeshDiffer::notDecided, way.note);
        for (MeshSlice& slice : slices)
            slice.byName = way.byName;
        take(std::move(slices), unsure);
    }
    if (way.besideUnsure)
        answer.slices = eitherHolds(answer.slices, nameless, MeshDiffer::notDecided, captureNote);
    if (way.assumed && proxied && asksForNames(to.pod)) {
        const auto& lists = pod->policies;
        if (std::any_of(lists.begin(), lists.end(), [](const auto& list) { return !list.empty(); }) ||
            std::any_of(pod->accepting.begin(), pod->accepting.end(),
                        [](const MeshAccepting& one) { return one.mode == MtlsMode::strict; }))
            for (MeshSlice& slice : answer.slices)
                slice.notes.emplace_back(assumedNote);
    }
    for (MeshSlice& slice : answer.slices)
        nameFew(slice);
    std::sort(answer.slices.begin(), answer.slices.end(),
              [](const MeshSlice& a, const MeshSlice& b) { return a.ports < b.ports; });
    return answer;
}

} // namespace bartizan::connectivity
