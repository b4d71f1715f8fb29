// SPDX-License-Identifier: GPL-3.0-or-later
// What the policies are for, worked out once: Servers of pods, authorizations of Servers and of routes.
#include "analysis/connectivity/mesh_linkerd.h"

#include "analysis/connectivity/mesh_text.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace bartizan::connectivity {
namespace {

std::string keyOf(const std::string& cluster, const std::string& kind, const std::string& ns, const std::string& name)
{
    return cluster + "\n" + kind + "\n" + ns + "\n" + name;
}

bool ofCluster(const std::string& word) // does it ask for the cluster's networks?
{
    return word.compare(0, 8, "cluster-") == 0;
}

bool restricts(const std::string& word)
{
    return !word.empty() && word != "all-unauthenticated" && word != "audit";
}

} // namespace

LinkerdReach::LinkerdReach(const Model& model, const World& world, const MeshEgressRules& services)
    : m_inventory(model.inventory), m_world(world), m_services(services), m_members(linkerdMembers(model, world)),
      m_settings(linkerdSettings(model, world)), m_parts(world.pods.size())
{
    for (const Space& space : world.spaces)
        if (m_installations.count(space.cluster) == 0)
            m_installations[space.cluster] = linkerdInstallation(m_inventory, space.cluster);
    addServers();
    m_any = !m_servers.empty();
    for (const auto& [cluster, one] : m_installations) {
        m_any = m_any || restricts(one.inbound);
        m_usesCluster = m_usesCluster || ofCluster(one.inbound);
    }
    for (std::size_t pod = 0; pod < world.pods.size(); ++pod) {
        const LinkerdSettings& one = m_settings[pod];
        m_any = m_any || (m_members[pod] != MeshMember::no && (restricts(one.inbound) || !one.identified.empty()));
        m_usesCluster = m_usesCluster || ofCluster(one.inbound);
    }
    if (!m_any)
        return;
    Indices policies, places;
    for (std::size_t i = 0; i < m_inventory.linkerdAuthorizations.size(); ++i) {
        const LinkerdAuthorization& record = m_inventory.linkerdAuthorizations[i];
        if (const Object& object = m_inventory.object(record.object); object.applied())
            policies[{object.identity.cluster, record.ns}].push_back(i);
    }
    const Clients clients = addClients();
    addGrants(clients, policies);
    addRoutes(clients, policies);
    for (std::size_t i = 0; i < m_servers.size(); ++i) {
        const LinkerdServer& record = m_inventory.linkerdServers[m_servers[i].record];
        places[{m_inventory.object(record.object).identity.cluster, record.ns}].push_back(i);
    }
    for (std::size_t pod = 0; pod < world.pods.size(); ++pod)
        if (m_members[pod] != MeshMember::no)
            addParts(pod, places);
}

void LinkerdReach::addServers()
{
    for (std::size_t i = 0; i < m_inventory.linkerdServers.size(); ++i) {
        const LinkerdServer& record = m_inventory.linkerdServers[i];
        if (!record.pods.present || !m_inventory.object(record.object).applied()) // none: of external workloads
            continue;
        m_servers.push_back({i, {}, {}});
        m_usesCluster = m_usesCluster || ofCluster(record.accessPolicy.value);
    }
}

LinkerdReach::Clients LinkerdReach::addClients()
{
    Clients clients;
    for (const LinkerdClients& record : m_inventory.linkerdClients) {
        const Object& object = m_inventory.object(record.object);
        if (!object.applied())
            continue;
        clients.emplace(keyOf(object.identity.cluster, object.identity.kind, record.ns, object.identity.name), m_who.size());
        m_who.push_back(LinkerdWho::of(record, false));
    }
    return clients;
}

std::uint32_t LinkerdReach::add(Grant grant)
{
    m_grants.push_back(std::move(grant));
    return static_cast<std::uint32_t>(m_grants.size() - 1);
}

std::uint32_t LinkerdReach::addGrant(std::size_t policy, const Clients& clients)
{
    const LinkerdAuthorization& record = m_inventory.linkerdAuthorizations[policy];
    const std::string& cluster = m_inventory.object(record.object).identity.cluster;
    Grant grant{policy, {}, false};
    for (const ObjectRef& ref : record.required) {
        if (ref.kind == "ServiceAccount") {
            grant.who.push_back(m_who.size());
            m_who.push_back(LinkerdWho::ofAccount(ref));
        } else if (const auto found = clients.find(keyOf(cluster, ref.kind, ref.ns, ref.name)); found != clients.end()) {
            grant.who.push_back(found->second);
        } else {
            grant.broken = true;
        }
    }
    return add(std::move(grant));
}

// An authorization with several `clients` of its own (ServerAuthorization) is as many grants.
void LinkerdReach::addGrants(const Clients& clients, const Indices& policies)
{
    std::map<std::size_t, std::vector<std::uint32_t>> made; // by policy
    for (Server& server : m_servers) {
        const LinkerdServer& record = m_inventory.linkerdServers[server.record];
        const Object& object = m_inventory.object(record.object);
        const auto found = policies.find({object.identity.cluster, record.ns});
        if (found == policies.end())
            continue;
        for (const std::size_t i : found->second) {
            const LinkerdAuthorization& policy = m_inventory.linkerdAuthorizations[i];
            const bool isTarget =
                policy.target.kind == "Namespace" ||
                (policy.target.kind == "Server" && policy.target.name == object.identity.name) ||
                (policy.target.kind.empty() && policy.servers.present && matches(policy.servers, object.labels));
            if (!isTarget)
                continue;
            const auto [at, isNew] = made.try_emplace(i);
            const bool own = m_inventory.object(policy.object).identity.kind == "ServerAuthorization";
            if (isNew && !own)
                at->second.push_back(addGrant(i, clients));
            if (isNew && own)
                for (const LinkerdClients& one : policy.clients) {
                    at->second.push_back(add({i, {m_who.size()}, false}));
                    m_who.push_back(LinkerdWho::of(one, true));
                    m_usesCluster = m_usesCluster || m_who.back().clusterOnly();
                }
            server.grants.insert(server.grants.end(), at->second.begin(), at->second.end());
        }
    }
}

