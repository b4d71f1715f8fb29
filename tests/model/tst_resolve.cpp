// SPDX-License-Identifier: GPL-3.0-or-later
// Workloads by owner, Services by selector and port, images, roles and platform.
#include "model/resolve/resolve.h"
#include "model/resolve/text.h"
#include "tests/support/golden_lines.h"
#include "tests/support/text_architecture.h"

using namespace bartizan;
using namespace bartizan::test;

namespace {

std::string ids(const Architecture& architecture)
{
    std::string text;
    for (const Workload& workload : architecture.workloads)
        text += workload.id + " pods=" + std::to_string(workload.pods.size()) + "\n";
    return text;
}

std::string servicesText(const Architecture& architecture)
{
    std::string text;
    for (const Service& service : architecture.services) {
        text += service.id + " " + service.type;
        for (const WorkloadId id : service.workloads)
            text += " " + architecture.workload(id).id;
        for (const ServicePortUse& port : service.ports) {
            text += " " + std::to_string(port.port) + ">" + port.targetPort + "=";
            for (const std::uint32_t target : port.targets)
                text += std::to_string(target) + ".";
        }
        for (const Evidence& miss : service.nearMisses)
            text.append("\n  near: ").append(miss.text());
        text += "\n";
    }
    return text;
}

Object object(const char* kind, const char* ns, const char* name)
{
    Object result;
    result.identity = {"", "", kind, ns, name};
    result.evidence.file = FileId(std::size_t(0));
    return result;
}

std::size_t addRecord(Inventory& inventory, Object made, const std::map<std::string, std::string>& labels = {})
{
    WorkloadRecord record;
    record.object = ObjectId(inventory.objects.size());
    for (const auto& [key, value] : labels)
        record.podLabels.push_back({key, value, {}});
    inventory.objects.push_back(std::move(made));
    inventory.workloads.push_back(std::move(record));
    return inventory.workloads.size() - 1;
}

} // namespace

class TestResolve : public QObject {
    Q_OBJECT
private slots:
    void ownersCollapse();
    void ownersByUidAndName();
    void ownerNotInTheInput();
    void mirrorPodsStayPods();
    void cyclesEnd();
    void clusterInTheId();
    void notAppliedIsNotThere();
    void servicesAndPorts();
    void nearMisses();
    void endpoints();
    void images();
    void roles_data();
    void roles();
    void platform();
    void thousandsOfPods();
    void multipliedInputEnds();
    void words();
};

void TestResolve::ownersCollapse()
{
    const Model model = modelOf(R"(
workload web replicas=2
workload web-7d9f ReplicaSet owner=Deployment/web
workload web-7d9f-a Pod owner=ReplicaSet/web-7d9f
workload web-7d9f-b Pod owner=ReplicaSet/web-7d9f
workload report CronJob
workload report-1 Job owner=CronJob/report
workload report-1-x Pod owner=Job/report-1
workload agent DaemonSet pod=agent-1
workload alone Pod
)");
    COMPARE_TEXT(ids(model.architecture), "shop/agent[DaemonSet] pods=1\n"
                                          "shop/alone[Pod] pods=0\n"
                                          "shop/report[CronJob] pods=1\n"
                                          "shop/web[Deployment] pods=2\n");
    const Workload& web = workloadById(model.architecture, "shop/web[Deployment]");
    QCOMPARE(model.inventory.object(web.object).identity.kind, std::string("Deployment"));
    QCOMPARE(web.evidence.line, 2u);
}

void TestResolve::ownersByUidAndName()
{
    Inventory inventory;
    Object deployment = object("Deployment", "a", "web");
    deployment.uid = "u-1";
    addRecord(inventory, deployment);
    Object renamed = object("ReplicaSet", "a", "odd");
    renamed.owners.push_back({"apps/v1", "Deployment", "another-name", "u-1", true});
    addRecord(inventory, renamed);
    Object other = object("ReplicaSet", "b", "web-1"); // a Deployment of that name is in another namespace only
    other.owners.push_back({"apps/v1", "Deployment", "web", "", true});
    addRecord(inventory, other);
    Object twoOwners = object("Pod", "a", "p");
    twoOwners.owners.push_back({"v1", "ConfigMap", "first", "", false});
    twoOwners.owners.push_back({"apps/v1", "ReplicaSet", "odd", "", true});
    addRecord(inventory, twoOwners);
    COMPARE_TEXT(ids(resolve(inventory, shippedCatalogue())), "a/web[Deployment] pods=1\nb/web[Deployment] pods=0\n");
}

