// SPDX-License-Identifier: GPL-3.0-or-later
// Istio's AuthorizationPolicy and PeerAuthentication: what the CRD's schema or istiod's webhook refuses gives a Problem at
// its line and no record; what they take gives neither a Problem nor another meaning; unknown fields are said.
#include "tests/importers/text_rows.h"
#include "tests/support/golden_lines.h"
#include "tests/support/import_text.h"
#include "tests/support/says.h"

using namespace bartizan;
using namespace bartizan::test;

namespace {

// The spec begins in line 4.
std::string object(const char* kind, const std::string& spec, const char* version = "v1")
{
    return std::string("apiVersion: security.istio.io/") + version + "\nkind: " + kind +
           "\nmetadata: {name: x, namespace: shop}\n" + spec + "\n";
}

std::string authorization(const std::string& spec)
{
    return object("AuthorizationPolicy", "spec: " + spec);
}

std::string authentication(const std::string& spec)
{
    return object("PeerAuthentication", "spec: " + spec);
}

std::string ruled(const std::string& rule)
{
    return authorization("{rules: [{" + rule + "}]}");
}

std::size_t records(const Inventory& inventory)
{
    return inventory.meshAccessPolicies.size() + inventory.meshAuthentications.size();
}

std::string read(const std::string& text)
{
    const Inventory inventory = importText(text);
    return meshText(inventory) + problemIds(inventory);
}

} // namespace

class TestIstioPolicies : public QObject {
    Q_OBJECT
private slots:
    void refused_data();
    void refused();
    void taken_data();
    void taken();
    void meanings();
    void unknownFields();
    void everyFaultIsSaid();
    void anyShape();
};

