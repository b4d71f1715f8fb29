// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/words.h"

#include <QStringList>

namespace bartizan::diagram {

QString sayReach(Words words, const QString& label)
{
    if (!words)
        return label;
    QStringList parts = label.split(QStringLiteral("; "));
    for (QString& part : parts) {
        const qsizetype colon = part.lastIndexOf(QStringLiteral(": "));
        const qsizetype from = colon < 0 ? 0 : colon + 2;
        const qsizetype blank = part.indexOf(QLatin1Char(' ')); // "hostNetwork reach not known"
        const QString whole = words(part.mid(from));
        if (whole == part.mid(from) && colon < 0 && blank > 0)
            part = part.left(blank + 1) + words(part.mid(blank + 1));
        else
            part = part.left(from) + whole;
    }
    return parts.join(QStringLiteral("; "));
}

QString saySubtitle(Words words, const QString& subtitle)
{
    if (!words)
        return subtitle;
    QStringList parts = subtitle.split(QStringLiteral(" · "));
    const qsizetype blank = parts.last().indexOf(QLatin1Char(' '));
    if (blank > 0 && parts.last().mid(blank) == QLatin1String(" replicas"))
        parts.last() = words(QStringLiteral("%1 replicas")).arg(parts.last().left(blank));
    else if (parts.size() == 1 || parts.last() == QLatin1String("1 replica"))
        parts.last() = words(parts.last());
    return parts.join(QStringLiteral(" · "));
}

} // namespace bartizan::diagram
