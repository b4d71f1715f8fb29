// SPDX-License-Identifier: GPL-3.0-or-later
// Settings of a mesh's installation as they are read: Istio's MeshConfig and Linkerd's values, from ConfigMaps as people
// and programs write them; each fact at its own line where the text stands in the file as it is.
#include "importers/import.h"
#include "tests/importers/text_rows.h"
#include "tests/support/evidence_check.h"
#include "tests/support/golden_lines.h"
#include "tests/support/import_text.h"
#include "tests/support/input_folder.h"
#include "tests/support/paths.h"

using namespace bartizan;
using namespace bartizan::test;

namespace {

std::string settingsText(const Inventory& inventory)
{
    std::string text;
    for (const MeshSettings& one : inventory.meshSettings) {
        text += one.mesh + " " + one.ns + fact("root", one.rootNamespace) + fact("outbound", one.outboundMode) +
                fact("trust", one.trustDomain) + fact("inbound", one.defaultInbound);
        for (const Fact<std::string>& alias : one.trustDomainAliases)
            text += fact("alias", alias);
        for (const Fact<std::string>& network : one.clusterNetworks)
            text += fact("network", network);
        text += "\n";
    }
    for (const Problem& problem : inventory.problems)
        text += problem.id + " " + at(problem.evidence) + "\n";
    return text;
}

std::string configMap(const std::string& name, const std::string& data)
{
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + ", namespace: mesh-system}\ndata:\n" + data;
}

const std::string istioFile = "  mesh: |-\n"
                              "    accessLogFormat: |\n"
                              "      {\"mode\": \"x\"}\n"
                              "    outboundTrafficPolicy:\n"
                              "      mode: REGISTRY_ONLY\n"
                              "    rootNamespace: istio-control\n"
                              "    trustDomain: example.org\n"
                              "  meshNetworks: 'networks: {}'\n";

} // namespace

class TestMeshSettings : public QObject {
    Q_OBJECT
private slots:
    void istio();
    void outboundModes();
    void linkerd();
    void clusterNetworks();
    void operators();
    void operatorValues();
    void otherForms();
    void generated();
    void otherConfigMaps();
    void blank();
    void notReadable();
    void bounded();
    void realFiles_data();
    void realFiles();
};

void TestMeshSettings::istio()
{
    const Inventory inventory = importText(configMap("istio", istioFile));
    COMPARE_TEXT(settingsText(inventory),
                 "istio mesh-system root=istio-control@10 outbound=REGISTRY_ONLY@9 trust=example.org@11\n");
    const Evidence& mode = inventory.meshSettings.at(0).outboundMode.evidence;
    QCOMPARE(std::string(mode.text()), std::string("mode: REGISTRY_ONLY"));
    QCOMPARE(std::string(mode.pointer()), std::string("/data/mesh"));
    QCOMPARE(mode.column, 7U);
    COMPARE_TEXT(
        settingsText(importText(configMap("istio-canary", "  mesh: |\n    root_namespace: r\n    outbound_traffic_policy: "
                                                          "{mode: ALLOW_ANY}\n"))),
        "istio mesh-system root=r@6 outbound=ALLOW_ANY@7\n");
}

// The settings are laid over Istio's defaults, in which the mode is ALLOW_ANY.
void TestMeshSettings::outboundModes()
{
    const auto with = [](const std::string& lines) {
        return settingsText(importText(configMap("istio", "  mesh: |\n" + lines)));
    };
    COMPARE_TEXT(with("    outboundTrafficPolicy: {}\n"), "istio mesh-system\n");
    COMPARE_TEXT(with("    outboundTrafficPolicy: {mode: ''}\n"), "istio mesh-system\n");
    COMPARE_TEXT(with("    outboundTrafficPolicy: {mode: 0}\n"), "istio mesh-system outbound=REGISTRY_ONLY@6\n");
    COMPARE_TEXT(with("    outboundTrafficPolicy: {mode: 1}\n"), "istio mesh-system outbound=ALLOW_ANY@6\n");
    // Istio takes none of the settings then.
    COMPARE_TEXT(with("    rootNamespace: r\n    outboundTrafficPolicy:\n      mode: HUNTER2\n"), "unreadable-settings @8\n");
    const Inventory inventory = importText(configMap("istio", "  mesh: 'outboundTrafficPolicy: {mode: HUNTER2}'\n"));
    QCOMPARE(inventory.problems.size(), std::size_t(1));
    const std::string& message = inventory.problems[0].message;
    QVERIFY2(message.find("HUNTER2") == std::string::npos && message.find(": write one of the two") != std::string::npos,
             message.c_str());
}

