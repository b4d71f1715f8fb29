// SPDX-License-Identifier: GPL-3.0-or-later
// Peers of Cilium's rules that are Services (docs.cilium.io, "Services based"): a Service with a selector is its pods, one
// without is the addresses in its EndpointSlices, which are never pods. A Service that is not in the input may be either.
#pragma once

#include "model/inventory.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace bartizan::connectivity {

class ServicePeers {
public:
    explicit ServicePeers(const Inventory&);

    // Puts pods and addresses in the place of Services.
    void resolve(const std::string& cluster, std::vector<PolicyRuleRecord>&);

private:
    using Name = std::pair<std::string, std::string>; // of a cluster; a name

    bool add(const std::string& cluster, const PolicyPeer::ServiceReference&, const Evidence&, std::vector<PolicyPeer>&);
    PolicyPeer peerOf(const ServiceRecord&, const Evidence&) const;

    const Inventory& m_inventory;
    std::map<Name, std::vector<const ServiceRecord*>> m_named;
    std::map<std::string, std::vector<const ServiceRecord*>> m_ofCluster;
    std::map<Name, std::vector<const EndpointsRecord*>> m_endpoints; // by "namespace/name" of the Service
    std::size_t m_asked = 0;
};

} // namespace bartizan::connectivity
