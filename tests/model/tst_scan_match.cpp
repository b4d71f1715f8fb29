// SPDX-License-Identifier: GPL-3.0-or-later
// Reports and containers joined by digest, tag and workload: every rule and every measured trap is a row. Digests are
// written as letters: i index, m platform manifest, c configuration.
#include "model/image_reference.h"
#include "model/resolve/scan_match.h"

#include <QtTest>

using namespace bartizan;

namespace {

std::string digest(char letter)
{
    return "sha256:" + std::string(64, letter);
}

// "ref=nginx:1.25 repo=quay.io/x/y@a manifest=b config=c platform=linux/amd64 time=2024-01-01 tool=grype critical=2 ..."
struct Words {
    std::vector<std::pair<std::string, std::string>> pairs;
    explicit Words(const QString& text)
    {
        for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const auto at = word.indexOf(QLatin1Char('='));
            pairs.emplace_back(word.left(at).toStdString(), at < 0 ? std::string() : word.mid(at + 1).toStdString());
        }
    }
};

ScanReport report(const QString& text)
{
    ScanReport result;
    result.tool = "trivy";
    ScanRecord record;
    record.kind = ScanRecord::Kind::image;
    record.vulnerabilityScan = true;
    const auto add = [&](FindingLevel level, const std::string& number, bool fix, bool suppressed = false) {
        for (int i = 0; i < std::stoi(number); ++i) {
            Vulnerability found;
            found.level = level;
            found.fixed = fix ? "1.1" : "";
            found.suppressed = suppressed;
            record.vulnerabilities.push_back(found);
        }
    };
    for (const auto& [key, value] : Words(text).pairs) {
        if (key == "ref") {
            const ImageReference reference = parseNormalized(value).value();
            record.repositories.push_back(repositoryKey(reference));
            record.references.push_back(repositoryKey(reference) + ':' + (reference.tag.empty() ? "latest" : reference.tag));
            record.target = value;
        } else if (key == "repo") {
            const auto at = value.find('@');
            const std::string repository = repositoryKey(parseNormalized(value.substr(0, at)).value());
            if (record.repositories.empty())
                record.repositories.push_back(repository);
            record.repoDigests.push_back(digest(value.back()));
            record.repoDigestRepositories.push_back(repository);
        } else if (key == "manifest") {
            record.manifestDigests.push_back(digest(value[0]));
        } else if (key == "config") {
            record.configDigests.push_back(digest(value[0]));
        } else if (key == "platform") {
            record.platform = value;
        } else if (key == "time") {
            record.time = value;
        } else if (key == "tool") {
            result.tool = value;
        } else if (key == "workload") {
            const QStringList parts = QString::fromStdString(value).split(QLatin1Char('/'));
            record.kind = ScanRecord::Kind::workload;
            record.ns = parts[0].toStdString();
            record.workloadKind = parts[1].toStdString();
            record.workloadName = parts[2].toStdString();
            if (record.target.empty())
                record.target = record.workloadKind + ' ' + record.ns + '/' + record.workloadName;
        } else if (key == "attempted") {
            record.attempted = true;
            record.attemptedReason = "the report holds no results";
        } else if (key == "secretsOnly") {
            record.vulnerabilityScan = false;
        } else if (key == "critical") {
            add(FindingLevel::critical, value, false);
        } else if (key == "criticalFix") {
            add(FindingLevel::critical, value, true);
        } else if (key == "high") {
            add(FindingLevel::high, value, false);
        } else if (key == "highFix") {
            add(FindingLevel::high, value, true);
        } else if (key == "suppressed") {
            add(FindingLevel::critical, value, true, true);
        } else {
            qFatal("unknown word %s", key.c_str());
        }
    }
    if (record.target.empty())
        record.target = record.repositories.empty() ? "" : record.repositories.front();
    result.records.push_back(record);
    return result;
}

std::vector<ScanReport> reports(const QString& text)
{
    std::vector<ScanReport> result;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        result.push_back(report(line));
    return result;
}

