// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_mesh.h"

#include <vector>

namespace bartizan::test {
namespace {

using Words = std::vector<std::string>;

std::string any(Random& random, const Words& words)
{
    return random.of(words);
}

std::string metadata(const std::string& name, const std::string& ns, const std::string& more = "")
{
    return "metadata: {name: " + name + (ns.empty() ? "" : ", namespace: " + ns) + more + "}\n";
}

std::string source(Random& random)
{
    return any(random, {"principals: [\"cluster.local/ns/shop/sa/web\"]", "principals: [\"*/sa/cart\"]",
                        "principals: [\"other/ns/bank/*\"]", "notPrincipals: [\"cluster.local/ns/bank/sa/web\"]",
                        "namespaces: [shop]", "notNamespaces: [bank, tools]", "serviceAccounts: [\"bank/cart\", web]",
                        "ipBlocks: [10.0.0.0/8]", "notIpBlocks: [0.0.0.0/0]", "requestPrincipals: [\"*\"]",
                        "remoteIpBlocks: [1.2.3.4]", "trustDomains: [other]", "notServiceAccounts: [\"bank/web\"]"});
}

// istiod takes no principals or tokens beside action CUSTOM.
std::string address(Random& random)
{
    return any(random, {"ipBlocks: [10.0.0.0/8]", "notIpBlocks: [0.0.0.0/0]", "remoteIpBlocks: [1.2.3.4]"});
}

std::string accessPolicy(Random& random, std::size_t number)
{
    const std::string action = any(random, {"ALLOW", "ALLOW", "DENY", "CUSTOM, provider: {name: p}", "AUDIT"});
    const bool custom = action.starts_with("CUSTOM");
    const auto from = [&] { return "{source: {" + (custom ? address(random) : source(random)) + "}}"; };
    std::string rule;
    if (random.below(4) != 0)
        rule = "from: [" + from() + ", " + from() + "]";
    if (random.below(2) == 0)
        rule += (rule.empty() ? "" : ", ") +
                any(random, {"to: [{operation: {methods: [GET]}}]", "to: [{operation: {ports: [\"80\"]}}]",
                             "to: [{operation: {notPaths: [\"/a*\"], ports: [\"90\"]}}]"});
    if (random.below(3) == 0) {
        const std::string header = "when: [{key: \"request.headers[x]\", values: [y]}]";
        rule += (rule.empty() ? "" : ", ") +
                (custom ? header
                        : any(random, {"when: [{key: source.namespace, values: [bank]}]",
                                       "when: [{key: source.principal, notValues: [\"cluster.local/ns/shop/sa/web\"]}]",
                                       "when: [{key: source.serviceAccount, values: [\"shop/cart\"]}]", header}));
    }
    return "---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\n" +
           metadata("p" + std::to_string(number), any(random, {"shop", "bank", "tools", "istio-system"})) + "spec: {" +
           (random.below(2) == 0 ? "selector: {matchLabels: {app: " + any(random, {"web", "cart"}) + "}}, " : "") +
           "action: " + action + ", rules: [{" + rule + "}]}\n";
}

std::string linkerdPolicy(Random& random, std::size_t number)
{
    const std::string n = std::to_string(number), ns = any(random, {"shop", "bank"});
    return "---\napiVersion: policy.linkerd.io/v1beta3\nkind: Server\n" + metadata("s" + n, ns) +
           "spec: {podSelector: {matchLabels: {app: " + any(random, {"web", "cart"}) + "}}, port: " + any(random, {"80", "90"}) +
           "}\n---\napiVersion: policy.linkerd.io/v1alpha1\nkind: AuthorizationPolicy\n" + metadata("a" + n, ns) +
           "spec: {targetRef: {group: policy.linkerd.io, kind: Server, name: s" + n +
           "}, requiredAuthenticationRefs: [{group: policy.linkerd.io, kind: MeshTLSAuthentication, name: m" + n +
           "}]}\n---\napiVersion: policy.linkerd.io/v1alpha1\nkind: MeshTLSAuthentication\n" + metadata("m" + n, ns) + "spec: {" +
           any(random,
               {"identities: [\"web.shop.serviceaccount.identity.linkerd.cluster.local\"]",
                "identityRefs: [{kind: ServiceAccount, name: cart}]", "identities: [\"*.bank.serviceaccount.identity.x\"]"}) +
           "}\n";
}

} // namespace

std::string randomMesh(Random& random)
{
    std::string text;
    const bool linkerd = random.below(3) == 0;
    for (const char* ns : {"shop", "bank", "tools"})
        text += "---\napiVersion: v1\nkind: Namespace\n" +
                metadata(ns, "",
                         any(random, {"", ", labels: {istio-injection: enabled}", ", labels: {istio.io/dataplane-mode: ambient}",
                                      ", annotations: {linkerd.io/inject: enabled}"}));
    for (std::size_t i = 0; i < 12; ++i) {
        const std::string annotations =
            any(random, {"", "", "", "traffic.sidecar.istio.io/excludeOutboundPorts: \"80\"",
                         "traffic.sidecar.istio.io/includeOutboundIPRanges: \"1.0.0.0/8\"",
                         "traffic.sidecar.istio.io/excludeInboundPorts: \"90\"", "config.linkerd.io/skip-outbound-ports: \"80\"",
                         "linkerd.io/inject: disabled", "sidecar.istio.io/inject: \"false\""});
        text += "---\napiVersion: v1\nkind: Pod\n" +
                metadata("p" + std::to_string(i), any(random, {"shop", "bank", "tools"}),
                         ", labels: {app: " + any(random, {"web", "cart", "db"}) + "}, annotations: {" + annotations + "}") +
                "spec: {serviceAccountName: " + any(random, {"web", "cart", "db"}) +
                ", containers: [{name: main, image: \"i:1\", ports: [{containerPort: 80}]}" +
                any(random, {"", "", ", {name: istio-proxy, image: \"p:1\"}", ", {name: linkerd-proxy, image: \"l:1\"}"}) +
                "]}\n";
    }
    for (const char* ns : {"shop", "bank"})
        if (random.below(3) != 0)
            text += "---\napiVersion: v1\nkind: Service\n" + metadata("web", ns) +
                    "spec: {selector: {app: web}, ports: [{name: " + any(random, {"http", "tcp", "other"}) + ", port: 80}]}\n";
    if (random.below(2) == 0)
        text += "---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\n" +
                metadata("default", any(random, {"shop", "istio-system"})) +
                "spec: {mtls: {mode: " + any(random, {"STRICT", "PERMISSIVE", "DISABLE"}) + "}}\n";
    if (random.below(2) == 0)
        text += "---\napiVersion: networking.istio.io/v1\nkind: Sidecar\n" +
                metadata("s", any(random, {"shop", "istio-system"})) + "spec: {" +
                any(random, {"", "workloadSelector: {labels: {app: web}}, "}) + "egress: [{hosts: [\"" +
                any(random, {"./*", "shop/*", "*/*"}) +
                "\"]}], outboundTrafficPolicy: {mode: " + any(random, {"REGISTRY_ONLY", "ALLOW_ANY"}) + "}}\n";
    if (random.below(3) == 0)
        text += "---\napiVersion: networking.istio.io/v1\nkind: Sidecar\n" + metadata("t", any(random, {"shop", "bank"})) +
                "spec: {workloadSelector: {labels: {app: cart}}, egress: [{hosts: [\"./*\"]}]}\n";
    for (const char* name : {"istio", "istio-new"})
        if (random.below(3) == 0)
            text += "---\napiVersion: v1\nkind: ConfigMap\n" + metadata(name, "istio-system") +
                    "data: {mesh: \"{rootNamespace: " + any(random, {"istio-system", "tools"}) +
                    ", trustDomain: " + any(random, {"cluster.local", "other"}) + ", trustDomainAliases: [" +
                    any(random, {"", "other", "third"}) +
                    "], outboundTrafficPolicy: {mode: " + any(random, {"ALLOW_ANY", "REGISTRY_ONLY"}) + "}}\"}\n";
    const std::size_t policies = random.below(5);
    for (std::size_t i = 0; i < policies; ++i)
        text += linkerd ? linkerdPolicy(random, i) : accessPolicy(random, i);
    return text;
}

} // namespace bartizan::test
