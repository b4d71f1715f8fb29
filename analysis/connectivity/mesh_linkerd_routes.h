// SPDX-License-Identifier: GPL-3.0-or-later
// HTTPRoutes and GRPCRoutes of a Linkerd Server: which requests each of their matches means, and which one has a request that
// several mean (Gateway API reference, HTTPRouteRule.matches: hosts, then kind and length of the path, method, headers, query
// parameters, then the older object, then its name). A request that no route means is refused (linkerd.io, "Configuring
// Per-Route Policy").
#pragma once

#include "analysis/connectivity/mesh_requests.h"
#include "model/inventory.h"

#include <string>
#include <vector>

namespace bartizan::connectivity {

MeshRequests requestsOf(const RouteRecord&);

enum class RouteOrder { before, after, open /* depends on the request, or on what the input does not say */ };
RouteOrder orderOf(const Inventory&, const RouteRecord&, const RouteRecord&);

struct LinkerdRouted { // what becomes of one route's requests
    const RouteRecord* route = nullptr;
    const MeshRequests* requests = nullptr;
    bool passes = false;                        // for some at least
    std::vector<std::vector<std::string>> more; // any of these, all of whose clauses hold; empty: every one passes
};

struct LinkerdSieve {  // as MeshSlice has them
    bool none = false; // no request passes
    bool every = false;
    std::vector<MeshRequests> allowing, denying;
};
LinkerdSieve sieve(const Inventory&, const std::vector<LinkerdRouted>&);

} // namespace bartizan::connectivity
