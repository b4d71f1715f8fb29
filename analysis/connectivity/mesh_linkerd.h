// SPDX-License-Identifier: GPL-3.0-or-later
// What Linkerd's proxy at a pod makes of a connection (linkerd.io reference, "Authorization Policy"; policy.linkerd.io). A port
// that a Server selects is closed but to those whom an authorization for the Server, its namespace or the request's route means,
// or its accessPolicy; several are alternatives. Any other port follows the default inbound policy of the pod, its namespace or
// the installation. Of several Servers that select a port the oldest counts, then the first by name. Opaque ports still pass
// the proxy and keep the caller's identity; only skipped ones do not. Part of MeshReach; immutable once made.
#pragma once

#include "analysis/connectivity/mesh_linkerd_clients.h"
#include "analysis/connectivity/mesh_linkerd_routes.h"
#include "analysis/connectivity/mesh_reach.h"

#include <map>
#include <string>
#include <vector>

namespace bartizan::connectivity {

class LinkerdReach {
public:
    LinkerdReach(const Model&, const World&, const MeshEgressRules& services); // refers to all of them

    bool any() const { return m_any; } // is there a policy, or a default other than to allow everything?
    bool binds(std::size_t pod) const { return m_any && m_members[pod] != MeshMember::no; } // World::pods
    bool has(std::size_t pod) const { return m_members[pod] == MeshMember::yes; }           // it surely has the proxy
    std::vector<MeshSlice> atPod(const MeshEnd& from, std::size_t pod) const;               // together all ports of TCP
    std::vector<AddressSet> blocks() const;
    PortSet skippedOutbound(std::size_t pod) const { return m_any ? m_settings[pod].skippedOutbound : PortSet(); }
    MeshMember member(std::size_t pod) const { return m_members[pod]; }
    std::vector<std::size_t> clientsAt(std::size_t pod) const; // whom its policies name: for addSeen()
    void addSeen(std::size_t from, std::size_t to, const std::vector<std::size_t>& clients, std::vector<const void*>& into) const;

private:
    struct Grant {                    // one authorization: all of `who`
        std::size_t policy = 0;       // Inventory::linkerdAuthorizations
        std::vector<std::size_t> who; // m_who
        bool broken = false;          // names an authentication that is not in the input
    };
    struct Route {
        std::size_t record = 0; // Inventory::routes
        MeshRequests requests;
        std::vector<std::uint32_t> grants; // m_grants
    };
    struct Server {
        std::size_t record = 0;            // Inventory::linkerdServers
        std::vector<std::uint32_t> grants; // m_grants
        std::vector<Route> routes;
    };
    struct Part {
        PortSet ports;
        std::vector<std::size_t> servers; // m_servers; several: which is older is not known
        bool several = false;             // more than one selects the port
    };
    using Place = std::pair<std::string, std::string>; // cluster, namespace
    using Indices = std::map<Place, std::vector<std::size_t>>;
    using Clients = std::map<std::string, std::size_t>; // m_who
    struct Says;

    void addServers();
    Clients addClients();
    void addGrants(const Clients&, const Indices& policies);
    void addRoutes(const Clients&, const Indices& policies);
    void addParts(std::size_t pod, const Indices& servers);
    std::uint32_t add(Grant);
    std::uint32_t addGrant(std::size_t policy, const Clients&);
    LinkerdCaller callerOf(std::size_t from, std::size_t to) const;
    Says ask(const std::vector<std::uint32_t>& grants, const LinkerdCaller&, const LinkerdInstallation&) const;
    MeshSlice atServer(std::size_t server, const LinkerdCaller&, const LinkerdInstallation&) const;
    MeshSlice atServers(const Part&, const LinkerdCaller&, const LinkerdInstallation&) const;
    MeshSlice byDefault(std::size_t pod, bool onlyIdentified, const LinkerdCaller&, const LinkerdInstallation&) const;
    MeshDecider deciderOf(ObjectId, std::string why, const Evidence&) const;
    const Space& spaceOf(std::size_t pod) const { return m_world.spaces[m_world.pods[pod].space]; }

    const Inventory& m_inventory;
    const World& m_world;
    const MeshEgressRules& m_services;
    std::vector<MeshMember> m_members;                          // by World::pods, as the next two
    std::vector<LinkerdSettings> m_settings;                    //
    std::vector<std::vector<Part>> m_parts;                     // disjoint
    std::map<std::string, LinkerdInstallation> m_installations; // by cluster
    std::vector<LinkerdWho> m_who;
    std::vector<Grant> m_grants;
    std::vector<Server> m_servers;
    bool m_any = false, m_usesCluster = false;
};

} // namespace bartizan::connectivity
