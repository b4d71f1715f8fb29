// SPDX-License-Identifier: GPL-3.0-or-later
// What a mesh does for a workload: modes of mutual TLS, their order, proxies that are only promised, there, or absent.
#include "tests/support/posture_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

using namespace bartizan;

namespace {

// "api" has two ports, a proxy and a caller with a proxy, unless the row says otherwise.
const char* const meshed = R"(
namespace shop istio-injection=enabled
workload web port=8080 sidecar=docker.io/istio/proxyv2:1.27.0 pod=web-0
workload api port=8080 port=9090 sidecar=docker.io/istio/proxyv2:1.27.0 pod=api-0
service api 8080
call web -> api:8080
)";
const char* const bare = R"(
namespace shop istio-injection=enabled
workload web port=8080 pod=web-0
workload api port=8080 pod=api-0
service api 8080
call web -> api:8080
)";

struct Row {
    const char* name;
    const char* system;
    const char* more;
    const char* encryption;     // the line of `api`
    const char* authentication; // the line of `api`
};

const Row rows[] = {
    {"no policy: the default accepts plain text", meshed, "",
     "api partial encryption-permissive (port 8080 partial, port 9090 partial)",
     "api partial authentication-peer-permissive (user notApplicable, peer partial)"},
    {"STRICT for the namespace", meshed, "mtls default STRICT\n",
     "api present encryption-mutual (port 8080 present, port 9090 present)",
     "api present authentication-peer-checked (user notApplicable, peer present)"},
    {"STRICT for the mesh", meshed, "mtls istio-system/default STRICT\n",
     "api present encryption-mutual (port 8080 present, port 9090 present)",
     "api present authentication-peer-checked (user notApplicable, peer present)"},
    {"STRICT of another namespace", meshed, "mtls other/default STRICT\n",
     "api partial encryption-permissive (port 8080 partial, port 9090 partial)",
     "api partial authentication-peer-permissive (user notApplicable, peer partial)"},
    {"the namespace's mode wins over the mesh's", meshed, "mtls istio-system/default STRICT\nmtls default PERMISSIVE\n",
     "api partial encryption-permissive (port 8080 partial, port 9090 partial)",
     "api partial authentication-peer-permissive (user notApplicable, peer partial)"},
    {"the workload's mode wins over the namespace's", meshed, "mtls default STRICT\nmtls api DISABLE selects app=api\n",
     "api missing encryption-mesh-disabled (port 8080 missing, port 9090 missing)",
     "api missing authentication-peer-permissive (user notApplicable, peer missing)"},
    {"UNSET inherits", meshed, "mtls default STRICT\nmtls api UNSET selects app=api\n",
     "api present encryption-mutual (port 8080 present, port 9090 present)",
     "api present authentication-peer-checked (user notApplicable, peer present)"},
    {"one port is switched off", meshed, "mtls api STRICT selects app=api port=9090:DISABLE\n",
     "api missing encryption-mesh-disabled (port 8080 present, port 9090 missing)",
     "api missing authentication-peer-permissive (user notApplicable, peer missing)"},
    {"one port is strict", meshed, "mtls api PERMISSIVE selects app=api port=8080:STRICT\n",
     "api partial encryption-permissive (port 8080 present, port 9090 partial)",
     "api partial authentication-peer-permissive (user notApplicable, peer partial)"},
    {"STRICT binds nobody where pods have no proxy", bare, "mtls default STRICT\n",
     "api unknown encryption-unknown (port 8080 unknown)",
     "api unknown authentication-peer-unknown (user notApplicable, peer unknown)"},
};

std::string lineOf(const std::string& text, const std::string& start)
{
    const std::size_t at = text.find(start);
    return at == std::string::npos ? "" : text.substr(at, text.find('\n', at) - at);
}

const Finding* finding(const Posture& posture, std::string_view rule)
{
    for (const Finding& f : posture.findings)
        if (f.rule == rule)
            return &f;
    return nullptr;
}

} // namespace

