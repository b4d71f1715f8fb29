// SPDX-License-Identifier: GPL-3.0-or-later
// Services that are gone: where they stand, what they leave as it was, when they are painted.
#include "diagram/changes.h"
#include "diagram/ghosts.h"
#include "diagram/hit.h"
#include "diagram/layout/layout.h"
#include "diagram/nodes.h"
#include "diagram/painter.h"
#include "tests/diagram/samples.h"

#include <QtTest>

using namespace bartizan;
using namespace bartizan::diagram;

namespace {

Change gone(const std::string& id, const std::string& name, ChangeSense sense = ChangeSense::changed)
{
    Change change;
    change.aspect = ChangeAspect::service;
    change.presence = ChangePresence::gone;
    change.sense = sense;
    change.subject = id;
    change.title = name;
    return change;
}

} // namespace

class GhostsTest : public QObject {
    Q_OBJECT
    Drawing m_drawing;

    // Of a namespace of the sample, `count` services; and `other` of one that is not there.
    Drawing with(const std::string& ns, int count, int other = 0) const
    {
        Difference difference;
        for (int i = 0; i < count; ++i)
            difference.changes.push_back(gone(ns + "/was" + std::to_string(i) + "[Deployment]", "was" + std::to_string(i)));
        for (int i = 0; i < other; ++i)
            difference.changes.push_back(gone("nowhere/old" + std::to_string(i) + "[Pod]", "old" + std::to_string(i)));
        return withChanges(m_drawing, difference);
    }

private slots:
    void initTestCase()
    {
        m_drawing = samples::boutique();
        layOut(m_drawing);
    }

    void theySitApart_data()
    {
        QTest::addColumn<QString>("ns");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("other");
        for (const Group& group : m_drawing.groups)
            for (const int count : {1, 3, 40})
                QTest::addRow("%s %d", group.id.c_str(), count) << QString::fromStdString(group.id) << count << 2;
        QTest::newRow("nowhere") << QStringLiteral("gone-too") << 5 << 30;
    }
    void theySitApart()
    {
        QFETCH(QString, ns);
        QFETCH(int, count);
        QFETCH(int, other);
        const Drawing drawing = with(ns.toStdString(), count, other);
        QCOMPARE(static_cast<int>(drawing.ghosts.size()), count + other);
        const auto cell = [](QPointF centre) { return QRectF(centre.x() - keepX, centre.y() - keepY, cellWidth, cellHeight); };
        for (std::size_t i = 0; i < drawing.ghosts.size(); ++i) {
            const Ghost& ghost = drawing.ghosts[i];
            const QRectF ring(ghost.centre - QPointF(28, 28), QSizeF(56, 56));
            for (const Node& node : drawing.nodes)
                QVERIFY2(!node.shown || !ring.intersects(QRectF(node.centre - QPointF(28, 28), QSizeF(56, 56))),
                         qPrintable(ghost.label + u' ' + node.label));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!cell(ghost.centre).adjusted(1, 1, -1, -1).intersects(cell(drawing.ghosts[j].centre)));
            if (ghost.box >= 0) {
                QVERIFY(drawing.ghostBoxes[static_cast<std::size_t>(ghost.box)].rect.contains(cell(ghost.centre)));
            } else {
                const auto group = std::find_if(drawing.groups.begin(), drawing.groups.end(),
                                                [&](const Group& g) { return g.id == ns.toStdString(); });
                QVERIFY(group != drawing.groups.end() && group->rect.contains(cell(ghost.centre)));
            }
            QVERIFY(drawing.ghostBounds.contains(ring));
        }
        for (const GhostBox& box : drawing.ghostBoxes)
            for (const Group& group : drawing.groups)
                QVERIFY(!box.rect.intersects(group.rect));
        for (std::size_t i = 0; i < drawing.ghostBoxes.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!drawing.ghostBoxes[i].rect.intersects(drawing.ghostBoxes[j].rect));
    }

    void nothingElseChanges()
    {
        const Drawing drawing = with(m_drawing.groups.front().id, 7, 3);
        QCOMPARE(drawing.bounds, m_drawing.bounds);
        QCOMPARE(drawing.nodes.size(), m_drawing.nodes.size());
        for (std::size_t i = 0; i < drawing.nodes.size(); ++i)
            QCOMPARE(drawing.nodes[i].centre, m_drawing.nodes[i].centre);
        for (std::size_t i = 0; i < drawing.groups.size(); ++i) {
            QCOMPARE(drawing.groups[i].rect, m_drawing.groups[i].rect);
            QCOMPARE(drawing.groups[i].counts.of, m_drawing.groups[i].counts.of);
            QCOMPARE(drawing.groups[i].nodes, m_drawing.groups[i].nodes);
        }
        QVERIFY(hasChanges(drawing));
        const Drawing without = withoutChanges(drawing);
        QVERIFY(without.ghosts.empty() && without.ghostBoxes.empty() && without.ghostBounds.isNull());
        QVERIFY(!hasChanges(without));
    }

    void whatWasNotReadIsNotGone()
    {
        Difference difference;
        difference.changes.push_back(gone("shop/cart[Rollout]", "cart", ChangeSense::incomparable));
        QVERIFY(withChanges(m_drawing, difference).ghosts.empty());
    }

    void onlyTheChangeLensShowsThem()
    {
        const Drawing drawing = with(m_drawing.groups.front().id, 2, 2);
        for (const double scale : {0.3, 1.0, 2.6}) {
            for (const Lens lens : {Lens::exposure, Lens::isolation, Lens::change}) {
                View view;
                view.lens = lens;
                view.scale = scale;
                view.origin = drawing.ghostBounds.topLeft();
                const QSize size = (drawing.ghostBounds.size() * scale).toSize();
                const bool same = drawingImage(drawing, view, size) == drawingImage(m_drawing, view, size);
                QCOMPARE(same, lens != Lens::change);
                const QPointF at = view.toView(drawing.ghosts.back().centre);
                const Hit wanted = lens == Lens::change ? Hit{Hit::Kind::ghost, 3} : Hit{};
                QVERIFY(hitTest(drawing, view, at) == wanted);
            }
        }
        QCOMPARE(accessibleName(drawing.ghosts.back()), QStringLiteral("old1, gone since the earlier state"));
    }
};

QTEST_MAIN(GhostsTest)
#include "tst_ghosts.moc"
