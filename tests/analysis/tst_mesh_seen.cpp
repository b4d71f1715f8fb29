// SPDX-License-Identifier: GPL-3.0-or-later
// Callers that a destination sees alike are answered alike: of small meshes by chance, with everything an answer may depend on,
// each pair is asked, and callers of one MeshReach::Seen are compared. And callers that differ in nothing a policy asks for are
// seen alike, else nothing would be saved.
#include "tests/support/mesh_case.h"
#include "tests/support/random_world.h"

#include <QtTest>

#include <map>
#include <set>

using namespace bartizan;
using namespace bartizan::connectivity;

namespace {

using Words = std::vector<std::string>;

std::string any(test::Random& random, const Words& words)
{
    return random.of(words);
}

std::string metadata(const std::string& name, const std::string& ns, const std::string& more = "")
{
    return "metadata: {name: " + name + (ns.empty() ? "" : ", namespace: " + ns) + more + "}\n";
}

std::string source(test::Random& random)
{
    return any(random, {"principals: [\"cluster.local/ns/shop/sa/web\"]", "principals: [\"*/sa/cart\"]",
                        "principals: [\"other/ns/bank/*\"]", "notPrincipals: [\"cluster.local/ns/bank/sa/web\"]",
                        "namespaces: [shop]", "notNamespaces: [bank, tools]", "serviceAccounts: [\"bank/cart\", web]",
                        "ipBlocks: [10.0.0.0/8]", "notIpBlocks: [0.0.0.0/0]", "requestPrincipals: [\"*\"]",
                        "remoteIpBlocks: [1.2.3.4]", "trustDomains: [other]", "notServiceAccounts: [\"bank/web\"]"});
}

std::string accessPolicy(test::Random& random, std::size_t number)
{
    std::string rule;
    if (random.below(4) != 0)
        rule = "from: [{source: {" + source(random) + "}}, {source: {" + source(random) + "}}]";
    if (random.below(2) == 0)
        rule += (rule.empty() ? "" : ", ") +
                any(random, {"to: [{operation: {methods: [GET]}}]", "to: [{operation: {ports: [\"80\"]}}]",
                             "to: [{operation: {notPaths: [\"/a*\"], ports: [\"90\"]}}]"});
    if (random.below(3) == 0)
        rule += (rule.empty() ? "" : ", ") +
                any(random, {"when: [{key: source.namespace, values: [bank]}]",
                             "when: [{key: source.principal, notValues: [\"cluster.local/ns/shop/sa/web\"]}]",
                             "when: [{key: source.serviceAccount, values: [\"shop/cart\"]}]",
                             "when: [{key: \"request.headers[x]\", values: [y]}]"});
    return "---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\n" +
           metadata("p" + std::to_string(number), any(random, {"shop", "bank", "tools", "istio-system"})) + "spec: {" +
           (random.below(2) == 0 ? "selector: {matchLabels: {app: " + any(random, {"web", "cart"}) + "}}, " : "") +
           "action: " + any(random, {"ALLOW", "ALLOW", "DENY", "CUSTOM, provider: {name: p}", "AUDIT"}) + ", rules: [{" + rule +
           "}]}\n";
}

std::string linkerdPolicy(test::Random& random, std::size_t number)
{
    const std::string n = std::to_string(number), ns = any(random, {"shop", "bank"});
    return "---\napiVersion: policy.linkerd.io/v1beta3\nkind: Server\n" + metadata("s" + n, ns) +
           "spec: {podSelector: {matchLabels: {app: " + any(random, {"web", "cart"}) + "}}, port: " + any(random, {"80", "90"}) +
           "}\n---\napiVersion: policy.linkerd.io/v1alpha1\nkind: AuthorizationPolicy\n" + metadata("a" + n, ns) +
           "spec: {targetRef: {group: policy.linkerd.io, kind: Server, name: s" + n +
           "}, requiredAuthenticationRefs: [{group: policy.linkerd.io, kind: MeshTLSAuthentication, name: m" + n +
           "}]}\n---\napiVersion: policy.linkerd.io/v1alpha1\nkind: MeshTLSAuthentication\n" + metadata("m" + n, ns) + "spec: {" +
           any(random,
               {"identities: [\"web.shop.serviceaccount.identity.linkerd.cluster.local\"]",
                "identityRefs: [{kind: ServiceAccount, name: cart}]", "identities: [\"*.bank.serviceaccount.identity.x\"]"}) +
           "}\n";
}

std::string systemOf(test::Random& random)
{
    std::string text;
    const bool linkerd = random.below(3) == 0;
    for (const char* ns : {"shop", "bank", "tools"})
        text += "---\napiVersion: v1\nkind: Namespace\n" +
                metadata(ns, "",
                         any(random, {"", ", labels: {istio-injection: enabled}", ", labels: {istio.io/dataplane-mode: ambient}",
                                      ", annotations: {linkerd.io/inject: enabled}"}));
    for (std::size_t i = 0; i < 12; ++i) {
        const std::string annotations =
            any(random, {"", "", "", "traffic.sidecar.istio.io/excludeOutboundPorts: \"80\"",
                         "traffic.sidecar.istio.io/includeOutboundIPRanges: \"1.0.0.0/8\"",
                         "traffic.sidecar.istio.io/excludeInboundPorts: \"90\"", "config.linkerd.io/skip-outbound-ports: \"80\"",
                         "linkerd.io/inject: disabled", "sidecar.istio.io/inject: \"false\""});
        text += "---\napiVersion: v1\nkind: Pod\n" +
                metadata("p" + std::to_string(i), any(random, {"shop", "bank", "tools"}),
                         ", labels: {app: " + any(random, {"web", "cart", "db"}) + "}, annotations: {" + annotations + "}") +
                "spec: {serviceAccountName: " + any(random, {"web", "cart", "db"}) +
                ", containers: [{name: main, image: \"i:1\", ports: [{containerPort: 80}]}" +
                any(random, {"", "", ", {name: istio-proxy, image: \"p:1\"}", ", {name: linkerd-proxy, image: \"l:1\"}"}) +
                "]}\n";
    }
    for (const char* ns : {"shop", "bank"})
        if (random.below(3) != 0)
            text += "---\napiVersion: v1\nkind: Service\n" + metadata("web", ns) +
                    "spec: {selector: {app: web}, ports: [{name: " + any(random, {"http", "tcp", "other"}) + ", port: 80}]}\n";
    if (random.below(2) == 0)
        text += "---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\n" +
                metadata("default", any(random, {"shop", "istio-system"})) +
                "spec: {mtls: {mode: " + any(random, {"STRICT", "PERMISSIVE", "DISABLE"}) + "}}\n";
    if (random.below(2) == 0)
        text += "---\napiVersion: networking.istio.io/v1\nkind: Sidecar\n" +
                metadata("s", any(random, {"shop", "istio-system"})) + "spec: {" +
                any(random, {"", "workloadSelector: {labels: {app: web}}, "}) + "egress: [{hosts: [\"" +
                any(random, {"./*", "shop/*", "*/*"}) +
                "\"]}], outboundTrafficPolicy: {mode: " + any(random, {"REGISTRY_ONLY", "ALLOW_ANY"}) + "}}\n";
    if (random.below(3) == 0)
        text += "---\napiVersion: networking.istio.io/v1\nkind: Sidecar\n" + metadata("t", any(random, {"shop", "bank"})) +
                "spec: {workloadSelector: {labels: {app: cart}}, egress: [{hosts: [\"./*\"]}]}\n";
    for (const char* name : {"istio", "istio-new"})
        if (random.below(3) == 0)
            text += "---\napiVersion: v1\nkind: ConfigMap\n" + metadata(name, "istio-system") +
                    "data: {mesh: \"{rootNamespace: " + any(random, {"istio-system", "tools"}) +
                    ", trustDomain: " + any(random, {"cluster.local", "other"}) + ", trustDomainAliases: [" +
                    any(random, {"", "other", "third"}) +
                    "], outboundTrafficPolicy: {mode: " + any(random, {"ALLOW_ANY", "REGISTRY_ONLY"}) + "}}\"}\n";
    const std::size_t policies = random.below(5);
    for (std::size_t i = 0; i < policies; ++i)
        text += linkerd ? linkerdPolicy(random, i) : accessPolicy(random, i);
    return text;
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
        const std::string text = systemOf(random);
        test::MeshCase system(text);
        const std::size_t count = system.pods().size();
        std::set<std::string> different;
        for (std::size_t to = 0; to < count; ++to) {
            const MeshReach::Destination destination = system.reach().destinationOf(to);
            MeshEnd there;
            there.pod = to;
            std::map<MeshReach::Seen, MeshAnswer> answers;
            for (std::size_t from = 0; from < count; ++from) {
                if (from == to)
                    continue;
                MeshEnd here;
                here.pod = from;
                MeshAnswer answer = system.reach().between(here, there, &destination);
                const auto known = answers.find(system.reach().seen(from, destination));
                if (known == answers.end()) {
                    answers.emplace(system.reach().seen(from, destination), std::move(answer));
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
    const auto seen = [&](const char* name) { return system.reach().seen(places.at(name), destination); };
    QVERIFY(seen("shop/a0[Pod]") != seen("shop/a1[Pod]"));
    QVERIFY(seen("shop/a1[Pod]") == seen("bank/a3[Pod]"));
}

QTEST_GUILESS_MAIN(TestMeshSeen)
#include "tst_mesh_seen.moc"
