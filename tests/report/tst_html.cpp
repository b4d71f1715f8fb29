// SPDX-License-Identifier: GPL-3.0-or-later
// The HTML report as a file: well-formed, self-contained, its policy matching its contents, hostile names as text, every
// link leading somewhere, tables with headers, the same bytes every time, written as it comes.
#include "report/html/markup.h"
#include "report/html/sheet.h"
#include "report/html/writer.h"
#include "report/text/pen.h"
#include "diagram/layout/layout.h"
#include "diagram/posture_nodes.h"
#include "tests/diagram/samples.h"
#include "tests/report/blocks.h"
#include "tests/report/html_reader.h"

#include <QRegularExpression>
#include <QtTest>

using namespace bartizan;
using namespace bartizan::report;
using test::hostileName;
using test::HtmlDocument;
using test::HtmlElement;

namespace {

const HtmlPage page{"Bookshop " + hostileName, "Confidential " + hostileName, "41 kinds read", "Bartizan 0.1.0"};

std::string written(const std::function<void(Writer&)>& blocks)
{
    std::string bytes;
    HtmlWriter writer(page, [&](std::string_view part) { bytes += part; });
    blocks(writer);
    writer.finish();
    return bytes;
}

const diagram::Drawing& shop()
{
    static const diagram::Drawing drawing = [] {
        diagram::Drawing made = diagram::samples::boutique();
        made.nodes[2].label = diagram::fromUtf8(hostileName);
        diagram::layOut(made);
        return made;
    }();
    return drawing;
}

const std::string& whole()
{
    static const std::string bytes = written([](Writer& writer) {
        test::writeHead(writer);
        test::writeFindings(writer);
        test::writeMatrix(writer, 30);
        writer.drawing(shop());
    });
    return bytes;
}

HtmlDocument read(const std::string& bytes)
{
    return test::readHtml(QString::fromStdString(bytes));
}

const HtmlDocument& document()
{
    static const HtmlDocument made = read(whole());
    return made;
}

} // namespace

class Html : public QObject {
    Q_OBJECT
private slots:
    void wellFormed()
    {
        QVERIFY2(document().error.isEmpty(), qPrintable(document().error));
        QCOMPARE(document().elements.first().name, QStringLiteral("html"));
        QCOMPARE(document().elements.first().attribute("lang"), QStringLiteral("en"));
    }

    void theReaderRefuses_data()
    {
        QTest::addColumn<QString>("html");
        QTest::newRow("a text that is not escaped") << "<!DOCTYPE html>\n<p>a < b</p>";
        QTest::newRow("an ampersand") << "<!DOCTYPE html>\n<p>a & b</p>";
        QTest::newRow("an attribute") << "<!DOCTYPE html>\n<p title=\"a\"b\">x</p>";
        QTest::newRow("order") << "<!DOCTYPE html>\n<p><b>x</p></b>";
        QTest::newRow("an end") << "<!DOCTYPE html>\n<p>x";
    }
    void theReaderRefuses()
    {
        QFETCH(QString, html);
        QVERIFY(!test::readHtml(html).error.isEmpty());
    }

