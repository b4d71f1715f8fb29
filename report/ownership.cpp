// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ownership.h"

#include <algorithm>

namespace bartizan::report {

Ownership::Ownership(const Model& model, const std::string& owner) : m_model(model), m_everybody(owner.empty())
{
    const Architecture& architecture = model.architecture;
    for (const Workload& workload : architecture.workloads) {
        const bool theirs = m_everybody || workload.owner == owner;
        m_workloads.push_back(theirs);
        Side& side = m_namespaces[{workload.cluster, workload.ns}];
        side = std::max(side, theirs ? Side::mine : Side::others);
    }
    m_gateways.resize(architecture.gateways.size(), Side::nobody);
    m_entries.resize(architecture.entries.size(), Side::nobody);
    for (std::size_t i = 0; i < architecture.gateways.size(); ++i) {
        m_gateways[i] = sideOf(architecture.gateways[i].workloads);
        m_gatewayById.emplace(architecture.gateways[i].id, i);
    }
    for (std::size_t i = 0; i < architecture.entries.size(); ++i) {
        m_entries[i] = sideOf(architecture.entries[i].workloads);
        m_entryById.emplace(architecture.entries[i].id, i);
    }
    const auto record = [&](std::size_t at) { return model.inventory.routes[at].object; };
    const auto keep = [this](ObjectId object) {
        if (object.valid())
            m_objects.insert(object.value);
    };
    for (std::size_t i = 0; i < architecture.routes.size(); ++i) {
        const Route& route = architecture.routes[i];
        Side side = Side::nobody;
        for (const RouteBackend& backend : route.backends)
            side = std::max(side, sideOf(backend.workloads));
        m_routes.push_back(side);
        m_routeById.emplace(route.id, i);
        if (side == Side::mine && route.record < model.inventory.routes.size())
            keep(record(route.record));
        for (const EntryId entry : route.entries)
            m_entries[entry.pos()] = std::max(m_entries[entry.pos()], side);
        if (route.gateway.valid())
            m_gateways[route.gateway.pos()] = std::max(m_gateways[route.gateway.pos()], side);
    }
    for (std::size_t i = 0; i < architecture.entries.size(); ++i)
        if (m_entries[i] == Side::mine)
            keep(architecture.entries[i].object);
    for (std::size_t i = 0; i < architecture.gateways.size(); ++i)
        if (const std::size_t at = architecture.gateways[i].record;
            m_gateways[i] == Side::mine && at < model.inventory.gateways.size())
            keep(model.inventory.gateways[at].object);
    for (std::size_t i = 0; i < architecture.services.size(); ++i) {
        const Service& service = architecture.services[i];
        m_services.push_back(sideOf(service.workloads));
        if (!service.object.valid())
            continue;
        m_serviceByObject.emplace(service.object.value, i);
        if (m_services.back() == Side::mine)
            keep(service.object);
    }
}

Ownership::Side Ownership::sideOf(const std::vector<WorkloadId>& ids) const
{
    return ids.empty() ? Side::nobody : anyMine(ids) ? Side::mine : Side::others;
}

bool Ownership::anyMine(const std::vector<WorkloadId>& ids) const
{
    return std::any_of(ids.begin(), ids.end(), [this](WorkloadId id) { return mine(id); });
}

bool Ownership::onlyOthers(const std::string& cluster, const std::string& ns) const
{
    const auto found = m_namespaces.find({cluster, ns});
    return found != m_namespaces.end() && found->second == Side::others;
}

bool Ownership::ofOthers(RouteId id) const
{
    if (m_routes[id.pos()] != Side::nobody)
        return m_routes[id.pos()] == Side::others;
    const std::size_t record = m_model.architecture.routes[id.pos()].record;
    if (record >= m_model.inventory.routes.size() || !m_model.inventory.routes[record].object.valid())
        return false;
    const Identity& identity = m_model.inventory.objects[m_model.inventory.routes[record].object.pos()].identity;
    return onlyOthers(identity.cluster, identity.ns);
}

bool Ownership::concerns(const Finding& finding) const
{
    if (m_everybody || anyMine(finding.workloads))
        return true;
    if (!finding.workloads.empty())
        return false;
    Side side = Side::nobody;
    const auto look = [&side](const auto& map, const auto& key, const std::vector<Side>& sides) {
        if (const auto found = map.find(key); found != map.end())
            side = std::max(side, sides[found->second]);
    };
    for (const std::string& subject : finding.subjects) {
        look(m_entryById, subject, m_entries);
        look(m_gatewayById, subject, m_gateways);
        look(m_routeById, subject, m_routes);
        // A route to nowhere is still open at its entries.
        if (const auto found = m_routeById.find(subject); found != m_routeById.end() && m_routes[found->second] == Side::nobody)
            for (const EntryId entry : m_model.architecture.routes[found->second].entries)
                if (mine(entry))
                    return true;
    }
    const ObjectId cause = finding.cause.object;
    if (cause.valid())
        look(m_serviceByObject, cause.value, m_services);
    if (side != Side::nobody)
        return side == Side::mine;
    if (!cause.valid())
        return false;
    const Identity& identity = m_model.inventory.objects[cause.pos()].identity;
    const auto found = m_namespaces.find({identity.cluster, identity.ns});
    return found != m_namespaces.end() && found->second == Side::mine;
}

} // namespace bartizan::report
