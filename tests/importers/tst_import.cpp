// SPDX-License-Identifier: GPL-3.0-or-later
// The import job on small folders: what is recognised, that order and threads change nothing, what is an error.
#include "importers/import.h"
#include "model/inventory/visit.h"
#include "tests/support/input_folder.h"

#include <QtTest>

using namespace bartizan;
using test::InputFolder;

namespace {

constexpr const char* web = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n"
                            "      containers:\n      - name: web\n        image: nginx:1.25\n";
constexpr const char* service = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector: {app: web}\n";

std::string everyEvidence(const Inventory& inventory)
{
    std::string text;
    visitEvidence(inventory, [&](const Evidence& e) {
        if (e.valid())
            text += inventory.files[e.file.pos()].path + ":" + std::to_string(e.line) + " " + std::string(e.pointer()) + " " +
                    std::string(e.text()) + "\n";
    });
    for (const Object& object : inventory.objects)
        text += displayName(object.identity) + "\n";
    return text;
}

} // namespace

class Import : public QObject {
    Q_OBJECT
private slots:
    void readsAFolder()
    {
        InputFolder in;
        in.write("web/deployment.yaml", web);
        in.write("web/service.yaml", service);
        in.write("notes.txt", "just words, no colon");
        const Inventory inventory = in.import();
        QCOMPARE(inventory.objects.size(), std::size_t{2});
        QCOMPARE(inventory.workloads.size(), std::size_t{1});
        QCOMPARE(inventory.documentsByKind.at("apps/v1/Deployment"), std::uint64_t{1});
        QCOMPARE(inventory.sources.size(), std::size_t{1});
        QCOMPARE(inventory.sources[0].objects, std::uint64_t{2});
        QCOMPARE(inventory.files.size(), std::size_t{3});
        QCOMPARE(inventory.files[1].path, std::string("web/deployment.yaml"));
        QCOMPARE(inventory.files[1].format, std::string("kubernetes"));
        QCOMPARE(inventory.files[1].objects, std::uint64_t{1});
        QCOMPARE(inventory.unrecognised.size(), std::size_t{1});
        QCOMPARE(inventory.unrecognised[0].file, FileId(0U));
        const Evidence& image = inventory.workloads[0].pod.containers[0].image.evidence;
        QCOMPARE(inventory.files[image.file.pos()].path, std::string("web/deployment.yaml"));
        QCOMPARE(image.line, 10U);
        QCOMPARE(inventory.object(image.object).identity.name, std::string("web"));
    }

    void equalObjectsMergeAndKeepTheirPlaces()
    {
        InputFolder in;
        in.write("a.yaml", web);
        in.write("b.yaml", std::string("# the same, written elsewhere\n") + web + "---\n" + service);
        const Inventory inventory = in.import();
        QCOMPARE(inventory.objects.size(), std::size_t{2});
        QCOMPARE(inventory.workloads.size(), std::size_t{1});
        QCOMPARE(inventory.objects[0].alsoAt.size(), std::size_t{1});
        QCOMPARE(inventory.objects[0].alsoAt[0].file, FileId(1U));
        QCOMPARE(inventory.objects[0].alsoAt[0].line, 2U);
        QCOMPARE(inventory.workloads[0].object, ObjectId(0U));
        QCOMPARE(inventory.services[0].object, ObjectId(1U));
        QCOMPARE(inventory.documentsByKind.at("apps/v1/Deployment"), std::uint64_t{2}); // as read
    }

    void theGroupThatServesAKindMakesNoDifference()
    {
        InputFolder in;
        const std::string old = std::string(web).replace(12, 7, "extensions/v1beta1");
        in.write("a.yaml", old);
        in.write("b.yaml", web);
        const Inventory inventory = in.import();
        QCOMPARE(inventory.objects.size(), std::size_t{1});
        QCOMPARE(inventory.objects[0].alsoAt.size(), std::size_t{1});
    }

