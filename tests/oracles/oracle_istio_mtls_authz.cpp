// SPDX-License-Identifier: GPL-3.0-or-later
// Oracle istio-mtls-authz: AuthorizationPolicies that name callers beside PeerAuthentications and DestinationRules. A case
// passes when analysis/mesh_identity.h finds a gap exactly where a warning is expected.
#include "analysis/mesh_identity.h"
#include "tests/support/import_file.h"
#include "tests/support/oracle.h"
#include "tests/support/paths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace bartizan;

namespace {
constexpr double exactFloor = 0.95; // only ever raised
}

class OracleIstioMtlsAuthz : public QObject {
    Q_OBJECT
private slots:
    void cases();
};

void OracleIstioMtlsAuthz::cases()
{
    const auto folder = test::oraclesDir() / "istio-mtls-authz";
    const auto bytes = test::oraclesDir().empty() ? std::nullopt : test::readFile(folder / "cases.json");
    if (!bytes)
        QSKIP("the oracle istio-mtls-authz is not there");
    const auto exceptions = test::oracleExceptions("istio-mtls-authz");
    test::OracleScore score;
    score.name = "istio-mtls-authz";
    for (const auto& value : QJsonDocument::fromJson(QByteArray::fromStdString(*bytes)).array()) {
        const QJsonObject one = value.toObject();
        analysis::MeshIdentitySettings settings;
        settings.autoMtls = one[QLatin1String("auto_mtls")].toBool();
        const std::string file = one[QLatin1String("file")].toString().toStdString();
        const std::string title = file + (settings.autoMtls ? " auto" : " no auto");
        if (exceptions.count(title) != 0) {
            ++score.excepted;
            continue;
        }
        const auto text = test::readFile(folder / file);
        QVERIFY2(text.has_value(), file.c_str());
        const Inventory inventory = test::importFile(*text, {}, file);
        QVERIFY2(!inventory.meshAccessPolicies.empty(), file.c_str());
        const auto gaps = analysis::meshIdentityGaps(inventory, settings);
        const bool expected = one[QLatin1String("expected")].toString() == QLatin1String("warning");
        score.truePositives += expected && !gaps.empty();
        score.falseNegatives += expected && gaps.empty();
        score.falsePositives += !expected && !gaps.empty();
        const bool same = expected == !gaps.empty();
        ++(same ? score.passed : score.failed);
        if (!same)
            qWarning("%s: %s", title.c_str(), gaps.empty() ? "nothing found" : gaps.front().reason.c_str());
    }
    score.print();
    QVERIFY(score.passed > 0);
    QVERIFY(score.exact() >= exactFloor);
}

QTEST_GUILESS_MAIN(OracleIstioMtlsAuthz)
#include "oracle_istio_mtls_authz.moc"
