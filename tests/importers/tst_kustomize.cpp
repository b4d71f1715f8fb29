// SPDX-License-Identifier: GPL-3.0-or-later
// Kustomizations: what is built from them, where each value was written, and what is said when something is missing.
// The rules are those of kustomize's documentation; rendered outputs of real ones in the corpus are compared as a whole.
#include "importers/import.h"
#include "tests/support/input_folder.h"
#include "tests/support/paths.h"

#include <QtTest>

using namespace bartizan;
using test::InputFolder;

namespace {

const Object* find(const Inventory& inventory, std::string_view kind, std::string_view name)
{
    for (const Object& object : inventory.objects)
        if (object.identity.kind == kind && object.identity.name == name)
            return &object;
    return nullptr;
}

const WorkloadRecord* workload(const Inventory& inventory, std::string_view name)
{
    for (const WorkloadRecord& record : inventory.workloads)
        if (inventory.object(record.object).identity.name == name && inventory.object(record.object).applied())
            return &record;
    return nullptr;
}

std::string placeOf(const Inventory& inventory, const Evidence& evidence)
{
    return evidence.valid() ? inventory.files[evidence.file.pos()].path + ":" + std::to_string(evidence.line) : "-";
}

std::size_t count(const Inventory& inventory, std::string_view problem)
{
    return static_cast<std::size_t>(std::count_if(inventory.problems.begin(), inventory.problems.end(),
                                                  [problem](const Problem& p) { return p.id == problem; }));
}

// "name=image" of each container, env as "NAME" below it: enough to see order, merging and removal.
std::string containers(const WorkloadRecord& record)
{
    std::string text;
    for (const Container& c : record.pod.containers) {
        text += c.name + "=" + *c.image;
        for (const EnvVar& env : c.env)
            text += " " + env.name;
        for (const ContainerPort& port : c.ports)
            text += " :" + std::to_string(port.port) + "/" + port.protocol;
        text += "\n";
    }
    return text;
}

constexpr const char* deployment = R"(apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: web
      containers:
      - name: web
        image: example.org/web:1.0
        env:
        - name: A
          value: one
        - name: B
          value: two
        ports:
        - containerPort: 80
        - containerPort: 80
          protocol: UDP
      - name: side
        image: busybox
      volumes:
      - name: settings
        configMap: {name: settings}
)";
constexpr const char* account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web}\n";
constexpr const char* binding = "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: web}\n"
                                "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}\n"
                                "subjects: [{kind: ServiceAccount, name: web}]\n";
constexpr const char* role = "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: reader}\nrules: []\n";

void writeBase(InputFolder& in)
{
    in.write("base/kustomization.yaml", "resources:\n- web.yaml\n- rbac.yaml\n");
    in.write("base/web.yaml", deployment);
    in.write("base/rbac.yaml", std::string(account) + "---\n" + binding + "---\n" + role);
}

} // namespace

class Kustomize : public QObject {
    Q_OBJECT
private slots:
    void transformersChangeWhatTheyShould()
    {
        InputFolder in;
        writeBase(in);
        in.write("prod/kustomization.yaml", R"(resources: [../base]
namespace: shop
namePrefix: eu-
nameSuffix: -v2
commonLabels:
  team: red
commonAnnotations:
  note: hello
images:
- name: example.org/web
  newName: mirror.example.net/web
  newTag: "2.0"
- name: busybox
  digest: sha256:0123
replicas:
- name: web
  count: 5
)");
        const Inventory inventory = in.import();
        QCOMPARE(inventory.deployables.size(), std::size_t{1});
        QCOMPARE(inventory.deployables[0].path, std::string("prod"));
        const WorkloadRecord* web = workload(inventory, "eu-web-v2");
        QVERIFY(web);
        const Object& object = inventory.object(web->object);
        QCOMPARE(object.identity.ns, std::string("shop"));
        QVERIFY(object.namespaceWritten);
        QCOMPARE(std::string(valueOf(object.labels, "team")), std::string("red"));
        QCOMPARE(std::string(valueOf(object.annotations, "note")), std::string("hello"));
        QCOMPARE(std::string(valueOf(web->podLabels, "team")), std::string("red"));
        QCOMPARE(std::string(valueOf(web->podAnnotations, "note")), std::string("hello"));
        QCOMPARE(toText(web->selector), std::string("app=web, team=red"));
        QCOMPARE(*web->replicas, std::int64_t{5});
        QCOMPARE(*web->pod.containers[0].image, std::string("mirror.example.net/web:2.0"));
        QCOMPARE(*web->pod.containers[1].image, std::string("busybox@sha256:0123"));
        // What the overlay wrote cites the overlay; the rest cites the base.
        QCOMPARE(placeOf(inventory, web->pod.containers[0].image.evidence), std::string("prod/kustomization.yaml:12"));
        QCOMPARE(placeOf(inventory, web->replicas.evidence), std::string("prod/kustomization.yaml:17"));
        QCOMPARE(placeOf(inventory, web->pod.containers[0].env[0].evidence), std::string("base/web.yaml:17"));
        QCOMPARE(placeOf(inventory, object.evidence), std::string("base/web.yaml:1"));
        // References follow the renamed objects.
        QCOMPARE(*web->pod.serviceAccount, std::string("eu-web-v2"));
        QCOMPARE(inventory.bindings.size(), std::size_t{1});
        QCOMPARE(inventory.bindings[0].roleName, std::string("eu-reader-v2"));
        QCOMPARE(inventory.bindings[0].subjects[0].name, std::string("eu-web-v2"));
        QCOMPARE(inventory.bindings[0].subjects[0].ns, std::string("shop"));
        QCOMPARE(web->pod.volumes[0].sources[0].name, std::string("settings")); // not renamed: nothing of that name is here
    }

