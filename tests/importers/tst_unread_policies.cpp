// SPDX-License-Identifier: GPL-3.0-or-later
// Policies of engines that connectivity does not read are counted, and one problem a kind says that they decide nothing.
#include "tests/importers/text_rows.h"
#include "tests/support/import_text.h"
#include "tests/support/says.h"

using namespace bartizan;
using namespace bartizan::test;

namespace {

// "kuma.io/v1alpha1 Mesh"
std::string object(const std::string& type, const std::string& name = "a")
{
    const std::size_t blank = type.find(' ');
    return "apiVersion: " + type.substr(0, blank) + "\nkind: " + type.substr(blank + 1) + "\nmetadata: {name: " + name +
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
    textColumns(); // the type, and the namespace of an object that writes none
    textRow("crd.antrea.io/v1beta1 ClusterNetworkPolicy", "");
    textRow("crd.antrea.io/v1alpha1 NetworkPolicy", "default");
    textRow("kuma.io/v1alpha1 MeshTrafficPermission", "default");
    textRow("kuma.io/v1alpha1 TrafficPermission", "");
    textRow("consul.hashicorp.com/v1alpha1 ServiceIntentions", "default");
    textRow("k8s.ovn.org/v1 EgressFirewall", "default");
    textRow("network.openshift.io/v1 EgressNetworkPolicy", "default");
    textRow("networking.gke.io/v1alpha1 FQDNNetworkPolicy", "default");
}

void TestUnreadPolicies::said()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const std::string type = text.toStdString(), kind = type.substr(type.find(' ') + 1), group = type.substr(0, type.find('/'));
    const Inventory inventory = importText(object(type));
    QCOMPARE(inventory.objects.size(), std::size_t(1));
    QCOMPARE(inventory.objects[0].identity.kind, kind);
    QCOMPARE(inventory.objects[0].identity.ns, expected.toStdString());
    QVERIFY(inventory.networkPolicies.empty() && inventory.trafficPolicies.empty() && inventory.meshAccessPolicies.empty());
    QCOMPARE(problemIds(inventory), std::string("unread-policy@1-4"));
    const Problem& problem = inventory.problems[0];
    SAYS(faultOf(problem), "");
    QVERIFY(problem.severity == ProblemSeverity::warning);
    QVERIFY2(problem.message.find("found " + kind + " objects of " + group + ", which are counted but decide nothing here") !=
                 std::string::npos,
             problem.message.c_str());
}

void TestUnreadPolicies::oncePerKind()
{
    const std::string intentions = "consul.hashicorp.com/v1alpha1 ServiceIntentions", kuma = "kuma.io/v1alpha1 ";
    const Inventory inventory = importText(object(intentions, "a") + "---\n" + object(kuma + "MeshTrafficPermission", "b") +
                                           "---\n" + object(intentions, "c") + "---\n" + object(kuma + "TrafficPermission", "d") +
                                           "---\n" + object(kuma + "MeshTrafficPermission", "e"));
    QCOMPARE(inventory.objects.size(), std::size_t(5));
    QCOMPARE(problemIds(inventory), std::string("unread-policy@1-4 unread-policy@6-9 unread-policy@16-19"));
}

void TestUnreadPolicies::othersSayNothing()
{
    for (const char* type :
         {"kuma.io/v1alpha1 Mesh", "kuma.io/v1alpha1 MeshTimeout", "kuma.io/v1alpha1 MeshGateway", "crd.antrea.io/v1beta1 Tier",
          "k8s.ovn.org/v1 EgressQoS", "consul.hashicorp.com/v1alpha1 ServiceDefaults"}) {
        const Inventory inventory = importText(object(type));
        QCOMPARE(inventory.objects.size(), std::size_t(1)); // counted all the same
        QVERIFY2(inventory.problems.empty(), type);
    }
}

QTEST_GUILESS_MAIN(TestUnreadPolicies)
#include "tst_unread_policies.moc"
