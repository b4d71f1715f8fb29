// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/network_reach.h"

#include <algorithm>

namespace bartizan::analysis {

using connectivity::End;
using connectivity::Pod;
using connectivity::Policy;
using connectivity::PortRange;
using connectivity::Protocol;

namespace {

const std::vector<PolicyRuleRecord>& rulesOf(const Policy& policy, Direction direction)
{
    return direction == Direction::ingress ? policy.record.ingressRules : policy.record.egressRules;
}

template <class F>
bool meansOne(const PolicyRuleRecord& rule, F fits)
{
    return rule.anyPeer || std::any_of(rule.peers.begin(), rule.peers.end(), [&](const PolicyPeer& peer) {
               return peer.kind == PolicyPeer::Kind::everyone || fits(peer);
           });
}

// network-policy-api "nodes"; Cilium's entities "host" (the pod's own node) and "remote-node".
bool isNode(const PolicyPeer& peer)
{
    return peer.kind == PolicyPeer::Kind::special &&
           std::any_of(peer.names.begin(), peer.names.end(),
                       [](const std::string& name) { return name == "nodes" || name == "host" || name == "remote-node"; });
}

PortSet onAny(PortRange range)
{
    return PortSet::of(Protocol::tcp, range) | PortSet::of(Protocol::udp, range) | PortSet::of(Protocol::sctp, range);
}

} // namespace

bool isUniversal(const PolicyPeer& peer)
{
    return peer.kind == PolicyPeer::Kind::pods && peer.pods.ns.empty() && peer.pods.namespaces.requirements.empty() &&
           peer.pods.pods.requirements.empty() && peer.pods.conditions.empty();
}

PortSet dnsPorts()
{
    return onAny({53, 53});
}

NetworkReach::NetworkReach(const Context& context) : m_engine(*context.connectivity)
{
    const std::vector<Pod>& pods = m_engine.world().pods;
    const std::size_t n = context.architecture.workloads.size();
    m_pods.resize(n);
    m_listening.resize(n);
    m_ofClass.resize(m_engine.classes());
    for (std::size_t i = 0; i < pods.size() && !context.stopped(); ++i) {
        const std::size_t workload = pods[i].standsFor.value_or(i);
        if (workload >= n)
            continue; // the ingress controller
        m_pods[workload].push_back(i);
        m_ofClass[m_engine.classOf(i)].push_back(WorkloadId{workload});
        for (const Direction direction : {Direction::ingress, Direction::egress}) {
            auto& known = m_wide[static_cast<std::size_t>(direction)];
            const connectivity::Row* row = m_engine.row(i, direction, pods[i].network);
            if (known.find(row) == known.end())
                known.emplace(row, widthOf(i, direction));
        }
    }
    for (std::size_t i = 0; i < n && !context.stopped(); ++i) {
        const WorkloadId id{i};
        for (const std::uint32_t port : context.facts(id).ports)
            m_listening[i] |= onAny({port, port});
        if (m_listening[i].empty())
            m_listening[i] = PortSet::everything();
        if (onNode(id))
            m_onNode[context.workload(id).cluster].push_back(id);
    }
    for (const TrafficPolicyRecord& record : context.inventory.trafficPolicies) {
        const Object& object = context.object(record.object);
        if (object.applied() && !record.malformed.empty())
            m_malformed.try_emplace({object.identity.cluster, object.identity.ns}, record.object);
    }
}

Wide NetworkReach::widthOf(std::size_t pod, Direction direction) const
{
    const std::size_t network = networkOf(pod);
    Wide wide;
    wide.anyPod = m_engine.decided(pod, direction, network, [&](std::size_t policy, std::size_t rule) {
        return meansOne(rulesOf(m_engine.world().policies[policy], direction)[rule], isUniversal);
    });
    wide.everyV4 = PortSet::everything();
    wide.everyone = wide.anyPod.isEverything();
    const auto metadata = connectivity::blockOf("169.254.169.254");
    bool v6 = false;
    const auto& ranges = m_engine.ranges();
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const PortSet ports = m_engine.decided(pod, direction, {End::Kind::addresses, i}, network);
        wide.everyone = wide.everyone && ports.isEverything();
        if (ranges[i].first.v6 && !v6)
            wide.everyV6 = ports;
        v6 = v6 || ranges[i].first.v6;
        (ranges[i].first.v6 ? wide.everyV6 : wide.everyV4) &= ports;
        if (metadata && ranges[i].first <= metadata->first && metadata->last <= ranges[i].last)
            wide.metadata = ports;
    }
    return wide;
}

