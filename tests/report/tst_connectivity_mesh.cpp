// SPDX-License-Identifier: GPL-3.0-or-later
// The mesh's part of `connectivity` in its formats, explained and compared, over small systems that are written as YAML.
// What the mesh answers is asked elsewhere (tests/analysis/tst_mesh_reach.cpp); here that it is said, whole and bounded.
#include "model/resolve/resolve.h"
#include "report/connectivity/view.h"
#include "report/exports.h"
#include "report/json/connectivity.h"
#include "report/text/connectivity.h"
#include "tests/support/import_file.h"
#include "tests/support/text_architecture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <algorithm>

using namespace bartizan;

namespace {

std::string pod(const std::string& ns, const std::string& app)
{
    return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + app + ", namespace: " + ns + ", labels: {app: " + app +
           "}}\nspec: {serviceAccountName: " + app + ", containers: [{name: main, image: \"i:1\"}]}\n";
}
std::string istio(const std::string& kind, const std::string& name, const std::string& ns, const std::string& spec)
{
    const std::string group = kind == "Sidecar" ? "networking" : "security";
    return "---\napiVersion: " + group + ".istio.io/v1\nkind: " + kind + "\nmetadata: {name: " + name + ", namespace: " + ns +
           "}\nspec: {" + spec + "}\n";
}
std::string of(const std::string& app)
{
    return "selector: {matchLabels: {app: " + app + "}}, ";
}

const std::string pods = pod("shop", "web") + pod("shop", "cart") + pod("shop", "db") + pod("bank", "web");
const std::string getOnly =
    istio("AuthorizationPolicy", "cart", "shop", of("cart") + "rules: [{to: [{operation: {methods: [GET], paths: [\"/a*\"]}}]}]");
const std::string noBank =
    istio("AuthorizationPolicy", "db", "shop", of("db") + "action: DENY, rules: [{from: [{source: {namespaces: [bank]}}]}]");
const std::string strict = istio("PeerAuthentication", "db", "shop", of("db") + "mtls: {mode: STRICT}");
const std::string registry =
    istio("Sidecar", "own", "bank", "egress: [{hosts: [\"./*\"]}], outboundTrafficPolicy: {mode: REGISTRY_ONLY}");
// Of 20 pairs (12 of pods, 8 of pods and addresses) four end at cart and so are narrowed, two that end at db are denied.
const std::string shop = pods + getOnly + noBank + strict;

Model modelOf(const std::string& text)
{
    Model model{test::importFile(text), {}};
    SourceFile file;
    file.path = "test.yaml";
    model.inventory.files.push_back(std::move(file));
    model.architecture = resolve(model.inventory, test::shippedCatalogue());
    return model;
}

using Ask = void (*)(report::ConnectivityQuestion&);
using Writer = Result<std::string> (*)(const report::ReportInput&);

std::string written(const Model& model, Writer writer, Ask ask = nullptr, const Model* earlier = nullptr)
{
    report::ReportInput input{model, test::shippedCatalogue()};
    input.earlier = earlier;
    if (ask)
        ask(input.question);
    const auto bytes = writer(input);
    return bytes ? *bytes : "error: " + bytes.error().message;
}

QJsonObject json(const Model& model, Ask ask = nullptr, const Model* earlier = nullptr)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(written(model, report::connectivityJson, ask, earlier))).object();
}

QString words(const Model& model, Ask ask = nullptr, const Model* earlier = nullptr) // lines are wrapped anywhere
{
    return QString::fromStdString(written(model, report::connectivityText, ask, earlier)).simplified();
}

QJsonObject row(const QJsonArray& rows, const char* from, const char* to)
{
    for (const QJsonValue& value : rows)
        if (value[u"src"].toString() == QLatin1String(from) && value[u"dst"].toString() == QLatin1String(to))
            return value.toObject();
    return {};
}

QByteArray compact(const QJsonValue& value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

QString lineWith(const std::string& text, const char* part)
{
    for (const QString& line : QString::fromStdString(text).split(QLatin1Char('\n')))
        if (line.contains(QLatin1String(part)))
            return line.trimmed();
    return {};
}

const QByteArray everyTcp("{\"TCP\":[[1,65535]]}"), none("{\"none\":true}");

} // namespace

