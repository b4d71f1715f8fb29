// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/read_documents.h"
#include "importers/document/yaml_reader.h"
#include "tests/support/tree_text.h"

#include <QtTest>

using namespace bartizan;
using document::Document;
using document::FileText;
using document::Node;
using document::NodeKind;
using document::ReadResult;

namespace {

ReadResult read(std::string text, const Limits& limits = {})
{
    return document::readYaml(FileText::make("test.yaml", std::move(text), FileId{std::size_t{7}}), limits);
}

// "id@document:line:column" of every problem.
std::string problemsOf(const ReadResult& result)
{
    std::string text;
    for (const Problem& problem : result.problems) {
        text += problem.id + "@" + std::to_string(problem.evidence.document) + ":" + std::to_string(problem.evidence.line) + ":" +
                std::to_string(problem.evidence.column) + " ";
    }
    return text.empty() ? text : text.substr(0, text.size() - 1);
}

std::string valuesOf(const ReadResult& result)
{
    std::string text;
    for (const Document& document : result.documents)
        text += (text.empty() ? "" : " ") + test::treeJson(document.root());
    return text;
}

std::string repeated(std::string_view text, std::size_t times)
{
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

std::string aliasBomb(int levels)
{
    std::string text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < levels; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + repeated("," + before, 8) + "]\n";
    }
    return text;
}

} // namespace

class TestYamlReader : public QObject {
    Q_OBJECT
private slots:
    void positions();
    void blockScalarEnds();
    void scalars_data();
    void scalars();
    void values_data();
    void values();
    void problems_data();
    void problems();
    void syntaxMessages_data();
    void syntaxMessages();
    void duplicateNamesBothLines();
    void evidence();
    void helmSource();
    void multiByteColumns();
    void aliasesShareTheirNode();
    void skippedValues();
    void limits_data();
    void limits();
    void hostileInputEnds_data();
    void hostileInputEnds();
    void everyPrefixIsRead();
    void largeFilesAreReadToTheEnd();
};

void TestYamlReader::positions()
{
    const ReadResult result = read("# comment\n"
                                   "kind: Pod # trailing\n"
                                   "spec:\n"
                                   "  containers:\n"
                                   "  - name: web\n"
                                   "    args: [a,\n"
                                   "      'b'] # end\n"
                                   "\n"
                                   "  # about nothing\n"
                                   "  empty:\n"
                                   "  map: {}\n"
                                   "last: \"x\n"
                                   "  y\"\n");
    QCOMPARE(QString::fromStdString(test::treeText(result.documents.at(0).root())),
             QStringLiteral("2-13:1 / mapping\n"
                            "2:1 /kind string \"Pod\"\n"
                            "3-11:1 /spec mapping\n"
                            "4-7:3 /spec/containers sequence\n"
                            "5-7:5 /spec/containers/0 mapping\n"
                            "5:5 /spec/containers/0/name string \"web\"\n"
                            "6-7:5 /spec/containers/0/args sequence\n"
                            "6:12 /spec/containers/0/args/0 string \"a\"\n"
                            "7:7 /spec/containers/0/args/1 string \"b\"\n"
                            "10:3 /spec/empty null\n"
                            "11:3 /spec/map mapping\n"
                            "12-13:1 /last string \"x y\"\n"));
    QCOMPARE(result.documents.at(0).firstLine(), 2U);
    QCOMPARE(result.documents.at(0).lastLine(), 13U);
}

