// SPDX-License-Identifier: GPL-3.0-or-later
// Policies of other Gateway API implementations: Kuadrant's AuthPolicy and NGINX Gateway Fabric's AuthenticationFilter
// as far as they say whether somebody is checked; for the rest a table of what they may set, so that a route under such
// a policy is "unknown", never "no check".
#include "importers/gateways/facts.h"
#include "importers/gateways/gateway_api.h"

#include <array>

namespace bartizan::importers {
namespace {

struct Row {
    std::string_view group, kind;
    std::string_view key; // below spec; "" = the object itself says it
    ProtectionKind protection;
    std::string_view method;
};

constexpr auto authentication = ProtectionKind::authentication;
constexpr auto authorization = ProtectionKind::authorization;
constexpr auto abuse = ProtectionKind::abuse;

constexpr std::array rows = {
    Row{"kuadrant.io", "RateLimitPolicy", "", abuse, "rate"},
    Row{"kuadrant.io", "TokenRateLimitPolicy", "", abuse, "rate"},
    Row{"gateway.kgateway.dev", "TrafficPolicy", "extAuth", authentication, "external"},
    Row{"gateway.kgateway.dev", "TrafficPolicy", "jwt", authentication, "jwt"},
    Row{"gateway.kgateway.dev", "TrafficPolicy", "jwtAuth", authentication, "jwt"},
    Row{"gateway.kgateway.dev", "TrafficPolicy", "jwtAuthentication", authentication, "jwt"},
    Row{"gateway.kgateway.dev", "TrafficPolicy", "basicAuth", authentication, "basic"},
    Row{"gateway.kgateway.dev", "TrafficPolicy", "apiKeyAuth", authentication, "api-key"},
    Row{"gateway.kgateway.dev", "TrafficPolicy", "apiKeyAuthentication", authentication, "api-key"},
    Row{"gateway.kgateway.dev", "TrafficPolicy", "oauth2", authentication, "oidc"},
    Row{"gateway.kgateway.dev", "TrafficPolicy", "rbac", authorization, "rules"},
    Row{"gateway.kgateway.dev", "TrafficPolicy", "rateLimit", abuse, "rate"},
    Row{"gateway.nginx.org", "SnippetsPolicy", "", authentication, "raw"},
    Row{"gateway.nginx.org", "RateLimitPolicy", "rateLimit", abuse, "rate"},
    Row{"gateway.nginx.org", "WAFPolicy", "", abuse, "waf"},
    Row{"gateway.envoyproxy.io", "EnvoyExtensionPolicy", "", authentication, "extension"},
    Row{"networking.gke.io", "GCPBackendPolicy", "default.iap", authentication, "identity-aware-proxy"},
    Row{"networking.gke.io", "GCPBackendPolicy", "default.securityPolicy", abuse, "waf"},
    Row{"consul.hashicorp.com", "GatewayPolicy", "", authentication, "jwt"},
    Row{"alb.networking.azure.io", "WebApplicationFirewallPolicy", "", abuse, "waf"},
    Row{"alb.networking.azure.io", "FrontendTLSPolicy", "default.verify", authentication, "client-certificate"},
    Row{"apisix.apache.org", "HTTPRoutePolicy", "", authentication, "plugin"},
    Row{"policy.linkerd.io", "HTTPLocalRateLimitPolicy", "", abuse, "rate"},
};

Node below(Node node, std::string_view dotted)
{
    for (const auto part : split(dotted, "."))
        node = node[part];
    return node;
}

} // namespace

void importOtherGatewayPolicy(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    const Identity& identity = context.meta().identity;
    std::vector<Protection> found;
    for (const Row& row : rows) {
        const Node node = row.key.empty() ? spec : below(spec, row.key);
        if (row.group != identity.group || row.kind != identity.kind || !node || node.isNull())
            continue;
        Protection result;
        result.kind = row.protection;
        result.method = std::string(row.method);
        result.id = std::string(row.group) + "." + result.method;
        result.enforcement = Enforcement::unknown;
        result.detail = "A policy of kind " + identity.kind + " (" + identity.group + ") is attached and not interpreted.";
        result.evidence = node.evidence(context.object);
        if (const Node disable = node["disable"]; disable) {
            result.enforcement = Enforcement::off;
            result.detail = "What the gateway sets is switched off here.";
            result.evidence = disable.evidence(context.object);
        } else if (const Node dryRun = node["dryRun"]; boolFact(context, dryRun).value) {
            result.enforcement = Enforcement::off;
            result.detail = "The limit only counts: it runs dry.";
            result.evidence = dryRun.evidence(context.object);
        }
        found.push_back(std::move(result));
    }
    AttachedProtection like;
    like.family = identity.group + "/" + identity.kind;
    like.merges = true; // settings of several levels add up, as far as each implementation's documents say
    attachToTargets(context, spec, found, like);
}

// Kuadrant/kuadrant-operator doc/reference/authpolicy.md: rules directly (they act as defaults), under `defaults` or
// under `overrides`; every request must pass one of the named authentications; `anonymous` passes everybody.
void importAuthPolicy(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    AttachedProtection like;
    like.family = "kuadrant/AuthPolicy";
    Node level = spec;
    if (spec["overrides"].isMapping()) {
        level = spec["overrides"];
        like.overrides = true;
    } else if (spec["defaults"].isMapping()) {
        level = spec["defaults"];
    }
    like.merges = level["strategy"].text() == "merge";
    const Node rules = level["rules"], checks = rules["authentication"];
    const bool conditional = level["when"].size() > 0 || spec["when"].size() > 0;

    std::vector<Protection> found;
    Protection result;
    result.method = "none";
    result.id = "kuadrant.authentication";
    result.enforcement = Enforcement::off;
    result.detail = "This policy checks nobody.";
    result.evidence = (checks ? checks : spec).evidence(context.object);
    if (checks.isMapping() && checks.size() > 0) {
        result.enforcement = conditional ? Enforcement::unknown : Enforcement::enforced;
        result.detail = conditional ? "Requests are checked under conditions that are not interpreted."
                                    : "Every request is checked by the authorization service.";
        for (const Node check : checks) {
            for (const char* kind : {"apiKey", "jwt", "x509", "oauth2Introspection", "kubernetesTokenReview", "plain"}) {
                if (check[kind] && result.method == "none")
                    result.method = std::string(kind) == "apiKey" ? "api-key"
                                    : std::string(kind) == "x509" ? "client-certificate"
                                                                  : kind;
            }
            if (const Node issuer = check["jwt"]["issuerUrl"])
                result.external = addressOf(issuer.text());
            if (!check["anonymous"])
                continue;
            result.enforcement = Enforcement::optional;
            result.detail = "Anonymous callers are let through.";
            Protection trap = result;
            trap.kind = ProtectionKind::trap;
            trap.id = "anonymous-allowed";
            trap.evidence = check["anonymous"].evidence(context.object);
            found.push_back(std::move(trap));
        }
        if (result.method == "none")
            result.method = "external";
    }
    if (const Node decisions = rules["authorization"]; decisions.isMapping() && decisions.size() > 0) {
        Protection authorizes;
        authorizes.kind = ProtectionKind::authorization;
        authorizes.method = "rules";
        authorizes.id = "kuadrant.authorization";
        authorizes.enforcement = conditional ? Enforcement::unknown : Enforcement::enforced;
        authorizes.detail = "Requests must satisfy the policy's rules, which are not interpreted.";
        authorizes.evidence = decisions.evidence(context.object);
        found.push_back(std::move(authorizes));
        if (result.method == "none") { // e.g. the documented deny-all at a gateway: nobody is asked, nobody may pass
            result.enforcement = Enforcement::unknown;
            result.detail = "Nobody is identified; the policy's rules decide who passes, and they are not interpreted.";
        }
    }
    found.push_back(std::move(result));
    attachToTargets(context, spec, found, like);
}

// Used by routes through an ExtensionRef; attached to nothing by itself.
void importAuthenticationFilter(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    const std::string type = lowered(spec["type"].text());
    const Node block = spec[type];
    AttachedProtection attached;
    attached.object = context.object;
    attached.family = "gateway.nginx.org/AuthenticationFilter";
    Protection& result = attached.protection;
    result.method = type.empty() ? "unknown" : type;
    result.id = "nginx-gateway-fabric." + result.method;
    result.detail = "The gateway checks every request of routes that use this filter.";
    result.evidence = (spec["type"] ? spec["type"] : spec).evidence(context.object);
    if (!block.isMapping()) {
        result.enforcement = Enforcement::unresolved;
        result.detail = "The filter's settings for its type are not written.";
    }
    if (const Node secret = block["secretRef"]["name"]) {
        result.refKind = "Secret";
        result.refNs = namespaceOf(context);
        result.refName = secret.string();
    }
    result.external = addressOf(block["issuer"].text());
    context.out.attachedProtections.push_back(std::move(attached));
}

} // namespace bartizan::importers
