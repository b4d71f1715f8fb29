// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says about itself: What is this answers for every verdict, severity, layer and lens, in plain text;
// errors are sentences with file and line; About names every library; a desktop of high contrast is followed.
#include "app/desktop/dialogs/about.h"
#include "app/desktop/error_text.h"
#include "app/desktop/main_window.h"
#include "app/desktop/palette.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/matrix_view.h"
#include "app/desktop/views/view_bar.h"
#include "app/desktop/what_is.h"
#include "app/desktop/widgets/matrix_header.h"
#include "diagram/fonts.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QWhatsThis>
#include <QtTest>

using namespace bartizan;
using namespace bartizan::desktop;

class HelpTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_settings;
    std::unique_ptr<MainWindow> m_window;

    // Whether the widget would answer at that point of its own.
    static bool answers(QWidget* widget, QPoint at)
    {
        QHelpEvent query(QEvent::QueryWhatsThis, at, widget->mapToGlobal(at));
        query.ignore();
        QApplication::sendEvent(widget, &query);
        return query.isAccepted();
    }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        diagram::useBundledFonts();
        m_window = std::make_unique<MainWindow>();
        m_window->session().setAsOf(QStringLiteral("2026-11-21T00:00:00Z"));
        m_window->show();
        QSignalSpy finished(&m_window->session(), &Session::finished);
        m_window->session().open({QStringLiteral(BARTIZAN_SOURCE_DIR) + QStringLiteral("/resources/sample")});
        QVERIFY(finished.wait(60000));
    }
    void cleanupTestCase() { m_window.reset(); }

    void everyVerdictSeverityAndLayerAnswers()
    {
        const Catalogue& catalogue = m_window->session().snapshot()->loaded->catalogue;
        QStringList seen;
        for (int mark = 0; mark < diagram::markCount; ++mark)
            seen << verdictHelp(static_cast<diagram::Mark>(mark));
        for (int severity = 0; severity < 5; ++severity)
            seen << severityHelp(static_cast<diagram::Severity>(severity));
        for (std::size_t layer = 0; layer < layerCount; ++layer) {
            const LayerText* text = catalogue.layer(layerId(static_cast<Layer>(layer)));
            QVERIFY(text && !text->howDecided.empty());
            QVERIFY(layerHelp(*text).contains(QString::fromStdString(text->howDecided)));
            seen << layerHelp(*text);
        }
        QCOMPARE(seen.size(), 5 + 5 + 16);
        QCOMPARE(seen.removeDuplicates(), 0);
        for (const QString& text : seen)
            QVERIFY2(text.size() > 20 && !text.contains(QLatin1Char('<')), qPrintable(text));
        for (const QAction* lens : m_window->viewBar()->lensActions())
            QVERIFY2(lens->whatsThis().size() > lens->text().size() + 2, qPrintable(lens->text()));
    }

    void tablesAnswerWhereTheyAreAsked()
    {
        const Catalogue& catalogue = m_window->session().snapshot()->loaded->catalogue;
        m_window->showView(QStringLiteral("matrix"));
        QTableView* table = m_window->viewAs<MatrixView>("matrix")->table();
        int cells = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            for (int column = 0; column < MatrixModel::Counts; ++column)
                if (const QModelIndex index = table->model()->index(row, column); index.data(StoneRole).isValid()) {
                    ++cells;
                    const QString text = cellHelp(index, catalogue);
                    QVERIFY(text.contains(verdictHelp(static_cast<diagram::Mark>(index.data(StoneRole).toInt()))));
                    QVERIFY(text.contains(QLatin1Char('\n')));
                }
        QCOMPARE(cells, 16 * 16);
        for (int column = 0; column < MatrixModel::Counts; ++column)
            QVERIFY(headHelp(*table->model(), column, Qt::Horizontal, catalogue).size() > 60);
        const QModelIndex first = table->model()->index(1, 0);
        QVERIFY(answers(table->viewport(), table->visualRect(first).center()));
        QVERIFY(answers(table->horizontalHeader()->viewport(), {10, 10}));
        m_window->showView(QStringLiteral("graph"));
        QVERIFY(answers(m_window->viewAs<GraphView>("graph"), {5, 5}));
    }

    // With the keyboard on a cell it is explained at once; nowhere, the pointer asks.
    void byKeyboard()
    {
        m_window->showView(QStringLiteral("matrix"));
        QTableView* table = m_window->viewAs<MatrixView>("matrix")->table();
        table->setCurrentIndex(table->model()->index(1, 2));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F1, Qt::ShiftModifier);
        bool shown = false;
        for (const QWidget* widget : QApplication::topLevelWidgets())
            shown = shown || (widget->isVisible() && widget->inherits("QWhatsThat"));
        QVERIFY(shown);
        QVERIFY(!QWhatsThis::inWhatsThisMode());
        QWhatsThis::hideText();
    }

    void errorsAreSentences_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("text");
        QTest::newRow("place") << "expected a list, found a text (/a/b.bartizan:12)"
                               << "Expected a list, found a text.\nFile: /a/b.bartizan, line 12";
        QTest::newRow("file") << "expected one review, found more; give one .bartizan file (x.bartizan)"
                              << "Expected one review, found more; give one .bartizan file.\nFile: x.bartizan";
        QTest::newRow("no place") << "could not write to it (twice)"
                                  << "Could not write to it (twice).";
        QTest::newRow("a program") << "bartizan-cli was not found"
                                   << "bartizan-cli was not found.";
        QTest::newRow("whole") << "The import was stopped."
                               << "The import was stopped.";
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void errorsAreSentences()
    {
        QFETCH(QString, error);
        QFETCH(QString, text);
        QCOMPARE(errorText(error.toStdString()), text);
    }

    void aboutNamesEveryLibrary()
    {
        const QString text = AboutDialog::text();
        for (const char* name : {"Qt ", "Graphviz", "libyaml", "yaml-cpp", "RapidJSON", "libarchive", "libqpdf", "RE2", "OpenSSL",
                                 "CLI11", "Inter", "GPL-3.0-or-later"})
            QVERIFY2(text.contains(QLatin1String(name)), name);
        for (const UsedLibrary& library : usedLibraries())
            QVERIFY2(!library.licence.isEmpty() && !library.use.isEmpty(), qPrintable(library.name));
        QVERIFY(!usedLibraries().front().version.isEmpty());
    }

    void aDesktopOfHighContrastIsFollowed()
    {
        QPalette desktop(Qt::black, Qt::white, Qt::gray, Qt::darkGray, Qt::gray, Qt::black, Qt::white, Qt::white, Qt::white);
        const auto all = [&](QColor ground, QColor ink) {
            for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button})
                desktop.setColor(role, ground);
            for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
                desktop.setColor(role, ink);
            desktop.setColor(QPalette::Highlight, QColor(0xFFFF00));
            desktop.setColor(QPalette::HighlightedText, Qt::black);
        };
        all(Qt::black, Qt::white);
        QVERIFY(themeFor(desktop).strong && themeFor(desktop).dark);
        QCOMPARE(themeFor(desktop).accent, QColor(0xFFFF00)); // the desktop's own
        all(Qt::white, Qt::black);
        QVERIFY(themeFor(desktop).strong && !themeFor(desktop).dark);
        QVERIFY(themeFor(desktop).accent != QColor(0xFFFF00)); // yellow on white is no text
        all(QColor(0xEFEFEF), Qt::black);                      // Qt's own
        QVERIFY(!themeFor(desktop).strong);
        QVERIFY(&themeNamed(QStringLiteral("contrast-dark")) == &diagram::highContrastTheme(true));
    }
};

QTEST_MAIN(HelpTest)
#include "tst_help.moc"
