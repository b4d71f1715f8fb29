// SPDX-License-Identifier: GPL-3.0-or-later
// Who can reach whom, in the window: the lens with and without a selection and its lines, on the sample; and what the lens says
// when there is nothing to tell apart.
#include "analysis/connectivity/connectivity.h"
#include "analysis/connectivity/mesh_reach.h"
#include "app/desktop/dialogs/command_palette.h"
#include "app/desktop/dialogs/why_dialog.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/inspector.h"
#include "app/desktop/widgets/elided_label.h"
#include "diagram/curve.h"
#include "diagram/hops.h"
#include "diagram/light.h"
#include "tests/gui/sample_window.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLayout>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QStatusBar>
#include <QToolTip>
#include <QTreeWidgetItemIterator>

#include <set>

using namespace bartizan;
using namespace bartizan::desktop;

class ConnectivityTest : public QObject, private test::SampleWindow {
    Q_OBJECT

    WorkloadId named(const char* name) const
    {
        const auto& workloads = model().architecture.workloads;
        for (std::size_t i = 0; i < workloads.size(); ++i)
            if (workloads[i].name == name)
                return WorkloadId(i);
        return {};
    }
    QString idOf(const char* name) const { return QString::fromStdString(model().architecture.workload(named(name)).id); }
    const std::string& idAt(int node)
    {
        return model().architecture.workloads[graph()->drawing()->nodes[static_cast<std::size_t>(node)].tag].id;
    }
    GraphView* graph() { return m_main->viewAs<GraphView>("graph"); }
    bool calls(std::size_t from, std::size_t to) const
    {
        for (const Call& call : model().architecture.calls)
            if (call.kind != CallKind::latent && call.from.kind == Peer::Kind::workload && call.to.kind == Peer::Kind::workload &&
                call.from.workload.pos() == from && call.to.workload.pos() == to)
                return true;
        return false;
    }
    // What policies of the network and of the mesh let through, asked plainly.
    bool letsThrough(std::size_t from, std::size_t to, const connectivity::PortSet& with) const
    {
        connectivity::PortSet ports = diagram::allowedOn(*posture().connectivity, from, to, with);
        connectivity::MeshEnd source, target;
        source.pod = from;
        target.pod = to;
        const auto mesh = connectivity::MeshReach::of(model(), posture().connectivity->world());
        for (const connectivity::MeshSlice& slice : mesh->between(source, target).slices)
            if (slice.outcome == connectivity::MeshSlice::Outcome::denied)
                ports -= slice.ports;
        return !ports.empty();
    }
    bool reaches(const diagram::Listening& listening, std::size_t from, std::size_t to) const
    {
        return from != to && letsThrough(from, to, listening.withoutDns[to]);
    }
    // As the lens tells it: known calls also to name servers, and where no port is written down.
    bool reachesDirectly(const diagram::Listening& listening, std::size_t from, std::size_t to) const
    {
        const auto& ports = listening.ports[to];
        const bool called = calls(from, to) && letsThrough(from, to, ports.empty() ? connectivity::PortSet::everything() : ports);
        return from != to && (called || reaches(listening, from, to));
    }
    std::set<std::size_t> reachedInAll(std::size_t of, bool incoming) const
    {
        const diagram::Listening listening = diagram::listeningOf(model());
        const std::size_t all = model().architecture.workloads.size();
        std::set<std::size_t> found;
        std::vector<std::size_t> queue;
        for (std::size_t i = 0; i < all; ++i)
            if (incoming ? reachesDirectly(listening, i, of) : reachesDirectly(listening, of, i)) {
                found.insert(i);
                queue.push_back(i);
            }
        while (!queue.empty()) {
            const std::size_t at = queue.back();
            queue.pop_back();
            for (std::size_t i = 0; i < all; ++i)
                if (i != of && found.count(i) == 0 && (incoming ? reaches(listening, i, at) : reaches(listening, at, i))) {
                    found.insert(i);
                    queue.push_back(i);
                }
        }
        return found;
    }
    // Looks at what the workload may reach, or at who may reach it.
    bool look(WorkloadId workload, bool incoming)
    {
        m_main->viewState().selectWorkload(workload);
        graph()->setFocus();
        graph()->showReach(incoming);
        return QTest::qWaitFor([&] { return graph()->reached().blast != nullptr; }, 20000) && graph()->settle();
    }
    // One with at least two lines to services of its own, of which the first can be pointed at; none: invalid.
    WorkloadId withLines()
    {
        for (std::size_t i = 0; i < model().architecture.workloads.size(); ++i)
            if (look(WorkloadId(i), false) && graph()->reachLines() >= 2 && !onLine(0).isNull())
                return WorkloadId(i);
        return {};
    }
    // A point of the line where nothing else is hit.
    QPoint onLine(int line)
    {
        const diagram::Edge& edge = graph()->view().reach->lines[static_cast<std::size_t>(line)];
        if (graph()->view().reach->about[static_cast<std::size_t>(line)].group >= 0)
            return {};
        const diagram::Curve curve(edge.points);
        for (double part = 0.1; part < 0.95; part += 0.05) {
            const QPoint at = graph()->view().toView(curve.at(curve.length() * part)).toPoint();
            const diagram::Hit hit = diagram::hitTest(*graph()->drawing(), graph()->view(), at);
            if (hit == diagram::Hit{diagram::Hit::Kind::reachLine, line} && graph()->rect().contains(at) && !graph()->childAt(at))
                return at;
        }
        return {};
    }
    bool showsWayIn() // a line across the drawing; badges have some pixels of these colours too
    {
        graph()->settle();
        const QImage image = graph()->grab().toImage().convertToFormat(QImage::Format_RGB32);
        const QRgb band = graph()->view().theme->litCase.rgb(), rim = graph()->view().theme->litCase2.rgb();
        std::size_t count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, y) == band || image.pixel(x, y) == rim ? 1 : 0;
        return count > 300;
    }
    QString status() const
    {
        for (const QLabel* label : m_main->statusBar()->findChildren<QLabel*>())
            if (const auto* line = dynamic_cast<const ElidedLabel*>(label))
                return line->text();
        return QStringLiteral("no line");
    }
    static QString noteOf(const GraphView* graph)
    {
        QStringList notes;
        for (const QAbstractButton* button : graph->findChildren<QAbstractButton*>())
            if (button->isVisible())
                notes << button->accessibleName();
        return notes.join(QLatin1Char('\n'));
    }

