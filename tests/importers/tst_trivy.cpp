// SPDX-License-Identifier: GPL-3.0-or-later
// Trivy's reports: what is recognised, what is read, and that real files give the numbers that a plain walk over the
// JSON gives.
#include "tests/importers/text_rows.h"
#include "tests/support/paths.h"
#include "tests/support/scan_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace bartizan;

namespace {

QString imported(const std::string& text)
{
    std::string lines;
    for (const ScanReport& report : test::importScans("report.json", text).reports)
        lines += test::toText(report);
    return QString::fromStdString(lines);
}

QJsonArray list(const QJsonValue& value, const char* key)
{
    return value.toObject()[QLatin1String(key)].toArray();
}

struct Sums {
    int vulnerabilities = 0, suppressed = 0, failed = 0, secrets = 0, critical = 0;
    friend bool operator==(const Sums&, const Sums&) = default;
};

void sumResults(const QJsonArray& results, Sums& sums)
{
    for (const QJsonValue& result : results) {
        for (const QJsonValue& found : list(result, "Vulnerabilities")) {
            ++sums.vulnerabilities;
            sums.critical += found[QLatin1String("Severity")].toString() == QLatin1String("CRITICAL");
        }
        sums.suppressed += int(list(result, "ExperimentalModifiedFindings").size());
        sums.secrets += int(list(result, "Secrets").size());
        for (const QJsonValue& check : list(result, "Misconfigurations"))
            sums.failed += check[QLatin1String("Status")].toString() == QLatin1String("FAIL");
    }
}

Sums sumsOf(const QJsonDocument& document)
{
    Sums sums;
    if (document.isArray())
        sumResults(document.array(), sums);
    const QJsonValue root = document.object();
    sumResults(list(root, "Results"), sums);
    for (const char* key : {"Resources", "Findings", "Vulnerabilities", "Misconfigurations"})
        for (const QJsonValue& row : list(root, key))
            sumResults(list(row, "Results"), sums);
    return sums;
}

Sums sumsOf(const Inventory& inventory)
{
    Sums sums;
    for (const ScanReport& report : inventory.reports) {
        for (const ScanRecord& record : report.records) {
            for (const Vulnerability& found : record.vulnerabilities) {
                ++(found.suppressed ? sums.suppressed : sums.vulnerabilities);
                sums.critical += !found.suppressed && found.level == FindingLevel::critical;
            }
            sums.failed += int(record.misconfigurations);
            sums.secrets += int(record.secrets);
        }
    }
    return sums;
}

} // namespace

class TestTrivy : public QObject {
    Q_OBJECT
private slots:
    void records_data();
    void records();
    void recognition_data();
    void recognition();
    void vulnerability();
    void secretsAreNeverKept();
    void userPartsAreNeverKept();
    void hostileShapes_data();
    void hostileShapes();
    void corpus();
};

