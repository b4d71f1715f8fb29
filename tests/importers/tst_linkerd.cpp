// SPDX-License-Identifier: GPL-3.0-or-later
// Linkerd's policies as they are read: defaults, references, routes of Servers, what is refused; and real files of its
// repository, in which nothing may be refused.
#include "importers/import.h"
#include "tests/importers/text_rows.h"
#include "tests/support/evidence_check.h"
#include "tests/support/golden_lines.h"
#include "tests/support/import_text.h"
#include "tests/support/paths.h"
#include "tests/support/says.h"

using namespace bartizan;
using namespace bartizan::test;

namespace {

std::string object(const std::string& kind, const std::string& version, const std::string& spec)
{
    return "apiVersion: policy.linkerd.io/" + version + "\nkind: " + kind +
           "\nmetadata: {name: x, namespace: shop}\nspec: " + spec + "\n";
}
std::string server(const std::string& spec, const std::string& version = "v1beta3")
{
    return object("Server", version, spec);
}
std::string clients(const std::string& spec)
{
    return object("MeshTLSAuthentication", "v1alpha1", spec);
}
std::string networks(const std::string& spec)
{
    return object("NetworkAuthentication", "v1alpha1", spec);
}
std::string policy(const std::string& spec)
{
    return object("AuthorizationPolicy", "v1alpha1", spec);
}
std::string authorization(const std::string& spec)
{
    return object("ServerAuthorization", "v1beta1", spec);
}

std::string text(const ObjectRef& ref)
{
    return ref.group + "/" + ref.kind + " " + ref.ns + "/" + ref.name;
}

std::string text(const LinkerdClients& record)
{
    std::string result = record.ns + (record.anyone ? " anyone" : "") + (record.anyTls ? " anyTls" : "") +
                         (record.networksOnly ? " networksOnly" : "");
    if (!record.identities.empty())
        result += " names " + list(record.identities);
    for (const ObjectRef& ref : record.accounts)
        result += " " + text(ref);
    for (const PolicyPeer::Block& block : record.networks)
        result += " from " + block.cidr + (block.except.empty() ? "" : " but " + list(block.except));
    return result;
}

std::string recordsText(const Inventory& inventory)
{
    std::string result;
    for (const LinkerdServer& record : inventory.linkerdServers)
        result += "server " + record.ns + (record.pods.present ? " " + toText(record.pods) : " no pods") + " :" +
                  (record.port != 0 ? std::to_string(record.port) : record.portName) +
                  (record.protocol.empty() ? "" : " " + record.protocol) + " " + *record.accessPolicy +
                  (record.accessPolicy.written() ? " written" : "") + "\n";
    for (const LinkerdClients& record : inventory.linkerdClients)
        result += "clients " + text(record) + "\n";
    for (const LinkerdAuthorization& record : inventory.linkerdAuthorizations) {
        result += "authorization " + record.ns;
        result += record.servers.present ? " servers " + toText(record.servers) : " of " + text(record.target);
        for (const ObjectRef& ref : record.required)
            result += " by " + text(ref);
        for (const LinkerdClients& one : record.clients)
            result += " for " + text(one);
        result += "\n";
    }
    return result;
}

} // namespace

class TestLinkerd : public QObject {
    Q_OBJECT
private slots:
    void records_data();
    void records();
    void refused_data();
    void refused();
    void places();
    void everyFaultIsSaid();
    void expressionsInVain();
    void routes();
    void waysInStayOutside();
    void realFiles_data();
    void realFiles();
};

