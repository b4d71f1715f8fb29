// SPDX-License-Identifier: GPL-3.0-or-later
// Where a route sends its requests: Services with the workloads and container ports behind them, or why it leads
// nowhere; and how the gateway talks to them (BackendTLSPolicy, DestinationRule, a Service port's appProtocol).
#pragma once

#include "model/resolve/grants.h"

#include <map>

namespace bartizan::resolving {

class Backends {
public:
    explicit Backends(const Context& context);

    std::vector<RouteBackend> of(const RouteRecord& route) const;
    // "plain", "tls", "tlsVerified", "mutual"; unwritten when nothing states it for every backend.
    Fact<std::string> upstreamTls(const RouteRecord& route, const std::vector<RouteBackend>& backends) const;

private:
    RouteBackend resolve(const RouteRecord& route, const BackendRef& ref) const;
    bool declaredOutside(const std::string& cluster, const std::string& host) const;
    Fact<std::string> ofPolicy(const Identity& route, const RouteBackend& backend) const;
    Fact<std::string> ofRule(const Identity& route, const RouteBackend& backend) const;

    const Context& m_context;
    Grants m_grants;
    std::map<std::string, std::vector<const BackendTls*>> m_policies; // nameKey of the Service
    std::map<std::string, const MeshClientTls*> m_rules;              // nameKey of the Service
};

} // namespace bartizan::resolving
