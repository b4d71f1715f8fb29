// SPDX-License-Identifier: GPL-3.0-or-later
// What the report of one owner is about. Asked by its content and by the mask over its names, so that both agree.
// A route, entry or gateway is the owner's when one of the owner's services stands behind it (or is the gateway), whoever
// else does. A finding concerns the owner when it is about a service of theirs; one that is about no service at all, when
// it is about an entry, route, gateway or Service of theirs, about a route to nowhere on an entry of theirs, or else when
// its cause stands in a namespace that holds a service of theirs.
#pragma once

#include "analysis/posture.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace bartizan::report {

class Ownership {
public:
    // `model` outlives it. With "" as owner everything is theirs.
    Ownership(const Model& model, const std::string& owner);

    bool mine(WorkloadId id) const { return m_workloads[id.pos()]; }
    bool anyMine(const std::vector<WorkloadId>& ids) const;
    bool mine(RouteId id) const { return m_routes[id.pos()] == Side::mine; }
    bool mine(EntryId id) const { return m_entries[id.pos()] == Side::mine; }
    bool concerns(const Finding& finding) const;

    // Leads only to other owners' services; leading nowhere, it stands in a namespace of theirs.
    bool ofOthers(RouteId id) const;
    // Holds workloads, none of them the owner's.
    bool onlyOthers(const std::string& cluster, const std::string& ns) const;
    // Of routes, entries, gateways and Services that are the owner's.
    const std::set<std::uint32_t>& objects() const { return m_objects; }

private:
    enum class Side : std::uint8_t { nobody, others, mine }; // ordered: one service of the owner's decides

    Side sideOf(const std::vector<WorkloadId>& ids) const;

    const Model& m_model;
    bool m_everybody;
    std::vector<char> m_workloads;
    std::vector<Side> m_routes, m_entries, m_gateways, m_services;
    std::map<std::pair<std::string, std::string>, Side> m_namespaces; // cluster, name
    std::unordered_map<std::string, std::size_t> m_routeById, m_entryById, m_gatewayById;
    std::unordered_map<std::uint32_t, std::size_t> m_serviceByObject;
    std::set<std::uint32_t> m_objects;
};

} // namespace bartizan::report
