// SPDX-License-Identifier: GPL-3.0-or-later
// Oracle service-dependencies: calls that must be inferred from manifests alone. Every (source, destination) pair is one
// case; it passes when its ports agree too. Compared are calls between workloads and, as "*external*", what our entries
// and routes lead to (a LoadBalancer, a NodePort, an Ingress or Route target). "*cluster*" and "*namespace*" are rules
// that the tool writes where nothing calls a port: our model says nothing there, and the rows are excepted.
#include "importers/catalogue/load_catalogue.h"
#include "importers/import.h"
#include "model/resolve/resolve.h"
#include "tests/support/oracle.h"
#include "tests/support/paths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <set>

using namespace bartizan;

namespace {

using Ports = std::set<std::string>; // "TCP 8080"
using Edges = std::map<std::pair<std::string, std::string>, Ports>;

std::string text(const QJsonObject& object, const char* key)
{
    const QJsonValue value = object[QLatin1String(key)];
    return value.isDouble() ? std::to_string(value.toInt()) : value.toString().toStdString();
}

Edges expectedEdges(const QJsonObject& expected)
{
    Edges edges;
    for (const QJsonValue& value : expected[QLatin1String("edges")].toArray()) {
        const QJsonObject edge = value.toObject();
        Ports& ports = edges[{text(edge, "src"), text(edge, "dst")}];
        for (const QJsonValue& port : edge[QLatin1String("ports")].toArray())
            ports.insert(text(port.toObject(), "protocol") + " " + text(port.toObject(), "port"));
    }
    return edges;
}

std::set<std::string> expectedNames(const QJsonObject& expected)
{
    std::set<std::string> names;
    for (const QJsonValue& value : expected[QLatin1String("workloads")].toArray())
        names.insert(text(value.toObject(), "name") + "[" + text(value.toObject(), "kind") + "]");
    return names;
}

class Names { // the oracle names a workload without its namespace, or one of its pods where only pods are in the input
public:
    Names(const Inventory& inventory, const Architecture& architecture, std::set<std::string> known)
        : m_inventory(inventory), m_architecture(architecture), m_known(std::move(known))
    {
    }
    std::string of(WorkloadId id) const
    {
        const Workload& workload = m_architecture.workload(id);
        std::string name = workload.name + "[" + workload.kind + "]";
        if (m_known.count(name) != 0)
            return name;
        for (const std::size_t pod : workload.pods) {
            std::string podName = m_inventory.object(m_inventory.workloads[pod].object).identity.name + "[Pod]";
            if (m_known.count(podName) != 0)
                return podName;
        }
        return name;
    }

private:
    const Inventory& m_inventory;
    const Architecture& m_architecture;
    std::set<std::string> m_known;
};

Edges actualEdges(const Architecture& architecture, const Names& names)
{
    Edges edges;
    for (const Call& call : architecture.calls) {
        if (call.from.kind != Peer::Kind::workload || call.to.kind != Peer::Kind::workload)
            continue;
        Ports& ports = edges[{names.of(call.from.workload), names.of(call.to.workload)}];
        for (const CallPort& port : call.ports)
            ports.insert(port.protocol + " " + port.port);
    }
    for (const Entry& entry : architecture.entries)
        for (const WorkloadId id : entry.workloads)
            for (const std::uint32_t target : entry.targets)
                edges[{"*external*", names.of(id)}].insert(entry.protocol + " " + std::to_string(target));
    for (const Route& route : architecture.routes)
        for (const RouteBackend& backend : route.backends)
            for (const WorkloadId id : backend.workloads)
                for (const std::uint32_t target : backend.targets)
                    edges[{"*external*", names.of(id)}].insert("TCP " + std::to_string(target));
    return edges;
}

} // namespace

class OracleServiceDependencies : public QObject {
    Q_OBJECT
private slots:
    void cases();

private:
    void compare(const std::string& name, const Edges& expected, const Edges& actual);

    test::OracleScore m_score;
    std::map<std::string, std::string> m_exceptions;
};

void OracleServiceDependencies::compare(const std::string& name, const Edges& expected, const Edges& actual)
{
    std::set<std::pair<std::string, std::string>> all;
    for (const Edges* edges : {&expected, &actual})
        for (const auto& [ends, ports] : *edges)
            all.insert(ends);
    for (const auto& ends : all) {
        const std::string title = name + " " + ends.first + " -> " + ends.second;
        if (m_exceptions.count(title) != 0) {
            ++m_score.excepted;
            continue;
        }
        const auto wanted = expected.find(ends);
        const auto found = actual.find(ends);
        m_score.truePositives += wanted != expected.end() && found != actual.end();
        m_score.falsePositives += wanted == expected.end();
        m_score.falseNegatives += found == actual.end();
        const bool same = wanted != expected.end() && found != actual.end() && wanted->second == found->second;
        ++(same ? m_score.passed : m_score.failed);
        if (!same)
            qWarning("%s: %s", title.c_str(),
                     wanted == expected.end() ? "not expected"
                     : found == actual.end()  ? "not found"
                                              : "other ports");
    }
}

void OracleServiceDependencies::cases()
{
    const auto folder = test::oraclesDir() / "service-dependencies";
    const auto list = test::readFile(folder / "cases.json");
    if (test::oraclesDir().empty() || !list)
        QSKIP("the oracle service-dependencies is not there");
    m_score.name = "service-dependencies";
    m_exceptions = test::oracleExceptions("service-dependencies");
    const Catalogue catalogue = *importers::defaultCatalogue();
    for (const QJsonValue& value : QJsonDocument::fromJson(QByteArray::fromStdString(*list)).array()) {
        const auto dir = folder / text(value.toObject(), "dir");
        const auto expected = QJsonDocument::fromJson(QByteArray::fromStdString(*test::readFile(dir / "expected.json"))).object();
        const Result<Inventory> inventory = importers::importSources({(dir / "input").string()}, {}, {});
        QVERIFY2(inventory.has_value(), dir.c_str());
        const Architecture architecture = resolve(*inventory, catalogue);
        const Names names(*inventory, architecture, expectedNames(expected));
        compare(text(value.toObject(), "case"), expectedEdges(expected), actualEdges(architecture, names));
    }
    m_score.print();
    QVERIFY(m_score.passed > 0);
    QVERIFY(m_score.precision() >= 1.0);
    QVERIFY(m_score.recall() >= 1.0);
    QVERIFY(m_score.exact() >= 1.0);
}

QTEST_GUILESS_MAIN(OracleServiceDependencies)
#include "oracle_service_dependencies.moc"
