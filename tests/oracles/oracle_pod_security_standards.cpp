// SPDX-License-Identifier: GPL-3.0-or-later
// Oracle pod-security-standards: the Pods of the upstream admission library's fixtures, with level, policy version and
// the verdict. A positive is a Pod that must be denied; a denied Pod must also break the check its fixture is named after.
#include "analysis/pod_security/evaluate.h"
#include "tests/support/import_text.h"
#include "tests/support/oracle.h"
#include "tests/support/paths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cstdio>
using namespace bartizan;
using namespace bartizan::analysis;

namespace {

std::string field(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toString().toStdString();
}

// "seccompprofile_baseline3" -> "seccompprofile": baseline and restricted forms of a check share a stem.
std::string stem(std::string check)
{
    while (!check.empty() && check.back() >= '0' && check.back() <= '9')
        check.pop_back();
    return check.substr(0, check.find('_'));
}

std::string stemOf(const PodSecurityViolation& violation)
{
    std::string name;
    for (const char* c = violation.check; *c; ++c)
        name += static_cast<char>(*c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c);
    return stem(name);
}

} // namespace

class OraclePodSecurityStandards : public QObject {
    Q_OBJECT
private slots:
    void cases()
    {
        const auto folder = test::oraclesDir() / "pod-security-standards";
        const auto list = test::readFile(folder / "cases.json");
        if (!list)
            QSKIP("the oracle is not there");
        const auto exceptions = test::oracleExceptions("pod-security-standards");
        test::OracleScore score, newest; // newest: v1.35 to v1.37
        score.name = "pod-security-standards";
        for (const QJsonValue& value : QJsonDocument::fromJson(QByteArray::fromStdString(*list)).array()) {
            const QJsonObject one = value.toObject();
            const std::string file = field(one, "file"), version = field(one, "version");
            const auto text = test::readFile(folder / file);
            QVERIFY2(text, file.c_str());
            const Inventory inventory = test::importText(*text, file);
            QVERIFY2(inventory.workloads.size() == 1, file.c_str());
            const WorkloadRecord& pod = inventory.workloads.front();
            const auto violations = podSecurityViolations(pod.pod, pod.podAnnotations, *podSecurityLevel(field(one, "level")),
                                                          *podSecurityVersion(version));
            const bool mustDeny = field(one, "expected") == "denied";
            bool good = mustDeny == !violations.empty();
            if (good && mustDeny) {
                const std::string check = stem(field(one, "check"));
                // In restricted, the list of allowed volume types stands for the check of node paths.
                const std::string other = check == "hostpathvolumes" ? "restrictedvolumes" : check;
                good = std::any_of(violations.begin(), violations.end(),
                                   [&](const PodSecurityViolation& v) { return stemOf(v) == check || stemOf(v) == other; });
            }
            if (exceptions.count(file)) {
                ++score.excepted;
                continue;
            }
            const bool isNew = version == "v1.35" || version == "v1.36" || version == "v1.37";
            for (test::OracleScore* s : {&score, &newest}) {
                if (s == &newest && !isNew)
                    continue;
                ++(good ? s->passed : s->failed);
                s->truePositives += mustDeny && good;
                s->falseNegatives += mustDeny && !good;
                s->falsePositives += !mustDeny && !good;
            }
            if (!good)
                std::fprintf(stderr, "%s: expected %s, %s\n", file.c_str(), mustDeny ? "denied" : "allowed",
                             violations.empty() ? "nothing is broken" : violations.front().sentence.c_str());
        }
        score.print();
        QCOMPARE(newest.failed, 0);
        QVERIFY(score.exact() >= 1.0);
    }
};

QTEST_GUILESS_MAIN(OraclePodSecurityStandards)
#include "oracle_pod_security_standards.moc"
