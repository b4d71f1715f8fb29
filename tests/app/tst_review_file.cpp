// SPDX-License-Identifier: GPL-3.0-or-later
// The review file: every field goes round, equal reviews give equal bytes, what a newer version wrote is kept, and a
// file from a stranger gets an error with file and line.
#include "app/review_file.h"
#include "app/review_store.h"
#include "app/review_tree.h"
#include "tests/support/paths.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace bartizan;

namespace {

const std::string head = "format: bartizan-review\nversion: 1\n";

Review everything()
{
    Review review;
    review.sources = {{"deploy", {}}, {"reports", {}}};
    review.variant = "overlays/prod";
    review.redactionSalt = "8f2k-1sdq-09xw-77";
    review.asOf = "2026-11-21T00:00:00Z";
    review.sensitivities["shop/cart[Deployment]"] = {"restricted", "Ada Lovelace", "2026-11-20", {}};
    review.audiences["ingress:shop/web#0.0"] = {"anyone", "Bo", "2026-11-20", {}};
    review.audiences["shop.example/pay"] = {"signed-in people", "", "", {}};
    review.owners["shop"] = {"team shop", "Bo", "2026-11-20", {}};
    Decision decision;
    decision.kind = DecisionKind::accept;
    decision.reason = "First line\nsecond: with a colon, a # and \"quotes\"\ttab ümlaut \xe2\x80\xa8 end ";
    decision.owner = "yes";
    decision.expires = "2027-01-31";
    decision.by = "null";
    decision.on = "2026-11-21";
    decision.basis = DecisionBasis{"network-no-policy",
                                   "No policy: 2 workloads",
                                   "high",
                                   {"shop/a[Deployment]", "shop/b[Deployment]"},
                                   {"00ff00ff00ff00ff", "1234567890123456"},
                                   {}};
    review.decisions["network-no-policy-0123abcd"] = decision;
    for (const DecisionKind kind : {DecisionKind::mitigate, DecisionKind::falsePositive, DecisionKind::needsWork}) {
        Decision other;
        other.kind = kind;
        review.decisions["rule-" + std::string(toWord(kind))] = other;
    }
    review.statements[{"shop/web[Deployment]", "mfa"}] = {"At the provider.", "Export", "Ada", "2026-11-02", "2027-05-01", {}};
    review.statements[{"shop/web[Deployment]", "testing"}] = {};
    review.notes["shop/web[Deployment]"] = {"ask\r\nthe team", "Bo", "2026-11-21", {}};
    review.reportMatches["reports/web.json"] = {"shop/web:1.0", "Bo", "2026-11-21", "built: from the same commit", {}};
    review.reportMatches["reports/cart.json"] = {"shop/cart:1.0", "", "", "", {}};
    review.positions["shop/web[Deployment]"] = {12.5, -3, {}};
    review.positions["external:api.example:443"] = {1234567.25, 0.01, {}};
    review.queries["stores: all"] = {"kind:store missing:network", {}};
    return review;
}

std::string lineWith(const std::string& text, const std::string& part)
{
    const std::size_t at = text.find(part);
    if (at == std::string::npos)
        return "";
    const std::size_t from = text.rfind('\n', at) + 1;
    return text.substr(from, text.find('\n', at) - from);
}

} // namespace

class TestReviewFile : public QObject {
    Q_OBJECT
private slots:
    void everyFieldGoesRound()
    {
        const Review review = everything();
        const std::string text = app::writeReview(review);
        const auto again = app::readReview(text, "a.bartizan");
        QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
        QVERIFY(*again == review);
        QCOMPARE(app::writeReview(*again), text);
        QCOMPARE(app::writeReview(Review()), "# Bartizan review: decisions and confirmations, made to be kept in version "
                                             "control.\n" +
                                                 head);
    }

    void diffsWell()
    {
        Review review = everything();
        const std::string before = app::writeReview(review);
        review.decisions["network-no-policy-0123abcd"].expires = "2027-03-31";
        review.positions["shop/web[Deployment]"].x = 13;
        const std::string after = app::writeReview(review);
        QCOMPARE(lineWith(after, "expires: 2027-03-31"), std::string("    expires: 2027-03-31"));
        std::size_t differ = 0;
        std::istringstream a(before), b(after);
        std::string left, right;
        while (std::getline(a, left) && std::getline(b, right))
            differ += left != right;
        QCOMPARE(differ, std::size_t(2));
        QVERIFY(!std::getline(b, right));
        QVERIFY(before.find("    subjects:\n        - shop/a") != std::string::npos ||
                before.find("      subjects:\n        - shop/a") != std::string::npos);
    }

