// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/layers/network_side.h"

#include "analysis/near_miss.h"
#include "analysis/verdicts.h"

#include <functional>

namespace bartizan::analysis {
namespace {

using connectivity::Policy;
using connectivity::Protocol;
using Action = PolicyRuleRecord::Action;

const std::vector<PolicyRuleRecord>& rulesOf(const Policy& policy, Direction direction)
{
    return direction == Direction::ingress ? policy.record.ingressRules : policy.record.egressRules;
}

struct Line { // of a rule, or of the peer in it that matters
    ObjectId policy;
    Evidence evidence;
};

// The last allowing rule that passes the test; of it the peer that does, if one alone does.
std::optional<Line> lastLine(const Context& context, const NetworkSide& side, Direction direction,
                             const std::function<bool(const PolicyRuleRecord&)>& ruleFits,
                             const std::function<bool(const PolicyPeer&)>& peerFits)
{
    std::optional<Line> line;
    for (const std::size_t i : side.policies) {
        const Policy& policy = context.reach->engine().world().policies[i];
        for (const PolicyRuleRecord& rule : rulesOf(policy, direction)) {
            if (rule.action != Action::allow || !ruleFits(rule))
                continue;
            if (rule.anyPeer)
                line = {policy.record.object, rule.evidence};
            for (const PolicyPeer& peer : rule.peers)
                if (peer.kind == PolicyPeer::Kind::everyone || peerFits(peer))
                    line = {policy.record.object, peer.evidence.valid() ? peer.evidence : rule.evidence};
        }
    }
    return line;
}

bool onlyDns(const PolicyRuleRecord& rule)
{
    return !rule.anyPort && !rule.ports.empty() && std::all_of(rule.ports.begin(), rule.ports.end(), [](const PolicyPorts& p) {
        return (p.first == 53 && p.last == 53) || p.name == "dns" || p.name == "dns-tcp";
    });
}

bool isWhole(const PolicyPeer::Block& block)
{
    return (block.cidr == "0.0.0.0/0" || block.cidr == "::/0") && block.except.empty();
}
bool wholeInternet(const PolicyPeer& peer)
{
    return peer.kind == PolicyPeer::Kind::addresses && std::any_of(peer.blocks.begin(), peer.blocks.end(), isWhole);
}

bool holdsMetadata(const PolicyPeer& peer)
{
    const auto address = connectivity::blockOf("169.254.169.254");
    return peer.kind == PolicyPeer::Kind::addresses &&
           std::any_of(peer.blocks.begin(), peer.blocks.end(), [&](const PolicyPeer::Block& block) {
               const auto range = connectivity::blockOf(block.cidr);
               return range && range->first <= address->first && address->last <= range->last;
           });
}

const NetworkPolicyRecord* recordOf(const Context& context, WorkloadId id, ObjectId object)
{
    for (const PolicySelection& selection : context.facts(id).policies)
        if (context.inventory.networkPolicies[selection.policy].object == object)
            return &context.inventory.networkPolicies[selection.policy];
    return nullptr;
}

void addNearMisses(const Context& context, WorkloadId id, Direction d, std::vector<NearMiss>& misses)
{
    const Workload& w = context.workload(id);
    for (const NetworkPolicyRecord& policy : context.inventory.networkPolicies) {
        const Object& o = context.object(policy.object);
        if (o.identity.ns != w.ns || o.identity.cluster != w.cluster || misses.size() >= 3)
            continue;
        const Attributes& labels = context.facts(id).pods.front()->podLabels;
        const bool listed = d == Direction::ingress ? policy.ingress : policy.egress;
        if (!o.applied() && o.notApplied != NotApplied::example && matches(policy.pods, labels))
            misses.push_back(
                {policyName(context, policy.object) + " would select it, but is not applied: " + o.notAppliedReason, o.evidence});
        else if (const auto nearly = o.applied() && listed ? nearlySelected(policy.pods, labels) : std::nullopt)
            misses.push_back({policyName(context, policy.object) + ": " + nearly->sentence,
                              policy.pods.evidence.valid() ? policy.pods.evidence : o.evidence});
    }
}

void judgeUnselected(const Context& context, WorkloadId id, Direction d, NetworkSide& side)
{
    addNearMisses(context, id, d, side.nearMisses);
    Facet& f = side.facet;
    if (context.wasRead(networkPolicyKind, context.workload(id).ns)) {
        f.verdict = Verdict::missing;
        f.reason = std::string("No network policy selects the workload for ") + f.name + ".";
    } else {
        f.verdict = Verdict::unknown;
        f.reason = std::string("No network policy for ") + f.name + " was seen, and not all of this namespace were read.";
    }
}

// What is open to everyone, beyond the port of DNS and what an entry takes from outside.
void findBroad(const Context& context, WorkloadId id, Direction d, const Wide& wide, NetworkSide& side)
{
    const WorkloadFacts& facts = context.facts(id);
    if (d == Direction::ingress && (!facts.entries.empty() || !facts.gatewayEntries.empty()))
        return;
    const PortSet ports = (d == Direction::ingress ? context.reach->listening(id) : PortSet::everything()) - dnsPorts();
    side.internet = !(wide.everyV4 & ports).empty() || !(wide.everyV6 & ports).empty();
    if (!side.internet && (wide.anyPod & ports).empty())
        return;
    const auto fits = [](const PolicyRuleRecord& rule) { return !onlyDns(rule); };
    auto line = side.internet ? lastLine(context, side, d, fits, wholeInternet) : lastLine(context, side, d, fits, isUniversal);
    if (!line) // several blocks together, or what policies leave open
        line = lastLine(context, side, d, fits,
                        [&](const PolicyPeer& peer) { return side.internet == (peer.kind == PolicyPeer::Kind::addresses); });
    const Policy& first = context.reach->engine().world().policies[side.policies.front()];
    side.broadPolicy = line ? line->policy : first.record.object;
    side.broadLine = line ? line->evidence : context.object(first.record.object).evidence;
}

void findMetadata(const Context& context, const Wide& wide, NetworkSide& side)
{
    const PortSet http = PortSet::of(Protocol::tcp, {80, 80}); // where AWS, Azure and Google Cloud answer
    side.metadata = wide.metadata.contains(http);
    if (!side.metadata)
        return;
    const auto any = [](const PolicyRuleRecord& rule) { return !onlyDns(rule); };
    if (const auto line = lastLine(context, side, Direction::egress, any, holdsMetadata))
        side.metadataLine = line->evidence;
    else
        side.metadataLine = side.facet.evidence.front();
}

} // namespace

std::string policyName(const Context& context, ObjectId policy)
{
    return "policy `" + context.object(policy).identity.name + "`";
}

NetworkSide judgeNetworkSide(const Context& context, WorkloadId id, Direction d)
{
    const NetworkReach& reach = *context.reach;
    const connectivity::Connectivity& engine = reach.engine();
    const std::vector<Policy>& policies = engine.world().policies;
    NetworkSide side;
    Facet& f = side.facet;
    f.name = connectivity::toWord(d);
    std::optional<std::size_t> selected; // the first pod that policies select
    std::size_t left = 0;
    for (const std::size_t pod : reach.pods(id)) {
        if (!engine.selected(pod, d, reach.networkOf(pod))) {
            ++left;
            continue;
        }
        selected = selected.value_or(pod);
        for (const std::size_t policy : engine.selecting(pod, d, reach.networkOf(pod)))
            if (std::find(side.policies.begin(), side.policies.end(), policy) == side.policies.end())
                side.policies.push_back(policy);
    }
    if (!selected) {
        judgeUnselected(context, id, d, side);
        return side;
    }
    std::sort(side.policies.begin(), side.policies.end(),
              [&](std::size_t a, std::size_t b) { return policies[a].record.object < policies[b].record.object; });
    std::vector<std::string> names;
    bool refuses = false;
    for (const std::size_t i : side.policies) {
        const ObjectId object = policies[i].record.object;
        names.push_back(policyName(context, object));
        const NetworkPolicyRecord* record = recordOf(context, id, object);
        f.evidence.push_back(record && record->policyTypes.valid() ? record->policyTypes : context.object(object).evidence);
        for (const PolicyRuleRecord& rule : rulesOf(policies[i], d))
            refuses = refuses || rule.action == Action::deny;
    }
    const Wide& wide = reach.wide(*selected, d);
    const auto openLine =
        wide.everyone ? lastLine(
                            context, side, d, [](const PolicyRuleRecord& rule) { return rule.anyPort && rule.notPorts.empty(); },
                            [](const PolicyPeer& peer) { return isUniversal(peer) || wholeInternet(peer); })
                      : std::nullopt;
    if (!openLine || refuses)
        findBroad(context, id, d, wide, side);
    if (d == Direction::egress)
        findMetadata(context, wide, side);
    if (openLine && !refuses) {
        side.open = true;
        side.openLine = openLine->evidence;
        f.verdict = Verdict::missing;
        f.reason = capitalised(policyName(context, openLine->policy)) + " allows all " + f.name + ".";
        f.evidence = {side.openLine};
    } else if (wide.everyone && !refuses) {
        side.unclosed = true;
        side.broadPolicy = {};
        f.verdict = Verdict::missing;
        f.reason = capitalised(listing(names)) + std::string(names.size() == 1 ? " selects" : " select") + " the workload for " +
                   f.name + ", but what is not mentioned stays open.";
    } else if (left > 0) {
        f.verdict = Verdict::partial;
        f.reason = capitalised(listing(names)) + std::string(" selects only some of its running pods for ") + f.name + ".";
    } else if (side.broadPolicy.valid()) {
        f.verdict = Verdict::partial;
        f.reason = capitalised(policyName(context, side.broadPolicy)) + " restricts " + f.name + ", but allows " +
                   (side.internet ? "every address." : "every pod of the cluster.");
        f.evidence.insert(f.evidence.begin(), side.broadLine);
    } else {
        f.verdict = Verdict::present;
        f.reason = capitalised(listing(names)) + (names.size() == 1 ? " restricts " : " restrict ") + f.name + ".";
    }
    return side;
}

} // namespace bartizan::analysis
