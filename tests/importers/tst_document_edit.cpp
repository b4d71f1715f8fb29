// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/content_hash.h"
#include "importers/document/edit.h"
#include "importers/document/json_reader.h"
#include "importers/document/yaml_reader.h"
#include "tests/support/tree_text.h"

#include <QtTest>

using namespace bartizan;
using document::contentHash;
using document::Document;
using document::Editor;
using document::FileText;
using document::Node;
using document::NodeKind;
using document::ReadResult;

namespace {

ReadResult read(std::string text, std::size_t file = 0)
{
    return document::readYaml(FileText::make("file" + std::to_string(file), std::move(text), FileId{file}));
}

// "file:document:line pointer text", what a person is shown of a value.
QString cited(Node node)
{
    const Evidence e = node.evidence();
    return QString::fromStdString(std::to_string(e.file.value) + ":" + std::to_string(e.document) + ":" + std::to_string(e.line) +
                                  " " + std::string(e.pointer()) + " " + std::string(e.text()));
}

QString json(const Document& document)
{
    return QString::fromStdString(test::treeJson(document.root()));
}

} // namespace

class TestDocumentEdit : public QObject {
    Q_OBJECT
private slots:
    void cloneIsEqual();
    void cloneOfAnItem();
    void setAndReplace();
    void patchedValuesCiteThePatch();
    void sequencesKeepTheirPlaces();
    void createdValuesCiteTheirOrigin();
    void aliasesAreSeparated();
    void manyEdits();
    void refusals();
    void copiesOutliveTheirSource();
    void hash_data();
    void hash();
    void hashLeavesOut();
};

void TestDocumentEdit::cloneIsEqual()
{
    const ReadResult from = read("# Source: a/b.yaml\na: {b: [1, \"x\\n\"]}\nc: 'd'\n---\ne: 1\n");
    const Document copy = document::clone(from.documents.at(0));
    QCOMPARE(QString::fromStdString(test::treeText(copy.root())),
             QString::fromStdString(test::treeText(from.documents.at(0).root())));
    QCOMPARE(std::string(copy.helmSource()), std::string("a/b.yaml"));
    QCOMPARE(copy.number(), 1U);
    QCOMPARE(document::clone(from.documents.at(1)).root()["e"].evidence(), from.documents.at(1).root()["e"].evidence());
}

void TestDocumentEdit::cloneOfAnItem()
{
    const ReadResult from = read("items:\n- a: 1\n- b: {c: 2}\n", 3);
    const Document copy = document::cloneOf(from.documents.at(0).root()["items"].at(1));
    QCOMPARE(json(copy), QStringLiteral("{\"b\":{\"c\":2}}"));
    QCOMPARE(cited(copy.root()["b"]["c"]), QStringLiteral("3:1:3 /items/1/b/c c: 2"));
    QCOMPARE(cited(copy.root()), QStringLiteral("3:1:3 /items/1 "));
    QCOMPARE(copy.firstLine(), 3U);
    // A copy of the copy still knows.
    QCOMPARE(cited(document::clone(copy).root()["b"]["c"]), QStringLiteral("3:1:3 /items/1/b/c c: 2"));
}

void TestDocumentEdit::setAndReplace()
{
    const ReadResult base = read("a: 1\nb: {c: 2}\n");
    const ReadResult patch = read("x: [1, {y: 2}]\n", 1);
    Document document = document::clone(base.documents.at(0));
    Editor edit(document);
    QVERIFY(edit.set(document.root(), "a", patch.documents.at(0).root()["x"]));
    QVERIFY(edit.set(document.root()["b"], "d", patch.documents.at(0).root()["x"].at(1)));
    QCOMPARE(json(document), QStringLiteral("{\"a\":[1,{\"y\":2}],\"b\":{\"c\":2,\"d\":{\"y\":2}}}"));
    QVERIFY(edit.replace(document.root()["b"], document.root()["a"].at(1)));
    QVERIFY(edit.remove(document.root(), "a"));
    QVERIFY(!edit.remove(document.root(), "a"));
    QCOMPARE(json(document), QStringLiteral("{\"b\":{\"y\":2}}"));
    QVERIFY(edit.replace(document.root(), patch.documents.at(0).root()));
    QCOMPARE(json(document), QStringLiteral("{\"x\":[1,{\"y\":2}]}"));
    QCOMPARE(json(base.documents.at(0)), QStringLiteral("{\"a\":1,\"b\":{\"c\":2}}"));
}

