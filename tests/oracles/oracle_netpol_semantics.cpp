// SPDX-License-Identifier: GPL-3.0-or-later
// Oracle netpol-semantics: connectivity maps, and whether two sets of policies allow the same (equivalence, semanticDiff,
// twoWayContainment), asked of the engine of analysis/connectivity. One line a layer of the oracle. `expected` of the
// comparisons: equivalence counts the pairs of configurations that differ, semanticDiff what differs in all of them (0 =
// nothing), twoWayContainment is 3 where the two are the same. The other kinds of queries are not scored: what their
// numbers mean differs between versions of the tool. With Istio a map has two sections: TCP, on which the mesh has a say
// (methods, paths and hosts are compared on words made of the patterns: nca_mesh.h), and the rest, the network's alone. What
// needs an Ingress is counted apart, as skipped.
#include "tests/support/nca_map.h"
#include "tests/support/nca_mesh.h"
#include "tests/support/nca_texts.h"
#include "tests/support/oracle.h"
#include "tests/support/paths.h"

#include <QJsonDocument>
#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace bartizan;

namespace {

struct Layer {
    const char* name;  // in the oracle
    const char* title; // in what is printed
    double floor;      // of exact agreement; only ever raised
};
constexpr Layer layers[] = {
    {"k8s", "kubernetes", 1.0}, {"calico", "calico", 1.0}, {"fw", "firewall-rules", 1.0}, {"istio", "istio", 1.0}};

std::string text(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toString().toStdString();
}

QJsonArray list(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toArray();
}

// Istio has a say in the configuration: maps of other layers of the oracle with such sections count as Istio's.
bool hasMeshSections(const QJsonObject& query)
{
    const QJsonArray sections = list(query, "connectivity");
    return std::any_of(sections.begin(), sections.end(),
                       [](const QJsonValue& section) { return text(section.toObject(), "connection_type") != "all"; });
}

struct Tally {
    test::OracleScore score;
    int maps = 0, comparisons = 0; // scored
    int skipped = 0;               // need what is no network policy
    int endpointRows = 0;          // rows about host endpoints, passed over
};

class Scheme { // its configurations, each evaluated once
public:
    Scheme(const std::filesystem::path& folder, const QJsonObject& scheme) : m_folder(folder), m_scheme(scheme) {}

    // "config", "config/policy" or "config/namespace/policy"; null where there is no such configuration.
    const test::NcaState* state(const std::string& asked)
    {
        const auto [found, made] = m_states.try_emplace(asked);
        if (!made)
            return found->second ? &*found->second : nullptr;
        const std::size_t slash = asked.find('/');
        for (const auto& value : list(m_scheme, "configs"))
            if (const QJsonObject config = value.toObject(); text(config, "name") == asked.substr(0, slash))
                found->second =
                    test::ncaState(filesOf(config), slash == std::string::npos ? std::string() : asked.substr(slash + 1));
        return found->second ? &*found->second : nullptr;
    }

private:
    std::vector<std::filesystem::path> filesOf(const QJsonObject& config) const
    {
        std::vector<std::filesystem::path> files;
        for (const char* key : {"namespaces", "pods", "resources"}) {
            const QJsonArray own = list(config, key);
            for (const auto& file : own.isEmpty() ? list(m_scheme, key) : own)
                files.push_back(m_folder / file.toString().toStdString());
        }
        for (const auto& file : list(config, "policies"))
            files.push_back(m_folder / file.toString().toStdString());
        return files;
    }

    std::filesystem::path m_folder;
    QJsonObject m_scheme;
    std::map<std::string, std::optional<test::NcaState>> m_states;
};

} // namespace

class OracleNetpolSemantics : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void texts();
    void cases();

private:
    void judgeMap(Scheme&, Tally&, const QJsonObject& query, const std::string& title);
    void judgeComparison(Scheme&, Tally&, const QJsonObject& query, const std::string& title);
    bool isExcepted(Tally& tally, const std::string& title) const
    {
        const bool is = m_exceptions.count(title) != 0;
        tally.score.excepted += is;
        return is;
    }

    std::map<std::string, std::string> m_exceptions;
};

void OracleNetpolSemantics::initTestCase()
{
    m_exceptions = test::oracleExceptions("netpol-semantics");
}

