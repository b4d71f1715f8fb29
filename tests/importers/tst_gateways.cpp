// SPDX-License-Identifier: GPL-3.0-or-later
// Ways in, policies attached to them and mesh settings as they are read: each tests/data/gateways/NAME.yaml gives the
// lines of NAME.txt; and the corpus is imported without complaints.
#include "tests/support/golden.h"
#include "tests/support/import_text.h"
#include "tests/support/paths.h"

#include "importers/gateways/facts.h"

#include <QtTest>

using namespace bartizan;
using namespace bartizan::test;

class Gateways : public QObject {
    Q_OBJECT
private slots:
    void golden_data();
    void golden();
    void corpus_data();
    void corpus();
    void addresses();
    void services();
};

void Gateways::golden_data()
{
    QTest::addColumn<QString>("file");
    for (const auto& file : filesBelow(sourceDir() / "tests/data/gateways")) {
        if (file.extension() == ".yaml")
            QTest::newRow(file.stem().c_str()) << QString::fromStdString(file.string());
    }
}

void Gateways::golden()
{
    QFETCH(QString, file);
    std::filesystem::path path(file.toStdString());
    const Inventory inventory = importText(readFile(path).value_or(""));
    const std::string text =
        gatewaysText(inventory) + routesText(inventory) + attachedText(inventory) + meshText(inventory) + problemsText(inventory);
    const std::string difference = compareGolden(path.replace_extension(".txt"), text);
    QVERIFY2(difference.empty(), difference.c_str());
}

void Gateways::corpus_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("atLeast"); // routes, gateways and policies read
    QTest::newRow("ingress-nginx") << "gateways/ingress-nginx" << 34;
    QTest::newRow("gateway-api") << "gateways/gateway-api" << 700;
    QTest::newRow("istio") << "meshes/istio" << 500;
    QTest::newRow("kuadrant") << "gateways/kuadrant-operator" << 50;
    QTest::newRow("kgateway") << "gateways/kgateway-docs" << 50;
    QTest::newRow("oauth2-proxy") << "gateways/oauth2-proxy" << 0;
}

void Gateways::corpus()
{
    QFETCH(QString, folder);
    QFETCH(int, atLeast);
    if (corpusDir().empty())
        QSKIP("the shared corpus is not here");
    std::size_t read = 0, lines = 0;
    std::string complaints;
    for (const auto& file : filesBelow(corpusDir() / folder.toStdString())) {
        const auto extension = file.extension();
        if (extension != ".yaml" && extension != ".yml" && extension != ".json")
            continue;
        const std::string bytes = readFile(file).value_or("");
        const Inventory inventory = importText(bytes);
        read += inventory.routes.size() + inventory.gateways.size() + inventory.attachedProtections.size() +
                inventory.meshAccessPolicies.size() + inventory.meshAuthentications.size() + inventory.meshClientTls.size() +
                inventory.meshTokenChecks.size();
        for (const Problem& problem : inventory.problems) {
            if (problem.id == "unexpected-shape" || problem.id == "unknown-rule-field")
                complaints +=
                    file.filename().string() + ":" + std::to_string(problem.evidence.line) + " " + problem.message + "\n";
        }
        // Every fact names a line of the file.
        const std::size_t count = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
        for (const RouteRecord& route : inventory.routes) {
            QVERIFY2(route.evidence.valid() && route.evidence.line >= 1 && route.evidence.line <= count, route.id.c_str());
            for (const Protection& protection : route.protections)
                QVERIFY2(protection.evidence.valid(), (route.id + " " + protection.id).c_str());
            ++lines;
        }
    }
    qInfo("%s: %zu records, %zu routes", qPrintable(folder), read, lines);
    QVERIFY2(complaints.empty(), complaints.c_str());
    QVERIFY(read >= static_cast<std::size_t>(atLeast));
}

void Gateways::addresses()
{
    const auto text = [](std::string_view url) {
        const AddressToken token = importers::addressOf(url);
        return QString::fromStdString(token.scheme + "|" + token.host + "|" + std::to_string(token.port) + "|" +
                                      importers::pathOf(url) + (token.credentials ? "|credentials" : ""));
    };
    QCOMPARE(text("http://oauth2-proxy.auth.svc.cluster.local:4180/oauth2/auth?x=1"),
             QString("http|oauth2-proxy.auth.svc.cluster.local|4180|/oauth2/auth"));
    QCOMPARE(text("https://$host/oauth2/auth"), QString("https|$host|0|/oauth2/auth"));
    QCOMPARE(text("http://user:secret@Example.COM"), QString("http|example.com|0||credentials"));
    QCOMPARE(text("http://[::1]:8080/x"), QString("http|::1|8080|/x"));
    QCOMPARE(text("example:99999999999"), QString("|example|0|"));
    QCOMPARE(text(""), QString("||0|"));
    QVERIFY(importers::isAddressRange("10.0.0.0/8") && importers::isAddressRange("2001:db8::/32"));
    QVERIFY(!importers::isAddressRange("10.0.0.0/33") && !importers::isAddressRange("example.com"));
}

void Gateways::services()
{
    const auto text = [](std::string_view host) {
        const auto service = importers::serviceOf(host, "shop");
        return QString::fromStdString(service.ns + "/" + service.name);
    };
    QCOMPARE(text("cart"), QString("shop/cart"));
    QCOMPARE(text("cart.other"), QString("other/cart"));
    QCOMPARE(text("cart.other.svc"), QString("other/cart"));
    QCOMPARE(text("cart.other.svc.cluster.local."), QString("other/cart"));
    QCOMPARE(text("www.example.com"), QString("/"));
    QCOMPARE(text("*.other.svc.cluster.local"), QString("other/*"));
    QCOMPARE(text("localhost"), QString("/"));
}

QTEST_GUILESS_MAIN(Gateways)
#include "tst_gateways.moc"