// libyaml marks the end of a block scalar at the next token.
void TestYamlReader::blockScalarEnds()
{
    const ReadResult result = read("literal: |\n"
                                   "  one\n"
                                   "  # content\n"
                                   "\n"
                                   "# comment\n"
                                   "folded: >-\n"
                                   "    two\n"
                                   "   \n"
                                   "  # comment\n"
                                   "kept: |+\n"
                                   "  three\n"
                                   "\n"
                                   "indented: |2\n"
                                   "     deeper\n"
                                   "  four\n"
                                   "empty: |\n"
                                   "\n"
                                   "tagged: !!str &x |\n"
                                   "  five\n"
                                   "list:\n"
                                   "- |\n"
                                   "  six\n"
                                   "\n"
                                   "- seven\n");
    const Node root = result.documents.at(0).root();
    const auto lines = [&](const char* key) {
        return std::to_string(root[key].line()) + "-" + std::to_string(root[key].lastLine());
    };
    QCOMPARE(lines("literal"), std::string("1-3"));
    QCOMPARE(root["literal"].string(), std::string("one\n# content\n"));
    QCOMPARE(lines("folded"), std::string("6-7"));
    QCOMPARE(lines("kept"), std::string("10-11"));
    QCOMPARE(lines("indented"), std::string("13-15"));
    QCOMPARE(lines("empty"), std::string("16-16"));
    QCOMPARE(lines("tagged"), std::string("18-19"));
    QCOMPARE(root["list"].at(0).lastLine(), 22U);
    QCOMPARE(lines("list"), std::string("20-24"));
}

void TestYamlReader::scalars_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("means"); // of asBool or asInt; "" for none
    const auto row = [](const char* written, NodeKind kind, const char* means = "") {
        QTest::newRow(written) << QByteArray(written) << static_cast<int>(kind) << QByteArray(means);
    };
    row("true", NodeKind::boolean, "true");
    row("False", NodeKind::boolean, "false");
    row("yes", NodeKind::string, "true");
    row("Off", NodeKind::string, "false");
    row("y", NodeKind::string, "true");
    row("'true'", NodeKind::string);
    row("\"yes\"", NodeKind::string);
    row("tRue", NodeKind::string);
    row("8080", NodeKind::integer, "8080");
    row("-1", NodeKind::integer, "-1");
    row("0x1F", NodeKind::integer, "31");
    row("0o17", NodeKind::integer, "15");
    row("0644", NodeKind::integer, "420");
    row("0b101", NodeKind::integer, "5");
    row("1_000", NodeKind::integer, "1000");
    row("9223372036854775807", NodeKind::integer, "9223372036854775807");
    row("-9223372036854775808", NodeKind::integer, "-9223372036854775808");
    row("9223372036854775808", NodeKind::integer);
    row("08", NodeKind::real);
    row("1e3", NodeKind::real);
    row("1.", NodeKind::real);
    row(".5", NodeKind::real);
    row("-.inf", NodeKind::real);
    row(".nan", NodeKind::real);
    row("1.2.3", NodeKind::string);
    row("1e", NodeKind::string);
    row("0x", NodeKind::string);
    row("-", NodeKind::string); // handled below: a lone dash is a list
    row("12:30:45", NodeKind::string);
    row("2001-01-01", NodeKind::string);
    row("'8080'", NodeKind::string);
    row("~", NodeKind::null);
    row("Null", NodeKind::null);
    row("!!str 5", NodeKind::string);
    row("!!int '5'", NodeKind::integer, "5");
    row("!!float 5", NodeKind::real);
    row("!!bool 'true'", NodeKind::boolean, "true");
    row("!!binary aGk=", NodeKind::string);
    row("!custom 5", NodeKind::integer, "5");
    row("<none>", NodeKind::string);
}

void TestYamlReader::scalars()
{
    QFETCH(QByteArray, written);
    QFETCH(int, kind);
    QFETCH(QByteArray, means);
    if (written == "-")
        written = "'-'";
    const ReadResult result = read("k: " + written.toStdString() + "\n");
    QVERIFY(result.problems.empty());
    const Node node = result.documents.at(0).root()["k"];
    QCOMPARE(static_cast<int>(node.kind()), kind);
    std::string actual;
    if (const auto boolean = node.asBool())
        actual = *boolean ? "true" : "false";
    if (const auto integer = node.asInt())
        actual = std::to_string(*integer);
    QCOMPARE(actual, means.toStdString());
}

