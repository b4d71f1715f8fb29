// SPDX-License-Identifier: GPL-3.0-or-later
// What the mesh lets through between two pods: AuthorizationPolicies by action and scope, callers with and without a
// certificate, ports and requests, mutual TLS, Sidecar routes. Expectations are those of the istio.io reference.
#include "tests/support/mesh_case.h"
#include "tests/support/says.h"

#include <QtTest>

#include <algorithm>

using namespace bartizan;
using namespace bartizan::connectivity;
using test::MeshCase;

namespace {

std::string pod(const std::string& ns, const std::string& app, const std::string& more = "")
{
    return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + app + ", namespace: " + ns + ", labels: {app: " + app +
           "}}\nspec: {serviceAccountName: " + app + ", containers: [{name: main, image: \"i:1\"}" + more + "]}\n";
}
const std::string proxy = ", {name: istio-proxy, image: \"p:1\"}";

std::string service(const std::string& ns, const std::string& app, const std::string& ports = "{port: 80}")
{
    return "---\napiVersion: v1\nkind: Service\nmetadata: {name: " + app + ", namespace: " + ns +
           "}\nspec: {selector: {app: " + app + "}, ports: [" + ports + "]}\n";
}

// Of pods app=cart in `ns`, unless it says otherwise.
std::string policy(const std::string& name, const std::string& ns, const std::string& spec)
{
    return "---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: " + name + ", namespace: " + ns +
           "}\nspec: {" + spec + "}\n";
}
const std::string ofCart = "selector: {matchLabels: {app: cart}}";

std::string sidecar(const std::string& name, const std::string& ns, const std::string& spec)
{
    return "---\napiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: " + name + ", namespace: " + ns +
           "}\nspec: {" + spec + "}\n";
}

const std::string three = pod("shop", "web") + pod("shop", "cart") + pod("bank", "web");

std::string said(const std::string& text, const std::string& from = "shop/web", const std::string& to = "shop/cart")
{
    return MeshCase(three + text).sayAll(from, to);
}

} // namespace

class TestMeshReach : public QObject {
    Q_OBJECT
private slots:
    void actions();
    void scopes();
    void callers();
    void portsAndRequests();
    void plainPorts();
    void members();
    void mutualTls();
    void ofTheSameScope();
    void routes();
    void requestSets();
    void deciders();
};

void TestMeshReach::actions()
{
    QVERIFY(!MeshCase(three).reach().any());
    SAYS(said(""), "allowed");
    QVERIFY(MeshCase(three + policy("a", "shop", "action: ALLOW")).reach().any());
    SAYS(said(policy("none", "shop", "action: ALLOW")), "denied");
    SAYS(said(policy("empty", "shop", "")), "denied"); // ALLOW is the default, and without rules it matches nothing
    SAYS(said(policy("all", "shop", "rules: [{}]")), "allowed");
    SAYS(said(policy("deny", "shop", "action: DENY, rules: [{}]") + policy("all", "shop", "rules: [{}]")), "denied");
    SAYS(said(policy("deny-nothing", "shop", "action: DENY")), "allowed");
    SAYS(said(policy("audit", "shop", "action: AUDIT, rules: [{}]")), "allowed");
    SAYS(said("---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: dry, namespace: shop, "
              "annotations: {istio.io/dry-run: \"true\"}}\nspec: {action: DENY, rules: [{}]}\n"),
         "allowed");
    const std::string custom = policy("ask", "shop", "action: CUSTOM, provider: {name: p}, rules: [{}]");
    SAYS(said(custom), "notDecided");
    SAYS(said(custom + policy("none", "shop", "action: ALLOW")), "denied"); // whatever the provider says
    SAYS(said(policy("ask", "shop", "action: CUSTOM, provider: {name: p}")), "allowed");
    // One ALLOW policy closes the workload, another opens a part.
    SAYS(said(policy("none", "shop", "") + policy("some", "shop", "rules: [{to: [{operation: {ports: [\"80\"]}}]}]")),
         "80: allowed; denied");
}

