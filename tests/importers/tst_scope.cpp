// SPDX-License-Identifier: GPL-3.0-or-later
// Which kinds were read where (layers.md "Scope"), from lists, refusals, snapshots' folders and deployables.
#include "importers/import.h"
#include "tests/support/input_folder.h"
#include "tests/support/paths.h"

#include <QtTest>

using namespace bartizan;
using test::InputFolder;

namespace {

std::string running(std::string_view kind, std::string_view apiVersion, std::string_view ns, std::string_view name)
{
    return "{\"apiVersion\": \"" + std::string(apiVersion) + "\", \"kind\": \"" + std::string(kind) +
           "\", \"metadata\": {\"name\": \"" + std::string(name) + "\"" +
           (ns.empty() ? "" : ", \"namespace\": \"" + std::string(ns) + "\"") + ", \"uid\": \"" + std::string(kind) +
           std::string(ns) + std::string(name) + "\", \"resourceVersion\": \"7\"}}";
}

std::string list(std::string_view kind, std::string_view apiVersion, std::initializer_list<std::string> items,
                 std::string_view meta = {})
{
    std::string text = "{\"apiVersion\": \"" + std::string(apiVersion) + "\", \"kind\": \"" + std::string(kind) +
                       "\", \"metadata\": {\"resourceVersion\": \"9\"" + std::string(meta) + "}, \"items\": [";
    for (const std::string& item : items)
        text += (text.back() == '[' ? "" : ", ") + item;
    return text + "]}";
}

QString scope(const Inventory& inventory)
{
    QString text = QString::fromStdString(inventory.scope.mode) + ":";
    for (const ScopeEntry& entry : inventory.scope.entries)
        text += QString(" %1/%2%3").arg(entry.ns.c_str(), entry.kind.c_str(), entry.state == ScopeState::refused ? "!" : "");
    return text;
}

constexpr const char* deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: "
                                   "{containers: [{name: a, image: b}]}}}\n";
constexpr const char* policy =
    "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny}\nspec: {podSelector: {}}\n";

} // namespace

class ScopeTest : public QObject {
    Q_OBJECT
private slots:
    void filesAreWholeUnlessSaidOtherwise()
    {
        InputFolder in;
        in.write("a.yaml", deployment);
        QCOMPARE(scope(in.import()), QString("complete: */*"));
        importers::ImportOptions options;
        options.scope = importers::ScopeMode::partial;
        QCOMPARE(scope(in.import(options)), QString("partial:"));
    }

    void aTypedListCoversItsKind()
    {
        InputFolder in;
        in.write("pods.json", list("PodList", "v1", {running("Pod", "v1", "a", "x"), running("Pod", "v1", "b", "y")}));
        in.write("jobs.json", list("JobList", "batch/v1", {}));
        QCOMPARE(scope(in.import()), QString("snapshot: */Job.batch */Pod"));
    }

    void aListOfOneNamespaceCoversThatNamespace()
    {
        InputFolder in;
        in.write("shop.json", list("List", "v1", {running("Pod", "v1", "shop", "x"), running("Service", "v1", "shop", "y")}));
        QCOMPARE(scope(in.import()), QString("snapshot: shop/Pod shop/Service"));
    }

    void aListThatSpansNamespacesCoversAll()
    {
        InputFolder in;
        in.write("all.json",
                 list("List", "v1",
                      {running("Pod", "v1", "shop", "x"), running("Pod", "v1", "b", "x"), running("Service", "v1", "shop", "y"),
                       running("ClusterRole", "rbac.authorization.k8s.io/v1", "", "z")}));
        QCOMPARE(scope(in.import()), QString("snapshot: */ClusterRole.rbac.authorization.k8s.io */Pod */Service"));
    }

    void getAllCoversItsOwnKinds()
    {
        InputFolder in;
        in.write("all.json",
                 list("List", "v1",
                      {running("Pod", "v1", "shop", "x"), running("Service", "v1", "shop", "y"),
                       running("Deployment", "apps/v1", "shop", "x"), running("ReplicaSet", "apps/v1", "shop", "x")}));
        const Inventory inventory = in.import();
        QCOMPARE(inventory.scope.state("StatefulSet.apps", "shop"), ScopeState::read);
        QCOMPARE(inventory.scope.state("StatefulSet.apps", "other"), ScopeState::notAsked);
        QCOMPARE(inventory.scope.state("NetworkPolicy.networking.k8s.io", "shop"), ScopeState::notAsked);
    }