void OracleNetpolSemantics::texts() // how the oracle's own texts are read
{
    using connectivity::PortSet;
    using connectivity::Protocol;
    const Attributes labels{{"app", "cart", {}}, {"tier", "x", {}}};
    const test::NcaPod pod{"shop", "cart-1a", "cart"};
    const std::pair<const char*, bool> expressions[] = {
        {"*", true},
        {"app=cart", true},
        {"app!=cart", false},
        {"zone!=a", true},
        {"app in (a,cart)", true},
        {"app not in (a,cart)", false},
        {"!has(zone)", true},
        {"has(zone) or tier=x", true},
        {"!has(tier) and {!has(app) or app=B}", false},
        {"(has(app) and app!=B) and tier in (W,x)", true},
        {"cart", true},
        {"other, cart-1a", true},
        {"cart-1a-2", true},
        {"other", false},
    };
    for (const auto& [expression, holds] : expressions)
        QVERIFY2(test::ncaMatches(expression, labels, pod) == std::optional(holds), expression);
    QVERIFY(!test::ncaMatches("app=(cart", labels, pod));
    QVERIFY(!test::ncaMatches("!app=cart", labels, pod));
    QVERIFY(test::ncaConnection("All connections")->isEverything());
    QVERIFY(*test::ncaConnection("{protocols:ICMP, VRRP},{protocols:TCP, UDP,dst_ports:53,80-90}") ==
            (PortSet::ofOther(1) | PortSet::ofOther(112) | PortSet::of(Protocol::tcp, {53, 53}) |
             PortSet::of(Protocol::tcp, {80, 90}) | PortSet::of(Protocol::udp, {53, 53}) | PortSet::of(Protocol::udp, {80, 90})));
    QVERIFY(!test::ncaConnection("{protocols:TCP,src_ports:80,dst_ports:1-9}"));
    QVERIFY(!test::ncaConnection("{methods:GET}"));
    QVERIFY(!test::ncaConnection("{dst_ports:9-1}"));
    const auto tcp = [](const char* words) { return test::ncaTcp(words).value_or(test::NcaTcp()); };
    QVERIFY(test::sameTcp(tcp("All connections"), tcp("{dst_ports:1-79},{dst_ports:80-65535}")));
    QVERIFY(test::sameTcp(tcp("{dst_ports:80,methods:GET, PUT}"), tcp("{dst_ports:80,methods:PUT},{dst_ports:80,methods:GET}")));
    QVERIFY(!test::sameTcp(tcp("{dst_ports:80,methods:GET}"), tcp("{dst_ports:80}")));
    QVERIFY(!test::sameTcp(tcp("{dst_ports:80,paths:/a*}"), tcp("{dst_ports:80,paths:/a}")));
    QVERIFY(test::sameTcp(tcp("{paths:/a*, /ab}"), tcp("{paths:/a*}")));
    QVERIFY(!test::sameTcp(tcp("{paths:/a*,hosts:x}"), tcp("{paths:/a*,hosts:y}")));
    QVERIFY(test::nothingPasses(tcp("{protocols:UDP,dst_ports:80}")));
    QVERIFY(
        test::sameTcp(tcp("{methods:all but GET, PUT}"), tcp("{methods:HEAD, POST, DELETE, CONNECT, OPTIONS, TRACE, PATCH}")));
    QVERIFY(!test::ncaTcp("{src_ports:80}"));
}

void OracleNetpolSemantics::judgeMap(Scheme& scheme, Tally& tally, const QJsonObject& query, const std::string& title)
{
    const QJsonObject output = query[QLatin1String("output")].toObject();
    const bool ipv6 = output[QLatin1String("excludeIPv6Range")] == QJsonValue(false);
    for (const auto& value : list(query, "connectivity")) {
        const QJsonObject section = value.toObject();
        const std::string config = text(section, "config"), type = text(section, "connection_type");
        const test::NcaSection about = type == "TCP"       ? test::NcaSection::tcp
                                       : type == "non-TCP" ? test::NcaSection::notTcp
                                                           : test::NcaSection::all;
        const std::string name = title + " " + config + (type == "all" ? "" : " " + type);
        const test::NcaState* state = scheme.state(config);
        if (state && state->aboveNetwork) {
            ++tally.skipped;
            continue;
        }
        if (isExcepted(tally, name))
            continue;
        ++tally.maps;
        const test::NcaComparison compared =
            state ? test::compareMap(*state, about, list(section, "rules"), output[QLatin1String("subset")].toObject(), ipv6)
                  : test::NcaComparison();
        tally.score.truePositives += compared.both;
        tally.score.falseNegatives += compared.missing;
        tally.score.falsePositives += compared.surplus;
        tally.endpointRows += compared.endpointRows;
        const bool read = state && !compared.beyondPorts && compared.notUnderstood.empty();
        const bool same = read && compared.different == 0;
        ++(same ? tally.score.passed : tally.score.failed);
        if (same)
            continue;
        qWarning("%s: %s", name.c_str(),
                 !state                 ? "no such configuration"
                 : compared.beyondPorts ? "a row says more than ports"
                 : !read                ? ("not understood: " + compared.notUnderstood).c_str()
                                        : (std::to_string(compared.different) + " pairs, " + compared.first).c_str());
    }
}

