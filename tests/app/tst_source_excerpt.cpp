// SPDX-License-Identifier: GPL-3.0-or-later
// What the source view may show: no value of a Secret, no quoted match of a scan report, no credential in any format.
#include "app/concealment.h"
#include "app/source_excerpt.h"
#include "tests/support/input_folder.h"

#include <QtTest>

using namespace bartizan;

class SourceExcerptTest : public QObject {
    Q_OBJECT
private:
    // The whole file as shown; every line that is cited or not.
    static std::string shownOf(const std::string& name, const std::string& text)
    {
        test::InputFolder in;
        in.write(name, text);
        const Inventory inventory = in.import();
        Evidence evidence;
        evidence.file = FileId{std::size_t{0}};
        evidence.line = 1;
        evidence.lastLine = 1;
        const auto found = app::excerpt(inventory, evidence, 100);
        std::string result;
        for (const app::ExcerptLine& line : found->lines)
            result += line.text + "\n";
        return result;
    }

private slots:
    void hidesAndShows_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("secret")
            << "s.yaml"
            << "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  user: reader\n  note: |\n    CANARY: 1\n    "
               "CANARY two\n"
            << "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  user: ***\n  note: |\n    ***\n    ***\n";
        QTest::newRow("alias") << "x.yaml"
                               << "x: 1\n---\nkind: Secret\nmetadata:\n  note: &n CANARY-2\nstringData:\n  k: *n\n"
                               << "";
        QTest::newRow("alias of an escaped text")
            << "e.yaml" << "kind: Secret\nmetadata:\n  note: &n \"CANARY\\x2d2\"\nstringData:\n  k: *n\n" << "";
        QTest::newRow("secret in a list") << "l.yaml"
                                          << "apiVersion: v1\nkind: List\nitems:\n- kind: Secret\n  apiVersion: v1\n  metadata: "
                                             "{name: a}\n  data:\n    k: CANARY\n"
                                          << "apiVersion: v1\nkind: List\nitems:\n- kind: Secret\n  apiVersion: v1\n  metadata: "
                                             "{name: a}\n  data:\n    k: ***\n";
        QTest::newRow("environment")
            << "p.yaml"
            << "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n    image: x:1\n    env:\n    "
               "- name: DB_PASSWORD\n      value: CANARY-4711\n    - name: LEVEL\n      value: debug\n"
            << "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n    image: x:1\n    env:\n    "
               "- name: DB_PASSWORD\n      value: ***\n    - name: LEVEL\n      value: debug\n";
        QTest::newRow("arguments") << "a.yaml"
                                   << "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n    "
                                      "image: x:1\n    args:\n    - --password\n    - CANARY-4711\n    - --port=80\n"
                                   << "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n    "
                                      "image: x:1\n    args:\n    - --password\n    - ***\n    - --port=80\n";
        QTest::newRow("a number") << "n.yaml"
                                  << "apiVersion: v1\nkind: Secret\nmetadata: {name: n}\nstringData:\n  pin: 47114711\n"
                                  << "apiVersion: v1\nkind: Secret\nmetadata: {name: n}\nstringData:\n  pin: ***\n";
        QTest::newRow("a colon in the value")
            << "v.yaml"
            << "apiVersion: v1\nkind: Pod\nmetadata: {name: v}\nspec:\n  containers:\n  - args:\n    - "
               "--password=CANARY:47114711\n"
            << "apiVersion: v1\nkind: Pod\nmetadata: {name: v}\nspec:\n  containers:\n  - args:\n    - ***\n";
        QTest::newRow("a kind nobody imports")
            << "c.yaml"
            << "apiVersion: example.org/v1\nkind: Thing\nmetadata: {name: t}\nspec:\n  adminPassword: CANARY-4711\n  size: 3\n"
            << "apiVersion: example.org/v1\nkind: Thing\nmetadata: {name: t}\nspec:\n  adminPassword: ***\n  size: 3\n";
        QTest::newRow("a file in a config map") << "m.yaml"
                                                << "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata:\n  "
                                                   "app.properties: |\n    port=80\n    db.password=CANARY-4711\n    mode=fast\n"
                                                << "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata:\n  "
                                                   "app.properties: |\n    port=80\n    ***\n    mode=fast\n";
        QTest::newRow("trivy's match")
            << "trivy.json"
            << "{\"SchemaVersion\": 2, \"ArtifactName\": \"x:1\", \"ArtifactType\": \"container_image\", \"Results\": "
               "[\n{\"Target\": \"/app/.env\", \"Class\": \"secret\", \"Secrets\": [{\n\"RuleID\": \"aws\",\n\"Title\": "
               "\"AWS\",\n\"Match\": \"key = CANARY\",\n\"Code\": {\"Lines\": [\n{\"Number\": 1,\n\"Content\": \"key = "
               "CANARY\"}]}\n}]}]}\n"
            << "{\"SchemaVersion\": 2, \"ArtifactName\": \"x:1\", \"ArtifactType\": \"container_image\", \"Results\": "
               "[\n{\"Target\": \"/app/.env\", \"Class\": \"secret\", \"Secrets\": [{\n\"RuleID\": \"aws\",\n\"Title\": "
               "\"AWS\",\n\"Match\": ***\n\"Code\": {\"Lines\": [\n{\"Number\": ***\n\"Content\": ***\n}]}]}\n";
        QTest::newRow("what was applied before")
            << "o.yaml"
            << "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  annotations:\n    "
               "kubectl.kubernetes.io/last-applied-configuration: |\n      {\"env\":\"CANARY\"}\nspec: {}\n"
            << "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  annotations:\n    "
               "kubectl.kubernetes.io/last-applied-configuration: |\n      ***\nspec: {}\n";
        QTest::newRow("a document that cannot be read") << "b.yaml"
                                                        << "a: 1\n---\nkind: Secret\ndata:\n  k: [CANARY\n---\nb: 2\n"
                                                        << "";
    }
    void hidesAndShows()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QString, shown);
        const std::string found = shownOf(name.toStdString(), text.toStdString());
        QVERIFY2(found.find("CANARY") == std::string::npos, found.c_str());
        if (!shown.isEmpty())
            QCOMPARE(QString::fromStdString(found), shown);
    }

    void onlyTheFileIsRead()
    {
        test::InputFolder in;
        in.write("a/one.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n");
        in.write("b/two.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: b}\n");
        Inventory inventory = in.import();
        Evidence evidence = inventory.objects[1].evidence;
        auto found = app::excerpt(inventory, evidence, 2);
        QVERIFY(found);
        QCOMPARE(found->path, std::string("b/two.yaml"));
        QVERIFY(!found->changed);
        in.write("a/one.yaml", "other: text\n");
        QVERIFY(!app::excerpt(inventory, evidence, 2)->changed);
        in.write("b/two.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: c}\n");
        QVERIFY(app::excerpt(inventory, evidence, 2)->changed);
        std::filesystem::remove(in.path("b/two.yaml"));
        QCOMPARE(app::excerpt(inventory, evidence, 2).error().id, std::string("gone"));
    }
};

QTEST_GUILESS_MAIN(SourceExcerptTest)
#include "tst_source_excerpt.moc"
