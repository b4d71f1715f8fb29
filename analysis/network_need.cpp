// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/network_need.h"

#include "analysis/network_reach.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace bartizan::analysis {
namespace {

using connectivity::Bits;
using connectivity::Row;

// Workloads that are alike: of one class, listening on the same ports.
struct Kind {
    std::size_t pod = 0, cls = 0, weight = 0;
    std::size_t target = 0; // Counter::m_targets, where it listens
    bool listens = false;
    const Row *in = nullptr, *out = nullptr;
    std::size_t admitted = 0, reached = 0; // itself too, where it reaches itself
    bool itself = false;
};

struct Target { // what sources cannot tell apart but by name: the same policies at the way in, the same ports
    PortSet ports;
    std::size_t weight = 0;
    std::size_t admitted = 0;                         // of sources whose way out is open
    std::vector<std::pair<PortSet, const Bits*>> row; // the part of the way in that matters
    bool fromNodes = false;
};

// Counts pairs within one cluster and primary network.
class Counter {
public:
    Counter(const Context& context, const NetworkReach& reach) : m_context(context), m_reach(reach) {}

    void add(WorkloadId id)
    {
        const std::size_t pod = id.pos(), network = m_reach.networkOf(pod);
        const bool listens = m_context.listens(id);
        PortSet ports = m_reach.listening(id);
        ports -= dnsPorts();
        const bool asked = listens && !ports.empty();
        if (m_reach.onNode(id)) {
            m_nodes.push_back(id);
            if (asked)
                ++m_nodeTargets[ports].first;
            return;
        }
        const std::size_t cls = m_reach.engine().classOf(pod);
        const auto [found, made] = m_known.try_emplace({cls, asked ? ports : PortSet()}, m_kinds.size());
        m_kindOf.emplace_back(id, found->second);
        if (made) {
            Kind kind;
            kind.pod = pod;
            kind.cls = cls;
            kind.listens = asked;
            kind.in = m_reach.engine().row(pod, Direction::ingress, network);
            kind.out = m_reach.engine().row(pod, Direction::egress, network);
            if (asked)
                kind.target = target(kind, ports, network);
            m_kinds.push_back(kind);
        }
        Kind& kind = m_kinds[found->second];
        ++kind.weight;
        if (kind.listens)
            ++m_targets[kind.target].weight;
    }

    void count(std::vector<NetworkNeed>& needs)
    {
        std::map<const Row*, std::vector<std::size_t>> restricted; // way out -> kinds
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < m_kinds.size(); ++i)
            if (m_reach.engine().selected(m_kinds[i].pod, Direction::egress, m_reach.networkOf(m_kinds[i].pod)))
                restricted[m_kinds[i].out].push_back(i);
            else
                open.push_back(i);
        for (std::size_t t = 0; t < m_targets.size() && !m_context.stopped(); ++t)
            fromOpen(t, open);
        for (const auto& [row, kinds] : restricted)
            if (!m_context.stopped())
                fromRestricted(*row, kinds);
        const std::size_t nodeWeight = nodes(open);
        for (const auto& [id, i] : m_kindOf) {
            const Kind& kind = m_kinds[i];
            NetworkNeed& need = needs[id.pos()];
            const std::size_t self = kind.itself ? 1 : 0;
            need.reached = kind.reached - self;
            if (kind.listens)
                need.admitted = kind.admitted + m_targets[kind.target].admitted +
                                (m_targets[kind.target].fromNodes ? m_nodes.size() : 0) - self;
        }
        for (const WorkloadId id : m_nodes) {
            PortSet ports = m_reach.listening(id);
            ports -= dnsPorts();
            const auto own = m_context.listens(id) ? m_nodeTargets.find(ports) : m_nodeTargets.end();
            const std::size_t self = own == m_nodeTargets.end() ? 0 : 1;
            needs[id.pos()].reached = nodeWeight - self;
            if (self > 0)
                needs[id.pos()].admitted = own->second.second + m_nodes.size() - 1;
        }
    }

private:
    std::size_t target(const Kind& kind, const PortSet& ports, std::size_t network)
    {
        const auto [found, made] = m_knownTargets.try_emplace({kind.in, ports}, m_targets.size());
        if (made) {
            Target& target = m_targets.emplace_back();
            target.ports = ports;
            for (const auto& [part, ends] : *kind.in)
                if (PortSet both = part & ports; !both.empty())
                    target.row.emplace_back(std::move(both), &ends);
            target.fromNodes = !(m_reach.decidedForNode(kind.pod, Direction::ingress, network) & ports).empty();
        }
        return found->second;
    }

