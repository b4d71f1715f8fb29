// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/hosts.h"

#include "model/resolve/addresses.h"
#include "model/resolve/settings.h"
#include "model/resolve/text.h"

#include <algorithm>
#include <iterator>

namespace bartizan::resolving {
namespace {

using Kind = HostMeaning::Kind;

constexpr std::size_t mostComparisons = 1'000'000;   // for nearest(): a hint is not worth a quadratic wait
constexpr std::string_view apiServer = "kubernetes"; // every cluster has this Service in "default"

HostMeaning outside(std::string host)
{
    HostMeaning result;
    result.kind = Kind::outside;
    result.host = std::move(host);
    return result;
}

bool isHostName(const std::vector<std::string_view>& labels)
{
    return std::all_of(labels.begin(), labels.end(), [](std::string_view label) {
        return !label.empty() && label.size() <= 63 && std::all_of(label.begin(), label.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '*';
        });
    });
}

// No top-level domain has digits only, and none is a file's suffix that settings commonly hold.
bool endsLikeDomain(std::string_view last)
{
    static constexpr std::string_view suffixes[] = {"cfg",  "conf", "crt",  "csv", "html", "ini",        "jar",
                                                    "js",   "json", "key",  "log", "pem",  "properties", "py",
                                                    "sock", "sql",  "toml", "txt", "xml",  "yaml",       "yml"};
    static_assert(std::is_sorted(std::begin(suffixes), std::end(suffixes)));
    const bool letters = std::any_of(last.begin(), last.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return letters && last.size() >= 2 && !std::binary_search(std::begin(suffixes), std::end(suffixes), last);
}

// Country codes, and the generic domains that names of systems commonly end in. Of two labels, "redis.cache" is far more
// often a Service in a namespace that is not in the input than a host below a rare top-level domain.
bool isTopLevel(std::string_view label)
{
    static constexpr std::string_view domains[] = {"app",  "biz",  "cloud", "com",  "corp",     "dev",     "edu",  "example",
                                                   "gov",  "home", "info",  "int",  "internal", "invalid", "lan",  "local",
                                                   "mil",  "mobi", "name",  "net",  "online",   "org",     "page", "run",
                                                   "shop", "site", "store", "tech", "test",     "tools",   "xyz"};
    static_assert(std::is_sorted(std::begin(domains), std::end(domains)));
    return label.size() == 2 || std::binary_search(std::begin(domains), std::end(domains), label);
}

// Schemes whose authority is no host on a network.
bool isLocalScheme(std::string_view scheme)
{
    static constexpr std::string_view schemes[] = {"classpath", "data", "file",   "jar",  "k8s", "kubernetes",
                                                   "mem",       "oci",  "spiffe", "unix", "urn"};
    static_assert(std::is_sorted(std::begin(schemes), std::end(schemes)));
    return std::binary_search(std::begin(schemes), std::end(schemes), scheme);
}

// StatefulSet pods are named <set>-<ordinal>.
std::string_view setOfPod(std::string_view pod)
{
    const std::size_t dash = pod.rfind('-');
    if (dash == std::string_view::npos || dash + 1 == pod.size() ||
        pod.find_first_not_of("0123456789", dash + 1) != std::string_view::npos)
        return {};
    return pod.substr(0, dash);
}

} // namespace

Hosts::Hosts(const Context& context) : m_context(context)
{
    for (const Namespace& entry : context.out.namespaces)
        m_namespaces.insert(scopeKey(entry.cluster, entry.name));
    for (std::size_t i = 0; i < context.out.services.size(); ++i)
        m_servicesByCluster[context.identity(context.out.services[i].object).cluster].emplace_back(i);
}

const ServiceId* Hosts::findService(const std::string& cluster, std::string_view ns, std::string_view name) const
{
    const auto found = m_context.services.find(nameKey(cluster, std::string(ns), std::string(name)));
    return found == m_context.services.end() ? nullptr : &found->second;
}

HostMeaning Hosts::meaning(const Workload& from, const AddressToken& token, const std::string& setting) const
{
    std::string host = token.host;
    while (!host.empty() && host.back() == '.')
        host.pop_back();
    if (host.empty() || host == "localhost" || isLocalScheme(token.scheme) || namesImage(setting))
        return {};
    if (scopeOf(host) != AddressScope::notAnAddress)
        return ofAddress(from, token);
    return ofName(from, token, host, setting);
}

HostMeaning Hosts::ofAddress(const Workload& from, const AddressToken& token) const
{
    const AddressScope scope = scopeOf(token.host);
    if (scope == AddressScope::loopback || scope == AddressScope::unspecified)
        return {};
    HostMeaning result;
    const auto byIp = m_context.servicesByIp.find(scopeKey(from.cluster, token.host));
    if (byIp != m_context.servicesByIp.end()) {
        result.kind = Kind::service;
        result.service = byIp->second;
        return result;
    }
    const auto pods = m_context.podsByIp.find(scopeKey(from.cluster, token.host));
    if (pods != m_context.podsByIp.end() && pods->second.size() == 1) {
        result.kind = Kind::workload;
        result.workload = m_context.workloadOf[pods->second.front()];
        return result;
    }
    // A bare number may be an address to listen on, a resolver, a range: only a port or a scheme makes it a peer.
    return token.scheme.empty() && token.port == 0 ? HostMeaning() : outside(token.host);
}

HostMeaning Hosts::clusterName(const std::string& cluster, std::string_view ns, std::string_view service, std::string_view pod,
                               const std::string& host, bool unlikely) const
{
    HostMeaning result;
    if (const ServiceId* found = findService(cluster, ns, service)) {
        result.kind = Kind::service;
        result.service = *found;
        const std::string_view set = setOfPod(pod);
        const auto member = m_context.statefulSets.find(nameKey(cluster, std::string(ns), std::string(set)));
        if (!set.empty() && member != m_context.statefulSets.end()) {
            result.kind = Kind::workload;
            result.workload = member->second;
        }
        return result;
    }
    if (service == apiServer && ns == "default")
        return outside("kubernetes.default.svc");
    if (!unlikely) {
        result.kind = Kind::absent;
        result.host = host;
        result.ns = ns;
    }
    return result;
}

HostMeaning Hosts::ofName(const Workload& from, const AddressToken& token, const std::string& host,
                          const std::string& setting) const
{
    const bool bare = token.scheme.empty() && token.port == 0;
    const SettingSays says = bare && setting.empty() ? SettingSays::somethingElse : whatSettingSays(setting);
    if (says == SettingSays::ownAddress)
        return {};
    const bool unlikely = token.scheme.empty() && says == SettingSays::somethingElse; // TAG=release:12
    const std::vector<std::string_view> labels = split(host, '.');
    if (!isHostName(labels))
        return {};
    if (labels.size() == 1) {
        // A bare word is an address only as the exact name of a Service here, in a setting that holds nothing else.
        const bool known = findService(from.cluster, from.ns, host) != nullptr;
        if (bare && (!known || unlikely))
            return {};
        return isDnsLabel(host) ? clusterName(from.cluster, from.ns, host, {}, host, unlikely) : HostMeaning();
    }
    if (labels.size() > 2 && labels[2] == "svc")
        return clusterName(from.cluster, labels[1], labels[0], {}, host, unlikely);
    if (labels.size() > 3 && labels[3] == "svc")
        return clusterName(from.cluster, labels[2], labels[1], labels[0], host, unlikely);
    if (labels.size() == 2) {
        if (findService(from.cluster, labels[1], labels[0]))
            return clusterName(from.cluster, labels[1], labels[0], {}, host, unlikely);
        if (findService(from.cluster, from.ns, labels[1]) && !setOfPod(labels[0]).empty())
            return clusterName(from.cluster, from.ns, labels[1], labels[0], host, unlikely);
        const bool knownNamespace = m_namespaces.count(scopeKey(from.cluster, std::string(labels[1]))) != 0;
        if ((!bare || says == SettingSays::address) && (knownNamespace || !isTopLevel(labels[1])))
            return clusterName(from.cluster, labels[1], labels[0], {}, host, unlikely);
    }
    if (labels.size() == 3 && findService(from.cluster, labels[2], labels[1]) && !setOfPod(labels[0]).empty())
        return clusterName(from.cluster, labels[2], labels[1], labels[0], host, unlikely);
    const bool inCluster = labels.back() == "local" && labels[labels.size() - 2] == "cluster"; // no form that DNS serves
    if (inCluster || !endsLikeDomain(labels.back()) || labels.back() == "localhost")
        return {};
    return bare && says != SettingSays::address ? HostMeaning() : outside(host);
}

std::string Hosts::nearest(const std::string& cluster, const std::string& ns, const std::string& host) const
{
    const std::string wanted(split(host, '.').front());
    const std::string key = nameKey(cluster, ns, wanted);
    const auto known = m_nearest.find(key);
    if (known != m_nearest.end())
        return known->second;
    std::string best;
    std::size_t least = std::max<std::size_t>(2, wanted.size() / 3) + 1;
    bool here = false;
    const auto services = m_servicesByCluster.find(cluster);
    if (services != m_servicesByCluster.end()) {
        for (const ServiceId id : services->second) {
            const Service& candidate = m_context.out.service(id);
            if (++m_comparisons > mostComparisons)
                break;
            const bool inPlace = candidate.ns == ns;
            if (here && !inPlace)
                continue;
            const std::size_t limit =
                inPlace && !here ? std::max<std::size_t>(2, wanted.size() / 3) : least - std::min<std::size_t>(least, 1);
            const std::size_t edits = editDistance(wanted, candidate.name, limit);
            if (edits > limit || (inPlace == here && edits >= least))
                continue;
            best = inPlace ? candidate.name : candidate.ns + "/" + candidate.name;
            least = edits;
            here = inPlace;
            if (least == 0 && here)
                break;
        }
    }
    m_nearest.emplace(key, best);
    return best;
}

} // namespace bartizan::resolving