void LinkerdReach::addRoutes(const Clients& clients, const Indices& policies)
{
    std::map<std::string, std::vector<std::uint32_t>> ofRoutes; // by the route; m_grants
    for (const auto& [place, list] : policies)
        for (const std::size_t i : list)
            if (const ObjectRef& target = m_inventory.linkerdAuthorizations[i].target;
                target.kind == "HTTPRoute" || target.kind == "GRPCRoute")
                ofRoutes[keyOf(place.first, lowered(target.kind), place.second, target.name)].push_back(addGrant(i, clients));
    std::map<std::string, std::vector<std::size_t>> routes; // of a Server, by its name; Inventory::routes
    for (std::size_t i = 0; i < m_inventory.routes.size(); ++i) {
        const RouteRecord& route = m_inventory.routes[i];
        const Object& object = m_inventory.object(route.object);
        if (!object.applied())
            continue;
        std::set<std::string> parents;
        for (const ParentRef& parent : route.parents)
            if (parent.kind == "Server" && !(parent.accepted.written() && !parent.accepted.value))
                parents.insert(parent.gateway);
        for (const std::string& parent : parents)
            routes[object.identity.cluster + "\n" + parent].push_back(i);
    }
    for (Server& server : m_servers) {
        const LinkerdServer& record = m_inventory.linkerdServers[server.record];
        const Identity& identity = m_inventory.object(record.object).identity;
        const auto found =
            routes.find(identity.cluster + "\n" + idWithin("linkerd:" + record.ns + "/" + identity.name, identity.cluster));
        if (found == routes.end())
            continue;
        // The proxy asks HTTPRoutes on every port that may be HTTP, GRPCRoutes where the Server says gRPC, else none.
        const bool isPlain = record.protocol == "opaque" || record.protocol == "TLS", isGrpc = record.protocol == "gRPC";
        for (const std::size_t i : found->second) {
            const RouteRecord& route = m_inventory.routes[i];
            const Identity& own = m_inventory.object(route.object).identity;
            if (isPlain || own.ns != record.ns || (own.kind == "GRPCRoute") != isGrpc)
                continue;
            Route made{i, requestsOf(route), {}};
            if (const auto grants = ofRoutes.find(keyOf(own.cluster, lowered(own.kind), own.ns, own.name));
                grants != ofRoutes.end())
                for (const std::uint32_t grant : grants->second) {
                    const std::string& group = m_inventory.linkerdAuthorizations[m_grants[grant].policy].target.group;
                    if (group.empty() || lowered(group) == lowered(own.group))
                        made.grants.push_back(grant);
                }
            server.routes.push_back(std::move(made));
        }
    }
}

void LinkerdReach::addParts(std::size_t pod, const Indices& servers)
{
    const Space& space = spaceOf(pod);
    const auto found = servers.find({space.cluster, space.name});
    if (found == servers.end())
        return;
    std::map<std::uint32_t, std::vector<std::size_t>> ports;
    const auto add = [&](std::uint32_t port, std::size_t server) {
        if (port >= 1 && port <= 65535)
            ports[port].push_back(server);
    };
    for (const std::size_t i : found->second) {
        const LinkerdServer& record = m_inventory.linkerdServers[m_servers[i].record];
        if (!matches(record.pods, m_world.pods[pod].labels))
            continue;
        std::set<std::uint32_t> numbers; // containers may use a name several times
        if (record.port != 0)
            numbers.insert(record.port);
        else
            for (const NamedPort& named : m_world.pods[pod].ports)
                if (named.name == record.portName && named.protocol == Protocol::tcp)
                    numbers.insert(named.number);
        for (const std::uint32_t number : numbers)
            add(number, i);
    }
    const auto objectOf = [&](std::size_t server) -> const Object& {
        return m_inventory.object(m_inventory.linkerdServers[m_servers[server].record].object);
    };
    std::map<std::pair<std::vector<std::size_t>, bool>, PortSet> parts;
    for (auto& [port, list] : ports) {
        const bool several = list.size() > 1;
        if (std::none_of(list.begin(), list.end(), [&](std::size_t one) { return objectOf(one).created.empty(); }))
            list = {*std::min_element(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
                return std::tie(objectOf(a).created, objectOf(a).identity.name) <
                       std::tie(objectOf(b).created, objectOf(b).identity.name);
            })};
        parts[{list, several}] |= PortSet::of(Protocol::tcp, {port, port});
    }
    for (const auto& [key, set] : parts)
        m_parts[pod].push_back({set, key.first, key.second});
}

std::vector<AddressSet> LinkerdReach::blocks() const
{
    std::vector<AddressSet> sets;
    if (!m_any)
        return sets;
    for (const LinkerdWho& who : m_who)
        if (!who.networks().empty())
            sets.push_back(who.networks());
    if (m_usesCluster)
        for (const auto& [cluster, one] : m_installations)
            sets.push_back(one.networks);
    return sets;
}

} // namespace bartizan::connectivity
