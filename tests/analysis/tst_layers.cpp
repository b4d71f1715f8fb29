// SPDX-License-Identifier: GPL-3.0-or-later
// Layers decided on small systems, as tables: text of the system, layer, expected lines.
#include "tests/support/posture_text.h"
#include "tests/support/text_architecture.h"

#include <QtTest>

using namespace bartizan;

namespace {

struct Row {
    const char* name;
    Layer layer;
    const char* system;
    const char* expected;
};

const Row rows[] = {
    {"network: nothing selects it", Layer::network, R"(
workload web port=8080
)",
     "web missing network-no-policy (ingress missing, egress missing)\n"},
    {"network: both directions", Layer::network, R"(
workload web port=8080
workload db port=5432
policy web selects app=web; ingress from app=db; egress to app=db
)",
     "db missing network-no-policy (ingress missing, egress missing)\n"
     "web present network-restricted (ingress present, egress present)\n"},
    {"network: one direction", Layer::network, R"(
workload web port=8080
policy web selects app=web; ingress from app=db
)",
     "web partial network-one-direction (ingress present, egress missing)\n"},
    {"network: a rule without peers and ports", Layer::network, R"(
workload web port=8080
policy deny selects all; ingress; egress
policy open selects app=web; ingress from any
)",
     "web partial network-allow-all (ingress missing, egress present)\n"},
    {"network: every pod of the cluster", Layer::network, R"(
workload web port=8080
policy web selects app=web; ingress from cidr:0.0.0.0/0; egress
)",
     "web partial network-broad (ingress partial, egress present)\n"},
    {"network: the node's network", Layer::network, R"(
workload web port=8080 hostNetwork
policy web selects app=web; ingress; egress
)",
     "web missing network-host-network\n"},
    {"network: a job has no callers", Layer::network, R"(
workload work Job
policy work selects app=work; egress to app=db
)",
     "work present network-restricted (ingress notApplicable, egress present)\n"},

    {"network: every address in two halves", Layer::network, R"(
workload web port=8080
policy web selects app=web; ingress; egress to cidr:0.0.0.0/1 cidr:128.0.0.0/1
)",
     "web partial network-internet-egress (ingress present, egress partial)\n"},
    {"network: anybody, where nobody listens", Layer::network, R"(
workload web port=8080
policy web selects app=web; ingress from any port 9999; egress
)",
     "web present network-restricted (ingress present, egress present)\n"},
    {"network: both ends of a call decide", Layer::network, R"(
workload a port=80
workload b port=80
workload c port=80
workload d port=80
workload e port=80
workload db port=5432
workload web port=80
service db 5432
call web -> db:5432
policy all selects all; ingress from ns:shop; egress
policy web selects app=web; egress to app=db
)",
     "a present network-restricted (ingress present, egress present)\n"
     "b present network-restricted (ingress present, egress present)\n"
     "c present network-restricted (ingress present, egress present)\n"
     "d present network-restricted (ingress present, egress present)\n"
     "db present network-restricted (ingress present, egress present)\n"
     "e present network-restricted (ingress present, egress present)\n"
     "web present network-restricted (ingress present, egress present)\n"},

    {"hardening: nothing is written", Layer::hardening, "workload web port=8080\n", "web partial hardening-not-restricted\n"},
    {"hardening: restricted and read-only", Layer::hardening, "workload web port=8080 nonroot\n",
     "web present hardening-restricted\n"},
    {"hardening: host port", Layer::hardening, "workload web nonroot hostPort=80:8080\n", "web missing hardening-host-port\n"},

    {"secrets: a literal in the environment", Layer::secrets, "workload web\nenv web DB_URL=postgres://shop:word@db:5432/shop\n",
     "web missing secrets-literal-env\n"},
    {"secrets: by reference", Layer::secrets, "workload web\nsecret web DB_PASSWORD=db/password\n",
     "web present secrets-referenced\n"},
    {"secrets: a ConfigMap that is not there", Layer::secrets, "workload web\nuses web settings\n",
     "web unknown secrets-unknown\n"},

    {"gateway: straight to a workload", Layer::gateway, "internet -> web\n", "web missing gateway-load-balancer\n"},
    {"gateway: nothing leads here", Layer::gateway, "workload web port=8080\n", "web notApplicable gateway-no-way-in\n"},
    {"gateway: a second way past a check", Layer::gateway, "internet -> gw [auth tls redirect] -> web:8080\ninternet -> web\n",
     "gw notApplicable gateway-is-gateway\nweb missing gateway-load-balancer\n"},
    {"abuse: nothing leads here", Layer::abuse, "workload web port=8080\n", "web notApplicable abuse-no-way-in\n"},
    {"abuse: nothing in front", Layer::abuse, "internet -> web\n", "web missing abuse-none\n"},
    {"mfa: nobody arrives", Layer::mfa, "workload web port=8080\n", "web notApplicable mfa-no-way-in\n"},

    {"authentication: nobody is asked", Layer::authentication, "internet -> web\n",
     "web unknown authentication-no-check (user unknown, peer unknown)\n"},
    {"authentication: a store without login", Layer::authentication,
     "workload cart\nworkload redis image=redis:7.2 port=6379\nservice redis 6379\ncall cart -> redis:6379\n",
     "cart notApplicable authentication-no-way-in (user notApplicable, peer notApplicable)\n"
     "redis missing authentication-peer-open (user notApplicable, peer missing)\n"},
    {"authentication: the store is told to ask", Layer::authentication,
     "workload redis image=redis:7.2 port=6379\narg redis --requirepass $(PASSWORD)\n",
     "redis unknown authentication-peer-unknown (user notApplicable, peer unknown)\n"},

    {"authorization: no port", Layer::authorization, "workload work Job\n", "work notApplicable authorization-not-listening\n"},
    {"authorization: no policy", Layer::authorization, "workload web port=8080\n", "web missing authorization-none\n"},

    {"encryption: no edges", Layer::encryption, "workload work Job\n", "work notApplicable encryption-no-edges\n"},
    {"encryption: no sign", Layer::encryption, "workload web port=8080\n",
     "web unknown encryption-unknown (port 8080 unknown)\n"},
    {"encryption: a plain probe", Layer::encryption, "workload web port=8080 probe=/health:8080\n",
     "web missing encryption-probe-plain (port 8080 missing)\n"},
    {"encryption: a port for health beside the one that serves", Layer::encryption,
     "workload web port=8080 probe=/health:9000\nservice web 8080\n", "web unknown encryption-unknown (port 8080 unknown)\n"},
    {"encryption: only a port for health", Layer::encryption, "workload agent DaemonSet probe=/health:9000\n",
     "agent unknown encryption-unknown\n"},
    {"encryption: the client's address", Layer::encryption,
     "workload web\nworkload api port=8080\nservice api 8080\ncall web -> api:8080 http\n",
     "api missing encryption-client-plain (port 8080 missing)\n"
     "web missing encryption-client-plain (calls missing)\n"},
    {"encryption: the client asks for TLS", Layer::encryption,
     "workload web\nworkload api port=8443\nservice api 8443\ncall web -> api:8443 https\n",
     "api present encryption-tls (port 8443 present)\n"
     "web present encryption-tls (calls present)\n"},

    {"failure: a job", Layer::failure, "workload work Job\n",
     "work notApplicable failure-not-applicable (data notApplicable, availability notApplicable)\n"},
    {"failure: one replica", Layer::failure, "workload web port=8080\n",
     "web missing failure-thin (data notApplicable, availability missing)\n"},
    {"image: no report", Layer::image, "workload web image=shop/web:1.0\n",
     "web unknown image-no-report (scanned unknown, pinned partial)\n"},
    {"image: a moving tag", Layer::image, "workload web image=shop/web:latest\n",
     "web unknown image-no-report (scanned unknown, pinned missing)\n"},
    {"testing: a product", Layer::testing, "workload redis image=redis:7.2\n", "redis notApplicable testing-third-party\n"},
    {"testing: own code", Layer::testing, "workload web image=shop/web:1.0\n", "web unknown testing-no-report\n"},
    {"admission: enforced", Layer::admission,
     "namespace shop pod-security.kubernetes.io/enforce=restricted\nworkload web nonroot\n",
     "web present admission-restricted\n"},
    {"admission: only warns", Layer::admission,
     "namespace shop pod-security.kubernetes.io/warn=restricted\nworkload web nonroot\n", "web unknown admission-unknown\n"},
};

} // namespace