void TestLinkerd::records_data()
{
    textColumns();
    namedRow("by number", server("{podSelector: {matchLabels: {app: web}}, port: 8080}"), "server shop app=web :8080 deny\n");
    namedRow("by name", server("{podSelector: {}, port: http, proxyProtocol: HTTP/1}", "v1beta1"),
             "server shop everything :http HTTP/1 deny\n");
    namedRow("access", server("{podSelector: {}, port: 1, accessPolicy: cluster-authenticated}"),
             "server shop everything :1 cluster-authenticated written\n");
    namedRow("nulls", server("{podSelector: {}, port: 1, accessPolicy: null, proxyProtocol: ~, externalWorkloadSelector: ~}"),
             "server shop everything :1 deny\n");
    namedRow("external", server("{externalWorkloadSelector: {matchLabels: {app: vm}}, port: 9090}"),
             "server shop no pods :9090 deny\n");

    namedRow("names", clients("{identities: [cart.shop.serviceaccount.identity.linkerd.cluster.local, '*.pay.example']}"),
             "clients shop names cart.shop.serviceaccount.identity.linkerd.cluster.local,*.pay.example\n");
    namedRow("every client", clients("{identities: ['*']}"), "clients shop anyTls names *\n");
    namedRow("spiffe", clients("{identities: [spiffe://example.org/ns/Shop_1]}"),
             "clients shop names spiffe://example.org/ns/Shop_1\n");
    namedRow(
        "accounts",
        clients("{identityRefs: [{kind: ServiceAccount, name: cart}, {group: core, kind: serviceaccount, name: web, namespace: "
                "front}, {kind: Namespace, name: pay}]}"),
        "clients shop /ServiceAccount shop/cart /ServiceAccount front/web /Namespace /pay\n");
    namedRow("networks", networks("{networks: [{cidr: 10.0.0.0/8, except: [10.9.0.0/16, 10.1.2.3]}, {cidr: 'fd00::1'}]}"),
             "clients shop networksOnly from 10.0.0.0/8 but 10.9.0.0/16,10.1.2.3 from fd00::1\n");

    namedRow("policy",
             policy("{targetRef: {group: policy.linkerd.io, kind: Server, name: web}, requiredAuthenticationRefs: [{group: "
                    "policy.linkerd.io, kind: MeshTLSAuthentication, name: a}, {group: policy.linkerd.io, kind: "
                    "NetworkAuthentication, name: b, namespace: net}]}"),
             "authorization shop of policy.linkerd.io/Server shop/web by policy.linkerd.io/MeshTLSAuthentication shop/a by "
             "policy.linkerd.io/NetworkAuthentication net/b\n");
    namedRow("everyone", policy("{targetRef: {kind: Namespace, name: shop}, requiredAuthenticationRefs: []}"),
             "authorization shop of /Namespace /shop\n");
    namedRow(
        "routes of both groups",
        policy("{targetRef: {group: policy.linkerd.io, kind: HTTPRoute, name: r}, requiredAuthenticationRefs: [{kind: "
               "ServiceAccount, name: cart}]}") +
            "---\n" +
            policy("{targetRef: {group: gateway.networking.k8s.io, kind: GRPCRoute, name: r}, requiredAuthenticationRefs: []}"),
        "authorization shop of policy.linkerd.io/HTTPRoute shop/r by /ServiceAccount shop/cart\n"
        "authorization shop of gateway.networking.k8s.io/GRPCRoute shop/r\n");

    namedRow(
        "by the server's name",
        authorization("{server: {name: web}, client: {unauthenticated: true, networks: [{cidr: 0.0.0.0/0}, {cidr: '::/0'}]}}"),
        "authorization shop of policy.linkerd.io/Server shop/web for shop anyone from 0.0.0.0/0 from ::/0\n");
    namedRow(
        "by the servers' labels",
        authorization("{server: {selector: {matchLabels: {tier: web}}}, client: {meshTLS: {identities: ['*'], serviceAccounts: "
                      "[{name: cart}, {name: web, namespace: front}]}}}"),
        "authorization shop servers tier=web for shop anyTls names * /ServiceAccount shop/cart /ServiceAccount front/web\n");
    namedRow("without a certificate yet",
             authorization("{server: {selector: {}}, client: {meshTLS: {unauthenticatedTLS: true}}}"),
             "authorization shop servers everything for shop anyTls\n");
}

void TestLinkerd::records()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Inventory inventory = importText(text.toStdString());
    COMPARE_TEXT(recordsText(inventory) + problemsText(inventory), expected.toUtf8().constData());
}

