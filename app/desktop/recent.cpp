// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/recent.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>

namespace bartizan::desktop {

namespace {

constexpr int mostRecent = 10;
constexpr int mostCompared = 5;

QString key()
{
    return QStringLiteral("recent/sources");
}
QString comparedKey()
{
    return QStringLiteral("recent/compared");
}

QList<QStringList> remembered(const QString& list)
{
    QList<QStringList> all;
    for (const QVariant& entry : QSettings().value(list).toList())
        if (const QStringList sources = entry.toStringList(); !sources.isEmpty())
            all << sources;
    return all;
}

void remember(const QString& list, const QStringList& sources, int most)
{
    QStringList whole;
    for (const QString& source : sources)
        whole << QDir(source).absolutePath();
    QList<QStringList> all = remembered(list);
    all.removeAll(whole);
    all.prepend(whole);
    QVariantList values;
    for (int i = 0; i < all.size() && i < most; ++i)
        values << QVariant(all[i]);
    QSettings().setValue(list, values);
}

} // namespace

QList<QStringList> recentSources()
{
    return remembered(key());
}

void rememberRecent(const QStringList& sources)
{
    remember(key(), sources, mostRecent);
}

QList<QStringList> recentCompared()
{
    return remembered(comparedKey());
}

void rememberCompared(const QStringList& sources)
{
    remember(comparedKey(), sources, mostCompared);
}

void forgetRecent()
{
    QSettings().remove(key());
    QSettings().remove(comparedKey());
}

QString samplePath()
{
    const QDir program(QCoreApplication::applicationDirPath());
    for (const char* place : {"../share/bartizan/sample", "../../../resources/sample"}) {
        const QString path = QDir::cleanPath(program.absoluteFilePath(QString::fromLatin1(place)));
        if (QDir(path).exists())
            return path;
    }
    return {};
}

} // namespace bartizan::desktop
