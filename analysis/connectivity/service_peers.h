// SPDX-License-Identifier: GPL-3.0-or-later
// Peers of Cilium's rules that are Services (docs.cilium.io, "Services based"): a Service with a selector is its pods, one
// without is the addresses in its Endpoints and EndpointSlices, which are never pods; where the input has none of these, every
// address. One of type ExternalName leads nowhere: Cilium passes it over. A Service that is not in the input may be anyone.
#pragma once

#include "analysis/connectivity/addresses.h"
#include "model/inventory.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace bartizan::connectivity {

class ServicePeers {
public:
    explicit ServicePeers(const Inventory&);

    // Puts pods and addresses in the place of Services. A peer whose Services are not all known stays as it is and so means
    // everyone; one that would become too much does too, and `narrower` of its rule says so.
    void resolve(const std::string& cluster, std::vector<PolicyRuleRecord>&);

private:
    using Name = std::pair<std::string, std::string>; // of a cluster; a name
    using Services = std::vector<const ServiceRecord*>;
    enum class Outcome { done, notKnown, tooMuch };
    struct OfRule {
        std::set<const ServiceRecord*> named; // that peers were made of: once is enough
        std::size_t size = 0;                 // of these peers
    };

    Outcome replace(const std::string& cluster, const PolicyPeer&, OfRule&, std::vector<PolicyPeer>&);
    Outcome collect(const std::string& cluster, const PolicyPeer::ServiceReference&, OfRule&, Services&);
    Outcome make(const Services&, const Evidence&, OfRule&, std::vector<PolicyPeer>&);
    std::size_t sizeOf(const ServiceRecord&);
    const std::vector<AddressRange>& addressesOf(const ServiceRecord&);
    Name nameOf(const ServiceRecord&) const;

    const Inventory& m_inventory;
    std::map<Name, Services> m_named;
    std::map<std::string, Services> m_ofCluster;
    std::map<Name, std::vector<const EndpointsRecord*>> m_endpoints; // by nameOf() the Service
    std::map<Name, std::vector<AddressRange>> m_addresses;           // by nameOf() the Service: blocks
    std::size_t m_asked = 0;
    std::size_t m_made = 0; // size of all peers
};

} // namespace bartizan::connectivity
