// SPDX-License-Identifier: GPL-3.0-or-later
// Rules with everything looked up: which classes, ranges, names and special ends they mean, which ports. Ends of a
// connection are numbered as bits: classes of pods first, then ranges, host names, special ends.
#pragma once

#include "analysis/connectivity/classes.h"
#include "analysis/connectivity/connectivity.h"

#include <map>
#include <memory>
#include <unordered_map>

namespace bartizan::connectivity {

struct LookedUpPorts {
    PortSet numbers;                                        // without named ports
    std::vector<std::pair<std::string, std::string>> named; // protocol ("" = any), name
    PortSet notNumbers;
    std::vector<std::pair<std::string, std::string>> notNamed;
    bool everything = false;
    // For a destination with these named ports; null: an address.
    PortSet at(const std::vector<NamedPort>* destination) const;
    bool hasNames() const { return !named.empty() || !notNamed.empty(); }
};

struct LookedUpRule {
    PolicyRuleRecord::Action action = PolicyRuleRecord::Action::allow;
    bool decides = true;   // false: it matches less than is known (`narrower`) and does not allow
    std::size_t peers = 0; // Rules::peers()
    LookedUpPorts ports;
    PodsByAddress podsByAddress = PodsByAddress::never;
    std::optional<Bits> selected; // classes of selected pods that it is for; none: all
};

struct LookedUpPolicy {
    Bits selects; // classes
    std::vector<LookedUpRule> rules[2];
};

class Rules {
public:
    Rules(const World&, const Classes&, const std::stop_token&);

    const LookedUpPolicy& policy(std::size_t i) const { return m_policies[i]; }
    const Bits& peers(std::size_t i) const { return m_peers[i]; }
    const World& world() const { return m_world; }
    std::size_t ends() const { return m_ends; } // bound of Bits of peers

    std::vector<AddressRange> ranges; // disjoint
    std::vector<std::string> hostNames, specials;

    std::size_t bitOf(const End&, const Classes&) const;

private:
    void lookUpSets();
    void collectAddresses(const std::stop_token&);
    bool meansSet(const PolicyPeer&, const Policy&, std::size_t set) const;
    AddressSet addressesOf(const PolicyPeer&, const Policy&) const;
    PodsByAddress podsByAddress(const PolicyPeer&, const Policy&) const;
    Bits endsOf(const PolicyPeer&, const Policy&) const;
    void addNames(PolicyRuleRecord::Action, Bits& ends) const;
    std::size_t interned(Bits);
    void take(const AddressSet&, Bits&) const;

    const World& m_world;
    const Classes& m_classes;
    const AddressSet m_inside;                                                           // addresses that pods may have
    std::vector<AddressSet> m_sets;                                                      // addresses of World::sets
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> m_setsNamed; // cluster and name
    std::map<std::pair<std::string, std::string>, std::size_t> m_spaces;                 // cluster and name -> World::spaces
    std::vector<LookedUpPolicy> m_policies;
    std::vector<Bits> m_peers;
    std::unordered_multimap<std::size_t, std::size_t> m_known; // hash -> m_peers
    std::size_t m_ends = 0;
};

} // namespace bartizan::connectivity
