// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_linkerd_routes.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace bartizan::connectivity {
namespace {

constexpr std::size_t comparedRoutes = 64; // beyond, routes of one Server are not compared pair by pair
constexpr const char* firstClause = "no route that comes first means it";

std::string withoutSlashes(std::string path)
{
    while (!path.empty() && path.back() == '/')
        path.pop_back();
    return path;
}

// Hosts of one are all narrower than those of the other, or all alike; else it depends on the request.
std::optional<int> compareHosts(const RouteRecord& a, const RouteRecord& b)
{
    if (a.hosts.empty() || b.hosts.empty())
        return (a.hosts.empty() ? 0 : 1) - (b.hosts.empty() ? 0 : 1);
    using Weight = std::pair<bool, std::size_t>;
    const auto range = [](const RouteRecord& route) {
        std::pair<Weight, Weight> all{{true, std::string::npos}, {false, 0}};
        for (const std::string& host : route.hosts) {
            const Weight weight{host.compare(0, 2, "*.") != 0, host.size()};
            all = {std::min(all.first, weight), std::max(all.second, weight)};
        }
        return all;
    };
    const auto [aLow, aHigh] = range(a);
    const auto [bLow, bHigh] = range(b);
    if (aLow > bHigh)
        return 1;
    if (bLow > aHigh)
        return -1;
    return aLow == aHigh && bLow == bHigh ? std::optional(0) : std::nullopt;
}

std::optional<int> comparePaths(const RouteRecord& a, const RouteRecord& b)
{
    if (a.pathType == "regex" || b.pathType == "regex") // the API leaves it to implementations
        return a.pathType == b.pathType && a.path == b.path ? std::optional(0) : std::nullopt;
    const auto weight = [](const RouteRecord& route) {
        const bool exact = route.pathType == "exact";
        return std::pair(exact, exact ? 0 : withoutSlashes(route.path).size()); // exact ones that differ never meet
    };
    const auto one = weight(a), other = weight(b);
    return one == other ? 0 : one > other ? 1 : -1;
}

RouteOrder by(int difference)
{
    return difference > 0 ? RouteOrder::before : RouteOrder::after;
}

} // namespace

MeshRequests requestsOf(const RouteRecord& route)
{
    MeshRequests requests;
    requests.methods = route.methods;
    requests.hosts = route.hosts;
    const bool literal = route.path.find('*') == std::string::npos; // patterns know no way to write the character
    if (route.pathType == "exact" && literal)
        requests.paths = {route.path};
    else if (route.pathType == "prefix" && literal) {
        if (const std::string prefix = withoutSlashes(route.path); !prefix.empty())
            requests.paths = {prefix, prefix + "/*"};
    } else if (route.pathType != "any")
        requests.more.push_back("the path by " + route.pathType + " is " + route.path);
    for (const std::string& header : route.headers)
        requests.more.push_back("header " + header);
    for (const std::string& parameter : route.queryParams)
        requests.more.push_back("query parameter " + parameter);
    return requests;
}

RouteOrder orderOf(const Inventory& inventory, const RouteRecord& a, const RouteRecord& b)
{
    for (const auto& compare : {compareHosts, comparePaths}) {
        const std::optional<int> difference = compare(a, b);
        if (!difference)
            return RouteOrder::open;
        if (*difference != 0)
            return by(*difference);
    }
    const auto weight = [](const RouteRecord& route) {
        return std::tuple(!route.methods.empty(), route.headers.size(), route.queryParams.size());
    };
    if (weight(a) != weight(b))
        return by(weight(a) > weight(b) ? 1 : -1);
    if (a.object == b.object)
        return by(a.precedence < b.precedence ? 1 : -1);
    const Object& one = inventory.object(a.object);
    const Object& other = inventory.object(b.object);
    if (one.created.empty() || other.created.empty())
        return RouteOrder::open;
    return by(std::tie(one.created, one.identity.name) < std::tie(other.created, other.identity.name) ? 1 : -1);
}

LinkerdSieve sieve(const Inventory& inventory, const std::vector<LinkerdRouted>& routes)
{
    const auto whole = [](const LinkerdRouted& one) { return one.passes && one.more.empty(); };
    const bool alike = std::all_of(routes.begin(), routes.end(), whole);
    const bool compared = routes.size() <= comparedRoutes;
    const auto mayComeFirst = [&](const LinkerdRouted& first, const LinkerdRouted& one) {
        return mayMeet(*first.requests, *one.requests) && orderOf(inventory, *first.route, *one.route) != RouteOrder::after;
    };
    LinkerdSieve result;
    const auto deny = [&](const MeshRequests& requests) {
        if (std::find(result.denying.begin(), result.denying.end(), requests) == result.denying.end())
            result.denying.push_back(requests);
    };
    for (const LinkerdRouted& one : routes) {
        if (!one.passes)
            continue;
        bool hidden = false, open = !alike && !compared;
        for (const LinkerdRouted& first : routes) {
            if (alike || !compared || &first == &one || whole(first) || !mayComeFirst(first, one))
                continue;
            const bool surely = !first.passes && orderOf(inventory, *first.route, *one.route) == RouteOrder::before;
            // What it means is refused, unless something that passes comes before it in turn.
            if (surely && within(*one.requests, *first.requests))
                hidden = true;
            else if (surely && std::none_of(routes.begin(), routes.end(), [&](const LinkerdRouted& other) {
                         return other.passes && &other != &one && mayComeFirst(other, first);
                     }))
                deny(*first.requests);
            else
                open = true;
        }
        if (hidden)
            continue;
        std::vector<std::vector<std::string>> alternatives = one.more;
        if (alternatives.empty())
            alternatives.emplace_back();
        for (const std::vector<std::string>& more : alternatives) {
            MeshRequests requests = *one.requests;
            requests.more.insert(requests.more.end(), more.begin(), more.end());
            if (open)
                requests.more.emplace_back(firstClause);
            if (!simplify(requests))
                continue;
            result.every = result.every || requests.every();
            if (!compared || std::find(result.allowing.begin(), result.allowing.end(), requests) == result.allowing.end())
                result.allowing.push_back(std::move(requests));
        }
    }
    result.every = result.every && result.denying.empty();
    result.none = result.allowing.empty();
    return result;
}

} // namespace bartizan::connectivity
