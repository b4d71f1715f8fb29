// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/rules.h"

#include <algorithm>
#include <charconv>

namespace bartizan::connectivity {

namespace {

// What a protocol word means on these ports; "" is every protocol that has ports.
PortSet protocolSet(const std::string& word, PortRange range)
{
    if (const auto protocol = protocolOf(word))
        return PortSet::of(*protocol, range);
    if (word == "ICMP")
        return PortSet::ofOther(1);
    if (word == "ICMPv6")
        return PortSet::ofOther(58);
    if (word == "UDPLite")
        return PortSet::ofOther(136);
    if (word.empty()) {
        PortSet set;
        for (const Protocol protocol : {Protocol::tcp, Protocol::udp, Protocol::sctp})
            set |= PortSet::of(protocol, range);
        return set;
    }
    unsigned number = 256;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size() || number > 255)
        return {};
    if (number == 6 || number == 17 || number == 132)
        return PortSet::of(number == 6 ? Protocol::tcp : number == 17 ? Protocol::udp : Protocol::sctp, range);
    return PortSet::ofOther(static_cast<std::uint8_t>(number));
}

void lookUp(const std::vector<PolicyPorts>& written, PortSet& numbers, std::vector<std::pair<std::string, std::string>>& named)
{
    for (const PolicyPorts& one : written) {
        if (!one.name.empty())
            named.emplace_back(one.protocol, one.name);
        else if (one.first == 0 && one.last == 0)
            numbers |= one.protocol.empty() ? PortSet::everything() : protocolSet(one.protocol, PortRange{});
        else if (one.first <= one.last && one.first >= 1 && one.last <= 65535)
            numbers |= protocolSet(one.protocol, {one.first, one.last});
    }
}

PortSet resolved(const std::vector<std::pair<std::string, std::string>>& named, const std::vector<NamedPort>& destination)
{
    PortSet set;
    for (const auto& [protocol, name] : named)
        for (const NamedPort& port : destination)
            if (port.name == name && (protocol.empty() || protocol == toWord(port.protocol)))
                set |= PortSet::of(port.protocol, {port.number, port.number});
    return set;
}

} // namespace

PortSet LookedUpPorts::at(const std::vector<NamedPort>* destination) const
{
    PortSet set = everything ? PortSet::everything() : numbers;
    if (destination && !named.empty())
        set |= resolved(named, *destination);
    set -= notNumbers;
    if (destination && !notNamed.empty())
        set -= resolved(notNamed, *destination);
    return set;
}

Rules::Rules(const World& world, const Classes& classes, const std::stop_token& stop)
    : m_world(world), m_classes(classes), m_inside(insideAddresses())
{
    lookUpSets();
    collectAddresses(stop);
    m_ends = classes.count() + ranges.size() + hostNames.size() + specials.size();
    m_policies.reserve(world.policies.size());
    for (const Policy& policy : world.policies) {
        if (stop.stop_requested())
            return;
        LookedUpPolicy& made = m_policies.emplace_back();
        made.selects = classes.members(policy.record.selects, policy.cluster);
        for (const bool egress : {false, true}) {
            for (const PolicyRuleRecord& written : egress ? policy.record.egressRules : policy.record.ingressRules) {
                LookedUpRule& rule = made.rules[egress].emplace_back();
                rule.action = written.action;
                rule.decides = written.narrower.empty() || written.action == PolicyRuleRecord::Action::allow;
                rule.ports.everything = written.anyPort;
                lookUp(written.ports, rule.ports.numbers, rule.ports.named);
                lookUp(written.notPorts, rule.ports.notNumbers, rule.ports.notNamed);
                Bits ends(m_ends);
                if (written.anyPeer) {
                    PolicyPeer everyone;
                    everyone.kind = PolicyPeer::Kind::everyone;
                    ends = endsOf(everyone, policy);
                }
                for (const PolicyPeer& peer : written.peers) {
                    ends |= endsOf(peer, policy);
                    rule.podsByAddress = std::max(rule.podsByAddress, podsByAddress(peer, policy));
                }
                if (egress && !written.anyPeer)
                    addNames(written.action, ends);
                rule.peers = interned(std::move(ends));
                for (const PodSet& set : written.selected) {
                    Bits members = classes.members(set, policy.cluster);
                    if (rule.selected)
                        *rule.selected &= members;
                    else
                        rule.selected = std::move(members);
                }
            }
        }
    }
}

