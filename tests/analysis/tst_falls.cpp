// SPDX-License-Identifier: GPL-3.0-or-later
// What falls with a service: tables of small systems, and a random one against a search that looks at every pair.
#include "analysis/falls.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

using namespace bartizan;

class FallsTest : public QObject {
    Q_OBJECT
private slots:
    void tables_data()
    {
        QTest::addColumn<QByteArray>("system");
        QTest::addColumn<QString>("expected"); // service: what falls with it
        const QByteArray three = "workload a port=8080\nworkload b port=8080\nworkload c port=8080\nservice a 8080\nservice b "
                                 "8080\nservice c 8080\n";
        QTest::newRow("no call") << three << QStringLiteral("a: ; b: ; c: ");
        QTest::newRow("chain") << three + "call a -> b\ncall b -> c\n" << QStringLiteral("a: b c; b: c; c: ");
        QTest::newRow("ring") << three + "call a -> b\ncall b -> c\ncall c -> a\n" << QStringLiteral("a: b c; b: a c; c: a b");
        QTest::newRow("itself") << three + "call a -> a\n" << QStringLiteral("a: ; b: ; c: ");
        QTest::newRow("both ways") << three + "call a -> c\ncall c -> a\n" << QStringLiteral("a: c; b: ; c: a");
    }
    void tables()
    {
        QFETCH(QByteArray, system);
        QFETCH(QString, expected);
        const Model model = test::modelOf(system.toStdString());
        const Architecture& architecture = model.architecture;
        const KnownCalls calls(architecture);
        QStringList lines;
        for (std::size_t i = 0; i < architecture.workloads.size(); ++i) {
            QStringList names;
            for (const WorkloadId other : calls.fallingWith(WorkloadId(i)))
                names << QString::fromStdString(architecture.workload(other).name);
            lines << QString::fromStdString(architecture.workloads[i].name) + QStringLiteral(": ") + names.join(u' ');
        }
        QCOMPARE(lines.join(QStringLiteral("; ")), expected);
    }

    void callersAndCallees()
    {
        const Model model =
            test::modelOf("workload a port=8080\nworkload b port=8080\nservice a 8080\nservice b 8080\ncall a -> b\n");
        Architecture architecture = model.architecture;
        const KnownCalls calls(architecture);
        const WorkloadId a(0), b(1);
        QCOMPARE(calls.from(a).size(), std::size_t{1});
        QCOMPARE(calls.to(b), calls.from(a));
        QVERIFY(calls.to(a).empty() && calls.from(b).empty());
        architecture.calls[calls.from(a).front()].kind = CallKind::latent;
        QVERIFY(KnownCalls(architecture).from(a).empty());
        QVERIFY(KnownCalls(architecture).fallingWith(a).empty());
    }

    void likeAPlainSearch()
    {
        constexpr std::uint32_t services = 60;
        unsigned state = 5;
        const auto next = [&](unsigned below) {
            state = state * 1664525U + 1013904223U;
            return (state >> 8) % below;
        };
        std::vector<CallGraph::Call> calls(90);
        for (CallGraph::Call& call : calls)
            if (next(10) > 0)
                call = {next(services), next(services)};
        const CallGraph graph(services, calls);
        for (std::uint32_t start = 0; start < services; ++start) {
            std::vector<char> reached(services, 0);
            reached[start] = reached[(start + 7) % services] = 1;
            for (std::uint32_t round = 0; round < services; ++round)
                for (const CallGraph::Call& call : calls)
                    if (call.from != CallGraph::none && reached[call.from])
                        reached[call.to] = 1;
            const Fall fall = graph.fall({start, (start + 7) % services});
            QCOMPARE(fall.services, reached);
            const std::vector<std::uint64_t> together = graph.falls(std::vector<std::uint32_t>{start, (start + 7) % services});
            for (std::uint32_t i = 0; i < services; ++i)
                QCOMPARE(together[i] != 0, reached[i] != 0);
            for (std::size_t i = 0; i < calls.size(); ++i)
                QCOMPARE(fall.calls[i] != 0, calls[i].from != CallGraph::none && reached[calls[i].from] != 0);
        }
    }

    // More than are worked out at once: as one by one.
    void manyAtOnce()
    {
        std::string text;
        constexpr int services = 150;
        for (int i = 0; i < services; ++i)
            text += "workload w" + std::to_string(i) + " port=8080\nservice w" + std::to_string(i) + " 8080\n";
        for (int i = 0; i < services; ++i)
            if (i % 9 != 0)
                text += "call w" + std::to_string(i) + " -> w" + std::to_string((i + 11) % services) + "\n";
        const Model model = test::modelOf(text);
        const KnownCalls calls(model.architecture);
        std::vector<WorkloadId> all;
        for (std::size_t i = 0; i < model.architecture.workloads.size(); ++i)
            all.emplace_back(i);
        QCOMPARE(all.size(), std::size_t{services});
        const std::vector<std::vector<WorkloadId>> together = calls.fallingWith(all);
        std::size_t longest = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(together[i], calls.fallingWith(all[i]));
            longest = std::max(longest, together[i].size());
        }
        QVERIFY(longest > 3);
    }

    void nothing()
    {
        QVERIFY(CallGraph().fall({}).services.empty());
        QVERIFY(CallGraph(3, {}).fall({}).calls.empty());
    }
};

QTEST_GUILESS_MAIN(FallsTest)
#include "tst_falls.moc"