    void objectsWithoutANameStayApart()
    {
        InputFolder in;
        const char* job = "apiVersion: batch/v1\nkind: Job\nmetadata:\n  generateName: run-\nspec:\n  template:\n    spec:\n"
                          "      containers: [{name: a, image: b}]\n";
        in.write("a.yaml", std::string(job) + "---\n" + job);
        QCOMPARE(in.import().objects.size(), std::size_t{2});
    }

    void neitherThreadsNorTheOrderOfSourcesMatter()
    {
        InputFolder in;
        for (int i = 0; i < 40; ++i)
            in.write("f" + std::to_string(i) + ".yaml",
                     std::string(i % 3 == 0 ? web : service) + "# " + std::to_string(i) + "\n");
        in.write("other/x.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: {HOST: http://web:80/}\n");
        importers::ImportOptions one, many;
        one.jobs = 1;
        many.jobs = 7;
        const std::string a = everyEvidence(in.import(one));
        QVERIFY(a.size() > 500);
        QCOMPARE(everyEvidence(in.import(many)), a);
        const std::string first = in.path("f1.yaml"), second = in.path("f3.yaml");
        QCOMPARE(everyEvidence(*importers::importSources({second, first, second}, {}, {})),
                 everyEvidence(*importers::importSources({first, second}, {}, {})));
    }

    void whatCannotBeOpenedIsAnError()
    {
        InputFolder in;
        const auto result = importers::importSources({in.path("nowhere.yaml")}, {}, {});
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().id, std::string("no-source"));
        in.write("there.yaml", web);
        const auto partly = importers::importSources({in.path("nowhere.yaml"), in.path("there.yaml")}, {}, {});
        QVERIFY(partly.has_value());
        QCOMPARE(partly->objects.size(), std::size_t{1});
        QVERIFY(!partly->problems.empty());
    }

    void stoppingStops()
    {
        InputFolder in;
        in.write("there.yaml", web);
        std::stop_source stop;
        stop.request_stop();
        const auto result = importers::importSources({in.path("")}, {}, {stop.get_token(), {}});
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().id, std::string("stopped"));
    }

    void watchSeesEachSource()
    {
        InputFolder in;
        in.write("a/web.yaml", web);
        in.write("a/service.yaml", service);
        in.write("broken.yaml", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: in}\nspec:\n  rules: none\n");
        importers::ReadingState last;
        bool backwards = false;
        importers::ImportOptions options;
        options.watch = [&](const importers::ReadingState& state) { // on any thread
            for (std::size_t i = 0; i < last.sources.size(); ++i)
                backwards =
                    backwards || state.sources[i].files < last.sources[i].files || state.sources[i].ended < last.sources[i].ended;
            last = state;
        };
        QVERIFY(importers::importSources({in.path("a") + "/", in.path("broken.yaml"), in.path("nowhere.yaml")}, options, {})
                    .has_value());
        QVERIFY(!backwards);
        QCOMPARE(last.sources.size(), std::size_t{3});
        QCOMPARE(last.sources[0].path, in.path("a"));
        QCOMPARE(last.sources[0].found, std::size_t{2});
        QCOMPARE(last.sources[0].files, std::size_t{2});
        QCOMPARE(last.sources[0].objects, std::uint64_t{2});
        QCOMPARE(last.sources[1].objects, std::uint64_t{1});
        QCOMPARE(last.sources[2].found, std::size_t{0}); // it cannot be opened
        for (const importers::SourceReading& source : last.sources)
            QVERIFY(source.ended);
        QCOMPARE(last.problems, std::size_t{1});
        QCOMPARE(last.firstProblems.at(0).place, std::string("broken.yaml:5"));
    }

    void progressCountsBytes()
    {
        InputFolder in;
        in.write("a.yaml", web);
        in.write("b.yaml", service);
        std::mutex mutex;
        std::uint64_t most = 0;
        JobControl control;
        control.progress = [&](const ProgressReport& report) {
            const std::lock_guard lock(mutex);
            if (report.step == Step::reading)
                most = std::max(most, report.done);
        };
        QVERIFY(importers::importSources({in.path("")}, {}, control).has_value());
        QCOMPARE(most, std::uint64_t(std::strlen(web) + std::strlen(service)));
    }
};

QTEST_GUILESS_MAIN(Import)
#include "tst_import.moc"