void TestMeshReach::scopes()
{
    const std::string cart = policy("cart", "shop", ofCart);
    SAYS(said(cart), "denied");
    SAYS(said(cart, "shop/cart", "shop/web"), "allowed");
    SAYS(said(policy("other", "bank", "")), "allowed");
    SAYS(said(policy("mesh", "istio-system", "")), "denied");
    SAYS(said(policy("mesh", "istio-system", ofCart), "shop/cart", "bank/web"), "allowed");
    // For a waypoint in front of the Service: what it says is not decided here.
    SAYS(said(service("shop", "cart") + policy("waypoint", "shop", "targetRefs: [{kind: Service, group: \"\", name: cart}]")),
         "notDecided");
    SAYS(said(policy("gateway", "shop", "targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: gw}]")), "allowed");
}

void TestMeshReach::callers()
{
    const auto from = [](const std::string& source) {
        return policy("a", "shop", ofCart + ", rules: [{from: [" + source + "]}]");
    };
    const auto two = [](const std::string& text) {
        return said(text) + " " + said(text, "bank/web") + " " + said(text, "10.0.0.0/8");
    };
    SAYS(two(from("{source: {principals: [cluster.local/ns/shop/sa/web]}}")), "allowed denied denied");
    SAYS(two(from("{source: {principals: [\"*/sa/web\"]}}")), "allowed allowed denied");
    SAYS(two(from("{source: {principals: [\"cluster.local/ns/sho*\"]}}")), "allowed denied denied");
    SAYS(two(from("{source: {principals: [\"*\"]}}")), "allowed allowed denied");
    SAYS(two(from("{source: {namespaces: [\"b*\"]}}")), "denied allowed denied");
    SAYS(two(from("{source: {serviceAccounts: [web]}}")), "allowed denied denied");
    SAYS(two(from("{source: {serviceAccounts: [bank/web]}}")), "denied allowed denied");
    SAYS(two(from("{source: {namespaces: [shop], notPrincipals: [\"*/sa/web\"]}}")), "denied denied denied");
    // Without a certificate a caller has no name that could be excluded.
    SAYS(two(from("{source: {notNamespaces: [shop]}}")), "denied allowed allowed");
    SAYS(two(policy("plain", "shop", ofCart + ", action: DENY, rules: [{from: [{source: {notPrincipals: [\"*\"]}}]}]")),
         "allowed allowed denied");
    SAYS(two(from("{source: {namespaces: [shop]}}, {source: {ipBlocks: [10.0.0.0/8]}}")), "allowed notDecided allowed");
    SAYS(two(from("{source: {ipBlocks: [10.0.0.0/8], notIpBlocks: [10.0.0.0/8]}}")), "denied denied denied");
    SAYS(two(from("{source: {notIpBlocks: [10.0.0.0/8]}}")), "notDecided notDecided denied");
    SAYS(said(from("{source: {ipBlocks: [10.1.0.0/16]}}"), "10.0.0.0/8"),
         "onlySome (the address is 10.1.0.0-10.1.255.255)"); // the range was not cut at the policy's blocks
    QCOMPARE(MeshCase(three + from("{source: {ipBlocks: [10.1.0.0/16, 1.2.3.4]}}")).reach().blocks().size(), std::size_t(2));
    const auto when = [](const std::string& condition) {
        return policy("a", "shop", ofCart + ", rules: [{when: [{" + condition + "}]}]");
    };
    SAYS(two(when("key: source.namespace, values: [shop]")), "allowed denied denied");
    SAYS(two(when("key: source.principal, notValues: [\"*/ns/shop/*\", \"*/sa/web\"]")), "denied denied allowed");
    SAYS(two(when("key: source.ip, values: [10.0.0.0/8]")), "notDecided notDecided allowed");
    SAYS(said(when("key: \"request.headers[x]\", values: [a, b]")), "onlySome (request.headers[x] is a or b)");
    SAYS(said(from("{source: {requestPrincipals: [\"*\"]}}")), "onlySome (the token's principal is *)");
    // What the caller itself fulfils is enough.
    SAYS(said(from("{source: {requestPrincipals: [\"*\"]}}, {source: {namespaces: [shop]}}")), "allowed");
    // A pod's address is not known: it is in a block of all, in none that pods never have, perhaps in another.
    SAYS(two(from("{source: {ipBlocks: [0.0.0.0/0]}}")), "allowed allowed allowed");
    SAYS(two(from("{source: {ipBlocks: [203.0.113.0/24, \"8f00::/16\"]}}")), "denied denied denied");
    SAYS(two(from("{source: {notIpBlocks: [203.0.113.0/24]}}")), "allowed allowed allowed");
    SAYS(two(from("{source: {ipBlocks: [\"fd00::/8\"]}}")), "notDecided notDecided denied");
    const MeshAnswer unknown = MeshCase(three + from("{source: {ipBlocks: [10.0.0.0/16]}}")).answer("shop/web", "shop/cart");
    QCOMPARE(unknown.slices.size(), std::size_t(1));
    QVERIFY(std::any_of(unknown.slices[0].notes.begin(), unknown.slices[0].notes.end(),
                        [](const std::string& note) { return note.find("address") != std::string::npos; }));
    // Where it does not matter it is not asked.
    SAYS(said(from("{source: {ipBlocks: [10.0.0.0/8]}}") + policy("d", "shop", ofCart + ", action: DENY, rules: [{}]")),
         "denied");
    SAYS(said(policy("d", "shop", ofCart + ", action: DENY, rules: [{from: [{source: {ipBlocks: [10.0.0.0/8]}}]}]")),
         "notDecided");
}