class ConnectivityMesh : public QObject {
    Q_OBJECT
private slots:
    void jsonHasWhatDiffers()
    {
        const QJsonObject all = json(modelOf(shop));
        QCOMPARE(compact(row(all[u"connections"].toArray(), "bank/web[Pod]", "shop/db[Pod]")[u"conn"]),
                 QByteArray("{\"all\":true}")); // what the network says keeps its meaning
        const QJsonObject mesh = all[u"mesh"].toObject();
        QCOMPARE(compact(mesh[u"summary"]),
                 QByteArray("{\"denied\":2,\"narrowed\":4,\"pairs\":20,\"unchanged\":14,\"undecided\":0}"));
        const QJsonArray rows = mesh[u"connections"].toArray();
        QCOMPARE(rows.size(), 6);
        QVERIFY(!mesh.contains(u"leftOut"));

        const QJsonObject some = row(rows, "shop/web[Pod]", "shop/cart[Pod]");
        QCOMPARE(some[u"effect"].toString(), QStringLiteral("narrowed"));
        QCOMPARE(some[u"network"].toString(), QStringLiteral("pod-network"));
        QCOMPARE(compact(some[u"conn"]), everyTcp);
        QCOMPARE(compact(some[u"allowed"]), everyTcp);
        QCOMPARE(some[u"slices"].toArray().size(), 1);
        const QJsonObject slice = some[u"slices"][0].toObject();
        QCOMPARE(slice[u"outcome"].toString(), QStringLiteral("onlySome"));
        QCOMPARE(slice[u"requests"].toString(), QStringLiteral("GET, path /a*"));
        QCOMPARE(slice[u"by"].toArray().size(), 1);
        QCOMPARE(slice[u"by"][0][u"name"].toString(), QStringLiteral("AuthorizationPolicy shop/cart"));
        QCOMPARE(slice[u"by"][0][u"object"][u"kind"].toString(), QStringLiteral("AuthorizationPolicy"));
        QCOMPARE(slice[u"by"][0][u"why"].toString(), QStringLiteral("a rule allows"));
        QCOMPARE(slice[u"by"][0][u"evidence"][0][u"file"].toString(), QStringLiteral("test.yaml"));
        QVERIFY(slice[u"by"][0][u"evidence"][0][u"line"].toInt() > 0);
        QVERIFY(!slice[u"notes"].toArray().isEmpty());

        const QJsonObject denied = row(rows, "bank/web[Pod]", "shop/db[Pod]");
        QCOMPARE(denied[u"effect"].toString(), QStringLiteral("denied"));
        QCOMPARE(compact(denied[u"allowed"]), none);
        QCOMPARE(denied[u"slices"][0][u"by"][0][u"why"].toString(), QStringLiteral("a rule denies"));
        const QJsonObject plain = row(rows, "ip:0.0.0.0-255.255.255.255", "shop/db[Pod]");
        QCOMPARE(plain[u"slices"][0][u"by"][0][u"name"].toString(), QStringLiteral("PeerAuthentication shop/db"));
        QVERIFY(row(rows, "shop/web[Pod]", "shop/db[Pod]").isEmpty());
    }

    void nothingIsSaidWithoutMesh()
    {
        const Model model = modelOf(pods);
        QVERIFY(!json(model).contains(u"mesh"));
        QVERIFY(!words(model).contains(QLatin1String("Mesh")));
        QVERIFY(lineWith(written(model, report::connectivityCsv), "\"shop/web[Pod]\",\"shop/db[Pod]\"")
                    .endsWith(QLatin1String(",\"\",\"\"")));
        QVERIFY(!QString::fromStdString(written(model, report::connectivityDot)).contains(QLatin1String("mesh")));
        const Ask pair = [](report::ConnectivityQuestion& q) {
            q.from = "shop/web";
            q.to = "shop/cart";
        };
        QVERIFY(!json(model, pair)[u"pairs"][0].toObject().contains(u"mesh"));
        QVERIFY(!words(model, pair).contains(QLatin1String("Mesh")));
    }

