// SPDX-License-Identifier: GPL-3.0-or-later
// Real snapshots: objects by kind equal counts that were made independently (Python's json and yaml modules, Lists
// unwrapped, log sections of dumps cut out); no planted secret is kept; every cited line is inside its object.
#include "model/inventory/visit.h"
#include "tests/importers/record_text.h"
#include "tests/support/import_file.h"
#include "tests/support/paths.h"

using namespace bartizan;

namespace {

constexpr const char* boutique = "snapshots/real-apiserver-online-boutique-istio/";

std::string countsText(const Inventory& inventory)
{
    std::string text;
    for (const auto& [kind, count] : inventory.documentsByKind)
        text += (text.empty() ? "" : " ") + kind + "=" + std::to_string(count);
    return text;
}

} // namespace

class TestKubernetesSnapshots : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void counts_data();
    void counts();
    void records();
    void canaries();
    void sameFromJsonAndYaml();
    void evidenceLiesInItsObject();

private:
    Inventory read(const std::string& path) const
    {
        const auto text = test::readFile(test::corpusDir() / path);
        return text ? test::importFile(*text) : Inventory();
    }
};

void TestKubernetesSnapshots::initTestCase()
{
    if (test::corpusDir().empty())
        QSKIP("the corpus is not there");
}

void TestKubernetesSnapshots::counts_data()
{
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const std::string& path, const char* expected) {
        QTest::newRow(path.c_str()) << path << std::string(expected);
    };
    const char* const all =
        "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy=1 "
        "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding=1 "
        "apiextensions.k8s.io/v1/CustomResourceDefinition=25 apiregistration.k8s.io/v1/APIService=30 "
        "apps/v1/DaemonSet=1 apps/v1/Deployment=17 apps/v1/ReplicaSet=17 batch/v1/CronJob=1 batch/v1/Job=1 "
        "discovery.k8s.io/v1/EndpointSlice=15 flowcontrol.apiserver.k8s.io/v1/FlowSchema=13 "
        "flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration=8 gateway.networking.k8s.io/v1/Gateway=1 "
        "gateway.networking.k8s.io/v1/HTTPRoute=1 networking.istio.io/v1/ServiceEntry=2 "
        "networking.istio.io/v1/VirtualService=1 networking.k8s.io/v1/Ingress=1 "
        "networking.k8s.io/v1/NetworkPolicy=13 rbac.authorization.k8s.io/v1/ClusterRole=65 "
        "rbac.authorization.k8s.io/v1/ClusterRoleBinding=47 rbac.authorization.k8s.io/v1/Role=7 "
        "rbac.authorization.k8s.io/v1/RoleBinding=8 scheduling.k8s.io/v1/PriorityClass=2 "
        "security.istio.io/v1/AuthorizationPolicy=1 security.istio.io/v1/PeerAuthentication=1 "
        "security.istio.io/v1/RequestAuthentication=1 v1/ConfigMap=12 v1/Endpoints=15 v1/Namespace=9 v1/Node=3 "
        "v1/Pod=21 v1/Service=16 v1/ServiceAccount=52";
    row(boutique + std::string("all-no-secrets.json"), all);
    row(boutique + std::string("all-no-secrets.yaml"), all);
    row(boutique + std::string("cluster-info-dump-stdout.txt"),
        "apps/v1/DaemonSet=1 apps/v1/Deployment=17 apps/v1/ReplicaSet=17 v1/Event=39 v1/Node=3 v1/Pod=21 v1/Service=16");
    row(boutique + std::string("get-all.yaml"), "apps/v1/DaemonSet=1 apps/v1/Deployment=17 apps/v1/ReplicaSet=17 "
                                                "batch/v1/CronJob=1 batch/v1/Job=1 v1/Pod=21 v1/Service=16");
    row(boutique + std::string("raw/pods.page1.json"), "v1/Pod=5");
    row(boutique + std::string("raw/deployments.table.json"), "");
    row(boutique + std::string("raw/secrets.metadata-only.json"), "");
    row(boutique + std::string("raw/err.403.secrets.json"), "");
    row(boutique + std::string("raw/api.aggregated.json"), "");
    row(boutique + std::string("workloads-managedfields.yaml"),
        "apps/v1/DaemonSet=1 apps/v1/Deployment=17 networking.k8s.io/v1/Ingress=1 networking.k8s.io/v1/NetworkPolicy=13 "
        "v1/ConfigMap=12 v1/Service=16 v1/ServiceAccount=52");
    row("snapshots/kubediagrams-dumps/examples/k0s/k0s.yml",
        "apiextensions.k8s.io/v1/CustomResourceDefinition=5 apps/v1/DaemonSet=3 apps/v1/Deployment=2 apps/v1/ReplicaSet=2 "
        "autopilot.k0sproject.io/v1beta2/ControlNode=1 etcd.k0sproject.io/v1beta1/EtcdMember=1 "
        "rbac.authorization.k8s.io/v1/ClusterRole=69 rbac.authorization.k8s.io/v1/ClusterRoleBinding=55 "
        "rbac.authorization.k8s.io/v1/Role=9 rbac.authorization.k8s.io/v1/RoleBinding=10 v1/ConfigMap=12 v1/Namespace=5 "
        "v1/Node=1 "
        "v1/Pod=5 v1/Service=3 v1/ServiceAccount=43");
    row("snapshots/kubediagrams-dumps/examples/argo/downloads/argo-cd-manifests-ha-install.yaml",
        "apiextensions.k8s.io/v1/CustomResourceDefinition=3 apps/v1/Deployment=6 apps/v1/StatefulSet=2 "
        "networking.k8s.io/v1/NetworkPolicy=8 rbac.authorization.k8s.io/v1/ClusterRole=3 "
        "rbac.authorization.k8s.io/v1/ClusterRoleBinding=3 rbac.authorization.k8s.io/v1/Role=7 "
        "rbac.authorization.k8s.io/v1/RoleBinding=7 v1/ConfigMap=9 v1/Secret=2 v1/Service=12 v1/ServiceAccount=8");
    row("apps/microservices-demo-boutique/release/kubernetes-manifests.yaml",
        "apps/v1/Deployment=12 v1/Service=12 v1/ServiceAccount=11");
}