void TestMeshReach::portsAndRequests()
{
    const auto to = [](const std::string& operations) {
        return policy("a", "shop", ofCart + ", rules: [{to: [" + operations + "]}]");
    };
    const auto deny = [](const std::string& operations) {
        return policy("d", "shop", ofCart + ", action: DENY, rules: [{to: [" + operations + "]}]");
    };
    SAYS(said(to("{operation: {ports: [\"80\", \"443\"], notPorts: [\"443\"]}}")), "80: allowed; denied");
    // Istio refuses names of ports: such a policy is in no cluster.
    SAYS(said(to("{operation: {ports: [\"http\"]}}") + policy("nothing", "shop", "action: DENY")), "allowed");
    SAYS(said(policy("a", "shop", ofCart + ", rules: [{when: [{key: destination.port, values: [\"80\"]}]}]")),
         "80: allowed; denied");
    SAYS(said(to("{operation: {methods: [GET], paths: [\"/a*\"]}}")), "onlySome (GET, path /a*)");
    SAYS(said(to("{operation: {methods: [\"*\"]}}")), "allowed");
    SAYS(said(to("{operation: {methods: [GET], notMethods: [GET]}}")), "denied");
    SAYS(said(to("{operation: {ports: [\"80\"], methods: [GET]}}, {operation: {ports: [\"90\"]}}")),
         "80: onlySome (GET); 90: allowed; denied");
    SAYS(said(deny("{operation: {paths: [/admin*], hosts: [a]}}")), "onlySome (every request; not: path /admin*, host a)");
    SAYS(said(to("{operation: {paths: [/admin/x]}}") + deny("{operation: {paths: [/admin*]}}")), "denied");
    MeshCase both(three + to("{operation: {methods: [GET]}}") + deny("{operation: {paths: [/admin*]}}"));
    const MeshAnswer answer = both.answer("shop/web", "shop/cart");
    QCOMPARE(answer.slices.size(), std::size_t(1));
    QVERIFY(passes(answer.slices[0], {"GET", "/x", "h"}) == std::optional(true));
    QVERIFY(passes(answer.slices[0], {"GET", "/admin/x", "h"}) == std::optional(false));
    QVERIFY(passes(answer.slices[0], {"PUT", "/x", "h"}) == std::optional(false));
    QVERIFY(answer.allowed() == tcpPorts());
    // UDP is never the mesh's.
    QVERIFY((both.answer("shop/web", "shop/cart").slices[0].ports - tcpPorts()).empty());
}