// "nginx:1.25 id=docker-pullable://nginx@i pull=Always platform=linux/amd64 workload=ns/Kind/name images=2"
ContainerImage container(const QString& text)
{
    ContainerImage image;
    const auto pairs = Words(text).pairs;
    const auto expand = [](std::string value) { // a digest is one letter after '@' or "sha256:"
        const auto at = value.find_last_of("@:");
        if (at != std::string::npos && at + 2 == value.size())
            value = value.substr(0, at + 1) + (value[at] == '@' ? digest(value[at + 1]) : std::string(64, value[at + 1]));
        return value;
    };
    if (pairs.front().first == "sha256:c@")
        image.written = digest('c');
    else
        image.written = pairs.front().first.find('@') == std::string::npos ? pairs.front().first : expand(pairs.front().first);
    for (const auto& [key, value] : pairs) {
        if (key == "id")
            image.imageIds.push_back(expand(value));
        else if (key == "pull")
            image.pullPolicy = value;
        else if (key == "platform")
            image.platform = value;
        else if (key == "images")
            image.imagesInWorkload = std::stoul(value);
        else if (key == "workload") {
            const QStringList parts = QString::fromStdString(value).split(QLatin1Char('/'));
            image.workloads.push_back({parts[0].toStdString(), parts[1].toStdString(), parts[2].toStdString()});
        }
    }
    return image;
}

ScanMatchOptions options(const char* asOf = "2024-06-01T00:00:00Z")
{
    ScanMatchOptions result;
    result.asOf = asOf;
    return result;
}

} // namespace

class TestScanMatch : public QObject {
    Q_OBJECT
private slots:
    void status_data();
    void status();
    void decisive_data();
    void decisive();
    void explanations_data();
    void explanations();
    void counts();
    void replicas_data();
    void replicas();
    void age_data();
    void age();
    void mirrors();
    void suggestions_data();
    void suggestions();
    void imageIds_data();
    void imageIds();
    void times_data();
    void times();
    void manyContainersAndReports();
};

