// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule that may decide a verdict or raise a finding: id, layer and default severity ("none": it only decides
// verdicts). The words (title, why, fix, controls) are in resources/rules.yaml; a test keeps both equal and sees that
// each id is used. Code names a rule by its literal id through RuleId: a misspelt one does not compile.
#pragma once

#include "analysis/posture.h"

#include <string_view>

namespace bartizan::analysis {

struct RuleRow {
    std::string_view id;
    Layer layer;
    std::string_view severity; // "critical" .. "info", "none"
};

inline constexpr RuleRow ruleRows[] = {
    {"review-statement", Layer::testing, "none"}, // whatever the layer of the verdict

    {"gateway-in-front", Layer::gateway, "none"},
    {"gateway-is-gateway", Layer::gateway, "none"},
    {"gateway-no-way-in", Layer::gateway, "none"},
    {"gateway-unknown", Layer::gateway, "none"},
    {"gateway-load-balancer", Layer::gateway, "medium"},
    {"gateway-node-port", Layer::gateway, "medium"},
    {"gateway-host-port", Layer::gateway, "medium"},
    {"gateway-host-network", Layer::gateway, "low"},
    {"gateway-external-ip", Layer::gateway, "medium"},
    {"gateway-way-round", Layer::gateway, "high"},
    {"gateway-admin-port", Layer::gateway, "medium"},
    {"gateway-tunnel", Layer::gateway, "medium"},
    {"gateway-forwarding-rights", Layer::gateway, "low"},
    {"gateway-not-programmed", Layer::gateway, "medium"},
    {"gateway-class-without-controller", Layer::gateway, "medium"},
    {"gateway-route-not-accepted", Layer::gateway, "low"},
    {"gateway-backend-unresolved", Layer::gateway, "low"},
    {"gateway-controller-retired", Layer::gateway, "low"},
    {"gateway-route-trap", Layer::gateway, "low"},
    {"route-cors-any-origin-with-credentials", Layer::gateway, "medium"},
    {"route-passthrough-ignores-annotations", Layer::gateway, "medium"},
    {"route-raw-snippet", Layer::gateway, "low"},

    {"abuse-limited", Layer::abuse, "none"},
    {"abuse-no-way-in", Layer::abuse, "none"},
    {"abuse-unknown", Layer::abuse, "none"},
    {"abuse-none", Layer::abuse, "medium"},
    {"abuse-per-replica", Layer::abuse, "low"},
    {"abuse-weak-form", Layer::abuse, "low"},
    {"abuse-detect-only", Layer::abuse, "medium"},
    {"route-ip-list-allows-all", Layer::abuse, "low"},
    {"route-ip-list-ignored", Layer::abuse, "medium"},
    {"route-rate-limit-not-enabled", Layer::abuse, "low"},

    {"authentication-checked", Layer::authentication, "none"},
    {"authentication-no-way-in", Layer::authentication, "none"},
    {"authentication-not-listening", Layer::authentication, "none"},
    {"authentication-open-by-decision", Layer::authentication, "none"},
    {"authentication-no-check", Layer::authentication, "medium"},
    {"authentication-open-shown", Layer::authentication, "high"},
    {"authentication-optional", Layer::authentication, "high"},
    {"authentication-exempt-path", Layer::authentication, "medium"},
    {"authentication-off", Layer::authentication, "medium"},
    {"authentication-unresolved", Layer::authentication, "medium"},
    {"route-anonymous-allowed", Layer::authentication, "high"},
    {"route-token-not-required", Layer::authentication, "high"},
    {"route-client-certificate-optional", Layer::authentication, "medium"},
    {"route-external-check-fails-open", Layer::authentication, "medium"},
    {"route-satisfy-any", Layer::authentication, "medium"},
    {"route-snippet-opens", Layer::authentication, "medium"},
    {"authentication-peer-checked", Layer::authentication, "none"},
    {"authentication-peer-unknown", Layer::authentication, "none"},
    {"authentication-peer-permissive", Layer::authentication, "low"},
    {"authentication-peer-open", Layer::authentication, "medium"},
    {"authentication-lateral-entry", Layer::authentication, "low"},
    {"authentication-probe-published", Layer::authentication, "info"},
    {"authentication-debug-published", Layer::authentication, "medium"},

    {"mfa-no-way-in", Layer::mfa, "none"},
    {"mfa-audience", Layer::mfa, "none"},
    {"mfa-unknown", Layer::mfa, "none"},
    {"mfa-enforced", Layer::mfa, "none"},
    {"mfa-method-cannot", Layer::mfa, "medium"},

    {"authorization-named-callers", Layer::authorization, "none"},
    {"authorization-not-listening", Layer::authorization, "none"},
    {"authorization-unknown", Layer::authorization, "none"},
    {"authorization-none", Layer::authorization, "medium"},
    {"authorization-allow-all", Layer::authorization, "medium"},
    {"authorization-without-callers", Layer::authorization, "low"},
    {"authorization-broad-callers", Layer::authorization, "low"},
    {"authorization-negative-only", Layer::authorization, "medium"},
    {"authorization-without-proxy", Layer::authorization, "high"},
    {"authorization-selects-nothing", Layer::authorization, "low"},
    {"authorization-identity-not-guaranteed", Layer::authorization, "medium"},

    {"encryption-mutual", Layer::encryption, "none"},
    {"encryption-tls", Layer::encryption, "none"},
    {"encryption-no-edges", Layer::encryption, "none"},
    {"encryption-unknown", Layer::encryption, "none"},
    {"encryption-client-plain", Layer::encryption, "medium"},
    {"encryption-probe-plain", Layer::encryption, "medium"},
    {"encryption-product-plain", Layer::encryption, "medium"},
    {"encryption-edge-plain", Layer::encryption, "high"},
    {"encryption-edge-no-redirect", Layer::encryption, "medium"},
    {"encryption-backend-plain", Layer::encryption, "medium"},
    {"encryption-permissive", Layer::encryption, "low"},
    {"encryption-unverified", Layer::encryption, "medium"},
    {"encryption-mesh-disabled", Layer::encryption, "medium"},
    {"encryption-port-excluded", Layer::encryption, "medium"},
    {"encryption-weak-version", Layer::encryption, "medium"},
    {"encryption-injection-without-proxy", Layer::encryption, "medium"},

    {"network-restricted", Layer::network, "none"},
    {"network-unknown", Layer::network, "none"},
    {"network-no-policy", Layer::network, "medium"},
    {"network-one-direction", Layer::network, "medium"},
    {"network-allow-all", Layer::network, "medium"},
    {"network-broad", Layer::network, "low"},
    {"network-surplus", Layer::network, "low"},
    {"network-internet-egress", Layer::network, "low"},
    {"network-metadata-reachable", Layer::network, "low"},
    {"network-host-network", Layer::network, "medium"},
    {"network-not-enforced", Layer::network, "high"},
    {"network-selects-nothing", Layer::network, "low"},
    {"network-cuts-off-call", Layer::network, "low"},
    {"network-blocks-entry", Layer::network, "medium"},

    {"failure-endures", Layer::failure, "none"},
    {"failure-not-applicable", Layer::failure, "none"},
    {"failure-single-replica", Layer::failure, "low"},
    {"failure-thin", Layer::failure, "low"},
    {"failure-no-memory-limit", Layer::failure, "low"},
    {"failure-budget", Layer::failure, "low"},
    {"failure-shared-store", Layer::failure, "low"},
    {"failure-empty-dir-store", Layer::failure, "low"},
    {"failure-no-ready-endpoints", Layer::failure, "low"},

    {"hardening-restricted", Layer::hardening, "none"},
    {"hardening-unknown", Layer::hardening, "none"},
    {"hardening-privileged", Layer::hardening, "high"},
    {"hardening-host-namespace", Layer::hardening, "high"},
    {"hardening-host-path", Layer::hardening, "high"},
    {"hardening-runtime-socket", Layer::hardening, "critical"},
    {"hardening-capability", Layer::hardening, "medium"},
    {"hardening-host-port", Layer::hardening, "low"},
    {"hardening-baseline-other", Layer::hardening, "medium"},
    {"hardening-injected-init", Layer::hardening, "low"},
    {"hardening-not-restricted", Layer::hardening, "medium"},
    {"hardening-root", Layer::hardening, "medium"},
    {"hardening-writable-root", Layer::hardening, "low"},

    {"privilege-no-token", Layer::privilege, "none"},
    {"privilege-narrow", Layer::privilege, "none"},
    {"privilege-unknown", Layer::privilege, "none"},
    {"privilege-cloud-role", Layer::privilege, "none"},
    {"privilege-token-mounted", Layer::privilege, "low"},
    {"privilege-cluster-admin", Layer::privilege, "critical"},
    {"privilege-wildcard", Layer::privilege, "high"},
    {"privilege-secrets", Layer::privilege, "high"},
    {"privilege-escalate", Layer::privilege, "high"},
    {"privilege-exec", Layer::privilege, "high"},
    {"privilege-token-request", Layer::privilege, "high"},
    {"privilege-nodes-proxy", Layer::privilege, "high"},
    {"privilege-create-pods", Layer::privilege, "medium"},
    {"privilege-default-account", Layer::privilege, "medium"},
    {"privilege-group-binding", Layer::privilege, "high"},
    {"privilege-group-binding-narrow", Layer::privilege, "low"},
    {"privilege-anonymous-binding", Layer::privilege, "high"},
    {"privilege-anonymous-binding-narrow", Layer::privilege, "low"},
    {"privilege-unused-account", Layer::privilege, "high"},
    {"privilege-legacy-token", Layer::privilege, "low"},

    {"secrets-referenced", Layer::secrets, "none"},
    {"secrets-unknown", Layer::secrets, "none"},
    {"secrets-literal-env", Layer::secrets, "high"},
    {"secrets-literal-argument", Layer::secrets, "high"},
    {"secrets-config-map", Layer::secrets, "high"},
    {"secrets-config-map-unused", Layer::secrets, "low"},
    {"secrets-in-manifest", Layer::secrets, "medium"},
    {"secrets-last-applied", Layer::secrets, "medium"},
    {"secrets-whole-env", Layer::secrets, "low"},
    {"secrets-placeholder", Layer::secrets, "info"},

    {"image-no-report", Layer::image, "none"},
    {"image-scanned", Layer::image, "none"},
    {"image-unscanned", Layer::image, "medium"},
    {"image-vulnerable", Layer::image, "high"},
    {"image-stale-scan", Layer::image, "low"},
    {"image-other-digest", Layer::image, "medium"},
    {"image-attempted-scan", Layer::image, "low"},
    {"image-mutable-tag", Layer::image, "low"},
    {"image-not-pinned", Layer::image, "none"},
    {"image-weak-report", Layer::image, "none"},
    {"image-running-differs", Layer::image, "medium"},

    {"dependencies-no-report", Layer::dependencies, "none"},
    {"dependencies-covered", Layer::dependencies, "none"},
    {"dependencies-vulnerable", Layer::dependencies, "none"},

    {"testing-third-party", Layer::testing, "none"},
    {"testing-no-report", Layer::testing, "none"},

    {"runtime-unknown", Layer::runtime, "none"},
    {"runtime-covered", Layer::runtime, "none"},

    {"admission-restricted", Layer::admission, "none"},
    {"admission-unknown", Layer::admission, "none"},
    {"admission-baseline", Layer::admission, "low"},
    {"admission-privileged", Layer::admission, "medium"},
    {"admission-warn-only", Layer::admission, "low"},
    {"admission-not-enforced", Layer::admission, "medium"},
    {"admission-label-newer", Layer::admission, "low"},
    {"platform-stranger", Layer::admission, "medium"},
};

consteval std::size_t ruleIndex(std::string_view id)
{
    for (std::size_t i = 0; i < std::size(ruleRows); ++i)
        if (ruleRows[i].id == id)
            return i;
    throw "no such rule"; // reached only while compiling
}

class RuleId {
public:
    consteval RuleId(const char* id) : m_index(ruleIndex(id)) {} // implicit: f("network-no-policy")
    constexpr std::string_view text() const { return ruleRows[m_index].id; }
    constexpr const RuleRow& row() const { return ruleRows[m_index]; }
    friend constexpr bool operator==(RuleId, RuleId) = default;

private:
    std::size_t m_index;
};

} // namespace bartizan::analysis
