// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing's names in the window's language. The table is what lupdate reads; tests/gui/tst_language.cpp compares it
// with the names that diagram has.
#include "app/desktop/language.h"

#include "app/desktop/sentences.h"
#include "diagram/drawing.h"
#include "diagram/layers.h"

#include <QCoreApplication>

namespace bartizan::desktop {

namespace {

[[maybe_unused]] constexpr const char* words[] = {
    // layers: as a heading, within a sentence, as in layers.yaml
    QT_TRANSLATE_NOOP("Words", "Gateway"),
    QT_TRANSLATE_NOOP("Words", "gateway"),
    QT_TRANSLATE_NOOP("Words", "Abuse"),
    QT_TRANSLATE_NOOP("Words", "abuse"),
    QT_TRANSLATE_NOOP("Words", "Abuse protection"),
    QT_TRANSLATE_NOOP("Words", "Authentication"),
    QT_TRANSLATE_NOOP("Words", "authentication"),
    QT_TRANSLATE_NOOP("Words", "Second factor"),
    QT_TRANSLATE_NOOP("Words", "second factor"),
    QT_TRANSLATE_NOOP("Words", "Authorization"),
    QT_TRANSLATE_NOOP("Words", "authorization"),
    QT_TRANSLATE_NOOP("Words", "Encryption"),
    QT_TRANSLATE_NOOP("Words", "encryption"),
    QT_TRANSLATE_NOOP("Words", "Network"),
    QT_TRANSLATE_NOOP("Words", "network"),
    QT_TRANSLATE_NOOP("Words", "Network isolation"),
    QT_TRANSLATE_NOOP("Words", "Failure"),
    QT_TRANSLATE_NOOP("Words", "failure"),
    QT_TRANSLATE_NOOP("Words", "Failure isolation"),
    QT_TRANSLATE_NOOP("Words", "Hardening"),
    QT_TRANSLATE_NOOP("Words", "hardening"),
    QT_TRANSLATE_NOOP("Words", "Privilege"),
    QT_TRANSLATE_NOOP("Words", "privilege"),
    QT_TRANSLATE_NOOP("Words", "Secrets"),
    QT_TRANSLATE_NOOP("Words", "secrets"),
    QT_TRANSLATE_NOOP("Words", "Image"),
    QT_TRANSLATE_NOOP("Words", "image"),
    QT_TRANSLATE_NOOP("Words", "Dependencies"),
    QT_TRANSLATE_NOOP("Words", "dependencies"),
    QT_TRANSLATE_NOOP("Words", "Testing"),
    QT_TRANSLATE_NOOP("Words", "testing"),
    QT_TRANSLATE_NOOP("Words", "Security testing"),
    QT_TRANSLATE_NOOP("Words", "Runtime"),
    QT_TRANSLATE_NOOP("Words", "runtime"),
    QT_TRANSLATE_NOOP("Words", "Runtime monitoring"),
    QT_TRANSLATE_NOOP("Words", "Admission"),
    QT_TRANSLATE_NOOP("Words", "admission"),
    QT_TRANSLATE_NOOP("Words", "Admission control"),
    // families
    QT_TRANSLATE_NOOP("Words", "Perimeter"),
    QT_TRANSLATE_NOOP("Words", "Identity"),
    QT_TRANSLATE_NOOP("Words", "Channel"),
    QT_TRANSLATE_NOOP("Words", "Isolation"),
    QT_TRANSLATE_NOOP("Words", "Workload"),
    QT_TRANSLATE_NOOP("Words", "Supply chain"),
    QT_TRANSLATE_NOOP("Words", "Operations"),
    // lenses
    QT_TRANSLATE_NOOP("Words", "Exposure"),
    QT_TRANSLATE_NOOP("Words", "Scanning"),
    QT_TRANSLATE_NOOP("Words", "Sensitivity"),
    QT_TRANSLATE_NOOP("Words", "Says / is"),
    QT_TRANSLATE_NOOP("Words", "Change"),
    // verdicts and severities
    QT_TRANSLATE_NOOP("Words", "present"),
    QT_TRANSLATE_NOOP("Words", "partial"),
    QT_TRANSLATE_NOOP("Words", "missing"),
    QT_TRANSLATE_NOOP("Words", "unknown"),
    QT_TRANSLATE_NOOP("Words", "not applicable"),
    QT_TRANSLATE_NOOP("Words", "Critical"),
    QT_TRANSLATE_NOOP("Words", "High"),
    QT_TRANSLATE_NOOP("Words", "Medium"),
    QT_TRANSLATE_NOOP("Words", "Low"),
    QT_TRANSLATE_NOOP("Words", "Info"),
    // reach, sensitivity and where that was read, calls
    QT_TRANSLATE_NOOP("Words", "internet"),
    QT_TRANSLATE_NOOP("Words", "private network"),
    QT_TRANSLATE_NOOP("Words", "node network"),
    QT_TRANSLATE_NOOP("Words", "not known"),
    QT_TRANSLATE_NOOP("Words", "open data"),
    QT_TRANSLATE_NOOP("Words", "internal"),
    QT_TRANSLATE_NOOP("Words", "confidential"),
    QT_TRANSLATE_NOOP("Words", "restricted"),
    // who a route is for
    QT_TRANSLATE_NOOP("Words", "anyone"),
    QT_TRANSLATE_NOOP("Words", "signed-in people"),
    QT_TRANSLATE_NOOP("Words", "machines"),
    QT_TRANSLATE_NOOP("Words", "operators"),
    QT_TRANSLATE_NOOP("Words", "cluster"),
    QT_TRANSLATE_NOOP("Words", "nobody"),
    QT_TRANSLATE_NOOP("Words", "review"),
    QT_TRANSLATE_NOOP("Words", "label"),
    QT_TRANSLATE_NOOP("Words", "inferred"),
    QT_TRANSLATE_NOOP("Words", "default"),
    QT_TRANSLATE_NOOP("Words", "declared"),
    QT_TRANSLATE_NOOP("Words", "observed"),
    QT_TRANSLATE_NOOP("Words", "latent"),
    // answers to whether callers are checked
    QT_TRANSLATE_NOOP("Words", "no check in front of the application"),
    QT_TRANSLATE_NOOP("Words", "open by decision"),
    QT_TRANSLATE_NOOP("Words", "open, shown"),
    QT_TRANSLATE_NOOP("Words", "a check is named, whether it holds cannot be told"),
    // heads of the matrix: about 46 pixels each
    QT_TRANSLATE_NOOP("Columns", "Gateway"),
    QT_TRANSLATE_NOOP("Columns", "Abuse"),
    QT_TRANSLATE_NOOP("Columns", "Authn"),
    QT_TRANSLATE_NOOP("Columns", "2nd factor"),
    QT_TRANSLATE_NOOP("Columns", "Authz"),
    QT_TRANSLATE_NOOP("Columns", "Encryption"),
    QT_TRANSLATE_NOOP("Columns", "Network"),
    QT_TRANSLATE_NOOP("Columns", "Failure"),
    QT_TRANSLATE_NOOP("Columns", "Hardening"),
    QT_TRANSLATE_NOOP("Columns", "Privilege"),
    QT_TRANSLATE_NOOP("Columns", "Secrets"),
    QT_TRANSLATE_NOOP("Columns", "Image"),
    QT_TRANSLATE_NOOP("Columns", "Depend."),
    QT_TRANSLATE_NOOP("Columns", "Testing"),
    QT_TRANSLATE_NOOP("Columns", "Runtime"),
    QT_TRANSLATE_NOOP("Columns", "Admission"),
};

} // namespace

QString inLanguage(const QString& name)
{
    return name.isEmpty() ? name : QCoreApplication::translate("Words", name.toUtf8().constData());
}

QString columnInLanguage(int layer)
{
    return QCoreApplication::translate("Columns", diagram::layerColumnName(layer).toUtf8().constData());
}

QString answerInLanguage(AuthAnswer answer, const std::string& at)
{
    if (answer == AuthAnswer::checkedAt)
        return QCoreApplication::translate("Words", "checked at %1").arg(told(at));
    return inLanguage(QString::fromStdString(answerText(answer, at)));
}

QString countsInLanguage(const diagram::MarkCounts& counts)
{
    using diagram::Mark;
    return QCoreApplication::translate("Words", "required %1: present %2, partial %3, missing %4, unknown %5")
        .arg(counts.total() - counts[Mark::notApplicable])
        .arg(counts[Mark::present])
        .arg(counts[Mark::partial])
        .arg(counts[Mark::missing])
        .arg(counts[Mark::unknown]);
}

} // namespace bartizan::desktop
