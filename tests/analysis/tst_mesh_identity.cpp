// SPDX-License-Identifier: GPL-3.0-or-later
// Where AuthorizationPolicies name callers that may have no name: server and client side, by scope, and with workloads.
#include "analysis/mesh_identity.h"
#include "tests/support/import_file.h"

#include <QtTest>

using namespace bartizan;

namespace {

std::string authentication(const char* name, const char* ns, const char* rest)
{
    return std::string("---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: ") + name +
           ", namespace: " + ns + "}\nspec: {" + rest + "}\n";
}

std::string clientRule(const char* name, const char* ns, const char* host, const char* mode)
{
    return std::string("---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: ") + name +
           ", namespace: " + ns + "}\nspec: {host: \"" + host + "\", trafficPolicy: {tls: {mode: " + mode + "}}}\n";
}

const std::string policy = R"(---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: callers, namespace: shop}
spec:
  selector: {matchLabels: {app: cart}}
  rules:
  - from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}]
)";
const std::string service = R"(---
apiVersion: v1
kind: Service
metadata: {name: cart, namespace: shop}
spec: {selector: {app: cart}, ports: [{port: 80}]}
)";

// The reason of the one gap; "" where there is none.
std::string gap(const std::string& text, bool autoMtls = true)
{
    analysis::MeshIdentitySettings settings;
    settings.autoMtls = autoMtls;
    const auto gaps = analysis::meshIdentityGaps(test::importFile(text), settings);
    return gaps.empty() ? std::string() : gaps.front().reason;
}

} // namespace

class TestMeshIdentity : public QObject {
    Q_OBJECT
private slots:
    void servers();
    void clients();
    void workloads();
    void policies();
};

void TestMeshIdentity::servers()
{
    const std::string off = "mtls: {mode: DISABLE}", strict = "mtls: {mode: STRICT}", unset = "mtls: {mode: UNSET}";
    QCOMPARE(gap(policy), std::string());
    QCOMPARE(gap(policy + authentication("default", "istio-system", off.c_str())),
             std::string("PeerAuthentication istio-system/default turns mutual TLS off"));
    QCOMPARE(
        gap(policy + authentication("default", "istio-system", off.c_str()) + authentication("default", "shop", strict.c_str())),
        std::string());
    QCOMPARE(
        gap(policy + authentication("default", "istio-system", off.c_str()) + authentication("default", "shop", unset.c_str())),
        std::string("PeerAuthentication istio-system/default turns mutual TLS off"));
    QCOMPARE(gap(policy + authentication("default", "shop", strict.c_str()) +
                 authentication("cart", "shop", "selector: {matchLabels: {app: cart}}, mtls: {mode: DISABLE}")),
             std::string("PeerAuthentication shop/cart turns mutual TLS off"));
    QCOMPARE(gap(policy + authentication("web", "shop", "selector: {matchLabels: {app: web}}, mtls: {mode: DISABLE}")),
             std::string());
    QCOMPARE(gap(policy + authentication("cart", "shop",
                                         "selector: {matchLabels: {app: cart}}, mtls: {mode: STRICT}, "
                                         "portLevelMtls: {8080: {mode: DISABLE}}")),
             std::string("PeerAuthentication shop/cart turns mutual TLS off on port 8080"));
    const auto since = [&](const char* name, const char* created, const std::string& mode) {
        return "---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: " + std::string(name) +
               ", namespace: shop, creationTimestamp: \"" + created + "\"}\nspec: {" + mode + "}\n";
    };
    QCOMPARE(gap(policy + since("a", "2026-03-01T00:00:00Z", off) + since("b", "2025-03-01T00:00:00Z", strict)), std::string());
    QCOMPARE(gap(policy + since("a", "2024-03-01T00:00:00Z", off) + since("b", "2025-03-01T00:00:00Z", strict)),
             std::string("PeerAuthentication shop/a turns mutual TLS off"));
}

void TestMeshIdentity::clients()
{
    QCOMPARE(gap(policy, false), std::string("automatic mutual TLS is off and no DestinationRule turns it on"));
    QCOMPARE(gap(policy + clientRule("all", "istio-system", "*.local", "ISTIO_MUTUAL"), false), std::string());
    QCOMPARE(gap(policy + clientRule("all", "istio-system", "*.local", "ISTIO_MUTUAL") +
                 clientRule("shop", "shop", "*.shop.svc.cluster.local", "DISABLE")),
             std::string("DestinationRule shop/shop makes callers use plain text"));
    QCOMPARE(gap(policy + clientRule("cart", "shop", "cart", "DISABLE")), std::string()); // is it about these pods at all?
    QCOMPARE(gap(policy + service + clientRule("cart", "shop", "cart", "DISABLE")),
             std::string("DestinationRule shop/cart makes callers use plain text"));
    QCOMPARE(gap(policy + service + clientRule("shop", "shop", "*.shop.svc.cluster.local", "DISABLE") +
                 clientRule("cart", "shop", "cart.shop.svc.cluster.local", "ISTIO_MUTUAL")),
             std::string());
    QCOMPARE(gap(policy + clientRule("other", "shop", "*.other.svc.cluster.local", "DISABLE")), std::string());
    QCOMPARE(gap(policy + clientRule("all", "shop", "*", "SIMPLE")),
             std::string("DestinationRule shop/all makes callers use TLS without a certificate of their own"));
}

void TestMeshIdentity::workloads()
{
    const std::string off = authentication("old", "shop", "selector: {matchLabels: {version: old}}, mtls: {mode: DISABLE}");
    const auto pod = [](const char* name, const char* version) {
        return std::string("---\napiVersion: v1\nkind: Pod\nmetadata: {name: ") + name +
               ", namespace: shop, labels: {app: cart, version: " + version +
               "}}\nspec: {containers: [{name: main, image: \"main:1\"}]}\n";
    };
    QCOMPARE(gap(policy + off), std::string());
    QCOMPARE(gap(policy + off + pod("a", "new")), std::string());
    QCOMPARE(gap(policy + off + pod("a", "new") + pod("b", "old")),
             std::string("PeerAuthentication shop/old turns mutual TLS off"));
}

void TestMeshIdentity::policies()
{
    const std::string off = authentication("default", "istio-system", "mtls: {mode: DISABLE}");
    const auto rule = [](const char* text) {
        return std::string("---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\n"
                           "metadata: {name: one, namespace: shop}\nspec: {rules: [{") +
               text + "}]}\n";
    };
    QVERIFY(gap(rule("to: [{operation: {methods: [GET]}}]") + off).empty());
    QVERIFY(gap(rule("from: [{source: {ipBlocks: [10.0.0.0/8]}}]") + off).empty());
    QVERIFY(!gap(rule("from: [{source: {notNamespaces: [test]}}]") + off).empty());
    QVERIFY(!gap(rule("when: [{key: source.principal, values: [\"*\"]}]") + off).empty());
    QVERIFY(gap(rule("when: [{key: source.ip, values: [10.0.0.1]}]") + off).empty());
}

QTEST_GUILESS_MAIN(TestMeshIdentity)
#include "tst_mesh_identity.moc"