void TestKubernetesSnapshots::counts()
{
    QFETCH(std::string, path);
    QFETCH(std::string, expected);
    if (!std::filesystem::exists(test::corpusDir() / path))
        QSKIP("this file is not in the corpus");
    const Inventory inventory = read(path);
    if (countsText(inventory) != expected)
        qWarning("found: %s", countsText(inventory).c_str());
    QVERIFY(countsText(inventory) == expected);
}

void TestKubernetesSnapshots::records()
{
    const Inventory inventory = read(boutique + std::string("all-with-secrets.json"));
    if (inventory.objects.empty())
        QSKIP("this file is not in the corpus");
    QCOMPARE(inventory.problems.size(), std::size_t(0));
    QCOMPARE(inventory.workloads.size(), std::size_t(17 + 17 + 21 + 1 + 1 + 1));
    QCOMPARE(inventory.podStatuses.size(), std::size_t(21));
    QCOMPARE(inventory.services.size(), std::size_t(16));
    QCOMPARE(inventory.endpoints.size(), std::size_t(30));
    QCOMPARE(inventory.networkPolicies.size(), std::size_t(13));
    QCOMPARE(inventory.roles.size(), std::size_t(72));
    QCOMPARE(inventory.bindings.size(), std::size_t(55));
    QCOMPARE(inventory.secrets.size(), std::size_t(1));
    QCOMPARE(inventory.secrets[0].keys.at(0).name, std::string("key"));
    for (const Object& object : inventory.objects)
        QVERIFY2(object.running, object.identity.name.c_str());
    QCOMPARE(inventory.scope.state("Secret", "any"), ScopeState::read);
    QCOMPARE(inventory.scope.state("StatefulSet.apps", "shop"), ScopeState::notAsked);
}

void TestKubernetesSnapshots::canaries()
{
    std::size_t texts = 0;
    for (const auto& path : test::filesBelow(test::corpusDir() / "snapshots/real-apiserver-online-boutique-istio")) {
        const auto bytes = test::readFile(path);
        QVERIFY(bytes);
        const Inventory inventory = test::importFile(*bytes);
        visitTexts(inventory, [&](std::string_view text) {
            ++texts;
            QVERIFY2(text.find("CANARY") == std::string_view::npos && text.find("Q0FOQVJZ") == std::string_view::npos,
                     (path.string() + ": " + std::string(text)).c_str());
        });
    }
    qInfo("%zu kept texts looked at", texts);
    QVERIFY(texts > 10'000);
}

void TestKubernetesSnapshots::sameFromJsonAndYaml()
{
    const Inventory json = read(boutique + std::string("all-no-secrets.json")),
                    yaml = read(boutique + std::string("all-no-secrets.yaml"));
    QCOMPARE(json.objects.size(), yaml.objects.size());
    for (std::size_t i = 0; i < json.objects.size(); ++i) {
        QVERIFY(json.objects[i].identity == yaml.objects[i].identity);
        QVERIFY2(json.objects[i].contentHash == yaml.objects[i].contentHash, displayName(json.objects[i].identity).c_str());
        QCOMPARE(json.objects[i].labels.size(), yaml.objects[i].labels.size());
    }
    QCOMPARE(json.scope.entries.size(), yaml.scope.entries.size());
}

void TestKubernetesSnapshots::evidenceLiesInItsObject()
{
    const Inventory inventory = read(boutique + std::string("all-no-secrets.yaml"));
    std::size_t looked = 0, outside = 0;
    visitEvidence(inventory, [&](const Evidence& evidence) {
        if (!evidence.valid() || !evidence.object.valid())
            return;
        const Evidence& object = inventory.object(evidence.object).evidence;
        ++looked;
        const bool inside = evidence.line >= object.line && evidence.lastLine <= object.lastLine &&
                            evidence.line <= evidence.lastLine && evidence.pointer().starts_with(object.pointer());
        outside += inside ? 0U : 1U;
    });
    QCOMPARE(outside, std::size_t(0));
    if (!inventory.objects.empty())
        QVERIFY(looked > 3'000);
}

QTEST_GUILESS_MAIN(TestKubernetesSnapshots)
#include "tst_kubernetes_snapshots.moc"
