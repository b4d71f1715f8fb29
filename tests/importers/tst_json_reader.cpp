// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/json_reader.h"
#include "importers/document/read_documents.h"
#include "tests/support/tree_text.h"

#include <QtTest>

using namespace bartizan;
using document::Document;
using document::FileText;
using document::Format;
using document::Node;
using document::NodeKind;
using document::ReadResult;

namespace {

ReadResult read(std::string text, const Limits& limits = {})
{
    return document::readJson(FileText::make("test.json", std::move(text), FileId{std::size_t{7}}), limits);
}

std::string problemsOf(const ReadResult& result)
{
    std::string text;
    for (const Problem& problem : result.problems) {
        text += (text.empty() ? "" : " ") + problem.id + "@" + std::to_string(problem.evidence.document) + ":" +
                std::to_string(problem.evidence.line) + ":" + std::to_string(problem.evidence.column);
    }
    return text;
}

std::string valuesOf(const ReadResult& result)
{
    std::string text;
    for (const Document& document : result.documents)
        text += (text.empty() ? "" : " ") + test::treeJson(document.root());
    return text;
}

} // namespace

class TestJsonReader : public QObject {
    Q_OBJECT
private slots:
    void positions();
    void values_data();
    void values();
    void problems_data();
    void problems();
    void textIsNotCopied();
    void skippedValues();
    void stops();
    void limits_data();
    void limits();
    void deepNestingIsRefusedAtOnce();
    void memoryOfALargeDocument();
    void decidedByContent_data();
    void decidedByContent();
    void everyPrefixIsRead();
};

void TestJsonReader::positions()
{
    const ReadResult result = read("\xEF\xBB\xBF{\n"
                                   "  \"kind\": \"Pod\",\n"
                                   "  \"ü\": [ 1,\n"
                                   "    \"a\\\"b\", {\"x\": null} ],\n"
                                   "  \"n\": -1.5e3, \"t\": true\n"
                                   "} [\n"
                                   "]");
    QCOMPARE(QString::fromStdString(test::treeText(result.documents.at(0).root())), QStringLiteral("1-6:2 / mapping\n"
                                                                                                   "2:3 /kind string \"Pod\"\n"
                                                                                                   "3-4:3 /ü sequence\n"
                                                                                                   "3:10 /ü/0 integer \"1\"\n"
                                                                                                   "4:5 /ü/1 string \"a\\\"b\"\n"
                                                                                                   "4:13 /ü/2 mapping\n"
                                                                                                   "4:14 /ü/2/x null \"null\"\n"
                                                                                                   "5:3 /n real \"-1.5e3\"\n"
                                                                                                   "5:16 /t boolean \"true\"\n"));
    QCOMPARE(QString::fromStdString(test::treeText(result.documents.at(1).root())), QStringLiteral("6-7:3 / sequence\n"));
    const document::ByteRange range = document::rangeOf(result.documents.at(0).root()["ü"]);
    QCOMPARE(std::string(range.file->bytes().substr(range.begin, range.end - range.begin)),
             std::string("\"ü\": [ 1,\n    \"a\\\"b\", {\"x\": null} ]"));
}

void TestJsonReader::values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("values");
    QTest::newRow("lines") << QByteArray("{\"a\":1}\n{\"a\":2}\n\n[3]\n") << QByteArray("{\"a\":1} {\"a\":2} [3]");
    QTest::newRow("concatenated") << QByteArray("{}{}[]") << QByteArray("{} {} []");
    QTest::newRow("scalars") << QByteArray("\"x\" 1 true null") << QByteArray("\"x\" 1 true null");
    QTest::newRow("escapes") << QByteArray(R"({"\u0061\n":"\ud83d\ude00\\\"\/"})") << QByteArray("{\"a\\n\":\"😀\\\\\\\"/\"}");
    QTest::newRow("ends in backslashes") << QByteArray(R"(["\\\\","a\\"])") << QByteArray(R"(["\\\\","a\\"])");
    QTest::newRow("numbers keep their spelling")
        << QByteArray("[1.0,1E+2,-0,12345678901234567890]") << QByteArray("[1.0,1E+2,-0,12345678901234567890]");
    QTest::newRow("nothing") << QByteArray(" \n") << QByteArray();
}

