// SPDX-License-Identifier: GPL-3.0-or-later
// Which AuthorizationPolicies are for a pod, and whether one is for a waypoint in front of it. istio.io: "Authorization Policy"
// (selector, targetRefs), "Configure waypoint proxies" (the label of the Service, else of its namespace; of the pod).
#include "analysis/connectivity/mesh_reach.h"
#include "analysis/connectivity/mesh_targets.h"
#include "analysis/connectivity/mesh_text.h"

#include <algorithm>

namespace bartizan::connectivity {
namespace {

constexpr std::string_view useWaypoint = "istio.io/use-waypoint", useWaypointOf = "istio.io/use-waypoint-namespace";
constexpr std::string_view gatewayName = "gateway.networking.k8s.io/gateway-name"; // of pods (GEP-1762)
constexpr const char* waypointClass = "istio-waypoint";
constexpr std::size_t mostRoots = 8; // root namespaces of one cluster that are looked at

std::string gatewayId(const Space& space, const std::string& ns, const std::string& name)
{
    return idWithin("gateway-api:" + ns + "/" + name, space.cluster);
}

bool decides(const MeshAccessPolicy& policy)
{
    return !policy.dryRun && policy.action != MeshAccessPolicy::Action::audit;
}

bool holds(const std::vector<std::string>& list, const std::string& value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

} // namespace

void MeshReach::indexAccess()
{
    m_rules.reserve(m_inventory.meshAccessPolicies.size());
    for (const MeshAccessPolicy& policy : m_inventory.meshAccessPolicies) {
        std::vector<MeshRule>& rules = m_rules.emplace_back();
        rules.reserve(policy.rules.size());
        for (const MeshAccessRule& rule : policy.rules)
            rules.emplace_back(rule, policy.ns, policy.action == MeshAccessPolicy::Action::allow);
    }
    for (const auto& [place, list] : m_access)
        for (const std::size_t i : list)
            if (namesTargets(m_inventory.meshAccessPolicies[i]))
                m_targeting[place].push_back(i);
    const bool ambient = std::find(m_members.begin(), m_members.end(), MeshMember::ambient) != m_members.end();
    for (std::size_t i = 0; (ambient || !m_targeting.empty()) && i < m_inventory.services.size(); ++i)
        if (const Object& object = m_inventory.object(m_inventory.services[i].object); object.applied())
            m_services[{object.identity.cluster, object.identity.ns}].push_back(i);
    for (const GatewayRecord& gateway : m_inventory.gateways)
        if (gateway.className.value == waypointClass)
            m_waypoints.insert(gateway.id);
}

MeshReach::Waypoints MeshReach::waypointsOf(std::size_t pod) const
{
    const Space& space = spaceOf(pod);
    Waypoints result;
    const auto take = [&](const Attributes& labels) { // is anything said there?
        const Attribute* name = find(labels, useWaypoint);
        if (name && name->value != "none") {
            const Attribute* ns = find(labels, useWaypointOf);
            addOnce(result.known, std::pair(ns ? ns->value : space.name, name->value));
        }
        return name != nullptr;
    };
    const bool seen = m_spaces.count({space.cluster, space.name}) != 0;
    const Attributes& own = m_world.pods[pod].labels;
    const bool said = take(space.labels);
    result.unsure = !take(own) && !said && !seen;
    if (const auto found = m_services.find({space.cluster, space.name}); found != m_services.end())
        for (const std::size_t i : found->second) {
            const ServiceRecord& service = m_inventory.services[i];
            const Object& object = m_inventory.object(service.object);
            if (service.selector.requirements.empty() || !matches(service.selector, own))
                continue;
            const Attribute* label = find(object.labels, useWaypoint);
            take(object.labels);
            if (!label)
                label = find(space.labels, useWaypoint);
            if (label ? label->value != "none" : !seen)
                result.services.push_back(object.identity.ns + "/" + object.identity.name);
        }
    return result;
}

bool MeshReach::isForWaypoint(const MeshAccessPolicy& policy, const Space& space, const Waypoints& waypoints) const
{
    const auto isKnown = [&](const auto& one) { return holds(policy.targetGateways, gatewayId(space, one.first, one.second)); };
    if (std::any_of(waypoints.known.begin(), waypoints.known.end(), isKnown) ||
        std::any_of(waypoints.services.begin(), waypoints.services.end(),
                    [&](const std::string& service) { return holds(policy.targetServices, service); }))
        return true;
    const std::vector<std::string>& roots = m_installations.roots(space.cluster);
    if (holds(policy.targetClasses, waypointClass) && holds(roots, policy.ns) && !waypoints.known.empty())
        return true;
    return waypoints.unsure && policy.ns == space.name &&
           std::any_of(policy.targetGateways.begin(), policy.targetGateways.end(),
                       [&](const std::string& gateway) { return m_waypoints.count(gateway) != 0; });
}

void MeshReach::addAccess(Destination& to) const
{
    const Space& space = spaceOf(to.pod);
    const Attribute* gateway = find(m_world.pods[to.pod].labels, gatewayName);
    const std::string served = gateway ? gatewayId(space, space.name, gateway->value) : std::string();
    const auto ofPlace = [&](const std::string& ns) {
        std::vector<std::size_t> list;
        if (const auto found = m_access.find({space.cluster, ns}); found != m_access.end())
            for (const std::size_t i : found->second) {
                const MeshAccessPolicy& policy = m_inventory.meshAccessPolicies[i];
                if (decides(policy) &&
                    (namesTargets(policy) ? gateway && holds(policy.targetGateways, served) : selects(policy.pods, to.pod)))
                    list.push_back(i);
            }
        return list;
    };
    const std::vector<std::string>& roots = m_installations.roots(space.cluster);
    const std::vector<std::size_t> own = ofPlace(space.name);
    for (std::size_t i = 0; i < std::min(roots.size(), mostRoots); ++i) {
        std::vector<std::size_t> list = own;
        if (roots[i] != space.name) {
            const std::vector<std::size_t> wider = ofPlace(roots[i]);
            list.insert(list.end(), wider.begin(), wider.end());
        }
        addOnce(to.policies, std::move(list));
    }
    to.unsure = roots.size() > mostRoots;
    const bool ambient = m_members[to.pod] == MeshMember::ambient;
    if (m_targeting.empty() && !ambient)
        return;
    const Waypoints waypoints = waypointsOf(to.pod);
    to.fronted = ambient && !waypoints.known.empty();
    std::vector<std::string> places{space.name};
    for (std::size_t i = 0; i < std::min(roots.size(), mostRoots); ++i)
        addOnce(places, roots[i]);
    for (const auto& one : waypoints.known)
        addOnce(places, one.first);
    for (const std::string& ns : places)
        if (const auto found = m_targeting.find({space.cluster, ns}); found != m_targeting.end())
            to.waypoint = to.waypoint || std::any_of(found->second.begin(), found->second.end(), [&](std::size_t i) {
                              const MeshAccessPolicy& policy = m_inventory.meshAccessPolicies[i];
                              return decides(policy) && isForWaypoint(policy, space, waypoints);
                          });
}

} // namespace bartizan::connectivity