void TestYamlReader::values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("values");
    QTest::newRow("several") << QByteArray("a: 1\n---\nb: 2\n...\n---\n- c\n") << QByteArray(R"({"a":1} {"b":2} ["c"])");
    QTest::newRow("empty ones") << QByteArray("---\n---\n# nothing\n---\na: 1\n---\n") << QByteArray(R"({"a":1})");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a: 1\n")
                                     << QByteArray(R"({"a":1})");
    QTest::newRow("windows") << QByteArray("a: 1\r\nb:\r\n- c\r\n") << QByteArray(R"({"a":1,"b":["c"]})");
    QTest::newRow("merge") << QByteArray("x: &x {a: 1, b: 2}\ny:\n  <<: *x\n  b: 3\n")
                           << QByteArray(R"({"x":{"a":1,"b":2},"y":{"a":1,"b":3}})");
    QTest::newRow("merge list, the first wins") << QByteArray("x: [&x {a: 1}, &y {a: 2, b: 2}]\nz: {<<: [*x, *y]}\n")
                                                << QByteArray(R"({"x":[{"a":1},{"a":2,"b":2}],"z":{"a":1,"b":2}})");
    QTest::newRow("merge inline") << QByteArray("<<: {a: {b: [1]}}\nc: 2\n") << QByteArray(R"({"a":{"b":[1]},"c":2})");
    QTest::newRow("merge key in quotes is a key") << QByteArray("'<<': 1\n") << QByteArray(R"({"<<":1})");
    QTest::newRow("alias as key and value") << QByteArray("a: &k key\n*k : *k\n") << QByteArray(R"({"a":"key","key":"key"})");
    QTest::newRow("anchor on a key") << QByteArray("&k a: 1\nb: *k\n") << QByteArray(R"({"a":1,"b":"a"})");
    QTest::newRow("anchor given again inside")
        << QByteArray("a: &x\n  b: &x 1\n  c: *x\nd: *x\n") << QByteArray(R"({"a":{"b":1,"c":1},"d":1})");
    QTest::newRow("keys that are no strings")
        << QByteArray("1: a\ntrue: b\nnull: c\n'': d\n") << QByteArray(R"({"1":"a","true":"b","null":"c","":"d"})");
    QTest::newRow("complex key") << QByteArray("? [a, b]\n: 1\nc: 2\n") << QByteArray(R"({"c":2})");
    QTest::newRow("single pairs") << QByteArray("[a: 1, b]\n") << QByteArray(R"([{"a":1},"b"])");
    QTest::newRow("escapes") << QByteArray("a: \"\\u00e9\\n\\x41\"\nb: 'it''s'\n")
                             << QByteArray("{\"a\":\"é\\nA\",\"b\":\"it's\"}");
}

void TestYamlReader::values()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, values);
    QCOMPARE(QString::fromStdString(valuesOf(read(text.toStdString()))), QString::fromUtf8(values));
}

