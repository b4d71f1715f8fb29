// SPDX-License-Identifier: GPL-3.0-or-later
// Callers that a destination sees alike are answered alike: of small meshes by chance, with everything an answer may depend on,
// each pair is asked, and callers of one MeshReach::Seen are compared. And callers that differ in nothing a policy asks for are
// seen alike, else nothing would be saved.
#include "tests/support/mesh_case.h"
#include "tests/support/random_mesh.h"

#include <QtTest>

#include <map>
#include <set>

using namespace bartizan;
using namespace bartizan::connectivity;

namespace {

std::string metadata(const std::string& name, const std::string& ns)
{
    return "metadata: {name: " + name + ", namespace: " + ns + "}\n";
}

bool same(const MeshSlice& a, const MeshSlice& b)
{
    return a.ports == b.ports && a.outcome == b.outcome && a.allowing == b.allowing && a.denying == b.denying && a.by == b.by &&
           a.unnamed == b.unnamed && a.notes == b.notes && a.unbound == b.unbound && a.unrouted == b.unrouted &&
           a.otherPorts == b.otherPorts && a.byName == b.byName;
}

bool same(const MeshAnswer& a, const MeshAnswer& b)
{
    return std::equal(a.slices.begin(), a.slices.end(), b.slices.begin(), b.slices.end(),
                      [](const MeshSlice& x, const MeshSlice& y) { return same(x, y); });
}

} // namespace

class TestMeshSeen : public QObject {
    Q_OBJECT
private slots:
    void alikeIsAnsweredAlike();
    void namesNobodyAsksFor();
};

void TestMeshSeen::alikeIsAnsweredAlike()
{
    std::size_t shared = 0, kinds = 0;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        test::Random random(seed);
        const std::string text = test::randomMesh(random);
        test::MeshCase system(text);
        const std::size_t count = system.pods().size();
        std::set<std::string> different;
        for (std::size_t to = 0; to < count; ++to) {
            const MeshReach::Destination destination = system.reach().destinationOf(to);
            MeshEnd there;
            there.pod = to;
            std::map<MeshReach::Seen, MeshAnswer> answers;
            MeshReach::Sights sights;
            for (std::size_t from = 0; from < count; ++from) {
                if (from == to)
                    continue;
                MeshEnd here;
                here.pod = from;
                MeshAnswer answer = system.reach().between(here, there, &destination);
                const auto known = answers.find(system.reach().seen(from, destination, sights));
                if (known == answers.end()) {
                    answers.emplace(system.reach().seen(from, destination, sights), std::move(answer));
                    continue;
                }
                ++shared;
                QVERIFY2(same(known->second, answer), ("seed " + std::to_string(seed) + ", " + system.pods()[from].id + " -> " +
                                                       system.pods()[to].id + "\n" + text)
                                                          .c_str());
            }
            for (const auto& [seen, answer] : answers)
                for (const MeshSlice& slice : answer.slices)
                    different.insert(toWord(slice.outcome));
        }
        kinds += different.size() > 1 ? 1 : 0;
    }
    QVERIFY2(shared > 5000, std::to_string(shared).c_str()); // of 400 * 12 * 11
    QVERIFY2(kinds > 200, std::to_string(kinds).c_str());    // systems in which something is refused or open
}

void TestMeshSeen::namesNobodyAsksFor()
{
    std::string text = "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\n" + metadata("a", "shop") +
                       "spec: {rules: [{from: [{source: {principals: [\"cluster.local/ns/shop/sa/a0\"]}}]}]}\n";
    for (const std::string name : {"a0", "a1", "a2", "a3"})
        text += "---\napiVersion: v1\nkind: Pod\n" + metadata(name, name == "a3" ? "bank" : "shop") +
                "spec: {serviceAccountName: " + name +
                ", containers: [{name: main, image: \"i:1\"}, {name: istio-proxy, image: \"p:1\"}]}\n";
    test::MeshCase system(text);
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < system.pods().size(); ++i)
        places[system.pods()[i].id] = i;
    const auto destination = system.reach().destinationOf(places.at("shop/a2[Pod]"));
    MeshReach::Sights sights;
    const auto seen = [&](const char* name) { return system.reach().seen(places.at(name), destination, sights); };
    QVERIFY(seen("shop/a0[Pod]") != seen("shop/a1[Pod]"));
    QVERIFY(seen("shop/a1[Pod]") == seen("bank/a3[Pod]"));
}

QTEST_GUILESS_MAIN(TestMeshSeen)
#include "tst_mesh_seen.moc"
