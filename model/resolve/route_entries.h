// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in that a gateway serves. Where its pods have entries of their own (a load balancer, node or host ports),
// routes use these; where they have none in the input, an entry stands for the Gateway, Ingress or Route itself. Adds
// to Context::out.entries and marks those that serve routes.
#pragma once

#include "model/resolve/gateways.h"

#include <map>
#include <set>

namespace bartizan::resolving {

class RouteEntries {
public:
    explicit RouteEntries(Context& context); // every gateway is there already

    struct Asked {
        const char* kind = "gateway"; // of the entry that is made where none is found: gateway, ingress, route
        ObjectId object;              // named by it
        std::uint32_t port = 0;
        std::string protocol = "TCP";
        std::vector<std::string> addresses;
        std::optional<bool> internal; // a setting says so
        Evidence evidence;
    };
    // Entries through which the gateway takes connections to this port; never empty.
    std::vector<EntryId> of(GatewayId gateway, const Asked& asked);

private:
    void claim(GatewayId gateway);
    bool belongs(const Entry& entry, const Gateway& gateway) const;
    bool takes(const Entry& entry, std::uint32_t port, const char* kind) const;
    EntryId make(GatewayId gateway, const Asked& asked);

    Context& m_context;
    std::map<std::uint32_t, std::vector<EntryId>> m_ofGateway; // entries at its pods, by GatewayId
    std::map<std::string, EntryId> m_made;                     // by id
};

} // namespace bartizan::resolving