    void onlyWhatIsAskedFor()
    {
        const Model model = modelOf(shop);
        const QJsonObject cart = json(model,
                                      [](report::ConnectivityQuestion& q) {
                                          q.workloads = {"cart"};
                                          q.direction = connectivity::Direction::ingress;
                                          q.ports = *report::portsNamed("TCP:80");
                                      })[u"mesh"]
                                     .toObject();
        QCOMPARE(cart[u"summary"][u"pairs"].toInt(), 4);
        QCOMPARE(cart[u"summary"][u"narrowed"].toInt(), 4);
        QCOMPARE(compact(cart[u"connections"][0][u"conn"]), QByteArray("{\"TCP\":[[80,80]]}"));
        const QJsonObject dns =
            json(model, [](report::ConnectivityQuestion& q) { q.ports = *report::portsNamed("UDP:53"); })[u"mesh"].toObject();
        QCOMPARE(dns[u"summary"][u"pairs"].toInt(), 0); // no mesh sees UDP
        QVERIFY(dns[u"connections"].toArray().isEmpty());
    }

    void textCountsAndLists()
    {
        const std::string text = written(modelOf(shop), report::connectivityText);
        for (const QString& line : QString::fromStdString(text).split(QLatin1Char('\n')))
            QVERIFY2(line.size() <= 80, qPrintable(line));
        const QString said = QString::fromStdString(text).simplified();
        for (const char* part : {"Mesh: what its policies make of TCP that the network allows",
                                 "20 pairs: 14 unchanged, 2 denied, 4 narrowed, 0 not decided.",
                                 "bank/web[Pod] -> shop/db[Pod] TCP (AuthorizationPolicy shop/db)",
                                 "shop/web[Pod] -> shop/cart[Pod] only GET, path /a* (AuthorizationPolicy shop/cart)"})
            QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
    }

    void tableAndDrawing()
    {
        const Model model = modelOf(shop);
        const std::string csv = written(model, report::connectivityCsv);
        const auto ends = [&](const char* pair, const char* cells) {
            const QString line = lineWith(csv, pair);
            return line.startsWith(QLatin1String("\"connection\"")) && line.endsWith(QLatin1String(cells));
        };
        QVERIFY2(ends("\"bank/web[Pod]\",\"shop/db[Pod]\"", ",\"denied\",\"nothing\""), csv.c_str());
        QVERIFY2(ends("\"shop/web[Pod]\",\"shop/cart[Pod]\"", ",\"some requests\",\"TCP\""), csv.c_str());
        QVERIFY2(ends("\"shop/web[Pod]\",\"shop/db[Pod]\"", ",\"allowed\",\"TCP\""), csv.c_str());
        const QString dot = QString::fromStdString(written(model, report::connectivityDot));
        QCOMPARE(dot.count(QLatin1String("[label=\"all; mesh: denied\", style=dashed]")), 2);
        QCOMPARE(dot.count(QLatin1String("[label=\"all; mesh: some requests on TCP\", style=solid]")), 4);
        QCOMPARE(dot.count(QLatin1String("[label=\"all\", style=solid]")), 14);
    }