const Wide& NetworkReach::wide(std::size_t pod, Direction direction) const
{
    return m_wide[static_cast<std::size_t>(direction)].at(m_engine.row(pod, direction, networkOf(pod)));
}

bool NetworkReach::open(WorkloadId id, Direction direction) const
{
    return onNode(id) || std::any_of(pods(id).begin(), pods(id).end(),
                                     [&](std::size_t pod) { return !m_engine.selected(pod, direction, networkOf(pod)); });
}

PortSet NetworkReach::decidedForNode(std::size_t pod, Direction direction, std::size_t network) const
{
    return m_engine.decided(pod, direction, network, [&](std::size_t policy, std::size_t rule) {
        return meansOne(rulesOf(m_engine.world().policies[policy], direction)[rule], isNode);
    });
}

PortSet NetworkReach::allowed(WorkloadId from, WorkloadId to) const
{
    const bool fromNode = onNode(from), toNode = onNode(to);
    PortSet ports;
    for (const std::size_t a : pods(from))
        for (const std::size_t b : pods(to)) {
            const End source{End::Kind::pod, a}, destination{End::Kind::pod, b};
            const auto network = m_engine.sharedNetwork(source, destination);
            if (!network)
                continue;
            if (!fromNode && !toNode) {
                ports |= m_engine.allowed(source, destination, *network);
                continue;
            }
            PortSet passes = PortSet::everything();
            if (!fromNode)
                passes = decidedForNode(a, Direction::egress, *network);
            else if (!toNode)
                passes = decidedForNode(b, Direction::ingress, *network);
            ports |= passes;
        }
    return ports;
}

std::vector<WorkloadId> NetworkReach::sources(WorkloadId to) const
{
    std::vector<WorkloadId> found;
    for (const std::size_t pod : pods(to)) {
        const Pod& own = m_engine.world().pods[pod];
        std::vector<std::size_t> networks{own.network};
        networks.insert(networks.end(), own.secondary.begin(), own.secondary.end());
        for (const std::size_t network : networks) {
            for (const auto& [ports, ends] : *m_engine.row(pod, Direction::ingress, network)) {
                if ((ports & listening(to)).empty())
                    continue;
                for (std::size_t cls = 0; cls < m_ofClass.size(); ++cls)
                    if (ends.test(cls))
                        std::copy_if(m_ofClass[cls].begin(), m_ofClass[cls].end(), std::back_inserter(found),
                                     [&](WorkloadId id) { return !onNode(id); });
            }
            if (const auto nodes = m_onNode.find(m_engine.world().spaces[own.space].cluster);
                nodes != m_onNode.end() && !(decidedForNode(pod, Direction::ingress, network) & listening(to)).empty())
                found.insert(found.end(), nodes->second.begin(), nodes->second.end());
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

const Object* NetworkReach::unread(const Context& context, WorkloadId id) const
{
    const Workload& w = context.workload(id);
    if (const Object* object = context.anyOfGroups({"crd.antrea.io"}, w.ns))
        return object;
    for (const std::string& ns : {w.ns, std::string()})
        if (const auto found = m_malformed.find({w.cluster, ns}); found != m_malformed.end())
            return &context.object(found->second);
    return nullptr;
}

} // namespace bartizan::analysis