void TestIstioPolicies::refused_data()
{
    textColumn();
    textRow(authorization("HUNTER2"));
    textRow(authorization("[HUNTER2]"));
    for (const char* action : {"HUNTER2", "deny", "''", "1", "[DENY]"})
        textRow(authorization(std::string("{action: ") + action + ", rules: [{}]}"));
    textRow(authorization("{action: CUSTOM, rules: [{}]}"));
    textRow(authorization("{action: CUSTOM, provider: {name: ''}, rules: [{}]}"));
    textRow(authorization("{action: CUSTOM, provider: HUNTER2, rules: [{}]}"));
    textRow(authorization("{provider: {name: HUNTER2}, rules: [{}]}"));
    textRow(authorization("{rules: HUNTER2}"));
    textRow(authorization("{rules: {from: []}}"));
    textRow(authorization("{rules: [HUNTER2]}"));
    textRow(authorization("{rules: [null]}"));

    textRow(authorization("{selector: HUNTER2}"));
    textRow(authorization("{selector: {matchLabels: [HUNTER2]}}"));
    textRow(authorization("{selector: {matchLabels: {app: 1}}}"));
    textRow(authorization("{selector: {matchLabels: {app: 'HUNTER2*'}}}"));
    textRow(authorization("{selector: {matchLabels: {'*': HUNTER2}}}"));
    textRow(authorization("{selector: {matchLabels: {'': HUNTER2}}}"));
    textRow(authorization("{selector: {matchLabels: {app: web}}, targetRefs: [{kind: Service, name: HUNTER2}]}"));
    textRow(authorization("{targetRef: {kind: Service, name: a}, targetRefs: [{kind: Service, name: HUNTER2}]}"));
    textRow(authorization("{targetRef: HUNTER2}"));
    textRow(authorization("{targetRefs: HUNTER2}"));
    textRow(authorization("{targetRefs: [{kind: Service}]}"));
    textRow(authorization("{targetRefs: [{name: HUNTER2}]}"));
    textRow(authorization("{targetRef: {kind: Service, name: 7}}"));
    textRow(authorization("{targetRef: {kind: Service, name: a, namespace: HUNTER2}}"));

    for (const char* rule : {"from: [{source: {}}]", "from: [{source: {principals: null, ipBlocks: []}}]",
                             "to: [{operation: {}}]", "to: [{operation: {ports: null, paths: []}}]"})
        textRow(ruled(rule));
    for (const char* source : {"principals: HUNTER2",
                               "principals: {HUNTER2: a}",
                               "principals: [7]",
                               "principals: ['']",
                               "notPrincipals: true",
                               "namespaces: HUNTER2",
                               "notNamespaces: [[HUNTER2]]",
                               "serviceAccounts: HUNTER2",
                               "notServiceAccounts: HUNTER2",
                               "serviceAccounts: [HUNTER2], namespaces: [a]",
                               "notServiceAccounts: [HUNTER2], notPrincipals: [a]",
                               "requestPrincipals: HUNTER2",
                               "notRequestPrincipals: [null]",
                               "trustDomains: HUNTER2",
                               "notTrustDomains: [1]",
                               "ipBlocks: ['10.0.0.0/99']",
                               "ipBlocks: [HUNTER2]",
                               "ipBlocks: ['']",
                               "ipBlocks: 10.0.0.0/8",
                               "notIpBlocks: ['10.0.0/8']",
                               "remoteIpBlocks: ['fd00::/129']",
                               "notRemoteIpBlocks: ['10.0.0.0/']"})
        textRow(ruled(std::string("from: [{source: {") + source + "}}]"));
    textRow(ruled("from: [{source: HUNTER2}]"));
    textRow(ruled("from: [{source: null}]"));
    textRow(ruled("from: [{}]"));
    textRow(ruled("from: [HUNTER2]"));
    textRow(ruled("from: {source: {principals: [HUNTER2]}}"));

    for (const char* operation :
         {"ports: [HUNTER2]", "ports: ['0']", "ports: ['65536']", "ports: ['-1']", "ports: ['80-90']", "ports: ['*']",
          "ports: ['']", "ports: [80]", "ports: '80'", "notPorts: [http]", "methods: HUNTER2", "notMethods: [1]", "paths: ['']",
          "notPaths: HUNTER2", "hosts: HUNTER2", "notHosts: [null]"})
        textRow(ruled(std::string("to: [{operation: {") + operation + "}}]"));
    textRow(ruled("to: [{operation: [HUNTER2]}]"));
    textRow(ruled("to: [{operation: null}]"));
    textRow(ruled("to: [null]"));
    textRow(ruled("to: HUNTER2"));

    for (const char* condition :
         {"values: [HUNTER2]", "key: '', values: [HUNTER2]", "key: 1, values: [HUNTER2]", "key: source.principal",
          "key: source.principal, values: []", "key: source.principal, values: HUNTER2", "key: source.principal, notValues: [1]",
          "key: source.ip, values: [HUNTER2]", "key: remote.ip, notValues: ['10.0.0.0/33']", "key: destination.ip, values: [a]",
          "key: destination.port, values: [HUNTER2]", "key: destination.port, notValues: ['70000']"})
        textRow(ruled(std::string("when: [{") + condition + "}]"));
    textRow(ruled("when: HUNTER2"));
    textRow(ruled("when: [HUNTER2]"));

    for (const char* mode : {"HUNTER2", "strict", "''", "1", "[STRICT]"})
        textRow(authentication(std::string("{mtls: {mode: ") + mode + "}}"));
    textRow(authentication("HUNTER2"));
    textRow(authentication("{mtls: HUNTER2}"));
    textRow(authentication("{selector: {matchLabels: HUNTER2}, mtls: {mode: STRICT}}"));
    textRow(authentication("{portLevelMtls: {8080: {mode: STRICT}}}"));
    textRow(authentication("{selector: {}, portLevelMtls: {8080: {mode: STRICT}}}"));
    for (const char* ports : {"{}", "[8080]", "HUNTER2", "{HUNTER2: {mode: STRICT}}", "{0: {mode: STRICT}}",
                              "{65536: {mode: STRICT}}", "{8080: {mode: HUNTER2}}", "{8080: HUNTER2}"})
        textRow(authentication(std::string("{selector: {matchLabels: {app: web}}, portLevelMtls: ") + ports + "}"));
}