    void explained()
    {
        const Model model = modelOf(shop);
        const Ask narrowed = [](report::ConnectivityQuestion& q) {
            q.from = "shop/web";
            q.to = "shop/cart";
        };
        const QString some = words(model, narrowed);
        for (const char* part : {"Mesh: Reachable at the network; the mesh lets a part of it through.",
                                 "TCP: only GET, path /a* AuthorizationPolicy shop/cart: a rule allows test.yaml:"})
            QVERIFY2(some.contains(QLatin1String(part)), qPrintable(some));
        const QJsonObject mesh = json(model, narrowed)[u"pairs"][0][u"mesh"].toObject();
        QCOMPARE(mesh[u"effect"].toString(), QStringLiteral("narrowed"));
        QCOMPARE(mesh[u"slices"][0][u"requests"].toString(), QStringLiteral("GET, path /a*"));
        const QString denied = words(model, [](report::ConnectivityQuestion& q) {
            q.from = "bank/web";
            q.to = "db";
        });
        for (const char* part :
             {"Mesh: Reachable at the network, denied by the mesh.", "TCP: denied AuthorizationPolicy shop/db: a rule denies"})
            QVERIFY2(denied.contains(QLatin1String(part)), qPrintable(denied));
        const QString open = words(model, [](report::ConnectivityQuestion& q) {
            q.from = "shop/cart";
            q.to = "bank/web";
        });
        QVERIFY2(open.contains(QLatin1String("no rule of the mesh is about this connection")), qPrintable(open));
        const Model bare = modelOf(shop + "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n"
                                          "---\napiVersion: v1\nkind: Pod\nmetadata: {name: in-mesh, namespace: bank}\n"
                                          "spec: {containers: [{name: istio-proxy, image: \"p:1\"}]}\n");
        const Ask unbound = [](report::ConnectivityQuestion& q) {
            q.from = "shop/cart";
            q.to = "shop/db";
        };
        const QString nobody = words(bare, unbound);
        QVERIFY2(nobody.contains(QLatin1String("select the destination and bind nobody there")), qPrintable(nobody));
        QVERIFY(json(bare, unbound)[u"pairs"][0][u"mesh"][u"slices"][0][u"unbound"].toBool());
        const QString outside = words(model, [](report::ConnectivityQuestion& q) {
            q.from = "10.0.0.1";
            q.to = "db";
        });
        QVERIFY2(outside.contains(QLatin1String("PeerAuthentication shop/db: asks for mutual TLS")), qPrintable(outside));
        // Nothing is said of what the network refuses already.
        const QJsonObject udp = json(model, [](report::ConnectivityQuestion& q) {
            q.from = "bank/web";
            q.to = "db";
            q.ports = *report::portsNamed("UDP:53");
        });
        QCOMPARE(udp[u"pairs"].toArray().size(), 1);
        QVERIFY(!udp[u"pairs"][0].toObject().contains(u"mesh"));
    }

    void routesOfASidecar()
    {
        const Model model = modelOf(pods + registry);
        const QJsonObject mesh = json(model)[u"mesh"].toObject();
        QCOMPARE(mesh[u"summary"][u"denied"].toInt(), 4); // three pods and addresses
        for (const QJsonValue& value : mesh[u"connections"].toArray())
            QCOMPARE(value[u"src"].toString(), QStringLiteral("bank/web[Pod]"));
        const QString out = words(model, [](report::ConnectivityQuestion& q) {
            q.from = "bank/web";
            q.to = "ip:10.0.0.1";
        });
        QVERIFY2(out.contains(QLatin1String("Sidecar bank/own: names no host of the destination")), qPrintable(out));
    }

    void addressesAreCutByTheMesh()
    {
        const Model model = modelOf(pods + istio("AuthorizationPolicy", "db", "shop",
                                                 of("db") + "rules: [{from: [{source: {ipBlocks: [203.0.0.0/8]}}]}]"));
        const QJsonArray rows = json(model)[u"mesh"][u"connections"].toArray();
        QCOMPARE(row(rows, "ip:0.0.0.0-202.255.255.255", "shop/db[Pod]")[u"effect"].toString(), QStringLiteral("denied"));
        QCOMPARE(row(rows, "ip:204.0.0.0-255.255.255.255", "shop/db[Pod]")[u"effect"].toString(), QStringLiteral("denied"));
        QVERIFY(row(rows, "ip:203.0.0.0-203.255.255.255", "shop/db[Pod]").isEmpty());
        QVERIFY(lineWith(written(model, report::connectivityCsv), "\"ip:0.0.0.0-255.255.255.255\",\"shop/db[Pod]\"")
                    .endsWith(QLatin1String(",\"some addresses\",\"TCP\"")));
        const QJsonArray pairs = json(model,
                                      [](report::ConnectivityQuestion& q) {
                                          q.from = "ip:202.0.0.0-203.255.255.255";
                                          q.to = "db";
                                      })[u"pairs"]
                                     .toArray();
        QCOMPARE(pairs.size(), 2);
        QCOMPARE(row(pairs, "ip:202.0.0.0-202.255.255.255", "shop/db[Pod]")[u"mesh"][u"effect"].toString(),
                 QStringLiteral("denied"));
        QCOMPARE(row(pairs, "ip:203.0.0.0-203.255.255.255", "shop/db[Pod]")[u"mesh"][u"effect"].toString(),
                 QStringLiteral("unchanged"));
    }

