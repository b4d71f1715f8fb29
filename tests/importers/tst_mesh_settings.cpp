// SPDX-License-Identifier: GPL-3.0-or-later
// Settings of a mesh's installation as they are read: Istio's MeshConfig and Linkerd's values, from ConfigMaps as people
// and programs write them; each fact at its own line where the text stands in the file as it is.
#include "importers/import.h"
#include "tests/importers/record_text.h"
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
    void linkerd();
    void operators();
    void otherForms();
    void generated();
    void otherConfigMaps();
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

void TestMeshSettings::notReadable()
{
    for (const char* text : {"'- a list'", "''", "'a: [b'", "'<xml/>'", "'word'"}) {
        const Inventory inventory = importText(configMap("istio", std::string("  mesh: ") + text + "\n"));
        QVERIFY2(inventory.meshSettings.empty(), text);
        QCOMPARE(inventory.problems.size(), std::size_t(1));
        QCOMPARE(inventory.problems[0].id, std::string("unreadable-settings"));
        QCOMPARE(inventory.problems[0].evidence.line, 5U);
        QVERIFY(inventory.problems[0].message.find(text) == std::string::npos);
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
    const Inventory deep = settings("trustDomain: a\\nx: " + std::string(100'000, '['));
    QVERIFY(!deep.problems.empty());
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
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* file, const char* expected) {
        QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(expected);
    };
    row("meshes/linkerd2/cli/cmd/testdata/install_helm_control_plane_output.golden.yaml",
        "linkerd linkerd-dev trust=test.trust.domain@581 inbound=all-unauthenticated@675 network=10.0.0.0/8@512 "
        "network=100.64.0.0/10@512 network=172.16.0.0/12@512 network=192.168.0.0/16@512 network=fd00::/8@512\n");
    row("meshes/istio/operator/cmd/mesh/testdata/manifest-generate/output/pilot_merge_meshconfig.golden.yaml",
        "istio istio-system root=istio-control@18 outbound=REGISTRY_ONLY@17 trust=cluster.local@19\n");
    row("meshes/istio/samples/security/spire/istio-spire-config.yaml", "istio istio-system trust=example.org@8\n");
    row("apps/kubeflow/common/istio/istio-install/base/install.yaml",
        "istio istio-system root=istio-system@734 trust=cluster.local@739\n");
}

void TestMeshSettings::realFiles()
{
    QFETCH(QString, file);
    QFETCH(QString, expected);
    const std::filesystem::path path = corpusDir() / file.toStdString();
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
