// SPDX-License-Identifier: GPL-3.0-or-later
// Small files that ask kustomize for endless work: it is refused at once and said, and what it concerns is marked.
#include "importers/import.h"
#include "tests/support/input_folder.h"

#include <QtTest>

#include <functional>

using namespace bartizan;
using test::InputFolder;

namespace {

constexpr int many = 30'000;

std::string lines(const std::function<std::string(int)>& line, int count = many)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += line(i) + "\n";
    return text;
}

std::string messageOf(const Inventory& inventory)
{
    for (const Problem& problem : inventory.problems)
        if (problem.id == "kustomization-not-complete")
            return problem.message;
    return {};
}

const char* const deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n";

} // namespace

class KustomizeWork : public QObject {
    Q_OBJECT
private slots:
    void resourcesThatAreNotThere()
    {
        InputFolder in;
        in.write("kustomization.yaml", "resources:\n" + lines([](int i) { return "- gone-" + std::to_string(i); }, 200'000));
        const Inventory inventory = in.import();
        QVERIFY(messageOf(inventory).find("(200000 times)") != std::string::npos);
        QVERIFY(inventory.problems.front().also.size() <= 20);
    }

    void literalsWithoutEnd()
    {
        InputFolder in;
        in.write("kustomization.yaml", "configMapGenerator:\n- name: c\n  literals:\n" +
                                           lines([](int i) { return "  - k" + std::to_string(i) + "=v"; }, 3 * many));
        QVERIFY(messageOf(in.import()).find("more changes than are applied") != std::string::npos);
    }

    void listsThatMergeWithoutEnd()
    {
        const auto list = [](const char* value) {
            return std::string(deployment) + "spec: {template: {spec: {containers: [{name: c, image: i, env: [\n" +
                   lines([value](int i) { return "{name: v" + std::to_string(i) + ", value: " + value + "},"; }) + "]}]}}}\n";
        };
        InputFolder in;
        in.write("kustomization.yaml", "resources: [a.yaml]\npatches: [{path: p.yaml}]\n");
        in.write("a.yaml", list("x"));
        in.write("p.yaml", list("y"));
        const Inventory inventory = in.import();
        QVERIFY(messageOf(inventory).find("more changes than are applied") != std::string::npos);
        QVERIFY(inventory.objects.back().applied()); // after the patch itself
        QCOMPARE(inventory.objects.back().unknownAt.front().value, std::string("more changes than are applied"));
    }

    void operationsWithoutEnd()
    {
        InputFolder in;
        in.write("kustomization.yaml", "resources: [a.yaml]\npatches: [{path: p.yaml, target: {kind: Deployment}}]\n");
        in.write("a.yaml", std::string(deployment) + "spec: {x: [1]}\n");
        in.write("p.yaml", lines([](int) { return "- {op: add, path: /spec/x/0, value: 1}"; }));
        const Inventory inventory = in.import();
        QVERIFY(!messageOf(inventory).empty());
        QCOMPARE(inventory.objects.back().unknownAt.front().value, std::string("more changes than are applied"));
    }

    // Each copy doubles what the next one copies.
    void copiesOfCopies()
    {
        InputFolder in;
        in.write("kustomization.yaml", "resources: [a.yaml]\npatches: [{path: p.yaml, target: {kind: Deployment}}]\n");
        in.write("a.yaml", std::string(deployment) + "spec: {x: [1]}\n");
        in.write("p.yaml", lines([](int i) { return "- {op: copy, from: /spec, path: /spec/c" + std::to_string(i) + "}"; }, 200));
        QVERIFY(!messageOf(in.import()).empty());
    }
};

QTEST_GUILESS_MAIN(KustomizeWork)
#include "tst_kustomize_work.moc"
