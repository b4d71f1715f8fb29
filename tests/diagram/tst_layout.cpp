// SPDX-License-Identifier: GPL-3.0-or-later
// The layout: complete, free of overlaps, the same every time, and there even when the helper hangs, crashes or lies.
#include "diagram/groups.h"
#include "diagram/layout/layered.h"
#include "diagram/layout/layout.h"
#include "diagram/nodes.h"
#include "tests/diagram/samples.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace bartizan::diagram;

class TestLayout : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString script(const char* name, const char* body)
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(QByteArray("#!/bin/sh\n") + body);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    static QString realHelper()
    {
        const QString fromEnvironment = qEnvironmentVariable("BARTIZAN_LAYOUT");
        const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/../diagram/bartizan-layout");
        return fromEnvironment.isEmpty() ? beside : fromEnvironment;
    }

    static int nodeNamed(const Drawing& d, const char* name)
    {
        for (std::size_t i = 0; i < d.nodes.size(); ++i) {
            if (d.nodes[i].label == QLatin1String(name))
                return static_cast<int>(i);
        }
        return -1;
    }

    static QPointF at(const Drawing& d, const char* name) { return d.nodes[static_cast<std::size_t>(nodeNamed(d, name))].centre; }

    static QString overlaps(const Drawing& d)
    {
        for (std::size_t a = 0; a < d.nodes.size(); ++a) {
            if (!d.nodes[a].shown)
                continue;
            for (std::size_t b = a + 1; b < d.nodes.size(); ++b) {
                if (d.nodes[b].shown && cellOf(d.nodes[a]).adjusted(1, 1, -1, -1).intersects(cellOf(d.nodes[b])))
                    return d.nodes[a].label + QStringLiteral(" on ") + d.nodes[b].label;
            }
            const int g = d.nodes[a].group;
            if (g >= 0 && !d.groups[static_cast<std::size_t>(g)].rect.contains(cellOf(d.nodes[a]).adjusted(8, 8, -8, -8)))
                return d.nodes[a].label + QStringLiteral(" outside its namespace");
        }
        for (std::size_t a = 0; a < d.groups.size(); ++a) {
            for (std::size_t b = a + 1; b < d.groups.size(); ++b) {
                const double tab = d.groups[b].collapsed ? 0 : boundary::tab;
                if (d.groups[a].rect.intersects(d.groups[b].rect.adjusted(0, -tab, 0, 0)))
                    return d.groups[a].label + QStringLiteral(" on ") + d.groups[b].label;
            }
        }
        return {};
    }

    static QString places(const Drawing& d)
    {
        QString text;
        const auto add = [&](QPointF p) { text += QStringLiteral("%1 %2\n").arg(p.x(), 0, 'f', 6).arg(p.y(), 0, 'f', 6); };
        for (const Node& n : d.nodes)
            add(n.centre);
        for (const Edge& e : d.edges) {
            for (const QPointF& p : e.points)
                add(p);
        }
        return text;
    }