void TestJsonReader::values()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, values);
    const ReadResult result = read(text.toStdString());
    QCOMPARE(QString::fromStdString(valuesOf(result)), QString::fromUtf8(values));
    QCOMPARE(QString::fromStdString(problemsOf(result)), QString());
}

void TestJsonReader::problems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("problems");
    QTest::addColumn<QByteArray>("values");
    const auto row = [](const char* name, const QByteArray& text, const char* problems, const char* values) {
        QTest::newRow(name) << text << QByteArray(problems) << QByteArray(values);
    };
    row("no comma", "{\"a\": 1\n \"b\": 2}", "json-syntax@1:2:2", "");
    row("columns count characters", "[\"äöü\" x]", "json-syntax@1:1:8", "");
    row("cut off", "{\"a\": [1, 2", "json-syntax@1:1:12", "");
    row("second document", "{}\n[1,]\n", "json-syntax@2:2:4", "{}");
    row("duplicate", "{\"a\": 1,\n \"b\": 2,\n \"a\": 3}", "duplicate-key@1:3:2", "{\"a\":3,\"b\":2}");
    row("duplicate after unescaping", "{\"a\": 1, \"\\u0061\": 3}", "duplicate-key@1:1:10", "{\"a\":3}");
    row("not the same key", "{\"a\": {\"a\": 1}, \"b\": {\"a\": 2}}", "", "{\"a\":{\"a\":1},\"b\":{\"a\":2}}");
    row("bad UTF-8", "[\"\xC3\x28\"]", "json-syntax@1:1:3", "");
    row("bad UTF-8 beside an escape", "[\"\\n\xC3\x28\"]", "json-syntax@1:1:5", "");
    row("bad UTF-8 in a record", "{\"a\":1}\n{\"b\":\"\xFF\"}\n{\"a\":2}\n", "json-syntax@2:2:7", "{\"a\":1} {\"a\":2}");
    row("control character in a long text", QByteArray("[\"") + QByteArray(40, 'x') + "\x1B" + QByteArray(80, 'x') + "\"]",
        "json-syntax@1:1:43", "");
    row("first half of a surrogate pair", "[\"\\ud83d\"]", "json-syntax@1:1:3", "");
    row("second half of a surrogate pair", "[1, \"x\\ude00\"]", "json-syntax@1:1:5", "");
    row("NUL", QByteArray("[1]\0[2]", 7), "json-syntax@2:1:4", "[1]");
    row("log between lines", "{\"a\":1}\nwarning: x\n{\"a\":2}\n", "json-syntax@2:2:1", "{\"a\":1} {\"a\":2}");
    row("log between lists", "{\n}\n==== START logs\n[x\n{\"level\":1}\n==== END\n{\n}\n", "json-syntax@2:3:1", "{} {}");
}

void TestJsonReader::problems()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, problems);
    QFETCH(QByteArray, values);
    const ReadResult result = read(text.toStdString());
    QCOMPARE(QString::fromStdString(problemsOf(result)), QString::fromUtf8(problems));
    QCOMPARE(QString::fromStdString(valuesOf(result)), QString::fromUtf8(values));
}

