// SPDX-License-Identifier: GPL-3.0-or-later
// The window's report, drawing and exports, written by a child program: what the dialog asks for reaches it, a finished one
// gives the file with the command line's bytes, Stop leaves no file and no half of one, a target that cannot be written
// and a child that dies are said. What cannot be timed with the real program is played by a shell script in its place
// ($BARTIZAN_CLI).
#include "app/desktop/dialogs/report_dialog.h"
#include "app/desktop/export_files.h"
#include "app/desktop/main_window.h"
#include "app/review_file.h"
#include "diagram/fonts.h"
#include "report/content/sections.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>
#include <set>
#include <unistd.h>

using namespace bartizan;
using namespace bartizan::desktop;

class ExportTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_target, m_error;
    std::unique_ptr<MainWindow> m_main;
    int m_number = 0;
    std::function<bool(ReportDialog&)> m_answer; // null = as it stands
    QStringList m_askedFor;                      // "report pdf": what a file was chosen for
    const QString m_sample = QStringLiteral(BARTIZAN_SOURCE_DIR) + QStringLiteral("/resources/sample");
    const QString m_asOf = QStringLiteral("2026-11-21T00:00:00Z");

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
    // What bartizan-cli is started with.
    QStringList argumentsOf(const std::function<void()>& write)
    {
        const QString log = m_folder.filePath(QStringLiteral("arguments%1").arg(++m_number));
        const QString path = m_folder.filePath(QStringLiteral("cli%1").arg(++m_number));
        QFile script(path);
        if (!script.open(QIODevice::WriteOnly))
            return {};
        script.write("#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + QFile::encodeName(log) + "'\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("BARTIZAN_CLI", QFile::encodeName(path));
        write();
        if (!QTest::qWaitFor([this] { return stop()->isHidden(); }, 60000))
            return {};
        qunsetenv("BARTIZAN_CLI");
        return QString::fromUtf8(bytesOf(log)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    static QByteArray bytesOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // The file that was asked for, once it is written.
    QByteArray written(const std::function<void()>& write)
    {
        write();
        if (!QTest::qWaitFor([this] { return stop()->isHidden(); }, 120000) || !m_error.isEmpty() ||
            !says(QStringLiteral("Written: ") + m_target))
            return {};
        return bytesOf(m_target);
    }
    // What the command line writes itself.
    QByteArray fromCommandLine(const QString& command, const QString& format, const QStringList& flags, const QString& source)
    {
        const QString target = freshTarget("theirs");
        QStringList arguments{command,
                              QStringLiteral("--quiet"),
                              QStringLiteral("--as-of"),
                              m_asOf,
                              QStringLiteral("-o"),
                              target,
                              QStringLiteral("--format"),
                              format};
        QProcess process;
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/../app/bartizan-cli"),
                      arguments + flags + QStringList{source});
        if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            return QByteArray("failed: ") + process.readAllStandardError();
        return bytesOf(target);
    }
    template <class W>
    static W* field(ReportDialog& dialog, const char* name)
    {
        return dialog.findChild<W*>(QLatin1String(name));
    }
    static void chooseSections(ReportDialog& dialog, const QStringList& ids)
    {
        auto* list = field<QListWidget>(dialog, "sections");
        for (int i = 0; i < list->count(); ++i) {
            QListWidgetItem* item = list->item(i);
            item->setCheckState(ids.contains(item->data(Qt::UserRole).toString()) ? Qt::Checked : Qt::Unchecked);
        }
    }
    static void chooseFormat(ReportDialog& dialog, const char* format)
    {
        auto* box = field<QComboBox>(dialog, "format");
        box->setCurrentIndex(box->findData(QLatin1String(format)));
    }
    std::string salt() const { return m_main->reviews().editor().review().redactionSalt; }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder.path()));
        diagram::useBundledFonts();
        Dialogs dialogs;
        dialogs.chooseDrawingFile = [this](QWidget*) { return m_target; };
        dialogs.askReport = [this](QWidget*, ReportDialog& dialog) { return !m_answer || m_answer(dialog); };
        dialogs.chooseExportFile = [this](QWidget*, const report::ExportRow& row) {
            m_askedFor << QString::fromStdString(std::string(row.command) + " " + std::string(row.format));
            return m_target;
        };
        dialogs.showError = [this](QWidget*, const QString& message) { m_error = message; };
        m_main = std::make_unique<MainWindow>(dialogs);
        m_main->session().setAsOf(m_asOf);
        m_main->show();
        m_target = freshTarget("early.pdf");
        writesReport(); // nothing is open
        QVERIFY(says(QStringLiteral("nothing to write yet")) && beside(m_target).isEmpty());
        QSignalSpy finished(&m_main->session(), &Session::finished);
        m_main->session().open({m_sample});
        QVERIFY(finished.wait(60000));
    }
    void init()
    {
        qunsetenv("BARTIZAN_CLI");
        m_error.clear();
        m_answer = nullptr;
        m_askedFor.clear();
        QSettings().remove(QStringLiteral("report"));
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
        dialogs.askReport = [](QWidget*, ReportDialog&) { return true; };
        dialogs.chooseExportFile = [this](QWidget*, const report::ExportRow&) { return m_target; };
        {
            MainWindow other(dialogs);
            QSignalSpy finished(&other.session(), &Session::finished);
            other.session().open({m_sample});
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

    void theDialogReachesTheCommandLine()
    {
        m_target = freshTarget("report.html");
        m_answer = [](ReportDialog& dialog) {
            field<QLineEdit>(dialog, "title")->setText(QStringLiteral("-Shop [new], \"live\" "));
            field<QComboBox>(dialog, "classification")->setCurrentText(QStringLiteral("Board only"));
            chooseFormat(dialog, "html");
            auto* owner = field<QComboBox>(dialog, "owner");
            owner->setCurrentIndex(owner->findData(QStringLiteral("orders-team")));
            chooseSections(dialog, {QStringLiteral("services"), QStringLiteral("results")});
            field<QCheckBox>(dialog, "allServices")->setChecked(true);
            return true;
        };
        const QStringList arguments = argumentsOf([this] { writesReport(); });
        QCOMPARE(m_askedFor, QStringList{QStringLiteral("report html")});
        QVERIFY(!arguments.isEmpty());
        QCOMPARE(arguments.front(), QStringLiteral("report"));
        QCOMPARE(arguments.back(), m_sample);
        const auto after = [&](const char* flag) {
            const qsizetype at = arguments.indexOf(QLatin1String(flag));
            return at < 0 ? QString() : arguments.value(at + 1);
        };
        QCOMPARE(after("--format"), QStringLiteral("html"));
        QCOMPARE(after("--as-of"), m_asOf);
        QCOMPARE(after("-o"), m_target);
        for (const char* flag : {"--title=-Shop [new], \"live\"", "--classification=Board only", "--owner=orders-team",
                                 "--sections=results,services", "--all-services"})
            QVERIFY2(arguments.contains(QLatin1String(flag)), qPrintable(arguments.join(QLatin1Char('\n'))));
        QVERIFY(!arguments.contains(QStringLiteral("--redact")));
    }

    void asItStandsAsksForNothing()
    {
        m_target = freshTarget("report.pdf");
        const QStringList arguments = argumentsOf([this] { writesReport(); });
        QCOMPARE(m_askedFor, QStringList{QStringLiteral("report pdf")});
        QVERIFY(arguments.contains(QStringLiteral("--classification=Confidential")));
        for (const char* flag : {"--title", "--sections", "--owner", "--all-services", "--redact"})
            for (const QString& argument : arguments)
                QVERIFY2(!argument.startsWith(QLatin1String(flag)), qPrintable(argument));
    }

    void theBytesAreTheCommandLines_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("pdf") << QStringLiteral("pdf");
        QTest::newRow("html") << QStringLiteral("html");
    }
    void theBytesAreTheCommandLines()
    {
        QFETCH(QString, format);
        m_target = freshTarget("report");
        m_answer = [format](ReportDialog& dialog) {
            field<QLineEdit>(dialog, "title")->setText(QStringLiteral("-Shop [new], \"live\""));
            field<QComboBox>(dialog, "classification")->setCurrentText(QStringLiteral("Internal"));
            chooseFormat(dialog, format.toLatin1().constData());
            auto* owner = field<QComboBox>(dialog, "owner");
            owner->setCurrentIndex(owner->findData(QStringLiteral("orders-team")));
            chooseSections(dialog, {QStringLiteral("results"), QStringLiteral("findings"), QStringLiteral("services")});
            field<QCheckBox>(dialog, "allServices")->setChecked(true);
            return true;
        };
        const QByteArray ours = written([this] { writesReport(); });
        QVERIFY2(ours.startsWith(format == QLatin1String("pdf") ? "%PDF-" : "<!DOCTYPE html>"), qPrintable(m_error));
        const QByteArray theirs =
            fromCommandLine(QStringLiteral("report"), format,
                            {QStringLiteral("--title=-Shop [new], \"live\""), QStringLiteral("--classification=Internal"),
                             QStringLiteral("--owner=orders-team"), QStringLiteral("--sections=results,findings,services"),
                             QStringLiteral("--all-services")},
                            m_sample);
        QVERIFY2(ours == theirs, theirs.left(200).constData());
    }

    // Without a review there is no salt yet: one is made, as a step that can be undone.
    void namesAreReplaced()
    {
        m_target = freshTarget("report.html");
        QUndoStack& history = m_main->reviews().editor().history();
        QVERIFY(salt().empty());
        m_answer = [](ReportDialog& dialog) {
            chooseFormat(dialog, "html");
            field<QCheckBox>(dialog, "redact")->setChecked(true);
            return true;
        };
        const int steps = history.index();
        const QByteArray ours = written([this] { writesReport(); });
        QVERIFY2(ours.startsWith("<!DOCTYPE html>"), qPrintable(m_error));
        QCOMPARE(history.index(), steps + 1);
        const std::string made = salt();
        QCOMPARE(made.size(), std::size_t(64));
        QVERIFY(std::set<char>(made.begin(), made.end()).size() > 4);
        QVERIFY(!ours.contains("orders-team") && !ours.contains(made.c_str()));
        // The same by the command line, of the review as it would be saved.
        Review review;
        review.redactionSalt = made;
        review.sources = {{m_sample.toStdString(), {}}};
        const QString file = m_folder.filePath(QStringLiteral("salt.bartizan"));
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::WriteOnly));
        saved.write(QByteArray::fromStdString(app::writeReview(review)));
        saved.close();
        const QByteArray theirs =
            fromCommandLine(QStringLiteral("report"), QStringLiteral("html"), {QStringLiteral("--redact")}, file);
        QVERIFY2(ours == theirs, theirs.left(200).constData());
        // Another one has the same pseudonyms, and the salt is not made again.
        m_target = freshTarget("again.html");
        QVERIFY(written([this] { writesReport(); }) == ours);
        QCOMPARE(history.index(), steps + 1);
        history.undo();
        QVERIFY(salt().empty());
        QTRY_VERIFY(m_main->session().snapshot()->review == m_main->reviews().editor().shared());
    }

    void whatIsUsualIsRemembered()
    {
        m_target.clear(); // no file is chosen
        m_answer = [](ReportDialog& dialog) {
            field<QLineEdit>(dialog, "title")->setText(QStringLiteral("Shop"));
            field<QComboBox>(dialog, "classification")->setCurrentText(QStringLiteral("Board only"));
            chooseFormat(dialog, "html");
            field<QComboBox>(dialog, "owner")->setCurrentIndex(1);
            field<QCheckBox>(dialog, "redact")->setChecked(true);
            chooseSections(dialog, {QStringLiteral("results"), QStringLiteral("findings")});
            return true;
        };
        writesReport();
        QVERIFY(stop()->isHidden() && salt().empty()); // and nothing is written
        const ReportDialog again(m_main->session().snapshot()->model());
        const app::ReportArguments expected{
            {"classification", "Board only"}, {"format", "html"}, {"sections", "results,findings"}};
        QVERIFY(again.answer() == expected);
        QSettings().setValue(QStringLiteral("report/sections"), QStringLiteral("no-such-section"));
        QCOMPARE(ReportDialog(m_main->session().snapshot()->model()).answer().count("sections"), std::size_t(0));
    }

    void theDialogByKeyboard()
    {
        ReportDialog dialog(m_main->session().snapshot()->model(), m_main.get());
        auto* sections = field<QListWidget>(dialog, "sections");
        auto* classification = field<QComboBox>(dialog, "classification");
        QCOMPARE(static_cast<std::size_t>(sections->count()), report::sectionRows().size());
        QCOMPARE(field<QComboBox>(dialog, "owner")->count(), 6); // the sample's five, and all of them
        dialog.show();
        sections->setFocus();
        QCOMPARE(dialog.answer().count("sections"), std::size_t(0));
        QTest::keyClick(sections, Qt::Key_Space); // the first is left out
        QVERIFY(dialog.answer().at("sections").starts_with("reading,"));
        chooseSections(dialog, {});
        QVERIFY(!dialog.missing().isEmpty());
        QTest::keyClick(sections, Qt::Key_Return);
        QVERIFY(dialog.isVisible()); // not without a section
        QTest::keyClick(sections, Qt::Key_Space);
        QCOMPARE(dialog.answer().at("sections"), std::string("results"));
        QVERIFY(!field<QCheckBox>(dialog, "allServices")->isEnabled()); // their section is left out
        classification->setCurrentText(QStringLiteral("  "));
        QVERIFY(!dialog.missing().isEmpty());
        classification->setCurrentText(QStringLiteral("Public"));
        QVERIFY(dialog.missing().isEmpty());
        QTest::keyClick(sections, Qt::Key_Return);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    }

    void escapeWritesNothing()
    {
        m_target = freshTarget("report.pdf");
        m_answer = [](ReportDialog& dialog) {
            dialog.show();
            field<QComboBox>(dialog, "classification")->setCurrentText(QStringLiteral("Public"));
            field<QCheckBox>(dialog, "redact")->setChecked(true);
            QTest::keyClick(&dialog, Qt::Key_Escape);
            return dialog.result() == QDialog::Accepted;
        };
        writesReport();
        QVERIFY(m_askedFor.isEmpty() && stop()->isHidden() && progress()->isHidden());
        QVERIFY(beside(m_target).isEmpty() && m_error.isEmpty() && salt().empty());
        QVERIFY(!QSettings().contains(QStringLiteral("report/classification")));
    }

    void everyRowIsExported_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("format");
        QVERIFY(exportsOfTheSystem().size() > 20);
        for (const report::ExportRow* row : exportsOfTheSystem()) {
            const std::string command(row->command), format(row->format);
            QTest::newRow((command + " " + format).c_str()) << QString::fromStdString(command) << QString::fromStdString(format);
        }
    }
    void everyRowIsExported()
    {
        QFETCH(QString, command);
        QFETCH(QString, format);
        auto* action = m_main->findChild<QAction*>(QStringLiteral("export.%1.%2").arg(command, format));
        QVERIFY(action);
        m_target = freshTarget("export.any"); // the suffix does not decide
        const QByteArray ours = written([action] { action->trigger(); });
        QVERIFY2(!ours.isEmpty(), qPrintable(m_error));
        QCOMPARE(m_askedFor, QStringList{command + QLatin1Char(' ') + format});
        QCOMPARE(beside(m_target), QStringList{QStringLiteral("export.any")});
        const QByteArray theirs = fromCommandLine(command, format, {}, m_sample);
        QVERIFY2(ours == theirs, theirs.left(200).constData());
    }

    void theMenuHasEveryRowOnce()
    {
        const auto* menu = m_main->findChild<QMenu*>(QStringLiteral("exports"));
        QVERIFY(menu);
        QStringList texts;
        for (const QAction* action : menu->actions())
            if (!action->isSeparator())
                texts << action->text();
        QCOMPARE(static_cast<std::size_t>(texts.size()), exportsOfTheSystem().size());
        QCOMPARE(texts.removeDuplicates(), qsizetype(0));
        QVERIFY(texts.contains(QStringLiteral("Findings as SARIF 2.1.0 (.sarif)…")));
        QVERIFY(!m_main->findChild<QAction*>(QStringLiteral("export.diff.text")));
    }

    void anExportThatIsNotWantedWritesNothing()
    {
        m_target.clear();
        auto* action = m_main->findChild<QAction*>(QStringLiteral("export.assess.sarif"));
        QVERIFY(action);
        action->trigger();
        QCOMPARE(m_askedFor, QStringList{QStringLiteral("assess sarif")});
        QVERIFY(stop()->isHidden() && progress()->isHidden());
    }
};

QTEST_MAIN(ExportTest)
#include "tst_export.moc"