    void strategicMergeFollowsTheMergeKeys()
    {
        InputFolder in;
        writeBase(in);
        in.write("prod/kustomization.yaml", "resources: [../base]\npatches:\n- path: patch.yaml\n");
        in.write("prod/patch.yaml", R"(apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 3
  template:
    spec:
      serviceAccountName: null
      containers:
      - name: extra
        image: extra:1
      - name: web
        env:
        - name: B
          $patch: delete
        - name: C
          value: three
        ports:
        - containerPort: 80
          protocol: UDP
          name: dns
      - name: side
        $patch: delete
)");
        const Inventory inventory = in.import();
        const WorkloadRecord* web = workload(inventory, "web");
        QVERIFY(web);
        QCOMPARE(QString::fromStdString(containers(*web)),
                 QString("extra=extra:1\nweb=example.org/web:1.0 C A :80/UDP :80/TCP\n"));
        QVERIFY(!web->pod.serviceAccount.written());
        QCOMPARE(placeOf(inventory, web->pod.containers[1].env[0].evidence), std::string("prod/patch.yaml:16"));
        QCOMPARE(count(inventory, "kustomization-not-complete"), std::size_t{0});
        const Object* patch = nullptr;
        for (const Object& object : inventory.objects)
            if (!object.applied())
                patch = &object;
        QVERIFY(patch);
        QCOMPARE(patch->notApplied, NotApplied::patch);
    }

    void jsonPatchesAndInlinePatches()
    {
        InputFolder in;
        writeBase(in);
        in.write("prod/kustomization.yaml", R"(resources: [../base]
patches:
- target: {kind: Deployment, name: w.*}
  patch: |-
    - op: replace
      path: /spec/template/spec/containers/0/image
      value: patched:1
    - op: add
      path: /spec/template/spec/containers/0/env/-
      value: {name: Z, value: last}
    - op: remove
      path: /spec/template/spec/containers/1
    - op: test
      path: /kind
      value: Deployment
- patch: |-
    $patch: delete
    apiVersion: v1
    kind: ServiceAccount
    metadata: {name: web}
patchesJson6902:
- target: {group: rbac.authorization.k8s.io, version: v1, kind: RoleBinding, name: web}
  patch: '[{"op": "move", "from": "/roleRef/name", "path": "/roleRef/kind"}]'
)");
        const Inventory inventory = in.import();
        const WorkloadRecord* web = workload(inventory, "web");
        QVERIFY(web);
        QCOMPARE(containers(*web), std::string("web=patched:1 A B Z :80/TCP :80/UDP\n"));
        QCOMPARE(placeOf(inventory, web->pod.containers[0].image.evidence), std::string("prod/kustomization.yaml:7"));
        QCOMPARE(web->pod.containers[0].image.evidence.column, 7U);
        QCOMPARE(inventory.bindings[0].roleKind, std::string("reader"));
        const Object* removed = find(inventory, "ServiceAccount", "web");
        QVERIFY(removed && removed->notApplied == NotApplied::patch);
    }

    void aPatchThatDoesNotFitIsSaid()
    {
        InputFolder in;
        writeBase(in);
        in.write("base/kustomization.yaml",
                 "resources: [web.yaml, rbac.yaml]\npatches:\n- target: {kind: Deployment}\n"
                 "  patch: '[{\"op\": \"remove\", \"path\": \"/spec/paused\"}]'\n"
                 "- patch: '{apiVersion: v1, kind: Service, metadata: {name: nowhere}}'\n- path: gone.yaml\n");
        const Inventory inventory = in.import();
        QCOMPARE(count(inventory, "kustomization-not-complete"), std::size_t{1});
        const Problem& problem = *std::find_if(inventory.problems.begin(), inventory.problems.end(),
                                               [](const Problem& p) { return p.id == "kustomization-not-complete"; });
        QVERIFY2(problem.message.find("run `kubectl kustomize base`") != std::string::npos, problem.message.c_str());
        QCOMPARE(problem.also.size(), std::size_t{2});
        const Object& web = inventory.object(workload(inventory, "web")->object);
        QCOMPARE(web.unknownAt.size(), std::size_t{2});
        QCOMPARE(web.unknownAt[0].evidence.pointer(), std::string_view("/spec/paused"));
        QCOMPARE(web.unknownAt[1].evidence.pointer(), std::string_view());
    }