void TestJsonReader::textIsNotCopied()
{
    const std::string text = "{\"key\": \"" + std::string(100'000, 'x') + "\", \"n\": 1}";
    const ReadResult result = read(text);
    const Document& document = result.documents.at(0);
    const std::string_view bytes = document.file().bytes();
    QCOMPARE(document.root()["key"].text().data(), bytes.data() + 9);
    QVERIFY(document.memory() < 10'000);
}

void TestJsonReader::skippedValues()
{
    const ReadResult result = read(R"({"metadata": {"managedFields": [{"a": {"b": "}"}}], "name": "x",
 "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{\"password\":1}", "c": "d"}}})");
    const Node metadata = result.documents.at(0).root()["metadata"];
    QVERIFY(metadata["managedFields"].kind() == NodeKind::skipped);
    QCOMPARE(metadata["name"].string(), std::string("x"));
    const Node applied = metadata["annotations"]["kubectl.kubernetes.io/last-applied-configuration"];
    QVERIFY(applied.kind() == NodeKind::skipped);
    QCOMPARE(applied.evidence().line, 2U);
    QCOMPARE(applied.evidence().text(), std::string_view("kubectl.kubernetes.io/last-applied-configuration"));
    QCOMPARE(metadata["annotations"]["c"].string(), std::string("d"));
}

void TestJsonReader::stops()
{
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text += "{\"a\": {}}\n";
    QCOMPARE(read(text).documents.size(), std::size_t(5000));
    std::stop_source source;
    Limits limits;
    limits.stop = source.get_token();
    QCOMPARE(read(text, limits).documents.size(), std::size_t(5000));
    source.request_stop();
    const ReadResult result = read(text, limits);
    QVERIFY(result.documents.size() < 1000);
    QCOMPARE(result.problems.size(), std::size_t(1));
    QCOMPARE(result.problems.front().id, std::string("stopped"));
}

void TestJsonReader::limits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("problems");
    QTest::addColumn<int>("documents");
    QTest::newRow("depth") << QByteArray("{\"a\":").repeated(300) << QByteArray("limit-depth@1:1:1001") << 0;
    QTest::newRow("nodes") << "[" + QByteArray("1,").repeated(1500) + "1]" << QByteArray("limit-nodes@1:1:2002") << 0;
    QTest::newRow("nodes of all documents") << QByteArray("[1,2,3]\n").repeated(600) << QByteArray("limit-nodes@251:251:1")
                                            << 250;
    QTest::newRow("documents") << QByteArray("1\n").repeated(600) << QByteArray("limit-documents@501:501:1") << 500;
    QTest::newRow("scalar") << "[\"" + QByteArray(2000, 'x') + "\"]" << QByteArray("limit-scalar@1:1:2") << 1;
    QTest::newRow("file") << QByteArray(200'000, ' ') << QByteArray("limit-file@0:0:0") << 0;
}

void TestJsonReader::limits()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, problems);
    QFETCH(int, documents);
    Limits limits;
    limits.nodes = 1'000;
    limits.documents = 500;
    limits.scalarBytes = 1'000;
    limits.fileBytes = 100'000;
    const ReadResult result = read(text.toStdString(), limits);
    QCOMPARE(QString::fromStdString(problemsOf(result)), QString::fromUtf8(problems));
    QCOMPARE(static_cast<int>(result.documents.size()), documents);
}

void TestJsonReader::deepNestingIsRefusedAtOnce()
{
    const auto file = FileText::make("deep.json", std::string(200'000'000, '['));
    const ReadResult result = document::readJson(file);
    QCOMPARE(problemsOf(result), std::string("limit-depth@1:1:201")); // not at the end of the file
}

