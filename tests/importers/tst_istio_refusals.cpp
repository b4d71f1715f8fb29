// SPDX-License-Identifier: GPL-3.0-or-later
// What istiod's webhook refuses beyond the schema (istio/istio pkg/config/validation/validation.go, pkg/config/security):
// attributes, service accounts, path templates, targets, and what does not go with an action. Each gives one Problem at its
// line and no record; what is next to it and taken gives a record and no Problem.
#include "tests/importers/text_rows.h"
#include "tests/support/golden_lines.h"
#include "tests/support/import_text.h"
#include "tests/support/says.h"

using namespace bartizan;
using namespace bartizan::test;

namespace {

// The spec is line 4.
std::string object(const char* kind, const std::string& spec)
{
    return std::string("apiVersion: security.istio.io/v1\nkind: ") + kind +
           "\nmetadata: {name: x, namespace: shop}\nspec: " + spec + "\n";
}

std::string policy(const std::string& spec)
{
    return object("AuthorizationPolicy", spec);
}

std::string ruled(const std::string& rule, const std::string& action = "action: ALLOW")
{
    return policy("{" + action + ", rules: [{" + rule + "}]}");
}

std::string from(const std::string& source)
{
    return "from: [{source: {" + source + "}}]";
}

std::string paths(const std::string& path, const char* field = "paths")
{
    return std::string("to: [{operation: {") + field + ": ['/ok', '" + path + "']}}]";
}

std::string when(const std::string& key, const std::string& values = "[a]")
{
    return "when: [{key: '" + key + "', values: " + values + "}]";
}

// A list of that many service accounts.
std::string accounts(std::size_t count)
{
    std::string text = "[";
    for (std::size_t i = 0; i < count; ++i)
        text += (i == 0 ? "a" : ", a") + std::to_string(i);
    return text + "]";
}

const std::string custom = "action: CUSTOM, provider: {name: p}";

std::size_t records(const Inventory& inventory)
{
    return inventory.meshAccessPolicies.size() + inventory.meshTokenChecks.size();
}

std::string read(const std::string& text)
{
    const Inventory inventory = importText(text);
    return meshText(inventory) + problemIds(inventory);
}

} // namespace

class TestIstioRefusals : public QObject {
    Q_OBJECT
private slots:
    void refused_data();
    void refused();
    void taken_data();
    void taken();
    void meanings();
    void everyFaultIsSaid();
};