    void whatIsElsewhereIsNotFetched()
    {
        InputFolder in;
        writeBase(in);
        in.write("base/kustomization.yaml",
                 "resources:\n- web.yaml\n- https://example.org/all.yaml\n- github.com/a/b//c?ref=v1\n- missing.yaml\n"
                 "- ../../outside\nvars:\n- name: IMAGE\n  objref: {kind: ConfigMap, name: x, apiVersion: v1}\n"
                 "replacements:\n- source: {kind: ConfigMap, name: x}\n  targets:\n  - select: {kind: Deployment}\n"
                 "    fieldPaths: ['spec.template.spec.containers.[name=web].image']\n");
        in.write("base/web.yaml",
                 std::string(deployment).replace(std::string(deployment).find("value: one"), 10, "value: $(IMAGE)"));
        const Inventory inventory = in.import();
        QCOMPARE(count(inventory, "kustomization-not-complete"), std::size_t{1});
        const Object& web = inventory.object(workload(inventory, "web")->object);
        QCOMPARE(web.unknownAt.size(), std::size_t{2});
        QCOMPARE(web.unknownAt[0].evidence.pointer(), std::string_view("/spec/template/spec/containers"));
        QCOMPARE(web.unknownAt[1].evidence.pointer(), std::string_view("/spec/template/spec/containers/0/env/0/value"));
    }

    void generatorsMakeObjectsWithoutInventingTheHash()
    {
        InputFolder in;
        writeBase(in);
        in.write("base/kustomization.yaml", R"(resources: [web.yaml]
configMapGenerator:
- name: settings
  literals:
  - UPSTREAM=http://cart:8080/
  files:
  - app.properties
  envs: [more.env]
secretGenerator:
- name: credentials
  literals: [PASSWORD=CANARY-hunter2]
generatorOptions:
  labels: {made: here}
)");
        in.write("base/app.properties", "# settings\ndb.url=postgres://orders-db:5432/orders\n");
        in.write("base/more.env", "# comment\nQUEUE=amqp://queue:5672\n");
        const Inventory inventory = in.import();
        const Object* map = find(inventory, "ConfigMap", "settings");
        QVERIFY(map && map->applied());
        QCOMPARE(std::string(valueOf(map->labels, "made")), std::string("here"));
        QCOMPARE(map->unknownAt.size(), std::size_t{1});
        QCOMPARE(map->unknownAt[0].evidence.pointer(), std::string_view("/metadata/name"));
        QCOMPARE(inventory.configMaps.size(), std::size_t{1});
        std::map<std::string, std::string> places;
        for (const ConfigMapRecord::Entry& entry : inventory.configMaps[0].entries) {
            places[entry.key] = placeOf(inventory, entry.evidence);
            for (const EnvVar& pair : entry.pairs)
                places[pair.name] = placeOf(inventory, pair.evidence);
        }
        QCOMPARE(places["UPSTREAM"], std::string("base/kustomization.yaml:5"));
        QCOMPARE(places["QUEUE"], std::string("base/more.env:2"));
        QCOMPARE(places["db.url"], std::string("base/app.properties:2"));
        QCOMPARE(inventory.secrets.size(), std::size_t{1});
        QCOMPARE(inventory.secrets[0].keys[0].name, std::string("PASSWORD"));
        QVERIFY(inventory.secrets[0].keys[0].evidence.text().find("CANARY") == std::string::npos);
    }