void TestIstioPolicies::refused()
{
    QFETCH(QString, text);
    const Inventory inventory = importText(text.toStdString());
    QCOMPARE(records(inventory), std::size_t(0));
    QCOMPARE(inventory.problems.size(), std::size_t(1));
    const Problem& problem = inventory.problems[0];
    QVERIFY2(problem.id == "invalid-policy" || problem.id == "unexpected-type", problem.id.c_str());
    QCOMPARE(problem.evidence.line, 4U);
    SAYS(faultOfRefusal(problem, "policy"), "");
}

void TestIstioPolicies::taken_data()
{
    textColumn();
    for (const char* kind : {"AuthorizationPolicy", "PeerAuthentication"}) {
        for (const char* version : {"v1beta1", "v1"}) {
            textRow(object(kind, "spec: {}", version));
            textRow(object(kind, "spec:", version));
            textRow(object(kind, "", version));
        }
    }
    for (const char* spec :
         {"{rules: []}", "{rules: null}", "{rules: [{}]}", "{action: ALLOW}", "{action: null}", "{action: DENY, rules: [{}]}",
          "{action: AUDIT, rules: [{}]}", "{selector: {}}", "{selector: null}", "{selector: {matchLabels: {}}}",
          "{selector: {matchLabels: {app.kubernetes.io/name: 'web'}}}", "{action: CUSTOM, provider: {name: p}, rules: [{}]}",
          "{provider: null}", "{targetRef: {group: gateway.networking.k8s.io, kind: Gateway, name: gw}}",
          "{targetRefs: [{group: '', kind: Service, name: a}, {kind: Service, name: b, namespace: ''}]}",
          "{targetRefs: [], selector: {matchLabels: {app: web}}}"})
        textRow(authorization(spec));
    for (const char* rule :
         {"from: null, to: null, when: null", "from: [], to: [], when: []",
          "from: [{source: {principals: ['*', 'cluster.local/ns/a/sa/b', 'spiffe://*'], notNamespaces: ['a-*', '*-b']}}]",
          "from: [{source: {ipBlocks: ['10.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8'], remoteIpBlocks: ['0.0.0.0/0']}}]",
          "from: [{source: {notIpBlocks: ['10.1.2.3/8']}}, {source: {serviceAccounts: [web, 'shop/cart']}}]",
          "to: [{operation: {ports: ['1', '80', \"65535\"], methods: [GET], paths: ['/a/{*}', '*/b'], hosts: ['*.a:80']}}]",
          "when: [{key: 'request.headers[x]', values: [a, b]}]", "when: [{key: destination.port, values: ['80']}]",
          "when: [{key: source.ip, values: ['10.0.0.1'], notValues: ['10.0.0.0/24']}]",
          "when: [{key: 'request.auth.claims[a][b]', notValues: ['*'], values: null}]"})
        textRow(ruled(rule));
    for (const char* spec :
         {"{mtls: {mode: STRICT}}", "{mtls: {mode: UNSET}}", "{mtls: {}}", "{mtls: null}", "{mtls: {mode: null}}",
          "{portLevelMtls: null}", "{selector: {matchLabels: {app: web}}, portLevelMtls: {8080: {mode: DISABLE}, '1': {}}}",
          "{selector: {matchLabels: {app: web}}, portLevelMtls: {\"65535\": {mode: UNSET}, 1: null}}"})
        textRow(authentication(spec));
}

void TestIstioPolicies::taken()
{
    QFETCH(QString, text);
    const Inventory inventory = importText(text.toStdString());
    QCOMPARE(problemsText(inventory), std::string());
    QCOMPARE(records(inventory), std::size_t(1));
}