void TestMeshReach::plainPorts()
{
    const std::string ports = service("shop", "cart", "{name: tcp-db, port: 5432}, {name: http, port: 80, targetPort: 8080}");
    const auto policyOf = [](const std::string& action) {
        return policy("a", "shop",
                      ofCart + ", action: " + action +
                          ", rules: [{to: [{operation: {methods: [GET], ports: [\"5432\", \"8080\"]}}]}]");
    };
    SAYS(said(ports + policyOf("ALLOW")), "8080: onlySome (GET); denied"); // no HTTP field ever matches plain TCP
    const auto notes = [&](const std::string& services) {
        std::string text;
        for (const MeshSlice& slice : MeshCase(three + services + policyOf("ALLOW")).answer("shop/web", "shop/cart").slices)
            for (const std::string& note : slice.notes)
                text += note.find("taken as HTTP") != std::string::npos ? toText(slice.ports) + ";" : "";
        return text;
    };
    SAYS(notes(ports), "");
    SAYS(notes(service("shop", "cart", "{name: db, port: 5432}, {name: grpc-web, port: 80, targetPort: 8080}")), "TCP 5432;");
    SAYS(notes(service("shop", "cart", "{name: db, port: 5432, appProtocol: http}")), "TCP 8080;");
    SAYS(said(ports + policyOf("DENY")), "5432: denied; 8080: onlySome (every request; not: GET); allowed");
    // On plain TCP one HTTP field makes the whole rule allow nothing; a rule that denies loses the field, and keeps the others.
    const auto rule = [](const std::string& action, const std::string& fields) {
        return policy("a", "shop", ofCart + ", action: " + action + ", rules: [{" + fields + "}]");
    };
    const std::string mixed = "to: [{operation: {methods: [GET], ports: [\"8080\"]}}, {operation: {ports: [\"5432\"]}}]";
    SAYS(said(ports + rule("ALLOW", mixed)), "8080: onlySome (GET); denied");
    SAYS(said(ports + rule("ALLOW", "from: [{source: {requestPrincipals: [\"*\"]}}, {source: {namespaces: [shop]}}]")),
         "5432: denied; allowed");
    const std::string name = "when: [{key: connection.sni, values: [a]}]";
    SAYS(said(ports + rule("DENY", "to: [{operation: {methods: [GET]}}], " + name)),
         "5432: onlySome (every request; not: connection.sni is a); "
         "8080: onlySome (every request; not: GET, connection.sni is a); "
         "onlySome (every request; not: GET, connection.sni is a)");
}

void TestMeshReach::members()
{
    // Some pod is seen with a proxy: the others are known to have none.
    const std::string pods = pod("shop", "web") + pod("shop", "cart", proxy) + pod("bank", "web", proxy) + pod("bank", "db") +
                             "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n"
                             "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: bank}\n";
    MeshCase named(pods + policy("a", "shop", ofCart + ", rules: [{from: [{source: {namespaces: [\"*\"]}}]}]") +
                   policy("b", "bank", ""));
    SAYS(named.sayAll("shop/web", "shop/cart"), "denied"); // has no certificate
    SAYS(named.sayAll("bank/web", "shop/cart"), "allowed");
    SAYS(named.sayAll("shop/cart", "bank/db"), "allowed"); // nobody enforces it there
    SAYS(named.sayAll("shop/cart", "bank/web"), "denied");
}