    void componentsCountOnlyWhereARootNamesThem()
    {
        InputFolder in;
        writeBase(in);
        const char* component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [policy.yaml]\n"
                                "patches:\n- target: {kind: Deployment}\n  patch: '[{\"op\": \"add\", \"path\": "
                                "\"/spec/replicas\", \"value\": 9}]'\n";
        const char* policy =
            "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny}\nspec: {podSelector: {}}\n";
        for (const char* name : {"used", "unused"}) {
            in.write(std::string("components/") + name + "/kustomization.yaml", component);
            in.write(std::string("components/") + name + "/policy.yaml",
                     std::string(policy).replace(std::string(policy).find("deny"), 4, name));
        }
        in.write("prod/kustomization.yaml", "resources: [../base]\ncomponents: [../components/used]\n");
        in.write("tests/kustomization.yaml", "resources: [../base]\ncomponents: [../components/unused]\n");
        const Inventory inventory = in.import();
        QVERIFY(find(inventory, "NetworkPolicy", "used")->applied());
        const Object* unused = find(inventory, "NetworkPolicy", "unused");
        QVERIFY(unused);
        QCOMPARE(unused->notApplied, NotApplied::component);
        QVERIFY(!unused->notAppliedReason.empty());
        QCOMPARE(*workload(inventory, "web")->replicas, std::int64_t{9});
        QCOMPARE(inventory.networkPolicies.size(), std::size_t{2}); // the other one is a nearest miss
    }

    void circlesAndChainsEnd()
    {
        InputFolder in;
        in.write("a/kustomization.yaml", "resources: [../b, web.yaml]\n");
        in.write("b/kustomization.yaml", "resources: [../a]\n");
        in.write("a/web.yaml", deployment);
        for (int i = 0; i < 60; ++i)
            in.write("c" + std::to_string(i) + "/kustomization.yaml",
                     "resources: [../c" + std::to_string(i + 1) + ", ../c" + std::to_string(i + 1) + "/]\n");
        in.write("c60/kustomization.yaml", "resources: [web.yaml]\n");
        in.write("c60/web.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: deep}\n");
        const Inventory inventory = in.import();
        QVERIFY(workload(inventory, "web"));
        QVERIFY(count(inventory, "kustomization-not-complete") > 0);
    }

    void anExampleThatGathersIsTheSystem()
    {
        InputFolder in;
        for (const char* part : {"auth", "web"}) {
            in.write(std::string("apps/") + part + "/kustomization.yaml", "resources: [all.yaml]\n");
            in.write(std::string("apps/") + part + "/all.yaml",
                     std::string(deployment).replace(std::string(deployment).find("name: web"), 9, std::string("name: ") + part));
        }
        in.write("example/kustomization.yaml", "resources: [../apps/auth, ../apps/web]\nnamespace: all\n");
        const Inventory inventory = in.import();
        QCOMPARE(inventory.deployables.size(), std::size_t{1});
        QCOMPARE(inventory.object(workload(inventory, "web")->object).identity.ns, std::string("all"));
    }

    // Whole applications, against what kustomize itself rendered from them.
    void realKustomizationsRenderAsKustomizeDoes_data()
    {
        QTest::addColumn<QString>("app");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("equal");
        QTest::newRow("podinfo") << "podinfo"
                                 << "kustomize" << 3;
        QTest::newRow("podinfo database") << "podinfo"
                                          << "deploy/bases/database" << 10;
        QTest::newRow("podinfo dev") << "podinfo"
                                     << "deploy/overlays/dev" << 20;
        QTest::newRow("istio") << "kubeflow/common"
                               << "istio/istio-install/overlays/insecure" << 46;
        QTest::newRow("ambient") << "kubeflow/common"
                                 << "istio/istio-install/overlays/ambient-oauth2-proxy" << 41;
        QTest::newRow("namespaces") << "kubeflow/common"
                                    << "kubeflow-namespace/base" << 27;
    }
    void realKustomizationsRenderAsKustomizeDoes()
    {
        const auto apps = test::corpusDir() / "apps";
        if (test::corpusDir().empty())
            QSKIP("the corpus is not there");
        QFETCH(QString, app);
        QFETCH(QString, folder);
        QFETCH(int, equal);
        importers::ImportOptions options;
        options.variant = folder.toStdString();
        const auto built = importers::importSources({(apps / app.toStdString()).string()}, options, {});
        const QString below = app.section('/', 1); // the files are named after the folder in the application
        const QString file = QString(below.isEmpty() ? folder : below + "/" + folder).replace('/', '_') + ".yaml";
        const auto rendered = importers::importSources(
            {(apps / app.section('/', 0, 0).toStdString() / "_rendered" / file.toStdString()).string()}, {}, {});
        QVERIFY(built && rendered);
        std::map<Identity, const Object*> expected;
        for (const Object& object : rendered->objects)
            expected[object.identity] = &object;
        int same = 0;
        for (const Object& object : built->objects) {
            if (!object.deployable.valid() || built->deployables[object.deployable.pos()].path != options.variant)
                continue;
            const auto found = expected.find(object.identity);
            same += found != expected.end() && found->second->contentHash == object.contentHash ? 1 : 0;
        }
        QVERIFY2(same >= equal, qPrintable(QString("%1 of %2 objects are equal").arg(same).arg(expected.size())));
    }
};

QTEST_GUILESS_MAIN(Kustomize)
#include "tst_kustomize.moc"
