// SPDX-License-Identifier: GPL-3.0-or-later
// Services to workloads: by selector over the labels of templates and running pods, by endpoints where there is no
// selector. Ports are followed to container ports; a named target port is looked up in each workload, because it may
// differ (Kubernetes API, core/v1 ServicePort.targetPort).
#include "model/resolve/passes.h"

#include "model/resolve/limits.h"
#include "model/resolve/near_misses.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace bartizan::resolving {
namespace {

using EndpointsByService = std::unordered_map<std::string, std::vector<std::size_t>>;

std::string typeOf(const ServiceRecord& record)
{
    const std::string& type = *record.type;
    if ((type.empty() || type == "ClusterIP") && *record.clusterIp == "None")
        return "Headless";
    return type.empty() ? "ClusterIP" : type;
}

std::optional<std::uint32_t> portNumber(const std::string& text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

void addNamedTargets(const PodSpec& pod, const ServicePortUse& port, std::set<std::uint32_t>& targets)
{
    for (const Container& container : pod.containers)
        for (const ContainerPort& candidate : container.ports)
            if (candidate.name == port.targetPort && candidate.protocol == port.protocol)
                targets.insert(candidate.port);
}

ServicePortUse resolvePort(const Context& context, const ServicePort& written, const Service& service)
{
    ServicePortUse port;
    port.name = written.name;
    port.protocol = written.protocol;
    port.appProtocol = written.appProtocol;
    port.port = written.port;
    port.nodePort = written.nodePort;
    port.targetPort = written.targetPort.empty() || written.targetPort == "0" ? std::to_string(written.port) : written.targetPort;
    port.evidence = written.evidence;
    std::set<std::uint32_t> targets;
    if (const auto number = portNumber(port.targetPort)) {
        targets.insert(*number);
    } else {
        for (const WorkloadId id : service.workloads)
            addNamedTargets(context.record(context.out.workload(id)).pod, port, targets);
    }
    port.targets.assign(targets.begin(), targets.end());
    return port;
}

// The pods behind an address. Pods in the host's network share one address: then only the port tells them apart.
std::vector<WorkloadId> behindAddress(const Context& context, const std::string& cluster, const std::string& address,
                                      const std::vector<std::uint32_t>& ports)
{
    std::vector<WorkloadId> result;
    const auto found = context.podsByIp.find(scopeKey(cluster, address));
    if (found == context.podsByIp.end())
        return result;
    for (const std::size_t pod : found->second) {
        const auto listensOn = [&](const Container& container) {
            return std::any_of(container.ports.begin(), container.ports.end(), [&](const ContainerPort& port) {
                return std::find(ports.begin(), ports.end(), port.port) != ports.end();
            });
        };
        const std::vector<Container>& containers = context.in.workloads[pod].pod.containers;
        if (found->second.size() == 1 || std::any_of(containers.begin(), containers.end(), listensOn))
            result.push_back(context.workloadOf[pod]);
    }
    return result;
}

void addEndpointWorkloads(const Context& context, const EndpointsRecord& endpoints, std::vector<WorkloadId>& workloads)
{
    const Identity& identity = context.identity(endpoints.object);
    for (const std::string& pod : endpoints.pods) {
        const auto found = context.pods.find(nameKey(identity.cluster, identity.ns, pod));
        if (found != context.pods.end())
            workloads.push_back(context.workloadOf[found->second]);
    }
    if (!endpoints.pods.empty())
        return;
    for (const std::string& address : endpoints.addresses)
        for (const WorkloadId id : behindAddress(context, identity.cluster, address, endpoints.ports))
            workloads.push_back(id);
}

EndpointsByService indexEndpoints(const Inventory& in)
{
    EndpointsByService index;
    for (std::size_t i = 0; i < in.endpoints.size(); ++i) {
        const Object& object = in.object(in.endpoints[i].object);
        if (object.applied())
            index[nameKey(object.identity.cluster, object.identity.ns, in.endpoints[i].service)].push_back(i);
    }
    return index;
}

Service resolveService(const Context& context, std::size_t index, const EndpointsByService& endpoints)
{
    const ServiceRecord& record = context.in.services[index];
    const Object& object = context.in.object(record.object);
    const Identity& identity = object.identity;
    Service service;
    service.id = namespacedId(identity.cluster, identity.ns, identity.name);
    service.ns = identity.ns;
    service.name = identity.name;
    service.type = typeOf(record);
    service.record = index;
    service.object = record.object;
    service.evidence = object.evidence;
    const bool selects = record.selector.present && !record.selector.requirements.empty();
    if (selects && service.type != "ExternalName")
        for (const std::size_t entry : context.labels.find(scopeKey(identity.cluster, identity.ns), record.selector))
            service.workloads.push_back(context.labels[entry].workload);
    const auto found = endpoints.find(nameKey(identity.cluster, identity.ns, identity.name));
    if (found != endpoints.end()) {
        service.hasReadyEndpoints = false;
        for (const std::size_t i : found->second) {
            if (context.in.endpoints[i].ready > 0)
                service.hasReadyEndpoints = true;
            if (!selects)
                addEndpointWorkloads(context, context.in.endpoints[i], service.workloads);
        }
    }
    std::sort(service.workloads.begin(), service.workloads.end());
    service.workloads.erase(std::unique(service.workloads.begin(), service.workloads.end()), service.workloads.end());
    for (const ServicePort& port : record.ports)
        service.ports.push_back(resolvePort(context, port, service));
    return service;
}

bool serves(const Probe& probe)
{
    const bool onTheNetwork = probe.action == "httpGet" || probe.action == "tcpSocket" || probe.action == "grpc";
    return onTheNetwork && probe.probe != "postStart" && probe.probe != "preStop";
}

bool listensByItself(const PodSpec& pod)
{
    return std::any_of(pod.containers.begin(), pod.containers.end(), [](const Container& container) {
        return !container.ports.empty() || std::any_of(container.probes.begin(), container.probes.end(), serves);
    });
}

} // namespace

void resolveServices(Context& context)
{
    const EndpointsByService endpoints = indexEndpoints(context.in);
    std::map<std::string, std::size_t> byId;
    for (std::size_t i = 0; i < context.in.services.size(); ++i) {
        const Object& object = context.in.object(context.in.services[i].object);
        if (object.applied())
            byId.emplace(namespacedId(object.identity.cluster, object.identity.ns, object.identity.name), i);
    }
    const NearMisses nearMisses(context);
    std::size_t pairs = 0;
    for (const auto& [id, index] : byId) {
        if (context.stopped())
            return;
        const ServiceId serviceId(context.out.services.size());
        Service service = resolveService(context, index, endpoints);
        pairs += service.workloads.size();
        if (pairs > mostSelectedPairs) {
            sayLimit(context.out, "selected-pairs", mostSelectedPairs, "the Services after that are left out");
            break;
        }
        if (service.workloads.empty() && service.type != "ExternalName")
            service.nearMisses = nearMisses.of(context.in.services[index].selector, context.identity(service.object));
        const std::string& cluster = context.identity(service.object).cluster;
        const auto written = endpoints.find(nameKey(cluster, service.ns, service.name));
        if (written != endpoints.end())
            context.endpoints.emplace(serviceId.value, written->second);
        context.services.emplace(nameKey(cluster, service.ns, service.name), serviceId);
        const std::string& address = *context.in.services[index].clusterIp;
        if (!address.empty() && address != "None")
            context.servicesByIp.emplace(scopeKey(cluster, address), serviceId);
        for (const WorkloadId workload : service.workloads) {
            context.out.workloads[workload.pos()].services.push_back(serviceId);
            if (!service.ports.empty())
                context.out.workloads[workload.pos()].listens = true;
        }
        context.out.services.push_back(std::move(service));
    }
    for (Workload& workload : context.out.workloads)
        workload.listens = workload.listens || listensByItself(context.record(workload).pod);
}

} // namespace bartizan::resolving