void TestResolve::ownerNotInTheInput()
{
    Inventory inventory;
    for (const char* name : {"api-5c-1", "api-5c-2"}) {
        Object pod = object("Pod", "a", name);
        pod.owners.push_back({"apps/v1", "ReplicaSet", "api-5c", "", true});
        addRecord(inventory, pod, {{"app", "api"}, {"pod-template-hash", "5c"}});
    }
    Object byOperator = object("StatefulSet", "a", "db");
    byOperator.owners.push_back({"acid.zalan.do/v1", "postgresql", "db", "", true});
    addRecord(inventory, byOperator);
    COMPARE_TEXT(ids(resolve(inventory, shippedCatalogue())), "a/api-5c[ReplicaSet] pods=2\na/db[StatefulSet] pods=0\n");

    // With the Deployment, but without its ReplicaSet, the name and the hash lead there.
    const std::size_t deployment = addRecord(inventory, object("Deployment", "a", "api"), {{"app", "api"}});
    Selector& selector = inventory.workloads[deployment].selector;
    selector.present = true;
    selector.requirements.push_back({"app", SelectorRequirement::Op::in, {"api"}});
    COMPARE_TEXT(ids(resolve(inventory, shippedCatalogue())), "a/api[Deployment] pods=2\na/db[StatefulSet] pods=0\n");
    selector.requirements.front().values = {"other"};
    COMPARE_TEXT(ids(resolve(inventory, shippedCatalogue())),
                 "a/api-5c[ReplicaSet] pods=2\na/api[Deployment] pods=0\na/db[StatefulSet] pods=0\n");
}

void TestResolve::mirrorPodsStayPods()
{
    Inventory inventory;
    Object pod = object("Pod", "kube-system", "kube-apiserver-node1");
    pod.owners.push_back({"v1", "Node", "node1", "", true});
    const std::size_t record = addRecord(inventory, pod);
    Container container;
    container.image.value = "registry.k8s.io/kube-apiserver:v1.32.0";
    inventory.workloads[record].pod.containers.push_back(container);
    const Architecture architecture = resolve(inventory, shippedCatalogue());
    const Workload& workload = workloadById(architecture, "kube-system/kube-apiserver-node1[Pod]");
    QVERIFY(workload.platform);
    QCOMPARE(workload.platformComponent, std::string("kube-apiserver"));
}

void TestResolve::cyclesEnd()
{
    Inventory inventory;
    Object a = object("ReplicaSet", "x", "a"), b = object("Deployment", "x", "b");
    a.owners.push_back({"", "Deployment", "b", "", true});
    b.owners.push_back({"", "ReplicaSet", "a", "", true});
    addRecord(inventory, a);
    addRecord(inventory, b);
    Object self = object("Pod", "x", "self");
    self.owners.push_back({"", "Pod", "self", "", true});
    addRecord(inventory, self);
    const Architecture architecture = resolve(inventory, shippedCatalogue());
    QVERIFY(architecture.workloads.size() >= 2 && architecture.workloads.size() <= 3);
    workloadById(architecture, "x/self[Pod]");
}

void TestResolve::clusterInTheId()
{
    Inventory inventory;
    for (const char* cluster : {"east", "west"}) {
        Object made = object("Deployment", "a", "web");
        made.identity.cluster = cluster;
        addRecord(inventory, made);
    }
    COMPARE_TEXT(ids(resolve(inventory, shippedCatalogue())), "east//a/web[Deployment] pods=0\nwest//a/web[Deployment] pods=0\n");
}

