// SPDX-License-Identifier: GPL-3.0-or-later
// What the Connectivity lens shows: shares by quarters, what one service may reach directly and over several hops, and no
// more lines than can be read; that its lines can be hit, and that what is lit can be left out.
#include "diagram/curve.h"
#include "diagram/hit.h"
#include "diagram/hops.h"
#include "diagram/legend.h"
#include "diagram/light.h"
#include "diagram/painter.h"
#include "diagram/reach.h"

#include <QtTest>

#include <random>

using namespace bartizan;
using namespace bartizan::diagram;

namespace {

constexpr std::size_t perGroup = 25;

using connectivity::Direction;

connectivity::Policy policyOf(const std::string& name, const std::string& ns, Direction direction)
{
    connectivity::Policy policy;
    policy.name = name;
    policy.ns = ns;
    policy.record.selects.ns = ns;
    (direction == Direction::ingress ? policy.record.ingress : policy.record.egress) = true;
    policy.together = true;
    policy.deniesRest[static_cast<std::size_t>(direction)] = true;
    policy.networks = {0};
    return policy;
}

// Of a label that each service has: "app" and its number.
PodSet podsWith(std::size_t number)
{
    PodSet set;
    set.pods.present = true;
    set.pods.requirements.push_back({"app", SelectorRequirement::Op::in, {std::to_string(number)}});
    return set;
}

// `count` services that listen, in namespaces of 25, in a grid; one policy, which selects nobody.
struct System {
    Drawing drawing;
    Model model;
    Architecture& architecture = model.architecture;
    connectivity::World world;

    explicit System(std::size_t count)
    {
        world.policies.push_back(policyOf("NetworkPolicy elsewhere/closed", "elsewhere", Direction::ingress));
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
            workload.record = ~std::size_t{0};
            workload.listens = true;
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
            pod.labels = {{"app", std::to_string(i), {}}};
            world.pods.push_back(std::move(pod));
        }
        drawing.bounds = QRectF(0, 0, static_cast<double>(drawing.groups.size()) * 1000, 800);
    }
    Reached from(std::size_t of, bool incoming) const
    {
        return reachedFrom(drawing, model, *connectivity::Connectivity::of(world), nullptr, WorkloadId(of), incoming);
    }
    // `service` lets in `sources` and nobody else, on TCP `port`.
    void letIn(std::size_t service, const std::vector<std::size_t>& sources, std::uint32_t port)
    {
        connectivity::Policy policy =
            policyOf("NetworkPolicy p" + std::to_string(service), "ns-" + std::to_string(service / perGroup), Direction::ingress);
        policy.record.selects = podsWith(service);
        policy.record.selects.ns = policy.ns;
        for (const std::size_t source : sources) {
            PolicyRuleRecord rule;
            PolicyPeer peer;
            peer.kind = PolicyPeer::Kind::pods;
            peer.pods = podsWith(source);
            rule.peers.push_back(peer);
            PolicyPorts on;
            on.protocol = "TCP";
            on.first = on.last = port;
            rule.ports.push_back(on);
            policy.record.ingressRules.push_back(rule);
        }
        world.policies.push_back(policy);
    }
    void listenOn(std::size_t service, std::uint32_t port)
    {
        Service made;
        made.workloads = {WorkloadId(service)};
        ServicePortUse use;
        use.targets = {port};
        made.ports.push_back(use);
        architecture.services.push_back(made);
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

QPointF bezierMiddle(const Edge& edge)
{
    return bezierAt(edge.points.data(), 0.5);
}

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
        system.world.policies.push_back(policyOf("NetworkPolicy ns-0/closed", "ns-0", Direction::ingress));
        const Reached out = system.from(1, false);
        QCOMPARE(out.services, std::size_t{0});
        QCOMPARE(out.cutOff, std::size_t{1});
        QVERIFY(out.reach->lines.empty());
        QCOMPARE(std::count(out.blast->nodes.begin(), out.blast->nodes.end(), 1), std::ptrdiff_t{1});
    }

