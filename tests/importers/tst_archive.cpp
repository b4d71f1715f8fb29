// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/archive/archive_reader.h"
#include "importers/archive/names.h"
#include "tests/support/archive_maker.h"

#include <QtTest>

using namespace bartizan;
using archive::ArchiveResult;
using archive::Member;
using test::ArchiveEntry;
using test::makeArchive;

namespace {

struct Unpacked {
    ArchiveResult result;
    std::string members;  // "name=bytes name=bytes"
    std::string problems; // "id id"
};

Unpacked unpack(std::string_view bytes, const Limits& limits = {}, std::string_view name = "a.json.gz")
{
    Unpacked read;
    read.result = archive::readArchive(bytes, name, limits, [&](Member member) {
        if (member.bytes.size() > 100)
            member.bytes = "(" + std::to_string(member.bytes.size()) + ")";
        read.members += (read.members.empty() ? "" : " ") + member.name + "=" + member.bytes;
        return FileId{std::size_t{5}};
    });
    for (const Problem& problem : read.result.problems)
        read.problems += (read.problems.empty() ? "" : " ") + problem.id;
    return read;
}

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

} // namespace

class TestArchive : public QObject {
    Q_OBJECT
private slots:
    void formats_data();
    void formats();
    void namesAreOnlyNames();
    void shownNames_data();
    void shownNames();
    void skippedFolders();
    void nested();
    void bombs();
    void limits();
    void cutOff_data();
    void cutOff();
    void notAnArchive();
    void largeMember();
};

void TestArchive::formats_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char* format : {"zip", "tar", "tar.gz", "tar.xz", "tar.zst", "tar.bz2", "gz", "xz", "zst"})
        QTest::newRow(format) << QByteArray(format);
}

void TestArchive::formats()
{
    QFETCH(QByteArray, format);
    const std::string bytes = makeArchive(format.toStdString(), {{"b/two.yaml", "b: 2\n"}, {"one.yaml", "a: 1\n"}});
    QVERIFY(archive::looksLikeArchive(bytes));
    const Unpacked read = unpack(bytes);
    QCOMPARE(text(read.result.format), QString::fromUtf8(format));
    QCOMPARE(text(read.problems), QString());
    if (format.contains("tar") || format == "zip") {
        QCOMPARE(text(read.members), QStringLiteral("b/two.yaml=b: 2\n one.yaml=a: 1\n"));
        QCOMPARE(read.result.members, std::size_t{2});
        QCOMPARE(read.result.bytes, std::uint64_t{10});
    } else {
        QCOMPARE(text(read.members), QStringLiteral("a.json=b: 2\n"));
    }
}

void TestArchive::namesAreOnlyNames()
{
    const Unpacked read = unpack(makeArchive("tar", {{"../../etc/passwd", "x"},
                                                     {"/etc/shadow", "y"},
                                                     {"link", "", ArchiveEntry::Kind::symlink, "/etc/passwd"},
                                                     {"hard", "", ArchiveEntry::Kind::hardlink, "../x"},
                                                     {"pipe", "", ArchiveEntry::Kind::fifo},
                                                     {"device", "", ArchiveEntry::Kind::device},
                                                     {"folder/", "", ArchiveEntry::Kind::folder},
                                                     {"good.yaml", "z"}}));
    QCOMPARE(text(read.members), QStringLiteral("etc/passwd=x etc/shadow=y good.yaml=z"));
    QCOMPARE(text(read.problems), QStringLiteral("archive-unsafe-name archive-unsafe-name archive-unsafe-name"));
    QCOMPARE(read.result.problems.at(0).evidence.file, FileId{std::size_t{5}});
    QVERIFY(text(read.result.problems.at(2).message).startsWith(QStringLiteral("4 links or devices")));
    QCOMPARE(text(unpack(makeArchive("zip", {{"../a", "x"}, {"c:\\b\\c", "y"}})).members), QStringLiteral("a=x b/c=y"));
}

void TestArchive::shownNames_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<bool>("isUnsafe");
    QTest::newRow("plain") << QByteArray("a/b.yaml") << QByteArray("a/b.yaml") << false;
    QTest::newRow("dot") << QByteArray("./a//b") << QByteArray("a/b") << false;
    QTest::newRow("up") << QByteArray("a/../../b") << QByteArray("a/b") << true;
    QTest::newRow("absolute") << QByteArray("/a") << QByteArray("a") << true;
    QTest::newRow("backslashes") << QByteArray("..\\a") << QByteArray("a") << true;
    QTest::newRow("drive") << QByteArray("C:/a") << QByteArray("a") << true;
    QTest::newRow("line break") << QByteArray("a\nb")
                                << QByteArray("a\xEF\xBF\xBD"
                                              "b")
                                << true;
    QTest::newRow("bad UTF-8") << QByteArray("a\xFF") << QByteArray("a\xEF\xBF\xBD") << true;
    QTest::newRow("UTF-8") << QByteArray("ä/日.yaml") << QByteArray("ä/日.yaml") << false;
    QTest::newRow("dots only") << QByteArray("../..") << QByteArray("unnamed") << true;
    QTest::newRow("nothing") << QByteArray("") << QByteArray("unnamed") << true;
    QTest::newRow("three dots") << QByteArray("...") << QByteArray("...") << false;
}

void TestArchive::shownNames()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, shown);
    QFETCH(bool, isUnsafe);
    const archive::MemberName name = archive::memberName(raw.toStdString());
    QCOMPARE(text(name.shown), QString::fromUtf8(shown));
    QCOMPARE(name.unsafe, isUnsafe);
}

