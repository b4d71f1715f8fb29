// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the rooms (docs/architecture.md) that a machine can check: include arrows, no Qt below diagram/,
// size of files, SPDX lines.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QtTest>

namespace {

const QMap<QString, QStringList> allowed = {
    {"model", {"model"}},
    {"importers", {"importers", "model", "resources"}},
    {"analysis", {"analysis", "model"}},
    {"diagram", {"diagram", "analysis", "model"}},
    {"report", {"report", "diagram", "analysis", "model", "resources"}},
    {"app", {"app", "report", "diagram", "analysis", "model", "importers", "resources"}},
    {"resources", {"resources"}},
};
// Files that may be longer than 600 lines, each with its reason.
const QMap<QString, QString> longFiles = {};

QStringList sources(const QString& folder)
{
    QStringList files;
    QDirIterator it(QStringLiteral(BARTIZAN_SOURCE_DIR) + "/" + folder, {"*.h", "*.cpp"}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    files.sort();
    return files;
}

QString relative(const QString& file)
{
    return QDir(QStringLiteral(BARTIZAN_SOURCE_DIR)).relativeFilePath(file);
}

QString text(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class Arrows : public QObject {
    Q_OBJECT
private slots:
    void includesGoDown()
    {
        static const QRegularExpression include(QStringLiteral("^\\s*#include \"([^\"]+)\""),
                                                QRegularExpression::MultilineOption);
        QStringList wrong;
        int seen = 0;
        for (auto it = allowed.begin(); it != allowed.end(); ++it) {
            for (const QString& file : sources(it.key())) {
                auto match = include.globalMatch(text(file));
                while (match.hasNext()) {
                    const QString path = match.next().captured(1);
                    ++seen;
                    if (!it.value().contains(path.section('/', 0, 0)) && !path.endsWith(QLatin1String(".moc")))
                        wrong << relative(file) + " includes " + path;
                }
            }
        }
        for (const QString& file : sources("app/cli"))
            if (text(file).contains("#include \"app/desktop"))
                wrong << relative(file) + " includes app/desktop";
        for (const QString& file : sources("app/desktop"))
            if (text(file).contains("#include \"app/cli"))
                wrong << relative(file) + " includes app/cli";
        QVERIFY(seen > 20);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void noQtBelowTheDiagram()
    {
        static const QRegularExpression qt(QStringLiteral("^\\s*#include <Q"), QRegularExpression::MultilineOption);
        QStringList wrong;
        for (const char* folder : {"model", "importers", "analysis"})
            for (const QString& file : sources(folder))
                if (text(file).contains(qt))
                    wrong << relative(file);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void filesFitInAHead()
    {
        QStringList wrong;
        for (const char* folder : {"model", "importers", "analysis", "diagram", "report", "app", "tests"})
            for (const QString& file : sources(folder))
                if (text(file).count('\n') > 600 && !longFiles.contains(relative(file)))
                    wrong << relative(file);
        QVERIFY2(wrong.isEmpty(), qPrintable("over 600 lines:\n" + wrong.join('\n')));
    }

    void everyFileNamesItsLicence()
    {
        QStringList wrong;
        for (const char* folder : {"model", "importers", "analysis", "diagram", "report", "app", "tests"})
            for (const QString& file : sources(folder))
                if (!text(file).left(200).contains("SPDX-License-Identifier:"))
                    wrong << relative(file);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }
};

QTEST_GUILESS_MAIN(Arrows)
#include "tst_arrows.moc"
