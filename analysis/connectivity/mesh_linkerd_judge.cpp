// SPDX-License-Identifier: GPL-3.0-or-later
// One caller, asked of what governs the ports of a pod with Linkerd's proxy.
#include "analysis/connectivity/mesh_linkerd.h"
#include "analysis/connectivity/mesh_text.h"

#include <algorithm>

namespace bartizan::connectivity {
namespace {

using Is = LinkerdMeant::Is;
using Outcome = MeshSlice::Outcome;

constexpr const char* defaultNote = "No settings of Linkerd's installation were read; its documented default inbound policy, "
                                    "all-unauthenticated, is assumed.";
constexpr const char* differNote = "Several settings of Linkerd's installation name different default inbound policies.";
constexpr const char* wordNote = "The default inbound policy holds a word that Linkerd's reference does not list.";
constexpr const char* otherNote = "What is not HTTP is left to the authorizations of the Server, without its routes.";
constexpr const char* missingNote =
    "An AuthorizationPolicy names an authentication that is not in the input; Linkerd ignores such a policy, and so does this.";
constexpr const char* olderNote = "Several Servers select the port; the oldest counts, and of the same age the first by name.";
constexpr const char* ageNote =
    "Several Servers select the port, of which the oldest counts; which one that is the input does not say.";

} // namespace

struct LinkerdReach::Says {                     // what authorizations come to, together
    bool all = false;                           // one of them means the caller
    bool some = false;                          // one does where clauses hold that a request may fulfil
    std::vector<std::vector<std::string>> more; // otherwise: any of these, all of whose clauses hold
    std::vector<MeshDecider> by;
    std::vector<std::string> notes;

