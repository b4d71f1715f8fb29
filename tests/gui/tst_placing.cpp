// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing changed by hand: services and namespaces moved with mouse and keys, undone, kept in the review over another
// layout; what a search leaves out hidden and told; what falls with the selection.
#include "app/desktop/review_editor.h"
#include "app/desktop/session.h"
#include "app/desktop/view_state.h"
#include "app/desktop/views/graph_view.h"
#include "diagram/blast.h"
#include "diagram/fonts.h"
#include "diagram/groups.h"
#include "diagram/layout/layout.h"
#include "diagram/nodes.h"
#include "tests/diagram/samples.h"

#include <QAbstractButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace bartizan;
using namespace bartizan::desktop;

class PlacingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<const diagram::Drawing> m_shop;
    int m_number = 0;

    struct Shown {
        Session session;
        ViewState state;
        ReviewEditor editor;
        GraphView view{session, state};

        Shown(const std::filesystem::path& folder, std::shared_ptr<const diagram::Drawing> drawing) : editor(folder)
        {
            view.resize(1000, 640);
            view.show();
            if (drawing)
                view.showDrawing(std::move(drawing));
            view.setEditor(&editor);
            view.settle();
        }
        const diagram::Node& node(const char* label) const
        {
            return view.drawing()->nodes[static_cast<std::size_t>(index(label))];
        }
        int index(const char* label) const
        {
            const auto& nodes = view.drawing()->nodes;
            const auto found =
                std::find_if(nodes.begin(), nodes.end(), [&](const diagram::Node& n) { return n.label == QLatin1String(label); });
            return found == nodes.end() ? 0 : static_cast<int>(found - nodes.begin());
        }
        QPoint at(const char* label) const { return view.view().toView(node(label).centre).toPoint(); }
        void move(QPoint to, Qt::KeyboardModifiers keys = {})
        {
            QMouseEvent event(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, keys);
            QApplication::sendEvent(&view, &event);
        }
        void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {})
        {
            QTest::mousePress(&view, Qt::LeftButton, keys, from);
            move((from + to) / 2, keys);
            view.repaint();
            move(to, keys);
            view.repaint();
            QTest::mouseRelease(&view, Qt::LeftButton, keys, to);
        }
        QAbstractButton* note(const QString& words) const
        {
            for (QAbstractButton* button : view.findChildren<QAbstractButton*>())
                if (!button->isHidden() && button->accessibleName().contains(words))
                    return button;
            return nullptr;
        }
    };

    std::filesystem::path folder() { return m_folder.filePath(QStringLiteral("state%1").arg(++m_number)).toStdString(); }

    static bool close(QPointF a, QPointF b) { return (a - b).manhattanLength() < 3; }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        diagram::useBundledFonts();
        auto shop = std::make_shared<diagram::Drawing>(diagram::samples::boutique());
        diagram::layOut(*shop);
        m_shop = shop;
    }

    void aSelectedServiceIsDragged()
    {
        Shown w(folder(), m_shop);
        const QPointF before = w.node("paymentservice").centre;
        const QPointF origin = w.view.view().origin;
        const QPoint from = w.at("paymentservice");
        QTest::mouseClick(&w.view, Qt::LeftButton, {}, from);
        w.drag(from, from + QPoint(60, 80));
        const QPointF wanted = before + QPointF(60, 80) / w.view.view().scale;
        QTRY_VERIFY(w.node("paymentservice").placed);
        QVERIFY(close(w.node("paymentservice").centre, wanted));
        QCOMPARE(w.view.view().origin, origin); // nothing else moved
        QVERIFY(w.view.settle());
        w.view.repaint();
        QVERIFY(!w.view.isCarrying());
        QCOMPARE(w.editor.review().positions.size(), std::size_t(1));
        QVERIFY(w.editor.history().undoText().contains(QStringLiteral("paymentservice")));
        w.editor.history().undo();
        QTRY_VERIFY(!w.node("paymentservice").placed);
        QVERIFY(close(w.node("paymentservice").centre, before));
        w.editor.history().redo();
        QTRY_VERIFY(close(w.node("paymentservice").centre, wanted));
        w.view.backToAutomaticPlace(false);
        QTRY_VERIFY(close(w.node("paymentservice").centre, before));
        QVERIFY(w.editor.review().positions.empty());
    }

    void aDragFromElsewherePans()
    {
        Shown w(folder(), m_shop);
        const QPointF origin = w.view.view().origin;
        const QPoint from = w.at("paymentservice");
        w.drag(from, from + QPoint(60, 30)); // not selected
        QVERIFY(w.editor.review().positions.empty());
        QVERIFY(w.view.view().origin != origin);
        const QPoint now = w.at("cartservice");
        w.drag(now, now + QPoint(10, 40), Qt::AltModifier);
        QTRY_VERIFY(w.node("cartservice").placed);
    }

    void escapeDropsWhatIsCarried()
    {
        Shown w(folder(), m_shop);
        QTest::mouseClick(&w.view, Qt::LeftButton, {}, w.at("cartservice"));
        QTest::mousePress(&w.view, Qt::LeftButton, {}, w.at("cartservice"));
        w.move(w.at("cartservice") + QPoint(50, 50));
        QVERIFY(w.view.isCarrying());
        QTest::keyClick(&w.view, Qt::Key_Escape);
        QVERIFY(!w.view.isCarrying());
        QTest::mouseRelease(&w.view, Qt::LeftButton, {}, w.at("cartservice") + QPoint(50, 50));
        QVERIFY(w.editor.review().positions.empty());
        QVERIFY(!w.view.view().selected.empty());
    }

    void keysMoveSeveralInOneStep()
    {
        Shown w(folder(), m_shop);
        const QPointF cart = w.node("cartservice").centre, payment = w.node("paymentservice").centre;
        QTest::mouseClick(&w.view, Qt::LeftButton, {}, w.at("cartservice"));
        QTest::mouseClick(&w.view, Qt::LeftButton, Qt::ControlModifier, w.at("paymentservice"));
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&w.view, Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(&w.view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(w.view.isCarrying());
        QTRY_VERIFY(w.node("cartservice").placed);
        QVERIFY(close(w.node("cartservice").centre, cart + QPointF(2, 48)));
        QVERIFY(close(w.node("paymentservice").centre, payment + QPointF(2, 48)));
        QCOMPARE(w.editor.history().count(), 1);
    }

    void aNamespaceIsDraggedByItsTitle()
    {
        Shown w(folder(), m_shop);
        const int g = w.node("paymentservice").group;
        const auto group = [&]() -> const diagram::Group& { return w.view.drawing()->groups[static_cast<std::size_t>(g)]; };
        const QPointF corner = group().rect.topLeft(), inside = w.node("paymentservice").centre;
        const QPoint title = diagram::tabRect(group(), w.view.view()).center().toPoint();
        w.drag(title, title + QPoint(40, -90), Qt::AltModifier);
        QTRY_VERIFY(group().placed);
        const QPointF by = QPointF(40, -90) / w.view.view().scale;
        QVERIFY(close(group().rect.topLeft(), corner + by));
        QVERIFY(close(w.node("paymentservice").centre, inside + by));
        w.view.toggleGroup(g); // laid out anew
        QTRY_VERIFY(group().collapsed);
        QVERIFY(group().placed);
        QVERIFY(close(group().rect.topLeft(), corner + by));
        w.view.backToAutomaticPlace(true);
        QTRY_VERIFY(!group().placed);
    }

    void placesOutliveTheInput()
    {
        const QString sample = QStringLiteral(BARTIZAN_SOURCE_DIR) + QStringLiteral("/resources/sample");
        Shown w(folder(), nullptr);
        QSignalSpy finished(&w.session, &Session::finished);
        w.session.setAsOf(QStringLiteral("2026-11-21T00:00:00Z"));
        w.session.open({sample});
        QVERIFY(finished.wait(60000));
        w.state.backlog().finish();
        const std::string id = w.node("orders").id;
        w.editor.edit(QStringLiteral("Place"), [&](Review& review) {
            review.positions[id] = {310, 200, {}};
            review.positions["shop/Deployment/long-gone"] = {5, 5, {}};
        });
        w.session.setReview(w.editor.shared());
        QTRY_VERIFY(w.node("orders").placed);
        const QPointF corner = w.view.drawing()->groups[static_cast<std::size_t>(w.node("orders").group)].corner;
        QVERIFY(close(w.node("orders").centre, corner + QPointF(310, 200)));
        finished.clear();
        w.session.reload();
        QVERIFY(finished.wait(60000));
        w.state.backlog().finish();
        QVERIFY(w.node("orders").placed); // at once, before the drawing is seen
        w.view.backToAutomaticPlace(true);
        QTRY_VERIFY(!w.node("orders").placed);
        QCOMPARE(w.editor.review().positions.size(), std::size_t(1)); // of the service that is not there
    }

    void hidingIsToldAndRemembered()
    {
        {
            Shown w(folder(), m_shop);
            w.state.setQuery(QStringLiteral("cart"));
            QVERIFY(!w.note(QStringLiteral("hidden")));
            QTest::keyClick(&w.view, Qt::Key_H);
            QVERIFY(w.view.hides());
            QAbstractButton* note = w.note(QStringLiteral("services are hidden"));
            QVERIFY(note);
            QVERIFY2(note->accessibleName().contains(QStringLiteral("with missing layers")), qPrintable(note->accessibleName()));
            QVERIFY(w.view.settle());
        }
        Shown w(folder(), m_shop);
        QVERIFY(w.view.hides());
        w.state.setQuery(QStringLiteral("cart"));
        QAbstractButton* note = w.note(QStringLiteral("services are hidden"));
        QVERIFY(note);
        QTest::mouseClick(note, Qt::LeftButton);
        QVERIFY(!w.view.hides());
        QVERIFY(!w.note(QStringLiteral("hidden")));
    }

    void whatFallsWithTheSelection()
    {
        Shown w(folder(), m_shop);
        QSignalSpy said(&w.view, &GraphView::hopChanged);
        QTest::keyClick(&w.view, Qt::Key_B);
        QCOMPARE(said.count(), 1); // nothing is selected: it says so
        QTest::mouseClick(&w.view, Qt::LeftButton, {}, w.at("checkoutservice"));
        QTest::keyClick(&w.view, Qt::Key_B);
        QVERIFY(w.view.view().blast);
        const diagram::BlastCounts counts =
            diagram::countsOf(*w.view.drawing(), *w.view.view().blast, {w.index("checkoutservice")});
        QVERIFY(w.note(QStringLiteral("If checkoutservice falls: %1 services").arg(counts.services)));
        QVERIFY(w.view.settle());
        QTest::keyClick(&w.view, Qt::Key_Escape);
        QVERIFY(!w.view.view().blast);
        QVERIFY(!w.view.view().selected.empty());
        w.state.setLens(diagram::Lens::sensitivity);
        QVERIFY(w.view.view().blast);
        QTest::keyClick(&w.view, Qt::Key_Escape);
        QVERIFY(!w.view.view().blast);
    }

    void threeThousandAreCarriedSmoothly()
    {
        auto many = std::make_shared<diagram::Drawing>(diagram::samples::random(3000, 25, 3));
        diagram::LayoutOptions plain;
        plain.helper = QStringLiteral("/nonexistent");
        diagram::layOut(*many, plain);
        Shown w(folder(), many);
        w.view.focusNode(1400);
        w.view.settle();
        const QPoint from = w.view.view().toView(many->nodes[1400].centre).toPoint();
        const auto before = w.view.drawing();
        QTest::mousePress(&w.view, Qt::LeftButton, {}, from);
        for (int i = 1; i < 20; ++i) {
            w.move(from + QPoint(5 * i, 3 * i));
            w.view.repaint();
            QCOMPARE(w.view.drawing(), before); // the world stands still
        }
        QTest::mouseRelease(&w.view, Qt::LeftButton, {}, from + QPoint(100, 60));
        QTRY_VERIFY_WITH_TIMEOUT(w.view.drawing()->nodes[1400].placed, 20000);
        QVERIFY(w.view.settle(20000));
    }
};

QTEST_MAIN(PlacingTest)
#include "tst_placing.moc"
