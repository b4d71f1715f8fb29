// SPDX-License-Identifier: GPL-3.0-or-later
// Two states of a system in the window: compared with a changed copy and with the state before the last reading, followed
// into the drawing and the selection, cancelled, and let go again. Drives the real window offscreen.
#include "app/desktop/main_window.h"
#include "app/desktop/models/changes_model.h"
#include "app/desktop/recent.h"
#include "app/desktop/views/changes_view.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/source_view.h"
#include "app/desktop/views/view_bar.h"
#include "diagram/fonts.h"
#include "diagram/ghosts.h"
#include "tests/gui/quiet_window.h"

#include <QAccessible>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace bartizan;
using namespace bartizan::desktop;

namespace {

const QString sample = test::sampleFolder();

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray pod(const char* name, const char* extra = "")
{
    return QByteArray("apiVersion: v1\nkind: Pod\nmetadata: {name: ") + name + ", namespace: shop, labels: {app: " + name +
           "}}\nspec:\n" + extra + "  containers:\n  - name: main\n    image: shop/" + name +
           ":1.0\n    ports: [{containerPort: 8080}]\n---\n";
}
const QByteArray policy = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: wall, namespace: shop}\n"
                          "spec: {podSelector: {}, policyTypes: [Ingress, Egress]}\n---\n";

} // namespace

class CompareTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_settings;
    QString m_error;
    QStringList m_chosen;

    std::unique_ptr<MainWindow> window()
    {
        Dialogs dialogs = test::quietDialogs();
        dialogs.chooseCompared = [this](QWidget*, bool) { return m_chosen; };
        dialogs.showError = [this](QWidget*, const QString& message) { m_error = message; };
        m_error.clear();
        return test::quietWindow(dialogs);
    }
    static void open(MainWindow& main, const QString& source) { QVERIFY(test::openSources(main, {source})); }
    static void trigger(MainWindow& main, const char* name)
    {
        auto* action = main.findChild<QAction*>(QString::fromLatin1(name));
        QVERIFY2(action, name);
        action->trigger();
    }
    void compareWith(MainWindow& main, const QString& source)
    {
        m_chosen = {source};
        QSignalSpy finished(&main.comparing().comparison(), &Comparison::finished);
        trigger(main, "compareFolder");
        QVERIFY2(finished.wait(60000), qPrintable(m_error));
    }
    static ChangesView* changes(const MainWindow& main) { return main.viewAs<ChangesView>("changes"); }
    static QAction* changeLens(const MainWindow& main)
    {
        return main.viewBar()->lensActions()[static_cast<std::size_t>(diagram::Lens::change)];
    }
    static int count(const MainWindow& main, ChangeGroup group)
    {
        int number = 0;
        for (const CellsRow& row : changes(main)->cells().rows())
            number += row.kind == static_cast<int>(group) ? 1 : 0;
        return number;
    }
    static int rowOf(const MainWindow& main, const QString& words, ChangeGroup group)
    {
        const auto& rows = changes(main)->cells().rows();
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].kind == static_cast<int>(group) && rows[i].search.contains(words))
                return static_cast<int>(i);
        return -1;
    }
    static QString allWords(const MainWindow& main)
    {
        QString text;
        for (const CellsRow& row : changes(main)->cells().rows())
            text += row.search + QLatin1Char('\n');
        return text;
    }
    static const diagram::Node& node(const MainWindow& main, const char* id)
    {
        const diagram::Drawing* drawing = main.viewAs<GraphView>("graph")->drawing();
        for (const diagram::Node& each : drawing->nodes)
            if (each.id == id)
                return each;
        qFatal("no node %s", id);
    }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_settings.path()));
        diagram::useBundledFonts();
    }

    // The sample with itself: nothing differs, and it says so.
    void theSameIsTheSame()
    {
        auto main = window();
        QVERIFY(!changeLens(*main)->isEnabled());
        QVERIFY(changeLens(*main)->toolTip().contains(QStringLiteral("Ctrl+D")));
        trigger(*main, "compareFolder"); // nothing is open
        QVERIFY(!main->viewState().compared());
        open(*main, sample);
        compareWith(*main, sample);
        QVERIFY(main->viewState().compared());
        QCOMPARE(changes(*main)->cells().rowCount(), 0);
        QVERIFY2(changes(*main)->sentence().startsWith(QStringLiteral("Nothing differs")),
                 qPrintable(changes(*main)->sentence()));
        QCOMPARE(recentCompared().front(), QStringList{QDir(sample).absolutePath()});
    }

    void aLineOfTheEarlierStateIsShown()
    {
        QTemporaryDir before, after;
        const QString file = before.filePath(QStringLiteral("all.yaml"));
        write(file, pod("web") + pod("old"));
        write(after.filePath(QStringLiteral("all.yaml")), pod("web"));
        auto main = window();
        main->show();
        open(*main, after.path());
        compareWith(*main, before.path());
        const int gone = rowOf(*main, QStringLiteral("old"), ChangeGroup::gone);
        QVERIFY(gone >= 0);
        auto* source = main->viewAs<SourceView>("source");
        const auto show = [&] {
            main->viewState().showEvidence({});
            changes(*main)->setCurrentRow(-1);
            changes(*main)->setCurrentRow(gone);
            QTest::keyClick(changes(*main)->table(), Qt::Key_Return);
        };
        show();
        QTRY_VERIFY(source->citedLine() > 1);
        QVERIFY(source->isVisible());
        QVERIFY2(source->title().startsWith(QStringLiteral("Earlier state: all.yaml")), qPrintable(source->title()));
        QVERIFY(source->text().contains(QStringLiteral("name: old")));
        source->wholeFile()->setChecked(true); // stays that file
        QTRY_VERIFY(source->text().startsWith(QStringLiteral("apiVersion")));
        QVERIFY(source->text().contains(QStringLiteral("name: old")));

        write(file, "# another\n" + pod("web") + pod("old"));
        show();
        QTRY_VERIFY2(source->title().contains(QStringLiteral("can no longer be shown")), qPrintable(source->title()));
        QVERIFY(source->text().isEmpty());
        QVERIFY(QFile::remove(file));
        show();
        QTRY_VERIFY2(source->title().contains(QStringLiteral("can no longer be read")), qPrintable(source->title()));
        QVERIFY(source->text().isEmpty());

        // A line of what is open is not taken for one of the earlier state.
        main->viewState().showEvidence(main->session().snapshot()->model().architecture.workloads.front().evidence);
        QTRY_VERIFY(source->citedLine() > 0);
        QVERIFY(source->title().startsWith(QStringLiteral("all.yaml")));
    }

    void worseBetterNewAndGone()
    {
        QTemporaryDir before, after;
        write(before.filePath(QStringLiteral("all.yaml")), pod("web") + pod("cart") + pod("old") + policy);
        write(after.filePath(QStringLiteral("all.yaml")), pod("web", "  hostPID: true\n") + pod("cart") + pod("fresh"));
        auto main = window();
        main->show();
        open(*main, after.path());
        const diagram::Lens lens = main->viewState().lens();
        compareWith(*main, before.path());
        const ComparedPtr compared = main->viewState().compared();
        QVERIFY(compared);
        QCOMPARE(compared->difference.counts.newServices, std::size_t{1});
        QCOMPARE(compared->difference.counts.goneServices, std::size_t{1});
        QCOMPARE(compared->difference.counts.worseServices, std::size_t{2});
        QVERIFY(changes(*main)->isVisible());
        QVERIFY(count(*main, ChangeGroup::worse) >= 2);
        QCOMPARE(changes(*main)->cells().rowCount(), static_cast<int>(compared->difference.changes.size()));
        QVERIFY2(changes(*main)->sentence().startsWith(QStringLiteral("Worse in 2 of 3 services, better in 0.")),
                 qPrintable(changes(*main)->sentence()));
        QVERIFY(changes(*main)->sentence().contains(QStringLiteral("Services: 1 new, 1 gone.")));

        // The lens: worse stones are outlined, the new service wears a tab, and both are told.
        QVERIFY(changeLens(*main)->isEnabled());
        QCOMPARE(main->viewState().lens(), diagram::Lens::change);
        QVERIFY(node(*main, "shop/web[Pod]").stones[pos(Layer::hardening)].worse);
        QVERIFY(node(*main, "shop/web[Pod]").stones[pos(Layer::network)].worse);
        QVERIFY(!node(*main, "shop/cart[Pod]").stones[pos(Layer::hardening)].worse);
        QCOMPARE(node(*main, "shop/fresh[Pod]").novelty, diagram::Novelty::added);
        const diagram::Drawing* drawing = main->viewAs<GraphView>("graph")->drawing();
        const QString name = diagram::accessibleName(*drawing, node(*main, "shop/web[Pod]"));
        QVERIFY2(name.contains(QStringLiteral("worse than before: network, hardening")), qPrintable(name));
        QVERIFY(diagram::accessibleName(*drawing, node(*main, "shop/fresh[Pod]")).contains(QStringLiteral("; new")));

        // What is gone stands as a ghost that is told and counted nowhere.
        QCOMPARE(drawing->ghosts.size(), std::size_t{1});
        QCOMPARE(drawing->ghosts.front().id, std::string("shop/old[Pod]"));
        QCOMPARE(diagram::accessibleName(drawing->ghosts.front()), QStringLiteral("old, gone since the earlier state"));
        QCOMPARE(drawing->groups.front().counts.total(), 3);
        auto* graph = main->viewAs<GraphView>("graph");
        main->showView(QStringLiteral("graph"));
        QVERIFY(graph->settle());
        QVERIFY(QRectF(graph->rect()).contains(diagram::ghostRect(*drawing, graph->view(), 0)));
        QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(graph);
        QStringList names;
        for (int i = 0; i < tree->childCount(); ++i)
            names << tree->child(i)->text(QAccessible::Name);
        QVERIFY2(names.contains(QStringLiteral("old, gone since the earlier state")), qPrintable(names.join(u'\n')));
        const QPoint at = diagram::ghostRect(*drawing, graph->view(), 0).center().toPoint();
        QSignalSpy told(graph, &GraphView::hopChanged);
        QTest::mouseClick(graph, Qt::LeftButton, Qt::NoModifier, at);
        QCOMPARE(graph->view().selectedGhost, 0);
        QCOMPARE(told.count(), 1);
        main->viewState().setLens(diagram::Lens::exposure);
        QCOMPARE(diagram::hitTest(*drawing, graph->view(), at).kind == diagram::Hit::Kind::ghost, false);
        main->viewState().setLens(diagram::Lens::change);
        main->showView(QStringLiteral("changes"));

        // Rows lead to what they are about.
        const int worse = rowOf(*main, QStringLiteral("hardening"), ChangeGroup::worse);
        QVERIFY(worse >= 0);
        changes(*main)->setCurrentRow(worse);
        const auto& architecture = main->session().snapshot()->model().architecture;
        QCOMPARE(architecture.workload(main->viewState().workload()).name, std::string("web"));
        QVERIFY(main->viewState().evidence().valid());
        const int finding = rowOf(*main, QStringLiteral("shares namespaces"), ChangeGroup::added);
        QVERIFY2(finding >= 0, qPrintable(allWords(*main)));
        changes(*main)->setCurrentRow(finding);
        QVERIFY(main->viewState().finding() >= 0);
        const int gone = rowOf(*main, QStringLiteral("old"), ChangeGroup::gone);
        QVERIFY(gone >= 0);
        changes(*main)->setCurrentRow(gone);
        const CellsRow& row = changes(*main)->cells().rows()[static_cast<std::size_t>(gone)];
        QVERIFY(!row.evidence.valid()); // none of what is open
        QVERIFY(row.search.contains(QStringLiteral("before: all.yaml")));
        QVERIFY(main->viewState().evidenceBefore());

        // Filter by group and by words, copy.
        const int all = changes(*main)->proxy()->rowCount();
        changes(*main)->chips()[static_cast<std::size_t>(ChangeGroup::gone)]->setChecked(false);
        QCOMPARE(changes(*main)->proxy()->rowCount(), all - count(*main, ChangeGroup::gone));
        changes(*main)->showAll();
        changes(*main)->filter()->setText(QStringLiteral("fresh"));
        QVERIFY(changes(*main)->proxy()->rowCount() > 0 && changes(*main)->proxy()->rowCount() < all);
        changes(*main)->showAll();

        trigger(*main, "stopComparing");
        QVERIFY(!main->viewState().compared());
        QCOMPARE(changes(*main)->cells().rowCount(), 0);
        QCOMPARE(main->viewState().lens(), lens);
        QVERIFY(!changeLens(*main)->isEnabled());
        QVERIFY(!node(*main, "shop/web[Pod]").stones[pos(Layer::hardening)].worse);
        QCOMPARE(node(*main, "shop/fresh[Pod]").novelty, diagram::Novelty::same);
        QVERIFY(graph->drawing()->ghosts.empty());
    }

    void theOtherWayRound()
    {
        QTemporaryDir before, after;
        write(before.filePath(QStringLiteral("all.yaml")), pod("web"));
        write(after.filePath(QStringLiteral("all.yaml")), pod("web") + policy);
        auto main = window();
        open(*main, after.path());
        compareWith(*main, before.path());
        QVERIFY(count(*main, ChangeGroup::better) >= 1);
        QCOMPARE(count(*main, ChangeGroup::worse), 0);
        QCOMPARE(main->viewState().compared()->difference.counts.betterServices, std::size_t{1});
    }

    // Read again after an edit: the state before it is at hand, and stays with each further reading.
    void withTheStateBefore()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("all.yaml"));
        write(file, pod("web") + policy);
        auto main = window();
        open(*main, folder.path());
        trigger(*main, "comparePrevious"); // read once: there is none
        QVERIFY(!main->viewState().compared());
        write(file, pod("web") + pod("fresh"));
        open(*main, folder.path());
        QSignalSpy finished(&main->comparing().comparison(), &Comparison::finished);
        trigger(*main, "comparePrevious");
        QVERIFY(finished.wait(60000));
        QCOMPARE(main->viewState().compared()->difference.counts.newServices, std::size_t{1});
        QCOMPARE(main->viewState().compared()->difference.counts.worseServices, std::size_t{1});
        open(*main, folder.path()); // nothing was edited since
        QTRY_VERIFY(main->viewState().compared() && main->viewState().compared()->of == main->session().snapshot());
        QVERIFY(main->viewState().compared()->difference.empty());
        // Other sources are another system.
        open(*main, sample);
        QVERIFY(!main->viewState().compared());
    }

    // The comparison ends while a service is selected that the next system has not.
    void anotherSystemEndsIt()
    {
        QTemporaryDir before;
        write(before.filePath(QStringLiteral("all.yaml")), pod("web"));
        QTemporaryDir small;
        write(small.filePath(QStringLiteral("all.yaml")), pod("alone"));
        auto main = window();
        open(*main, sample);
        compareWith(*main, before.path());
        main->showView(QStringLiteral("inspector"));
        const std::size_t last = main->session().snapshot()->model().architecture.workloads.size() - 1;
        main->viewState().selectWorkload(WorkloadId(last));
        main->viewState().selectFinding(static_cast<int>(main->session().snapshot()->posture().findings.size()) - 1);
        main->viewState().selectWorkload(WorkloadId(last - 1));
        open(*main, small.path());
        QVERIFY(!main->viewState().compared());
        QVERIFY(!main->viewState().workload().valid());
        QCOMPARE(main->viewState().finding(), -1);
    }

    // A decision and a sensitivity are judged on both sides: neither is a change of the system.
    void theReviewIsNoChange()
    {
        QTemporaryDir before;
        write(before.filePath(QStringLiteral("all.yaml")), pod("web") + pod("cart"));
        QTemporaryDir after;
        write(after.filePath(QStringLiteral("all.yaml")), pod("web") + pod("cart"));
        auto main = window();
        open(*main, after.path());
        compareWith(*main, before.path());
        QVERIFY(main->viewState().compared()->difference.empty());
        const SnapshotPtr snapshot = main->session().snapshot();
        main->reviews().editor().edit(QStringLiteral("sensitivity"), [](Review& review) {
            review.sensitivities["shop/web[Pod]"] = {"restricted", "", "", {}};
        });
        QTRY_VERIFY(main->session().snapshot() != snapshot);
        QTRY_VERIFY(main->viewState().compared() && main->viewState().compared()->of == main->session().snapshot());
        QVERIFY(main->viewState().compared()->difference.empty());
        main->reviews().editor().discard();
    }

    void aReviewFileStandsForItsSources()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("all.yaml")), pod("web") + policy);
        write(folder.filePath(QStringLiteral("old.bartizan")),
              "format: bartizan-review\nversion: 1\nsources:\n  - path: all.yaml\n");
        QTemporaryDir after;
        write(after.filePath(QStringLiteral("all.yaml")), pod("web"));
        auto main = window();
        open(*main, after.path());
        compareWith(*main, folder.filePath(QStringLiteral("old.bartizan")));
        QCOMPARE(main->viewState().compared()->difference.counts.worseServices, std::size_t{1});
    }

    void whatCannotBeReadIsSaid()
    {
        QTemporaryDir empty;
        auto main = window();
        open(*main, sample);
        compareWith(*main, sample);
        const ComparedPtr compared = main->viewState().compared();
        m_chosen = {empty.path()};
        trigger(*main, "compareFolder");
        QTRY_VERIFY(!m_error.isEmpty());
        QCOMPARE(main->viewState().compared(), compared); // what was compared before stays
        QVERIFY(!main->comparing().comparison().reading());
    }

    void readingCanBeStopped()
    {
        auto main = window();
        open(*main, sample);
        QSignalSpy finished(&main->comparing().comparison(), &Comparison::finished);
        m_chosen = {sample};
        trigger(*main, "compareFolder");
        QVERIFY(main->comparing().comparison().reading());
        main->comparing().comparison().cancel();
        QVERIFY(!main->comparing().comparison().reading());
        QVERIFY(!finished.wait(300));
        QVERIFY(!main->viewState().compared());
    }
};

QTEST_MAIN(CompareTest)
#include "tst_compare.moc"