void TestYamlReader::problems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("problems");
    QTest::addColumn<QByteArray>("values");
    const auto row = [](const char* name, const QByteArray& text, const char* problems, const char* values) {
        QTest::newRow(name) << text << QByteArray(problems) << QByteArray(values);
    };
    row("goes on after an error", "a: 1\n---\nb: [\n---\nc: 3\n", "yaml-syntax@2:4:1", R"({"a":1} {"c":3})");
    row("tab", "a:\n\tb: 1\n", "yaml-syntax@1:2:1", "");
    row("open quote", "a: \"x\n---\nb: 1\n", "yaml-syntax@1:2:1", R"({"b":1})");
    row("duplicate", "a: 1\nb: 2\na: 3\n", "duplicate-key@1:3:1", R"({"a":3,"b":2})");
    row("duplicate in other quotes", "a: 1\n\"\\x61\": 3\n", "duplicate-key@1:2:1", R"({"a":3})");
    row("duplicate inside a duplicate", "a: {b: 1, b: 2}\na: 3\n", "duplicate-key@1:1:11 duplicate-key@1:2:1", R"({"a":3})");
    row("own key before a merge", "a: 1\n<<: {a: 2}\n", "merge-key-order@1:2:6", R"({"a":2})");
    row("merge of a text", "<<: x\na: 1\n", "yaml-merge@1:1:1", R"({"a":1})");
    row("unknown anchor", "a: *x\n---\nb: 1\n", "yaml-alias@1:1:4", R"({"b":1})");
    row("alias inside its anchor", "a: &x [*x]\n", "yaml-alias@1:1:8", "");
    row("complex key", "{[a]: 1}\n", "yaml-complex-key@1:1:2", "{}");
    row("bad UTF-8", "a: 1\n---\nb: \xC3\x28\n---\nc: 3\n", "not-utf-8@2:3:4", R"({"a":1} {"c":3})");
    row("control character", "a: 1\n---\nb: \x01\n---\nc: 3\n", "yaml-control-character@2:3:4", R"({"a":1} {"c":3})");
    row("NUL", QByteArray("a: 1\n\0b: 2\n", 11), "yaml-control-character@1:2:1", "");
    row("UTF-16",
        QByteArray("\xFF\xFE"
                   "a\0:\0",
                   6),
        "not-utf-8@0:0:0", "");
    row("template line", "a: 1\n{{- if .Values.x }}\nb: 2\n{{- end }}\n", "helm-not-rendered@1:2:1", "");
    row("template value", "a: {{ .Values.x }}\n---\nb: 2\n", "helm-not-rendered@1:1:4", R"({"b":2})");
    row("template in quotes is a text", "a: \"{{ .Values.x }}\"\n", "", R"({"a":"{{ .Values.x }}"})");
}

void TestYamlReader::problems()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, problems);
    QFETCH(QByteArray, values);
    const ReadResult result = read(text.toStdString());
    QCOMPARE(QString::fromStdString(problemsOf(result)), QString::fromUtf8(problems));
    QCOMPARE(QString::fromStdString(valuesOf(result)), QString::fromUtf8(values));
}

void TestYamlReader::syntaxMessages_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const QByteArray& text, const char* message) {
        QTest::newRow(name) << text << QByteArray(message);
    };
    row("less indented", "a:\n    b: 1\n  c: 2\n",
        "expected a key in line with the keys before it, found something else; check the indentation and open quotes. What is "
        "open there begins "
        "in line 1");
    row("text after a quote", "a: \"x\" y\n",
        "expected a key in line with the keys before it, found something else; check the indentation and open quotes. What is "
        "open there begins "
        "in line 1");
    row("no colon", "a: 1\nb\n",
        "expected a colon after the key, found the end of the line or of the text; write \"key: value\". What is open "
        "there begins in line 2");
    row("two colons", "a: b: c\n",
        "expected one value after the key, found another colon; put the value in quotes or begin a new line");
    row("list in a mapping", "a:\n- b\n  c\nd: [1\ne: 2\n",
        "expected a comma or ] in a list, found something else; close the list or separate its entries. What is open there "
        "begins in line 4");
    row("open mapping", "a: {b: 1\nc\n",
        "expected a comma or } in a mapping, found something else; close the mapping or separate its entries. What is open there "
        "begins in line 1");
    row("entry on the key's line", "a: - b\n",
        "expected a value, found a list entry where none may stand; begin the list on a line of its own");
    row("open quote", "a: \"b\nc: 1\n",
        "expected the closing quote, found the end of the file; close the quoted text. What is open there begins in line 1");
    row("escape", "a: \"\\q\"\n",
        "expected an escape that YAML has, found another after a backslash; double the backslash or use single quotes. What is "
        "open there begins "
        "in line 1");
    row("percent", "a: %b\n", "expected a value, found a character that must stand in quotes there; put the value in quotes");
    row("tab", "a:\n\tb: 1\n", "expected spaces for indentation, found a tab; replace it with spaces");
    row("tag", "a: !x!y z\n",
        "expected a tag that the document declares, found another; remove the tag or put the value in quotes");
}