void TestMeshSettings::linkerd()
{
    COMPARE_TEXT(settingsText(importText(configMap("linkerd-config", "  values: |\n"
                                                                     "    clusterDomain: cluster.local\n"
                                                                     "    clusterNetworks: 10.0.0.0/8, fd00::/8\n"
                                                                     "    identityTrustDomain: \"\"\n"
                                                                     "    proxy:\n"
                                                                     "      defaultInboundPolicy: cluster-authenticated\n"))),
                 "linkerd mesh-system trust=cluster.local@6 inbound=cluster-authenticated@10 network=10.0.0.0/8@7 "
                 "network=fd00::/8@7\n");
    COMPARE_TEXT(settingsText(importText(configMap("linkerd-config", "  values: |\n"
                                                                     "    clusterNetworks: 10.0.0.0/8,pods\n"
                                                                     "    identityTrustDomain: one.example\n"
                                                                     "    clusterDomain: cluster.local\n"
                                                                     "    policyController: {defaultAllowPolicy: some}\n"))),
                 "linkerd mesh-system trust=one.example@7 inbound=some@9 network=10.0.0.0/8@6\n"
                 "unknown-default-policy @9\ninvalid-block @6\n");
}

void TestMeshSettings::clusterNetworks()
{
    const auto with = [](const std::string& networks) {
        return importText(configMap("linkerd-config", "  values: |\n    clusterNetworks: \"" + networks + "\"\n"));
    };
    const Inventory none = with("HUNTER2,pods,web");
    COMPARE_TEXT(settingsText(none), "linkerd mesh-system\ninvalid-block @6\n");
    const std::string& all = none.problems.at(0).message;
    QVERIFY2(all.find("found none of them, so that the networks which the chart has by itself are taken") != std::string::npos,
             all.c_str());
    QVERIFY2(all.find("HUNTER2") == std::string::npos, all.c_str());
    const Inventory some = with("HUNTER2,10.0.0.0/8,pods");
    COMPARE_TEXT(settingsText(some), "linkerd mesh-system network=10.0.0.0/8@6\ninvalid-block @6\n");
    QVERIFY(some.problems.at(0).message.find("which are left out: write") != std::string::npos);

    std::string many = "10.0.0.0/32";
    for (int i = 1; i < 256; ++i)
        many += ",10.0.0." + std::to_string(i) + "/32";
    const Inventory most = with(many);
    QCOMPARE(most.meshSettings.at(0).clusterNetworks.size(), std::size_t(256));
    QVERIFY(most.problems.empty());
    const Inventory more = with(many + ",10.0.1.0/32,10.0.1.1/32");
    QCOMPARE(more.meshSettings.at(0).clusterNetworks.size(), std::size_t(256));
    QCOMPARE(more.problems.size(), std::size_t(1));
    QCOMPARE(more.problems[0].id, std::string("too-many"));
}

// What istioctl passes to the charts is laid over what it makes of meshConfig; spec.namespace comes first.
void TestMeshSettings::operatorValues()
{
    COMPARE_TEXT(settingsText(importText(R"(apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: a, namespace: mesh}
spec:
  values:
    meshConfig:
      outboundTrafficPolicy: {mode: REGISTRY_ONLY}
    global: {istioNamespace: control}
---
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: b, namespace: mesh}
spec:
  namespace: first
  meshConfig: {rootNamespace: one, trustDomain: t.example, trustDomainAliases: [a.example, 7, null, [b]]}
  values:
    global: {istioNamespace: second}
    meshConfig: {rootNamespace: two}
---
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: c, namespace: mesh}
spec: {values: {global: {istioNamespace: control}}}
---
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: d, namespace: mesh}
spec: {meshConfig: {outboundTrafficPolicy: {mode: SOME}}}
)")),
                 "istio control outbound=REGISTRY_ONLY@7\nistio first root=two@18 trust=t.example@15 alias=a.example@15 "
                 "alias=7@15\nunreadable-settings @28\n");
}

