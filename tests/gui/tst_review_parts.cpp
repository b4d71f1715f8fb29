// SPDX-License-Identifier: GPL-3.0-or-later
// What people say beside decisions, through the window: notes, statements, and the list of all of it with how each row
// stands. Each can be undone, survives saving and opening again, and is taken back.
#include "app/desktop/models/findings_model.h"
#include "app/desktop/views/findings_view.h"
#include "app/desktop/views/matrix_view.h"
#include "app/desktop/widgets/cells_page.h"
#include "tests/gui/review_rig.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QMenuBar>
#include <QStandardItemModel>

using namespace bartizan;
using namespace bartizan::desktop;

class ReviewPartsTest : public QObject, private test::ReviewRig {
    Q_OBJECT
private slots:
    void initTestCase() { prepare(); }
    void init() { forget(); }

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
        gone.basis.change().title = "Gone";
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
};

QTEST_MAIN(ReviewPartsTest)
#include "tst_review_parts.moc"