// A list of objects as the API server writes them: the tree may take at most 1.5 bytes for each byte.
void TestJsonReader::memoryOfALargeDocument()
{
    std::string text = "{\"items\": [";
    for (int i = 0; i < 20'000; ++i) {
        text += (i == 0 ? "" : ",\n") + std::string(R"({"metadata": {"name": "web-)") + std::to_string(i) +
                R"(", "labels": {"app": "web"}}, "spec": {"replicas": 1, "paused": false}})";
    }
    text += "]}";
    const std::size_t size = text.size();
    const ReadResult result = read(std::move(text));
    QCOMPARE(result.documents.at(0).root()["items"].size(), std::size_t{20'000});
    QCOMPARE(result.documents.at(0).root()["items"].at(19'999)["metadata"]["name"].string(), std::string("web-19999"));
    const double perByte = static_cast<double>(result.documents.at(0).memory()) / static_cast<double>(size);
    QVERIFY2(perByte <= 3.0, std::to_string(perByte).c_str()); // short values: real snapshots take a fifth of this
}

void TestJsonReader::decidedByContent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const QByteArray& text, Format format, const char* reason = "") {
        QTest::newRow(name) << text << static_cast<int>(format) << QByteArray(reason);
    };
    row("JSON", "\n {\"a\": 1}", Format::json);
    row("JSON lines", "{\"a\": 1}\n{\"a\": 2}", Format::json);
    row("YAML", "# c\n---\na: 1\n", Format::yaml);
    row("YAML list", "- a\n- b\n", Format::yaml);
    row("YAML in braces", "{a: 1, b: [c]}\n", Format::yaml);
    row("JSON with comments", "{\n \"a\": 1 # one\n}\n", Format::yaml);
    row("broken JSON", "{\"a\": 1, }}\n", Format::none, "JSON with errors");
    row("broken YAML", "a: [\nb: c\n", Format::none, "YAML with errors");
    row("empty", "\n \n", Format::none, "empty");
    row("comments only", "# a\n---\n# b\n", Format::none, "text that is neither YAML nor JSON");
    row("binary",
        QByteArray("\x7F"
                   "ELF\x02\0\0",
                   7),
        Format::none, "binary");
    row("gzip", QByteArray("\x1F\x8B\x08\0", 4), Format::none, "binary");
    row("UTF-16", QByteArray("\xFF\xFE{\0}\0", 6), Format::none, "UTF-16");
    row("XML", "<?xml version=\"1.0\"?>\n<a/>", Format::none, "XML");
    row("HTML", " <html>", Format::none, "XML");
    row("TOML", "# c\n[server]\naddr = \"x: y\"\n", Format::none, "TOML or INI");
    row("properties", "a.b=c\nd=e\n", Format::none, "TOML or INI");
    row("script", "#!/bin/sh\nfoo: bar\n", Format::none, "script");
    row("prose", "This is a text.\nIt has lines.\n", Format::none, "text that is neither YAML nor JSON");
    row("prose with a colon", "Note: this is: a text\nIt has lines.\n", Format::none, "text that is neither YAML nor JSON");
    row("markdown", "# Title\n\nSome *text* here: see\n\n    code: [\n", Format::none, "text that is neither YAML nor JSON");
    row("CSV", "a,b,c\n1,2,3\n", Format::none, "text that is neither YAML nor JSON");
    row("log", "[12:30:01] started: ok\n[12:30:02] ended\n", Format::none, "text that is neither YAML nor JSON");
    row("template", "{{- if .Values.a }}\na: 1\n{{- end }}\n", Format::none, "template that is not rendered");
}

void TestJsonReader::decidedByContent()
{
    QFETCH(QByteArray, text);
    QFETCH(int, format);
    QFETCH(QByteArray, reason);
    const ReadResult result = document::readDocuments(FileText::make("file", text.toStdString()));
    QCOMPARE(static_cast<int>(result.format), format);
    QCOMPARE(QString::fromStdString(result.reason), QString::fromUtf8(reason));
    QCOMPARE(result.documents.empty(), format == static_cast<int>(Format::none));
    const bool tellsErrors = reason.endsWith("errors") || reason == "UTF-16" || reason.startsWith("template");
    QCOMPARE(!result.problems.empty(), tellsErrors);
}

void TestJsonReader::everyPrefixIsRead()
{
    const std::string text =
        "{\"a\": [1.5e-3, true, \"x\\u00e9\\\\\", {\"b\\n\": null}], \"é\": \"\\ud83d\\ude00\"}\n[2]\n{\"a\"";
    for (std::size_t length = 0; length <= text.size(); ++length) {
        for (const char last : {'\0', '"', '}', '\xFF'}) {
            const ReadResult result = read(text.substr(0, length) + last);
            for (const Document& document : result.documents)
                QVERIFY(!test::treeText(document.root()).empty());
            QVERIFY(result.problems.size() + result.documents.size() > 0);
        }
    }
}

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_json_reader.moc"
