// SPDX-License-Identifier: GPL-3.0-or-later
// Which of several versions of a system is reviewed, what is no system at all, and how it is said (product.md rule 8).
#include "importers/import.h"
#include "tests/support/input_folder.h"
#include "tests/support/paths.h"

#include <QtTest>

#include <array>
#include <set>

using namespace bartizan;
using test::InputFolder;

namespace {

std::string workload(std::string_view name, std::string_view image, std::string_view more = {})
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + std::string(name) +
           "}\nspec:\n  template:\n    spec:\n      containers:\n" + "      - name: main\n        image: " + std::string(image) +
           "\n" + std::string(more) + "---\n";
}

// A line for each object: "applied|variant|... Kind name image file".
std::string objects(const Inventory& inventory)
{
    constexpr std::array words = {"applied", "variant", "component", "patch", "templated", "crd", "example", "transient"};
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < inventory.objects.size(); ++i) {
        const Object& object = inventory.objects[i];
        std::string line = std::string(words[static_cast<std::size_t>(object.notApplied)]) + " " + object.identity.name;
        for (const WorkloadRecord& record : inventory.workloads)
            if (record.object == ObjectId(i) && !record.pod.containers.empty())
                line += " " + *record.pod.containers[0].image;
        lines.push_back(line + " " + inventory.files[object.evidence.file.pos()].path);
    }
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

std::vector<const Problem*> problems(const Inventory& inventory, std::string_view id)
{
    std::vector<const Problem*> result;
    for (const Problem& problem : inventory.problems)
        if (problem.id == id)
            result.push_back(&problem);
    return result;
}

#define SAME(actual, expected) QCOMPARE(QString::fromStdString(actual), QString(expected))

} // namespace

class Variants : public QObject {
    Q_OBJECT
private slots:
    void aRenderedFileWinsOverFolders()
    {
        InputFolder in;
        std::string all;
        for (const char* name : {"a", "b", "c", "d"})
            all += workload(name, "new");
        in.write("release/all.yaml", all);
        in.write("manifests/a.yaml", workload("a", "old"));
        in.write("manifests/b.yaml", workload("b", "new"));
        in.write("manifests/e.yaml", workload("e", "old"));
        const Inventory inventory = in.import();
        SAME(objects(inventory),
             "applied a new release/all.yaml\napplied b new release/all.yaml\napplied c new release/all.yaml\n"
             "applied d new release/all.yaml\nvariant a old manifests/a.yaml\nvariant e old manifests/e.yaml\n");
        const auto said = problems(inventory, "variant-not-loaded");
        QCOMPARE(said.size(), std::size_t{1}); // one for the deployable, with both lines of the first difference
        QCOMPARE(inventory.files[said[0]->evidence.file.pos()].path, std::string("manifests/a.yaml"));
        QCOMPARE(said[0]->also.size(), std::size_t{1});
        QVERIFY(said[0]->message.find("--variant manifests") != std::string::npos);
        importers::ImportOptions options;
        options.variant = "manifests";
        SAME(objects(in.import(options)),
             "applied a old manifests/a.yaml\napplied b new manifests/b.yaml\napplied e old manifests/e.yaml\n"
             "variant a new release/all.yaml\nvariant c new release/all.yaml\nvariant d new release/all.yaml\n");
        options.variant = in.path("manifests") + "/";
        QVERIFY(objects(in.import(options)).find("applied a old") != std::string::npos);
    }

    void helmCommentsMakeARenderedFile()
    {
        InputFolder in;
        in.write("z.yaml", "---\n# Source: web/templates/a.yaml\n" + workload("a", "helm") + "# Source: web/templates/b.yaml\n" +
                               workload("b", "helm"));
        in.write("folder/a.yaml", workload("a", "plain"));
        QVERIFY(objects(in.import()).starts_with("applied a helm z.yaml\napplied b helm z.yaml\n"));
    }

    void aKustomizationWinsOverFiles()
    {
        InputFolder in;
        in.write("k/kustomization.yaml", "resources: [a.yaml]\nimages: [{name: base, newTag: '2'}]\n");
        in.write("k/a.yaml", workload("a", "base"));
        in.write("files/a.yaml", workload("a", "plain"));
        SAME(objects(in.import()), "applied a base:2 k/a.yaml\nvariant a plain files/a.yaml\n");
    }