void TestScanMatch::status_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<QString>("runs");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* scanned, const char* runs, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(scanned) << QString::fromLatin1(runs) << QString::fromLatin1(expected);
    };
    // Digests.
    row("same index digest", "ref=nginx:1.25 repo=nginx@a", "nginx:1.25 id=docker.io/library/nginx@a", "exact");
    row("docker-pullable", "ref=nginx:1.25 repo=nginx@a", "nginx:1.25 id=docker-pullable://nginx@a", "exact");
    row("pinned in the manifest", "ref=nginx:1.25 repo=nginx@a", "nginx@a", "exact");
    row("pinned with a tag", "ref=nginx:1.25 repo=nginx@a", "nginx:9@a", "exact");
    row("bare id is the configuration", "ref=x/y:1 config=c", "x/y:1 id=sha256:c", "exact");
    row("docker:// id is the configuration", "ref=x/y:1 config=c", "x/y:1 id=docker://sha256:c", "exact");
    row("platform manifest", "ref=x/y:1 repo=x/y@a manifest=b", "x/y:1 id=x/y@b", "exact");
    row("same digest, other repository", "ref=docker.io/x/y:1 repo=x/y@a", "mirror.corp/y:7 id=mirror.corp/y@a", "exact");
    row("config digest equal although the names differ", "ref=local:dev config=c", "x/y:1 id=sha256:c", "exact");
    row("no reference at all", "ref=x/y:1 config=c", "@c", "none");
    row("a local image id as the image", "ref=x/y:1 config=c", "sha256:c@", "exact");
    row("index and manifest cannot be compared", "ref=x/y:1 manifest=b", "x/y:1 id=x/y@a", "tag");
    row("config and index cannot be compared", "ref=x/y:1 config=c", "x/y:1 id=x/y@a", "tag");
    row("re-export: manifest and config, pod has the index", "ref=x/y:1 manifest=b config=c", "x/y:1 id=x/y@a", "tag");
    row("the tag moved", "ref=x/y:1 repo=x/y@a", "x/y:1 id=x/y@b", "other digest");
    row("the tag moved, local image", "ref=x/y:1 config=c", "x/y:1 id=sha256:d", "other digest");
    row("moved against the pin", "ref=x/y:1 repo=x/y@a", "x/y:1@b", "other digest");
    row("digest of another repository is no conflict", "ref=x/y:1 repo=quay.io/x/y@a", "x/y:1 id=x/y@b", "tag");
    row("running digest wins over the pin", "ref=x/y:1 repo=x/y@a", "x/y:1@a id=x/y@b", "other digest");
    row("same index, other configuration", "ref=x/y:1 repo=x/y@a config=c", "x/y:1 id=x/y@a id=sha256:d", "other platform");
    row("not started yet", "ref=x/y:1 repo=x/y@a", "x/y:1 id=", "tag");
    row("only digests are known, tag of neither", "repo=x/y@a", "x/y:1 id=x/y@b", "other version");
    // Names.
    row("short and full name", "ref=nginx:1.25", "docker.io/library/nginx:1.25", "tag");
    row("docker.io without library", "ref=docker.io/nginx:1.25", "nginx:1.25", "tag");
    row("old index host", "ref=index.docker.io/library/nginx:1.25", "nginx:1.25", "tag");
    row("hub api host", "ref=registry-1.docker.io/library/nginx:1.25", "nginx:1.25", "tag");
    row("case of the registry", "ref=QUAY.io/x/y:1", "quay.io/x/y:1", "tag");
    row("port is no tag", "ref=host:5000/a:1", "a:5000", "none");
    row("name and number is a tag", "ref=docker.io/library/a:5000", "a:5000", "tag");
    row("same path, other registry", "ref=quay.io/x/y:1", "docker.io/x/y:1", "none");
    row("library only on docker.io", "ref=ghcr.io/nginx:1", "ghcr.io/library/nginx:1", "none");
    row("latest and no tag", "ref=nginx:latest", "nginx", "mutable tag");
    row("no tag and latest", "ref=nginx", "nginx:latest", "mutable tag");
    row("latest of a line", "ref=ruby:latest-3.0", "ruby:latest-3.0", "mutable tag");
    row("word as a tag", "ref=redis:alpine", "redis:alpine", "mutable tag");
    row("pulled always", "ref=nginx:1.25", "nginx:1.25 pull=Always", "mutable tag");
    row("pulled if absent", "ref=nginx:1.25", "nginx:1.25 pull=IfNotPresent", "tag");
    row("latest but the digest is equal", "ref=nginx:latest repo=nginx@a", "nginx:latest id=nginx@a", "exact");
    row("digest only is not latest", "ref=nginx:latest", "nginx@a", "other version");
    row("pinned latest, scanned by tag", "ref=nginx:latest", "nginx:latest@a", "mutable tag");
    row("another tag", "ref=nginx:1.24", "nginx:1.25", "other version");
    row("nothing alike", "ref=redis:7", "nginx:1.25", "none");
    row("upper case is no name", "ref=nginx:1.25", "REDACTED", "none");
    row("no image written", "ref=nginx:1.25", ":", "none");
    // Platforms.
    row("other platform by tag", "ref=x/y:1 platform=linux/arm64", "x/y:1 platform=linux/amd64", "other platform");
    row("other platform by index", "ref=x/y:1 repo=x/y@a platform=linux/arm64", "x/y:1 id=x/y@a platform=linux/amd64",
        "other platform");
    row("configuration decides over the node", "ref=x/y:1 config=c platform=linux/amd64",
        "x/y:1 id=sha256:c platform=linux/arm64", "exact");
    row("platform of the container unknown", "ref=x/y:1 platform=linux/arm64", "x/y:1", "tag");
    row("variant written on one side", "ref=x/y:1 platform=linux/arm64/v8", "x/y:1 platform=linux/arm64", "tag");
    row("other variant", "ref=x/y:1 platform=linux/arm/v6", "x/y:1 platform=linux/arm/v7", "other platform");
    // Attempts.
    row("attempt only", "ref=x/y:1 attempted", "x/y:1", "attempted");
    row("exact attempt", "ref=x/y:1 config=c attempted", "x/y:1 id=sha256:c", "attempted");
    row("secrets only", "ref=x/y:1 secretsOnly", "x/y:1", "attempted");
    row("attempt of another version", "ref=x/y:2 attempted", "x/y:1", "none");
    row("attempt beside a scan", "ref=x/y:1 attempted\nref=x/y:1", "x/y:1", "tag");
    row("scan of another digest is worth saying before an attempt", "ref=x/y:1 attempted\nref=x/y:1 repo=x/y@a", "x/y:1 id=x/y@b",
        "other digest");
    // Workloads.
    row("workload and image", "ref=x/y:1 workload=shop/Deployment/cart", "x/y:1 workload=shop/Deployment/cart", "tag");
    row("workload, another image", "ref=x/z:1 workload=shop/Deployment/cart", "x/y:1 workload=shop/Deployment/cart images=1",
        "none");
    row("workload without image names, one image", "workload=kube-system/Deployment/coredns",
        "registry.k8s.io/coredns:v1.8 workload=kube-system/Deployment/coredns images=1", "tag");
    row("workload without image names, two images", "workload=a/Deployment/b", "x/y:1 workload=a/Deployment/b images=2", "none");
    row("workload without image names, not known how many", "workload=a/Deployment/b", "x/y:1 workload=a/Deployment/b", "none");
    row("other namespace", "workload=a/Deployment/b", "x/y:1 workload=c/Deployment/b images=1", "none");
    row("other kind", "workload=a/StatefulSet/b", "x/y:1 workload=a/Deployment/b images=1", "none");
    row("its ReplicaSet", "workload=a/ReplicaSet/b-1", "x/y:1 workload=a/Deployment/b workload=a/ReplicaSet/b-1 images=1", "tag");
    row("error for the workload", "workload=a/Deployment/b attempted", "x/y:1 workload=a/Deployment/b", "attempted");
    row("configuration of the workload only", "workload=a/Deployment/b secretsOnly", "x/y:1 workload=a/Deployment/b images=1",
        "none");
}