    void clusterInfoDumpIsNamedByItsFolders()
    {
        InputFolder in;
        in.write("dump/nodes.json", list("NodeList", "v1", {running("Node", "v1", "", "n")}));
        in.write("dump/shop/pods.json", list("PodList", "v1", {running("Pod", "v1", "shop", "x")}));
        in.write("dump/shop/daemonsets.json", list("DaemonSetList", "apps/v1", {}));
        in.write("dump/pay/pods.json", list("PodList", "v1", {running("Pod", "v1", "pay", "x")}));
        QCOMPARE(scope(in.import()), QString("snapshot: shop/DaemonSet.apps */Node pay/Pod shop/Pod"));
    }

    void pagesCountWhenAllAreThere()
    {
        InputFolder in;
        in.write("pods.1.json", list("PodList", "v1", {running("Pod", "v1", "a", "x"), running("Pod", "v1", "b", "y")},
                                     ", \"continue\": \"t\", \"remainingItemCount\": 2"));
        QCOMPARE(scope(in.import()), QString("snapshot:"));
        in.write("pods.3.json", list("PodList", "v1", {running("Pod", "v1", "c", "z")}));
        QCOMPARE(scope(in.import()), QString("snapshot:"));
        in.write("pods.2.json",
                 list("PodList", "v1", {running("Pod", "v1", "b", "z")}, ", \"continue\": \"u\", \"remainingItemCount\": 1"));
        QCOMPARE(scope(in.import()), QString("snapshot: */Pod"));
    }

    void refusalsAreKnown()
    {
        InputFolder in;
        in.write("get.json", list("List", "v1", {running("Pod", "v1", "shop", "x")}));
        in.write("get.stderr",
                 "Error from server (Forbidden): networkpolicies.networking.k8s.io is forbidden: User \"v\" cannot list resource "
                 "\"networkpolicies\" in API group \"networking.k8s.io\" at the cluster scope\n"
                 "Error from server (Forbidden): pods is forbidden: User \"v\" cannot list resource \"pods\" in API group \"\" "
                 "in the namespace \"pay\"\n");
        in.write("secrets.json", "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"metadata\": {}, \"status\": \"Failure\", "
                                 "\"message\": \"secrets is forbidden: User "
                                 "\\\"v\\\" cannot list resource \\\"secrets\\\" in API group \\\"\\\" at the cluster scope\", "
                                 "\"reason\": \"Forbidden\", "
                                 "\"details\": {\"kind\": \"secrets\"}, \"code\": 403}");
        QCOMPARE(scope(in.import()), QString("snapshot: */NetworkPolicy.networking.k8s.io! pay/Pod! shop/Pod */Secret!"));
    }

    void whatSomebodyElseReadIsRead()
    {
        InputFolder in;
        in.write("get.json", list("PodList", "v1", {running("Pod", "v1", "a", "x"), running("Pod", "v1", "b", "x")}));
        in.write("get.stderr", "Error from server (Forbidden): pods is forbidden: User \"v\" cannot list resource \"pods\" in "
                               "API group \"\" at the cluster scope\n");
        QCOMPARE(scope(in.import()), QString("snapshot: */Pod"));
    }

    void aSnapshotsManifestSaysWhatWasRead()
    {
        InputFolder in;
        in.write("manifest.json",
                 "{\"taken\": \"2026-11-21T00:00:00Z\", \"scope\": {\"kinds\": [{\"kind\": \"Ingress.networking.k8s.io\", "
                 "\"namespace\": \"*\", "
                 "\"state\": \"read\"}, {\"kind\": \"Secret\", \"namespace\": \"*\", \"state\": \"refused\"}]}}");
        in.write("objects/core/Pod.json",
                 list("PodList", "v1", {running("Pod", "v1", "a", "x"), running("Pod", "v1", "b", "x")}));
        QCOMPARE(scope(in.import()), QString("snapshot: */Ingress.networking.k8s.io */Pod */Secret!"));
    }