void TestLinkerd::refused_data()
{
    textColumns(); // problems, and whether a record is there
    textRow("apiVersion: policy.linkerd.io/v1beta3\nkind: Server\nmetadata: {name: x}\n", "invalid-policy left out");
    textRow(server("HUNTER2"), "unexpected-type left out");
    textRow(server("{podSelector: {}}"), "invalid-port left out");
    textRow(server("{podSelector: {}, port: 0}"), "invalid-port left out");
    textRow(server("{podSelector: {}, port: 70000}"), "invalid-port left out");
    textRow(server("{podSelector: {}, port: [80]}"), "invalid-port left out");
    textRow(server("{podSelector: {}, port: ''}"), "invalid-port left out");
    textRow(server("{podSelector: {}, port: '8080'}"), "port-without-container kept");
    textRow(server("{port: 80}"), "invalid-policy left out");
    textRow(server("{podSelector: {}, externalWorkloadSelector: {}, port: 80}"), "invalid-policy left out");
    textRow(server("{externalWorkloadSelector: {}, port: 80}", "v1beta1"), "invalid-policy left out");
    textRow(server("{podSelector: {matchExpressions: [{key: a, operator: HUNTER2}]}, port: 80}"), "invalid-selector left out");
    textRow(server("{podSelector: {}, port: 80, proxyProtocol: HUNTER2}"), "invalid-policy left out");
    textRow(server("{podSelector: {}, port: 80, proxyProtocol: 2}"), "unexpected-type left out");
    textRow(server("{podSelector: {}, port: 80, accessPolicy: HUNTER2}"), "invalid-policy left out");
    textRow(server("{podSelector: {}, port: 80, accessPolicy: [HUNTER2]}"), "unexpected-type left out");
    textRow(server("{podSelector: {}, port: 80, accessPolicy: all-unauthenticated}", "v1beta2"), "field-of-later-version kept");
    textRow(server("{podSelector: HUNTER2, port: 80}"), "unexpected-type left out");
    // The schema of v1alpha1: matchLabels or matchExpressions, and not both.
    textRow(server("{podSelector: {}, port: 80}", "v1alpha1"), "invalid-policy left out");
    textRow(server("{podSelector: {matchLabels: {a: b}, matchExpressions: []}, port: 80}", "v1alpha1"),
            "invalid-policy left out");
    textRow(server("{podSelector: {matchLabels: {a: b}}, port: 80}", "v1alpha1"), "kept");
    textRow(server("{podSelector: {matchExpressions: [{key: a, operator: Exists}]}, port: 80}", "v1alpha1"), "kept");
    textRow(server("{podSelector: {matchLabels: {a: b}, matchExpressions: []}, port: 80}", "v1beta1"), "kept");
    // Its schemas do not look at the form of labels.
    textRow(server("{podSelector: {matchLabels: {a: '-HUNTER2-'}}, port: 80}"), "invalid-selector kept");
    textRow(server("{podSelector: {matchLabels: {'-HUNTER2-': a}}, port: 80}"), "invalid-selector kept");
    textRow(server("{podSelector: {matchExpressions: [{key: '', operator: Exists}]}, port: 80}"), "invalid-selector kept");
    textRow(server("{podSelector: {matchExpressions: [{key: a, operator: In}]}, port: 80}"), "invalid-selector kept");
    textRow(server("{podSelector: {matchExpressions: [{key: a, operator: Exists, values: [HUNTER2]}]}, port: 80}"),
            "invalid-selector kept");
    textRow(server("{podSelector: {matchExpressions: [{operator: Exists}]}, port: 80}"), "invalid-selector left out");
    textRow(authorization("{server: {selector: {matchLabels: {a: '-HUNTER2-'}}}, client: {unauthenticated: true}}"),
            "invalid-selector kept");

    textRow(clients("{}"), "invalid-policy left out");
    textRow(clients("{identities: []}"), "invalid-policy left out");
    textRow(clients("{identities: [web], identityRefs: [{kind: ServiceAccount, name: web}]}"), "invalid-policy left out");
    textRow(clients("{identities: ['HUNTER2.*']}"), "invalid-policy left out");
    textRow(clients("{identities: ['a.*']}"), "invalid-policy left out");
    textRow(clients("{identities: ['**']}"), "invalid-policy left out");
    textRow(clients("{identities: [HUNTER2..b]}"), "invalid-policy left out");
    textRow(clients("{identities: [a..b]}"), "invalid-policy left out");
    textRow(clients("{identities: [spiffe://]}"), "invalid-policy left out");
    textRow(clients("{identities: [spiffe://a/../HUNTER2]}"), "invalid-policy left out");
    textRow(clients("{identities: [spiffe://a/]}"), "invalid-policy left out");
    textRow(clients("{identities: [1]}"), "unexpected-type left out");
    textRow(clients("{identityRefs: [{kind: HUNTER2, name: web}]}"), "invalid-policy left out");
    textRow(clients("{identityRefs: [{kind: ServiceAccount}]}"), "invalid-policy left out");
    textRow(clients("{identityRefs: [{kind: Namespace, name: pay, namespace: HUNTER2}]}"), "invalid-policy left out");

    textRow(networks("{networks: []}"), "invalid-policy left out");
    textRow(networks("{networks: [{cidr: HUNTER2/33}]}"), "invalid-block left out");
    textRow(networks("{networks: [{cidr: 10.0.0.0/33}]}"), "invalid-block left out");
    textRow(networks("{networks: [{except: [10.0.0.0/8]}]}"), "invalid-block left out");
    textRow(networks("{networks: [{cidr: 10.0.0.0/8, except: [10.0.0.0/8]}]}"), "invalid-block left out");
    textRow(networks("{networks: [{cidr: 10.0.0.0/8, except: [11.0.0.0/16]}]}"), "invalid-block left out");
    textRow(networks("{networks: [{cidr: 10.0.0.0/8, except: [HUNTER2]}]}"), "invalid-block left out");
    textRow(networks("{networks: [HUNTER2]}"), "unexpected-type left out");

    const std::string target = "targetRef: {group: policy.linkerd.io, kind: Server, name: web}";
    const auto required = [&](const std::string& refs) {
        return policy("{" + target + ", requiredAuthenticationRefs: " + refs + "}");
    };
    const std::string mesh = "{group: policy.linkerd.io, kind: MeshTLSAuthentication, name: a}";
    const std::string net = "{group: policy.linkerd.io, kind: NetworkAuthentication, name: a}";
    textRow(policy("{" + target + "}"), "invalid-policy left out");
    textRow(policy("{requiredAuthenticationRefs: []}"), "invalid-policy left out");
    textRow(policy("{targetRef: {kind: Server, name: web}, requiredAuthenticationRefs: []}"), "invalid-policy left out");
    textRow(policy("{targetRef: {kind: Namespace, name: HUNTER2}, requiredAuthenticationRefs: []}"), "invalid-policy left out");
    textRow(policy("{targetRef: {group: policy.linkerd.io, kind: Server}, requiredAuthenticationRefs: []}"),
            "invalid-policy left out");
    textRow(required("[{kind: MeshTLSAuthentication, name: HUNTER2}]"), "invalid-policy left out");
    textRow(required("[" + mesh + ", " + net + "]"), "kept");
    textRow(required("[" + mesh + ", {kind: ServiceAccount, name: a}]"), "invalid-policy left out");
    textRow(required("[" + net + ", " + net + "]"), "invalid-policy left out");
    textRow(required("HUNTER2"), "unexpected-type left out");

    textRow(authorization("{client: {unauthenticated: true}}"), "invalid-policy left out");
    textRow(authorization("{server: {}, client: {unauthenticated: true}}"), "invalid-policy left out");
    textRow(authorization("{server: {name: web, selector: {}}, client: {unauthenticated: true}}"), "invalid-policy left out");
    textRow(authorization("{server: {name: HUNTER2}, client: {unauthenticated: true}}"), "invalid-policy left out");
    textRow(authorization("{server: {name: web}}"), "invalid-policy left out");
    textRow(authorization("{server: {name: web}, client: {}}"), "invalid-policy left out");
    textRow(authorization("{server: {name: web}, client: {unauthenticated: 'HUNTER2'}}"), "unexpected-type left out");
    textRow(authorization("{server: {name: web}, client: {unauthenticated: 'true'}}"), "unexpected-type left out");
    textRow(authorization("{server: {name: web}, client: {unauthenticated: true, meshTLS: {}}}"), "invalid-policy left out");
    textRow(authorization("{server: {name: web}, client: {meshTLS: {}}}"), "invalid-policy left out");
    textRow(authorization("{server: {name: web}, client: {meshTLS: {unauthenticatedTLS: true, identities: ['*']}}}"),
            "invalid-policy left out");
    textRow(authorization("{server: {name: web}, client: {meshTLS: {identities: [spiffe://a/b]}}}"), "invalid-policy left out");
    textRow(authorization("{server: {name: web}, client: {meshTLS: {serviceAccounts: [{namespace: shop}]}}}"),
            "invalid-policy left out");
    textRow(authorization("{server: {name: web}, client: {unauthenticated: true, networks: [{cidr: HUNTER2}]}}"),
            "invalid-block left out");
}