    void compared()
    {
        const Model before = modelOf(pods + noBank + strict), after = modelOf(shop), bare = modelOf(pods);
        const QJsonArray rows = json(after, nullptr, &before)[u"differences"].toArray();
        QCOMPARE(rows.size(), 3); // pods to cart
        for (const QJsonValue& value : rows) {
            QCOMPARE(value[u"change"].toString(), QStringLiteral("changed"));
            QCOMPARE(value[u"dst"].toString(), QStringLiteral("shop/cart[Pod]"));
            QCOMPARE(value[u"note"].toString(), QStringLiteral("the mesh: allowed before, only GET, path /a* now"));
            QCOMPARE(value[u"before"], value[u"after"]);
            QCOMPARE(value[u"mesh"][u"before"].toString(), QStringLiteral("allowed"));
        }
        QVERIFY(json(after, nullptr, &after)[u"differences"].toArray().isEmpty());
        QCOMPARE(json(bare, nullptr, &after)[u"differences"].toArray().size(), 4);
        const Ask onlyDb = [](report::ConnectivityQuestion& q) { q.workloads = {"db"}; };
        QCOMPARE(json(after, onlyDb, &bare)[u"differences"].toArray().size(), 2); // bank/web to db, db to cart
        const QString text = words(after, nullptr, &bare);
        QVERIFY2(text.contains(QLatin1String("4 differences")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("The same at the network, changed by the mesh (4)")), qPrintable(text));
        QCOMPARE(QString::fromStdString(written(after, report::connectivityCsv, nullptr, &bare))
                     .count(QLatin1String("\r\n\"changed\"")),
                 4);
        QCOMPARE(QString::fromStdString(written(after, report::connectivityDot, nullptr, &bare))
                     .count(QLatin1String("changed: the mesh: ")),
                 4);
    }

    void largeSystems()
    {
        constexpr int others = 1000;
        std::string text = pod("shop", "cart") + getOnly;
        for (int i = 0; i < others; ++i)
            text += pod("shop", "w" + std::to_string(i));
        const Model model = modelOf(text);
        QCOMPARE(model.architecture.workloads.size(), std::size_t(others + 1));
        const QJsonObject all = json(model)[u"mesh"].toObject();
        QVERIFY(!all.contains(u"connections") && !all.contains(u"summary"));
        QVERIFY(all[u"leftOut"].toString().contains(QLatin1String("--workload")));
        QVERIFY(words(model).contains(all[u"leftOut"].toString()));
        const Ask ofCart = [](report::ConnectivityQuestion& q) { q.workloads = {"cart"}; };
        const QJsonObject cart = json(model, ofCart)[u"mesh"].toObject();
        QCOMPARE(cart[u"summary"][u"pairs"].toInt(), 2 * (others + 1));
        QCOMPARE(cart[u"summary"][u"narrowed"].toInt(), others + 1);
        QCOMPARE(cart[u"connections"].toArray().size(), others + 1);
        QVERIFY(!cart.contains(u"leftOut"));
        QCOMPARE(cart[u"connections"][0][u"src"].toString(), QStringLiteral("ip:0.0.0.0-255.255.255.255"));
        const QString listed = words(model, ofCart);
        QVERIFY2(listed.contains(QLatin1String("and 989 more; JSON lists them all")), qPrintable(listed.right(2000)));
        const QJsonObject pair = json(model,
                                      [](report::ConnectivityQuestion& q) {
                                          q.from = "w7";
                                          q.to = "cart";
                                      })[u"pairs"][0]
                                     .toObject();
        QCOMPARE(pair[u"mesh"][u"effect"].toString(), QStringLiteral("narrowed"));
    }

