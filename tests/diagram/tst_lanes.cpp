// SPDX-License-Identifier: GPL-3.0-or-later
// Ways round the gateway: they run beside what they pass, never through it, and apart from each other.
#include "diagram/curve.h"
#include "diagram/groups.h"
#include "diagram/layout/layout.h"
#include "tests/diagram/samples.h"

#include <QtTest>

using namespace bartizan::diagram;

namespace {

int find(const Drawing& drawing, const char* label)
{
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i)
        if (drawing.nodes[i].label == QLatin1String(label))
            return static_cast<int>(i);
    return -1;
}

} // namespace

class LanesTest : public QObject {
    Q_OBJECT
private slots:
    void clearOfAllElse_data()
    {
        QTest::addColumn<QStringList>("targets"); // beside the sample's own lane to paymentservice
        QTest::newRow("one") << QStringList{};
        QTest::newRow("two") << QStringList{"checkoutservice"};
        QTest::newRow("many") << QStringList{"checkoutservice", "frontend", "ledger-db", "catalog", "cartservice"};
        QTest::newRow("into a store") << QStringList{"redis-cart"};
    }
    void clearOfAllElse()
    {
        QFETCH(QStringList, targets);
        for (const double aspect : {1.0, 1.6, 2.6}) {
            Drawing drawing = samples::boutique();
            for (const QString& target : targets) {
                if (const int to = find(drawing, target.toLatin1().constData()); to >= 0)
                    samples::addEdge(drawing, 0, to, EdgeKind::declared, Channel::plain, Lit::direct).bypass = true;
            }
            LayoutOptions options;
            options.aspect = aspect;
            layOut(drawing, options);
            std::vector<std::vector<QPointF>> lanes;
            QRectF rest; // of all that stands there
            for (const Node& node : drawing.nodes)
                if (node.shown)
                    rest |= QRectF(node.centre - QPointF(40, 40), QSizeF(80, 90));
            for (const Group& group : drawing.groups)
                rest |= group.rect.adjusted(0, -boundary::tab, 0, 0);
            for (const Edge& edge : drawing.edges) {
                if (!edge.bypass)
                    continue;
                lanes.push_back(Curve(edge.points).points());
                const Node& to = drawing.nodes[static_cast<std::size_t>(edge.to)];
                for (const QPointF point : lanes.back()) {
                    for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
                        const Node& node = drawing.nodes[i];
                        const bool end = static_cast<int>(i) == edge.from || static_cast<int>(i) == edge.to;
                        QVERIFY2(end || !node.shown || QLineF(node.centre, point).length() > 30, qPrintable(node.label));
                    }
                    for (std::size_t g = 0; g < drawing.groups.size(); ++g)
                        QVERIFY2(static_cast<int>(g) == to.group || !drawing.groups[g].rect.contains(point),
                                 qPrintable(drawing.groups[g].label));
                    QVERIFY(drawing.bounds.contains(point));
                }
                const QRectF box = boundsOf(lanes.back());
                QVERIFY(box.bottom() < rest.bottom() + 34 * static_cast<double>(targets.size() + 1));
            }
            QVERIFY(!lanes.empty());
        }
    }

    // Never longer than over or below all that is there, whichever is nearer.
    void takesTheShortWay()
    {
        for (const double aspect : {0.8, 1.0, 1.6, 2.6}) {
            Drawing drawing = samples::boutique();
            LayoutOptions options;
            options.aspect = aspect;
            layOut(drawing, options);
            QRectF rest;
            for (const Node& node : drawing.nodes)
                if (node.shown)
                    rest |= QRectF(node.centre - QPointF(40, 40), QSizeF(80, 90));
            for (const Group& group : drawing.groups)
                rest |= group.rect.adjusted(0, -2 * boundary::tab, 0, 0);
            const Edge& lane = *std::find_if(drawing.edges.begin(), drawing.edges.end(), [](const Edge& e) { return e.bypass; });
            const double from = drawing.nodes[static_cast<std::size_t>(lane.from)].centre.y();
            const double to = drawing.nodes[static_cast<std::size_t>(lane.to)].centre.y();
            const QRectF box = boundsOf(lane.points);
            const double level = from - box.top() > box.bottom() - from ? box.top() : box.bottom();
            const double way = std::abs(level - from) + std::abs(level - to);
            const double over = from + to - 2 * rest.top(), below = 2 * rest.bottom() - from - to;
            QVERIFY2(way <= std::min(over, below) + 64, qPrintable(QStringLiteral("%1 %2 %3").arg(way).arg(over).arg(below)));
        }
    }
};

QTEST_MAIN(LanesTest)
#include "tst_lanes.moc"