void TestLinkerd::refused()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Inventory inventory = importText(text.toStdString());
    std::string result;
    for (const Problem& problem : inventory.problems) {
        result += problem.id + " ";
        SAYS(faultOf(problem), "");
    }
    const bool none =
        inventory.linkerdServers.empty() && inventory.linkerdClients.empty() && inventory.linkerdAuthorizations.empty();
    QCOMPARE(result + (none ? "left out" : "kept"), expected.toStdString());
}

void TestLinkerd::places()
{
    const Inventory inventory = importText(R"(apiVersion: policy.linkerd.io/v1beta3
kind: Server
metadata: {name: web, namespace: shop}
spec:
  podSelector: {}
  port: 80
  accessPolicy: audit
---
apiVersion: policy.linkerd.io/v1beta1
kind: ServerAuthorization
metadata: {name: web, namespace: shop}
spec:
  server: {name: web}
  client:
    meshTLS:
      serviceAccounts:
      - name: cart
---
apiVersion: policy.linkerd.io/v1alpha1
kind: NetworkAuthentication
metadata: {name: net, namespace: shop}
spec:
  networks:
  - cidr: 10.0.0.0/8
    except:
    - 10.0.0.0/4
)");
    QCOMPARE(inventory.linkerdServers.size(), std::size_t(1));
    QCOMPARE(at(inventory.linkerdServers[0].evidence), std::string("@4-7"));
    QCOMPARE(at(inventory.linkerdServers[0].accessPolicy.evidence), std::string("@7"));
    QCOMPARE(inventory.linkerdAuthorizations.size(), std::size_t(1));
    const LinkerdAuthorization& authorization = inventory.linkerdAuthorizations[0];
    QCOMPARE(at(authorization.target.evidence), std::string("@13"));
    QCOMPARE(at(authorization.clients.at(0).evidence), std::string("@14-17"));
    QCOMPARE(at(authorization.clients.at(0).accounts.at(0).evidence), std::string("@17"));
    QCOMPARE(authorization.clients.at(0).object, authorization.object);
    QCOMPARE(inventory.problems.size(), std::size_t(1));
    QCOMPARE(at(inventory.problems[0].evidence), std::string("@26"));
    QVERIFY(inventory.linkerdClients.empty());
}

