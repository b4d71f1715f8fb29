// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/reach.h"

#include <algorithm>
#include <charconv>

namespace bartizan::analysis {
namespace {

bool onHost(const WorkloadFacts& facts)
{
    return facts.pods.front()->pod.hostNetwork.value;
}

} // namespace

PolicyReach::PolicyReach(const Context& context) : m_context(context)
{
    const std::size_t n = context.architecture.workloads.size();
    m_ingressOpen.assign(n, true);
    m_egressOpen.assign(n, true);
    m_ingress.resize(n);
    m_egress.resize(n);
    std::map<std::pair<std::string, std::string>, std::vector<WorkloadId>> byNamespace;
    for (std::size_t i = 0; i < n; ++i) {
        const Workload& w = context.architecture.workloads[i];
        byNamespace[{w.cluster, w.ns}].push_back(WorkloadId{i});
    }
    m_spaceOf.resize(n);
    for (auto& [key, workloads] : byNamespace) {
        Attributes labels = context.namespaceLabels(key.first, key.second);
        constexpr const char* nameLabel = "kubernetes.io/metadata.name";
        if (!find(labels, nameLabel)) {
            labels.push_back({nameLabel, key.second, {}});
            std::sort(labels.begin(), labels.end(), [](const Attribute& a, const Attribute& b) { return a.key < b.key; });
        }
        for (WorkloadId id : workloads)
            m_spaceOf[id.pos()] = m_spaces.size();
        m_spaces.push_back({key.first, key.second, std::move(labels), std::move(workloads)});
    }
    for (std::size_t i = 0; i < n; ++i) {
        const WorkloadFacts& facts = context.facts(WorkloadId{i});
        if (onHost(facts))
            continue;
        for (const PolicySelection& selection : facts.policies) {
            if (!selection.allPods)
                continue; // the pods that it leaves out are open
            const NetworkPolicyRecord& policy = context.inventory.networkPolicies[selection.policy];
            const std::string& ns = context.object(policy.object).identity.ns;
            const auto take = [&](bool listed, const std::vector<NetworkRule>& rules, Rules& into, std::vector<bool>& open) {
                if (!listed)
                    return;
                open[i] = false;
                for (const NetworkRule& rule : rules)
                    into.list.emplace_back(&rule, &ns);
            };
            take(policy.ingress, policy.ingressRules, m_ingress[i], m_ingressOpen);
            take(policy.egress, policy.egressRules, m_egress[i], m_egressOpen);
        }
    }
}

bool PolicyReach::portsOverlap(const NetworkRule& rule, WorkloadId to) const
{
    const std::vector<std::uint32_t>& ports = m_context.facts(to).ports;
    if (rule.anyPort || ports.empty())
        return true;
    for (const NetworkPort& allowed : rule.ports) {
        std::uint32_t first = 0;
        if (allowed.port.empty())
            return true;
        if (!m_context.portOf(to, allowed.port, first))
            continue;
        const std::uint32_t last = std::max(first, allowed.endPort);
        if (std::any_of(ports.begin(), ports.end(), [&](std::uint32_t p) { return p >= first && p <= last; }))
            return true;
    }
    return false;
}

bool PolicyReach::spaceMatches(const NetworkPeer& peer, const std::string& policyNs, const Space& space) const
{
    if (!peer.cidr.empty())
        return false;
    return peer.namespaces.present ? peer.namespaces.empty() || matches(peer.namespaces, space.labels) : space.ns == policyNs;
}

bool PolicyReach::podMatches(const NetworkPeer& peer, WorkloadId id) const
{
    const WorkloadFacts& facts = m_context.facts(id);
    return !onHost(facts) && (!peer.pods.present || matches(peer.pods, facts.pods.front()->podLabels));
}

bool PolicyReach::passes(const Rules& rules, WorkloadId peer, WorkloadId to) const
{
    for (const auto& [rule, ns] : rules.list) {
        if (!portsOverlap(*rule, to))
            continue;
        if (rule->anyPeer)
            return true;
        for (const NetworkPeer& p : rule->peers)
            if (spaceMatches(p, *ns, m_spaces[m_spaceOf[peer.pos()]]) && podMatches(p, peer))
                return true;
    }
    return false;
}

bool PolicyReach::allows(WorkloadId from, WorkloadId to) const
{
    if (m_context.workload(from).cluster != m_context.workload(to).cluster)
        return false;
    return (m_egressOpen[from.pos()] || passes(m_egress[from.pos()], to, to)) &&
           (m_ingressOpen[to.pos()] || passes(m_ingress[to.pos()], from, to));
}

std::vector<WorkloadId> PolicyReach::admitted(WorkloadId to) const
{
    std::vector<WorkloadId> sources;
    const Workload& w = m_context.workload(to);
    for (const auto& [rule, ns] : m_ingress[to.pos()].list) {
        if (!portsOverlap(*rule, to))
            continue;
        for (const Space& space : m_spaces) {
            if (space.cluster != w.cluster)
                continue;
            if (rule->anyPeer)
                sources.insert(sources.end(), space.workloads.begin(), space.workloads.end());
            else
                for (const NetworkPeer& peer : rule->peers)
                    if (spaceMatches(peer, *ns, space))
                        std::copy_if(space.workloads.begin(), space.workloads.end(), std::back_inserter(sources),
                                     [&](WorkloadId id) { return podMatches(peer, id); });
        }
    }
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    return sources;
}

} // namespace bartizan::analysis
