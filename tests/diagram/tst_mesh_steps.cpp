// SPDX-License-Identifier: GPL-3.0-or-later
// The Connectivity lens in a mesh: what the mesh refuses is taken off, directly and over several hops, and nothing else is; by
// hand, and in meshes by chance against a plain search that asks about each pair.
#include "analysis/connectivity/mesh_reach.h"
#include "diagram/hops.h"
#include "diagram/mesh_steps.h"
#include "diagram/reach.h"
#include "model/resolve/resolve.h"
#include "tests/support/import_file.h"
#include "tests/support/random_mesh.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

#include <set>

using namespace bartizan;
using namespace bartizan::diagram;
using connectivity::Connectivity;
using connectivity::MeshReach;
using connectivity::MeshSlice;
using connectivity::PortSet;

namespace {

std::string pod(const std::string& name, const std::string& port = "containerPort: 80")
{
    return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + name + ", namespace: shop, labels: {app: " + name +
           "}}\nspec: {serviceAccountName: " + name + ", containers: [{name: main, image: \"i:1\", ports: [{" + port +
           "}]}, {name: istio-proxy, image: \"istio/proxyv2:1\"}]}\n"
           "---\napiVersion: v1\nkind: Service\nmetadata: {name: " +
           name + ", namespace: shop}\nspec: {selector: {app: " + name + "}, ports: [{name: http, port: 80}]}\n";
}

std::string policy(const std::string& of, const std::string& spec)
{
    return "---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: " + of +
           ", namespace: shop}\nspec: {selector: {matchLabels: {app: " + of + "}}, " + spec + "}\n";
}

std::string from(const std::string& account)
{
    return "action: ALLOW, rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/" + account + "]}}]}]";
}

// A node for each workload, in their order.
struct System {
    explicit System(const std::string& text) : model{test::importFile(text), {}}
    {
        model.architecture = resolve(model.inventory, test::shippedCatalogue());
        world = connectivity::worldOf(model);
        for (std::size_t i = 0; i < model.architecture.workloads.size(); ++i) {
            Node node;
            node.id = model.architecture.workloads[i].id;
            node.tag = static_cast<std::uint32_t>(i);
            node.centre = QPointF(static_cast<double>(i % 4) * 150, static_cast<double>(i / 4) * 150);
            drawing.nodes.push_back(std::move(node));
        }
        drawing.bounds = QRectF(0, 0, 800, 800);
    }
    void make() // after the last change of the world
    {
        engine = Connectivity::of(world);
        mesh = MeshReach::of(model, engine->world());
    }
    std::size_t named(const std::string& name) const
    {
        for (std::size_t i = 0; i < model.architecture.workloads.size(); ++i)
            if (model.architecture.workloads[i].name == name)
                return i;
        qFatal("no workload %s", name.c_str());
    }
    Reached ask(std::size_t of, bool incoming) const
    {
        return reachedFrom(drawing, model, *engine, mesh->any() ? mesh.get() : nullptr, WorkloadId(of), incoming);
    }
    // "cart db | search; 2 refused": directly, over several hops.
    std::string say(const std::string& of, bool incoming = false)
    {
        if (!engine)
            make();
        const Reached reached = ask(named(of), incoming);
        std::set<std::string> direct, farther;
        for (std::size_t i = 0; i < drawing.nodes.size(); ++i)
            if (const HowFar step = reached.reach->steps[i]; step != HowFar::none)
                (step == HowFar::direct ? direct : farther).insert(model.architecture.workloads[i].name);
        std::string text;
        for (const std::string& name : direct)
            text += (text.empty() ? "" : " ") + name;
        text += " |";
        for (const std::string& name : farther)
            text += " " + name;
        return text + "; " + std::to_string(reached.refused) + " refused";
    }

    Model model;
    connectivity::World world;
    Drawing drawing;
    std::shared_ptr<const Connectivity> engine;
    std::shared_ptr<const MeshReach> mesh;
};

const std::string chain =
    pod("web") + pod("cart") + pod("db") + pod("other") + policy("cart", from("web")) + policy("db", from("cart"));

} // namespace

class TestMeshSteps : public QObject {
    Q_OBJECT
private slots:
    void whatTheMeshRefusesIsTakenOff()
    {
        System system(chain + policy("web", "action: ALLOW") + policy("other", "action: ALLOW"));
        QCOMPARE(system.say("web"), std::string("cart | db; 2 refused"));
        QCOMPARE(system.say("cart"), std::string("db |; 2 refused"));
        QCOMPARE(system.say("other"), std::string(" |; 3 refused"));
        QCOMPARE(system.say("db", true), std::string("cart | web; 2 refused"));
        QCOMPARE(system.say("web", true), std::string(" |; 3 refused"));
        const Reached web = system.ask(system.named("web"), false);
        QCOMPARE(web.services, std::size_t{1});
        QCOMPARE(web.all, std::size_t{2});
        QVERIFY(!web.cut);
        QVERIFY(!web.unrestricted); // no network policy is there, and the mesh restricts
        QCOMPARE(web.reach->lines.size(), std::size_t{1});
        QCOMPARE(connectivity::toText(web.reach->about.front().ports), std::string("TCP 80"));
    }

