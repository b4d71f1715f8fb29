// SPDX-License-Identifier: GPL-3.0-or-later
// The rules for words, over every text a reader may see: literals of the program that are prose (they hold a blank)
// and the tables in resources/. Titles in controls.yaml are the standards' own and are quoted as they are.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

namespace {

QString text(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const QRegularExpression& forbidden()
{
    static const QRegularExpression words(
        QStringLiteral("users are not authenticated|\\bprov(e|es|en)\\b|\\bcomplian(t|ce)\\b|\\bviolat(e|es|ion|ions)\\b|"
                       "\\b(in)?secure(ly)?\\b|\\bclean\\b|does not exist|!"),
        QRegularExpression::CaseInsensitiveOption);
    return words;
}

// Prose in a line of C++; comments and includes are nobody's reading but ours.
QStringList proseOf(const QString& line)
{
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QStringList found;
    if (line.trimmed().startsWith(QLatin1String("//")) || line.startsWith(QLatin1String("#include")))
        return found;
    for (auto it = literal.globalMatch(line); it.hasNext();) {
        const QString value = it.next().captured(1);
        if (value.trimmed().contains(QLatin1Char(' ')))
            found << value;
    }
    return found;
}

} // namespace

class Wording : public QObject {
    Q_OBJECT
    const QString m_root = QStringLiteral(BARTIZAN_SOURCE_DIR) + QLatin1Char('/');

private slots:
    void theRulesThemselves_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<bool>("refused");
        QTest::newRow("proof") << "this proves that" << true;
        QTest::newRow("verdict on a system") << "the service is secure" << true;
        QTest::newRow("standard") << "compliant with" << true;
        QTest::newRow("loud") << "done!" << true;
        QTest::newRow("absence") << "the Service does not exist" << true;
        QTest::newRow("plain") << "not in the input; improved; cleaned up by nobody" << false;
    }
    void theRulesThemselves()
    {
        QFETCH(QString, sentence);
        QFETCH(bool, refused);
        QCOMPARE(forbidden().match(sentence).hasMatch(), refused);
    }

    void everyText()
    {
        QStringList wrong;
        int texts = 0;
        const auto check = [&](const QString& file, int number, const QString& sentence) {
            ++texts;
            if (forbidden().match(sentence).hasMatch())
                wrong << QStringLiteral("%1:%2: %3").arg(file.mid(m_root.size())).arg(number).arg(sentence);
        };
        for (const char* folder : {"model", "importers", "analysis", "diagram", "report", "app"}) {
            QDirIterator it(m_root + QLatin1String(folder), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                const QString file = it.next();
                int number = 0;
                for (const QString& line : text(file).split(QLatin1Char('\n'))) {
                    ++number;
                    for (const QString& sentence : proseOf(line))
                        check(file, number, sentence);
                }
            }
        }
        for (const char* table : {"resources/layers.yaml", "resources/rules.yaml", "resources/policies/default.yaml",
                                  "resources/products.yaml", "resources/components.yaml"}) {
            int number = 0;
            for (const QString& line : text(m_root + QLatin1String(table)).split(QLatin1Char('\n'))) {
                ++number;
                if (!line.trimmed().startsWith(QLatin1Char('#')))
                    check(m_root + QLatin1String(table), number, line);
            }
        }
        wrong.sort();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
        QVERIFY2(texts > 1500, qPrintable(QString::number(texts))); // or the search above is broken
    }
};

QTEST_GUILESS_MAIN(Wording)
#include "tst_wording.moc"
