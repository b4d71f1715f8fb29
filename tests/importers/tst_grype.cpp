// SPDX-License-Identifier: GPL-3.0-or-later
// Grype's reports in all dialects, and what only looks like one.
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

// Labelled by a heuristic that looks at `matches` only: made by Xeol, or rewritten by KubeClarity.
bool isLookAlike(const QString& path)
{
    return path.contains(QLatin1String("/xeol/")) || path.endsWith(QLatin1String("nginx.results.json"));
}

} // namespace

class TestGrype : public QObject {
    Q_OBJECT
private slots:
    void records_data();
    void records();
    void recognition_data();
    void recognition();
    void vulnerability();
    void hostileShapes_data();
    void hostileShapes();
    void corpus();
};

void TestGrype::records_data()
{
    test::textColumns();
    test::namedRow(
        "an image", R"({"matches": [
 {"vulnerability": {"id": "GHSA-1", "severity": "Critical", "fix": {"versions": ["1.0", "2.0"], "state": "fixed"}},
  "relatedVulnerabilities": [{"id": "CVE-1"}], "artifact": {"name": "a", "version": "0.9"}},
 {"vulnerability": {"id": "CVE-2", "severity": "Negligible", "fix": {"versions": [], "state": "wont-fix"}}, "artifact": {"name": "b"}},
 {"vulnerability": {"id": "CVE-3", "fix": {"versions": [], "state": ""}}, "artifact": {"name": "c"}}],
 "ignoredMatches": [{"vulnerability": {"id": "CVE-4", "severity": "High"}, "appliedIgnoreRules": [{"namespace": "vex"}]}],
 "source": {"type": "image", "target": {"userInput": "nginx",
  "imageID": "sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",
  "manifestDigest": "sha256:eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee", "tags": ["nginx:latest", ""],
  "repoDigests": ["nginx@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"], "architecture": "amd64", "os": "linux",
  "labels": {"org.opencontainers.image.source": "https://github.com/x/y"}}},
 "descriptor": {"name": "grype", "version": "0.94.0", "timestamp": "2025-06-19T11:43:35Z", "db": {"status": {"built": "2025-06-18T00:00:00Z"}}}})",
        "grype-json grype version=0.94.0 time=2025-06-19T11:43:35Z database=2025-06-18T00:00:00Z\n"
        "  image \"nginx\" refs=docker.io/library/nginx:latest index=sha256:aaaa manifest=sha256:eeee config=sha256:cccc "
        "platform=linux/amd64 -=1 Critical=1 Negligible=1 fixable=1 suppressed=1 time=2025-06-19T11:43:35Z "
        "label=https://github.com/x/y vulns @7 userInput: nginx\n");
    test::namedRow(
        "0.7",
        R"({"matches": [{"vulnerability": {"id": "CVE-1", "severity": "Medium", "links": ["x"], "cvssV2": {"baseScore": 7.2}, "fixedInVersion": "2.1"},
  "artifact": {"name": "a"}}], "source": {"type": "image", "target": {"userInput": "x/y:1", "tags": ["x/y:1"]}},
 "descriptor": {"name": "grype", "version": "0.7.0"}})",
        "grype-json grype version=0.7.0\n"
        "  image \"x/y:1\" refs=docker.io/x/y:1 Medium=1 fixable=1 vulns @2 userInput: x/y:1\n");
    test::namedRow(
        "a folder",
        R"({"matches": [], "source": {"type": "directory", "target": "/src"}, "descriptor": {"name": "grype", "version": "[not provided]"}})",
        "grype-json grype\n  filesystem \"/src\" vulns @1 type: directory\n");
    test::namedRow(
        "an empty report without a target",
        R"({"matches": [], "source": {"type": "unknown", "target": "unknown"}, "descriptor": {"name": "grype"}})",
        "grype-json grype\n  other \"\" vulns attempted(the report names no target and lists nothing) @1 type: unknown\n");
    test::namedRow("only matches are left",
                   R"({"matches": [{"vulnerability": {"id": "GHSA-1", "severity": "High"}, "artifact": {"name": "a"}}]})",
                   "grype-json grype\n  other \"\" High=1 vulns @1 matches\n");
    test::namedRow("a short local id is no name",
                   R"({"matches": [], "source": {"type": "image", "target": {"userInput": "6877f5aabc34", "tags": [],
  "imageID": "sha256:6877f5aabc34aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}, "descriptor": {"name": "grype"}})",
                   "grype-json grype\n  image \"6877f5aabc34\" config=sha256:6877 vulns @1 userInput: 6877f5aabc34\n");
    test::namedRow("redacted",
                   R"({"matches": [], "source": {"type": "image", "target": {"userInput": "REDACTED", "repoDigests": ["REDACTED"],
  "imageID": "sha256:6877f5aabc34aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}, "descriptor": {"name": "grype"}})",
                   "grype-json grype\n  image \"REDACTED\" config=sha256:6877 vulns @1 userInput: REDACTED\n");
    test::namedRow(
        "a source word before the name",
        R"({"matches": [], "source": {"type": "image", "target": {"userInput": "registry:alpine:3.10"}}, "descriptor": {"name": "grype"}})",
        "grype-json grype\n  image \"registry:alpine:3.10\" refs=docker.io/library/alpine:3.10 vulns @1 userInput: "
        "registry:alpine:3.10\n");
    test::namedRow(
        "the image registry:2 is no source word",
        R"({"matches": [], "source": {"type": "image", "target": {"userInput": "registry:2"}}, "descriptor": {"name": "grype"}})",
        "grype-json grype\n  image \"registry:2\" refs=docker.io/library/registry:2 vulns @1 userInput: registry:2\n");
}

