// SPDX-License-Identifier: GPL-3.0-or-later
// Kubernetes objects -> Object: identity, metadata, what is left out; lists, answers that hold no objects, refusals.
#include "importers/kubernetes/object.h"
#include "importers/kubernetes/refusal.h"
#include "importers/registry.h"
#include "tests/importers/record_text.h"
#include "tests/support/import_file.h"

#include <set>

using namespace bartizan;

namespace {

std::string at(const Evidence& evidence)
{
    return evidence.valid() ? "@" + std::to_string(evidence.line) : "@none";
}

std::string objectsText(const Inventory& inventory)
{
    std::string text;
    for (const Object& object : inventory.objects) {
        text += apiVersionOf(object) + " " + displayName(object.identity) + (object.namespaceWritten ? "" : " (no namespace)") +
                (object.running ? " running" : "") + (object.lastApplied ? " lastApplied" : "") +
                (object.applied() ? "" : " not applied: " + object.notAppliedReason) + " " + at(object.evidence) + "\n";
    }
    return text;
}

std::string countsText(const Inventory& inventory)
{
    std::string text;
    for (const auto& [kind, count] : inventory.documentsByKind)
        text += kind + "=" + std::to_string(count) + " ";
    return text;
}

std::string scopeText(const Inventory& inventory)
{
    std::string text;
    for (const ScopeEntry& entry : inventory.scope.entries)
        text += entry.kind + " " + entry.ns + (entry.state == ScopeState::read ? " read\n" : " refused\n");
    return text;
}

std::string problemsText(const Inventory& inventory)
{
    std::string text;
    for (const Problem& problem : inventory.problems)
        text += problem.id + ": " + problem.message + " " + at(problem.evidence) + "\n";
    return text;
}

std::string attributesText(const Attributes& attributes)
{
    std::string text;
    for (const Attribute& attribute : attributes)
        text += attribute.key + "=" + attribute.value + " " + at(attribute.evidence) + " [" +
                std::string(attribute.evidence.text()) + "]\n";
    return text;
}

} // namespace

class TestKubernetes : public QObject {
    Q_OBJECT
private slots:
    void tables();
    void identities();
    void metadata();
    void annotationsWithoutSecrets();
    void notObjects();
    void wrongTypes();
    void problemLimit();
    void notApplied();
    void hashes();
    void lists();
    void listScope();
    void nestedLists();
    void answersWithoutObjects();
    void refusals();
    void refusalTexts();
    void dumps();
};

void TestKubernetes::tables()
{
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const importers::KindRow& row : importers::kindRows()) {
        QVERIFY2(seen.insert({row.group, row.kind}).second, std::string(row.kind).c_str());
        QVERIFY2(!row.import || !row.title.empty(), std::string(row.kind).c_str());
        QCOMPARE(importers::findKind(row.group, row.kind), &row);
    }
    QVERIFY(!importers::findKind("example.com", "Deployment"));
    QVERIFY(!importers::findKind("constraints.gatekeeper.sh", "K8sRequiredLabels")->namespaced);
    std::set<std::string_view> ids;
    for (const importers::FormatRow& row : importers::formatRows()) {
        QVERIFY(ids.insert(row.id).second);
        QVERIFY(row.recognise && row.import && !row.title.empty() && !row.area.empty());
    }
}

