// SPDX-License-Identifier: GPL-3.0-or-later
// Authenticating proxies: which workload each one is, and which workloads it forwards to. An upstream on its own
// loopback is the application beside it in the same pod.
#include "model/resolve/passes.h"

#include "model/resolve/addresses.h"
#include "model/resolve/hosts.h"

#include <algorithm>

namespace bartizan::resolving {
namespace {

bool isLoopback(const std::string& host)
{
    return host == "localhost" || scopeOf(host) == AddressScope::loopback || scopeOf(host) == AddressScope::unspecified;
}

std::vector<WorkloadId> behind(const Context& context, const Hosts& hosts, WorkloadId proxy, const AddressToken& upstream)
{
    if (isLoopback(upstream.host))
        return {proxy};
    const HostMeaning meaning = hosts.meaning(context.out.workload(proxy), upstream, "upstream-url");
    if (meaning.kind == HostMeaning::Kind::service)
        return context.out.service(meaning.service).workloads;
    if (meaning.kind == HostMeaning::Kind::workload)
        return {meaning.workload};
    return {};
}

} // namespace

void resolveAuthProxies(Context& context)
{
    if (context.in.authProxies.empty())
        return;
    const Hosts hosts(context);
    std::unordered_map<std::uint32_t, WorkloadId> byObject;
    for (std::size_t i = 0; i < context.in.workloads.size(); ++i)
        if (context.workloadOf[i].valid())
            byObject.emplace(context.in.workloads[i].object.value, context.workloadOf[i]);
    for (const AuthProxyRecord& record : context.in.authProxies) {
        const auto found = byObject.find(record.object.value);
        if (found == byObject.end())
            continue;
        // Pods of an owner in the input repeat what its template says.
        if (context.out.workload(found->second).object != record.object)
            continue;
        AuthProxy proxy;
        proxy.proxy = found->second;
        proxy.product = record.product;
        proxy.evidence = record.evidence;
        for (const AddressToken& upstream : record.upstreams)
            for (const WorkloadId id : behind(context, hosts, proxy.proxy, upstream))
                proxy.upstreams.push_back(id);
        std::sort(proxy.upstreams.begin(), proxy.upstreams.end());
        proxy.upstreams.erase(std::unique(proxy.upstreams.begin(), proxy.upstreams.end()), proxy.upstreams.end());
        for (const Fact<std::string>& path : record.exemptPaths)
            proxy.exemptPaths.push_back(*path);
        context.out.authProxies.push_back(std::move(proxy));
    }
    std::stable_sort(context.out.authProxies.begin(), context.out.authProxies.end(),
                     [](const AuthProxy& a, const AuthProxy& b) { return a.proxy < b.proxy; });
}

} // namespace bartizan::resolving