    void newerKeysAreKept()
    {
        const std::string newer = "# Bartizan review: decisions and confirmations, made to be kept in version control.\n"
                                  "format: bartizan-review\n"
                                  "version: 3\n"
                                  "sources:\n"
                                  "  - path: deploy\n"
                                  "    branch: main\n"
                                  "sensitivities:\n"
                                  "  shop/a[Deployment]:\n"
                                  "    level: internal\n"
                                  "    because: \"a\\nb\"\n"
                                  "decisions:\n"
                                  "  rule-00000000:\n"
                                  "    decision: needsWork\n"
                                  "    basis:\n"
                                  "      rule: rule\n"
                                  "      signed: true\n"
                                  "    ticket: \"123\"\n"
                                  "statements:\n"
                                  "  - subject: a\n"
                                  "    layer: mfa\n"
                                  "    weight: 1.50\n"
                                  "notes:\n"
                                  "  a:\n"
                                  "    text: \"n\"\n"
                                  "    pinned: ~\n"
                                  "positions:\n"
                                  "  a:\n"
                                  "    x: 1\n"
                                  "    y: 2\n"
                                  "    z: 3\n"
                                  "queries:\n"
                                  "  q:\n"
                                  "    query: kind:store\n"
                                  "    colour: red\n"
                                  "zebra: last\n"
                                  "apes:\n"
                                  "  - one\n"
                                  "  - two:\n"
                                  "      - three\n"
                                  "  - {}\n"
                                  "  - []\n"
                                  "none: []\n";
        const auto review = app::readReview(newer, "n.bartizan");
        QVERIFY2(review.has_value(), review ? "" : review.error().message.c_str());
        QCOMPARE(QString::fromStdString(app::writeReview(*review)), QString::fromStdString(newer));
    }

    void theReasonOfAMatchIsAField()
    {
        const std::string text = std::string(app::reviewHead) + head +
                                 "reportMatches:\n  web.json:\n    image: shop/web:1.0\n    by: Ada\n    on: 2026-11-20\n"
                                 "    reason: \"one commit\"\n    ticket: 7\n";
        const auto review = app::readReview(text, "m.bartizan");
        QVERIFY2(review.has_value(), review ? "" : review.error().message.c_str());
        const ReportMatch& match = review->reportMatches.at("web.json");
        QCOMPARE(match.image, std::string("shop/web:1.0"));
        QCOMPARE(match.reason, std::string("one commit"));
        QCOMPARE(match.extra.keys, std::vector<std::string>{"ticket"});
        QCOMPARE(QString::fromStdString(app::writeReview(*review)), QString::fromStdString(text));
    }

    // A word is written plain or quoted so that it is read as the same word, as a key and as a value.
    void anyWordIsReadAgain()
    {
        std::vector<std::string> words = {"~",
                                          "null",
                                          "Null",
                                          "NULL",
                                          "true",
                                          "yes",
                                          "1.50",
                                          "0x1f",
                                          "-",
                                          "--",
                                          "---",
                                          "--- a",
                                          "...",
                                          "-a",
                                          "- a",
                                          "?",
                                          "? a",
                                          "?a",
                                          ":",
                                          ": a",
                                          ":a",
                                          "a:",
                                          "a: b",
                                          "a:b",
                                          "a #b",
                                          "a#b",
                                          "#a",
                                          " a",
                                          "a ",
                                          "a  b",
                                          "a\tb",
                                          "\ta",
                                          "a\nb",
                                          "\n",
                                          "a\r\nb",
                                          "'a'",
                                          "\"a\"",
                                          "[a]",
                                          "a[b]",
                                          "{a}",
                                          "a,b",
                                          ",a",
                                          "&a",
                                          "a&b",
                                          "*a",
                                          "!a",
                                          "|",
                                          ">",
                                          "%a",
                                          "@a",
                                          "`a",
                                          "a\\b",
                                          "\xc3\xbc",
                                          "a\xc2\x85z",
                                          "a\xc2\xa0z",
                                          "\xef\xbb\xbfz",
                                          "\xe2\x80\xa8",
                                          "\x01",
                                          "\x7f",
                                          "\x1b[0m",
                                          std::string(999, 'k'),
                                          std::string(1001, 'k'),
                                          std::string(5000, ' ') + "z",
                                          std::string(1200, '"')};
        for (char first = '!'; first < 0x7f; ++first)
            for (const char second : {' ', 'a', ':', '#'})
                words.push_back(std::string{first, second, 'z'});
        Review review;
        for (const std::string& word : words) {
            review.owners[word] = {word, word, "", {}};
            review.notes[word] = {word, "", "", {}};
        }
        const std::string text = app::writeReview(review);
        const auto again = app::readReview(text, "w.bartizan");
        QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
        for (const std::string& word : words)
            QVERIFY2(again->owners.count(word) == 1 && again->owners.at(word) == review.owners.at(word), word.c_str());
        QVERIFY(*again == review);
        QCOMPARE(app::writeReview(*again), text);
    }

