// SPDX-License-Identifier: GPL-3.0-or-later
// Policies of Envoy Gateway (gateway.envoyproxy.io/v1alpha1, api/v1alpha1/*_types.go). A SecurityPolicy with a more
// specific target replaces a less specific one as a whole unless it sets mergeType: one that only sets CORS on a route
// takes the gateway's authentication away from it. Such a policy therefore says "checks nobody" explicitly.
#include "importers/gateways/facts.h"
#include "importers/gateways/gateway_api.h"

#include <algorithm>

namespace bartizan::importers {
namespace {

Protection protection(const ObjectContext& context, ProtectionKind kind, std::string method, std::string detail, Node node)
{
    Protection result;
    result.kind = kind;
    result.method = std::move(method);
    result.id = "envoy-gateway." + result.method;
    result.detail = std::move(detail);
    result.evidence = node.evidence(context.object);
    return result;
}

Protection trap(const ObjectContext& context, std::string id, std::string detail, Node node)
{
    Protection result = protection(context, ProtectionKind::trap, {}, std::move(detail), node);
    result.id = std::move(id);
    return result;
}

void secret(const ObjectContext& context, Protection& result, Node ref)
{
    result.refKind = "Secret";
    result.refNs = ref["namespace"] ? ref["namespace"].string() : namespaceOf(context);
    result.refName = ref["name"].string();
    if (result.refName.empty())
        result.enforcement = Enforcement::unresolved;
}

void tokens(const ObjectContext& context, Node jwt, std::vector<Protection>& out)
{
    if (!jwt.isMapping())
        return;
    Protection result = protection(context, ProtectionKind::authentication, "jwt", "A signed token is required.", jwt);
    const Node provider = jwt["providers"].at(0);
    const Node issuer = provider["issuer"] ? provider["issuer"] : provider["remoteJWKS"]["uri"];
    result.external = addressOf(issuer.text());
    if (boolFact(context, jwt["optional"]).value) {
        result.enforcement = Enforcement::optional;
        result.detail = "A token is checked when it is there; a request without one is let through.";
        out.push_back(trap(context, "token-not-required", result.detail, jwt["optional"]));
    }
    out.push_back(std::move(result));
}

void externalCheck(const ObjectContext& context, Node extAuth, std::vector<Protection>& out)
{
    if (!extAuth.isMapping())
        return;
    Protection result =
        protection(context, ProtectionKind::authentication, "external", "Every request is checked by another service.", extAuth);
    const Node service = extAuth["grpc"] ? extAuth["grpc"] : extAuth["http"];
    const Node ref = service["backendRefs"].size() > 0 ? service["backendRefs"].at(0) : service["backendRef"];
    result.refKind = ref["kind"] ? ref["kind"].string() : "Service";
    result.refNs = ref["namespace"] ? ref["namespace"].string() : namespaceOf(context);
    result.refName = ref["name"].string();
    result.external.port = portNumber(ref["port"]);
    if (result.refName.empty())
        result.enforcement = Enforcement::unresolved;
    else
        result.external.host = result.refName + "." + result.refNs + ".svc";
    out.push_back(std::move(result));
    if (boolFact(context, extAuth["failOpen"]).value)
        out.push_back(trap(context, "external-check-fails-open",
                           "When the checking service does not answer, requests are let through.", extAuth["failOpen"]));
}

void authorization(const ObjectContext& context, Node node, std::vector<Protection>& out)
{
    if (!node.isMapping())
        return;
    const bool allowByDefault = node["defaultAction"].text() == "Allow"; // Deny when it is not written
    const std::vector<Node> rules = items(context, node["rules"]);
    bool onlyAddresses = !rules.empty(), denies = false, coversAll = false;
    for (const Node rule : rules) {
        const Node principal = rule["principal"];
        onlyAddresses = onlyAddresses && principal["clientCIDRs"].size() > 0 && principal.size() == 1;
        denies = denies || rule["action"].text() == "Deny";
        const auto ranges = texts(principal["clientCIDRs"]);
        coversAll = coversAll || (rule["action"].text() == "Allow" && principal.size() == 1 &&
                                  std::any_of(ranges.begin(), ranges.end(), coversAllAddresses));
    }
    Protection result =
        onlyAddresses
            ? protection(context, ProtectionKind::abuse, allowByDefault ? "ip-deny-list" : "ip-list",
                         allowByDefault ? "Listed client addresses are refused." : "Only listed client addresses are served.",
                         node)
            : protection(context, ProtectionKind::authorization, "rules", "Requests must match a rule.", node);
    if (allowByDefault && !denies) {
        result.enforcement = Enforcement::off;
        result.detail = "Everything is allowed by default and no rule refuses anybody.";
        out.push_back(trap(context, "allow-all-rule", result.detail, node["defaultAction"]));
    } else if (coversAll) {
        result.enforcement = Enforcement::off;
        result.detail = "A rule allows every client address.";
        out.push_back(trap(context, "ip-list-allows-all", result.detail, node));
    }
    out.push_back(std::move(result));
}

void crossOrigin(const ObjectContext& context, Node cors, std::vector<Protection>& out)
{
    const auto origins = texts(cors["allowOrigins"]);
    if (std::find(origins.begin(), origins.end(), "*") != origins.end() && boolFact(context, cors["allowCredentials"]).value)
        out.push_back(trap(context, "cors-any-origin-with-credentials",
                           "Pages of any origin may call these routes with credentials.", cors));
}

} // namespace

void importSecurityPolicy(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    std::vector<Protection> found;
    tokens(context, spec["jwt"], found);
    if (const Node oidc = spec["oidc"]; oidc.isMapping()) {
        found.push_back(protection(context, ProtectionKind::authentication, "oidc",
                                   "People without a session are sent to the identity provider to sign in.", oidc));
        found.back().external = addressOf(oidc["provider"]["issuer"].text());
    }
    if (const Node basic = spec["basicAuth"]; basic.isMapping()) {
        found.push_back(protection(context, ProtectionKind::authentication, "basic",
                                   "Names and passwords are checked by the gateway (basic).", basic));
        secret(context, found.back(), basic["users"]);
    }
    if (const Node keys = spec["apiKeyAuth"]; keys.isMapping()) {
        found.push_back(
            protection(context, ProtectionKind::authentication, "api-key", "A key is required with every request.", keys));
        secret(context, found.back(), keys["credentialRefs"].at(0));
    }
    externalCheck(context, spec["extAuth"], found);
    const bool checks = !found.empty();
    authorization(context, spec["authorization"], found);
    crossOrigin(context, spec["cors"], found);
    AttachedProtection like;
    like.family = "envoy-gateway/SecurityPolicy";
    like.merges = bool(spec["mergeType"]);
    if (!checks && !like.merges) {
        found.push_back(protection(context, ProtectionKind::authentication, "none",
                                   "This policy checks nobody, and it replaces the policies of the gateway for what it targets.",
                                   spec));
        found.back().enforcement = Enforcement::off;
    }
    attachToTargets(context, spec, found, like);
}

void importClientTrafficPolicy(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]), validation = spec["tls"]["clientValidation"];
    std::vector<Protection> found;
    if (validation.isMapping()) {
        found.push_back(protection(context, ProtectionKind::authentication, "client-certificate",
                                   "Clients must show a certificate that a named authority signed.", validation));
        secret(context, found.back(), validation["caCertificateRefs"].at(0));
        if (const Node kind = validation["caCertificateRefs"].at(0)["kind"])
            found.back().refKind = kind.string();
        if (boolFact(context, validation["optional"]).value) {
            found.back().enforcement = Enforcement::optional;
            found.back().detail = "A client certificate is checked when it is shown; a client without one is let through.";
            found.push_back(trap(context, "client-certificate-optional", found.back().detail, validation["optional"]));
        }
    }
    AttachedProtection like;
    like.family = "envoy-gateway/ClientTrafficPolicy";
    attachToTargets(context, spec, found, like);
}

void importBackendTrafficPolicy(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]), limit = spec["rateLimit"];
    std::vector<Protection> found;
    if (limit.isMapping()) {
        const bool global = limit["global"].isMapping();
        found.push_back(protection(context, ProtectionKind::abuse, "rate", "Requests are limited.", limit));
        found.back().perReplica = !global;
        if (limit[global ? "global" : "local"]["rules"].size() == 0)
            found.back().enforcement = Enforcement::off;
    }
    AttachedProtection like;
    like.family = "envoy-gateway/BackendTrafficPolicy";
    like.merges = bool(spec["mergeType"]);
    attachToTargets(context, spec, found, like);
}

} // namespace bartizan::importers
