// SPDX-License-Identifier: GPL-3.0-or-later
// The window's report and drawing, written by a child program: a finished one gives the file, Stop leaves no file and no
// half of one, a target that cannot be written and a child that dies are said. What cannot be timed with the real program
// is played by a shell script in its place ($BARTIZAN_CLI).
#include "app/desktop/main_window.h"
#include "diagram/fonts.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace bartizan;
using namespace bartizan::desktop;

class ExportTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_target, m_error;
    std::unique_ptr<MainWindow> m_main;
    int m_number = 0;

    void writes(const QKeySequence& keys)
    {
        for (QAction* action : m_main->findChildren<QAction*>())
            if (action->shortcut() == keys)
                return action->trigger();
        QFAIL("no such command");
    }
    void writesReport() { writes(QKeySequence(Qt::CTRL | Qt::Key_P)); }
    void writesDrawing() { writes(QKeySequence(Qt::CTRL | Qt::Key_E)); }
    QPushButton* stop() const { return m_main->statusBar()->findChild<QPushButton*>(); }
    QProgressBar* progress() const { return m_main->statusBar()->findChild<QProgressBar*>(); }
    bool says(const QString& words) const
    {
        for (const QLabel* label : m_main->statusBar()->findChildren<QLabel*>())
            if (label->text().contains(words))
                return true;
        return false;
    }
    // A folder of its own for each target, so that whatever is left beside it is seen.
    QString freshTarget(const char* name)
    {
        const QString folder = m_folder.filePath(QString::number(++m_number));
        QDir().mkpath(folder);
        return folder + QLatin1Char('/') + QLatin1String(name);
    }
    static QStringList beside(const QString& target) { return QFileInfo(target).dir().entryList(QDir::Files | QDir::Hidden); }
    // In place of bartizan-cli: `body` in shell, $out being the target.
    void play(const QByteArray& body)
    {
        const QString path = m_folder.filePath(QStringLiteral("cli%1").arg(++m_number));
        QFile script(path);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nwhile [ $# -gt 1 ]; do [ \"$1\" = -o ] && out=$2; shift; done\n" + body + "\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("BARTIZAN_CLI", QFile::encodeName(path));
    }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder.path()));
        diagram::useBundledFonts();
        Dialogs dialogs;
        dialogs.chooseReportFile = dialogs.chooseDrawingFile = [this](QWidget*) { return m_target; };
        dialogs.showError = [this](QWidget*, const QString& message) { m_error = message; };
        m_main = std::make_unique<MainWindow>(dialogs);
        m_main->session().setAsOf(QStringLiteral("2026-11-21T00:00:00Z"));
        m_main->show();
        m_target = freshTarget("early.pdf");
        writesReport(); // nothing is open
        QVERIFY(says(QStringLiteral("nothing to write yet")) && beside(m_target).isEmpty());
        QSignalSpy finished(&m_main->session(), &Session::finished);
        m_main->session().open({QStringLiteral(BARTIZAN_SOURCE_DIR) + QStringLiteral("/resources/sample")});
        QVERIFY(finished.wait(60000));
    }
    void init()
    {
        qunsetenv("BARTIZAN_CLI");
        m_error.clear();
    }
    void cleanupTestCase() { m_main.reset(); }

    void aFinishedOneGivesTheFile_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("report") << QByteArray("report.pdf") << QByteArray("%PDF-");
        QTest::newRow("svg") << QByteArray("graph.svg") << QByteArray("<");
        QTest::newRow("png") << QByteArray("graph.png") << QByteArray("\x89PNG");
        QTest::newRow("dot") << QByteArray("graph.dot") << QByteArray("digraph");
    }
    void aFinishedOneGivesTheFile()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, start);
        m_target = freshTarget(name.constData());
        name.startsWith("report") ? writesReport() : writesDrawing();
        QVERIFY(stop()->isVisible() && progress()->isVisible());
        QVERIFY(says(QStringLiteral("Writing ")));
        QTRY_VERIFY2_WITH_TIMEOUT(stop()->isHidden(), qPrintable(m_error), 120000);
        QVERIFY2(m_error.isEmpty(), qPrintable(m_error));
        QVERIFY(says(QStringLiteral("Written: ") + m_target));
        QCOMPARE(beside(m_target), QStringList{QString::fromLatin1(name)});
        QFile file(m_target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(64).trimmed().startsWith(start));
    }

    void stopLeavesNothing()
    {
        m_target = freshTarget("report.pdf");
        play("printf half > \"$out.part$$\"\nprintf 'Drawing\\t40\\n' >&2\nexec sleep 60");
        writesReport();
        QTRY_VERIFY(progress()->format().startsWith(QStringLiteral("Drawing")));
        QCOMPARE(progress()->value(), 400);
        QCOMPARE(beside(m_target).size(), 1);
        stop()->click();
        QVERIFY(says(QStringLiteral("Stopped.")) && stop()->isHidden() && progress()->isHidden());
        QTRY_VERIFY(beside(m_target).isEmpty());
        QVERIFY(m_error.isEmpty());
    }

    void stopOfTheRealProgram()
    {
        m_target = freshTarget("report.pdf");
        QFile old(m_target);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        writesReport();
        stop()->click(); // before it has done anything
        QVERIFY(says(QStringLiteral("Stopped.")));
        QTest::qWait(300);
        QCOMPARE(beside(m_target), QStringList{QStringLiteral("report.pdf")});
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old")); // what was there stays
    }

    void closingTheWindowStopsIt()
    {
        m_target = freshTarget("report.pdf");
        play("printf half > \"$out.part$$\"\nprintf 'Drawing\\t40\\n' >&2\nexec sleep 60");
        Dialogs dialogs;
        dialogs.chooseReportFile = [this](QWidget*) { return m_target; };
        {
            MainWindow other(dialogs);
            QSignalSpy finished(&other.session(), &Session::finished);
            other.session().open({QStringLiteral(BARTIZAN_SOURCE_DIR) + QStringLiteral("/resources/sample")});
            QVERIFY(finished.wait(60000));
            for (QAction* action : other.findChildren<QAction*>())
                if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_P))
                    action->trigger();
            QTRY_COMPARE(beside(m_target).size(), 1);
            QTRY_VERIFY(other.statusBar()->findChild<QProgressBar*>()->format().startsWith(QStringLiteral("Drawing")));
        }
        QVERIFY(beside(m_target).isEmpty());
    }

    void aTargetThatCannotBeWritten()
    {
        m_target = m_folder.filePath(QStringLiteral("nowhere/report.pdf"));
        writesReport();
        QTRY_VERIFY_WITH_TIMEOUT(!m_error.isEmpty(), 120000);
        QVERIFY2(m_error.startsWith(m_target + QStringLiteral(" could not be written.")), qPrintable(m_error));
        QVERIFY2(m_error.contains(QStringLiteral("check that the folder exists")), qPrintable(m_error));
        QVERIFY(stop()->isHidden() && progress()->isHidden());
    }

    void aChildThatDiesIsStartedAgain()
    {
        m_target = freshTarget("report.pdf");
        const QByteArray once = QFile::encodeName(m_folder.filePath(QStringLiteral("once")));
        play("if [ ! -e " + once + " ]; then touch " + once +
             "; printf half > \"$out.part$$\"; kill -9 $$; fi\nprintf whole > \"$out\"");
        writesReport();
        QTRY_VERIFY(stop()->isHidden());
        QVERIFY2(m_error.isEmpty(), qPrintable(m_error));
        QVERIFY(says(QStringLiteral("was started again")));
        QCOMPARE(beside(m_target), QStringList{QStringLiteral("report.pdf")});
    }

    void aChildThatDiesTwiceIsSaid()
    {
        m_target = freshTarget("graph.svg");
        play("printf half > \"$out.part$$\"\nkill -9 $$");
        writesDrawing();
        QTRY_VERIFY(!m_error.isEmpty());
        QVERIFY2(m_error.contains(QStringLiteral("ended twice")), qPrintable(m_error));
        QVERIFY(beside(m_target).isEmpty() && stop()->isHidden());
    }

    void aProgramThatIsMissingIsSaid()
    {
        m_target = freshTarget("graph.svg");
        qputenv("BARTIZAN_CLI", "/nonexistent/bartizan-cli");
        writesDrawing();
        QTRY_VERIFY(!m_error.isEmpty());
        QVERIFY2(m_error.startsWith(QStringLiteral("bartizan-cli was not found")), qPrintable(m_error));
        QVERIFY(stop()->isHidden());
    }
};

QTEST_MAIN(ExportTest)
#include "tst_export.moc"
