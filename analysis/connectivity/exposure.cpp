// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/exposure.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace bartizan::connectivity {

namespace {

using Op = SelectorRequirement::Op;

constexpr std::string_view nameLabel = "kubernetes.io/metadata.name";

bool subset(const std::vector<std::string>& some, const std::vector<std::string>& all)
{
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}
bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    return std::any_of(a.begin(), a.end(),
                       [&](const std::string& value) { return std::binary_search(b.begin(), b.end(), value); });
}

// Does what `known` says make `wanted` hold?
bool implies(const SelectorRequirement& known, const SelectorRequirement& wanted)
{
    if (known.key != wanted.key)
        return false;
    switch (wanted.op) {
    case Op::in:
        return known.op == Op::in && subset(known.values, wanted.values);
    case Op::exists:
        return known.op == Op::in || known.op == Op::exists;
    case Op::notIn:
        return (known.op == Op::in && !meet(known.values, wanted.values)) ||
               (known.op == Op::notIn && subset(wanted.values, known.values)) || known.op == Op::doesNotExist;
    case Op::doesNotExist:
        return known.op == Op::doesNotExist;
    }
    return false;
}

bool implies(const Selector& known, const Selector& wanted)
{
    return std::all_of(wanted.requirements.begin(), wanted.requirements.end(), [&](const SelectorRequirement& one) {
        return std::any_of(known.requirements.begin(), known.requirements.end(),
                           [&](const SelectorRequirement& other) { return implies(other, one); });
    });
}

bool isEverything(const PodSet& set)
{
    return set.ns.empty() && set.namespaces.requirements.empty() && set.pods.requirements.empty() && set.conditions.empty();
}

// Pods that this selects are alike as far as it tells: the next one would be as those that exist.
bool isDefinite(const Selector& pods)
{
    return !pods.requirements.empty() &&
           std::all_of(pods.requirements.begin(), pods.requirements.end(),
                       [](const SelectorRequirement& one) { return one.op == Op::in && one.values.size() == 1; });
}

// A namespace selected by its name is that namespace.
PodSet plain(PodSet set)
{
    const auto& asked = set.namespaces.requirements;
    if (set.ns.empty() && asked.size() == 1 && asked.front().key == nameLabel && asked.front().op == Op::in &&
        asked.front().values.size() == 1) {
        set.ns = asked.front().values.front();
        set.namespaces = {};
    }
    if (set.ns.empty() && set.namespaces.requirements.empty())
        set.namespaces = {};
    if (set.pods.requirements.empty())
        set.pods = {};
    return set;
}

std::string keyOf(const Selector& selector)
{
    std::vector<std::string> parts;
    for (const SelectorRequirement& one : selector.requirements) {
        std::string part = one.key + '\1' + std::to_string(static_cast<int>(one.op));
        for (const std::string& value : one.values)
            part += '\2' + value;
        parts.push_back(std::move(part));
    }
    std::sort(parts.begin(), parts.end());
    std::string key;
    for (const std::string& part : parts)
        key += part + '\3';
    return key;
}

class Finder {
public:
    explicit Finder(const Connectivity& engine) : m_engine(engine), m_world(engine.world())
    {
        for (const Space& space : m_world.spaces)
            m_spaces[{space.cluster, space.name}] = &space.labels;
    }

    std::vector<Exposed> find(const std::stop_token& stop)
    {
        std::unordered_map<std::size_t, std::pair<std::size_t, std::size_t>> known; // class -> its rows
        for (std::size_t i = 0; i < m_world.pods.size() && !stop.stop_requested(); ++i) {
            if (m_world.pods[i].imagined)
                continue;
            const auto [rows, made] = known.try_emplace(m_engine.classOf(i), m_made.size(), m_made.size());
            if (made) {
                for (const Direction direction : {Direction::ingress, Direction::egress})
                    add(i, direction);
                rows->second.second = m_made.size();
                continue;
            }
            for (std::size_t row = rows->second.first; row < rows->second.second; ++row) {
                Exposed same = m_made[row];
                same.pod = i;
                m_made.push_back(std::move(same));
            }
        }
        return std::move(m_made);
    }

private:
    void add(std::size_t pod, Direction direction)
    {
        const std::size_t network = m_world.pods[pod].network;
        for (auto& [range, ports] : outsideOf(m_engine, pod, direction, network)) {
            Party peer;
            peer.kind = Party::Kind::addresses;
            peer.range = range;
            m_made.push_back({pod, direction, std::move(peer), std::move(ports), {}});
        }
        Party cluster;
        cluster.kind = Party::Kind::entireCluster;
        Exposed any{pod, direction, cluster, {}, {}};
        decide(any, {});
        const std::vector<PodSet> asked = setsOf(pod, direction);
        if (!any.ports.empty() || !any.portNames.empty())
            m_made.push_back(any);
        std::vector<Exposed> rows;
        for (const PodSet& set : asked) {
            Party peer;
            peer.kind = Party::Kind::pods;
            peer.pods = std::make_shared<const PodSet>(set);
            Exposed row{pod, direction, std::move(peer), {}, {}};
            decide(row, set);
            const bool nothing = row.ports.empty() && row.portNames.empty();
            if (nothing ? !any.ports.empty() : !any.ports.contains(row.ports) || row.portNames != any.portNames)
                rows.push_back(std::move(row));
        }
        for (const Exposed& row : rows)
            if (std::none_of(rows.begin(), rows.end(), [&](const Exposed& wider) { return says(wider, row); }))
                m_made.push_back(row);
    }

