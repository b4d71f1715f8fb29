// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/error_text.h"

#include "app/desktop/plain_text.h"

#include <QObject>
#include <QRegularExpression>

namespace bartizan::desktop {

namespace {

QString sentence(QString text)
{
    // A path or the name of a program keeps its first letter.
    const bool word = !text.isEmpty() && text[0].isLower() && !text.startsWith(QLatin1String("bartizan"));
    if (word)
        text[0] = text[0].toUpper();
    static const QString ends = QStringLiteral(".?!…");
    if (!text.isEmpty() && !ends.contains(text.back()))
        text += QLatin1Char('.');
    return text;
}

} // namespace

QString errorText(std::string_view message)
{
    static const QRegularExpression placed(QStringLiteral("^(.*\\S) \\(([^()]*[/.][^()]*?)(?::(\\d+))?\\)$"),
                                           QRegularExpression::DotMatchesEverythingOption);
    const QString text = shown(message).trimmed();
    const QRegularExpressionMatch match = placed.match(text);
    if (!match.hasMatch())
        return sentence(text);
    const QString line = match.captured(3);
    return sentence(match.captured(1)) + QLatin1Char('\n') +
           (line.isEmpty() ? QObject::tr("File: %1").arg(match.captured(2))
                           : QObject::tr("File: %1, line %2").arg(match.captured(2), line));
}

} // namespace bartizan::desktop
