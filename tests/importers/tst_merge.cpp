// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of running objects, and clusters: what is one and what stays apart.
#include "importers/import.h"
#include "importers/merge.h"
#include "tests/support/input_folder.h"
#include "tests/support/paths.h"

#include <QtTest>

#include <map>
#include <set>

using namespace bartizan;
using test::InputFolder;

namespace {

std::string pod(std::string_view uid, int version, std::string_view image, std::string_view ns = "shop",
                std::string_view name = "web")
{
    return "apiVersion: v1\nkind: Pod\nmetadata:\n  name: " + std::string(name) + "\n  namespace: " + std::string(ns) +
           "\n  uid: " + std::string(uid) + "\n  resourceVersion: \"" + std::to_string(version) +
           "\"\nspec: {containers: [{name: a, image: " + std::string(image) + "}]}\n---\n";
}

std::string kubeSystem(std::string_view uid)
{
    return "apiVersion: v1\nkind: Namespace\nmetadata: {name: kube-system, uid: " + std::string(uid) +
           ", resourceVersion: \"1\"}\n---\n";
}

std::set<std::string> identities(const Inventory& inventory, bool transient = true)
{
    std::set<std::string> result;
    for (const Object& object : inventory.objects)
        if (transient || object.notApplied != NotApplied::transient)
            result.insert(object.identity.cluster + "//" + object.identity.group + "/" + displayName(object.identity) + " " +
                          std::to_string(object.contentHash[0]));
    return result;
}

} // namespace

class Merge : public QObject {
    Q_OBJECT
private slots:
    void theNewestCopyOfOneObjectStays()
    {
        InputFolder in;
        in.write("a.yaml", pod("u1", 5, "old"));
        in.write("b.yaml", pod("u1", 7, "new"));
        in.write("c.yaml", pod("u1", 6, "middle"));
        const Inventory inventory = in.import();
        QCOMPARE(inventory.objects.size(), std::size_t{1});
        QCOMPARE(inventory.workloads.size(), std::size_t{1});
        QCOMPARE(*inventory.workloads[0].pod.containers[0].image, std::string("new"));
        QCOMPARE(inventory.objects[0].alsoAt.size(), std::size_t{2});
        QCOMPARE(inventory.problems.size(), std::size_t{1}); // said once
        QCOMPARE(inventory.problems[0].id, std::string("older-copies"));
        QCOMPARE(inventory.problems[0].severity, ProblemSeverity::note);
    }

    void anObjectThatWasMadeAgain()
    {
        InputFolder in;
        in.write("a.yaml", pod("u1", 9, "new"));
        in.write("b.yaml", pod("u2", 5, "old"));
        const Inventory inventory = in.import();
        QCOMPARE(inventory.objects.size(), std::size_t{2});
        for (const Object& object : inventory.objects)
            QCOMPARE(object.applied(), object.uid == "u1");
    }

    void completeSnapshotsAreClustersOfTheirOwn()
    {
        InputFolder in;
        in.write("east.yaml", kubeSystem("k1") + pod("u1", 5, "x"));
        in.write("west.yaml", kubeSystem("k2") + pod("u2", 5, "x"));
        in.write("west-pods.yaml", pod("u2", 5, "x") + pod("u3", 5, "x", "shop", "cart"));
        const Inventory inventory = in.import();
        std::map<std::string, std::string> clusters;
        for (const Object& object : inventory.objects) {
            clusters[object.uid] = object.identity.cluster;
            QVERIFY(object.applied());
        }
        QCOMPARE(clusters["u1"], std::string("east.yaml"));
        QCOMPARE(clusters["u2"], std::string("west.yaml"));
        QCOMPARE(clusters["u3"], std::string("west.yaml"));
        const auto sources = importers::importSources({in.path("east.yaml"), in.path("west.yaml")}, {}, {});
        QCOMPARE(sources->objects[0].identity.cluster, std::string("east"));
    }

    void oneClusterInTwoSnapshots()
    {
        InputFolder in;
        in.write("monday.yaml", kubeSystem("k1") + pod("u1", 5, "old"));
        in.write("friday.yaml", kubeSystem("k1") + pod("u1", 8, "new"));
        const Inventory inventory = in.import();
        QCOMPARE(inventory.objects.size(), std::size_t{2});
        for (const Object& object : inventory.objects)
            QCOMPARE(object.identity.cluster, std::string());
        QCOMPARE(*inventory.workloads[0].pod.containers[0].image, std::string("new"));
    }

    void groupsThatServeOneKind()
    {
        QCOMPARE(importers::comparedGroup("extensions", "Ingress"), std::string_view("networking.k8s.io"));
        QCOMPARE(importers::comparedGroup("networking.k8s.io", "Ingress"), std::string_view("networking.k8s.io"));
        QCOMPARE(importers::comparedGroup("extensions", "Deployment"), std::string_view("apps"));
        QCOMPARE(importers::comparedGroup("extensions", "Gateway"), std::string_view("extensions"));
    }

    void droppingObjectsDropsTheirRecords()
    {
        InputFolder in;
        in.write("a.yaml", pod("u1", 1, "a", "shop", "a") + pod("u2", 1, "b", "shop", "b") + pod("u3", 1, "c", "shop", "c"));
        Inventory inventory = in.import();
        importers::keepOnly(inventory, {ObjectId(2U), ObjectId(), ObjectId(2U)});
        QCOMPARE(inventory.objects.size(), std::size_t{1});
        QCOMPARE(inventory.workloads.size(), std::size_t{1});
        QCOMPARE(inventory.workloads[0].object, ObjectId(0U));
        QCOMPARE(inventory.workloads[0].pod.containers[0].image.evidence.object, ObjectId(0U));
        QCOMPARE(inventory.objects[0].identity.name, std::string("c"));
    }

    // One cluster, written in seven ways: JSON, YAML, by namespace, cluster-info dump, `get all`, pages from the wire.
    void aClusterInManyFormsIsOneSystem()
    {
        if (test::corpusDir().empty())
            QSKIP("the corpus is not there");
        const auto folder = test::corpusDir() / "snapshots/real-apiserver-online-boutique-istio";
        const auto whole = importers::importSources({folder.string()}, {}, {});
        const auto json = importers::importSources({(folder / "all-no-secrets.json").string()}, {}, {});
        const auto yaml = importers::importSources({(folder / "all-no-secrets.yaml").string()}, {}, {});
        QVERIFY(whole && json && yaml);
        QCOMPARE(identities(*json), identities(*yaml));
        std::set<std::string> expected = identities(*json, false), all = identities(*whole, false);
        QCOMPARE(all.size(), expected.size() + 1); // and one Secret
        std::size_t more = 0;
        for (const std::string& identity : all)
            more += expected.count(identity) == 0 ? 1 : 0;
        QCOMPARE(more, std::size_t{1});
        for (const Object& object : whole->objects)
            QCOMPARE(object.identity.cluster, std::string());
        for (const Problem& problem : whole->problems)
            QVERIFY2(problem.id != "variant-not-loaded" && problem.id != "defined-twice", problem.message.c_str());
    }
};

QTEST_GUILESS_MAIN(Merge)
#include "tst_merge.moc"
