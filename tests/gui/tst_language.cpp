// SPDX-License-Identifier: GPL-3.0-or-later
// The translations: nothing left out, nothing that a placeholder or a mnemonic would trip over, and the window shows
// them. resources/translations/*.ts are what lupdate makes of app/desktop and diagram (docs/adding-things.md).
#include "app/desktop/export_files.h"
#include "app/desktop/language.h"
#include "app/desktop/main_window.h"
#include "app/desktop/views/sources_view.h"
#include "diagram/drawing.h"
#include "diagram/fonts.h"
#include "diagram/ghosts.h"
#include "diagram/layers.h"
#include "diagram/layout/layout.h"
#include "diagram/legend.h"
#include "diagram/marks.h"
#include "diagram/painter.h"
#include "report/content/sections.h"
#include "tests/diagram/samples.h"

#include <QLibraryInfo>
#include <QMenuBar>
#include <QMutex>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace bartizan;
using namespace bartizan::desktop;

namespace {

struct Message {
    QString context, source, comment;
    QStringList forms; // one, or for a plural one each for 1 and for more
    bool plural = false;
    bool unfinished = false;

    QString key() const { return context + QLatin1Char('|') + source + QLatin1Char('|') + comment; }
};

QList<Message> messagesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> result;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            result.push_back(
                {context, {}, {}, {}, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes"), false});
        else if (xml.name() == QLatin1String("source"))
            result.back().source = xml.readElementText();
        else if (xml.name() == QLatin1String("comment"))
            result.back().comment = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            result.back().unfinished = xml.attributes().hasAttribute(QLatin1String("type"));
            if (!result.back().plural)
                result.back().forms << xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform"))
            result.back().forms << xml.readElementText();
    }
    return xml.hasError() ? QList<Message>() : result;
}

QStringList placeholdersOf(const QString& text)
{
    static const QRegularExpression placeholder(QStringLiteral("%L?(\\d{1,2}|n)"));
    QStringList result;
    for (auto it = placeholder.globalMatch(text); it.hasNext();)
        result << it.next().captured();
    result.sort();
    return result;
}

QString edgesOf(const QString& text)
{
    static const QRegularExpression start(QStringLiteral("^\\s*")), end(QStringLiteral("\\s*$"));
    return start.match(text).captured() + QLatin1Char('|') + end.match(text).captured();
}

// The letters that open an entry of each menu, and of those below it.
void collectClashes(const QList<QAction*>& actions, const QString& menu, QStringList& clashes)
{
    static const QRegularExpression mnemonic(QStringLiteral("&([^&])"));
    QStringList letters;
    for (const QAction* action : actions) {
        const QString letter = mnemonic.match(action->text()).captured(1).toLower();
        if (!letter.isEmpty() && letters.contains(letter))
            clashes << menu + QStringLiteral(": ") + action->text();
        letters << letter;
        if (action->menu())
            collectClashes(action->menu()->actions(), action->text(), clashes);
    }
}

QSet<QString> said;
QMutex saying; // pictures are painted in two threads

QString note(const QString& english)
{
    const QMutexLocker lock(&saying);
    if (!english.isEmpty())
        said.insert(english);
    return english;
}

QStringList tabTitles(const QWidget& window)
{
    QStringList titles;
    for (const QTabWidget* tabs : window.findChildren<QTabWidget*>())
        for (int i = 0; i < tabs->count(); ++i)
            titles << tabs->tabText(i);
    return titles;
}

} // namespace

class LanguageTest : public QObject {
    Q_OBJECT
private:
    const QString m_root = QStringLiteral(BARTIZAN_SOURCE_DIR);
    QTemporaryDir m_settings;

