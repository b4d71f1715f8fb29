// SPDX-License-Identifier: GPL-3.0-or-later
// The container and the manifest of a frozen review: bytes that depend on nothing but what is in them, and archives of
// strangers taken apart without harm. The commands as a whole are tested by pipeline_outputs.py.
#include "app/frozen/container.h"
#include "app/frozen/manifest.h"
#include "app/frozen/verify.h"
#include "importers/import.h"
#include "tests/support/archive_maker.h"
#include "tests/support/input_folder.h"

#include <QtTest>

using namespace bartizan;

namespace {

const std::string zeros(64, '0');

app::FrozenManifest manifest()
{
    app::FrozenManifest made;
    made.version = "0.1.0";
    made.qt = "6.4.2";
    made.asOf = "2026-11-21T00:00:00Z";
    made.scope = importers::ScopeMode::partial;
    made.variant = "overlays/prod";
    made.report = {{"format", "pdf"}, {"title", "a \"quoted\" one"}};
    made.sources = {{"shop", "folder", zeros, {{"a.yaml", zeros, 12}, {"b.tgz!c.yaml", zeros, 0}}}};
    made.members = {{"report.pdf", zeros, 5}};
    return made;
}

} // namespace

class TestFrozen : public QObject {
    Q_OBJECT
private slots:
    void whatIsPackedIsUnpacked()
    {
        const app::Members members = {{"b", std::string(100'000, 'x')}, {"a", ""}, {"c", std::string("\0\n", 2)}};
        const auto packed = app::packMembers(members, 1'700'000'000);
        QVERIFY(packed);
        const app::Unpacked unpacked = app::unpackMembers(*packed);
        QVERIFY(unpacked.wrong.empty());
        QCOMPARE(unpacked.members, members);
        // RFC 1952: no name, no time, the same bytes whenever and wherever it is packed.
        QCOMPARE(packed->substr(0, 8), std::string("\x1F\x8B\x08\0\0\0\0\0", 8));
        qputenv("TZ", "Asia/Tokyo");
        tzset();
        const auto again = app::packMembers(members, 1'700'000'000);
        qputenv("TZ", "UTC");
        tzset();
        QCOMPARE(*again, *packed);
        QVERIFY(*app::packMembers(members, 1'700'000'001) != *packed);
    }

    void strangeArchives_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("members");
        const auto row = [](const char* name, const std::string& bytes, int members) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << members;
        };
        using Entry = test::ArchiveEntry;
        row("nothing", "", 0);
        row("text", "hello", 0);
        row("twice", test::makeArchive("tar.gz", {{"a", "1"}, {"a", "2"}}), 1);
        row("a link", test::makeArchive("tar.gz", {{"a", "1"}, {"b", "", Entry::Kind::symlink, "/etc/passwd"}}), 1);
        row("leaves the folder", test::makeArchive("tar.gz", {{"../../a", "1"}}), 1);
        row("nested", test::makeArchive("tar.gz", {{"a.tgz", test::makeArchive("tar.gz", {{"a", "1"}})}}), 0);
        std::vector<Entry> many;
        for (int i = 0; i < 100; ++i)
            many.push_back({"m" + std::to_string(i), "x"});
        row("many", test::makeArchive("tar.gz", many), 16);
    }
    void strangeArchives()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, members);
        const app::Unpacked unpacked = app::unpackMembers(bytes.toStdString());
        QVERIFY(!unpacked.wrong.empty());
        QCOMPARE(static_cast<int>(unpacked.members.size()), members);
        for (const auto& [name, content] : unpacked.members)
            QVERIFY(name.find("..") == std::string::npos && name.front() != '/');
    }

    void aCutOffMemberIsNoMember()
    {
        const app::Members members = {{"a", std::string(5000, 'a')}, {"b", "2"}};
        const std::string whole = *app::packMembers(members, 0);
        for (std::size_t length = 0; length < whole.size(); length += 7) {
            const app::Unpacked unpacked = app::unpackMembers(whole.substr(0, length));
            for (const auto& [name, bytes] : members)
                QVERIFY(unpacked.members.count(name) == 0 || unpacked.members.at(name) == bytes);
        }
    }

    void theManifestIsReadAsWritten()
    {
        const app::FrozenManifest made = manifest();
        const std::string text = app::writeManifest(made);
        const auto read = app::readManifest(text, "m");
        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        QCOMPARE(app::writeManifest(*read), text);
        QCOMPARE(read->report, made.report);
        QCOMPARE(read->scope, made.scope);
        QCOMPARE(read->sources.front().files.back().path, made.sources.front().files.back().path);
        QCOMPARE(read->members.front().bytes, made.members.front().bytes);
    }

    void badManifestsAreRefusedWithALine_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("a newer one") << QByteArray("frozen/1") << QByteArray("frozen/2");
        QTest::newRow("another file") << QByteArray("bartizan/frozen/1") << QByteArray("something");
        QTest::newRow("a digest") << QByteArray("\"sha256\": \"00") << QByteArray("\"sha256\": \"XX");
        QTest::newRow("a size") << QByteArray("\"bytes\": 12") << QByteArray("\"bytes\": -12");
        QTest::newRow("a scope") << QByteArray("\"partial\"") << QByteArray("\"all\"");
        QTest::newRow("a path") << QByteArray("\"path\": \"shop\"") << QByteArray("\"path\": \"\"");
        QTest::newRow("a file twice") << QByteArray("b.tgz!c.yaml") << QByteArray("a.yaml");
        QTest::newRow("no members") << QByteArray("\"members\"") << QByteArray("\"member\"");
        QTest::newRow("cut off") << QByteArray("\n}\n") << QByteArray("\n");
    }
    void badManifestsAreRefusedWithALine()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray text = QByteArray::fromStdString(app::writeManifest(manifest()));
        QVERIFY(text.contains(from));
        const auto read = app::readManifest(text.replace(text.indexOf(from), from.size(), to).toStdString(), "m.json");
        QVERIFY(!read);
        QCOMPARE(QString::fromStdString(read.error().id), QStringLiteral("frozen-manifest"));
        QVERIFY2(read.error().message.find("(m.json:") != std::string::npos, read.error().message.c_str());
    }

    // Wherever a manifest says that sources stood: nothing outside of the folder is looked at.
    void sourcesStandBelowTheFolder_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* source, const char* place) {
            QTest::newRow(source) << QString::fromUtf8(source) << QString::fromUtf8(place);
        };
        row("shop", "/in/shop");
        row("./a/b/", "/in/a/b");
        row("a/../b", "/in/b");
        row(".", "/in");
        row("a/..", "/in");
        row("../shop", "/in/shop");
        row("../../etc", "/in/etc");
        row("a/../../b", "/in/b");
        row("a/../../../b/../c/d", "/in/c/d");
        row("..", "");
        row("../..", "");
        row("../../", "");
        row("a/../..", "");
        row("/", "");
        row("/etc", "/in/etc");
        row("/etc/", "/in/etc");
        row("/srv/../etc/shop/.", "/in/shop");
        row("...", "/in/...");
    }
    void sourcesStandBelowTheFolder()
    {
        QFETCH(QString, source);
        QFETCH(QString, place);
        QCOMPARE(QString::fromStdString(app::placeBelow("/in", source.toStdString())), place);
    }

    // Read where it stands now, a source gives what it gave where it stood.
    void sourcesMayHaveMoved()
    {
        test::InputFolder then, now;
        for (test::InputFolder* in : {&then, &now}) {
            in->write("shop/a.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}]}\n");
            in->write("one.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: b}\nspec: {ports: [{port: 80}]}\n");
        }
        importers::ImportOptions moved;
        moved.standsAt = {{then.path("shop"), now.path("shop")}, {then.path("one.yaml"), now.path("one.yaml")}};
        const auto before = importers::importSources({then.path("shop"), then.path("one.yaml")}, {}, {});
        const auto after = importers::importSources({then.path("shop"), then.path("one.yaml")}, moved, {});
        QVERIFY(before && after);
        QCOMPARE(after->sources.size(), std::size_t{2});
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(after->sources[i].path, before->sources[i].path);
            QCOMPARE(after->sources[i].sha256, before->sources[i].sha256);
        }
        QCOMPARE(after->objects.size(), std::size_t{2});
        importers::ImportOptions nowhere;
        nowhere.standsAt = {{then.path("shop"), now.path("nowhere")}, {then.path("one.yaml"), now.path("nowhere")}};
        QVERIFY(!importers::importSources({then.path("shop"), then.path("one.yaml")}, nowhere, {}));
    }
};

QTEST_GUILESS_MAIN(TestFrozen)
#include "tst_frozen.moc"
