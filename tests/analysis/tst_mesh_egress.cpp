// SPDX-License-Identifier: GPL-3.0-or-later
// Where a caller's Istio proxy has routes to, by port, and what that means for its certificate: what is passed through, or kept
// from the proxy, shows none. istio.io reference: Sidecar, ServiceEntry, "Resource Annotations"; "Traffic Routing".
#include "tests/support/mesh_case.h"
#include "tests/support/says.h"

#include <QtTest>

#include <algorithm>

using namespace bartizan;
using namespace bartizan::connectivity;
using test::MeshCase;

namespace {

std::string pod(const std::string& ns, const std::string& app, const std::string& annotations = "", const std::string& ports = "")
{
    return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + app + ", namespace: " + ns + ", labels: {app: " + app +
           "}, annotations: {" + annotations + "}}\nspec: {serviceAccountName: " + app +
           ", containers: [{name: main, image: \"i:1\", ports: [" + ports + "]}, {name: istio-proxy, image: \"p:1\"}]}\n";
}
std::string service(const std::string& ports = "{port: 80}", const std::string& name = "cart",
                    const std::string& more = "selector: {app: cart}, ")
{
    return "---\napiVersion: v1\nkind: Service\nmetadata: {name: " + name + ", namespace: shop}\nspec: {" + more + "ports: [" +
           ports + "]}\n";
}
std::string istio(const std::string& group, const std::string& kind, const std::string& spec)
{
    return "---\napiVersion: " + group + ".istio.io/v1\nkind: " + kind + "\nmetadata: {name: own, namespace: shop}\nspec: {" +
           spec + "}\n";
}
std::string sidecar(const std::string& spec)
{
    return istio("networking", "Sidecar", spec);
}
std::string entry(const std::string& host, const std::string& more = "resolution: DNS")
{
    return istio("networking", "ServiceEntry", "hosts: [\"" + host + "\"], ports: [{number: 443}], " + more);
}

const std::string pods = pod("shop", "web") + pod("shop", "cart");
const std::string strict = istio("security", "PeerAuthentication", "mtls: {mode: STRICT}");
const std::string refuses = "outboundTrafficPolicy: {mode: REGISTRY_ONLY}";
const std::string everything = "egress: [{hosts: [\"*/*\"]}], " + refuses;

bool notes(const MeshSlice& slice, const std::string& part)
{
    return std::any_of(slice.notes.begin(), slice.notes.end(),
                       [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

// From shop/web to shop/cart, at 80 and at 81.
std::string both(const std::string& text)
{
    MeshCase one(text);
    return one.say("shop/web", "shop/cart", 80) + " " + one.say("shop/web", "shop/cart", 81);
}

} // namespace

class TestMeshEgress : public QObject {
    Q_OBJECT
private slots:
    void certificates();
    void passedThrough();
    void registryPorts();
    void targets();
    void modeAlone();
    void withoutServices();
    void entries();
    void keptFromTheProxy();
};

void TestMeshEgress::certificates()
{
    SAYS(both(pods + service() + strict), "allowed denied"); // no Service leads to 81
    MeshCase one(pods + service() + strict);
    QVERIFY(notes(one.slice("shop/web", "shop/cart", 81), "without its certificate"));
    QVERIFY(one.slice("shop/web", "shop/cart", 80).notes.empty());
    const auto named = [](const std::string& action, const std::string& source) {
        return istio("security", "AuthorizationPolicy",
                     "selector: {matchLabels: {app: cart}}, action: " + action + ", rules: [{from: [{source: {" + source +
                         "}}]}]");
    };
    SAYS(both(pods + service() + named("ALLOW", "namespaces: [shop]")), "allowed denied");
    SAYS(both(pods + service() + named("DENY", "notPrincipals: [\"*\"]")), "allowed denied");
    SAYS(both(pods + service() + named("DENY", "namespaces: [shop]")), "denied allowed"); // nobody's name is seen there
    SAYS(both(pods + service()), "allowed allowed");
    // Without Services in the input a route is assumed, and that is said.
    SAYS(both(pods + strict), "allowed allowed");
    MeshCase assumed(pods + strict);
    QVERIFY(notes(assumed.slice("shop/web", "shop/cart", 80), "is assumed"));
    // A Service of the namespace without a selector may lead anywhere there; one for an outside name does not.
    SAYS(both(pods + service() + strict + service("{port: 81}", "other", "")), "allowed notDecided");
    SAYS(both(pods + service() + strict + service("{port: 81}", "other", "type: ExternalName, externalName: a.example.com, ")),
         "allowed denied");
    // An endpoint of it that is no pod: it leads elsewhere.
    const std::string slices = "---\napiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: {name: other-1, namespace: "
                               "shop, labels: {kubernetes.io/service-name: other}}\naddressType: IPv4\n"
                               "endpoints: [{addresses: [1.2.3.4]}]\nports: [{port: 81}]\n";
    SAYS(both(pods + service() + strict + service("{port: 81}", "other", "") + slices), "allowed denied");
}

void TestMeshEgress::passedThrough()
{
    const std::string none = sidecar("egress: [{hosts: [\"~/*\"]}]");
    SAYS(both(pods + service() + none), "allowed unrouted allowed unrouted");
    SAYS(both(pods + service() + none + strict), "denied unrouted denied unrouted");
    SAYS(both(pods + none + strict), "denied unrouted denied unrouted"); // whatever its Services are, they are not imported
    SAYS(both(pods + sidecar("egress: [{hosts: [\"./*\"]}]") + strict), "notDecided unrouted notDecided unrouted");
    SAYS(both(pods + service() + sidecar("egress: [{hosts: [\"./*\"]}]") + strict), "allowed denied");
}

void TestMeshEgress::registryPorts()
{
    const std::string two = service("{name: a, port: 80, targetPort: 8080}, {name: b, port: 81, targetPort: 8081}");
    MeshCase one(pods + two + sidecar(everything));
    SAYS(one.say("shop/web", "shop/cart", 8080), "allowed");
    SAYS(one.say("shop/web", "shop/cart", 8081), "allowed");
    SAYS(one.say("shop/web", "shop/cart", 80), "denied");
    QVERIFY(one.slice("shop/web", "shop/cart", 80).otherPorts);
    QVERIFY(one.slice("shop/web", "shop/cart", 80).by[0].why.find("other ports") != std::string::npos);
    // A listener with a port of its own is for that port.
    MeshCase narrow(pods + two +
                    sidecar("egress: [{port: {number: 81, protocol: HTTP, name: x}, hosts: [\"*/*\"]}], " + refuses));
    SAYS(narrow.say("shop/web", "shop/cart", 8081), "allowed");
    SAYS(narrow.say("shop/web", "shop/cart", 8080), "denied");
}

void TestMeshEgress::targets()
{
    const std::string named = service("{port: 80, targetPort: 8080-tcp}") + sidecar(everything);
    MeshCase missing(pods + named); // a name that begins with digits is no number
    SAYS(missing.say("shop/web", "shop/cart", 8080), "denied");
    MeshCase there(pod("shop", "web") + pod("shop", "cart", "", "{name: 8080-tcp, containerPort: 9090}") + named);
    SAYS(there.say("shop/web", "shop/cart", 9090), "allowed");
    SAYS(there.say("shop/web", "shop/cart", 8080), "denied");
}

void TestMeshEgress::modeAlone()
{
    for (const std::string& written : {refuses, "egress: [], " + refuses}) { // imports everything
        MeshCase one(pods + service() + sidecar(written));
        SAYS(one.say("shop/web", "shop/cart", 80), "allowed");
        SAYS(one.say("shop/web", "shop/cart", 81), "denied");
        SAYS(one.say("shop/web", "1.2.3.0/24", 80), "denied");
        SAYS(one.say("shop/web", "host:api.example.com", 80), "denied");
    }
    MeshCase open(pods + sidecar("outboundTrafficPolicy: {mode: ALLOW_ANY}"));
    SAYS(open.say("shop/web", "shop/cart", 80), "allowed");
    SAYS(open.say("shop/web", "host:api.example.com", 80), "allowed");
}

// Which Services there are is not known, but which namespaces a Sidecar imports from is.
void TestMeshEgress::withoutServices()
{
    const std::string config = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\n"
                               "data: {mesh: \"{outboundTrafficPolicy: {mode: REGISTRY_ONLY}}\"}\n";
    for (const std::string& written :
         {config, sidecar(refuses), sidecar(everything), sidecar("egress: [{hosts: [\"./*\"]}], " + refuses),
          sidecar("egress: [{hosts: [\"shop/cart.shop.svc.cluster.local\"]}], " + refuses)}) {
        SAYS(both(pods + written), "notDecided notDecided");
        QVERIFY(notes(MeshCase(pods + written).slice("shop/web", "shop/cart", 80), "No Service of the destination's namespace"));
        SAYS(both(pods + service() + written), "allowed denied");
    }
    for (const char* hosts : {"bank/*", "~/*"})
        SAYS(both(pods + sidecar(std::string("egress: [{hosts: [\"") + hosts + "\"]}], " + refuses)), "denied denied");
}

void TestMeshEgress::entries()
{
    // Which addresses the host has is not known.
    MeshCase byName(pods + entry("api.example.com") + sidecar(everything));
    SAYS(byName.say("shop/web", "1.2.3.0/24", 443), "notDecided");
    QVERIFY(byName.slice("shop/web", "1.2.3.0/24", 443).byName);
    SAYS(byName.say("shop/web", "1.2.3.0/24", 80), "denied");
    SAYS(byName.say("shop/web", "host:api.example.com", 443), "allowed");
    SAYS(byName.say("shop/web", "host:api.example.com", 80), "denied");
    MeshCase other(pods + entry("api.example.com") + sidecar("egress: [{hosts: [\"./*.example.org\"]}], " + refuses));
    SAYS(other.say("shop/web", "1.2.3.0/24", 443), "denied"); // not imported
    MeshCase blocks(pods + entry("api.example.com", "addresses: [1.2.3.0/24]") + sidecar(everything));
    SAYS(blocks.say("shop/web", "1.2.3.0/24", 443), "allowed");
    SAYS(blocks.say("shop/web", "1.2.4.0/24", 443), "denied");
    // Some hosts of the name have a route.
    MeshCase some(pods + entry("www.example.com") + sidecar(everything));
    SAYS(some.say("shop/web", "host:*.example.com", 443), "notDecided");
    SAYS(some.say("shop/web", "host:*.example.com", 80), "denied");
    SAYS(some.say("shop/web", "host:*.example.org", 443), "denied");
    MeshCase wide(pods + entry("*.example.com") + sidecar(everything));
    SAYS(wide.say("shop/web", "host:www.example.com", 443), "allowed");
}

void TestMeshEgress::keptFromTheProxy()
{
    const auto caller = [](const std::string& annotation, const std::string& value) {
        return pod("shop", "web", "traffic.sidecar.istio.io/" + annotation + ": \"" + value + "\"") + pod("shop", "cart") +
               service();
    };
    const std::string none = sidecar("egress: [{hosts: [\"~/*\"]}], " + refuses);
    SAYS(both(caller("excludeOutboundPorts", "80") + none), "allowed denied");
    SAYS(both(caller("excludeOutboundPorts", "80, 9000") + strict), "denied denied");
    SAYS(both(caller("excludeOutboundPorts", "443") + strict), "allowed denied");
    MeshCase ports(caller("excludeOutboundPorts", "443") + none);
    SAYS(ports.say("shop/web", "1.2.3.0/24", 443), "allowed");
    SAYS(ports.say("shop/web", "1.2.3.0/24", 80), "denied");
    SAYS(ports.say("shop/web", "host:api.example.com", 443), "allowed");
    MeshCase ranges(caller("excludeOutboundIPRanges", "10.0.0.0/8") + none);
    SAYS(ranges.say("shop/web", "10.1.0.0/16", 80), "allowed");
    SAYS(ranges.say("shop/web", "8.0.0.0/5", 80), "notDecided"); // some of them
    SAYS(ranges.say("shop/web", "1.2.3.0/24", 80), "denied");
    SAYS(ranges.say("shop/web", "shop/cart", 80), "notDecided"); // whose address is not known
    const std::string inside = "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,100.64.0.0/10,fc00::/7";
    MeshCase included(caller("includeOutboundIPRanges", inside + ",2000::/3") + none);
    SAYS(included.say("shop/web", "1.2.3.0/24", 80), "allowed");
    SAYS(included.say("shop/web", "10.1.0.0/16", 80), "denied");
    SAYS(included.say("shop/web", "shop/cart", 80), "denied");
    MeshCase most(caller("includeOutboundIPRanges", inside) + none);
    SAYS(most.say("shop/web", "shop/cart", 80), "notDecided"); // pods may have global addresses of IPv6
    // A certificate is shown by the proxy alone.
    SAYS(both(caller("excludeOutboundIPRanges", "169.254.169.254/32") + strict), "allowed denied");
    SAYS(both(caller("excludeOutboundIPRanges", "10.0.0.0/8") + strict), "notDecided denied");
    SAYS(both(caller("excludeOutboundIPRanges", "0.0.0.0/0,::/0") + strict), "denied denied");
    SAYS(both(caller("includeOutboundIPRanges", "*") + strict), "allowed denied");
}

QTEST_GUILESS_MAIN(TestMeshEgress)
#include "tst_mesh_egress.moc"