    void hostileNamesAreText()
    {
        const QString shown = QString::fromStdString(visible(hostileName));
        QVERIFY(shown.contains(QStringLiteral("<U+202E>")) && shown.contains(QStringLiteral("<U+000A>")));
        int headings = 0, names = 0;
        for (const HtmlElement& element : document().elements) {
            headings += element.name.startsWith(QLatin1Char('h')) && element.text.contains(shown);
            names += element.attribute("aria-label").contains(shown);
            QVERIFY2(element.name != QStringLiteral("img"), "an element from a name");
        }
        QVERIFY2(headings >= 6, qPrintable(QString::number(headings)));
        QVERIFY(names >= 1);
        QCOMPARE(document().all("title").first()->text, QStringLiteral("Bookshop ") + shown);
        QCOMPARE(document().all("script").size(), 1);
        QCOMPARE(document().all("style").size(), 1);
        for (const char c : whole())
            QVERIFY(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t');
        QVERIFY(!QString::fromStdString(whole()).contains(QChar(0x202E)));
    }

    void longNamesStayWhole()
    {
        int found = 0;
        for (const HtmlElement* cell : document().all("td"))
            found += cell->text == QString(10000, QLatin1Char('x'));
        QCOMPARE(found, 1);
    }

    void oneEscaping()
    {
        QCOMPARE(htmlText("a<b>&\"'\t\xE2\x80\xAE"), std::string("a&lt;b&gt;&amp;&quot;&#39;&lt;U+0009&gt;&lt;U+202E&gt;"));
        QCOMPARE(htmlText("\xD8\x9C\xC2\xAD\xF3\xA0\x81\x81"), std::string("&lt;U+061C&gt;&lt;U+00AD&gt;&lt;U+E0041&gt;"));
        QCOMPARE(htmlCode("\tkey:\t<x>\x07"), std::string("\tkey:\t&lt;x&gt;&lt;U+0007&gt;"));
        QCOMPARE(cssString("a\"}\\</style>\xC3\xA4\n"),
                 std::string("\"a\\22 \\7d \\5c \\3c \\2f style\\3e \xC3\xA4\\3c U\\2b 000A\\3e \""));
        // RFC 6234: of "abc".
        QCOMPARE(sha256Base64("abc"), std::string("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="));
    }

    void thePolicyNamesWhatIsThere()
    {
        const HtmlElement* meta = nullptr;
        for (const HtmlElement* one : document().all("meta"))
            if (one->attribute("http-equiv") == QStringLiteral("Content-Security-Policy"))
                meta = one;
        QVERIFY(meta);
        const QString policy = meta->attribute("content");
        const auto digest = [](const HtmlElement* element) {
            return QStringLiteral("'sha256-%1'").arg(QString::fromStdString(sha256Base64(element->text.toStdString())));
        };
        QVERIFY(policy.startsWith(QStringLiteral("default-src 'none'; ")));
        QVERIFY(policy.contains(QStringLiteral("style-src ") + digest(document().all("style").first()) + QLatin1Char(';')));
        QVERIFY(policy.contains(QStringLiteral("script-src ") + digest(document().all("script").first()) + QLatin1Char(';')));
        QVERIFY(policy.contains(QStringLiteral("base-uri 'none'")) && policy.contains(QStringLiteral("form-action 'none'")));
        QVERIFY(!policy.contains(QStringLiteral("unsafe")) && !policy.contains(QLatin1Char('*')));
    }

    void nothingFromOutside()
    {
        static const QRegularExpression handler(QStringLiteral("^on"));
        for (const HtmlElement& element : document().elements) {
            for (auto it = element.attributes.begin(); it != element.attributes.end(); ++it) {
                QVERIFY2(it.key() != QStringLiteral("style") && !handler.match(it.key()).hasMatch(), qPrintable(it.key()));
                if (it.key() == QStringLiteral("href"))
                    QVERIFY2(it.value().startsWith(QLatin1Char('#')), qPrintable(it.value()));
                QVERIFY2(it.key() != QStringLiteral("src") && it.key() != QStringLiteral("srcset"), qPrintable(it.value()));
            }
            QVERIFY2(element.name != QStringLiteral("link") && element.name != QStringLiteral("iframe") &&
                         element.name != QStringLiteral("base") && element.name != QStringLiteral("form"),
                     qPrintable(element.name));
        }
        const QString style = document().all("style").first()->text;
        QVERIFY(!style.contains(QStringLiteral("url(")) && !style.contains(QStringLiteral("@import")));
        QVERIFY(!style.contains(QStringLiteral("://")));
        const QString script = document().all("script").first()->text;
        for (const char* word : {"innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "fetch(",
                                 "XMLHttp", "import(", "://", "localStorage", "cookie"})
            QVERIFY2(!script.contains(QLatin1String(word)), word);
    }

    void theSheetNamesTokensOnly()
    {
        const QString style = document().all("style").first()->text;
        static const QRegularExpression used(QStringLiteral("var\\(--([a-zA-Z0-9]+)\\)"));
        int seen = 0;
        for (auto it = used.globalMatch(style); it.hasNext(); ++seen) {
            const QString name = it.next().captured(1);
            QVERIFY2(style.contains(QStringLiteral("--") + name + QLatin1Char(':')), qPrintable(name));
        }
        QVERIFY(seen > 50);
        static const QRegularExpression colour(QStringLiteral("#[0-9a-fA-F]{3,8}\\b"));
        const QString rules = style.mid(style.indexOf(QStringLiteral("/* SPDX")));
        QVERIFY2(!colour.match(rules).hasMatch(), qPrintable(colour.match(rules).captured(0)));
    }

    void linksLeadSomewhere()
    {
        QSet<QString> ids;
        for (const HtmlElement& element : document().elements) {
            if (!element.has("id"))
                continue;
            QVERIFY2(!ids.contains(element.attribute("id")), qPrintable(element.attribute("id")));
            ids.insert(element.attribute("id"));
        }
        int links = 0;
        for (const HtmlElement& element : document().elements) {
            if (element.has("href")) {
                ++links;
                QVERIFY2(ids.contains(element.attribute("href").mid(1)), qPrintable(element.attribute("href")));
            }
            for (const char* key : {"aria-labelledby", "for"})
                for (const QString& id : element.attribute(key).split(QLatin1Char(' '), Qt::SkipEmptyParts))
                    QVERIFY2(ids.contains(id), qPrintable(id));
        }
        QVERIFY(links > 500); // marks too
        QVERIFY(ids.contains(QStringLiteral("in-common")) && ids.contains(QStringLiteral("finding-rule-3")));
    }

    void landmarksAndHeadings()
    {
        for (const char* name : {"main", "nav", "footer", "h1", "title"})
            QCOMPARE(document().all(name).size(), 1);
        QVERIFY(document().all("header").size() == 1);
        QCOMPARE(document().all("a").first()->attribute("href"), QStringLiteral("#report")); // the skip link is first
        int level = 0;
        for (const HtmlElement& element : document().elements) {
            if (element.name.size() != 2 || element.name[0] != QLatin1Char('h') || !element.name[1].isDigit())
                continue;
            const int own = element.name[1].digitValue();
            QVERIFY2(own <= level + 1, qPrintable(element.text));
            QVERIFY(!element.text.isEmpty());
            level = own;
        }
        for (const HtmlElement* picture : document().all("svg"))
            QVERIFY(picture->attribute("aria-hidden") == QStringLiteral("true") ||
                    (picture->attribute("role") == QStringLiteral("img") && !picture->attribute("aria-label").isEmpty()));
    }

    void tablesHaveHeaders()
    {
        const QList<const HtmlElement*> tables = document().all("table");
        QCOMPARE(tables.size(), 2);
        QCOMPARE(document().all("caption").size(), 2);
        for (const HtmlElement* head : document().all("th"))
            QVERIFY(head->has("scope") && !head->text.isEmpty());
        // Rows are filled up to the number of columns.
        QList<int> cells;
        for (const HtmlElement& element : document().elements) {
            if (element.name == QStringLiteral("tr"))
                cells << 0;
            else if (element.name == QStringLiteral("td") || element.name == QStringLiteral("th"))
                cells.last() += element.has("colspan") ? element.attribute("colspan").toInt() : 1;
        }
        QCOMPARE(cells.count(19), 1 + 30 + 3);
        QCOMPARE(cells.count(2), 3);
        QCOMPARE(cells.size(), 37);
        // Only the table with many columns is a region that scrolls.
        int regions = 0;
        for (const HtmlElement* one : document().all("div"))
            regions += one->attribute("class") == QStringLiteral("scroll") &&
                       one->attribute("role") == QStringLiteral("region") && one->has("aria-labelledby") && one->has("tabindex");
        QCOMPARE(regions, 1);
    }

    void rowsCanBeLedTo()
    {
        Cell id = cell::code("rule-0");
        id.anchor = "finding-rule-0";
        const HtmlDocument rows = read(written([&](Writer& writer) {
            writer.paragraph("Before.");
            writer.beginTable({{Column::Kind::text, "Finding", 1}, {Column::Kind::text, "Id", 1}}, "Findings");
            writer.row({cell::text("A cause"), id});
            writer.row({cell::text("Another", "finding-rule-0"), cell::code("rule-1")});
            writer.endTable();
        }));
        QVERIFY2(rows.error.isEmpty(), qPrintable(rows.error));
        QStringList ids;
        for (const HtmlElement* row : rows.all("tr"))
            if (row->has("id"))
                ids << row->attribute("id") + QLatin1Char(' ') + row->text;
        QCOMPARE(ids, QStringList({"finding-rule-0 A causerule-0"}));
    }

    void anOverviewSaysThatItIsOne()
    {
        const auto says = [](const diagram::Drawing& drawing) {
            return written([&](Writer& writer) { writer.drawing(drawing); }).find("An overview: more than 300") !=
                   std::string::npos;
        };
        diagram::Drawing large = diagram::samples::random(diagram::collapseAbove + 1, 20, 1);
        QVERIFY(diagram::collapseForSize(large));
        diagram::layOut(large);
        QVERIFY(says(large));
        QVERIFY(!says(shop()));
    }

    void marksSayTheSameInWords()
    {
        QSet<QString> words, symbols;
        for (const HtmlElement* cell : document().all("td"))
            if (cell->attribute("class").split(QLatin1Char(' ')).contains(QStringLiteral("m"))) {
                QVERIFY(!cell->text.trimmed().isEmpty());
                words.insert(cell->text.trimmed());
            }
        for (const HtmlElement* use : document().all("use"))
            symbols.insert(use->attribute("href"));
        for (const char* word : {"present", "partial", "missing", "missing, not required", "unknown", "not applicable"})
            QVERIFY2(words.contains(QLatin1String(word)), word);
        for (const char* symbol : {"#m-present", "#m-partial", "#m-missing", "#m-hollow", "#m-accepted", "#m-unknown", "#m-na",
                                   "#s-critical", "#s-high", "#s-medium", "#s-low", "#s-info"})
            QVERIFY2(symbols.contains(QLatin1String(symbol)), symbol);
    }

    void findingsCanBeFiltered()
    {
        QStringList severities, states;
        for (const HtmlElement* finding : document().all("article")) {
            severities << finding->attribute("data-severity");
            states << finding->attribute("data-status");
            QVERIFY(finding->text.contains(QStringLiteral("\ttype: NodePort\n")));
        }
        QCOMPARE(severities, QStringList({"critical", "high", "medium", "low", "info"}));
        QCOMPARE(states, QStringList({"open", "accepted until 2026-12-01", "open", "open", "open"}));
        // What follows a heading is no longer the finding's.
        for (const HtmlElement* heading : document().all("h3"))
            if (heading->attribute("id") == QStringLiteral("in-common"))
                QVERIFY(!heading->ancestors.contains(QStringLiteral("article")));
    }

    void citedLinesAreMarked()
    {
        QStringList cited;
        for (const HtmlElement* line : document().all("mark"))
            cited << line->attribute("data-n") + QLatin1Char(' ') + line->text.trimmed();
        QCOMPARE(cited.size(), 10);
        QCOMPARE(cited.first(), QStringLiteral("9 type: NodePort"));
    }

    void theSameAgain()
    {
        const auto once = [] {
            return written([](Writer& writer) {
                test::writeHead(writer);
                test::writeFindings(writer);
                test::writeMatrix(writer, 3);
                writer.drawing(shop());
            });
        };
        QVERIFY(once() == once());
    }

    void writtenAsItComes()
    {
        std::size_t bytes = 0, largest = 0;
        HtmlWriter writer(page, [&](std::string_view part) {
            bytes += part.size();
            largest = std::max(largest, part.size());
        });
        writer.beginTable({{Column::Kind::text, "Service", 1}}, "Services");
        for (int i = 0; i < 1000; ++i) {
            const std::size_t before = bytes;
            writer.row({cell::text("service")});
            QVERIFY(bytes > before);
        }
        writer.endTable();
        writer.finish();
        QVERIFY(largest < 64000); // the style sheet
    }

    void nothingWritten()
    {
        const HtmlDocument none = read(written([](Writer&) {}));
        QVERIFY2(none.error.isEmpty(), qPrintable(none.error));
        QCOMPARE(none.all("h1").size(), 1);
        QCOMPARE(none.all("main").size(), 1);
    }

    void stops()
    {
        bool stop = false;
        HtmlWriter writer(
            page, [](std::string_view) {}, [&] { return stop; });
        QVERIFY(!writer.stopped());
        stop = true;
        QVERIFY(writer.stopped());
        QVERIFY(!HtmlWriter(page, [](std::string_view) {}).stopped());
    }
};

QTEST_MAIN(Html)
#include "tst_html.moc"