class TestMesh : public QObject {
    Q_OBJECT
private slots:
    void modes_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(rows); ++i)
            QTest::newRow(rows[i].name) << int(i);
    }
    void modes()
    {
        QFETCH(int, row);
        const Row& r = rows[static_cast<std::size_t>(row)];
        const Model model = test::modelOf(std::string(r.system) + r.more);
        const Posture posture = test::postureOf(model);
        const auto line = [&](Layer layer) {
            return QString::fromStdString(lineOf(test::verdictsText(model, posture, layer), "api "));
        };
        QCOMPARE(line(Layer::encryption), QString::fromUtf8(r.encryption));
        QCOMPARE(line(Layer::authentication), QString::fromUtf8(r.authentication));
    }

    // A root namespace that was read counts instead of the default one.
    void rootNamespace()
    {
        const auto encryption = [](const std::string& policy, const std::string& root) {
            Model model = test::modelOf(meshed + policy);
            Object object;
            object.identity = {"", "", "ConfigMap", "control", "istio"};
            model.inventory.objects.push_back(std::move(object));
            MeshSettings settings;
            settings.object = ObjectId(model.inventory.objects.size() - 1);
            settings.mesh = "istio";
            settings.ns = "control";
            settings.rootNamespace.value = root;
            model.inventory.meshSettings.push_back(std::move(settings));
            const Posture posture = test::postureOf(model);
            return test::layerOf(model, posture, "shop/api[Deployment]", Layer::encryption).verdict;
        };
        QCOMPARE(encryption("mtls control/default STRICT\n", "control"), Verdict::present);
        QCOMPARE(encryption("mtls istio-system/default STRICT\n", "control"), Verdict::partial);
        QCOMPARE(encryption("mtls istio-system/default STRICT\n", ""), Verdict::present);
        QCOMPARE(encryption("mtls control/default STRICT selects app=api\n", "control"),
                 Verdict::partial); // selects nothing there
    }

    // Of several of one scope the oldest counts; without dates nobody can tell which that is.
    void ofOneScope()
    {
        const auto layers = [](const std::string& policies, const std::vector<std::string>& dates = {}) {
            Model model = test::modelOf(meshed + policies);
            for (std::size_t i = 0; i < dates.size(); ++i)
                model.inventory.objects[model.inventory.meshAuthentications.at(i).object.pos()].created = dates[i];
            const Posture posture = test::postureOf(model);
            const LayerVerdict& encryption = test::layerOf(model, posture, "shop/api[Deployment]", Layer::encryption);
            const LayerVerdict& authentication = test::layerOf(model, posture, "shop/api[Deployment]", Layer::authentication);
            return std::pair(encryption.verdict, authentication.verdict);
        };
        const auto unknown = std::pair(Verdict::unknown, Verdict::unknown);
        const auto present = std::pair(Verdict::present, Verdict::present),
                   partial = std::pair(Verdict::partial, Verdict::partial);
        const std::string strictFirst = "mtls a STRICT\nmtls b PERMISSIVE\n", openFirst = "mtls a PERMISSIVE\nmtls b STRICT\n";
        QCOMPARE(layers(strictFirst), unknown);
        QCOMPARE(layers(openFirst), unknown);
        QCOMPARE(layers("mtls a STRICT\nmtls b STRICT\n"), present);
        const std::string early = "2024-01-01T00:00:00Z", late = "2024-02-01T00:00:00Z";
        QCOMPARE(layers(strictFirst, {early, late}), present);
        QCOMPARE(layers(strictFirst, {late, early}), partial);
        QCOMPARE(layers(openFirst, {early, late}), partial);
        QCOMPARE(layers(openFirst, {late, early}), present);
        const Model model = test::modelOf(meshed + strictFirst);
        const Posture posture = test::postureOf(model);
        const LayerVerdict& encryption = test::layerOf(model, posture, "shop/api[Deployment]", Layer::encryption);
        QVERIFY2(encryption.reason.find("which one that is the input does not say") != std::string::npos,
                 encryption.reason.c_str());
        QVERIFY(!encryption.settledBy.empty());
    }

    // Says and is: the label asks for proxies, no running pod has one, and every policy that needs one binds nobody.
    void absentProxies()
    {
        const Model model =
            test::modelOf(std::string(bare) + "mtls default STRICT\nallow api selects app=api from cluster.local/ns/shop/sa/web\n"
                                              "token api selects app=api\n");
        const Posture posture = test::postureOf(model);
        const Finding* absent = finding(posture, "encryption-injection-without-proxy");
        QVERIFY(absent);
        QCOMPARE(absent->subjects.size(), std::size_t(2));
        std::size_t unbound = 0;
        for (const Finding& f : posture.findings)
            unbound += f.rule == "authorization-without-proxy" ? 1 : 0;
        QCOMPARE(unbound, std::size_t(2)); // the policy and the token check, each its own cause
        const LayerVerdict& encryption = test::layerOf(model, posture, "shop/api[Deployment]", Layer::encryption);
        QCOMPARE(encryption.nearMisses.size(), std::size_t(1));
        QCOMPARE(encryption.nearMisses.front().sentence,
                 std::string("PeerAuthentication shop/default demands mutual TLS (STRICT) and binds nobody here: the workload's "
                             "pods have no proxy"));
        const LayerVerdict& authorization = test::layerOf(model, posture, "shop/api[Deployment]", Layer::authorization);
        QCOMPARE(authorization.verdict, Verdict::missing);
        QVERIFY(!authorization.nearMisses.empty());
    }

    void someProxies()
    {
        const Model model = test::modelOf("namespace shop istio-injection=enabled\n"
                                          "workload api port=8080 pod=api-0 sidecar=docker.io/istio/proxyv2:1.27.0 pod=api-1\n"
                                          "mtls default STRICT\n");
        const Posture posture = test::postureOf(model);
        const LayerVerdict& encryption = test::layerOf(model, posture, "shop/api[Deployment]", Layer::encryption);
        QCOMPARE(encryption.verdict, Verdict::partial);
        QVERIFY2(encryption.reason.find("1 of 2 running pods") != std::string::npos, encryption.reason.c_str());
        QVERIFY(finding(posture, "encryption-injection-without-proxy"));
    }

    // In manifests alone a label is a promise; the verdict rests on an assumption that is counted.
    void promisedProxies()
    {
        const Model model =
            test::modelOf("namespace shop istio-injection=enabled\nworkload api port=8080\nmtls default STRICT\n");
        const Posture posture = test::postureOf(model);
        const LayerVerdict& encryption = test::layerOf(model, posture, "shop/api[Deployment]", Layer::encryption);
        QCOMPARE(encryption.verdict, Verdict::present);
        QCOMPARE(encryption.basis, Basis::assumed);
        QCOMPARE(encryption.assumptions, std::vector<std::string>{"injection-happens"});
    }

    // Without the Namespace object and without running pods nobody can tell whether there are proxies.
    void namespaceNotInTheInput()
    {
        const Model model =
            test::modelOf("workload api port=8080 probe=/health:8080\nmtls default STRICT\n"
                          "allow api selects app=api from cluster.local/ns/shop/sa/web\ntoken api selects app=api\n");
        const Posture posture = test::postureOf(model);
        for (const Layer layer : {Layer::encryption, Layer::authorization}) {
            const LayerVerdict& v = test::layerOf(model, posture, "shop/api[Deployment]", layer);
            QCOMPARE(v.verdict, Verdict::unknown);
            QVERIFY2(v.reason.find("cannot be told") != std::string::npos, v.reason.c_str());
            QVERIFY(!v.settledBy.empty());
        }
        QVERIFY(!finding(posture, "authorization-without-proxy"));
        QVERIFY(!finding(posture, "encryption-probe-plain"));
    }
};

QTEST_GUILESS_MAIN(TestMesh)
#include "tst_mesh.moc"