void TestTrivy::records_data()
{
    test::textColumns();
    test::namedRow(
        "an image", R"j({"SchemaVersion": 2, "Trivy": {"Version": "0.69.1"}, "CreatedAt": "2026-02-24T07:07:53Z",
 "ArtifactName": "alpine:3.10", "ArtifactType": "container_image",
 "Metadata": {"ImageID": "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "RepoTags": ["alpine:3.10", ""],
  "RepoDigests": ["alpine@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", ""],
  "ImageConfig": {"os": "linux", "architecture": "arm64", "variant": "v8"}},
 "Results": [{"Target": "alpine:3.10 (alpine 3.10.2)", "Class": "os-pkgs", "Type": "alpine", "Vulnerabilities": [
  {"VulnerabilityID": "CVE-1", "PkgName": "a", "Severity": "CRITICAL", "FixedVersion": "1.2, 2.0"},
  {"VulnerabilityID": "CVE-2", "PkgName": "b", "Severity": "HIGH", "Status": "will_not_fix"},
  {"VulnerabilityID": "CVE-3", "PkgName": "c"}]}]})j",
        "trivy-json trivy version=0.69.1 time=2026-02-24T07:07:53Z\n"
        "  image \"alpine:3.10\" refs=docker.io/library/alpine:3.10 index=sha256:bbbb config=sha256:aaaa platform=linux/arm64/v8 "
        "-=1 "
        "CRITICAL=1 HIGH=1 fixable=1 time=2026-02-24T07:07:53Z vulns @2 ArtifactName: alpine:3.10\n");
    test::namedRow(
        "a saved image is named by its tags",
        R"j({"SchemaVersion": 2, "ArtifactName": "images/alpine.tar.gz", "ArtifactType": "container_image",
 "Metadata": {"RepoTags": ["ghcr.io/x/alpine:1"]},
 "Results": [{"Target": "images/alpine.tar.gz (alpine 3.9)", "Class": "os-pkgs"}]})j",
        "trivy-json trivy\n"
        "  image \"images/alpine.tar.gz\" refs=ghcr.io/x/alpine:1 vulns but(it lists no vulnerability and does not say which "
        "scanners "
        "ran) @1 ArtifactName: images/alpine.tar.gz\n");
    test::namedRow(
        "no results are an attempt", R"j({"SchemaVersion": 2, "ArtifactName": "a:1", "ArtifactType": "container_image"})j",
        "trivy-json trivy\n  image \"a:1\" refs=docker.io/library/a:1 attempted(the report holds no results) @1 ArtifactName: "
        "a:1\n");
    test::namedRow(
        "empty results are an attempt",
        R"j({"SchemaVersion": 2, "ArtifactName": "a:1", "ArtifactType": "container_image", "Results": []})j",
        "trivy-json trivy\n  image \"a:1\" refs=docker.io/library/a:1 attempted(the report holds no results) @1 ArtifactName: "
        "a:1\n");
    test::namedRow("only failed checks count", R"j({"SchemaVersion": 2, "ArtifactName": ".", "ArtifactType": "filesystem",
 "Results": [{"Target": "Dockerfile", "Class": "config", "Misconfigurations": [
  {"ID": "DS002", "Status": "FAIL", "Severity": "HIGH"}, {"ID": "DS001", "Status": "PASS", "Severity": "HIGH"},
  {"ID": "DS003", "Status": "EXCEPTION", "Severity": "HIGH"}]}]})j",
                   "trivy-json trivy\n  filesystem \".\" failed=1 @1 ArtifactName: .\n");
    test::namedRow(
        "suppressed findings are counted apart", R"j({"SchemaVersion": 2, "ArtifactName": "p.json", "ArtifactType": "repository",
 "Metadata": {"RepoURL": "git@github.com:x/y.git", "Commit": "abc"},
 "Results": [{"Target": "p.json", "Class": "lang-pkgs", "Vulnerabilities": null, "ExperimentalModifiedFindings": [
  {"Type": "vulnerability", "Status": "not_affected", "Finding": {"VulnerabilityID": "CVE-1", "Severity": "HIGH"}},
  {"Type": "misconfiguration", "Finding": {"ID": "x"}}]}]})j",
        "trivy-json trivy\n  repository \"p.json\" suppressed=1 source=github.com/x/y vulns @1 ArtifactName: p.json\n");
    test::namedRow(
        "out of support", R"j({"SchemaVersion": 2, "ArtifactName": "a:1", "ArtifactType": "container_image",
 "Metadata": {"OS": {"Family": "alpine", "EOSL": true}}, "Results": [{"Target": "a:1 (alpine 3)", "Class": "os-pkgs"}]})j",
        "trivy-json trivy\n  image \"a:1\" refs=docker.io/library/a:1 vulns but(its distribution is out of support, so the list "
        "may "
        "be incomplete) @1 ArtifactName: a:1\n");
    test::namedRow(
        "several reports in one array", R"j([{"SchemaVersion": 2, "ArtifactName": "a:1", "ArtifactType": "container_image"},
 {"SchemaVersion": 2, "ArtifactName": "b:1", "ArtifactType": "container_image"}])j",
        "trivy-json trivy\n  image \"a:1\" refs=docker.io/library/a:1 attempted(the report holds no results) @1 ArtifactName: "
        "a:1\n"
        "trivy-json trivy\n  image \"b:1\" refs=docker.io/library/b:1 attempted(the report holds no results) @2 ArtifactName: "
        "b:1\n");
    test::namedRow(
        "JSON Lines",
        "{\"SchemaVersion\": 2, \"ArtifactName\": \"a:1\", \"ArtifactType\": \"container_image\"}\n"
        "{\"SchemaVersion\": 2, \"ArtifactName\": \"b:1\", \"ArtifactType\": \"container_image\"}\n",
        "trivy-json trivy\n  image \"a:1\" refs=docker.io/library/a:1 attempted(the report holds no results) @1 ArtifactName: "
        "a:1\n"
        "trivy-json trivy\n  image \"b:1\" refs=docker.io/library/b:1 attempted(the report holds no results) @2 ArtifactName: "
        "b:1\n");
    test::namedRow(
        "legacy", R"j([{"Target": "app/composer.lock", "Type": "composer", "Vulnerabilities": [{"PkgName": "x"}]},
 {"Target": "web:2 (alpine 3.7.1)", "Type": "alpine", "Vulnerabilities": [{"VulnerabilityID": "CVE-1", "Severity": "HIGH"}]},
 {"Target": "Pipfile.lock", "Type": "pip", "Vulnerabilities": null}])j",
        "trivy-json-legacy trivy\n  image \"web:2\" refs=docker.io/library/web:2 -=1 HIGH=1 vulns @2 Target: web:2 (alpine "
        "3.7.1)\n");
    test::namedRow(
        "legacy without an image or a finding", R"j([{"Target": "Pipfile.lock", "Type": "pip", "Vulnerabilities": null}])j",
        "trivy-json-legacy trivy\n  filesystem \"\" vulns attempted(the report names no image and lists nothing) @1 Target: "
        "Pipfile.lock\n");
    test::namedRow(
        "k8s", R"j({"ClusterName": "", "Resources": [
 {"Namespace": "n", "Kind": "Deployment", "Name": "d", "Results": [
  {"Target": "Deployment/d", "Class": "config", "Misconfigurations": [{"Status": "FAIL"}, {"Status": "PASS"}]}]},
 {"Namespace": "n", "Kind": "Deployment", "Name": "d", "Metadata": [{"RepoTags": ["a:1"],
    "RepoDigests": ["a@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"]}], "Results": [
  {"Target": "a:1 (debian 12)", "Class": "os-pkgs", "Vulnerabilities": [{"VulnerabilityID": "CVE-1", "Severity": "LOW"}]},
  {"Target": "bin/a", "Class": "lang-pkgs", "Vulnerabilities": [{"VulnerabilityID": "CVE-2", "Severity": "HIGH"}]}]},
 {"Namespace": "n", "Kind": "Job", "Name": "j", "Error": "scan error"},
 {"Kind": "ClusterRole", "Name": "r", "Results": [{"Target": "ClusterRole/r", "Class": "config"}]},
 {"Kind": "NodeInfo", "Name": "node", "Results": [{"Target": "NodeInfo/node", "Class": "config"}]}]})j",
        "trivy-k8s-json trivy\n"
        "  workload \"Deployment n/d\" of=n/Deployment/d failed=1 @2 Name: d\n"
        "  workload \"a:1\" refs=docker.io/library/a:1 index=sha256:bbbb of=n/Deployment/d HIGH=1 LOW=1 vulns @6 Target: a:1 "
        "(debian 12)\n"
        "  workload \"Job n/j\" of=n/Job/j attempted(the report holds an error instead of results) @8 Name: j\n"
        "  other \"ClusterRole r\" of=/ClusterRole/r @9 Name: r\n"
        "  infrastructure \"NodeInfo node\" of=/NodeInfo/node @10 Name: node\n");
    test::namedRow(
        "k8s, two images in one row", R"j({"ClusterName": "c", "Resources": [
 {"Namespace": "n", "Kind": "Pod", "Name": "p", "Results": [
  {"Target": "a:1 (debian 12)", "Class": "os-pkgs", "Vulnerabilities": [{"VulnerabilityID": "CVE-1", "Severity": "LOW"}]},
  {"Target": "bin/a", "Class": "lang-pkgs", "Vulnerabilities": [{"VulnerabilityID": "CVE-2", "Severity": "HIGH"}]},
  {"Target": "b:1 (alpine 3)", "Class": "os-pkgs", "Vulnerabilities": [{"VulnerabilityID": "CVE-3", "Severity": "LOW"}]},
  {"Target": "/etc/key", "Class": "secret", "Secrets": [{"RuleID": "r", "Match": "*"}]}],
  "Metadata": [{"RepoTags": ["b:1"], "ImageID": "sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"},
               {"RepoTags": ["a:1"], "ImageID": "sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"}]}]})j",
        "trivy-k8s-json trivy\n"
        "  workload \"a:1\" refs=docker.io/library/a:1 config=sha256:dddd of=n/Pod/p HIGH=1 LOW=1 vulns @3 Target: a:1 "
        "(debian 12)\n"
        "  workload \"b:1\" refs=docker.io/library/b:1 config=sha256:cccc of=n/Pod/p LOW=1 secrets=1 vulns @5 Target: "
        "b:1 (alpine 3)\n");
    test::namedRow("k8s, one image without a system", R"j({"ClusterName": "c", "Findings": [
 {"Namespace": "n", "Kind": "Pod", "Name": "p", "Metadata": {"RepoTags": ["a:1"]}, "Results": [
  {"Target": "bin/a", "Class": "lang-pkgs", "Vulnerabilities": [{"VulnerabilityID": "CVE-2", "Severity": "HIGH"}]}]}]})j",
                   "trivy-k8s-json trivy\n"
                   "  workload \"docker.io/library/a:1\" refs=docker.io/library/a:1 of=n/Pod/p HIGH=1 vulns @3 Target: bin/a\n");
    test::namedRow(
        "k8s before 0.40", R"j({"ClusterName": "c", "Vulnerabilities": [
 {"Namespace": "n", "Kind": "Deployment", "Name": "d", "Results": [{"Target": "a:1 (debian 10)", "Class": "os-pkgs", "Vulnerabilities": []}]},
 {"Namespace": "n", "Kind": "Deployment", "Name": "e"}],
 "Misconfigurations": [{"Namespace": "n", "Kind": "Deployment", "Name": "d", "Results": [
  {"Target": "Deployment/d", "Class": "config", "Misconfigurations": [{"Status": "FAIL"}]}]},
  {"Namespace": "n", "Kind": "ConfigMap", "Name": "f"}]})j",
        "trivy-k8s-json trivy\n"
        "  workload \"a:1\" refs=docker.io/library/a:1 of=n/Deployment/d vulns but(it lists no vulnerability and does not say "
        "which "
        "scanners ran) @2 Target: a:1 (debian 10)\n"
        "  workload \"Deployment n/e\" of=n/Deployment/e attempted(the report holds no results for it) @3 Name: e\n"
        "  workload \"Deployment n/d\" of=n/Deployment/d failed=1 @4 Name: d\n");
}