void TestMeshSettings::operators()
{
    COMPARE_TEXT(settingsText(importText(R"(apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: a, namespace: mesh}
spec:
  meshConfig:
    rootNamespace: root
    outboundTrafficPolicy: {mode: REGISTRY_ONLY}
---
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: b, namespace: mesh}
spec: {namespace: control, meshConfig: {trustDomain: t.example}}
---
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: c}
spec: {meshConfig: {}}
---
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: d}
spec: {profile: empty}
)")),
                 "istio mesh root=root@6 outbound=REGISTRY_ONLY@7\nistio control trust=t.example@12\nistio istio-system\n");
}

// Where the lines of the text are not lines of the file, the whole entry is cited.
void TestMeshSettings::otherForms()
{
    COMPARE_TEXT(settingsText(importText(configMap("istio", "  mesh: \"rootNamespace: r\\ntrustDomain: t\\n\"\n"))),
                 "istio mesh-system root=r@5 trust=t@5\n");
    COMPARE_TEXT(settingsText(importText(configMap("istio", "  mesh: \"rootNamespace: r\\n\\\n    trustDomain: t\"\n"))),
                 "istio mesh-system root=r@5-6 trust=t@5-6\n");
    COMPARE_TEXT(settingsText(importText(configMap("istio", "  mesh: >\n    rootNamespace: r\n\n    trustDomain: t\n"))),
                 "istio mesh-system root=r@6 trust=t@5-8\n");
    COMPARE_TEXT(
        settingsText(importText("{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"istio\", "
                                "\"namespace\": \"i\"},\n\"data\": {\"mesh\": \"{\\\"rootNamespace\\\": \\\"r\\\"}\"}}")),
        "istio i root=r@2\n");
    COMPARE_TEXT(settingsText(importText(configMap("istio", "  mesh: |\n    trustDomain: |\n      t.example\n"))),
                 "istio mesh-system trust=t.example\n@6-7\n");
}

// A ConfigMap that kustomize makes of a file: what is cited are that file's lines.
void TestMeshSettings::generated()
{
    const InputFolder folder;
    folder.write("kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: "
                                       "istio-system\ngeneratorOptions: {disableNameSuffixHash: true}\n"
                                       "configMapGenerator:\n- name: istio\n  files: [mesh=mesh.yaml]\n");
    folder.write("mesh.yaml", "rootNamespace: r\noutboundTrafficPolicy:\n  mode: REGISTRY_ONLY\n");
    const Inventory inventory = folder.import();
    QCOMPARE(inventory.meshSettings.size(), std::size_t(1));
    const MeshSettings& settings = inventory.meshSettings[0];
    QCOMPARE(settings.ns, std::string("istio-system"));
    QCOMPARE(fact("root", settings.rootNamespace) + fact("outbound", settings.outboundMode),
             std::string(" root=r@1 outbound=REGISTRY_ONLY@3"));
    QVERIFY(inventory.files.at(settings.outboundMode.evidence.file.pos()).path.ends_with("mesh.yaml"));
}

void TestMeshSettings::otherConfigMaps()
{
    COMPARE_TEXT(settingsText(importText(configMap("istio-ca-root-cert", "  root-cert.pem: x\n"))), "");
    COMPARE_TEXT(settingsText(importText(configMap("mesh", istioFile))), "");
    COMPARE_TEXT(settingsText(importText(configMap("istio", "  mesh: ~\n"))), "");
    COMPARE_TEXT(settingsText(importText(configMap("linkerd-config", istioFile))), "");
}

// No settings at all are the defaults.
void TestMeshSettings::blank()
{
    for (const char* text : {"''", "\"\"", "\" \\n\""}) {
        COMPARE_TEXT(settingsText(importText(configMap("istio", std::string("  mesh: ") + text + "\n"))), "istio mesh-system\n");
        COMPARE_TEXT(settingsText(importText(configMap("linkerd-config", std::string("  values: ") + text + "\n"))),
                     "linkerd mesh-system\n");
    }
}