void TestYamlReader::syntaxMessages()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    const ReadResult result = read(text.toStdString());
    QCOMPARE(result.problems.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(result.problems.front().message),
             QString::fromUtf8(message + ". This document was not read"));
}

void TestYamlReader::duplicateNamesBothLines()
{
    const ReadResult result = read("spec:\n  a: 1\n  b: 2\n  a: 3\n");
    QCOMPARE(result.problems.size(), std::size_t{1});
    const Problem& problem = result.problems.front();
    QCOMPARE(problem.evidence.line, 4U);
    QCOMPARE(problem.evidence.pointer(), std::string_view("/spec/a"));
    QCOMPARE(problem.also.at(0).line, 2U);
}

void TestYamlReader::evidence()
{
    const ReadResult result =
        read("---\nx: 1\n---\nmetadata:\n  a/b~c: 'value'\nlong: " + std::string(500, 'x') + "\nblock: |\n  first\n  second\n");
    const Node root = result.documents.at(1).root();
    const Evidence evidence = root["metadata"]["a/b~c"].evidence(ObjectId{std::size_t{3}});
    QCOMPARE(evidence.file, FileId{std::size_t{7}});
    QCOMPARE(evidence.document, 2U);
    QCOMPARE(evidence.line, 5U);
    QCOMPARE(evidence.column, 3U);
    QCOMPARE(evidence.object, ObjectId{std::size_t{3}});
    QCOMPARE(evidence.pointer(), std::string_view("/metadata/a~1b~0c"));
    QCOMPARE(evidence.text(), std::string_view("a/b~c: value"));
    QCOMPARE(root["metadata"]["a/b~c"].maskedEvidence().text(), std::string_view("a/b~c: ***"));
    QCOMPARE(root["metadata"].evidence().text(), std::string_view("metadata"));
    QVERIFY(root["long"].evidence().text().size() < 200);
    QCOMPARE(root["block"].evidence().text(), std::string_view("block: first…"));
    QCOMPARE(root["nothing"]["at"].at(3).evidence(), Evidence{});
}

void TestYamlReader::helmSource()
{
    const ReadResult result = read("---\n# Source: shop/templates/web.yaml\nkind: A\n---\nkind: B\n# Source: inside/b.yaml\n"
                                   "---\n# Source: shop/templates/db.yaml\n\n# more\nkind: C\n");
    QCOMPARE(std::string(result.documents.at(0).helmSource()), std::string("shop/templates/web.yaml"));
    QCOMPARE(std::string(result.documents.at(1).helmSource()), std::string());
    QCOMPARE(std::string(result.documents.at(2).helmSource()), std::string("shop/templates/db.yaml"));
    QCOMPARE(result.documents.at(2).firstLine(), 7U);
}

void TestYamlReader::multiByteColumns()
{
    const ReadResult result = read("ä: 'ö' # ü\nb: {é: 1, x: \"日本\"}\nc: |\n  日本\n# 語\nd: e\n");
    const Node root = result.documents.at(0).root();
    QCOMPARE(root["b"]["x"].column(), 11U);
    QCOMPARE(root["b"]["x"].string(), std::string("日本"));
    QCOMPARE(root["ä"].evidence().text(), std::string_view("ä: ö"));
    QCOMPARE(root["c"].lastLine(), 4U);
    QCOMPARE(root["d"].line(), 6U);
}

