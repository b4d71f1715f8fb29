// SPDX-License-Identifier: GPL-3.0-or-later
// Annotations of ingress-nginx (kubernetes/ingress-nginx, docs/user-guide/nginx-configuration/annotations.md).
// The controller refuses every request of a path whose authentication annotation it cannot read or whose Secret it does
// not find, so a broken reference is "unresolved": it stops people, and it is no protection as configured.
#include "importers/gateways/facts.h"
#include "importers/gateways/ingress.h"

#include <algorithm>

namespace bartizan::importers {
namespace {

constexpr std::string_view product = "ingress-nginx";

Node note(const ObjectContext& context, std::string_view key)
{
    return annotation(context, std::string("nginx.ingress.kubernetes.io/") + std::string(key));
}

bool isOn(Node node)
{
    const std::string word = lowered(node.text());
    return word == "true" || word == "on";
}

Protection protection(ProtectionKind kind, std::string method, std::string detail, Evidence evidence)
{
    Protection result;
    result.kind = kind;
    result.method = std::move(method);
    result.id = "nginx." + result.method;
    result.detail = std::move(detail);
    result.controller = product;
    result.evidence = std::move(evidence);
    return result;
}

Protection trap(std::string id, std::string detail, Evidence evidence)
{
    Protection result = protection(ProtectionKind::trap, {}, std::move(detail), std::move(evidence));
    result.id = std::move(id);
    return result;
}

void secretReference(const ObjectContext& context, Protection& result, Node secret)
{
    const std::string_view text = trim(secret.text());
    const auto slash = text.find('/');
    result.refKind = "Secret";
    result.refNs = slash == std::string_view::npos ? namespaceOf(context) : std::string(text.substr(0, slash));
    result.refName = std::string(slash == std::string_view::npos ? text : text.substr(slash + 1));
}

void passwords(const ObjectContext& context, std::vector<Protection>& out)
{
    const Node type = note(context, "auth-type");
    if (!type)
        return;
    const std::string word = lowered(trim(type.text()));
    Protection result = protection(ProtectionKind::authentication, word == "digest" ? "digest" : "basic",
                                   word == "digest" ? "Names and passwords are checked by the gateway (digest)."
                                                    : "Names and passwords are checked by the gateway (basic).",
                                   type.evidence(context.object));
    const Node secret = note(context, "auth-secret");
    if (secret)
        secretReference(context, result, secret);
    if (word != "basic" && word != "digest") {
        result.enforcement = Enforcement::unresolved;
        result.detail = "The kind of password check is none that the controller knows.";
    } else if (!secret || result.refName.empty()) {
        result.enforcement = Enforcement::unresolved;
        result.detail = "A password check is asked for without naming the Secret that holds the passwords.";
    }
    out.push_back(std::move(result));
}

void externalCheck(const ObjectContext& context, std::vector<Protection>& out)
{
    if (const Node global = note(context, "enable-global-auth"); global && lowered(global.text()) == "false") {
        Protection result =
            protection(ProtectionKind::authentication, "external",
                       "The controller-wide external check is switched off for these routes.", global.evidence(context.object));
        result.id = "nginx.global-auth-off";
        result.enforcement = Enforcement::off;
        out.push_back(std::move(result));
    }
    const Node url = note(context, "auth-url");
    if (!url)
        return;
    Protection result =
        protection(ProtectionKind::authentication, "external",
                   note(context, "auth-signin")
                       ? "Every request is checked by another service; people without a session are sent to sign in."
                       : "Every request is checked by another service.",
                   urlEvidence(context, url));
    result.external = addressOf(url.text());
    if (result.external.scheme.starts_with('$'))
        result.external.scheme.clear();
    if (result.external.host == "$http_host" || result.external.host == "$server_name")
        result.external.host = "$host";
    result.externalPath = pathOf(url.text());
    if (const ServiceName service = serviceOf(result.external.host, namespaceOf(context)); !service.name.empty()) {
        result.refKind = "Service";
        result.refNs = service.ns;
        result.refName = service.name;
    }
    if (result.external.host.empty())
        result.enforcement = Enforcement::unresolved;
    out.push_back(std::move(result));
}

// docs: "auth-tls-*: applied per host", so it holds for the host's other Ingresses too.
void clientCertificate(const ObjectContext& context, std::vector<Protection>& out)
{
    const Node secret = note(context, "auth-tls-secret");
    if (!secret)
        return;
    Protection result =
        protection(ProtectionKind::authentication, "client-certificate",
                   "Clients must show a certificate that this Secret's authority signed.", secret.evidence(context.object));
    secretReference(context, result, secret);
    result.perHost = true;
    if (const Node verify = note(context, "auth-tls-verify-client"); verify && lowered(verify.text()) != "on") {
        const std::string word = lowered(verify.text());
        const bool optional = word == "optional" || word == "optional_no_ca";
        result.enforcement = optional ? Enforcement::optional : Enforcement::off;
        result.detail = optional ? "A client certificate is checked when it is shown; a client without one is let through."
                                 : "Client certificates are not checked.";
        out.push_back(trap("client-certificate-optional", result.detail, verify.evidence(context.object)));
    }
    out.push_back(std::move(result));
}

enum class AllowList { none, some, everybody };

AllowList addressLists(const ObjectContext& context, std::vector<Protection>& out)
{
    Node allow = note(context, "allowlist-source-range");
    if (!allow)
        allow = note(context, "whitelist-source-range");
    AllowList result = AllowList::none;
    if (allow) {
        const auto ranges = split(allow.text(), ",");
        Protection list = protection(ProtectionKind::abuse, "ip-list", "Only listed client addresses are served.",
                                     allow.evidence(context.object));
        if (std::any_of(ranges.begin(), ranges.end(), coversAllAddresses)) {
            list.enforcement = Enforcement::off;
            list.detail = "The list of client addresses contains every address.";
            out.push_back(trap("ip-list-allows-all", list.detail, list.evidence));
            result = AllowList::everybody;
        } else if (std::none_of(ranges.begin(), ranges.end(), isAddressRange)) {
            list.enforcement = Enforcement::unresolved;
            list.detail = "The list of client addresses holds no address that can be read.";
        } else {
            result = AllowList::some;
        }
        out.push_back(std::move(list));
    }
    if (const Node deny = note(context, "denylist-source-range"))
        out.push_back(protection(ProtectionKind::abuse, "ip-deny-list", "Listed client addresses are refused.",
                                 deny.evidence(context.object)));
    return result;
}

void limits(const ObjectContext& context, std::vector<Protection>& out)
{
    struct Row {
        const char *key, *method, *detail;
    };
    for (const Row& row : {Row{"limit-rps", "rate", "Requests per second and client address are limited."},
                           Row{"limit-rpm", "rate", "Requests per minute and client address are limited."},
                           Row{"limit-connections", "concurrency", "Connections per client address are limited."}}) {
        const Node limit = note(context, row.key);
        if (!limit)
            continue;
        Protection result = protection(ProtectionKind::abuse, row.method, row.detail, limit.evidence(context.object));
        result.perReplica = true; // each controller replica counts on its own
        if (trim(limit.text()) == "0")
            result.enforcement = Enforcement::off;
        out.push_back(std::move(result));
    }
    if (const Node limit = note(context, "global-rate-limit")) {
        Protection result =
            protection(ProtectionKind::abuse, "rate",
                       "Requests are limited over all replicas, provided that the controller's counter store is set up.",
                       limit.evidence(context.object));
        result.enforcement = Enforcement::unknown;
        out.push_back(std::move(result));
    }
}

void firewall(const ObjectContext& context, std::vector<Protection>& out)
{
    const Node enable = note(context, "enable-modsecurity");
    if (!enable)
        return;
    Protection result =
        protection(ProtectionKind::abuse, "waf", "The web application firewall blocks.", enable.evidence(context.object));
    const Node snippet = note(context, "modsecurity-snippet");
    const std::string rules = lowered(snippet.text());
    if (!isOn(enable)) {
        result.enforcement = Enforcement::off;
        result.detail = "The web application firewall is switched off for these routes.";
    } else if (rules.find("secruleengine on") == std::string::npos) {
        result.enforcement = Enforcement::off;
        result.detail = "The web application firewall only detects: no SecRuleEngine On is written.";
        out.push_back(trap("waf-detect-only", result.detail, enable.evidence(context.object)));
    } else {
        result.evidence = snippet.maskedEvidence(context.object);
    }
    out.push_back(std::move(result));
}

void crossOrigin(const ObjectContext& context, std::vector<Protection>& out)
{
    const Node enable = note(context, "enable-cors");
    if (!enable || !isOn(enable))
        return;
    const Node origin = note(context, "cors-allow-origin"), credentials = note(context, "cors-allow-credentials");
    const auto origins = split(origin.text(), ",");
    const bool any = !origin || std::find(origins.begin(), origins.end(), "*") != origins.end();
    if (any && (!credentials || isOn(credentials))) // both are the defaults
        out.push_back(trap("cors-any-origin-with-credentials", "Pages of any origin may call these routes with credentials.",
                           (origin ? origin : enable).evidence(context.object)));
}

void snippets(const ObjectContext& context, std::vector<Protection>& out)
{
    for (const char* key : {"configuration-snippet", "server-snippet", "auth-snippet", "stream-snippet"}) {
        const Node snippet = note(context, key);
        if (!snippet)
            continue;
        out.push_back(trap("raw-snippet",
                           "Raw server configuration is injected; it can add or remove any check and is not interpreted.",
                           snippet.maskedEvidence(context.object)));
        const std::string text = lowered(snippet.text());
        const auto names = [&](std::initializer_list<std::string_view> words) {
            return std::any_of(words.begin(), words.end(),
                               [&](std::string_view word) { return text.find(word) != std::string::npos; });
        };
        if (names({"auth_request off", "auth_basic off", "satisfy any", "allow all"}))
            out.push_back(trap("snippet-opens", "Raw server configuration switches a check off or lets everyone through.",
                               snippet.maskedEvidence(context.object)));
        else if (names({"auth_request ", "auth_basic ", "access_by_lua", "auth_jwt", "return 401", "return 403"})) {
            Protection result = protection(ProtectionKind::authentication, "raw",
                                           "Raw server configuration names a check; it is not interpreted.",
                                           snippet.maskedEvidence(context.object));
            result.enforcement = Enforcement::unknown;
            out.push_back(std::move(result));
        }
    }
}

// satisfy any: passing one of address list, password and external check is enough.
void satisfy(const ObjectContext& context, std::vector<Protection>& out, AllowList list)
{
    const Node satisfy = note(context, "satisfy");
    if (!satisfy || lowered(trim(satisfy.text())) != "any" || list == AllowList::none)
        return;
    bool weakened = false;
    for (Protection& result : out) {
        if (result.kind != ProtectionKind::authentication || result.enforcement != Enforcement::enforced ||
            result.method == "client-certificate")
            continue;
        result.enforcement = list == AllowList::everybody ? Enforcement::off : Enforcement::optional;
        result.detail += list == AllowList::everybody ? " Every client address is let through without it."
                                                      : " Clients from listed addresses are let through without it.";
        weakened = true;
    }
    if (weakened)
        out.push_back(trap("satisfy-any", "One check is enough: a listed client address alone passes the authentication.",
                           satisfy.evidence(context.object)));
}

void routeFacts(const ObjectContext& context, RouteRecord& route)
{
    ControllerFacts facts;
    facts.controller = product;
    const bool tls = route.edgeTls.value == TlsMode::terminate;

    const Node redirect = note(context, "ssl-redirect"), force = note(context, "force-ssl-redirect");
    if (force && isOn(force))
        facts.redirectsToHttps = {true, force.evidence(context.object)};
    else if (redirect && tls)
        facts.redirectsToHttps = {isOn(redirect), redirect.evidence(context.object)};
    else if (tls)
        facts.redirectsToHttps = {true, route.edgeTls.evidence}; // default of ssl-redirect where a host has TLS
    else
        facts.redirectsToHttps = {false, route.edgeTls.evidence};

    const Node passthrough = note(context, "ssl-passthrough");
    if (passthrough && isOn(passthrough)) {
        facts.edgeTls = {TlsMode::passthrough, passthrough.evidence(context.object)};
    } else if (const Node secret = note(context, "auth-tls-secret"); secret && tls) {
        const std::string verify = lowered(note(context, "auth-tls-verify-client").text());
        if (verify.empty() || verify == "on")
            facts.edgeTls = {TlsMode::mutual, secret.evidence(context.object)};
        else if (verify.starts_with("optional"))
            facts.edgeTls = {TlsMode::optionalMutual, note(context, "auth-tls-verify-client").evidence(context.object)};
    }

    const Node protocol = note(context, "backend-protocol");
    const std::string word = lowered(trim(protocol.text()));
    if (facts.edgeTls.value == TlsMode::passthrough) {
        // the client's own TLS reaches the pod
    } else if (word == "https" || word == "grpcs") {
        const Node verify = note(context, "proxy-ssl-verify");
        const bool verified = verify && isOn(verify) && note(context, "proxy-ssl-secret");
        facts.upstreamTls = {verified ? "tlsVerified" : "tls", (verified ? verify : protocol).evidence(context.object)};
    } else if (word != "auto_http" && !route.backends.empty() && route.backends.front().kind == "Service") {
        facts.upstreamTls = {"plain", protocol ? protocol.evidence(context.object) : route.backends.front().evidence};
    }

    const Node regex = note(context, "use-regex"), rewrite = note(context, "rewrite-target");
    if (regex && isOn(regex))
        facts.pathType = {"regex", regex.evidence(context.object)};
    else if (rewrite && trim(rewrite.text()) != route.path)
        facts.pathType = {"regex", rewrite.evidence(context.object)}; // docs: enforces expressions on all paths of the host

    for (const char* key : {"permanent-redirect", "temporal-redirect"}) {
        if (const Node away = note(context, key); away && !trim(away.text()).empty())
            facts.redirectsAway = {true, urlEvidence(context, away)};
    }
    if (const Node canary = note(context, "canary"); canary && isOn(canary))
        facts.canary = {true, canary.evidence(context.object)};
    if (const Node alias = note(context, "server-alias"); alias && !route.hosts.empty()) {
        for (const auto host : split(alias.text(), ","))
            facts.moreHosts.push_back({std::string(host), alias.evidence(context.object)});
    }
    route.byController.push_back(std::move(facts));
}

} // namespace

void readIngressNginx(const ObjectContext& context, std::vector<RouteRecord>& routes)
{
    std::vector<Protection> found;
    passwords(context, found);
    externalCheck(context, found);
    clientCertificate(context, found);
    const AllowList list = addressLists(context, found);
    limits(context, found);
    firewall(context, found);
    satisfy(context, found, list);
    crossOrigin(context, found);
    snippets(context, found);

    const Node passthrough = note(context, "ssl-passthrough");
    if (passthrough && isOn(passthrough) && !found.empty()) {
        for (Protection& result : found) {
            if (result.kind == ProtectionKind::trap)
                continue;
            result.enforcement = Enforcement::unknown;
            result.detail = "Not applied where the connection is passed through; whether the controller allows passing through "
                            "is not in this object.";
        }
        found.push_back(trap("passthrough-ignores-annotations",
                             "The connection is passed through to the pod: the other annotations of this Ingress have no effect.",
                             passthrough.evidence(context.object)));
    }

    for (RouteRecord& route : routes) {
        for (Protection result : found) {
            if (result.method == "client-certificate" && route.edgeTls.value == TlsMode::none) {
                result.enforcement = Enforcement::off;
                result.detail = "A client certificate is asked for on a host that is served without TLS.";
            }
            route.protections.push_back(std::move(result));
        }
        routeFacts(context, route);
    }
}

} // namespace bartizan::importers