void TestTrivy::records()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(imported(text.toStdString()), expected);
}

void TestTrivy::recognition_data()
{
    test::textColumns(); // and the format
    test::textRow(R"j({"SchemaVersion": 2, "ArtifactName": "a"})j", "trivy-json");
    test::textRow(R"j({"SchemaVersion": 2, "Results": [], "Metadata": {}})j", "trivy-json");
    test::textRow(R"j({"SchemaVersion": "2018-10-08", "Findings": []})j", ""); // AWS ASFF from Trivy's template
    test::textRow(R"j({"Findings": [{"SchemaVersion": "2018-10-08"}]})j", "");
    test::textRow(R"j({"SchemaVersion": "2", "ArtifactName": "a"})j", "");
    test::textRow(R"j({"schemaVersion": 2, "config": {}, "layers": []})j", ""); // an image manifest
    test::textRow(R"j({"SchemaVersion": 2, "Results": []})j", "");
    test::textRow("[]", "");
    test::textRow("{}", "");
    test::textRow(R"j([{"Target": "a", "Vulnerabilities": null}])j", "trivy-json-legacy");
    test::textRow(R"j({"Target": {"Url": "x"}, "Vulnerabilities": []})j", ""); // Acunetix 360
    test::textRow(R"j([{"Target": {"Url": "x"}, "Vulnerabilities": []}])j", "");
    test::textRow(R"j([{"Target": "a", "Type": "b"}])j", "");
    test::textRow(R"j([{"SchemaVersion": 2, "ArtifactName": "a"}, {"x": 1}])j", "");
    test::textRow(R"j({"ClusterName": "", "Resources": [{"Kind": "Pod", "Name": "a"}]})j", "trivy-k8s-json");
    test::textRow(R"j({"ClusterName": "", "Resources": []})j", "");
    test::textRow(R"j({"Resources": [{"Kind": "Pod", "Name": "a"}]})j", "");
    test::textRow(R"j({"ClusterName": "", "Vulnerabilities": [{"Kind": "Pod", "Name": "a"}]})j", "trivy-k8s-json");
}

