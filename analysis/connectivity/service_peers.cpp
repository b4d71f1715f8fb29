// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/service_peers.h"

#include <algorithm>
#include <utility>

namespace bartizan::connectivity {

namespace {

constexpr std::size_t mostAsked = 5'000'000; // Services that references are held against; beyond, a reference means everyone
constexpr std::size_t mostPeers = 1'000;     // of one rule, as above
constexpr std::size_t keptAddresses = 256;   // of one EndpointsRecord: it may have had more

} // namespace

ServicePeers::ServicePeers(const Inventory& inventory) : m_inventory(inventory)
{
    for (const ServiceRecord& service : inventory.services)
        if (const Object& object = inventory.object(service.object); object.applied()) {
            m_named[{object.identity.cluster, object.identity.name}].push_back(&service);
            m_ofCluster[object.identity.cluster].push_back(&service);
        }
    for (const EndpointsRecord& endpoints : inventory.endpoints)
        if (const Object& object = inventory.object(endpoints.object); object.applied())
            m_endpoints[{object.identity.cluster, object.identity.ns + "/" + endpoints.service}].push_back(&endpoints);
}

void ServicePeers::resolve(const std::string& cluster, std::vector<PolicyRuleRecord>& rules)
{
    for (PolicyRuleRecord& rule : rules) {
        std::vector<PolicyPeer> peers;
        for (PolicyPeer& peer : rule.peers) {
            const std::size_t first = peers.size();
            const bool known = !peer.services.empty() &&
                               std::all_of(peer.services.begin(), peer.services.end(),
                                           [&](const auto& reference) { return add(cluster, reference, peer.evidence, peers); });
            if (known)
                continue;
            peers.resize(first);
            peers.push_back(std::move(peer));
        }
        rule.peers = std::move(peers);
    }
}

// False: the input does not say which Services these are.
bool ServicePeers::add(const std::string& cluster, const PolicyPeer::ServiceReference& reference, const Evidence& evidence,
                       std::vector<PolicyPeer>& peers)
{
    const std::vector<const ServiceRecord*>* services = nullptr;
    if (!reference.name.empty()) {
        if (const auto found = m_named.find({cluster, reference.name}); found != m_named.end())
            services = &found->second;
    } else if (const auto found = m_ofCluster.find(cluster); found != m_ofCluster.end()) {
        services = &found->second;
    }
    if (!services)
        return false;
    bool found = false;
    for (const ServiceRecord* service : *services) {
        if (++m_asked > mostAsked || peers.size() > mostPeers)
            return false;
        const Object& object = m_inventory.object(service->object);
        if ((!reference.ns.empty() && reference.ns != object.identity.ns) ||
            (reference.name.empty() && !bartizan::matches(reference.labels, object.labels)))
            continue;
        peers.push_back(peerOf(*service, evidence));
        found = true;
    }
    return found;
}

PolicyPeer ServicePeers::peerOf(const ServiceRecord& service, const Evidence& evidence) const
{
    const Identity& identity = m_inventory.object(service.object).identity;
    PolicyPeer peer;
    peer.evidence = evidence;
    if (!service.selector.requirements.empty()) {
        peer.kind = PolicyPeer::Kind::pods;
        peer.pods.ns = identity.ns;
        peer.pods.pods = service.selector;
        return peer;
    }
    peer.kind = PolicyPeer::Kind::addresses;
    bool all = false;
    if (const auto found = m_endpoints.find({identity.cluster, identity.ns + "/" + identity.name}); found != m_endpoints.end())
        for (const EndpointsRecord* endpoints : found->second) {
            all = all || endpoints->addresses.size() >= keptAddresses;
            for (const std::string& address : endpoints->addresses)
                peer.blocks.push_back({address, {}});
        }
    if (all || peer.blocks.empty()) // which ones is not known
        peer.blocks = {{"0.0.0.0/0", {}}, {"::/0", {}}};
    return peer;
}

} // namespace bartizan::connectivity
