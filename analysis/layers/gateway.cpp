// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/access.h"
#include "analysis/layers/layers.h"

namespace bartizan::analysis {
namespace {

constexpr const char* waysRead[] = {"Service", "Ingress.networking.k8s.io"};

bool allWaysRead(const Context& context, const std::string& ns)
{
    for (const char* kind : waysRead)
        if (!context.wasRead(kind, ns))
            return false;
    return context.wasRead("HTTPRoute.gateway.networking.k8s.io", ns) || context.wasRead("Gateway.gateway.networking.k8s.io", ns);
}

RuleId ruleOf(const Entry& entry)
{
    if (entry.kind == "nodePort")
        return "gateway-node-port";
    if (entry.kind == "hostPort")
        return "gateway-host-port";
    if (entry.kind == "hostNetwork")
        return "gateway-host-network";
    if (entry.kind == "externalIp")
        return "gateway-external-ip";
    if (entry.kind == "tunnel")
        return "gateway-tunnel";
    return "gateway-load-balancer";
}

std::string wayOf(const Context& context, const Entry& entry)
{
    const std::string object = entry.object.valid() ? displayName(context.object(entry.object).identity) : entry.id;
    if (entry.kind == "nodePort")
        return object + (entry.port == 0 ? " opens a port" : " opens port " + std::to_string(entry.port)) + " of every node";
    if (entry.kind == "hostPort")
        return object + " takes port " + std::to_string(entry.port) + " of its node";
    if (entry.kind == "hostNetwork")
        return object + " listens on its node's own network";
    if (entry.kind == "externalIp")
        return object + " answers on external addresses";
    if (entry.kind == "tunnel")
        return "A tunnel agent opens a way in that needs no Service: it leads";
    return object + " is a load balancer";
}

bool adminPort(const Context& context, const Entry& entry)
{
    if (!entry.service.valid())
        return false;
    const auto inner = [](const ServicePortUse& port) {
        for (const char* word : {"admin", "metrics", "debug", "management", "actuator", "pprof", "telemetry"})
            if (port.name.find(word) != std::string::npos)
                return true;
        return false;
    };
    const std::vector<ServicePortUse>& ports = context.architecture.service(entry.service).ports;
    if (std::all_of(ports.begin(), ports.end(), inner))
        return false; // a Service of such ports alone: they are what it is for
    return std::any_of(ports.begin(), ports.end(), [&](const ServicePortUse& port) {
        return (port.port == entry.port || (port.nodePort != 0 && port.nodePort == entry.port)) && inner(port);
    });
}

LayerVerdict behindRoutes(const Context& context, const WorkloadFacts& facts)
{
    LayerVerdict verdict = decided(Verdict::present, "gateway-in-front", "");
    std::vector<std::string> names;
    std::size_t shown = 0;
    for (const RouteUse& use : facts.routes) {
        const Route& route = context.architecture.routes[use.route.pos()];
        verdict.evidence.push_back(route.evidence);
        const Gateway* gateway = route.gateway.valid() ? &context.architecture.gateways[route.gateway.pos()] : nullptr;
        const bool programmed = gateway && gateway->programmed && *gateway->programmed;
        const bool known =
            (route.accepted && *route.accepted && gateway && (gateway->controllerInInput || programmed)) || programmed;
        if (gateway && gateway->programmed && !*gateway->programmed) {
            verdict.verdict = Verdict::unknown;
            verdict.rule = RuleId("gateway-unknown").text();
            verdict.reason = "The gateway " + gateway->id + " is not programmed: its status says so.";
            return verdict;
        }
        if (gateway && gateway->waiting.valid() && !known) {
            verdict.verdict = Verdict::unknown;
            verdict.rule = RuleId("gateway-unknown").text();
            verdict.reason =
                "Routes lead here; the status of the gateway " + gateway->id + " says that no controller has taken it up yet.";
            verdict.evidence.push_back(gateway->waiting);
            return verdict;
        }
        if (!known) {
            verdict.verdict = Verdict::unknown;
            verdict.rule = RuleId("gateway-unknown").text();
            verdict.reason =
                "Routes lead here; whether a gateway serves them cannot be told: " +
                (gateway && !gateway->unknownBecause.empty() ? gateway->unknownBecause : "the controller is not in the input") +
                ".";
            verdict.settledBy.push_back({"the gateway's class, controller and status",
                                         "kubectl get ingressclasses,gatewayclasses,gateways,pods -A -o yaml"});
            return verdict;
        }
        shown += gateway && gateway->controllerInInput ? 1 : 0;
        addUnique(names, gateway->id);
    }
    verdict.basis = shown > 0 ? Basis::runningState : Basis::configuration;
    verdict.reason = "Every way in from outside ends at a gateway first: " + listing(names) + ".";
    return verdict;
}

// What stands on the routes to the workload that a way in without them misses: "the check at oauth2-proxy", "" = nothing.
std::string missedOn(const Context& context, WorkloadId id, EntryId entry)
{
    if (checkOnEntry(context, entry, id).answer == AuthAnswer::checkedAt)
        return "";
    const auto holds = [](const LayerVerdict& v) { return v.verdict == Verdict::present || v.verdict == Verdict::partial; };
    std::string weaker;
    for (const RouteUse& use : context.facts(id).routes) {
        const RoutePosture& posture = context.routes[use.route.pos()];
        if (posture.answer == AuthAnswer::checkedAt)
            return "the check at " + posture.checkedAt;
        if (weaker.empty() && holds(posture.authorization))
            weaker = "the rule that names who may call";
        if (weaker.empty() && holds(posture.abuse))
            weaker = "the limit on how often a client may ask";
    }
    return weaker;
}

} // namespace

LayerVerdict decideGateway(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    const bool isGateway = w.role == WorkloadRole::gateway || !facts.gatewayEntries.empty();
    if (isGateway)
        return decided(Verdict::notApplicable, "gateway-is-gateway", "The workload is the gateway.",
                       w.productEvidence.valid() ? w.productEvidence : w.evidence);
    if (!facts.entries.empty()) {
        const Entry& first = context.architecture.entries[facts.entries.front().pos()];
        LayerVerdict verdict =
            decided(Verdict::missing, ruleOf(first), wayOf(context, first) + " straight to this workload, which is no gateway.");
        verdict.within = "the entries that end at its ports";
        verdict.assumptions.emplace_back("nothing-in-front");
        for (EntryId e : facts.entries) {
            const Entry& entry = context.architecture.entries[e.pos()];
            verdict.evidence.push_back(entry.evidence);
            LayerVerdict one =
                decided(Verdict::missing, ruleOf(entry),
                        wayOf(context, entry) + " straight to this workload, which is no gateway.", entry.evidence);
            const Cause cause = causeObject(context, entry.object.valid() ? entry.object : w.object, entry.evidence);
            // One cause, one finding: a way round a protected one says more than a way without a gateway.
            const std::string missed = missedOn(context, id, e);
            if (missed.empty())
                sink.raiseGap(ruleOf(entry), cause, id, one);
            else
                sink.raise(
                    "gateway-way-round", cause, id,
                    decided(Verdict::missing, "gateway-way-round",
                            wayOf(context, entry) + " and goes round the gateway, where other requests pass " + missed + ".",
                            entry.evidence));
            if (adminPort(context, entry))
                sink.raise("gateway-admin-port", cause, id,
                           decided(Verdict::missing, "gateway-admin-port",
                                   "An inner port (" + std::to_string(entry.port) + ") is published beside the service's own.",
                                   entry.evidence));
        }
        return verdict;
    }
    if (!facts.routes.empty())
        return behindRoutes(context, facts);
    if (!context.listens(id))
        return decided(Verdict::notApplicable, "gateway-no-way-in", "The workload listens on no port.", w.evidence);
    if (allWaysRead(context, w.ns)) {
        LayerVerdict verdict =
            decided(Verdict::notApplicable, "gateway-no-way-in", "No way in from outside the cluster leads here.");
        verdict.within = context.searched("Service", "*");
        return verdict;
    }
    LayerVerdict verdict =
        decided(Verdict::unknown, "gateway-unknown", "No way in was seen, but not every kind that can make one was read.");
    verdict.settledBy.push_back(
        {"Services, Ingresses and Gateways of every namespace", "kubectl get services,ingresses,gateways,httproutes -A -o yaml"});
    return verdict;
}

} // namespace bartizan::analysis
