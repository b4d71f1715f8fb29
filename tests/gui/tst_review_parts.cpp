// SPDX-License-Identifier: GPL-3.0-or-later
// What people say beside decisions, through the window: notes, statements, reports joined by hand, saved queries, and the
// list of all of it with how each row stands. Each can be undone, survives saving and opening again, and is taken back.
#include "app/desktop/dialogs/review_dialog.h"
#include "app/desktop/main_window.h"
#include "app/desktop/models/findings_model.h"
#include "app/desktop/review_parts.h"
#include "app/desktop/views/findings_view.h"
#include "app/desktop/views/images_view.h"
#include "app/desktop/views/inspector.h"
#include "app/desktop/views/matrix_view.h"
#include "app/desktop/views/review_view.h"
#include "app/desktop/views/view_bar.h"
#include "app/review_file.h"
#include "diagram/fonts.h"
#include "model/review_apply.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QCompleter>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <sstream>

using namespace bartizan;
using namespace bartizan::desktop;

// Within an answer to a dialog, which says by false that something was not as expected.
#define QCOMPARE_RETURN(actual, expected)                                                                                        \
    do {                                                                                                                         \
        if (!QTest::qVerify((actual) == (expected), #actual " == " #expected, "", __FILE__, __LINE__))                           \
            return false;                                                                                                        \
    } while (false)

class ReviewPartsTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_target;
    std::function<bool(ReviewDialog&)> m_answer; // true = taken
    int m_asked = 0;

    std::unique_ptr<MainWindow> window()
    {
        Dialogs dialogs;
        dialogs.chooseSources = [](QWidget*, bool) { return QStringList(); };
        dialogs.chooseReportFile = [](QWidget*) { return QString(); };
        dialogs.showError = [](QWidget*, const QString& message) { QFAIL(qPrintable(message)); };
        dialogs.review.chooseTarget = [this](QWidget*, const QString&) { return m_target; };
        dialogs.review.askUnsaved = [](QWidget*, const QString&) { return ReviewDialogs::Unsaved::discard; };
        dialogs.review.confirm = [](QWidget*, const QString&, const QString&) { return true; };
        dialogs.review.showError = [](QWidget*, const QString& message) { QFAIL(qPrintable(message)); };
        dialogs.review.ask = [this](QWidget*, ReviewDialog& dialog) {
            ++m_asked;
            return m_answer && m_answer(dialog);
        };
        auto result = std::make_unique<MainWindow>(dialogs);
        result->session().setAsOf(QStringLiteral("2026-11-21T00:00:00Z"));
        result->reviews().editor().setToday(QDate(2026, 11, 21));
        return result;
    }
    static QString sample() { return QStringLiteral(BARTIZAN_SOURCE_DIR) + QStringLiteral("/resources/sample"); }
    static void open(MainWindow& main, const QString& source, const QString& more = {})
    {
        main.show(); // tables are filled when they are seen
        QSignalSpy finished(&main.session(), &Session::finished);
        main.openSources(more.isEmpty() ? QStringList{source} : QStringList{source, more});
        QVERIFY(finished.wait(60000));
    }
    // Runs what changes the review and waits until everything is judged under it.
    static void judged(MainWindow& main, const std::function<void()>& change)
    {
        change();
        QTRY_VERIFY_WITH_TIMEOUT(main.session().snapshot()->review == main.reviews().editor().shared(), 60000);
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

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QSettings().setValue(QStringLiteral("review/by"), QStringLiteral("Ada"));
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder.path()));
        diagram::useBundledFonts();
    }
    void init()
    {
        m_answer = {};
        m_asked = 0;
    }

    void notesOnServicesAndFindings()
    {
        auto main = window();
        trigger(*main, "note"); // nothing is open: says so and asks nothing
        QCOMPARE(m_asked, 0);
        open(*main, sample());
        trigger(*main, "note");
        QCOMPARE(m_asked, 0);
        main->viewState().selectWorkload(WorkloadId(std::size_t(1)));
        const std::string service = idOf(*main, WorkloadId(std::size_t(1)));
        m_answer = [](ReviewDialog& dialog) {
            if (dialog.missing().isEmpty())
                return false;
            dialog.setText("text", QStringLiteral("asked the team"));
            return dialog.missing().isEmpty();
        };
        judged(*main, [&] { trigger(*main, "note"); });
        QCOMPARE(main->reviews().editor().review().notes.at(service).text, std::string("asked the team"));
        QCOMPARE(main->reviews().editor().review().notes.at(service).by, std::string("Ada"));
        QCOMPARE(main->reviews().editor().review().notes.at(service).on, std::string("2026-11-21"));
        QVERIFY(inspected(*main).contains(QStringLiteral("asked the team")));

        main->viewState().selectFinding(3);
        m_answer = [](ReviewDialog& dialog) {
            dialog.setText("text", QStringLiteral("see <b>wiki</b>"));
            return true;
        };
        judged(*main, [&] { trigger(*main, "note"); });
        QVERIFY(inspected(*main).contains(QStringLiteral("see <b>wiki</b>")));
        const auto& row = main->viewAs<FindingsView>("findings")->findings().rows()[3];
        QVERIFY(row.tip.contains(QStringLiteral("wiki")));
        QVERIFY(posture(*main).review.unused.empty());

        // On a route, from its row, where a sign says that there is one.
        main->showView(QStringLiteral("routes"));
        auto* routes = main->viewAs<CellsPage>("routes");
        QTRY_VERIFY(!routes->building());
        routes->setCurrentRow(0);
        m_answer = [](ReviewDialog& dialog) {
            dialog.setText("text", QStringLiteral("of the old shop"));
            return true;
        };
        judged(*main, [&] { routes->findChild<QAction*>(QStringLiteral("noteRow"))->trigger(); });
        QTRY_VERIFY(!routes->building());
        QVERIFY(routes->model()->index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("of the old shop")));
        QVERIFY(posture(*main).review.unused.empty());

        // The inspector keeps what it shows when the review changes.
        main->viewState().selectWorkload(WorkloadId(std::size_t(2)));
        main->viewState().selectWorkload(WorkloadId(std::size_t(1)));
        m_answer = [](ReviewDialog& dialog) {
            dialog.setText("text", QStringLiteral("asked again"));
            return true;
        };
        judged(*main, [&] { trigger(*main, "note"); });
        QVERIFY(inspected(*main).contains(QStringLiteral("asked again")));

        const QString file = saved(*main);
        QVERIFY(!file.isEmpty());
        const Review kept = main->reviews().editor().review();
        judged(*main, [&] { main->reviews().editor().history().undo(); }); // "Note the sources"
        judged(*main, [&] { main->reviews().editor().history().undo(); });
        QCOMPARE(main->reviews().editor().review().notes.at(service).text, std::string("asked the team"));
        QCOMPARE(main->reviews().editor().review().notes.size(), kept.notes.size());
        auto again = window();
        open(*again, file);
        QCOMPARE(again->reviews().editor().review().notes, kept.notes);

        // Removed from the dialog.
        again->viewState().selectWorkload(WorkloadId(std::size_t(1)));
        m_answer = [](ReviewDialog& dialog) {
            dialog.takeBack();
            return true;
        };
        judged(*again, [&] { trigger(*again, "note"); });
        QCOMPARE(again->reviews().editor().review().notes.count(service), std::size_t(0));
        QVERIFY(!inspected(*again).contains(QStringLiteral("asked again")));
    }

    void statementsNeedWhoProofAndExpiry()
    {
        auto main = window();
        open(*main, sample());
        const auto [workload, layer] = unknownLayer(*main);
        main->viewState().selectWorkload(workload);
        main->viewState().lookAtLayer(static_cast<int>(layer));
        const std::string id = idOf(*main, workload);
        const StatementKey key{id, layerId(layer)};
        m_answer = [&, wanted = layer](ReviewDialog& dialog) {
            // The layer that was looked at is chosen; what the input decides cannot be.
            QCOMPARE_RETURN(dialog.text("layer"), QString::fromLatin1(layerId(wanted)));
            const auto* items = qobject_cast<QStandardItemModel*>(dialog.choice("layer")->model());
            for (std::size_t i = 0; i < layerCount; ++i)
                QCOMPARE_RETURN(items->item(static_cast<int>(i))->isEnabled(),
                                verdict(*main, workload, static_cast<Layer>(i)).verdict == Verdict::unknown);
            fillStatement(dialog);
            for (const char* field : {"text", "proof", "by", "expires"}) {
                const QString value = dialog.text(field);
                dialog.setText(field, {});
                QCOMPARE_RETURN(dialog.missing().isEmpty(), false);
                dialog.setText(field, value);
            }
            dialog.setText("expires", QStringLiteral("2026-11-20"));
            QCOMPARE_RETURN(dialog.missing().isEmpty(), false);
            dialog.setText("expires", QStringLiteral("2027-03-31"));
            return dialog.missing().isEmpty();
        };
        judged(*main, [&] { trigger(*main, "statement"); });
        QCOMPARE(main->reviews().editor().review().statements.count(key), std::size_t(1));
        QCOMPARE(verdict(*main, workload, layer).verdict, Verdict::present);
        QCOMPARE(verdict(*main, workload, layer).basis, Basis::stated);
        const QString text = inspected(*main);
        for (const char* part : {"Ada, 2026-11-21", "TICKET-7", "2027-03-31", ", stated"})
            QVERIFY2(text.contains(QLatin1String(part)), part);

        judged(*main, [&] { main->reviews().editor().history().undo(); });
        QCOMPARE(verdict(*main, workload, layer).verdict, Verdict::unknown);
        judged(*main, [&] { main->reviews().editor().history().redo(); });
        QCOMPARE(verdict(*main, workload, layer).verdict, Verdict::present);

        // Changed from the list, then withdrawn from it by the keyboard.
        ReviewView& view = list(*main);
        QTRY_COMPARE(view.proxy()->rowCount(), 1);
        QCOMPARE(cell(view, 0, ReviewView::State), QStringLiteral("in force"));
        QCOMPARE(cell(view, 0, ReviewView::Until), QStringLiteral("2027-03-31"));
        QCOMPARE(cell(view, 0, ReviewView::Proof), QStringLiteral("TICKET-7"));
        view.table()->selectRow(0);
        m_answer = [](ReviewDialog& dialog) {
            QCOMPARE_RETURN(dialog.text("proof"), QStringLiteral("TICKET-7"));
            dialog.setText("expires", QStringLiteral("2026-12-01"));
            return true;
        };
        judged(*main, [&] { view.findChild<QAction*>(QStringLiteral("changeRow"))->trigger(); });
        QTRY_COMPARE(cell(view, 0, ReviewView::State), QStringLiteral("expires soon"));
        view.table()->selectRow(0);
        judged(*main, [&] { view.findChild<QAction*>(QStringLiteral("takeRowBack"))->trigger(); });
        QVERIFY(main->reviews().editor().review().statements.empty());
        QCOMPARE(verdict(*main, workload, layer).verdict, Verdict::unknown);
    }

    void menusOfVerdictsAndCells()
    {
        auto main = window();
        open(*main, sample());
        const auto [workload, layer] = unknownLayer(*main);
        main->showView(QStringLiteral("graph"));
        main->showView(QStringLiteral("inspector"));
        main->viewState().selectWorkload(workload);
        // Asks for the menu there, and takes the entry that begins so.
        const auto choose = [](QWidget* widget, QPoint at, const QString& begins) {
            bool found = false;
            QTimer::singleShot(0, widget, [&] {
                auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
                for (QAction* action : menu ? menu->actions() : QList<QAction*>())
                    if (action->text().remove(QLatin1Char('&')).startsWith(begins) && action->isEnabled()) {
                        found = true;
                        action->trigger();
                        break;
                    }
                if (menu)
                    menu->close();
            });
            emit widget->customContextMenuRequested(at);
            return found;
        };
        FactTree* tree = main->viewAs<Inspector>("inspector")->tree();
        tree->expandAll();
        const QString title = QString::fromStdString(main->session().snapshot()->loaded->catalogue.layer(layerId(layer))->title);
        const auto items = tree->findItems(title + QLatin1Char(':'), Qt::MatchStartsWith | Qt::MatchRecursive);
        QCOMPARE(items.size(), 1);
        tree->scrollToItem(items.front());
        QString asked;
        m_answer = [&](ReviewDialog& dialog) {
            asked = dialog.text("layer");
            fillStatement(dialog);
            return dialog.missing().isEmpty();
        };
        judged(*main, [&] {
            QVERIFY(choose(tree, tree->visualItemRect(items.front()).center(), QStringLiteral("State that it is present")));
        });
        QCOMPARE(asked, QString::fromLatin1(layerId(layer)));
        QCOMPARE(verdict(*main, workload, layer).verdict, Verdict::present);

        // The cell of the matrix withdraws it again.
        main->showView(QStringLiteral("matrix"));
        QTableView* table = main->viewAs<MatrixView>("matrix")->table();
        const QModelIndex cell = table->currentIndex().siblingAtColumn(static_cast<int>(layer));
        QVERIFY(cell.isValid());
        table->setCurrentIndex(cell);
        QCOMPARE(main->viewState().layer(), static_cast<int>(layer));
        table->scrollTo(cell);
        judged(*main, [&] { QVERIFY(choose(table, table->visualRect(cell).center(), QStringLiteral("Withdraw"))); });
        QCOMPARE(verdict(*main, workload, layer).verdict, Verdict::unknown);
    }

    void nothingIsEverDropped()
    {
        auto main = window();
        open(*main, sample());
        const auto [workload, layer] = unknownLayer(*main);
        const std::string id = idOf(*main, workload);
        const Finding& finding = posture(*main).findings.front();
        Decision accept;
        accept.kind = DecisionKind::accept;
        accept.reason = "known";
        accept.owner = "Ada";
        accept.expires = "2026-10-01";
        Decision gone = accept;
        gone.expires = "2027-10-01";
        gone.basis.title = "Gone";
        judged(*main, [&] {
            main->reviews().editor().edit(QStringLiteral("all"), [&](Review& review) {
                review.decisions[finding.id] = accept;
                review.decisions["no-such-00000000"] = gone;
                review.statements[{id, layerId(layer)}] = {"there", "T", "Ada", "2026-01-01", "2026-10-01", {}};
                review.sensitivities["shop/gone[Deployment]"] = {"internal", "Ada", "2026-01-01", {}};
                review.notes[id] = {"text", "Ada", "2026-01-01", {}};
                review.reportMatches["gone.json"] = {"shop/web:1", "Ada", "2026-01-01", {}};
                review.queries["stores"] = {"kind:store", {}};
                review.queries["broken"] = {"kind:nonsense", {}};
            });
        });
        ReviewView& view = list(*main);
        QTRY_COMPARE(view.proxy()->rowCount(), 8);
        QStringList states;
        for (int row = 0; row < 8; ++row)
            states << cell(view, row, ReviewView::State) + QLatin1Char('/') + cell(view, row, ReviewView::What);
        QCOMPARE(states, QStringList({QStringLiteral("expired/decision: accepted"),
                                      QStringLiteral("expired/statement: %1")
                                          .arg(QString::fromStdString(
                                              main->session().snapshot()->loaded->catalogue.layer(layerId(layer))->title)),
                                      QStringLiteral("orphaned/decision: accepted"), QStringLiteral("unused/sensitivity"),
                                      QStringLiteral("unused/report joined"), QStringLiteral("unused/saved query"),
                                      QStringLiteral("in force/note"), QStringLiteral("in force/saved query")}));
        QVERIFY(cell(view, 0, ReviewView::Why).contains(QStringLiteral("2026-10-01")));
        QVERIFY(!cell(view, 5, ReviewView::Why).isEmpty());
        QVERIFY2(view.shownLine().contains(QLatin1String("6 to look at")), qPrintable(view.shownLine()));
        // The expired statement is told beside its layer.
        main->viewState().selectWorkload(workload);
        QVERIFY(inspected(*main).contains(QStringLiteral("which has passed: there")));

        view.states()->setCurrentIndex(1);
        QCOMPARE(view.proxy()->rowCount(), 6);
        view.states()->setCurrentIndex(0);
        view.chips()[0]->setChecked(false);
        QCOMPARE(view.proxy()->rowCount(), 6);
        view.showAll();
        view.filter()->setText(QStringLiteral("gone"));
        QCOMPARE(view.proxy()->rowCount(), 3);
        view.filter()->clear();

        // Rows lead to what they are about.
        const auto rowOf = [&](const char* what) {
            for (int row = 0; row < view.proxy()->rowCount(); ++row)
                if (cell(view, row, ReviewView::What) == QLatin1String(what))
                    return row;
            return -1;
        };
        view.table()->selectRow(rowOf("decision: accepted"));
        QCOMPARE(main->viewState().finding(), 0);
        view.table()->selectRow(rowOf("note"));
        QCOMPARE(main->viewState().workload(), workload);
        QVERIFY(view.copy());
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("in force\tnote")));

        // Several are taken back in one step.
        const Review before = main->reviews().editor().review();
        view.table()->selectAll();
        judged(*main, [&] { view.findChild<QAction*>(QStringLiteral("takeRowBack"))->trigger(); });
        QCOMPARE(list(*main).proxy()->rowCount(), 0);
        judged(*main, [&] { main->reviews().editor().history().undo(); });
        QVERIFY(main->reviews().editor().review() == before);
    }

    void queriesAreSavedAndOffered()
    {
        auto main = window();
        open(*main, sample());
        trigger(*main, "saveQuery"); // nothing is typed
        QCOMPARE(m_asked, 0);
        main->viewBar()->search()->setText(QStringLiteral("kind:store"));
        m_answer = [](ReviewDialog& dialog) {
            QCOMPARE_RETURN(dialog.text("query"), QStringLiteral("kind:store"));
            dialog.setText("query", QStringLiteral("kind:nonsense"));
            dialog.setText("name", QStringLiteral("All & stores"));
            QCOMPARE_RETURN(dialog.missing().isEmpty(), false);
            dialog.setText("query", QStringLiteral("kind:store"));
            return dialog.missing().isEmpty();
        };
        judged(*main, [&] { trigger(*main, "saveQuery"); });
        QCOMPARE(main->reviews().editor().review().queries.at("All & stores").query, std::string("kind:store"));
        main->viewBar()->search()->clear();
        QMenu* menu = main->reviews().parts().queries();
        QCOMPARE(menu->actions().back()->text(), QStringLiteral("All && stores"));
        menu->actions().back()->trigger();
        QCOMPARE(main->viewState().query(), QStringLiteral("kind:store"));

        // The search line offers it by its name and puts the query in.
        QLineEdit* search = main->viewBar()->search();
        search->clear();
        main->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(main.get()));
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("stor"));
        QCompleter* completer = search->completer();
        QVERIFY(completer->model()->rowCount() > 0);
        QCOMPARE(completer->model()->index(0, 0).data(completer->completionRole()).toString(), QStringLiteral("kind:store"));
        QVERIFY(completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QCOMPARE(search->text(), QStringLiteral("kind:store"));

        // Renamed and removed from the list.
        ReviewView& view = list(*main);
        QTRY_COMPARE(view.proxy()->rowCount(), 1);
        view.table()->selectRow(0);
        m_answer = [](ReviewDialog& dialog) {
            dialog.setText("name", QStringLiteral("Stores"));
            return dialog.missing().isEmpty();
        };
        judged(*main, [&] { view.findChild<QAction*>(QStringLiteral("changeRow"))->trigger(); });
        QCOMPARE(main->reviews().editor().review().queries.size(), std::size_t(1));
        QCOMPARE(main->reviews().editor().review().queries.count("Stores"), std::size_t(1));
        QCOMPARE(menu->actions().back()->text(), QStringLiteral("Stores"));
        const QString file = saved(*main);
        QTRY_COMPARE(cell(view, 0, ReviewView::About), QStringLiteral("Stores"));
        view.table()->selectRow(0);
        judged(*main, [&] { view.findChild<QAction*>(QStringLiteral("takeRowBack"))->trigger(); });
        QVERIFY(main->reviews().editor().review().queries.empty());
        auto again = window();
        open(*again, file);
        QCOMPARE(again->reviews().editor().review().queries.count("Stores"), std::size_t(1));
    }

    void reportsAreJoinedByHand()
    {
        auto main = window();
        const QString report = m_folder.filePath(QStringLiteral("build-7.json"));
        std::ofstream(QFile::encodeName(report).toStdString())
            << R"({"SchemaVersion": 2, "CreatedAt": "2026-11-18T00:00:00Z", "ArtifactName": "build/7",
"ArtifactType": "container_image", "Metadata": {}, "Results": [{"Target": "build/7", "Class": "os-pkgs", "Type": "debian",
"Vulnerabilities": []}]})";
        open(*main, sample(), report);
        auto* images = main->viewAs<ImagesView>("images");
        main->showView(QStringLiteral("images"));
        QTRY_VERIFY(!images->building());
        int unused = -1;
        for (std::size_t row = 0; row < images->cells().rows().size(); ++row)
            if (images->cells().rows()[row].kind == ImagesView::unusedReport)
                unused = static_cast<int>(row);
        QVERIFY(unused >= 0);
        images->setCurrentRow(unused);
        std::string path, image;
        m_answer = [&](ReviewDialog& dialog) {
            QCOMPARE_RETURN(dialog.text("report").isEmpty(), false); // of the row
            QCOMPARE_RETURN(dialog.text("image").isEmpty(), true);   // a person has to know
            dialog.choice("image")->setCurrentIndex(0);
            QCOMPARE_RETURN(dialog.missing().isEmpty(), false); // a reason is needed
            path = dialog.text("report").toStdString();
            image = dialog.text("image").toStdString();
            dialog.setText("reason", QStringLiteral("built from the same commit"));
            return dialog.missing().isEmpty();
        };
        judged(*main, [&] { images->findChild<QAction*>(QStringLiteral("joinRow"))->trigger(); });
        QCOMPARE(m_asked, 1);
        const ReportMatch match = main->reviews().editor().review().reportMatches.at(path);
        QCOMPARE(match.image, image);
        QCOMPARE(match.reason, std::string("built from the same commit"));
        // The verdict says on whose word it rests, and is not more than partial.
        QTRY_VERIFY(!images->building());
        bool told = false;
        for (const WorkloadPosture& workload : posture(*main).workloads)
            for (const WorkloadPosture::ImageScan& scan : workload.images)
                if (scan.explanation.find(matchedByHand) != std::string::npos) {
                    told = true;
                    QVERIFY(scan.scanned != Verdict::present);
                    QVERIFY(scan.explanation.find("names the same repository") == std::string::npos);
                    QVERIFY(scan.explanation.find("(Ada, 2026-11-21)") != std::string::npos);
                }
        QVERIFY(told);
        bool shownSo = false;
        for (int row = 0; row < images->model()->rowCount(); ++row)
            shownSo =
                shownSo || images->model()->index(row, ImagesView::Report).data().toString().contains(QLatin1String("by hand"));
        QVERIFY(shownSo);

        const QString file = saved(*main);
        std::ifstream stream(QFile::encodeName(file).toStdString());
        std::stringstream text;
        text << stream.rdbuf();
        QVERIFY2(text.str().find("reason: \"built from the same commit\"") != std::string::npos, text.str().c_str());
        const auto read = app::readReview(text.str(), "r");
        QVERIFY(read.has_value());
        QCOMPARE(app::writeReview(*read), text.str());

        judged(*main, [&] { main->viewState().takeBack({{ReviewKind::reportMatch, path, {}}}); });
        QVERIFY(main->reviews().editor().review().reportMatches.empty());
        for (const WorkloadPosture& workload : posture(*main).workloads)
            for (const WorkloadPosture::ImageScan& scan : workload.images)
                QVERIFY(scan.explanation.find(matchedByHand) == std::string::npos);
        judged(*main, [&] { main->reviews().editor().history().undo(); });
        QCOMPARE(main->reviews().editor().review().reportMatches.size(), std::size_t(1));
    }
};

QTEST_MAIN(ReviewPartsTest)
#include "tst_review_parts.moc"
