// SPDX-License-Identifier: GPL-3.0-or-later
// Two questions (layers.md, "Authentication"): the user, where the outside arrives; the peer, wherever a port listens.
#include "analysis/access.h"
#include "analysis/edges.h"
#include "analysis/layers/layers.h"

namespace bartizan::analysis {
namespace {

LayerVerdict userOf(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    if (w.role == WorkloadRole::gateway && facts.routes.empty())
        return decided(Verdict::notApplicable, "authentication-no-way-in",
                       "The client is judged on the routes that this gateway serves.");
    LayerVerdict worst = decided(Verdict::notApplicable, "authentication-no-way-in", "The outside does not arrive here.");
    const auto take = [&](const LayerVerdict& verdict) {
        if (badness(verdict.verdict) > badness(worst.verdict) ||
            (verdict.verdict == Verdict::notApplicable && worst.evidence.empty()))
            worst = verdict;
    };
    for (const RouteUse& use : facts.routes)
        take(context.routes[use.route.pos()].authentication);
    for (EntryId e : facts.entries) {
        const Entry& entry = context.architecture.entries[e.pos()];
        const UserCheck check = checkOnEntry(context, e, id);
        take(check.verdict);
        const Cause cause = causeObject(context, entry.object.valid() ? entry.object : w.object, entry.evidence);
        if (check.answer == AuthAnswer::openShown)
            sink.raise("authentication-open-shown", cause, id, check.verdict, "{what} are open to the outside, shown.");
        else if (check.answer == AuthAnswer::noCheckInFront)
            sink.raise("authentication-no-check", cause, id, check.verdict,
                       "The outside reaches {what} with no check in front of the application.");
    }
    return worst;
}

LayerVerdict peerOf(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    if (!context.listens(id))
        return decided(Verdict::notApplicable, "authentication-not-listening", "The workload listens on no port.");
    const Proxy& proxy = context.mesh.proxy(id);
    if (proxy.any()) {
        LayerVerdict worst;
        bool first = true;
        std::vector<std::uint32_t> ports = context.facts(id).ports;
        if (ports.empty())
            ports.push_back(0);
        for (std::uint32_t port : ports) {
            const ServerSide side = serverSide(context, id, port);
            if (side.by != ServerSide::By::mesh)
                continue;
            LayerVerdict one = side.verdict;
            one.verdict = side.peer;
            one.rule = side.peer == Verdict::present   ? RuleId("authentication-peer-checked").text()
                       : side.peer == Verdict::unknown ? RuleId("authentication-peer-unknown").text()
                                                       : RuleId("authentication-peer-permissive").text();
            if (side.peer == Verdict::present)
                one.reason = "Callers must show a mesh identity. " + side.verdict.reason;
            else if (side.peer != Verdict::unknown)
                one.reason = "Callers without a mesh identity are accepted. " + side.verdict.reason;
            if (first || badness(one.verdict) > badness(worst.verdict))
                worst = one;
            first = false;
        }
        if (!first) {
            if (worst.verdict == Verdict::partial || worst.verdict == Verdict::missing)
                sink.raiseGap("authentication-peer-permissive", causeAbsence(context, id), id, worst,
                              "Callers without a mesh identity are accepted by {what}.");
            return worst;
        }
    }
    if (asksNobody(context, id)) {
        LayerVerdict open =
            decided(Verdict::missing, "authentication-peer-open",
                    w.product + " asks nobody for credentials in this configuration: any caller that reaches it is served.",
                    w.productEvidence);
        open.within = "its arguments and environment";
        Cause cause = causeAbsence(context, id); // of a login, for the product in this namespace
        cause.key += "|" + w.product;
        cause.evidence = w.productEvidence;
        sink.raiseGap("authentication-peer-open", std::move(cause), id, open,
                      w.product +
                          " asks nobody for credentials in this configuration: {what} serve any caller that reaches them.");
        return open;
    }
    LayerVerdict verdict = decided(Verdict::unknown, "authentication-peer-unknown",
                                   "No check of the calling workload is shown; the application may do its own.");
    verdict.settledBy.push_back({"a statement by the owner how callers are checked", ""});
    for (std::uint32_t port : context.facts(id).ports)
        if (const std::optional<NearMiss> demand = unboundDemand(context, id, port)) {
            verdict.nearMisses.push_back(*demand);
            break;
        }
    return verdict;
}

// The edge checks the client, but whoever is inside the cluster reaches the application past that check.
void raiseLateralEntry(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    if (facts.routes.empty() || !context.wasRead("NetworkPolicy.networking.k8s.io", w.ns))
        return;
    const RoutePosture* checked = nullptr;
    for (const RouteUse& use : facts.routes) {
        const RoutePosture& posture = context.routes[use.route.pos()];
        if (posture.answer == AuthAnswer::checkedAt)
            checked = &posture;
    }
    if (!checked || context.mesh.proxy(id).any())
        return;
    for (const PolicySelection& selection : facts.policies)
        if (context.inventory.networkPolicies[selection.policy].ingress)
            return;
    for (const AuthProxy& proxy : context.architecture.authProxies)
        if (proxy.proxy == id)
            return;
    LayerVerdict verdict = decided(Verdict::missing, "authentication-lateral-entry",
                                   "Requests from outside are checked at " + checked->checkedAt +
                                       "; any pod of the cluster reaches the application past that check.",
                                   context.architecture.routes[checked->route.pos()].evidence);
    verdict.within = context.searched("NetworkPolicy.networking.k8s.io", w.ns);
    sink.raise("authentication-lateral-entry", causeAbsence(context, id), id, verdict,
               "Requests from outside are checked at a gateway; any pod of the cluster reaches {what} past that check.");
}

Facet facetOf(const char* name, const LayerVerdict& verdict)
{
    return {name, verdict.verdict, verdict.reason, verdict.evidence};
}

} // namespace

LayerVerdict decideAuthentication(const Context& context, WorkloadId id, FindingSink& sink)
{
    const LayerVerdict user = userOf(context, id, sink);
    const LayerVerdict peer = peerOf(context, id, sink);
    raiseLateralEntry(context, id, sink);
    const bool userFirst = badness(user.verdict) >= badness(peer.verdict);
    LayerVerdict verdict = userFirst ? user : peer;
    const LayerVerdict& other = userFirst ? peer : user;
    verdict.facets = {facetOf("user", user), facetOf("peer", peer)};
    if (verdict.verdict == other.verdict && verdict.verdict == Verdict::unknown)
        verdict.reason += " " + other.reason;
    for (const NearMiss& miss : other.nearMisses)
        if (other.verdict == Verdict::unknown || other.verdict == Verdict::missing)
            verdict.nearMisses.push_back(miss);
    for (const SettledBy& s : other.settledBy)
        if (other.verdict == Verdict::unknown && s.input != (verdict.settledBy.empty() ? "" : verdict.settledBy.front().input))
            verdict.settledBy.push_back(s);
    for (const std::string& a : other.assumptions)
        addUnique(verdict.assumptions, a);
    return verdict;
}

} // namespace bartizan::analysis