void TestDocumentEdit::patchedValuesCiteThePatch()
{
    const ReadResult base = read("spec:\n  replicas: 1\n");
    const ReadResult patch = read("---\nx: 1\n---\n- op: replace\n  path: /spec/replicas\n  value: 5\n", 1);
    Document document = document::clone(base.documents.at(0));
    Editor edit(document);
    const Node value = patch.documents.at(1).root().at(0)["value"];
    const Node set = edit.set(document.root()["spec"], "replicas", value);
    QCOMPARE(cited(set), QStringLiteral("1:2:6 /0/value value: 5"));
    QCOMPARE(set.maskedEvidence().text(), std::string_view("value: ***"));
    QCOMPARE(std::string(set.key()), std::string("replicas"));
    QCOMPARE(document.root()["spec"]["replicas"].asInt().value_or(0), 5);
    QCOMPARE(cited(document.root()["spec"]), QStringLiteral("0:1:1 /spec spec"));
}

void TestDocumentEdit::sequencesKeepTheirPlaces()
{
    const ReadResult base = read("l:\n- a\n- b\n- {c: 1}\n");
    const ReadResult patch = read("p: [x, y]\n", 1);
    Document document = document::clone(base.documents.at(0));
    Editor edit(document);
    const Node list = document.root()["l"];
    QVERIFY(edit.remove(list, 0));
    QVERIFY(edit.insert(list, 0, patch.documents.at(0).root()["p"].at(1)));
    QVERIFY(edit.append(list, patch.documents.at(0).root()["p"].at(0)));
    QVERIFY(edit.insert(list, 4, patch.documents.at(0).root()["p"].at(0)));
    QCOMPARE(json(document), QStringLiteral("{\"l\":[\"y\",\"b\",{\"c\":1},\"x\",\"x\"]}"));
    QCOMPARE(cited(list.at(0)), QStringLiteral("1:1:1 /p/1 y"));
    QCOMPARE(cited(list.at(1)), QStringLiteral("0:1:3 /l/1 b"));
    QCOMPARE(cited(list.at(2)["c"]), QStringLiteral("0:1:4 /l/2/c c: 1"));
    QCOMPARE(cited(list.at(3)), QStringLiteral("1:1:1 /p/0 x"));
}

void TestDocumentEdit::createdValuesCiteTheirOrigin()
{
    const ReadResult base = read("metadata: {name: web}\n");
    const ReadResult kustomization = read("namespace: shop\nimages:\n- name: web\n  newTag: v2\n", 1);
    const Node root = kustomization.documents.at(0).root();
    Document document = document::clone(base.documents.at(0));
    Editor edit(document);
    const Node metadata = document.root()["metadata"];
    edit.set(metadata, "namespace", {NodeKind::string, root["namespace"].text(), root["namespace"]});
    edit.set(metadata, "labels", {NodeKind::mapping, {}, root["images"]});
    edit.set(metadata["labels"], "image", {NodeKind::string, "web:v2", root["images"].at(0)["newTag"]});
    QCOMPARE(json(document),
             QStringLiteral("{\"metadata\":{\"name\":\"web\",\"namespace\":\"shop\",\"labels\":{\"image\":\"web:v2\"}}}"));
    QCOMPARE(cited(metadata["namespace"]), QStringLiteral("1:1:1 /namespace namespace: shop"));
    // The cited line holds the text that is quoted, not the value made of it.
    QCOMPARE(cited(metadata["labels"]["image"]), QStringLiteral("1:1:4 /images/0/newTag newTag: v2"));
    QCOMPARE(cited(metadata["labels"]), QStringLiteral("1:1:2 /images images"));
    edit.set(metadata, "on", {NodeKind::string, "yes", root});
    QVERIFY(!metadata["on"].asBool());
}

void TestDocumentEdit::aliasesAreSeparated()
{
    const ReadResult base = read("a: &x {v: 1}\nb: *x\nc: {<<: *x}\n");
    Document document = document::clone(base.documents.at(0));
    Editor edit(document);
    edit.set(document.root()["b"], "v", {NodeKind::integer, "2", {}});
    QCOMPARE(json(document), QStringLiteral("{\"a\":{\"v\":1},\"b\":{\"v\":2},\"c\":{\"v\":1}}"));
}

void TestDocumentEdit::manyEdits()
{
    const ReadResult base = read("l: []\nm: {}\n");
    Document document = document::clone(base.documents.at(0));
    Editor edit(document);
    const Node list = document.root()["l"];
    const Node map = document.root()["m"];
    for (int i = 0; i < 3000; ++i) {
        edit.append(list, {NodeKind::mapping, {}, {}});
        edit.set(list.at(list.size() - 1), "i", {NodeKind::integer, std::to_string(i), {}});
        edit.set(map, "k" + std::to_string(i), list.at(list.size() - 1));
    }
    for (int i = 0; i < 2990; ++i)
        edit.remove(list, 0);
    QCOMPARE(list.size(), std::size_t{10});
    QCOMPARE(map.size(), std::size_t{3000});
    QCOMPARE(list.at(0)["i"].asInt().value_or(-1), 2990);
    QCOMPARE(map["k1234"]["i"].asInt().value_or(-1), 1234);
    QVERIFY(document.memory() < 8'000'000);
}