void TestMeshReach::mutualTls()
{
    const std::string pods = pod("shop", "web") + pod("shop", "cart", proxy) + pod("bank", "web", proxy) +
                             "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
    const auto authentication = [](const std::string& name, const std::string& ns, const std::string& spec) {
        return "---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: " + name +
               ", namespace: " + ns + "}\nspec: {" + spec + "}\n";
    };
    MeshCase strict(pods + authentication("default", "istio-system", "mtls: {mode: STRICT}"));
    SAYS(strict.sayAll("shop/web", "shop/cart"), "denied");
    SAYS(strict.sayAll("bank/web", "shop/cart"), "allowed");
    SAYS(strict.sayAll("10.0.0.0/8", "shop/cart"), "denied");
    SAYS(strict.sayAll("bank/web", "shop/web"), "allowed"); // no proxy, nothing is asked
    // Whether callers have one is not known: they pass, and that is said.
    const MeshAnswer assumed =
        MeshCase(three + authentication("default", "istio-system", "mtls: {mode: STRICT}")).answer("shop/web", "shop/cart");
    QCOMPARE(assumed.slices.size(), std::size_t(1));
    QVERIFY(assumed.slices[0].outcome == MeshSlice::Outcome::allowed);
    QCOMPARE(assumed.slices[0].by.size(), std::size_t(1));
    SAYS(assumed.slices[0].by[0].name, "PeerAuthentication istio-system/default");
    QCOMPARE(assumed.slices[0].notes.size(), std::size_t(2)); // nor whether the destination has one
    SAYS(assumed.slices[0].notes[0], meshIdentityNote);
    QVERIFY2(assumed.slices[0].notes[1].starts_with("That the workload has a proxy "), assumed.slices[0].notes[1].c_str());
    MeshEnd controller;
    controller.kind = End::Kind::special;
    controller.name = controllerId;
    const MeshAnswer entering = strict.reach().between(controller, strict.end("shop/cart"));
    QCOMPARE(entering.slices.size(), std::size_t(1));
    QVERIFY(entering.slices[0].outcome == MeshSlice::Outcome::notDecided);
    controller.name = "nodes";
    QVERIFY(strict.reach().between(controller, strict.end("shop/cart")).allowed().empty());
    MeshCase narrower(
        pods + authentication("default", "istio-system", "mtls: {mode: STRICT}") +
        authentication("cart", "shop", ofCart + ", mtls: {mode: UNSET}, portLevelMtls: {8080: {mode: PERMISSIVE}}"));
    SAYS(narrower.sayAll("shop/web", "shop/cart"), "8080: allowed; denied");
    // Where mutual TLS is off nobody has a name.
    MeshCase off(pods + authentication("default", "shop", "mtls: {mode: DISABLE}") +
                 policy("a", "shop", ofCart + ", rules: [{from: [{source: {namespaces: [bank]}}]}]"));
    SAYS(off.sayAll("bank/web", "shop/cart"), "denied");
}

void TestMeshReach::ofTheSameScope()
{
    const std::string pods = pod("shop", "web") + pod("shop", "cart", proxy) + pod("istio-system", "gate", proxy) +
                             "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
    const auto one = [](const std::string& name, const std::string& ns, const std::string& created, const std::string& spec) {
        return "---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: " + name +
               ", namespace: " + ns + (created.empty() ? "" : ", creationTimestamp: \"" + created + "\"") + "}\nspec: {" + spec +
               "}\n";
    };
    const std::string early = "2024-01-01T00:00:00Z", late = "2024-02-01T00:00:00Z";
    const std::string strict = "mtls: {mode: STRICT}", open = "mtls: {mode: PERMISSIVE}", off = "mtls: {mode: DISABLE}";
    const auto says = [&](const std::string& text) { return MeshCase(pods + text).sayAll("shop/web", "shop/cart"); };
    // The oldest counts, in whatever order they are read, and then the first by name.
    SAYS(says(one("a", "shop", late, strict) + one("b", "shop", early, open)), "allowed");
    SAYS(says(one("b", "shop", early, open) + one("a", "shop", late, strict)), "allowed");
    SAYS(says(one("a", "shop", early, open) + one("b", "shop", early, strict)), "allowed");
    SAYS(says(one("b", "shop", early, strict) + one("a", "shop", early, open)), "allowed");
    SAYS(says(one("a", "shop", early, "mtls: {mode: UNSET}") + one("b", "shop", late, strict)), "allowed"); // no other counts
    // Without dates nobody can tell, but where they agree.
    SAYS(says(one("a", "shop", "", strict) + one("b", "shop", "", open)), "notDecided");
    SAYS(says(one("a", "shop", "", strict) + one("b", "shop", "", strict)), "denied");
    SAYS(says(one("a", "shop", "", strict) + one("b", "istio-system", "", open)), "denied"); // another scope
    const std::string named = policy("p", "shop", ofCart + ", rules: [{from: [{source: {namespaces: [istio-system]}}]}]");
    SAYS(MeshCase(pods + named + one("a", "shop", "", strict) + one("b", "shop", "", off))
             .sayAll("istio-system/gate", "shop/cart"),
         "notDecided");
    // Ports are set apart by the workload's policy alone, and of a selector in the root namespace nothing comes.
    const std::string port = ", portLevelMtls: {8080: {mode: PERMISSIVE}}", selected = "selector: {matchLabels: {app: cart}}, ";
    SAYS(says(one("a", "shop", "", strict + port) + one("b", "shop", "", open)), "allowed"); // Istio refuses the first
    SAYS(says(one("a", "shop", "", selected + strict + port)), "8080: allowed; denied");
    SAYS(says(one("a", "shop", late, selected + strict + port) + one("b", "shop", early, selected + strict)), "denied");
    SAYS(MeshCase(pods + one("g", "istio-system", "", "selector: {matchLabels: {app: gate}}, " + strict))
             .sayAll("shop/web", "istio-system/gate"),
         "allowed");
}

