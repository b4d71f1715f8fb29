// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows while it reads for the first time, and what stays when that is stopped: services and calls,
// every verdict unknown, nothing said about any of them.
#include "app/desktop/early_drawing.h"
#include "app/desktop/language.h"
#include "app/desktop/main_window.h"
#include "app/desktop/palette.h"
#include "app/desktop/views/findings_view.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/registry.h"
#include "app/desktop/views/view_bar.h"
#include "app/desktop/widgets/import_screen.h"
#include "diagram/fonts.h"
#include "diagram/from_posture.h"
#include "tests/support/held_import.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace bartizan;
using namespace bartizan::desktop;

class ImportingTest : public QObject {
    Q_OBJECT
private:
    const QString m_sample = QStringLiteral(BARTIZAN_SOURCE_DIR) + QStringLiteral("/resources/sample");
    QTemporaryDir m_settings;
    QString m_error;

    std::unique_ptr<MainWindow> window()
    {
        m_error.clear();
        Dialogs dialogs;
        dialogs.showError = [this](QWidget*, const QString& message) { m_error = message; };
        auto result = std::make_unique<MainWindow>(dialogs);
        result->session().setAsOf(QStringLiteral("2026-11-21T00:00:00Z"));
        result->session().setEarlyAfter(0);
        result->resize(1280, 800);
        result->show();
        return result;
    }
    static GraphView* graph(const MainWindow& window) { return window.viewAs<GraphView>("graph"); }
    static ImportScreen* screen(const MainWindow& window) { return window.findChild<ImportScreen*>(); }

    // Opens the sample and holds it with its early drawing on show.
    void openEarly(MainWindow& window)
    {
        QSignalSpy drawn(&window.session(), &Session::drawnEarly);
        window.session().open({m_sample});
        QVERIFY(drawn.wait(60000));
        QVERIFY(window.session().early());
    }
    static bool hasInk(const QImage& picture)
    {
        const QColor ground = shownTheme().canvas;
        for (int y = 0; y < picture.height(); y += 2)
            for (int x = 0; x < picture.width(); x += 2)
                if (picture.pixelColor(x, y) != ground)
                    return true;
        return false;
    }
    static QLabel* labelWith(const ImportScreen& screen, const QString& text)
    {
        for (auto* label : screen.findChildren<QLabel*>())
            if (!label->isHidden() && label->text().contains(text))
                return label;
        return nullptr;
    }

