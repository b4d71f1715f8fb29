// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings of Istio's installations change: the root namespace of policies, and what becomes of connections that no
// route knows; and where policies for a Service have a waypoint that enforces them. istio.io reference: MeshConfig,
// PeerAuthentication, "Configure waypoint proxies".
#include "tests/support/mesh_case.h"
#include "tests/support/says.h"

#include <QtTest>

#include <algorithm>

using namespace bartizan;
using namespace bartizan::connectivity;
using test::MeshCase;

namespace {

const std::string proxy = ", {name: istio-proxy, image: \"p:1\"}";

std::string pod(const std::string& ns, const std::string& app, const std::string& more = proxy)
{
    return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + app + ", namespace: " + ns + ", labels: {app: " + app +
           "}}\nspec: {serviceAccountName: " + app + ", containers: [{name: main, image: \"i:1\"}" + more + "]}\n";
}
std::string service(const std::string& labels = "")
{
    return "---\napiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: shop, labels: {" + labels +
           "}}\nspec: {selector: {app: cart}, ports: [{port: 80}]}\n";
}
std::string space(const std::string& labels)
{
    return "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {" + labels + "}}\n";
}
std::string istio(const std::string& group, const std::string& kind, const std::string& ns, const std::string& spec)
{
    return "---\napiVersion: " + group + ".istio.io/v1\nkind: " + kind + "\nmetadata: {name: default, namespace: " + ns +
           "}\nspec: {" + spec + "}\n";
}

const std::string pods = pod("shop", "web") + pod("shop", "cart") + pod("bank", "plain", "") +
                         "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: bank}\n";

void addSettings(MeshCase& to, const std::string& root, const std::string& mode = "", const std::string& kind = "ConfigMap")
{
    MeshSettings made;
    made.object = to.object(kind, "istio-system", "istio" + std::to_string(to.inventory().objects.size()), "", "");
    made.mesh = "istio";
    made.ns = "istio-system";
    made.rootNamespace.value = root;
    made.outboundMode.value = mode;
    to.inventory().meshSettings.push_back(std::move(made));
}

} // namespace

class TestMeshSettings : public QObject {
    Q_OBJECT
private slots:
    void rootOfAccess();
    void rootOfAuthentication();
    void rootOfSidecars();
    void outbound();
    void severalModes();
    void waypoints();
};

void TestMeshSettings::rootOfAccess()
{
    const auto with = [](const std::vector<std::string>& roots) {
        MeshCase one(pods + istio("security", "AuthorizationPolicy", "mesh-config", ""));
        for (const std::string& root : roots)
            addSettings(one, root);
        return one.say("shop/web", "shop/cart");
    };
    SAYS(with({}), "allowed");
    SAYS(with({""}), "allowed"); // read, and not said there
    SAYS(with({"istio-system"}), "allowed");
    SAYS(with({"mesh-config"}), "denied");
    SAYS(with({"mesh-config", "mesh-config"}), "denied");
    SAYS(with({"mesh-config", "istio-system"}), "notDecided"); // which control plane is the workload's is not known
    // What is written in the workload's own namespace counts whatever the root is.
    MeshCase own(pods + istio("security", "AuthorizationPolicy", "shop", ""));
    addSettings(own, "mesh-config");
    addSettings(own, "other-config");
    SAYS(own.say("shop/web", "shop/cart"), "denied");
}

void TestMeshSettings::rootOfAuthentication()
{
    const auto with = [](const std::vector<std::string>& roots) {
        MeshCase one(pods + istio("security", "PeerAuthentication", "mesh-config", "mtls: {mode: STRICT}") +
                     istio("security", "PeerAuthentication", "a-config", "mtls: {mode: PERMISSIVE}"));
        for (const std::string& root : roots)
            addSettings(one, root);
        return one.say("bank/plain", "shop/cart") + " " + one.say("shop/web", "shop/cart");
    };
    SAYS(with({}), "allowed allowed");
    SAYS(with({"mesh-config"}), "denied allowed");
    SAYS(with({"a-config"}), "allowed allowed");
    SAYS(with({"a-config", "mesh-config"}), "notDecided allowed");
}

