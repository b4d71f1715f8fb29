// SPDX-License-Identifier: GPL-3.0-or-later
// Kubernetes NetworkPolicy (networking.k8s.io/v1): a pod is open in a direction until a policy that lists the direction
// selects it; then only the union of their rules passes. Whether the network plugin enforces any of it is an assumption.
#include "analysis/layers/layers.h"
#include "analysis/near_miss.h"

namespace bartizan::analysis {
namespace {

constexpr const char* kind = "NetworkPolicy.networking.k8s.io";

struct Direction {
    const char* name; // "ingress"
    bool NetworkPolicyRecord::*listed;
    std::vector<NetworkRule> NetworkPolicyRecord::*rules;
};
constexpr Direction ingress{"ingress", &NetworkPolicyRecord::ingress, &NetworkPolicyRecord::ingressRules};
constexpr Direction egress{"egress", &NetworkPolicyRecord::egress, &NetworkPolicyRecord::egressRules};

bool wholeInternet(const NetworkPeer& peer)
{
    return (peer.cidr == "0.0.0.0/0" || peer.cidr == "::/0") && peer.except.empty();
}
bool everyPod(const NetworkPeer& peer) // of every namespace
{
    return peer.namespaces.empty() && (!peer.pods.present || peer.pods.empty());
}
bool onlyDns(const NetworkRule& rule)
{
    return !rule.anyPort && !rule.ports.empty() && std::all_of(rule.ports.begin(), rule.ports.end(), [](const NetworkPort& p) {
        return p.port == "53" || p.port == "dns" || p.port == "dns-tcp";
    });
}
bool metadataExcluded(const NetworkPeer& peer)
{
    return std::any_of(peer.except.begin(), peer.except.end(),
                       [](const std::string& e) { return e.compare(0, 8, "169.254.") == 0; });
}

std::string nameOf(const Context& context, const NetworkPolicyRecord& policy)
{
    return "policy `" + context.object(policy.object).identity.name + "`";
}

struct Side {
    Facet facet;
    std::vector<NearMiss> nearMisses;
    const NetworkPolicyRecord* open = nullptr; // the policy whose rule opens everything
    Evidence openLine;
    const NetworkPolicyRecord* broadPolicy = nullptr;
    Evidence broadLine;
    bool internet = false, metadata = false;
    Evidence metadataLine;
};

void addNearMisses(const Context& context, WorkloadId id, const Direction& d, std::vector<NearMiss>& misses)
{
    const Workload& w = context.workload(id);
    for (const NetworkPolicyRecord& policy : context.inventory.networkPolicies) {
        const Object& o = context.object(policy.object);
        if (o.identity.ns != w.ns || o.identity.cluster != w.cluster || misses.size() >= 3)
            continue;
        const Attributes& labels = context.facts(id).pods.front()->podLabels;
        if (!o.applied() && o.notApplied != NotApplied::example && matches(policy.pods, labels))
            misses.push_back(
                {nameOf(context, policy) + " would select it, but is not applied: " + o.notAppliedReason, o.evidence});
        else if (const auto nearly = o.applied() && policy.*(d.listed) ? nearlySelected(policy.pods, labels) : std::nullopt)
            misses.push_back({nameOf(context, policy) + ": " + nearly->sentence,
                              policy.pods.evidence.valid() ? policy.pods.evidence : o.evidence});
    }
}

Side judge(const Context& context, WorkloadId id, const Direction& d)
{
    const WorkloadFacts& facts = context.facts(id);
    const std::string ns = context.workload(id).ns;
    Side side;
    side.facet.name = d.name;
    std::size_t whole = 0, some = 0;
    std::vector<std::string> names;
    for (const PolicySelection& selection : facts.policies) {
        const NetworkPolicyRecord& policy = context.inventory.networkPolicies[selection.policy];
        if (!(policy.*(d.listed)))
            continue;
        ++(selection.allPods ? whole : some);
        names.push_back(nameOf(context, policy));
        side.facet.evidence.push_back(policy.policyTypes.valid() ? policy.policyTypes : context.object(policy.object).evidence);
        for (const NetworkRule& rule : policy.*(d.rules)) {
            const bool fromEntry = d.listed == ingress.listed && (!facts.entries.empty() || !facts.gatewayEntries.empty());
            if (rule.anyPeer && rule.anyPort) {
                side.open = &policy;
                side.openLine = rule.evidence;
            } else if (rule.anyPeer && !onlyDns(rule) && !fromEntry) {
                side.broadPolicy = &policy;
                side.broadLine = rule.evidence;
                side.internet = true;
            }
            for (const NetworkPeer& peer : rule.peers) {
                if (onlyDns(rule) || fromEntry)
                    continue;
                if (everyPod(peer) || wholeInternet(peer)) {
                    side.broadPolicy = &policy;
                    side.broadLine = peer.evidence;
                    side.internet = side.internet || wholeInternet(peer);
                }
                if (!side.metadata && !peer.cidr.empty() && peer.cidr.find("/0") != std::string::npos &&
                    !metadataExcluded(peer)) {
                    side.metadata = true;
                    side.metadataLine = peer.evidence;
                }
            }
        }
    }
    Facet& f = side.facet;
    if (whole == 0 && some == 0) {
        addNearMisses(context, id, d, side.nearMisses);
        if (context.wasRead(kind, ns)) {
            f.verdict = Verdict::missing;
            f.reason = std::string("No network policy selects the workload for ") + d.name + ".";
        } else {
            f.verdict = Verdict::unknown;
            f.reason = std::string("No network policy for ") + d.name + " was seen, and not all of this namespace were read.";
        }
    } else if (side.open) {
        f.verdict = Verdict::missing;
        f.reason = capitalised(nameOf(context, *side.open)) + " allows all " + d.name + ".";
        f.evidence = {side.openLine};
    } else if (whole == 0) {
        f.verdict = Verdict::partial;
        f.reason = capitalised(listing(names)) + std::string(" selects only some of its running pods for ") + d.name + ".";
    } else if (side.broadPolicy) {
        f.verdict = Verdict::partial;
        f.reason = capitalised(nameOf(context, *side.broadPolicy)) + " restricts " + d.name + ", but allows " +
                   (side.internet ? "every address." : "every pod of the cluster.");
        f.evidence.insert(f.evidence.begin(), side.broadLine);
    } else {
        f.verdict = Verdict::present;
        f.reason = capitalised(listing(names)) + (names.size() == 1 ? " restricts " : " restrict ") + d.name + ".";
    }
    return side;
}

// Policies written alike open the same direction of a whole namespace: one finding for it.
void raiseOpen(const Context& context, FindingSink& sink, WorkloadId id, const Side& side)
{
    Cause cause = causeAbsence(context, id);
    cause.key += "|" + side.facet.name;
    cause.evidence = side.openLine;
    sink.raise("network-allow-all", std::move(cause), id,
               decided(Verdict::missing, "network-allow-all", capitalised(side.facet.reason), side.openLine),
               "Network policies select {what} and allow all " + side.facet.name + ".");
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
    Side in = judge(context, id, ingress);
    Side out = judge(context, id, egress);
    if (!context.listens(id)) {
        in.facet.verdict = Verdict::notApplicable;
        in.facet.reason = "The workload listens on no port.";
        in.nearMisses.clear();
    }
    const Verdict a = in.facet.verdict, b = out.facet.verdict;
    // Policies of other kinds may restrict what NetworkPolicy leaves open; they are not read.
    const bool gap = a == Verdict::missing || b == Verdict::missing;
    const Object* other =
        gap ? context.anyOfGroups(
                  {"cilium.io", "crd.projectcalico.org", "projectcalico.org", "crd.antrea.io", "policy.networking.k8s.io"}, w.ns)
            : nullptr;
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
    } else if (a == Verdict::notApplicable && b == Verdict::present) {
        verdict =
            decided(Verdict::present, "network-restricted", "It listens on no port, and network policies restrict its way out.");
    } else if ((a == Verdict::missing || a == Verdict::notApplicable) && b == Verdict::missing) {
        const bool open = in.open || out.open;
        verdict = decided(Verdict::missing, open ? RuleId("network-allow-all") : RuleId("network-no-policy"),
                          open ? (in.open ? in.facet.reason + " " + out.facet.reason : out.facet.reason + " " + in.facet.reason)
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
                          in.broadPolicy || !out.internet ? RuleId("network-broad") : RuleId("network-internet-egress"),
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
        verdict.within = context.searched(kind, w.ns);
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

    const std::string ns = w.ns;
    if (verdict.rule == RuleId("network-no-policy").text())
        sink.raiseGap("network-no-policy", causeAbsence(context, id), id, verdict, "No network policy selects {what}.");
    if (verdict.rule == RuleId("network-one-direction").text())
        sink.raiseGap("network-one-direction", causeAbsence(context, id), id, verdict,
                      "Network policies restrict one direction only for {what}.");
    for (const Side* side : {&in, &out}) {
        if (side->open)
            raiseOpen(context, sink, id, *side);
        else if (side->broadPolicy && side->internet && side == &out)
            sink.raiseGap("network-internet-egress", causeObject(context, side->broadPolicy->object, side->broadLine), id,
                          decided(Verdict::partial, "network-internet-egress", side->facet.reason, side->broadLine));
        else if (side->broadPolicy)
            sink.raiseGap("network-broad", causeObject(context, side->broadPolicy->object, side->broadLine), id,
                          decided(Verdict::partial, "network-broad", side->facet.reason, side->broadLine));
    }
    if (out.metadata && out.facet.verdict != Verdict::missing)
        sink.raiseGap(
            "network-metadata-reachable", causeAbsence(context, id), id,
            decided(Verdict::partial, "network-metadata-reachable",
                    "The way out allows every address and does not leave out the cloud's metadata address 169.254.169.254.",
                    out.metadataLine),
            "The way out of {what} allows every address and does not leave out the cloud's metadata address.");
    return verdict;
}

} // namespace bartizan::analysis