    QString translation(const QString& language) const
    {
        return m_root + QStringLiteral("/resources/translations/bartizan_%1.ts").arg(language);
    }
    // Those of `names` that the German of a context does not have.
    QStringList notInGerman(QLatin1String context, const QStringList& names) const
    {
        QSet<QString> known;
        for (const Message& message : messagesOf(translation(QStringLiteral("de"))))
            if (message.context == context)
                known << message.source;
        QStringList wrong;
        for (const QString& name : names)
            if (!known.contains(name))
                wrong << name;
        return wrong;
    }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        diagram::useBundledFonts();
    }
    void cleanup() { installLanguage(QStringLiteral("en")); }

    void everyMessageIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("atLeast");
        QTest::newRow("German") << QStringLiteral("de") << 700;
        QTest::newRow("English plurals") << QStringLiteral("en") << 15;
    }
    void everyMessageIsTranslated()
    {
        QFETCH(QString, language);
        QFETCH(int, atLeast);
        const QRegularExpression forbidden(
            QStringLiteral("\\b(un)?sicher(e[nmrs]?|heit)?\\b|\\bsauber|konform|\\bbeweis|\\bsecure|\\bclean\\b|compliant|!"),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        QVERIFY(forbidden.match(QStringLiteral("Das ist sicher.")).hasMatch());
        const QList<Message> messages = messagesOf(translation(language));
        QVERIFY2(messages.size() >= atLeast, qPrintable(QString::number(messages.size())));
        // Beside the classes' own, what QObject::tr and QCoreApplication::translate are called with.
        const QStringList lookedUp{"QObject", "main", "Views", "Words", "Columns", "Exports", "Steps"};
        QStringList wrong;
        for (const Message& message : messages) {
            const auto say = [&](const char* what) { wrong << QLatin1String(what) + QStringLiteral(": ") + message.key(); };
            if (!message.context.startsWith(QLatin1String("bartizan::desktop::")) && !lookedUp.contains(message.context))
                say("nobody looks a text up there");
            if (message.unfinished || message.forms.size() != (message.plural ? 2 : 1))
                say("unfinished");
            for (const QString& form : message.forms) {
                if (form.trimmed().isEmpty())
                    say("empty");
                if (placeholdersOf(form) != placeholdersOf(message.source))
                    say("other placeholders");
                if (form.count(QLatin1Char('&')) != message.source.count(QLatin1Char('&')))
                    say("other mnemonics");
                if (edgesOf(form) != edgesOf(message.source))
                    say("other blanks at the edges");
                if (form.count(QLatin1Char('<')) != message.source.count(QLatin1Char('<')))
                    say("other tags");
                if (forbidden.match(form).hasMatch())
                    say("a word that claims too much");
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void holdsEveryTextOfTheSource_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("pluralsOnly");
        QTest::newRow("German") << QStringLiteral("de") << false;
        QTest::newRow("English plurals") << QStringLiteral("en") << true;
    }
    void holdsEveryTextOfTheSource()
    {
        QFETCH(QString, language);
        QFETCH(bool, pluralsOnly);
        const QString lupdate =
            QStandardPaths::findExecutable(QStringLiteral("lupdate"), {QLibraryInfo::path(QLibraryInfo::BinariesPath)});
        if (lupdate.isEmpty())
            QSKIP("lupdate is not installed (qt6-l10n-tools)");
        QTemporaryDir folder;
        const QString found = folder.filePath(QStringLiteral("found.ts"));
        QProcess process;
        process.setWorkingDirectory(m_root);
        process.setProcessChannelMode(QProcess::MergedChannels);
        QStringList arguments{"app/desktop", "diagram",          "-I",     ".",   "-source-language",
                              "en",          "-target-language", language, "-ts", found};
        if (pluralsOnly)
            arguments << QStringLiteral("-pluralonly");
        process.start(lupdate, arguments);
        QVERIFY(process.waitForFinished(120000));
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
        QStringList now, written;
        for (const Message& message : messagesOf(found))
            now << message.key();
        for (const Message& message : messagesOf(translation(language)))
            written << message.key();
        QVERIFY(now.size() > 15);
        QStringList wrong;
        for (const QString& key : now)
            if (!written.contains(key))
                wrong << QStringLiteral("not translated: ") + key;
        for (const QString& key : written)
            if (!now.contains(key))
                wrong << QStringLiteral("no longer in the source: ") + key;
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void pluralForms()
    {
        QCOMPARE(installLanguage(QStringLiteral("en")), QStringLiteral("en"));
        QCOMPARE(SourcesModel::tr("%n files", nullptr, 1), QStringLiteral("1 file"));
        QCOMPARE(SourcesModel::tr("%n files", nullptr, 2), QStringLiteral("2 files"));
        QCOMPARE(installLanguage(QStringLiteral("de")), QStringLiteral("de"));
        QCOMPARE(SourcesModel::tr("%n files", nullptr, 1), QStringLiteral("1 Datei"));
        QCOMPARE(SourcesModel::tr("%n files", nullptr, 2), QStringLiteral("2 Dateien"));
        installLanguage(QStringLiteral("en")); // and back: nothing of the earlier language stays
        QCOMPARE(SourcesModel::tr("Not recognised"), QStringLiteral("Not recognised"));
    }

    void namesOfTheDrawing()
    {
        QStringList names;
        for (int layer = 0; layer < diagram::layerCount; ++layer)
            names << diagram::layerName(layer) << diagram::layerName(layer).toLower();
        for (int i = 0; i < diagram::familyCount; ++i)
            names << diagram::familyName(static_cast<diagram::Family>(i));
        for (int i = 0; i < diagram::lensCount; ++i)
            names << diagram::lensName(static_cast<diagram::Lens>(i));
        for (int i = 0; i < diagram::markCount; ++i)
            names << diagram::markName(static_cast<diagram::Mark>(i));
        for (int i = 0; i < 5; ++i)
            names << diagram::severityName(static_cast<diagram::Severity>(i));
        const QStringList wrong = notInGerman(QLatin1String("Words"), names);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
        installLanguage(QStringLiteral("de"));
        QCOMPARE(inLanguage(diagram::layerName(3)), QStringLiteral("Zweiter Faktor"));
        QCOMPARE(columnInLanguage(3), QStringLiteral("2. Faktor"));
        QVERIFY(columnInLanguage(5) != diagram::layerColumnName(5));
        QCOMPARE(answerInLanguage(AuthAnswer::checkedAt, "edge"), QStringLiteral("geprüft an edge"));
        for (const AuthAnswer answer :
             {AuthAnswer::noCheckInFront, AuthAnswer::openByDecision, AuthAnswer::openShown, AuthAnswer::undecided})
            QVERIFY(answerInLanguage(answer, {}) != QString::fromStdString(answerText(answer, {})));
        QCOMPARE(inLanguage(QStringLiteral("payments")), QStringLiteral("payments"));
        diagram::MarkCounts counts;
        QVERIFY(countsInLanguage(counts).startsWith(QStringLiteral("verlangt 0: vorhanden 0")));
        installLanguage(QStringLiteral("en"));
        QCOMPARE(countsInLanguage(counts), diagram::countsInWords(counts));
        QCOMPARE(answerInLanguage(AuthAnswer::checkedAt, "edge"),
                 QString::fromStdString(answerText(AuthAnswer::checkedAt, "edge")));
    }

    // Sections of the report, and the exports that a menu names.
    void namesOfExports()
    {
        QStringList names;
        const auto add = [&](std::string_view name) { names << QString::fromStdString(std::string(name)); };
        for (const report::SectionRow& row : report::sectionRows())
            add(row.name);
        QVERIFY(names.size() > 10);
        for (const report::ExportRow* row : exportsOfTheSystem())
            add(row->title);
        const QStringList wrong = notInGerman(QLatin1String("Exports"), names);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
        const report::ExportRow* paths = report::findExport("paths", "csv");
        QVERIFY(paths);
        QCOMPARE(exportTitle(*paths), QStringLiteral("Paths from outside as a table (.csv)"));
        installLanguage(QStringLiteral("de"));
        QCOMPARE(exportTitle(*paths), QStringLiteral("Wege von außen als Tabelle (.csv)"));
        QCOMPARE(exportInLanguage("Findings"), QStringLiteral("Befunde"));
        installLanguage(QStringLiteral("en"));
    }

    // Whatever the drawing paints or tells in words of its own is in the table.
    void phrasesOfTheDrawing()
    {
        diagram::Drawing drawing = diagram::samples::boutique();
        drawing.groups[1].collapsed = true;
        drawing.nodes[0].reach = QStringLiteral("8443: reach not known");
        drawing.nodes[4].placed = true;
        drawing.nodes[4].novelty = diagram::Novelty::added;
        drawing.nodes[5].stones[3].worse = true;
        drawing.nodes[6].steps = 1;
        drawing.nodes[7].subtitle = QStringLiteral("shop · Deployment · 1 replica");
        drawing.nodes[8].subtitle = QStringLiteral("its pods are not in the input");
        drawing.edges[3].checkEnforced = drawing.edges[4].personChecked = true;
        diagram::layOut(drawing);
        diagram::placeGhosts(drawing, {{"nowhere/cart[Pod]", "nowhere", QStringLiteral("cart")}});
        said.clear();
        for (const double scale : {0.3, 1.0, 2.6}) {
            for (int lens = 0; lens < diagram::lensCount; ++lens) {
                diagram::View view = diagram::fitted(drawing.bounds, {1200, 800});
                view.scale = scale;
                view.origin = drawing.bounds.topLeft();
                view.lens = static_cast<diagram::Lens>(lens);
                view.words = &note;
                diagram::drawingImage(drawing, view, (drawing.ghostBounds.size() * scale).toSize());
                view.filteredOut.assign(drawing.nodes.size(), 1);
                diagram::drawingImage(drawing, view, (drawing.ghostBounds.size() * scale).toSize());
            }
        }
        for (const diagram::Lens lens :
             {diagram::Lens::exposure, diagram::Lens::encryption, diagram::Lens::change, diagram::Lens::connectivity})
            for (const bool dots : {false, true})
                diagram::drawLegend(nullptr, {}, diagram::lightTheme(), dots, true, lens, &note);
        for (const diagram::Node& node : drawing.nodes)
            diagram::accessibleName(drawing, node, &note);
        for (const diagram::Edge& edge : drawing.edges)
            diagram::accessibleName(drawing, edge, &note);
        for (const diagram::Group& group : drawing.groups)
            diagram::accessibleName(drawing, group, &note);
        diagram::accessibleName(drawing.ghosts.front(), &note);
        installLanguage(QStringLiteral("de"));
        // The same in both languages.
        const QStringList names{"mTLS", "TLS", "internet", "Gateway", "Image", "Secrets", "%1 in %2", "Workload"};
        QStringList wrong;
        for (const QString& phrase : said)
            if (inLanguage(phrase) == phrase && !names.contains(phrase))
                wrong << phrase;
        wrong.sort();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
        QVERIFY(said.size() > 60);
        QCOMPARE(diagram::sayReach(&inLanguage, QStringLiteral("NodePort 31880, 31881: reach not known; 80: private network")),
                 QStringLiteral("NodePort 31880, 31881: Reichweite nicht bekannt; 80: privates Netz"));
        QCOMPARE(diagram::sayReach(&inLanguage, QStringLiteral("hostNetwork reach not known")),
                 QStringLiteral("hostNetwork Reichweite nicht bekannt"));
        QCOMPARE(diagram::saySubtitle(&inLanguage, QStringLiteral("new · Deployment · 3 replicas")),
                 QStringLiteral("new · Deployment · 3 Replikate"));
        QCOMPARE(checkInLanguage(
                     QStringLiteral("no check in front of the application (3 of 4 routes); checked at edge (1 of 4 routes)")),
                 QStringLiteral("keine Prüfung vor der Anwendung (3 von 4 Routen); geprüft an edge (1 von 4 Routen)"));
        installLanguage(QStringLiteral("en"));
        QCOMPARE(diagram::accessibleName(drawing, drawing.nodes[4], &inLanguage),
                 diagram::accessibleName(drawing, drawing.nodes[4]));
    }

    void choosesALanguage()
    {
        QCOMPARE(languageFor(QStringLiteral("de")), QStringLiteral("de"));
        QCOMPARE(languageFor(QStringLiteral("en")), QStringLiteral("en"));
        QCOMPARE(rememberedLanguage(), QStringLiteral("system"));
        rememberLanguage(QStringLiteral("de"));
        QCOMPARE(rememberedLanguage(), QStringLiteral("de"));
        rememberLanguage(QStringLiteral("system"));
        const QString chosen = languageFor(QStringLiteral("system"));
        QVERIFY(chosen == QLatin1String("en") || chosen == QLatin1String("de"));
        QCOMPARE(languageFor(QStringLiteral("no such")), chosen);
    }

    void theWindowIsGerman()
    {
        const auto titlesNow = [] {
            MainWindow window{Dialogs()};
            window.viewState().backlog().finish(); // tabs are added after the first picture
            return tabTitles(window);
        };
        QVERIFY(titlesNow().contains(QStringLiteral("Findings")));
        installLanguage(QStringLiteral("de"));
        const QStringList titles = titlesNow();
        QVERIFY2(titles.contains(QStringLiteral("Befunde")), qPrintable(titles.join(QLatin1Char(' '))));
        QVERIFY(!titles.contains(QStringLiteral("Findings")));
    }

    void menusHaveOneEntryForEachLetter_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("German") << QStringLiteral("de");
    }
    void menusHaveOneEntryForEachLetter()
    {
        QFETCH(QString, language);
        installLanguage(language);
        MainWindow window{Dialogs()};
        QStringList clashes;
        collectClashes(window.menuBar()->actions(), QStringLiteral("menu bar"), clashes);
        // Alt and a letter opens a menu of the bar, so that no command may have it.
        for (const QAction* menu : window.menuBar()->actions())
            for (const QAction* action : window.findChildren<QAction*>())
                if (const QKeySequence opens = QKeySequence::mnemonic(menu->text());
                    !opens.isEmpty() && action->shortcuts().contains(opens))
                    clashes << menu->text() + QStringLiteral(": ") + action->text();
        QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(QLatin1Char('\n'))));
    }

    void theMenuRemembersTheLanguage()
    {
        MainWindow window{Dialogs()};
        auto* german = window.findChild<QAction*>(QStringLiteral("language.de"));
        QVERIFY(german && !german->isChecked());
        german->trigger();
        QCOMPARE(rememberedLanguage(), QStringLiteral("de"));
        QVERIFY(MainWindow(Dialogs()).findChild<QAction*>(QStringLiteral("language.de"))->isChecked());
        rememberLanguage(QStringLiteral("system"));
    }
};

QTEST_MAIN(LanguageTest)
#include "tst_language.moc"
