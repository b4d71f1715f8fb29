// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_rules.h"

#include "analysis/connectivity/mesh_settings.h"
#include "analysis/connectivity/mesh_text.h"

#include <algorithm>
#include <charconv>

namespace bartizan::connectivity {
namespace {

using Strings = std::vector<std::string>;

constexpr const char* domainDoubt = "A rule names a trust domain; that of the mesh was not read.";
constexpr const char* aliasDoubt = "A rule names a trust domain that stands for the mesh's own; whether the ztunnel of an "
                                   "ambient workload takes the one for the other is not known.";
constexpr const char* emptyDoubt = "A rule that denies asks for HTTP alone in a part of it, which the ztunnel of an ambient "
                                   "workload does not read; what is left of the rule depends on its version.";

constexpr const char* formDoubt =
    "A rule names an alias of the mesh's trust domain in a form that not every version of Istio takes "
    "for the domain itself.";
constexpr const char* planesDoubt =
    "Control planes of the cluster differ in their trust domains; which of them the caller belongs "
    "to is not known.";

enum class Is { no, maybe, yes };
struct Match {
    Is is = Is::no;
    const char* doubt = nullptr; // of maybe
};

template <class Matches>
Match best(const Strings* patterns, Matches matches)
{
    Match result;
    for (std::size_t i = 0; patterns && result.is != Is::yes && i < patterns->size(); ++i)
        if (const Match one = matches((*patterns)[i]); one.is > result.is)
            result = one;
    return result;
}

Match certain(bool yes)
{
    return {yes ? Is::yes : Is::no, nullptr};
}

AddressSet blocks(const Strings& list)
{
    std::vector<AddressRange> ranges;
    ranges.reserve(list.size());
    for (const std::string& text : list)
        if (const auto block = blockOf(text))
            ranges.push_back(*block);
    return AddressSet::of(std::move(ranges));
}

PortSet portsOf(const Strings& list)
{
    PortSet set;
    for (const std::string& text : list) {
        std::uint32_t port = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
        if (error == std::errc() && end == text.data() + text.size() && port >= 1 && port <= 65535)
            set |= PortSet::of(Protocol::tcp, {port, port});
    }
    return set;
}

void restrict(PortSet& ports, const Strings& is, const Strings& isNot)
{
    if (!is.empty())
        ports &= portsOf(is);
    ports -= portsOf(isNot);
}

// What holds of the caller's installation, where it may be any of several.
template <class Of>
Match ofAny(const MeshTrusts& trusts, Of of)
{
    Match result = of(trusts.any.front());
    for (std::size_t i = 1; i < trusts.any.size(); ++i)
        if (of(trusts.any[i]).is != result.is)
            return {Is::maybe, planesDoubt};
    return trusts.more ? Match{Is::maybe, planesDoubt} : result;
}

bool isPattern(std::string_view text)
{
    return !text.empty() && (text.front() == '*' || text.back() == '*');
}

// Do policies that name such a trust domain mean the installation's own? Of patterns that depends on the version.
Match aliasMatch(std::string_view domain, const MeshTrust& trust, MeshSight sight)
{
    if (domain == defaultTrustDomain || std::binary_search(trust.aliases.begin(), trust.aliases.end(), domain))
        return sight == MeshSight::ztunnel ? Match{Is::maybe, aliasDoubt} : certain(true);
    const bool may = std::any_of(trust.aliases.begin(), trust.aliases.end(), [&](const std::string& alias) {
        return (isPattern(domain) && meshMatches(domain, alias)) || (isPattern(alias) && meshMatches(alias, domain));
    });
    return may ? Match{Is::maybe, formDoubt} : certain(false);
}

// <trust domain>/ns/<namespace>/sa/<account>. Where a pattern is such a name, cluster.local stands for the mesh's own domain,
// and so do MeshConfig.trustDomainAliases.
// `rest`: of the caller's name, without the domain.
Match principalMatch(const std::string& pattern, const MeshCaller& caller, const std::string& rest, MeshSight sight)
{
    const std::size_t slash = pattern.find('/');
    const std::string_view tail = slash == std::string::npos ? std::string_view() : std::string_view(pattern).substr(slash);
    const bool tailMeans = !tail.empty() && slash > 0 && meshMatches(tail, rest);
    if (!caller.trusts || caller.trusts->any.empty()) {
        if (meshMatches(pattern, defaultTrustDomain + rest))
            return certain(true);
        return tailMeans ? Match{Is::maybe, domainDoubt} : certain(false);
    }
    const bool whole = tailMeans && std::count(pattern.begin(), pattern.end(), '/') == 4;
    return ofAny(*caller.trusts, [&](const MeshTrust& trust) {
        if (meshMatches(pattern, trust.domain + rest))
            return certain(true);
        return whole ? aliasMatch(std::string_view(pattern).substr(0, slash), trust, sight) : certain(false);
    });
}

// Each star of the pattern stands for any text, whether or not there are others.
bool matchesGlob(std::string_view pattern, std::string_view text)
{
    std::size_t at = 0, here = 0, star = std::string_view::npos, from = 0;
    while (here < text.size()) {
        if (at < pattern.size() && pattern[at] == '*') {
            star = at++;
            from = here;
        } else if (at < pattern.size() && pattern[at] == text[here]) {
            ++at;
            ++here;
        } else if (star != std::string_view::npos) {
            at = star + 1;
            here = ++from;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

// A sidecar asks for the whole name of the caller, which holds the namespace somewhere between /ns/ and a slash.
bool namespaceMatches(const std::string& pattern, const MeshCaller& caller, MeshSight sight)
{
    if (sight == MeshSight::ztunnel || pattern.find('*') == std::string::npos)
        return meshMatches(pattern, caller.ns);
    return matchesGlob("/ns/" + pattern + "/*", "/ns/" + caller.ns + "/sa/" + caller.account);
}

// Of the certificate; not every version takes an alias for the domain here too.
Match domainMatch(const std::string& pattern, const MeshCaller& caller)
{
    if (!caller.trusts || caller.trusts->any.empty())
        return meshMatches(pattern, defaultTrustDomain) ? certain(true) : Match{Is::maybe, domainDoubt};
    return ofAny(*caller.trusts, [&](const MeshTrust& trust) {
        if (meshMatches(pattern, trust.domain))
            return certain(true);
        return std::binary_search(trust.aliases.begin(), trust.aliases.end(), pattern) ? Match{Is::maybe, formDoubt}
                                                                                       : certain(false);
    });
}

} // namespace

PortSet tcpPorts()
{
    return PortSet::of(Protocol::tcp, {});
}

void MeshRule::Source::ask(const Strings& is, const Strings& isNot)
{
    asksAddresses = !is.empty() || !isNot.empty();
    if (!asksAddresses)
        return;
    addresses = is.empty() ? AddressSet::everything() : blocks(is);
    addresses -= blocks(isNot);
    const bool every = addresses.contains(insideIpv4());
    AddressSet inside = insideAddresses();
    inside &= addresses;
    pods = every ? Pods::yes : inside.empty() ? Pods::no : Pods::notKnown;
}

bool MeshRule::Source::onlyBeyondTcp() const
{
    return principals.empty() && namespaces.empty() && accounts.empty() && notAccounts.empty() && !asksAddresses;
}

MeshRule::MeshRule(const MeshAccessRule& written, const std::string& ns, bool allows) : m_written(written), m_allows(allows)
{
    const auto full = [&](const Strings& list) { // "name" is an account of the policy's own namespace
        Strings accounts = list;
        for (std::string& account : accounts)
            if (account.find('/') == std::string::npos)
                account.insert(0, ns + "/");
        return accounts;
    };
    for (const MeshAccessRule::Source& from : written.from) {
        Source& source = m_sources.emplace_back();
        source.principals = {&from.principals, &from.notPrincipals};
        source.namespaces = {&from.namespaces, &from.notNamespaces};
        source.domains = {&from.trustDomains, &from.notTrustDomains};
        source.remote = {&from.remoteIpBlocks, &from.notRemoteIpBlocks};
        source.token = {&from.requestPrincipals, &from.notRequestPrincipals};
        source.accounts = full(from.serviceAccounts);
        source.notAccounts = full(from.notServiceAccounts);
        source.ask(from.ipBlocks, from.notIpBlocks);
        m_http = m_http || !source.token.empty();
        m_beyondTcp = m_beyondTcp || !source.token.empty() || !source.remote.empty() || !source.domains.empty();
    }
    PortSet ports = tcpPorts();
    for (const MeshAccessRule::Condition& when : written.when) {
        if (when.key == "destination.port") {
            restrict(ports, when.values, when.notValues);
            continue;
        }
        Condition& condition = m_conditions.emplace_back();
        condition.key = when.key;
        condition.values = {&when.values, &when.notValues};
        condition.http = startsWith(when.key, "request.");
        condition.beyondTcp = when.key != "destination.ip";
        Source source;
        bool ofCaller = true;
        if (when.key == "source.ip")
            source.ask(when.values, when.notValues);
        else if (when.key == "source.namespace")
            source.namespaces = condition.values;
        else if (when.key == "source.principal")
            source.principals = condition.values;
        else
            ofCaller = false;
        condition.beyondTcp = condition.beyondTcp && !ofCaller;
        if (when.key == "source.trustDomain") {
            source.domains = condition.values;
            ofCaller = true;
        } else if (when.key == "source.serviceAccount") {
            source.accounts = full(when.values);
            source.notAccounts = full(when.notValues);
            ofCaller = true;
        }
        if (ofCaller)
            condition.source = std::move(source);
        m_http = m_http || condition.http;
        m_beyondTcp = m_beyondTcp || condition.beyondTcp;
    }
    const auto add = [&](const MeshAccessRule::Operation& to) {
        Operation& operation = m_operations.emplace_back();
        operation.ports = ports;
        restrict(operation.ports, to.ports, to.notPorts);
        operation.asksPorts = !to.ports.empty() || !to.notPorts.empty();
        operation.requests = {to.methods, to.notMethods, to.paths, to.notPaths, to.hosts, to.notHosts, {}};
        operation.http = !operation.requests.every();
        operation.possible = simplify(operation.requests);
        m_http = m_http || operation.http;
    };
    for (const MeshAccessRule::Operation& to : written.to)
        add(to);
    if (written.to.empty())
        add({});
    m_beyondTcp = m_beyondTcp || m_http;
}

MeshRule::Who MeshRule::both(Who one, const Who& other)
{
    one.matches = one.matches && other.matches;
    if (!one.doubt)
        one.doubt = other.doubt;
    one.more.insert(one.more.end(), other.more.begin(), other.more.end());
    return one;
}

// A caller without an identity has none of the names, so that only what is negated matches.
MeshRule::Who MeshRule::whoOf(const Source& source, const MeshCaller& caller, MeshSight sight)
{
    Who who;
    const auto take = [&](const Match& match, bool negated) {
        who.matches = who.matches && match.is != (negated ? Is::yes : Is::no);
        if (match.is == Is::maybe && !who.doubt)
            who.doubt = match.doubt;
    };
    const auto name = [&](const Lists& lists, const auto& matches) {
        const auto own = [&](const std::string& pattern) { return caller.identified ? matches(pattern) : Match{}; };
        if (lists.is && !lists.is->empty())
            take(best(lists.is, own), false);
        if (lists.isNot)
            take(best(lists.isNot, own), true);
    };
    const auto open = [&](const char* what, const Lists& lists) { // cannot be decided here
        if (lists.is && !lists.is->empty())
            who.more.push_back(std::string(what) + " is " + alternatives(*lists.is));
        if (lists.isNot && !lists.isNot->empty())
            who.more.push_back(std::string(what) + " is not " + alternatives(*lists.isNot));
    };
    const std::string rest = source.principals.empty() ? std::string() : "/ns/" + caller.ns + "/sa/" + caller.account;
    name(source.principals, [&](const std::string& pattern) { return principalMatch(pattern, caller, rest, sight); });
    name(source.namespaces, [&](const std::string& pattern) { return certain(namespaceMatches(pattern, caller, sight)); });
    const std::string account = caller.ns + "/" + caller.account;
    name({&source.accounts, &source.notAccounts},
         [&](const std::string& pattern) { return certain(meshMatches(pattern, account)); });
    if (source.asksAddresses && caller.addresses) {
        AddressSet meant(*caller.addresses);
        meant &= source.addresses;
        if (meant.empty())
            who.matches = false;
        else if (!(meant == AddressSet(*caller.addresses)))
            who.more.push_back("the address is " + alternatives(meant));
    } else if (source.asksAddresses) {
        take(source.pods == Pods::notKnown ? Match{Is::maybe, meshAddressNote} : certain(source.pods == Pods::yes), false);
    }
    if (sight == MeshSight::ztunnel) { // what it does not know it does not ask for, in a rule that denies
        if (source.onlyBeyondTcp())
            take({Is::maybe, emptyDoubt}, false);
        return who;
    }
    name(source.domains, [&](const std::string& pattern) { return domainMatch(pattern, caller); });
    open("the original client's address", source.remote);
    if (sight == MeshSight::http)
        open("the token's principal", source.token);
    return who;
}

MeshRule::Who MeshRule::whoOf(const Condition& condition, const MeshCaller& caller, MeshSight sight)
{
    Who who;
    if (sight == MeshSight::ztunnel && condition.beyondTcp)
        who.doubt = emptyDoubt;
    else if (condition.source)
        return whoOf(*condition.source, caller, sight);
    else if (sight == MeshSight::http || !condition.http) {
        if (!condition.values.is->empty())
            who.more.push_back(condition.key + " is " + alternatives(*condition.values.is));
        if (!condition.values.isNot->empty())
            who.more.push_back(condition.key + " is not " + alternatives(*condition.values.isNot));
    }
    return who;
}

// Alternatives as one, those in doubt apart: the caller itself is enough for one of them, or what one asks for beyond it.
std::vector<MeshRule::Who> MeshRule::anySource(const MeshCaller& caller, MeshSight sight) const
{
    if (m_sources.empty())
        return {Who{}};
    struct Together {
        bool any = false, whole = false;
        const char* doubt = nullptr;
        std::string more;
    } certainly, perhaps;
    for (const Source& source : m_sources) {
        const Who who = whoOf(source, caller, sight);
        if (!who.matches)
            continue;
        Together& all = who.doubt ? perhaps : certainly;
        all.any = true;
        all.whole = all.whole || who.more.empty();
        if (!all.doubt)
            all.doubt = who.doubt;
        std::string text;
        for (const std::string& one : who.more)
            text += (text.empty() ? "" : " and ") + one;
        constexpr std::size_t longest = 2000;
        if (all.more.size() < longest)
            all.more += (all.more.empty() ? "" : ", or ") + text;
    }
    std::vector<Who> list;
    for (Together* all : {&certainly, &perhaps})
        if (all->any && !(all == &perhaps && certainly.whole)) {
            Who& who = list.emplace_back();
            who.doubt = all->doubt;
            if (!all->whole)
                who.more.push_back(std::move(all->more));
        }
    return list;
}

void MeshRule::addSeen(const MeshCaller& caller, MeshSight sight, std::vector<const void*>& into) const
{
    static constexpr char meant[] = "meant";
    const auto add = [&](const Who& who) { into.push_back(!who.matches ? nullptr : who.doubt ? who.doubt : meant); };
    for (const Source& source : m_sources)
        add(whoOf(source, caller, sight));
    for (const Condition& condition : m_conditions)
        if (condition.source)
            add(whoOf(condition, caller, sight));
}

// Of a rule that allows nothing is left where the proxy does not know one of its fields; one that denies loses the field
// (istio.io, "Authorization for TCP traffic"; "Use Layer 4 security policy").
std::vector<MeshClause> MeshRule::clauses(const MeshCaller& caller, MeshSight sight) const
{
    std::vector<MeshClause> list;
    if (m_allows && ((sight == MeshSight::plain && m_http) || (sight == MeshSight::ztunnel && m_beyondTcp)))
        return list;
    Who always;
    for (const Condition& condition : m_conditions) {
        always = both(std::move(always), whoOf(condition, caller, sight));
        if (!always.matches)
            return list;
    }
    for (Who& one : anySource(caller, sight)) {
        const Who who = both(std::move(one), always);
        for (const Operation& operation : m_operations) {
            if (operation.ports.empty() || (sight == MeshSight::http && !operation.possible))
                continue;
            MeshClause clause{operation.ports, {}, who.doubt};
            if (sight == MeshSight::http)
                clause.requests = operation.requests;
            else if (sight == MeshSight::ztunnel && operation.http && !operation.asksPorts && !clause.doubt)
                clause.doubt = emptyDoubt;
            clause.requests.more = who.more;
            list.push_back(std::move(clause));
        }
    }
    return list;
}

void MeshRule::addBlocks(std::vector<AddressSet>& into) const
{
    const auto add = [&](const Strings& list) {
        for (const std::string& text : list)
            if (const auto block = blockOf(text))
                into.emplace_back(*block);
    };
    for (const MeshAccessRule::Source& source : m_written.from) {
        add(source.ipBlocks);
        add(source.notIpBlocks);
    }
    for (const MeshAccessRule::Condition& condition : m_written.when)
        if (condition.key == "source.ip") {
            add(condition.values);
            add(condition.notValues);
        }
}

} // namespace bartizan::connectivity
