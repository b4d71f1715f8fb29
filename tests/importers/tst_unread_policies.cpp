// SPDX-License-Identifier: GPL-3.0-or-later
// Policies of engines that connectivity does not read are counted, and one problem a kind says that they decide nothing.
#include "tests/importers/record_text.h"
#include "tests/support/import_text.h"

using namespace bartizan;
using namespace bartizan::test;

namespace {

std::string object(const std::string& apiVersion, const std::string& kind, const std::string& name, const std::string& more = "")
{
    return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: " + name + more +
           "}\nspec: {HUNTER2: [HUNTER2]}\n";
}

} // namespace

class TestUnreadPolicies : public QObject {
    Q_OBJECT
private slots:
    void said_data();
    void said();
    void oncePerKind();
    void othersSayNothing();
};

void TestUnreadPolicies::said_data()
{
    QTest::addColumn<QString>("apiVersion");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("ns"); // of an object that writes none
    const auto row = [](const char* apiVersion, const char* kind, const char* ns) {
        QTest::addRow("%s %s", apiVersion, kind)
            << QString::fromLatin1(apiVersion) << QString::fromLatin1(kind) << QString::fromLatin1(ns);
    };
    row("crd.antrea.io/v1beta1", "ClusterNetworkPolicy", "");
    row("crd.antrea.io/v1alpha1", "NetworkPolicy", "default");
    row("kuma.io/v1alpha1", "MeshTrafficPermission", "default");
    row("kuma.io/v1alpha1", "TrafficPermission", "");
    row("consul.hashicorp.com/v1alpha1", "ServiceIntentions", "default");
}

void TestUnreadPolicies::said()
{
    QFETCH(QString, apiVersion);
    QFETCH(QString, kind);
    QFETCH(QString, ns);
    const Inventory inventory = importText(object(apiVersion.toStdString(), kind.toStdString(), "a"));
    QCOMPARE(inventory.objects.size(), std::size_t(1));
    QCOMPARE(inventory.objects[0].identity.ns, ns.toStdString());
    QCOMPARE(inventory.problems.size(), std::size_t(1));
    const Problem& problem = inventory.problems[0];
    QCOMPARE(problem.id, std::string("unread-policy"));
    QCOMPARE(problem.evidence.line, 1U);
    QVERIFY(problem.severity == ProblemSeverity::warning);
    QVERIFY2(problem.message.starts_with("expected policies that connectivity reads"), problem.message.c_str());
    QVERIFY2(problem.message.find("found " + kind.toStdString() + " objects of ") != std::string::npos, problem.message.c_str());
    QVERIFY2(problem.message.find("HUNTER2") == std::string::npos, problem.message.c_str());
}

void TestUnreadPolicies::oncePerKind()
{
    const std::string consul = "consul.hashicorp.com/v1alpha1", kuma = "kuma.io/v1alpha1";
    const Inventory inventory =
        importText(object(consul, "ServiceIntentions", "a") + "---\n" + object(kuma, "MeshTrafficPermission", "b") + "---\n" +
                   object(consul, "ServiceIntentions", "c") + "---\n" + object(kuma, "TrafficPermission", "d") + "---\n" +
                   object(kuma, "MeshTrafficPermission", "e"));
    QCOMPARE(inventory.objects.size(), std::size_t(5));
    std::string lines;
    for (const Problem& problem : inventory.problems)
        lines += problem.id + "@" + std::to_string(problem.evidence.line) + " ";
    QCOMPARE(lines, std::string("unread-policy@1 unread-policy@6 unread-policy@16 "));
}

void TestUnreadPolicies::othersSayNothing()
{
    for (const char* kind : {"Mesh", "MeshTimeout", "MeshGateway"})
        QVERIFY2(importText(object("kuma.io/v1alpha1", kind, "a")).problems.empty(), kind);
    QVERIFY(importText(object("crd.antrea.io/v1beta1", "Tier", "a")).problems.empty());
    QVERIFY(importText(object("consul.hashicorp.com/v1alpha1", "ServiceDefaults", "a")).problems.empty());
}

QTEST_GUILESS_MAIN(TestUnreadPolicies)
#include "tst_unread_policies.moc"