    void fromOpen(std::size_t t, const std::vector<std::size_t>& open)
    {
        Target& target = m_targets[t];
        for (const std::size_t s : open) {
            Kind& source = m_kinds[s];
            if (std::none_of(target.row.begin(), target.row.end(),
                             [&](const auto& part) { return part.second->test(source.cls); }))
                continue;
            target.admitted += source.weight;
            source.reached += target.weight;
            source.itself = source.itself || (source.listens && source.target == t);
        }
    }

    void fromRestricted(const Row& row, const std::vector<std::size_t>& sources)
    {
        std::vector<std::pair<PortSet, const Bits*>> parts;
        for (const auto& [part, ends] : row)
            if (PortSet kept = part - dnsPorts(); !kept.empty())
                parts.emplace_back(std::move(kept), &ends);
        for (std::size_t d = 0; d < m_kinds.size(); ++d) {
            Kind& destination = m_kinds[d];
            if (!destination.listens)
                continue;
            PortSet out;
            for (const auto& [part, ends] : parts)
                if (ends->test(destination.cls))
                    out |= part;
            if (out.empty())
                continue;
            std::vector<const Bits*> in;
            for (const auto& [part, ends] : m_targets[destination.target].row)
                if (!(part & out).empty())
                    in.push_back(ends);
            for (const std::size_t s : sources) {
                Kind& source = m_kinds[s];
                if (std::none_of(in.begin(), in.end(), [&](const Bits* ends) { return ends->test(source.cls); }))
                    continue;
                destination.admitted += source.weight;
                source.reached += destination.weight;
                source.itself = source.itself || s == d;
            }
        }
    }

    // Pods on their node's network, at either end. Returns how many workloads such a pod reaches, itself included.
    std::size_t nodes(const std::vector<std::size_t>& open)
    {
        if (m_nodes.empty())
            return 0;
        std::size_t reached = 0;
        for (const Target& target : m_targets)
            reached += target.fromNodes ? target.weight : 0;
        for (const auto& [ports, counts] : m_nodeTargets)
            reached += counts.first;
        std::map<const Row*, PortSet> toNodes;
        std::set<std::size_t> isOpen(open.begin(), open.end());
        for (std::size_t i = 0; i < m_kinds.size(); ++i) {
            Kind& source = m_kinds[i];
            const auto [found, made] = toNodes.try_emplace(source.out);
            if (made)
                found->second = m_reach.decidedForNode(source.pod, Direction::egress, m_reach.networkOf(source.pod));
            for (auto& [ports, counts] : m_nodeTargets)
                if (isOpen.count(i) > 0 || !(found->second & ports).empty()) {
                    source.reached += counts.first;
                    counts.second += source.weight;
                }
        }
        return reached;
    }

    const Context& m_context;
    const NetworkReach& m_reach;
    std::map<std::pair<std::size_t, PortSet>, std::size_t> m_known; // class, ports -> kind
    std::vector<Kind> m_kinds;
    std::vector<std::pair<WorkloadId, std::size_t>> m_kindOf;
    std::map<std::pair<const Row*, PortSet>, std::size_t> m_knownTargets;
    std::vector<Target> m_targets;
    std::vector<WorkloadId> m_nodes;
    std::map<PortSet, std::pair<std::size_t, std::size_t>> m_nodeTargets; // ports -> workloads, those that may come there
};

// Who needs to connect to a workload, or it to whom. Itself is nobody. Sorted.
std::vector<WorkloadId> needed(const Context& context, WorkloadId id, NeededWay way)
{
    const Architecture& a = context.architecture;
    const WorkloadFacts& facts = context.facts(id);
    std::vector<WorkloadId> peers;
    for (const std::size_t call : way == NeededWay::in ? facts.callsTo : facts.callsFrom)
        if (const Peer& peer = way == NeededWay::in ? a.calls[call].from : a.calls[call].to; peer.kind == Peer::Kind::workload)
            peers.push_back(peer.workload);
    if (way == NeededWay::in) {
        for (const RouteUse& use : facts.routes)
            if (const Route& route = a.routes[use.route.pos()]; route.gateway.valid())
                for (const WorkloadId gateway : a.gateways[route.gateway.pos()].workloads)
                    peers.push_back(gateway);
        for (const std::size_t proxy : facts.proxiedBy)
            peers.push_back(a.authProxies[proxy].proxy);
    }
    std::sort(peers.begin(), peers.end());
    peers.erase(std::unique(peers.begin(), peers.end()), peers.end());
    peers.erase(std::remove(peers.begin(), peers.end(), id), peers.end());
    return peers;
}

