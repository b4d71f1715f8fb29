// SPDX-License-Identifier: GPL-3.0-or-later
// Oracle netpol-connectivity: who may reach whom on which ports (per network), what is exposed, which objects decide,
// what differs between two inputs, and what must not be read without a word. One line of score for each question. An
// exception is named "CASE QUESTION", or "CASE QUESTION WHICH" with the tool's file or the pair; QUESTION is connlist,
// exposure, explain, diffs, must-refuse or evaluations.
#include "tests/support/connectivity_explanation.h"
#include "tests/support/connectivity_exposure.h"
#include "tests/support/connectivity_refusal.h"
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

namespace {

std::string field(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toVariant().toString().toStdString();
}

QJsonArray list(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toArray();
}

std::map<std::string, QJsonObject> expectedBelow(const std::filesystem::path& folder)
{
    std::map<std::string, QJsonObject> all;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (const auto bytes = readFile(at->path() / "expected.json"))
            all[at->path().filename().string()] = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes)).object();
    }
    return all;
}

std::vector<std::string> namesIn(const QJsonArray& errors) // what the tool's messages name
{
    std::vector<std::string> names;
    for (const QJsonValue& error : errors) {
        for (const QJsonValue& name : list(error.toObject(), "args"))
            names.push_back(name.toString().toStdString());
    }
    return names;
}

} // namespace

class OracleNetpolConnectivity : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void connections();
    void exposure();
    void explanations();
    void differences();
    void refusals();
    void evaluations();

private:
    struct Question { // one query of a case
        std::string name;
        QJsonObject expected;
        QuestionOptions options;
    };
    using Wanted = std::initializer_list<const char*>;
    std::vector<Question> questions(Wanted kinds) const;
    std::shared_ptr<const ConnectivityCase> input(const std::string& name);
    const ConnectivityAnswer* answer(const std::string& name, bool severalNetworks);
    bool excepted(OracleScore& score, const std::string& title, const std::string& which = "") const;
    static void judge(OracleScore& score, const std::string& title, const Comparison& comparison);
    static void report(const std::string& title, const std::vector<std::string>& differences);
    static void finish(const OracleScore& score, double floor);
    void judgePairs(const Question& question, OracleScore& objects, OracleScore& ports);
    void judgeEvaluation(OracleScore& score, const Question& question, const QJsonObject& entry);

    std::filesystem::path m_folder;
    std::map<std::string, QJsonObject> m_cases;
    std::map<std::string, std::shared_ptr<const ConnectivityCase>> m_inputs;
    std::map<std::pair<std::string, bool>, std::unique_ptr<const ConnectivityAnswer>> m_answers;
    std::map<std::string, std::string> m_exceptions;
};

void OracleNetpolConnectivity::initTestCase()
{
    m_folder = oraclesDir() / "netpol-connectivity";
    if (!oraclesDir().empty())
        m_cases = expectedBelow(m_folder / "cases");
    if (m_cases.empty())
        QSKIP("the oracle netpol-connectivity is not there");
    m_exceptions = oracleExceptions("netpol-connectivity");
}

std::vector<OracleNetpolConnectivity::Question> OracleNetpolConnectivity::questions(Wanted kinds) const
{
    std::vector<Question> out;
    for (const auto& [name, expected] : m_cases) {
        for (const QJsonValue& value : list(expected, "queries")) {
            const QJsonObject query = value.toObject();
            const std::string kind = field(query, "kind");
            if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end())
                out.push_back({name, query, questionOptions(query[QLatin1String("options")].toObject())});
        }
    }
    return out;
}

std::shared_ptr<const ConnectivityCase> OracleNetpolConnectivity::input(const std::string& name)
{
    const auto [at, added] = m_inputs.try_emplace(name);
    if (added)
        at->second = ConnectivityCase::of({(m_folder / "cases" / name / "input").string()});
    return at->second;
}

const ConnectivityAnswer* OracleNetpolConnectivity::answer(const std::string& name, bool severalNetworks)
{
    const auto [at, added] = m_answers.try_emplace({name, severalNetworks});
    if (const auto read = added ? input(name) : nullptr)
        at->second = std::make_unique<const ConnectivityAnswer>(read->answer(severalNetworks));
    return at->second.get();
}

bool OracleNetpolConnectivity::excepted(OracleScore& score, const std::string& title, const std::string& which) const
{
    const bool known = m_exceptions.count(title) != 0 || (!which.empty() && m_exceptions.count(title + " " + which) != 0);
    score.excepted += known ? 1 : 0;
    return known;
}

void OracleNetpolConnectivity::report(const std::string& title, const std::vector<std::string>& differences)
{
    constexpr std::size_t most = 5;
    for (std::size_t i = 0; i < std::min(most, differences.size()); ++i)
        qWarning("%s: %s", title.c_str(), differences[i].c_str());
    if (differences.size() > most)
        qWarning("%s: and %zu more", title.c_str(), differences.size() - most);
}

