// SPDX-License-Identifier: GPL-3.0-or-later
// Oracle json-parsing: RFC 8259. A positive is a text that is read without an error. A text that the RFC refuses may be
// several JSON values one after another, as in JSON Lines, which are several documents: it passes when each of them is a
// value by itself.
#include "importers/document/json_reader.h"
#include "tests/support/oracle.h"
#include "tests/support/paths.h"

#include <QtTest>

using namespace bartizan;
using document::FileText;
using document::Node;
using document::ReadResult;

namespace {

bool isRead(const ReadResult& result)
{
    for (const Problem& problem : result.problems) {
        if (problem.severity == ProblemSeverity::error)
            return false;
    }
    return !result.documents.empty();
}

bool isSeveralValues(const ReadResult& result)
{
    for (const document::Document& document : result.documents) {
        const document::ByteRange range = document::rangeOf(document.root());
        std::string value(range.file->bytes().substr(range.begin, range.end - range.begin));
        const ReadResult alone = document::readJson(FileText::make("value", std::move(value)));
        if (!isRead(alone) || alone.documents.size() != 1)
            return false;
    }
    return result.documents.size() > 1;
}

} // namespace

class OracleJsonParsing : public QObject {
    Q_OBJECT
private slots:
    void cases();
};

void OracleJsonParsing::cases()
{
    const auto folder = test::oraclesDir() / "json-parsing";
    const auto text = test::readFile(folder / "cases.json");
    if (test::oraclesDir().empty() || !text)
        QSKIP("the oracle json-parsing is not there");
    const ReadResult list = document::readJson(FileText::make("cases.json", *text));
    QCOMPARE(list.documents.size(), std::size_t{1});
    test::OracleScore score;
    score.name = "json-parsing";
    for (const Node expected : list.documents.front().root()) {
        const std::string file = expected["file"].string();
        const std::string name = file.substr(file.rfind('/') + 1);
        const auto bytes = test::readFile(folder / file);
        QVERIFY2(bytes, file.c_str());
        const ReadResult actual = document::readJson(FileText::make(name, *bytes));
        const bool accepted = isRead(actual);
        const std::string_view want = expected["expected"].text();
        std::string fault;
        if (want == "accept" && !accepted)
            fault = "expected a value, found a problem";
        else if (want == "reject" && accepted && !isSeveralValues(actual))
            fault = "expected a problem, found none";
        ++(fault.empty() ? score.passed : score.failed);
        score.truePositives += want == "accept" && accepted;
        score.falsePositives += want == "reject" && accepted && !isSeveralValues(actual);
        score.falseNegatives += want == "accept" && !accepted;
        if (!fault.empty())
            qWarning("%s: %s", name.c_str(), fault.c_str());
    }
    score.print();
    QVERIFY(score.passed > 0);
    QCOMPARE(score.failed, 0);
}

QTEST_GUILESS_MAIN(OracleJsonParsing)
#include "oracle_json_parsing.moc"