void TestMeshReach::routes()
{
    const std::string services = service("shop", "cart") + service("bank", "web");
    const auto hosts = [&](const std::string& list, const std::string& more = "") {
        MeshCase one(three + services + sidecar("s", "shop", "egress: [{hosts: [" + list + "]}]" + more));
        return one.sayAll("shop/web", "shop/cart") + ", " + one.sayAll("shop/web", "bank/web");
    };
    const std::string refuses = ", outboundTrafficPolicy: {mode: REGISTRY_ONLY}";
    SAYS(hosts("\"*/*\""), "allowed, allowed");
    SAYS(hosts("\"./*\""), "allowed, allowed unrouted"); // passed through: no restriction
    // A route is one to the ports of the Service.
    SAYS(hosts("\"./*\"", refuses), "80: allowed; denied, denied");
    SAYS(hosts("\"bank/*\"", refuses), "denied, 80: allowed; denied");
    SAYS(hosts("\"*/*.bank.svc.cluster.local\"", refuses), "denied, 80: allowed; denied");
    SAYS(hosts("\"./cart.shop.svc.cluster.local\"", refuses), "80: allowed; denied, denied");
    SAYS(hosts("\"~/*\"", refuses), "denied, denied");
    const auto chosen = [&](const std::string& text) { return said(services + text); };
    const std::string none = "egress: [{hosts: [\"~/*\"]}]" + refuses, all = "egress: [{hosts: [\"*/*\"]}]";
    SAYS(chosen(sidecar("root", "istio-system", none)), "denied");
    SAYS(chosen(sidecar("root", "istio-system", none) + sidecar("ns", "shop", all)),
         "80: allowed; notDecided"); // the root's mode by the reference, the mesh's in istiod
    SAYS(chosen(sidecar("ns", "shop", none) + sidecar("web", "shop", "workloadSelector: {labels: {app: web}}, " + all)),
         "80: allowed; notDecided");
    SAYS(chosen(sidecar("ns", "shop", none) + sidecar("cart", "shop", "workloadSelector: {labels: {app: cart}}, " + all)),
         "denied");
    SAYS(chosen(sidecar("bank", "bank", none)), "allowed");
    // Outside: addresses, and hosts of ServiceEntries.
    const std::string entry =
        "---\napiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: e, namespace: shop}\n"
        "spec: {hosts: [api.example.com], addresses: [1.2.3.0/24], ports: [{number: 443}]}\n";
    MeshCase open(three + entry + sidecar("s", "shop", "egress: [{hosts: [\"./x.example.com\"]}]"));
    SAYS(open.sayAll("shop/web", "1.2.3.0/24"), "allowed");
    SAYS(open.sayAll("shop/web", "host:api.example.com"), "allowed unrouted");
    SAYS(open.sayAll("bank/web", "host:api.example.com"), "allowed");
    MeshCase closed(three + entry + sidecar("s", "shop", "egress: [{hosts: [\"*/*.example.com\"]}]" + refuses));
    SAYS(closed.sayAll("shop/web", "1.2.3.0/24"), "443: allowed; denied");
    SAYS(closed.sayAll("shop/web", "1.2.4.0/24"), "denied");
    SAYS(closed.sayAll("shop/web", "host:api.example.com"), "443: allowed; denied");
    SAYS(closed.sayAll("shop/web", "host:example.org"), "denied");
    QCOMPARE(closed.reach().externalHosts(), std::vector<std::string>{"api.example.com"});
}