void TestArchive::skippedFolders()
{
    const Unpacked read = unpack(makeArchive("zip", {{".git/config", "x"},
                                                     {"a/node_modules/b/c.json", "x"},
                                                     {"__MACOSX/._a.yaml", "x"},
                                                     {".hidden.yaml", "y"},
                                                     {"a/.b/c", "x"}}));
    QCOMPARE(text(read.members), QStringLiteral(".hidden.yaml=y"));
    QCOMPARE(text(read.problems), QString());
}

void TestArchive::nested()
{
    const std::string inner = makeArchive("tar.gz", {{"deep.yaml", "d"}});
    const std::string middle = makeArchive("zip", {{"inner.tgz", inner}, {"m.yaml", "m"}});
    Unpacked read = unpack(makeArchive("tar", {{"a/inner.tgz", inner}, {"b.yaml.gz", makeArchive("gz", {{"x", "b"}})}}));
    QCOMPARE(text(read.members), QStringLiteral("a/inner.tgz!deep.yaml=d b.yaml.gz!b.yaml=b"));
    QCOMPARE(text(read.problems), QString());
    read = unpack(makeArchive("tar", {{"middle.zip", middle}, {"last.yaml", "l"}}));
    QCOMPARE(text(read.members), QStringLiteral("middle.zip!m.yaml=m last.yaml=l"));
    QCOMPARE(text(read.problems), QStringLiteral("limit-archive-nesting"));
    QVERIFY(!archive::looksLikeArchive(makeArchive("zip", {{"META-INF/MANIFEST.MF", "x"}})));
}

void TestArchive::bombs()
{
    Limits limits;
    limits.archiveRatioFloor = 1'000'000;
    for (const char* format : {"gz", "zip", "tar.xz"}) {
        const std::string bomb = makeArchive(format, {{"zeros", std::string(50'000'000, '\0')}, {"after", "x"}});
        const Unpacked read = unpack(bomb, limits);
        QCOMPARE(text(read.members), QString());
        QCOMPARE(text(read.problems), QStringLiteral("limit-archive-bytes"));
        QVERIFY(read.result.stopped);
        QVERIFY(read.result.bytes <= std::max(limits.archiveRatioFloor, bomb.size() * limits.archiveRatio));
    }
}

void TestArchive::limits()
{
    const std::string bytes = makeArchive("tar", {{"a", "1234567890"}, {"b", "1"}, {"c", "1"}});
    Limits limits;
    limits.fileBytes = 5;
    QCOMPARE(text(unpack(bytes, limits).members), QStringLiteral("b=1 c=1"));
    QCOMPARE(text(unpack(bytes, limits).problems), QStringLiteral("limit-file"));
    limits = {};
    limits.archiveEntries = 2;
    QCOMPARE(text(unpack(bytes, limits).members), QStringLiteral("a=1234567890 b=1"));
    QCOMPARE(text(unpack(bytes, limits).problems), QStringLiteral("limit-archive-entries"));
    limits = {};
    limits.archiveBytes = 11;
    QCOMPARE(text(unpack(bytes, limits).members), QStringLiteral("a=1234567890 b=1"));
    QCOMPARE(text(unpack(bytes, limits).problems), QStringLiteral("limit-archive-bytes"));
}

void TestArchive::cutOff_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char* format : {"zip", "tar", "tar.gz", "tar.zst", "gz", "xz"})
        QTest::newRow(format) << QByteArray(format);
}

// Wherever it is cut, only whole members are delivered, and what is missing is said.
void TestArchive::cutOff()
{
    QFETCH(QByteArray, format);
    std::string noise; // does not compress
    std::uint32_t state = 1;
    for (int i = 0; i < 20'000; ++i)
        noise += static_cast<char>('a' + (state = state * 1664525U + 1013904223U) % 26U);
    const std::string bytes = makeArchive(format.toStdString(), {{"one", noise}, {"two", noise}, {"three", "3"}});
    for (std::size_t length = 1; length < bytes.size() - 1; length += 1 + bytes.size() / 97) {
        const Unpacked read = unpack(std::string_view(bytes).substr(0, length));
        const QString members = text(read.members);
        const bool whole = members.isEmpty() || members == QStringLiteral("one=(20000)") ||
                           members == QStringLiteral("one=(20000) two=(20000)") ||
                           members == QStringLiteral("one=(20000) two=(20000) three=3") ||
                           members == QStringLiteral("a.json=(20000)");
        QVERIFY2(whole, qPrintable(members));
        const bool complete = members.endsWith(QStringLiteral("three=3")) || members.startsWith(QStringLiteral("a.json"));
        QVERIFY2(complete || !read.problems.empty(), std::to_string(length).c_str());
    }
}

void TestArchive::notAnArchive()
{
    for (const std::string_view bytes : {std::string_view(""), std::string_view("PK\x03\x04"), std::string_view("hello"),
                                         std::string_view("\x1F\x8B\x08\0\0\0\0\0\0\x03garbage", 17)}) {
        const Unpacked read = unpack(bytes);
        QCOMPARE(text(read.members), QString());
        QVERIFY(!read.problems.empty());
    }
    QVERIFY(!archive::looksLikeArchive("kind: Pod\n"));
    QVERIFY(!archive::looksLikeArchive(""));
}

void TestArchive::largeMember()
{
    std::string large;
    for (int i = 0; i < 3'000'000; ++i)
        large += std::to_string(i) + "\n";
    const Unpacked read = unpack(makeArchive("tar.gz", {{"large", large}, {"small", "s"}}));
    QCOMPARE(text(read.members), text("large=(" + std::to_string(large.size()) + ") small=s"));
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
