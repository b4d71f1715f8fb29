// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cut_off.h"

#include "analysis/connectivity/answers.h"
#include "analysis/near_miss.h"
#include "analysis/network_reach.h"
#include "analysis/verdicts.h"

#include <set>

namespace bartizan::analysis {
namespace {

using connectivity::Connectivity;
using connectivity::Decider;
using connectivity::End;
using connectivity::Explanation;
using connectivity::Policy;
using connectivity::Protocol;
using connectivity::Slice;

struct Denial {
    ObjectId policy;
    Evidence line;
    bool out = false; // at the source's way out
};

std::optional<Denial> denialIn(const Context& context, const std::vector<Slice>& slices, bool out, const PortSet& ports)
{
    const std::vector<Policy>& policies = context.reach->engine().world().policies;
    for (const Slice& slice : slices) {
        if (slice.allowed || (slice.ports & ports).empty())
            continue;
        const bool rule = slice.by.why == Decider::Why::rule;
        if (!rule && (slice.by.why != Decider::Why::noRule || slice.by.policies.empty()))
            continue;
        const Policy& policy = policies[rule ? slice.by.policy : slice.by.policies.front()];
        const auto& rules = out ? policy.record.egressRules : policy.record.ingressRules;
        const Evidence& whole = context.object(policy.record.object).evidence;
        const bool line = rule && slice.by.rule < rules.size() && rules[slice.by.rule].evidence.valid();
        return Denial{policy.record.object, line ? rules[slice.by.rule].evidence : whole, out};
    }
    return std::nullopt;
}

std::optional<Denial> denialOf(const Context& context, std::size_t from, std::size_t to, const PortSet& ports)
{
    const Connectivity& engine = context.reach->engine();
    const End source{End::Kind::pod, from}, destination{End::Kind::pod, to};
    const auto network = engine.sharedNetwork(source, destination);
    if (!network)
        return std::nullopt;
    const Explanation explanation = engine.explain(source, destination, *network);
    if (auto denial = denialIn(context, explanation.egress, true, ports))
        return denial;
    return denialIn(context, explanation.ingress, false, ports);
}

std::string policyText(const Context& context, const Denial& denial)
{
    return "policy `" + context.object(denial.policy).identity.name + "`";
}

std::string nameOf(const Workload& w)
{
    return w.id.substr(0, w.id.rfind('['));
}

PortSet portsOf(const Context& context, const Call& call)
{
    PortSet ports;
    for (const CallPort& port : call.ports) {
        std::uint32_t number = 0;
        const auto protocol = connectivity::protocolOf(port.protocol);
        if (protocol && context.portOf(call.to.workload, port.port, number) && number <= 65535)
            ports |= PortSet::of(*protocol, {number, number});
    }
    return ports;
}

void cutOffCalls(const Context& context, FindingSink& sink)
{
    const NetworkReach& reach = *context.reach;
    for (const Call& call : context.architecture.calls) {
        if (context.stopped())
            return;
        if (call.kind == CallKind::latent || call.from.kind != Peer::Kind::workload || call.to.kind != Peer::Kind::workload ||
            call.from.workload == call.to.workload || reach.onNode(call.from.workload) || reach.onNode(call.to.workload))
            continue;
        const PortSet ports = portsOf(context, call);
        if (ports.empty() || !(reach.allowed(call.from.workload, call.to.workload) & ports).empty())
            continue;
        const auto denial = denialOf(context, call.from.workload.pos(), call.to.workload.pos(), ports);
        if (!denial)
            continue;
        const std::string policy = policyText(context, *denial);
        Raise raise{"network-cuts-off-call",
                    causeObject(context, denial->policy, denial->line),
                    "It calls " + nameOf(context.workload(call.to.workload)) + " on " + toText(ports) + " (" + toWord(call.kind) +
                        " call), and " + policy + " does not let it " + (denial->out ? "out" : "in") +
                        " where policies are enforced.",
                    capitalised(policy) + " cuts off calls of {what} where policies are enforced.",
                    call.from.workload,
                    "",
                    {},
                    {},
                    ""};
        if (!call.evidence.empty())
            raise.evidence.push_back(call.evidence.front());
        raise.evidence.push_back(denial->line);
        sink.raise(std::move(raise));
    }
}

void raiseBlocked(const Context& context, FindingSink& sink, const Denial& denial, WorkloadId to, const std::string& object,
                  const Evidence& evidence, const PortSet& ports)
{
    const std::string policy = policyText(context, denial);
    sink.raise({"network-blocks-entry",
                causeObject(context, denial.policy, denial.line),
                object + " leads to it on " + toText(ports) + ", and " + policy + " does not let the gateway " +
                    (denial.out ? "out" : "in") + " where policies are enforced.",
                capitalised(policy) + " cuts off the gateway from {what} where policies are enforced.",
                to,
                "",
                {evidence, denial.line},
                {},
                ""});
}

// Does this peer name pods of namespaces whose pods are in the input? Only then is it no gateway from elsewhere.
bool namesKnownPods(const std::set<std::size_t>& inhabited, const connectivity::World& world, const PolicyPeer& peer)
{
    if (peer.kind == PolicyPeer::Kind::hostNames)
        return true;
    if (peer.kind != PolicyPeer::Kind::pods)
        return false;
    return !peer.pods.ns.empty() || std::any_of(inhabited.begin(), inhabited.end(), [&](std::size_t space) {
        return peer.pods.namespaces.present && matches(peer.pods.namespaces, world.spaces[space].labels);
    });
}

// Routes whose gateway is not among the workloads. A rule that may mean it, wherever it runs, leaves the question open.
void blockedFromElsewhere(const Context& context, FindingSink& sink)
{
    const NetworkReach& reach = *context.reach;
    const Connectivity& engine = reach.engine();
    const connectivity::World& world = engine.world();
    std::set<std::size_t> inhabited;
    std::map<std::string, std::size_t> controllers; // by cluster
    for (std::size_t i = 0; i < world.pods.size(); ++i)
        if (!world.pods[i].imagined)
            inhabited.insert(world.pods[i].space);
        else if (!world.pods[i].standsFor)
            controllers[world.spaces[world.pods[i].space].cluster] = i;
    for (const connectivity::Entrance& entrance : connectivity::entrancesOf(context.model)) {
        if (context.stopped())
            return;
        const WorkloadId to{entrance.pod};
        const auto controller = controllers.find(context.workload(to).cluster);
        const std::size_t network = reach.networkOf(entrance.pod);
        if (controller == controllers.end() || reach.onNode(to) || network != 0)
            continue;
        const End source{End::Kind::pod, controller->second};
        const auto letsIn = [&](std::size_t pod) {
            return !(engine.decided(pod, Direction::ingress, source, network) & entrance.ports).empty();
        };
        if (std::any_of(reach.pods(to).begin(), reach.pods(to).end(), letsIn))
            continue;
        bool known = true;
        for (const std::size_t i : engine.selecting(entrance.pod, Direction::ingress, network))
            for (const PolicyRuleRecord& rule : world.policies[i].record.ingressRules)
                for (const PolicyPeer& peer : rule.peers)
                    known = known && (rule.action != PolicyRuleRecord::Action::allow || namesKnownPods(inhabited, world, peer));
        if (!known)
            continue;
        const Explanation explanation = engine.explain(source, {End::Kind::pod, entrance.pod}, network);
        if (const auto denial = denialIn(context, explanation.ingress, false, entrance.ports))
            raiseBlocked(context, sink, *denial, to, entrance.object, entrance.evidence, entrance.ports);
    }
}

void blockedGateways(const Context& context, FindingSink& sink)
{
    const NetworkReach& reach = *context.reach;
    for (const Route& route : context.architecture.routes) {
        if (context.stopped())
            return;
        if (!route.gateway.valid() || route.redirectsAway || (route.accepted && !*route.accepted))
            continue;
        const std::vector<WorkloadId>& gateways = context.architecture.gateways[route.gateway.pos()].workloads;
        if (gateways.empty())
            continue;
        for (const RouteBackend& backend : route.backends) {
            PortSet ports;
            for (const std::uint32_t port : backend.targets)
                ports |= PortSet::of(Protocol::tcp, {port, port});
            for (const WorkloadId to : backend.workloads) {
                const auto passes = [&](WorkloadId gateway) {
                    return gateway == to || reach.onNode(gateway) || !(reach.allowed(gateway, to) & ports).empty();
                };
                if (ports.empty() || reach.onNode(to) || std::any_of(gateways.begin(), gateways.end(), passes))
                    continue;
                if (const auto denial = denialOf(context, gateways.front().pos(), to.pos(), ports))
                    raiseBlocked(context, sink, *denial, to,
                                 displayName(context.object(context.inventory.routes[route.record].object).identity),
                                 route.evidence, ports);
            }
        }
    }
}

} // namespace

void raiseCutOff(const Context& context, FindingSink& sink)
{
    if (context.nonEnforcingPlugin())
        return; // nothing is cut off
    cutOffCalls(context, sink);
    blockedFromElsewhere(context, sink);
    blockedGateways(context, sink);
}

void raiseIdlePolicies(const Context& context, FindingSink& sink)
{
    const Connectivity& engine = context.reach->engine();
    std::set<std::size_t> selecting;
    std::map<std::pair<std::string, std::string>, std::vector<WorkloadId>> byNamespace;
    for (std::size_t i = 0; i < context.architecture.workloads.size() && !context.stopped(); ++i) {
        const Workload& w = context.architecture.workloads[i];
        byNamespace[{w.cluster, w.ns}].push_back(WorkloadId{i});
        for (const std::size_t pod : context.reach->pods(WorkloadId{i}))
            for (std::size_t network = 0; network < engine.world().networks.size(); ++network)
                for (const Direction direction : {Direction::ingress, Direction::egress})
                    for (const std::size_t policy : engine.selecting(pod, direction, network))
                        selecting.insert(policy);
    }
    const std::vector<Policy>& policies = engine.world().policies;
    for (std::size_t i = 0; i < policies.size() && !context.stopped(); ++i) {
        const Policy& policy = policies[i];
        const Object& object = context.object(policy.record.object);
        const auto here = byNamespace.find({policy.cluster, policy.ns});
        if (object.identity.kind == "NetworkPolicy" && object.identity.group == "networking.k8s.io")
            continue;
        if (selecting.count(i) > 0 || here == byNamespace.end() || !(policy.record.ingress || policy.record.egress))
            continue;
        std::vector<NearMiss> misses;
        bool running = false;
        for (const WorkloadId id : here->second) {
            running = running || context.facts(id).running;
            if (const auto nearly = nearlySelected(policy.record.selects.pods, context.facts(id).pods.front()->podLabels);
                nearly && misses.size() < 3)
                misses.push_back({nearly->sentence, nearly->label});
        }
        // As with NetworkPolicy: in manifests alone, pods may come from an operator.
        if (!running && misses.empty())
            continue;
        const std::string count = counted(here->second.size(), "workload", "workloads");
        sink.raise({"network-selects-nothing",
                    causeObject(context, policy.record.object),
                    policy.name + " selects none of the " + count + " of " + policy.ns + " in the input.",
                    "",
                    {},
                    policy.ns + "/" + object.identity.name,
                    {object.evidence},
                    misses,
                    counted(here->second.size(), "workload of its namespace", "workloads of its namespace")});
    }
}

} // namespace bartizan::analysis
