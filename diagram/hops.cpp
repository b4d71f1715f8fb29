// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/hops.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <utility>

namespace bartizan::diagram {

using connectivity::Bits;
using connectivity::Connectivity;
using connectivity::Direction;
using connectivity::End;
using connectivity::Pod;
using connectivity::PortSet;
using connectivity::Protocol;
using connectivity::Row;

namespace {

PortSet onAny(std::uint32_t port)
{
    return PortSet::of(Protocol::tcp, {port, port}) | PortSet::of(Protocol::udp, {port, port}) |
           PortSet::of(Protocol::sctp, {port, port});
}

// A word that the API does not know: any protocol.
PortSet onPort(const std::string& word, std::uint32_t port)
{
    const auto protocol = connectivity::protocolOf(word);
    return protocol ? PortSet::of(*protocol, {port, port}) : onAny(port);
}

void addPorts(const WorkloadRecord& record, PortSet& ports)
{
    for (const Container& container : record.pod.containers) {
        for (const ContainerPort& port : container.ports)
            ports |= onPort(port.protocol, port.port);
        for (const Probe& probe : container.probes) { // a name is one of the container's ports
            std::uint32_t number = 0;
            const char* end = probe.port.data() + probe.port.size();
            const auto [rest, error] = std::from_chars(probe.port.data(), end, number);
            if (error == std::errc() && rest == end)
                ports |= PortSet::of(Protocol::tcp, {number, number});
        }
    }
}

std::vector<std::size_t> networksOf(const Pod& pod)
{
    std::vector<std::size_t> networks{pod.network};
    networks.insert(networks.end(), pod.secondary.begin(), pod.secondary.end());
    std::sort(networks.begin(), networks.end());
    networks.erase(std::unique(networks.begin(), networks.end()), networks.end());
    return networks;
}

} // namespace

Listening listeningOf(const Model& model)
{
    const Architecture& architecture = model.architecture;
    Listening listening;
    listening.ports.resize(architecture.workloads.size());
    for (std::size_t i = 0; i < listening.ports.size(); ++i) {
        const Workload& workload = architecture.workloads[i];
        if (workload.record < model.inventory.workloads.size())
            addPorts(model.inventory.workloads[workload.record], listening.ports[i]);
        for (const std::size_t pod : workload.pods)
            addPorts(model.inventory.workloads[pod], listening.ports[i]);
    }
    for (const Service& service : architecture.services)
        for (const WorkloadId workload : service.workloads)
            for (const ServicePortUse& port : service.ports)
                for (const std::uint32_t target : port.targets)
                    listening.ports[workload.pos()] |= onPort(port.protocol, target);
    const PortSet dns = onAny(53);
    for (std::size_t i = 0; i < listening.ports.size(); ++i) {
        PortSet& ports = listening.ports[i];
        if (ports.empty() && architecture.workloads[i].listens)
            ports = PortSet::everything();
        listening.withoutDns.push_back(ports - dns);
    }
    return listening;
}

PortSet allowedOn(const Connectivity& connectivity, std::size_t from, std::size_t to, const PortSet& with,
                  std::optional<std::size_t> without)
{
    PortSet ports;
    const std::vector<std::size_t> there = networksOf(connectivity.world().pods[to]);
    for (const std::size_t network : networksOf(connectivity.world().pods[from]))
        if (network != without && std::binary_search(there.begin(), there.end(), network))
            ports |= connectivity.allowed({End::Kind::pod, from}, {End::Kind::pod, to}, network);
    return ports & with;
}

Hops::Hops(const Connectivity& connectivity, const Listening& listening, std::size_t workloads)
    : m_connectivity(connectivity), m_networks(std::max<std::size_t>(1, connectivity.world().networks.size())),
      m_bound(connectivity.classes() + connectivity.ranges().size() + connectivity.hostNames().size() +
              connectivity.specials().size()),
      m_kindOf(workloads)
{
    std::map<std::string, std::size_t> clusters;
    std::map<PortSet, const PortSet*> alike;
    std::map<std::pair<std::size_t, const PortSet*>, std::size_t> known;
    for (std::size_t i = 0; i < workloads; ++i) {
        const Pod& pod = connectivity.world().pods[i];
        const PortSet& own = listening.withoutDns[i];
        const PortSet* ports = alike.try_emplace(own, &own).first->second;
        const auto [found, made] = known.try_emplace({connectivity.classOf(i), ports}, m_kinds.size());
        if (made) {
            Kind& kind = m_kinds.emplace_back();
            kind.pod = i;
            kind.cls = connectivity.classOf(i);
            kind.cluster = clusters.try_emplace(connectivity.world().spaces[pod.space].cluster, clusters.size()).first->second;
            kind.ports = ports;
            kind.networks = networksOf(pod);
        }
        m_kinds[found->second].members.push_back(i);
        m_kindOf[i] = found->second;
    }
    m_clusters = clusters.size();
}

void Hops::join(Fronts& fronts, const Kind& kind, bool incoming) const
{
    if (incoming && kind.ports->empty())
        return; // nobody reaches it
    for (const std::size_t network : kind.networks) {
        const Row* row = m_connectivity.row(kind.pod, incoming ? Direction::ingress : Direction::egress, network);
        if (!row)
            continue;
        const PortSet* ports = incoming ? kind.ports : nullptr;
        std::vector<Front>& here = fronts[place(kind, network)];
        auto found =
            std::find_if(here.begin(), here.end(), [&](const Front& front) { return front.row == row && front.ports == ports; });
        if (found == here.end())
            found = here.insert(here.end(), {row, ports, Bits(m_bound)});
        found->classes.set(kind.cls);
    }
}

bool Hops::meets(const Fronts& fronts, const Kind& far, bool incoming) const
{
    if (!incoming && far.ports->empty())
        return false;
    for (const std::size_t network : far.networks) {
        const std::vector<Front>& here = fronts[place(far, network)];
        const Row* row = m_connectivity.row(far.pod, incoming ? Direction::egress : Direction::ingress, network);
        if (!row || here.empty())
            continue;
        for (const Front& front : here) {
            const PortSet& listening = incoming ? *front.ports : *far.ports;
            for (const auto& [nearPorts, ends] : *front.row) {
                if (!ends.test(far.cls))
                    continue;
                const PortSet ports = nearPorts & listening;
                for (const auto& [farPorts, others] : *row)
                    if (front.classes.meets(others) && !(ports & farPorts).empty())
                        return true;
            }
        }
    }
    return false;
}

std::vector<char> Hops::direct(std::size_t of, bool incoming, const std::stop_token& stop) const
{
    std::vector<char> reached(m_kindOf.size(), 0);
    Fronts fronts(m_clusters * m_networks);
    join(fronts, m_kinds[m_kindOf[of]], incoming);
    for (const Kind& kind : m_kinds)
        if (!stop.stop_requested() && meets(fronts, kind, incoming))
            for (const std::size_t member : kind.members)
                reached[member] = 1;
    reached[of] = 0;
    return reached;
}

std::vector<char> Hops::all(std::size_t of, const std::vector<char>& direct, bool incoming, const std::stop_token& stop) const
{
    std::vector<char> reached = direct;
    std::vector<char> whole(m_kinds.size(), 0), seen(m_kinds.size(), 0); // reached with all members; was in front
    std::vector<std::size_t> next;
    for (std::size_t i = 0; i < reached.size(); ++i)
        if (reached[i] && !std::exchange(seen[m_kindOf[i]], char{1}))
            next.push_back(m_kindOf[i]);
    while (!next.empty()) {
        Fronts fronts(m_clusters * m_networks);
        for (const std::size_t kind : next)
            join(fronts, m_kinds[kind], incoming);
        next.clear();
        for (std::size_t i = 0; i < m_kinds.size(); ++i) {
            if (stop.stop_requested())
                return reached;
            if (whole[i] || !meets(fronts, m_kinds[i], incoming))
                continue;
            whole[i] = 1;
            for (const std::size_t member : m_kinds[i].members)
                reached[member] = 1;
            if (!std::exchange(seen[i], char{1}))
                next.push_back(i);
        }
    }
    reached[of] = 0;
    return reached;
}

} // namespace bartizan::diagram