void TestLinkerd::everyFaultIsSaid()
{
    const auto ids = [](const std::string& text) {
        std::string result;
        for (const Problem& problem : importText(text).problems) {
            result += problem.id + " ";
            if (problem.severity != ProblemSeverity::error)
                result += "(no error) ";
        }
        return result;
    };
    QCOMPARE(ids(server("{port: 0, proxyProtocol: x, accessPolicy: y, podSelector: {}}")),
             std::string("invalid-port invalid-policy invalid-policy "));
    // One fault does not hide another, and what is below a missing mapping is not missed again.
    QCOMPARE(ids(server("{proxyProtocol: x}")), std::string("invalid-policy invalid-port invalid-policy "));
    QCOMPARE(ids(policy("{}")), std::string("invalid-policy invalid-policy "));
    QCOMPARE(ids(authorization("{}")), std::string("invalid-policy invalid-policy "));
    QCOMPARE(ids(authorization("{server: {name: Web}, client: {networks: [{cidr: x}]}}")),
             std::string("invalid-policy invalid-block invalid-policy "));
    QCOMPARE(ids(authorization("{server: 1}")), std::string("unexpected-type invalid-policy "));
    QCOMPARE(ids(object("AuthorizationPolicy", "v1alpha1", "~")), std::string("invalid-policy "));
}

// An expression whose values are missing, or too many, is met by no labels in Linkerd's policy controller.
void TestLinkerd::expressionsInVain()
{
    for (const char* expression :
         {"operator: In", "operator: NotIn", "operator: Exists, values: [b]", "operator: DoesNotExist, values: [b]"}) {
        const Inventory inventory =
            importText(server("{podSelector: {matchExpressions: [{key: a, " + std::string(expression) + "}]}, port: 80}"));
        const std::vector<SelectorRequirement>& asked = inventory.linkerdServers.at(0).pods.requirements;
        QCOMPARE(asked.size(), std::size_t(1));
        QVERIFY2(asked[0].op == SelectorRequirement::Op::in && asked[0].values.empty(), expression);
    }
}

