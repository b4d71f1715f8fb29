// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that come from input, as widgets may show them: never markup, nothing invisible or reordering.
#pragma once

#include "diagram/text.h"

#include <QString>
#include <QStringList>

#include <string>

namespace bartizan::desktop {

inline QString shown(std::string_view text)
{
    return diagram::visibleText(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

// Qt guesses whether a tool tip is markup; this one never is, and its lines wrap.
inline QString plainToolTip(const QString& text)
{
    if (text.isEmpty())
        return {};
    QStringList lines;
    for (const QString& line : text.split(QLatin1Char('\n')))
        lines << diagram::visibleText(line).toHtmlEscaped();
    return QStringLiteral("<span>") + lines.join(QStringLiteral("<br>")) + QStringLiteral("</span>");
}

} // namespace bartizan::desktop