void TestIstioRefusals::refused_data()
{
    textColumn();
    for (const char* key : {"HUNTER2",
                            "source.HUNTER2",
                            "source.namespaces",
                            "source.labels[app]",
                            "source.ip[a]",
                            "Source.namespace",
                            "source.namespace ",
                            "request.method",
                            "request.auth.HUNTER2",
                            "destination.namespace",
                            "destination.labels[version]",
                            "destination.name",
                            "destination.user",
                            "connection.sni[a]",
                            "request.headers",
                            "request.headers[]",
                            "request.headers[HUNTER2",
                            "request.headers]",
                            "request.headers[HUNTER2]a",
                            "request.auth.claims",
                            "request.auth.claims[]",
                            "request.experimental.inline.headers",
                            "experimental.envoy.filters.a.b",
                            "experimental.envoy.filters",
                            "[a]",
                            "a[request.headers]"})
        textRow(ruled(when(key)));
    for (const char* key : {"request.headers[x]", "source.namespace", "source.trustDomain", "connection.sni"}) {
        textRow(ruled(when(key, "[HUNTER2, '']")));
        textRow(ruled(std::string("when: [{key: '") + key + "', notValues: ['']}]", "action: DENY"));
    }

    for (const char* account : {"'*'", "'HUNTER2*'", "'shop/*'", "'*/HUNTER2'", "'shop/w*b'", "''", "'/'", "'/HUNTER2'",
                                "'HUNTER2/'", "'a/b/c'", "'a//b'"}) {
        for (const char* field : {"serviceAccounts", "notServiceAccounts"})
            textRow(ruled(from(std::string(field) + ": [web, " + account + "]")));
        textRow(ruled(when("source.serviceAccount", std::string("[web, ") + account + "]")));
    }
    for (const std::string& list : {accounts(17), "[" + std::string(321, 'a') + "]"}) {
        textRow(ruled(from("serviceAccounts: " + list)));
        textRow(ruled(from("notServiceAccounts: " + list)));
        textRow(ruled(when("source.serviceAccount", list)));
    }

    for (const char* path :
         {"/HUNTER2/{*}/x{a}", "/{HUNTER2}", "/{HUNTER2=*}", "/{}",      "{",       "/a}",   "/a{*}",  "/{*}a",   "/{***}",
          "/{**}/{**}",        "/{**}/{*}",  "/{**}/a/{*}",  "/a/*/{*}", "/{*}/b*", "*/{*}", "/{**}*", "/a//{*}", "/a b/{*}",
          "/a?/{**}",          "/{ * }"}) {
        textRow(ruled(paths(path)));
        textRow(ruled(paths(path, "notPaths"), "action: DENY"));
    }

    for (const char* target :
         {"kind: Deployment, group: apps, name: HUNTER2", "kind: Pod, name: HUNTER2", "kind: Gateway, name: HUNTER2",
          "kind: Gateway, group: networking.istio.io, name: HUNTER2", "kind: GatewayClass, name: HUNTER2",
          "kind: HTTPRoute, group: gateway.networking.k8s.io, name: HUNTER2", "kind: ServiceEntry, name: HUNTER2",
          "kind: Service, group: gateway.networking.k8s.io, name: HUNTER2", "kind: service, name: HUNTER2",
          "kind: Service, group: HUNTER2, name: a"})
        for (const char* kind : {"AuthorizationPolicy", "RequestAuthentication"}) {
            textRow(object(kind, std::string("{targetRef: {") + target + "}}"));
            textRow(object(kind, std::string("{targetRefs: [{kind: Service, name: a}, {") + target + "}]}"));
        }

    for (const std::string& action : {std::string("action: DENY"), custom, std::string("action: CUSTOM")})
        for (const char* rules : {"", ", rules: null", ", rules: []"})
            textRow(policy("{" + action + rules + "}"));
    for (const char* field : {"principals", "notPrincipals", "namespaces", "notNamespaces", "serviceAccounts",
                              "notServiceAccounts", "requestPrincipals", "notRequestPrincipals"})
        textRow(ruled(from(std::string(field) + ": [HUNTER2], ipBlocks: [10.0.0.0/8]"), custom));
    for (const char* key : {"source.namespace", "source.serviceAccount", "source.principal", "request.auth.principal",
                            "request.auth.audiences", "request.auth.presenter", "request.auth.claims[iss]"})
        textRow(ruled(when(key, "[HUNTER2]"), custom));
}

void TestIstioRefusals::refused()
{
    QFETCH(QString, text);
    const Inventory inventory = importText(text.toStdString());
    QCOMPARE(records(inventory), std::size_t(0));
    SAYS(problemIds(inventory), "invalid-policy@4");
    SAYS(faultOfRefusal(inventory.problems[0], "policy"), "");
}