void OracleNetpolConnectivity::judge(OracleScore& score, const std::string& title, const Comparison& comparison)
{
    ++(comparison.differences.empty() ? score.passed : score.failed);
    score.truePositives += comparison.truePositives;
    score.falsePositives += comparison.falsePositives;
    score.falseNegatives += comparison.falseNegatives;
    report(title, comparison.differences);
}

void OracleNetpolConnectivity::finish(const OracleScore& score, double floor)
{
    if (score.passed + score.failed == 0)
        QSKIP("no such question in the oracle");
    score.print();
    QVERIFY2(
        score.exact() >= floor,
        qPrintable(
            QStringLiteral("%1 of %2 are equal, the floor is %3").arg(score.passed).arg(score.passed + score.failed).arg(floor)));
}

void OracleNetpolConnectivity::connections()
{
    OracleScore score;
    score.name = "netpol-connectivity connlist";
    for (const Question& one : questions({"connlist", "exposure"})) {
        const std::string title = one.name + " connlist", which = field(one.expected, "original");
        if (excepted(score, title, which))
            continue;
        const ConnectivityAnswer* found = answer(one.name, one.options.severalNetworks);
        QVERIFY2(found, one.name.c_str());
        judge(score, title + " " + which,
              compareNetworks(expectedRows(list(one.expected, "networks")), actualRows(*found, one.options)));
    }
    finish(score, 0.98);
}

void OracleNetpolConnectivity::exposure()
{
    OracleScore score;
    score.name = "netpol-connectivity exposure";
    for (const Question& one : questions({"exposure"})) {
        const std::string title = one.name + " exposure", which = field(one.expected, "original");
        if (excepted(score, title, which))
            continue;
        const ConnectivityAnswer* found = answer(one.name, one.options.severalNetworks);
        QVERIFY2(found, one.name.c_str());
        judge(score, title + " " + which, compareExposure(list(one.expected, "exposure"), *found, one.options));
    }
    finish(score, 0.95);
}

void OracleNetpolConnectivity::judgePairs(const Question& question, OracleScore& objects, OracleScore& ports)
{
    const std::string title = question.name + " explain";
    const auto read = input(question.name);
    const ConnectivityAnswer* found = answer(question.name, question.options.severalNetworks);
    QVERIFY2(read && found, question.name.c_str());
    std::vector<std::string> differences;
    for (const QJsonValue& value : list(question.expected, "pairs")) {
        const QJsonObject pair = value.toObject();
        if (excepted(objects, title, field(pair, "src") + " -> " + field(pair, "dst")))
            continue;
        const ExplainedPair one = compareExplanation(pair, *read, *found, question.options);
        ++(one.objectsAgree ? objects.passed : objects.failed);
        ++(one.connectionsAgree ? ports.passed : ports.failed);
        objects.truePositives += one.truePositives;
        objects.falsePositives += one.falsePositives;
        objects.falseNegatives += one.falseNegatives;
        differences.insert(differences.end(), one.differences.begin(), one.differences.end());
    }
    report(title + " " + field(question.expected, "original"), differences);
}

void OracleNetpolConnectivity::explanations()
{
    OracleScore objects, ports; // of pairs: what decides; which ports are allowed and denied
    objects.name = "netpol-connectivity explain";
    ports.name = "netpol-connectivity explain-ports";
    for (const Question& one : questions({"explain"}))
        judgePairs(one, objects, ports);
    if (ports.passed + ports.failed > 0)
        ports.print();
    finish(objects, 0.95);
}

void OracleNetpolConnectivity::differences()
{
    OracleScore score;
    score.name = "netpol-connectivity diffs";
    for (const auto& [name, expected] : expectedBelow(m_folder / "diffs")) {
        if (excepted(score, name + " diffs"))
            continue;
        const bool several = questionOptions(expected[QLatin1String("options")].toObject()).severalNetworks;
        const ConnectivityAnswer* before = answer(field(expected, "first"), several);
        const ConnectivityAnswer* after = answer(field(expected, "second"), several);
        QVERIFY2(before && after, name.c_str());
        std::vector<ChangeRow> wanted, found;
        for (const QJsonValue& value : list(expected, "entries")) {
            const QJsonObject entry = value.toObject();
            if (field(entry, "diff") != "unchanged")
                wanted.push_back({withoutMark(field(entry, "src")), withoutMark(field(entry, "dst")),
                                  portsOf(entry[QLatin1String("first")].toObject()).ports,
                                  portsOf(entry[QLatin1String("second")].toObject()).ports});
        }
        for (const connectivity::Difference& one :
             differencesOf(before->world(), before->answers.networks, after->world(), after->answers.networks)) {
            if (comparable(one.from) && comparable(one.to))
                found.push_back({one.from, one.to, withoutOthers(one.before), withoutOthers(one.after)});
        }
        judge(score, name + " diffs", compareChanges(wanted, found));
    }
    finish(score, 0.95);
}

