// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_linkerd_clients.h"

#include "analysis/connectivity/mesh_text.h"

#include <algorithm>

namespace bartizan::connectivity {
namespace {

using Is = LinkerdMeant::Is;

constexpr const char* endNote = "No settings of Linkerd's installation were read; identities are taken to end in "
                                "linkerd.cluster.local, as they do by default.";
constexpr const char* networksNote =
    "The networks of Linkerd's cluster were not read; the private and shared blocks are taken, as by default.";

AddressSet setOf(const std::vector<std::string>& cidrs)
{
    std::vector<AddressRange> ranges;
    ranges.reserve(cidrs.size());
    for (const std::string& text : cidrs)
        if (const auto block = blockOf(text))
            ranges.push_back(*block);
    return AddressSet::of(std::move(ranges));
}

LinkerdMeant decided(bool yes)
{
    return {yes ? Is::yes : Is::no, {}, {}};
}

LinkerdMeant inNetworks(const AddressSet& set, const LinkerdCaller& caller, const LinkerdInstallation& installation)
{
    if (caller.addresses) {
        AddressSet meant(*caller.addresses);
        meant &= set;
        if (meant.empty() || meant == AddressSet(*caller.addresses))
            return decided(!meant.empty());
        return {Is::some, {"the address is " + alternatives(meant)}, {}};
    }
    AddressSet inside = insideAddresses();
    inside |= installation.networks;
    inside &= set;
    if (inside.empty()) // no pod has such an address
        return decided(false);
    if (set.contains(insideIpv4()) || (caller.inCluster && installation.networksRead && set.contains(installation.networks)))
        return decided(true);
    return {Is::notKnown, {"the address is " + alternatives(set)}, {meshAddressNote}};
}

LinkerdMeant inClusterNetworks(const LinkerdCaller& caller, const LinkerdInstallation& installation)
{
    if (caller.inCluster)
        return decided(true);
    LinkerdMeant meant = inNetworks(installation.networks, caller, installation);
    if (!installation.networksRead)
        meant.notes.push_back(networksNote);
    return meant;
}

} // namespace

LinkerdInstallation linkerdInstallation(const Inventory& inventory, const std::string& cluster)
{
    LinkerdInstallation made;
    std::vector<std::string> networks;
    for (const MeshSettings& settings : inventory.meshSettings) {
        const Object& object = inventory.object(settings.object);
        if (settings.mesh != "linkerd" || !object.applied() || object.identity.cluster != cluster)
            continue;
        if (!made.read) {
            made.read = true;
            made.identityEnd = (settings.ns.empty() ? "linkerd" : settings.ns) + "." +
                               (settings.trustDomain.value.empty() ? "cluster.local" : settings.trustDomain.value);
        }
        if (const std::string& inbound = settings.defaultInbound.value; !inbound.empty()) {
            made.inboundDiffers = made.inboundDiffers || (!made.inbound.empty() && made.inbound != inbound);
            if (made.inbound.empty()) {
                made.inbound = inbound;
                made.object = settings.object;
                made.inboundEvidence = settings.defaultInbound.evidence;
            }
        }
        for (const Fact<std::string>& network : settings.clusterNetworks)
            networks.push_back(network.value);
    }
    made.networks = setOf(networks);
    made.networksRead = !made.networks.empty();
    if (!made.networksRead) // the default of the chart's clusterNetworks
        made.networks = setOf({"10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fd00::/8"});
    return made;
}

LinkerdMeant bothMean(LinkerdMeant one, const LinkerdMeant& other)
{
    if (one.is == Is::no || other.is == Is::no) {
        one.more.clear();
        one.is = Is::no;
    } else {
        one.is = std::max(one.is, other.is); // yes, some, not known
        for (const std::string& more : other.more)
            addOnce(one.more, more);
    }
    for (const std::string& note : other.notes)
        addOnce(one.notes, note);
    return one;
}

std::optional<LinkerdMeant> meantByWord(const std::string& word, const LinkerdCaller& caller,
                                        const LinkerdInstallation& installation, bool onlyIdentified)
{
    if (word == "deny")
        return decided(false);
    if (word == "audit")
        return LinkerdMeant{Is::yes, {}, {"Audit mode lets every request through, and reports what it would have refused."}};
    if (word == "all-unauthenticated" || word == "all-authenticated")
        return decided(caller.identified || (word == "all-unauthenticated" && !onlyIdentified));
    if (word == "cluster-unauthenticated" || word == "cluster-authenticated") {
        if (!caller.identified && (word == "cluster-authenticated" || onlyIdentified))
            return decided(false);
        return inClusterNetworks(caller, installation);
    }
    return std::nullopt;
}

LinkerdWho LinkerdWho::ofAccount(const ObjectRef& account)
{
    LinkerdWho who;
    who.m_accounts.insert(account.ns + "/" + account.name);
    return who;
}

LinkerdWho LinkerdWho::of(const LinkerdClients& clients, bool inCluster)
{
    LinkerdWho who;
    who.m_anyone = clients.anyone || clients.networksOnly;
    who.m_anyTls = clients.anyTls;
    for (const ObjectRef& ref : clients.accounts) {
        if (ref.kind == "Namespace")
            who.m_spaces.insert(ref.name);
        else
            who.m_accounts.insert(ref.ns + "/" + ref.name);
    }
    for (const std::string& identity : clients.identities) {
        if (identity == "*")
            who.m_anyTls = true;
        else if (identity.compare(0, 2, "*.") == 0)
            who.m_endings.push_back(identity.substr(1));
        else
            who.m_names.insert(identity);
    }
    who.m_clusterOnly = inCluster && clients.networks.empty();
    who.m_everywhere = !clients.networksOnly && clients.networks.empty() && !who.m_clusterOnly;
    std::vector<AddressRange> ranges;
    for (const PolicyPeer::Block& block : clients.networks)
        if (const auto range = blockOf(block.cidr)) {
            AddressSet set(*range);
            set -= setOf(block.except);
            ranges.insert(ranges.end(), set.ranges().begin(), set.ranges().end());
        }
    who.m_networks = AddressSet::of(std::move(ranges));
    return who;
}

LinkerdMeant LinkerdWho::byIdentity(const LinkerdCaller& caller, const LinkerdInstallation& installation) const
{
    if (m_anyone)
        return decided(true);
    if (!caller.identified)
        return decided(false);
    if (m_anyTls || m_accounts.count(caller.ns + "/" + caller.account) != 0 || m_spaces.count(caller.ns) != 0)
        return decided(true);
    const std::string own = caller.account + "." + caller.ns + ".serviceaccount.identity.";
    const std::string identity = own + installation.identityEnd;
    LinkerdMeant meant;
    if (!installation.read && !(m_names.empty() && m_endings.empty()))
        meant.notes.push_back(endNote);
    if (m_names.count(identity) != 0 || std::any_of(m_endings.begin(), m_endings.end(), [&](const std::string& end) {
            return identity.size() > end.size() && endsIn(identity, end);
        })) {
        meant.is = Is::yes;
        return meant;
    }
    if (installation.read)
        return meant;
    // Would it be meant if the installation's identities ended otherwise?
    const auto name = m_names.lower_bound(own);
    bool may = name != m_names.end() && name->compare(0, own.size(), own) == 0;
    for (const std::string& end : m_endings) {
        constexpr std::string_view mark = ".serviceaccount.identity.";
        const std::size_t at = end.find(mark);
        if (at != std::string::npos)
            may = may || endsIn(own, end.substr(0, at + mark.size()));
        else
            may = may || end.find(".serviceaccount.") == std::string::npos;
    }
    if (may) {
        meant.is = Is::notKnown;
        meant.more.push_back("identities of the mesh end as the policy has them");
    }
    return meant;
}

const char* LinkerdWho::seen(const LinkerdCaller& caller, const LinkerdInstallation& installation) const
{
    static constexpr const char* named[] = {nullptr, "yes", "some", "not known"};
    static constexpr const char* noted[] = {"no, with a note", "yes, with a note", "some, with a note", "not known, with a note"};
    const LinkerdMeant meant = byIdentity(caller, installation);
    return (meant.notes.empty() ? named : noted)[static_cast<int>(meant.is)];
}

LinkerdMeant LinkerdWho::means(const LinkerdCaller& caller, const LinkerdInstallation& installation) const
{
    LinkerdMeant meant = byIdentity(caller, installation);
    if (meant.is == Is::no || m_everywhere)
        return meant;
    return bothMean(std::move(meant),
                    m_clusterOnly ? inClusterNetworks(caller, installation) : inNetworks(m_networks, caller, installation));
}

} // namespace bartizan::connectivity