    void aFolderThatDisagreesIsTakenApart()
    {
        InputFolder in;
        in.write("top/svc.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: s}\n");
        in.write("top/one/a.yaml", workload("a", "one"));
        in.write("top/one/b.yaml", workload("b", "one"));
        in.write("top/two/a.yaml", workload("a", "two"));
        in.write("top/two/b.yaml", workload("b", "two"));
        in.write("top/two/c.yaml", workload("c", "two"));
        const Inventory inventory = in.import();
        SAME(objects(inventory), "applied a one top/one/a.yaml\napplied b one top/one/b.yaml\napplied s top/svc.yaml\n"
                                 "variant a two top/two/a.yaml\nvariant b two top/two/b.yaml\nvariant c two top/two/c.yaml\n");
        QCOMPARE(problems(inventory, "variant-not-loaded").size(), std::size_t{1});
    }

    void filesOfOneFolderThatDisagreeStandAlone()
    {
        InputFolder in;
        in.write("web.yaml", workload("web", "plain"));
        in.write("web-openshift.yaml", workload("web", "openshift"));
        in.write("cart.yaml", workload("cart", "plain"));
        SAME(objects(in.import()),
             "applied cart plain cart.yaml\napplied web plain web.yaml\nvariant web openshift web-openshift.yaml\n");
    }