void TestResolve::notAppliedIsNotThere()
{
    Inventory inventory = parseArchitecture("workload web\nworkload old\nservice old 80\n");
    for (Object& made : inventory.objects)
        if (made.identity.name == "old" && made.identity.kind == "Deployment")
            made.notApplied = NotApplied::variant;
    const Architecture architecture = resolve(inventory, shippedCatalogue());
    COMPARE_TEXT(ids(architecture), "shop/web[Deployment] pods=0\n");
    COMPARE_TEXT(servicesText(architecture),
                 "shop/old ClusterIP 80>80=80.\n  near: Deployment shop/old would match, but is not applied\n");
}

void TestResolve::servicesAndPorts()
{
    const Model model = modelOf(R"(
workload a port=http:8080 labels=app=x,tier=1
workload b port=http:9090 labels=app=x,tier=2
workload cart port=dns:53/UDP
workload other/cart port=80
service both -> app=x 80:http
service one -> app=x,tier=2 80:9090
service cart -> app=cart 53:dns/UDP 54:dns
service head headless -> app=cart 53
service gone externalName=db.example.com 5432
)");
    COMPARE_TEXT(servicesText(model.architecture),
                 "shop/both ClusterIP shop/a[Deployment] shop/b[Deployment] 80>http=8080.9090.\n"
                 "shop/cart ClusterIP shop/cart[Deployment] 53>dns=53. 54>dns=\n"
                 "shop/gone ExternalName 5432>5432=5432.\n"
                 "shop/head Headless shop/cart[Deployment] 53>53=53.\n"
                 "shop/one ClusterIP shop/b[Deployment] 80>9090=9090.\n");
    QCOMPARE(workloadById(model.architecture, "shop/b[Deployment]").services.size(), std::size_t(2));
    QVERIFY(workloadById(model.architecture, "shop/b[Deployment]").listens);
    QCOMPARE(model.architecture.namespaces.size(), std::size_t(2));
}

void TestResolve::nearMisses()
{
    const Model model = modelOf(R"(
workload web port=80
workload api port=80 labels=app=api,tier=back
workload elsewhere/shop-web port=80 labels=app=webshop
service typo -> app=webb 80
service tier -> app=api,tier=backend 80
service moved -> app=webshop 80
service nothing -> app=unrelated 80
)");
    COMPARE_TEXT(servicesText(model.architecture),
                 "shop/moved ClusterIP 80>80=80.\n"
                 "  near: the selector asks for `app=webshop`, Deployment shop/web has `app=web`\n"
                 "  near: Deployment elsewhere/shop-web would match, but is in another namespace\n"
                 "shop/nothing ClusterIP 80>80=80.\n"
                 "shop/tier ClusterIP 80>80=80.\n"
                 "  near: the selector asks for `tier=backend`, Deployment shop/api has `tier=back`\n"
                 "shop/typo ClusterIP 80>80=80.\n"
                 "  near: the selector asks for `app=webb`, Deployment shop/web has `app=web`\n");
}

void TestResolve::endpoints()
{
    Inventory inventory =
        parseArchitecture("workload db StatefulSet port=5432 pod=db-0\nservice db -> none 5432\nservice web -> app=web 80\n");
    inventory.podStatuses.front().podIp = "10.1.2.3";
    Object made = object("EndpointSlice", "shop", "db-x");
    EndpointsRecord record;
    record.object = ObjectId(inventory.objects.size());
    record.service = "db";
    record.ready = 1;
    record.addresses = {"10.1.2.3"};
    inventory.objects.push_back(made);
    inventory.endpoints.push_back(record);
    const Architecture architecture = resolve(inventory, shippedCatalogue());
    const Service& db = serviceById(architecture, "shop/db");
    QCOMPARE(db.workloads.size(), std::size_t(1));
    QVERIFY(db.hasReadyEndpoints.has_value() && *db.hasReadyEndpoints);
    QVERIFY(!serviceById(architecture, "shop/web").hasReadyEndpoints.has_value());
}