    void manifestsBesideRunningState()
    {
        InputFolder in;
        in.write("cluster.json",
                 list("List", "v1",
                      {running("Deployment", "apps/v1", "default", "web"), running("Deployment", "apps/v1", "other", "x")}));
        in.write("manifests/web.yaml", deployment);
        in.write("manifests/gone.yaml", std::string(deployment).replace(std::string(deployment).find("web"), 3, "gone"));
        in.write("manifests/policy.yaml", policy);
        const Inventory inventory = in.import();
        QCOMPARE(scope(inventory), QString("mixed: */Deployment.apps default/NetworkPolicy.networking.k8s.io"));
        int applied = 0;
        for (const Object& object : inventory.objects) {
            applied += object.applied() ? 1 : 0;
            QCOMPARE(object.applied(), object.running || object.identity.kind == "NetworkPolicy");
        }
        QCOMPARE(applied, 3);
    }

    // Where several sources were read, an entry names those that it is about, and who was refused what another one read.
    void severalSourcesAreNamed()
    {
        InputFolder in;
        in.write("one/pods.json", list("PodList", "v1", {running("Pod", "v1", "a", "x"), running("Pod", "v1", "b", "y")}));
        in.write("two/jobs.json", list("JobList", "batch/v1", {running("Job", "batch/v1", "a", "z")}));
        in.write("two/get.stderr",
                 "Error from server (Forbidden): pods is forbidden: User \"v\" cannot list resource \"pods\" in "
                 "API group \"\" at the cluster scope\n"
                 "Error from server (Forbidden): nodes is forbidden: User \"v\" cannot list resource \"nodes\" "
                 "in API group \"\" at the cluster scope\n");
        const auto both = importers::importSources({in.path("one"), in.path("two")}, {}, {});
        QVERIFY(both.has_value());
        QCOMPARE(scope(*both), QString("snapshot: a/Job.batch */Node! */Pod"));
        const auto why = [&](std::size_t i) { return QString::fromStdString(both->scope.entries[i].source); };
        QVERIFY2(why(0).endsWith(QLatin1String(" in two")), qPrintable(why(0)));
        QVERIFY2(why(1).endsWith(QLatin1String(" in two")), qPrintable(why(1)));
        QVERIFY2(why(2).endsWith(QLatin1String(" in one; refused in two")), qPrintable(why(2)));
        const auto alone = importers::importSources({in.path("one")}, {}, {});
        QVERIFY(alone.has_value());
        QCOMPARE(alone->scope.entries.size(), std::size_t(1));
        QVERIFY(!QString::fromStdString(alone->scope.entries.front().source).contains(QLatin1String(" in one")));
    }

    void aLimitedUsersSnapshot()
    {
        if (test::corpusDir().empty())
            QSKIP("the corpus is not there");
        const auto folder = test::corpusDir() / "snapshots/real-apiserver-online-boutique-istio/limited";
        const auto viewer = importers::importSources(
            {(folder / "viewer.get-A.json").string(), (folder / "viewer.get-A.stderr").string()}, {}, {});
        QVERIFY(viewer.has_value());
        QCOMPARE(viewer->scope.state("Secret", "shop"), ScopeState::refused);
        QCOMPARE(viewer->scope.state("Node", "*"), ScopeState::refused);
        QCOMPARE(viewer->scope.state("NetworkPolicy.networking.k8s.io", "shop"), ScopeState::read);
        const auto nobody = importers::importSources(
            {(folder / "nobody.get-A.json").string(), (folder / "nobody.get-A.stderr").string()}, {}, {});
        QVERIFY(nobody.has_value());
        QCOMPARE(nobody->scope.state("NetworkPolicy.networking.k8s.io", "shop"), ScopeState::refused);
        QCOMPARE(nobody->scope.state("Ingress.networking.k8s.io", "shop") == ScopeState::read, false);
    }
};

QTEST_GUILESS_MAIN(ScopeTest)
#include "tst_scope.moc"
