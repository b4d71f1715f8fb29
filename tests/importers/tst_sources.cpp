// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/digest.h"
#include "importers/document/read_documents.h"
#include "importers/sources.h"
#include "tests/support/archive_maker.h"
#include "tests/support/paths.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>

using namespace bartizan;

namespace {

namespace fs = std::filesystem;

struct Delivered {
    SourcesResult result;
    std::vector<DeliveredFile> files;
    QString paths;    // "source:id path" of every file, by lines
    QString problems; // ids
};

Delivered deliver(const std::vector<std::string>& sources, const Limits& limits = {}, const JobControl& control = {})
{
    Delivered delivered;
    delivered.result = readSources(
        sources, limits, control,
        [&](DeliveredFile file) {
            delivered.paths += QStringLiteral("%1:%2 %3\n")
                                   .arg(file.source)
                                   .arg(file.text->file().value)
                                   .arg(QString::fromStdString(file.text->path()));
            delivered.files.push_back(std::move(file));
        },
        FileId{std::size_t{10}});
    for (const Problem& problem : delivered.result.problems)
        delivered.problems += (delivered.problems.isEmpty() ? "" : " ") + QString::fromStdString(problem.id);
    return delivered;
}

} // namespace

class TestSources : public QObject {
    Q_OBJECT
private slots:
    void init();
    void digest();
    void folderInByteOrder();
    void linksAndSpecialFiles();
    void archives();
    void severalSources();
    void unreadable();
    void limits();
    void stops();
    void corpusIsRead();

private:
    void write(const std::string& path, const std::string& bytes);
    std::string at(const std::string& path) const { return (m_root / path).string(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
};

void TestSources::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_root = m_folder->path().toStdString();
}

void TestSources::write(const std::string& path, const std::string& bytes)
{
    fs::create_directories((m_root / path).parent_path());
    std::ofstream(m_root / path, std::ios::binary) << bytes;
}

void TestSources::digest()
{
    QCOMPARE(sha256Hex(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(sha256Hex("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void TestSources::folderInByteOrder()
{
    for (const char* path : {"in/b.yaml", "in/B.yaml", "in/a/z.yaml", "in/a.yaml", "in/a-b.yaml", "in/ä.yaml", "in/.hidden.yaml",
                             "in/.git/config", "in/node_modules/x/y.json", "in/a/.cache/x", "in/empty"})
        write(path, std::string(path) == "in/empty" ? "" : "k: 1\n");
    const Delivered delivered = deliver({at("in")});
    QCOMPARE(delivered.paths, QStringLiteral("0:10 .hidden.yaml\n0:11 B.yaml\n0:12 a-b.yaml\n0:13 a.yaml\n0:14 a/z.yaml\n"
                                             "0:15 b.yaml\n0:16 empty\n0:17 ä.yaml\n"));
    QCOMPARE(delivered.problems, QString());
    const SourceSummary& summary = delivered.result.sources.at(0);
    QCOMPARE(summary.format, std::string("folder"));
    QCOMPARE(summary.files, std::size_t{8});
    QCOMPARE(summary.bytes, std::uint64_t{35});
    std::string lines;
    for (const DeliveredFile& file : delivered.files)
        lines += file.sha256 + "  " + file.text->path() + "\n";
    QCOMPARE(summary.sha256, sha256Hex(lines));
    QCOMPARE(delivered.files.at(0).sha256, sha256Hex("k: 1\n"));
}

void TestSources::linksAndSpecialFiles()
{
    write("outside/secret.yaml", "x: 1\n");
    write("in/..data/real.yaml", "x: 2\n");
    write("in/folder/y.yaml", "x: 3\n");
    fs::create_symlink("..data/real.yaml", m_root / "in/config.yaml"); // as in a mounted ConfigMap
    fs::create_symlink("../outside/secret.yaml", m_root / "in/leaves.yaml");
    fs::create_symlink("/etc", m_root / "in/etc");
    fs::create_symlink("nowhere", m_root / "in/dangling");
    fs::create_symlink(".", m_root / "in/loop");
    QCOMPARE(::mkfifo((m_root / "in/pipe").c_str(), 0600), 0);
    const Delivered delivered = deliver({at("in")});
    QCOMPARE(delivered.paths, QStringLiteral("0:10 config.yaml\n0:11 folder/y.yaml\n"));
    QCOMPARE(delivered.problems, QStringLiteral("source-link source-link source-link source-special-file"));
    // A link that was itself opened is followed.
    QCOMPARE(deliver({at("in/leaves.yaml")}).paths, QStringLiteral("0:10 leaves.yaml\n"));
}

void TestSources::archives()
{
    const std::string tar = test::makeArchive("tar.gz", {{"z.yaml", "z: 1\n"}, {"a/b.yaml", "b: 1\n"}, {"../up.yaml", "u: 1\n"}});
    write("in/snapshot.tgz", tar);
    write("in/list.json.gz", test::makeArchive("gz", {{"x", "{}"}}));
    write("in/report.json", "{}");
    Delivered delivered = deliver({at("in")});
    QCOMPARE(delivered.paths, QStringLiteral("0:10 list.json.gz!list.json\n0:11 report.json\n0:12 snapshot.tgz!z.yaml\n"
                                             "0:13 snapshot.tgz!a/b.yaml\n0:14 snapshot.tgz!up.yaml\n"));
    QCOMPARE(delivered.problems, QStringLiteral("archive-unsafe-name"));
    QCOMPARE(delivered.result.problems.at(0).evidence.file, FileId{std::size_t{14}});
    delivered = deliver({at("in/snapshot.tgz")});
    QCOMPARE(delivered.result.sources.at(0).format, std::string("tar.gz"));
    QCOMPARE(delivered.result.sources.at(0).sha256, sha256Hex(tar));
    QCOMPARE(delivered.result.sources.at(0).bytes, std::uint64_t{15});
    QCOMPARE(delivered.files.at(1).text->path(), std::string("snapshot.tgz!a/b.yaml"));
    QCOMPARE(delivered.files.at(1).sha256, sha256Hex("b: 1\n"));
}

void TestSources::severalSources()
{
    write("one.yaml", "a: 1\n");
    write("in/two.yaml", "b: 1\n");
    const Delivered delivered = deliver({at("in/"), at("one.yaml")});
    QCOMPARE(delivered.paths, QStringLiteral("0:10 two.yaml\n1:11 one.yaml\n"));
    QCOMPARE(delivered.result.sources.size(), std::size_t{2});
    QCOMPARE(delivered.result.sources.at(1).format, std::string("file"));
    QCOMPARE(delivered.result.sources.at(1).sha256, sha256Hex("a: 1\n"));
}

void TestSources::unreadable()
{
    const Delivered delivered = deliver({at("missing.yaml"), "/dev/null"});
    QCOMPARE(delivered.paths, QString());
    QCOMPARE(delivered.problems, QStringLiteral("source-unreadable source-unreadable"));
    QCOMPARE(delivered.result.sources.size(), std::size_t{2});
    QCOMPARE(delivered.result.sources.at(0).format, std::string());
}

void TestSources::limits()
{
    for (int i = 0; i < 5; ++i)
        write("in/" + std::to_string(i) + ".yaml", std::string(static_cast<std::size_t>(i) * 10, '#'));
    Limits limits;
    limits.fileBytes = 30;
    QCOMPARE(deliver({at("in")}, limits).files.size(), std::size_t{4});
    QCOMPARE(deliver({at("in")}, limits).problems, QStringLiteral("limit-file"));
    limits = {};
    limits.totalBytes = 30;
    QCOMPARE(deliver({at("in")}, limits).files.size(), std::size_t{3});
    QCOMPARE(deliver({at("in")}, limits).problems, QStringLiteral("limit-total"));
    limits = {};
    limits.folderFiles = 2;
    QCOMPARE(deliver({at("in")}, limits).problems, QStringLiteral("limit-folder-files"));
    QCOMPARE(deliver({at("in")}, limits).paths, QStringLiteral("0:10 0.yaml\n0:11 1.yaml\n"));
    write("in/a/b/c/d.yaml", "");
    limits = {};
    limits.folderDepth = 2;
    QCOMPARE(deliver({at("in")}, limits).problems, QStringLiteral("limit-folder-depth"));
}

void TestSources::stops()
{
    write("in/a.yaml", "a: 1\n");
    std::stop_source source;
    source.request_stop();
    const Delivered delivered = deliver({at("in")}, {}, {source.get_token(), {}});
    QVERIFY(delivered.files.empty());
}

// Every file of the shared corpus is read or refused with a reason, and archives are opened.
void TestSources::corpusIsRead()
{
    if (test::corpusDir().empty())
        QSKIP("the shared corpus is not there");
    std::size_t documents = 0;
    const std::vector<std::string> parts{(test::corpusDir() / "apps").string(), (test::corpusDir() / "reports").string()};
    const SourcesResult result = readSources(parts, {}, {}, [&](DeliveredFile file) {
        const document::ReadResult read = document::readDocuments(file.text);
        documents += read.documents.size();
        QVERIFY2(!read.documents.empty() || !read.reason.empty(), file.text->path().c_str());
        for (const Problem& problem : read.problems)
            QVERIFY2(problem.evidence.line > 0 || problem.id == "not-utf-8" || problem.id == "limit-problems",
                     problem.id.c_str());
    });
    QCOMPARE(result.sources.size(), std::size_t{2});
    QVERIFY(documents > 5'000);
}

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
