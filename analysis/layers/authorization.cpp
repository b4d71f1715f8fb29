// SPDX-License-Identifier: GPL-3.0-or-later
// Istio AuthorizationPolicy: DENY before ALLOW; a workload with an ALLOW policy denies what none allows; without one
// everything is allowed. Policies bind only where a proxy (or ztunnel) stands in front of the workload.
#include "analysis/layers/layers.h"

namespace bartizan::analysis {
namespace {

using Policy = MeshAccessPolicy;
using Rule = MeshAccessRule;

bool namesIdentity(const Rule::Source& s)
{
    return !s.principals.empty() || !s.serviceAccounts.empty() || !s.namespaces.empty() || !s.requestPrincipals.empty();
}
bool anyOnly(const std::vector<std::string>& words)
{
    return !words.empty() && std::all_of(words.begin(), words.end(), [](const std::string& w) { return w == "*"; });
}
bool broad(const Rule::Source& s) // any workload of the mesh, or whole namespaces
{
    if (!s.serviceAccounts.empty() || !s.requestPrincipals.empty())
        return false;
    if (!s.principals.empty())
        return anyOnly(s.principals);
    return !s.namespaces.empty();
}
bool negativeOnly(const Rule::Source& s)
{
    const bool negative = !s.notPrincipals.empty() || !s.notNamespaces.empty() || !s.notRequestPrincipals.empty() ||
                          !s.notIpBlocks.empty() || !s.notRemoteIpBlocks.empty() || !s.notServiceAccounts.empty();
    return negative && !namesIdentity(s) && s.ipBlocks.empty() && s.remoteIpBlocks.empty();
}

enum class Strength { named, broad, withoutCallers, negativeOnly, everything };

Strength strengthOf(const Rule& rule)
{
    if (rule.from.empty())
        return rule.to.empty() && rule.when.empty() ? Strength::everything : Strength::withoutCallers;
    Strength weakest = Strength::named;
    for (const Rule::Source& source : rule.from) {
        Strength s = Strength::named;
        if (negativeOnly(source))
            s = Strength::negativeOnly;
        else if (!namesIdentity(source))
            s = Strength::withoutCallers;
        else if (broad(source))
            s = Strength::broad;
        weakest = std::max(weakest, s);
    }
    return weakest;
}

std::string nameOf(const Context& context, const Policy& policy)
{
    const Identity& i = context.object(policy.object).identity;
    return "AuthorizationPolicy " + i.ns + "/" + i.name;
}

// Policies on a pod without a proxy bind nobody. Each is a finding of its own; the verdict is as if there were none.
void raiseWithoutProxy(const Context& context, WorkloadId id, FindingSink& sink, std::vector<NearMiss>& misses)
{
    const Proxy& proxy = context.mesh.proxy(id);
    for (std::size_t i : context.mesh.accessPolicies(id)) {
        const Policy& policy = context.inventory.meshAccessPolicies[i];
        misses.push_back({nameOf(context, policy) + " selects the workload, whose pods have no proxy", policy.evidence});
        if (policy.pods.present && !policy.pods.requirements.empty())
            sink.raise("authorization-without-proxy", causeObject(context, policy.object, policy.evidence), id,
                       decided(Verdict::missing, "authorization-without-proxy",
                               nameOf(context, policy) + " selects this workload and binds nobody: " + proxy.reason + ".",
                               policy.evidence),
                       "The policy selects {what}, whose pods have no proxy: it binds nobody.");
    }
    for (std::size_t i : context.mesh.tokenChecks(id)) {
        const MeshTokenCheck& check = context.inventory.meshTokenChecks[i];
        const Identity& name = context.object(check.object).identity;
        if (check.pods.present && !check.pods.requirements.empty())
            sink.raise("authorization-without-proxy", causeObject(context, check.object, check.evidence), id,
                       decided(Verdict::missing, "authorization-without-proxy",
                               "RequestAuthentication " + name.ns + "/" + name.name +
                                   " selects this workload and checks no token: " + proxy.reason + ".",
                               check.evidence),
                       "The token check selects {what}, whose pods have no proxy: it checks nothing.");
    }
}

LayerVerdict withPolicies(const Context& context, WorkloadId id, FindingSink& sink, const std::vector<std::size_t>& policies)
{
    const Proxy& proxy = context.mesh.proxy(id);
    const Basis basis = proxy.state == ProxyState::promised ? Basis::assumed
                        : proxy.running                     ? Basis::runningState
                                                            : Basis::configuration;
    Strength weakest = Strength::named;
    const Policy* decisive = nullptr;
    Evidence line;
    bool allow = false, identityUsed = false;
    std::vector<Evidence> evidence;
    for (std::size_t i : policies) {
        const Policy& policy = context.inventory.meshAccessPolicies[i];
        if (policy.action == Policy::Action::audit)
            continue;
        evidence.push_back(policy.evidence);
        for (const Rule& rule : policy.rules)
            for (const Rule::Source& s : rule.from)
                identityUsed = identityUsed || !s.principals.empty() || !s.namespaces.empty() || !s.serviceAccounts.empty() ||
                               !s.notPrincipals.empty() || !s.notNamespaces.empty() || !s.notServiceAccounts.empty();
        if (policy.action != Policy::Action::allow)
            continue;
        allow = true;
        for (const Rule& rule : policy.rules) {
            const Strength s = strengthOf(rule);
            if (!decisive || s > weakest) {
                weakest = std::max(weakest, s);
                decisive = &policy;
                line = rule.evidence.valid() ? rule.evidence : policy.evidence;
            }
        }
    }
    LayerVerdict verdict;
    if (!allow) {
        verdict = decided(Verdict::missing, "authorization-none",
                          evidence.empty() ? "No policy says who may call: every caller is allowed."
                                           : "Policies deny some requests; every other caller is allowed.",
                          {}, basis);
        verdict.within = context.searched("AuthorizationPolicy.security.istio.io", context.workload(id).ns);
        verdict.evidence = evidence;
        sink.raiseGap("authorization-none", causeAbsence(context, id), id, verdict, "No policy says who may call {what}.");
    } else {
        switch (weakest) {
        case Strength::named:
            verdict =
                decided(Verdict::present, "authorization-named-callers",
                        decisive ? "Only named callers are allowed, by " + nameOf(context, *decisive) + "; the rest is denied."
                                 : "Every caller is denied.",
                        line, basis);
            break;
        case Strength::broad:
            verdict = decided(Verdict::partial, "authorization-broad-callers",
                              nameOf(context, *decisive) + " allows whole namespaces or any workload of the mesh.", line, basis);
            break;
        case Strength::withoutCallers:
            verdict = decided(Verdict::partial, "authorization-without-callers",
                              nameOf(context, *decisive) + " restricts what may be asked, and not who may ask.", line, basis);
            break;
        case Strength::negativeOnly:
            verdict = decided(Verdict::partial, "authorization-negative-only",
                              nameOf(context, *decisive) + " only says who may not call; everyone else may.", line, basis);
            break;
        case Strength::everything:
            verdict = decided(Verdict::missing, "authorization-allow-all", nameOf(context, *decisive) + " allows every request.",
                              line, basis);
            break;
        }
        // A gateway answers for whoever comes from outside; who may call is judged on its routes.
        const bool gateway = context.workload(id).role == WorkloadRole::gateway;
        if (weakest != Strength::named && !gateway) {
            static constexpr RuleId rules[] = {"authorization-named-callers", "authorization-broad-callers",
                                               "authorization-without-callers", "authorization-negative-only",
                                               "authorization-allow-all"};
            sink.raise(rules[static_cast<std::size_t>(weakest)], causeObject(context, decisive->object, line), id, verdict);
        }
    }
    if (proxy.state == ProxyState::promised)
        verdict.assumptions.emplace_back("injection-happens");
    if (proxy.state == ProxyState::some && verdict.verdict == Verdict::present) {
        verdict.verdict = Verdict::partial;
        verdict.reason += " Only " + proxy.reason + ".";
    }
    // Names of callers come from their certificates: where plain text is accepted, a caller may have no name.
    bool strict = !proxy.ambient || !context.facts(id).ports.empty();
    for (std::uint32_t port : context.facts(id).ports)
        strict = strict && context.mesh.acceptMode(context, id, port).mayDemandTls();
    if (identityUsed && !strict && decisive)
        sink.raise(
            "authorization-identity-not-guaranteed", causeObject(context, decisive->object, line), id,
            decided(Verdict::partial, "authorization-identity-not-guaranteed",
                    nameOf(context, *decisive) + " names callers, but plain text is accepted too, and such a caller has no name.",
                    line),
            "The policy names callers, but {what} accept plain text too, and such a caller has no name.");
    return verdict;
}

} // namespace

LayerVerdict decideAuthorization(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    if (!context.listens(id))
        return decided(Verdict::notApplicable, "authorization-not-listening", "The workload listens on no port.");
    const Proxy& proxy = context.mesh.proxy(id);
    const auto& policies = context.mesh.accessPolicies(id);
    if (proxy.any() && !proxy.linkerd)
        return withPolicies(context, id, sink, policies);
    std::vector<NearMiss> misses;
    LayerVerdict verdict;
    if (proxy.notKnown && !policies.empty()) {
        const Policy& first = context.inventory.meshAccessPolicies[policies.front()];
        verdict = decided(
            Verdict::unknown, "authorization-unknown",
            nameOf(context, first) +
                " selects the workload; whether its pods have a proxy that enforces it cannot be told: " + proxy.reason + ".",
            first.evidence);
        verdict.settledBy.push_back({"the namespaces' labels", "kubectl get namespaces -o yaml"});
        return verdict;
    }
    if (!proxy.any() && !proxy.notKnown)
        raiseWithoutProxy(context, id, sink, misses);
    if (!proxy.linkerd && context.wasRead("AuthorizationPolicy.security.istio.io", w.ns)) {
        verdict = decided(Verdict::missing, "authorization-none",
                          misses.empty() ? "No policy says who may call, and no mesh stands in front that could enforce one."
                                         : "A policy is written, but no proxy stands in front of the workload to enforce it.");
        verdict.within = context.searched("AuthorizationPolicy.security.istio.io", w.ns);
        sink.raiseGap("authorization-none", causeAbsence(context, id), id, verdict, "No policy says who may call {what}.");
    } else {
        verdict = decided(Verdict::unknown, "authorization-unknown",
                          proxy.linkerd ? "Linkerd's authorization policies are not read."
                                        : "No policy that says who may call was seen, and not every kind was read.");
        verdict.settledBy.push_back(
            {"the mesh's authorization policies", "kubectl get authorizationpolicies.security.istio.io -A -o yaml"});
    }
    verdict.nearMisses = std::move(misses);
    return verdict;
}

} // namespace bartizan::analysis