void Rules::collectAddresses(const std::stop_token& stop)
{
    std::vector<AddressSet> sets;
    bool v6 = false;
    for (const Policy& policy : m_world.policies) {
        if (stop.stop_requested())
            return;
        for (const auto* rules : {&policy.record.ingressRules, &policy.record.egressRules})
            for (const PolicyRuleRecord& rule : *rules)
                for (const PolicyPeer& peer : rule.peers) {
                    if (peer.kind == PolicyPeer::Kind::hostNames)
                        hostNames.insert(hostNames.end(), peer.names.begin(), peer.names.end());
                    if (peer.kind == PolicyPeer::Kind::special)
                        specials.insert(specials.end(), peer.names.begin(), peer.names.end());
                    AddressSet set = addressesOf(peer, policy);
                    if (set.empty())
                        continue;
                    v6 = v6 || set.ranges().back().first.v6;
                    sets.push_back(std::move(set));
                }
    }
    for (auto* names : {&hostNames, &specials}) {
        std::sort(names->begin(), names->end());
        names->erase(std::unique(names->begin(), names->end()), names->end());
    }
    ranges = cutAt(sets);
    if (!v6)
        ranges.pop_back(); // nobody speaks of IPv6
}

void Rules::lookUpSets()
{
    for (std::size_t i = 0; i < m_world.sets.size(); ++i) {
        std::vector<AddressRange> all;
        for (const std::string& cidr : m_world.sets[i].cidrs)
            if (const auto range = blockOf(cidr))
                all.push_back(*range);
        m_sets.push_back(AddressSet::of(std::move(all)));
        if (!m_world.setNames[i].empty())
            m_setsNamed[{m_world.setClusters[i], m_world.setNames[i]}].push_back(i);
    }
    for (std::size_t i = 0; i < m_world.spaces.size(); ++i)
        m_spaces[{m_world.spaces[i].cluster, m_world.spaces[i].name}] = i;
}

// By its labels. A set of a namespace stands where its pods do; a global one has no namespace.
bool Rules::meansSet(const PolicyPeer& peer, const Policy& policy, std::size_t set) const
{
    const AddressSetRecord& record = m_world.sets[set];
    if (m_world.setClusters[set] != policy.cluster || (!peer.pods.ns.empty() && peer.pods.ns != record.ns))
        return false;
    const Attributes none, &own = m_world.setLabels[set];
    const auto found = m_spaces.find({policy.cluster, record.ns});
    const Attributes& space = found == m_spaces.end() ? none : m_world.spaces[found->second].labels;
    return (!peer.pods.namespaces.present || bartizan::matches(peer.pods.namespaces, space)) &&
           (!peer.pods.pods.present || bartizan::matches(peer.pods.pods, own)) &&
           std::all_of(peer.pods.conditions.begin(), peer.pods.conditions.end(),
                       [&](const LabelCondition& condition) { return matches(condition, own, space, none); });
}

AddressSet Rules::addressesOf(const PolicyPeer& peer, const Policy& policy) const
{
    std::vector<AddressRange> all;
    const auto add = [&](const AddressSet& set) { all.insert(all.end(), set.ranges().begin(), set.ranges().end()); };
    for (const PolicyPeer::Block& block : peer.blocks) {
        const auto range = blockOf(block.cidr);
        if (!range)
            continue;
        std::vector<AddressRange> holes;
        for (const std::string& except : block.except)
            if (const auto hole = blockOf(except))
                holes.push_back(*hole);
        AddressSet own(*range);
        own -= AddressSet::of(std::move(holes));
        add(own);
    }
    for (const std::string& name : peer.setNames)
        if (const auto found = m_setsNamed.find({policy.cluster, name}); found != m_setsNamed.end())
            for (const std::size_t set : found->second)
                add(m_sets[set]);
    for (std::size_t set = 0; peer.labelledSets && set < m_sets.size(); ++set)
        if (meansSet(peer, policy, set))
            add(m_sets[set]);
    return AddressSet::of(std::move(all));
}