private slots:
    void nothingOverlaps_data()
    {
        QTest::addColumn<int>("services");
        QTest::addColumn<int>("perGroup");
        QTest::addColumn<bool>("helper");
        for (const bool helper : {true, false}) {
            for (const auto& [services, perGroup] : {std::pair(1, 5), std::pair(30, 30), std::pair(90, 12), std::pair(290, 25)})
                QTest::addRow("%d in %d, %s", services, perGroup, helper ? "dot" : "plain") << services << perGroup << helper;
        }
    }

    void nothingOverlaps()
    {
        QFETCH(int, services);
        QFETCH(int, perGroup);
        QFETCH(bool, helper);
        Drawing d = samples::random(services, perGroup, 1.5);
        LayoutOptions options;
        if (!helper)
            options.helper = QStringLiteral("/nonexistent");
        const LayoutReport report = layOut(d, options);
        QCOMPARE(report.helperMissing, !helper);
        QCOMPARE(overlaps(d), QString());
        for (const Edge& e : d.edges)
            QVERIFY(!e.points.empty() && e.points.size() % 3 == 1);
    }

    void theSameEveryTime()
    {
        Drawing first = samples::random(120, 15, 2);
        Drawing second = first;
        LayoutOptions one;
        one.processes = 1;
        layOut(first, one);
        layOut(second);
        QCOMPARE(places(first), places(second));
    }

    void aVerdictDoesNotMoveAnything()
    {
        Drawing first = samples::boutique();
        Drawing second = first;
        for (Node& n : second.nodes)
            n.stones[5].mark = Mark::missing;
        layOut(first);
        layOut(second);
        QCOMPARE(places(first), places(second));
    }

    void litPathRunsStraight()
    {
        Drawing d = samples::boutique();
        layOut(d);
        double x = at(d, "outside").x();
        for (const char* name : {"ingress-gateway", "frontend", "checkoutservice", "paymentservice"}) {
            QVERIFY2(std::abs(at(d, name).y() - at(d, "outside").y()) < 0.01, name);
            QVERIFY2(at(d, name).x() > x, name);
            x = at(d, name).x();
        }
        QVERIFY(at(d, "api.bank.example").x() > x);
        QCOMPARE(overlaps(d), QString());
    }

    void aHelperThatFails_data()
    {
        QTest::addColumn<QString>("helper");
        QTest::addColumn<bool>("overruns");
        QTest::newRow("hangs") << script("hangs", "exec sleep 20\n") << true;
        QTest::newRow("crashes") << script("crashes", "kill -SEGV $$\n") << false;
        QTest::newRow("lies") << script("lies", "while read line; do echo 'node x y'; done\n") << false;
        QTest::newRow("too little") << script("little", "while read line; do echo end; done\n") << false;
        QTest::newRow("refuses") << script("refuses", "while read line; do [ \"$line\" = end ] && echo failed layout; done\n")
                                 << false;
    }

    void aHelperThatFails()
    {
        QFETCH(QString, helper);
        QFETCH(bool, overruns);
        Drawing d = samples::boutique();
        LayoutOptions options;
        options.helper = helper;
        options.deadlineMs = 150;
        QElapsedTimer clock;
        clock.start();
        const LayoutReport report = layOut(d, options);
        QVERIFY(clock.elapsed() < 10000);
        QCOMPARE(report.overran, overruns);
        QVERIFY(!report.cancelled);
        QCOMPARE(report.notes.size(), 1);
        QCOMPARE(overlaps(d), QString());
    }

    // Ended by somebody else at its first request: started again, and the picture is the same.
    void aHelperThatIsKilledOnce()
    {
        Drawing undisturbed = samples::boutique(), d = undisturbed;
        layOut(undisturbed);
        const QString marker = m_folder.filePath(QStringLiteral("killed"));
        LayoutOptions options;
        options.processes = 1;
        options.helper = script("killed-once", qPrintable(QStringLiteral("if [ ! -e '%1' ]; then touch '%1'; kill -KILL $$; fi\n"
                                                                         "exec '%2'\n")
                                                              .arg(marker, realHelper())));
        const LayoutReport report = layOut(d, options);
        QVERIFY(QFile::exists(marker));
        QVERIFY(!report.cancelled && !report.overran);
        QCOMPARE(report.notes.size(), 1);
        QVERIFY2(report.notes[0].contains(QStringLiteral("started again")), qPrintable(report.notes[0]));
        QCOMPARE(places(d), places(undisturbed));
    }

    void aHelperThatDiesTwiceIsSaid()
    {
        Drawing d = samples::boutique();
        LayoutOptions options;
        options.helper = script("dies", "kill -KILL $$\n");
        const LayoutReport report = layOut(d, options);
        QCOMPARE(report.notes.size(), 1);
        QVERIFY2(report.notes[0].contains(QStringLiteral("plain layout")), qPrintable(report.notes[0]));
        QCOMPARE(overlaps(d), QString());
    }

    void cancelled()
    {
        Drawing d = samples::boutique();
        std::stop_source source;
        LayoutOptions options;
        options.helper = script("slow", "exec sleep 20\n");
        options.stop = source.get_token();
        QElapsedTimer clock;
        clock.start();
        std::jthread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            source.request_stop();
        });
        QVERIFY(layOut(d, options).cancelled);
        QVERIFY(clock.elapsed() < 5000);
    }

    void collapsesAboveTheLimit()
    {
        Drawing big = samples::random(400, 20, 1.5);
        QVERIFY(collapseForSize(big, {"team-3"}));
        layOut(big);
        int shown = 0;
        for (const Node& n : big.nodes)
            shown += n.shown ? 1 : 0;
        QCOMPARE(shown, 21); // team-3 and the way in
        QVERIFY(!big.bundles.empty());
        QVERIFY(big.groups[0].dots && !big.groups[3].dots);
        for (const Group& g : big.groups)
            QCOMPARE(g.counts.total() > 0, true);
        Drawing small = samples::random(200, 20, 1.5);
        QVERIFY(!collapseForSize(small));
    }

    void stackKeepsOrderAndGaps()
    {
        const std::vector<double> middles = layout::stack({100, 90, 300}, {20, 20, 20}, {1, 1, 1}, {10, 10, 10});
        QCOMPARE(middles, (std::vector<double>{80, 110, 300}));
        QCOMPARE(layout::stack({}, {}, {}, {}).size(), std::size_t(0));
    }

    void emptyDrawing()
    {
        Drawing d;
        QVERIFY(!layOut(d).cancelled);
        QVERIFY(d.bounds.isNull());
    }
};

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
