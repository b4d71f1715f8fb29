// SPDX-License-Identifier: GPL-3.0-or-later
// What Istio's AuthorizationPolicies come to where the proxy, the waypoint, the trust domain or the root namespace of a workload
// decides: single rules as each kind of proxy applies them, and answers between pods. Expectations are those of istio.io:
// "Use Layer 4 security policy", "Configure waypoint proxies", "Trust Domain Migration"; of Linkerd in several clusters too.
#include "analysis/connectivity/mesh_reach.h"
#include "model/resolve/resolve.h"
#include "tests/support/input_folder.h"
#include "tests/support/linkerd_case.h"
#include "tests/support/text_architecture.h"
#include "tests/support/says.h"

#include <QtTest>

#include <deque>

#include <algorithm>

using namespace bartizan;
using namespace bartizan::connectivity;
using test::MeshCase;

namespace {

std::string object(const std::string& version, const std::string& kind, const std::string& metadata, const std::string& more)
{
    return "---\napiVersion: " + version + "\nkind: " + kind + "\nmetadata: {" + metadata + "}\n" + more;
}
std::string pod(const std::string& ns, const std::string& app, const std::string& labels = "")
{
    return object("v1", "Pod", "name: " + app + ", namespace: " + ns + ", labels: {app: " + app + labels + "}",
                  "spec: {serviceAccountName: " + app + ", containers: [{name: main, image: \"i:1\"}]}\n");
}
std::string space(const std::string& name, const std::string& labels = "")
{
    return object("v1", "Namespace", "name: " + name + ", labels: {" + labels + "}", "");
}
std::string service(const std::string& labels = "")
{
    return object("v1", "Service", "name: cart, namespace: shop, labels: {" + labels + "}",
                  "spec: {selector: {app: cart}, ports: [{port: 80}]}\n");
}
std::string policy(const std::string& name, const std::string& ns, const std::string& spec)
{
    return object("security.istio.io/v1", "AuthorizationPolicy", "name: " + name + ", namespace: " + ns,
                  "spec: {" + spec + "}\n");
}
std::string meshConfig(const std::string& text, const std::string& name = "istio")
{
    return object("v1", "ConfigMap", "name: " + name + ", namespace: istio-system", "data: {mesh: \"" + text + "\"}\n");
}
const std::string ofCart = "selector: {matchLabels: {app: cart}}";
const std::string two = pod("shop", "web") + pod("shop", "cart");
const std::string waypoint = "istio.io/use-waypoint: wp";

bool notes(const MeshSlice& slice, const std::string& part)
{
    return std::any_of(slice.notes.begin(), slice.notes.end(),
                       [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

std::string said(const std::string& text, std::uint32_t port = 80)
{
    return MeshCase(text).say("shop/web", "shop/cart", port);
}

MeshAccessRule ruleOf(const std::string& fields)
{
    const Inventory inventory = test::importFile(policy("a", "shop", "rules: [{" + fields + "}]"));
    return inventory.meshAccessPolicies.at(0).rules.at(0);
}

// Of one installation, of one of several, or (none) of one that was not read.
MeshCaller webOf(std::vector<MeshTrust> trusts = {{"cluster.local", {}}})
{
    static std::deque<MeshTrusts> kept;
    MeshCaller caller;
    caller.identified = true;
    caller.ns = "shop";
    caller.account = "web";
    caller.trusts = &kept.emplace_back(MeshTrusts{std::move(trusts), false});
    return caller;
}

// "none", or of each clause its ports, requests and whether it is in doubt: "TCP every request", "TCP 80 GET?".
std::string clauses(const std::string& fields, MeshSight sight, bool allows = true, const MeshCaller& caller = webOf())
{
    const MeshAccessRule written = ruleOf(fields);
    std::string text;
    for (const MeshClause& clause : MeshRule(written, "shop", allows).clauses(caller, sight))
        text += (text.empty() ? "" : "; ") + toText(clause.ports) + " " + toText(clause.requests) + (clause.doubt ? "?" : "");
    return text.empty() ? "none" : text;
}

} // namespace

class TestMeshRules : public QObject {
    Q_OBJECT
private slots:
    void proxies();
    void starsInNamespaces();
    void unknownKeys();
    void ambient();
    void doubts();
    void trustDomains();
    void waypoints();
    void fronted();
    void rootNamespaces();
    void severalClusters();
    void fewDeciders();
    void assumedProxies();
};

void TestMeshRules::proxies()
{
    const std::string get = "to: [{operation: {methods: [GET]}}, {operation: {ports: [\"80\"]}}]";
    SAYS(clauses(get, MeshSight::http), "TCP GET; TCP 80 every request");
    SAYS(clauses(get, MeshSight::plain), "none"); // one HTTP field, and the whole rule allows nothing
    SAYS(clauses(get, MeshSight::plain, false), "TCP every request; TCP 80 every request");
    const std::string remote = "from: [{source: {remoteIpBlocks: [1.2.3.4]}}]";
    SAYS(clauses(remote, MeshSight::plain), "TCP the original client's address is 1.2.3.4"); // TCP has it too
    SAYS(clauses("when: [{key: \"request.auth.claims[a]\", values: [b]}]", MeshSight::plain), "none");
    SAYS(clauses("when: [{key: \"request.auth.claims[a]\", values: [b]}, {key: connection.sni, values: [c]}]", MeshSight::plain,
                 false),
         "TCP connection.sni is c");
    SAYS(clauses("to: [{operation: {methods: [GET], notMethods: [GET]}}]", MeshSight::http), "none");
}

// A sidecar asks for the whole name of the caller, cluster.local/ns/shop/sa/web, in which a star may be anywhere.
void TestMeshRules::starsInNamespaces()
{
    const auto means = [](const std::string& pattern, MeshSight sight) {
        return clauses("from: [{source: {namespaces: [\"" + pattern + "\"]}}]", sight);
    };
    for (const char* pattern : {"shop", "*", "s*", "*p", "s*p", "*ho*", "**s**h*", "*sa"})
        SAYS(means(pattern, MeshSight::http), "TCP every request");
    for (const char* pattern : {"sho", "hop", "x*", "*x", "s*x", "*x*", "shop*x", "web", "*web"})
        SAYS(means(pattern, MeshSight::http), "none");
    SAYS(clauses("when: [{key: source.namespace, values: [\"s*p\"]}]", MeshSight::plain), "TCP every request");
    for (const char* pattern : {"shop", "*", "s*", "*p"}) // a ztunnel takes a star at one end alone
        SAYS(means(pattern, MeshSight::ztunnel), "TCP every request");
    for (const char* pattern : {"s*p", "*ho*", "*sa"})
        SAYS(means(pattern, MeshSight::ztunnel), "none");
}

// What nobody knows of the caller is no statement about the caller.
void TestMeshRules::unknownKeys()
{
    for (const char* key : {"source.namespaces", "source.labels[app]", "anything"}) {
        MeshAccessRule written;
        written.when.push_back({key, {"a", "b"}, {}});
        const auto clauses = MeshRule(written, "shop", false).clauses(webOf(), MeshSight::http);
        QCOMPARE(clauses.size(), std::size_t{1});
        SAYS(toText(clauses.front().requests), std::string(key) + " is a or b");
    }
}

void TestMeshRules::ambient()
{
    const MeshSight ztunnel = MeshSight::ztunnel;
    SAYS(clauses("from: [{source: {namespaces: [shop]}}], to: [{operation: {ports: [\"80\"]}}]", ztunnel),
         "TCP 80 every request");
    for (const char* fields : {"to: [{operation: {methods: [GET]}}]", "from: [{source: {requestPrincipals: [a]}}]",
                               "from: [{source: {remoteIpBlocks: [1.2.3.4]}}]", "when: [{key: connection.sni, values: [a]}]",
                               "to: [{operation: {ports: [\"80\"]}}, {operation: {paths: [/a]}}]"})
        SAYS(clauses(fields, ztunnel), "none");
    // What denies loses the field; a part of it of which nothing is left is skipped by some versions and not by others.
    SAYS(clauses("to: [{operation: {methods: [GET], ports: [\"80\"]}}]", ztunnel, false), "TCP 80 every request");
    SAYS(clauses("to: [{operation: {methods: [GET]}}]", ztunnel, false), "TCP every request?");
    SAYS(clauses("from: [{source: {namespaces: [shop], requestPrincipals: [a]}}]", ztunnel, false), "TCP every request");
    SAYS(clauses("from: [{source: {namespaces: [bank], requestPrincipals: [a]}}]", ztunnel, false), "none");
    SAYS(clauses("from: [{source: {requestPrincipals: [a]}}]", ztunnel, false), "TCP every request?");
    SAYS(clauses("when: [{key: connection.sni, values: [a]}]", ztunnel, false), "TCP every request?");
    SAYS(clauses("when: [{key: source.namespace, values: [shop]}]", ztunnel, false), "TCP every request");
    // Of the whole answer.
    const std::string mode = "istio.io/dataplane-mode: ambient";
    const std::string pods = two + space("shop", mode);
    SAYS(said(pods + policy("a", "shop", ofCart + ", rules: [{to: [{operation: {methods: [GET]}}]}]")), "denied");
    SAYS(said(pods + policy("a", "shop", ofCart + ", rules: [{from: [{source: {namespaces: [shop]}}]}]")), "allowed");
    SAYS(said(pods + policy("d", "shop", ofCart + ", action: DENY, rules: [{to: [{operation: {methods: [GET]}}]}]")),
         "notDecided");
    SAYS(said(pods + policy("c", "shop", ofCart + ", action: CUSTOM, provider: {name: p}, rules: [{}]")), "allowed");
    // It ignores that mutual TLS is turned off, and Sidecar is not for it.
    const std::string off =
        object("security.istio.io/v1", "PeerAuthentication", "name: off, namespace: shop", "spec: {mtls: {mode: DISABLE}}\n");
    SAYS(said(pods + off + policy("a", "shop", ofCart + ", rules: [{from: [{source: {namespaces: [shop]}}]}]")), "allowed");
    SAYS(said(pods + service() +
              object("networking.istio.io/v1", "Sidecar", "name: s, namespace: shop",
                     "spec: {egress: [{hosts: [\"~/*\"]}], outboundTrafficPolicy: {mode: REGISTRY_ONLY}}\n")),
         "allowed");
}

void TestMeshRules::doubts()
{
    // In doubt is what changes the answer, and nothing else.
    const std::string inside = "{source: {ipBlocks: [10.0.0.0/8]}}", own = "{source: {namespaces: [shop]}}";
    const auto with = [&](const std::string& action, const std::string& sources) {
        return policy(action == "DENY" ? "d" : "a", "shop",
                      ofCart + ", action: " + action + ", rules: [{from: [" + sources + "]}]");
    };
    SAYS(said(two + with("ALLOW", inside)), "notDecided");
    SAYS(said(two + with("DENY", inside)), "notDecided");
    SAYS(said(two + with("ALLOW", inside + ", " + own)), "allowed");
    SAYS(said(two + with("DENY", inside + ", " + own)), "denied");
    SAYS(said(two + with("ALLOW", inside) + with("DENY", own)), "denied");
    SAYS(said(two + with("ALLOW", own) + with("DENY", inside)), "notDecided");
    MeshCase one(two + with("ALLOW", inside));
    const MeshSlice slice = one.slice("shop/web", "shop/cart", 80);
    QVERIFY(notes(slice, "A rule names addresses that pods may have"));
    QCOMPARE(slice.by.size(), std::size_t(2)); // the policy that closes, the rule that may allow
}

void TestMeshRules::trustDomains()
{
    const auto principal = [](const std::string& name) { return "from: [{source: {principals: [\"" + name + "\"]}}]"; };
    const MeshCaller example = webOf({{"example.org", {}}}), unread = webOf(std::vector<MeshTrust>());
    const std::string alias = principal("cluster.local/ns/shop/sa/web"), real = principal("example.org/ns/shop/sa/web");
    const std::string other = principal("example.com/ns/shop/sa/web");
    SAYS(clauses(alias, MeshSight::http, true, example), "TCP every request");
    SAYS(clauses(real, MeshSight::http, true, example), "TCP every request");
    SAYS(clauses(other, MeshSight::http, true, example), "none");
    SAYS(clauses(alias, MeshSight::ztunnel, true, example), "TCP every request?");
    SAYS(clauses(principal("cluster.local/ns/shop*"), MeshSight::http, true, example), "none"); // no whole name, no alias
    SAYS(clauses(principal("example.org/ns/shop*"), MeshSight::http, true, example), "TCP every request");
    SAYS(clauses(alias, MeshSight::http, true, unread), "TCP every request");
    SAYS(clauses(real, MeshSight::http, true, unread), "TCP every request?");
    SAYS(clauses(principal("example.org/ns/bank/sa/web"), MeshSight::http, true, unread), "none");
    SAYS(clauses(principal("*/ns/bank/sa/web"), MeshSight::http, true, unread), "none");
    SAYS(clauses("from: [{source: {notPrincipals: [example.org/ns/shop/sa/web]}}]", MeshSight::http, true, example), "none");
    SAYS(clauses("from: [{source: {trustDomains: [example.org]}}]", MeshSight::http, true, example), "TCP every request");
    SAYS(clauses("from: [{source: {trustDomains: [cluster.local]}}]", MeshSight::http, true, example), "none");
    SAYS(clauses("from: [{source: {notTrustDomains: [example.org]}}]", MeshSight::http, true, example), "none");
    SAYS(clauses("from: [{source: {trustDomains: [example.org]}}]", MeshSight::http, true, unread), "TCP every request?");
    const MeshCaller aliased = webOf({{"example.org", {"example.com", "old.example"}}});
    SAYS(clauses(other, MeshSight::http, true, aliased), "TCP every request");
    SAYS(clauses(other, MeshSight::ztunnel, true, aliased), "TCP every request?");
    SAYS(clauses(principal("example.com/ns/bank/sa/web"), MeshSight::http, true, aliased), "none");
    SAYS(clauses(principal("example.com/ns/shop*"), MeshSight::http, true, aliased), "none");
    SAYS(clauses(principal("old*/ns/shop/sa/web"), MeshSight::http, true, aliased), "TCP every request?"); // by version
    SAYS(clauses(principal("older*/ns/shop/sa/web"), MeshSight::http, true, aliased), "none");
    SAYS(clauses("from: [{source: {trustDomains: [example.com]}}]", MeshSight::http, true, aliased), "TCP every request?");
    SAYS(clauses("from: [{source: {trustDomains: [\"example.c*\"]}}]", MeshSight::http, true, aliased), "none");
    const MeshCaller either = webOf({{"example.org", {}}, {"example.com", {"old.example"}}});
    SAYS(clauses(real, MeshSight::http, true, either), "TCP every request?");
    SAYS(clauses(principal("old.example/ns/shop/sa/web"), MeshSight::http, true, either), "TCP every request?");
    SAYS(clauses(alias, MeshSight::http, true, either), "TCP every request");
    SAYS(clauses(principal("*/sa/web"), MeshSight::http, true, either), "TCP every request");
    SAYS(clauses(principal("third.example/ns/shop/sa/web"), MeshSight::http, true, either), "none");
    // Of the whole answer.
    const std::string named = policy("a", "shop", ofCart + ", rules: [{" + real + "}]");
    SAYS(said(two + named), "notDecided");
    SAYS(said(two + meshConfig("trustDomain: example.org") + named), "allowed");
    SAYS(said(two + meshConfig("trustDomain: example.com") + named), "denied");
    SAYS(said(two + meshConfig("{trustDomain: example.com, trustDomainAliases: [old.example, example.org]}") + named), "allowed");
    SAYS(said(two + meshConfig("rootNamespace: istio-system") + named), "denied"); // the default
    SAYS(said(two + meshConfig("trustDomain: example.com") + meshConfig("trustDomain: example.org", "istio-new") + named),
         "notDecided"); // the caller may be of either control plane
}

void TestMeshRules::waypoints()
{
    const std::string seen = two + service();
    const auto ofGateway = [](const std::string& name, const std::string& ns = "shop") {
        return policy("w", ns, "targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: " + name + "}]");
    };
    SAYS(said(seen + space("shop") + ofGateway("wp")), "allowed");
    SAYS(said(seen + space("shop", waypoint) + ofGateway("wp")), "notDecided");
    SAYS(said(seen + space("shop", waypoint) + ofGateway("other")), "allowed");
    SAYS(said(two + service(waypoint) + space("shop") + ofGateway("wp")), "notDecided");
    SAYS(said(pod("shop", "web") + pod("shop", "cart", ", " + waypoint) + space("shop") + ofGateway("wp")), "notDecided");
    SAYS(said(seen + space("shop", waypoint + ", istio.io/use-waypoint-namespace: infra") + ofGateway("wp")), "allowed");
    SAYS(said(seen + space("shop", waypoint + ", istio.io/use-waypoint-namespace: infra") + ofGateway("wp", "infra")),
         "notDecided");
    // Of the class: in the root namespace, for every waypoint.
    const auto ofClass = [](const std::string& ns) {
        return policy("c", ns, "targetRefs: [{kind: GatewayClass, group: gateway.networking.k8s.io, name: istio-waypoint}]");
    };
    SAYS(said(seen + space("shop", waypoint) + ofClass("istio-system")), "notDecided");
    SAYS(said(seen + space("shop", waypoint) + ofClass("shop")), "allowed");
    SAYS(said(seen + space("shop") + ofClass("istio-system")), "allowed");
    // Of the Service; without the namespace in the input its label is not known.
    const std::string ofService = policy("s", "shop", "targetRefs: [{kind: Service, group: \"\", name: cart}]");
    SAYS(said(seen + ofService), "notDecided");
    SAYS(said(seen + space("shop") + ofService), "allowed");
    SAYS(said(two + service("istio.io/use-waypoint: none") + space("shop", waypoint) + ofService), "allowed");
    const std::string gateway = object("gateway.networking.k8s.io/v1", "Gateway", "name: wp, namespace: shop",
                                       "spec: {gatewayClassName: istio-waypoint, listeners: [{name: m, port: 15008, protocol: "
                                       "HBONE}]}\n");
    SAYS(said(seen + gateway + ofGateway("wp")), "notDecided");
    SAYS(said(seen + gateway + space("shop") + ofGateway("wp")), "allowed");
    // The pods that serve a Gateway are bound by its policies themselves.
    const std::string serving = pod("shop", "web") + pod("shop", "cart", ", gateway.networking.k8s.io/gateway-name: gw");
    SAYS(said(serving + space("shop") + ofGateway("gw")), "denied");
    SAYS(said(serving + space("shop") + ofGateway("wp")), "allowed");
}

void TestMeshRules::fronted()
{
    // What comes through a waypoint shows its identity, so that the ztunnel's policies are not asked about the caller.
    const std::string pods = two + service() + space("shop", "istio.io/dataplane-mode: ambient, " + waypoint);
    SAYS(said(pods), "allowed");
    const std::string onlyWaypoint =
        policy("a", "shop", ofCart + ", rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/wp]}}]}]");
    SAYS(said(pods + onlyWaypoint), "notDecided");
    SAYS(MeshCase(pods + onlyWaypoint).say("10.0.0.0/8", "shop/cart"), "denied"); // past the waypoint
    SAYS(said(two + service() + space("shop", "istio.io/dataplane-mode: ambient") + onlyWaypoint), "denied");
}

void TestMeshRules::rootNamespaces()
{
    const std::string both = meshConfig("rootNamespace: root-a") + meshConfig("rootNamespace: root-b", "istio-new");
    const std::string closed = policy("closed", "root-a", ""), same = policy("closed", "root-b", "");
    SAYS(said(two + both + closed), "notDecided");
    SAYS(said(two + both + closed + same), "denied");
    SAYS(said(two + both + closed + policy("own", "shop", "action: DENY, rules: [{}]")), "denied"); // whichever it is
    SAYS(said(two + both + policy("open", "root-a", "rules: [{}]")), "allowed");
    const MeshSlice slice = MeshCase(two + both + closed).slice("shop/web", "shop/cart", 80);
    QVERIFY(notes(slice, "different root namespaces"));
    std::string many;
    for (int i = 0; i < 12; ++i)
        many += meshConfig("rootNamespace: root-" + std::to_string(i), "istio-" + std::to_string(i));
    SAYS(said(two + many + policy("own", "shop", "")), "notDecided"); // more than are looked at
}

void TestMeshRules::severalClusters()
{
    QCOMPARE(idWithin("gateway-api:shop/gw", "east"), std::string("gateway-api:east//shop/gw"));
    QCOMPARE(idWithin("gateway-api:shop/gw", ""), std::string("gateway-api:shop/gw"));
    QCOMPARE(idWithin("", "east"), std::string());
    const auto running = [](std::string text, const std::string& cluster) { // each object as an API server returns it
        const std::string mark = "metadata: {";
        int count = 0;
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
            text.insert(at + mark.size(), "uid: " + cluster + std::to_string(++count) + ", resourceVersion: \"1\", ");
        return text;
    };
    test::InputFolder in;
    const std::string kubeSystem = space("kube-system");
    const std::string gateways = pod("shop", "web") + pod("shop", "cart", ", gateway.networking.k8s.io/gateway-name: gw") +
                                 space("shop") +
                                 policy("w", "shop", "targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: gw}]");
    const std::string linkerd =
        test::linkerd::pod("shop", "web") + test::linkerd::pod("shop", "cart") + space("shop") +
        object("policy.linkerd.io/v1beta3", "Server", "name: cart, namespace: shop",
               "spec: {podSelector: {matchLabels: {app: cart}}, port: 80, accessPolicy: all-unauthenticated}\n") +
        object(
            "policy.linkerd.io/v1beta3", "HTTPRoute", "name: get, namespace: shop",
            "spec: {parentRefs: [{kind: Server, group: policy.linkerd.io, name: cart}], rules: [{matches: [{method: GET}]}]}\n");
    in.write("east.yaml", running(kubeSystem + gateways, "e"));
    in.write("west.yaml", running(kubeSystem + linkerd, "w"));
    Model model{in.import(), {}};
    model.architecture = resolve(model.inventory, test::shippedCatalogue());
    const World world = worldOf(model);
    const auto reach = MeshReach::of(model, world);
    const auto endOf = [&](const std::string& cluster, const std::string& name) {
        MeshEnd end;
        end.pod = world.pods.size();
        for (std::size_t i = 0; i < world.pods.size(); ++i)
            if (const Pod& one = world.pods[i]; !one.imagined && world.spaces[one.space].cluster.find(cluster) == 0 &&
                                                one.id.find("shop/" + name) != std::string::npos)
                end.pod = i;
        return end;
    };
    const auto outcome = [&](const std::string& cluster) {
        const MeshEnd from = endOf(cluster, "web"), to = endOf(cluster, "cart");
        if (from.pod == world.pods.size() || to.pod == world.pods.size())
            return std::string("no pods");
        for (const MeshSlice& slice : reach->between(from, to).slices)
            if (slice.ports.contains(PortSet::of(Protocol::tcp, {80, 80})))
                return std::string(toWord(slice.outcome)) +
                       (slice.outcome == MeshSlice::Outcome::onlySome ? " " + requestsText(slice) : std::string());
        return std::string("no slice");
    };
    SAYS(outcome("east"), "denied");
    SAYS(outcome("west"), "onlySome GET");
}

void TestMeshRules::fewDeciders()
{
    std::string text = two;
    for (int i = 0; i < 50; ++i)
        text += policy("p" + std::to_string(i), "shop", "");
    const MeshSlice slice = MeshCase(text).slice("shop/web", "shop/cart", 80);
    QVERIFY(slice.outcome == MeshSlice::Outcome::denied);
    QCOMPARE(slice.by.size(), mostDeciders);
    QCOMPARE(slice.unnamed, std::size_t(50) - mostDeciders);
    QVERIFY(notes(slice, "are not named: 30."));
    std::string few = two;
    for (std::size_t i = 0; i < mostDeciders; ++i)
        few += policy("p" + std::to_string(i), "shop", "");
    QVERIFY(!notes(MeshCase(few).slice("shop/web", "shop/cart", 80), "not named"));
}

void TestMeshRules::assumedProxies()
{
    const std::string open = policy("a", "shop", ofCart + ", rules: [{}]");
    const MeshSlice assumed = MeshCase(two + open).slice("shop/web", "shop/cart", 80);
    QVERIFY(notes(assumed, "has a proxy that applies this is assumed"));
    const MeshSlice known =
        MeshCase(two + service() + space("shop", "istio-injection: enabled") + open).slice("shop/web", "shop/cart", 80);
    QVERIFY(!notes(known, "assumed"));
    const MeshSlice none = MeshCase(two + open).slice("shop/cart", "shop/web", 80);
    QVERIFY(none.notes.empty()); // nothing is asked there
}

QTEST_GUILESS_MAIN(TestMeshRules)
#include "tst_mesh_rules.moc"
