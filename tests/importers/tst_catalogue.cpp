// SPDX-License-Identifier: GPL-3.0-or-later
// The tables: the shipped ones load, are consistent and cover what they promise; anything else is refused with its line.
#include "importers/catalogue/load_catalogue.h"

#include <QtTest>

#include <set>

using namespace bartizan;
using namespace bartizan::importers;

namespace {

Error refused(CatalogueText CatalogueTexts::*part, const std::string& text)
{
    CatalogueTexts texts;
    texts.*part = {"given.yaml", text};
    const Result<Catalogue> result = loadCatalogue(texts);
    return result ? Error{"loaded", "it was accepted"} : result.error();
}

} // namespace

class TestCatalogue : public QObject {
    Q_OBJECT
private slots:
    void shippedTablesLoad();
    void shippedProducts();
    void shippedComponents();
    void refusals_data();
    void refusals();
    void hostileTextsEnd();
    void policyOfItsOwn();
    void valuesAreNotQuoted();
};

void TestCatalogue::shippedTablesLoad()
{
    const Result<Catalogue> loaded = defaultCatalogue();
    QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().message.c_str());
    QCOMPARE(loaded->layers.size(), std::size_t(16));
    QCOMPARE(loaded->families.size(), std::size_t(7));
    QVERIFY(!loaded->policy.required.at("restricted").empty());
    QCOMPARE(loaded->policy.families.at("restricted"), 6);
    QVERIFY(loaded->layer("gateway") && !loaded->layer("absent"));
    QVERIFY(loaded->sensitiveWords.size() > 50);
}

void TestCatalogue::shippedProducts()
{
    const Catalogue catalogue = *defaultCatalogue();
    std::set<std::string> names, repositories;
    for (const ProductRow& row : catalogue.products) {
        names.insert(row.product);
        for (const std::string& repository : row.repositories)
            QVERIFY2(repositories.insert(repository).second, (repository + " is named twice").c_str());
        QVERIFY2(row.role != "store" || !row.storeKind.empty(), row.product.c_str());
        QVERIFY2(row.role != "managed" || !row.hosts.empty(), row.product.c_str());
    }
    QVERIFY(names.size() >= 80);
}

void TestCatalogue::shippedComponents()
{
    const Catalogue catalogue = *defaultCatalogue();
    QVERIFY(catalogue.components.size() >= 80);
    for (const ComponentRow& row : catalogue.components)
        for (const std::string& image : row.images)
            QVERIFY2(image.find('/') != std::string::npos && image.find(':') == std::string::npos && image[0] != '*'
                         ? true
                         : image.compare(0, 2, "*.") == 0,
                     (row.component + " matches " + image + ", which names no registry").c_str());
}

void TestCatalogue::refusals_data()
{
    QTest::addColumn<int>("part");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("message");
    const auto row = [](int part, const char* text, const char* id, const char* message) {
        QTest::addRow("%s", message) << part << QString::fromLatin1(text) << QString::fromLatin1(id)
                                     << QString::fromLatin1(message);
    };
    row(0, "layers: [", "catalogue-syntax", "found a syntax error (given.yaml:1)");
    row(0, "layers: 1", "catalogue-shape", "expected a list at layers, found a value (given.yaml:1)");
    row(0, "- a", "catalogue-shape", "expected a mapping for the layers, found a list (given.yaml:1)");
    row(0, "layers:\n  - id: x\n    familly: y", "catalogue-shape", "found another key (given.yaml:3)");
    row(0, "layers:\n  - id: x\n    id: y", "catalogue-shape", "found id again (given.yaml:3)");
    row(0, "families: []\nlayers:\n  - {id: a, family: f, acts: s, title: t, shortTitle: s, why: w, howDecided: h}",
        "catalogue-shape", "expected the id of a family above, found another word (given.yaml:3)");
    row(1, "rules:\n  - {id: a, severity: urgent, title: t, why: w}", "catalogue-shape",
        "expected critical, high, medium, low, info or none, found another word (given.yaml:2)");
    row(2, "name: x\nscanMaxAgeDays: soon", "catalogue-shape",
        "expected a number from 1 to 3660 for scanMaxAgeDays, found something else (given.yaml:2)");
    row(2, "name: x\nrequired:\n  secret: [gateway]", "catalogue-shape",
        "expected openData, internal, confidential or restricted, found another key (given.yaml:3)");
    row(2, "scanMaxAgeDays: 3", "catalogue-shape", "expected name, found nothing (given.yaml:1)");
    row(3, "products:\n  - {product: X, role: wizard}", "catalogue-shape", "found another word (given.yaml:2)");
    row(3, "products:\n  - {product: X, role: store, ports: [70000]}", "catalogue-shape",
        "expected a number from 1 to 65535 for a port, found something else (given.yaml:2)");
    row(4, "components:\n  - {component: X, names: [a], namespaces: [b]}", "catalogue-shape",
        "found one of them empty (given.yaml:2)");
}

