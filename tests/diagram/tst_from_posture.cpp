// SPDX-License-Identifier: GPL-3.0-or-later
// Posture -> drawing: every node, wall, badge and line says what the posture says, in a form that reads like a list.
#include "diagram/from_posture.h"
#include "tests/support/text_architecture.h"

#include <QTest>

#include <set>

using namespace bartizan;
namespace dia = bartizan::diagram;

class TestFromPosture : public QObject {
    Q_OBJECT

    struct Made {
        Model model;
        Posture posture;
        dia::Drawing drawing;
    };

    static Made make(const char* text)
    {
        Made made;
        made.model = test::modelOf(text);
        made.posture = analyse(made.model, test::shippedCatalogue(), {"2026-11-21T00:00:00Z"});
        made.drawing = dia::fromPosture(made.model, made.posture, &test::shippedCatalogue());
        return made;
    }

    static QStringList lines(const dia::Drawing& d)
    {
        static const std::array<const char*, 4> kinds = {"observed", "declared", "inferred", "latent"};
        static const std::array<const char*, 3> lights = {"", " relayed", " direct"};
        QStringList result;
        for (const dia::Edge& e : d.edges) {
            const auto label = [&](int n) { return d.nodes[static_cast<std::size_t>(n)].label; };
            if (e.kind == dia::EdgeKind::latent)
                continue;
            result << QStringLiteral("%1 -> %2 %3%4%5")
                          .arg(label(e.from), label(e.to), QLatin1String(kinds[static_cast<std::size_t>(e.kind)]),
                               QLatin1String(lights[static_cast<std::size_t>(e.lit)]),
                               e.bypass ? QStringLiteral(" round") : QString());
        }
        result.sort();
        return result;
    }

    static const dia::Node* node(const dia::Drawing& d, const char* label)
    {
        for (const dia::Node& n : d.nodes) {
            if (n.label == QLatin1String(label))
                return &n;
        }
        return nullptr;
    }

private slots:
    void nodesAndWalls()
    {
        const Made made = make("workload web\nworkload db StatefulSet image=postgres:15 port=5432\n"
                               "workload shop2/other\n"
                               "policy shop2/deny selects all; ingress; egress\n"
                               "service web 80:8080\nservice db 5432\ncall web -> db:5432 postgres\n");
        const dia::Drawing& d = made.drawing;
        QCOMPARE(d.groups.size(), std::size_t(2));
        QCOMPARE(d.groups[0].label, QStringLiteral("shop"));
        QVERIFY(node(d, "web") && node(d, "db") && node(d, "other"));
        QCOMPARE(node(d, "db")->kind, dia::NodeKind::store);
        QCOMPARE(node(d, "web")->id, std::string("shop/web[Deployment]"));
        for (std::size_t i = 0; i < made.posture.workloads.size(); ++i) {
            const dia::Node& n = d.nodes[i];
            QCOMPARE(n.tag, static_cast<std::uint32_t>(i));
            for (std::size_t layer = 0; layer < bartizan::layerCount; ++layer) {
                QCOMPARE(static_cast<int>(n.stones[layer].mark),
                         static_cast<int>(made.posture.workloads[i].layers[layer].verdict));
                QCOMPARE(n.stones[layer].required, made.posture.workloads[i].required[layer]);
            }
            const dia::MarkCounts counts = dia::requiredCounts(n);
            QCOMPARE(counts.total(), made.posture.workloads[i].counts.required);
            QCOMPARE(counts[dia::Mark::missing], made.posture.workloads[i].counts.missing);
        }
        QVERIFY(lines(d).join(u'\n').contains(QStringLiteral("web -> db")));
    }

    void waysIn()
    {
        const Made made = make("internet -> gw:443 [tls] -> web -> db\nworkload db image=redis:7 port=6379\n"
                               "workload admin port=9000\nservice admin 9000 type=NodePort nodePort=31000\n");
        const dia::Drawing& d = made.drawing;
        const dia::Node* outside = node(d, "outside");
        QVERIFY(outside);
        QCOMPARE(outside->id, std::string("internet"));
        int ways = 0;
        for (const dia::Edge& e : d.edges) {
            if (&d.nodes[static_cast<std::size_t>(e.from)] != outside || e.kind == dia::EdgeKind::latent)
                continue;
            ++ways;
            QVERIFY(!e.label.isEmpty());
            QVERIFY(e.entry < made.model.architecture.entries.size());
        }
        QCOMPARE(ways, 2);
        const QString all = lines(d).join(u'\n');
        QVERIFY2(all.contains(QStringLiteral("outside -> gw")) && all.contains(QStringLiteral("outside -> admin")) &&
                     all.contains(QStringLiteral("gw -> web")),
                 qPrintable(all));
        // One line between two nodes, however many calls it stands for.
        std::set<std::pair<int, int>> seen;
        for (const dia::Edge& e : d.edges)
            QVERIFY(seen.insert({e.from, e.to}).second && e.from != e.to);
    }

    void theLightFollowsThePaths()
    {
        const Made made = make("internet -> web:443 -> payment\n");
        int open = 0;
        for (const Path& path : made.posture.paths)
            open += path.kind != PathKind::lateral && path.authenticated != Verdict::present ? 1 : 0;
        int lit = 0;
        for (const dia::Edge& e : made.drawing.edges)
            lit += e.lit != dia::Lit::none ? 1 : 0;
        QCOMPARE(lit > 0, open > 0);
    }

    void emptyModel()
    {
        const Model model;
        const Posture posture;
        const dia::Drawing d = dia::fromPosture(model, posture);
        QVERIFY(d.nodes.empty() && d.edges.empty() && d.groups.empty());
    }
};

QTEST_GUILESS_MAIN(TestFromPosture)
#include "tst_from_posture.moc"