void TestYamlReader::aliasesShareTheirNode()
{
    const ReadResult result = read("a: &x\n  b: 1\nc: *x\nd: &s secret\ne: *s\n");
    const Node root = result.documents.at(0).root();
    QCOMPARE(root["c"].line(), 3U);      // the alias stands here
    QCOMPARE(root["c"]["b"].line(), 2U); // its content was written there
    QCOMPARE(root["c"]["b"].pointer(), std::string("/a/b"));
    QCOMPARE(root["e"].evidence().text(), std::string_view("e: *s")); // what line 5 holds
    QCOMPARE(root["e"].maskedEvidence().text(), std::string_view("e: ***"));
    QVERIFY(read(aliasBomb(5)).documents.at(0).memory() < 16 * 1024);
}

void TestYamlReader::skippedValues()
{
    const ReadResult result = read("metadata:\n"
                                   "  managedFields:\n"
                                   "  - {f: [1, &x 2]}\n"
                                   "  annotations:\n"
                                   "    kubectl.kubernetes.io/last-applied-configuration: |\n"
                                   "      {\"password\":\"x\"}\n"
                                   "    other: 1\n"
                                   "spec: {managedFields: kept, y: *x}\n");
    QVERIFY(result.problems.empty());
    const Node metadata = result.documents.at(0).root()["metadata"];
    QVERIFY(metadata["managedFields"].kind() == NodeKind::skipped);
    QCOMPARE(metadata["managedFields"].lastLine(), 3U);
    const Node applied = metadata["annotations"]["kubectl.kubernetes.io/last-applied-configuration"];
    QVERIFY(applied.kind() == NodeKind::skipped);
    QCOMPARE(applied.lastLine(), 6U);
    QCOMPARE(applied.string(), std::string());
    QCOMPARE(metadata["annotations"]["other"].asInt().value_or(0), 1);
    QCOMPARE(result.documents.at(0).root()["spec"]["managedFields"].string(), std::string("kept"));
    QVERIFY(result.documents.at(0).root()["spec"]["y"].kind() == NodeKind::skipped);
}

void TestYamlReader::limits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("problems");
    QTest::addColumn<int>("documents");
    QTest::newRow("depth, flow") << QByteArray(300, '[') << QByteArray("limit-depth@1:1:201") << 0;
    QTest::newRow("depth, block") << QByteArray("- ").repeated(300) << QByteArray("limit-depth@1:1:401") << 0;
    QTest::newRow("depth, as key") << QByteArray("? ").repeated(300) << QByteArray("yaml-complex-key@1:1:3 limit-depth@1:1:401")
                                   << 0;
    QTest::newRow("aliases") << QByteArray::fromStdString(aliasBomb(9)) << QByteArray("limit-aliases@1:6:10") << 0;
    QTest::newRow("aliases, then more") << QByteArray::fromStdString(aliasBomb(9)) + "---\na: 1\n"
                                        << QByteArray("limit-aliases@1:6:10") << 1;
    QTest::newRow("nodes") << "[" + QByteArray("1,").repeated(60000) + "1]\n---\na: 1\n"
                           << QByteArray("limit-nodes@1:1:100002") << 0;
    QTest::newRow("documents") << QByteArray("--- a\n").repeated(1010) << QByteArray("limit-documents@1001:1001:1") << 1000;
    QTest::newRow("scalar") << "a: " + QByteArray(200000, 'x') << QByteArray("limit-scalar@1:1:4") << 1;
    QTest::newRow("problems") << QByteArray("a: 1\na: 1\n---\n").repeated(60) + "b: 1\n"
                              << QByteArray("duplicate-key@1:2:1 ").repeated(1).chopped(1) << 61;
}

void TestYamlReader::limits()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, problems);
    QFETCH(int, documents);
    Limits limits;
    limits.nodes = 50'000;
    limits.documents = 1'000;
    limits.scalarBytes = 100'000;
    limits.expandedNodes = 100'000;
    limits.problemsPerFile = 50;
    const ReadResult result = read(text.toStdString(), limits);
    const std::string found = problemsOf(result);
    QVERIFY2(found.rfind(problems.toStdString(), 0) == 0, found.c_str());
    QCOMPARE(static_cast<int>(result.documents.size()), documents);
    QVERIFY(result.problems.size() <= limits.problemsPerFile + 1);
}

