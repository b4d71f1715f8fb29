// SPDX-License-Identifier: GPL-3.0-or-later
// `connectivity` in its four formats and explained, on a small system: what is asked for and nothing else, names that are
// not known or not one thing, differences, hostile names. Whether the answers are right is asked elsewhere
// (tests/analysis, tests/oracles); that other readers read them, in tst_exports.cpp.
#include "report/exports.h"
#include "tests/support/text_architecture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace bartizan;

namespace {

// web is open; cart takes web's 8080 only; db takes nothing. pay/web is another one of that name.
constexpr const char* shop = "workload web port=8080\nworkload cart port=8080\nworkload db port=5432\n"
                             "workload pay/web port=8080\n"
                             "policy cart selects app=cart ; ingress from app=web port 8080\n"
                             "policy db selects app=db ; ingress\n";
constexpr const char* shopBefore = "workload web port=8080\nworkload cart port=8080\nworkload db port=5432\n"
                                   "workload pay/web port=8080\n"
                                   "policy cart selects app=cart ; ingress from app=web port 8080\n";

using Ask = void (*)(report::ConnectivityQuestion&);
using Writer = Result<std::string> (*)(const report::ReportInput&);

Result<std::string> written(const Model& model, Writer writer, Ask ask = nullptr, const Model* earlier = nullptr)
{
    report::ReportInput input{model, test::shippedCatalogue()};
    input.earlier = earlier;
    if (ask)
        ask(input.question);
    return writer(input);
}

QJsonObject json(const Model& model, Ask ask = nullptr, const Model* earlier = nullptr)
{
    const auto bytes = written(model, report::connectivityJson, ask, earlier);
    return bytes ? QJsonDocument::fromJson(QByteArray::fromStdString(*bytes)).object() : QJsonObject();
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

QString squeezed(const Result<std::string>& text) // lines are wrapped anywhere
{
    return text ? QString::fromStdString(*text).simplified()
                : QStringLiteral("error: ") + QString::fromStdString(text.error().id);
}

} // namespace

class ConnectivityOutput : public QObject {
    Q_OBJECT
private slots:
    void jsonHasEveryRow()
    {
        const QJsonObject all = json(test::modelOf(shop));
        QCOMPARE(all[u"schema"].toString(), QStringLiteral("bartizan/connectivity/1"));
        const QJsonArray rows = all[u"connections"].toArray();
        QCOMPARE(compact(row(rows, "shop/web[Deployment]", "shop/cart[Deployment]")[u"conn"]),
                 QByteArray("{\"TCP\":[[8080,8080]]}"));
        QCOMPARE(compact(row(rows, "shop/db[Deployment]", "shop/web[Deployment]")[u"conn"]), QByteArray("{\"all\":true}"));
        QVERIFY(row(rows, "shop/web[Deployment]", "shop/db[Deployment]").isEmpty());
        QVERIFY(row(rows, "shop/web[Deployment]", "shop/web[Deployment]").isEmpty());
        QVERIFY(!row(rows, "ip:0.0.0.0-255.255.255.255", "shop/web[Deployment]").isEmpty());
        const QJsonArray networks = all[u"networks"].toArray();
        QCOMPARE(networks.size(), 1);
        QCOMPARE(networks[0][u"network"].toString(), QStringLiteral("pod-network"));
        QCOMPARE(networks[0][u"connections"].toArray(), rows);
        QCOMPARE(all[u"assumptions"].toArray().size(), 1);
        QCOMPARE(all[u"assumptions"].toArray()[0][u"id"].toString(), QStringLiteral("cni-enforces"));
        QStringList open;
        for (const QJsonValue& value : all[u"unprotected"].toArray())
            if (value[u"direction"].toString() == QLatin1String("ingress"))
                open << value[u"workload"].toString();
        open.sort();
        QCOMPARE(open, QStringList({"pay/web[Deployment]", "shop/web[Deployment]"}));
        QVERIFY(!all.contains(u"pairs") && !all.contains(u"differences") && !all.contains(u"groups"));
    }

