// SPDX-License-Identifier: GPL-3.0-or-later
// Annotations of other Ingress controllers. Those that ask for a check are recognised, so that nobody reads "no check"
// where one may be; what exactly they do is not interpreted, and the protection says so.
#include "importers/gateways/facts.h"
#include "importers/gateways/ingress.h"

#include <array>

namespace bartizan::importers {
namespace {

struct Row {
    std::string_view key, controller;
    ProtectionKind kind;
    std::string_view method;
    std::string_view off = {}; // the value that means "nothing"
};

constexpr auto authentication = ProtectionKind::authentication;
constexpr auto abuse = ProtectionKind::abuse;

constexpr std::array rows = {
    Row{"traefik.ingress.kubernetes.io/router.middlewares", "traefik", authentication, "middleware"},
    Row{"traefik.ingress.kubernetes.io/router.tls.options", "traefik", authentication, "client-certificate"},
    Row{"ingress.kubernetes.io/auth-type", "traefik", authentication, "basic"},
    Row{"alb.ingress.kubernetes.io/auth-type", "aws-load-balancer-controller", authentication, "oidc", "none"},
    Row{"alb.ingress.kubernetes.io/jwt-validation", "aws-load-balancer-controller", authentication, "jwt"},
    Row{"alb.ingress.kubernetes.io/mutual-authentication", "aws-load-balancer-controller", authentication, "client-certificate"},
    Row{"alb.ingress.kubernetes.io/inbound-cidrs", "aws-load-balancer-controller", abuse, "ip-list", "0.0.0.0/0"},
    Row{"alb.ingress.kubernetes.io/wafv2-acl-arn", "aws-load-balancer-controller", abuse, "waf"},
    Row{"alb.ingress.kubernetes.io/wafv2-acl-name", "aws-load-balancer-controller", abuse, "waf"},
    Row{"alb.ingress.kubernetes.io/waf-acl-id", "aws-load-balancer-controller", abuse, "waf"},
    Row{"haproxy.org/auth-type", "haproxytech-ingress", authentication, "basic"},
    Row{"haproxy.org/client-ca", "haproxytech-ingress", authentication, "client-certificate"},
    Row{"haproxy.org/allow-list", "haproxytech-ingress", abuse, "ip-list"},
    Row{"haproxy.org/whitelist", "haproxytech-ingress", abuse, "ip-list"},
    Row{"haproxy.org/rate-limit-requests", "haproxytech-ingress", abuse, "rate"},
    Row{"haproxy-ingress.github.io/auth-url", "haproxy-ingress", authentication, "external"},
    Row{"haproxy-ingress.github.io/auth-secret", "haproxy-ingress", authentication, "basic"},
    Row{"haproxy-ingress.github.io/oauth", "haproxy-ingress", authentication, "external"},
    Row{"haproxy-ingress.github.io/auth-tls-secret", "haproxy-ingress", authentication, "client-certificate"},
    Row{"haproxy-ingress.github.io/allowlist-source-range", "haproxy-ingress", abuse, "ip-list"},
    Row{"haproxy-ingress.github.io/limit-rps", "haproxy-ingress", abuse, "rate", "0"},
    Row{"haproxy-ingress.github.io/limit-connections", "haproxy-ingress", abuse, "concurrency", "0"},
    Row{"haproxy-ingress.github.io/waf", "haproxy-ingress", abuse, "waf"},
    Row{"ingress.kubernetes.io/auth-url", "haproxy-ingress", authentication, "external"},
    Row{"ingress.kubernetes.io/auth-secret", "haproxy-ingress", authentication, "basic"},
    Row{"konghq.com/plugins", "kong", authentication, "plugin"},
    Row{"nginx.org/policies", "nginx-ingress-controller", authentication, "policy"},
    Row{"nginx.com/policies", "nginx-ingress-controller", abuse, "policy"},
    Row{"nginx.org/basic-auth-secret", "nginx-ingress-controller", authentication, "basic"},
    Row{"nginx.com/jwt-key", "nginx-ingress-controller", authentication, "jwt"},
    Row{"nginx.org/limit-req-rate", "nginx-ingress-controller", abuse, "rate"},
    Row{"k8s.apisix.apache.org/auth-type", "apisix", authentication, "plugin"},
    Row{"k8s.apisix.apache.org/auth-uri", "apisix", authentication, "external"},
    Row{"k8s.apisix.apache.org/plugin-config-name", "apisix", authentication, "plugin"},
    Row{"k8s.apisix.apache.org/allowlist-source-range", "apisix", abuse, "ip-list"},
    Row{"higress.io/auth-type", "higress", authentication, "basic"},
    Row{"higress.io/auth-tls-secret", "higress", authentication, "client-certificate"},
    Row{"higress.io/whitelist-source-range", "higress", abuse, "ip-list"},
    Row{"higress.io/route-limit-rps", "higress", abuse, "rate"},
    Row{"higress.io/route-limit-rpm", "higress", abuse, "rate"},
    Row{"ingress.citrix.com/policies", "netscaler", authentication, "policy"},
    Row{"appgw.ingress.kubernetes.io/waf-policy-for-path", "azure-application-gateway", abuse, "waf"},
    Row{"zalando.org/skipper-filter", "skipper", authentication, "filter"},
};

} // namespace

void readOtherControllers(const ObjectContext& context, std::vector<RouteRecord>& routes)
{
    for (const Row& row : rows) {
        const Node node = annotation(context, row.key);
        const std::string_view value = trim(node.text());
        if (value.empty() || value == row.off)
            continue;
        Protection result;
        result.kind = row.kind;
        result.method = std::string(row.method);
        result.enforcement = Enforcement::unknown;
        result.controller = std::string(row.controller);
        result.id = result.controller + "." + result.method;
        result.detail = "An annotation of " + result.controller + " was seen and is not interpreted.";
        result.evidence = urlEvidence(context, node);
        for (RouteRecord& route : routes)
            route.protections.push_back(result);
    }
    // A certificate from the provider's own store: TLS without spec.tls.
    const Node certificate = annotation(context, "alb.ingress.kubernetes.io/certificate-arn");
    const Node scheme = annotation(context, "alb.ingress.kubernetes.io/scheme");
    if (certificate || scheme) {
        ControllerFacts facts;
        facts.controller = "aws-load-balancer-controller";
        if (certificate)
            facts.edgeTls = {TlsMode::terminate, certificate.evidence(context.object)};
        if (const Node redirect = annotation(context, "alb.ingress.kubernetes.io/ssl-redirect"); redirect && certificate)
            facts.redirectsToHttps = {true, redirect.evidence(context.object)};
        if (scheme)
            facts.internal = {scheme.text() != "internet-facing", scheme.evidence(context.object)};
        for (RouteRecord& route : routes)
            route.byController.push_back(facts);
    }
    if (const Node tls = annotation(context, "traefik.ingress.kubernetes.io/router.tls"); lowered(tls.text()) == "true") {
        ControllerFacts facts;
        facts.controller = "traefik";
        facts.edgeTls = {TlsMode::terminate, tls.evidence(context.object)};
        for (RouteRecord& route : routes)
            route.byController.push_back(facts);
    }
}

} // namespace bartizan::importers