void TestResolve::images()
{
    Inventory inventory = parseArchitecture(R"(
workload a image=redis pod=a-1
workload b image=redis
workload c image=quay.io/x/y:1.2
workload d image=quay.io/x/y@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
)");
    PodStatus::ContainerStatus status;
    status.name = "a";
    status.imageId = "docker.io/library/redis@sha256:" + std::string(64, 'b');
    inventory.podStatuses.front().containers.push_back(status);
    const Architecture architecture = resolve(inventory, shippedCatalogue());
    QCOMPARE(architecture.images.size(), std::size_t(3));
    const Image& pinned = architecture.images[1];
    QCOMPARE(pinned.digest, "sha256:" + std::string(64, 'a'));
    QVERIFY(!pinned.mutableTag);
    const Image& redis = architecture.images[2];
    QCOMPARE(redis.normalised, std::string("docker.io/library/redis"));
    QVERIFY(redis.mutableTag);
    QCOMPARE(redis.workloads.size(), std::size_t(2));
    QCOMPARE(redis.runningDigests, std::vector<std::string>{"sha256:" + std::string(64, 'b')});
    QCOMPARE(architecture.workloads[0].containers.front().image, ImageId(std::size_t(2)));
    QVERIFY(!architecture.images[0].mutableTag);
}

void TestResolve::roles_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("product");
    const auto row = [](const char* line, WorkloadRole role, const char* product) {
        QTest::newRow(line) << QString::fromLatin1(line) << int(role) << QString::fromLatin1(product);
    };
    row("workload x image=redis:7", WorkloadRole::store, "Redis");
    row("workload x image=registry.corp/mirror/bitnami/postgresql:16", WorkloadRole::store, "PostgreSQL");
    row("workload x image=registry.corp/team/redis-cart:1 port=6379", WorkloadRole::service, ""); // a port alone is no store
    row("workload x StatefulSet image=registry.corp/team/kv:1 port=6379", WorkloadRole::store, "Redis");
    row("workload x StatefulSet image=registry.corp/team/kv:1 port=8080", WorkloadRole::service, "");
    row("workload x image=registry.k8s.io/ingress-nginx/controller:v1.12.1", WorkloadRole::gateway, "ingress-nginx");
    row("workload x image=nginx:1.27", WorkloadRole::service, ""); // a web server, until routes say otherwise
    row("workload x image=docker.io/istio/proxyv2:1.27", WorkloadRole::gateway, "Istio proxy");
    row("workload x image=corp/app:1 sidecar=docker.io/istio/proxyv2:1.27", WorkloadRole::service, "");
    row("workload x image=redis:7 sidecar=oliver006/redis_exporter:v1", WorkloadRole::store, "Redis");
    row("workload x image=oliver006/redis_exporter:v1 sidecar=redis:7", WorkloadRole::store, "Redis");
    row("workload x image=quay.io/oauth2-proxy/oauth2-proxy:v7", WorkloadRole::authProxy, "oauth2-proxy");
    row("workload x image=corp/app:1 sidecar=quay.io/oauth2-proxy/oauth2-proxy:v7", WorkloadRole::service, "");
    row("workload x Job image=postgres:16", WorkloadRole::job, "PostgreSQL");
    row("workload x DaemonSet image=corp/thing:1", WorkloadRole::agent, "");
    row("workload x DaemonSet image=traefik:v3", WorkloadRole::gateway, "Traefik");
    row("workload x image=auto annotations=inject.istio.io/templates=gateway", WorkloadRole::gateway, "Istio proxy");
}

void TestResolve::roles()
{
    QFETCH(QString, line);
    QFETCH(int, role);
    QFETCH(QString, product);
    const Model model = modelOf(line.toStdString());
    const Workload& workload = model.architecture.workloads.front();
    QCOMPARE(int(workload.role), role);
    QCOMPARE(QString::fromStdString(workload.product), product);
    QCOMPARE(workload.productEvidence.valid(), !product.isEmpty());
}

