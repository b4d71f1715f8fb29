// SPDX-License-Identifier: GPL-3.0-or-later
// What analysis says, in German: every text of the tables, every sentence about the sample and a part of the corpus, and
// names that stay as they are. resources/translations/analysis_de.ts is written by hand (docs/adding-things.md).
#include "app/desktop/language.h"
#include "app/desktop/sentences.h"
#include "app/load.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>
#include <QtTest>

using namespace bartizan;
using namespace bartizan::desktop;

namespace {

struct Text {
    QString context, source, german;
};

QList<Text> texts()
{
    QFile file(QStringLiteral(BARTIZAN_SOURCE_DIR "/resources/translations/analysis_de.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Text> result;
    Text text;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            text.context = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            text.source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            text.german = xml.readElementText();
            result << text;
        }
    }
    return xml.hasError() ? QList<Text>() : result;
}

QStringList holesOf(const QString& text)
{
    static const QRegularExpression hole(QStringLiteral("%[LW]?\\d"));
    QStringList result;
    for (auto it = hole.globalMatch(text); it.hasNext();)
        result << it.next().captured();
    result.sort();
    return result;
}

// All that a posture says to people, each once.
class Said {
public:
    explicit Said(const app::Loaded& loaded)
    {
        const Posture& posture = loaded.posture;
        add(posture.sentence);
        for (const Finding& finding : posture.findings) {
            for (const std::string* text : {&finding.title, &finding.reason, &finding.fix, &finding.within, &finding.ifLevel,
                                            &finding.status, &finding.statusReason})
                add(*text);
            for (const NearMiss& miss : finding.nearMisses)
                add(miss.sentence);
        }
        for (const WorkloadPosture& workload : posture.workloads) {
            for (const LayerVerdict& verdict : workload.layers)
                add(verdict);
            add(workload.reachable);
            for (const auto& image : workload.images)
                add(image.explanation);
        }
        for (const RoutePosture& route : posture.routes)
            for (const LayerVerdict* verdict :
                 {&route.authentication, &route.secondFactor, &route.authorization, &route.abuse, &route.accepted})
                add(*verdict);
        for (const EdgeSecurity& edge : posture.edges)
            add(edge.encryption);
        for (const Assumption& assumption : posture.assumptions) {
            add(assumption.sentence);
            add(assumption.settledBy);
        }
        for (const Entry& entry : loaded.model.architecture.entries)
            add(entry.reachReason);
    }
    int count() const { return static_cast<int>(m_texts.size()); }
    QStringList english() const
    {
        QStringList result;
        for (const QString& text : m_texts)
            if (!isTold(text))
                result << text + QStringLiteral("\n    → ") + inLanguageOf(text);
        result.sort();
        return result;
    }

private:
    void add(const std::string& text)
    {
        if (!text.empty())
            m_texts.insert(QString::fromStdString(text));
    }
    void add(const LayerVerdict& verdict)
    {
        add(verdict.reason);
        add(verdict.within);
        for (const Facet& facet : verdict.facets) {
            add(facet.name);
            add(facet.reason);
        }
        for (const NearMiss& miss : verdict.nearMisses)
            add(miss.sentence);
        for (const SettledBy& settled : verdict.settledBy)
            add(settled.input);
    }
    QSet<QString> m_texts;
};

} // namespace

class SentencesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { installLanguage(QStringLiteral("de")); }
    void cleanup() { installLanguage(QStringLiteral("en")); }

    // Where a sentence ends and an item of a list begins is tried out: a text that is made to be tried long stays English.
    void hostileTextsAreGivenUp_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("commas") << QStringLiteral("image, ").repeated(200) + QStringLiteral("image");
        QTest::newRow("full stops") << QStringLiteral("No route reaches it. ").repeated(180);
        QTest::newRow("and") << QStringLiteral("network and image, ").repeated(100);
        QTest::newRow("long") << QStringLiteral("no image ").repeated(20'000);
    }
    void hostileTextsAreGivenUp()
    {
        QFETCH(QString, text);
        QVERIFY(!inLanguageOf(text).isEmpty());
        QVERIFY(!isTold(text));
    }

    void theTablesAreTranslated()
    {
        const Result<Catalogue> catalogue = app::defaultCatalogue();
        QVERIFY(catalogue.has_value());
        QSet<QString> titles, others;
        for (const RuleText& rule : catalogue->rules)
            if (rule.severity != "none") {
                titles.insert(QString::fromStdString(rule.title));
                others.insert(QString::fromStdString(rule.fix));
            }
        for (const LayerText& layer : catalogue->layers)
            for (const std::string* text : {&layer.why, &layer.howDecided})
                others.insert(QString::fromStdString(*text));
        for (const auto& [id, text] : catalogue->assumptions)
            others.insert(QString::fromStdString(text));
        for (const std::string& text : catalogue->notExamined)
            others.insert(QString::fromStdString(text));
        others.remove(QString());
        QVERIFY(titles.size() > 100 && others.size() > 100);
        QStringList wrong;
        for (const Text& text : texts()) {
            const bool title = text.context == QLatin1String("Rules");
            if ((title && !titles.remove(text.source)) ||
                (text.context == QLatin1String("Catalogue") && !others.remove(text.source)))
                wrong << QStringLiteral("no longer in the tables: ") + text.source;
            if (title && text.source.contains(QLatin1String(": ")))
                wrong << QStringLiteral("a title ends at its colon: ") + text.source;
        }
        for (const QString& text : titles + others)
            wrong << QStringLiteral("not translated: ") + text;
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    // What a mesh's part of an answer rests on: few inputs hold all of it, so that the code is asked for its sentences.
    void sentencesOfMeshes()
    {
        QSet<QString> known;
        for (const Text& text : texts())
            known << text.source;
        const QString literal = QStringLiteral("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
        const QRegularExpression literals(literal + QStringLiteral("(?:\\s+") + literal + QStringLiteral(")*"));
        const QRegularExpression joint(QStringLiteral("\"\\s+\""));
        const QDir folder(QStringLiteral(BARTIZAN_SOURCE_DIR "/analysis/connectivity"));
        qsizetype found = 0;
        QStringList missing;
        for (const QString& name : folder.entryList({QStringLiteral("mesh_*.cpp"), QStringLiteral("mesh_*.h")}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString code = QString::fromUtf8(file.readAll()).remove(QRegularExpression(QStringLiteral("//[^\n]*")));
            for (auto it = literals.globalMatch(code); it.hasNext();) {
                QString text = it.next().captured();
                text = text.mid(1, text.size() - 2).remove(joint);
                if (!text.endsWith(QLatin1Char('.')) || text.count(QLatin1Char(' ')) < 3 || !text.front().isUpper())
                    continue;
                ++found;
                if (!known.contains(text))
                    missing << text;
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
        QVERIFY2(found > 25, qPrintable(QString::number(found)));
    }

    void formsAreWhole()
    {
        const QRegularExpression forbidden(QStringLiteral("\\b(un)?sicher(e[nmrs]?|heit)?\\b|\\bsauber|konform|\\bbeweis|!"),
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::UseUnicodePropertiesOption);
        QStringList wrong;
        QSet<QString> seen;
        for (const Text& text : texts()) {
            const QString key = text.context + QLatin1Char('|') + text.source;
            const auto say = [&](const char* what) { wrong << QLatin1String(what) + QStringLiteral(": ") + key; };
            if (seen.contains(key))
                say("twice");
            seen.insert(key);
            if (text.german.trimmed().isEmpty())
                say("empty");
            if (holesOf(text.source) != holesOf(text.german))
                say("other holes");
            if (text.source.endsWith(QLatin1Char('.')) != text.german.endsWith(QLatin1Char('.')))
                say("other stop");
            if (forbidden.match(text.german).hasMatch())
                say("a word that claims too much");
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    // A form that no code says any more: no three of its words stand together in a source, nor do all its pairs.
    void formsAreSaid()
    {
        static const QRegularExpression joined(QStringLiteral("\"\\s*(std::string\\()?\\s*\""));
        static const QRegularExpression hole(QStringLiteral("%[LW]?\\d|`")), blank(QStringLiteral("\\s+"));
        constexpr qsizetype tooShort = 6; // words: code puts these together of less
        QString code;
        for (const char* folder : {"analysis", "model", "importers", "report", "resources"})
            for (const auto& path : test::filesBelow(test::sourceDir() / folder))
                if (path.extension() == ".cpp" || path.extension() == ".h" || path.filename() == "sensitivity.yaml")
                    code += QString::fromStdString(test::readFile(path).value_or(std::string()));
        QVERIFY(code.size() > 100'000);
        code.replace(joined, QString());
        QStringList wrong;
        for (const Text& text : texts()) {
            if (text.context != QLatin1String("Sentences"))
                continue;
            bool three = false, pairs = true;
            qsizetype number = 0;
            for (const QString& part : text.source.split(hole)) {
                const QStringList words = part.split(blank, Qt::SkipEmptyParts);
                number += words.size();
                for (qsizetype i = 0; i + 1 < words.size(); ++i) {
                    pairs = pairs && code.contains(words.mid(i, 2).join(QLatin1Char(' ')), Qt::CaseInsensitive);
                    three = three ||
                            (i + 2 < words.size() && code.contains(words.mid(i, 3).join(QLatin1Char(' ')), Qt::CaseInsensitive));
                }
            }
            if (number >= tooShort && !three && !pairs)
                wrong << text.source;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void whatIsSaidIsTranslated_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("the sample") << QStringLiteral(BARTIZAN_SOURCE_DIR "/resources/sample");
        if (const auto corpus = test::corpusDir(); !corpus.empty())
            for (const char* name : {"apps", "gateways", "meshes", "netpol", "reports"})
                QTest::newRow(name) << QString::fromStdString((corpus / name).string());
    }
    void whatIsSaidIsTranslated()
    {
        QFETCH(QString, source);
        app::LoadOptions options;
        options.sources = {source.toStdString()};
        options.asOf = "2026-11-21T00:00:00Z";
        const auto loaded = app::load(options, {});
        QVERIFY2(loaded.has_value(), loaded.has_value() ? "" : loaded.error().message.c_str());
        const Said said(**loaded);
        QVERIFY(said.count() > 100);
        const QStringList english = said.english();
        QVERIFY2(english.isEmpty(), qPrintable(QStringLiteral("%1 of %2 texts\n").arg(english.size()).arg(said.count()) +
                                               english.mid(0, 60).join(QLatin1Char('\n'))));
    }

    void sentences_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("title") << "Workload without network policy: 12 workloads in shop"
                               << "Workload ohne Netzwerkrichtlinie: 12 Workloads in shop";
        QTest::newRow("title, name") << "Account with all rights: shop/two"
                                     << "Konto mit allen Rechten: shop/two";
        QTest::newRow("first sentence") << "Two ways in reach ledger with no check in front."
                                        << "Zwei Zugänge führen zu ledger, keine Prüfung davor.";
        QTest::newRow("a service called two") << "One way in reaches two with no check in front."
                                              << "Ein Zugang führt zu two, keine Prüfung davor.";
        QTest::newRow("numbers") << "Three ways in reach one of 20 services with no check in front."
                                 << "Drei Zugänge führen zu einem von 20 Diensten, keine Prüfung davor.";
        QTest::newRow("list") << "The root file system of a, b and 2 more is writable."
                              << "Das Wurzeldateisystem ist beschreibbar: a, b und 2 weitere.";
        QTest::newRow("names in a list") << "The values of Secret shop/db are written in a manifest (user and open): whoever "
                                            "reads the file reads them."
                                         << "Die Werte von Secret shop/db stehen in einem Manifest (user und open): wer die "
                                            "Datei liest, liest sie.";
        QTest::newRow("several") << "No network policy selects the workload for ingress. Policy `web` restricts egress."
                                 << "Keine Netzwerkrichtlinie gilt eingehend für den Workload. Die Richtlinie `web` "
                                    "beschränkt ausgehenden Verkehr.";
        QTest::newRow("two in quotes") << "Policy `a` and policy `b` restrict egress."
                                       << "Richtlinie `a` und Richtlinie `b` beschränken ausgehenden Verkehr.";
        QTest::newRow("within") << "Pod Security Standards, baseline, does not hold: container `a` is privileged and the pod "
                                   "shares the node's network."
                                << "Pod Security Standards, baseline, gilt nicht: Container `a` ist privilegiert und der Pod "
                                   "teilt das Netz des Knotens.";
        QTest::newRow("people's words") << "Stated in the review (ann): checked at the edge and one more. Proof: two."
                                        << "Im Review ausgesagt (ann): checked at the edge and one more. Nachweis: two.";
        QTest::newRow("status") << "accepted until 2027-01-31"
                                << "hingenommen bis 2027-01-31";
        QTest::newRow("unknown") << "Nobody wrote this sentence, and that is that."
                                 << "Nobody wrote this sentence, and that is that.";
        QTest::newRow("policies of an explanation") << "NetworkPolicy a/b, NetworkPolicy a/c and NetworkPolicy a/d select the "
                                                       "pod for ingress, and no rule lets this through"
                                                    << "NetworkPolicy a/b, NetworkPolicy a/c und NetworkPolicy a/d wählen den "
                                                       "Pod für Ingress aus, und keine Regel lässt dies "
                                                       "durch";
        const QString variant = QStringLiteral("Expected the sources to hold the variant that --variant or the review "
                                               "names, found none of that name: %1");
        const QString german = QStringLiteral("In den Quellen die Variante erwartet, die --variant oder das Review "
                                              "nennt, keine dieses Namens gefunden: %1");
        QTest::newRow("variants") << variant.arg(QStringLiteral("choose one of k/dev, release notes/all.yaml."))
                                  << german.arg(QStringLiteral("eine wählen von k/dev, release notes/all.yaml."));
        QTest::newRow("many variants") << variant.arg(QStringLiteral("choose one of 14, of which the first are a, b."))
                                       << german.arg(QStringLiteral("eine wählen von 14, davon die ersten: a, b."));
        QTest::newRow("one variant") << variant.arg(QStringLiteral("they hold no variants to choose from, only .; name none."))
                                     << german.arg(
                                            QStringLiteral("sie enthalten keine Varianten zur Auswahl, nur .; keine nennen."));
        QTest::newRow("no variants") << variant.arg(QStringLiteral("they hold no variants to choose from; name none."))
                                     << german.arg(QStringLiteral("sie enthalten keine Varianten zur Auswahl; keine nennen."));
    }
    void sentences()
    {
        QFETCH(QString, english);
        QFETCH(QString, german);
        QCOMPARE(inLanguageOf(english), german);
        installLanguage(QStringLiteral("en"));
        QCOMPARE(inLanguageOf(english), english);
    }
};

QTEST_MAIN(SentencesTest)
#include "tst_sentences.moc"