    // Of systems that are too large for a test: a view of a small one is told that its list was cut.
    void cutConnectionsAreSaid()
    {
        const Model model = modelOf(shop);
        const report::ReportInput input{model, test::shippedCatalogue()};
        auto view = report::connectivityView(input);
        QVERIFY(view.has_value());
        QCOMPARE(QString::fromStdString(meshFacts(input, *view).leftOut), QString());

        view->answers.connectionsCut = true;
        const QString sentence =
            QStringLiteral("The network allows more connections than are listed: the pairs of the others are not counted.");
        const report::MeshFacts facts = meshFacts(input, *view);
        QCOMPARE(QString::fromStdString(facts.leftOut), sentence);
        QVERIFY(facts.told);
        QCOMPARE(facts.pairs, std::size_t(20)); // those that are listed
        QCOMPARE(facts.rows.size(), std::size_t(6));
        report::TextPen text(input);
        meshSection(text, input, *view);
        const QString said = QString::fromStdString(text.finish()).simplified();
        QVERIFY2(said.contains(QLatin1String("20 pairs: ")) && said.endsWith(sentence), qPrintable(said));
        report::JsonPen data;
        data.open();
        writeMesh(data, input, *view);
        data.close();
        const QJsonObject mesh = QJsonDocument::fromJson(QByteArray::fromStdString(data.finish())).object()[u"mesh"].toObject();
        QCOMPARE(mesh[u"leftOut"].toString(), sentence);
        QCOMPARE(mesh[u"summary"][u"pairs"].toInt(), 20);

        // A large system's pairs do not come from the list: asked about some workloads, nothing is left out.
        view->groups.emplace();
        QVERIFY(!meshFacts(input, *view).told);
        QVERIFY(QString::fromStdString(meshFacts(input, *view).leftOut).contains(QLatin1String("--workload")));
        view->asked = {0};
        const report::MeshFacts ofOne = meshFacts(input, *view);
        QVERIFY(ofOne.told);
        QCOMPARE(ofOne.pairs, std::size_t(8)); // three others and addresses, each in both directions
        QCOMPARE(QString::fromStdString(ofOne.leftOut), QString());
    }

    void cutPairsAreCounted()
    {
        const Model model = modelOf(shop);
        const report::ReportInput input{model, test::shippedCatalogue()};
        auto view = report::connectivityView(input);
        QVERIFY(view.has_value());
        auto& rows = view->answers.networks.front().connections;
        const auto denied = std::find_if(rows.begin(), rows.end(), [&](const connectivity::Connection& row) {
            return view->id(row.from) == "bank/web[Pod]" && view->id(row.to) == "shop/db[Pod]";
        });
        QVERIFY(denied != rows.end());
        const connectivity::Connection one = *denied;
        rows.assign(report::mostMeshRows, one);
        QCOMPARE(QString::fromStdString(meshFacts(input, *view).leftOut), QString());
        rows.resize(report::mostMeshRows + 2, one);
        const report::MeshFacts facts = meshFacts(input, *view);
        QCOMPARE(facts.denied, report::mostMeshRows + 2);
        QCOMPARE(facts.pairs, report::mostMeshRows + 2);
        QCOMPARE(facts.rows.size(), report::mostMeshRows);
        const QString sentence = QStringLiteral("Only the first 100000 pairs are listed; all are counted.");
        QCOMPARE(QString::fromStdString(facts.leftOut), sentence);
        report::TextPen text(input);
        meshSection(text, input, *view);
        const QString said = QString::fromStdString(text.finish()).simplified();
        QVERIFY2(said.contains(QLatin1String("Denied (100002)")), qPrintable(said));
        QVERIFY2(said.endsWith(QLatin1String("and 99990 more ") + sentence), qPrintable(said)); // JSON has not all of them
        view->answers.connectionsCut = true;
        QCOMPARE(
            QString::fromStdString(meshFacts(input, *view).leftOut),
            QStringLiteral("The network allows more connections than are listed: the pairs of the others are not counted. ") +
                sentence);
    }

    void sameInputSameBytes()
    {
        for (const Writer writer :
             {report::connectivityJson, report::connectivityText, report::connectivityCsv, report::connectivityDot})
            QCOMPARE(written(modelOf(shop), writer), written(modelOf(shop), writer));
    }
};

QTEST_GUILESS_MAIN(ConnectivityMesh)
#include "tst_connectivity_mesh.moc"
