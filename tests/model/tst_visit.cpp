// SPDX-License-Identifier: GPL-3.0-or-later
// Walks over an inventory reach what records hold at any depth, and renumber it when inventories are put together.
#include "model/inventory/visit.h"
#include "tests/support/paths.h"

#include <QRegularExpression>
#include <QtTest>

using namespace bartizan;

namespace {

Evidence at(std::uint32_t line, std::size_t object = 0)
{
    Evidence e;
    e.file = FileId(0U);
    e.line = line;
    e.object = ObjectId(object);
    return e;
}

// One record of several shapes, each evidence on its own line.
Inventory sample()
{
    Inventory i;
    i.objects.resize(1);
    i.objects[0].evidence = at(1);
    i.objects[0].alsoAt = {at(2)};
    i.objects[0].labels = {{"app", "web", at(3)}};
    i.objects[0].unknownAt = {{"images", at(4)}};
    WorkloadRecord w;
    w.object = ObjectId(0U);
    w.pod.evidence = at(5);
    Container c;
    c.image = {"nginx", at(6)};
    EnvVar env;
    env.evidence = at(7);
    c.env.push_back(env);
    c.security.capabilitiesAdd = {{"NET_ADMIN", at(8)}};
    c.security.seLinux.level = {"s0", at(9)};
    c.devices = {at(10)};
    w.pod.containers.push_back(c);
    i.workloads.push_back(w);
    MeshAuthentication mesh;
    mesh.object = ObjectId(0U);
    mesh.ports = {{8080, {MtlsMode::disable, at(11)}}};
    i.meshAuthentications.push_back(mesh);
    Problem p;
    p.evidence = at(12);
    p.also = {at(13)};
    i.problems.push_back(p);
    ScanReport report;
    ScanRecord scan;
    Vulnerability v;
    v.evidence = at(14);
    scan.vulnerabilities.push_back(v);
    report.records.push_back(scan);
    i.reports.push_back(report);
    i.documentsByKind["v1/Pod"] = 2;
    return i;
}

} // namespace

class Visit : public QObject {
    Q_OBJECT
private slots:
    void evidenceIsFoundAtEveryDepth()
    {
        Inventory i = sample();
        std::vector<std::uint32_t> lines;
        visitEvidence(std::as_const(i), [&lines](const Evidence& e) {
            if (e.valid())
                lines.push_back(e.line);
        });
        std::sort(lines.begin(), lines.end());
        std::vector<std::uint32_t> expected;
        for (std::uint32_t line = 1; line <= 14; ++line)
            expected.push_back(line);
        QCOMPARE(lines, expected);
    }

    void textsOfEvidenceAreVisited()
    {
        Inventory i = sample();
        i.problems[0].also[0].quote("/spec/a", "a: b");
        i.objects[0].labels[0].evidence = i.problems[0].also[0]; // shares the texts
        int pointers = 0, texts = 0, keys = 0;
        visitTexts(i, [&](std::string_view kept) {
            pointers += kept == "/spec/a" ? 1 : 0;
            texts += kept == "a: b" ? 1 : 0;
            keys += kept == "app" ? 1 : 0;
        });
        QCOMPARE(pointers, 2);
        QCOMPARE(texts, 2);
        QCOMPARE(keys, 1);
    }

    void appendingRenumbers()
    {
        Inventory all = sample();
        append(all, sample());
        QCOMPARE(all.objects.size(), std::size_t{2});
        QCOMPARE(all.documentsByKind["v1/Pod"], std::uint64_t{4});
        QCOMPARE(all.workloads[0].object, ObjectId(0U));
        QCOMPARE(all.workloads[1].object, ObjectId(1U));
        QCOMPARE(all.workloads[1].pod.containers[0].env[0].evidence.object, ObjectId(1U));
        QCOMPARE(all.meshAuthentications[1].ports[0].second.evidence.object, ObjectId(1U));
        QCOMPARE(all.problems[1].also[0].object, ObjectId(1U));
        QCOMPARE(all.objects[0].labels[0].evidence.object, ObjectId(0U));
    }

    // A list of records that is added to the inventory must be added to forEachRecordList too.
    void everyListOfRecordsIsNamed()
    {
        const auto header = test::readFile(test::sourceDir() / "model/inventory.h");
        QVERIFY(header);
        const QString text = QString::fromStdString(*header).section("struct Inventory {", 1);
        static const QRegularExpression member(QStringLiteral("std::vector<(\\w+)> \\w+;"));
        static const QStringList without = {"Source",     "SourceFile",   "Deployable", "Object",
                                            "ScanReport", "Unrecognised", "Problem"};
        int lists = 0;
        for (auto match = member.globalMatch(text); match.hasNext();)
            lists += without.contains(match.next().captured(1)) ? 0 : 1;
        Inventory i;
        int named = 0;
        forEachRecordList([&named](const auto&) { ++named; }, i);
        QVERIFY(lists > 20);
        QCOMPARE(named, lists);
    }
};

QTEST_GUILESS_MAIN(Visit)
#include "tst_visit.moc"