    void whatIsNotUtf8IsReadable()
    {
        Review review;
        review.sources = {{"caf\xe9", {}}};
        const auto again = app::readReview(app::writeReview(review), "u.bartizan");
        QVERIFY(again && again->sources.front().path == "caf\xef\xbf\xbd");
    }

    void commentsAreKept()
    {
        const std::string text = std::string(app::reviewHead) + "# Ours: asked every quarter\n"
                                                                "#   by the platform team\n"
                                                                "format: bartizan-review\n"
                                                                "version: 1\n"
                                                                "sources:\n"
                                                                "  # what runs\n"
                                                                "  - path: deploy\n"
                                                                "decisions:\n"
                                                                "  # TICKET-1\n"
                                                                "  # and TICKET-2\n"
                                                                "  a-1:\n"
                                                                "    decision: needsWork\n"
                                                                "    reason: \"# none\"\n"
                                                                "  b-2:\n"
                                                                "    decision: mitigate\n"
                                                                "statements:\n"
                                                                "  # asked Bo\n"
                                                                "  - subject: a\n"
                                                                "    layer: mfa\n"
                                                                "notes:\n"
                                                                "  # a note's\n"
                                                                "  a:\n"
                                                                "    text: \"n\"\n";
        const auto review = app::readReview(text, "c.bartizan");
        QVERIFY2(review.has_value(), review ? "" : review.error().message.c_str());
        QCOMPARE(QString::fromStdString(app::writeReview(*review)), QString::fromStdString(text));
        Review less = *review;
        less.decisions.erase("a-1"); // and with the row its comment
        QVERIFY(app::writeReview(less).find("TICKET") == std::string::npos);
        less.decisions["b-2"].reason = "changed";
        QVERIFY(app::writeReview(less).find("# what runs") != std::string::npos);
    }

    void whatOnlyLooksLikeACommentIsNone()
    {
        const std::string text = head + "decisions:\n"
                                        "  a:\n"
                                        "    decision: mitigate\n"
                                        "    reason: |\n"
                                        "      one\n"
                                        "      # two\n"
                                        "  b:\n"
                                        "    decision: mitigate\n"
                                        "    reason: \"one\n"
                                        "  # two\n"
                                        "  three\"\n"
                                        "  c:\n"
                                        "    decision: mitigate\n"
                                        "    reason: 'it''s\n"
                                        "  # two'\n"
                                        "  d: {decision: mitigate}\n"
                                        "notes: {x: {text: a}, y: {text: b}}\n"
                                        "  # at the end\n";
        const auto review = app::readReview(text, "c.bartizan");
        QVERIFY2(review.has_value(), review ? "" : review.error().message.c_str());
        QCOMPARE(review->decisions.at("a").reason, std::string("one\n# two\n"));
        for (const auto& [id, decision] : review->decisions)
            QCOMPARE(decision.extra.comment, std::string());
        for (const auto& [id, note] : review->notes)
            QCOMPARE(note.extra.comment, std::string());
    }

