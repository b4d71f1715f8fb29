// SPDX-License-Identifier: GPL-3.0-or-later
// Istio's Sidecar as it is read: hosts of its egress, the mode for hosts that it does not know, and what istiod's webhook or
// the CRD refuses, of which no record is made.
#include "tests/importers/text_rows.h"
#include "tests/support/golden_lines.h"
#include "tests/support/import_text.h"
#include "tests/support/says.h"

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
    return text + problemIds(inventory);
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
    textColumns(); // the spec, and the problem
    textRow("{outboundTrafficPolicy: {mode: HUNTER2}}", "invalid-sidecar");
    textRow("{outboundTrafficPolicy: {mode: ''}}", "invalid-sidecar");
    textRow("{outboundTrafficPolicy: {mode: 1}}", "unexpected-type");
    textRow("{outboundTrafficPolicy: HUNTER2}", "unexpected-type");
    textRow("{egress: [{hosts: [HUNTER2]}]}", "invalid-sidecar");
    textRow("{egress: [{hosts: [/HUNTER2.example.com]}]}", "invalid-sidecar");
    textRow("{egress: [{hosts: [HUNTER2/]}]}", "invalid-sidecar");
    textRow("{egress: [{hosts: [./HUNTER2]}]}", "invalid-sidecar"); // istiod takes no short names here
    textRow("{egress: [{hosts: HUNTER2/a.example.com}]}", "unexpected-type");
    textRow("{egress: [{hosts: [7]}]}", "unexpected-type");
    textRow("{egress: [{hosts: []}]}", "invalid-sidecar");
    textRow("{egress: [{port: {number: 80}}]}", "invalid-sidecar");
    textRow("{egress: [HUNTER2/a.example.com]}", "unexpected-type");
    textRow("{egress: HUNTER2/a.example.com}", "unexpected-type");
    textRow("HUNTER2", "unexpected-type");
}

void TestIstioSidecar::refused()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Inventory inventory = importText(sidecar(" " + text.toStdString() + "\n"));
    QVERIFY(inventory.meshEgress.empty());
    QCOMPARE(problemIds(inventory), expected.toStdString() + "@4");
    SAYS(faultOfRefusal(inventory.problems[0], "Sidecar"), "");
}

void TestIstioSidecar::everyFaultIsSaid()
{
    COMPARE_TEXT(read("  outboundTrafficPolicy: {mode: x}\n  egress:\n  - hosts: [a, b]\n  - {}\n"),
                 "invalid-sidecar@7 invalid-sidecar@7 invalid-sidecar@8 invalid-sidecar@5");
}

QTEST_GUILESS_MAIN(TestIstioSidecar)
#include "tst_istio_sidecar.moc"