void TestScanMatch::status()
{
    QFETCH(QString, scanned);
    QFETCH(QString, runs);
    QFETCH(QString, expected);
    const auto list = reports(scanned);
    const ScanMatch match = ScanIndex(list).match(container(runs), options());
    QCOMPARE(QString::fromLatin1(toWord(match.status)), expected);
    QCOMPARE(match.records.empty(), match.status == ScanStatus::none);
    QCOMPARE(match.records.size(), match.evidence.size());
    QVERIFY(!match.explanation.empty());
}

void TestScanMatch::decisive_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<int>("expected"); // index of the report
    const auto row = [](const char* name, const char* scanned, int expected) {
        QTest::newRow(name) << QString::fromLatin1(scanned) << expected;
    };
    row("newest of a tool", "ref=x/y:1 config=c time=2024-05-01\nref=x/y:1 config=c time=2024-05-20", 1);
    row("exact beats a newer tag", "ref=x/y:1 config=c time=2024-01-01\nref=x/y:1 time=2024-05-20", 0);
    row("unknown time is older", "ref=x/y:1 config=c critical=9\nref=x/y:1 config=c time=2024-05-20", 1);
    row("two tools: the worse one",
        "ref=x/y:1 config=c time=2024-05-21 tool=grype\nref=x/y:1 config=c time=2024-05-20 criticalFix=1", 1);
    row("two tools, one stale: the fresh one",
        "ref=x/y:1 config=c time=2024-05-21 tool=grype high=1\nref=x/y:1 config=c time=2023-05-20 criticalFix=1", 0);
    row("same time: the worse one", "ref=x/y:1 config=c\nref=x/y:1 config=c highFix=3\nref=x/y:1 config=c", 1);
    row("time zones", "ref=x/y:1 config=c time=2024-05-20T23:30:00-02:00\nref=x/y:1 config=c time=2024-05-21T00:30:00Z", 0);
}

void TestScanMatch::decisive()
{
    QFETCH(QString, scanned);
    QFETCH(int, expected);
    const auto list = reports(scanned);
    const ScanMatch match = ScanIndex(list).match(container(QStringLiteral("x/y:1 id=sha256:c")), options());
    QCOMPARE(match.status, ScanStatus::exact);
    QCOMPARE(match.records.front().report, ReportId(std::size_t(expected)));
}

