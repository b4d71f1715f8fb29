// SPDX-License-Identifier: GPL-3.0-or-later
// Oracle cluster-network-policy: probes of ClusterNetworkPolicy's conformance suite. For every step the base and the
// policies that are then in force are read together; a probe is one pair of pods, protocol and port. A positive is an
// allowed connection. An exception is named "CASE step N".
#include "tests/support/connectivity_case.h"
#include "tests/support/oracle.h"
#include "tests/support/paths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace bartizan;
using namespace bartizan::test;
using connectivity::End;
using connectivity::PortSet;

class OracleClusterNetworkPolicy : public QObject {
    Q_OBJECT
private slots:
    void probes();

private:
    void judge(const std::string& title, const ConnectivityCase& input, const ConnectivityAnswer& answer,
               const QJsonObject& probe);

    OracleScore m_score;
};

void OracleClusterNetworkPolicy::judge(const std::string& title, const ConnectivityCase& input, const ConnectivityAnswer& answer,
                                       const QJsonObject& probe)
{
    const auto podOf = [&](const char* key) {
        const QString name = probe[QLatin1String(key)].toString();
        return podNamed(input.model(), name.section(QLatin1Char('/'), 0, 0).toStdString(),
                        name.section(QLatin1Char('/'), 1, 1).toStdString());
    };
    const auto from = podOf("src"), to = podOf("dst");
    const auto protocol = connectivity::protocolOf(probe[QLatin1String("protocol")].toString().toStdString());
    const auto port = static_cast<std::uint32_t>(probe[QLatin1String("port")].toInt());
    const std::string what = title + " " + QJsonDocument(probe).toJson(QJsonDocument::Compact).toStdString();
    if (!from || !to || !protocol) {
        ++m_score.failed;
        qWarning("%s: a pod or the protocol is not known", what.c_str());
        return;
    }
    const bool wanted = probe[QLatin1String("allowed")].toBool();
    const bool found = answer.connectivity->allowed({End::Kind::pod, *from}, {End::Kind::pod, *to})
                           .contains(PortSet::of(*protocol, {port, port}));
    ++(wanted == found ? m_score.passed : m_score.failed);
    m_score.truePositives += wanted && found ? 1 : 0;
    m_score.falseNegatives += wanted && !found ? 1 : 0;
    m_score.falsePositives += !wanted && found ? 1 : 0;
    if (wanted != found)
        qWarning("%s: found %s", what.c_str(), found ? "allowed" : "denied");
}

void OracleClusterNetworkPolicy::probes()
{
    const auto folder = oraclesDir() / "cluster-network-policy" / "cases";
    std::error_code error;
    if (oraclesDir().empty() || !std::filesystem::is_directory(folder, error))
        QSKIP("the oracle cluster-network-policy is not there");
    m_score.name = "cluster-network-policy";
    const auto exceptions = oracleExceptions("cluster-network-policy");
    std::set<std::filesystem::path> cases;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        cases.insert(at->path());
    for (const auto& dir : cases) {
        const auto bytes = readFile(dir / "expected.json");
        if (!bytes)
            continue;
        const QJsonObject expected = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes)).object();
        for (const QJsonValue& value : expected[QLatin1String("steps")].toArray()) {
            const QJsonObject step = value.toObject();
            const std::string title = dir.filename().string() + " step " + std::to_string(step[QLatin1String("step")].toInt());
            const QJsonArray probes = step[QLatin1String("probes")].toArray();
            if (exceptions.count(title) != 0) {
                m_score.excepted += static_cast<int>(probes.size());
                continue;
            }
            std::vector<std::string> sources{(dir / expected[QLatin1String("base")].toString().toStdString()).string()};
            const QJsonValue policies = step[QLatin1String("policies")];
            for (const QJsonValue& file : policies.isArray() ? policies.toArray() : QJsonArray{policies})
                sources.push_back((dir / file.toString().toStdString()).string());
            const auto input = ConnectivityCase::of(sources);
            QVERIFY2(input, title.c_str());
            const ConnectivityAnswer answer = input->answer(true);
            for (const QJsonValue& probe : probes)
                judge(title, *input, answer, probe.toObject());
        }
    }
    m_score.print();
    QVERIFY(m_score.passed + m_score.failed > 0);
    QVERIFY2(m_score.failed == 0, "every probe must be answered as the suite expects");
}

QTEST_GUILESS_MAIN(OracleClusterNetworkPolicy)
#include "oracle_cluster_network_policy.moc"