    // 0 -> 1 -> 2 -> 3, and 4 aside: each lets in the one before on the port on which it listens.
    void stepsAreCountedAndToldApart()
    {
        System system(5);
        for (std::size_t i = 0; i < 5; ++i)
            system.listenOn(i, 8080);
        system.letIn(0, {}, 8080);
        for (std::size_t i = 1; i < 4; ++i)
            system.letIn(i, {i - 1}, 8080);
        system.letIn(4, {0}, 9090); // where nothing listens
        const Reached out = system.from(0, false), in = system.from(3, true);
        QCOMPARE(out.services, std::size_t{1});
        QCOMPARE(out.all, std::size_t{3});
        QCOMPARE(in.services, std::size_t{1});
        QCOMPARE(in.all, std::size_t{3});
        QCOMPARE(out.reach->steps,
                 (std::vector<HowFar>{HowFar::none, HowFar::direct, HowFar::farther, HowFar::farther, HowFar::none}));
        QCOMPARE(in.reach->steps,
                 (std::vector<HowFar>{HowFar::farther, HowFar::farther, HowFar::direct, HowFar::none, HowFar::none}));
        QCOMPARE(out.blast->nodes, (std::vector<char>{1, 1, 1, 1, 0}));
        QCOMPARE(out.reach->lines.size(), std::size_t{1}); // the lines are of one step
        QCOMPARE(connectivity::toText(out.reach->about.front().ports), std::string("TCP 8080"));
        QVERIFY(!out.unrestricted);
    }

    void whatDoesNotListenIsNoEnd()
    {
        System system(4);
        system.architecture.workloads[2].listens = false;
        system.listenOn(3, 53); // a name server
        const Reached out = system.from(0, false);
        QCOMPARE(out.services, std::size_t{1});
        QCOMPARE(out.reach->steps[1], HowFar::direct);
        QCOMPARE(system.from(3, true).services, std::size_t{0});
        system.call(0, 3); // a known client of it
        const Reached known = system.from(0, false);
        QCOMPARE(known.services, std::size_t{2});
        QCOMPARE(known.needed, std::size_t{1});
        QCOMPARE(known.cutOff, std::size_t{0});
    }

    // Against a plain search over all pairs, in systems made by chance.
    void closureAgreesWithAPlainSearch()
    {
        std::mt19937 chance(7);
        const auto below = [&](std::size_t bound) { return std::size_t{chance()} % bound; };
        for (int round = 0; round < 40; ++round) {
            const std::size_t count = 6 + below(25);
            System system(count);
            if (round % 4 == 0) { // pods in a second network too
                system.world.networks.push_back({"secondary NAD x", false, true});
                for (connectivity::Pod& pod : system.world.pods)
                    if (below(2) == 0)
                        pod.secondary = {1};
            }
            for (std::size_t i = 0; i < count; ++i) {
                if (below(3) > 0)
                    system.listenOn(i, below(2) == 0 ? 80 : 8080);
                if (below(5) == 0)
                    continue; // open
                std::vector<std::size_t> sources;
                for (std::size_t k = below(4); k > 0; --k)
                    sources.push_back(below(count));
                system.letIn(i, sources, below(2) == 0 ? 80 : 8080);
            }
            const auto engine = connectivity::Connectivity::of(system.world);
            const Listening listening = listeningOf(system.model);
            for (const bool incoming : {false, true}) {
                const std::size_t of = below(count);
                const auto step = [&](std::size_t a, std::size_t b) { // from what is reached to what may be
                    const std::size_t from = incoming ? b : a, to = incoming ? a : b;
                    return from != to && !allowedOn(*engine, from, to, listening.withoutDns[to]).empty();
                };
                std::vector<char> reached(count, 0);
                std::vector<std::size_t> queue{of};
                while (!queue.empty()) {
                    const std::size_t at = queue.back();
                    queue.pop_back();
                    for (std::size_t i = 0; i < count; ++i)
                        if (i != of && !reached[i] && step(at, i)) {
                            reached[i] = 1;
                            queue.push_back(i);
                        }
                }
                const Reached result = system.from(of, incoming);
                for (std::size_t i = 0; i < count; ++i) {
                    const HowFar wanted = i != of && step(of, i) ? HowFar::direct : reached[i] ? HowFar::farther : HowFar::none;
                    QVERIFY2(result.reach->steps[i] == wanted,
                             qPrintable(QStringLiteral("round %1, service %2").arg(round).arg(i)));
                }
                QCOMPARE(result.all, static_cast<std::size_t>(std::count(reached.begin(), reached.end(), 1)));
            }
        }
    }

    void aSecondNetworkIsAWayToo()
    {
        System system(3);
        system.world.networks.push_back({"secondary NAD x", false, true});
        system.world.pods[0].secondary = system.world.pods[1].secondary = {1};
        system.world.policies.push_back(policyOf("NetworkPolicy ns-0/closed", "ns-0", Direction::ingress)); // of the first one
        const Reached out = system.from(0, false);
        QCOMPARE(out.services, std::size_t{1});
        QCOMPARE(out.reach->steps[1], HowFar::direct);
        QCOMPARE(out.networks, std::size_t{2});
    }