void TestTrivy::recognition()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto read = test::readText("x", text.toStdString());
    QCOMPARE(read.documents.size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(test::scannerFormat(read.documents.front().root())), expected);
}

void TestTrivy::vulnerability()
{
    const Inventory inventory =
        test::importScans("report.json", R"j({"SchemaVersion": 2, "ArtifactName": "a:1", "ArtifactType": "container_image",
"Results": [{"Target": "a:1 (alpine 3)", "Class": "os-pkgs", "Vulnerabilities": [
  {
    "VulnerabilityID": "CVE-2024-1",
    "VendorIDs": ["DLA-1"], "PkgName": "musl", "InstalledVersion": "1.1.22-r3", "FixedVersion": "1.1.22-r4", "Status": "fixed",
    "Severity": "HIGH"
  }]}]
})j");
    const Vulnerability& found = inventory.reports.at(0).records.at(0).vulnerabilities.at(0);
    QCOMPARE(found.id, std::string("CVE-2024-1"));
    QCOMPARE(found.package, std::string("musl"));
    QCOMPARE(found.installed, std::string("1.1.22-r3"));
    QCOMPARE(found.fixed, std::string("1.1.22-r4"));
    QCOMPARE(found.status, std::string("fixed"));
    QCOMPARE(found.levelWord, std::string("HIGH"));
    QVERIFY(found.level == FindingLevel::high);
    QCOMPARE(found.aliases, std::vector<std::string>{"DLA-1"});
    QCOMPARE(found.evidence.line, 4U);
    QCOMPARE(found.evidence.lastLine, 4U);
    QCOMPARE(found.evidence.pointer(), std::string_view("/Results/0/Vulnerabilities/0/VulnerabilityID"));
    QCOMPARE(found.evidence.text(), std::string_view("VulnerabilityID: CVE-2024-1"));
}

