// SPDX-License-Identifier: GPL-3.0-or-later
// The review that the window edits, without a window: every change can be undone, is kept within a second, and is found
// again after a program that died; a file changed by somebody else is noticed; saving goes on beside the work.
#include "app/desktop/review_editor.h"
#include "app/review_file.h"
#include "tests/gui/review_helpers.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace bartizan;
using namespace bartizan::desktop;

namespace {

using test::acceptance;
using test::opened;

Result<bool> saved(ReviewEditor& editor, const QString& path, bool overwrite = false)
{
    Result<bool> result = false;
    QEventLoop loop;
    editor.save(path, overwrite, [&](const Result<bool>& done) {
        result = done;
        loop.quit();
    });
    loop.exec();
    return result;
}

} // namespace

class ReviewEditorTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    int m_number = 0;

    std::filesystem::path freshState() { return m_folder.filePath(QStringLiteral("state%1").arg(++m_number)).toStdString(); }
    QString freshFile() { return m_folder.filePath(QStringLiteral("r%1.bartizan").arg(++m_number)); }

private slots:
    void everyChangeCanBeUndone()
    {
        ReviewEditor editor(freshState());
        QVERIFY(opened(editor, {}));
        std::vector<Review> states{editor.review()};
        std::vector<app::ReviewEffect> effects;
        connect(&editor, &ReviewEditor::changed, this, [&](app::ReviewEffect effect) { effects.push_back(effect); });
        const auto step = [&](const char* name, const std::function<void(Review&)>& change) {
            editor.edit(QString::fromLatin1(name), change);
            QVERIFY2(!(editor.review() == states.back()), name);
            QCOMPARE(editor.history().undoText(), QString::fromLatin1(name));
            states.push_back(editor.review());
        };
        step("source", [](Review& r) { r.sources = {{"/a", {}}}; });
        step("variant", [](Review& r) { r.variant = "v"; });
        step("sensitivity", [](Review& r) { r.sensitivities["a"] = {"restricted", "", "", {}}; });
        step("sensitivity again", [](Review& r) { r.sensitivities["a"].value = "internal"; });
        step("audience", [](Review& r) { r.audiences["a"] = {"anyone", "", "", {}}; });
        step("owner", [](Review& r) { r.owners["a"] = {"x", "", "", {}}; });
        step("statement", [](Review& r) { r.statements[{"a", "mfa"}].text = "x"; });
        step("match", [](Review& r) { r.reportMatches["a"] = {"x", "", "", {}}; });
        step("decision", [](Review& r) { r.decisions["a"] = acceptance("x"); });
        step("note", [](Review& r) { r.notes["a"].text = "x"; });
        step("no note", [](Review& r) { r.notes.clear(); });
        step("position", [](Review& r) { r.positions["a"] = {1, 2, {}}; });
        step("query", [](Review& r) { r.queries["a"].query = "x"; });
        using app::ReviewEffect;
        const std::vector<ReviewEffect> expected = {ReviewEffect::input,     ReviewEffect::input,     ReviewEffect::judgement,
                                                    ReviewEffect::judgement, ReviewEffect::judgement, ReviewEffect::judgement,
                                                    ReviewEffect::judgement, ReviewEffect::judgement, ReviewEffect::statuses,
                                                    ReviewEffect::statuses,  ReviewEffect::statuses,  ReviewEffect::nothing,
                                                    ReviewEffect::nothing};
        QVERIFY(effects == expected);
        QVERIFY(editor.isModified());
        for (std::size_t i = states.size() - 1; i > 0; --i) {
            QVERIFY(editor.review() == states[i]);
            editor.history().undo();
        }
        QVERIFY(editor.review() == states.front() && !editor.isModified());
        for (std::size_t i = 1; i < states.size(); ++i) {
            editor.history().redo();
            QVERIFY(editor.review() == states[i]);
        }
        const int steps = editor.history().count();
        editor.edit(QStringLiteral("nothing"), [](Review&) {});
        QCOMPARE(editor.history().count(), steps);
        editor.discard();
    }

    void decisionsAreNamedSteps()
    {
        ReviewEditor editor(freshState());
        QVERIFY(opened(editor, {}));
        editor.decide({"a", "b", "c"}, {acceptance("x"), acceptance("x"), acceptance("x")});
        QCOMPARE(editor.history().undoText(), QStringLiteral("Accept 3 findings"));
        editor.reopen({"b"});
        QCOMPARE(editor.history().undoText(), QStringLiteral("Take a decision back"));
        QCOMPARE(editor.review().decisions.size(), std::size_t(2));
        editor.history().undo();
        QCOMPARE(editor.review().decisions.size(), std::size_t(3));
        editor.history().undo();
        QVERIFY(editor.review().decisions.empty());
        editor.discard();
    }

    void keptWithinASecondAndRecovered()
    {
        const auto state = freshState();
        const QString file = freshFile();
        auto* dead = new ReviewEditor(state); // what kill -9 leaves behind: nothing is tidied up
        {
            std::ofstream(file.toStdString()) << app::writeReview(Review());
            QVERIFY(opened(*dead, file));
            dead->decide({"a"}, {acceptance("not saved")});
            QElapsedTimer timer;
            timer.start();
            bool kept = false;
            while (!kept && timer.elapsed() < 20000) {
                QTest::qWait(20);
                for (const auto& entry : std::filesystem::directory_iterator(state))
                    kept = kept || entry.path().extension() == ".journal";
            }
            QVERIFY2(kept, "no journal within a second");
            qInfo("in the journal after %lld ms", static_cast<long long>(timer.elapsed()));
        }
        {
            ReviewEditor beside(state); // the first one lives
            const auto result = opened(beside, file);
            QVERIFY(result && !result->recoverable);
        }
        delete dead;
        {
            ReviewEditor next(state);
            const auto result = opened(next, file);
            QVERIFY(result && result->recoverable && !result->fileMovedOn);
            QVERIFY(next.review().decisions.empty());
            next.recover();
            QCOMPARE(next.review().decisions.at("a"), acceptance("not saved"));
            QVERIFY(next.isModified());
            next.history().undo();
            QVERIFY(next.review().decisions.empty());
            next.history().redo();
            QVERIFY(saved(next, file));
            QVERIFY(!next.isModified());
        }
        ReviewEditor last(state);
        const auto result = opened(last, file);
        QVERIFY(result && !result->recoverable);
        QCOMPARE(last.review().decisions.size(), std::size_t(1));
    }

    void titlesAndModified()
    {
        ReviewEditor editor(freshState());
        QSignalSpy titles(&editor, &ReviewEditor::titleChanged);
        QVERIFY(opened(editor, {}));
        QCOMPARE(editor.title(), QStringLiteral("Untitled review"));
        editor.edit(QStringLiteral("x"), [](Review& r) { r.variant = "x"; });
        QVERIFY(editor.isModified());
        const QString file = freshFile();
        QVERIFY(saved(editor, file));
        QCOMPARE(editor.title(), QFileInfo(file).fileName());
        QVERIFY(!editor.isModified());
        QVERIFY(titles.count() >= 3);
        editor.history().undo();
        QVERIFY(editor.isModified());
        QVERIFY(!opened(editor, m_folder.filePath(QStringLiteral("none.bartizan"))));
        QCOMPARE(editor.path(), file); // what was open stays
        editor.discard();
    }

    void aFileChangedByOthersIsNoticed()
    {
        ReviewEditor editor(freshState());
        const QString file = freshFile();
        QVERIFY(opened(editor, {}) && saved(editor, file));
        QSignalSpy changed(&editor, &ReviewEditor::changedOnDisk);
        QVERIFY(saved(editor, file)); // our own save is no news
        QTest::qWait(400);
        QCOMPARE(changed.count(), 0);
        std::ofstream(file.toStdString(), std::ios::app) << "variant: theirs\n";
        QVERIFY(changed.wait(5000));
        editor.edit(QStringLiteral("x"), [](Review& r) { r.variant = "mine"; });
        const auto refused = saved(editor, file);
        QVERIFY(!refused && refused.error().id == "review-changed");
        QVERIFY(editor.isModified());
        QVERIFY(saved(editor, file, true));
        QVERIFY(!editor.isModified());
    }

    void anEditIsFastInALargeReview()
    {
        ReviewEditor editor(freshState());
        QVERIFY(opened(editor, {}));
        editor.edit(QStringLiteral("many"), [](Review& r) {
            for (int i = 0; i < 10000; ++i)
                r.decisions["network-no-policy-" + std::to_string(i)] = acceptance("a reason of usual length, as people write");
        });
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i)
            editor.decide({"network-no-policy-" + std::to_string(i)}, {acceptance("another")});
        qInfo("%.1f ms for a decision among 10,000", static_cast<double>(timer.elapsed()) / 20);
        editor.discard();
    }

    void aSaveIsOfTheReviewAsItWas()
    {
        ReviewEditor editor(freshState());
        QVERIFY(opened(editor, {}));
        const QString file = freshFile();
        editor.edit(QStringLiteral("one"), [](Review& r) { r.variant = "one"; });
        bool done = false;
        editor.save(file, false, [&](const Result<bool>& result) { done = result.has_value(); });
        editor.edit(QStringLiteral("two"), [](Review& r) { r.variant = "two"; }); // while it is being saved
        QTRY_VERIFY(done);
        QCOMPARE(app::loadReview(file.toStdString())->variant, std::string("one"));
        QVERIFY(editor.isModified());
        editor.history().undo();
        QVERIFY(!editor.isModified()); // the saved state again
        editor.history().undo();
        editor.edit(QStringLiteral("three"), [](Review& r) { r.variant = "three"; });
        QVERIFY(editor.isModified()); // at the place of the saved state, and another one
        editor.history().undo();
        QVERIFY(editor.isModified());
        editor.discard();
    }

    void whatIsChangedDuringASaveIsKept()
    {
        const auto state = freshState();
        const QString file = freshFile();
        {
            ReviewEditor dead(state);
            QVERIFY(opened(dead, {}));
            dead.edit(QStringLiteral("one"), [](Review& r) { r.variant = "one"; });
            bool done = false;
            dead.save(file, false, [&](const Result<bool>&) { done = true; });
            dead.edit(QStringLiteral("two"), [](Review& r) { r.variant = "two"; });
            QTRY_VERIFY(done);
        } // not saved again
        ReviewEditor next(state);
        const auto result = opened(next, file);
        QVERIFY(result && result->recoverable && !result->fileMovedOn);
        QCOMPARE(next.review().variant, std::string("one"));
        next.recover();
        QCOMPARE(next.review().variant, std::string("two"));
        next.discard();
    }
};

QTEST_MAIN(ReviewEditorTest)
#include "tst_review_editor.moc"
