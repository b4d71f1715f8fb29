// SPDX-License-Identifier: GPL-3.0-or-later
// What an account may do, through roles, bindings and groups, and whether its token is in the pod at all.
#include "tests/support/posture_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

using namespace bartizan;

namespace {

struct Row {
    const char* name;
    const char* system;
    const char* verdicts; // of layer privilege
    const char* findings; // of layer privilege, "" = none
};

const Row rows[] = {
    {"token without rights", "workload web port=8080 sa=web\n", "web partial privilege-token-mounted\n",
     "low privilege-token-mounted: shop/web[Deployment]\n"},
    {"reads Secrets of its namespace", R"(
workload web port=8080 sa=web
role reader get,list secrets
bind web -> reader
)",
     "web missing privilege-secrets\n", "high privilege-secrets: shop/web[Deployment]\n"},
    {"reads Secrets, and the outside reaches it", R"(
workload web port=8080 sa=web
role reader get,list secrets
bind web -> reader
internet -> web
)",
     "web missing privilege-secrets\n", "high privilege-secrets: shop/web[Deployment]\n"},
    {"one named Secret is narrow", R"(
workload web port=8080 sa=web
role reader get secrets names=web-tls
bind web -> reader
)",
     "web present privilege-narrow\n", ""},
    {"list by name is not every Secret, configmaps are none", R"(
workload web port=8080 sa=web
role reader get,list,watch configmaps
bind web -> reader
)",
     "web present privilege-narrow\n", ""},
    {"everything in the cluster", R"(
workload web port=8080 sa=web
role all * * groups=* cluster
bind web -> all cluster
)",
     "web missing privilege-cluster-admin\n", "critical privilege-cluster-admin: shop/web[Deployment]\n"},
    {"everything in its namespace", R"(
workload web port=8080 sa=web
role all * * groups=*
bind web -> all
)",
     "web missing privilege-wildcard\n", "high privilege-wildcard: shop/web[Deployment]\n"},
    {"the API server's own role, not in the input", R"(
workload web port=8080 sa=web
bind web -> cluster-admin cluster
)",
     "web missing privilege-cluster-admin\n", "critical privilege-cluster-admin: shop/web[Deployment]\n"},
    {"a role that is not in the input", R"(
workload web port=8080 sa=web
bind web -> elsewhere cluster
)",
     "web unknown privilege-unknown\n", ""},
    {"a binding of another namespace gives nothing", R"(
workload web port=8080 sa=web
role reader get secrets
bind other/web -> reader
)",
     "web partial privilege-token-mounted\n", "low privilege-token-mounted: shop/web[Deployment]\n"},
    {"through a group", R"(
workload web port=8080 sa=web
role exec create pods/exec cluster
bind group:system:serviceaccounts -> exec cluster
)",
     "web missing privilege-exec\n", "high privilege-exec: shop/web[Deployment]\nhigh privilege-group-binding: everybody-exec\n"},
    {"requests without credentials", R"(
workload web port=8080 sa=web
role info get configmaps cluster
bind group:system:unauthenticated -> info cluster
)",
     "web partial privilege-token-mounted\n",
     "high privilege-anonymous-binding: everybody-info\nlow privilege-token-mounted: shop/web[Deployment]\n"},
    {"requests without credentials read one named object", R"(
workload web port=8080 sa=web
role info get configmaps names=cluster-info cluster
bind group:system:unauthenticated -> info cluster
)",
     "web partial privilege-token-mounted\n",
     "low privilege-anonymous-binding-narrow: everybody-info\nlow privilege-token-mounted: shop/web[Deployment]\n"},
    {"the default account", R"(
workload web port=8080
workload api port=8080
role pods create pods
bind default -> pods
)",
     "api missing privilege-create-pods\nweb missing privilege-create-pods\n",
     "medium privilege-create-pods: shop/api[Deployment] shop/web[Deployment]\n"
     "medium privilege-default-account: shop/api[Deployment] shop/web[Deployment]\n"},
    {"an account with all rights that no workload uses", R"(
workload web port=8080 sa=web
bind kube-system/superadmin -> cluster-admin cluster
)",
     "web partial privilege-token-mounted\n",
     "high privilege-unused-account: ServiceAccount kube-system/superadmin\nlow privilege-token-mounted: shop/web[Deployment]\n"},
    {"an unused account with rights in one namespace", R"(
workload web port=8080 sa=web
role all * * groups=*
bind idle -> all
)",
     "web partial privilege-token-mounted\n", "low privilege-token-mounted: shop/web[Deployment]\n"},
    {"the API server's own binding", R"(
workload web port=8080 sa=web
bind system:job -> cluster-admin cluster
)",
     "web partial privilege-token-mounted\n", "low privilege-token-mounted: shop/web[Deployment]\n"},
};

std::string ofPrivilege(const Posture& posture)
{
    Posture only = posture;
    only.findings.clear();
    for (const Finding& f : posture.findings)
        if (f.layer == "privilege")
            only.findings.push_back(f);
    return test::findingsText(only);
}

} // namespace

class TestRights : public QObject {
    Q_OBJECT
private slots:
    void decides_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(rows); ++i)
            QTest::newRow(rows[i].name) << int(i);
    }
    void decides()
    {
        QFETCH(int, row);
        const Row& r = rows[static_cast<std::size_t>(row)];
        const Model model = test::modelOf(r.system);
        const Posture posture = test::postureOf(model);
        QCOMPARE(QString::fromStdString(test::verdictsText(model, posture, Layer::privilege)), QString::fromUtf8(r.verdicts));
        QCOMPARE(QString::fromStdString(ofPrivilege(posture)), QString::fromUtf8(r.findings));
    }

    // Each right names the rule that gives it and the binding that hands it out.
    void showsRuleAndBinding()
    {
        const Model model = test::modelOf("workload web port=8080 sa=web\nrole reader get secrets\nbind web -> reader\n");
        const Posture posture = test::postureOf(model);
        for (const Finding& f : posture.findings) {
            if (f.rule != "privilege-secrets")
                continue;
            QCOMPARE(f.evidence.size(), std::size_t(2));
            QCOMPARE(f.evidence[0].text(), std::string_view("role reader get secrets"));
            QCOMPARE(f.evidence[1].text(), std::string_view("bind web -> reader"));
            return;
        }
        QFAIL("no finding");
    }
};

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
