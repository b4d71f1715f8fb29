// SPDX-License-Identifier: GPL-3.0-or-later
// Why a connection is allowed or not: the rules are asked again for one pair, this time with a note of who answered.
#include "analysis/connectivity/parts.h"
#include "analysis/near_miss.h"

#include <algorithm>

namespace bartizan::connectivity {

namespace {

using Action = PolicyRuleRecord::Action;

constexpr std::size_t mostNearly = 8;

struct Hit { // a rule that means this pair
    std::size_t policy = 0, rule = 0;
    Action action = Action::allow;
    PortSet ports;
};

void addSlice(std::vector<Slice>& slices, const PortSet& ports, bool allowed, Decider by)
{
    if (ports.empty())
        return;
    for (Slice& slice : slices)
        if (slice.allowed == allowed && slice.by.why == by.why && slice.by.policy == by.policy && slice.by.rule == by.rule &&
            slice.by.policies == by.policies) {
            slice.ports |= ports;
            return;
        }
    slices.push_back({ports, allowed, std::move(by)});
}

Decider deciderOf(const std::vector<const Hit*>& hits)
{
    Decider by;
    by.policy = hits.front()->policy;
    by.rule = hits.front()->rule;
    for (const Hit* hit : hits)
        if (by.policies.empty() || by.policies.back() != hit->policy)
            by.policies.push_back(hit->policy);
    return by;
}

// A layer without order: any refusal, else any permission. All rules that give it are named.
void askTogether(const std::vector<Hit>& hits, PortSet& open, std::vector<Slice>& slices)
{
    std::vector<PortSet> sets{open};
    for (const Hit& hit : hits)
        if (std::find(sets.begin(), sets.end(), hit.ports) == sets.end())
            sets.push_back(hit.ports);
    for (const PortSet& part : cutAt(sets)) {
        if (!open.contains(part))
            continue;
        for (const Action action : {Action::deny, Action::allow}) {
            std::vector<const Hit*> deciding;
            for (const Hit& hit : hits)
                if (hit.action == action && hit.ports.contains(part))
                    deciding.push_back(&hit);
            if (deciding.empty())
                continue;
            addSlice(slices, part, action == Action::allow, deciderOf(deciding));
            open -= part;
            break;
        }
    }
}

// A layer in order: returns what no rule of it decided or passed on.
PortSet askInOrder(const std::vector<Hit>& hits, PortSet& open, std::vector<Slice>& slices)
{
    PortSet asked = open;
    for (const Hit& hit : hits) {
        const PortSet ports = asked & hit.ports;
        if (ports.empty() || hit.action == Action::log)
            continue;
        asked -= ports;
        if (hit.action == Action::pass)
            continue;
        open -= ports;
        addSlice(slices, ports, hit.action == Action::allow, deciderOf({&hit}));
    }
    return asked;
}

// Does the set mean these labels but for one thing? A clause, "" = no.
std::string nearly(const PodSet& set, const World& world, const Pod& pod)
{
    const Space& space = world.spaces[pod.space];
    if (!set.ns.empty() && set.ns != space.name)
        return {};
    const bool spaceFits = !set.namespaces.present || bartizan::matches(set.namespaces, space.labels);
    const bool podFits = !set.pods.present || bartizan::matches(set.pods, pod.labels);
    if (spaceFits && !podFits)
        if (const auto miss = analysis::nearlySelected(set.pods, pod.labels))
            return miss->sentence;
    if (!spaceFits && podFits)
        if (const auto miss = analysis::nearlySelected(set.namespaces, space.labels))
            return "of the namespace, " + miss->sentence;
    return {};
}

} // namespace

std::vector<Slice> Connectivity::Parts::slices(std::size_t pod, Direction direction, std::size_t network, const Means& means,
                                               const std::vector<NamedPort>* destination) const
{
    const std::size_t cls = classes.of(pod);
    const bool egress = direction == Direction::egress;
    std::vector<Slice> result;
    PortSet open = PortSet::everything();
    const std::vector<std::size_t> asked = selecting(cls, direction, network);
    for (std::size_t from = 0, to = 0; from < asked.size() && !open.empty(); from = to) {
        const int layer = world.policies[asked[from]].layer;
        std::vector<Hit> hits;
        std::vector<std::size_t> closing;
        bool together = false;
        for (to = from; to < asked.size() && world.policies[asked[to]].layer == layer; ++to) {
            const Policy& policy = world.policies[asked[to]];
            together = together || policy.together;
            if (policy.deniesRest[static_cast<std::size_t>(direction)])
                closing.push_back(asked[to]);
            const auto& ruleList = rules.policy(asked[to]).rules[egress];
            for (std::size_t i = 0; i < ruleList.size(); ++i) {
                const LookedUpRule& rule = ruleList[i];
                if (!rule.decides || (rule.selected && !rule.selected->test(cls)) || !means(asked[to], i))
                    continue;
                if (PortSet ports = rule.ports.at(destination); !ports.empty())
                    hits.push_back({asked[to], i, rule.action, std::move(ports)});
            }
        }
        PortSet rest;
        if (together) {
            askTogether(hits, open, result);
            rest = open;
        } else {
            rest = askInOrder(hits, open, result);
        }
        if (!closing.empty()) {
            open -= rest;
            addSlice(result, rest, false, {Decider::Why::noRule, 0, 0, closing});
        }
    }
    addSlice(result, open, true, {asked.empty() ? Decider::Why::unselected : Decider::Why::noneDecides, 0, 0, asked});
    return result;
}

void Connectivity::Parts::addNearly(std::size_t pod, Direction direction, End peer, std::vector<NearlyApplied>& to) const
{
    const std::size_t cls = classes.of(pod);
    const Pod& own = world.pods[pod];
    const Space& space = world.spaces[own.space];
    for (std::size_t i = 0; i < world.policies.size() && to.size() < mostNearly; ++i) {
        const Policy& policy = world.policies[i];
        const bool egress = direction == Direction::egress;
        if (!(egress ? policy.record.egress : policy.record.ingress) || policy.cluster != space.cluster)
            continue;
        if (!rules.policy(i).selects.test(cls)) {
            if (std::string why = nearly(policy.record.selects, world, own); !why.empty())
                to.push_back({i, direction, std::nullopt, std::move(why), policy.record.selects.pods.evidence});
            continue;
        }
        if (peer.kind != End::Kind::pod)
            continue;
        const auto& written = egress ? policy.record.egressRules : policy.record.ingressRules;
        for (std::size_t r = 0; r < written.size() && to.size() < mostNearly; ++r) {
            if (rules.peers(rules.policy(i).rules[egress][r].peers).test(classes.of(peer.index)))
                continue;
            for (const PolicyPeer& one : written[r].peers)
                if (one.kind == PolicyPeer::Kind::pods)
                    if (std::string why = nearly(one.pods, world, world.pods[peer.index]); !why.empty()) {
                        to.push_back({i, direction, r, std::move(why), one.evidence});
                        break;
                    }
        }
    }
}

PortSet Connectivity::decided(std::size_t pod, Direction direction, std::size_t network,
                              const std::function<bool(std::size_t policy, std::size_t rule)>& means) const
{
    PortSet ports;
    if (m_parts->of(pod, network))
        for (const Slice& slice : m_parts->slices(pod, direction, network, means,
                                                  direction == Direction::ingress ? &world().pods[pod].ports : nullptr))
            if (slice.allowed)
                ports |= slice.ports;
    return ports;
}

Explanation Connectivity::explain(End from, End to, std::size_t network) const
{
    Explanation made;
    const bool fromPod = from.kind == End::Kind::pod, toPod = to.kind == End::Kind::pod;
    if (!fromPod && !toPod)
        return made;
    const Decider apart{Decider::Why::networks, 0, 0, {}};
    const auto side = [&](std::size_t pod, Direction direction, End peer) -> std::vector<Slice> {
        if (!m_parts->of(pod, network) || (peer.kind == End::Kind::pod && !m_parts->of(peer.index, network)) ||
            (fromPod && toPod &&
             world().spaces[world().pods[from.index].space].cluster != world().spaces[world().pods[to.index].space].cluster))
            return {{PortSet::everything(), false, apart}};
        const bool egress = direction == Direction::egress;
        const auto asked = [&](std::size_t policy, std::size_t rule) { return means(policy, direction, rule, peer); };
        const std::vector<NamedPort>* destination = !egress                       ? &world().pods[pod].ports
                                                    : peer.kind == End::Kind::pod ? &world().pods[peer.index].ports
                                                                                  : nullptr;
        return m_parts->slices(pod, direction, network, asked, destination);
    };
    made.allowed = PortSet::everything();
    const auto take = [&](std::vector<Slice>& into, std::vector<Slice> slices) {
        PortSet open;
        for (const Slice& slice : slices)
            if (slice.allowed)
                open |= slice.ports;
        made.allowed &= open;
        into = std::move(slices);
    };
    if (fromPod)
        take(made.egress, side(from.index, Direction::egress, to));
    if (toPod)
        take(made.ingress, side(to.index, Direction::ingress, from));
    if (fromPod)
        m_parts->addNearly(from.index, Direction::egress, to, made.nearly);
    if (toPod)
        m_parts->addNearly(to.index, Direction::ingress, from, made.nearly);
    return made;
}

} // namespace bartizan::connectivity
