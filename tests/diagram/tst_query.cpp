// SPDX-License-Identifier: GPL-3.0-or-later
// The language that finds services: each row is a query and the names it leaves.
#include "diagram/query.h"
#include "tests/diagram/samples.h"

#include <QTest>

using namespace bartizan::diagram;

class TestQuery : public QObject {
    Q_OBJECT

    static Drawing drawing()
    {
        Drawing d;
        const int shop = samples::addGroup(d, "shop", Wall::none), team = samples::addGroup(d, "team-a", Wall::none);
        // Ring order: gateway, abuse, authentication, mfa, authorization, encryption, network, ...
        samples::addNode(d, "cart", shop, NodeKind::workload, Sensitivity::internal, "PUUUUUMUUUUUUUUU");
        samples::addNode(d, "cart-db", shop, NodeKind::store, Sensitivity::restricted, "nnnnnpmuuuuuuuuu");
        samples::addNode(d, "Web", team, NodeKind::workload, Sensitivity::confidential, "PHPPPPPPPPPPPPPP");
        samples::addNode(d, "outside", -1, NodeKind::entry, Sensitivity::internal, "MMMMMMMMMMMMMMMM");
        d.nodes[0].firstCheck = FirstCheck::relayed;
        d.nodes[2].firstCheck = FirstCheck::direct;
        d.nodes[2].lit = Lit::direct;
        d.nodes[0].image = ImageReport::stale;
        d.nodes[1].saysIs = SaysIs::differ;
        return d;
    }

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* query, const char* names) {
            QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(names);
        };
        row("cart", "cart,cart-db");
        row("CART -db", "cart");
        row("name:cart-*", "cart-db");
        row("name:*b", "cart-db,Web");
        row("kind:store", "cart-db");
        row("-kind:entry", "cart,cart-db,Web");
        row("ns:shop", "cart,cart-db");
        row("ns:team-*", "Web");
        row("missing:network", "cart,cart-db"); // also where it is not required
        row("missing:any", "cart");             // required ones only; entries have no wall
        row("partial:abuse", "Web");
        row("present:encryption kind:store", "cart-db");
        row("unknown:admission ns:shop kind:workload", "cart");
        row("sensitivity:restricted", "cart-db");
        row("open:direct", "Web");
        row("open:relayed", "cart");
        row("open:any", "cart,Web");
        row("lit:direct", "Web");
        row("image:stale", "cart");
        row("says:differ", "cart-db");
        row("kind:", "cart,cart-db,Web,outside"); // is being typed
        row("nothing-like-it", "");
    }
    void finds()
    {
        QFETCH(QString, query);
        QFETCH(QString, names);
        const Drawing d = drawing();
        const Query parsed(query);
        QCOMPARE(parsed.problem(), QString());
        QStringList found;
        for (const Node& node : d.nodes)
            if (parsed.matches(d, node))
                found << node.label;
        QCOMPARE(found.join(QLatin1Char(',')), names);
        const std::vector<char> out = filteredOut(d, parsed);
        QCOMPARE(parsed.isEmpty(), out.empty());
        if (!out.empty())
            QCOMPARE(static_cast<qsizetype>(std::count(out.begin(), out.end(), 0)), found.size());
    }

    void whatIsNotUnderstoodSaysWhatWasExpected()
    {
        QVERIFY(Query(QStringLiteral("colour:red"))
                    .problem()
                    .startsWith(QStringLiteral("colour:red: expected one of name, ns, kind")));
        QCOMPARE(Query(QStringLiteral("cart kind:stores")).problem(),
                 QStringLiteral("kind:stores: expected one of workload, store, gateway, entry, internet, outside, idp"));
        QVERIFY(Query(QStringLiteral("missing:firewall")).problem().contains(QStringLiteral("any, gateway, abuse")));
        const Drawing d = drawing();
        QVERIFY(Query(QStringLiteral("cart kind:stores")).matches(d, d.nodes[0])); // the rest still filters
        QVERIFY(!Query(QStringLiteral("cart kind:stores")).matches(d, d.nodes[2]));
    }

    void completesTheLastWord()
    {
        const Drawing d = drawing();
        QVERIFY(completions(QString(), d).contains(QStringLiteral("kind:")));
        QCOMPARE(completions(QStringLiteral("cart mis"), d), QStringList{QStringLiteral("cart missing:")});
        QCOMPARE(completions(QStringLiteral("ns:"), d), (QStringList{QStringLiteral("ns:shop"), QStringLiteral("ns:team-a")}));
        QCOMPARE(completions(QStringLiteral("-kind:st"), d), QStringList{QStringLiteral("-kind:store")});
        QCOMPARE(completions(QStringLiteral("missing:net"), d), QStringList{QStringLiteral("missing:network")});
    }

    void starsAreLinear()
    {
        Drawing d;
        samples::addNode(d, std::string(100'000, 'a').c_str(), -1, NodeKind::workload, Sensitivity::internal, "");
        QVERIFY(!Query(QString(QStringLiteral("*a")).repeated(8) + QStringLiteral("*b")).matches(d, d.nodes[0]));
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
