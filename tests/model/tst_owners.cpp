// SPDX-License-Identifier: GPL-3.0-or-later
// Who answers for a workload: which key, and where it is written.
#include "model/resolve/resolve.h"
#include "tests/support/golden_lines.h"
#include "tests/support/text_architecture.h"

using namespace bartizan;
using namespace bartizan::test;

class TestOwners : public QObject {
    Q_OBJECT
private slots:
    void keys_data();
    void keys();
    void ofTheNamespace();
    void podTemplateCounts();
};

void TestOwners::keys_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("owner");
    const auto row = [](const char* words, const char* owner) {
        QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(owner);
    };
    row("labels=app=x", "");
    row("labels=team=blue", "blue");
    row("labels=owner=ann,team=blue", "ann");
    row("labels=app.kubernetes.io/part-of=shop,team=blue", "blue");
    row("labels=app.kubernetes.io/part-of=shop", "shop");
    row("annotations=owner=ann", "ann");
    row("annotations=owner=", "");
    row("labels=x-owner=ann,teams=blue", "");
}

void TestOwners::keys()
{
    QFETCH(QString, words);
    QFETCH(QString, owner);
    const Model model = modelOf("workload web " + words.toStdString() + "\n");
    const Workload& workload = model.architecture.workloads.front();
    QCOMPARE(QString::fromStdString(workload.owner), owner);
    QCOMPARE(workload.ownerEvidence.valid(), !owner.isEmpty());
}

void TestOwners::ofTheNamespace()
{
    const Model model = modelOf(
        "namespace shop team=blue,app.kubernetes.io/part-of=all\nworkload web\nworkload api labels=team=red\nworkload other/x\n");
    QCOMPARE(workloadById(model.architecture, "shop/web[Deployment]").owner, std::string("blue"));
    QCOMPARE(workloadById(model.architecture, "shop/web[Deployment]").ownerEvidence.line, 1u);
    QCOMPARE(workloadById(model.architecture, "shop/api[Deployment]").owner, std::string("red"));
    QCOMPARE(workloadById(model.architecture, "other/x[Deployment]").owner, std::string());
}

void TestOwners::podTemplateCounts()
{
    Inventory inventory = parseArchitecture("workload web\n");
    inventory.workloads[0].podLabels.push_back({"team", "green", inventory.objects[0].evidence});
    QCOMPARE(resolve(inventory, shippedCatalogue()).workloads[0].owner, std::string("green"));
}

QTEST_GUILESS_MAIN(TestOwners)
#include "tst_owners.moc"
