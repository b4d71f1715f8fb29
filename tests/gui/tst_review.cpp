// SPDX-License-Identifier: GPL-3.0-or-later
// The review in the window: decisions are taken, saved and read again, what a dead program left is offered, closing waits
// and asks, and the decision dialog asks for what an acceptance needs, by keyboard.
#include "app/desktop/dialogs/decide_dialog.h"
#include "app/desktop/main_window.h"
#include "app/desktop/review_editor.h"
#include "app/desktop/widgets/table_page.h"
#include "app/review_file.h"
#include "diagram/fonts.h"
#include "tests/gui/quiet_window.h"
#include "tests/gui/review_helpers.h"

#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace bartizan;
using namespace bartizan::desktop;

namespace {

using test::acceptance;
using test::opened;

void settle(MainWindow& main)
{
    QTRY_VERIFY_WITH_TIMEOUT(!main.reviews().editor().reading() && !main.reviews().editor().saving(), 60000);
}

} // namespace

class ReviewTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    int m_number = 0;

    // What the window asks, answered by the test.
    ReviewDialogs::Unsaved m_unsaved = ReviewDialogs::Unsaved::discard;
    bool m_confirm = true;
    QString m_target, m_error;
    QStringList m_questions;
    std::function<bool(DecideDialog&)> m_decide;

    std::unique_ptr<MainWindow> window()
    {
        Dialogs dialogs = test::quietDialogs();
        dialogs.showError = [this](QWidget*, const QString& message) { m_error = message; };
        dialogs.review.chooseReview = [this](QWidget*) { return m_target; };
        dialogs.review.chooseTarget = [this](QWidget*, const QString&) { return m_target; };
        dialogs.review.askUnsaved = [this](QWidget*, const QString& title) {
            m_questions << title;
            return m_unsaved;
        };
        dialogs.review.confirm = [this](QWidget*, const QString& question, const QString&) {
            m_questions << question;
            return m_confirm;
        };
        dialogs.review.decide = [this](QWidget*, DecideDialog& dialog) { return m_decide && m_decide(dialog); };
        dialogs.review.showError = [this](QWidget*, const QString& message) { m_error = message; };
        m_questions.clear();
        m_error.clear();
        auto result = test::quietWindow(dialogs);
        result->reviews().editor().setToday(QDate(2026, 11, 21));
        return result;
    }
    void openSample(MainWindow& main)
    {
        QSignalSpy finished(&main.session(), &Session::finished);
        main.session().open({test::sampleFolder()});
        QVERIFY(finished.wait(60000));
    }
    static const Finding& finding(MainWindow& main, int index)
    {
        return main.session().snapshot()->posture().findings[static_cast<std::size_t>(index)];
    }
    static void trigger(MainWindow& main, const char* name)
    {
        auto* action = main.findChild<QAction*>(QString::fromLatin1(name));
        QVERIFY2(action, name);
        action->trigger();
    }
    static bool acceptIt(DecideDialog& dialog)
    {
        dialog.choose(DecisionKind::accept);
        dialog.setReason(QStringLiteral("known"));
        dialog.setOwner(QStringLiteral("Ada"));
        dialog.setExpires(QStringLiteral("2027-01-31"));
        return dialog.missing().isEmpty();
    }

    QString freshFile() { return m_folder.filePath(QStringLiteral("r%1.bartizan").arg(++m_number)); }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder.path()));
        diagram::useBundledFonts();
    }

    void theDialogAsksForWhatIsMissing()
    {
        DecideDialog dialog({QStringLiteral("<b>No policy</b>")}, std::nullopt, {}, "2026-11-21");
        dialog.show();
        QPushButton* decide = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QVERIFY(!decide->isEnabled());
        QCOMPARE(dialog.missing(), QStringLiteral("Still needed: a reason, an owner, an expiry."));
        dialog.setReason(QStringLiteral("known"));
        dialog.setOwner(QStringLiteral("Ada"));
        dialog.setExpires(QStringLiteral("2026-11-20"));
        QVERIFY(!decide->isEnabled());
        dialog.setExpires(QStringLiteral("31.1.2027"));
        QVERIFY(!decide->isEnabled());
        dialog.setExpires(QStringLiteral("2027-01-31"));
        QVERIFY(decide->isEnabled());
        dialog.setReason({});
        QCOMPARE(dialog.missing(), QStringLiteral("Still needed: a reason."));
        dialog.choose(DecisionKind::needsWork);
        QVERIFY(decide->isEnabled());
        for (QLabel* label : dialog.findChildren<QLabel*>())
            QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(QLatin1Char('<')),
                     qPrintable(label->text()));
        for (QWidget* field : dialog.findChildren<QWidget*>())
            if ((qobject_cast<QLineEdit*>(field) || qobject_cast<QPlainTextEdit*>(field)) && field->isVisible())
                QVERIFY(!field->accessibleName().isEmpty());
    }

    void theDialogByKeyboard()
    {
        DecideDialog dialog({QStringLiteral("a"), QStringLiteral("b")}, std::nullopt, {QStringLiteral("team shop")},
                            "2026-11-21");
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTest::keyClick(&dialog, Qt::Key_A, Qt::AltModifier);
        const auto type = [&](const QString& text) {
            QVERIFY(dialog.focusWidget());
            QTest::keyClicks(dialog.focusWidget(), text);
        };
        QTest::keyClick(&dialog, Qt::Key_R, Qt::AltModifier);
        type(QStringLiteral("because"));
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        type(QStringLiteral("Ada"));
        QTest::keyClick(&dialog, Qt::Key_3, Qt::AltModifier);
        QTRY_COMPARE(dialog.answer().expires, std::string("2027-02-20")); // a button pressed by its letter takes a moment
        QTest::keyClick(&dialog, Qt::Key_D, Qt::AltModifier);
        QTRY_COMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        const Decision answer = dialog.answer();
        QCOMPARE(answer.kind, DecisionKind::accept);
        QCOMPARE(answer.reason, std::string("because"));
        QCOMPARE(answer.owner, std::string("Ada"));
        QCOMPARE(answer.expires, std::string("2027-02-20"));
    }

    void aDecisionCanBeTakenBack()
    {
        DecideDialog fresh({QStringLiteral("a")}, std::nullopt, {}, "2026-11-21");
        DecideDialog again({QStringLiteral("a")}, acceptance("known"), {}, "2026-11-21");
        const auto openAgain = [](DecideDialog& dialog) -> QPushButton* {
            for (QPushButton* button : dialog.findChildren<QPushButton*>())
                if (button->text() == QStringLiteral("O&pen again"))
                    return button;
            return nullptr;
        };
        QVERIFY(!openAgain(fresh));
        QCOMPARE(again.answer(), acceptance("known"));
        openAgain(again)->click();
        QVERIFY(again.takesBack());
        QCOMPARE(again.result(), static_cast<int>(QDialog::Accepted));
    }

    void acceptUndoSaveReopen()
    {
        const QString file = freshFile();
        m_target = file;
        {
            auto main = window();
            main->show();
            openSample(*main);
            QSignalSpy finished(&main->session(), &Session::finished);
            QVERIFY(!main->isWindowModified());
            main->viewState().selectFinding(3);
            m_decide = [](DecideDialog& dialog) { return acceptIt(dialog); };
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(main.get(), Qt::Key_D);
            QVERIFY(finished.wait(20000));
            qInfo("a decision shows after %lld ms", static_cast<long long>(timer.elapsed()));
            QCOMPARE(finding(*main, 3).status, std::string("accepted until 2027-01-31"));
            QVERIFY(main->session().sameInput());
            QCOMPARE(main->viewState().finding(), 3); // the selection stays
            QVERIFY(main->isWindowModified());
            QVERIFY(main->windowTitle().startsWith(QStringLiteral("Untitled review[*] — ")));
            const Decision& made = main->reviews().editor().review().decisions.at(finding(*main, 3).id);
            QCOMPARE(made.on, std::string("2026-11-21"));
            QCOMPARE(made.basis->rule, finding(*main, 3).rule);
            QVERIFY(!made.basis->subjects.empty());

            QTest::keyClick(main.get(), Qt::Key_Z, Qt::ControlModifier);
            QVERIFY(finished.wait(20000));
            QCOMPARE(finding(*main, 3).status, std::string("open"));
            QVERIFY(!main->isWindowModified());
            QTest::keyClick(main.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
            QVERIFY(finished.wait(20000));
            QCOMPARE(finding(*main, 3).status, std::string("accepted until 2027-01-31"));

            trigger(*main, "saveReview");
            settle(*main);
            QVERIFY2(m_error.isEmpty(), qPrintable(m_error));
            QVERIFY(!main->isWindowModified());
            QVERIFY(main->windowTitle().startsWith(QFileInfo(file).fileName() + QStringLiteral("[*] — ")));
            QVERIFY(main->close());
            QVERIFY(m_questions.isEmpty());
        }
        auto main = window();
        QSignalSpy finished(&main->session(), &Session::finished);
        trigger(*main, "openReview");
        QVERIFY(finished.wait(60000));
        QCOMPARE(finding(*main, 3).status, std::string("accepted until 2027-01-31"));
        QVERIFY(!main->isWindowModified());
    }

    void severalFindingsAtOnceAndTakenBack()
    {
        auto main = window();
        openSample(*main);
        QSignalSpy finished(&main->session(), &Session::finished);
        main->reviews().setSelection([] { return std::vector<int>{1, 2, 5}; });
        m_decide = [](DecideDialog& dialog) { return acceptIt(dialog); };
        trigger(*main, "decide");
        QVERIFY(finished.wait(20000));
        for (const int index : {1, 2, 5})
            QCOMPARE(finding(*main, index).state, FindingState::accepted);
        QCOMPARE(finding(*main, 0).state, FindingState::open);
        m_decide = [](DecideDialog& dialog) {
            for (QPushButton* button : dialog.findChildren<QPushButton*>())
                if (button->text() == QStringLiteral("O&pen again"))
                    button->click();
            return dialog.takesBack();
        };
        trigger(*main, "decide");
        QVERIFY(finished.wait(20000));
        for (const int index : {1, 2, 5})
            QCOMPARE(finding(*main, index).state, FindingState::open);
        main->reviews().editor().discard();
    }

    void whatTheTableSelectsIsDecided()
    {
        auto main = window();
        main->show();
        openSample(*main);
        QSignalSpy finished(&main->session(), &Session::finished);
        auto* page = main->viewAs<TablePage>("findings");
        QVERIFY(page);
        QItemSelectionModel* selection = page->table()->selectionModel();
        const auto flags = QItemSelectionModel::Select | QItemSelectionModel::Rows;
        selection->setCurrentIndex(page->proxy()->index(0, 0), flags | QItemSelectionModel::Clear);
        selection->select(page->proxy()->index(1, 0), flags);
        QStringList asked;
        m_decide = [&](DecideDialog& dialog) {
            asked << dialog.windowTitle();
            return acceptIt(dialog);
        };
        QTest::keyClick(page->table(), Qt::Key_D);
        QVERIFY(finished.wait(20000));
        QCOMPARE(asked, QStringList{QStringLiteral("Decide on 2 findings")});
        QCOMPARE(main->reviews().editor().review().decisions.size(), std::size_t(2));
        int accepted = 0;
        for (const Finding& one : main->session().snapshot()->posture().findings)
            accepted += one.state == FindingState::accepted;
        QCOMPARE(accepted, 2);
        main->reviews().editor().discard();
    }

    void aConfirmedSensitivityJudgesAgain()
    {
        auto main = window();
        openSample(*main);
        const SnapshotPtr before = main->session().snapshot();
        QSignalSpy finished(&main->session(), &Session::finished);
        const std::string id = before->model().architecture.workloads.front().id;
        main->reviews().editor().edit(QStringLiteral("Confirm"), [&](Review& review) {
            review.sensitivities[id] = {"restricted", "Ada", "2026-11-21", {}};
        });
        QVERIFY(finished.wait(20000));
        const Workload& now = main->session().snapshot()->model().architecture.workloads.front();
        QCOMPARE(now.sensitivity, Sensitivity::restricted);
        QCOMPARE(now.sensitivitySource, SensitivitySource::review);
        QCOMPARE(main->session().snapshot()->drawing->nodes.size(), before->drawing->nodes.size());
        main->reviews().editor().history().undo();
        QVERIFY(finished.wait(20000));
        QCOMPARE(main->session().snapshot()->model().architecture.workloads.front().sensitivitySource,
                 before->model().architecture.workloads.front().sensitivitySource);
        main->reviews().editor().discard();
    }

    void aNoteOfAPositionJudgesNothing()
    {
        auto main = window();
        openSample(*main);
        QSignalSpy finished(&main->session(), &Session::finished);
        main->reviews().editor().edit(QStringLiteral("Move"), [](Review& review) { review.positions["a"] = {1, 2, {}}; });
        QVERIFY(!finished.wait(500));
        main->reviews().editor().discard();
    }

    void closingAsks()
    {
        auto main = window();
        main->show();
        main->reviews().editor().edit(QStringLiteral("x"), [](Review& review) { review.variant = "x"; });
        m_unsaved = ReviewDialogs::Unsaved::stay;
        QVERIFY(!main->close());
        QCOMPARE(m_questions, QStringList{QStringLiteral("Untitled review")});
        m_unsaved = ReviewDialogs::Unsaved::save;
        m_target = freshFile();
        QVERIFY(!main->close()); // once it is saved
        QTRY_VERIFY(!main->isVisible());
        const auto written = app::loadReview(m_target.toStdString());
        QVERIFY(written && written->variant == "x");

        auto other = window();
        other->reviews().editor().edit(QStringLiteral("x"), [](Review& review) { review.variant = "y"; });
        m_unsaved = ReviewDialogs::Unsaved::discard;
        QVERIFY(other->close());
        auto next = window();
        next->reviews().offerUnsaved();
        settle(*next);
        QVERIFY(m_questions.isEmpty()); // what was discarded is not offered
    }

    void whatADeadProgramLeftIsOffered()
    {
        const QString file = freshFile();
        std::ofstream(file.toStdString()) << app::writeReview(Review());
        {
            ReviewEditor dead;
            QVERIFY(opened(dead, file));
            dead.decide({"gone-00000000"}, {acceptance("not saved")});
        } // ends without saving, as a killed program does
        auto main = window();
        m_confirm = true;
        main->reviews().openReview(file);
        settle(*main);
        QCOMPARE(m_questions.size(), 1);
        QVERIFY(m_questions.front().contains(QStringLiteral("were not saved")));
        QVERIFY(main->isWindowModified());
        QCOMPARE(main->reviews().editor().review().decisions.size(), std::size_t(1));
        main->reviews().editor().discard();
    }

    void closingWaitsForASave()
    {
        auto main = window();
        main->show();
        m_target = freshFile();
        main->reviews().editor().edit(QStringLiteral("x"), [](Review& review) { review.variant = "x"; });
        trigger(*main, "saveReview");
        QVERIFY(!main->close()); // it is being written
        QTRY_VERIFY(!main->isVisible());
        QVERIFY(m_questions.isEmpty());
        QVERIFY(app::loadReview(m_target.toStdString()));
    }

    void aSaveThatFailsIsSaid()
    {
        auto main = window();
        main->show();
        main->reviews().editor().edit(QStringLiteral("x"), [](Review& review) { review.variant = "x"; });
        m_target = m_folder.filePath(QStringLiteral("nowhere/review.bartizan"));
        m_unsaved = ReviewDialogs::Unsaved::save;
        QVERIFY(!main->close());
        settle(*main);
        QVERIFY2(m_error.contains(m_target), qPrintable(m_error));
        QVERIFY(main->isVisible() && main->reviews().editor().isModified());
        main->reviews().editor().discard();
    }

    void readingAReviewCanBeStopped()
    {
        const QString file = freshFile();
        Review large;
        for (int i = 0; i < 20000; ++i)
            large.notes["shop/service-" + std::to_string(i)] = {std::string(200, 'a'), "Ada", "2026-11-21", {}};
        std::ofstream(file.toStdString()) << app::writeReview(large);
        auto main = window();
        main->show();
        QSignalSpy ended(&main->reviews(), &ReviewActions::readingEnded);
        main->reviews().openReview(file);
        QVERIFY(main->reviews().editor().reading());
        auto* stop = main->statusBar()->findChild<QPushButton*>();
        QVERIFY(stop && stop->isVisible());
        stop->click();
        QCOMPARE(ended.count(), 1);
        QVERIFY(!main->reviews().editor().reading() && stop->isHidden());
        QTest::qWait(200);
        QVERIFY(main->reviews().editor().path().isEmpty() && m_error.isEmpty());
        main->reviews().openReview(file); // and again, to its end
        settle(*main);
        QCOMPARE(main->reviews().editor().review().notes.size(), large.notes.size());
    }

    void whatIsChangedWhileAReviewIsReadIsAskedAbout()
    {
        const QString file = freshFile();
        std::ofstream(file.toStdString()) << app::writeReview(Review());
        auto main = window();
        main->show();
        main->reviews().openReview(file);
        main->reviews().editor().edit(QStringLiteral("x"), [](Review& review) { review.variant = "x"; });
        m_unsaved = ReviewDialogs::Unsaved::stay;
        settle(*main);
        QCOMPARE(m_questions, QStringList{QStringLiteral("Untitled review")});
        QCOMPARE(main->reviews().editor().review().variant, std::string("x"));
        main->reviews().editor().discard();
    }

    void aBadReviewIsSaid()
    {
        const QString file = freshFile();
        std::ofstream(file.toStdString()) << "format: bartizan-review\nversion: 1\nnotes: <b>1</b>\n";
        auto main = window();
        main->reviews().openReview(file);
        settle(*main);
        QVERIFY2(m_error.contains(file + QStringLiteral(", line 3")), qPrintable(m_error));
        QVERIFY(main->reviews().editor().path().isEmpty());
    }
};

QTEST_MAIN(ReviewTest)
#include "tst_review.moc"