    void oneSharedObjectDoesNotLoseADeployable()
    {
        InputFolder in;
        const std::string ns = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shared, labels: {from: ";
        in.write("team-a/all.yaml", workload("a1", "x") + workload("a2", "x") + ns + "a}}\n");
        in.write("team-b/all.yaml", workload("b1", "x") + workload("b2", "x") + ns + "b}}\n");
        const Inventory inventory = in.import();
        SAME(objects(inventory),
             "applied a1 x team-a/all.yaml\napplied a2 x team-a/all.yaml\napplied b1 x team-b/all.yaml\n"
             "applied b2 x team-b/all.yaml\napplied shared team-a/all.yaml\nvariant shared team-b/all.yaml\n");
        QCOMPARE(problems(inventory, "variant-not-loaded").size(), std::size_t{1});
    }

    void aModificationIsNoSystem()
    {
        InputFolder in;
        in.write("deploy/big/all.yaml", workload("a", "x") + workload("b", "x"));
        in.write("deploy/big/more.yaml", workload("c", "x"));
        in.write("canary/a.yaml", workload("a", "canary")); // shallower, and first in order
        QVERIFY(objects(in.import()).starts_with("applied a x deploy/big/all.yaml\n"));
    }

    void theSameWorkloadAsTwoKinds()
    {
        InputFolder in;
        in.write("base/kustomization.yaml", "resources: [a.yaml]\n");
        in.write("base/a.yaml", workload("a", "x"));
        const char* patch = "resources: [../base]\npatches:\n- target: {kind: Deployment}\n  options: {allowKindChange: true}\n"
                            "  patch: '[{\"op\": \"replace\", \"path\": \"/kind\", \"value\": \"KIND\"}]'\n";
        for (const char* kind : {"DaemonSet", "StatefulSet"})
            in.write(std::string(kind) + "/kustomization.yaml",
                     std::string(patch).replace(std::string(patch).find("KIND"), 4, kind));
        const Inventory inventory = in.import();
        QCOMPARE(std::count_if(inventory.objects.begin(), inventory.objects.end(), [](const Object& o) { return o.applied(); }),
                 1);
        QCOMPARE(problems(inventory, "variant-not-loaded").size(), std::size_t{1});
    }

    void examplesTestsTemplatesAndPatchesAreNoSystem()
    {
        InputFolder in;
        in.write("app/a.yaml", workload("a", "x"));
        in.write("app/patch.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: "
                                   "{containers: [{name: main, tty: true}]}}}\n");
        in.write("app/directive.yaml",
                 "apiVersion: v1\nkind: Service\nmetadata: {name: gone}\nspec:\n  ports:\n  - {port: 1, $patch: delete}\n");
        in.write("app/examples/e.yaml", workload("e", "x"));
        in.write("testdata/t.yaml", workload("t", "x"));
        in.write("crd.yaml", "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: c}\n");
        in.write("event.yaml", "apiVersion: v1\nkind: Event\nmetadata: {name: v}\n");
        in.write("chart/Chart.yaml", "apiVersion: v2\nname: chart\n");
        in.write("chart/templates/h.yaml", workload("h", "x"));
        in.write("chart/templates/broken.yaml", "{{- if .Values.x }}\na: b: c\n{{ end }}\n");
        const Inventory inventory = in.import();
        SAME(objects(inventory),
             "applied a x app/a.yaml\ncrd c crd.yaml\nexample e x app/examples/e.yaml\nexample t x testdata/t.yaml\n"
             "patch a  app/patch.yaml\npatch gone app/directive.yaml\ntemplated h x chart/templates/h.yaml\ntransient v "
             "event.yaml\n");
        QCOMPARE(inventory.problems.size(), std::size_t{1}); // the chart, once
        QCOMPARE(inventory.problems[0].id, std::string("helm-chart-not-rendered"));
        QVERIFY(inventory.problems[0].message.find("helm template chart") != std::string::npos);
        for (const Object& object : inventory.objects)
            QCOMPARE(object.notAppliedReason.empty(), object.applied());
    }

    void whatWasOpenedIsNoExample()
    {
        InputFolder in;
        in.write("examples/e.yaml", workload("e", "x"));
        in.write("tests/t.yaml", workload("t", "x"));
        SAME(objects(in.import()), "applied e x examples/e.yaml\nexample t x tests/t.yaml\n");
        const auto opened = importers::importSources({in.path("tests")}, {}, {});
        SAME(objects(*opened), "applied t x t.yaml\n");
    }

    void aFileThatDefinesAnObjectTwice()
    {
        InputFolder in;
        in.write("a.yaml", workload("a", "first") + workload("a", "last"));
        const Inventory inventory = in.import();
        SAME(objects(inventory), "applied a last a.yaml\nvariant a first a.yaml\n");
        QCOMPARE(problems(inventory, "defined-twice").size(), std::size_t{1});
    }

    void aFileThatDefinesAnObjectThreeTimes()
    {
        InputFolder in;
        in.write("a.yaml", workload("a", "first") + workload("a", "first") + workload("a", "last"));
        const Inventory inventory = in.import();
        std::size_t applied = 0;
        for (const Object& object : inventory.objects)
            applied += object.applied() ? 1 : 0;
        QCOMPARE(applied, std::size_t{1});
        QVERIFY(objects(inventory).starts_with("applied a last a.yaml\n"));
    }

    // The yardstick: four ways of deploying one shop beside each other.
    void onlineBoutiqueIsOneSystem()
    {
        if (test::corpusDir().empty())
            QSKIP("the corpus is not there");
        const auto result = importers::importSources({(test::corpusDir() / "apps/microservices-demo-boutique").string()}, {}, {});
        QVERIFY(result.has_value());
        std::size_t workloads = 0, policies = 0;
        for (const WorkloadRecord& record : result->workloads)
            if (const Object& object = result->object(record.object); object.applied()) {
                ++workloads;
                QCOMPARE(result->files[object.evidence.file.pos()].path, std::string("release/kubernetes-manifests.yaml"));
            }
        QCOMPARE(workloads, std::size_t{12});
        for (const NetworkPolicyRecord& record : result->networkPolicies) {
            QCOMPARE(result->object(record.object).notApplied, NotApplied::component);
            ++policies;
        }
        QCOMPARE(policies, std::size_t{13});
        for (const Deployable& deployable : result->deployables)
            if (deployable.path.starts_with("kustomize/tests"))
                QVERIFY(deployable.example && !deployable.reviewed);
        QVERIFY(problems(*result, "variant-not-loaded").size() <= 3);
    }

    void trainTicketIsOneVersion()
    {
        if (test::corpusDir().empty())
            QSKIP("the corpus is not there");
        const auto result = importers::importSources({(test::corpusDir() / "apps/train-ticket").string()}, {}, {});
        QVERIFY(result.has_value());
        std::set<Identity> seen;
        for (const Object& object : result->objects)
            if (object.applied())
                QVERIFY2(seen.insert(object.identity).second, displayName(object.identity).c_str());
        QVERIFY(problems(*result, "variant-not-loaded").size() <= 4);
    }

    // What --variant may be, where it is none of that: the message ends with it; "" where it is one.
    void aVariantThatIsNoneIsSaid_data()
    {
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("choice");
        const QString all = QStringLiteral("choose one of examples/demo, green, k/overlays/dev, k/overlays/prod");
        QTest::newRow("none asked for") << ""
                                        << "";
        QTest::newRow("a folder") << "green"
                                  << "";
        QTest::newRow("as a path") << "./green/"
                                   << "";
        QTest::newRow("an overlay") << "k/overlays/prod"
                                    << "";
        QTest::newRow("what lies below") << "k/overlays"
                                         << "";
        QTest::newRow("a base that overlays build on") << "k/base"
                                                       << "";
        QTest::newRow("an example by its name") << "examples/demo"
                                                << "";
        QTest::newRow("examples, of which none is built") << "examples" << all;
        QTest::newRow("a slip") << "gren" << all;
        QTest::newRow("a beginning") << "k/overlays/pro" << all;
        QTest::newRow("a chart, which is not rendered") << "chart" << all;
        QTest::newRow("a file within one") << "green/web.yaml" << all;
        QTest::newRow("the top, where nothing lies") << "." << all;
        QTest::newRow("a terminal's codes") << "\x1b[31m" << all;
    }
    void aVariantThatIsNoneIsSaid()
    {
        QFETCH(QString, variant);
        QFETCH(QString, choice);
        InputFolder in;
        in.write("green/web.yaml", workload("web", "green"));
        in.write("k/base/kustomization.yaml", "resources: [web.yaml]\n");
        in.write("k/base/web.yaml", workload("web", "base"));
        for (const std::string overlay : {"k/overlays/dev", "k/overlays/prod", "examples/demo"})
            in.write(overlay + "/kustomization.yaml",
                     "resources: [" + std::string(overlay == "examples/demo" ? "../../k/base" : "../../base") +
                         "]\nimages: [{name: base, newTag: '" + overlay.substr(overlay.rfind('/') + 1) + "'}]\n");
        in.write("chart/Chart.yaml", "name: chart\nversion: 1.0.0\n");
        in.write("chart/templates/web.yaml", workload("web", "chart"));
        importers::ImportOptions options;
        options.variant = variant.toStdString();
        const Inventory inventory = in.import(options);
        const auto said = problems(inventory, "variant-not-found");
        QCOMPARE(said.size(), std::size_t{choice.isEmpty() ? 0U : 1U});
        if (choice.isEmpty())
            return;
        QCOMPARE(said[0], inventory.problems.data()); // before all others
        QVERIFY(said[0]->severity == ProblemSeverity::error);
        QVERIFY2(said[0]->message.ends_with("found none of that name: " + choice.toStdString()), said[0]->message.c_str());
    }

    void theTopOfASourceIsAVariant()
    {
        InputFolder in;
        in.write("a.yaml", workload("a", "top"));
        in.write("below/all.yaml", workload("a", "1") + workload("b", "1") + workload("c", "1") + workload("d", "1"));
        SAME(objects(in.import()), "applied a 1 below/all.yaml\napplied b 1 below/all.yaml\napplied c 1 below/all.yaml\n"
                                   "applied d 1 below/all.yaml\nvariant a top a.yaml\n");
        importers::ImportOptions options;
        options.variant = "."; // as the problem of the import above names it
        QVERIFY(objects(in.import(options)).starts_with("applied a top a.yaml\n"));
        QVERIFY(problems(in.import(options), "variant-not-found").empty());
    }

    void whatThereIsToChooseIsBounded()
    {
        InputFolder in;
        importers::ImportOptions options;
        options.variant = "none";
        const auto ends = [&](const std::string& end) {
            const Inventory inventory = in.import(options);
            const auto said = problems(inventory, "variant-not-found");
            return said.size() == 1 && said[0]->message.ends_with(end);
        };
        in.write("readme.yaml", "a: 1\n");
        QVERIFY(ends("they hold no variants to choose from; name none"));
        in.write("f00/a.yaml", workload("a", "x"));
        QVERIFY(ends("they hold no variants to choose from, only f00; name none"));
        for (int i = 1; i < 40; ++i)
            in.write("f" + std::to_string(i / 10) + std::to_string(i % 10) + "/a.yaml", workload("a", std::to_string(i)));
        QVERIFY(ends("choose one of 40, of which the first are f00, f01, f02, f03, f04, f05, f06, f07, f08, f09, f10, f11"));
    }

    void runningStateIsChosenByItsSource()
    {
        InputFolder in;
        in.write("cluster.json", R"({"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod", "metadata":
            {"name": "p", "namespace": "n", "uid": "1", "resourceVersion": "1"}, "spec": {"nodeName": "x", "containers":
            [{"name": "c", "image": "i:1"}]}, "status": {"phase": "Running", "podIP": "10.0.0.1"}}]})");
        importers::ImportOptions options;
        options.variant = "none";
        const std::string path = in.path("cluster.json");
        const auto other = importers::importSources({path}, options, {});
        QVERIFY(other.has_value());
        const auto said = problems(*other, "variant-not-found");
        QCOMPARE(said.size(), std::size_t{1});
        QVERIFY2(said[0]->message.ends_with(", only " + path + "; name none"), said[0]->message.c_str());
        options.variant = path;
        const auto named = importers::importSources({path}, options, {});
        QVERIFY(named && problems(*named, "variant-not-found").empty());
    }
};

QTEST_GUILESS_MAIN(Variants)
#include "tst_variants.moc"