    void withoutItAllIsReached()
    {
        System system(pod("web") + pod("cart") + pod("db"));
        QCOMPARE(system.say("web"), std::string("cart db |; 0 refused"));
        QVERIFY(system.ask(0, false).unrestricted);
    }

    void whatIsNotDecidedOrHoldsForSomeRequestsStays()
    {
        System system(pod("web") + pod("cart") + pod("db") + policy("cart", "action: CUSTOM, provider: {name: p}, rules: [{}]") +
                      policy("db", "action: ALLOW, rules: [{to: [{operation: {methods: [GET]}}]}]"));
        QCOMPARE(system.say("web"), std::string("cart db |; 0 refused"));
    }

    void othersThanTcpPassIt()
    {
        System system(pod("web") + pod("cart", "containerPort: 5000, protocol: UDP") + policy("cart", "action: ALLOW"));
        QCOMPARE(system.say("web"), std::string("cart |; 0 refused"));
        const Reached web = system.ask(system.named("web"), false);
        QCOMPARE(connectivity::toText(web.reach->about.front().ports), std::string("UDP 5000"));
    }

    void anAttachedNetworkPassesIt()
    {
        System system(chain);
        system.world.networks.push_back({"secondary NAD x", false, true});
        for (const char* name : {"other", "db"})
            system.world.pods[system.named(name)].secondary = {1};
        QCOMPARE(system.say("other"), std::string("db web | cart; 1 refused"));
    }

    void beyondTheBoundTheNetworkCounts()
    {
        System system(chain + pod("far") + policy("web", "action: ALLOW") + policy("other", "action: ALLOW") +
                      policy("far", "action: ALLOW"));
        system.make();
        const Listening listening = listeningOf(system.model);
        std::vector<char> direct(5, 0), atNetwork(5, 1);
        const std::size_t web = system.named("web");
        direct[system.named("cart")] = 1;
        for (const std::size_t most : {std::size_t{2}, std::size_t{1000}}) {
            MeshSteps steps(*system.engine, *system.mesh, most);
            const std::vector<char> all = steps.all(web, direct, atNetwork, listening, false, {});
            QCOMPARE(steps.cut(), most == 2);
            QVERIFY(all[system.named("db")]);
            QVERIFY(!all[web]);
            QCOMPARE(all[system.named("far")] != 0, most == 2);
        }
    }

    void agreesWithAPlainSearch()
    {
        std::size_t refused = 0, farther = 0;
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            test::Random random(seed);
            std::string text = test::randomMesh(random);
            for (const char* ns : {"shop", "bank"})
                if (random.chance(40))
                    text += std::string("---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n, "
                                        "namespace: ") +
                            ns + "}\nspec: {podSelector: {matchLabels: {app: cart}}, ingress: [{from: [{podSelector: {}}]}]}\n";
            System system(text);
            system.make();
            const std::size_t count = system.drawing.nodes.size();
            const Listening listening = listeningOf(system.model);
            const auto step = [&](std::size_t a, std::size_t b) { // asked plainly
                PortSet ports = allowedOn(*system.engine, a, b, listening.withoutDns[b]);
                connectivity::MeshEnd source, target;
                source.pod = a;
                target.pod = b;
                for (const MeshSlice& slice : system.mesh->between(source, target).slices)
                    if (slice.outcome == MeshSlice::Outcome::denied)
                        ports -= slice.ports;
                return a != b && !ports.empty();
            };
            for (const bool incoming : {false, true}) {
                const std::size_t of = random.below(count);
                std::vector<char> reached(count, 0);
                std::vector<std::size_t> queue{of};
                while (!queue.empty()) {
                    const std::size_t at = queue.back();
                    queue.pop_back();
                    for (std::size_t i = 0; i < count; ++i)
                        if (i != of && !reached[i] && (incoming ? step(i, at) : step(at, i))) {
                            reached[i] = 1;
                            queue.push_back(i);
                        }
                }
                const Reached result = system.ask(of, incoming);
                for (std::size_t i = 0; i < count; ++i) {
                    const bool direct = i != of && (incoming ? step(i, of) : step(of, i));
                    const HowFar wanted = direct ? HowFar::direct : reached[i] ? HowFar::farther : HowFar::none;
                    QVERIFY2(result.reach->steps[i] == wanted,
                             qPrintable(QStringLiteral("seed %1, service %2").arg(seed).arg(i)));
                    farther += wanted == HowFar::farther ? 1 : 0;
                }
                refused += result.refused;
            }
        }
        QVERIFY(refused > 50 && farther > 5); // there was something to be told apart
    }
};

QTEST_GUILESS_MAIN(TestMeshSteps)
#include "tst_mesh_steps.moc"