void TestIstioRefusals::taken_data()
{
    textColumn();
    for (const char* key :
         {"source.namespace", "source.serviceAccount", "source.principal", "source.trustDomain", "request.auth.principal",
          "request.auth.audiences", "request.auth.presenter", "connection.sni", "request.headers[X-header]",
          "request.headers[:method]", "request.experimental.inline.headers[x]", "request.auth.claims[iss]",
          "request.auth.claims[nested1][nested2]", "experimental.envoy.filters.a.b[c]"})
        textRow(ruled(when(key), "action: DENY"));
    textRow(ruled(when("request.headers[x]", "['header', 'prefix-*', '*-suffix', '*']")));
    textRow(ruled(when("source.ip", "[10.1.2.3, 'fd00::/8']")));
    textRow(ruled(when("remote.ip", "[0.0.0.0/0]")));
    textRow(ruled(when("destination.ip", "[10.0.0.0/8]")));
    textRow(ruled(when("destination.port", "['8080']")));

    for (const std::string& list :
         {std::string("[web, 'shop/cart', 'a.b/c-d']"), accounts(16), "[" + std::string(320, 'a') + "]"}) {
        textRow(ruled(from("serviceAccounts: " + list)));
        textRow(ruled(from("notServiceAccounts: " + list)));
        textRow(ruled(when("source.serviceAccount", list)));
    }

    for (const char* path :
         {"/exact", "/prefix/*", "/prefix*", "*/suffix", "*", "/", "//", "/a//b", "/a b?c=[d]", "/path/template/{*}", "{*}",
          "/{**}", "/{**}/path/template", "/{*}/{*}/{**}/end", "/a/{*}/", "/a%20-._~!$&()+,;:@=Z9/{*}", "/*/x/**"}) {
        textRow(ruled(paths(path)));
        textRow(ruled(paths(path, "notPaths"), "action: DENY"));
    }

    for (const char* target :
         {"kind: Service, name: a", "kind: Service, group: core, name: a", "kind: Service, group: '', name: a",
          "kind: ServiceEntry, group: networking.istio.io, name: a", "kind: Gateway, group: gateway.networking.k8s.io, name: a",
          "kind: GatewayClass, group: gateway.networking.k8s.io, name: a"})
        for (const char* kind : {"AuthorizationPolicy", "RequestAuthentication"}) {
            textRow(object(kind, std::string("{targetRef: {") + target + "}}"));
            textRow(object(kind, std::string("{targetRefs: [{") + target + "}]}"));
        }

    for (const char* spec : {"{action: ALLOW}", "{action: AUDIT}", "{action: AUDIT, rules: []}", "{action: DENY, rules: [{}]}"})
        textRow(policy(spec));
    for (const char* rule : {"from: [{source: {ipBlocks: [10.0.0.0/8], notIpBlocks: [10.1.0.0/16], remoteIpBlocks: [1.2.3.4]}}]",
                             "from: [{source: {principals: [], notRequestPrincipals: null, notRemoteIpBlocks: [1.2.3.4]}}]",
                             "to: [{operation: {paths: ['/{*}'], hosts: [a]}}]", "when: [{key: source.ip, values: [10.0.0.1]}]",
                             "when: [{key: 'request.headers[x]', values: [a]}, {key: connection.sni, notValues: [b]}]"})
        textRow(ruled(rule, custom));
}

void TestIstioRefusals::taken()
{
    QFETCH(QString, text);
    const Inventory inventory = importText(text.toStdString());
    SAYS(problemsText(inventory), "");
    QCOMPARE(records(inventory), std::size_t(1));
}

void TestIstioRefusals::meanings()
{
    COMPARE_TEXT(read(policy("{targetRefs: [{group: core, kind: Service, name: a}, {group: networking.istio.io, kind: "
                             "ServiceEntry, name: b}, {group: gateway.networking.k8s.io, kind: GatewayClass, name: c}, "
                             "{group: gateway.networking.k8s.io, kind: Gateway, name: d}]}")),
                 "access ALLOW shop gateways=gateway-api:shop/d services=shop/a,ServiceEntry:shop/b classes=c noRules\n");
    COMPARE_TEXT(
        read(
            ruled(when("request.auth.claims[a][b]", "['*']") + ", " + from("serviceAccounts: [web, bank/cart]"), "action: DENY")),
        "access DENY shop\n  rule @4\n    from serviceAccounts=web,bank/cart\n    when request.auth.claims[a][b] is=*\n");
}

void TestIstioRefusals::everyFaultIsSaid()
{
    COMPARE_TEXT(read(policy("\n  action: CUSTOM\n  provider: {name: p}\n  targetRef: {kind: Pod, name: a}\n  rules:\n"
                             "  - from:\n    - {source: {namespaces: [a]}}\n    to:\n    - operation:\n        paths: [/a,\n"
                             "          '/{a}']\n    when:\n    - key: source.labels\n      values: [a,\n        '']")),
                 "invalid-policy@7 invalid-policy@10 invalid-policy@14 invalid-policy@16 invalid-policy@18");
    // The rest of the file counts.
    COMPARE_TEXT(read(policy("{action: DENY}") + "---\n" + policy("{action: DENY, rules: [{}]}")),
                 "access DENY shop\n  rule @9\ninvalid-policy@4");
}

QTEST_GUILESS_MAIN(TestIstioRefusals)
#include "tst_istio_refusals.moc"
