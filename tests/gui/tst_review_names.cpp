// SPDX-License-Identifier: GPL-3.0-or-later
// Queries that are saved by a name, and reports that are joined to an image by hand: offered, kept, changed, taken back.
#include "app/desktop/views/images_view.h"
#include "app/desktop/views/view_bar.h"
#include "app/review_file.h"
#include "model/review_apply.h"
#include "tests/gui/review_rig.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QMenu>

#include <fstream>
#include <sstream>

using namespace bartizan;
using namespace bartizan::desktop;

class ReviewNamesTest : public QObject, private test::ReviewRig {
    Q_OBJECT
private slots:
    void initTestCase() { prepare(); }
    void init() { forget(); }

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

QTEST_MAIN(ReviewNamesTest)
#include "tst_review_names.moc"
