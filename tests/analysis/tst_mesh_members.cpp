// SPDX-License-Identifier: GPL-3.0-or-later
// Which pods have a proxy of Istio or are of its ambient mesh: labels and annotations as the injector and the CNI node agent read
// them, and what running pods show. istio.io: "Installing the Sidecar", "Add workloads to the mesh" (ambient).
#include "analysis/connectivity/mesh_members.h"
#include "model/resolve/resolve.h"
#include "tests/support/import_file.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

using namespace bartizan;
using namespace bartizan::connectivity;

namespace {

// Somebody has a proxy, so that others may be known to have none.
const std::string seen = "---\napiVersion: v1\nkind: Pod\nmetadata: {name: seen, namespace: mesh}\n"
                         "spec: {containers: [{name: istio-proxy, image: \"p:1\"}]}\n";
const std::string proxy = ", {name: istio-proxy, image: \"p:1\"}";

std::string memberOf(const std::string& text, const std::string& id)
{
    Model model{test::importFile(seen + text), {}};
    model.architecture = resolve(model.inventory, test::shippedCatalogue());
    const World world = worldOf(model);
    const std::vector<MeshMember> members = meshMembers(model, world);
    constexpr const char* words[] = {"no", "yes", "ambient", "notKnown"};
    for (std::size_t i = 0; i < world.pods.size(); ++i)
        if (world.pods[i].id == id)
            return words[static_cast<int>(members[i])];
    return "no pod " + id;
}

std::string space(const std::string& labels)
{
    return "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {" + labels + "}}\n";
}

std::string web(const std::string& labels, const std::string& annotations)
{
    return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop, labels: {" + labels + "}, annotations: {" +
           annotations + "}}\nspec: {containers: [{name: main, image: \"i:1\"}]}\n";
}

std::string replica(const std::string& name, const std::string& more, const std::string& phase)
{
    return "---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: " + name + "\n  namespace: shop\n  labels: {app: web}\n  uid: u-" +
           name +
           "\n  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: u1, controller: true}]\n"
           "spec: {containers: [{name: main, image: \"i:1\"}" +
           more + "]}\nstatus: {phase: " + phase + "}\n";
}

} // namespace

class TestMeshMembers : public QObject {
    Q_OBJECT
private slots:
    void promised();
    void running();
};

void TestMeshMembers::promised()
{
    const std::string wants = "sidecar.istio.io/inject: \"true\"", refuses = "sidecar.istio.io/inject: \"false\"";
    const std::string ambient = "istio.io/dataplane-mode: ambient";
    const struct {
        std::string space, labels, annotations, expected;
    } rows[] = {
        {"istio-injection: enabled", "", "", "yes"},
        {"istio-injection: enabled", refuses, "", "no"},
        {"istio-injection: enabled", "", refuses, "no"},
        {"istio-injection: enabled", wants, refuses, "yes"}, // the label comes before the annotation
        {"istio-injection: disabled", wants, "", "no"},      // nobody is asked there
        {"istio-injection: disabled, istio.io/rev: a", "", "", "no"},
        {"istio.io/rev: a", "", "", "yes"},
        {"istio.io/rev: a", "", refuses, "no"},
        {"", wants, "", "yes"},
        {"", "", wants, "no"}, // an annotation alone calls nobody
        {"", "istio.io/rev: a", "", "yes"},
        {"", "istio.io/rev: a, " + refuses, "", "no"},
        {"", "", "", "no"},
        {ambient, "", "", "ambient"},
        {ambient, refuses, "", "ambient"},
        {"", ambient, "", "ambient"},
        {ambient, "istio.io/dataplane-mode: none", "", "no"},
        {ambient + ", istio-injection: enabled", "", "", "yes"},
        {ambient + ", istio-injection: disabled", "", "", "ambient"},
    };
    for (const auto& row : rows) {
        const std::string found = memberOf(space(row.space) + web(row.labels, row.annotations), "shop/web[Pod]");
        QVERIFY2(found == row.expected, (row.space + "; " + row.labels + "; " + row.annotations + ": " + found).c_str());
    }
    // Labels of the namespace are not in the input.
    QCOMPARE(memberOf(web("", ""), "shop/web[Pod]"), std::string("notKnown"));
    QCOMPARE(memberOf(web("", wants), "shop/web[Pod]"), std::string("notKnown"));
    QCOMPARE(memberOf(web(wants, ""), "shop/web[Pod]"), std::string("yes"));
}

void TestMeshMembers::running()
{
    const std::string all = replica("web-a", proxy, "Running") + replica("web-b", proxy, "Running");
    QCOMPARE(memberOf(all, "shop/web[ReplicaSet]"), std::string("yes"));
    QCOMPARE(memberOf(all + replica("web-c", "", "Running"), "shop/web[ReplicaSet]"), std::string("notKnown"));
    QCOMPARE(memberOf(all + replica("web-c", "", "Succeeded"), "shop/web[ReplicaSet]"), std::string("yes"));
    QCOMPARE(memberOf(replica("web-c", "", "Running"), "shop/web[ReplicaSet]"), std::string("no"));
    const std::string node =
        ", {name: istio-proxy, image: \"mirror.example/istio/ztunnel:1.27\"}"; // no sidecar, for all its name
    QCOMPARE(memberOf(replica("web-a", node, "Running"), "shop/web[ReplicaSet]"), std::string("no"));
}

QTEST_GUILESS_MAIN(TestMeshMembers)
#include "tst_mesh_members.moc"
