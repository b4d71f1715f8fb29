// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/recent.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>

namespace bartizan::desktop {

namespace {

constexpr int mostRecent = 10;

QString key()
{
    return QStringLiteral("recent/sources");
}

} // namespace

QList<QStringList> recentSources()
{
    QList<QStringList> all;
    for (const QVariant& entry : QSettings().value(key()).toList())
        if (const QStringList sources = entry.toStringList(); !sources.isEmpty())
            all << sources;
    return all;
}

void rememberRecent(const QStringList& sources)
{
    QStringList whole;
    for (const QString& source : sources)
        whole << QDir(source).absolutePath();
    QList<QStringList> all = recentSources();
    all.removeAll(whole);
    all.prepend(whole);
    QVariantList values;
    for (int i = 0; i < all.size() && i < mostRecent; ++i)
        values << QVariant(all[i]);
    QSettings().setValue(key(), values);
}

void forgetRecent()
{
    QSettings().remove(key());
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