void TestScanMatch::explanations_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<QString>("runs");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* scanned, const char* runs, const char* expected) {
        QTest::newRow(runs) << QString::fromLatin1(scanned) << QString::fromLatin1(runs) << QString::fromLatin1(expected);
    };
    row("", "a:1", "No report of an image is in the input.");
    row("ref=b:1\nref=c:1", "a:1", "Not among the 2 scanned images.");
    row("ref=a:1 repo=a@a time=2024-05-30T10:00:00Z", "a:1 id=a@a",
        "The trivy report of a:1 (2024-05-30) names the same digest, sha256:aaaaaaaaaaaa....");
    row("ref=a:1 repo=a@a time=2024-05-30", "mirror.corp/a:1 id=mirror.corp/a@a",
        "The trivy report of a:1 (2024-05-30) names the same digest, sha256:aaaaaaaaaaaa..., under another name.");
    row("ref=a:1 repo=a@a time=2024-01-01", "a:1 id=a@a images=0",
        "The trivy report of a:1 (2024-01-01) names the same digest, sha256:aaaaaaaaaaaa.... It is 152 days old; the limit is 30 "
        "days.");
    row("ref=a:1 tool=grype", "a:1",
        "The grype report of a:1 names the same repository and tag; no digest can be compared. It does not say when the scan was "
        "made.");
    row("ref=a time=2024-05-30", "a",
        "The trivy report of a (2024-05-30) names the same repository and tag; no digest can be compared, and such a tag may "
        "name "
        "another image by now.");
    row("ref=a:1 repo=a@a", "a:1 id=a@b",
        "The trivy report of a:1 has the same tag but another digest (sha256:aaaaaaaaaaaa... there, sha256:bbbbbbbbbbbb... "
        "here): the "
        "tag names another image by now.");
    row("ref=a:1 platform=linux/arm64", "a:1 platform=linux/amd64",
        "The trivy report of a:1 is for linux/arm64, this container is for linux/amd64.");
    row("ref=a:1 attempted", "a:1 pull=", "The trivy report of a:1 is an attempted scan only: the report holds no results.");
    row("ref=a:1 secretsOnly", "a:1 pull=Never",
        "The trivy report of a:1 looked for secrets or configuration, not for vulnerabilities.");
    row("ref=a:2", "a:1 platform=",
        "The trivy report of a:2 is about another version of docker.io/library/a; it says nothing about this one.");
    row("workload=n/Deployment/d time=2024-05-30", "a:1 workload=n/Deployment/d images=1",
        "The trivy report of Deployment n/d (2024-05-30) names this workload, which has one image.");
}

void TestScanMatch::explanations()
{
    QFETCH(QString, scanned);
    QFETCH(QString, runs);
    QFETCH(QString, expected);
    const auto list = reports(scanned);
    QCOMPARE(QString::fromStdString(ScanIndex(list).match(container(runs), options()).explanation), expected);
}

void TestScanMatch::counts()
{
    const auto list = reports(QStringLiteral("ref=a:1 critical=2 criticalFix=1 high=3 highFix=4 suppressed=5"));
    const ScanMatch match = ScanIndex(list).match(container(QStringLiteral("a:1")), options());
    QCOMPARE(match.critical, std::size_t(3));
    QCOMPARE(match.criticalWithFix, std::size_t(1));
    QCOMPARE(match.high, std::size_t(7));
    QCOMPARE(match.highWithFix, std::size_t(4));
    QCOMPARE(match.withFix(), std::size_t(5));
    QCOMPARE(match.suppressed, std::size_t(5));
    // A report that is no evidence for this image lends it no counts.
    QCOMPARE(ScanIndex(list).match(container(QStringLiteral("a:2")), options()).critical, std::size_t(0));
}

void TestScanMatch::replicas_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<QString>("runs");
    QTest::addColumn<bool>("someOnly");
    const auto row = [](const char* name, const char* scanned, const char* runs, bool someOnly) {
        QTest::newRow(name) << QString::fromLatin1(scanned) << QString::fromLatin1(runs) << someOnly;
    };
    row("one digest", "ref=x/y:1 repo=x/y@a", "x/y:1 id=x/y@a", false);
    row("two digests, one scanned", "ref=x/y:1 repo=x/y@a", "x/y:1 id=x/y@a id=x/y@b", true);
    row("two digests, both scanned", "ref=x/y:1 repo=x/y@a\nref=x/y:1 repo=x/y@b", "x/y:1 id=x/y@a id=x/y@b", false);
    row("two digests of one image", "ref=x/y:1 repo=x/y@a manifest=b", "x/y:1 id=x/y@a id=x/y@b", false);
    row("two kinds cannot be compared", "ref=x/y:1 repo=x/y@a", "x/y:1 id=x/y@a id=sha256:c", false);
    row("two configurations", "ref=x/y:1 config=c", "x/y:1 id=sha256:c id=sha256:d", true);
}

