// SPDX-License-Identifier: GPL-3.0-or-later
// The items of a long list may be shared by threads: the inventory must be the same, problems and their limit included.
#include "importers/document/json_reader.h"
#include "importers/kubernetes/lists.h"
#include "model/inventory/visit.h"

#include <QtTest/QTest>

using namespace bartizan;

namespace {

std::string item(int i)
{
    const std::string n = std::to_string(i);
    switch (i % 6) {
    case 0:
        return R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"pod-)" + n + R"(","namespace":"shop","uid":"u)" + n +
               R"(","resourceVersion":"7"},"spec":{"containers":[{"name":"main","image":"shop/web:)" + n +
               R"(","env":[{"name":"PEER","value":"http://cart.shop.svc:80"}]}]}})";
    case 1:
        return R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web-)" + n +
               R"("},"spec":{"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"main","image":"a"}]}}}})";
    case 2:
        return R"({"apiVersion":"v1","kind":"Service","metadata":{"name":"web-)" + n + R"("},"spec":{"ports":[{"port":80}]}})";
    case 3:
        return R"({"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"one-)" + n +
               R"("},"data":{"a":"redis:6379"}},{"apiVersion":"v1","kind":"Secret","metadata":{"name":"two-)" + n + R"("}}]})";
    case 4:
        return R"({"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"sa-)" + n + R"("}})";
    default:
        return i % 60 == 5 ? "{}" : R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":"ns-)" + n + R"("}})";
    }
}

std::string textOf(Inventory inventory)
{
    std::string text;
    visitTexts(inventory, [&](std::string_view kept) { text.append(kept) += "\n"; });
    visitEvidence(std::as_const(inventory), [&](const Evidence& evidence) {
        text += std::to_string(evidence.line) + ":" + std::to_string(evidence.lastLine) + ":" + std::to_string(evidence.column) +
                "\n";
    });
    visitObjectIds(inventory, [&](ObjectId& id) { text += std::to_string(id.value) + "\n"; });
    for (const auto& [kind, count] : inventory.documentsByKind)
        text += kind + " " + std::to_string(count) + "\n";
    for (const Problem& problem : inventory.problems)
        text += problem.id + " " + problem.message + " " + std::string(problem.evidence.pointer()) + "\n";
    for (const ScopeEntry& entry : inventory.scope.entries)
        text += entry.kind + " " + entry.ns + "\n";
    return text;
}

} // namespace

class TestLists : public QObject {
    Q_OBJECT
private slots:
    void threadsChangeNothing_data();
    void threadsChangeNothing();
};

void TestLists::threadsChangeNothing_data()
{
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("problems"); // the limit
    QTest::newRow("long") << 2000 << 200;
    QTest::newRow("more problems than are told") << 2000 << 7;
    QTest::newRow("as many problems as are told") << 600 << 10;
    QTest::newRow("short") << 30 << 200;
}

void TestLists::threadsChangeNothing()
{
    QFETCH(int, items);
    QFETCH(int, problems);
    std::string text = R"({"apiVersion":"v1","kind":"List","metadata":{"resourceVersion":""},"items":[)";
    std::size_t objects = 0;
    for (int i = 0; i < items; ++i) {
        text += (i == 0 ? "\n" : ",\n") + item(i);
        objects += i % 60 == 5 ? 0 : i % 6 == 3 ? 2 : 1;
    }
    const auto read = document::readJson(document::FileText::make("list.json", text + "]}", FileId(std::size_t{0})));
    QCOMPARE(read.documents.size(), std::size_t{1});
    Limits limits;
    limits.problemsPerFile = static_cast<std::size_t>(problems);
    const auto with = [&](unsigned threads) {
        Inventory inventory;
        importers::importLists(read.documents.front().root(), limits, inventory, threads);
        return inventory;
    };
    const Inventory one = with(1);
    QCOMPARE(one.objects.size(), objects);
    QVERIFY(!one.problems.empty());
    const std::string expected = textOf(one);
    for (const unsigned threads : {2U, 3U, 7U})
        QCOMPARE(textOf(with(threads)), expected);
}

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
