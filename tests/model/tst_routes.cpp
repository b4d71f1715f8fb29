// SPDX-License-Identifier: GPL-3.0-or-later
// Routes resolved: which gateway serves them through which way in, and what protects them in the end. Each
// tests/data/routes/NAME.yaml gives the lines of NAME.txt.
#include "model/resolve/host_names.h"
#include "model/resolve/resolve.h"
#include "tests/support/golden.h"
#include "tests/support/import_text.h"
#include "tests/support/paths.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

using namespace bartizan;
using namespace bartizan::test;

class Routes : public QObject {
    Q_OBJECT
private slots:
    void golden_data();
    void golden();
    void hosts_data();
    void hosts();
    void orderOfInputDoesNotMatter();
};

void Routes::golden_data()
{
    QTest::addColumn<QString>("file");
    for (const auto& file : filesBelow(sourceDir() / "tests/data/routes")) {
        if (file.extension() == ".yaml")
            QTest::newRow(file.stem().c_str()) << QString::fromStdString(file.string());
    }
}

void Routes::golden()
{
    QFETCH(QString, file);
    std::filesystem::path path(file.toStdString());
    const Inventory inventory = importText(readFile(path).value_or(""));
    const Architecture architecture = resolve(inventory, shippedCatalogue());
    std::string text = resolvedRoutesText(architecture);
    for (const Problem& problem : architecture.problems)
        text += "problem " + problem.id + "\n";
    const std::string difference = compareGolden(path.replace_extension(".txt"), text);
    QVERIFY2(difference.empty(), difference.c_str());
}

void Routes::hosts_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("shared"); // "-": they do not meet
    const auto row = [](const char* a, const char* b, const char* shared) {
        QTest::addRow("%s %s", a, b) << QString(a) << QString(b) << QString(shared);
        QTest::addRow("%s %s reversed", a, b) << QString(b) << QString(a) << QString(shared);
    };
    row("", "", "");
    row("", "a.example", "a.example");
    row("*", "a.example", "a.example");
    row("a.example", "A.Example", "a.example");
    row("a.example", "b.example", "-");
    row("*.example", "a.example", "a.example");
    row("*.example", "a.b.example", "a.b.example");
    row("*.example", "example", "-");
    row("*.example", "badexample", "-");
    row("*.example", "*.b.example", "*.b.example");
    row("*.a.example", "*.b.example", "-");
    row("*.example", "*.example", "*.example");
}

void Routes::hosts()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, shared);
    const auto found = resolving::sharedHost(a.toStdString(), b.toStdString());
    QCOMPARE(found ? QString::fromStdString(*found) : QStringLiteral("-"), shared);
}

void Routes::orderOfInputDoesNotMatter()
{
    for (const auto& file : filesBelow(sourceDir() / "tests/data/routes")) {
        if (file.extension() != ".yaml")
            continue;
        Inventory inventory = importText(readFile(file).value_or(""));
        const std::string forwards = resolvedRoutesText(resolve(inventory, shippedCatalogue()));
        std::reverse(inventory.routes.begin(), inventory.routes.end());
        std::reverse(inventory.gateways.begin(), inventory.gateways.end());
        std::reverse(inventory.attachedProtections.begin(), inventory.attachedProtections.end());
        const std::string backwards = resolvedRoutesText(resolve(inventory, shippedCatalogue()));
        const auto routesOnly = [](const std::string& text) {
            QStringList lines;
            for (const QString& line : QString::fromStdString(text).split('\n')) {
                if (line.startsWith("route ") || line.startsWith("gateway ") || line.startsWith("entry "))
                    lines << line;
            }
            lines.sort();
            return lines.join('\n');
        };
        QCOMPARE(routesOnly(backwards), routesOnly(forwards));
    }
}

QTEST_GUILESS_MAIN(Routes)
#include "tst_routes.moc"