void TestYamlReader::hostileInputEnds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("comma") << QByteArray(",");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("NULs") << QByteArray(100000, '\0');
    QTest::newRow("open brackets") << QByteArray(2'000'000, '[');
    QTest::newRow("open braces") << QByteArray("{a: ").repeated(500'000);
    QTest::newRow("question marks") << QByteArray("? ").repeated(1'000'000);
    QTest::newRow("dashes") << QByteArray("- ").repeated(1'000'000);
    QTest::newRow("quote") << "\"" + QByteArray(5'000'000, 'x');
    QTest::newRow("plain") << QByteArray("x ").repeated(2'000'000);
    QTest::newRow("document marks") << QByteArray("---\n").repeated(300'000);
    QTest::newRow("errors") << QByteArray("---\n[\n").repeated(100'000);
    QTest::newRow("bad bytes") << QByteArray("---\n\xFF\n").repeated(100'000);
    QTest::newRow("anchors") << QByteArray("- &a x\n").repeated(200'000);
    QTest::newRow("alias bomb") << QByteArray::fromStdString(aliasBomb(40));
    QTest::newRow("keys") << [] {
        QByteArray text;
        for (int i = 0; i < 100'000; ++i)
            text += "k" + QByteArray::number(i) + ": 1\n";
        return text;
    }();
    QTest::newRow("same key") << QByteArray("k: 1\n").repeated(200'000);
    QTest::newRow("percent") << QByteArray("%\n").repeated(100'000);
    QTest::newRow("comments") << QByteArray("#\n").repeated(500'000);
}

void TestYamlReader::hostileInputEnds()
{
    QFETCH(QByteArray, text);
    const auto file = FileText::make("hostile", text.toStdString());
    const ReadResult result = document::readYaml(file);
    const ReadResult decided = document::readDocuments(file);
    QVERIFY(result.problems.size() <= Limits{}.problemsPerFile + 1);
    QVERIFY(decided.documents.size() <= Limits{}.documents);
}

// A file that is cut off anywhere is read or refused, never worse.
void TestYamlReader::everyPrefixIsRead()
{
    const std::string text = "a: &x {b: [1, 'two', \"th\\nree\"], ? c : d}\n"
                             "e: |2-\n   block\n  # x\n"
                             "<<: *x\nf: >\n  é 日本\n--- # c\n- !!str 1\n- {<<: [*x]}\n...\n%YAML 1.1\n---\n{{ x }}\n";
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const ReadResult result = read(text.substr(0, length));
        for (const Document& document : result.documents) {
            QVERIFY(document.root());
            QVERIFY(!test::treeText(document.root()).empty());
            QVERIFY(document.lastLine() <= document.file().lineCount());
        }
    }
}

void TestYamlReader::largeFilesAreReadToTheEnd()
{
    std::string text = "items:\n";
    for (int i = 0; i < 100'000; ++i)
        text += "- name: web-" + std::to_string(i) + " # \xC3\xA4\n  labels: {app: web, tier: front}\n";
    QVERIFY(text.size() > 4'000'000);
    const ReadResult result = read(text);
    QVERIFY(result.problems.empty());
    QCOMPARE(result.documents.size(), std::size_t{1});
    const Node items = result.documents.at(0).root()["items"];
    QCOMPARE(items.size(), std::size_t{100'000});
    QCOMPARE(items.at(99'999)["name"].string(), std::string("web-99999"));
    QCOMPARE(items.at(99'999)["labels"].line(), 200'001U);
    QCOMPARE(result.documents.at(0).lastLine(), 200'001U);
}

QTEST_GUILESS_MAIN(TestYamlReader)
#include "tst_yaml_reader.moc"
