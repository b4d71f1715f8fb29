// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of Cilium that name Services: one with a selector means its pods alone, one without the addresses of its endpoints,
// one that is not in the input may be anything.
#include "analysis/connectivity/answers.h"
#include "model/resolve/resolve.h"
#include "tests/support/import_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

#include <string>

using namespace bartizan;
using namespace bartizan::connectivity;
using namespace bartizan::test;

namespace {

std::string pod(const std::string& ns, const std::string& name)
{
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: " + name + ", namespace: " + ns + ", labels: {app: " + name +
           "}}\nspec: {containers: [{name: c, image: i}]}\n---\n";
}

const std::string pods = pod("a", "web") + pod("a", "db") + pod("b", "web") + pod("b", "cli");

const std::string web = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: a, labels: {tier: front}}\n"
                        "spec: {selector: {app: web}, ports: [{port: 80}]}\n---\n";
const std::string outer = "apiVersion: v1\nkind: Service\nmetadata: {name: outer, namespace: a, labels: {tier: back}}\n"
                          "spec: {ports: [{port: 80}]}\n---\n";
const std::string endpoints = "apiVersion: v1\nkind: Endpoints\nmetadata: {name: outer, namespace: a}\n"
                              "subsets: [{addresses: [{ip: 198.51.100.7}], ports: [{port: 80}]}]\n---\n";

std::string policy(const std::string& services)
{
    return "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: x, namespace: b}\n"
           "spec: {endpointSelector: {matchLabels: {app: cli}}, egress: [{toServices: [" +
           services + "]}]}\n";
}

// Whom b/cli reaches, and after a bar to whom that is uncertain. Of IPv4; with ports where they are not all.
std::string reached(const std::string& text)
{
    Model model{importText(text), {}};
    model.architecture = resolve(model.inventory, shippedCatalogue());
    const World world = worldOf(model);
    const auto engine = Connectivity::of(world);
    const Answers answers = answersOf(*engine, {});
    std::string found;
    const auto add = [&](const Party& from, const Party& to, const PortSet& ports) {
        if (idOf(world, from) == "b/cli[Pod]" && !to.range.first.v6)
            found += (found.empty() ? "" : " ") + idOf(world, to) + (ports.isEverything() ? "" : " " + toText(ports));
    };
    for (const Connection& row : answers.networks.front().connections)
        add(row.from, row.to, row.ports);
    found += " |";
    for (const Uncertain& row : answers.uncertain)
        add(row.from, row.to, row.ports);
    return found;
}

const std::string webAlone = "a/web[Pod] | a/web[Pod]", outside = "ip:0.0.0.0-255.255.255.255",
                  address = "ip:198.51.100.7-198.51.100.7",
                  all = "a/db[Pod] a/web[Pod] b/web[Pod] " + outside + " | entire-cluster " + outside;

} // namespace

class TestConnectivityServices : public QObject {
    Q_OBJECT
private slots:
    void reach_data();
    void reach();
};

void TestConnectivityServices::reach_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const std::string& text, const std::string& expected) {
        QTest::newRow(name) << QString::fromStdString(text) << QString::fromStdString(expected);
    };
    const std::string toWeb = policy("{k8sService: {serviceName: web, namespace: a}}"),
                      toOuter = policy("{k8sService: {serviceName: outer, namespace: a}}");
    row("with a selector", pods + web + toWeb, webAlone);
    row("in any namespace", pods + web + policy("{k8sService: {serviceName: web}}"), webAlone);
    row("not in the input", pods + toWeb, all);
    row("of another namespace", pods + web + policy("{k8sService: {serviceName: web, namespace: b}}"), all);
    row("by labels", pods + web + outer + policy("{k8sServiceSelector: {selector: {matchLabels: {'k8s:tier': front}}}}"),
        webAlone);
    row("by labels of none", pods + web + policy("{k8sServiceSelector: {selector: {matchLabels: {tier: none}}}}"), all);
    row("without a selector", pods + outer + toOuter, outside + " | " + outside);
    row("with endpoints", pods + outer + endpoints + toOuter, address + " | " + address);
    row("two",
        pods + web + outer + endpoints +
            policy("{k8sService: {serviceName: web, namespace: a}}, {k8sService: {serviceName: outer, namespace: a}}"),
        "a/web[Pod] " + address + " | a/web[Pod] " + address);
    row("one of them not in the input",
        pods + web + policy("{k8sService: {serviceName: web, namespace: a}}, {k8sService: {serviceName: outer, namespace: a}}"),
        all);
    row("nothing that is named", pods + web + policy("{}"), all);
}

void TestConnectivityServices::reach()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(reached(text.toStdString())), expected);
}

QTEST_APPLESS_MAIN(TestConnectivityServices)
#include "tst_connectivity_services.moc"