    static void verifyNothingDecided(const diagram::Drawing& drawing)
    {
        int services = 0;
        for (const diagram::Node& node : drawing.nodes) {
            services += node.hasWall() ? 1 : 0;
            for (const diagram::Stone& stone : node.stones)
                QCOMPARE(stone.mark, diagram::Mark::unknown);
            QCOMPARE(node.firstCheck, diagram::FirstCheck::none);
            QCOMPARE(node.image, diagram::ImageReport::none);
            QCOMPARE(node.saysIs, diagram::SaysIs::agree);
            QCOMPARE(node.lit, diagram::Lit::none);
            QCOMPARE(node.steps, -1);
        }
        QVERIFY(services > 10);
        for (const diagram::Edge& edge : drawing.edges) {
            QCOMPARE(edge.channel, diagram::Channel::unknown);
            QVERIFY(!edge.personChecked && !edge.checkEnforced && !edge.blocked);
            QCOMPARE(edge.lit, diagram::Lit::none);
        }
        for (const diagram::Group& group : drawing.groups) {
            QCOMPARE(group.wallMark, diagram::Mark::unknown);
            QCOMPARE(group.noCheck, 0);
            for (const diagram::Mark mark : {diagram::Mark::present, diagram::Mark::partial, diagram::Mark::missing})
                QCOMPARE(group.counts[mark], 0);
        }
    }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        diagram::useBundledFonts();
        installLanguage(QStringLiteral("en")); // plurals
    }

    void drawsBeforeAnythingIsDecided()
    {
        auto main = window();
        test::HeldImport held(main->session());
        openEarly(*main);
        QVERIFY(!main->session().snapshot());
        QVERIFY(main->session().isLoading());
        verifyNothingDecided(*main->session().early()->drawing);
        QVERIFY(screen(*main)->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(hasInk(screen(*main)->picture()), 60000);
        QCOMPARE(screen(*main)->picture().size(), screen(*main)->size() * main->devicePixelRatioF());
        main->resize(1000, 700);
        QTRY_COMPARE_WITH_TIMEOUT(screen(*main)->picture().size(), screen(*main)->size() * main->devicePixelRatioF(), 60000);
        QCOMPARE(main->viewAs<FindingsView>("findings")->table()->model()->rowCount(), 0);
        QSignalSpy finished(&main->session(), &Session::finished);
        held.release();
        QVERIFY(finished.wait(60000));
        QVERIFY(!main->session().early());
        QTRY_VERIFY(!screen(*main)->isVisible());
        QCOMPARE(graph(*main)->drawing()->nodes.size(), main->session().snapshot()->drawing->nodes.size());
        QVERIFY(std::any_of(graph(*main)->drawing()->nodes.begin(), graph(*main)->drawing()->nodes.end(),
                            [](const diagram::Node& node) { return node.stones[0].mark != diagram::Mark::unknown; }));
    }

    void stoppingKeepsWhatWasRead()
    {
        auto main = window();
        test::HeldImport held(main->session());
        openEarly(*main);
        QSignalSpy cancelled(&main->session(), &Session::cancelled);
        auto* stop = screen(*main)->findChild<QPushButton*>(QStringLiteral("importStop"));
        QVERIFY(stop->isVisible());
        QTest::mouseClick(stop, Qt::LeftButton);
        QCOMPARE(cancelled.size(), 1);
        QTRY_VERIFY(!screen(*main)->isVisible());
        QVERIFY(graph(*main)->isVisible());
        QVERIFY(!main->session().snapshot());
        verifyNothingDecided(*graph(*main)->drawing());
        held.release();

        // It can be looked at like any other, and says nothing.
        for (int i = 0; i < static_cast<int>(graph(*main)->drawing()->nodes.size()); ++i) {
            graph(*main)->focusNode(i);
            QTest::keyClick(graph(*main), Qt::Key_Return);
        }
        for (const ViewRow& row : viewRows())
            main->showView(QString::fromLatin1(row.id));
        main->showView(QStringLiteral("graph"));
        for (const Qt::Key key : {Qt::Key_P, Qt::Key_B, Qt::Key_O, Qt::Key_H, Qt::Key_H, Qt::Key_F5, Qt::Key_Escape})
            QTest::keyClick(graph(*main), key);
        QCOMPARE(main->viewAs<FindingsView>("findings")->table()->model()->rowCount(), 0);
        QVERIFY2(m_error.isEmpty(), qPrintable(m_error));

        QAbstractButton* again = nullptr;
        for (auto* button : graph(*main)->findChildren<QAbstractButton*>())
            if (button->isVisible() && button->accessibleName().endsWith(QLatin1String("Read again")))
                again = button;
        QVERIFY(again);
        QSignalSpy finished(&main->session(), &Session::finished);
        QTest::mouseClick(again, Qt::LeftButton);
        QVERIFY(finished.wait(60000));
        QVERIFY(!main->session().early());
        QVERIFY(!main->session().snapshot()->posture().findings.empty());
    }

    void saysHowFarEachSourceIs()
    {
        QTemporaryDir folder;
        const auto write = [&](const QString& name, const QByteArray& bytes) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("many")));
        const QByteArray object = "apiVersion: v1\nkind: Service\nmetadata: {name: a%1, namespace: shop}\n";
        for (int i = 0; i < 3; ++i)
            write(QStringLiteral("many/%1.yaml").arg(i), QByteArray(object).replace("%1", QByteArray::number(i)));
        write(QStringLiteral("broken.yaml"),
              "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: in}\nspec:\n  rules: none\n");
        auto main = window();
        test::HeldImport held(main->session());
        QSignalSpy drawn(&main->session(), &Session::drawnEarly);
        const QStringList sources{folder.filePath(QStringLiteral("many/")), folder.filePath(QStringLiteral("broken.yaml"))};
        main->session().open(sources);
        QTRY_VERIFY_WITH_TIMEOUT(screen(*main) && screen(*main)->isVisible(), 60000);
        QVERIFY(labelWith(*screen(*main), QStringLiteral("Reading 2 sources")));
        QTRY_VERIFY_WITH_TIMEOUT(labelWith(*screen(*main), QStringLiteral("3 files")), 60000);
        QVERIFY(labelWith(*screen(*main), QStringLiteral("1 file")));
        QVERIFY(labelWith(*screen(*main), QStringLiteral("3 objects")));
        QVERIFY(labelWith(*screen(*main), QStringLiteral("many")));
        QVERIFY(labelWith(*screen(*main), QStringLiteral("2 done")));
        QVERIFY(labelWith(*screen(*main), QStringLiteral("1 problem so far; the rest goes on.")));
        QVERIFY(labelWith(*screen(*main), QStringLiteral("broken.yaml:5")));
        held.release();
        QTRY_VERIFY_WITH_TIMEOUT(!main->session().isLoading(), 60000);
        QTRY_VERIFY(!screen(*main)->isVisible());
    }

    // Beside a folder that holds none; what is given twice is one source.
    void sourcesWithoutFilesAreSaid()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("empty")));
        auto main = window();
        test::HeldImport held(main->session());
        const QString empty = folder.filePath(QStringLiteral("empty"));
        main->session().open({empty, empty + QLatin1Char('/'), m_sample});
        QTRY_VERIFY_WITH_TIMEOUT(screen(*main) && screen(*main)->isVisible(), 60000);
        QVERIFY(labelWith(*screen(*main), QStringLiteral("Reading 2 sources")));
        QTRY_VERIFY_WITH_TIMEOUT(labelWith(*screen(*main), QStringLiteral("no file")), 60000);
        QVERIFY(labelWith(*screen(*main), QStringLiteral("2 done")));
        held.release();
        QTRY_VERIFY_WITH_TIMEOUT(!main->session().isLoading(), 60000);
    }

    // What a stopped import still tells is not taken for the next one's.
    void theNextImportBeginsAtItsBeginning()
    {
        auto main = window();
        test::HeldImport held(main->session());
        openEarly(*main);
        main->session().open({m_sample});
        QVERIFY(!main->session().early());
        QVERIFY(screen(*main)->picture().isNull());
        QVERIFY(!graph(*main)->isVisible()); // nobody asked for what was stopped
        held.release();
        QSignalSpy finished(&main->session(), &Session::finished);
        QVERIFY(finished.wait(60000));
        QTRY_VERIFY(!screen(*main)->isVisible());
    }

    void escapeInTheSearchLeavesItFirst()
    {
        auto main = window();
        test::HeldImport held(main->session());
        openEarly(*main);
        main->activateWindow();
        QLineEdit* search = main->viewBar()->search();
        search->setFocus();
        search->setText(QStringLiteral("pay"));
        QSignalSpy cancelled(&main->session(), &Session::cancelled);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 0);
        QVERIFY(search->text().isEmpty());
        held.release();
        QTRY_VERIFY_WITH_TIMEOUT(!main->session().isLoading(), 60000);
    }

    void escapeStops()
    {
        auto main = window();
        test::HeldImport held(main->session());
        openEarly(*main);
        QSignalSpy cancelled(&main->session(), &Session::cancelled);
        QTest::keyClick(main.get(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        held.release();
        QTRY_VERIFY(!screen(*main)->isVisible());
        QTest::keyClick(main.get(), Qt::Key_Escape); // nothing runs
        QCOMPARE(cancelled.size(), 1);
    }

    void anEarlierStateStays()
    {
        auto main = window();
        QSignalSpy finished(&main->session(), &Session::finished);
        main->session().open({m_sample});
        QVERIFY(finished.wait(60000));
        const SnapshotPtr before = main->session().snapshot();
        QSignalSpy drawn(&main->session(), &Session::drawnEarly);
        test::HeldImport held(main->session());
        bool deciding = false;
        connect(&main->session(), &Session::progressed, this, [&](Step step) { deciding = deciding || step == Step::resolving; });
        main->session().reload();
        QTRY_VERIFY_WITH_TIMEOUT(deciding, 60000);
        QVERIFY(!screen(*main)->isVisible());
        main->session().cancel();
        held.release();
        QCOMPARE(drawn.size(), 0);
        QCOMPARE(main->session().snapshot(), before);
        QVERIFY(!main->session().early());
    }

    void goesWithTheNextAttempt()
    {
        auto main = window();
        {
            test::HeldImport held(main->session());
            openEarly(*main);
            main->session().cancel();
        }
        QVERIFY(main->session().early());
        QSignalSpy failed(&main->session(), &Session::failed);
        main->session().open({m_sample + QStringLiteral("/nowhere")});
        QVERIFY(!main->session().early());
        QVERIFY(failed.wait(60000));
        QVERIFY(!graph(*main)->drawing());
        QVERIFY(!m_error.isEmpty());
        QTRY_VERIFY(!screen(*main)->isVisible());
    }

    // The places are those that the finished drawing would have got by itself: with a path that is lit, and without one.
    void finishedDrawingIsTheSame_data()
    {
        QTest::addColumn<bool>("lit");
        QTest::newRow("lit") << true;
        QTest::newRow("nothing lit") << false;
    }
    void finishedDrawingIsTheSame()
    {
        QFETCH(bool, lit);
        app::LoadOptions options;
        options.sources = {m_sample.toStdString()};
        options.asOf = "2026-11-21T00:00:00Z";
        EarlyDrawing early(1.6, {}, {});
        options.resolved = [&](const std::shared_ptr<const app::Loaded>& resolved) { early.start(*resolved); };
        const auto loaded = app::load(options, {});
        QVERIFY(loaded);
        Posture posture = (*loaded)->posture;
        if (!lit)
            posture.paths.clear();
        diagram::Drawing alone = diagram::fromPosture((*loaded)->model, posture, &(*loaded)->catalogue);
        QCOMPARE(std::any_of(alone.edges.begin(), alone.edges.end(),
                             [](const diagram::Edge& edge) { return edge.lit != diagram::Lit::none; }),
                 lit);
        diagram::Drawing helped = alone;
        diagram::LayoutOptions layout;
        QVERIFY(!diagram::layOut(alone, layout).cancelled);
        QVERIFY(!early.place(helped, layout).cancelled);
        QCOMPARE(helped.bounds, alone.bounds);
        for (std::size_t i = 0; i < alone.nodes.size(); ++i) {
            QCOMPARE(helped.nodes[i].centre, alone.nodes[i].centre);
            QCOMPARE(helped.nodes[i].nameRoom, alone.nodes[i].nameRoom);
            QCOMPARE(helped.nodes[i].shown, alone.nodes[i].shown);
        }
        for (std::size_t i = 0; i < alone.edges.size(); ++i)
            QCOMPARE(helped.edges[i].points, alone.edges[i].points);
        for (std::size_t i = 0; i < alone.groups.size(); ++i) {
            QCOMPARE(helped.groups[i].rect, alone.groups[i].rect);
            QCOMPARE(helped.groups[i].nodes, alone.groups[i].nodes);
        }
        QCOMPARE(helped.bundles.size(), alone.bundles.size());
        for (std::size_t i = 0; i < alone.bundles.size(); ++i)
            QCOMPARE(helped.bundles[i].points, alone.bundles[i].points);
    }
};

QTEST_MAIN(ImportingTest)
#include "tst_importing.moc"