    void onlyWhatIsAskedFor()
    {
        const Model model = test::modelOf(shop);
        const QJsonArray all = json(model)[u"connections"].toArray();
        const QJsonArray cart =
            json(model, [](report::ConnectivityQuestion& q) { q.workloads = {"cart"}; })[u"connections"].toArray();
        QVERIFY(!cart.isEmpty() && cart.size() < all.size());
        for (const QJsonValue& value : cart)
            QVERIFY(value[u"src"].toString().contains(QLatin1String("cart")) ||
                    value[u"dst"].toString().contains(QLatin1String("cart")));
        const QJsonObject in = json(model, [](report::ConnectivityQuestion& q) {
            q.workloads = {"shop/cart"};
            q.direction = connectivity::Direction::ingress;
        });
        QCOMPARE(in[u"connections"].toArray().size(), 1);
        for (const QJsonValue& value : in[u"exposure"].toArray())
            QCOMPARE(value[u"direction"].toString(), QStringLiteral("ingress"));
        const QJsonArray dns =
            json(model, [](report::ConnectivityQuestion& q) { q.ports = *report::portsNamed("udp:53"); })[u"connections"]
                .toArray();
        QVERIFY(!dns.isEmpty());
        for (const QJsonValue& value : dns)
            QCOMPARE(compact(value[u"conn"]), QByteArray("{\"UDP\":[[53,53]]}"));
        QVERIFY(row(dns, "shop/web[Deployment]", "shop/cart[Deployment]").isEmpty());
    }

    void ports_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ports"); // "" = refused
        QTest::newRow("one") << "TCP:8080"
                             << "TCP 8080";
        QTest::newRow("range") << "tcp:8000-8999"
                               << "TCP 8000-8999";
        QTest::newRow("plain") << "443"
                               << "TCP 443";
        QTest::newRow("protocol") << "SCTP"
                                  << "SCTP";
        for (const char* wrong : {"", ":", "TCP:", "TCP:0", "TCP:65536", "TCP:90-80", "ICMP:1", "TCP:80x", "TCP:-80", "http"})
            QTest::newRow(*wrong ? wrong : "nothing") << wrong << "";
    }
    void ports()
    {
        QFETCH(QString, text);
        QFETCH(QString, ports);
        const auto set = report::portsNamed(text.toStdString());
        QCOMPARE(set ? QString::fromStdString(toText(*set)) : QString(), ports);
    }