void TestIstioPolicies::meanings()
{
    COMPARE_TEXT(read(object("AuthorizationPolicy", "")), "access ALLOW shop noRules\n");
    COMPARE_TEXT(read(authorization("{rules: null}")), "access ALLOW shop noRules\n");
    COMPARE_TEXT(read(authorization("{rules: []}")), "access ALLOW shop\n");
    COMPARE_TEXT(read(authorization("{rules: [{}]}")), "access ALLOW shop\n  rule @4\n");
    COMPARE_TEXT(read(authorization("{action: DENY, rules: [{}]}")), "access DENY shop\n  rule @4\n");
    COMPARE_TEXT(read(authorization("{action: CUSTOM, provider: {name: p}, rules: [{}]}")),
                 "access CUSTOM shop provider=p\n  rule @4\n");
    COMPARE_TEXT(read(authorization("{targetRefs: [], selector: {matchLabels: {app: web}}}")),
                 "access ALLOW shop pods={app in web} noRules\n");
    COMPARE_TEXT(read(authorization("{selector: {matchLabels: {}}}")), "access ALLOW shop noRules\n");
    COMPARE_TEXT(
        read(authorization("{targetRefs: [{group: '', kind: Service, name: a}, {kind: Service, name: b, namespace: ''}]}")),
        "access ALLOW shop services=shop/a,shop/b noRules\n");
    COMPARE_TEXT(read(ruled("from: null, to: [], when: null")), "access ALLOW shop\n  rule @4\n");
    COMPARE_TEXT(read(ruled("from: [{source: {notIpBlocks: ['10.1.2.3/8']}}, {source: {serviceAccounts: [web, 'shop/cart']}}]")),
                 "access ALLOW shop\n  rule @4\n    from !ip=10.1.2.3/8\n    from serviceAccounts=web,shop/cart\n");
    COMPARE_TEXT(
        read(ruled("to: [{operation: {ports: ['1', \"65535\"], methods: [GET], paths: ['/a/{*}', '*/b'], hosts: ['*.a:80']}}]")),
        "access ALLOW shop\n  rule @4\n    to hosts=*.a:80 ports=1,65535 methods=GET paths=/a/{*},*/b\n");
    COMPARE_TEXT(read(ruled("when: [{key: source.ip, values: ['10.0.0.1'], notValues: ['10.0.0.0/24']}]")),
                 "access ALLOW shop\n  rule @4\n    when source.ip is=10.0.0.1 not=10.0.0.0/24\n");
    COMPARE_TEXT(read(authorization(
                     "{action: AUDIT, rules: [{from: [{source: {namespaces: [a]}}], to: [{operation: {ports: ['80']}}]}]}")),
                 "access AUDIT shop\n  rule @4\n    from namespaces=a\n    to ports=80\n");
    COMPARE_TEXT(read(authorization("{targetRef: {group: gateway.networking.k8s.io, kind: Gateway, name: gw}}")),
                 "access ALLOW shop gateways=gateway-api:shop/gw noRules\n");
    COMPARE_TEXT(read(authentication("{mtls: {mode: UNSET}}")), "peer shop mode=unset@4\n");
    COMPARE_TEXT(read(authentication("{mtls: {mode: PERMISSIVE}}")), "peer shop mode=permissive@4\n");
    COMPARE_TEXT(read(authentication("{mtls: {mode: null}}")), "peer shop\n");
    COMPARE_TEXT(read(authentication("{selector: {matchLabels: {app: web}}, mtls: {mode: STRICT}, "
                                     "portLevelMtls: {8080: {mode: DISABLE}, \"65535\": {mode: UNSET}}}")),
                 "peer shop pods={app in web} mode=strict@4 8080=disable@4 65535=unset@4\n");
    for (const char* kind : {"AuthorizationPolicy", "PeerAuthentication"}) // both versions are one schema
        QCOMPARE(read(object(kind, "spec: {selector: {matchLabels: {app: web}}}", "v1beta1")),
                 read(object(kind, "spec: {selector: {matchLabels: {app: web}}}", "v1")));
}

