// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/backends.h"

#include "model/resolve/host_names.h"
#include "model/resolve/text.h"

#include <algorithm>
#include <charconv>

namespace bartizan::resolving {
namespace {

std::uint32_t number(const std::string& text)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

// A route names a Service's port by number or name; OpenShift's Route names the target port.
const ServicePortUse* portOf(const Service& service, const RouteRecord& route, const std::string& written)
{
    if (written.empty())
        return service.ports.empty() ? nullptr : &service.ports.front();
    const std::uint32_t wanted = number(written);
    for (const ServicePortUse& port : service.ports) {
        if (port.name == written || (wanted != 0 && port.port == wanted))
            return &port;
    }
    if (route.dialect == "openshift") {
        for (const ServicePortUse& port : service.ports) {
            if (port.targetPort == written || std::find(port.targets.begin(), port.targets.end(), wanted) != port.targets.end())
                return &port;
        }
    }
    return nullptr;
}

struct ServiceHost {
    std::string ns, name;
};

// The host of a DestinationRule as Istio reads it: a name without dots is in the rule's namespace.
ServiceHost serviceHost(const std::string& host, const std::string& ns)
{
    const auto dot = host.find('.');
    if (dot == std::string::npos)
        return {ns, host};
    const auto next = host.find('.', dot + 1);
    if (next == std::string::npos || host.compare(next, 4, ".svc") != 0)
        return {};
    return {host.substr(dot + 1, next - dot - 1), host.substr(0, dot)};
}

std::string word(const std::string& mode, bool verified)
{
    if (mode == "DISABLE")
        return "plain";
    if (mode == "MUTUAL" || mode == "ISTIO_MUTUAL")
        return "mutual";
    return mode == "SIMPLE" ? (verified ? "tlsVerified" : "tls") : "";
}

} // namespace

Backends::Backends(const Context& context) : m_context(context), m_grants(context)
{
    for (const BackendTls& policy : context.in.backendTls) {
        const Object& object = context.in.object(policy.object);
        if (object.applied())
            m_policies[nameKey(object.identity.cluster, policy.ns, policy.service)].push_back(&policy);
    }
    for (const MeshClientTls& rule : context.in.meshClientTls) {
        const Object& object = context.in.object(rule.object);
        if (!object.applied() || rule.clients.present)
            continue;
        const ServiceHost host = serviceHost(*rule.host, rule.ns);
        if (!host.name.empty())
            m_rules.emplace(nameKey(object.identity.cluster, host.ns, host.name), &rule);
    }
}

std::vector<RouteBackend> Backends::of(const RouteRecord& route) const
{
    std::vector<RouteBackend> result;
    for (const BackendRef& ref : route.backends)
        result.push_back(resolve(route, ref));
    return result;
}

RouteBackend Backends::resolve(const RouteRecord& route, const BackendRef& ref) const
{
    const Identity& identity = m_context.identity(route.object);
    RouteBackend backend;
    backend.ns = ref.ns;
    backend.name = ref.name;
    backend.port = ref.port;
    backend.weight = ref.weight;
    backend.mirror = ref.mirror;
    backend.evidence = ref.evidence;
    if (ref.kind == "Host") {
        backend.unresolved = declaredOutside(identity.cluster, ref.name) ? "" : "no Service of this cluster";
        return backend;
    }
    if (ref.kind != "Service" || !(ref.group.empty() || ref.group == "core")) {
        backend.unresolved = "no Service but a " + ref.kind + ", which is not followed";
        return backend;
    }
    if (route.dialect == "gateway-api" && !m_grants.permits(identity, ref.group, ref.kind, ref.ns, ref.name)) {
        backend.unresolved = "in another namespace, and no ReferenceGrant permits it";
        return backend;
    }
    const auto found = m_context.services.find(nameKey(identity.cluster, ref.ns, ref.name));
    if (found == m_context.services.end()) {
        backend.unresolved = "not in the input";
        return backend;
    }
    const Service& service = m_context.out.service(found->second);
    backend.service = found->second;
    if (ref.weight == 0)
        return backend; // named, and sent nothing
    const ServicePortUse* port = portOf(service, route, ref.port);
    if (!port && !ref.port.empty() && !service.ports.empty()) {
        backend.unresolved = "a Service without the port that the route names";
        return backend;
    }
    backend.workloads = service.workloads;
    if (port)
        backend.targets = port->targets;
    return backend;
}

bool Backends::declaredOutside(const std::string& cluster, const std::string& host) const
{
    for (const MeshExternalService& external : m_context.in.meshExternalServices) {
        const Object& object = m_context.in.object(external.object);
        if (!object.applied() || object.identity.cluster != cluster)
            continue;
        for (const Fact<std::string>& name : external.hosts) {
            if (servesHost(*name, host))
                return true;
        }
    }
    return false;
}

// A policy for one port (section) counts before one for the whole Service.
Fact<std::string> Backends::ofPolicy(const Identity& route, const RouteBackend& backend) const
{
    const auto found = m_policies.find(nameKey(route.cluster, backend.ns, backend.name));
    if (found == m_policies.end())
        return {};
    const Service& service = m_context.out.service(backend.service);
    const BackendTls* best = nullptr;
    for (const BackendTls* policy : found->second) {
        const bool port = std::any_of(service.ports.begin(), service.ports.end(), [&](const ServicePortUse& one) {
            return one.name == policy->section && (one.name == backend.port || one.port == number(backend.port));
        });
        if (policy->section.empty() ? !best : port)
            best = policy;
    }
    return best ? Fact<std::string>{best->mode, best->evidence} : Fact<std::string>{};
}

Fact<std::string> Backends::ofRule(const Identity& route, const RouteBackend& backend) const
{
    const auto found = m_rules.find(nameKey(route.cluster, backend.ns, backend.name));
    if (found == m_rules.end())
        return {};
    const MeshClientTls& rule = *found->second;
    const Fact<std::string>* mode = &rule.mode;
    for (const auto& [port, own] : rule.ports) {
        if (port == number(backend.port))
            mode = &own;
    }
    if (!mode->written())
        return {};
    return {word(**mode, rule.caCertificates.written() && !*rule.insecureSkipVerify), mode->evidence};
}

Fact<std::string> Backends::upstreamTls(const RouteRecord& route, const std::vector<RouteBackend>& backends) const
{
    const Identity& identity = m_context.identity(route.object);
    Fact<std::string> common;
    for (const RouteBackend& backend : backends) {
        if (backend.mirror || !backend.service.valid())
            continue;
        Fact<std::string> own = route.dialect == "istio" ? ofRule(identity, backend) : ofPolicy(identity, backend);
        if (!own.written() && route.dialect != "istio") {
            for (const ServicePortUse& port : m_context.out.service(backend.service).ports) {
                const bool named = port.name == backend.port || port.port == number(backend.port);
                if (named && (port.appProtocol == "https" || port.appProtocol == "kubernetes.io/wss"))
                    own = {"tls", port.evidence};
            }
        }
        if (!own.written() || own.value.empty() || (common.written() && *common != *own))
            return {};
        common = std::move(own);
    }
    return common;
}

} // namespace bartizan::resolving
