// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_egress.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace bartizan::connectivity {
namespace {

constexpr std::string_view clusterDomain = "svc.cluster.local";
constexpr const char* noServiceNote = "No Service of the destination's namespace is in the input; whether the caller's proxy has "
                                      "a route to the destination is not known.";
constexpr const char* otherServiceNote =
    "A Service without a selector or a ServiceEntry may lead to the destination; whether the "
    "caller's proxy has a route to these ports is not known.";
constexpr const char* planesDiffer = "Control planes of the cluster differ in what becomes of connections that no route knows.";
constexpr const char* sidecarsDiffer =
    "The caller's Sidecar does not say what becomes of connections that no route knows; a wider Sidecar and the mesh differ, and "
    "which of them counts is not known.";
constexpr const char* namesNote =
    "Only as one of the hosts of ServiceEntries that name no address; which addresses they have is not known.";
constexpr const char* patternNote = "The name means more hosts than those that a route leads to.";

PortSet tcpPort(std::uint32_t number)
{
    return PortSet::of(Protocol::tcp, {number, number});
}

PortSet allTcp()
{
    return PortSet::of(Protocol::tcp, {});
}

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

// "*", ".", or a name: the part of a Sidecar's host before the slash.
bool isOfSpace(std::string_view space, const std::string& ownNs, const std::string& ns)
{
    return space == "*" || space == ns || (space == "." && ns == ownNs);
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
    : m_inventory(model.inventory), m_world(world), m_installations(installations), m_captures(meshCaptures(model, world))
{
    for (const EndpointsRecord& one : m_inventory.endpoints)
        if (const Object& object = m_inventory.object(one.object); object.applied()) {
            bool& pods = m_endpoints[{{object.identity.cluster, object.identity.ns}, one.service}];
            pods = pods || !one.pods.empty();
        }
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
        External external;
        external.cluster = object.identity.cluster;
        external.ns = object.identity.ns;
        external.ports = entry.ports;
        external.internal = entry.location == "MESH_INTERNAL";
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
    lookUpServices();
    classifyCallers();
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
    if (const auto found = m_sidecars.find({space.cluster, space.name}); found != m_sidecars.end())
        for (const std::size_t i : found->second) {
            const MeshEgress& one = m_inventory.meshEgress[i];
            if (one.pods.present && matches(one.pods, m_world.pods[pod].labels))
                return i;
        }
    if (const auto ofSpace = defaultSidecar({space.cluster, space.name}))
        return ofSpace;
    for (const std::string& root : m_installations.roots(space.cluster))
        if (const auto ofMesh = defaultSidecar({space.cluster, root}))
            return ofMesh;
    return std::nullopt;
}

// Without egress listeners everything is imported; a listener with a port is for that port alone (Sidecar,
// IstioEgressListener).
bool MeshEgressRules::imports(std::size_t sidecar, const std::string& ownNs, const std::string& ns, const std::string& host,
                              std::optional<std::uint32_t> port) const
{
    const MeshEgress& record = m_inventory.meshEgress[sidecar];
    if (record.egress.empty())
        return true;
    for (const MeshEgress::Listener& listener : record.egress) {
        if (port && listener.port != 0 && listener.port != *port)
            continue;
        for (const std::string& text : listener.hosts) {
            const std::size_t slash = text.find('/');
            if (slash == std::string::npos)
                continue; // the API refuses a host without a namespace
            if (isOfSpace(text.substr(0, slash), ownNs, ns) && coversHost(text.substr(slash + 1), host))
                return true;
        }
    }
    return false;
}

bool MeshEgressRules::mayImport(std::size_t sidecar, const std::string& ownNs, const std::string& ns) const
{
    const MeshEgress& record = m_inventory.meshEgress[sidecar];
    return record.egress.empty() || std::any_of(record.egress.begin(), record.egress.end(), [&](const auto& listener) {
               return std::any_of(listener.hosts.begin(), listener.hosts.end(),
                                  [&](const std::string& text) { return isOfSpace(text.substr(0, text.find('/')), ownNs, ns); });
           });
}

PortSet MeshEgressRules::importedPorts(std::optional<std::size_t> sidecar, const std::string& ownNs, const External& external,
                                       const std::string& host) const
{
    PortSet ports;
    for (const std::uint32_t port : external.ports)
        if (!sidecar || imports(*sidecar, ownNs, external.ns, host, port))
            ports |= tcpPort(port);
    return ports;
}

bool MeshEgressRules::leadsToPods(std::size_t service) const
{
    const ServiceRecord& record = m_inventory.services[service];
    if (record.selector.present || record.type.value == "ExternalName")
        return false;
    const Identity& identity = m_inventory.object(record.object).identity;
    if (identity.ns == "default" && identity.name == "kubernetes") // the API server's own
        return false;
    const auto found = m_endpoints.find({{identity.cluster, identity.ns}, identity.name});
    return found == m_endpoints.end() || found->second;
}

MeshEgressRules::Services MeshEgressRules::servicesIn(const Space& space) const
{
    const auto found = m_services.find({space.cluster, space.name});
    if (found == m_services.end())
        return Services::none;
    const bool more =
        std::any_of(found->second.begin(), found->second.end(), [&](std::size_t service) { return leadsToPods(service); }) ||
        std::any_of(m_externals.begin(), m_externals.end(),
                    [&](const External& one) { return one.internal && one.cluster == space.cluster && one.ns == space.name; });
    return more ? Services::mayBeMore : Services::known;
}

void MeshEgressRules::lookUpServices()
{
    std::vector<Services> known;
    for (const Space& space : m_world.spaces)
        known.push_back(servicesIn(space));
    m_led.resize(m_world.pods.size());
    for (std::size_t pod = 0; pod < m_world.pods.size(); ++pod) {
        m_known.push_back(known[m_world.pods[pod].space]);
        for (const std::size_t service : servicesOf(pod)) {
            const ServiceRecord& record = m_inventory.services[service];
            const Identity& identity = m_inventory.object(record.object).identity;
            Led led{service, identity.name + "." + identity.ns + "." + std::string(clusterDomain), {}};
            for (const ServicePort& port : record.ports)
                if (const std::uint32_t number = targetOf(port, pod); number != 0)
                    led.ports.emplace_back(port.port, number);
            m_led[pod].push_back(std::move(led));
        }
    }
}

void MeshEgressRules::classifyCallers()
{
    std::map<
        std::tuple<std::string, std::string, std::optional<std::size_t>, MeshCapture::Inside, PortSet, std::vector<AddressRange>>,
        std::size_t>
        known;
    for (std::size_t pod = 0; pod < m_world.pods.size(); ++pod) {
        const auto sidecar = sidecarOf(pod);
        const Space& space = spaceOf(pod);
        const MeshCapture& capture = m_captures[pod];
        m_sidecar.push_back(sidecar);
        // Only a Sidecar makes a difference between namespaces.
        const auto made = known.try_emplace({space.cluster, sidecar ? space.name : std::string(), sidecar, capture.inside,
                                             capture.skippedPorts, capture.skipped.ranges()},
                                            known.size());
        m_classes.push_back(made.first->second);
    }
}

// The Sidecar of all pods of a namespace.
std::optional<std::size_t> MeshEgressRules::defaultSidecar(const Place& place) const
{
    if (const auto found = m_sidecars.find(place); found != m_sidecars.end())
        for (const std::size_t i : found->second)
            if (!m_inventory.meshEgress[i].pods.present)
                return i;
    return std::nullopt;
}

// Those that a Sidecar which does not say may inherit its mode from: its namespace's, else those of the root namespaces.
std::vector<std::size_t> MeshEgressRules::widerSidecars(std::size_t sidecar, const Space& space) const
{
    const auto says = [&](std::optional<std::size_t> one) {
        return one && *one != sidecar && !m_inventory.meshEgress[*one].outboundMode.value.empty();
    };
    if (const auto own = defaultSidecar({space.cluster, space.name}); says(own))
        return {*own};
    std::vector<std::size_t> wider;
    for (const std::string& root : m_installations.roots(space.cluster))
        if (const auto one = defaultSidecar({space.cluster, root}); says(one))
            wider.push_back(*one);
    return wider;
}

// Of a Sidecar that does not say, the reference has it inherit from the wider one (istio/api networking/v1/sidecar.proto), and
// istiod takes the mesh's mode: where these differ it is not known which it is.
MeshEgressRules::Way MeshEgressRules::withoutRoute(std::size_t pod, std::optional<std::size_t> sidecar) const
{
    const Space& space = spaceOf(pod);
    Way way;
    way.sidecar = sidecar;
    const auto made = [&](Way::Kind kind) {
        const bool restricts = sidecar && !m_inventory.meshEgress[*sidecar].egress.empty();
        way.kind = kind == Way::Kind::unrouted && !restricts ? Way::Kind::open : kind;
        return way;
    };
    const auto refuses = [&](std::size_t i) { return m_inventory.meshEgress[i].outboundMode.value == "REGISTRY_ONLY"; };
    if (sidecar && !m_inventory.meshEgress[*sidecar].outboundMode.value.empty())
        return made(refuses(*sidecar) ? Way::Kind::registered : Way::Kind::unrouted);
    using Mode = MeshInstallations::Outbound::Mode;
    const MeshInstallations::Outbound mesh = m_installations.outbound(space.cluster);
    if (mesh.mode != Mode::passes)
        way.settings = mesh.settings;
    if (sidecar)
        for (const std::size_t one : widerSidecars(*sidecar, space))
            if (refuses(one) != (mesh.mode == Mode::refuses)) {
                way.wider = one;
                way.whyDiffering = sidecarsDiffer;
            }
    if (mesh.mode == Mode::differs)
        way.whyDiffering = planesDiffer;
    return made(way.whyDiffering            ? Way::Kind::differing
                : mesh.mode == Mode::passes ? Way::Kind::unrouted
                                            : Way::Kind::registered);
}

MeshEgressRules::Way MeshEgressRules::toPod(std::size_t from, std::size_t to) const
{
    const MeshCapture& capture = m_captures[from];
    const auto sidecar = m_sidecar[from];
    Way way = withoutRoute(from, sidecar);
    way.routed = {};
    if (capture.inside == MeshCapture::Inside::never) {
        way.beside = allTcp();
        return way;
    }
    way.besideUnsure = capture.inside == MeshCapture::Inside::notKnown;
    way.beside = capture.skippedPorts;
    const Space& space = spaceOf(to);
    const std::string& ownNs = spaceOf(from).name;
    bool imported = false;
    for (const Led& led : m_led[to]) {
        imported = imported || !sidecar || imports(*sidecar, ownNs, space.name, led.host, std::nullopt);
        for (const auto& [port, number] : led.ports)
            if (capture.skippedPorts.contains(tcpPort(port)))
                way.beside |= tcpPort(number);
            else if (!sidecar || imports(*sidecar, ownNs, space.name, led.host, port))
                way.routed |= tcpPort(number);
    }
    way.beside -= way.routed;
    if (way.kind == Way::Kind::unrouted && imported)
        way.kind = Way::Kind::open;
    const PortSet rest = allTcp() - way.routed - way.beside;
    if (m_known[to] == Services::none) {
        way.assumed = way.kind == Way::Kind::open;
        if (way.assumed)
            way.routed |= rest;
        else if (!sidecar || mayImport(*sidecar, ownNs, space.name))
            way.unsure = rest;
        way.note = noServiceNote;
    } else if (m_known[to] == Services::mayBeMore) {
        way.unsure = rest;
        way.note = otherServiceNote;
    }
    return way;
}

MeshEgressRules::Way MeshEgressRules::toAddresses(std::size_t from, const AddressRange& range) const
{
    const AddressSet addresses(range);
    const MeshCapture& capture = m_captures[from];
    const auto sidecar = m_sidecar[from];
    Way way = withoutRoute(from, sidecar);
    if (way.kind == Way::Kind::open || way.kind == Way::Kind::unrouted || capture.skipped.contains(addresses)) {
        way.kind = Way::Kind::open; // what is passed through arrives there as it would with a route
        return way;
    }
    AddressSet skipped = capture.skipped;
    skipped &= addresses;
    way.besideUnsure = !skipped.empty();
    way.beside = capture.skippedPorts;
    way.routed = {};
    const Space& space = spaceOf(from);
    for (const External& external : m_externals) {
        if (external.cluster != space.cluster || !(external.addresses.empty() || external.addresses.contains(addresses)))
            continue;
        for (const std::string& host : external.hosts)
            (external.addresses.empty() ? way.unsure : way.routed) |= importedPorts(sidecar, space.name, external, host);
    }
    way.beside -= way.routed;
    way.unsure -= way.routed | way.beside;
    way.byName = !way.unsure.empty();
    way.note = namesNote;
    return way;
}

MeshEgressRules::Way MeshEgressRules::toHost(std::size_t from, const std::string& name) const
{
    const MeshCapture& capture = m_captures[from];
    const auto sidecar = m_sidecar[from];
    Way way = withoutRoute(from, sidecar);
    if (way.kind == Way::Kind::open)
        return way;
    way.besideUnsure = !capture.skipped.empty();
    way.beside = capture.skippedPorts;
    way.routed = {};
    const Space& space = spaceOf(from);
    bool imported = false;
    for (const External& external : m_externals) {
        if (external.cluster != space.cluster)
            continue;
        for (const std::string& host : external.hosts) {
            const bool covers = coversHost(host, name);
            if (!covers && !coversHost(name, host))
                continue;
            imported = imported || (covers && (!sidecar || imports(*sidecar, space.name, external.ns, host, std::nullopt)));
            (covers ? way.routed : way.unsure) |= importedPorts(sidecar, space.name, external, host);
        }
    }
    if (way.kind == Way::Kind::unrouted) { // only whether it has a route at all is told
        way.kind = imported ? Way::Kind::open : way.kind;
        way.unsure = {};
    }
    way.beside -= way.routed;
    way.unsure -= way.routed | way.beside;
    way.note = patternNote;
    return way;
}

std::uint32_t MeshEgressRules::targetOf(const ServicePort& port, std::size_t pod) const
{
    if (port.protocol != "TCP")
        return 0;
    std::uint32_t number = port.port;
    if (const std::string& target = port.targetPort; !target.empty()) {
        const auto [end, error] = std::from_chars(target.data(), target.data() + target.size(), number);
        if (error != std::errc() || end != target.data() + target.size()) // a name, which may begin with digits
            number = 0;
        for (const NamedPort& named : m_world.pods[pod].ports)
            if (named.name == target && named.protocol == Protocol::tcp)
                number = named.number;
    }
    return number <= 65535 ? number : 0;
}

PortSet MeshEgressRules::servedPorts(std::size_t pod, const PortSet& without) const
{
    PortSet served;
    for (const Led& led : m_led[pod])
        for (const auto& [port, number] : led.ports)
            if (!without.contains(tcpPort(port)))
                served |= tcpPort(number);
    return served;
}

MeshEgressRules::Protocols MeshEgressRules::protocolsOf(std::size_t pod) const
{
    Protocols said;
    PortSet silent;
    for (const Led& led : m_led[pod])
        for (const ServicePort& port : m_inventory.services[led.service].ports)
            if (const std::uint32_t number = targetOf(port, pod); number != 0) {
                const std::optional<bool> http = saysHttp(port);
                (!http ? silent : *http ? said.http : said.plain) |= tcpPort(number);
            }
    const PortSet both = said.http & said.plain;
    said.http -= silent | both;
    said.plain -= silent | both;
    return said;
}

} // namespace bartizan::connectivity
