// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/scope_words.h"

#include "report/text/sections.h"

#include <QCoreApplication>
#include <QObject>

namespace bartizan::desktop {

namespace {

// What lupdate reads; the names are stepName()'s.
[[maybe_unused]] constexpr const char* steps[stepCount] = {
    QT_TRANSLATE_NOOP("Steps", "Reading"),
    QT_TRANSLATE_NOOP("Steps", "Putting together"),
    QT_TRANSLATE_NOOP("Steps", "Building kustomizations"),
    QT_TRANSLATE_NOOP("Steps", "Resolving"),
    QT_TRANSLATE_NOOP("Steps", "Deciding layers"),
    QT_TRANSLATE_NOOP("Steps", "Looking for paths"),
    QT_TRANSLATE_NOOP("Steps", "Drawing"),
    QT_TRANSLATE_NOOP("Steps", "Laying out"),
    QT_TRANSLATE_NOOP("Steps", "Comparing"),
    QT_TRANSLATE_NOOP("Steps", "Reading the review"),
    QT_TRANSLATE_NOOP("Steps", "Writing the report"),
};

} // namespace

QString stepInWords(Step step)
{
    return QCoreApplication::translate("Steps", stepName(step));
}

QString stepInWords(const QString& name)
{
    return QCoreApplication::translate("Steps", name.toUtf8().constData());
}

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
