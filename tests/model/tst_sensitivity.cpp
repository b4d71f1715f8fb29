// SPDX-License-Identifier: GPL-3.0-or-later
// Sensitivity: labels, whole words of names, the default; never more than confidential by inference.
#include "model/resolve/resolve.h"
#include "tests/support/golden_lines.h"
#include "tests/support/text_architecture.h"

using namespace bartizan;
using namespace bartizan::test;

class TestSensitivity : public QObject {
    Q_OBJECT
private slots:
    void names_data();
    void names();
    void labels_data();
    void labels();
    void serviceNames();
    void namespaceLabel();
    void unknownWord();
    void otherSourcesAreNotRead();
};

void TestSensitivity::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("confidential");
    for (const char* name :
         {"payment", "payments-api", "billing.worker", "CardVault", "user-profile", "patient_db", "ledger2", "bank-accounts"})
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    for (const char* name : {"cartservice", "discard", "cardinal", "health", "token-issuer", "auth", "orders", "user", "web",
                             "accountant", "paymentservice", "identityless", "scorecards1x"})
        QTest::newRow(name) << QString::fromLatin1(name) << false;
}

void TestSensitivity::names()
{
    QFETCH(QString, name);
    QFETCH(bool, confidential);
    const Model model = modelOf("workload " + name.toStdString() + "\n");
    const Workload& workload = model.architecture.workloads.front();
    QCOMPARE(workload.sensitivity, confidential ? Sensitivity::confidential : Sensitivity::internal);
    QCOMPARE(workload.sensitivitySource, confidential ? SensitivitySource::inferred : SensitivitySource::byDefault);
    QVERIFY(!workload.sensitivityReason.empty());
    QCOMPARE(workload.sensitivityEvidence.valid(), confidential);
}

void TestSensitivity::labels_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("level");
    const auto row = [](const char* words, Sensitivity level) {
        QTest::newRow(words) << QString::fromLatin1(words) << int(level);
    };
    row("labels=bartizan.dev/sensitivity=restricted", Sensitivity::restricted);
    row("annotations=bartizan.dev/sensitivity=open-data", Sensitivity::openData);
    row("annotations=bartizan.dev/sensitivity=openData", Sensitivity::openData);
    row("annotations=data-classification=Confidential", Sensitivity::confidential);
    row("annotations=data-classification=public", Sensitivity::openData);
    row("annotations=bartizan.dev/sensitivity=internal,data-classification=restricted", Sensitivity::internal);
}

void TestSensitivity::labels()
{
    QFETCH(QString, words);
    QFETCH(int, level);
    const Model model = modelOf("workload payment " + words.toStdString() + "\n"); // a label wins over the name
    const Workload& workload = model.architecture.workloads.front();
    QCOMPARE(int(workload.sensitivity), level);
    QCOMPARE(workload.sensitivitySource, SensitivitySource::label);
    QVERIFY(workload.sensitivityEvidence.valid());
}

void TestSensitivity::serviceNames()
{
    const Model model = modelOf("workload api\nservice billing -> app=api 80\nworkload redis-cart image=redis:7\n");
    const Workload& api = workloadById(model.architecture, "shop/api[Deployment]");
    QCOMPARE(api.sensitivity, Sensitivity::confidential);
    QCOMPARE(api.sensitivityEvidence.line, 2u);
    QVERIFY(api.sensitivityReason.find("billing") != std::string::npos);
    QCOMPARE(workloadById(model.architecture, "shop/redis-cart[Deployment]").sensitivity, Sensitivity::internal);
}

void TestSensitivity::namespaceLabel()
{
    const Model model = modelOf(
        "namespace shop data-classification=restricted\nworkload web\nworkload b annotations=data-classification=internal\n");
    QCOMPARE(workloadById(model.architecture, "shop/web[Deployment]").sensitivity, Sensitivity::restricted);
    QCOMPARE(workloadById(model.architecture, "shop/b[Deployment]").sensitivity, Sensitivity::internal);
}

void TestSensitivity::unknownWord()
{
    const Model model = modelOf("namespace shop data-classification=hush-hush\nworkload a\nworkload payment\n");
    QCOMPARE(model.architecture.problems.size(), std::size_t(1)); // one cause, however many workloads
    const Problem& problem = model.architecture.problems.front();
    QCOMPARE(problem.id, std::string("sensitivity-word"));
    QVERIFY(problem.message.find("hush") == std::string::npos);
    QCOMPARE(workloadById(model.architecture, "shop/payment[Deployment]").sensitivitySource, SensitivitySource::inferred);
}

void TestSensitivity::otherSourcesAreNotRead()
{
    const Model model = modelOf("namespace payments\nworkload payments/web image=corp/billing:1 labels=app=card\nenv "
                                "payments/web PATIENT_URL=http://x:1\n");
    QCOMPARE(model.architecture.workloads.front().sensitivity, Sensitivity::internal);
}

QTEST_GUILESS_MAIN(TestSensitivity)
#include "tst_sensitivity.moc"