PodsByAddress Rules::podsByAddress(const PolicyPeer& peer, const Policy& policy) const
{
    if (!peer.alsoPods)
        return PodsByAddress::never;
    const AddressSet set = addressesOf(peer, policy);
    if (set.contains(insideIpv4()))
        return PodsByAddress::all;
    AddressSet met = m_inside;
    met &= set;
    return met.empty() ? PodsByAddress::never : PodsByAddress::notKnown;
}

void Rules::take(const AddressSet& set, Bits& ends) const
{
    for (const AddressRange& wanted : set.ranges()) {
        auto range = std::lower_bound(ranges.begin(), ranges.end(), wanted.first,
                                      [](const AddressRange& one, const Address& first) { return one.first < first; });
        for (; range != ranges.end() && !(wanted.last < range->last); ++range)
            ends.set(m_classes.count() + static_cast<std::size_t>(range - ranges.begin()));
    }
}

// Whatever names resolve to: a rule that allows one family wholly allows them, any other has to mean every address.
void Rules::addNames(PolicyRuleRecord::Action action, Bits& ends) const
{
    bool all[2] = {true, true}; // of IPv4, IPv6
    for (std::size_t i = 0; i < ranges.size(); ++i)
        all[ranges[i].first.v6] = all[ranges[i].first.v6] && ends.test(m_classes.count() + i);
    const bool speaksOf6 = ranges.back().first.v6;
    if (action == PolicyRuleRecord::Action::allow ? all[0] || (speaksOf6 && all[1]) : all[0] && all[1])
        for (std::size_t i = 0; i < hostNames.size(); ++i)
            ends.set(m_classes.count() + ranges.size() + i);
}

Bits Rules::endsOf(const PolicyPeer& peer, const Policy& policy) const
{
    Bits ends(m_ends);
    const std::size_t firstName = m_classes.count() + ranges.size(), firstSpecial = firstName + hostNames.size();
    const auto pods = [&](const PodSet& set) {
        m_classes.members(set, policy.cluster).forEach([&](std::size_t cls) { ends.set(cls); });
    };
    switch (peer.kind) {
    case PolicyPeer::Kind::everyone:
        pods({});
        for (std::size_t i = m_classes.count(); i < m_ends; ++i)
            ends.set(i);
        break;
    case PolicyPeer::Kind::pods:
        pods(peer.pods);
        take(addressesOf(peer, policy), ends);
        if (podsByAddress(peer, policy) == PodsByAddress::all)
            pods({});
        break;
    case PolicyPeer::Kind::addresses: {
        const AddressSet set = addressesOf(peer, policy);
        take(set, ends);
        if (podsByAddress(peer, policy) == PodsByAddress::all)
            pods({});
        for (std::size_t cls = 0; policy.record.dialect == PolicyDialect::multiNetworkPolicy && cls < m_classes.count(); ++cls)
            for (const auto& [network, address] : m_world.pods[m_classes.first(cls)].addresses)
                if (set.contains(address) &&
                    std::find(policy.networks.begin(), policy.networks.end(), network) != policy.networks.end())
                    ends.set(cls);
        break;
    }
    case PolicyPeer::Kind::hostNames:
        for (const std::string& name : peer.names)
            ends.set(firstName +
                     static_cast<std::size_t>(std::lower_bound(hostNames.begin(), hostNames.end(), name) - hostNames.begin()));
        break;
    case PolicyPeer::Kind::special:
        for (const std::string& name : peer.names)
            ends.set(firstSpecial +
                     static_cast<std::size_t>(std::lower_bound(specials.begin(), specials.end(), name) - specials.begin()));
        break;
    }
    return ends;
}

std::size_t Rules::interned(Bits bits)
{
    const std::size_t hash = bits.hash();
    const auto [from, to] = m_known.equal_range(hash);
    for (auto known = from; known != to; ++known)
        if (m_peers[known->second] == bits)
            return known->second;
    m_known.emplace(hash, m_peers.size());
    m_peers.push_back(std::move(bits));
    return m_peers.size() - 1;
}

std::size_t Rules::bitOf(const End& end, const Classes& classes) const
{
    switch (end.kind) {
    case End::Kind::pod:
        return classes.of(end.index);
    case End::Kind::addresses:
        return classes.count() + end.index;
    case End::Kind::hostName:
        return classes.count() + ranges.size() + end.index;
    case End::Kind::special:
        break;
    }
    return classes.count() + ranges.size() + hostNames.size() + end.index;
}

} // namespace bartizan::connectivity
