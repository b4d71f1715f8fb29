// SPDX-License-Identifier: GPL-3.0-or-later
// Istio's Sidecar as it is read: hosts of its egress, the mode for hosts that it does not know, and what istiod's webhook or
// the CRD refuses, of which no record is made.
#include "tests/importers/record_text.h"
#include "tests/support/golden_lines.h"
#include "tests/support/import_text.h"

using namespace bartizan;
using namespace bartizan::test;

namespace {

std::string sidecar(const std::string& spec)
{
    return "apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: x, namespace: shop}\nspec:" + spec;
}

std::string egressText(const Inventory& inventory)
{
    std::string text;
    for (const MeshEgress& one : inventory.meshEgress) {
        text += one.ns + (one.pods.present ? " " + toText(one.pods) : "") + (one.egressWritten ? " written" : "");
        for (const MeshEgress::Listener& listener : one.egress)
            text += " :" + std::to_string(listener.port) + " " + list(listener.hosts) + at(listener.evidence);
        if (one.outboundMode.written())
            text += " " + one.outboundMode.value + at(one.outboundMode.evidence);
        text += "\n";
    }
    for (const Problem& problem : inventory.problems)
        text += problem.id + at(problem.evidence) + "\n";
    return text;
}

std::string read(const std::string& spec)
{
    return egressText(importText(sidecar("\n" + spec)));
}

} // namespace

class TestIstioSidecar : public QObject {
    Q_OBJECT
private slots:
    void egress();
    void modes();
    void refused_data();
    void refused();
    void everyFaultIsSaid();
};

void TestIstioSidecar::egress()
{
    COMPARE_TEXT(read("  workloadSelector: {labels: {app: web}}\n"
                      "  egress:\n"
                      "  - hosts: [./*, \"*/*.example.com\", ~/*]\n"
                      "  - port: {number: 80, protocol: HTTP}\n"
                      "    hosts: [bank/pay.bank.svc.cluster.local]\n"),
                 "shop app=web written :0 ./*,*/*.example.com,~/*@7 :80 bank/pay.bank.svc.cluster.local@8-9\n");
    // An empty list is as good as none.
    COMPARE_TEXT(read("  egress: []\n"), "shop\n");
    COMPARE_TEXT(read("  egress:\n"), "shop\n");
    COMPARE_TEXT(read("  workloadSelector: {}\n"), "shop\n");
}

void TestIstioSidecar::modes()
{
    COMPARE_TEXT(read("  outboundTrafficPolicy: {mode: ALLOW_ANY}\n"), "shop ALLOW_ANY@5\n");
    COMPARE_TEXT(read("  outboundTrafficPolicy:\n    mode: REGISTRY_ONLY\n"), "shop REGISTRY_ONLY@6\n");
    // The enum's first value is not in the JSON that a client of the API writes.
    COMPARE_TEXT(read("  egress: []\n  outboundTrafficPolicy: {}\n"), "shop REGISTRY_ONLY@6\n");
    COMPARE_TEXT(read("  outboundTrafficPolicy: {mode: null}\n"), "shop REGISTRY_ONLY@5\n");
    COMPARE_TEXT(read("  outboundTrafficPolicy: null\n"), "shop\n");
}

void TestIstioSidecar::refused_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("expected"); // the id of the problem
    const auto row = [](const char* spec, const char* expected) {
        QTest::newRow(spec) << QString::fromLatin1(spec) << QString::fromLatin1(expected);
    };
    row("{outboundTrafficPolicy: {mode: HUNTER2}}", "invalid-sidecar");
    row("{outboundTrafficPolicy: {mode: ''}}", "invalid-sidecar");
    row("{outboundTrafficPolicy: {mode: 1}}", "unexpected-type");
    row("{outboundTrafficPolicy: HUNTER2}", "unexpected-type");
    row("{egress: [{hosts: [HUNTER2]}]}", "invalid-sidecar");
    row("{egress: [{hosts: [/HUNTER2.example.com]}]}", "invalid-sidecar");
    row("{egress: [{hosts: [HUNTER2/]}]}", "invalid-sidecar");
    row("{egress: [{hosts: [./HUNTER2]}]}", "invalid-sidecar"); // istiod takes no short names here
    row("{egress: [{hosts: HUNTER2/a.example.com}]}", "unexpected-type");
    row("{egress: [{hosts: [7]}]}", "unexpected-type");
    row("{egress: [{hosts: []}]}", "invalid-sidecar");
    row("{egress: [{port: {number: 80}}]}", "invalid-sidecar");
    row("{egress: [HUNTER2/a.example.com]}", "unexpected-type");
    row("{egress: HUNTER2/a.example.com}", "unexpected-type");
    row("HUNTER2", "unexpected-type");
}

void TestIstioSidecar::refused()
{
    QFETCH(QString, spec);
    QFETCH(QString, expected);
    const Inventory inventory = importText(sidecar(" " + spec.toStdString() + "\n"));
    QVERIFY(inventory.meshEgress.empty());
    QCOMPARE(inventory.problems.size(), std::size_t(1));
    const Problem& problem = inventory.problems[0];
    QCOMPARE(problem.id, expected.toStdString());
    QCOMPARE(problem.evidence.line, 4U);
    QVERIFY(problem.severity == ProblemSeverity::error);
    QVERIFY2(problem.message.starts_with("expected "), problem.message.c_str());
    QVERIFY2(problem.message.find("; write ") != std::string::npos, problem.message.c_str());
    QVERIFY2(problem.message.ends_with(" (until then connectivity is worked out without this Sidecar)"), problem.message.c_str());
    QVERIFY2(problem.message.find("HUNTER2") == std::string::npos, problem.message.c_str());
}

void TestIstioSidecar::everyFaultIsSaid()
{
    COMPARE_TEXT(read("  outboundTrafficPolicy: {mode: x}\n  egress:\n  - hosts: [a, b]\n  - {}\n"),
                 "invalid-sidecar@7\ninvalid-sidecar@7\ninvalid-sidecar@8\ninvalid-sidecar@5\n");
}

QTEST_GUILESS_MAIN(TestIstioSidecar)
#include "tst_istio_sidecar.moc"
