// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/service_peers.h"

#include "model/inventory/endpoints.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace bartizan::connectivity {

namespace {

// Beyond any of these a peer means everyone. A block of addresses is of size 1, pods are 1 and their labels.
constexpr std::size_t mostAsked = 5'000'000; // Services that references are held against
constexpr std::size_t mostOfRule = 4'096;    // size of what the Services of one rule become
constexpr std::size_t mostInAll = 250'000;   // and of those of all rules

constexpr const char* tooMuchText = "these are more than are looked up, and everyone counts as one of them";

// A selector of a Service names a value for each label. Long texts count for more.
std::size_t sizeOf(const Selector& selector)
{
    constexpr std::size_t longText = 64;
    std::size_t size = 1;
    for (const SelectorRequirement& requirement : selector.requirements) {
        std::size_t bytes = requirement.key.size();
        for (const std::string& value : requirement.values)
            bytes += value.size();
        size += 1 + bytes / longText;
    }
    return size;
}

// The fewest blocks that hold these addresses and no others (RFC 4632, section 3.1: a block begins at a multiple of its
// length).
std::vector<AddressRange> blocksOf(const AddressSet& set)
{
    std::vector<AddressRange> blocks;
    for (AddressRange rest : set.ranges())
        for (;;) {
            AddressRange block{rest.first, rest.first};
            const unsigned bits = rest.first.v6 ? 128 : 32;
            for (unsigned bit = 0; bit < bits; ++bit) { // all before are 0 in the first and 1 in the last address
                Address last = block.last;
                std::uint64_t& half = bit < 64 ? last.low : last.high;
                const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
                if ((half & mask) != 0)
                    break;
                half |= mask;
                if (rest.last < last)
                    break;
                block.last = last;
            }
            blocks.push_back(block);
            if (block.last == rest.last)
                break;
            rest.first = block.last;
            if (++rest.first.low == 0)
                ++rest.first.high;
        }
    return blocks;
}

std::string textOf(const AddressRange& block)
{
    const int free = std::popcount(block.first.low ^ block.last.low) + std::popcount(block.first.high ^ block.last.high);
    if (free == 0)
        return toText(block.first);
    return toText(block.first) + "/" + std::to_string((block.first.v6 ? 128 : 32) - free);
}

bool leadsNowhere(const ServiceRecord& service) // a selector of such a Service is ignored (Kubernetes API, ServiceSpec)
{
    return service.type.value == "ExternalName";
}

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
        OfRule of;
        bool tooMuch = false;
        for (PolicyPeer& peer : rule.peers) {
            const Outcome outcome = peer.services.empty() ? Outcome::notKnown : replace(cluster, peer, of, peers);
            if (outcome == Outcome::done)
                continue;
            tooMuch = tooMuch || outcome == Outcome::tooMuch;
            peers.push_back(std::move(peer));
        }
        rule.peers = std::move(peers);
        if (tooMuch)
            rule.narrower.append(rule.narrower.empty() ? "endpoints of a Service; " : "; ").append(tooMuchText);
    }
}

ServicePeers::Outcome ServicePeers::replace(const std::string& cluster, const PolicyPeer& peer, OfRule& of,
                                            std::vector<PolicyPeer>& peers)
{
    Services services; // that peers before do not name
    Outcome outcome = Outcome::done;
    for (const PolicyPeer::ServiceReference& reference : peer.services)
        if (outcome == Outcome::done)
            outcome = collect(cluster, reference, of, services);
    if (outcome == Outcome::done)
        outcome = make(services, peer.evidence, of, peers);
    if (outcome != Outcome::done)
        for (const ServiceRecord* service : services)
            of.named.erase(service);
    return outcome;
}

// The Services that a reference means. Not known: the input has none such.
ServicePeers::Outcome ServicePeers::collect(const std::string& cluster, const PolicyPeer::ServiceReference& reference, OfRule& of,
                                            Services& services)
{
    const Services* asked = nullptr;
    if (!reference.name.empty()) {
        if (const auto found = m_named.find({cluster, reference.name}); found != m_named.end())
            asked = &found->second;
    } else if (const auto found = m_ofCluster.find(cluster); found != m_ofCluster.end()) {
        asked = &found->second;
    }
    if (!asked)
        return Outcome::notKnown;
    bool any = false;
    for (const ServiceRecord* service : *asked) {
        if (++m_asked > mostAsked)
            return Outcome::tooMuch;
        const Object& object = m_inventory.object(service->object);
        if ((!reference.ns.empty() && reference.ns != object.identity.ns) ||
            (reference.name.empty() && !bartizan::matches(reference.labels, object.labels)))
            continue;
        any = true;
        if (of.named.insert(service).second)
            services.push_back(service);
    }
    return any ? Outcome::done : Outcome::notKnown;
}

// Nothing is copied before it is known to be little enough.
ServicePeers::Outcome ServicePeers::make(const Services& services, const Evidence& evidence, OfRule& of,
                                         std::vector<PolicyPeer>& peers)
{
    std::size_t size = 0;
    for (const ServiceRecord* service : services) {
        size += sizeOf(*service);
        if (of.size + size > mostOfRule || m_made + size > mostInAll)
            return Outcome::tooMuch;
    }
    of.size += size;
    m_made += size;
    std::vector<AddressRange> addresses;
    for (const ServiceRecord* service : services) {
        if (leadsNowhere(*service))
            continue;
        if (service->selector.requirements.empty()) {
            const std::vector<AddressRange>& own = addressesOf(*service);
            addresses.insert(addresses.end(), own.begin(), own.end());
            continue;
        }
        PolicyPeer& peer = peers.emplace_back();
        peer.kind = PolicyPeer::Kind::pods;
        peer.evidence = evidence;
        peer.pods.ns = m_inventory.object(service->object).identity.ns;
        peer.pods.pods = service->selector;
    }
    if (addresses.empty())
        return Outcome::done;
    PolicyPeer& peer = peers.emplace_back();
    peer.kind = PolicyPeer::Kind::addresses;
    peer.evidence = evidence;
    for (const AddressRange& block : blocksOf(AddressSet::of(std::move(addresses))))
        peer.blocks.push_back({textOf(block), {}});
    return Outcome::done;
}

std::size_t ServicePeers::sizeOf(const ServiceRecord& service)
{
    if (leadsNowhere(service))
        return 0;
    return service.selector.requirements.empty() ? addressesOf(service).size() : connectivity::sizeOf(service.selector);
}

// Blocks. Which addresses they are is not known where the input has neither Endpoints nor an EndpointSlice of the Service, or
// not all of them were kept; where these hold none, there are none.
const std::vector<AddressRange>& ServicePeers::addressesOf(const ServiceRecord& service)
{
    const Name name = nameOf(service);
    const auto [made, isNew] = m_addresses.try_emplace(name);
    if (!isNew)
        return made->second;
    const auto endpoints = m_endpoints.find(name);
    bool every = endpoints == m_endpoints.end();
    std::vector<AddressRange> ranges;
    if (!every)
        for (const EndpointsRecord* record : endpoints->second) {
            every = every || record->addresses.size() >= mostEndpointAddresses;
            for (const std::string& address : record->addresses)
                if (const auto range = blockOf(address))
                    ranges.push_back(*range);
        }
    made->second = blocksOf(every ? AddressSet::everything() : AddressSet::of(std::move(ranges)));
    return made->second;
}

ServicePeers::Name ServicePeers::nameOf(const ServiceRecord& service) const
{
    const Identity& identity = m_inventory.object(service.object).identity;
    return {identity.cluster, identity.ns + "/" + identity.name};
}

} // namespace bartizan::connectivity
