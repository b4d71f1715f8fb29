// SPDX-License-Identifier: GPL-3.0-or-later
// Every view of the registry on the sample, on a system of one workload and on none; the first screen, the matrix, the
// inspector and the command palette by keyboard.
#include "app/desktop/dialogs/command_palette.h"
#include "app/desktop/dialogs/confirm_dialog.h"
#include "app/desktop/dialogs/diagnostics.h"
#include "app/desktop/last_seen.h"
#include "app/desktop/main_window.h"
#include "app/desktop/presenter/presenter.h"
#include "app/desktop/recent.h"
#include "app/desktop/review_actions.h"
#include "app/desktop/views/findings_view.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/inspector.h"
#include "app/desktop/views/matrix_view.h"
#include "app/desktop/views/navigator_view.h"
#include "app/desktop/views/registry.h"
#include "app/desktop/views/source_view.h"
#include "app/desktop/views/start_view.h"
#include "diagram/fonts.h"
#include "tests/gui/quiet_window.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace bartizan;
using namespace bartizan::desktop;

class ViewsTest : public QObject {
    Q_OBJECT
private:
    const QString m_sample = test::sampleFolder();
    QTemporaryDir m_settings;

    static std::unique_ptr<MainWindow> window()
    {
        auto result = test::quietWindow();
        result->show();
        return result;
    }
    static void open(MainWindow& window, const QString& source) { QVERIFY(test::openSources(window, {source})); }
    // A folder with one file.
    static QString folderWith(const QTemporaryDir& folder, const char* text)
    {
        QFile file(folder.filePath(QStringLiteral("system.yaml")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            qFatal("cannot write the test's own file");
        return folder.path();
    }
    static void showAll(MainWindow& window)
    {
        for (const ViewRow& row : viewRows()) {
            window.showView(QString::fromLatin1(row.id));
            QWidget* view = window.view(QString::fromLatin1(row.id));
            QVERIFY2(view && view->isVisible(), row.id);
            QVERIFY2(!view->grab().isNull(), row.id);
        }
    }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        diagram::useBundledFonts();
    }

    void everyViewWithoutSources()
    {
        auto main = window();
        showAll(*main);
    }

    void everyViewOnTheSample()
    {
        auto main = window();
        open(*main, m_sample);
        showAll(*main);
    }

    void everyViewOnOneWorkloadAndOnNone()
    {
        QTemporaryDir one, none;
        auto main = window();
        open(*main, folderWith(one, "apiVersion: v1\nkind: Pod\nmetadata: {name: alone, namespace: shop}\n"
                                    "spec: {containers: [{name: a, image: 'redis:7'}]}\n"));
        QCOMPARE(main->session().snapshot()->model().architecture.workloads.size(), std::size_t{1});
        showAll(*main);
        open(*main, folderWith(none, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: only, namespace: shop}\ndata: {a: b}\n"));
        QCOMPARE(main->session().snapshot()->model().architecture.workloads.size(), std::size_t{0});
        showAll(*main);
    }

    void modelsAreWellFormed()
    {
        auto main = window();
        open(*main, m_sample);
        const SnapshotPtr snapshot = main->session().snapshot();
        WaysInModel ways;
        CausesModel causes;
        CannotTellModel cannotTell;
        MatrixModel matrix;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (QAbstractItemModel* model : std::initializer_list<QAbstractItemModel*>{&ways, &causes, &cannotTell, &matrix})
            testers.push_back(
                std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::QtTest));
        ways.setSnapshot(snapshot, 8);
        causes.setSnapshot(snapshot, 7);
        cannotTell.setSnapshot(snapshot, 6);
        matrix.setSnapshot(snapshot);
        QCOMPARE(ways.rowCount(), static_cast<int>(snapshot->model().architecture.entries.size()));
        QCOMPARE(causes.rowCount(), 7);
        QVERIFY(cannotTell.rowCount() > 0);
        QCOMPARE(matrix.services(), static_cast<int>(snapshot->posture().workloads.size()));
        // Weakest first: an entry with a check never stands before one without.
        const auto checked = [&](int row) { return ways.rows()[static_cast<std::size_t>(row)].answer == AuthAnswer::checkedAt; };
        for (int row = 1; row < ways.rowCount(); ++row)
            QVERIFY(!checked(row - 1) || checked(row));
        // The weakest are left where not all are wanted.
        const QString weakest = ways.rows().front().name;
        ways.setSnapshot(snapshot, 1);
        QCOMPARE(ways.rowCount(), 1);
        QCOMPARE(ways.rows().front().name, weakest);
    }

    // Hundreds of ways in leave room for the causes, and a link to all of them.
    void theFirstScreenNamesTheWeakestWaysIn()
    {
        QTemporaryDir folder;
        QByteArray text;
        for (int i = 0; i < 12; ++i)
            text += "apiVersion: v1\nkind: Service\nmetadata: {name: s" + QByteArray::number(i) +
                    ", namespace: shop}\nspec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}\n---\n";
        text += "apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop, labels: {app: web}}\n"
                "spec: {containers: [{name: web, image: 'example.org/web:1'}]}\n";
        auto main = window();
        open(*main, folderWith(folder, text.constData()));
        QCOMPARE(main->session().snapshot()->model().architecture.entries.size(), std::size_t{12});
        auto* start = main->viewAs<StartView>("start");
        QPushButton* all = nullptr;
        for (auto* link : start->findChildren<QPushButton*>())
            if (link->text() == QLatin1String("See all ways in"))
                all = link;
        QVERIFY(all && all->isVisible());
        all->click();
        QVERIFY(main->view(QStringLiteral("ways"))->isVisible());
        open(*main, m_sample);
        QVERIFY(all->isHidden());
    }

    void theFirstScreenSaysTheSentenceAndLeadsOn()
    {
        auto main = window();
        open(*main, m_sample);
        auto* start = main->viewAs<StartView>("start");
        QVERIFY(start->isVisible()); // the first thing that is shown
        QCOMPARE(start->sentence().toStdString(), main->session().snapshot()->posture().sentence);
        start->causes()->setFocus();
        start->causes()->setCurrentIndex(start->causes()->model()->index(1, 0));
        QTest::keyClick(start->causes(), Qt::Key_Return);
        auto* findings = main->viewAs<FindingsView>("findings");
        QTRY_VERIFY(findings->table()->hasFocus());
        QCOMPARE(findings->currentRow(), main->viewState().finding());
        QVERIFY(main->viewState().finding() > 0);
    }

    void theMatrixFollowsTheKeyboard()
    {
        auto main = window();
        open(*main, m_sample);
        QTest::keyClick(main.get(), Qt::Key_3, Qt::ControlModifier);
        auto* matrix = main->viewAs<MatrixView>("matrix");
        QTRY_VERIFY(matrix->table()->hasFocus());
        matrix->table()->setCurrentIndex(matrix->table()->model()->index(1, 0)); // below its namespace
        const WorkloadId first = main->viewState().workload();
        QVERIFY(first.valid());
        QTest::keyClick(matrix->table(), Qt::Key_Right);
        QVERIFY2(matrix->detail().contains(diagram::layerName(1), Qt::CaseInsensitive), qPrintable(matrix->detail()));
        QCOMPARE(main->viewState().workload(), first);
        QTest::keyClick(matrix->table(), Qt::Key_Down);
        QVERIFY(main->viewState().workload() != first);
        matrix->table()->selectAll();
        QTest::keyClick(main.get(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), matrix->table()->model()->rowCount() + 1);
        QCOMPARE(lines.front().count(QLatin1Char('\t')), matrix->table()->model()->columnCount() + 1);
    }

    void theInspectorLeadsToTheLine()
    {
        auto main = window();
        open(*main, m_sample);
        main->showView(QStringLiteral("inspector"));
        auto* inspector = main->viewAs<Inspector>("inspector");
        main->viewState().selectWorkload(WorkloadId(std::size_t{0}));
        QTreeWidgetItem* place = nullptr;
        for (QTreeWidgetItemIterator at(inspector->tree()); *at; ++at)
            if (!place && (*at)->text(0).contains(QLatin1String(".yaml:")))
                place = *at;
        QVERIFY(place);
        emit inspector->tree()->itemClicked(place, 0);
        QVERIFY(main->viewState().evidence().valid());
        QTRY_COMPARE(inspector->source()->citedLine(), static_cast<int>(main->viewState().evidence().line));
        // The families, then the neighbours: every heading can be copied.
        QVERIFY(inspector->copy());
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Called by")));
    }

    void theNavigatorFiltersAndFollows()
    {
        auto main = window();
        open(*main, m_sample);
        auto* navigator = main->viewAs<NavigatorView>("navigator");
        const auto shownRows = [&] {
            int rows = 0;
            for (QTreeWidgetItemIterator at(navigator->tree(), QTreeWidgetItemIterator::NotHidden); *at; ++at)
                ++rows;
            return rows;
        };
        const int all = shownRows();
        navigator->setFocus();
        QTest::keyClick(main.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("ledger"));
        QVERIFY(shownRows() > 0);
        QVERIFY(shownRows() < all);
        field->clear();
        QCOMPARE(shownRows(), all);
        main->viewState().selectWorkload(WorkloadId(std::size_t{3}));
        QVERIFY(navigator->tree()->currentItem());
        QCOMPARE(navigator->tree()->currentItem()->text(0).toStdString(),
                 main->session().snapshot()->model().architecture.workload(WorkloadId(std::size_t{3})).name);
    }

    void theNavigatorKeepsWhatIsOpen()
    {
        auto main = window();
        open(*main, m_sample);
        auto* navigator = main->viewAs<NavigatorView>("navigator");
        const auto group = [&](int at) { return navigator->tree()->topLevelItem(at); };
        QVERIFY(group(0)->isExpanded() && group(1)->isExpanded());
        const QString folded = group(1)->text(0);
        group(1)->setExpanded(false);
        open(*main, m_sample); // read again
        for (int at = 0; at < navigator->tree()->topLevelItemCount(); ++at)
            if (group(at)->text(0) == folded)
                QVERIFY(!group(at)->isExpanded());
        QVERIFY(group(0)->text(0) == folded || group(0)->isExpanded());
    }

    // Reading again, and deciding, keeps what is selected in every view, also where it was not on the screen.
    void theSelectionIsCarriedOver()
    {
        auto main = window();
        open(*main, m_sample);
        const auto& findings = main->session().snapshot()->posture().findings;
        const int chosen = static_cast<int>(findings.size()) / 2;
        const std::string finding = findings[static_cast<std::size_t>(chosen)].id;
        const WorkloadId workload(std::size_t{3});
        const std::string name = main->session().snapshot()->model().architecture.workload(workload).name;
        main->viewState().selectWorkload(workload);
        main->viewState().selectFinding(chosen);
        const auto verify = [&] {
            const Posture& posture = main->session().snapshot()->posture();
            QCOMPARE(posture.findings[static_cast<std::size_t>(main->viewState().finding())].id, finding);
            QCOMPARE(main->viewAs<FindingsView>("findings")->currentRow(), main->viewState().finding());
            QCOMPARE(main->viewAs<NavigatorView>("navigator")->tree()->currentItem()->text(0).toStdString(), name);
            const auto* graph = main->viewAs<GraphView>("graph");
            QCOMPARE(graph->view().selected.size(), std::size_t(1));
            QCOMPARE(graph->drawing()->nodes[static_cast<std::size_t>(graph->view().selected.front())].label.toStdString(), name);
        };
        verify();
        open(*main, m_sample);
        verify();
        QSignalSpy judged(&main->session(), &Session::finished);
        Decision decision;
        decision.kind = DecisionKind::needsWork;
        main->reviews().take({0}, decision);
        QTRY_VERIFY_WITH_TIMEOUT(main->session().snapshot()->review == main->reviews().editor().shared(), 60000);
        verify();
    }

    // A decision moves nothing: neither the drawing's place, nor a namespace that is folded in the navigator, nor what is
    // selected in the drawing alone.
    void aDecisionMovesNothing()
    {
        auto main = window();
        open(*main, m_sample);
        main->showView(QStringLiteral("graph"));
        auto* graph = main->viewAs<GraphView>("graph");
        auto* tree = main->viewAs<NavigatorView>("navigator")->tree();
        main->viewState().selectWorkload(WorkloadId(std::size_t{3}));
        QTreeWidgetItem* group = tree->currentItem()->parent();
        const QString folded = group->text(0);
        group->setExpanded(false);
        graph->centreOn(QPointF(-4000, -4000)); // the selection is far out of sight
        const QPointF origin = graph->view().origin;
        Decision decision;
        decision.kind = DecisionKind::needsWork;
        main->reviews().take({0}, decision);
        QTRY_VERIFY_WITH_TIMEOUT(main->session().snapshot()->review == main->reviews().editor().shared(), 60000);
        main->viewState().backlog().finish();
        QCOMPARE(graph->view().origin, origin);
        for (int at = 0; at < tree->topLevelItemCount(); ++at)
            if (tree->topLevelItem(at)->text(0) == folded)
                QVERIFY(!tree->topLevelItem(at)->isExpanded());
    }

    void thePaletteRunsACommandByItsLetters()
    {
        auto main = window();
        open(*main, m_sample);
        const auto commands = commandsOf(main->menuBar()->actions());
        QVERIFY(commands.size() > 30);
        CommandPalette palette(main->menuBar()->actions(), main.get());
        palette.show();
        QTest::keyClicks(palette.field(), QStringLiteral("lens encr"));
        QCOMPARE(palette.list()->count(), 1);
        QTest::keyClick(palette.field(), Qt::Key_Return);
        QVERIFY(palette.chosen());
        palette.chosen()->trigger();
        QCOMPARE(main->viewState().lens(), diagram::Lens::encryption);
        main->viewState().setLens(diagram::Lens::exposure);
    }

    void thePresenterWalksAndDecides()
    {
        auto main = window();
        QTest::keyClick(main.get(), Qt::Key_F5);
        QVERIFY(!main->presenter()); // nothing to present yet
        open(*main, m_sample);
        QTest::keyClick(main.get(), Qt::Key_F5);
        Presenter* presenter = main->presenter();
        QVERIFY(presenter);
        QVERIFY(presenter->shownPath().hops.size() > 0);
        QVERIFY2(presenter->shownPath().headline.contains(QStringLiteral("payment")),
                 qPrintable(presenter->shownPath().headline));
        QSignalSpy decided(presenter, &Presenter::decided);
        QTest::keyClick(presenter, Qt::Key_1);
        QTest::keyClick(presenter, Qt::Key_Return);
        QCOMPARE(decided.count(), 0); // accepting needs more
        QVERIFY(!presenter->problem().isEmpty());
        presenter->setFocus();
        QTest::keyClick(presenter, Qt::Key_3);
        const int finding = presenter->shownPath().hops[static_cast<std::size_t>(presenter->hop())].finding;
        QTest::keyClick(presenter, Qt::Key_Return);
        QCOMPARE(decided.count(), 1);
        QCOMPARE(decided.front().front().toInt(), finding);
        const std::string id = main->session().snapshot()->posture().findings[static_cast<std::size_t>(finding)].id;
        QCOMPARE(main->reviews().editor().review().decisions.count(id), std::size_t{1});
        QTRY_VERIFY(main->session().snapshot()->posture().findings[static_cast<std::size_t>(finding)].state ==
                    FindingState::needsWork);
        QVERIFY(main->presenter()); // judged again, the picture stays
        presenter->setFocus();
        QTest::keyClick(presenter, Qt::Key_H);
        QVERIFY(presenter->namesHidden());
        const PresentedPath& path = presenter->shownPath();
        for (const PresentedStop& stop : path.stops)
            QVERIFY2(!stop.name.contains(QStringLiteral("payment")), qPrintable(stop.name));
        QVERIFY2(!path.headline.contains(QStringLiteral("payment")), qPrintable(path.headline));
        QTest::keyClick(presenter, Qt::Key_Escape);
        QVERIFY(!main->presenter());
    }

    void confirmingByKeyboard()
    {
        auto main = window();
        open(*main, m_sample);
        ReviewEditor& editor = main->reviews().editor();
        ConfirmDialog dialog(main->session().snapshot(), editor, main.get());
        QVERIFY(dialog.model().rowCount() > 10);
        const std::string first = dialog.model().rows()[0].id, second = dialog.model().rows()[1].id;
        const QString proposed = dialog.model().rows()[0].proposed;
        dialog.show();
        QTest::keyClick(dialog.table(), Qt::Key_Return); // as proposed
        QTest::keyClick(dialog.table(), Qt::Key_1);
        QCOMPARE(dialog.confirmed(), 2);
        QCOMPARE(editor.review().sensitivities.at(first).value, proposed.toStdString());
        QCOMPARE(editor.review().sensitivities.at(second).value, std::string("open data"));
        editor.history().undo();
        QCOMPARE(editor.review().sensitivities.count(second), std::size_t{0});
        // The first screen counts what is confirmed once it is judged again.
        QTRY_COMPARE(
            std::count_if(main->session().snapshot()->model().architecture.workloads.begin(),
                          main->session().snapshot()->model().architecture.workloads.end(),
                          [](const Workload& workload) { return workload.sensitivitySource == SensitivitySource::review; }),
            std::ptrdiff_t{1});
        // A route without a stated audience is not confirmed by Enter.
        for (int row = 0; row < dialog.model().rowCount(); ++row)
            if (dialog.model().rows()[static_cast<std::size_t>(row)].route) {
                dialog.table()->setCurrentIndex(dialog.model().index(row, 0));
                break;
            }
        const int before = dialog.confirmed();
        QTest::keyClick(dialog.table(), Qt::Key_Return);
        QCOMPARE(dialog.confirmed(), before);
        editor.discard();
    }

    // Read again when a file changes, with the selection where it was.
    void changedSourcesAreReadAgain()
    {
        QTemporaryDir folder;
        const auto write = [&](int port) {
            folderWith(folder, (std::string("apiVersion: v1\nkind: Pod\nmetadata: {name: alone, namespace: shop}\nspec:\n"
                                            "  containers: [{name: a, image: 'redis:7', ports: [{containerPort: ") +
                                std::to_string(port) +
                                "}]}]\n---\napiVersion: v1\nkind: Pod\n"
                                "metadata: {name: beside, namespace: shop}\nspec: {containers: [{name: b, image: 'web:1'}]}\n")
                                   .c_str());
        };
        write(6379);
        QSettings().setValue(QStringLiteral("window/readAgain"), true);
        auto main = window();
        open(*main, folder.path());
        main->viewState().selectWorkload(WorkloadId(std::size_t{1}));
        const SnapshotPtr before = main->session().snapshot();
        write(6380);
        QTRY_VERIFY_WITH_TIMEOUT(main->session().snapshot() != before, 15000);
        QCOMPARE(main->viewState().workload(), WorkloadId(std::size_t{1}));
        QSettings().remove(QStringLiteral("window/readAgain"));
    }

    void diagnosticsNameNothingOfTheInput()
    {
        auto main = window();
        QVERIFY(!diagnosticsText(main->session().snapshot()).isEmpty());
        open(*main, m_sample);
        const QString text = diagnosticsText(main->session().snapshot());
        QVERIFY(text.contains(QStringLiteral("16 workloads")));
        for (const Workload& workload : main->session().snapshot()->model().architecture.workloads)
            QVERIFY2(!text.contains(QString::fromStdString(workload.id)), qPrintable(text));
    }

    void findingsByKey()
    {
        auto main = window();
        open(*main, m_sample);
        QTest::keyClick(main.get(), Qt::Key_N);
        const int first = main->viewState().finding();
        QVERIFY(first >= 0);
        QTest::keyClick(main.get(), Qt::Key_N);
        QVERIFY(main->viewState().finding() != first);
        QTest::keyClick(main.get(), Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(main->viewState().finding(), first);
    }

    // Shortcuts are unique: two of a kind and neither works.
    void noTwoCommandsShareAKey()
    {
        auto main = window();
        QMap<QString, QString> seen;
        for (const Command& command : commandsOf(main->menuBar()->actions())) {
            const QString keys = command.action->shortcut().toString();
            if (keys.isEmpty())
                continue;
            QVERIFY2(!seen.contains(keys),
                     qPrintable(keys + QStringLiteral(": ") + seen.value(keys) + QStringLiteral(" and ") + command.path));
            seen[keys] = command.path;
        }
    }

    // What is new and what is gone since the window was last closed on the same sources.
    void changesSinceLastTimeAreCounted()
    {
        QTemporaryDir folder;
        const auto pod = [&](const char* extra) {
            return folderWith(folder,
                              (std::string("apiVersion: v1\nkind: Pod\nmetadata: {name: alone, namespace: shop}\nspec:\n") +
                               extra + "  containers: [{name: a, image: 'redis:7'}]\n")
                                  .c_str());
        };
        {
            auto main = window();
            open(*main, pod(""));
            QVERIFY(!changeSinceLastSeen(*main->session().snapshot()));
            main->close();
        }
        {
            auto main = window();
            open(*main, pod("  hostNetwork: true\n  hostPID: true\n"));
            const std::optional<SeenChange> change = changeSinceLastSeen(*main->session().snapshot());
            QVERIFY(change);
            QVERIFY(!change->worse.empty());
            main->close();
        }
        auto main = window();
        open(*main, pod(""));
        const std::optional<SeenChange> change = changeSinceLastSeen(*main->session().snapshot());
        QVERIFY(change && change->better > 0);
    }

    void whatWasOpenedIsRemembered()
    {
        forgetRecent();
        auto main = window();
        open(*main, m_sample);
        QCOMPARE(recentSources().size(), 1);
        open(*main, m_sample);
        QCOMPARE(recentSources().size(), 1);
        QCOMPARE(recentSources().front(), QStringList{QDir(m_sample).absolutePath()});
    }
};

QTEST_MAIN(ViewsTest)
#include "tst_views.moc"
