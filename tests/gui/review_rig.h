// SPDX-License-Identifier: GPL-3.0-or-later
// What tests of a review's parts have in common: a window whose review dialog a function answers, and how a review is
// changed, judged and looked at. Test classes derive from it beside QObject.
#pragma once

#include "app/desktop/dialogs/review_dialog.h"
#include "app/desktop/review_parts.h"
#include "app/desktop/views/inspector.h"
#include "app/desktop/views/review_view.h"
#include "diagram/fonts.h"
#include "tests/gui/quiet_window.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>

// Within an answer to a dialog, which says by false that something was not as expected.
#define QCOMPARE_RETURN(actual, expected)                                                                                        \
    do {                                                                                                                         \
        if (!QTest::qVerify((actual) == (expected), #actual " == " #expected, "", __FILE__, __LINE__))                           \
            return false;                                                                                                        \
    } while (false)

namespace bartizan::test {

using namespace bartizan::desktop;

class ReviewRig {
protected:
    QTemporaryDir m_folder;
    QString m_target;
    std::function<bool(ReviewDialog&)> m_answer; // true = taken
    int m_asked = 0;

    std::unique_ptr<MainWindow> window()
    {
        Dialogs dialogs = quietDialogs();
        dialogs.showError = [](QWidget*, const QString& message) { QFAIL(qPrintable(message)); };
        dialogs.review.chooseTarget = [this](QWidget*, const QString&) { return m_target; };
        dialogs.review.askUnsaved = [](QWidget*, const QString&) { return ReviewDialogs::Unsaved::discard; };
        dialogs.review.confirm = [](QWidget*, const QString&, const QString&) { return true; };
        dialogs.review.showError = [](QWidget*, const QString& message) { QFAIL(qPrintable(message)); };
        dialogs.review.ask = [this](QWidget*, ReviewDialog& dialog) {
            ++m_asked;
            return m_answer && m_answer(dialog);
        };
        auto result = quietWindow(dialogs);
        result->reviews().editor().setToday(QDate(2026, 11, 21));
        return result;
    }
    static QString sample() { return sampleFolder(); }
    static void open(MainWindow& main, const QString& source, const QString& more = {})
    {
        main.show(); // tables are filled when they are seen
        QSignalSpy finished(&main.session(), &Session::finished);
        main.openSources(more.isEmpty() ? QStringList{source} : QStringList{source, more});
        QVERIFY(finished.wait(60000));
        main.viewState().backlog().finish();
    }
    // Runs what changes the review and waits until everything is judged under it.
    static void judged(MainWindow& main, const std::function<void()>& change)
    {
        change();
        QTRY_VERIFY_WITH_TIMEOUT(main.session().snapshot()->review == main.reviews().editor().shared(), 60000);
        main.viewState().backlog().finish();
    }
    static const Posture& posture(MainWindow& main) { return main.session().snapshot()->posture(); }
    static const Architecture& architecture(MainWindow& main) { return main.session().snapshot()->model().architecture; }
    static void trigger(MainWindow& main, const char* name)
    {
        auto* action = main.findChild<QAction*>(QString::fromLatin1(name));
        QVERIFY2(action, name);
        action->trigger();
    }
    // A service with a layer that nobody can tell.
    static std::pair<WorkloadId, Layer> unknownLayer(MainWindow& main)
    {
        for (std::size_t w = 0; w < posture(main).workloads.size(); ++w)
            for (std::size_t layer = 0; layer < layerCount; ++layer)
                if (posture(main).workloads[w].layers[layer].verdict == Verdict::unknown)
                    return {WorkloadId(w), static_cast<Layer>(layer)};
        return {};
    }
    static std::string idOf(MainWindow& main, WorkloadId workload) { return architecture(main).workload(workload).id; }
    static const LayerVerdict& verdict(MainWindow& main, WorkloadId workload, Layer layer)
    {
        return posture(main).workloads[workload.pos()].layers[pos(layer)];
    }
    static QString inspected(MainWindow& main)
    {
        FactTree* tree = main.viewAs<Inspector>("inspector")->tree();
        tree->setCurrentItem(nullptr);
        tree->expandAll();
        return tree->asText();
    }
    static ReviewView& list(MainWindow& main)
    {
        main.showView(QStringLiteral("review"));
        return *main.viewAs<ReviewView>("review");
    }
    static QString cell(const ReviewView& view, int row, int column)
    {
        return view.proxy()->index(row, column).data().toString();
    }
    QString saved(MainWindow& main)
    {
        m_target = m_folder.filePath(QStringLiteral("r%1.bartizan").arg(QDateTime::currentMSecsSinceEpoch()));
        bool done = false, written = false;
        main.reviews().saveAs([&](bool result) { done = true, written = result; });
        return QTest::qWaitFor([&] { return done; }, 60000) && written ? m_target : QString();
    }
    static void fillStatement(ReviewDialog& dialog)
    {
        dialog.setText("text", QStringLiteral("the provider asks for a second factor"));
        dialog.setText("proof", QStringLiteral("TICKET-7"));
        dialog.setText("by", QStringLiteral("Ada"));
        dialog.setText("expires", QStringLiteral("2027-03-31"));
    }

    void prepare()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QSettings().setValue(QStringLiteral("review/by"), QStringLiteral("Ada"));
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder.path()));
        diagram::useBundledFonts();
    }
    void forget()
    {
        m_answer = {};
        m_asked = 0;
    }
};

} // namespace bartizan::test