class TestLayers : public QObject {
    Q_OBJECT
private slots:
    void decides_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(rows); ++i)
            QTest::newRow(rows[i].name) << int(i);
    }
    void decides()
    {
        QFETCH(int, row);
        const Row& r = rows[static_cast<std::size_t>(row)];
        const Model model = test::modelOf(r.system);
        const Posture posture = test::postureOf(model);
        QCOMPARE(QString::fromStdString(test::verdictsText(model, posture, r.layer)), QString::fromUtf8(r.expected));
    }

    // A second way in is a way round only where the first one stops anything; one cause, one finding.
    void wayRound()
    {
        const auto rules = [](const char* system) {
            std::string text;
            for (const Finding& f : test::postureOf(std::string_view(system)).findings)
                if (f.rule == "gateway-way-round" || f.rule == "gateway-load-balancer")
                    text += f.rule + ": " + f.reason + "\n";
            return QString::fromStdString(text);
        };
        QCOMPARE(
            rules("internet -> gw [tls redirect] -> web:8080\ninternet -> web\n"),
            QStringLiteral(
                "gateway-load-balancer: Service shop/web is a load balancer straight to this workload, which is no gateway.\n"));
        const QString round = rules("internet -> gw [auth tls redirect] -> web:8080\ninternet -> web\n");
        QVERIFY2(
            round.startsWith(QStringLiteral("gateway-way-round: Service shop/web is a load balancer and goes round the gateway, "
                                            "where other requests pass the check at ")),
            qPrintable(round));
        QCOMPARE(round.count(QLatin1Char('\n')), 1);
    }

    // Evidence or silence: every missing and partial verdict shows a line or says what was searched.
    void gapsShowEvidence()
    {
        for (const Row& r : rows) {
            const Model model = test::modelOf(r.system);
            const Posture posture = test::postureOf(model);
            for (const WorkloadPosture& w : posture.workloads)
                for (const LayerVerdict& v : w.layers) {
                    QVERIFY2(!v.rule.empty() && !v.reason.empty(), r.name);
                    if (v.verdict == Verdict::missing || v.verdict == Verdict::partial)
                        QVERIFY2(!v.evidence.empty() || !v.within.empty(), (std::string(r.name) + ": " + v.rule).c_str());
                    if (v.verdict == Verdict::unknown)
                        QVERIFY2(!v.settledBy.empty(), (std::string(r.name) + ": " + v.rule).c_str());
                }
            for (const Finding& f : posture.findings)
                QVERIFY2(f.cause.valid() && !f.subjects.empty() && !f.title.empty(), f.id.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
