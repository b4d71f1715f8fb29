// SPDX-License-Identifier: GPL-3.0-or-later
// Places chosen by hand: kept to the unit, followed by walls and calls, never covered; taken back without a trace. And the
// blast radius: what known calls reach.
#include "diagram/blast.h"
#include "diagram/groups.h"
#include "diagram/hit.h"
#include "diagram/layout/layout.h"
#include "diagram/layout/places.h"
#include "diagram/nodes.h"
#include "diagram/painter.h"
#include "tests/diagram/samples.h"

#include <QTest>

#include <cmath>

using namespace bartizan::diagram;

class TestPlaces : public QObject {
    Q_OBJECT

    Drawing m_shop, m_many;

    static std::size_t find(const Drawing& d, const char* label)
    {
        for (std::size_t i = 0; i < d.nodes.size(); ++i) {
            if (d.nodes[i].label == QLatin1String(label))
                return i;
        }
        return 0;
    }
    static const Group& groupOf(const Drawing& d, const Node& node) { return d.groups[static_cast<std::size_t>(node.group)]; }

    static QString collisions(const Drawing& d)
    {
        QString text;
        for (std::size_t a = 0; a < d.nodes.size(); ++a) {
            const Node& n = d.nodes[a];
            if (!n.shown)
                continue;
            for (std::size_t b = a + 1; b < d.nodes.size(); ++b) {
                const QPointF way = n.centre - d.nodes[b].centre;
                if (d.nodes[b].shown && std::hypot(way.x(), way.y()) < 2 * ring::surface + 4)
                    text += n.label + QStringLiteral(" on ") + d.nodes[b].label + QLatin1Char('\n');
            }
            for (std::size_t g = 0; g < d.groups.size(); ++g) {
                const bool inside = d.groups[g].rect.intersects(cellOf(n).adjusted(8, 8, -8, -8));
                if (inside != (n.group == static_cast<int>(g)))
                    text += n.label + (inside ? QStringLiteral(" within ") : QStringLiteral(" outside ")) + d.groups[g].label +
                            QLatin1Char('\n');
            }
        }
        for (std::size_t a = 0; a < d.groups.size(); ++a) {
            for (std::size_t b = a + 1; b < d.groups.size(); ++b) {
                if (d.groups[a].rect.intersects(d.groups[b].rect))
                    text += d.groups[a].label + QStringLiteral(" on ") + d.groups[b].label + QLatin1Char('\n');
            }
        }
        return text;
    }

    static double near(const std::vector<QPointF>& points, bool atEnd, QPointF centre)
    {
        const QPointF way = (atEnd ? points.back() : points.front()) - centre;
        return std::hypot(way.x(), way.y());
    }

    static void sameDrawing(const Drawing& a, const Drawing& b)
    {
        for (std::size_t i = 0; i < a.nodes.size(); ++i)
            QVERIFY2((a.nodes[i].centre - b.nodes[i].centre).manhattanLength() < 1e-9, qPrintable(a.nodes[i].label));
        for (std::size_t i = 0; i < a.groups.size(); ++i)
            QCOMPARE(a.groups[i].rect, b.groups[i].rect);
        for (std::size_t i = 0; i < a.edges.size(); ++i)
            QCOMPARE(a.edges[i].points, b.edges[i].points);
        QCOMPARE(a.bounds, b.bounds);
    }

private slots:
    void initTestCase()
    {
        m_shop = samples::boutique();
        layOut(m_shop);
        m_many = samples::random(120, 12, 2);
        LayoutOptions plain;
        plain.helper = QStringLiteral("/nonexistent");
        layOut(m_many, plain);
    }

    void withoutPlacesNothingChanges()
    {
        for (const Drawing* drawing : {&m_shop, &m_many}) {
            Drawing d = *drawing;
            place(d, {{"of/a/service/that/is/gone", {10, 10}}});
            sameDrawing(d, *drawing);
            QCOMPARE(d.places.size(), std::size_t(1)); // kept
        }
    }

    void aServiceStandsWhereItIsPut()
    {
        const std::size_t n = find(m_shop, "paymentservice");
        const QPointF to = m_shop.nodes[n].centre + QPointF(90, 160);
        Drawing d = m_shop;
        place(d, {{d.nodes[n].id, placeAt(d, d.nodes[n], to)}});
        QVERIFY(d.nodes[n].placed);
        QVERIFY((d.nodes[n].centre - to).manhattanLength() < 1e-9);
        QVERIFY(groupOf(d, d.nodes[n]).rect.contains(cellOf(d.nodes[n])));
        QCOMPARE(collisions(d), QString());
        int touched = 0;
        for (const Edge& edge : d.edges) {
            if (edge.points.empty())
                continue;
            for (const bool end : {false, true}) {
                const Node& at = d.nodes[static_cast<std::size_t>(end ? edge.to : edge.from)];
                QVERIFY2(near(edge.points, end, at.centre) < 60, qPrintable(at.label));
                touched += &at == &d.nodes[n] ? 1 : 0;
            }
        }
        QVERIFY(touched > 0);
        QVERIFY(accessibleName(d, d.nodes[n]).endsWith(QStringLiteral("; placed by hand")));
        place(d, {});
        sameDrawing(d, m_shop);
        QVERIFY(!d.nodes[n].placed);
    }