// What shows the need: "declared and inferred calls". Routes are declared.
std::string shownBy(const Context& context, WorkloadId id)
{
    bool kinds[3] = {};
    const WorkloadFacts& facts = context.facts(id);
    for (const auto* calls : {&facts.callsTo, &facts.callsFrom})
        for (const std::size_t i : *calls)
            if (const Call& call = context.architecture.calls[i];
                call.from.kind == Peer::Kind::workload && call.to.kind == Peer::Kind::workload)
                kinds[static_cast<std::size_t>(call.kind)] = true;
    const bool declared = kinds[0] || (!kinds[1] && !kinds[2]);
    if (declared)
        return kinds[1] ? (kinds[2] ? "declared, inferred and observed calls" : "declared and inferred calls")
                        : (kinds[2] ? "declared and observed calls" : "declared calls");
    return kinds[1] ? (kinds[2] ? "inferred and observed calls" : "inferred calls") : "observed calls";
}

} // namespace

std::vector<NetworkNeed> networkNeeds(const Context& context)
{
    const NetworkReach& reach = *context.reach;
    const std::size_t n = context.architecture.workloads.size();
    std::vector<NetworkNeed> needs(n);
    std::map<std::pair<std::string, std::size_t>, Counter> counters; // by cluster and primary network
    for (std::size_t i = 0; i < n && !context.stopped(); ++i)
        counters.try_emplace({context.architecture.workloads[i].cluster, reach.networkOf(i)}, context, reach)
            .first->second.add(WorkloadId{i});
    for (auto& [place, counter] : counters)
        counter.count(needs);
    std::vector<std::vector<WorkloadId>> callees(n); // those of calls are found twice
    for (std::size_t i = 0; i < n && !context.stopped(); ++i) {
        const WorkloadId id{i};
        NetworkNeed& need = needs[i];
        need.restrictedIn = !reach.onNode(id) && reach.engine().selected(i, Direction::ingress, reach.networkOf(i));
        need.restrictedOut = !reach.onNode(id) && reach.engine().selected(i, Direction::egress, reach.networkOf(i));
        const std::vector<WorkloadId> callers = needed(context, id, NeededWay::in);
        need.callers = callers.size();
        for (const WorkloadId caller : callers) {
            callees[caller.pos()].push_back(id);
            const PortSet ports = reach.allowed(caller, id) & reach.listening(id);
            if (ports.empty())
                continue;
            ++need.callersAdmitted;
            need.admitted += (ports - dnsPorts()).empty() ? 1 : 0; // a client of a name server
        }
        need.admitted = std::max(need.admitted, need.callersAdmitted);
    }
    for (std::size_t i = 0; i < n && !context.stopped(); ++i) {
        const WorkloadId id{i};
        NetworkNeed& need = needs[i];
        need.callees = callees[i].size();
        for (const WorkloadId callee : callees[i]) {
            const PortSet ports = reach.allowed(id, callee) & reach.listening(callee);
            if (ports.empty())
                continue;
            ++need.calleesReached;
            need.reached += (ports - dnsPorts()).empty() ? 1 : 0;
        }
        need.reached = std::max(need.reached, need.calleesReached);
    }
    return needs;
}

std::optional<std::string> surplus(const Context& context, WorkloadId id, NeededWay way)
{
    constexpr std::size_t most = 5, times = 3; // as the header says
    const NetworkNeed& need = context.needs[id.pos()];
    const bool in = way == NeededWay::in;
    const std::size_t let = in ? need.admitted : need.reached, wanted = in ? need.callers : need.callees;
    if (!(in ? need.restrictedIn : need.restrictedOut) || wanted == 0 || let < wanted + most || let < wanted * times)
        return std::nullopt;
    return "Of " + std::to_string(let) + " workloads that policies let " +
           (in ? "in, " + std::to_string(wanted) + (wanted == 1 ? " needs to come in" : " need to come in")
               : "it reach, it needs " + std::to_string(wanted)) +
           ", as far as " + shownBy(context, id) + " show: " + std::to_string(let / wanted) + " times as many.";
}

std::optional<std::string> onlyNeeded(const Context& context, WorkloadId id)
{
    const NetworkNeed& need = context.needs[id.pos()];
    if (need.callers + need.callees == 0 || need.admitted != need.callersAdmitted || need.reached != need.calleesReached)
        return std::nullopt;
    return shownBy(context, id);
}

} // namespace bartizan::analysis