void TestDocumentEdit::refusals()
{
    const ReadResult base = read("a: [1]\n");
    const ReadResult other = read("b: 1\n");
    Document document = document::clone(base.documents.at(0));
    Editor edit(document);
    QVERIFY(!edit.set(document.root()["a"], "k", other.documents.at(0).root()));
    QVERIFY(!edit.set(document.root()["missing"], "k", other.documents.at(0).root()));
    QVERIFY(!edit.set(other.documents.at(0).root(), "k", document.root()));
    QVERIFY(!edit.set(document.root(), "k", Node()));
    QVERIFY(!edit.append(document.root(), other.documents.at(0).root()));
    QVERIFY(!edit.insert(document.root()["a"], 2, other.documents.at(0).root()));
    QVERIFY(!edit.remove(document.root()["a"], 1));
    QVERIFY(!edit.replace(Node(), document.root()));
    QCOMPARE(json(document), QStringLiteral("{\"a\":[1]}"));
    QVERIFY(!document::cloneOf(Node()).root());
    // A document into itself, again and again.
    int accepted = 0;
    while (accepted < 100 && edit.set(document.root(), "k" + std::to_string(accepted), document.root()))
        ++accepted;
    QVERIFY(document.root()["k2"]["k1"]["k0"]["a"]);
    QVERIFY(accepted < 30);
}

void TestDocumentEdit::copiesOutliveTheirSource()
{
    Document document;
    {
        const ReadResult base = read("a: 1\n");
        const ReadResult patch = read("b: \"esc\\u0061ped\"\nc: plain\n", 1);
        document = document::clone(base.documents.at(0));
        Editor edit(document);
        edit.set(document.root(), "b", patch.documents.at(0).root()["b"]);
        edit.set(document.root(), "c", patch.documents.at(0).root()["c"]);
    }
    QCOMPARE(json(document), QStringLiteral("{\"a\":1,\"b\":\"escaped\",\"c\":\"plain\"}"));
    QCOMPARE(cited(document.root()["c"]), QStringLiteral("1:1:2 /c c: plain"));
}

void TestDocumentEdit::hash_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("equal");
    const auto row = [](const char* name, const char* a, const char* b, bool equal) {
        QTest::newRow(name) << QByteArray(a) << QByteArray(b) << equal;
    };
    row("order of keys", "a: 1\nb: {c: 2, d: 3}\n", "b: {d: 3, c: 2}\na: 1\n", true);
    row("order of elements", "[1, 2]", "[2, 1]", false);
    row("quotes", "a: 'x'\n", "a: x\n", true);
    row("block", "a: |\n  x\n", "a: \"x\\n\"\n", true);
    row("comments and anchors", "a: &y {b: 1}\nc: *y\n", "# c\na: {b: 1}\nc: {b: 1}\n", true);
    row("type", "a: 1\n", "a: '1'\n", false);
    row("spelling of numbers", "a: 0x10\n", "a: 16\n", true);
    row("spelling of booleans", "a: True\n", "a: true\n", true);
    row("a word and a text", "a: yes\n", "a: 'yes'\n", false);
    row("null and absent", "a:\n", "{}", true); // as Kubernetes reads it
    row("null and empty text", "a:\n", "a: ''\n", false);
    row("shifted border", "a: [b, c]\n", "a: [bc]\n", false);
    row("nested lists", "[[1], 2]", "[[1, 2]]", false);
    row("bookkeeping", "metadata: {name: x, managedFields: [a]}\n", "metadata: {name: x}\n", true);
    row("empty collections", "a: {}\n", "a: []\n", false);
}

void TestDocumentEdit::hash()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(bool, equal);
    const ReadResult first = read(a.toStdString());
    const ReadResult second = read(b.toStdString());
    QCOMPARE(contentHash(first.documents.at(0).root()) == contentHash(second.documents.at(0).root()), equal);
}

void TestDocumentEdit::hashLeavesOut()
{
    const ReadResult yaml = read("metadata: {name: x, uid: 1, annotations: {a/b: 1}}\nstatus: {ready: true}\n");
    const ReadResult json =
        document::readJson(FileText::make("j", R"({"metadata": {"annotations": {}, "name": "x", "uid": 2}})"));
    const Node a = yaml.documents.at(0).root();
    const Node b = json.documents.at(0).root();
    QVERIFY(contentHash(a) != contentHash(b));
    QVERIFY(contentHash(a, {"/status", "/metadata/uid"}) != contentHash(b, {"/status", "/metadata/uid"}));
    const auto without = {std::string_view("/status"), std::string_view("/metadata/uid"),
                          std::string_view("/metadata/annotations/a~1b")};
    QVERIFY(contentHash(a, without) == contentHash(b, without));
}

QTEST_GUILESS_MAIN(TestDocumentEdit)
#include "tst_document_edit.moc"
