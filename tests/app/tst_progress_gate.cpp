// SPDX-License-Identifier: GPL-3.0-or-later
// Of a thousand reports a step's first one always passes, and more of the same only when a while went by.
#include "app/progress_gate.h"

#include <QtTest>

using namespace bartizan;

class ProgressGateTest : public QObject {
    Q_OBJECT
private slots:
    void theFirstOfEachStepPasses()
    {
        app::ProgressGate gate{std::chrono::hours(1)};
        QVERIFY(gate.passes(Step::reading));
        for (int i = 0; i < 1000; ++i)
            QVERIFY(!gate.passes(Step::reading));
        QVERIFY(gate.passes(Step::resolving));
        QVERIFY(!gate.passes(Step::resolving));
        QVERIFY(gate.passes(Step::reading)); // of the next import
    }

    void moreOfItPassesLater()
    {
        app::ProgressGate gate{std::chrono::milliseconds(0)};
        for (int i = 0; i < 3; ++i)
            QVERIFY(gate.passes(Step::reading));
    }

    void everyStepHasAName()
    {
        QSet<QString> names;
        for (std::size_t step = 0; step < stepCount; ++step)
            names.insert(QString::fromLatin1(stepName(static_cast<Step>(step))));
        QCOMPARE(names.size(), static_cast<qsizetype>(stepCount));
        QVERIFY(!names.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(ProgressGateTest)
#include "tst_progress_gate.moc"
