// SPDX-License-Identifier: GPL-3.0-or-later
// The source viewer: lines are copied without their numbers and masked, searched, and coloured by what they say.
#include "app/desktop/views/source_view.h"
#include "app/desktop/widgets/code_colours.h"
#include "tests/gui/sample_window.h"

#include <QClipboard>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace bartizan;
using namespace bartizan::desktop;

namespace {

double luminance(const QColor& colour)
{
    const auto channel = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class SourceTest : public QObject, private test::SampleWindow {
    Q_OBJECT
private slots:
    void initTestCase() { openSample(); }
    void cleanupTestCase() { m_main.reset(); }
    void init() { activate(); }

    void linesAreCopiedWithoutNumbersAndMasked()
    {
        const Inventory& inventory = model().inventory;
        QVERIFY(!inventory.secrets.empty());
        const Evidence& key = inventory.secrets.front().keys.front().evidence;
        m_main->viewState().showEvidence(key);
        auto* source = shownView<SourceView>("source");
        QTRY_COMPARE(source->citedLine(), static_cast<int>(key.line));
        source->code()->selectAll();
        QVERIFY(source->copy());
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(QStringLiteral("***")));
        QVERIFY(!copied.contains(QStringLiteral("Lighthouse")));
        QVERIFY(copied.contains(QStringLiteral("\nkind: Secret")));
        // The whole file, still masked, from its first line.
        source->wholeFile()->setChecked(true);
        QTRY_VERIFY(source->citedLine() == static_cast<int>(key.line) && source->code()->lines().front().number == 1);
        QVERIFY(!source->text().contains(QStringLiteral("Lighthouse")));
        source->wholeFile()->setChecked(false);
    }

    void theSourceIsSearched()
    {
        const auto finding = std::find_if(posture().findings.begin(), posture().findings.end(),
                                          [](const Finding& f) { return f.cause.valid() && f.cause.line > 0; });
        QVERIFY(finding != posture().findings.end());
        m_main->viewState().showEvidence(finding->cause);
        auto* source = shownView<SourceView>("source");
        QTRY_COMPARE(source->citedLine(), static_cast<int>(finding->cause.line));
        source->code()->setFocus();
        QTest::keyClick(source->code(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(source->findField()->hasFocus());
        source->findField()->setText(QStringLiteral("kind"));
        const auto number = source->text().count(QStringLiteral("kind"), Qt::CaseInsensitive);
        QVERIFY(number > 0);
        QCOMPARE(source->code()->matches(), static_cast<int>(number));
        QTest::keyClick(source->findField(), Qt::Key_Return);
        QCOMPARE(source->code()->textCursor().selectedText().toLower(), QStringLiteral("kind"));
        QTest::keyClick(source->findField(), Qt::Key_Escape);
        QVERIFY(!source->findField()->isVisible());
    }

    void coloursFollowTheText_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("tokens"); // k, s, n, c and the text of each
        QTest::newRow("key and number") << "  port: 443 # https"
                                        << "k:port n:443 c:# https";
        QTest::newRow("flow") << "a: {b: 'c d', e: [1, x]}"
                              << "k:a k:b s:'c d' k:e n:1";
        QTest::newRow("json") << "  \"name\": \"gw\", \"on\": true"
                              << "k:\"name\" s:\"gw\" k:\"on\" n:true";
        QTest::newRow("url") << "- url: http://a:80/#x"
                             << "k:url";
        QTest::newRow("list") << "- -1.5"
                              << "n:-1.5";
        QTest::newRow("open quote") << "a: \"b"
                                    << "k:a s:\"b";
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void coloursFollowTheText()
    {
        QFETCH(QString, line);
        QFETCH(QString, tokens);
        QStringList found;
        const auto spans = codeSpans({line});
        for (const CodeSpan& span : spans.front())
            found << QString(QLatin1Char("ksnc"[static_cast<int>(span.token)])) + QLatin1Char(':') +
                         line.mid(span.start, span.length);
        QCOMPARE(found.join(QLatin1Char(' ')), tokens);
    }

    void blockScalarsAreStrings()
    {
        const auto spans = codeSpans({QStringLiteral("a: |-"), QStringLiteral("  b: c"), QString(), QStringLiteral("d: 1")});
        QCOMPARE(spans[1].size(), std::size_t{1});
        QVERIFY(spans[1].front().token == CodeToken::string);
        QVERIFY(spans[3].front().token == CodeToken::key);
    }

    void codeColoursCanBeRead()
    {
        for (const diagram::Theme* theme : {&diagram::lightTheme(), &diagram::darkTheme()})
            for (const CodeToken token : {CodeToken::key, CodeToken::string, CodeToken::number, CodeToken::comment})
                for (const QColor& ground : {theme->code, theme->codeHi})
                    QVERIFY2(contrast(codeColour(token, *theme), ground) >= 4.5,
                             qPrintable(QStringLiteral("%1 on %2").arg(codeColour(token, *theme).name(), ground.name())));
    }
};

QTEST_MAIN(SourceTest)
#include "tst_source.moc"
