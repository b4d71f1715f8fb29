// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a review through the real window, by keyboard: open, filter, follow evidence to the masked source, light a
// path, accept a finding with an expiry, undo, save; a second window is killed with a decision unsaved; recover, reopen,
// compare with what the system was before.
#include "app/desktop/dialogs/decide_dialog.h"
#include "app/desktop/main_window.h"
#include "app/desktop/models/changes_model.h"
#include "app/desktop/views/changes_view.h"
#include "app/desktop/views/findings_view.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/source_view.h"
#include "app/desktop/views/view_bar.h"
#include "diagram/fonts.h"

#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace bartizan;
using namespace bartizan::desktop;

namespace {

const QString sample = QStringLiteral(BARTIZAN_SOURCE_DIR) + QStringLiteral("/resources/sample");
constexpr char lateReason[] = "taken just before the power went";

Dialogs answers(const QString& review, const QString& compared)
{
    Dialogs dialogs;
    dialogs.chooseSources = [](QWidget*, bool) { return QStringList{sample}; };
    dialogs.chooseCompared = [compared](QWidget*, bool) { return QStringList{compared}; };
    dialogs.showError = [](QWidget*, const QString& message) { qFatal("%s", qPrintable(message)); };
    dialogs.review.chooseReview = [review](QWidget*) { return review; };
    dialogs.review.chooseTarget = [review](QWidget*, const QString&) { return review; };
    dialogs.review.askUnsaved = [](QWidget*, const QString&) { return ReviewDialogs::Unsaved::stay; };
    dialogs.review.confirm = [](QWidget*, const QString&, const QString&) { return true; };
    dialogs.review.showError = dialogs.showError;
    dialogs.review.decide = [](QWidget*, DecideDialog& dialog) {
        dialog.choose(DecisionKind::accept);
        dialog.setReason(QString::fromLatin1(lateReason));
        dialog.setOwner(QStringLiteral("Ada"));
        dialog.setExpires(QStringLiteral("2027-01-31"));
        return dialog.missing().isEmpty();
    };
    return dialogs;
}

std::unique_ptr<MainWindow> windowOn(const QString& review, const QString& compared = {})
{
    auto main = std::make_unique<MainWindow>(answers(review, compared));
    main->session().setAsOf(QStringLiteral("2026-11-21T00:00:00Z"));
    main->reviews().editor().setToday(QDate(2026, 11, 21));
    main->show();
    if (!QTest::qWaitForWindowActive(main.get()))
        qFatal("the window does not become active");
    return main;
}

const Finding& finding(const MainWindow& main, int index)
{
    return const_cast<MainWindow&>(main).session().snapshot()->posture().findings[static_cast<std::size_t>(index)];
}

// Opens `review`, accepts finding `index`, says so once the journal has it, and waits to be killed.
int decideAndWait(QApplication& application, const QString& review, int index)
{
    diagram::useBundledFonts();
    const auto main = windowOn(review);
    auto told = std::make_shared<bool>(false);
    QObject::connect(&main->session(), &Session::finished, main.get(), [&main, index, told] {
        if (std::exchange(*told, true))
            return;
        main->viewState().selectFinding(index);
        main->reviews().decide();
        main->reviews().editor().flush();
        std::puts("kept");
        std::fflush(stdout);
    });
    main->reviews().openReview(review);
    return QApplication::exec() + (application.arguments().isEmpty() ? 1 : 0);
}

} // namespace

class WholeWayTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder.path()));
        diagram::useBundledFonts();
    }

    void fromOpeningToComparing()
    {
        const QString review = m_folder.filePath(QStringLiteral("shop.bartizan"));
        int accepted = -1, late = -1;
        std::string acceptedId, lateId;
        {
            auto main = windowOn(review);
            QSignalSpy finished(&main->session(), &Session::finished);
            QTest::keyClick(main.get(), Qt::Key_O, Qt::ControlModifier);
            QVERIFY(finished.wait(20000));

            // Filter: only what matches stays undimmed.
            QTest::keyClick(main.get(), Qt::Key_2, Qt::ControlModifier);
            auto* graph = main->viewAs<GraphView>("graph");
            QTRY_VERIFY(graph->hasFocus());
            QTest::keyClick(main.get(), Qt::Key_F, Qt::ControlModifier);
            QTRY_VERIFY(main->viewBar()->search()->hasFocus());
            QTest::keyClicks(main->viewBar()->search(), QStringLiteral("kind:store"));
            const int walls = static_cast<int>(std::count_if(graph->drawing()->nodes.begin(), graph->drawing()->nodes.end(),
                                                             [](const diagram::Node& node) { return node.hasWall(); }));
            QVERIFY(graph->matching() > 0 && graph->matching() < walls);
            QTest::keyClick(main->viewBar()->search(), Qt::Key_Escape);
            QTRY_COMPARE(graph->matching(), walls);

            // Evidence: the line is shown, its secret is not.
            const auto& findings = main->session().snapshot()->posture().findings;
            for (std::size_t i = 0; i < findings.size(); ++i)
                if (findings[i].cause.valid() && findings[i].cause.text().find("***") != std::string_view::npos)
                    accepted = static_cast<int>(i);
            QVERIFY2(accepted >= 0, "the sample plants a password");
            acceptedId = findings[static_cast<std::size_t>(accepted)].id;
            late = accepted == 0 ? 1 : 0;
            lateId = findings[static_cast<std::size_t>(late)].id;
            main->viewState().selectFinding(accepted);
            main->showView(QStringLiteral("findings"));
            QTest::keyClick(main->viewAs<FindingsView>("findings")->table(), Qt::Key_Return);
            auto* source = main->viewAs<SourceView>("source");
            QTRY_COMPARE(source->citedLine(), static_cast<int>(finding(*main, accepted).cause.line));
            QVERIFY(source->text().contains(QLatin1String("***")));
            for (const char* planted : {"quay-Tidal-4711", "Anchor&Chain-90", "sample-Lighthouse-1815"})
                QVERIFY2(!source->text().contains(QLatin1String(planted)), planted);

            // A path from outside to a service, lit.
            const auto& paths = main->session().snapshot()->posture().paths;
            QVERIFY(!paths.empty());
            main->viewState().selectWorkload(paths.front().target);
            graph->setFocus();
            QTest::keyClick(graph, Qt::Key_P);
            QVERIFY(std::any_of(graph->drawing()->nodes.begin(), graph->drawing()->nodes.end(),
                                [](const diagram::Node& node) { return node.lit; }));

            // Accept, undo, redo, save.
            main->viewState().selectFinding(accepted);
            QTest::keyClick(main.get(), Qt::Key_D);
            QTRY_COMPARE(finding(*main, accepted).status, std::string("accepted until 2027-01-31"));
            QTest::keyClick(main.get(), Qt::Key_Z, Qt::ControlModifier);
            QTRY_COMPARE(finding(*main, accepted).status, std::string("open"));
            QTest::keyClick(main.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
            QTRY_COMPARE(finding(*main, accepted).status, std::string("accepted until 2027-01-31"));
            QTest::keyClick(main.get(), Qt::Key_S, Qt::ControlModifier);
            QTRY_VERIFY(!main->isWindowModified());
            QVERIFY(QFile::exists(review));
            QVERIFY(main->close());
        }
        {
            // Another program decides and dies before it saves.
            QProcess other;
            other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--decide"), review, QString::number(late)});
            QVERIFY(other.waitForReadyRead(60000));
            QCOMPARE(other.readAllStandardOutput(), QByteArray("kept\n"));
            other.kill();
            QVERIFY(other.waitForFinished(10000));
            QCOMPARE(other.exitStatus(), QProcess::CrashExit);
        }
        {
            // Its decision is offered, taken and saved.
            auto main = windowOn(review);
            QSignalSpy finished(&main->session(), &Session::finished);
            main->openSources({review});
            QVERIFY(finished.wait(20000));
            QVERIFY(main->isWindowModified());
            const auto& decisions = main->reviews().editor().review().decisions;
            QCOMPARE(decisions.size(), std::size_t(2));
            QCOMPARE(decisions.at(lateId).reason, std::string(lateReason));
            QTRY_COMPARE(finding(*main, late).status, std::string("accepted until 2027-01-31"));
            QTest::keyClick(main.get(), Qt::Key_S, Qt::ControlModifier);
            QTRY_VERIFY(!main->isWindowModified());
            QVERIFY(main->close());
        }
        // The system as it was before its payments namespace came.
        const QString earlier = m_folder.filePath(QStringLiteral("earlier"));
        QVERIFY(QDir().mkpath(earlier));
        for (const char* part : {"edge", "shop"}) {
            QVERIFY(QDir().mkpath(earlier + QLatin1Char('/') + QLatin1String(part)));
            for (const QFileInfo& file : QDir(sample + QLatin1Char('/') + QLatin1String(part)).entryInfoList(QDir::Files))
                QVERIFY(QFile::copy(file.filePath(),
                                    earlier + QLatin1Char('/') + QLatin1String(part) + QLatin1Char('/') + file.fileName()));
        }
        auto main = windowOn(review, earlier);
        QSignalSpy finished(&main->session(), &Session::finished);
        main->openSources({review});
        QVERIFY(finished.wait(20000));
        QVERIFY(!main->isWindowModified()); // nothing is offered twice
        QCOMPARE(finding(*main, accepted).id, acceptedId);
        QCOMPARE(finding(*main, accepted).status, std::string("accepted until 2027-01-31"));
        QCOMPARE(finding(*main, late).status, std::string("accepted until 2027-01-31"));
        QSignalSpy compared(&main->comparing().comparison(), &Comparison::finished);
        QTest::keyClick(main.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(compared.wait(20000));
        main->showView(QStringLiteral("changes"));
        auto* changes = main->viewAs<ChangesView>("changes");
        QTRY_VERIFY(!changes->building());
        int added = 0;
        for (const CellsRow& row : changes->cells().rows())
            added += row.kind == static_cast<int>(ChangeGroup::added) && row.search.contains(QLatin1String("payments")) ? 1 : 0;
        QVERIFY2(added > 0, qPrintable(changes->sentence()));
        QVERIFY(main->close());
    }
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.value(1) == QLatin1String("--decide"))
        return decideAndWait(application, words.value(2), words.value(3).toInt());
    WholeWayTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_whole_way.moc"