    void withoutAnyPolicyNoLineIsDrawn()
    {
        System system(40);
        system.world.policies.clear();
        system.call(0, 1);
        const Reached out = system.from(0, false);
        QVERIFY(out.unrestricted);
        QCOMPARE(out.services, std::size_t{39});
        QCOMPARE(out.all, std::size_t{39});
        QVERIFY(out.reach->lines.empty());
        QCOMPARE(out.blast->edges, std::vector<char>{1});
    }

    void oneServiceHasNobodyToReach()
    {
        const System system(1);
        const Reached out = system.from(0, false);
        QCOMPARE(out.services, std::size_t{0});
        QCOMPARE(out.all, std::size_t{0});
        QVERIFY(out.reach->lines.empty());
    }

    void linesOfNamespacesSayHowManyTheyStandFor()
    {
        const Reached reached = System(200).from(0, false);
        std::size_t services = 0;
        QCOMPARE(reached.reach->about.size(), reached.reach->lines.size());
        for (const ReachLine& line : reached.reach->about) {
            QVERIFY(line.group > 0);
            services += line.services;
        }
        QCOMPARE(services, std::size_t{175});
    }

    void aLineIsHit()
    {
        const System system(7); // the last one alone is not in a row or column with the first
        View view = fitted(system.drawing.bounds, {900, 700});
        view.lens = Lens::connectivity;
        const Reached reached = system.from(0, false);
        view.reach = reached.reach;
        view.blast = reached.blast;
        const QPointF middle = view.toView(bezierMiddle(reached.reach->lines.back()));
        const Hit hit = hitTest(system.drawing, view, middle);
        QVERIFY(hit.kind == Hit::Kind::reachLine);
        QCOMPARE(hit.index, 5);
        const QImage plain = drawingImage(system.drawing, view, {900, 700});
        View chosen = view;
        chosen.selectedLine = 5;
        const QImage marked = drawingImage(system.drawing, chosen, {900, 700});
        QVERIFY(marked != plain);
        View hovered = view;
        hovered.hoveredLine = 5;
        const QImage under = drawingImage(system.drawing, hovered, {900, 700});
        QVERIFY(under != plain && under != marked);
        view.reach = nullptr;
        QVERIFY(hitTest(system.drawing, view, middle).kind != Hit::Kind::reachLine);
    }

    void directAndFartherLookDifferent()
    {
        const System system(4);
        View view = fitted(system.drawing.bounds, {900, 700});
        view.lens = Lens::connectivity;
        std::vector<QImage> pictures;
        for (const HowFar step : {HowFar::none, HowFar::direct, HowFar::farther}) {
            auto look = std::make_shared<ReachLook>();
            look->steps.assign(system.drawing.nodes.size(), step);
            view.reach = look;
            for (const double scale : {0.3, view.scale}) {
                View at = view;
                at.scale = scale;
                pictures.push_back(drawingImage(system.drawing, at, {900, 700}));
            }
        }
        for (std::size_t i = 0; i < pictures.size(); ++i)
            for (std::size_t k = i + 1; k < pictures.size(); ++k)
                QVERIFY(pictures[i] != pictures[k]);
    }

    void whatIsLitCanBeLeftOut()
    {
        System system(6);
        system.call(0, 1);
        QVERIFY(!isLit(system.drawing));
        Drawing lit = system.drawing;
        lit.edges[0].lit = lit.nodes[0].lit = lit.nodes[1].lit = lit.groups[0].lit = Lit::direct;
        QVERIFY(isLit(lit));
        const Drawing calm = unlit(lit);
        QVERIFY(!isLit(calm));
        QVERIFY(calm.groups[0].lit == Lit::none);
        const View view = fitted(system.drawing.bounds, {900, 700});
        QCOMPARE(drawingImage(calm, view, {900, 700}), drawingImage(system.drawing, view, {900, 700}));
    }

    void theLegendHasRoomForTheLens()
    {
        for (const bool dots : {false, true}) {
            const QSizeF usual = drawLegend(nullptr, {}, lightTheme(), dots, true, Lens::exposure),
                         lens = drawLegend(nullptr, {}, lightTheme(), dots, true, Lens::connectivity);
            QVERIFY(lens.height() > usual.height());
            QVERIFY2(lens.width() < 900, qPrintable(QString::number(lens.width())));
        }
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
