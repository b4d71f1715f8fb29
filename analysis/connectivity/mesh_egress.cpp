// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_egress.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace bartizan::connectivity {
namespace {

constexpr std::string_view clusterDomain = "svc.cluster.local";

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Is every host of `host` (which may be a pattern itself) one of `pattern`? "*", "*.example.com", "www.example.com".
bool coversHost(std::string_view pattern, std::string_view host)
{
    if (pattern == "*" || pattern == host)
        return true;
    return pattern.substr(0, 2) == "*." && host != "*" && host.size() > pattern.size() - 1 && endsWith(host, pattern.substr(1));
}

// istio.io, "Protocol Selection": "name: protocol[-suffix]", or appProtocol. None: not said.
std::optional<bool> saysHttp(const ServicePort& port)
{
    const std::string& word = port.appProtocol.empty() ? port.name : port.appProtocol;
    const std::string_view protocol = std::string_view(word).substr(0, word.find('-'));
    for (const std::string_view http : {"http", "http2", "grpc", "HTTP", "HTTP2", "GRPC"})
        if (protocol == http)
            return true;
    for (const std::string_view plain : {"tcp", "tls", "https", "mongo", "mysql", "redis", "TCP", "TLS", "HTTPS"})
        if (protocol == plain)
            return false;
    return std::nullopt;
}

} // namespace

MeshEgressRules::MeshEgressRules(const Model& model, const World& world, const MeshInstallations& installations)
    : m_inventory(model.inventory), m_world(world), m_installations(installations)
{
    for (std::size_t i = 0; i < m_inventory.services.size(); ++i)
        if (const Object& object = m_inventory.object(m_inventory.services[i].object); object.applied())
            m_services[{object.identity.cluster, object.identity.ns}].push_back(i);
    for (std::size_t i = 0; i < m_inventory.meshEgress.size(); ++i)
        if (const Object& object = m_inventory.object(m_inventory.meshEgress[i].object); object.applied())
            m_sidecars[{object.identity.cluster, m_inventory.meshEgress[i].ns}].push_back(i);
    // Of several that select the same workload the oldest counts (the reference leaves it undefined).
    for (auto& [place, list] : m_sidecars)
        std::sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
            const Object& one = m_inventory.object(m_inventory.meshEgress[a].object);
            const Object& other = m_inventory.object(m_inventory.meshEgress[b].object);
            return std::tie(one.created, one.identity.name, a) < std::tie(other.created, other.identity.name, b);
        });
    for (const MeshExternalService& entry : m_inventory.meshExternalServices) {
        const Object& object = m_inventory.object(entry.object);
        if (!object.applied())
            continue;
        External external{object.identity.cluster, object.identity.ns, {}, {}};
        for (const Fact<std::string>& host : entry.hosts) {
            external.hosts.push_back(host.value);
            m_externalHosts.push_back(host.value);
        }
        std::vector<AddressRange> blocks;
        for (const std::string& text : entry.addresses)
            if (const auto block = blockOf(text))
                blocks.push_back(*block);
        external.addresses = AddressSet::of(std::move(blocks));
        m_externals.push_back(std::move(external));
    }
    std::sort(m_externalHosts.begin(), m_externalHosts.end());
    m_externalHosts.erase(std::unique(m_externalHosts.begin(), m_externalHosts.end()), m_externalHosts.end());
}

std::vector<AddressSet> MeshEgressRules::blocks() const
{
    std::vector<AddressSet> sets;
    for (const External& external : m_externals)
        if (!external.addresses.empty())
            sets.push_back(external.addresses);
    return sets;
}

std::vector<std::size_t> MeshEgressRules::servicesOf(std::size_t pod) const
{
    std::vector<std::size_t> services;
    const Space& space = spaceOf(pod);
    if (const auto found = m_services.find({space.cluster, space.name}); found != m_services.end())
        for (const std::size_t service : found->second) {
            const Selector& selector = m_inventory.services[service].selector;
            if (selector.present && !selector.requirements.empty() && matches(selector, m_world.pods[pod].labels))
                services.push_back(service);
        }
    return services;
}

// A Sidecar that selects the workload, before that of its namespace, before that of the mesh.
std::optional<std::size_t> MeshEgressRules::sidecarOf(std::size_t pod) const
{
    const Space& space = spaceOf(pod);
    std::optional<std::size_t> ofSpace;
    if (const auto found = m_sidecars.find({space.cluster, space.name}); found != m_sidecars.end())
        for (const std::size_t i : found->second) {
            const MeshEgress& one = m_inventory.meshEgress[i];
            if (one.pods.present && one.egressWritten && matches(one.pods, m_world.pods[pod].labels))
                return i;
            if (!one.pods.present && one.egressWritten && !ofSpace)
                ofSpace = i;
        }
    if (ofSpace)
        return ofSpace;
    for (const std::string& root : m_installations.roots(space.cluster))
        if (const auto found = m_sidecars.find({space.cluster, root}); found != m_sidecars.end())
            for (const std::size_t i : found->second)
                if (!m_inventory.meshEgress[i].pods.present && m_inventory.meshEgress[i].egressWritten)
                    return i;
    return std::nullopt;
}