void TestGrype::records()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(imported(text.toStdString()), expected);
}

void TestGrype::recognition_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char* text, bool expected) { QTest::newRow(text) << QString::fromLatin1(text) << expected; };
    row(R"({"matches": [], "descriptor": {"name": "grype"}})", true);
    row(R"({"matches": null, "descriptor": {"name": "grype"}})", true);
    row(R"({"matches": [], "source": {}, "descriptor": {"name": "xeol"}})", false);
    row(R"({"matches": [{"vulnerability": {"id": "a"}, "artifact": {"name": "b"}}], "descriptor": {"name": "xeol"}})", false);
    row(R"({"matches": [{"vulnerability": {"id": "a"}, "artifact": {"name": "b"}}], "scanner": {"name": "grype"}})", false);
    row(R"({"matches": [{"vulnerability": {"id": "a", "package": {"name": "b"}}}], "source": {}})", false);
    row(R"({"matches": []})", false);
    row(R"({"matches": [{"path": "x"}]})", false);
    row(R"({"artifacts": [], "source": {}, "descriptor": {"name": "syft"}})", false);
    row(R"([{"matches": [], "descriptor": {"name": "grype"}}, {"matches": [], "descriptor": {"name": "grype"}}])", true);
    row(R"([{"matches": [], "descriptor": {"name": "grype"}}, 1])", false);
}

void TestGrype::recognition()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    const auto read = test::readText("x", text.toStdString());
    QCOMPARE(read.documents.size(), std::size_t(1));
    QCOMPARE(test::scannerFormat(read.documents.front().root()), std::string(expected ? "grype-json" : ""));
}

void TestGrype::vulnerability()
{
    const Inventory inventory = test::importScans("report.json", R"({"matches": [
 {
  "vulnerability": {
   "id": "GHSA-1", "severity": "High", "fix": {"versions": ["0.17.0"], "state": "fixed"}},
  "relatedVulnerabilities": [{"id": "CVE-2023-39325"}, {"id": "GHSA-1"}],
  "artifact": {"name": "golang.org/x/net", "version": "v0.9.0"}}]})");
    const Vulnerability& found = inventory.reports.at(0).records.at(0).vulnerabilities.at(0);
    QCOMPARE(found.id, std::string("GHSA-1"));
    QCOMPARE(found.aliases, std::vector<std::string>{"CVE-2023-39325"});
    QCOMPARE(found.package, std::string("golang.org/x/net"));
    QCOMPARE(found.installed, std::string("v0.9.0"));
    QCOMPARE(found.fixed, std::string("0.17.0"));
    QCOMPARE(found.status, std::string("fixed"));
    QCOMPARE(found.levelWord, std::string("High"));
    QCOMPARE(found.evidence.line, 4U);
    QCOMPARE(found.evidence.pointer(), std::string_view("/matches/0/vulnerability/id"));
    QCOMPARE(found.evidence.text(), std::string_view("id: GHSA-1"));
}

void TestGrype::hostileShapes_data()
{
    test::textColumn();
    for (
        const char* text : {
            R"({"matches": [1, null, [], {}, {"vulnerability": 1}], "descriptor": {"name": "grype", "db": [], "timestamp": 5}})",
            R"({"matches": [], "source": {"type": "image", "target": "x"}, "descriptor": {"name": "grype"}})",
            R"({"matches": [], "source": {"type": "image", "target": {"userInput": {}, "tags": {}, "repoDigests": [[]]}}, "descriptor": {"name": "grype"}})",
            R"({"matches": [], "ignoredMatches": [1, {}], "source": [], "descriptor": {"name": "grype"}})",
        })
        test::textRow(text);
}

void TestGrype::hostileShapes()
{
    QFETCH(QString, text);
    const Inventory inventory = test::importScans("x", text.toStdString());
    QCOMPARE(inventory.reports.size(), std::size_t(1));
    QVERIFY(!test::toText(inventory.reports.front()).empty());
    QVERIFY(inventory.reports.front().records.front().evidence.line > 0);
    QVERIFY(inventory.reports.front().evidence.line > 0);
}

void TestGrype::corpus()
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
        const bool expected = cells.value(1) == QLatin1String("grype") && !isLookAlike(cells.value(0));
        const auto read = test::readText(cells.value(0).toStdString(), *text);
        bool found = false;
        for (const document::Document& document : read.documents)
            found = found || test::scannerFormat(document.root()) == "grype-json";
        ++files;
        recognised += found;
        if (found != expected) {
            ++wrong;
            qWarning("%s: expected %d, found %d", qPrintable(cells.value(0)), expected, found);
        }
        if (!found)
            continue;
        const QJsonObject plain = QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object();
        const Inventory inventory = test::importScans(cells.value(0).toStdString(), *text);
        QCOMPARE(inventory.reports.size(), std::size_t(1));
        const ScanRecord& record = inventory.reports.front().records.front();
        QCOMPARE(qsizetype(record.vulnerabilities.size()),
                 plain[QLatin1String("matches")].toArray().size() + plain[QLatin1String("ignoredMatches")].toArray().size());
        for (const Vulnerability& vulnerability : record.vulnerabilities)
            QVERIFY(vulnerability.evidence.line > 0 && !vulnerability.evidence.pointer().empty() && !vulnerability.id.empty());
    }
    qInfo("%d files, %d recognised as Grype's", files, recognised);
    QVERIFY(recognised >= 15);
    QCOMPARE(wrong, 0);
}

QTEST_GUILESS_MAIN(TestGrype)
#include "tst_grype.moc"
