// SPDX-License-Identifier: GPL-3.0-or-later
// How a pod's Istio proxy takes connections (istio.io reference, "PeerAuthentication"): the mode of the workload's policy, else of
// its namespace's, else of the mesh's; ports are set apart by the workload's policy alone. Of several of one scope the oldest
// counts and no other. Policies with a selector in the root namespace select nothing.
#include "analysis/connectivity/mesh_reach.h"

#include <algorithm>
#include <array>

namespace bartizan::connectivity {
namespace {

constexpr const char* ageNote = "Several PeerAuthentications of one scope select the workload, of which the oldest counts; which "
                                "one that is the input does not say.";

struct Written { // a policy that sets a mode
    std::size_t policy = 0;
    Evidence evidence;
};
using Modes = std::array<std::optional<Written>, 4>; // by MtlsMode; several: which one holds is not known

void add(Modes& to, const Modes& more)
{
    for (std::size_t i = 0; i < to.size(); ++i)
        if (!to[i])
            to[i] = more[i];
}

std::optional<Written>& at(Modes& modes, MtlsMode mode)
{
    return modes[static_cast<std::size_t>(mode)];
}

Modes modesOf(std::size_t policy, const Fact<MtlsMode>& mode, const Modes& wider)
{
    if (!mode.written() || mode.value == MtlsMode::unset)
        return wider;
    Modes modes;
    at(modes, mode.value) = Written{policy, mode.evidence};
    return modes;
}

} // namespace

std::vector<MeshReach::Accepting> MeshReach::accepting(std::size_t pod) const
{
    const Space& space = spaceOf(pod);
    const auto& records = m_inventory.meshAuthentications;
    bool ageOpen = false;
    // Those of a scope of which the oldest counts: all without a date, and the oldest of the others.
    const auto oldest = [&](const std::string& ns, bool ofWorkload) {
        std::vector<std::size_t> list;
        bool dated = false;
        if (const auto found = m_authentications.find({space.cluster, ns}); found != m_authentications.end())
            for (const std::size_t i : found->second) {
                const Selector& selector = records[i].pods;
                const bool narrow = selector.present && !selector.requirements.empty();
                if (dated || narrow != ofWorkload || !selects(selector, pod))
                    continue;
                dated = !m_inventory.object(records[i].object).created.empty();
                list.push_back(i);
            }
        ageOpen = ageOpen || list.size() > 1;
        return list;
    };
    Modes permissive, mesh;
    at(permissive, MtlsMode::permissive) = Written{};
    const std::vector<std::string>& roots = m_installations.roots(space.cluster);
    for (const std::string& root : roots) // which of several is the workload's is not known
        if (root != space.name) {
            const std::vector<std::size_t> list = oldest(root, false);
            if (list.empty())
                add(mesh, permissive);
            for (const std::size_t i : list)
                add(mesh, modesOf(i, records[i].mode, permissive));
        }
    if (std::none_of(mesh.begin(), mesh.end(), [](const auto& one) { return one.has_value(); }))
        mesh = permissive;
    Modes rest = mesh;
    if (const std::vector<std::size_t> list = oldest(space.name, false); !list.empty()) {
        rest = {};
        for (const std::size_t i : list)
            add(rest, modesOf(i, records[i].mode, mesh));
    }
    struct OfPort {
        Modes modes;
        std::size_t policies = 0;
    };
    std::map<std::uint32_t, OfPort> ports;
    std::vector<std::size_t> own;
    if (roots.size() > 1 || roots.front() != space.name)
        own = oldest(space.name, true);
    if (!own.empty()) {
        const Modes wider = rest;
        rest = {};
        for (const std::size_t i : own) {
            const Modes modes = modesOf(i, records[i].mode, wider);
            add(rest, modes);
            for (const auto& [number, mode] : records[i].ports) {
                add(ports[number].modes, modesOf(i, mode, modes));
                ++ports[number].policies;
            }
        }
    }
    std::vector<Accepting> result;
    const auto take = [&](PortSet which, const Modes& modes) {
        Accepting made;
        made.ports = std::move(which);
        std::size_t count = 0;
        for (const MtlsMode mode : {MtlsMode::disable, MtlsMode::permissive, MtlsMode::strict}) // the strictest last
            if (const std::optional<Written>& written = modes[static_cast<std::size_t>(mode)]) {
                made.mode = mode;
                made.policy = written->policy;
                made.evidence = written->evidence;
                ++count;
            }
        if (count > 1) {
            made.unsure = ageOpen ? ageNote : meshRootsNote;
            made.mayDisable = modes[static_cast<std::size_t>(MtlsMode::disable)].has_value();
        }
        if (!made.ports.empty())
            result.push_back(std::move(made));
    };
    PortSet left = tcpPorts();
    for (auto& [number, one] : ports) {
        const PortSet port = PortSet::of(Protocol::tcp, {number, number});
        if (number == 0 || !left.contains(port))
            continue;
        if (one.policies < own.size())
            add(one.modes, rest);
        left -= port;
        take(port, one.modes);
    }
    take(left, rest);
    return result;
}

} // namespace bartizan::connectivity
