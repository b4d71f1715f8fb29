// SPDX-License-Identifier: GPL-3.0-or-later
// Texts taken apart: what is a word, an address or a digest of them, and that equal things are equal however they are
// written. What a report then says of them is tested by names_in_reports.py.
#include "report/name_parts.h"
#include "report/own_words.h"

#include <QtTest>

using namespace bartizan;
using report::NamePart;

namespace {

// "shop <198.51.100.7> #0123456789ab": words as they stand, <addresses> and #digests by what is the same of them.
QString apart(const std::string& text, const std::unordered_set<std::string>& known = {})
{
    QStringList parts;
    std::size_t covered = 0;
    for (std::size_t at = 0; at < text.size();) {
        const NamePart part = report::namePartAt(text, at, known);
        const QString same = QString::fromStdString(part.same);
        if (part.length == 0)
            return QStringLiteral("a part without length");
        if (part.kind == NamePart::Kind::word)
            parts << QString::fromStdString(text.substr(at, part.length));
        else if (part.kind == NamePart::Kind::address)
            parts << QStringLiteral("<%1>").arg(same);
        else if (part.kind == NamePart::Kind::digest)
            parts << QStringLiteral("#%1").arg(same);
        at += part.length;
        covered += part.length;
    }
    return covered == text.size() ? parts.join(u' ') : QStringLiteral("parts overlap");
}

} // namespace

class TestNameParts : public QObject {
    Q_OBJECT
private slots:
    void texts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("parts");
        const auto row = [](const char* name, const char* text, const char* parts) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(parts);
        };
        const char* hex = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
        row("nothing", "", "");
        row("words", "shop/cart-v2.example:80 (main)", "shop cart-v2 example 80 main");
        row("dashes around", "--upstream=-x- _y_ ---", "upstream x y");
        row("other letters", "日本 é", "日本 é");
        row("a version", "1.25.3", "1 25 3");
        row("a time", "2026-11-21T00:00:00Z", "2026-11-21T00 00 00Z");
        row("an id", "CVE-2021-44228", "CVE-2021-44228");
        row("IPv4", "from 198.51.100.7/32, 198.51.100.7:80", "from <198.51.100.7> 32 <198.51.100.7> 80");
        row("no IPv4", "1.2.3.4000 1.2.3 v1.2.3.x", "1 2 3 4000 1 2 3 v1 2 3 x");
        row("IPv6", "2001:db8::1", "<2001:db8:0:0:0:0:0:1>");
        row("IPv6, written out", "2001:0DB8:0:0:0:0:0:1", "<2001:db8:0:0:0:0:0:1>");
        row("IPv6 with a port", "tcp://[2001:db8::1]:443/x", "tcp <2001:db8:0:0:0:0:0:1> 443 x");
        row("IPv6 with a prefix", "2001:db8:7::/48, fe80::1%eth0", "<2001:db8:7:0:0:0:0:0> 48 <fe80:0:0:0:0:0:0:1> eth0");
        row("IPv6 and a stop", "to 2001:db8::1: open", "to <2001:db8:0:0:0:0:0:1> open");
        row("IPv6 behind a name", "external:2001:db8::1", "external <2001:db8:0:0:0:0:0:1>");
        row("IPv6 with an unknown port", "2001:db8::1:80", "<2001:db8:0:0:0:0:1:80>");
        row("IPv4 in IPv6", "::ffff:198.51.100.7", "<198.51.100.7>");
        row("IPv4 behind IPv6", "64:ff9b::198.51.100.7", "<64:ff9b:0:0:0:0:c633:6407>");
        row("everybody's addresses", "0.0.0.0 127.0.0.1 ::1 ::/0", "0");
        row("no IPv6", "std::string 12:30:45 a:b:c 1:2:3:4:5:6:7 cafe::bar", "std string 12 30 45 a b c 1 2 3 4 5 6 7 cafe bar");
        row("too long for IPv6", "12345::1", "12345 1");
        QTest::newRow("a digest") << QStringLiteral("shop@sha256:%1").arg(QLatin1String(hex))
                                  << QStringLiteral("shop sha256 #0123456789ab");
        row("a shortened digest", "sha256:0123456789ab...", "sha256 #0123456789ab");
        QTest::newRow("a bare digest") << QString::fromLatin1(hex).toUpper() << QStringLiteral("#0123456789ab");
        row("short and nowhere said to be one", "deadbeef", "deadbeef");
    }
    void texts()
    {
        QFETCH(QString, text);
        QFETCH(QString, parts);
        QCOMPARE(apart(text.toStdString()), parts);
    }

    // Where an address without brackets ends is known where the input has it.
    void knownAddresses()
    {
        const std::unordered_set<std::string> known{"2001:db8:0:0:0:0:0:1"};
        QCOMPARE(apart("2001:db8::1:80", known), QStringLiteral("<2001:db8:0:0:0:0:0:1> 80"));
        QCOMPARE(apart("2001:db8::2:80", known), QStringLiteral("<2001:db8:0:0:0:0:2:80>"));
    }

    void wordsOfOurOwn()
    {
        for (const auto* words : {&report::ownWords(), &report::sentenceWords()}) {
            QVERIFY(words->size() > 200);
            for (const std::string& word : *words)
                QCOMPARE(QString::fromStdString(report::lowerCase(word)), apart(word));
        }
    }
};

QTEST_GUILESS_MAIN(TestNameParts)
#include "tst_name_parts.moc"
