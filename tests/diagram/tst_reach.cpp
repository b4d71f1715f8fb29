// SPDX-License-Identifier: GPL-3.0-or-later
// What the Connectivity lens shows: shares by quarters, what one service may reach, and no more lines than can be read.
#include "diagram/painter.h"
#include "diagram/reach.h"

#include <QtTest>

using namespace bartizan;
using namespace bartizan::diagram;

namespace {

constexpr std::size_t perGroup = 25;

// `count` services in namespaces of 25, in a grid; no policy at all.
struct System {
    Drawing drawing;
    Architecture architecture;
    connectivity::World world;

    explicit System(std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t group = i / perGroup;
            if (i % perGroup == 0) {
                Group made;
                made.id = "ns-" + std::to_string(group);
                made.rect = QRectF(static_cast<double>(group) * 1000, 0, 800, 800);
                drawing.groups.push_back(std::move(made));
                world.spaces.push_back({{}, "ns-" + std::to_string(group), {}});
            }
            Workload workload;
            workload.id = "ns-" + std::to_string(group) + "/s" + std::to_string(i) + "[Deployment]";
            architecture.workloads.push_back(workload);
            Node node;
            node.id = workload.id;
            node.tag = static_cast<std::uint32_t>(i);
            node.group = static_cast<int>(group);
            node.centre = drawing.groups.back().rect.topLeft() +
                          QPointF(static_cast<double>(i % 5) * 150 + 60, static_cast<double>(i % perGroup / 5) * 150 + 60);
            drawing.nodes.push_back(std::move(node));
            drawing.groups.back().nodes.push_back(static_cast<int>(i));
            connectivity::Pod pod;
            pod.id = workload.id;
            pod.space = group;
            world.pods.push_back(std::move(pod));
        }
        drawing.bounds = QRectF(0, 0, static_cast<double>(drawing.groups.size()) * 1000, 800);
    }
    Reached from(std::size_t of, bool incoming) const
    {
        return reachedFrom(drawing, architecture, *connectivity::Connectivity::of(world), WorkloadId(of), incoming);
    }
    void call(std::size_t from, std::size_t to)
    {
        Call made;
        made.from.kind = made.to.kind = Peer::Kind::workload;
        made.from.workload = WorkloadId(from);
        made.to.workload = WorkloadId(to);
        made.kind = CallKind::declared;
        architecture.calls.push_back(std::move(made));
        Edge edge;
        edge.from = static_cast<int>(from);
        edge.to = static_cast<int>(to);
        edge.call = static_cast<std::uint32_t>(architecture.calls.size() - 1);
        drawing.edges.push_back(std::move(edge));
    }
};

} // namespace

class ReachTest : public QObject {
    Q_OBJECT
private slots:
    void sharesAreQuarters()
    {
        QCOMPARE(shareOf(0, 10), 0);
        QCOMPARE(shareOf(0, 0), 0);
        QCOMPARE(shareOf(1, 100), 1);
        QCOMPARE(shareOf(25, 100), 1);
        QCOMPARE(shareOf(26, 100), 2);
        QCOMPARE(shareOf(50, 100), 2);
        QCOMPARE(shareOf(51, 100), 3);
        QCOMPARE(shareOf(99, 100), 3);
        QCOMPARE(shareOf(100, 100), everyShare);
    }

    void neededAndLatentAreToldApart()
    {
        System system(20);
        system.call(3, 7);
        system.call(3, 9);
        system.call(5, 3);
        const Reached out = system.from(3, false), in = system.from(3, true);
        QCOMPARE(out.services, std::size_t{19});
        QCOMPARE(out.needed, std::size_t{2});
        QCOMPARE(out.cutOff, std::size_t{0});
        QCOMPARE(in.services, std::size_t{19});
        QCOMPARE(in.needed, std::size_t{1});
        QCOMPARE(out.blast->edges, (std::vector<char>{1, 1, 0}));
        QCOMPARE(in.blast->edges, (std::vector<char>{0, 0, 1}));
        QCOMPARE(out.reach->lines.size(), std::size_t{17});
        for (const Edge& line : out.reach->lines) {
            QCOMPARE(line.from, 3);
            QVERIFY(line.to != 7 && line.to != 9 && line.to != 3);
            QVERIFY(line.kind == EdgeKind::latent);
        }
        QCOMPARE(in.reach->lines.size(), std::size_t{18});
        for (const Edge& line : in.reach->lines)
            QCOMPARE(line.to, 3);
    }

    void manyLinesLeadToNamespaces()
    {
        const System many(200);
        const Reached reached = many.from(0, false);
        QCOMPARE(reached.services, std::size_t{199});
        QCOMPARE(reached.reach->lines.size(), std::size_t{7}); // its own namespace needs none
        const System huge(perGroup * (mostLines + 5));
        const Reached none = huge.from(0, false);
        QCOMPARE(none.services, huge.architecture.workloads.size() - 1);
        QVERIFY(none.reach->lines.empty());
    }

    void aDenialIsSeen()
    {
        System system(10);
        system.call(1, 2);
        connectivity::Policy policy;
        policy.name = "NetworkPolicy ns-0/closed";
        policy.ns = "ns-0";
        policy.record.selects.ns = "ns-0";
        policy.record.ingress = true;
        policy.together = true;
        policy.deniesRest[static_cast<std::size_t>(connectivity::Direction::ingress)] = true;
        policy.networks = {0};
        system.world.policies.push_back(policy);
        const Reached out = system.from(1, false);
        QCOMPARE(out.services, std::size_t{0});
        QCOMPARE(out.cutOff, std::size_t{1});
        QVERIFY(out.reach->lines.empty());
        QCOMPARE(std::count(out.blast->nodes.begin(), out.blast->nodes.end(), 1), std::ptrdiff_t{1});
    }

    void linesAndSharesArePainted()
    {
        const System system(20);
        View view = fitted(system.drawing.bounds, {900, 700});
        view.lens = Lens::connectivity;
        const QImage plain = drawingImage(system.drawing, view, {900, 700});
        View lit = view;
        const Reached reached = system.from(3, false);
        lit.reach = reached.reach;
        QVERIFY(drawingImage(system.drawing, lit, {900, 700}) != plain);
        auto shares = std::make_shared<ReachLook>();
        shares->shares.assign(system.drawing.nodes.size(), 2);
        lit.reach = shares;
        const QImage half = drawingImage(system.drawing, lit, {900, 700});
        QVERIFY(half != plain);
        auto all = std::make_shared<ReachLook>();
        all->shares.assign(system.drawing.nodes.size(), everyShare);
        lit.reach = all;
        QVERIFY(drawingImage(system.drawing, lit, {900, 700}) != half);
    }

    void withoutConnectivityNothingIsClaimed()
    {
        const System system(5);
        const Posture posture;
        QVERIFY(sharesOf(system.drawing, posture)->shares.empty());
    }
};

QTEST_MAIN(ReachTest)
#include "tst_reach.moc"