void TestScanMatch::replicas()
{
    QFETCH(QString, scanned);
    QFETCH(QString, runs);
    QFETCH(bool, someOnly);
    const auto list = reports(scanned);
    const ScanMatch match = ScanIndex(list).match(container(runs), options());
    QCOMPARE(match.status, ScanStatus::exact);
    QCOMPARE(match.someReplicasOnly, someOnly);
}

void TestScanMatch::age_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<QString>("asOf");
    QTest::addColumn<int>("days"); // -1: unknown
    QTest::addColumn<bool>("stale");
    const auto row = [](const char* name, const char* scanned, const char* asOf, int days, bool stale) {
        QTest::newRow(name) << QString::fromLatin1(scanned) << QString::fromLatin1(asOf) << days << stale;
    };
    row("same day", "ref=a:1 time=2024-06-01T10:00:00Z", "2024-06-01T23:00:00Z", 0, false);
    row("at the limit", "ref=a:1 time=2024-05-02", "2024-06-01", 30, false);
    row("above the limit", "ref=a:1 time=2024-05-01", "2024-06-01", 31, true);
    row("scanned later than as-of", "ref=a:1 time=2024-07-01", "2024-06-01", 0, false);
    row("time not in the report", "ref=a:1", "2024-06-01", -1, false);
    row("zero time", "ref=a:1 time=0001-01-01T00:00:00Z", "2024-06-01", -1, false);
    row("no as-of", "ref=a:1 time=2024-05-02", "", -1, false);
    row("nonsense", "ref=a:1 time=yesterday", "2024-06-01", -1, false);
}

void TestScanMatch::age()
{
    QFETCH(QString, scanned);
    QFETCH(QString, asOf);
    QFETCH(int, days);
    QFETCH(bool, stale);
    const auto list = reports(scanned);
    const ScanMatch match = ScanIndex(list).match(container(QStringLiteral("a:1")), options(asOf.toLatin1().constData()));
    QCOMPARE(match.ageDays.value_or(-1), days);
    QCOMPARE(match.stale, stale);
}

void TestScanMatch::mirrors()
{
    const auto list = reports(QStringLiteral("ref=nginx:1.25 time=2024-05-30"));
    const ScanIndex index(list);
    ScanMatchOptions withRule = options();
    withRule.mirrors.push_back({"registry.corp/hub", "docker.io"});
    const ContainerImage image = container(QStringLiteral("registry.corp/hub/library/nginx:1.25"));
    QCOMPARE(index.match(image, options()).status, ScanStatus::none);
    const ScanMatch match = index.match(image, withRule);
    QCOMPARE(match.status, ScanStatus::tag);
    QVERIFY(match.explanation.find("by a mirror rule") != std::string::npos);
    // A rule ends at a border of path elements.
    QCOMPARE(index.match(container(QStringLiteral("registry.corp/hubble/library/nginx:1.25")), withRule).status,
             ScanStatus::none);
}

void TestScanMatch::suggestions_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<QString>("runs");
    QTest::addColumn<bool>("suggested");
    const auto row = [](const char* name, const char* scanned, const char* runs, bool suggested) {
        QTest::newRow(name) << QString::fromLatin1(scanned) << QString::fromLatin1(runs) << suggested;
    };
    row("pull-through cache", "ref=nginx:1.25", "registry.corp/proxy/library/nginx:1.25", true);
    row("copied official image", "ref=nginx:1.25", "registry.corp/nginx:1.25", true);
    row("other registry, same path", "ref=quay.io/x/y:1", "docker.io/x/y:1", true);
    row("prefix added", "ref=ghcr.io/org/app:1", "harbor.corp/ghcr/org/app:1", true);
    row("only the last name", "ref=ghcr.io/org/app:1", "quay.io/other/app:1", false);
    row("other tag", "ref=nginx:1.25", "registry.corp/nginx:1.26", false);
    row("not at a border", "ref=x/y:1", "registry.corp/ax/y:1", false);
    row("an attempt suggests nothing", "ref=nginx:1.25 attempted", "registry.corp/nginx:1.25", false);
    row("a match needs no suggestion", "ref=nginx:1.25\nref=quay.io/library/nginx:1.25", "nginx:1.25", false);
    row("which of two images", "workload=a/Deployment/b", "x/y:1 workload=a/Deployment/b images=2", true);
}

