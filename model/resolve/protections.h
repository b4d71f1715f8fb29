// SPDX-License-Identifier: GPL-3.0-or-later
// Which protections hold for a route in the end: its own, and those attached to its rule, its listener, its gateway,
// its Service or its whole controller. Policies of one family replace each other, the most specific one wins; what an
// annotation says counts only where its controller serves the route; what refers to nothing in the input is unresolved.
#pragma once

#include "model/resolve/gateways.h"

#include <map>
#include <set>

namespace bartizan::resolving {

struct RouteSite {                     // where a route was found to be served
    GatewayId gateway;                 // none: not known
    std::string gatewayRecord;         // GatewayRecord::id, "" for classes
    std::vector<std::string> sections; // listeners that it is attached to
};

class Protections {
public:
    Protections(const Context& context, const Gateways& gateways);

    // Most specific first.
    std::vector<Protection> of(const RouteRecord& route, const RouteSite& site, const std::vector<RouteBackend>& backends) const;

private:
    struct Candidate {
        const AttachedProtection* attached = nullptr;
        int specificity = 0;  // 4 rule, 3 route, 2 listener or Service, 1 gateway, 0 controller
        bool partial = false; // it covers only some of the listeners or backends
    };
    using Candidates = std::vector<Candidate>;
    using Key = std::pair<std::string, std::string>; // cluster, id

    Candidates candidates(const RouteRecord&, const RouteSite&, const std::vector<RouteBackend>&) const;
    void addByGateway(const RouteSite&, const std::string& cluster, Candidates&) const;
    void addByBackends(const std::string& cluster, const std::vector<RouteBackend>&, Candidates&) const;
    bool selectsPodsOf(const AttachedProtection&, GatewayId) const;
    Candidates effective(Candidates) const;
    void addOwn(const RouteRecord&, const std::string& product, std::vector<Protection>& out) const;
    void followReference(const Identity& route, Protection&) const;
    bool exists(const std::string& cluster, const Protection&) const;

    const Context& m_context;
    const Gateways& m_gateways;
    std::map<Key, std::vector<const AttachedProtection*>> m_byRoute, m_byGateway, m_byService;
    std::map<std::string, std::vector<const AttachedProtection*>> m_byCluster; // by labels, pods or controller
    std::map<Key, std::vector<const AttachedProtection*>> m_filters;           // cluster, "Kind ns/name"
    std::set<Key> m_filterObjects;                                             // as m_filters, whatever they are
    std::set<std::string> m_secrets;                                           // nameKey
};

} // namespace bartizan::resolving
