// SPDX-License-Identifier: GPL-3.0-or-later
// `connectivity --against` of systems with more than 1,000 workloads, of which connections are not listed by workload: what
// differs is, and that the mesh was not asked is said.
#include "model/resolve/resolve.h"
#include "report/exports.h"
#include "tests/support/import_file.h"
#include "tests/support/text_architecture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace bartizan;

namespace {

constexpr int others = 1001;

std::string pod(const std::string& app)
{
    return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + app + ", namespace: shop, labels: {app: " + app +
           "}}\nspec: {containers: [{name: main, image: \"i:1\"}]}\n";
}

// cart, and `count` others: w0, w1, ...
std::string pods(int count)
{
    std::string text = pod("cart");
    for (int i = 0; i < count; ++i)
        text += pod("w" + std::to_string(i));
    return text;
}

std::string policy(const std::string& name, const std::string& spec)
{
    return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " + name +
           ", namespace: shop}\nspec: {" + spec + "}\n";
}
std::string letsIn(const std::string& apps)
{
    return policy("cart", "podSelector: {matchLabels: {app: cart}}, ingress: [{from: [{podSelector: {matchExpressions: [{key: "
                          "app, operator: In, values: [" +
                              apps + "]}]}}]}]");
}
const std::string closed = policy("closed", "podSelector: {}, policyTypes: [Ingress]");

Model modelOf(const std::string& text)
{
    Model model{test::importFile(text), {}};
    SourceFile file;
    file.path = "test.yaml";
    model.inventory.files.push_back(std::move(file));
    model.architecture = resolve(model.inventory, test::shippedCatalogue());
    return model;
}

QJsonObject compared(const std::string& before, const std::string& after, const std::string& workload = "")
{
    const Model earlier = modelOf(before), model = modelOf(after);
    report::ReportInput input{model, test::shippedCatalogue()};
    input.earlier = &earlier;
    if (!workload.empty())
        input.question.workloads = {workload};
    const auto bytes = report::connectivityJson(input);
    return bytes ? QJsonDocument::fromJson(QByteArray::fromStdString(*bytes)).object() : QJsonObject();
}

std::size_t count(const QJsonArray& rows, const char* change)
{
    return static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [&](const QJsonValue& row) { return row[u"change"].toString() == QLatin1String(change); }));
}

} // namespace

class TestConnectivityAgainst : public QObject {
    Q_OBJECT
private slots:
    void aPolicyIsNew()
    {
        const QJsonObject answer = compared(pods(others), pods(others) + letsIn("w1, w2"));
        const QJsonArray rows = answer[u"differences"].toArray();
        QCOMPARE(rows.size(), others - 2 + 1); // the others, and all addresses
        QCOMPARE(count(rows, "removed"), std::size_t(others - 1));
        for (const QJsonValue& row : rows)
            QCOMPARE(row[u"dst"].toString(), QStringLiteral("shop/cart[Pod]"));
        QCOMPARE(rows.last()[u"src"].toString(), QStringLiteral("shop/w9[Pod]"));
        QVERIFY(!answer.contains(u"differencesCut"));
        QCOMPARE(compared(pods(others), pods(others) + letsIn("w1, w2"), "w7")[u"differences"].toArray().size(), 1);
    }

    void oneStateIsSmall()
    {
        const QJsonArray rows =
            compared(pods(2) + closed + letsIn("w1, w2"), pods(others) + closed + letsIn("w1, w2"))[u"differences"].toArray();
        QCOMPARE(count(rows, "removed"), std::size_t(0));
        const auto toCart = [](const QJsonValue& row) { return row[u"dst"].toString() == QLatin1String("shop/cart[Pod]"); };
        QCOMPARE(std::count_if(rows.begin(), rows.end(), toCart), 1);
        const auto found = std::find_if(rows.begin(), rows.end(), toCart);
        QCOMPARE((*found)[u"src"].toString(), QStringLiteral("shop/w2[Pod]"));
        QCOMPARE((*found)[u"note"].toString(), QStringLiteral("shop/w2[Pod] is new"));
    }

    void nothingDiffers()
    {
        const std::string state = pods(others) + closed + letsIn("w1");
        QVERIFY(compared(state, state)[u"differences"].toArray().isEmpty());
    }

    void theMeshIsNotAsked()
    {
        const std::string mesh = "---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: p, "
                                 "namespace: shop}\nspec: {mtls: {mode: STRICT}}\n";
        const QJsonObject answer = compared(pods(others), pods(others) + mesh);
        QVERIFY(answer[u"differences"].toArray().isEmpty());
        QVERIFY(answer[u"differencesCut"].toBool());
        const Model earlier = modelOf(pods(others)), model = modelOf(pods(others) + mesh);
        report::ReportInput input{model, test::shippedCatalogue()};
        input.earlier = &earlier;
        for (const auto writer : {report::connectivityText, report::connectivityCsv, report::connectivityDot}) {
            const auto bytes = writer(input);
            QVERIFY(bytes);
            QVERIFY2(QString::fromStdString(*bytes).simplified().contains(
                         QLatin1String("There are too many pairs to compare what the mesh makes of all of them")),
                     bytes->substr(0, 400).c_str());
        }
        const Model same = modelOf(pods(3));
        report::ReportInput whole{same, test::shippedCatalogue()};
        whole.earlier = &same;
        for (const auto writer : {report::connectivityText, report::connectivityCsv, report::connectivityDot})
            QVERIFY(!QString::fromStdString(*writer(whole)).contains(QLatin1String("too many")));
    }
};

QTEST_GUILESS_MAIN(TestConnectivityAgainst)
#include "tst_connectivity_against.moc"
