// SPDX-License-Identifier: GPL-3.0-or-later
// Oracle gateway-api-routing: which routes attach to which gateway, with which reason words, and which backend answers
// a request. A positive is an accepted route, a resolved reference or an answered request. What only a running
// implementation can say (addresses it can use, features it lacks) is not asked.
#include "model/resolve/resolve.h"
#include "tests/support/import_text.h"
#include "tests/support/oracle.h"
#include "tests/support/paths.h"
#include "tests/support/request_match.h"
#include "tests/support/text_architecture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <set>

using namespace bartizan;
using namespace bartizan::test;

namespace {

std::string field(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toString().toStdString();
}

struct Case {
    Inventory inventory;
    Architecture architecture;
    OracleScore& score;
    QStringList wrong;

    void judge(bool expected, bool actual, const QString& what)
    {
        score.truePositives += expected && actual ? 1 : 0;
        score.falseNegatives += expected && !actual ? 1 : 0;
        score.falsePositives += !expected && actual ? 1 : 0;
        if (expected != actual)
            wrong << what + (expected ? ": expected, not found" : ": found, not expected");
    }

    bool isRoute(const Route& route, const std::string& name) const
    {
        const Identity& identity = inventory.object(inventory.routes[route.record].object).identity;
        return identity.ns + "/" + identity.name == name;
    }

    bool isAt(const Route& route, const std::string& gateway) const
    {
        return route.gateway.valid() && architecture.gateways[route.gateway.pos()].id == "gateway-api:" + gateway;
    }

    bool accepted(const std::string& route, const std::string& gateway) const
    {
        return std::any_of(architecture.routes.begin(), architecture.routes.end(), [&](const Route& one) {
            return isRoute(one, route) && (gateway.empty() || isAt(one, gateway)) && one.accepted.value_or(false);
        });
    }
};

std::string reasonOf(const std::string& unresolved)
{
    if (unresolved.find("ReferenceGrant") != std::string::npos)
        return "RefNotPermitted";
    if (unresolved.find("no Service but") != std::string::npos)
        return "InvalidKind";
    return unresolved.empty() ? "" : "BackendNotFound";
}

void checkCondition(Case& c, const QJsonObject& assertion)
{
    for (const auto& name : assertion["routes"].toArray()) {
        const std::string route = name.toString().toStdString();
        for (const auto& value : assertion["conditions"].toArray()) {
            const QJsonObject condition = value.toObject();
            const std::string type = field(condition, "type"), reason = field(condition, "reason");
            const bool wanted = field(condition, "status") == "True";
            const QString what = QString::fromStdString(route + " " + type + " " + reason);
            if (type == "Accepted") {
                const bool actual = c.accepted(route, field(assertion, "gateway"));
                c.judge(wanted, actual, what);
                if (wanted || reason.empty() || actual)
                    continue;
                const bool same = std::any_of(c.architecture.routes.begin(), c.architecture.routes.end(), [&](const Route& one) {
                    return c.isRoute(one, route) && one.acceptedCode == reason;
                });
                if (!same)
                    c.wrong << what + ": another reason";
            } else if (type == "ResolvedRefs") {
                std::string found;
                for (const Route& one : c.architecture.routes) {
                    for (const RouteBackend& backend : one.backends) {
                        if (c.isRoute(one, route) && found.empty())
                            found = reasonOf(backend.unresolved);
                    }
                }
                c.judge(wanted, found.empty(), what);
                if (!wanted && !reason.empty() && found != reason)
                    c.wrong << what + ": another reason, " + QString::fromStdString(found);
            }
        }
    }
}

int attachedRoutes(const Case& c, const std::string& gateway, const std::string& listener)
{
    std::set<std::string> names;
    for (const Route& route : c.architecture.routes) {
        const bool here =
            listener.empty() || std::find(route.sections.begin(), route.sections.end(), listener) != route.sections.end();
        const Identity& identity = c.inventory.object(c.inventory.routes[route.record].object).identity;
        if (c.isAt(route, gateway) && route.accepted.value_or(false) && here)
            names.insert(identity.kind + " " + identity.ns + "/" + identity.name);
    }
    return static_cast<int>(names.size());
}

void checkAssertion(Case& c, const QJsonObject& assertion)
{
    const std::string kind = field(assertion, "assert"), gateway = field(assertion, "gateway");
    if (kind == "accepted" || kind == "not-accepted") {
        for (const auto& route : assertion["routes"].toArray())
            c.judge(kind == "accepted", c.accepted(route.toString().toStdString(), gateway),
                    route.toString() + " at " + QString::fromStdString(gateway));
    } else if (kind == "condition") {
        checkCondition(c, assertion);
    } else if (kind == "zero-attached-routes") {
        c.judge(false, attachedRoutes(c, gateway, "") > 0, QString::fromStdString("routes at " + gateway));
    } else if (kind == "listeners") {
        for (const auto& value : assertion["listeners"].toArray()) {
            const QJsonObject listener = value.toObject();
            const int wanted = listener["attached_routes"].toInt(), found = attachedRoutes(c, gateway, field(listener, "name"));
            if (wanted != found)
                c.wrong << QString("listener %1: %2 routes, expected %3").arg(listener["name"].toString()).arg(found).arg(wanted);
            for (const auto& item : listener["conditions"].toArray()) {
                const QJsonObject condition = item.toObject();
                const std::string reason = field(condition, "reason");
                const char* problem = reason == "RefNotPermitted"     ? "listener-reference-not-permitted"
                                      : reason == "InvalidRouteKinds" ? "listener-unknown-route-kind"
                                                                      : nullptr;
                if (!problem)
                    continue;
                const bool reported =
                    std::any_of(c.architecture.problems.begin(), c.architecture.problems.end(), [&](const Problem& one) {
                        const Identity& identity = c.inventory.object(one.evidence.object).identity;
                        return one.id == problem && identity.ns + "/" + identity.name == gateway;
                    });
                c.judge(true, reported, QString::fromStdString(gateway + " " + reason));
            }
        }
    }
}

bool statusIs(const QJsonValue& status, int from, int to)
{
    const QJsonArray list = status.isArray() ? status.toArray() : QJsonArray{status};
    return std::any_of(list.begin(), list.end(), [&](const QJsonValue& one) { return one.toInt() >= from && one.toInt() <= to; });
}

void checkRequest(Case& c, const QStringList& gateways, const QJsonObject& entry)
{
    const QJsonObject written = entry["request"].toObject();
    Request request;
    request.host = field(written, "host");
    request.host.resize(std::min(request.host.size(), request.host.find(':')));
    request.path = field(written, "path");
    if (written.contains("method") && !written["method"].isNull())
        request.method = field(written, "method");
    const QJsonObject headers = written["headers"].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        request.headers.emplace(it.key().toLower().toStdString(), it.value().toString().toStdString());
    const QString what = QString::fromStdString(request.method + " " + request.host + request.path);
    const Route* route = nullptr;
    for (const QString& gateway : gateways) {
        for (const char* protocol : {"http", "tls"}) {
            request.protocol = protocol;
            if (!route)
                route = answeringRoute(c.inventory, c.architecture, "gateway-api:" + gateway.toStdString(), request);
        }
    }
    const QJsonValue status = entry["status"];
    if (status.toInt() == 404)
        return c.judge(false, route != nullptr, what);
    if (!status.isNull() && statusIs(status, 300, 399)) // a redirect may also be made by a backend
        return c.judge(true, route && (route->redirectsAway || !route->backends.empty()), what);
    const std::string backend = field(entry, "backend");
    const bool answers =
        route && std::any_of(route->backends.begin(), route->backends.end(), [&](const RouteBackend& one) {
            return !one.mirror && one.unresolved.empty() && (backend.empty() || one.name == backend) && one.weight > 0;
        });
    const bool refused = !status.isNull() && statusIs(status, 500, 503);
    c.judge(!refused, answers,
            what + " -> " + QString::fromStdString(backend) + (route ? " by " + QString::fromStdString(route->id) : ""));
}

} // namespace