    void names_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("id"); // of the error
        QTest::addColumn<QString>("says");
        const auto add = [](const char* name, const char* from, const char* to, const char* id, const char* says) {
            QTest::newRow(name) << from << to << id << says;
        };
        add("nearest", "crat", "db", "connectivity-name", "shop/cart[Deployment]");
        add("in its namespace", "shop/car", "db", "connectivity-name", "shop/cart[Deployment]");
        add("nothing near", "something-else", "db", "connectivity-name", "something-else");
        add("several", "web", "db", "connectivity-several", "pay/web[Deployment] or shop/web[Deployment]");
        add("no address", "ip:10.0.0.300", "db", "connectivity-name", "10.0.0.0/8");
        add("backwards", "ip:10.0.0.9-10.0.0.1", "db", "connectivity-name", "10.0.0.0/8");
        add("itself", "cart", "shop/cart", "connectivity-question", "same workload");
        add("outside", "10.0.0.1", "internet", "connectivity-question", "neither end");
        add("controller last", "cart", "ingress-controller", "connectivity-question", "first end");
        add("unknown host", "cart", "host:example.com", "connectivity-name", "example.com");
    }
    void names()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, id);
        QFETCH(QString, says);
        const Model model = test::modelOf(shop);
        for (const Writer writer : {report::connectivityText, report::connectivityJson}) {
            report::ReportInput input{model, test::shippedCatalogue()};
            input.question.from = from.toStdString();
            input.question.to = to.toStdString();
            const auto answer = writer(input);
            QVERIFY(!answer);
            QCOMPARE(QString::fromStdString(answer.error().id), id);
            QVERIFY2(QString::fromStdString(answer.error().message).contains(says), answer.error().message.c_str());
        }
        report::ReportInput input{model, test::shippedCatalogue()};
        input.question.from = input.question.to = "x";
        QVERIFY(!report::connectivityCsv(input) && !report::connectivityDot(input));
    }

    void explainedInWords()
    {
        const Model model = test::modelOf(shop);
        const QString allowed = squeezed(written(model, report::connectivityText, [](report::ConnectivityQuestion& q) {
            q.from = "shop/web";
            q.to = "cart";
        }));
        QVERIFY2(allowed.startsWith(QLatin1String("shop/web[Deployment] -> shop/cart[Deployment] Allowed on TCP 8080")),
                 qPrintable(allowed));
        for (const char* words : {"NetworkPolicy shop/cart allows it (ingress rule 1)", "architecture.txt:5",
                                  "no policy selects the pod for egress, so everything is allowed", "no rule lets this through",
                                  "plugin enforces NetworkPolicy"})
            QVERIFY2(allowed.contains(QLatin1String(words)), qPrintable(allowed));
        const QString denied = squeezed(written(model, report::connectivityText, [](report::ConnectivityQuestion& q) {
            q.from = "internet";
            q.to = "db";
        }));
        QVERIFY2(denied.startsWith(QLatin1String("internet -> shop/db[Deployment]")), qPrintable(denied));
        QVERIFY2(denied.contains(QLatin1String("Denied on every port.")), qPrintable(denied));
    }

    void explainedAsData()
    {
        const QJsonObject all = json(test::modelOf(shop), [](report::ConnectivityQuestion& q) {
            q.from = "shop/web[Deployment]";
            q.to = "shop/cart[Deployment]";
        });
        const QJsonArray pairs = all[u"pairs"].toArray();
        QCOMPARE(pairs.size(), 1);
        const QJsonArray verdicts = pairs[0][u"verdicts"].toArray();
        QCOMPARE(verdicts.size(), 2);
        QCOMPARE(verdicts[0][u"verdict"].toString(), QStringLiteral("allowed"));
        QCOMPARE(compact(verdicts[0][u"conn"]), QByteArray("{\"TCP\":[[8080,8080]]}"));
        QCOMPARE(verdicts[0][u"by"].toArray().size(), 1);
        QCOMPARE(verdicts[0][u"by"][0][u"object"][u"name"].toString(), QStringLiteral("cart"));
        QCOMPARE(verdicts[0][u"default"].toArray(), QJsonArray({"Egress"}));
        QCOMPARE(verdicts[1][u"verdict"].toString(), QStringLiteral("denied"));
        QCOMPARE(verdicts[1][u"ingress"][u"why"].toString(), QStringLiteral("noRule"));
        QVERIFY(!all.contains(u"connections"));
    }

    void explainedAddresses()
    {
        const Model model =
            test::modelOf("workload web port=8080\npolicy web selects app=web ; ingress from cidr:203.0.0.0/8 port 8080\n");
        const QJsonArray parts = json(model,
                                      [](report::ConnectivityQuestion& q) {
                                          q.from = "ip:202.0.0.0-203.255.255.255";
                                          q.to = "web";
                                      })[u"pairs"]
                                     .toArray();
        QCOMPARE(parts.size(), 2);
        QCOMPARE(compact(row(parts, "ip:203.0.0.0-203.255.255.255", "shop/web[Deployment]")[u"conn"]),
                 QByteArray("{\"TCP\":[[8080,8080]]}"));
        QCOMPARE(compact(row(parts, "ip:202.0.0.0-202.255.255.255", "shop/web[Deployment]")[u"conn"]),
                 QByteArray("{\"none\":true}"));
        const QJsonArray one = json(model,
                                    [](report::ConnectivityQuestion& q) {
                                        q.from = "203.0.113.7";
                                        q.to = "web";
                                    })[u"pairs"]
                                   .toArray();
        QCOMPARE(one.size(), 1);
        QCOMPARE(one[0][u"src"].toString(), QStringLiteral("ip:203.0.113.7-203.0.113.7"));
    }

    void differences()
    {
        const Model before = test::modelOf(shopBefore), after = test::modelOf(shop);
        const QJsonArray rows = json(after, nullptr, &before)[u"differences"].toArray();
        QVERIFY(rows.size() >= 3);
        for (const QJsonValue& value : rows) {
            QCOMPARE(value[u"change"].toString(), QStringLiteral("removed"));
            QCOMPARE(value[u"dst"].toString(), QStringLiteral("shop/db[Deployment]"));
        }
        QVERIFY(json(after, nullptr, &after)[u"differences"].toArray().isEmpty());
        const QString text = squeezed(written(after, report::connectivityText, nullptr, &before));
        QVERIFY2(text.contains(QLatin1String("Allowed before, not now (") + QString::number(rows.size())), qPrintable(text));
        const auto csv = written(after, report::connectivityCsv, nullptr, &before);
        QVERIFY(csv && csv->starts_with("\"change\","));
        QCOMPARE(QString::fromStdString(*csv).count(QLatin1String("\r\n\"removed\"")), rows.size());
        const Ask onlyCart = [](report::ConnectivityQuestion& q) { q.workloads = {"cart"}; };
        QCOMPARE(json(after, onlyCart, &before)[u"differences"].toArray().size(), 1);
    }

    void textIsReadable()
    {
        const Model model = test::modelOf(shop);
        const auto text = written(model, report::connectivityText, [](report::ConnectivityQuestion& q) { q.exposure = true; });
        QVERIFY(text.has_value());
        for (const QString& line : QString::fromStdString(*text).split(QLatin1Char('\n')))
            QVERIFY2(line.size() <= 80, qPrintable(line));
        const QString words = squeezed(text);
        for (const char* part : {"4 workloads, 2 network policies", "pod-network: ", "TCP 8080", "Selected by no network policy",
                                 "Exposure to any pod", "Assumed"})
            QVERIFY2(words.contains(QLatin1String(part)), qPrintable(words));
        QCOMPARE(words.count(QLatin1String("enforces NetworkPolicy")), 1);
        QVERIFY(!squeezed(written(model, report::connectivityText)).contains(QLatin1String("Exposure to any pod")));
    }

    void equalListsAreToldOnce()
    {
        const Model model = test::modelOf("workload a\nworkload b\nworkload c\nworkload d\n"
                                          "policy closed selects all ; ingress\n"
                                          "policy d selects app=d ; ingress from app=a app=b app=c\n");
        const QString words = squeezed(written(model, report::connectivityText));
        QVERIFY2(words.contains(QLatin1String("shop/a[Deployment], shop/b[Deployment], shop/c[Deployment] all "
                                              "shop/d[Deployment], ip:0.0.0.0-255.255.255.255 ")),
                 qPrintable(words));
        QVERIFY2(words.contains(QLatin1String("shop/d[Deployment] all ip:0.0.0.0-255.255.255.255")), qPrintable(words));
    }

    void uncertainRowsAreCutAloud_data()
    {
        QTest::addColumn<int>("workloads");
        QTest::addColumn<bool>("cut");
        QTest::newRow("all") << 40 << false; // each with each, and the outside with each
        QTest::newRow("too many") << 150 << true;
    }
    void uncertainRowsAreCutAloud()
    {
        QFETCH(int, workloads);
        QFETCH(bool, cut);
        std::string system = "policy p selects all ; ingress from app=w1 port 80\n";
        for (int i = 0; i < workloads; ++i)
            system += "workload w" + std::to_string(i) + " hostNetwork\n";
        const Model model = test::modelOf(system);
        const QJsonObject all = json(model);
        QCOMPARE(all[u"uncertain"].toArray().size(), cut ? 20000 : workloads * workloads);
        QCOMPARE(all[u"uncertainCut"].toBool(), cut);
        QCOMPARE(all.contains(u"uncertainCut"), cut);
        const QString words = squeezed(written(model, report::connectivityText));
        QCOMPARE(words.contains(QLatin1String("more; JSON lists them all")), !cut);
        QCOMPARE(words.contains(QLatin1String("Uncertain (20000 or more)")), cut);
        QCOMPARE(words.contains(QLatin1String("more at least; JSON lists these")), cut);
    }

    void hostileNames()
    {
        Model model = test::modelOf(shop);
        model.architecture.workloads[0].id = "=1+1\"b\\n\x1b[31m\xE2\x80\xAE\n";
        model.architecture.workloads[1].id = "<b>&'];\xFF";
        const auto dot = written(model, report::connectivityDot), csv = written(model, report::connectivityCsv),
                   text = written(model, report::connectivityText), data = written(model, report::connectivityJson);
        QVERIFY(dot && csv && text && data);
        QVERIFY(dot->find("=1+1\\\"b\\\\n") != std::string::npos);
        QVERIFY(csv->find("\"'=1+1\"\"b\\n<U+001B>") != std::string::npos);
        QVERIFY(csv->find(",\"=1") == std::string::npos);
        for (const auto* bytes : {&*dot, &*csv, &*text, &*data}) {
            QVERIFY(QString::fromStdString(*bytes).toStdString() == *bytes); // UTF-8
            for (const char c : *bytes)
                QVERIFY(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\r');
            if (bytes != &*data)
                QVERIFY(bytes->find("\xE2\x80\xAE") == std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(ConnectivityOutput)
#include "tst_connectivity_output.moc"
