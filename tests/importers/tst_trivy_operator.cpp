// SPDX-License-Identifier: GPL-3.0-or-later
// Reports that Trivy Operator keeps as objects, as files, lists and documents of one stream.
#include "tests/importers/text_rows.h"
#include "tests/support/paths.h"
#include "tests/support/scan_text.h"

#include <QtTest>

using namespace bartizan;

namespace {

QString imported(const std::string& path, const std::string& text)
{
    std::string lines;
    for (const ScanReport& report : test::importScans(path, text).reports)
        lines += test::toText(report);
    return QString::fromStdString(lines);
}

} // namespace

class TestTrivyOperator : public QObject {
    Q_OBJECT
private slots:
    void records_data();
    void records();
    void matchesAreNeverKept();
    void corpus();
};

void TestTrivyOperator::records_data()
{
    test::textColumns();
    test::namedRow(
        "vulnerabilities", R"(apiVersion: aquasecurity.github.io/v1alpha1
kind: VulnerabilityReport
metadata:
  name: replicaset-web-1-web
  namespace: shop
  labels:
    trivy-operator.container.name: web
    trivy-operator.resource.kind: ReplicaSet
    trivy-operator.resource.name: web-1
    trivy-operator.resource.namespace: shop
report:
  artifact:
    repository: library/nginx
    tag: '1.16'
    digest: sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
  registry: {server: index.docker.io}
  scanner: {name: Trivy, version: 0.72.0}
  updateTimestamp: '2023-03-23T16:23:01Z'
  vulnerabilities:
    - {vulnerabilityID: CVE-1, resource: libbsd0, installedVersion: '1', fixedVersion: '2', severity: CRITICAL}
    - {vulnerabilityID: CVE-2, resource: libbsd0, installedVersion: '1', fixedVersion: '', severity: LOW}
)",
        "trivy-operator trivy version=0.72.0 time=2023-03-23T16:23:01Z\n"
        "  workload "
        "\"index.docker.io/library/nginx:1.16@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\" "
        "refs=docker.io/library/nginx:1.16 index=sha256:aaaa of=shop/ReplicaSet/web-1 CRITICAL=1 LOW=1 fixable=1 "
        "time=2023-03-23T16:23:01Z vulns @13 repository: library/nginx\n");
    test::namedRow("Starboard, a long name in the annotation", R"(apiVersion: aquasecurity.github.io/v1alpha1
kind: VulnerabilityReport
metadata:
  name: x
  labels: {starboard.resource.kind: Pod, starboard.resource.name: 5d4f, starboard.resource.namespace: n}
  annotations: {starboard.resource.name: a-very-long-name}
report:
  artifact: {repository: x/y, tag: '1'}
  registry: {server: quay.io}
  vulnerabilities: []
)",
                   "trivy-operator trivy\n"
                   "  workload \"quay.io/x/y:1\" refs=quay.io/x/y:1 of=n/Pod/a-very-long-name vulns @8 repository: x/y\n");
    test::namedRow("without a report",
                   "apiVersion: aquasecurity.github.io/v1alpha1\nkind: VulnerabilityReport\nmetadata: {name: x, namespace: n}\n",
                   "trivy-operator trivy\n  workload \"\" attempted(the object holds no report) @3 name: x\n");
    test::namedRow(
        "another kind of report",
        "apiVersion: aquasecurity.github.io/v1alpha1\nkind: ConfigAuditReport\nmetadata: {name: x, namespace: n}\nreport: {}\n",
        "");
}

void TestTrivyOperator::records()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(imported("report.yaml", text.toStdString()), expected);
}

void TestTrivyOperator::matchesAreNeverKept()
{
    const Inventory inventory = test::importScans("report.yaml", R"(apiVersion: aquasecurity.github.io/v1alpha1
kind: ExposedSecretReport
metadata: {name: x, namespace: n}
report:
  artifact: {repository: x/y, tag: '1'}
  secrets:
    - ruleID: aws-secret-access-key
      match: AWS_secret_KEY="hunter2"
    - match: hunter2
)");
    const ScanRecord& record = inventory.reports.at(0).records.at(0);
    QCOMPARE(record.secrets, std::size_t(2));
    QVERIFY(record.secretScan && !record.vulnerabilityScan);
    QCOMPARE(record.secretEvidence.at(0).text(), std::string_view("ruleID: aws-secret-access-key"));
    for (const Evidence& evidence : record.secretEvidence)
        QVERIFY(evidence.text().find("hunter2") == std::string::npos);
}

void TestTrivyOperator::corpus()
{
    const auto folder = test::corpusDir() / "reports" / "trivy-operator";
    if (test::corpusDir().empty())
        QSKIP("the corpus is not there");
    std::size_t reports = 0, findings = 0;
    for (const auto& file : test::filesBelow(folder)) {
        const Inventory inventory = test::importScans(file.filename().string(), test::readFile(file).value_or(""));
        for (const ScanReport& report : inventory.reports) {
            ++reports;
            findings += report.records.front().vulnerabilities.size();
            QVERIFY(report.records.front().evidence.line > 0);
        }
    }
    qInfo("%zu reports, %zu vulnerabilities", reports, findings);
    QVERIFY(reports >= 7);
    QVERIFY(findings >= 47); // 41 + 1 + 5 in DefectDojo's three files that have any
}

QTEST_GUILESS_MAIN(TestTrivyOperator)
#include "tst_trivy_operator.moc"
