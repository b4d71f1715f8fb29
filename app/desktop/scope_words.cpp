// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/scope_words.h"

#include "report/text/sections.h"

#include <QObject>

namespace bartizan::desktop {

QString scopeInWords(const Model& model)
{
    const report::ScopeCounts counts = report::scopeCounts(model);
    QString text = QObject::tr("%n kinds read", nullptr, static_cast<int>(counts.kindsRead));
    if (counts.kindsRefused > 0)
        text += QStringLiteral(", ") + QObject::tr("%n refused", nullptr, static_cast<int>(counts.kindsRefused));
    text += QStringLiteral("; ") + QObject::tr("%n objects reviewed", nullptr, static_cast<int>(counts.applied));
    if (counts.notApplied > 0)
        text += QStringLiteral(", ") + QObject::tr("%n read but not applied", nullptr, static_cast<int>(counts.notApplied));
    return text;
}

} // namespace bartizan::desktop