void TestMeshReach::requestSets()
{
    QVERIFY(meshMatches("*", "a") && !meshMatches("*", ""));
    QVERIFY(meshMatches("a*", "ab") && meshMatches("a*", "a") && !meshMatches("a*", "b"));
    QVERIFY(meshMatches("*a", "ba") && !meshMatches("*a", "ab") && !meshMatches("a", "A"));
    QVERIFY(meshMatches("*.Example.com", "A.EXAMPLE.COM", MeshText::host));
    QVERIFY(meshMatches("/a/{*}/c", "/a/b/c", MeshText::path) && !meshMatches("/a/{*}/c", "/a/b/d/c", MeshText::path));
    QVERIFY(meshMatches("/a/{**}/c", "/a/b/d/c", MeshText::path) && !meshMatches("/a/{**}", "/b/c", MeshText::path));
    const auto paths = [](std::vector<std::string> is, std::vector<std::string> isNot = {}) {
        MeshRequests requests;
        requests.paths = std::move(is);
        requests.notPaths = std::move(isNot);
        return requests;
    };
    QVERIFY(within(paths({"/a/b"}), paths({"/a*"})) && !within(paths({"/a*"}), paths({"/a/b"})));
    QVERIFY(within(paths({"/a/*"}), paths({})) && !within(paths({}), paths({"/a/*"})));
    QVERIFY(!within(paths({"/a*"}), paths({"/a*"}, {"/a/b"})) && within(paths({"/a/c"}), paths({"/a*"}, {"/a/b"})));
    QVERIFY(!within(paths({"*c"}), paths({"/a*"})) && within(paths({"*bc"}), paths({"*c"})));
    MeshRequests requests = paths({"/a", "*"});
    QVERIFY(simplify(requests) && requests.every());
    requests = paths({"/a", "/b"}, {"/a*"});
    QVERIFY(simplify(requests));
    QCOMPARE(toText(requests), std::string("path /b, path not /a*"));
    requests = paths({"/a"}, {"*"});
    QVERIFY(!simplify(requests));
}

void TestMeshReach::deciders()
{
    MeshCase one(three + policy("a", "shop", ofCart + ", rules: [{to: [{operation: {ports: [\"80\"]}}]}]"));
    for (const MeshSlice& slice : one.answer("shop/web", "shop/cart").slices) {
        QCOMPARE(slice.by.size(), std::size_t(1));
        QCOMPARE(slice.by[0].name, std::string("AuthorizationPolicy shop/a"));
        const bool allowed = slice.outcome == MeshSlice::Outcome::allowed;
        QCOMPARE(slice.by[0].why, std::string(allowed ? "a rule allows" : "selects the workload, and no rule allows this"));
        QVERIFY(slice.by[0].evidence.valid());
        QCOMPARE(std::string(slice.by[0].evidence.pointer()), std::string(allowed ? "/spec/rules/0" : "/spec"));
    }
    // What nobody knows is said: that the caller has a certificate.
    const MeshAnswer answer = one.answer("shop/web", "shop/cart");
    QVERIFY(!answer.slices.empty() && !answer.slices[0].notes.empty());
    QVERIFY(answer.allowed() == PortSet::of(Protocol::tcp, {80, 80}));
}

QTEST_GUILESS_MAIN(TestMeshReach)
#include "tst_mesh_reach.moc"
