// SPDX-License-Identifier: GPL-3.0-or-later
// Oracle yaml-parsing: the YAML test suite. A positive is a document stream that is read without an error; it is true
// when the suite calls it valid and every value is equal. libyaml alone agrees with the suite on accept or reject in 213
// of 255 cases, 5 of them with another value (the exceptions): the reader may not do worse, and gives no other wrong value.
#include "importers/document/json_reader.h"
#include "importers/document/yaml_reader.h"
#include "tests/support/oracle.h"
#include "tests/support/paths.h"
#include "tests/support/tree_text.h"

#include <QtTest>

using namespace bartizan;
using document::Document;
using document::FileText;
using document::Node;
using document::ReadResult;

namespace {

bool hasError(const ReadResult& result)
{
    for (const Problem& problem : result.problems) {
        if (problem.severity == ProblemSeverity::error)
            return true;
    }
    return false;
}

bool hasLine(const ReadResult& result)
{
    for (const Problem& problem : result.problems) {
        if (problem.evidence.line == 0)
            return false;
    }
    return true;
}

// "" when the stream has the expected values. Empty documents are not documents for us.
std::string difference(Node expected, const std::vector<Document>& actual)
{
    std::size_t at = 0;
    for (const Node document : expected) {
        if (document.isNull()) {
            if (at < actual.size() && actual[at].root().isNull())
                ++at;
            continue;
        }
        if (at >= actual.size())
            return "a document is missing: " + test::treeJson(document);
        if (!test::sameValues(document, actual[at].root()))
            return "expected " + test::treeJson(document) + ", found " + test::treeJson(actual[at].root());
        ++at;
    }
    return at == actual.size() ? "" : "found a document too many: " + test::treeJson(actual[at].root());
}

} // namespace

class OracleYamlParsing : public QObject {
    Q_OBJECT
private slots:
    void cases();
};

void OracleYamlParsing::cases()
{
    const auto folder = test::oraclesDir() / "yaml-parsing";
    const auto text = test::readFile(folder / "cases.json");
    if (test::oraclesDir().empty() || !text)
        QSKIP("the oracle yaml-parsing is not there");
    const ReadResult list = document::readJson(FileText::make("cases.json", *text));
    QCOMPARE(list.documents.size(), std::size_t{1});
    const auto exceptions = test::oracleExceptions("yaml-parsing");
    test::OracleScore score;
    score.name = "yaml-parsing";
    int wrongValues = 0;
    for (const Node expected : list.documents.front().root()) {
        const std::string id = expected["id"].string();
        if (exceptions.count(id) != 0) {
            ++score.excepted;
            continue;
        }
        const auto bytes = test::readFile(folder / expected["file"].string());
        QVERIFY2(bytes, id.c_str());
        const ReadResult actual = document::readYaml(FileText::make(id, *bytes));
        const bool accepted = !hasError(actual);
        const bool valid = expected["expected"].text() == "valid";
        std::string fault;
        if (accepted != valid) {
            fault =
                valid ? "expected valid, found an error: " + actual.problems.front().message : "expected an error, found none";
        } else if (accepted && expected["documents"]) {
            fault = difference(expected["documents"], actual.documents);
            wrongValues += fault.empty() ? 0 : 1;
        }
        if (!hasLine(actual))
            fault = "an error has no line";
        ++(fault.empty() ? score.passed : score.failed);
        score.truePositives += accepted && valid && fault.empty();
        score.falsePositives += accepted && !fault.empty();
        score.falseNegatives += valid && !accepted;
        if (!fault.empty())
            qWarning("%s: %s", id.c_str(), fault.c_str());
    }
    score.print();
    QCOMPARE(wrongValues, 0);
    QCOMPARE(score.excepted, 5);
    QVERIFY(score.passed >= 208);
}

QTEST_GUILESS_MAIN(OracleYamlParsing)
#include "oracle_yaml_parsing.moc"