private slots:
    void initTestCase()
    {
        openSample();
        QVERIFY(m_main->session().snapshot());
        QVERIFY(posture().connectivity);
        QVERIFY(named("payment").valid() && named("orders").valid() && named("cart").valid());
        m_main->showView(QStringLiteral("graph"));
    }
    void cleanupTestCase() { m_main.reset(); }
    void init()
    {
        m_main->viewState().selectWorkload({});
        m_main->viewState().setLens(diagram::Lens::exposure);
    }

    void nothingSelectedShowsShares()
    {
        QVERIFY(!graph()->view().reach);
        m_main->viewState().setLens(diagram::Lens::connectivity);
        QVERIFY(graph()->view().reach);
        const auto& shares = graph()->view().reach->shares;
        const auto& nodes = graph()->drawing()->nodes;
        QCOMPARE(shares.size(), nodes.size());
        std::size_t services = 0;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (nodes[i].tag == ~0U)
                continue;
            ++services;
            QCOMPARE(int(shares[i]),
                     diagram::shareOf(posture().workloads[nodes[i].tag].network.admitted, posture().workloads.size() - 1));
        }
        QVERIFY(services > 5);
        m_main->viewState().setLens(diagram::Lens::exposure);
        QVERIFY(!graph()->view().reach);
    }

    void aSelectionShowsWhatItReaches_data()
    {
        QTest::addColumn<bool>("incoming");
        QTest::newRow("outgoing") << false;
        QTest::newRow("incoming") << true;
    }
    void aSelectionShowsWhatItReaches()
    {
        QFETCH(bool, incoming);
        const std::size_t payment = named("payment").pos();
        QSignalSpy said(graph(), &GraphView::hopChanged);
        m_main->viewState().selectWorkload(named("payment"));
        graph()->setFocus();
        QTest::keyClick(graph(), incoming ? Qt::Key_I : Qt::Key_O);
        QVERIFY(m_main->viewState().lens() == diagram::Lens::connectivity);
        QCOMPARE(graph()->showsIncoming(), incoming);
        QTRY_VERIFY(graph()->reached().blast);
        const std::size_t all = model().architecture.workloads.size();
        const diagram::Listening listening = diagram::listeningOf(model());
        const auto direct = [&](std::size_t i) {
            return incoming ? reachesDirectly(listening, i, payment) : reachesDirectly(listening, payment, i);
        };
        std::size_t services = 0;
        for (std::size_t i = 0; i < all; ++i)
            services += direct(i) ? 1 : 0;
        QCOMPARE(graph()->reached().services, services);
        QVERIFY(services < all - 1); // its policies hold something off
        QVERIFY(incoming || graph()->reached().refused > 0);
        QCOMPARE(graph()->reachInWords().contains(QLatin1String("the mesh refuses")), graph()->reached().refused > 0);
        const std::set<std::size_t> reached = reachedInAll(payment, incoming);
        QCOMPARE(graph()->reached().all, reached.size());
        const auto& nodes = graph()->drawing()->nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (nodes[i].tag != ~0U && nodes[i].tag != payment) {
                QCOMPARE(graph()->view().stepOf(static_cast<int>(i)) == diagram::HowFar::direct, direct(nodes[i].tag));
                QCOMPARE(graph()->view().blast->nodes[i] != 0, reached.count(nodes[i].tag) > 0);
            }
        QCOMPARE(graph()->view().reach->lines.size(), services - graph()->reached().needed);
        QVERIFY(graph()->view().reach->shares.empty());
        QVERIFY(graph()->reachInWords().contains(QStringLiteral("payment")));
        if (reached.size() > services)
            QVERIFY2(graph()->reachInWords().contains(QStringLiteral("; %1 counting several hops").arg(reached.size())),
                     qPrintable(graph()->reachInWords()));
        QVERIFY(!said.isEmpty());
        QCOMPARE(said.last().front().toString(), graph()->reachInWords());
        QVERIFY(graph()->settle());
    }

    void theLensLeavesNothingBehind()
    {
        m_main->viewState().selectWorkload(named("payment"));
        m_main->viewState().setLens(diagram::Lens::connectivity);
        QTRY_VERIFY(graph()->reached().blast);
        m_main->viewState().setLens(diagram::Lens::exposure);
        QVERIFY(!graph()->view().blast && !graph()->view().reach && !graph()->reached().blast);
        QVERIFY(graph()->reachInWords().isEmpty());
    }

    void theWayInDoesNotCompete()
    {
        QVERIFY(diagram::isLit(*graph()->drawing()));
        graph()->fit();
        QVERIFY(showsWayIn());
        QVERIFY(look(named("payment"), true));
        QVERIFY(!showsWayIn());
        QTest::keyClick(graph(), Qt::Key_P); // asked for, it is shown
        QVERIFY(showsWayIn());
        QTest::keyClick(graph(), Qt::Key_O);
        QVERIFY(!showsWayIn());
        m_main->viewState().setLens(diagram::Lens::exposure);
        QVERIFY(showsWayIn());
    }

    void theSentenceGoesWithTheSelection_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("deselected") << 0;
        QTest::newRow("another lens") << 1;
        QTest::newRow("the system is gone from the drawing") << 2;
    }
    void theSentenceGoesWithTheSelection()
    {
        QFETCH(int, how);
        QVERIFY(look(named("payment"), false));
        QVERIFY(!graph()->reachInWords().isEmpty());
        QCOMPARE(status(), graph()->reachInWords());
        if (how == 0)
            m_main->viewState().selectWorkload({});
        else if (how == 1)
            m_main->viewState().setLens(diagram::Lens::isolation);
        else
            graph()->showDrawing(std::make_shared<const diagram::Drawing>(*graph()->drawing())); // nothing is selected in it
        QVERIFY2(status().isEmpty(), qPrintable(status()));
        QVERIFY(!noteOf(graph()).contains(QStringLiteral("payment")));
    }

    void anotherSentenceStays()
    {
        QVERIFY(look(named("payment"), false));
        emit graph()->hopChanged(QStringLiteral("Something else."));
        m_main->viewState().selectWorkload({});
        QCOMPARE(status(), QStringLiteral("Something else."));
    }

    void aSearchAsksNothingAgain()
    {
        QVERIFY(look(named("payment"), false));
        const auto before = graph()->view().reach;
        m_main->viewState().setQuery(QStringLiteral("no-service-has-this-name"));
        QCOMPARE(graph()->view().reach, before);
        if (graph()->reached().all > 0)
            QVERIFY2(noteOf(graph()).contains(QStringLiteral("left out by the search")), qPrintable(noteOf(graph())));
        m_main->viewState().setQuery({});
        QVERIFY(!noteOf(graph()).contains(QStringLiteral("left out by the search")));
    }

    void linesAreChosenByKeys()
    {
        const WorkloadId workload = withLines();
        QVERIFY(workload.valid());
        QCOMPARE(graph()->view().selectedLine, -1);
        QTest::keyClick(graph(), Qt::Key_BracketRight);
        QCOMPARE(graph()->view().selectedLine, 0);
        QVERIFY2(status().contains(graph()->lineInWords(0)), qPrintable(status()));
        QTest::keyClick(graph(), Qt::Key_BracketRight);
        QCOMPARE(graph()->view().selectedLine, 1);
        QTest::keyClick(graph(), Qt::Key_BracketLeft);
        QCOMPARE(graph()->view().selectedLine, 0);
        QCOMPARE(m_main->viewState().workload(), workload); // still about it
        const diagram::Edge line = graph()->view().reach->lines.front();
        for (const Qt::Key key : {Qt::Key_W, Qt::Key_Return}) {
            QTest::keyClick(graph(), key);
            QVERIFY(m_main->why());
            QTRY_VERIFY(!m_main->why()->isAsking());
            QCOMPARE(m_main->why()->from()->text().toStdString(), idAt(line.from));
            QCOMPARE(m_main->why()->to()->text().toStdString(), idAt(line.to));
            m_main->why()->close();
            graph()->setFocus();
        }
        QTest::keyClick(graph(), Qt::Key_Escape);
        QCOMPARE(graph()->view().selectedLine, -1);
        QCOMPARE(status(), graph()->reachInWords());
        QCOMPARE(m_main->viewState().workload(), workload);
    }

    void linesAreHoveredAndClicked()
    {
        QVERIFY(withLines().valid());
        const QPoint at = onLine(0);
        QMouseEvent move(QEvent::MouseMove, at, graph()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(graph(), &move);
        QCOMPARE(graph()->view().hoveredLine, 0);
        QHelpEvent help(QEvent::ToolTip, at, graph()->mapToGlobal(at));
        QApplication::sendEvent(graph(), &help);
        QVERIFY2(QToolTip::text().contains(plainToolTip(graph()->lineInWords(0))), qPrintable(QToolTip::text()));
        QToolTip::hideText();
        const std::vector<int> selected = graph()->view().selected;
        QTest::mouseClick(graph(), Qt::LeftButton, {}, at);
        QCOMPARE(graph()->view().selectedLine, 0);
        QCOMPARE(graph()->view().selected, selected);
        QCOMPARE(status(), graph()->lineInWords(0));
        QTest::mouseDClick(graph(), Qt::LeftButton, {}, at);
        QVERIFY(m_main->why());
        const diagram::Edge& line = graph()->view().reach->lines.front();
        QCOMPARE(m_main->why()->to()->text().toStdString(), idAt(line.to));
        QTRY_VERIFY(!m_main->why()->isAsking());
        QVERIFY2(m_main->why()->message().startsWith(QStringLiteral("Allowed")), qPrintable(m_main->why()->message()));
        m_main->why()->close();
    }

    void linesHaveAMenu()
    {
        const WorkloadId workload = withLines();
        QVERIFY(workload.valid());
        const QPoint at = onLine(0);
        const QString sentence = graph()->lineInWords(0);
        const int other = graph()->view().reach->lines.front().to;
        QPointer<QMenu> menu;
        const auto open = [&] {
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, graph()->mapToGlobal(at));
            QApplication::sendEvent(graph(), &event);
            menu = graph()->findChild<QMenu*>();
        };
        open();
        QVERIFY(menu);
        const auto action = [&](const QString& start) -> QAction* {
            for (QAction* one : menu->actions())
                if (QString(one->text()).remove(QLatin1Char('&')).startsWith(start))
                    return one;
            return nullptr;
        };
        for (const char* start : {"Why can ", "And the other way round: ", "Copy the sentence", "Show from: ", "Show to: "})
            QVERIFY2(action(QLatin1String(start)), start);
        action(QStringLiteral("Copy the sentence"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), sentence);
        action(QStringLiteral("And the other way round"))->trigger();
        QVERIFY(m_main->why());
        QTRY_VERIFY(!m_main->why()->isAsking());
        QCOMPARE(m_main->why()->from()->text().toStdString(), idAt(other));
        QCOMPARE(m_main->why()->to()->text().toStdString(), model().architecture.workload(workload).id);
        m_main->why()->close();
        if (!menu) // the dialog closed it
            open();
        QVERIFY(menu);
        action(QStringLiteral("Show to: "))->trigger();
        QCOMPARE(graph()->view().focused, other);
        if (menu)
            menu->close();
    }

    void linesAreToldToScreenReaders()
    {
        QVERIFY(withLines().valid());
        QAccessibleInterface* graphPart = QAccessible::queryAccessibleInterface(graph());
        QVERIFY(graphPart && graphPart->focusChild());
        QAccessibleInterface* node = graphPart->focusChild();
        QStringList names;
        for (int i = 0; i < node->childCount(); ++i)
            names << node->child(i)->text(QAccessible::Name);
        for (int i = 0; i < graph()->reachLines(); ++i)
            QVERIFY2(names.contains(graph()->lineInWords(i)), qPrintable(names.join(QLatin1Char('\n'))));
        QAccessibleInterface* line = node->child(node->childCount() - 1);
        QVERIFY(line->isValid());
        QCOMPARE(node->indexOfChild(line), node->childCount() - 1);
        m_main->viewState().setLens(diagram::Lens::exposure); // the lines are gone
        QVERIFY(!line->isValid());
        QVERIFY(line->text(QAccessible::Name).isEmpty());
    }

    void twoSelectedByKeysAreAskedAboutInEveryLens()
    {
        for (int lens = 0; lens < diagram::lensCount; ++lens) {
            m_main->viewState().setLens(static_cast<diagram::Lens>(lens));
            for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_Right, Qt::Key_Down}) {
                m_main->viewState().selectWorkload(named("payment"));
                graph()->setFocus();
                QTest::keyClick(graph(), key, Qt::ShiftModifier);
                if (m_main->viewState().workloads().size() == 2) // no way in beside it
                    break;
            }
            QCOMPARE(m_main->viewState().workloads().size(), std::size_t{2});
            QCOMPARE(graph()->view().selected.size(), std::size_t{2});
            const auto& workloads = model().architecture.workloads;
            const WorkloadId first = m_main->viewState().workloads()[1], second = m_main->viewState().workload();
            QTest::keyClick(graph(), Qt::Key_W);
            QVERIFY(m_main->why());
            QTRY_VERIFY(!m_main->why()->isAsking());
            QCOMPARE(m_main->why()->from()->text().toStdString(), workloads[first.pos()].id);
            QCOMPARE(m_main->why()->to()->text().toStdString(), workloads[second.pos()].id);
            m_main->why()->close();
        }
    }

    void withoutPoliciesOneSentenceSaysIt_data()
    {
        QTest::addColumn<int>("services");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("one") << 1 << QStringLiteral("There is only one service");
        QTest::newRow("several") << 5 << QStringLiteral("No network policy is in the input");
    }
    void withoutPoliciesOneSentenceSaysIt()
    {
        QFETCH(int, services);
        QFETCH(QString, sentence);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("all.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < services; ++i) {
            const QByteArray name = "s" + QByteArray::number(i);
            file.write("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name +
                       ", namespace: shop}\nspec:\n  selector: {matchLabels: {app: " + name +
                       "}}\n  template:\n    metadata: {labels: {app: " + name +
                       "}}\n    spec: {containers: [{name: main, image: 'registry.example/" + name +
                       ":1', ports: [{containerPort: 8080}]}]}\n---\n");
        }
        file.close();
        auto window = test::quietWindow();
        window->show();
        QVERIFY(test::openSources(*window, {folder.path()}));
        window->showView(QStringLiteral("graph"));
        auto* view = window->viewAs<GraphView>("graph");
        window->viewState().setLens(diagram::Lens::connectivity);
        QVERIFY2(noteOf(view).contains(sentence), qPrintable(noteOf(view)));
        window->viewState().selectWorkload(WorkloadId(std::size_t{0}));
        QTRY_VERIFY(view->reached().blast);
        QCOMPARE(view->reachLines(), 0);
        QCOMPARE(view->reached().services, static_cast<std::size_t>(services - 1));
        QVERIFY2(view->reachInWords().contains(QStringLiteral("no policy restricts anything")), qPrintable(view->reachInWords()));
    }

    void aLongSentenceDoesNotWidenTheWindow()
    {
        const int least = m_main->minimumSizeHint().width();
        emit graph()->hopChanged(QString(4000, QLatin1Char('x')));
        m_main->statusBar()->layout()->activate();
        QCOMPARE(m_main->minimumSizeHint().width(), least);
        emit graph()->hopChanged({});
    }
};

QTEST_MAIN(ConnectivityTest)
#include "tst_connectivity.moc"