void OracleNetpolConnectivity::refusals()
{
    OracleScore score; // a positive is a case with a problem: one that the tool reads without a word counts against precision
    score.name = "netpol-connectivity must-refuse";
    for (const auto& [name, expected] : m_cases) {
        const std::string title = name + " must-refuse";
        const QJsonArray errors = list(expected, "fatal_errors");
        if (excepted(score, title))
            continue;
        const auto read = input(name);
        QVERIFY2(read, name.c_str());
        if (errors.isEmpty()) {
            score.falsePositives += reportsProblem(read->model(), {}) ? 1 : 0;
            continue;
        }
        const bool several = questionOptions(errors.first()[QLatin1String("options")].toObject()).severalNetworks;
        const ConnectivityAnswer* found = answer(name, several);
        QVERIFY2(found, name.c_str());
        const std::vector<std::string> names = namesIn(errors);
        const bool reported = reportsProblem(read->model(), names) || reportsDifferingReplicas(*found, names);
        ++(reported ? score.truePositives : score.falseNegatives);
        ++(reported ? score.passed : score.failed);
        if (!reported) {
            std::vector<std::string> lines = problemLines(read->model());
            lines.insert(lines.begin(), "no problem with the object that the tool refuses; reported are " +
                                            std::to_string(lines.size()) + " problems");
            report(title, lines);
        }
    }
    finish(score, 1.0);
}

void OracleNetpolConnectivity::judgeEvaluation(OracleScore& score, const Question& question, const QJsonObject& entry)
{
    const auto read = input(question.name);
    const ConnectivityAnswer* found = answer(question.name, question.options.severalNetworks);
    QVERIFY2(read && found, question.name.c_str());
    const auto endsOf = [&](const QJsonValue& written) { // a pod, or an address
        const QString whole = written.toString();        // "ns/pod"
        const std::string ns =
            written.isObject() ? field(written.toObject(), "namespace") : whole.section(QLatin1Char('/'), 0, 0).toStdString();
        const std::string name =
            written.isObject() ? field(written.toObject(), "name") : whole.section(QLatin1Char('/'), 1, 1).toStdString();
        std::vector<End> ends;
        if (const auto pod = podNamed(read->model(), ns, name))
            ends.push_back({End::Kind::pod, *pod});
        const auto block = connectivity::blockOf(whole.toStdString());
        const auto& ranges = found->connectivity->ranges();
        for (std::size_t i = 0; block && i < ranges.size(); ++i) {
            if (ranges[i].first <= block->last && block->first <= ranges[i].last)
                ends.push_back({End::Kind::addresses, i});
        }
        return ends;
    };
    const std::string title = question.name + " evaluations " + QJsonDocument(entry).toJson(QJsonDocument::Compact).toStdString();
    const std::vector<End> sources = endsOf(entry[QLatin1String("src")]), targets = endsOf(entry[QLatin1String("dst")]);
    bool same = !sources.empty() && !targets.empty();
    bool wanted = entry[QLatin1String("allowed")].toBool(), allowed = same;
    for (const End from : sources) {
        for (const End to : targets) {
            const PortSet ports = withoutOthers(found->connectivity->allowed(from, to));
            if (entry.contains(QLatin1String("conn"))) {
                const PortSet expected = portsOf(entry[QLatin1String("conn")].toObject()).ports;
                wanted = !expected.empty();
                allowed = allowed && !ports.empty();
                same = same && ports == expected;
                continue;
            }
            const auto protocol = connectivity::protocolOf(field(entry, "protocol"));
            const auto port = static_cast<std::uint32_t>(std::stoul("0" + field(entry, "port")));
            allowed = allowed && protocol && ports.contains(PortSet::of(*protocol, {port, port}));
        }
    }
    same = same && wanted == allowed;
    ++(same ? score.passed : score.failed);
    score.truePositives += wanted && allowed ? 1 : 0;
    score.falseNegatives += wanted && !allowed ? 1 : 0;
    score.falsePositives += !wanted && allowed ? 1 : 0;
    if (!same)
        report(title, {allowed ? "found allowed, or other ports" : "found denied"});
}

void OracleNetpolConnectivity::evaluations()
{
    OracleScore score;
    score.name = "netpol-connectivity evaluations";
    for (const auto& [name, expected] : m_cases) {
        for (const QJsonValue& value : list(expected, "point_evals")) {
            if (!excepted(score, name + " evaluations"))
                judgeEvaluation(score, {name, {}, {}}, value.toObject());
        }
    }
    for (const Question& one : questions({"pod-conns", "pod-bool"})) {
        const QJsonObject options = one.expected[QLatin1String("options")].toObject();
        for (const QJsonValue& value : list(one.expected, "entries")) {
            QJsonObject entry = value.toObject();
            for (const char* key : {"protocol", "port"}) {
                if (options.contains(QLatin1String(key)))
                    entry.insert(QLatin1String(key), options[QLatin1String(key)]);
            }
            if (!excepted(score, one.name + " evaluations"))
                judgeEvaluation(score, one, entry);
        }
    }
    finish(score, 1.0);
}

QTEST_GUILESS_MAIN(OracleNetpolConnectivity)
#include "oracle_netpol_connectivity.moc"
