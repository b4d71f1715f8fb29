// SPDX-License-Identifier: GPL-3.0-or-later
// How far policies of all dialects close a workload's ways in and out, as the connectivity engine answers. A direction is
// missing when no policy selects the workload or everything stays allowed for everyone; partial when every pod of the
// cluster or every address is, or not all of its pods are selected; else present. With both directions closed, known calls
// decide whether it is wider than needed (network_need.h). Whether the network plugin enforces any of it is an assumption.
#include "analysis/layers/layers.h"
#include "analysis/layers/network_side.h"
#include "analysis/network_need.h"

namespace bartizan::analysis {
namespace {

// Policies written alike open the same direction of a whole namespace: one finding for it.
void raiseOpen(const Context& context, FindingSink& sink, WorkloadId id, const NetworkSide& side)
{
    Cause cause = causeAbsence(context, id);
    cause.key += "|" + side.facet.name;
    cause.evidence = side.openLine;
    sink.raise("network-allow-all", std::move(cause), id,
               decided(Verdict::missing, "network-allow-all", capitalised(side.facet.reason), side.openLine),
               "Network policies select {what} and allow all " + side.facet.name + ".");
}

void raiseSurplus(const Context& context, FindingSink& sink, WorkloadId id, const NetworkSide& side, const LayerVerdict& verdict)
{
    const ObjectId policy = context.reach->engine().world().policies[side.policies.front()].record.object;
    sink.raiseGap("network-surplus", causeObject(context, policy), id, verdict);
}

// Both directions are closed: are they narrow, as far as calls are known?
void judgeNeed(const Context& context, WorkloadId id, LayerVerdict& verdict)
{
    std::string wide;
    for (const NeededWay way : {NeededWay::in, NeededWay::out})
        if (const auto sentence = surplus(context, id, way))
            wide += (wide.empty() ? "" : " ") + *sentence;
    if (!wide.empty())
        verdict = decided(Verdict::partial, "network-surplus", std::move(wide));
    else if (const auto calls = onlyNeeded(context, id))
        verdict.reason += " They let through no workloads but those that " + *calls + " need.";
}

} // namespace

LayerVerdict decideNetwork(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    if (facts.pods.front()->pod.hostNetwork.value) {
        LayerVerdict verdict = decided(Verdict::missing, "network-host-network",
                                       "The pod uses its node's own network: network policies do not apply to it.",
                                       facts.pods.front()->pod.hostNetwork.evidence);
        sink.raiseGap("network-host-network", causeObject(context, w.object, verdict.evidence.front()), id, verdict);
        return verdict;
    }
    NetworkSide in = judgeNetworkSide(context, id, Direction::ingress);
    NetworkSide out = judgeNetworkSide(context, id, Direction::egress);
    if (!context.listens(id)) {
        in.facet.verdict = Verdict::notApplicable;
        in.facet.reason = "The workload listens on no port.";
        in.nearMisses.clear();
    }
    const Verdict a = in.facet.verdict, b = out.facet.verdict;
    // Policies of other kinds may restrict what those that are read leave open.
    const bool gap = a == Verdict::missing || b == Verdict::missing;
    const Object* other = gap ? context.reach->unread(context, id) : nullptr;
    LayerVerdict verdict;
    if (other && !in.open && !out.open) {
        verdict = decided(Verdict::unknown, "network-unknown",
                          "No NetworkPolicy restricts it, but policies of kind " + other->identity.kind +
                              " are in the input, which are not read.",
                          other->evidence);
        for (Facet* f : {&in.facet, &out.facet})
            if (f->verdict == Verdict::missing)
                f->verdict = Verdict::unknown;
    } else if (a == Verdict::present && b == Verdict::present) {
        verdict = decided(Verdict::present, "network-restricted", "Network policies restrict both directions.");
        judgeNeed(context, id, verdict);
    } else if (a == Verdict::notApplicable && b == Verdict::present) {
        verdict =
            decided(Verdict::present, "network-restricted", "It listens on no port, and network policies restrict its way out.");
        judgeNeed(context, id, verdict);
    } else if ((a == Verdict::missing || a == Verdict::notApplicable) && b == Verdict::missing) {
        const bool open = in.open || out.open;
        verdict = decided(Verdict::missing, open ? RuleId("network-allow-all") : RuleId("network-no-policy"),
                          open ? (in.open ? in.facet.reason + " " + out.facet.reason : out.facet.reason + " " + in.facet.reason)
                          : in.unclosed || out.unclosed ? in.facet.reason + " " + out.facet.reason
                                                        : "No network policy selects the workload.");
    } else if (a == Verdict::unknown && b == Verdict::unknown) {
        verdict =
            decided(Verdict::unknown, "network-unknown", "No network policy was seen, and not all of this namespace were read.");
        verdict.settledBy.push_back(
            {"the network policies of namespace " + w.ns, "kubectl get networkpolicies -n " + w.ns + " -o yaml"});
    } else if (a == Verdict::missing || b == Verdict::missing) {
        const bool open = in.open || out.open;
        verdict = decided(Verdict::partial, open ? RuleId("network-allow-all") : RuleId("network-one-direction"),
                          in.facet.reason + " " + out.facet.reason);
    } else if (a == Verdict::unknown || b == Verdict::unknown) {
        verdict = decided(Verdict::unknown, "network-unknown", in.facet.reason + " " + out.facet.reason);
        verdict.settledBy.push_back(
            {"the network policies of namespace " + w.ns, "kubectl get networkpolicies -n " + w.ns + " -o yaml"});
    } else {
        verdict = decided(Verdict::partial,
                          in.broadPolicy.valid() || !out.internet ? RuleId("network-broad") : RuleId("network-internet-egress"),
                          (a == Verdict::partial ? in.facet.reason : out.facet.reason) +
                              (a == Verdict::partial && b == Verdict::partial ? " " + out.facet.reason : ""));
    }
    verdict.evidence.insert(verdict.evidence.end(), in.facet.evidence.begin(), in.facet.evidence.end());
    verdict.evidence.insert(verdict.evidence.end(), out.facet.evidence.begin(), out.facet.evidence.end());
    verdict.nearMisses = in.nearMisses;
    for (const NearMiss& m : out.nearMisses)
        if (std::none_of(verdict.nearMisses.begin(), verdict.nearMisses.end(),
                         [&](const NearMiss& n) { return n.sentence == m.sentence; }))
            verdict.nearMisses.push_back(m);
    if (gap)
        verdict.within = context.searched(networkPolicyKind, w.ns);
    if (verdict.verdict == Verdict::present || verdict.verdict == Verdict::partial) {
        verdict.assumptions.emplace_back("cni-enforces");
        if (const Workload* plugin = context.nonEnforcingPlugin()) {
            verdict.verdict = Verdict::missing;
            verdict.rule = RuleId("network-not-enforced").text();
            verdict.reason =
                "Network policies are written, but the cluster's network plugin (" + plugin->name + ") does not enforce them.";
            verdict.evidence.insert(verdict.evidence.begin(), plugin->evidence);
            sink.raise("network-not-enforced", causeObject(context, plugin->object), id, verdict,
                       "Policies are written for {what}, but the cluster's network plugin does not enforce them.");
        }
    }
    verdict.facets = {in.facet, out.facet};

    if (verdict.rule == RuleId("network-surplus").text())
        raiseSurplus(context, sink, id, surplus(context, id, NeededWay::in) ? in : out, verdict);
    if (verdict.rule == RuleId("network-no-policy").text())
        sink.raiseGap("network-no-policy", causeAbsence(context, id), id, verdict,
                      in.unclosed || out.unclosed ? "No network policy closes a direction of {what}."
                                                  : "No network policy selects {what}.");
    if (verdict.rule == RuleId("network-one-direction").text())
        sink.raiseGap("network-one-direction", causeAbsence(context, id), id, verdict,
                      "Network policies restrict one direction only for {what}.");
    for (const NetworkSide* side : {&in, &out}) {
        if (side->open)
            raiseOpen(context, sink, id, *side);
        else if (side->broadPolicy.valid() && side->internet && side == &out)
            sink.raiseGap("network-internet-egress", causeObject(context, side->broadPolicy, side->broadLine), id,
                          decided(Verdict::partial, "network-internet-egress", side->facet.reason, side->broadLine));
        else if (side->broadPolicy.valid())
            sink.raiseGap("network-broad", causeObject(context, side->broadPolicy, side->broadLine), id,
                          decided(Verdict::partial, "network-broad", side->facet.reason, side->broadLine));
    }
    if (out.metadata && out.facet.verdict != Verdict::missing)
        sink.raiseGap(
            "network-metadata-reachable", causeAbsence(context, id), id,
            decided(Verdict::partial, "network-metadata-reachable",
                    out.internet
                        ? "The way out allows every address and does not leave out the cloud's metadata address 169.254.169.254."
                        : "The way out allows the cloud's metadata address 169.254.169.254.",
                    out.metadataLine),
            out.internet ? "The way out of {what} allows every address and does not leave out the cloud's metadata address."
                         : "The way out of {what} allows the cloud's metadata address.");
    return verdict;
}

} // namespace bartizan::analysis