// Whatever an inventory holds of a record, as one text.
static std::string everything(const Inventory& inventory)
{
    std::string text;
    for (const ScanReport& report : inventory.reports) {
        text += test::toText(report) + std::string(report.evidence.text());
        for (const ScanRecord& record : report.records) {
            text += std::string(record.evidence.text()) + record.labelSource + record.sourceRepository + record.target;
            for (const Evidence& evidence : record.secretEvidence)
                text += std::string(evidence.text()) + '\n';
            for (const Vulnerability& found : record.vulnerabilities)
                text += found.evidence.text();
        }
    }
    for (const Problem& problem : inventory.problems)
        text += problem.message + std::string(problem.evidence.text());
    return text;
}

void TestTrivy::secretsAreNeverKept()
{
    const Inventory inventory =
        test::importScans("report.json", R"j({"SchemaVersion": 2, "ArtifactName": "a:1", "ArtifactType": "container_image",
"Results": [{"Target": "/app/.env", "Class": "secret", "Secrets": [
  {"RuleID": "github-pat",
   "Category": "GitHub", "Severity": "CRITICAL", "Title": "GitHub Personal Access Token",
   "StartLine": 24, "Match": "ENV PAT=ghp_hunter2hunter2",
   "Code": {"Lines": [{"Content": "ENV PAT=ghp_hunter2hunter2"}]}},
  {"Title": "Something else", "Match": "hunter2"}]}]})j");
    const ScanRecord& record = inventory.reports.at(0).records.at(0);
    QCOMPARE(record.secrets, std::size_t(2));
    QVERIFY(record.secretScan);
    QVERIFY(!record.vulnerabilityScan);
    QCOMPARE(record.secretEvidence.at(0).text(), std::string_view("RuleID: github-pat"));
    QCOMPARE(record.secretEvidence.at(0).line, 3U);
    QCOMPARE(record.secretEvidence.at(0).lastLine, 3U);
    QVERIFY(everything(inventory).find("hunter2") == std::string::npos);
}

void TestTrivy::userPartsAreNeverKept()
{
    const Inventory inventory = test::importScans(
        "report.json",
        R"j({"SchemaVersion": 2, "ArtifactName": "https://me:hunter2@git.example/x/y.git?private_token=hunter2", "ArtifactType": "repository",
"Metadata": {"RepoURL": "https://hunter2@Git.Example/x/y.git", "ImageConfig": {"config": {"Labels":
 {"org.opencontainers.image.source": "https://u:hunter2@git.example/x/y"}}}}, "Results": {"not": "a list"}})j");
    const ScanRecord& record = inventory.reports.at(0).records.at(0);
    QCOMPARE(record.target, std::string("https://git.example/x/y.git"));
    QCOMPARE(record.sourceRepository, std::string("git.example/x/y"));
    QCOMPARE(record.labelSource, std::string("https://git.example/x/y"));
    QVERIFY(record.attempted);
    QCOMPARE(inventory.problems.size(), std::size_t(1));
    QVERIFY(everything(inventory).find("hunter2") == std::string::npos);
}