    // `wider` is about all pods of `row` and more, and says the same.
    bool says(const Exposed& wider, const Exposed& row) const
    {
        return &wider != &row && wider.ports == row.ports && wider.portNames == row.portNames &&
               liesIn(*row.peer.pods, *wider.peer.pods, labelsOf(row)) &&
               !liesIn(*wider.peer.pods, *row.peer.pods, labelsOf(wider));
    }

    // What rules that act on the pod name by labels and may mean pods that do not exist.
    std::vector<PodSet> setsOf(std::size_t pod, Direction direction)
    {
        std::vector<PodSet> sets;
        std::set<std::string> seen;
        for (const std::size_t i : m_engine.selecting(pod, direction, m_world.pods[pod].network)) {
            const TrafficPolicyRecord& record = m_world.policies[i].record;
            for (const PolicyRuleRecord& rule : direction == Direction::ingress ? record.ingressRules : record.egressRules)
                for (const PolicyPeer& peer : rule.peers) {
                    if (peer.kind != PolicyPeer::Kind::pods || !peer.pods.conditions.empty())
                        continue;
                    PodSet set = plain(peer.pods);
                    if (isEverything(set) || (isDefinite(set.pods) && somePodIn(peer, set, clusterOf(pod))))
                        continue;
                    if (seen.insert(set.ns + '\4' + keyOf(set.namespaces) + '\4' + keyOf(set.pods)).second)
                        sets.push_back(std::move(set));
                }
        }
        return sets;
    }

    const std::string& clusterOf(std::size_t pod) const { return m_world.spaces[m_world.pods[pod].space].cluster; }

    // `set` is what `peer` names. A policy acts in one cluster, so one answer does for all pods that it selects.
    bool somePodIn(const PolicyPeer& peer, const PodSet& set, const std::string& cluster)
    {
        const auto [found, made] = m_met.try_emplace(&peer, false);
        if (!made)
            return found->second;
        return found->second = std::any_of(m_world.pods.begin(), m_world.pods.end(), [&](const Pod& pod) {
                   const Space& space = m_world.spaces[pod.space];
                   return !pod.imagined && space.cluster == cluster && (set.ns.empty() || set.ns == space.name) &&
                          (!set.namespaces.present || matches(set.namespaces, space.labels)) &&
                          (!set.pods.present || matches(set.pods, pod.labels));
               });
    }

    // Of the namespace that the row's peers are in, in the cluster of its pod; null where none is named or known.
    const Attributes* labelsOf(const Exposed& row) const
    {
        const auto found =
            !row.peer.pods || row.peer.pods->ns.empty() ? m_spaces.end() : m_spaces.find({clusterOf(row.pod), row.peer.pods->ns});
        return found == m_spaces.end() ? nullptr : found->second;
    }

    void decide(Exposed& row, const PodSet& set) const
    {
        const std::size_t network = m_world.pods[row.pod].network;
        const Attributes* space = labelsOf(row);
        const auto rulesOf = [&](std::size_t policy) -> const std::vector<PolicyRuleRecord>& {
            const TrafficPolicyRecord& record = m_world.policies[policy].record;
            return row.direction == Direction::ingress ? record.ingressRules : record.egressRules;
        };
        const auto means = [&](std::size_t policy, std::size_t rule) {
            const PolicyRuleRecord& written = rulesOf(policy)[rule];
            return written.anyPeer || m_engine.podsByAddress(policy, row.direction, rule) == PodsByAddress::all ||
                   std::any_of(written.peers.begin(), written.peers.end(), [&](const PolicyPeer& peer) {
                       return peer.kind == PolicyPeer::Kind::everyone ||
                              (peer.kind == PolicyPeer::Kind::pods && liesIn(set, peer.pods, space));
                   });
        };
        row.ports = m_engine.decided(row.pod, row.direction, network, means);
        if (row.direction == Direction::ingress)
            return;
        for (const std::size_t i : m_engine.selecting(row.pod, row.direction, network))
            for (std::size_t r = 0; r < rulesOf(i).size(); ++r)
                for (const PolicyPorts& port : rulesOf(i)[r].ports)
                    if (!port.name.empty() && rulesOf(i)[r].action == PolicyRuleRecord::Action::allow && means(i, r))
                        row.portNames.emplace_back(protocolOf(port.protocol), port.name);
        std::sort(row.portNames.begin(), row.portNames.end());
        row.portNames.erase(std::unique(row.portNames.begin(), row.portNames.end()), row.portNames.end());
    }

    const Connectivity& m_engine;
    const World& m_world;
    std::map<std::pair<std::string, std::string>, const Attributes*> m_spaces; // by cluster and name
    std::unordered_map<const PolicyPeer*, bool> m_met;                         // somePodIn()
    std::vector<Exposed> m_made;
};

} // namespace

bool liesIn(const PodSet& some, const PodSet& all, const Attributes* space)
{
    if (!all.conditions.empty()) // of other languages: not compared
        return std::all_of(all.conditions.begin(), all.conditions.end(),
                           [](const LabelCondition& condition) { return condition.op == LabelCondition::Op::always; });
    const PodSet wanted = plain(all);
    if (!wanted.ns.empty() && wanted.ns != some.ns)
        return false;
    if (wanted.ns.empty() && !wanted.namespaces.requirements.empty() &&
        !(space ? matches(wanted.namespaces, *space) : implies(some.namespaces, wanted.namespaces)))
        return false;
    return implies(some.pods, wanted.pods);
}

std::vector<Exposed> exposureOf(const Connectivity& engine, std::stop_token stop)
{
    return Finder(engine).find(stop);
}

} // namespace bartizan::connectivity
