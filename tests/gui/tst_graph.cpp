// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the drawing offscreen: keys, mouse, multi-selection, namespaces, the weakest path, overlays, accessibility.
#include "app/desktop/session.h"
#include "app/desktop/view_state.h"
#include "app/desktop/views/graph_overlays.h"
#include "app/desktop/views/graph_view.h"
#include "diagram/fonts.h"
#include "diagram/groups.h"
#include "diagram/layout/layout.h"
#include "diagram/painter.h"
#include "tests/diagram/samples.h"

#include <QAccessible>
#include <QClipboard>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace bartizan;
using namespace bartizan::desktop;

class GraphTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;
    std::shared_ptr<const diagram::Drawing> m_shop;

    struct Shown {
        Session session;
        ViewState state;
        GraphView view{session, state};

        explicit Shown(std::shared_ptr<const diagram::Drawing> drawing = {}, QSize size = {1000, 640})
        {
            view.resize(size);
            view.show();
            if (drawing)
                view.showDrawing(std::move(drawing));
            view.settle();
        }
        int node(const char* label) const
        {
            const auto& nodes = view.drawing()->nodes;
            const auto found =
                std::find_if(nodes.begin(), nodes.end(), [&](const diagram::Node& n) { return n.label == QLatin1String(label); });
            return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
        }
        QPoint at(const char* label) const
        {
            return view.view().toView(view.drawing()->nodes[static_cast<std::size_t>(node(label))].centre).toPoint();
        }
        int group(const char* label) const
        {
            const auto& groups = view.drawing()->groups;
            const auto found = std::find_if(groups.begin(), groups.end(),
                                            [&](const diagram::Group& g) { return g.label == QLatin1String(label); });
            return static_cast<int>(found - groups.begin());
        }
        std::vector<int> nodes(std::initializer_list<const char*> labels) const
        {
            std::vector<int> result;
            for (const char* label : labels)
                result.push_back(node(label));
            std::sort(result.begin(), result.end());
            return result;
        }
    };

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        diagram::useBundledFonts();
        auto shop = std::make_shared<diagram::Drawing>(diagram::samples::boutique());
        diagram::layOut(*shop);
        m_shop = shop;
    }

    void showsThePictureThatIsPaintedAtOnce()
    {
        Shown w(m_shop);
        QVERIFY(w.view.settle());
        w.view.centreOn(w.view.view().toScene({530, 310}));
        QVERIFY(w.view.settle());
        const QImage grabbed = w.view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        diagram::View view = w.view.view();
        const QImage painted =
            diagram::drawingImage(*w.view.drawing(), view, w.view.size()).convertToFormat(QImage::Format_RGB32);
        double sum = 0;
        for (int y = 10; y < 500; ++y)
            for (int x = 10; x < 990; ++x)
                sum += std::abs(qGray(grabbed.pixel(x, y)) - qGray(painted.pixel(x, y)));
        QVERIFY2(sum / (490.0 * 980) < 1.5, qPrintable(QString::number(sum / (490.0 * 980)))); // stamps on whole pixels
    }

    void clicksSelectAndAdd()
    {
        Shown w(m_shop);
        QTest::mouseClick(&w.view, Qt::LeftButton, {}, w.at("frontend"));
        QCOMPARE(w.view.view().selected, w.nodes({"frontend"}));
        QTest::mouseClick(&w.view, Qt::LeftButton, Qt::ControlModifier, w.at("cartservice"));
        QCOMPARE(w.view.view().selected, w.nodes({"frontend", "cartservice"}));
        QCOMPARE(w.view.view().focused, w.node("cartservice"));
        QTest::mouseClick(&w.view, Qt::LeftButton, Qt::ControlModifier, w.at("cartservice"));
        QCOMPARE(w.view.view().selected, w.nodes({"frontend"}));
        w.view.copyNames();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("frontend"));
        w.view.copyEvidence();
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("frontend, workload in shop, internal, required ")));
        QTest::keyClick(&w.view, Qt::Key_Escape);
        QVERIFY(w.view.view().selected.empty());
    }

    void shiftDragSelectsABand()
    {
        Shown w(m_shop);
        const QPoint from = w.at("checkoutservice") - QPoint(30, 30);
        const QPoint to = w.at("cartservice") + QPoint(30, 30);
        const QRect band = QRect(from, to).normalized();
        QTest::mousePress(&w.view, Qt::LeftButton, Qt::ShiftModifier, from);
        QMouseEvent move(QEvent::MouseMove, to, w.view.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::ShiftModifier);
        QApplication::sendEvent(&w.view, &move);
        QTest::mouseRelease(&w.view, Qt::LeftButton, Qt::ShiftModifier, to);
        const std::vector<int> selected = w.view.view().selected;
        QVERIFY(selected.size() >= 2);
        for (const int node : selected)
            QVERIFY(
                band.adjusted(-2, -20, 2, 20)
                    .contains(w.view.view().toView(w.view.drawing()->nodes[static_cast<std::size_t>(node)].centre).toPoint()));
    }

    void dragsPanAndSpaceDrags()
    {
        Shown w(m_shop);
        const QPointF before = w.view.view().origin;
        const double scale = w.view.view().scale;
        QTest::keyPress(&w.view, Qt::Key_Space);
        QTest::mousePress(&w.view, Qt::LeftButton, {}, w.at("frontend"));
        const QPoint to = w.at("frontend") + QPoint(-50, 20);
        QMouseEvent move(QEvent::MouseMove, to, w.view.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&w.view, &move);
        QTest::mouseRelease(&w.view, Qt::LeftButton, {}, to);
        QTest::keyRelease(&w.view, Qt::Key_Space);
        QVERIFY(((w.view.view().origin - before) * scale - QPointF(50, -20)).manhattanLength() < 1e-6);
        QVERIFY(w.view.view().selected.empty());
    }

    void tabWalksNamespacesAndEnterOpens()
    {
        Shown w(m_shop);
        w.view.setFocus();
        std::vector<int> seen;
        const std::size_t groups = w.view.drawing()->groups.size();
        for (std::size_t i = 0; i < groups; ++i) {
            QTest::keyClick(&w.view, Qt::Key_Tab);
            seen.push_back(w.view.view().selectedGroup);
        }
        std::sort(seen.begin(), seen.end());
        QVERIFY(std::unique(seen.begin(), seen.end()) == seen.end());
        QTest::keyClick(&w.view, Qt::Key_Escape);
        while (w.view.view().selectedGroup != w.group("monitoring"))
            QTest::keyClick(&w.view, Qt::Key_Tab);
        QTest::keyClick(&w.view, Qt::Key_Return);
        QTRY_VERIFY(!w.view.drawing()->groups[static_cast<std::size_t>(w.group("monitoring"))].collapsed);
        QTest::keyClick(&w.view, Qt::Key_Down);
        QCOMPARE(w.view.drawing()->nodes[static_cast<std::size_t>(w.view.view().focused)].group, w.group("monitoring"));
        QTest::keyClick(&w.view, Qt::Key_Backspace);
        QCOMPARE(w.view.view().selectedGroup, w.group("monitoring"));
        QTest::keyClick(&w.view, Qt::Key_Backspace);
        QTRY_VERIFY(w.view.drawing()->groups[static_cast<std::size_t>(w.group("monitoring"))].collapsed);
    }

    void arrowsGoToTheNearest()
    {
        Shown w(m_shop);
        w.view.focusNode(w.node("paymentservice"));
        QTest::keyClick(&w.view, Qt::Key_Down);
        QCOMPARE(w.view.view().focused, w.node("ledger-db"));
        QTest::keyClick(&w.view, Qt::Key_Return);
        QVERIFY(w.view.view().scale >= 1.4);
        w.view.settle();
        QTest::keyClick(&w.view, Qt::Key_0);
        QVERIFY(w.view.view().scale < 1.4);
    }

    void overlaysStayClearOfTheSelection()
    {
        Shown w(m_shop);
        auto* legend = w.view.findChild<LegendOverlay*>();
        auto* map = w.view.findChild<MiniMap*>();
        QVERIFY(legend && map && legend->isVisible() && map->isVisible());
        for (const diagram::Node& node : w.view.drawing()->nodes) {
            if (!node.shown)
                continue;
            const int index = static_cast<int>(&node - w.view.drawing()->nodes.data());
            w.view.focusNode(index);
            const QRect box = diagram::nodeRect(*w.view.drawing(), w.view.view(), index).toRect();
            QVERIFY2(w.view.rect().contains(box), qPrintable(node.label));
            QVERIFY2(!legend->geometry().intersects(box) && !map->geometry().intersects(box), qPrintable(node.label));
        }
    }

    void legendFoldsAndIsRemembered()
    {
        {
            Shown w(m_shop);
            auto* legend = w.view.findChild<LegendOverlay*>();
            QVERIFY2(legend->isOpen(), qPrintable(QStringLiteral("%1 wide").arg(legend->width())));
            const int wide = legend->width();
            QTest::keyClick(&w.view, Qt::Key_L);
            QVERIFY(!legend->isOpen());
            QVERIFY(legend->width() < wide / 3);
        }
        Shown again(m_shop);
        auto* legend = again.view.findChild<LegendOverlay*>();
        QVERIFY(!legend->isOpen());
        QTest::mouseClick(legend, Qt::LeftButton);
        QVERIFY(legend->isOpen());
    }

    void miniMapDragsTheView()
    {
        Shown w(m_shop);
        w.view.zoomBy(3, {500, 300});
        auto* map = w.view.findChild<MiniMap*>();
        QTest::mousePress(map, Qt::LeftButton, {}, {30, 40});
        const QPointF middle = w.view.view().toScene(QPointF(w.view.width(), w.view.height()) / 2);
        const QPointF wanted = diagram::miniMapView(QRectF(map->rect()), *m_shop).toScene({30, 40});
        QVERIFY((middle - wanted).manhattanLength() < 2);
    }

    void aPathIsLitAndWalked()
    {
        const QString sample = QStringLiteral(BARTIZAN_SOURCE_DIR) + QStringLiteral("/resources/sample");
        Shown w;
        w.session.setAsOf(QStringLiteral("2026-11-21T00:00:00Z"));
        QSignalSpy finished(&w.session, &Session::finished);
        w.session.open({sample});
        QVERIFY(finished.wait(60000));
        w.state.backlog().finish();
        QSignalSpy hops(&w.view, &GraphView::hopChanged);
        QTest::keyClick(&w.view, Qt::Key_P);
        QCOMPARE(hops.count(), 1); // nothing is selected: it says so
        const Posture& posture = w.session.snapshot()->posture();
        const Path* relayed = nullptr;
        for (const Path& path : posture.paths)
            if (!relayed && path.kind == PathKind::relayed && path.hops.size() > 1 &&
                diagram::weakestPath(posture, path.target) == &path)
                relayed = &path;
        QVERIFY(relayed);
        w.state.selectWorkload(relayed->target);
        QVERIFY(!w.view.view().selected.empty());
        QTest::keyClick(&w.view, Qt::Key_P);
        QVERIFY2(hops.last()[0].toString().startsWith(QStringLiteral("Path to ")), qPrintable(hops.last()[0].toString()));
        const auto lit = [&] {
            return std::count_if(w.view.drawing()->edges.begin(), w.view.drawing()->edges.end(),
                                 [](const diagram::Edge& e) { return e.lit != diagram::Lit::none; });
        };
        QVERIFY(lit() >= 1);
        QTest::keyClick(&w.view, Qt::Key_BracketRight);
        QVERIFY2(hops.last()[0].toString().startsWith(QStringLiteral("Hop 1 of ")), qPrintable(hops.last()[0].toString()));
        QTest::keyClick(&w.view, Qt::Key_BracketRight);
        QVERIFY(hops.last()[0].toString().startsWith(QStringLiteral("Hop 2 of ")));
        QTest::keyClick(&w.view, Qt::Key_BracketLeft);
        QVERIFY(hops.last()[0].toString().startsWith(QStringLiteral("Hop 1 of ")));
        QCOMPARE(w.state.workload(), relayed->target); // walking does not change what is selected
        QVERIFY(w.view.settle());
    }

    void severalWorkloadsAreTold()
    {
        const QString sample = QStringLiteral(BARTIZAN_SOURCE_DIR) + QStringLiteral("/resources/sample");
        Shown w;
        QSignalSpy finished(&w.session, &Session::finished);
        w.session.open({sample});
        QVERIFY(finished.wait(60000));
        w.state.backlog().finish();
        QTest::mouseClick(&w.view, Qt::LeftButton, {}, w.at("orders"));
        QTest::mouseClick(&w.view, Qt::LeftButton, Qt::ControlModifier, w.at("payment"));
        QCOMPARE(w.state.workloads().size(), std::size_t(2));
        const auto& architecture = w.session.snapshot()->model().architecture;
        QCOMPARE(architecture.workload(w.state.workload()).name, std::string("payment"));
        w.state.selectWorkload(w.state.workloads()[1]);
        QCOMPARE(w.view.view().selected, w.nodes({"orders"}));
        QCOMPARE(w.state.workloads().size(), std::size_t(1));
    }

    void readableByScreenReaders()
    {
        Shown w(m_shop);
        QAccessibleInterface* graph = QAccessible::queryAccessibleInterface(&w.view);
        QVERIFY(graph);
        QCOMPARE(graph->text(QAccessible::Name), QStringLiteral("Service graph"));
        const auto& drawing = *w.view.drawing();
        QVERIFY(graph->childCount() >= static_cast<int>(drawing.groups.size()) + 2);
        std::size_t nodes = 0;
        for (int g = 0; g < static_cast<int>(drawing.groups.size()); ++g) {
            QAccessibleInterface* group = graph->child(g);
            QCOMPARE(group->role(), QAccessible::Grouping);
            QVERIFY(group->text(QAccessible::Name)
                        .startsWith(drawing.groups[static_cast<std::size_t>(g)].label + QStringLiteral(", namespace, ")));
            QCOMPARE(graph->indexOfChild(group), g);
            QCOMPARE(group->parent(), graph);
            QVERIFY(!group->rect().isEmpty());
            for (int n = 0; n < group->childCount(); ++n, ++nodes) {
                QAccessibleInterface* node = group->child(n);
                QCOMPARE(node->parent(), group);
                QCOMPARE(group->indexOfChild(node), n);
                QVERIFY(node->text(QAccessible::Name).contains(QStringLiteral(", required ")));
                for (int e = 0; e < node->childCount(); ++e)
                    QVERIFY(node->child(e)->text(QAccessible::Name).contains(QStringLiteral(" calls ")));
            }
        }
        QCOMPARE(nodes, drawing.nodes.size() - 2);
        const int payment = w.node("paymentservice");
        w.view.focusNode(payment);
        QVERIFY(graph->focusChild());
        QCOMPARE(graph->focusChild()->text(QAccessible::Name),
                 diagram::accessibleName(drawing, drawing.nodes[static_cast<std::size_t>(payment)]));
        QVERIFY(graph->focusChild()->state().selected);
        const QPoint inside = graph->focusChild()->rect().center();
        QCOMPARE(graph->childAt(inside.x(), inside.y()), graph->focusChild());
        w.view.showDrawing(m_shop); // interfaces end with the drawing and are made again
        QVERIFY(graph->child(0)->text(QAccessible::Name).contains(QStringLiteral("namespace")));
    }

    void threeThousandServicesOpen()
    {
        auto many = std::make_shared<diagram::Drawing>(diagram::samples::random(3000, 25, 3));
        diagram::LayoutOptions plain;
        plain.helper = QStringLiteral("/nonexistent");
        diagram::layOut(*many, plain);
        Shown w(many);
        for (int i = 0; i < 6; ++i) {
            w.view.zoomBy(i % 2 ? 1.3 : 0.8, {400, 300});
            w.view.repaint();
            QVERIFY(!w.view.grab().isNull());
        }
        QVERIFY(w.view.settle());
        QTest::mouseClick(&w.view, Qt::LeftButton, {}, w.view.view().toView(many->nodes[40].centre).toPoint());
        QVERIFY(w.view.settle());
    }
};

QTEST_MAIN(GraphTest)
#include "tst_graph.moc"
