// SPDX-License-Identifier: GPL-3.0-or-later
// Istio: RequestAuthentication validates tokens but requires none; only an AuthorizationPolicy makes them required
// (istio.io, Security / RequestAuthentication). Both need a proxy in front of the application.
#include "analysis/access.h"

#include <algorithm>

namespace bartizan::analysis {
namespace {

using Rule = MeshAccessRule;

bool demandsPrincipal(const Rule::Source& source)
{
    return !source.requestPrincipals.empty();
}

bool demandsClaim(const Rule& rule)
{
    return std::any_of(rule.when.begin(), rule.when.end(),
                       [](const Rule::Condition& c) { return c.key.compare(0, 13, "request.auth.") == 0 && !c.values.empty(); });
}

// Every way to satisfy the rule carries a validated token.
bool demandsToken(const Rule& rule)
{
    const bool everySource = !rule.from.empty() && std::all_of(rule.from.begin(), rule.from.end(), demandsPrincipal);
    return everySource || demandsClaim(rule);
}

// DENY of everything that comes without a token.
bool deniesAnonymous(const Rule& rule)
{
    return std::any_of(rule.from.begin(), rule.from.end(), [](const Rule::Source& s) {
        return std::find(s.notRequestPrincipals.begin(), s.notRequestPrincipals.end(), "*") != s.notRequestPrincipals.end();
    });
}

TokenDemand demandOf(const Context& context, const std::vector<std::size_t>& policies, const std::vector<std::size_t>& tokens)
{
    TokenDemand demand;
    const Inventory& inventory = context.inventory;
    const auto name = [&](const char* kind, ObjectId id) {
        const Identity& i = context.object(id).identity;
        return std::string(kind) + " " + i.ns + "/" + i.name;
    };
    bool allowSeen = false, allowAllDemand = true;
    for (std::size_t i : policies) {
        const MeshAccessPolicy& policy = inventory.meshAccessPolicies[i];
        const std::string policyName = name("AuthorizationPolicy", policy.object);
        if (policy.action == MeshAccessPolicy::Action::custom) {
            demand = {TokenDemand::Kind::external,
                      policyName + " (provider " + policy.provider + ")",
                      policyName + " hands requests to the external provider " + policy.provider,
                      {policy.evidence}};
            return demand;
        }
        if (policy.action == MeshAccessPolicy::Action::deny)
            for (const Rule& rule : policy.rules)
                if (deniesAnonymous(rule)) {
                    const bool everywhere = rule.to.empty() && rule.when.empty();
                    demand.kind = everywhere ? TokenDemand::Kind::required : TokenDemand::Kind::somePaths;
                    demand.at = policyName;
                    demand.reason =
                        policyName + (everywhere ? " denies requests without a validated token"
                                                 : " denies requests without a validated token on some paths or hosts only");
                    demand.evidence = {rule.evidence.valid() ? rule.evidence : policy.evidence};
                    if (everywhere)
                        return demand;
                }
        if (policy.action == MeshAccessPolicy::Action::allow) {
            allowSeen = true;
            for (const Rule& rule : policy.rules)
                allowAllDemand = allowAllDemand && demandsToken(rule);
            if (allowAllDemand && !policy.rules.empty() && demand.kind == TokenDemand::Kind::none) {
                demand.at = policyName;
                demand.evidence = {policy.evidence};
            }
        }
    }
    if (allowSeen && allowAllDemand && !demand.at.empty() && demand.kind == TokenDemand::Kind::none) {
        demand.kind = TokenDemand::Kind::required;
        demand.reason = demand.at + " allows only requests with a validated token";
        return demand;
    }
    if (demand.kind == TokenDemand::Kind::somePaths)
        return demand;
    demand = {};
    if (!tokens.empty()) {
        const MeshTokenCheck& check = inventory.meshTokenChecks[tokens.front()];
        demand.kind = TokenDemand::Kind::optional;
        demand.at = name("RequestAuthentication", check.object);
        demand.reason = demand.at + " validates tokens that are sent, and lets requests without one through";
        demand.evidence = {check.evidence};
    }
    return demand;
}

bool names(const std::vector<std::string>& targets, const Gateway& gateway, const Context& context)
{
    std::string ns, name;
    if (gateway.record < context.inventory.gateways.size()) {
        const Identity& id = context.object(context.inventory.gateways[gateway.record].object).identity;
        ns = id.ns;
        name = id.name;
    }
    return std::any_of(targets.begin(), targets.end(),
                       [&](const std::string& target) { return target == gateway.id || target == ns + "/" + name; });
}

} // namespace

TokenDemand tokenDemand(const Context& context, WorkloadId id)
{
    if (!context.mesh.proxy(id).whole())
        return {};
    return demandOf(context, context.mesh.accessPolicies(id), context.mesh.tokenChecks(id));
}

TokenDemand tokenDemandOfGateway(const Context& context, const Gateway& gateway)
{
    const Inventory& inventory = context.inventory;
    std::vector<std::size_t> policies, tokens;
    for (std::size_t i = 0; i < inventory.meshAccessPolicies.size(); ++i)
        if (names(inventory.meshAccessPolicies[i].targetGateways, gateway, context))
            policies.push_back(i);
    for (std::size_t i = 0; i < inventory.meshTokenChecks.size(); ++i)
        if (names(inventory.meshTokenChecks[i].targetGateways, gateway, context))
            tokens.push_back(i);
    if (!gateway.workloads.empty()) {
        const WorkloadId first = gateway.workloads.front();
        const auto& more = context.mesh.accessPolicies(first);
        policies.insert(policies.end(), more.begin(), more.end());
        const auto& moreTokens = context.mesh.tokenChecks(first);
        tokens.insert(tokens.end(), moreTokens.begin(), moreTokens.end());
    }
    return demandOf(context, policies, tokens);
}

} // namespace bartizan::analysis