void TestMeshSettings::rootOfSidecars()
{
    MeshCase one(pods + service() +
                 istio("networking", "Sidecar", "mesh-config",
                       "egress: [{hosts: [\"~/*\"]}], outboundTrafficPolicy: {mode: REGISTRY_ONLY}"));
    addSettings(one, "mesh-config");
    SAYS(one.say("shop/web", "shop/cart"), "denied");
}

void TestMeshSettings::outbound()
{
    const auto with = [](const std::string& mode, const std::string& more, std::uint32_t port = 80) {
        MeshCase one(pods + more);
        addSettings(one, "", mode);
        return one.say("shop/web", "shop/cart", port) + " " + one.say("shop/web", "1.2.3.0/24", port) + " " +
               one.say("shop/web", "host:api.example.com", port) + " " + one.say("bank/plain", "1.2.3.0/24", port);
    };
    const std::string entry =
        istio("networking", "ServiceEntry", "bank", "hosts: [api.example.com], addresses: [1.2.3.0/24], ports: [{number: 443}]");
    SAYS(with("ALLOW_ANY", ""), "allowed allowed allowed allowed");
    SAYS(with("REGISTRY_ONLY", ""), "notDecided denied denied allowed");        // its Services are not in the input
    SAYS(with("REGISTRY_ONLY", service()), "allowed denied denied allowed");    // without a proxy nobody refuses
    SAYS(with("REGISTRY_ONLY", service(), 81), "denied denied denied allowed"); // no port of the Service
    SAYS(with("REGISTRY_ONLY", entry, 443), "notDecided allowed allowed allowed");
    SAYS(with("REGISTRY_ONLY", entry), "notDecided denied denied allowed");
    // A Sidecar's own mode comes first, one that has none takes the mesh's.
    const std::string none = "egress: [{hosts: [\"~/*\"]}]";
    SAYS(with("REGISTRY_ONLY", istio("networking", "Sidecar", "shop", none + ", outboundTrafficPolicy: {mode: ALLOW_ANY}")),
         "allowed unrouted allowed allowed unrouted allowed");
    SAYS(with("REGISTRY_ONLY", service() + istio("networking", "Sidecar", "shop", none)), "denied denied denied allowed");
    // The reference has it inherit from a wider Sidecar, istiod takes the mesh's mode.
    const auto wider = [&](const std::string& mode) {
        return service() + istio("networking", "Sidecar", "shop", none) +
               istio("networking", "Sidecar", "istio-system",
                     "egress: [{hosts: [\"*/*\"]}], outboundTrafficPolicy: {mode: " + mode + "}");
    };
    SAYS(with("REGISTRY_ONLY", wider("REGISTRY_ONLY")), "denied denied denied allowed");
    SAYS(with("REGISTRY_ONLY", wider("ALLOW_ANY")), "notDecided notDecided notDecided allowed");
    SAYS(with("ALLOW_ANY", wider("REGISTRY_ONLY")), "notDecided notDecided notDecided allowed");
    SAYS(with("ALLOW_ANY", wider("ALLOW_ANY")), "allowed unrouted allowed allowed unrouted allowed");
    const auto deciders = [&](const std::string& mode, const std::string& more) {
        MeshCase one(pods + more);
        addSettings(one, "", mode);
        std::string text;
        for (const MeshDecider& by : one.slice("shop/web", "shop/cart", 80).by)
            text += (text.empty() ? "" : "; ") + by.name.substr(0, by.name.find(' ')) + " " + by.why;
        return text;
    };
    SAYS(deciders("ALLOW_ANY", wider("REGISTRY_ONLY")), "Sidecar names no host of the destination; "
                                                        "Sidecar connections that no route knows are refused (REGISTRY_ONLY)");
    SAYS(deciders("REGISTRY_ONLY", wider("ALLOW_ANY")), "Sidecar names no host of the destination; "
                                                        "Sidecar connections that no route knows are passed through (ALLOW_ANY); "
                                                        "ConfigMap connections that no route knows are refused (REGISTRY_ONLY)");
    // Of a namespace the oldest Sidecar for all its pods counts; one that says nothing leaves it to the root namespace's.
    const auto dated = [&](const std::string& name, const std::string& year, const std::string& spec) {
        return "---\napiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: " + name +
               ", namespace: shop, creationTimestamp: \"" + year + "-01-01T00:00:00Z\"}\nspec: {" + spec + "}\n";
    };
    const std::string chosen = dated("own", "2026", none + ", workloadSelector: {labels: {app: web}}");
    SAYS(with("ALLOW_ANY", service() + chosen + dated("a", "2024", none) +
                               dated("b", "2025", none + ", outboundTrafficPolicy: {mode: REGISTRY_ONLY}")),
         "allowed unrouted allowed allowed unrouted allowed");
    SAYS(with("ALLOW_ANY", service() + chosen + dated("a", "2025", none) +
                               dated("b", "2024", none + ", outboundTrafficPolicy: {mode: REGISTRY_ONLY}")),
         "notDecided notDecided notDecided allowed");
    MeshCase one(pods);
    addSettings(one, "", "REGISTRY_ONLY");
    QVERIFY(one.reach().any());
    const MeshSlice slice = one.slice("shop/web", "shop/cart", 80);
    QCOMPARE(slice.by.size(), std::size_t(1));
    QCOMPARE(slice.by[0].object, one.inventory().meshSettings[0].object);
}

