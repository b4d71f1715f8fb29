// SPDX-License-Identifier: GPL-3.0-or-later
// What Linkerd's policies let through between two pods: Servers and their authorizations, default policies, identities, networks,
// routes, ports beside the proxy. Expectations are those of the linkerd.io reference, "Authorization Policy", and of "Configuring
// Per-Route Policy".
#include "analysis/connectivity/mesh_linkerd.h"
#include "tests/support/linkerd_case.h"
#include "tests/support/says.h"

#include <QtTest>

#include <algorithm>

using namespace bartizan;
using namespace bartizan::connectivity;
using namespace bartizan::test::linkerd;

namespace {

bool notes(const MeshSlice& slice, const std::string& part)
{
    return std::any_of(slice.notes.begin(), slice.notes.end(),
                       [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

std::string withIdentities(const std::vector<std::string>& identities, const std::string& trustDomain = "")
{
    Case one;
    one.server();
    one.policy("p", {one.tls(identities)});
    if (!trustDomain.empty())
        one.settings().trustDomain.value = trustDomain;
    return one.four();
}

} // namespace

class TestMeshLinkerd : public QObject {
    Q_OBJECT
private slots:
    void servers();
    void accessPolicies();
    void identities();
    void networks();
    void authorizations();
    void serverAuthorizations();
    void alternatives();
    void defaults();
    void routes();
    void routeOrder();
    void protocols();
    void members();
    void besideProxy();
    void overlaps();
    void blocks();
};

void TestMeshLinkerd::servers()
{
    Case none;
    QVERIFY(!none.reach().any());
    SAYS(none.four(), "allowed allowed allowed allowed");
    Case one;
    one.server();
    QVERIFY(one.reach().any());
    SAYS(one.four(), "denied denied denied denied");
    SAYS(one.say("shop/web", "shop/cart", 81), "allowed");
    SAYS(one.say("shop/cart", "shop/web"), "allowed");
    const MeshSlice slice = one.slice("shop/web", "shop/cart", 80);
    QVERIFY(slice.ports == PortSet::of(Protocol::tcp, {80, 80}));
    QCOMPARE(slice.by.size(), std::size_t(1));
    QCOMPARE(slice.by[0].name, std::string("Server shop/cart"));
    Case named; // by the name of a container port
    named.server().port = 0;
    named.inventory().linkerdServers.back().portName = "http";
    SAYS(named.four(), "denied denied denied denied");
    Case unknown;
    unknown.server().port = 0;
    unknown.inventory().linkerdServers.back().portName = "grpc";
    SAYS(unknown.four(), "allowed allowed allowed allowed");
    Case external; // of external workloads, no pods
    external.server().pods = {};
    QVERIFY(!external.reach().any());
    Case elsewhere;
    elsewhere.server().ns = "bank";
    SAYS(elsewhere.four(), "allowed allowed allowed allowed");
}

void TestMeshLinkerd::accessPolicies()
{
    const auto with = [](const std::string& word, const std::string& more = "8.8.8.0/24") {
        Case one;
        one.server(word);
        return one.four() + " " + one.say(more, "shop/cart");
    };
    SAYS(with("deny"), "denied denied denied denied denied");
    SAYS(with("all-unauthenticated"), "allowed allowed allowed allowed allowed");
    SAYS(with("all-authenticated"), "allowed allowed denied denied denied");
    SAYS(with("cluster-authenticated"), "allowed allowed denied denied denied");
    SAYS(with("cluster-unauthenticated"), "allowed allowed allowed allowed denied");
    SAYS(with("cluster-unauthenticated", "172.0.0.0/8"),
         "allowed allowed allowed allowed onlySome (the address is 172.16.0.0-172.31.255.255)");
    SAYS(with("audit"), "allowed allowed allowed allowed allowed");
    Case audit;
    audit.server("audit");
    QVERIFY(notes(audit.slice("bank/plain", "shop/cart", 80), "Audit"));
    Case own; // the installation's networks
    own.server("cluster-unauthenticated");
    own.settings().clusterNetworks = {{"10.1.0.0/16", {}}};
    SAYS(own.say("10.1.2.0/24", "shop/cart") + " " + own.say("10.2.0.0/16", "shop/cart"), "allowed denied");
}

void TestMeshLinkerd::identities()
{
    SAYS(withIdentities({"web.shop.serviceaccount.identity.linkerd.cluster.local"}), "allowed denied denied denied");
    SAYS(withIdentities({"*.shop.serviceaccount.identity.linkerd.cluster.local"}), "allowed denied denied denied");
    SAYS(withIdentities({"*.cluster.local"}), "allowed allowed denied denied");
    SAYS(withIdentities({"*"}), "allowed allowed denied denied");
    SAYS(withIdentities({}), "denied denied denied denied");
    // Another trust domain: known to be the mesh's, known not to be, not known.
    const std::string foreign = "web.shop.serviceaccount.identity.linkerd.example.org";
    SAYS(withIdentities({foreign}, "example.org"), "allowed denied denied denied");
    SAYS(withIdentities({foreign}, "cluster.local"), "denied denied denied denied");
    SAYS(withIdentities({foreign}), "notDecided denied denied denied");
    SAYS(withIdentities({"*.bank.serviceaccount.identity.linkerd.example.org"}), "denied notDecided denied denied");
    SAYS(withIdentities({"*.example.org"}), "notDecided notDecided denied denied");
    Case accounts;
    accounts.server();
    accounts.policy("p", {accounts.tls({}, {account})});
    SAYS(accounts.four(), "allowed denied denied denied");
    Case spaces;
    spaces.server();
    spaces.policy("p", {spaces.tls({}, {{"", "Namespace", "", "bank", {}}})});
    SAYS(spaces.four(), "denied allowed denied denied");
    Case assumed;
    assumed.server();
    assumed.policy("p", {assumed.tls({"web.shop.serviceaccount.identity.linkerd.cluster.local"})});
    QVERIFY(notes(assumed.slice("shop/web", "shop/cart", 80), "linkerd.cluster.local"));
}

void TestMeshLinkerd::networks()
{
    const auto with = [](const std::string& cidr, const std::vector<std::string>& except = {}) {
        Case one;
        one.server();
        one.policy("p", {one.network(cidr, except)});
        return one.four();
    };
    SAYS(with("0.0.0.0/0"), "allowed allowed allowed allowed");
    SAYS(with("10.0.0.0/8"), "notDecided notDecided notDecided allowed");
    SAYS(with("8.0.0.0/8"), "denied denied denied denied"); // no pod has such an address
    SAYS(with("10.0.0.0/8", {"10.1.0.0/16"}),
         "notDecided notDecided notDecided onlySome (the address is 10.0.0.0-10.0.255.255 or 10.2.0.0-10.255.255.255)");
    SAYS(with("no network"), "denied denied denied denied");
    Case all; // pods are within the networks of the installation
    all.server();
    all.policy("p", {all.network("10.0.0.0/8")});
    all.settings().clusterNetworks = {{"10.0.0.0/12", {}}};
    SAYS(all.four(), "allowed allowed allowed allowed");
}

void TestMeshLinkerd::authorizations()
{
    const auto with = [](const std::string& kind, const std::string& target, const std::string& ns) {
        Case one;
        one.server();
        one.policy("p", {account}, kind, target, ns);
        return one.four();
    };
    SAYS(with("Server", "cart", "shop"), "allowed denied denied denied");
    SAYS(with("Server", "other", "shop"), "denied denied denied denied");
    SAYS(with("Server", "cart", "bank"), "denied denied denied denied");
    SAYS(with("Namespace", "shop", "shop"), "allowed denied denied denied");
    SAYS(with("HTTPRoute", "cart", "shop"), "denied denied denied denied");
    // All that are required must hold.
    Case both;
    both.server();
    both.policy("p", {account, both.network("0.0.0.0/0")});
    SAYS(both.four(), "allowed denied denied denied");
    Case open;
    open.server();
    open.policy("p", {account, open.network("10.0.0.0/8")});
    SAYS(open.four(), "notDecided denied denied denied");
    Case nothing; // nothing is required
    nothing.server();
    nothing.policy("p", {});
    SAYS(nothing.four(), "allowed allowed allowed allowed");
    Case missing;
    missing.server();
    missing.policy("p", {{"policy.linkerd.io", "MeshTLSAuthentication", "shop", "absent", {}}});
    SAYS(missing.four(), "denied denied denied denied");
    QVERIFY(notes(missing.slice("shop/web", "shop/cart", 80), "not in the input"));
    const MeshSlice slice = both.slice("shop/web", "shop/cart", 80);
    QCOMPARE(slice.by.size(), std::size_t(1));
    QCOMPARE(slice.by[0].name, std::string("AuthorizationPolicy shop/p"));
}

void TestMeshLinkerd::serverAuthorizations()
{
    const auto with = [](const LinkerdClients& client, bool labelled = true) {
        Case one;
        const ObjectId server = one.server().object;
        if (labelled)
            one.inventory().objects[server.pos()].labels = {{"tier", "front", {}}};
        one.clients(client);
        return one.four() + " " + one.say("8.8.8.0/24", "shop/cart");
    };
    LinkerdClients anyone;
    anyone.anyone = true;
    SAYS(with(anyone), "allowed allowed allowed allowed denied"); // the cluster's networks, as none are written
    SAYS(with(anyone, false), "denied denied denied denied denied");
    anyone.networks = {{"0.0.0.0/0", {}}};
    SAYS(with(anyone), "allowed allowed allowed allowed allowed");
    LinkerdClients certified;
    certified.anyTls = true;
    SAYS(with(certified), "allowed allowed denied denied denied");
    LinkerdClients one;
    one.accounts = {account};
    SAYS(with(one), "allowed denied denied denied denied");
    SAYS(with({}), "denied denied denied denied denied");
}

// Authorizations are alternatives: together they let through what one of them does, in whatever order they come.
void TestMeshLinkerd::alternatives()
{
    const std::vector<std::string> ends{"shop/web", "bank/web", "bank/plain", "10.0.0.0/8"};
    const auto outcomes = [&](unsigned mask, bool reversed) {
        Case one;
        one.server(mask & 8U ? "all-authenticated" : "");
        for (unsigned i = 0; i < 3; ++i) {
            const unsigned bit = reversed ? 2 - i : i;
            if ((mask & (1U << bit)) == 0)
                continue;
            const std::string name = "p" + std::to_string(bit);
            one.policy(name, {bit == 0   ? account
                              : bit == 1 ? one.tls({}, {{"", "Namespace", "", "bank", {}}})
                                         : one.network("10.0.0.0/8")});
        }
        std::vector<int> found; // 0 denied, 1 not decided, 2 allowed
        for (const std::string& end : ends) {
            const std::string word = one.say(end, "shop/cart");
            found.push_back(word == "denied" ? 0 : word == "notDecided" ? 1 : word == "allowed" ? 2 : -1);
        }
        return found;
    };
    for (unsigned mask = 0; mask < 16; ++mask) {
        std::vector<int> expected(ends.size(), 0);
        for (unsigned bit = 0; bit < 4; ++bit)
            if ((mask & (1U << bit)) != 0) {
                const std::vector<int> alone = outcomes(1U << bit, false);
                for (std::size_t i = 0; i < ends.size(); ++i)
                    expected[i] = std::max(expected[i], alone[i]);
            }
        QCOMPARE(outcomes(mask, false), expected);
        QCOMPARE(outcomes(mask, true), expected);
    }
}

void TestMeshLinkerd::defaults()
{
    const auto with = [](const std::string& ofPod, const std::string& ofSpace, const std::string& ofMesh = "") {
        const auto written = [](const std::string& word) {
            return word.empty() ? word : annotation("default-inbound-policy", word);
        };
        Case one(others + pod("shop", "cart", proxy, written(ofPod)) + space("shop", written(ofSpace)) + space("bank"));
        if (!ofMesh.empty())
            one.settings().defaultInbound.value = ofMesh;
        return one.four();
    };
    SAYS(with("deny", ""), "denied denied denied denied");
    SAYS(with("all-authenticated", ""), "allowed allowed denied denied");
    SAYS(with("cluster-unauthenticated", ""), "allowed allowed allowed allowed");
    SAYS(with("", "all-authenticated"), "allowed allowed denied denied");
    SAYS(with("audit", "deny"), "allowed allowed allowed allowed");
    SAYS(with("", "audit", "deny"), "allowed allowed allowed allowed");
    SAYS(with("", "", "deny"), "denied denied denied denied");
    SAYS(with("open", ""), "notDecided notDecided notDecided notDecided"); // no word of the reference
    Case differ;
    differ.settings().defaultInbound.value = "deny";
    differ.settings().defaultInbound.value = "audit";
    SAYS(differ.four(), "notDecided notDecided notDecided notDecided");
    // Where a Server is, the default is not asked.
    Case closed(others + pod("shop", "cart", proxy, annotation("default-inbound-policy", "deny")) + space("shop") +
                space("bank"));
    closed.server("all-unauthenticated");
    SAYS(closed.say("bank/plain", "shop/cart", 80) + " " + closed.say("bank/plain", "shop/cart", 81), "allowed denied");
    const MeshSlice denied = closed.slice("bank/plain", "shop/cart", 81);
    QCOMPARE(denied.by.size(), std::size_t(1));
    QCOMPARE(denied.by[0].name, std::string("Pod shop/cart"));
    // The assumption is named where nothing was read.
    Case assumed;
    assumed.server();
    QVERIFY(notes(assumed.slice("shop/web", "shop/cart", 81), "all-unauthenticated"));
    Case read;
    read.server();
    read.settings();
    QVERIFY(read.slice("shop/web", "shop/cart", 81).notes.empty());
    Case identified(others + pod("shop", "cart", proxy, annotation("proxy-require-identity-inbound-ports", "80, 90-91")) +
                    space("shop") + space("bank"));
    SAYS(identified.four(), "allowed allowed denied denied");
    SAYS(identified.say("bank/plain", "shop/cart", 91) + " " + identified.say("bank/plain", "shop/cart", 92), "denied allowed");
}

void TestMeshLinkerd::routes()
{
    Case unauthorized;
    unauthorized.server();
    unauthorized.route("get", "prefix", "/a").methods = {"GET"};
    SAYS(unauthorized.four(), "denied denied denied denied");
    Case one;
    one.server();
    one.route("get", "prefix", "/a/").methods = {"GET"};
    one.policy("p", {account}, "HTTPRoute", "get");
    SAYS(one.four(), "onlySome (GET, path /a or /a/*) denied denied denied");
    const MeshSlice slice = one.slice("shop/web", "shop/cart", 80);
    QVERIFY(passes(slice, {"GET", "/a/b", "h"}) == std::optional(true));
    QVERIFY(passes(slice, {"GET", "/ab", "h"}) == std::optional(false));
    QVERIFY(passes(slice, {"PUT", "/a", "h"}) == std::optional(false)); // no route means it: 404
    QVERIFY(notes(slice, "not HTTP"));
    // Who may ask the Server may ask its routes, and nothing else.
    Case whole;
    whole.server("all-authenticated");
    RouteRecord& narrow = whole.route("get", "exact", "/a");
    narrow.headers = {"x: 1"};
    narrow.hosts = {"*.example.com"};
    SAYS(whole.four(), "onlySome (path /a, host *.example.com, header x: 1) "
                       "onlySome (path /a, host *.example.com, header x: 1) denied denied");
    QVERIFY(!passes(whole.slice("shop/web", "shop/cart", 80), {"GET", "/a", "b.example.com"}).has_value());
    Case every;
    every.server("all-authenticated");
    every.route("all", "prefix", "/");
    SAYS(every.four(), "allowed allowed denied denied");
    Case open; // whether the route is authorized depends on an address
    open.server();
    open.route("all", "prefix", "/");
    open.policy("p", {open.network("10.0.0.0/8")}, "HTTPRoute", "all");
    SAYS(open.four(), "notDecided notDecided notDecided allowed");
    Case refused; // by the control plane
    refused.server("all-authenticated");
    refused.route("get", "exact", "/a").parents[0].accepted = {false, {}};
    refused.inventory().routes.back().parents[0].accepted.evidence.file = FileId(0);
    SAYS(refused.four(), "allowed allowed denied denied");
}

void TestMeshLinkerd::routeOrder()
{
    Case narrower; // a request has one route: the most specific
    narrower.server();
    narrower.route("all", "prefix", "/");
    narrower.route("admin", "exact", "/admin");
    narrower.policy("p", {account}, "HTTPRoute", "all");
    SAYS(narrower.say("shop/web", "shop/cart"), "onlySome (every request; not: path /admin)");
    Case wider;
    wider.server();
    wider.route("all", "prefix", "/");
    wider.route("ok", "exact", "/ok");
    wider.policy("p", {account}, "HTTPRoute", "ok");
    SAYS(wider.say("shop/web", "shop/cart"), "onlySome (path /ok)");
    Case between;
    between.server();
    between.route("all", "prefix", "/");
    between.route("admin", "prefix", "/admin");
    between.route("health", "exact", "/admin/health");
    between.policy("p", {account}, "HTTPRoute", "all").policy("q", {account}, "HTTPRoute", "health");
    const MeshSlice slice = between.slice("shop/web", "shop/cart", 80);
    QVERIFY(slice.outcome == MeshSlice::Outcome::onlySome);
    QVERIFY(passes(slice, {"GET", "/admin/health", "h"}) == std::optional(true));
    QVERIFY(passes(slice, {"GET", "/admin/x", "h"}) != std::optional(true));
    const auto alike = [](const std::string& first, const std::string& second) {
        Case one;
        one.server();
        one.route("a", "exact", "/a", "HTTPRoute", first);
        one.route("b", "exact", "/a", "HTTPRoute", second);
        one.policy("p", {account}, "HTTPRoute", "a");
        return one.say("shop/web", "shop/cart");
    };
    SAYS(alike("2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z"), "onlySome (path /a)");
    SAYS(alike("2024-01-02T00:00:00Z", "2024-01-01T00:00:00Z"), "denied");
    SAYS(alike("2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"), "onlySome (path /a)"); // then by name
    SAYS(alike("", ""), "onlySome (path /a, no route that comes first means it)");
    // Patterns that cannot meet do not restrict each other.
    MeshRequests a, b;
    a.paths = {"/a", "/a/*"};
    b.paths = {"/ab*"};
    QVERIFY(!mayMeet(a, b));
    b.paths = {"*b"};
    QVERIFY(mayMeet(a, b));
    b.paths = {"/a/*"};
    b.methods = {"GET"};
    a.methods = {"PUT"};
    QVERIFY(!mayMeet(a, b));
}

void TestMeshLinkerd::protocols()
{
    const auto with = [](const std::string& protocol, const std::string& kind) {
        Case one;
        one.server("all-authenticated", protocol);
        one.route("r", "exact", "/a", kind);
        return one.say("shop/web", "shop/cart");
    };
    SAYS(with("", "HTTPRoute"), "onlySome (path /a)");
    SAYS(with("HTTP/2", "HTTPRoute"), "onlySome (path /a)");
    SAYS(with("opaque", "HTTPRoute"), "allowed");
    SAYS(with("TLS", "HTTPRoute"), "allowed");
    SAYS(with("gRPC", "HTTPRoute"), "allowed");
    SAYS(with("gRPC", "GRPCRoute"), "onlySome (path /a)");
    SAYS(with("HTTP/1", "GRPCRoute"), "allowed");
}

void TestMeshLinkerd::members()
{
    const std::string istio = ", {name: istio-proxy, image: \"p:1\"}";
    Case caller(pod("shop", "web", istio) + pod("bank", "web") + pod("bank", "plain", "") + pod("shop", "cart") + space("shop") +
                space("bank"));
    caller.server("all-authenticated");
    SAYS(caller.four(), "denied allowed denied denied"); // an identity of the other mesh is none
    Case called(others + pod("shop", "cart", istio) + space("shop") + space("bank"));
    called.server();
    SAYS(called.four(), "allowed allowed allowed allowed"); // nobody enforces it there
    const auto promised = [](const std::string& ofPod, const std::string& ofSpace) {
        Case one(others + pod("shop", "cart", "", ofPod) + space("shop", ofSpace) + space("bank"));
        one.server();
        return one.say("shop/web", "shop/cart");
    };
    SAYS(promised("linkerd.io/inject: enabled", ""), "denied");
    SAYS(promised("", "linkerd.io/inject: enabled"), "denied");
    SAYS(promised("linkerd.io/inject: disabled", "linkerd.io/inject: enabled"), "allowed");
    SAYS(promised("", ""), "allowed");
    // Nobody is seen with a proxy: it may come from elsewhere, and is assumed.
    Case unknown(pod("shop", "web", "") + pod("shop", "cart", ""));
    unknown.server("all-authenticated");
    SAYS(unknown.say("shop/web", "shop/cart"), "allowed");
    QVERIFY(notes(unknown.slice("shop/web", "shop/cart", 80), "is assumed"));
}

void TestMeshLinkerd::besideProxy()
{
    Case in(others + pod("shop", "cart", proxy, annotation("skip-inbound-ports", "80, 8000-8001")) +
            space("shop", annotation("default-inbound-policy", "deny")) + space("bank"));
    in.server();
    SAYS(in.four(), "allowed allowed allowed allowed");
    SAYS(in.say("bank/plain", "shop/cart", 8001) + " " + in.say("bank/plain", "shop/cart", 8002), "allowed denied");
    const auto out = [](const std::string& more) {
        Case one(pod("shop", "web", proxy, annotation("skip-outbound-ports", "80")) + pod("shop", "cart") + space("shop") + more);
        one.server("all-authenticated");
        return one.say("shop/web", "shop/cart");
    };
    SAYS(out(""), "denied"); // without its own proxy the caller has no certificate to show
    SAYS(out(service("80")), "denied");
    SAYS(out(service("8080")), "allowed"); // on this port of the Service it passes the proxy
    // Opaque ports pass the proxy, which keeps the identity.
    Case opaque(others + pod("shop", "cart", proxy, annotation("opaque-ports", "80")) + space("shop") + space("bank"));
    opaque.server("all-authenticated");
    SAYS(opaque.four(), "allowed allowed denied denied");
}

void TestMeshLinkerd::overlaps()
{
    const auto with = [](const std::string& access, const std::string& first, const std::string& second) {
        Case one;
        one.server("", "", "cart", first);
        one.server(access, "", "more", second);
        return one.say("bank/plain", "shop/cart");
    };
    SAYS(with("", "", ""), "denied");
    SAYS(with("audit", "", ""), "notDecided");
    SAYS(with("audit", "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z"), "denied");
    SAYS(with("audit", "2024-01-02T00:00:00Z", "2024-01-01T00:00:00Z"), "allowed");
    SAYS(with("audit", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"), "denied"); // cart before more
    Case one;
    one.server("", "", "cart");
    one.server("audit", "", "more");
    QCOMPARE(one.slice("shop/web", "shop/cart", 80).by.size(), std::size_t(2));
}

void TestMeshLinkerd::blocks()
{
    Case one;
    one.server();
    one.policy("p", {one.network("10.0.0.0/8", {"10.1.0.0/16"})});
    QCOMPARE(one.reach().blocks().size(), std::size_t(1));
    QCOMPARE(one.reach().blocks()[0].ranges().size(), std::size_t(2));
    Case cluster;
    cluster.server("cluster-authenticated");
    QCOMPARE(cluster.reach().blocks().size(), std::size_t(1));
    QCOMPARE(Case().reach().blocks().size(), std::size_t(0));
    // Together the slices are all ports of TCP, each once.
    PortSet all;
    for (const MeshSlice& slice : one.reach().between(one.end("shop/web"), one.end("shop/cart")).slices) {
        QVERIFY((all & slice.ports).empty());
        all |= slice.ports;
    }
    QVERIFY(all == tcpPorts());
}

QTEST_GUILESS_MAIN(TestMeshLinkerd)
#include "tst_mesh_linkerd.moc"
