// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two states is the same whether all connections are listed or, as for large systems, only those of
// kinds of workloads that differ: in worlds by chance, of which one was made from the other.
#include "analysis/connectivity/answers.h"
#include "tests/support/random_world.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace bartizan;
using namespace bartizan::connectivity;

namespace {

// Something else for some of: policies, labels, names, workloads.
World changed(World world, test::Random& random)
{
    if (random.chance(50) && !world.policies.empty())
        world.policies.erase(world.policies.begin() + static_cast<std::ptrdiff_t>(random.below(world.policies.size())));
    std::vector<std::size_t> real;
    for (std::size_t i = 0; i < world.pods.size(); ++i)
        if (!world.pods[i].imagined)
            real.push_back(i);
    if (random.chance(40))
        std::swap(world.pods[random.of(real)].labels, world.pods[random.of(real)].labels);
    if (random.chance(30))
        world.pods[random.of(real)].id += "-new";
    if (random.chance(30) && !world.pods.back().imagined) {
        world.pods.push_back(world.pods[random.of(real)]);
        world.pods.back().id += "-more";
    }
    if (random.chance(20))
        for (Network& network : world.networks)
            network.name += network.primary ? "" : "-new";
    return world;
}

struct State {
    explicit State(const World& world) : engine(Connectivity::of(world)), answers(answersOf(*engine, {})) {}
    std::shared_ptr<const Connectivity> engine;
    Answers answers;
};

std::string describe(const std::vector<Difference>& differences)
{
    std::string text;
    for (const Difference& one : differences)
        text += one.network + ": " + one.from + " to " + one.to + ": " + toText(one.before) + " | " + toText(one.after) + " | " +
                one.note + "\n";
    return text;
}

} // namespace

class TestConnectivityChanges : public QObject {
    Q_OBJECT
private slots:
    void onlyWhatDiffersIsListed()
    {
        std::size_t rows = 0, listed = 0, all = 0;
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            test::Random random(seed + 9000);
            const World world = test::randomWorld(seed);
            const State before(world), after(changed(world, random));
            const Changes changes = changesOf(*before.engine, before.answers, *after.engine, after.answers);
            QVERIFY(!changes.cut);
            const auto whole =
                differencesOf(before.engine->world(), before.answers.networks, after.engine->world(), after.answers.networks);
            const auto part = differencesOf(before.engine->world(), changes.before, after.engine->world(), changes.after);
            QVERIFY2(describe(whole) == describe(part),
                     qPrintable(QStringLiteral("seed %1\nwhole:\n%2part:\n%3\n%4")
                                    .arg(seed)
                                    .arg(QString::fromStdString(describe(whole)), QString::fromStdString(describe(part)),
                                         QString::fromStdString(test::describe(world)))));
            rows += whole.size();
            for (const NetworkConnections& network : changes.before)
                listed += network.connections.size();
            for (const NetworkConnections& network : before.answers.networks)
                all += network.connections.size();
        }
        QVERIFY(rows > 1000);      // there was something to find
        QVERIFY(listed * 2 < all); // and something to leave out
    }

    void nothingDiffersFromItself()
    {
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            const State state(test::randomWorld(seed));
            const Changes changes = changesOf(*state.engine, state.answers, *state.engine, state.answers);
            for (const auto* side : {&changes.before, &changes.after})
                for (const NetworkConnections& network : *side)
                    QVERIFY(network.connections.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestConnectivityChanges)
#include "tst_connectivity_changes.moc"