void TestScanMatch::suggestions()
{
    QFETCH(QString, scanned);
    QFETCH(QString, runs);
    QFETCH(bool, suggested);
    const auto list = reports(scanned);
    const ScanMatch match = ScanIndex(list).match(container(runs), options());
    QCOMPARE(!match.suggestion.empty(), suggested);
    if (suggested)
        QVERIFY(!isCoverage(match.status));
}

void TestScanMatch::imageIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("registry");
    QTest::addColumn<bool>("config");
    const QString hex(64, QLatin1Char('a'));
    QTest::newRow("containerd") << QStringLiteral("docker.io/library/x@sha256:") + hex << true << false;
    QTest::newRow("dockershim") << QStringLiteral("docker-pullable://x@sha256:") + hex << true << false;
    QTest::newRow("dockershim, local") << QStringLiteral("docker://sha256:") + hex << false << true;
    QTest::newRow("bare") << QStringLiteral("sha256:") + hex << false << true;
    QTest::newRow("CRI-O without algorithm") << hex << false << true;
    QTest::newRow("with a tag") << QStringLiteral("host:5000/x:1@sha256:") + hex << true << false;
    QTest::newRow("not started") << QString() << false << false;
    QTest::newRow("name only") << QStringLiteral("docker.io/library/x:1") << false << false;
    QTest::newRow("cut digest") << QStringLiteral("x@sha256:abc") << false << false;
}

void TestScanMatch::imageIds()
{
    QFETCH(QString, id);
    QFETCH(bool, registry);
    QFETCH(bool, config);
    const RunningDigests digests = runningDigests({id.toStdString()});
    QCOMPARE(digests.registry, registry ? std::vector<std::string>{digest('a')} : std::vector<std::string>{});
    QCOMPARE(digests.config, config ? std::vector<std::string>{digest('a')} : std::vector<std::string>{});
}

void TestScanMatch::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // -1: not a time
    QTest::newRow("utc") << "1970-01-02T00:00:00Z" << qint64(86400);
    QTest::newRow("date") << "1970-01-02" << qint64(86400);
    QTest::newRow("nanoseconds") << "2024-01-15T08:58:29.82753744Z" << qint64(1705309109);
    QTest::newRow("zone") << "2024-02-22T19:46:26.372724916+01:00" << qint64(1708627586);
    QTest::newRow("negative zone") << "1970-01-01T20:00:00-04:00" << qint64(86400);
    QTest::newRow("leap day") << "2024-02-29T00:00:00Z" << qint64(1709164800);
    QTest::newRow("no such day") << "2023-02-29T00:00:00Z" << qint64(-1);
    QTest::newRow("zero") << "0001-01-01T00:00:00Z" << qint64(-1);
    QTest::newRow("empty") << "" << qint64(-1);
    QTest::newRow("cut") << "2024-01-15T08" << qint64(-1);
}

void TestScanMatch::times()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    QCOMPARE(qint64(secondsOf(text.toStdString()).value_or(-1)), seconds);
}

void TestScanMatch::manyContainersAndReports()
{
    QString text;
    for (int i = 0; i < 1000; ++i)
        text += QStringLiteral("ref=quay.io/team%1/app%2:1.%3 time=2024-05-%4 critical=3 highFix=20\n")
                    .arg(i % 7)
                    .arg(i % 100)
                    .arg(i)
                    .arg(i % 28 + 1, 2, 10, QLatin1Char('0'));
    const auto list = reports(text);
    std::vector<ContainerImage> containers;
    for (int i = 0; i < 10'000; ++i)
        containers.push_back(container(
            QStringLiteral("quay.io/team%1/app%2:1.%3 workload=n/Deployment/d%4").arg(i % 7).arg(i % 100).arg(i % 1000).arg(i)));
    QElapsedTimer timer;
    timer.start();
    const ScanIndex index(list);
    std::size_t covered = 0;
    for (const ContainerImage& image : containers)
        covered += isCoverage(index.match(image, options()).status);
    const qint64 milliseconds = timer.elapsed();
    qInfo("10000 containers, 1000 reports: %lld ms", static_cast<long long>(milliseconds));
    QVERIFY(covered >= 1000);
}

QTEST_GUILESS_MAIN(TestScanMatch)
#include "tst_scan_match.moc"