void TestMeshSettings::severalModes()
{
    MeshCase differ(pods);
    addSettings(differ, "", "REGISTRY_ONLY");
    addSettings(differ, "", "ALLOW_ANY");
    SAYS(differ.say("shop/web", "1.2.3.0/24"), "notDecided");
    // One that does not say has the default; cited is the one that refuses.
    MeshCase byDefault(pods);
    addSettings(byDefault, "", "");
    addSettings(byDefault, "", "REGISTRY_ONLY");
    const MeshSlice slice = byDefault.slice("shop/web", "1.2.3.0/24", 80);
    QCOMPARE(slice.outcome, MeshSlice::Outcome::notDecided);
    QCOMPARE(slice.by.size(), std::size_t(1));
    QCOMPARE(slice.by[0].object, byDefault.inventory().meshSettings[1].object);
    // Two descriptions of one installation: what only one of them says counts.
    MeshCase twice(pods + istio("security", "AuthorizationPolicy", "mesh-config", ""));
    addSettings(twice, "mesh-config", "REGISTRY_ONLY");
    addSettings(twice, "", "", "IstioOperator");
    SAYS(twice.say("shop/web", "1.2.3.0/24"), "denied");
    SAYS(twice.say("bank/plain", "shop/cart"), "denied");
    MeshCase roots(pods + istio("security", "AuthorizationPolicy", "mesh-config", ""));
    addSettings(roots, "mesh-config");
    addSettings(roots, ""); // the default root beside it
    SAYS(roots.say("shop/web", "shop/cart"), "notDecided");
    MeshCase unknown(pod("shop", "web", "") + pod("shop", "cart", "")); // nobody is seen with a proxy
    addSettings(unknown, "", "REGISTRY_ONLY");
    SAYS(unknown.say("shop/web", "1.2.3.0/24"), "notDecided");
    MeshCase silent(pods);
    addSettings(silent, "", "");
    QVERIFY(!silent.reach().any());
}

void TestMeshSettings::waypoints()
{
    const auto with = [](const std::string& ofService, const std::string& ofSpace) {
        MeshCase one(pods + service(ofService) + ofSpace +
                     istio("security", "AuthorizationPolicy", "shop", "targetRefs: [{kind: Service, group: \"\", name: cart}]"));
        return one.say("shop/web", "shop/cart");
    };
    SAYS(with("", ""), "notDecided"); // the namespace's labels are not in the input
    SAYS(with("", space("")), "allowed");
    SAYS(with("", space("istio.io/use-waypoint: w")), "notDecided");
    SAYS(with("istio.io/use-waypoint: w", space("")), "notDecided");
    SAYS(with("istio.io/use-waypoint: none", space("istio.io/use-waypoint: w")), "allowed");
}

QTEST_GUILESS_MAIN(TestMeshSettings)
#include "tst_mesh_settings.moc"