void TestKubernetes::identities()
{
    const Inventory inventory = test::importFile(R"(# Source: shop/templates/cart.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader, namespace: ignored}
---
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
---
apiVersion: example.com/v1alpha1
kind: Widget
metadata: {name: w}
---
apiVersion: example.com/v1alpha1
kind: ClusterWidget
metadata: {name: w}
---
apiVersion: example.com/v1alpha1
kind: ClusterWidget
metadata: {name: w, namespace: n}
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sRequiredLabels
metadata: {name: w}
---
apiVersion: batch/v1
kind: Job
metadata: {generateName: run-}
)");
    QCOMPARE(objectsText(inventory), std::string(R"(apps/v1 Deployment default/cart (no namespace) @2
rbac.authorization.k8s.io/v1 ClusterRole reader @6
v1 Service shop/cart @10
example.com/v1alpha1 Widget default/w (no namespace) @16
example.com/v1alpha1 ClusterWidget w @20
example.com/v1alpha1 ClusterWidget n/w @24
constraints.gatekeeper.sh/v1beta1 K8sRequiredLabels w @28
batch/v1 Job default/ (no namespace) @32
)"));
    QCOMPARE(countsText(inventory),
             std::string("apps/v1/Deployment=1 batch/v1/Job=1 constraints.gatekeeper.sh/v1beta1/K8sRequiredLabels=1 "
                         "example.com/v1alpha1/ClusterWidget=2 example.com/v1alpha1/Widget=1 "
                         "rbac.authorization.k8s.io/v1/ClusterRole=1 v1/Service=1 "));
    QCOMPARE(inventory.objects[0].helmSource, std::string("shop/templates/cart.yaml"));
    QCOMPARE(inventory.objects[2].evidence.text(), std::string_view("name: cart"));
    QCOMPARE(inventory.objects[2].evidence.lastLine, 14U);
    QCOMPARE(inventory.objects[2].evidence.document, 3U);
    QCOMPARE(inventory.objects[7].generateName, std::string("run-"));
    QCOMPARE(problemsText(inventory), std::string());
}

void TestKubernetes::metadata()
{
    const Inventory inventory = test::importFile(R"(apiVersion: v1
kind: Pod
metadata:
  name: cart-1
  namespace: shop
  uid: 76fab28a
  resourceVersion: "742"
  creationTimestamp: "2026-11-21T19:45:00Z"
  generation: 3
  labels:
    zone: a
    app: cart
  ownerReferences:
  - {apiVersion: apps/v1, kind: ReplicaSet, name: cart, uid: u, controller: true}
)");
    const Object& pod = inventory.objects.at(0);
    QVERIFY(pod.running);
    QCOMPARE(pod.uid, std::string("76fab28a"));
    QCOMPARE(pod.resourceVersion, std::uint64_t(742));
    QCOMPARE(pod.created, std::string("2026-11-21T19:45:00Z"));
    QCOMPARE(pod.generation.value_or(0), std::int64_t(3));
    QCOMPARE(attributesText(pod.labels), std::string("app=cart @12 [app: cart]\nzone=a @11 [zone: a]\n"));
    QCOMPARE(pod.owners.size(), std::size_t(1));
    QCOMPARE(pod.owners[0].kind + "/" + pod.owners[0].name, std::string("ReplicaSet/cart"));
    QVERIFY(pod.owners[0].controller);
    QCOMPARE(pod.labels[0].evidence.object, ObjectId(std::size_t(0)));
    QCOMPARE(pod.labels[0].evidence.pointer(), std::string_view("/metadata/labels/app"));
}

void TestKubernetes::annotationsWithoutSecrets()
{
    const Inventory inventory = test::importFile(R"(apiVersion: v1
kind: ConfigMap
metadata:
  name: c
  annotations:
    a.example.com/api-token: CANARY_Token77
    b.example.com/auth-secret: basic-auth
    c.example.com/url: https://u:CANARY@example.com/
    d.example.com/snippet: |
      proxy_set_header X y;
      set $password "CANARY-IN-A-SNIPPET";
    e.example.com/snippet: |
      proxy_set_header X y;
    kapp.k14s.io/original: '{"kind":"Secret","metadata":{},"data":{"x":"CANARY"}}'
    kubectl.kubernetes.io/last-applied-configuration: |
      {"apiVersion":"v1","kind":"ConfigMap","data":{"p":"CANARY"}}
)");
    const Object& object = inventory.objects.at(0);
    QVERIFY(object.lastApplied);
    QCOMPARE(attributesText(object.annotations), std::string(R"(a.example.com/api-token= @6 [a.example.com/api-token: ***]
b.example.com/auth-secret=basic-auth @7 [b.example.com/auth-secret: basic-auth]
c.example.com/url= @8 [c.example.com/url: ***]
d.example.com/snippet= @9 [d.example.com/snippet: ***]
e.example.com/snippet=proxy_set_header X y;
 @12 [e.example.com/snippet: proxy_set_header X y;]
kapp.k14s.io/original= @14 [kapp.k14s.io/original: ***]
kubectl.kubernetes.io/last-applied-configuration= @15 [kubectl.kubernetes.io/last-applied-configuration: ***]
)"));
}

void TestKubernetes::notObjects()
{
    QCOMPARE(test::importFile("a: 1\n---\n- x\n---\nkind: Deployment\n---\napiVersion: 1\nkind: X\n").objects.size(),
             std::size_t(0));
    const Inventory unnamed = test::importFile("apiVersion: v1\nkind: Service\nspec: {}\n");
    QCOMPARE(unnamed.objects.size(), std::size_t(1));
    QCOMPARE(problemsText(unnamed), std::string("missing-name: expected a name at /metadata/name, found none @1\n"));
    // A kubeconfig is a file of a tool: counted, no name demanded.
    const Inventory config = test::importFile("apiVersion: v1\nkind: Config\nusers: []\n");
    QCOMPARE(problemsText(config), std::string());
    QCOMPARE(objectsText(config), std::string("v1 Config  @1\n"));
}

void TestKubernetes::wrongTypes()
{
    const Inventory inventory = test::importFile(R"(apiVersion: v1
kind: Service
metadata:
  name: cart
  labels: [a]
  annotations: {x: {y: z}, port: 80}
spec:
  selector: cart
  type: [NodePort]
  ports:
  - web
  - {port: http, targetPort: {}}
  externalIPs: 10.0.0.1
)");
    QCOMPARE(problemsText(inventory), std::string(R"(unexpected-type: expected a mapping at /metadata/labels, found a list @5
unexpected-type: expected a string at /metadata/annotations/x, found a mapping @6
unexpected-type: expected a string at /metadata/annotations/port, found a number @6
unexpected-type: expected a string at /spec/type, found a list @9
unexpected-type: expected a mapping at /spec/selector, found a string @8
unexpected-type: expected a service port at /spec/ports/0, found a string @11
unexpected-type: expected a port number from 1 to 65535 at /spec/ports/1/port, found a string @12
unexpected-type: expected a number or a string at /spec/ports/1/targetPort, found a mapping @12
unexpected-type: expected a list at /spec/externalIPs, found a string @13
)"));
    QCOMPARE(inventory.services.size(), std::size_t(1));
    QCOMPARE(valueOf(inventory.objects[0].annotations, "port"), std::string_view("80"));
}

void TestKubernetes::problemLimit()
{
    std::string text = "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec:\n  ports:\n";
    for (int i = 0; i < 50; ++i)
        text += "  - web\n";
    Limits limits;
    limits.problemsPerFile = 10;
    const Inventory inventory = test::importFile(text, limits);
    QCOMPARE(inventory.problems.size(), std::size_t(11));
    QCOMPARE(inventory.problems.back().id, std::string("limit-problems"));
}

void TestKubernetes::notApplied()
{
    const Inventory inventory = test::importFile(R"(apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
---
apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: {name: l}
---
apiVersion: v1
kind: Service
metadata: {name: "{{ .Release.Name }}-x"}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart}
$patch: delete
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart}
spec: {template: {spec: {containers: [{name: a, $patch: delete}]}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart}
spec: {template: {spec: {containers: [{name: a, image: "{{ .Values.image }}"}]}}}
)");
    QCOMPARE(
        objectsText(inventory),
        std::string(
            R"(apiextensions.k8s.io/v1 CustomResourceDefinition widgets.example.com not applied: a CustomResourceDefinition describes a kind and deploys nothing @1
coordination.k8s.io/v1 Lease default/l (no namespace) not applied: the cluster's own bookkeeping @5
v1 Service default/{{ .Release.Name }}-x (no namespace) not applied: a template that was not rendered @9
apps/v1 Deployment default/cart (no namespace) not applied: a patch for an object that is written elsewhere @13
apps/v1 Deployment default/cart (no namespace) not applied: a patch for an object that is written elsewhere @18
apps/v1 Deployment default/cart (no namespace) not applied: a template that was not rendered @23
)"));
}

void TestKubernetes::hashes()
{
    const auto hash = [](const char* text) { return test::importFile(text).objects.at(0).contentHash; };
    const auto plain = hash("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: one}\n");
    QCOMPARE(hash("{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"data\":{\"x\":\"one\"},\"metadata\":{\"name\":\"a\"}}"),
             plain);
    QCOMPARE(hash("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, uid: u, resourceVersion: '1', creationTimestamp: null}\n"
                  "data: {x: one}\nstatus: {z: 1}\n"),
             plain);
    QVERIFY(hash("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: two}\n") != plain);
    // Nothing derives from the value of a Secret, but its keys count.
    const auto secret = hash("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {x: one}\n");
    QCOMPARE(hash("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {x: two}\n"), secret);
    QVERIFY(hash("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {y: one}\n") != secret);
}

void TestKubernetes::lists()
{
    const Inventory inventory = test::importFile(R"({"kind": "DeploymentList", "apiVersion": "apps/v1", "metadata": {}, "items": [
  {"metadata": {"name": "a", "namespace": "n"}},
  {"metadata": {"name": "b", "namespace": "n"}}
]}
{"kind": "List", "apiVersion": "v1", "items": [
  {"kind": "Service", "apiVersion": "v1", "metadata": {"name": "s"}},
  {"metadata": {"name": "kind is missing"}},
  "text"
]}
{"kind": "ServiceList", "apiVersion": "v1", "items": null}
{"kind": "AccessList", "apiVersion": "example.com/v1", "metadata": {"name": "x"}, "spec": {}}
)");
    QCOMPARE(objectsText(inventory), std::string(R"(apps/v1 Deployment n/a @2
apps/v1 Deployment n/b @3
v1 Service default/s (no namespace) @6
example.com/v1 AccessList default/x (no namespace) @11
)"));
    QCOMPARE(problemsText(inventory).substr(0, 14), std::string("not-an-object:"));
    QCOMPARE(scopeText(inventory), std::string()); // no server wrote these
}

void TestKubernetes::listScope()
{
    // An answer of the API: what it lists was read, in all namespaces when more than one is in it.
    const auto item = [](const char* kind, const char* ns, const char* name) {
        return "- apiVersion: v1\n  kind: " + std::string(kind) + "\n  metadata: {name: " + name + ", namespace: " + ns +
               ", uid: u, resourceVersion: '1'}\n";
    };
    const std::string head = "apiVersion: v1\nkind: List\nmetadata: {resourceVersion: ''}\nitems:\n";
    QCOMPARE(scopeText(test::importFile(head + item("Service", "a", "x") + item("Secret", "b", "y") + item("Node", "", "n"))),
             std::string("Node * read\nSecret * read\nService * read\n"));
    QCOMPARE(scopeText(test::importFile(head + item("Service", "a", "x"))), std::string("Service a read\n"));
    QCOMPARE(scopeText(test::importFile("kind: NetworkPolicyList\napiVersion: networking.k8s.io/v1\n"
                                        "metadata: {resourceVersion: '7'}\nitems:\n- metadata: {name: a, namespace: n}\n")),
             std::string("NetworkPolicy.networking.k8s.io n read\n"));
    const Inventory page = test::importFile("kind: PodList\napiVersion: v1\nmetadata: {resourceVersion: '7', continue: abc}\n"
                                            "items:\n- metadata: {name: a, namespace: n}\n");
    QCOMPARE(scopeText(page), std::string());
    QCOMPARE(page.problems.at(0).id, std::string("incomplete-list"));
}

void TestKubernetes::nestedLists()
{
    std::string text = R"({"kind":"Service","apiVersion":"v1","metadata":{"name":"s"}})";
    for (int i = 0; i < 4; ++i)
        text = R"({"kind":"List","apiVersion":"v1","items":[)" + text + "]}";
    QCOMPARE(test::importFile(text).objects.size(), std::size_t(1));
    text = R"({"kind":"List","apiVersion":"v1","items":[)" + text + "]}";
    const Inventory deep = test::importFile(text);
    QCOMPARE(deep.objects.size(), std::size_t(0));
    QCOMPARE(deep.problems.at(0).id, std::string("limit-nested-lists"));
}

void TestKubernetes::answersWithoutObjects()
{
    const auto only = [](const char* text) {
        const Inventory inventory = test::importFile(text);
        return std::to_string(inventory.objects.size()) + " " + countsText(inventory) +
               (inventory.problems.empty() ? "" : inventory.problems[0].id);
    };
    QCOMPARE(only("kind: Table\napiVersion: meta.k8s.io/v1\nrows: []\n"), std::string("0 table-answer"));
    QCOMPARE(only("kind: PartialObjectMetadataList\napiVersion: meta.k8s.io/v1\nitems:\n- kind: PartialObjectMetadata\n"),
             std::string("0 metadata-only"));
    QCOMPARE(only("kind: PartialObjectMetadata\napiVersion: meta.k8s.io/v1\nmetadata: {name: x}\n"),
             std::string("0 metadata-only"));
    QCOMPARE(only("kind: APIGroupDiscoveryList\napiVersion: apidiscovery.k8s.io/v2\nitems: [{metadata: {}}]\n"),
             std::string("0 "));
    QCOMPARE(only("kind: APIVersions\nversions: [v1]\n"), std::string("0 "));
}

void TestKubernetes::refusals()
{
    const Inventory forbidden = test::importFile(R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",
"message":"networkpolicies.networking.k8s.io is forbidden: User \"CANARY\" cannot list resource \"networkpolicies\" in API group \"networking.k8s.io\" in the namespace \"shop\"",
"reason":"Forbidden","details":{"group":"networking.k8s.io","kind":"networkpolicies"},"code":403}
{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Forbidden","details":{"kind":"secrets"},"code":403}
{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Forbidden","details":{"group":"example.com","kind":"widgets"},"code":403})");
    QCOMPARE(scopeText(forbidden),
             std::string("NetworkPolicy.networking.k8s.io shop refused\nSecret * refused\nwidgets.example.com * refused\n"));
    QCOMPARE(forbidden.problems.size(), std::size_t(3));
    QVERIFY(problemsText(forbidden).find("CANARY") == std::string::npos);
    const Inventory unauthorized = test::importFile(
        "kind: Status\napiVersion: v1\nmetadata: {}\nstatus: Failure\nmessage: Unauthorized\nreason: Unauthorized\ncode: 401\n");
    QCOMPARE(unauthorized.problems.at(0).id, std::string("error-answer"));
    QCOMPARE(scopeText(unauthorized), std::string());
    QCOMPARE(importers::kindOfResource("", "endpoints"), std::string("Endpoints"));
    QCOMPARE(importers::kindOfResource("storage.k8s.io", "storageclasses"), std::string("StorageClass.storage.k8s.io"));
    QCOMPARE(importers::kindOfResource("rbac.authorization.k8s.io", "clusterroles"),
             std::string("ClusterRole.rbac.authorization.k8s.io"));
}

void TestKubernetes::refusalTexts()
{
    Inventory out;
    QVERIFY(importers::importRefusalText(
        "warning\nError from server (Forbidden): nodes is forbidden: User \"v\" cannot list resource "
        "\"nodes\" in API group \"\" at the cluster scope\n",
        FileId(std::size_t(0)), out));
    QCOMPARE(scopeText(out), std::string("Node * refused\n"));
    QCOMPARE(out.problems.at(0).evidence.line, 2U);
    QVERIFY(!importers::importRefusalText("Error from server (NotFound): x\n", FileId(std::size_t(0)), out));
}

void TestKubernetes::dumps()
{
    const std::string dump = R"({"kind": "PodList", "apiVersion": "v1", "metadata": {"resourceVersion": "1"}, "items": []}
==== START logs for container app of pod shop/cart ====
{"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "from-a-log"}}
==== END logs for container other of pod shop/cart ====
{"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "from-a-log"}}
==== END logs for container app of pod shop/cart ====
{"kind": "Service", "apiVersion": "v1", "metadata": {"name": "s"}}
)";
    const Inventory inventory = test::importFile(dump);
    QCOMPARE(objectsText(inventory), std::string("v1 Service default/s (no namespace) @7\n"));
    QCOMPARE(problemsText(inventory), std::string());
    QVERIFY(!importers::withoutDumpedLogs("{}"));
}

QTEST_GUILESS_MAIN(TestKubernetes)
#include "tst_kubernetes.moc"