    void whatWouldBeCoveredMakesRoom()
    {
        const std::size_t n = find(m_shop, "paymentservice"), other = find(m_shop, "checkoutservice");
        Drawing d = m_shop;
        const QPointF on = d.nodes[other].centre;
        place(d, {{d.nodes[n].id, placeAt(d, d.nodes[n], on)}});
        QVERIFY((d.nodes[n].centre - on).manhattanLength() < 1e-9);
        QCOMPARE(collisions(d), QString());
    }

    void wallsNeverRunOverOtherServices()
    {
        // Far out of its namespace, across others.
        for (std::size_t n = 0; n < m_many.nodes.size(); n += 17) {
            if (m_many.nodes[n].group < 0)
                continue;
            Drawing d = m_many;
            const QPointF to = d.bounds.center() + QPointF(static_cast<double>(n) * 3, -40);
            place(d, {{d.nodes[n].id, placeAt(d, d.nodes[n], to)}});
            QVERIFY((d.nodes[n].centre - to).manhattanLength() < 1e-9);
            QCOMPARE(collisions(d), QString());
        }
    }

    void aNamespaceMovesWithItsServices()
    {
        Drawing d = m_many;
        const std::size_t n = 5;
        const Group& around = groupOf(d, d.nodes[n]);
        const QPointF own = d.nodes[n].centre + QPointF(30, 40);
        const Places places{{d.nodes[n].id, placeAt(d, d.nodes[n], own)}, {placeKey(around), around.corner + QPointF(700, 450)}};
        place(d, places);
        QVERIFY((d.nodes[n].centre - own - QPointF(700, 450)).manhattanLength() < 1e-9);
        QVERIFY(groupOf(d, d.nodes[n]).placed);
        QCOMPARE(collisions(d), QString());
        Drawing again = d; // places hold on top of places
        place(again, places);
        sameDrawing(again, d);
        again.groups[static_cast<std::size_t>(again.nodes[n].group)].collapsed = true; // closed and laid out anew
        LayoutOptions plain;
        plain.helper = QStringLiteral("/nonexistent");
        layOut(again, plain);
        QVERIFY(!again.nodes[n].placed);
        place(again, places);
        const Group& closed = groupOf(again, again.nodes[n]);
        QVERIFY((closed.rect.topLeft() - places.at(placeKey(closed))).manhattanLength() < 1e-9);
        QCOMPARE(collisions(again), QString());
    }

    void blastFollowsKnownCalls()
    {
        const std::size_t start = find(m_shop, "checkoutservice");
        const auto blast = blastOf(m_shop, callGraphOf(m_shop), {static_cast<int>(start)});
        std::vector<char> expected(m_shop.nodes.size(), 0);
        expected[start] = 1;
        for (std::size_t round = 0; round < m_shop.nodes.size(); ++round) {
            for (const Edge& edge : m_shop.edges) {
                const Node& to = m_shop.nodes[static_cast<std::size_t>(edge.to)];
                if (expected[static_cast<std::size_t>(edge.from)] && edge.kind != EdgeKind::latent && to.hasWall())
                    expected[static_cast<std::size_t>(edge.to)] = 1;
            }
        }
        QCOMPARE(blast->nodes, expected);
        for (std::size_t i = 0; i < m_shop.edges.size(); ++i) {
            if (blast->edges[i])
                QVERIFY(blast->nodes[static_cast<std::size_t>(m_shop.edges[i].from)] &&
                        blast->nodes[static_cast<std::size_t>(m_shop.edges[i].to)]);
        }
        const BlastCounts counts = countsOf(m_shop, *blast, {static_cast<int>(start)});
        QVERIFY(counts.services > 0 && counts.calls >= counts.services);
        QCOMPARE(counts.services, static_cast<int>(std::count(expected.begin(), expected.end(), 1)) - 1);
    }

    void hiddenIsHiddenButNeverOnALitPath()
    {
        View view = fitted(m_shop.bounds, {1200, 760});
        view.hide = true;
        view.filteredOut.assign(m_shop.nodes.size(), 1);
        int lit = 0;
        for (std::size_t i = 0; i < m_shop.nodes.size(); ++i) {
            const Node& node = m_shop.nodes[i];
            if (!node.shown)
                continue;
            lit += node.lit != Lit::none ? 1 : 0;
            QCOMPARE(isHidden(node, static_cast<int>(i), view), node.lit == Lit::none);
            const Hit hit = hitTest(m_shop, view, view.toView(node.centre));
            QCOMPARE(hit == (Hit{Hit::Kind::node, static_cast<int>(i)}), node.lit != Lit::none);
        }
        QVERIFY(lit > 2);
        const QImage hidden = drawingImage(m_shop, view, {1200, 760});
        view.hide = false;
        const QImage dimmed = drawingImage(m_shop, view, {1200, 760});
        QVERIFY(hidden != dimmed);
    }
};

QTEST_MAIN(TestPlaces)
#include "tst_places.moc"