void TestCatalogue::refusals()
{
    static constexpr CatalogueText CatalogueTexts::*parts[] = {&CatalogueTexts::layers, &CatalogueTexts::rules,
                                                               &CatalogueTexts::policy, &CatalogueTexts::products,
                                                               &CatalogueTexts::components};
    QFETCH(int, part);
    QFETCH(QString, text);
    QFETCH(QString, id);
    QFETCH(QString, message);
    const Error error = refused(parts[part], text.toStdString());
    QCOMPARE(QString::fromStdString(error.id), id);
    QVERIFY2(QString::fromStdString(error.message).contains(message), error.message.c_str());
}

void TestCatalogue::hostileTextsEnd()
{
    std::string bomb = "a0: &a0 [x]\n";
    for (int i = 1; i < 60; ++i)
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + ", *a" +
                std::to_string(i - 1) + "]\n";
    std::string nested;
    for (int i = 0; i < 2000; ++i)
        nested += std::string(static_cast<std::size_t>(i), ' ') + "-\n";
    const std::string texts[] = {",",
                                 "\t",
                                 "%",
                                 "&a *a",
                                 "*a",
                                 "? ? ? ?",
                                 std::string(100'000, '['),
                                 std::string(100'000, '{'),
                                 nested,
                                 bomb,
                                 std::string(3 * 1024 * 1024, 'x'),
                                 std::string("\xff\xfe\x00", 3),
                                 "---\n---\n---",
                                 "!!binary x",
                                 "<<: *x"};
    for (const std::string& text : texts)
        for (const auto part : {&CatalogueTexts::layers, &CatalogueTexts::policy, &CatalogueTexts::products})
            QVERIFY(refused(part, text).id != "loaded");
}

void TestCatalogue::policyOfItsOwn()
{
    CatalogueTexts texts = embeddedCatalogue();
    texts.policy = {"mine.yaml", "name: Mine\nscanMaxAgeDays: 7\nrequired:\n  internal: [network, gateway]\n"};
    const Result<Catalogue> loaded = loadCatalogue(texts);
    QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().message.c_str());
    QCOMPARE(loaded->policy.name, std::string("Mine"));
    QCOMPARE(loaded->policy.scanMaxAgeDays, 7);
    QCOMPARE(loaded->policy.required.size(), std::size_t(1));
    texts.policy.text = "name: Mine\nrequired:\n  internal: [network, moat]\n";
    QCOMPARE(loadCatalogue(texts).error().message, std::string("expected ids of layers, found another word (mine.yaml:3)"));
}

void TestCatalogue::valuesAreNotQuoted()
{
    for (const char* text :
         {"name: [hunter2]", "name: x\nscanMaxAgeDays: hunter2", "hunter2: x", "name: x\nrequired: {hunter2: []}"})
        QVERIFY(refused(&CatalogueTexts::policy, text).message.find("hunter2") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