void TestResolve::platform()
{
    const Model model = modelOf(R"(
workload istio-system/istiod image=docker.io/istio/pilot:1.27.0
workload istio-system/log-agent DaemonSet image=fluent/fluent-bit:3.1
workload shop/istiod image=docker.io/istio/pilot:1.27.0
workload kube-system/kube-proxy DaemonSet image=evil.example/kube-proxy:1
workload monitoring/prometheus-k8s StatefulSet image=quay.io/prometheus/prometheus:v3.5.0
workload monitoring/exam image=corp/exam:1
)");
    std::string text;
    for (const Workload& workload : model.architecture.workloads)
        text += workload.id + (workload.platform ? " platform " + workload.platformComponent : "") +
                (workload.strangerInPlatform ? " stranger" : "") + "\n";
    COMPARE_TEXT(text, "istio-system/istiod[Deployment] platform istiod\n"
                       "istio-system/log-agent[DaemonSet] stranger\n"
                       "kube-system/kube-proxy[DaemonSet] stranger\n"
                       "monitoring/exam[Deployment]\n"
                       "monitoring/prometheus-k8s[StatefulSet] platform Prometheus\n"
                       "shop/istiod[Deployment]\n");
}

// Linear in pods and selectors: a hundred times the work of a hundredth must not take thousands of times as long.
void TestResolve::thousandsOfPods()
{
    const auto make = [](int services) {
        std::string text;
        for (int i = 0; i < services; ++i) {
            const std::string name = "s" + std::to_string(i);
            text += "workload " + name + " port=8080";
            for (int p = 0; p < 5; ++p)
                text += " pod=" + name + "-" + std::to_string(p);
            text += "\nservice " + name + " 80:8080\nenv " + name + " NEXT_ADDR=s" + std::to_string((i + 1) % services) +
                    ":80 LOST_ADDR=lost" + std::to_string(i) + ":80\n";
        }
        return parseArchitecture(text);
    };
    const Inventory large = make(2000);
    QCOMPARE(large.podStatuses.size(), std::size_t(10'000));
    QElapsedTimer timer;
    timer.start();
    const Architecture architecture = resolve(large, shippedCatalogue());
    const qint64 milliseconds = timer.elapsed();
    QCOMPARE(architecture.workloads.size(), std::size_t(2000));
    QCOMPARE(architecture.calls.size(), std::size_t(2000));
    QCOMPARE(architecture.danglingCalls.size(), std::size_t(2000));
    qInfo("resolved 10,000 pods in %lld ms", static_cast<long long>(milliseconds));
}

// Every pod names every Service, and every Service selects every pod: bounded, and it says so.
void TestResolve::multipliedInputEnds()
{
    std::string text;
    for (int i = 0; i < 1000; ++i) {
        const std::string name = "s" + std::to_string(i);
        text += "workload " + name + " port=80 labels=app=x\nservice " + name + " -> app=x 80\nuses " + name + " all\n";
    }
    for (int i = 0; i < 50; ++i)
        text += "config all k" + std::to_string(i) + "_url=http://s" + std::to_string(i) + ":80\n";
    const Model model = modelOf(text);
    QCOMPARE(model.architecture.services.size(), std::size_t(1000));
    QVERIFY(model.architecture.calls.size() <= 200'000);
    const auto& problems = model.architecture.problems;
    QVERIFY(std::any_of(problems.begin(), problems.end(), [](const Problem& problem) { return problem.id == "limit-calls"; }));
}

void TestResolve::words()
{
    const auto joined = [](const char* name) {
        std::string text;
        for (const std::string& word : resolving::words(name))
            text += word + " ";
        return text;
    };
    QCOMPARE(joined("cartservice"), std::string("cartservice "));
    QCOMPARE(joined("PaymentAPI-v2.db_main"), std::string("payment api v 2 db main "));
    QCOMPARE(joined("HTTPServer"), std::string("http server "));
    QCOMPARE(joined("--x--"), std::string("x "));
    QVERIFY(resolving::globMatches("*.dkr.ecr.*.amazonaws.com*/eks/kube-proxy",
                                   "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/kube-proxy"));
    QVERIFY(!resolving::globMatches("a*b", "ac"));
    QCOMPARE(resolving::editDistance("webb", "web", 3), std::size_t(1));
    QCOMPARE(resolving::editDistance("abcdef", "uvwxyz", 2), std::size_t(3));
}

QTEST_GUILESS_MAIN(TestResolve)
#include "tst_resolve.moc"