void TestMeshSettings::notReadable()
{
    for (const char* text : {"'- HUNTER2'", "'a: [HUNTER2'", "'<HUNTER2/>'", "'HUNTER2'"}) {
        const Inventory inventory = importText(configMap("istio", std::string("  mesh: ") + text + "\n"));
        QVERIFY2(inventory.meshSettings.empty(), text);
        QCOMPARE(inventory.problems.size(), std::size_t(1));
        QCOMPARE(inventory.problems[0].id, std::string("unreadable-settings"));
        QCOMPARE(inventory.problems[0].evidence.line, 5U);
        QVERIFY2(inventory.problems[0].message.find("HUNTER2") == std::string::npos, text);
        QVERIFY2(inventory.problems[0].evidence.text().find("HUNTER2") == std::string_view::npos, text);
    }
    COMPARE_TEXT(settingsText(importText(configMap("istio", "  mesh: |\n    trustDomain: a\n    trustDomain: b\n"))),
                 "istio mesh-system trust=b@7\nunreadable-settings @5-7\n");
}

void TestMeshSettings::bounded()
{
    const auto settings = [](const std::string& text) {
        return importText(
            "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"istio\"}, \"data\": {\"mesh\": \"" +
            text + "\"}}");
    };
    // Well-formed, so that nothing but the limit of depth can refuse it; a few levels are read.
    const auto nested = [&](std::size_t depth) {
        return settings("trustDomain: a\\nx: " + std::string(depth, '[') + std::string(depth, ']'));
    };
    QVERIFY(nested(20).problems.empty());
    QCOMPARE(nested(20).meshSettings.size(), std::size_t(1));
    const Inventory deep = nested(50'000);
    QCOMPARE(deep.problems.size(), std::size_t(1));
    QCOMPARE(deep.problems[0].id, std::string("unreadable-settings"));
    const Inventory large = settings("trustDomain: a\\n#" + std::string(2'000'000, 'x'));
    QVERIFY(large.meshSettings.empty());
    QCOMPARE(large.problems.size(), std::size_t(1));
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\\n";
    for (int i = 1; i < 12; ++i) {
        const std::string before = "*a" + std::to_string(i - 1), name = "a" + std::to_string(i);
        bomb += name + ": &" + name + " [" + before;
        for (int j = 0; j < 9; ++j)
            bomb += ", " + before;
        bomb += "]\\n";
    }
    QVERIFY(!settings(bomb + "trustDomain: a\\n").problems.empty());
}

void TestMeshSettings::realFiles_data()
{
    if (corpusDir().empty())
        QSKIP("the shared corpus is not here");
    textColumns(); // the file, and its settings
    textRow("meshes/linkerd2/cli/cmd/testdata/install_helm_control_plane_output.golden.yaml",
            "linkerd linkerd-dev trust=test.trust.domain@581 inbound=all-unauthenticated@675 network=10.0.0.0/8@512 "
            "network=100.64.0.0/10@512 network=172.16.0.0/12@512 network=192.168.0.0/16@512 network=fd00::/8@512\n");
    textRow("meshes/istio/operator/cmd/mesh/testdata/manifest-generate/output/pilot_merge_meshconfig.golden.yaml",
            "istio istio-system root=istio-control@18 outbound=REGISTRY_ONLY@17 trust=cluster.local@19\n");
    textRow("meshes/istio/samples/security/spire/istio-spire-config.yaml", "istio istio-system trust=example.org@8\n");
    textRow("apps/kubeflow/common/istio/istio-install/base/install.yaml",
            "istio istio-system root=istio-system@734 trust=cluster.local@739\n");
}

void TestMeshSettings::realFiles()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const std::filesystem::path path = corpusDir() / text.toStdString();
    const auto bytes = readFile(path);
    if (!bytes)
        QSKIP("this file is not in the corpus");
    Inventory inventory = importText(*bytes);
    inventory.problems.clear();
    COMPARE_TEXT(settingsText(inventory), expected.toUtf8().constData());
    const auto imported = importers::importSources({path.string()}, {}, {});
    QVERIFY(imported.has_value());
    QCOMPARE(imported->meshSettings.size(), inventory.meshSettings.size());
    const EvidenceCheck check = checkEvidence(*imported, {path.string()});
    QVERIFY2(check.missed == 0, check.misses.empty() ? "" : check.misses.front().c_str());
}

QTEST_GUILESS_MAIN(TestMeshSettings)
#include "tst_mesh_settings.moc"
