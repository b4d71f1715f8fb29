// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_rules.h"

#include <algorithm>
#include <charconv>

namespace bartizan::connectivity {
namespace {

using Source = MeshAccessRule::Source;
using Strings = std::vector<std::string>;

// MeshConfig.trustDomain has this default, and it stands for the mesh's own domain where that is another one.
constexpr std::string_view trustDomain = "cluster.local";

struct Part { // what a source or a condition comes down to, for this caller
    bool matches = true;
    bool http = false, addressesUnknown = false;
    Strings more;
};

std::string listed(const Strings& values)
{
    constexpr std::size_t shown = 8;
    std::string text;
    for (std::size_t i = 0; i < std::min(values.size(), shown); ++i)
        text += (i == 0 ? "" : " or ") + values[i];
    return values.size() > shown ? text + " or one of " + std::to_string(values.size() - shown) + " more" : text;
}

void open(Part& part, const std::string& what, const Strings& is, const Strings& isNot) // cannot be decided here
{
    if (!is.empty())
        part.more.push_back(what + " is " + listed(is));
    if (!isNot.empty())
        part.more.push_back(what + " is not " + listed(isNot));
}

// A caller without an identity has none of the names, so that only what is negated matches.
void name(Part& part, bool known, const std::string& own, const Strings& is, const Strings& isNot)
{
    const auto matchesOwn = [&](const std::string& pattern) { return known && meshMatches(pattern, own); };
    part.matches = part.matches && (is.empty() || std::any_of(is.begin(), is.end(), matchesOwn)) &&
                   std::none_of(isNot.begin(), isNot.end(), matchesOwn);
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

void addresses(Part& part, const MeshCaller& caller, const Strings& is, const Strings& isNot)
{
    if (is.empty() && isNot.empty())
        return;
    if (!caller.addresses) {
        part.addressesUnknown = true;
        part.matches = part.matches && is.empty();
        return;
    }
    const AddressSet all(*caller.addresses);
    AddressSet meant = all;
    if (!is.empty())
        meant &= blocks(is);
    meant -= blocks(isNot);
    if (meant.empty()) {
        part.matches = false;
    } else if (!(meant == all)) {
        Strings ranges;
        ranges.reserve(meant.ranges().size());
        for (const AddressRange& range : meant.ranges())
            ranges.push_back(toText(range));
        open(part, "the address", ranges, {});
    }
}

Part partOf(const Source& source, const MeshCaller& caller, const std::string& policyNs)
{
    Part part;
    const std::string principal = std::string(trustDomain) + "/ns/" + caller.ns + "/sa/" + caller.account;
    name(part, caller.identified, principal, source.principals, source.notPrincipals);
    name(part, caller.identified, caller.ns, source.namespaces, source.notNamespaces);
    const auto full = [&](Strings accounts) { // "name" is an account of the policy's own namespace
        for (std::string& account : accounts)
            if (account.find('/') == std::string::npos)
                account.insert(0, policyNs + "/");
        return accounts;
    };
    name(part, caller.identified, caller.ns + "/" + caller.account, full(source.serviceAccounts),
         full(source.notServiceAccounts));
    name(part, caller.identified, std::string(trustDomain), source.trustDomains, source.notTrustDomains);
    addresses(part, caller, source.ipBlocks, source.notIpBlocks);
    open(part, "the original client's address", source.remoteIpBlocks, source.notRemoteIpBlocks);
    open(part, "the token's principal", source.requestPrincipals, source.notRequestPrincipals);
    part.http = !source.requestPrincipals.empty() || !source.notRequestPrincipals.empty();
    return part;
}

// Alternatives as one: the caller itself is enough for one of them, or what one of them asks for beyond it.
Part anyOf(const std::vector<Source>& sources, const MeshCaller& caller, const std::string& ns)
{
    Part result;
    result.matches = sources.empty();
    std::string alternatives;
    bool http = true;
    for (const Source& source : sources) {
        const Part part = partOf(source, caller, ns);
        result.addressesUnknown |= part.addressesUnknown;
        if (!part.matches)
            continue;
        result.matches = true;
        if (part.more.empty())
            return {true, false, result.addressesUnknown, {}};
        http = http && part.http;
        std::string all;
        for (const std::string& one : part.more)
            all += (all.empty() ? "" : " and ") + one;
        constexpr std::size_t longest = 2000;
        if (alternatives.size() < longest)
            alternatives += (alternatives.empty() ? "" : ", or ") + all;
    }
    if (!alternatives.empty()) {
        result.more.push_back(std::move(alternatives));
        result.http = http;
    }
    return result;
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

bool isHttpKey(const std::string& key)
{
    return key.compare(0, 8, "request.") == 0;
}

} // namespace

PortSet tcpPorts()
{
    return PortSet::of(Protocol::tcp, {});
}

MeshClauses clausesOf(const MeshAccessRule& rule, const MeshCaller& caller, const std::string& ns)
{
    Part who = anyOf(rule.from, caller, ns);
    PortSet ports = tcpPorts();
    for (const MeshAccessRule::Condition& condition : rule.when) {
        if (condition.key == "destination.port") {
            restrict(ports, condition.values, condition.notValues);
            continue;
        }
        Source source;
        if (condition.key == "source.ip") {
            source.ipBlocks = condition.values;
            source.notIpBlocks = condition.notValues;
        } else if (condition.key == "source.namespace") {
            source.namespaces = condition.values;
            source.notNamespaces = condition.notValues;
        } else if (condition.key == "source.principal") {
            source.principals = condition.values;
            source.notPrincipals = condition.notValues;
        } else if (condition.key == "source.serviceAccount") {
            source.serviceAccounts = condition.values;
            source.notServiceAccounts = condition.notValues;
        } else {
            open(who, condition.key, condition.values, condition.notValues);
            who.http = who.http || isHttpKey(condition.key);
            continue;
        }
        const Part part = partOf(source, caller, ns);
        who.matches = who.matches && part.matches;
        who.addressesUnknown |= part.addressesUnknown;
        who.more.insert(who.more.end(), part.more.begin(), part.more.end());
    }
    MeshClauses clauses;
    clauses.addressesUnknown = who.addressesUnknown;
    if (!who.matches)
        return clauses;
    const auto add = [&](const MeshAccessRule::Operation& operation) {
        MeshClause clause{ports, {}, who.http, false};
        restrict(clause.ports, operation.ports, operation.notPorts);
        clause.requests = {operation.methods, operation.notMethods, operation.paths, operation.notPaths,
                           operation.hosts,   operation.notHosts,   who.more};
        clause.http = clause.http || !operation.methods.empty() || !operation.notMethods.empty() || !operation.paths.empty() ||
                      !operation.notPaths.empty() || !operation.hosts.empty() || !operation.notHosts.empty();
        clause.noRequest = !simplify(clause.requests);
        if (!clause.ports.empty())
            clauses.list.push_back(std::move(clause));
    };
    for (const MeshAccessRule::Operation& operation : rule.to)
        add(operation);
    if (rule.to.empty())
        add({});
    return clauses;
}

void addBlocks(const MeshAccessRule& rule, std::vector<AddressSet>& into)
{
    const auto add = [&](const Strings& list) {
        for (const std::string& text : list)
            if (const auto block = blockOf(text))
                into.emplace_back(*block);
    };
    for (const Source& source : rule.from) {
        add(source.ipBlocks);
        add(source.notIpBlocks);
    }
    for (const MeshAccessRule::Condition& condition : rule.when)
        if (condition.key == "source.ip") {
            add(condition.values);
            add(condition.notValues);
        }
}

} // namespace bartizan::connectivity