    void add(const LinkerdMeant& meant, const MeshDecider& decider)
    {
        for (const std::string& note : meant.notes)
            addOnce(notes, note);
        if (meant.is == Is::no || (all && meant.is != Is::yes))
            return;
        if (meant.is == Is::yes && !all) {
            by.clear();
            more.clear();
        }
        all = all || meant.is == Is::yes;
        some = some || meant.is == Is::some;
        if (!all)
            addOnce(more, meant.more);
        addOnce(by, decider);
    }
    void add(const Says& other)
    {
        for (const std::string& note : other.notes)
            addOnce(notes, note);
        if (all && !other.all)
            return;
        if (other.all && !all) {
            by.clear();
            more.clear();
        }
        all = all || other.all;
        some = some || other.some;
        if (!all)
            for (const std::vector<std::string>& one : other.more)
                addOnce(more, one);
        for (const MeshDecider& one : other.by)
            addOnce(by, one);
    }
    bool passes() const { return all || !more.empty(); }
};

MeshDecider LinkerdReach::deciderOf(ObjectId id, std::string why, const Evidence& evidence) const
{
    return {id, displayName(m_inventory.object(id).identity), std::move(why), evidence};
}

LinkerdReach::Says LinkerdReach::ask(const std::vector<std::uint32_t>& grants, const LinkerdCaller& caller,
                                     const LinkerdInstallation& installation) const
{
    Says says;
    for (const std::uint32_t index : grants) {
        const Grant& grant = m_grants[index];
        if (grant.broken) {
            addOnce(says.notes, std::string(missingNote));
            continue;
        }
        LinkerdMeant meant{Is::yes, {}, {}};
        for (const std::size_t who : grant.who)
            meant = bothMean(std::move(meant), m_who[who].means(caller, installation));
        const LinkerdAuthorization& record = m_inventory.linkerdAuthorizations[grant.policy];
        says.add(meant, deciderOf(record.object, "allows the caller", record.evidence));
    }
    return says;
}

MeshSlice LinkerdReach::atServer(std::size_t index, const LinkerdCaller& caller, const LinkerdInstallation& installation) const
{
    const Server& server = m_servers[index];
    const LinkerdServer& record = m_inventory.linkerdServers[server.record];
    Says says = ask(server.grants, caller, installation);
    const std::string& word = record.accessPolicy.value;
    const Evidence& at = record.accessPolicy.written() ? record.accessPolicy.evidence : record.evidence;
    if (const auto meant = meantByWord(word.empty() ? "deny" : word, caller, installation))
        says.add(*meant, deciderOf(record.object, "its accessPolicy allows the caller", at));
    else
        says.add({Is::notKnown, {"its accessPolicy allows the caller"}, {}},
                 deciderOf(record.object, "its accessPolicy is none that the reference lists", at));

    LinkerdSieve sieved;
    if (server.routes.empty()) {
        sieved.every = says.all;
        sieved.none = !says.passes();
        for (const std::vector<std::string>& more : says.more) {
            sieved.allowing.emplace_back();
            sieved.allowing.back().more = more;
        }
    } else {
        std::vector<LinkerdRouted> routes;
        Says together;
        bool all = false, some = false;
        for (const Route& route : server.routes) {
            const RouteRecord& of = m_inventory.routes[route.record];
            Says own = says;
            own.add(ask(route.grants, caller, installation));
            const bool passes = own.passes() && !of.redirectsAway.value; // the proxy itself answers with a redirect
            routes.push_back({&of, &route.requests, passes, own.all ? std::vector<std::vector<std::string>>{} : own.more});
            for (const std::string& note : own.notes)
                addOnce(together.notes, note);
            if (!passes)
                continue;
            all = all || own.all;
            some = some || own.some;
            for (const MeshDecider& one : own.by)
                addOnce(together.by, one);
        }
        sieved = sieve(m_inventory, routes);
        says = std::move(together);
        says.all = all;
        says.some = some;
        if (record.protocol.empty() || record.protocol == "unknown")
            addOnce(says.notes, std::string(otherNote));
    }
    MeshSlice slice;
    slice.notes = std::move(says.notes);
    slice.by = std::move(says.by);
    if (sieved.none) {
        slice.outcome = Outcome::denied;
        slice.by = {deciderOf(record.object,
                              server.routes.empty() ? "selects the port, and nothing allows the caller"
                                                    : "selects the port, and no route of it lets the caller through",
                              record.evidence)};
    } else if (!sieved.every) {
        slice.outcome = says.all || says.some ? Outcome::onlySome : Outcome::notDecided;
        slice.allowing = std::move(sieved.allowing);
        slice.denying = std::move(sieved.denying);
    }
    return slice;
}

MeshSlice LinkerdReach::atServers(const Part& part, const LinkerdCaller& caller, const LinkerdInstallation& installation) const
{
    MeshSlice slice = atServer(part.servers.front(), caller, installation);
    if (part.servers.size() == 1) {
        if (part.several)
            slice.notes.emplace_back(olderNote);
        return slice;
    }
    bool alike = slice.outcome == Outcome::allowed || slice.outcome == Outcome::denied;
    for (std::size_t i = 1; i < part.servers.size(); ++i) {
        const MeshSlice other = atServer(part.servers[i], caller, installation);
        alike = alike && other.outcome == slice.outcome;
        for (const MeshDecider& one : other.by)
            addOnce(slice.by, one);
        for (const std::string& note : other.notes)
            addOnce(slice.notes, note);
    }
    if (alike)
        return slice;
    slice.outcome = Outcome::notDecided;
    slice.allowing.clear();
    slice.denying.clear();
    slice.by.clear();
    for (const std::size_t server : part.servers) {
        const LinkerdServer& record = m_inventory.linkerdServers[m_servers[server].record];
        slice.by.push_back(deciderOf(record.object, "selects the port, as another one does", record.evidence));
    }
    slice.notes.emplace_back(ageNote);
    return slice;
}

MeshSlice LinkerdReach::byDefault(std::size_t pod, bool onlyIdentified, const LinkerdCaller& caller,
                                  const LinkerdInstallation& installation) const
{
    const LinkerdSettings& own = m_settings[pod];
    MeshSlice slice;
    std::string word = "all-unauthenticated";
    if (!own.inbound.empty()) {
        word = own.inbound;
        slice.by.push_back(
            deciderOf(own.inboundObject, "its annotation config.linkerd.io/default-inbound-policy decides", own.inboundEvidence));
    } else if (!installation.inbound.empty()) {
        word = installation.inbound;
        slice.by.push_back(
            deciderOf(installation.object, "the installation's default inbound policy decides", installation.inboundEvidence));
        if (installation.inboundDiffers) {
            slice.outcome = Outcome::notDecided;
            slice.notes.emplace_back(differNote);
            return slice;
        }
    } else if (!installation.read) {
        slice.notes.emplace_back(defaultNote);
    }
    if (onlyIdentified && word != "deny" && word != "audit")
        slice.by.push_back(deciderOf(own.identifiedObject, "asks for an identity on the port", own.identifiedEvidence));
    const std::optional<LinkerdMeant> meant = meantByWord(word, caller, installation, onlyIdentified);
    if (!meant) {
        slice.outcome = Outcome::notDecided;
        slice.notes.emplace_back(wordNote);
        return slice;
    }
    slice.notes.insert(slice.notes.end(), meant->notes.begin(), meant->notes.end());
    slice.outcome = meant->is == Is::yes    ? Outcome::allowed
                    : meant->is == Is::no   ? Outcome::denied
                    : meant->is == Is::some ? Outcome::onlySome
                                            : Outcome::notDecided;
    if (!meant->more.empty()) {
        slice.allowing.emplace_back();
        slice.allowing.back().more = meant->more;
    }
    return slice;
}

LinkerdCaller LinkerdReach::callerOf(std::size_t from, std::size_t to) const
{
    LinkerdCaller caller;
    caller.identified = m_members[from] != MeshMember::no;
    caller.ns = spaceOf(from).name;
    caller.account = m_world.pods[from].account;
    caller.inCluster = spaceOf(from).cluster == spaceOf(to).cluster;
    return caller;
}

std::vector<std::size_t> LinkerdReach::clientsAt(std::size_t pod) const
{
    std::vector<std::size_t> clients;
    const auto add = [&](const std::vector<std::uint32_t>& grants) {
        for (const std::uint32_t grant : grants)
            clients.insert(clients.end(), m_grants[grant].who.begin(), m_grants[grant].who.end());
    };
    if (binds(pod))
        for (const Part& part : m_parts[pod])
            for (const std::size_t index : part.servers) {
                add(m_servers[index].grants);
                for (const Route& route : m_servers[index].routes)
                    add(route.grants);
            }
    std::sort(clients.begin(), clients.end());
    clients.erase(std::unique(clients.begin(), clients.end()), clients.end());
    return clients;
}

void LinkerdReach::addSeen(std::size_t from, std::size_t to, const std::vector<std::size_t>& clients,
                           std::vector<const void*>& into) const
{
    if (clients.empty())
        return;
    const LinkerdCaller caller = callerOf(from, to);
    const LinkerdInstallation& installation = m_installations.at(spaceOf(to).cluster);
    for (const std::size_t client : clients)
        into.push_back(m_who[client].seen(caller, installation));
}

std::vector<MeshSlice> LinkerdReach::atPod(const MeshEnd& from, std::size_t pod) const
{
    const LinkerdInstallation& installation = m_installations.at(spaceOf(pod).cluster);
    const LinkerdSettings& own = m_settings[pod];
    LinkerdCaller caller;
    PortSet nameless; // ports at which the caller's own proxy is passed by
    bool assumed = false;
    if (from.kind == End::Kind::pod) {
        caller = callerOf(from.pod, pod);
        assumed = m_members[from.pod] == MeshMember::notKnown;
        if (const PortSet& skipped = m_settings[from.pod].skippedOutbound; caller.identified && !skipped.empty())
            nameless = skipped - m_services.servedPorts(pod, skipped);
    } else if (from.kind == End::Kind::addresses) {
        caller.addresses = from.range;
    }
    LinkerdCaller stranger = caller;
    stranger.identified = false;

    std::vector<MeshSlice> slices;
    const auto add = [&](const PortSet& ports, const auto& judge) {
        for (const bool named : {true, false}) {
            PortSet some = ports - own.skippedInbound;
            if (named)
                some -= nameless;
            else
                some &= nameless;
            if (some.empty())
                continue;
            MeshSlice slice = judge(named ? caller : stranger);
            slice.ports = std::move(some);
            if (named && caller.identified && assumed && !slice.by.empty())
                addOnce(slice.notes, std::string(meshIdentityNote));
            join(slices, std::move(slice));
        }
    };
    if (const PortSet skipped = own.skippedInbound & tcpPorts(); !skipped.empty()) {
        MeshSlice slice;
        slice.ports = skipped;
        slices.push_back(std::move(slice));
    }
    PortSet left = tcpPorts();
    for (const Part& part : m_parts[pod]) {
        left -= part.ports;
        add(part.ports, [&](const LinkerdCaller& one) { return atServers(part, one, installation); });
    }
    add(left - own.identified, [&](const LinkerdCaller& one) { return byDefault(pod, false, one, installation); });
    add(left & own.identified, [&](const LinkerdCaller& one) { return byDefault(pod, true, one, installation); });
    return slices;
}

} // namespace bartizan::connectivity
