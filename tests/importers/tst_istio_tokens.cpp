// SPDX-License-Identifier: GPL-3.0-or-later
// Istio's RequestAuthentication: what the CRD's schema or istiod's webhook refuses gives a Problem at its line and no record,
// and what its references mean.
#include "tests/importers/text_rows.h"
#include "tests/support/import_text.h"

using namespace bartizan;
using namespace bartizan::test;

namespace {

std::string object(const std::string& spec) // begins in line 4
{
    return "apiVersion: security.istio.io/v1\nkind: RequestAuthentication\nmetadata: {name: x, namespace: shop}\nspec: " + spec +
           "\n";
}

} // namespace

class TestIstioTokens : public QObject {
    Q_OBJECT
private slots:
    void refused_data()
    {
        textColumn();
        for (const char* spec :
             {"HUNTER2", "[HUNTER2]", "{jwtRules: HUNTER2}", "{jwtRules: {issuer: HUNTER2}}", "{jwtRules: [HUNTER2]}",
              "{jwtRules: [{audiences: [HUNTER2]}]}", "{jwtRules: [{issuer: ''}]}", "{jwtRules: [{issuer: 7}]}",
              "{jwtRules: [{issuer: [HUNTER2]}]}", "{selector: {matchLabels: {app: 'HUNTER2*'}}}",
              "{selector: {matchLabels: {app: web}}, targetRefs: [{kind: Service, name: HUNTER2}]}",
              "{targetRefs: [{kind: Service}]}", "{targetRef: {kind: Gateway, name: a, namespace: HUNTER2}}"})
            textRow(object(spec));
    }
    void refused()
    {
        QFETCH(QString, text);
        const Inventory inventory = importText(text.toStdString());
        QVERIFY(inventory.meshTokenChecks.empty());
        QVERIFY(!inventory.problems.empty());
        for (const Problem& problem : inventory.problems) {
            QVERIFY2(faultOf(problem).empty(), faultOf(problem).c_str());
            QCOMPARE(problem.evidence.line, 4U);
        }
    }

    void taken()
    {
        for (const char* spec :
             {"{}", "null", "{jwtRules: []}", "{jwtRules: null}", "{selector: {}}", "{jwtRules: [{jwksUri: 'https://a'}]}",
              "{selector: {matchLabels: {app: web}}, jwtRules: [{issuer: a, jwksUri: 'https://a'}, {issuer: b}]}"}) {
            const Inventory inventory = importText(object(spec));
            QCOMPARE(problemIds(inventory), std::string());
            QCOMPARE(inventory.meshTokenChecks.size(), std::size_t{1});
        }
        const Inventory inventory = importText(
            object("{selector: {matchLabels: {app: web}}, jwtRules: [{issuer: a, jwksUri: 'https://a'}, {issuer: b}]}"));
        const MeshTokenCheck& check = inventory.meshTokenChecks.front();
        QCOMPARE(check.ns, std::string("shop"));
        QVERIFY(check.pods.present);
        QCOMPARE(check.issuers.size(), std::size_t{2});
        QCOMPARE(check.issuers.back().value, std::string("b"));
    }

    void references()
    {
        const Inventory inventory = importText(object(
            "{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: g}, {group: '', kind: Service, name: s}, "
            "{group: networking.istio.io, kind: ServiceEntry, name: e}, "
            "{group: gateway.networking.k8s.io, kind: GatewayClass, name: istio-waypoint}]}"));
        QCOMPARE(problemIds(inventory), std::string());
        QCOMPARE(inventory.meshTokenChecks.size(), std::size_t{1});
        const MeshTokenCheck& check = inventory.meshTokenChecks.front();
        QCOMPARE(check.targetGateways, std::vector<std::string>{"gateway-api:shop/g"});
        QCOMPARE(check.targetServices, (std::vector<std::string>{"shop/s", "ServiceEntry:shop/e"})); // no Service is called so
        QCOMPARE(check.targetClasses, std::vector<std::string>{"istio-waypoint"});
        QVERIFY(!check.pods.present);
    }

    void unknownFields()
    {
        const Inventory inventory = importText(object("{jwtRules: [{issuer: a}], jwtRule: HUNTER2}"));
        QCOMPARE(inventory.meshTokenChecks.size(), std::size_t{1});
        QCOMPARE(inventory.problems.size(), std::size_t{1});
        QCOMPARE(inventory.problems.front().id, std::string("unknown-rule-field"));
        QVERIFY2(faultOf(inventory.problems.front()).empty(), faultOf(inventory.problems.front()).c_str());
    }
};

QTEST_GUILESS_MAIN(TestIstioTokens)
#include "tst_istio_tokens.moc"
