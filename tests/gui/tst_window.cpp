// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real window offscreen: opens the sample, follows a finding to its masked line, cancels, refuses.
#include "app/desktop/main_window.h"
#include "app/desktop/views/findings_view.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/source_view.h"
#include "app/desktop/views/view_bar.h"
#include "diagram/fonts.h"
#include "tests/gui/quiet_window.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace bartizan;
using namespace bartizan::desktop;

class WindowTest : public QObject {
    Q_OBJECT
private:
    const QString m_sample = test::sampleFolder();
    QTemporaryDir m_settings;
    QString m_error;

    std::unique_ptr<MainWindow> window(const QStringList& chosen = {})
    {
        Dialogs dialogs = test::quietDialogs();
        dialogs.chooseSources = [chosen](QWidget*, bool) { return chosen; };
        dialogs.showError = [this](QWidget*, const QString& message) { m_error = message; };
        return test::quietWindow(dialogs);
    }
    static GraphView* graph(const MainWindow& window) { return window.viewAs<GraphView>("graph"); }
    static SourceView* source(const MainWindow& window) { return window.viewAs<SourceView>("source"); }
    void open(MainWindow& window, const QStringList& sources) { QVERIFY(test::openSources(window, sources)); }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        diagram::useBundledFonts();
    }

    void modelsAreWellFormed()
    {
        FindingsModel findings;
        ProblemsModel problems;
        QAbstractItemModelTester testFindings(&findings, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester testProblems(&problems, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto main = window();
        open(*main, {m_sample});
        const SnapshotPtr snapshot = main->session().snapshot();
        findings.setPosture(snapshot->model(), snapshot->loaded->catalogue, snapshot->posture(), *snapshot->review);
        problems.setModel(snapshot->model(), snapshot->posture());
        QCOMPARE(findings.rowCount(), static_cast<int>(snapshot->posture().findings.size()));
        QVERIFY(findings.rowCount() > 10);
    }

    void followsAFindingToItsLine()
    {
        auto main = window();
        main->show();
        open(*main, {m_sample});
        QVERIFY(graph(*main)->drawing());
        QVERIFY(graph(*main)->drawing()->nodes.size() > 12);
        const auto& findings = main->session().snapshot()->posture().findings;
        int row = -1;
        for (std::size_t i = 0; i < findings.size(); ++i)
            if (findings[i].layer == "secrets" && findings[i].cause.valid() &&
                findings[i].cause.text().find("***") != std::string_view::npos)
                row = static_cast<int>(i);
        QVERIFY2(row >= 0, "the sample plants a password in plain env");
        main->showView(QStringLiteral("findings"));
        QTableView* table = main->viewAs<FindingsView>("findings")->table();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(row, 0));
        QTest::keyClick(table, Qt::Key_Return);
        const Evidence& cause = findings[static_cast<std::size_t>(row)].cause;
        QTRY_COMPARE(source(*main)->citedLine(), static_cast<int>(cause.line));
        QVERIFY(source(*main)->title().contains(QStringLiteral("line %1").arg(cause.line)));
        for (const char* planted : {"quay-Tidal-4711", "Anchor&Chain-90", "sample-Lighthouse-1815"})
            QVERIFY2(!source(*main)->text().contains(QLatin1String(planted)), planted);
        QVERIFY(source(*main)->text().contains(QLatin1String("***")));
    }

    void everySecretLineIsMasked()
    {
        auto main = window();
        main->show();
        open(*main, {m_sample});
        main->showView(QStringLiteral("source"));
        const Inventory& inventory = main->session().snapshot()->model().inventory;
        for (const SecretRecord& secret : inventory.secrets) {
            for (const SecretRecord::Key& key : secret.keys) {
                main->viewState().showEvidence(key.evidence);
                QTRY_COMPARE(source(*main)->citedLine(), static_cast<int>(key.evidence.line));
                QVERIFY(!source(*main)->text().contains(QLatin1String("Lighthouse")));
            }
        }
    }

    void keyboardWalksTheDrawing()
    {
        auto main = window();
        main->show();
        open(*main, {m_sample});
        QTest::keyClick(main.get(), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(graph(*main)->hasFocus());
        QTest::keyClick(graph(*main), Qt::Key_Right);
        QVERIFY(!graph(*main)->view().selected.empty());
        const double scale = graph(*main)->view().scale;
        QTest::keyClick(graph(*main), Qt::Key_Plus);
        QVERIFY(graph(*main)->view().scale > scale);
        QTest::keyClick(graph(*main), Qt::Key_Escape);
        QVERIFY(graph(*main)->view().selected.empty());
    }

    void searchLeavesMatchesUndimmed()
    {
        auto main = window();
        main->show();
        open(*main, {m_sample});
        QTest::keyClick(main.get(), Qt::Key_F, Qt::ControlModifier);
        QLineEdit* search = main->viewBar()->search();
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("kind:store"));
        const int stores = graph(*main)->matching();
        QVERIFY(stores > 0);
        QVERIFY(main->viewBar()->message().startsWith(QStringLiteral("%1 of ").arg(stores)));
        QTest::keyClicks(search, QStringLiteral(" colour:red"));
        QVERIFY2(main->viewBar()->message().contains(QStringLiteral("expected one of")), qPrintable(main->viewBar()->message()));
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
        QVERIFY(graph(*main)->view().filteredOut.empty());
        QVERIFY(graph(*main)->matching() > stores);
    }

    void themeIsRemembered()
    {
        const auto choose = [](MainWindow& window, const QString& title) {
            for (QAction* action : window.findChildren<QAction*>())
                if (action->text() == title)
                    return action->trigger();
            QFAIL("no such action");
        };
        {
            auto main = window();
            QVERIFY(!graph(*main)->view().theme->dark);
            choose(*main, QStringLiteral("D&ark"));
            QVERIFY(graph(*main)->view().theme->dark);
            QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
        }
        auto again = window();
        QCOMPARE(again->theme(), QStringLiteral("dark"));
        QVERIFY(graph(*again)->view().theme->dark);
        again->showTheme(QStringLiteral("light")); // for one run
        QCOMPARE(again->theme(), QStringLiteral("dark"));
        choose(*again, QStringLiteral("As the &desktop"));
        QVERIFY(!graph(*again)->view().theme->dark);
    }

    void lensesByKeyAndRemembered()
    {
        {
            auto main = window();
            main->show();
            open(*main, {m_sample});
            QCOMPARE(graph(*main)->view().lens, diagram::Lens::exposure);
            QTest::keyClick(main.get(), Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
            QCOMPARE(graph(*main)->view().lens, diagram::Lens::encryption);
            QVERIFY(main->viewBar()->lensActions()[2]->isChecked());
            open(*main, {m_sample}); // read again: the lens stays
            QCOMPARE(graph(*main)->view().lens, diagram::Lens::encryption);
            main->close();
        }
        auto again = window();
        QCOMPARE(again->viewState().lens(), diagram::Lens::encryption);
        QCOMPARE(graph(*again)->view().lens, diagram::Lens::encryption);
        again->viewBar()->lensActions()[0]->trigger();
        again->close();
    }

    void stoppingKeepsWhatWasShown()
    {
        auto main = window();
        open(*main, {m_sample});
        const SnapshotPtr before = main->session().snapshot();
        QSignalSpy cancelled(&main->session(), &Session::cancelled);
        main->session().open({m_sample});
        main->session().cancel();
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(!main->session().isLoading());
        QCOMPARE(main->session().snapshot(), before);
    }

    void aMissingSourceIsSaid()
    {
        auto main = window();
        m_error.clear();
        QSignalSpy failed(&main->session(), &Session::failed);
        main->session().open({m_sample + QStringLiteral("/nowhere")});
        QVERIFY(failed.wait(20000));
        QVERIFY(!m_error.isEmpty());
    }

    void sourcesWithNothingUsableAreSaid()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("notes.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a: <b>1</b>\n");
        file.close();
        auto main = window();
        m_error.clear();
        QSignalSpy failed(&main->session(), &Session::failed);
        main->session().open({folder.path()});
        QVERIFY(failed.wait(20000));
        QVERIFY2(m_error.startsWith(QLatin1String("Nothing usable in 1 file: ")), qPrintable(m_error));
        QVERIFY(!main->session().snapshot());
    }
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