void TestLinkerd::routes()
{
    const Inventory inventory = importText(R"(apiVersion: policy.linkerd.io/v1beta3
kind: HTTPRoute
metadata: {name: own, namespace: shop}
spec:
  parentRefs:
  - {group: policy.linkerd.io, kind: Server, name: web}
  rules:
  - matches:
    - path: {value: /cart}
      method: GET
---
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata: {name: grpc, namespace: shop}
spec:
  parentRefs:
  - {group: policy.linkerd.io, kind: Server, name: pay, namespace: pay}
  rules:
  - matches: [{method: {service: pay.Pay, method: Charge}}]
---
apiVersion: policy.linkerd.io/v1beta3
kind: HTTPRoute
metadata: {name: elsewhere, namespace: shop}
spec:
  parentRefs:
  - {name: edge}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: out, namespace: shop}
spec:
  parentRefs:
  - {group: policy.linkerd.io, kind: EgressNetwork, name: all, port: 443}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: both, namespace: shop}
spec:
  parentRefs:
  - {name: edge}
  - {group: policy.linkerd.io, kind: Server, name: web}
)");
    std::string result;
    for (const RouteRecord& route : inventory.routes) {
        result += route.id + " " + route.dialect + " " + route.pathType + " " + route.path + (route.meshOnly ? " mesh" : "");
        for (const ParentRef& parent : route.parents)
            result += " " + parent.kind + "=" + parent.gateway;
        result += "\n";
    }
    COMPARE_TEXT(result,
                 "linkerd:shop/own#0.0 linkerd prefix /cart mesh Server=linkerd:shop/web\n"
                 "gateway-api:shop/grpc#0.0 gateway-api exact /pay.Pay/Charge mesh Server=linkerd:pay/pay\n"
                 "linkerd:shop/elsewhere#0.0 linkerd prefix / mesh Gateway=gateway-api:shop/edge\n"
                 "gateway-api:shop/out#0.0 gateway-api prefix / mesh EgressNetwork=\n"
                 "gateway-api:shop/both#0.0 gateway-api prefix / Gateway=gateway-api:shop/edge Server=linkerd:shop/web\n");
    QCOMPARE(inventory.routes.at(0).methods, std::vector<std::string>{"GET"});
    QVERIFY(inventory.problems.empty());
}

void TestLinkerd::waysInStayOutside() // a Server of another group is none of Linkerd's
{
    const Inventory inventory = importText(R"(apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: r, namespace: shop}
spec:
  parentRefs:
  - {kind: Server, name: web}
)");
    QCOMPARE(inventory.routes.size(), std::size_t(1));
    QVERIFY(!inventory.routes[0].meshOnly);
    QCOMPARE(inventory.routes[0].parents.at(0).gateway, std::string("gateway-api:shop/web"));
}

void TestLinkerd::realFiles_data()
{
    if (corpusDir().empty())
        QSKIP("the shared corpus is not here");
    textColumns(); // the file; servers, clients, authorizations: counted in the text by their kinds
    textRow("test/integration/viz/policy/testdata/emoji-policy.yaml", "3 0 3");
    textRow("test/integration/install/smoke/testdata/smoke_test.yaml", "2 0 2");
    textRow("multicluster/cmd/testdata/install_default.golden.yaml", "5 2 5");
    textRow("viz/cmd/testdata/install_default.golden.yaml", "4 3 4");
}

void TestLinkerd::realFiles()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const std::filesystem::path path = corpusDir() / "meshes/linkerd2" / text.toStdString();
    const auto bytes = readFile(path);
    if (!bytes)
        QSKIP("this file is not in the corpus");
    const Inventory inventory = importText(*bytes);
    QCOMPARE(std::to_string(inventory.linkerdServers.size()) + " " + std::to_string(inventory.linkerdClients.size()) + " " +
                 std::to_string(inventory.linkerdAuthorizations.size()),
             expected.toStdString());
    for (const Problem& problem : inventory.problems)
        QVERIFY2(problem.id != "invalid-policy" && problem.id != "invalid-port" && problem.id != "invalid-block",
                 problem.message.c_str());
    const auto imported = importers::importSources({path.string()}, {}, {});
    QVERIFY(imported.has_value());
    const EvidenceCheck check = checkEvidence(*imported, {path.string()});
    QVERIFY2(check.missed == 0, check.misses.empty() ? "" : check.misses.front().c_str());
    QVERIFY(check.checked > 0);
}

QTEST_GUILESS_MAIN(TestLinkerd)
#include "tst_linkerd.moc"