// The API server drops them, and the policy counts as it is without them.
void TestIstioPolicies::unknownFields()
{
    COMPARE_TEXT(read(authorization("\n  rule:\n  - {}")), "access ALLOW shop noRules\nunknown-rule-field@5-6");
    COMPARE_TEXT(read(authorization("{rules: [{form: [{source: {principals: [a]}}]}]}")),
                 "access ALLOW shop\n  rule @4\nunknown-rule-field@4");
    COMPARE_TEXT(read(ruled("from: [{source: {principals: [a], namespace: [b]}}]")),
                 "access ALLOW shop\n  rule @4\n    from principals=a\nunknown-rule-field@4");
    COMPARE_TEXT(read(ruled("to: [{operation: {port: ['80'], methods: [GET]}}]")),
                 "access ALLOW shop\n  rule @4\n    to methods=GET\nunknown-rule-field@4");
    COMPARE_TEXT(read(ruled("when: [{key: source.namespace, value: [a], values: [b]}]")),
                 "access ALLOW shop\n  rule @4\n    when source.namespace is=b\nunknown-rule-field@4");
    COMPARE_TEXT(read(authorization("{selector: {labels: {app: web}}}")), "access ALLOW shop noRules\nunknown-rule-field@4");
    COMPARE_TEXT(read(authentication("{mtls: {mode: STRICT}, mode: DISABLE}")), "peer shop mode=strict@4\nunknown-rule-field@4");
    COMPARE_TEXT(read(authentication("{mtls: {mod: STRICT}}")), "peer shop\nunknown-rule-field@4");
    // An entry without its one field would match everything, and istiod refuses it.
    COMPARE_TEXT(read(ruled("from: [{sources: {principals: [a]}}]")), "unknown-rule-field@4 invalid-policy@4");
    COMPARE_TEXT(read(ruled("from: [{source: {principal: [a]}}]")), "unknown-rule-field@4 invalid-policy@4");
    const Inventory inventory = importText(authorization("{HUNTER2: HUNTER2}"));
    QCOMPARE(inventory.problems.size(), std::size_t(1));
    QVERIFY(inventory.problems[0].message.find("HUNTER2") == std::string::npos);
    QVERIFY(inventory.problems[0].message.find("the API server drops") != std::string::npos);
}

void TestIstioPolicies::everyFaultIsSaid()
{
    COMPARE_TEXT(read(authorization("\n  action: DENNY\n  rules:\n  - from:\n    - source:\n        principals: a\n"
                                    "    to:\n    - operation: {ports: [\"abc\",\n        \"0\"]}")),
                 "invalid-policy@5 unexpected-type@9 invalid-policy@11 invalid-policy@12");
    // Another policy of the same file counts.
    COMPARE_TEXT(read(authentication("{mtls: {mode: STRIKT}}") + "---\n" + authentication("{mtls: {mode: STRICT}}")),
                 "peer shop mode=strict@9\ninvalid-policy@4");
}

// Whatever stands where: it is read to its end, and left out where an error says so and nowhere else.
void TestIstioPolicies::anyShape()
{
    for (const char* kind : {"AuthorizationPolicy", "PeerAuthentication"}) {
        for (const char* key : {"action", "provider", "rules", "selector", "targetRef", "targetRefs", "mtls", "portLevelMtls"}) {
            for (const char* value : {"~", "1", "a", "[]", "{}", "[~]", "[[]]", "[{}]", "{a: {}}", "{'': ~}", "[{from: [~]}]",
                                      "[{from: [{source: [{}]}]}]", "{matchLabels: {a: {}}}", "'{{ .Values.x }}'"}) {
                const Inventory inventory = importText(object(kind, std::string("spec: {") + key + ": " + value + "}"));
                const std::string shape = std::string(kind) + " " + key + ": " + value;
                bool refused = false;
                for (const Problem& problem : inventory.problems) {
                    const bool error = problem.severity == ProblemSeverity::error;
                    refused = refused || error;
                    SAYS(error ? faultOfRefusal(problem, "policy") : faultOf(problem), "");
                }
                QVERIFY2(records(inventory) == (refused ? 0U : 1U), shape.c_str());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestIstioPolicies)
#include "tst_istio_policies.moc"
