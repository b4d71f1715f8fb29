// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of image references beyond what the oracle lists: borders of every part, and any bytes.
#include "model/image_reference.h"

#include <QtTest>

using namespace bartizan;

namespace {
const std::string hex64(64, 'a');
const std::string digest = "sha256:" + hex64;
} // namespace

class TestImageReference : public QObject {
    Q_OBJECT
private slots:
    void normalise_data();
    void normalise();
    void refused_data();
    void refused();
    void repositoryKeys_data();
    void repositoryKeys();
    void pulled();
    void anyBytes();
    void longInputsStayFast();
};

void TestImageReference::normalise_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("familiar");
    const auto row = [](const char* input, const char* full, const char* familiar) {
        QTest::newRow(input) << QString::fromLatin1(input) << QString::fromLatin1(full) << QString::fromLatin1(familiar);
    };
    row("nginx", "docker.io/library/nginx", "nginx");
    row("docker.io/nginx", "docker.io/library/nginx", "nginx");
    row("index.docker.io/nginx:1", "docker.io/library/nginx:1", "nginx");
    row("a:5000", "docker.io/library/a:5000", "a");   // a tag
    row("host:5000/a", "host:5000/a", "host:5000/a"); // a port
    row("localhost", "docker.io/library/localhost", "localhost");
    row("localhost/a", "localhost/a", "localhost/a");
    row("192.168.0.1:80", "docker.io/library/192.168.0.1:80", "192.168.0.1");
    row("ghcr.io/nginx", "ghcr.io/nginx", "ghcr.io/nginx"); // library/ only on docker.io
    row("MYREG/nginx", "MYREG/nginx", "MYREG/nginx");
    row("Quay.IO/x/y", "Quay.IO/x/y", "Quay.IO/x/y");
    row("[fc00::1]:5000/docker", "[fc00::1]:5000/docker", "[fc00::1]:5000/docker");
    row("dock__er/docker---rules", "docker.io/dock__er/docker---rules", "dock__er/docker---rules");
    row("library/nginx/x", "docker.io/library/nginx/x", "library/nginx/x");
}

void TestImageReference::normalise()
{
    QFETCH(QString, input);
    QFETCH(QString, full);
    QFETCH(QString, familiar);
    const auto reference = parseNormalized(input.toStdString());
    QVERIFY2(reference.has_value(), "refused");
    QCOMPARE(QString::fromStdString(reference->text()), full);
    QCOMPARE(QString::fromStdString(familiarName(*reference)), familiar);
    QVERIFY(parseCanonical(reference->text()).has_value());
}

void TestImageReference::refused_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("id");
    const auto row = [](const std::string& input, const char* id) {
        QTest::newRow(input.empty() ? "(empty)" : input.c_str()) << QString::fromStdString(input) << QString::fromLatin1(id);
    };
    row("", "reference-format"); // becomes docker.io/library/
    row(hex64, "name-is-identifier");
    row("https://example.com/x", "reference-format");
    row("[2001:db8:3:4::192.0.2.33]:5000/x", "reference-format");
    row("[fe80::1%eth0]:5000/x", "reference-format");
    row("fc00::1:5000/x", "reference-format");
    row("nginx:", "reference-format");
    row("nginx@", "reference-format");
    row("nginx:-a", "reference-format");
    row("nginx:" + std::string(129, 'a'), "reference-format");
    row("a..b", "reference-format");
    row("a_.b", "reference-format");
    row("a___b", "reference-format");
    row("_a", "reference-format");
    row("a-", "reference-format");
    row("repo/", "reference-format");
    row("host:/x", "reference-format");
    row("redis/Redis", "name-uppercase");
    row("REDACTED", "name-uppercase");
    row("x@sha512:" + std::string(128, 'a'), "digest-unsupported");
    row("x@sha256:" + std::string(63, 'a'), "digest-length");
    row("x@sha256:" + std::string(64, 'A'), "digest-format");
    row("x/" + std::string(254, 'a'), "name-too-long");
    row("nginx\n", "reference-format");
}

void TestImageReference::refused()
{
    QFETCH(QString, input);
    QFETCH(QString, id);
    const auto reference = parseNormalized(input.toStdString());
    QVERIFY2(!reference.has_value(), "accepted");
    QCOMPARE(QString::fromStdString(reference.error().id), id);
}

void TestImageReference::repositoryKeys_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("same");
    QTest::newRow("short") << "nginx:1"
                           << "docker.io/library/nginx" << true;
    QTest::newRow("legacy index") << "index.docker.io/x/y"
                                  << "x/y:2" << true;
    QTest::newRow("hub api host") << "registry-1.docker.io/library/nginx"
                                  << "nginx" << true;
    QTest::newRow("hub api host, no library") << "registry.hub.docker.com/nginx"
                                              << "nginx" << true;
    QTest::newRow("case of the registry") << "Quay.IO/x/y"
                                          << "quay.io/x/y" << true;
    QTest::newRow("other registry") << "quay.io/x/y:1"
                                    << "docker.io/x/y:1" << false;
    QTest::newRow("port") << "host:5000/a"
                          << "host/a" << false;
}

void TestImageReference::repositoryKeys()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(bool, same);
    const auto a = parseNormalized(left.toStdString());
    const auto b = parseNormalized(right.toStdString());
    QVERIFY(a && b);
    QCOMPARE(repositoryKey(*a) == repositoryKey(*b), same);
}

void TestImageReference::pulled()
{
    QCOMPARE(asPulled(*parseNormalized("nginx")).text(), std::string("docker.io/library/nginx:latest"));
    QCOMPARE(asPulled(*parseNormalized("nginx@" + digest)).text(), "docker.io/library/nginx@" + digest);
    QCOMPARE(asPulled(*parseNormalized("nginx:1@" + digest)).text(), "docker.io/library/nginx@" + digest);
    QCOMPARE(parseNormalized("nginx:1@" + digest)->tag, std::string("1"));
    QCOMPARE(parseAnyReference(hex64)->text(), digest);
    QCOMPARE(parseAnyReference(digest)->text(), digest);
    QVERIFY(!isDigest("sha256:" + std::string(64, 'g')));
    QVERIFY(!isDigest(hex64));
}

void TestImageReference::anyBytes()
{
    // Every accepted text must read back to itself: the parts hold everything.
    const std::string alphabet("a0Z.:/@-_[]%\0\xff", 14);
    std::string text;
    for (std::size_t n = 0; n < 14 * 14 * 14 * 14 * 2; ++n) {
        text.clear();
        for (std::size_t rest = n + 1; rest > 0; rest /= alphabet.size())
            text += alphabet[rest % alphabet.size()];
        const auto reference = parseReference(text);
        if (reference)
            QCOMPARE(reference->text(), text);
        const auto normalised = parseNormalized(text);
        if (normalised)
            QCOMPARE(parseReference(normalised->text())->text(), normalised->text());
    }
}

// What looks back over what it read would take hours here, and the time limit of all tests would end it.
void TestImageReference::longInputsStayFast()
{
    for (const char c : {'a', '/', ':', '@', '-', '.', '_', '['}) {
        QVERIFY(!parseNormalized(std::string(2'000'000, c)));
        std::string pairs;
        while (pairs.size() < 2'000'000)
            pairs.append(1, 'a').append(1, c);
        QVERIFY(!parseNormalized(pairs));
    }
}

QTEST_GUILESS_MAIN(TestImageReference)
#include "tst_image_reference.moc"
