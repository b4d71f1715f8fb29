// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/access.h"

#include "analysis/verdicts.h"

#include <array>

namespace bartizan::analysis {
namespace {

std::string lower(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

std::string placeOf(const Context& context, const Protection& p, const std::string& routeName)
{
    const std::string where = " (" + routeName + ")";
    if (p.method == "external")
        return p.external.host.empty() || p.external.host == "$host" ? "external check" + where : p.external.host;
    if (p.method == "basic" || p.method == "digest")
        return p.method + " password" + where;
    if (p.method == "client-certificate")
        return "client certificate" + where;
    if (!p.external.host.empty())
        return p.external.host;
    if (p.evidence.object.valid())
        return p.method + " (" + displayName(context.object(p.evidence.object).identity) + ")";
    return p.method + where;
}

bool wellKnownExempt(const std::string& path)
{
    return path.compare(0, 27, "/.well-known/acme-challenge") == 0;
}

void answerChecked(UserCheck& check, std::string at, std::vector<Evidence> evidence, Basis basis)
{
    check.answer = AuthAnswer::checkedAt;
    check.at = std::move(at);
    check.verdict = decided(Verdict::present, "authentication-checked", "The client is checked at " + check.at + ".", {}, basis);
    check.verdict.evidence = std::move(evidence);
}

void answerPartly(UserCheck& check, RuleId rule, std::string at, std::string reason, std::vector<Evidence> evidence)
{
    check.answer = AuthAnswer::checkedAt;
    check.at = std::move(at);
    check.verdict = decided(Verdict::partial, rule, std::move(reason));
    check.verdict.evidence = std::move(evidence);
}

std::string nearMissSentence(const Protection& p)
{
    std::string what = p.detail.empty() ? "A " + p.method + " check is named" : p.detail;
    while (!what.empty() && what.back() == '.')
        what.pop_back();
    if (what.find("not in the input") != std::string::npos && p.enforcement == Enforcement::unresolved)
        return what;
    switch (p.enforcement) {
    case Enforcement::optional:
        return what + "; requests without credentials still pass";
    case Enforcement::off:
        return what + "; it is switched off here";
    case Enforcement::unresolved:
        return what + "; what it refers to is not in the input";
    default:
        return what;
    }
}

// Takes the first protection that really stops a request; the others become nearest misses.
bool takeProtections(UserCheck& check, const Context& context, const std::vector<Protection>& protections,
                     const std::string& path, const std::string& routeName)
{
    for (const Protection& p : protections) {
        if (p.kind != ProtectionKind::authentication)
            continue;
        if (p.enforcement != Enforcement::enforced) {
            check.verdict.nearMisses.push_back({nearMissSentence(p), p.evidence});
            check.named = check.named || (p.enforcement == Enforcement::unknown && !p.controller.empty()) ||
                          (p.enforcement == Enforcement::unresolved && !p.refName.empty());
            if (p.enforcement == Enforcement::unknown && !p.controller.empty()) {
                check.verdict.settledBy.push_back({"the class of " + routeName + " and its controller",
                                                   "kubectl get ingressclasses,gatewayclasses,pods -A -o yaml"});
            } else if (p.enforcement == Enforcement::unknown || p.enforcement == Enforcement::unresolved)
                check.verdict.settledBy.push_back(
                    {p.refName.empty() ? "the settings of the check on " + routeName
                                       : p.refKind + " " + (p.refNs.empty() ? "" : p.refNs + "/") + p.refName,
                     p.refKind.empty() || p.refName.empty() ? ""
                                                            : "kubectl get " + lower(p.refKind) + " " + p.refName +
                                                                  (p.refNs.empty() ? "" : " -n " + p.refNs) + " -o yaml"});
            continue;
        }
        addUnique(check.methods, p.method);
        const std::string at = placeOf(context, p, routeName);
        std::vector<std::string> holes;
        bool away = false;
        for (const std::string& exempt : p.exemptPaths) {
            away = away || (!path.empty() && pathCovers(exempt, path) && !(path == "/" && exempt != "/"));
            if (!wellKnownExempt(exempt) && (path.empty() || pathCovers(path, exempt)))
                holes.push_back(exempt);
        }
        if (away) {
            check.verdict.nearMisses.push_back({"The check at " + at + " exempts this path", p.evidence});
            continue;
        }
        if (!holes.empty())
            answerPartly(check, "authentication-exempt-path", at,
                         "The client is checked at " + at + ", but not on " + listing(holes) + ".", {p.evidence});
        else
            answerChecked(check, at, {p.evidence}, Basis::configuration);
        return true;
    }
    return false;
}

bool takeProxy(UserCheck& check, const AuthProxy& proxy)
{
    const std::string at = proxy.product.empty() ? "an authenticating proxy" : proxy.product;
    addUnique(check.methods, "oidc");
    std::vector<std::string> holes;
    for (const std::string& path : proxy.exemptPaths)
        if (!wellKnownExempt(path))
            holes.push_back(path);
    if (holes.empty())
        answerChecked(check, at, {proxy.evidence}, Basis::configuration);
    else
        answerPartly(check, "authentication-exempt-path", at,
                     "The client is checked at " + at + ", but not on " + listing(holes) + ".", {proxy.evidence});
    return true;
}

bool takeDemand(UserCheck& check, const TokenDemand& demand, const Proxy* proxy)
{
    const bool promised = proxy && proxy->state == ProxyState::promised;
    switch (demand.kind) {
    case TokenDemand::Kind::none:
        return false;
    case TokenDemand::Kind::optional:
        check.verdict.nearMisses.push_back({demand.reason, demand.evidence.front()});
        return false;
    case TokenDemand::Kind::external:
        check.verdict.nearMisses.push_back(
            {demand.reason + "; whether it demands a login is not in the input", demand.evidence.front()});
        check.verdict.settledBy.push_back(
            {"the mesh configuration that defines the provider", "kubectl get configmap istio -n istio-system -o yaml"});
        return false;
    case TokenDemand::Kind::somePaths:
        addUnique(check.methods, "jwt");
        answerPartly(check, "authentication-exempt-path", demand.at, demand.reason + ".", demand.evidence);
        break;
    case TokenDemand::Kind::required:
        addUnique(check.methods, "jwt");
        answerChecked(check, demand.at, demand.evidence,
                      promised                  ? Basis::assumed
                      : proxy && proxy->running ? Basis::runningState
                                                : Basis::configuration);
        break;
    }
    if (promised)
        check.verdict.assumptions.emplace_back("injection-happens");
    return true;
}

// A product that asks nobody for credentials unless told to, and nothing here shows that it was told to.
bool takeOpenProduct(UserCheck& check, const Context& context, WorkloadId id)
{
    const Workload& w = context.workload(id);
    if (!asksNobody(context, id))
        return false;
    check.answer = AuthAnswer::openShown;
    check.verdict.verdict = Verdict::missing;
    check.verdict.rule = RuleId("authentication-open-shown").text();
    check.verdict.reason = w.product + " asks nobody for credentials in this configuration, and nothing in front does.";
    check.verdict.evidence = {w.productEvidence};
    return true;
}

void answerNoCheck(UserCheck& check, const Context& context, const std::vector<WorkloadId>& workloads, const std::string& way)
{
    check.answer = check.named ? AuthAnswer::undecided : AuthAnswer::noCheckInFront;
    check.verdict.verdict = Verdict::unknown;
    check.verdict.rule = check.named ? RuleId("authentication-unresolved").text() : RuleId("authentication-no-check").text();
    for (WorkloadId w : workloads)
        for (Evidence& sign : loginSigns(context, w))
            check.signs.push_back(std::move(sign));
    check.verdict.reason = check.named ? "A check is named on " + way + "; whether it holds cannot be told."
                                       : "There is no check in front of the application on " + way + ".";
    check.verdict.reason += check.signs.empty() ? " No sign of a login of its own was seen."
                                                : " Signs of a login of its own: " + std::to_string(check.signs.size()) + ".";
    check.verdict.settledBy.push_back({"a statement by the owner whether the application signs users in", ""});
}

// Token checks that select a workload without a proxy are nearest misses.
void addUnboundChecks(UserCheck& check, const Context& context, WorkloadId id)
{
    const Proxy& proxy = context.mesh.proxy(id);
    for (std::size_t i : context.mesh.tokenChecks(id)) {
        if (proxy.any())
            return;
        const MeshTokenCheck& token = context.inventory.meshTokenChecks[i];
        check.verdict.nearMisses.push_back(
            {displayName(context.object(token.object).identity) +
                 (proxy.notKnown ? " checks tokens for the workload, if its pods have a proxy; " + proxy.reason
                                 : std::string(" checks tokens for the workload, whose pods have no proxy that could")),
             token.evidence});
    }
}

} // namespace

bool controllerAssumed(const Context& context, const Gateway& gateway)
{
    if (gateway.dialect != "ingress" || gateway.controller.empty() || gateway.controllerInInput)
        return false;
    return !gateway.evidence.object.valid() || context.object(gateway.evidence.object).identity.kind != "IngressClass";
}

void restOnClass(const Context& context, const Route& route, ProtectionKind kind, LayerVerdict& verdict)
{
    if (!route.gateway.valid() || (verdict.verdict != Verdict::present && verdict.verdict != Verdict::partial) ||
        !controllerAssumed(context, context.architecture.gateways[route.gateway.pos()]))
        return;
    for (const Protection& p : route.protections)
        if (p.kind == kind && p.enforcement == Enforcement::enforced && !p.controller.empty()) {
            verdict.basis = Basis::assumed;
            addUnique(verdict.assumptions, "class-controller");
            return;
        }
}

bool pathCovers(const std::string& prefix, const std::string& path)
{
    if (prefix.empty() || prefix == "/")
        return true;
    std::string_view p = prefix;
    while (p.size() > 1 && p.back() == '/')
        p.remove_suffix(1);
    return path.compare(0, p.size(), p) == 0 && (path.size() == p.size() || path[p.size()] == '/');
}

std::vector<Evidence> loginSigns(const Context& context, WorkloadId id)
{
    static constexpr std::array<std::string_view, 18> words = {
        "oidc",        "oauth", "openid", "saml", "keycloak", "auth0", "okta",   "cognito",     "session_secret",
        "session_key", "jwt",   "jwks",   "sso",  "login",    "ldap",  "issuer", "requirepass", "client_id"};
    std::vector<Evidence> signs;
    const auto look = [&](const std::string& name, const Evidence& evidence) {
        const std::string text = lower(name);
        for (std::string_view word : words)
            if (text.find(word) != std::string::npos && signs.size() < 8) {
                signs.push_back(evidence);
                return;
            }
    };
    for (const Container& c : context.facts(id).record->pod.containers) {
        if (c.name == "istio-proxy" || c.name == "linkerd-proxy")
            continue;
        for (const EnvVar& env : c.env)
            look(env.name, env.evidence);
        for (const Argument& argument : c.arguments)
            look(argument.flag, argument.evidence);
    }
    return signs;
}

bool asksNobody(const Context& context, WorkloadId id)
{
    const ProductRow* product = context.product(context.workload(id).product);
    if (!product || !product->noLoginByDefault || product->role == "gateway")
        return false;
    const auto speaksOfLogin = [](const std::string& name) {
        const std::string text = lower(name);
        for (std::string_view word : {"pass", "auth", "user", "token", "credential", "secret", "acl", "login", "sasl", "config"})
            if (text.find(word) != std::string::npos)
                return true;
        return false;
    };
    for (const Container& c : context.facts(id).record->pod.containers) {
        for (const EnvVar& env : c.env)
            if (env.name != "ALLOW_EMPTY_PASSWORD" && speaksOfLogin(env.name))
                return false;
        if (!c.envFrom.empty())
            return false;
        for (const Argument& argument : c.arguments)
            if (speaksOfLogin(argument.flag))
                return false;
    }
    for (const Volume& volume : context.facts(id).record->pod.volumes)
        if (volume.type == "configMap" || volume.type == "secret" ||
            (volume.type == "projected" && volume.name.compare(0, 15, "kube-api-access") != 0))
            return false;
    return true;
}

UserCheck checkOnRoute(const Context& context, RouteId id)
{
    const Architecture& architecture = context.architecture;
    const Route& route = architecture.routes[id.pos()];
    const ObjectId object = context.inventory.routes[route.record].object;
    const std::string name = object.valid() ? displayName(context.object(object).identity) : route.id;
    std::vector<WorkloadId> targets;
    for (const RouteBackend& backend : route.backends)
        targets.insert(targets.end(), backend.workloads.begin(), backend.workloads.end());

    UserCheck check;
    if (takeProtections(check, context, route.protections, route.pathType == "regex" ? "" : route.path, name)) {
        restOnClass(context, route, ProtectionKind::authentication, check.verdict);
        return check;
    }
    if (route.edgeTls == TlsMode::mutual) {
        check.methods.emplace_back("client-certificate");
        answerChecked(check, "client certificate (" + name + ")", {route.edgeTlsEvidence}, Basis::configuration);
        return check;
    }
    // Every backend must stand behind the same kind of check; one open backend leaves the route open.
    for (const AuthProxy& proxy : architecture.authProxies)
        if (!targets.empty() && std::all_of(targets.begin(), targets.end(), [&](WorkloadId w) { return w == proxy.proxy; })) {
            takeProxy(check, proxy);
            return check;
        }
    if (route.gateway.valid()) {
        const Gateway& gateway = architecture.gateways[route.gateway.pos()];
        const Proxy* proxy = gateway.workloads.empty() ? nullptr : &context.mesh.proxy(gateway.workloads.front());
        if (takeDemand(check, tokenDemandOfGateway(context, gateway), proxy))
            return check;
    }
    UserCheck weakest;
    bool all = !targets.empty();
    for (WorkloadId w : targets) {
        UserCheck one = check;
        if (!takeDemand(one, tokenDemand(context, w), &context.mesh.proxy(w))) {
            all = false;
            check.verdict.nearMisses = one.verdict.nearMisses;
            check.verdict.settledBy = one.verdict.settledBy;
            break;
        }
        if (badness(one.verdict.verdict) >= badness(weakest.verdict.verdict) || weakest.at.empty())
            weakest = one;
    }
    if (all)
        return weakest;
    if (route.audience == "anyone") {
        check.answer = AuthAnswer::openByDecision;
        check.verdict.verdict = Verdict::notApplicable;
        check.verdict.basis = Basis::stated;
        check.verdict.rule = RuleId("authentication-open-by-decision").text();
        check.verdict.reason = "Open by decision: the audience of this route is anyone" +
                               (route.audienceBy.empty() ? std::string() : " (" + route.audienceBy + ")") + ".";
        if (route.audienceEvidence.valid())
            check.verdict.evidence = {route.audienceEvidence};
        return check;
    }
    for (WorkloadId w : targets)
        if (takeOpenProduct(check, context, w))
            return check;
    for (WorkloadId w : targets)
        addUnboundChecks(check, context, w);
    answerNoCheck(check, context, targets, name);
    check.verdict.evidence.push_back(route.evidence);
    return check;
}

UserCheck checkOnEntry(const Context& context, EntryId entryId, WorkloadId id)
{
    const Entry& entry = context.architecture.entries[entryId.pos()];
    UserCheck check;
    for (const AuthProxy& proxy : context.architecture.authProxies)
        if (proxy.proxy == id) { // the workload is the proxy, or holds it beside the application
            takeProxy(check, proxy);
            return check;
        }
    if (takeDemand(check, tokenDemand(context, id), &context.mesh.proxy(id)))
        return check;
    const bool strict = context.mesh.proxy(id).whole() && !context.mesh.proxy(id).linkerd &&
                        context.mesh.acceptMode(context, id, entry.port).mayDemandTls();
    if (takeOpenProduct(check, context, id) && !strict)
        return check;
    check.verdict = {};
    addUnboundChecks(check, context, id);
    answerNoCheck(check, context, {id}, entry.object.valid() ? displayName(context.object(entry.object).identity) : entry.id);
    check.verdict.evidence.push_back(entry.evidence);
    return check;
}

} // namespace bartizan::analysis
