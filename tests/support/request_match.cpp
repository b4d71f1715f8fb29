// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/request_match.h"

#include "model/resolve/host_names.h"

#include <algorithm>
#include <regex>
#include <tuple>

namespace bartizan::test {
namespace {

std::string lowerCase(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

// The longer, the more specific; a wildcard less than any exact name; 0 for any host.
std::size_t hostRank(const std::string& pattern)
{
    return pattern.empty() ? 0 : pattern.starts_with("*.") ? pattern.size() : 1000 + pattern.size();
}

// Best rank of the patterns that serve the host; none when no one does.
std::optional<std::size_t> bestHost(const std::vector<std::string>& patterns, const std::string& host)
{
    if (patterns.empty())
        return 0;
    std::optional<std::size_t> best;
    for (const std::string& pattern : patterns) {
        if (resolving::servesHost(pattern, host))
            best = std::max(best.value_or(0), hostRank(pattern));
    }
    return best;
}

std::string pathOf(const std::string& path)
{
    return path.substr(0, path.find('?'));
}

bool matchesPath(const Route& route, const std::string& path)
{
    if (route.pathType == "any")
        return true;
    if (route.pathType == "exact")
        return path == route.path;
    if (route.pathType == "regex")
        return std::regex_search(path, std::regex("^(?:" + route.path + ")"));
    const std::string prefix =
        route.path.size() > 1 && route.path.ends_with('/') ? route.path.substr(0, route.path.size() - 1) : route.path;
    return prefix == "/" || path == prefix || path.starts_with(prefix + "/");
}

bool matchesPair(const std::string& condition, const std::map<std::string, std::string>& values)
{
    const auto tilde = condition.find(" ~ "), colon = condition.find(": ");
    const bool pattern = tilde != std::string::npos && tilde < colon;
    const std::string name = lowerCase(condition.substr(0, pattern ? tilde : colon));
    const auto found = values.find(name);
    if (found == values.end())
        return false;
    const std::string wanted = condition.substr((pattern ? tilde + 3 : colon + 2));
    return pattern ? std::regex_match(found->second, std::regex(wanted)) : found->second == wanted;
}

std::map<std::string, std::string> queryOf(const std::string& path)
{
    std::map<std::string, std::string> result;
    auto at = path.find('?');
    while (at != std::string::npos) {
        const auto end = path.find('&', at + 1);
        const std::string pair = path.substr(at + 1, end == std::string::npos ? end : end - at - 1);
        const auto equals = pair.find('=');
        result.emplace(lowerCase(pair.substr(0, equals)), equals == std::string::npos ? "" : pair.substr(equals + 1));
        at = end;
    }
    return result;
}

bool allMatch(const std::vector<std::string>& conditions, const std::map<std::string, std::string>& values)
{
    return std::all_of(conditions.begin(), conditions.end(), [&](const std::string& one) { return matchesPair(one, values); });
}

// Names of the listeners, of the gateway and of sets that extend it, that serve the host best.
std::vector<std::string> listenersFor(const Inventory& inventory, const Gateway& gateway, const std::string& host)
{
    std::optional<std::size_t> best;
    std::vector<std::string> names;
    const std::string& own = inventory.gateways[gateway.record].id;
    for (const GatewayRecord& record : inventory.gateways) {
        if (record.id != own && record.parent != own)
            continue;
        for (const ListenerRecord& listener : record.listeners) {
            const auto rank = bestHost(listener.hosts, host);
            if (!rank || (best && *rank < *best))
                continue;
            if (!best || *rank > *best)
                names.clear();
            best = rank;
            names.push_back(listener.name);
        }
    }
    return names;
}

} // namespace

const Route* answeringRoute(const Inventory& inventory, const Architecture& architecture, const std::string& gatewayId,
                            const Request& request)
{
    const auto gateway = std::find_if(architecture.gateways.begin(), architecture.gateways.end(),
                                      [&](const Gateway& one) { return one.id == gatewayId; });
    if (gateway == architecture.gateways.end())
        return nullptr;
    const std::vector<std::string> listeners = listenersFor(inventory, *gateway, request.host);
    const std::string path = pathOf(request.path);
    const std::map<std::string, std::string> query = queryOf(request.path);
    const Route* best = nullptr;
    const auto rank = [&](const Route& route) {
        const Object& object = inventory.object(inventory.routes[route.record].object);
        const auto length = static_cast<long>(route.path.size());
        const long pathRank = route.pathType == "exact"   ? 100000 + length
                              : route.pathType == "regex" ? 50000
                              : route.pathType == "any"   ? -1
                                                          : length;
        const long hosts = static_cast<long>(bestHost(route.hosts, request.host).value_or(0));
        return std::make_tuple(-hosts, -pathRank, route.methods.empty(), -static_cast<long>(route.headers.size()),
                               -static_cast<long>(route.queryParams.size()),
                               object.created.empty() ? std::string("~") : object.created,
                               object.identity.ns + "/" + object.identity.name, route.precedence);
    };
    for (const Route& route : architecture.routes) {
        if (!route.accepted.value_or(false) || !route.gateway.valid() ||
            architecture.gateways[route.gateway.pos()].id != gatewayId || route.protocol != request.protocol)
            continue;
        const bool here = std::any_of(listeners.begin(), listeners.end(), [&](const std::string& name) {
            return std::find(route.sections.begin(), route.sections.end(), name) != route.sections.end();
        });
        if (!here || !bestHost(route.hosts, request.host) || !matchesPath(route, path) ||
            !(route.methods.empty() || route.methods.front() == request.method) || !allMatch(route.headers, request.headers) ||
            !allMatch(route.queryParams, query))
            continue;
        if (!best || rank(route) < rank(*best))
            best = &route;
    }
    return best;
}

} // namespace bartizan::test