    void readingCanBeStopped()
    {
        std::stop_source stop;
        std::uint64_t most = 0;
        int reports = 0;
        Review review;
        for (int i = 0; i < 5000; ++i)
            review.notes["shop/service-" + std::to_string(i)] = {std::string(100, 'a'), "", "", {}};
        const std::string text = app::writeReview(review);
        JobControl job{stop.get_token(), [&](const ProgressReport& report) {
                           ++reports;
                           QVERIFY(report.done >= most && report.total == text.size());
                           most = report.done;
                           if (report.done > text.size() / 2)
                               stop.request_stop();
                       }};
        const auto stopped = app::readReview(text, "s.bartizan", job);
        QVERIFY(!stopped && stopped.error().id == "stopped");
        QVERIFY(reports > 2 && most < text.size());
    }

    void strangers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const std::string& bytes, int line, const char* words) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << line << QString::fromLatin1(words);
        };
        row("a comma", ",", 1, "expected");
        row("empty", "", 1, "a mapping");
        row("a list", "- 1\n", 1, "found a list");
        row("another format", "format: something\nversion: 1\n", 1, "bartizan-review");
        row("no version", "format: bartizan-review\n", 1, "a number from 1 at version");
        row("version zero", "format: bartizan-review\nversion: 0\n", 2, "a number from 1 at version");
        row("a kubernetes object", "apiVersion: v1\nkind: Secret\n", 1, "is this a review file");
        row("a cycle", head + "notes: &a\n  x: *a\n", 3, "an anchor");
        row("an alias", head + "notes: *a\n", 3, "");
        row("a tag", head + "variant: !!binary abc\n", 3, "a tag");
        row("a bomb", head + "a: &a [x, x]\nb: &b [*a, *a]\n", 3, "an anchor");
        row("a key twice", head + "notes:\n  a: {text: x}\n  a: {text: y}\n", 5, "each key once");
        row("a section twice", head + "notes: {}\nnotes: {}\n", 4, "each key once");
        row("two documents", head + "---\n" + head, 3, "one document");
        row("an open quote at the end", head + "notes:\n  a:\n    text: 'cut o\n", 5, "closing quote");
        row("bad UTF-8", head + "variant: \"\xff\"\n", 3, "UTF-8");
        row("overlong UTF-8", head + "variant: \"\xc0\xaf\"\n", 3, "UTF-8");
        row("UTF-16",
            std::string("\xff\xfe"
                        "f\0o\0",
                        6),
            1, "UTF-8");
        row("a control character", head + "variant: a\x04z\n", 3, "control character");
        row("NUL", head + std::string("variant: a\0", 11), 3, "control character");
        row("an open quote", head + "variant: \"abc\n", 3, "closing quote");
        row("a tab", head + "notes:\n\ta: b\n", 4, "syntax");
        row("sources as a word", head + "sources: deploy\n", 3, "a list at sources");
        row("a source as a word", head + "sources:\n  - deploy\n", 4, "a mapping for a source");
        row("a source twice", head + "sources:\n  - path: a\n  - path: a\n", 5, "each source once");
        row("decisions as a list", head + "decisions:\n  - a\n", 4, "a mapping at decisions");
        row("a decision as a word", head + "decisions:\n  a: accept\n", 4, "a mapping for an item of decisions");
        row("an unknown decision", head + "decisions:\n  a:\n    decision: maybe\n", 5, "one of accept");
        row("an acceptance without expiry", head + "decisions:\n  a:\n    decision: accept\n    reason: r\n    owner: o\n", 5,
            "reason, owner and expires");
        row("a date that is none", head + "decisions:\n  a:\n    decision: mitigate\n    expires: 2026-02-30\n", 6, "a date");
        row("a list for a text", head + "notes:\n  a:\n    text: [1]\n", 5, "a text at text");
        row("an unknown level", head + "sensitivities:\n  a:\n    level: top\n", 5, "one of open data");
        row("a position that is no number", head + "positions:\n  a:\n    x: wide\n    y: 1\n", 5, "a number");
        row("a position without end", head + "positions:\n  a:\n    x: inf\n    y: 1\n", 5, "a number");
        row("a statement twice", head + "statements:\n  - {subject: a, layer: mfa}\n  - {subject: a, layer: mfa}\n", 5,
            "one statement");
        row("a time that is none", head + "asOf: yesterday\n", 3, "a UTC time");
        row("a mapping as a key", head + "? {a: b}\n: c\n", 3, "a word as a key");
        row("deep", head + "x: " + std::string(30, '[') + std::string(30, ']') + "\n", 3, "levels");
    }
    void strangers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, line);
        QFETCH(QString, words);
        const auto review = app::readReview(bytes.toStdString(), "s.bartizan");
        QVERIFY(!review);
        const QString message = QString::fromStdString(review.error().message);
        QVERIFY2(message.endsWith(QStringLiteral("(s.bartizan:%1)").arg(line)), qPrintable(message));
        QVERIFY2(message.contains(words), qPrintable(message));
    }

    void largeIsRefusedFast_data()
    {
        QTest::addColumn<QByteArray>("unit");
        for (const char* unit : {"[", "{", "- ",  "? ",  "a: ", "\"",  "!",     "|", "a", "{a: ", "[a, ",
                                 "'", ",", "-\n", "a\n", "?\n", "[\n", "\n- a", " ", "#", "\n"})
            QTest::newRow(QByteArray(unit).replace('\n', "\\n").constData()) << QByteArray(unit);
    }
    void largeIsRefusedFast()
    {
        QFETCH(QByteArray, unit);
        std::string text = head + "x: ";
        while (text.size() + static_cast<std::size_t>(unit.size()) <= app::mostReviewBytes)
            text += unit.toStdString();
        QElapsedTimer timer;
        timer.start();
        const auto review = app::readReview(text, "l.bartizan");
        qInfo("%lld ms: %s", static_cast<long long>(timer.elapsed()), review ? "read" : review.error().message.c_str());
        QVERIFY(review || !review.error().message.empty());
    }

    void aHundredMegabytes()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("big.bartizan")).toStdString();
        std::ofstream(path).put('a');
        std::filesystem::resize_file(path, 100 * 1024 * 1024);
        const auto review = app::loadReview(path);
        QVERIFY(!review);
        QVERIFY2(review.error().message.find("(" + path + ":1)") != std::string::npos, review.error().message.c_str());
        QVERIFY(review.error().message.find("give the manifests") != std::string::npos);
    }

    void otherThingsThanFiles()
    {
        QTemporaryDir folder;
        QVERIFY(!app::loadReview(folder.path().toStdString()));
        QVERIFY(!app::loadReview("/dev/zero"));
        QVERIFY(!app::loadReview(folder.filePath(QStringLiteral("none.bartizan")).toStdString()));
    }

    void pathsFollowTheReview()
    {
        QCOMPARE(app::openablePath("/r/repo/x.bartizan", "../deploy"), std::string("/r/deploy"));
        QCOMPARE(app::openablePath("x.bartizan", "deploy"), std::string("deploy"));
        QCOMPARE(app::openablePath("/r/x.bartizan", "/s/t"), std::string("/s/t"));
        QCOMPARE(app::writtenPath("/r/repo/x.bartizan", "/r/deploy"), std::string("../deploy"));
        QCOMPARE(app::writtenPath("/r/repo/x.bartizan", "/r/repo/k8s/prod"), std::string("k8s/prod"));
        QCOMPARE(app::writtenPath("/r/repo/x.bartizan", "/r/repo"), std::string("."));
        QCOMPARE(app::writtenPath("/r/repo/x.bartizan", "/s/t/s.tgz"), std::string("/s/t/s.tgz"));
    }

    void tenThousandDecisions()
    {
        Review review;
        for (int i = 0; i < 10000; ++i) {
            Decision decision = everything().decisions.at("network-no-policy-0123abcd");
            review.decisions["network-no-policy-" + std::to_string(i)] = decision;
        }
        QElapsedTimer timer;
        timer.start();
        const std::string text = app::writeReview(review);
        const qint64 wrote = timer.restart();
        const auto again = app::readReview(text, "t.bartizan");
        qInfo("%zu bytes: written in %lld ms, read in %lld ms", text.size(), static_cast<long long>(wrote),
              static_cast<long long>(timer.elapsed()));
        QVERIFY(again && *again == review);
    }
};

QTEST_GUILESS_MAIN(TestReviewFile)
#include "tst_review_file.moc"