void OracleNetpolSemantics::judgeComparison(Scheme& scheme, Tally& tally, const QJsonObject& query, const std::string& title)
{
    const QJsonValue expected = query[QLatin1String("expected")];
    if (!expected.isDouble())
        return; // the tool's tests do not look at the answer
    std::vector<const test::NcaState*> states;
    bool known = true, above = false;
    for (const auto& asked : list(query, "args")) {
        states.push_back(scheme.state(asked.toString().toStdString()));
        known = known && states.back();
        above = above || (states.back() && states.back()->aboveNetwork);
    }
    if (above) {
        ++tally.skipped;
        return;
    }
    if (isExcepted(tally, title))
        return;
    ++tally.comparisons;
    int differing = 0;
    for (std::size_t i = 0; known && i < states.size(); ++i)
        for (std::size_t j = i + 1; j < states.size(); ++j)
            differing += !test::sameConnectivity(*states[i], *states[j]);
    const std::string kind = text(query, "kind");
    const int wanted = expected.toInt();
    const bool same = known && (kind == "equivalence"    ? differing == wanted
                                : kind == "semanticDiff" ? (differing > 0) == (wanted > 0)
                                                         : (differing == 0) == (wanted == 3));
    const bool shouldDiffer = kind == "twoWayContainment" ? wanted != 3 : wanted > 0;
    tally.score.truePositives += shouldDiffer && differing > 0;
    tally.score.falseNegatives += shouldDiffer && differing == 0;
    tally.score.falsePositives += !shouldDiffer && differing > 0;
    ++(same ? tally.score.passed : tally.score.failed);
    if (!same)
        qWarning("%s: %s", title.c_str(),
                 known ? (std::to_string(differing) + " pairs differ, expected " + std::to_string(wanted)).c_str()
                       : "no such configuration");
}

void OracleNetpolSemantics::cases()
{
    const auto folder = test::oraclesDir() / "netpol-semantics";
    const auto bytes = test::oraclesDir().empty() ? std::nullopt : test::readFile(folder / "cases.json");
    if (!bytes)
        QSKIP("the oracle netpol-semantics is not there");
    std::map<std::string, Tally> tallies;
    std::set<std::string> seen; // the same question is asked for several formats of its answer
    for (const auto& value : QJsonDocument::fromJson(QByteArray::fromStdString(*bytes)).array()) {
        const QJsonObject one = value.toObject();
        Scheme scheme(folder, one);
        Tally& tally = tallies[text(one, "layer")];
        const std::string stem = std::filesystem::path(text(one, "scheme")).stem().string();
        for (const auto& entry : list(one, "queries")) {
            const QJsonObject query = entry.toObject();
            const std::string kind = text(query, "kind"), title = text(one, "layer") + " " + stem + " " + text(query, "name");
            std::string asked =
                text(one, "scheme") + "\n" + kind + "\n" + std::to_string(query[QLatin1String("expected")].toInt(-1));
            for (const auto& argument : list(query, "args"))
                asked += "\n" + argument.toString().toStdString();
            if (kind == "connectivityMap")
                judgeMap(scheme, hasMeshSections(query) ? tallies["istio"] : tally, query, title);
            else if ((kind == "equivalence" || kind == "semanticDiff" || kind == "twoWayContainment") &&
                     seen.insert(asked).second)
                judgeComparison(scheme, tally, query, title + " " + asked.substr(asked.find_last_of("/\n") + 1));
        }
    }
    QStringList below;
    for (const Layer& layer : layers) {
        Tally& tally = tallies[layer.name];
        tally.score.name = std::string("netpol-semantics ") + layer.title;
        tally.score.print();
        qInfo("netpol-semantics %s: %d maps, %d comparisons; %d skipped (Ingress), %d rows about host endpoints", layer.title,
              tally.maps, tally.comparisons, tally.skipped, tally.endpointRows);
        if (tally.score.exact() < layer.floor)
            below << QString::fromUtf8(layer.title);
    }
    QVERIFY2(below.isEmpty(), qPrintable(below.join(QStringLiteral(", "))));
    for (const char* layer : {"k8s", "calico", "fw", "istio"})
        QVERIFY2(tallies[layer].score.passed > 0, layer);
}

QTEST_GUILESS_MAIN(OracleNetpolSemantics)
#include "oracle_netpol_semantics.moc"