void TestTrivy::hostileShapes_data()
{
    test::textColumn();
    for (
        const char* text : {
            R"j({"SchemaVersion": 2, "ArtifactName": ["a"], "ArtifactType": "container_image", "Results": [1, null, "x", [], {}]})j",
            R"j({"SchemaVersion": 2, "ArtifactName": "a", "Results": [{"Target": 1, "Vulnerabilities": [1, null, [], {}]}]})j",
            R"j({"SchemaVersion": 2, "ArtifactName": "a", "Metadata": [], "Results": [{"Secrets": [1, {}], "Misconfigurations": {}}]})j",
            R"j({"ClusterName": "", "Resources": [{"Kind": "Pod", "Name": "a"}, 1, null, {"Kind": 1, "Name": 2}, {"Name": "b", "Results": [3]}]})j",
            R"j([{"Target": "", "Vulnerabilities": []}])j",
        })
        test::textRow(text);
}

void TestTrivy::hostileShapes()
{
    QFETCH(QString, text);
    const Inventory inventory = test::importScans("x", text.toStdString());
    QVERIFY(!inventory.reports.empty());
    for (const ScanReport& report : inventory.reports) {
        QVERIFY(!test::toText(report).empty());
        for (const ScanRecord& record : report.records)
            QVERIFY(record.evidence.line > 0);
    }
}

void TestTrivy::corpus()
{
    const auto corpus = test::corpusDir();
    const auto table = test::readFile(corpus / "FORMATS.tsv");
    if (corpus.empty() || !table)
        QSKIP("the corpus is not there");
    int files = 0, recognised = 0, wrong = 0;
    for (const QString& line : QString::fromStdString(*table).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(QLatin1Char('\t'));
        const auto text = test::readFile(corpus / cells.value(0).toStdString());
        if (!text)
            continue;
        static const QHash<QString, QString> labels = {
            {QStringLiteral("trivy-v2"), QStringLiteral("trivy-json")},
            {QStringLiteral("trivy-legacy-array"), QStringLiteral("trivy-json-legacy")},
            {QStringLiteral("trivy-k8s"), QStringLiteral("trivy-k8s-json")},
            {QStringLiteral("trivy-k8s-old"), QStringLiteral("trivy-k8s-json")},
        };
        const QString expected = labels.value(cells.value(1));
        const auto read = test::readText(cells.value(0).toStdString(), *text);
        QString found;
        for (const document::Document& document : read.documents)
            if (const std::string format = test::scannerFormat(document.root()); format.substr(0, 5) == "trivy")
                found = QString::fromStdString(format);
        ++files;
        recognised += !found.isEmpty();
        if (found != expected) {
            ++wrong;
            qWarning("%s: expected \"%s\", found \"%s\"", qPrintable(cells.value(0)), qPrintable(expected), qPrintable(found));
        }
        if (found.isEmpty())
            continue;
        const Inventory inventory = test::importScans(cells.value(0).toStdString(), *text);
        const Sums actual = sumsOf(inventory), plain = sumsOf(QJsonDocument::fromJson(QByteArray::fromStdString(*text)));
        QVERIFY2(actual == plain, qPrintable(QStringLiteral("%1: %2 vulnerabilities, expected %3")
                                                 .arg(cells.value(0))
                                                 .arg(actual.vulnerabilities)
                                                 .arg(plain.vulnerabilities)));
        for (const ScanReport& report : inventory.reports)
            for (const ScanRecord& record : report.records)
                for (const Vulnerability& vulnerability : record.vulnerabilities)
                    QVERIFY(vulnerability.evidence.line > 0 && !vulnerability.evidence.pointer().empty());
    }
    qInfo("%d files, %d recognised as Trivy's", files, recognised);
    QVERIFY(recognised >= 70);
    QCOMPARE(wrong, 0);
}

QTEST_GUILESS_MAIN(TestTrivy)
#include "tst_trivy.moc"