class OracleGatewayApiRouting : public QObject {
    Q_OBJECT
private slots:
    void cases();
};

void OracleGatewayApiRouting::cases()
{
    const auto folder = oraclesDir() / "gateway-api-routing";
    const auto bytes = oraclesDir().empty() ? std::nullopt : readFile(folder / "cases.json");
    if (!bytes)
        QSKIP("the shared oracles are not here");
    const auto exceptions = oracleExceptions("gateway-api-routing");
    OracleScore score;
    score.name = "gateway-api-routing";
    QStringList failures;
    for (const auto& value : QJsonDocument::fromJson(QByteArray::fromStdString(*bytes)).array()) {
        const QJsonObject one = value.toObject();
        if (exceptions.count(field(one, "case")) > 0) {
            ++score.excepted;
            continue;
        }
        std::string text;
        for (const auto& file : one["manifests"].toArray())
            text += readFile(folder / file.toString().toStdString()).value_or("") + "\n---\n";
        Case c{importText(text), {}, score, {}};
        c.architecture = resolve(c.inventory, shippedCatalogue());
        for (const auto& assertion : one["assertions"].toArray())
            checkAssertion(c, assertion.toObject());
        QStringList gateways;
        for (const auto& gateway : one["gateways"].toArray())
            gateways << gateway.toString();
        for (const auto& request : one["requests"].toArray())
            checkRequest(c, gateways, request.toObject());
        c.wrong.isEmpty() ? ++score.passed : ++score.failed;
        for (const QString& line : c.wrong)
            failures << one["case"].toString() + ": " + line;
    }
    score.print();
    for (const QString& line : failures)
        qInfo("%s", qPrintable(line));
    QVERIFY2(score.failed == 0, qPrintable(failures.join('\n')));
    QVERIFY(score.precision() >= 1.0 && score.recall() >= 1.0);
}

QTEST_GUILESS_MAIN(OracleGatewayApiRouting)
#include "oracle_gateway_api_routing.moc"
