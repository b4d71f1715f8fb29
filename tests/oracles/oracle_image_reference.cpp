// SPDX-License-Identifier: GPL-3.0-or-later
// Oracle image-reference: names, tags and digests as distribution/reference reads them. A positive is a reference that
// is accepted; it is true when every part that the case names is equal.
#include "model/image_reference.h"
#include "tests/support/oracle.h"
#include "tests/support/paths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace bartizan;

namespace {

std::string field(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toString().toStdString();
}

const char* upstreamError(const std::string& id)
{
    static const std::map<std::string, const char*> names = {
        {"reference-empty", "ErrNameEmpty"},
        {"reference-format", "ErrReferenceInvalidFormat"},
        {"name-uppercase", "ErrNameContainsUppercase"},
        {"name-too-long", "ErrNameTooLong"},
        {"name-not-canonical", "ErrNameNotCanonical"},
        {"digest-unsupported", "digest.ErrDigestUnsupported"},
        {"digest-length", "digest.ErrDigestInvalidLength"},
        {"digest-format", "digest.ErrDigestInvalidFormat"},
    };
    const auto found = names.find(id);
    return found == names.end() ? "" : found->second;
}

Result<ImageReference> run(const std::string& op, const std::string& input)
{
    if (op == "parse")
        return parseReference(input);
    if (op == "parse-named")
        return parseCanonical(input);
    if (op == "normalize-any")
        return parseAnyReference(input);
    if (op == "normalize-with-default-tag") {
        Result<ImageReference> reference = parseNormalized(input);
        return reference ? Result<ImageReference>(asPulled(*reference)) : reference;
    }
    if (op == "parse-familiar-name" || op == "normalize-name" || op == "split-domain")
        return parseNormalized(input);
    return tl::unexpected<Error>(Error{"unknown-operation", "this runner does not know the operation"});
}

std::string difference(const QJsonObject& expected, const ImageReference& actual)
{
    const std::pair<const char*, std::string> parts[] = {
        {"repository", actual.name()},
        {"domain", actual.domain},
        {"path", actual.path},
        {"tag", actual.tag},
        {"digest", actual.digest},
        {"full_name", actual.name()},
        {"familiar_name", familiarName(actual)},
        {"normalized", actual.text()},
    };
    // parse-named lists an empty path: upstream asserts only the domain there.
    const bool onlyDomain = field(expected, "op") == "parse-named";
    for (const auto& [key, value] : parts) {
        if (!expected.contains(QLatin1String(key)) || (onlyDomain && std::string(key) == "path"))
            continue;
        if (field(expected, key) != value)
            return std::string(key) + ": expected " + field(expected, key) + ", found " + value;
    }
    return {};
}

} // namespace

class OracleImageReference : public QObject {
    Q_OBJECT
private slots:
    void cases();
};

void OracleImageReference::cases()
{
    const auto file = test::oraclesDir() / "image-reference" / "cases.json";
    const auto text = test::readFile(file);
    if (test::oraclesDir().empty() || !text)
        QSKIP("the oracle image-reference is not there");
    const auto exceptions = test::oracleExceptions("image-reference");
    test::OracleScore score;
    score.name = "image-reference";
    for (const QJsonValue& value : QJsonDocument::fromJson(QByteArray::fromStdString(*text)).array()) {
        const QJsonObject expected = value.toObject();
        const std::string op = field(expected, "op"), input = field(expected, "input");
        if (exceptions.count(op + ' ' + input) != 0) {
            ++score.excepted;
            continue;
        }
        const Result<ImageReference> actual = run(op, input);
        const bool shouldBeValid = field(expected, "expected") == "valid";
        std::string fault;
        if (shouldBeValid && !actual)
            fault = "expected valid, found " + actual.error().id;
        else if (!shouldBeValid && actual)
            fault = "expected invalid, found " + actual->text();
        else if (shouldBeValid)
            fault = difference(expected, *actual);
        else if (expected.contains(QLatin1String("error")) && field(expected, "error") != upstreamError(actual.error().id))
            fault = "expected " + field(expected, "error") + ", found " + actual.error().id;
        ++(fault.empty() ? score.passed : score.failed);
        score.truePositives += actual && fault.empty();
        score.falsePositives += actual && !fault.empty();
        score.falseNegatives += shouldBeValid && !(actual && fault.empty());
        if (!fault.empty())
            qWarning("%s %s: %s", op.c_str(), input.c_str(), fault.c_str());
    }
    score.print();
    QVERIFY(score.passed > 0);
    QCOMPARE(score.failed, 0);
}

QTEST_GUILESS_MAIN(OracleImageReference)
#include "oracle_image_reference.moc"