bool MeshEgressRules::imports(std::size_t sidecar, const std::string& ownNs, const std::string& ns, const std::string& host) const
{
    for (const MeshEgress::Listener& listener : m_inventory.meshEgress[sidecar].egress)
        for (const std::string& text : listener.hosts) {
            const std::size_t slash = text.find('/');
            if (slash == std::string::npos)
                continue; // the API refuses a host without a namespace
            const std::string space = text.substr(0, slash);
            if ((space == "*" || space == ns || (space == "." && ns == ownNs)) && coversHost(text.substr(slash + 1), host))
                return true;
        }
    return false;
}

// A Sidecar that does not say takes the mode of the next wider one, and the widest that of the mesh.
MeshEgressRules::Way MeshEgressRules::withoutRoute(std::size_t pod, std::optional<std::size_t> sidecar) const
{
    const Space& space = spaceOf(pod);
    if (sidecar) {
        const auto says = [&](std::size_t i) { return m_inventory.meshEgress[i].outboundMode.value; };
        const auto saying = [&](const std::string& mode) {
            return Way{mode == "REGISTRY_ONLY" ? Way::Kind::registered : Way::Kind::unrouted, sidecar, {}};
        };
        if (const std::string own = says(*sidecar); !own.empty())
            return saying(own);
        std::vector<std::string> wider{space.name};
        const std::vector<std::string>& roots = m_installations.roots(space.cluster);
        wider.insert(wider.end(), roots.begin(), roots.end());
        for (const std::string& ns : wider)
            if (const auto found = m_sidecars.find({space.cluster, ns}); found != m_sidecars.end())
                for (const std::size_t i : found->second)
                    if (!m_inventory.meshEgress[i].pods.present && !says(i).empty())
                        return saying(says(i));
    }
    using Mode = MeshInstallations::Outbound::Mode;
    const MeshInstallations::Outbound mesh = m_installations.outbound(space.cluster);
    if (mesh.mode == Mode::passes)
        return {sidecar ? Way::Kind::unrouted : Way::Kind::open, sidecar, {}};
    return {mesh.mode == Mode::refuses ? Way::Kind::registered : Way::Kind::differing, sidecar, mesh.settings};
}

MeshEgressRules::Way MeshEgressRules::toPod(std::size_t from, std::size_t to) const
{
    const auto sidecar = sidecarOf(from);
    const Way without = withoutRoute(from, sidecar);
    if (without.kind == Way::Kind::open)
        return without;
    const std::string& ns = spaceOf(to).name;
    for (const std::size_t service : servicesOf(to)) {
        const std::string& name = m_inventory.object(m_inventory.services[service].object).identity.name;
        if (!sidecar || imports(*sidecar, spaceOf(from).name, ns, name + "." + ns + "." + std::string(clusterDomain)))
            return {Way::Kind::open, sidecar, {}};
    }
    return without;
}

MeshEgressRules::Way MeshEgressRules::toAddresses(std::size_t from, const AddressRange& range) const
{
    const auto sidecar = sidecarOf(from);
    const Way without = withoutRoute(from, sidecar);
    if (without.kind == Way::Kind::open || without.kind == Way::Kind::unrouted)
        return {Way::Kind::open, sidecar, {}};
    const Space& space = spaceOf(from);
    for (const External& external : m_externals)
        if (external.cluster == space.cluster && external.addresses.contains(AddressSet(range)))
            for (const std::string& host : external.hosts)
                if (!sidecar || imports(*sidecar, space.name, external.ns, host))
                    return {Way::Kind::open, sidecar, {}};
    return without;
}

MeshEgressRules::Way MeshEgressRules::toHost(std::size_t from, const std::string& name) const
{
    const auto sidecar = sidecarOf(from);
    const Way without = withoutRoute(from, sidecar);
    if (without.kind == Way::Kind::open)
        return without;
    const Space& space = spaceOf(from);
    for (const External& external : m_externals)
        if (external.cluster == space.cluster)
            for (const std::string& host : external.hosts)
                if (coversHost(host, name) && (!sidecar || imports(*sidecar, space.name, external.ns, host)))
                    return {Way::Kind::open, sidecar, {}};
    return without;
}

std::uint32_t MeshEgressRules::targetOf(const ServicePort& port, std::size_t pod) const
{
    if (port.protocol != "TCP")
        return 0;
    std::uint32_t number = port.targetPort.empty() ? port.port : 0;
    std::from_chars(port.targetPort.data(), port.targetPort.data() + port.targetPort.size(), number);
    for (const NamedPort& named : m_world.pods[pod].ports)
        if (named.name == port.targetPort && named.protocol == Protocol::tcp)
            number = named.number;
    return number <= 65535 ? number : 0;
}

PortSet MeshEgressRules::servedPorts(std::size_t pod, const PortSet& without) const
{
    PortSet served;
    for (const std::size_t service : servicesOf(pod))
        for (const ServicePort& port : m_inventory.services[service].ports)
            if (const std::uint32_t number = targetOf(port, pod);
                number != 0 && !without.contains(PortSet::of(Protocol::tcp, {port.port, port.port})))
                served |= PortSet::of(Protocol::tcp, {number, number});
    return served;
}

PortSet MeshEgressRules::plainPorts(std::size_t pod) const
{
    PortSet plain, other;
    for (const std::size_t service : servicesOf(pod))
        for (const ServicePort& port : m_inventory.services[service].ports)
            if (const std::uint32_t number = targetOf(port, pod); number != 0)
                (saysHttp(port) == std::optional(false) ? plain : other) |= PortSet::of(Protocol::tcp, {number, number});
    return plain - other;
}

} // namespace bartizan::connectivity
