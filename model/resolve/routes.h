// SPDX-License-Identifier: GPL-3.0-or-later
// Ways in that routes decide: gateways, their entries and the routes attached to them. Called by resolve() when
// workloads, services and the other entries exist; adds to entries, gateways and routes, and marks entries that serve
// routes. Routes that only steer calls inside a mesh are no ways in and are left out.
#pragma once

#include "model/resolve/backends.h"
#include "model/resolve/protections.h"
#include "model/resolve/route_entries.h"

namespace bartizan::resolving {

void resolveRoutes(Context&);

// What the makers of routes share.
struct RouteTools {
    Context& context;
    Gateways& gateways;
    RouteEntries& entries;
    const Backends& backends;
    const Protections& protections;

    // The fields that are the same for every dialect; hosts as written, no entries, nothing decided about acceptance.
    Route make(const RouteRecord& record, std::size_t index) const;
    // Protections, once gateway and backends are set.
    void protect(Route& route, const RouteRecord& record, const std::string& gatewayRecord) const;
};

// Ingress and OpenShift Route: the class or router decides, everything else is in the object.
void addIngressRoutes(RouteTools&, const std::vector<std::size_t>& records);
void addRouterRoute(RouteTools&, std::size_t record);
// Gateway API and Istio: one Route for each gateway that takes it; the first has the record's id, others add "@gateway".
void addAttachedRoute(RouteTools&, const RouteRecord& record, std::size_t index);

} // namespace bartizan::resolving
