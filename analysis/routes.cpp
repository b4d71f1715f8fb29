// SPDX-License-Identifier: GPL-3.0-or-later
// What each route says: the user check, second factor, authorization, limits, whether it is served, and its traps.
#include "analysis/access.h"
#include "analysis/verdicts.h"

#include <array>

namespace bartizan::analysis {
namespace {

const Gateway* gatewayOf(const Context& context, const Route& route)
{
    return route.gateway.valid() ? &context.architecture.gateways[route.gateway.pos()] : nullptr;
}

std::string nameOf(const Context& context, const Route& route)
{
    const ObjectId object = context.inventory.routes[route.record].object;
    return object.valid() ? displayName(context.object(object).identity) : route.id;
}

std::vector<WorkloadId> targetsOf(const Route& route)
{
    std::vector<WorkloadId> targets;
    for (const RouteBackend& backend : route.backends)
        targets.insert(targets.end(), backend.workloads.begin(), backend.workloads.end());
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    return targets;
}

// May settings that are not in the input limit or check this route from above?
std::string unseenCover(const Context& context, const Route& route)
{
    const Gateway* gateway = gatewayOf(context, route);
    if (!gateway)
        return "the gateway that serves it is not in the input";
    if (context.countOf("EnvoyFilter.networking.istio.io", "*") > 0 && gateway->dialect != "ingress")
        return "EnvoyFilter objects are in the input, which are not read";
    if (gateway->dialect == "ingress") {
        for (const ControllerConfigRecord& config : context.inventory.controllerConfigs)
            if (context.object(config.object).applied())
                return "";
        return "the controller's own settings are not in the input";
    }
    return gateway->controllerInInput ? "" : "the gateway's controller is not in the input";
}

LayerVerdict abuseOf(const Context& context, const Route& route)
{
    const Protection* perReplica = nullptr;
    const Protection* weak = nullptr;
    std::vector<NearMiss> misses;
    for (const Protection& p : route.protections) {
        if (p.kind != ProtectionKind::abuse)
            continue;
        if (p.enforcement != Enforcement::enforced) {
            std::string what = p.detail.empty() ? p.method : p.detail;
            while (!what.empty() && what.back() == '.')
                what.pop_back();
            misses.push_back({what + "; it blocks nothing here", p.evidence});
            continue;
        }
        const bool limit = p.method == "rate" || p.method == "concurrency" || p.method == "waf";
        if (limit && !p.perReplica)
            return decided(Verdict::present, "abuse-limited",
                           "A " + std::string(p.method == "waf" ? "web application firewall blocks" : p.method + " limit holds") +
                               " on " + nameOf(context, route) + ".",
                           p.evidence);
        (limit ? perReplica : weak) = &p;
    }
    LayerVerdict verdict;
    if (perReplica)
        verdict = decided(Verdict::partial, "abuse-per-replica",
                          "The " + perReplica->method + " limit on " + nameOf(context, route) +
                              " is counted by each gateway replica for itself.",
                          perReplica->evidence);
    else if (weak)
        verdict = decided(Verdict::partial, "abuse-weak-form",
                          "Only a " + weak->method + " measure stands on " + nameOf(context, route) +
                              "; nothing limits how often a client may ask.",
                          weak->evidence);
    else if (const std::string unseen = unseenCover(context, route); !unseen.empty()) {
        verdict = decided(Verdict::unknown, "abuse-unknown",
                          "No limit is written on " + nameOf(context, route) + "; " + unseen + ".", route.evidence);
        verdict.settledBy.push_back(
            {"the gateway controller's settings for " + nameOf(context, route), "kubectl get configmaps -A -o yaml"});
    } else {
        verdict = decided(Verdict::missing, "abuse-none",
                          "Nothing limits how often a client may ask on " + nameOf(context, route) + ".", route.evidence);
        verdict.within = "the route's own settings and the gateway's";
    }
    verdict.nearMisses = std::move(misses);
    return verdict;
}

LayerVerdict secondFactorOf(const Route& route, const UserCheck& check)
{
    for (const Protection& p : route.protections)
        if (p.kind == ProtectionKind::secondFactor && p.enforcement == Enforcement::enforced)
            return decided(Verdict::present, "mfa-enforced",
                           p.detail.empty() ? "A second factor is demanded on this route." : p.detail, p.evidence);
    if (route.audience == "anyone" || route.audience == "machines" || route.audience == "nobody")
        return decided(Verdict::notApplicable, "mfa-audience", "The audience of this route is " + route.audience + ".",
                       route.audienceEvidence, Basis::stated);
    const bool people = route.audience == "signed-in people" || route.audience == "operators";
    const bool cannot = !check.methods.empty() && std::all_of(check.methods.begin(), check.methods.end(),
                                                              [](const std::string& m) { return m == "basic" || m == "digest"; });
    if (people && cannot)
        return decided(Verdict::missing, "mfa-method-cannot",
                       "A " + check.methods.front() + " password cannot carry a second factor, and people sign in here.",
                       check.verdict.evidence.empty() ? Evidence{} : check.verdict.evidence.front());
    LayerVerdict verdict = decided(Verdict::unknown, "mfa-unknown",
                                   check.at.empty() ? "Who signs people in is not in the input."
                                                    : "Whether a second factor is demanded is decided at " + check.at +
                                                          ", whose settings are not in the input.");
    verdict.settledBy.push_back({check.at.empty() ? "the identity provider's settings" : "the settings of " + check.at, ""});
    return verdict;
}

LayerVerdict authorizationOf(const Context& context, const Route& route)
{
    for (const Protection& p : route.protections)
        if (p.kind == ProtectionKind::authorization && p.enforcement == Enforcement::enforced)
            return decided(
                p.method == "ip-list" ? Verdict::partial : Verdict::present,
                p.method == "ip-list" ? RuleId("authorization-without-callers") : RuleId("authorization-named-callers"),
                p.detail.empty() ? "A rule on " + nameOf(context, route) + " names who may call." : p.detail, p.evidence);
    return decided(Verdict::unknown, "authorization-unknown",
                   "No rule on " + nameOf(context, route) + " names who may call; the application may decide it itself.");
}

LayerVerdict acceptedOf(const Context& context, const Route& route)
{
    const Gateway* gateway = gatewayOf(context, route);
    if (route.accepted && !*route.accepted)
        return decided(Verdict::missing, "gateway-route-not-accepted",
                       "No gateway serves this route: " + route.acceptedReason + ".", route.evidence);
    if (route.accepted)
        return decided(Verdict::present, "gateway-in-front",
                       route.acceptedReason.empty() ? "A gateway serves this route." : route.acceptedReason, route.evidence);
    LayerVerdict verdict = decided(Verdict::unknown, "gateway-unknown",
                                   "Whether a gateway serves this route cannot be told" +
                                       (route.acceptedReason.empty()
                                            ? (gateway && !gateway->unknownBecause.empty() ? ": " + gateway->unknownBecause : "")
                                            : ": " + route.acceptedReason) +
                                       ".",
                                   route.evidence);
    verdict.settledBy.push_back(
        {"the class, its controller and the route's status", "kubectl get ingressclasses,gatewayclasses,gateways -A -o yaml"});
    return verdict;
}

// A trap of an importer has a rule "route-<id>" of its own, or the general one.
struct TrapRule {
    std::string_view id;
    RuleId rule;
};
RuleId ruleOfTrap(const std::string& id)
{
    static constexpr TrapRule rows[] = {
        {"anonymous-allowed", "route-anonymous-allowed"},
        {"token-not-required", "route-token-not-required"},
        {"client-certificate-optional", "route-client-certificate-optional"},
        {"external-check-fails-open", "route-external-check-fails-open"},
        {"satisfy-any", "route-satisfy-any"},
        {"snippet-opens", "route-snippet-opens"},
        {"raw-snippet", "route-raw-snippet"},
        {"passthrough-ignores-annotations", "route-passthrough-ignores-annotations"},
        {"cors-any-origin-with-credentials", "route-cors-any-origin-with-credentials"},
        {"ip-list-allows-all", "route-ip-list-allows-all"},
        {"ip-list-ignored", "route-ip-list-ignored"},
        {"rate-limit-not-enabled", "route-rate-limit-not-enabled"},
        {"waf-detect-only", "abuse-detect-only"},
        {"allow-all-rule", "authorization-allow-all"},
    };
    for (const TrapRule& row : rows)
        if (row.id == id)
            return row.rule;
    return "gateway-route-trap";
}

void raiseForAll(FindingSink& sink, RuleId rule, const Cause& cause, const std::vector<WorkloadId>& targets,
                 const std::string& routeId, const LayerVerdict& verdict, const std::string& many)
{
    Raise raise{rule, cause, verdict.reason, many, {}, "", verdict.evidence, verdict.nearMisses, verdict.within};
    for (WorkloadId w : targets) {
        raise.workload = w;
        sink.raise(raise);
    }
    if (targets.empty()) {
        raise.subject = routeId;
        sink.raise(raise);
    }
}

// A path with its own line in a route that shows an operator's page rather than the application.
void raisePublished(const Context& context, FindingSink& sink, const Route& route, const UserCheck& check, const Cause& cause,
                    const std::vector<WorkloadId>& targets)
{
    if (check.answer == AuthAnswer::checkedAt || route.path.empty() || route.path == "/" || route.pathType == "regex")
        return;
    static constexpr std::array<std::string_view, 5> inner = {"/metrics", "/debug", "/actuator", "/pprof", "/admin"};
    for (std::string_view word : inner)
        if (pathCovers(std::string(word), route.path)) {
            raiseForAll(sink, "authentication-debug-published", cause, targets, route.id,
                        decided(Verdict::missing, "authentication-debug-published",
                                "A route shows " + route.path + " to the outside with no check in front.", route.evidence),
                        "A route shows " + route.path + " of {what} to the outside with no check in front.");
            return;
        }
    for (WorkloadId w : targets)
        for (const Container& c : context.facts(w).record->pod.containers)
            for (const Probe& probe : c.probes)
                if (!probe.path.empty() && probe.path != "/" && probe.path == route.path) {
                    raiseForAll(sink, "authentication-probe-published", cause, {w}, route.id,
                                decided(Verdict::present, "authentication-probe-published",
                                        "The path of a probe, " + probe.path + ", is published by a route.", route.evidence),
                                "");
                    return;
                }
}

void raiseFindings(const Context& context, FindingSink& sink, const Route& route, const RoutePosture& posture,
                   const UserCheck& check)
{
    const ObjectId object = context.inventory.routes[route.record].object;
    const Cause cause = object.valid() ? causeObject(context, object, route.evidence) : causeGlobal(route.id, route.evidence);
    const std::vector<WorkloadId> targets = targetsOf(route);
    const std::string name = nameOf(context, route);
    if (posture.accepted.verdict == Verdict::missing) {
        raiseForAll(sink, "gateway-route-not-accepted", cause, targets, route.id, posture.accepted, "");
        return;
    }
    for (const RouteBackend& backend : route.backends)
        if (!backend.unresolved.empty())
            raiseForAll(sink, "gateway-backend-unresolved",
                        object.valid() ? causeObject(context, object, backend.evidence) : causeGlobal(route.id, backend.evidence),
                        {}, route.id,
                        decided(Verdict::missing, "gateway-backend-unresolved",
                                name + " sends requests to " + (backend.ns.empty() ? "" : backend.ns + "/") + backend.name +
                                    ", which is " + backend.unresolved + ".",
                                backend.evidence),
                        "");
    if (route.entries.empty() || targets.empty())
        return;
    if (check.answer == AuthAnswer::openShown)
        raiseForAll(sink, "authentication-open-shown", cause, targets, route.id, posture.authentication,
                    name + " leads to {what}: open, shown.");
    else if (check.answer == AuthAnswer::noCheckInFront)
        raiseForAll(sink, "authentication-no-check", cause, targets, route.id, posture.authentication,
                    name + " leads to {what} with no check in front of the application.");
    else if (check.verdict.rule == RuleId("authentication-exempt-path").text())
        raiseForAll(sink, "authentication-exempt-path", cause, targets, route.id, posture.authentication, "");
    const auto toldByTrap = [&](const Protection& p) { // a trap of the same object names what is optional: one finding
        return std::any_of(route.protections.begin(), route.protections.end(), [&](const Protection& trap) {
            return trap.kind == ProtectionKind::trap && trap.evidence.object == p.evidence.object &&
                   (trap.id == "client-certificate-optional" || trap.id == "token-not-required" ||
                    trap.id == "anonymous-allowed");
        });
    };
    for (const Protection& p : route.protections) {
        const bool weak = p.kind == ProtectionKind::authentication && check.answer != AuthAnswer::checkedAt;
        RuleId rule = "authentication-optional";
        if (weak && p.enforcement == Enforcement::off)
            rule = "authentication-off";
        else if (weak && (p.enforcement == Enforcement::unresolved || (p.enforcement == Enforcement::unknown && check.named)))
            rule = "authentication-unresolved";
        else if (weak && p.enforcement == Enforcement::optional && toldByTrap(p))
            continue;
        else if (!(weak && p.enforcement == Enforcement::optional)) {
            if (p.kind != ProtectionKind::trap)
                continue;
            rule = ruleOfTrap(p.id);
        }
        raiseForAll(sink, rule, p.evidence.object.valid() ? causeObject(context, p.evidence.object, p.evidence) : cause, targets,
                    route.id, decided(Verdict::missing, rule, p.detail.empty() ? p.method + " on " + name : p.detail, p.evidence),
                    "");
    }
    raisePublished(context, sink, route, check, cause, targets);
    if (posture.abuse.verdict == Verdict::missing || posture.abuse.verdict == Verdict::partial)
        for (WorkloadId w : targets) {
            const RuleId rule = posture.abuse.verdict == Verdict::missing                  ? RuleId("abuse-none")
                                : posture.abuse.rule == RuleId("abuse-per-replica").text() ? RuleId("abuse-per-replica")
                                                                                           : RuleId("abuse-weak-form");
            sink.raiseGap(rule, cause, w, posture.abuse);
        }
}

} // namespace

void judgeRoutes(Context& context, FindingSink& sink)
{
    const auto& routes = context.architecture.routes;
    context.routes.resize(routes.size());
    for (std::size_t i = 0; i < routes.size() && !context.stopped(); ++i) {
        const Route& route = routes[i];
        RoutePosture& posture = context.routes[i];
        const UserCheck check = checkOnRoute(context, RouteId{i});
        posture.route = RouteId{i};
        posture.authentication = check.verdict;
        posture.answer = check.answer;
        posture.checkedAt = check.at;
        posture.methods = check.methods;
        posture.signs = check.signs;
        posture.secondFactor = secondFactorOf(route, check);
        posture.authorization = authorizationOf(context, route);
        posture.abuse = abuseOf(context, route);
        restOnClass(context, route, ProtectionKind::authorization, posture.authorization);
        restOnClass(context, route, ProtectionKind::abuse, posture.abuse);
        posture.accepted = acceptedOf(context, route);
        for (const Protection& p : route.protections)
            if (p.kind == ProtectionKind::trap)
                posture.traps.push_back(p);
        raiseFindings(context, sink, route, posture, check);
    }
}

} // namespace bartizan::analysis
