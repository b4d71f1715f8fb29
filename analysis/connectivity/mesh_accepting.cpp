// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_accepting.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace bartizan::connectivity {
namespace {

constexpr const char* ageNote = "Several PeerAuthentications of one scope select the workload, of which the oldest counts; which "
                                "one that is the input does not say.";

struct Written {                       // a policy that sets a mode
    std::optional<std::size_t> policy; // none: the default
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

PeerAuthentications::PeerAuthentications(const Inventory& inventory, const MeshInstallations& installations)
    : m_inventory(inventory), m_installations(installations)
{
    for (std::size_t i = 0; i < inventory.meshAuthentications.size(); ++i)
        if (const Object& object = inventory.object(inventory.meshAuthentications[i].object); object.applied())
            m_byPlace[{object.identity.cluster, inventory.meshAuthentications[i].ns}].push_back(i);
    for (auto& [place, list] : m_byPlace) // the order in which Istio takes them
        std::sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
            const Object& one = inventory.object(inventory.meshAuthentications[a].object);
            const Object& other = inventory.object(inventory.meshAuthentications[b].object);
            return std::tie(one.created, one.identity.name, a) < std::tie(other.created, other.identity.name, b);
        });
}

std::vector<MeshAccepting> PeerAuthentications::of(const std::string& cluster, const std::string& ns,
                                                   const Attributes& labels) const
{
    const auto& records = m_inventory.meshAuthentications;
    bool ageOpen = false;
    // Those of a scope of which the oldest counts: all without a date, and the oldest of the others.
    const auto oldest = [&](const std::string& place, bool ofWorkload) {
        std::vector<std::size_t> list;
        bool dated = false;
        if (const auto found = m_byPlace.find({cluster, place}); found != m_byPlace.end())
            for (const std::size_t i : found->second) {
                const Selector& selector = records[i].pods;
                const bool narrow = selector.present && !selector.requirements.empty();
                if (dated || narrow != ofWorkload || (selector.present && !matches(selector, labels)))
                    continue;
                dated = !m_inventory.object(records[i].object).created.empty();
                list.push_back(i);
            }
        ageOpen = ageOpen || list.size() > 1;
        return list;
    };
    Modes permissive, mesh;
    at(permissive, MtlsMode::permissive) = Written{};
    const std::vector<std::string>& roots = m_installations.roots(cluster);
    for (const std::string& root : roots) // which of several is the workload's is not known
        if (root != ns) {
            const std::vector<std::size_t> list = oldest(root, false);
            if (list.empty())
                add(mesh, permissive);
            for (const std::size_t i : list)
                add(mesh, modesOf(i, records[i].mode, permissive));
        }
    if (std::none_of(mesh.begin(), mesh.end(), [](const auto& one) { return one.has_value(); }))
        mesh = permissive;
    Modes rest = mesh;
    if (const std::vector<std::size_t> list = oldest(ns, false); !list.empty()) {
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
    if (roots.size() > 1 || roots.front() != ns)
        own = oldest(ns, true);
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
    std::vector<MeshAccepting> result;
    const auto take = [&](PortSet which, const Modes& modes) {
        MeshAccepting made;
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
    PortSet left = PortSet::of(Protocol::tcp, {});
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
