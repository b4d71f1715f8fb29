// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the drawing and of exports in the window's language. The table is what lupdate reads;
// tests/gui/tst_language.cpp compares it with the names that diagram and report have.
#include "app/desktop/language.h"

#include "app/desktop/sentences.h"
#include "diagram/drawing.h"
#include "diagram/layers.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

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
    QT_TRANSLATE_NOOP("Words", "Connectivity"),
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
    QT_TRANSLATE_NOOP("Words", "judged on its routes"),
    QT_TRANSLATE_NOOP("Words", "no route in the input"),
    // parts of a verdict
    QT_TRANSLATE_NOOP("Words", "user"),
    QT_TRANSLATE_NOOP("Words", "peer"),
    QT_TRANSLATE_NOOP("Words", "scanned"),
    QT_TRANSLATE_NOOP("Words", "pinned"),
    QT_TRANSLATE_NOOP("Words", "ingress"),
    QT_TRANSLATE_NOOP("Words", "egress"),
    QT_TRANSLATE_NOOP("Words", "data"),
    QT_TRANSLATE_NOOP("Words", "availability"),
    QT_TRANSLATE_NOOP("Words", "telemetry"),
    QT_TRANSLATE_NOOP("Words", "detection"),
    QT_TRANSLATE_NOOP("Words", "calls"),
    QT_TRANSLATE_NOOP("Words", "port not shown"),
    QT_TRANSLATE_NOOP("Words", "from outside"),
    QT_TRANSLATE_NOOP("Words", "outside to gateway"),
    QT_TRANSLATE_NOOP("Words", "gateway to service"),
    // painted in the drawing: the legend
    QT_TRANSLATE_NOOP("Words", "n/a"),
    QT_TRANSLATE_NOOP("Words", "no check in front"),
    QT_TRANSLATE_NOOP("Words", "says, is not"),
    QT_TRANSLATE_NOOP("Words", "worse than before"),
    QT_TRANSLATE_NOOP("Words", "new service"),
    QT_TRANSLATE_NOOP("Words", "gone service"),
    QT_TRANSLATE_NOOP("Words", "the network lets in"),
    QT_TRANSLATE_NOOP("Words", "no other"),
    QT_TRANSLATE_NOOP("Words", "up to a quarter"),
    QT_TRANSLATE_NOOP("Words", "up to half"),
    QT_TRANSLATE_NOOP("Words", "more than half"),
    QT_TRANSLATE_NOOP("Words", "all others"),
    QT_TRANSLATE_NOOP("Words", "of the selection: a known call"),
    QT_TRANSLATE_NOOP("Words", "allowed, but no known call needs it"),
    QT_TRANSLATE_NOOP("Words", "any other call"),
    QT_TRANSLATE_NOOP("Words", "directly"),
    QT_TRANSLATE_NOOP("Words", "over several hops"),
    QT_TRANSLATE_NOOP("Words", "plain or unknown"),
    QT_TRANSLATE_NOOP("Words", "any TLS"),
    QT_TRANSLATE_NOOP("Words", "no check, direct"),
    QT_TRANSLATE_NOOP("Words", "relayed"),
    QT_TRANSLATE_NOOP("Words", "dot: a service; filled by required layers present"),
    QT_TRANSLATE_NOOP("Words", "dot: a service; marked: worse, ringed: new, dotted: gone"),
    // cards, namespaces, ways in
    QT_TRANSLATE_NOOP("Words", "required %1: present %2, partial %3, missing %4, unknown %5"),
    QT_TRANSLATE_NOOP("Words", "no check, relayed"),
    QT_TRANSLATE_NOOP("Words", "1 replica"),
    QT_TRANSLATE_NOOP("Words", "%1 replicas"),
    QT_TRANSLATE_NOOP("Words", "its pods are not in the input"),
    QT_TRANSLATE_NOOP("Words", "1 service"),
    QT_TRANSLATE_NOOP("Words", "%1 services"),
    QT_TRANSLATE_NOOP("Words", "%1 of %2 match"),
    QT_TRANSLATE_NOOP("Words", "no workload read yet"),
    QT_TRANSLATE_NOOP("Words", "gone from %1"),
    QT_TRANSLATE_NOOP("Words", "outside"),
    QT_TRANSLATE_NOOP("Words", "reach not known"),
    // told of them: tool tips, screen readers
    QT_TRANSLATE_NOOP("Words", "workload"),
    QT_TRANSLATE_NOOP("Words", "store"),
    QT_TRANSLATE_NOOP("Words", "way in"),
    QT_TRANSLATE_NOOP("Words", "outside system"),
    QT_TRANSLATE_NOOP("Words", "identity provider"),
    QT_TRANSLATE_NOOP("Words", "%1 in %2"),
    QT_TRANSLATE_NOOP("Words", "no check in front, direct"),
    QT_TRANSLATE_NOOP("Words", "no check in front, relayed"),
    QT_TRANSLATE_NOOP("Words", "1 step"),
    QT_TRANSLATE_NOOP("Words", "%1 steps"),
    QT_TRANSLATE_NOOP("Words", "placed by hand"),
    QT_TRANSLATE_NOOP("Words", "new"),
    QT_TRANSLATE_NOOP("Words", "worse than before: %1"),
    QT_TRANSLATE_NOOP("Words", "%1 calls %2"),
    QT_TRANSLATE_NOOP("Words", "encryption unknown"),
    QT_TRANSLATE_NOOP("Words", "plain text"),
    QT_TRANSLATE_NOOP("Words", "TLS, unverified"),
    QT_TRANSLATE_NOOP("Words", "person checked"),
    QT_TRANSLATE_NOOP("Words", "check enforced"),
    QT_TRANSLATE_NOOP("Words", "no check seen"),
    QT_TRANSLATE_NOOP("Words", "blocked by policy"),
    QT_TRANSLATE_NOOP("Words", "%1, gone since the earlier state"),
    QT_TRANSLATE_NOOP("Words", "namespace"),
    QT_TRANSLATE_NOOP("Words", "closed"),
    QT_TRANSLATE_NOOP("Words", "open"),
    QT_TRANSLATE_NOOP("Words", "by worst verdict: %1"),
    QT_TRANSLATE_NOOP("Words", "no check in front, direct: %1 of %2"),
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
    // sections of the report
    QT_TRANSLATE_NOOP("Exports", "Results"),
    QT_TRANSLATE_NOOP("Exports", "How to read this"),
    QT_TRANSLATE_NOOP("Exports", "Ways in"),
    QT_TRANSLATE_NOOP("Exports", "The drawing"),
    QT_TRANSLATE_NOOP("Exports", "Paths"),
    QT_TRANSLATE_NOOP("Exports", "Findings"),
    QT_TRANSLATE_NOOP("Exports", "Matrix"),
    QT_TRANSLATE_NOOP("Exports", "Scan reports"),
    QT_TRANSLATE_NOOP("Exports", "Services"),
    QT_TRANSLATE_NOOP("Exports", "What nobody can tell yet"),
    QT_TRANSLATE_NOOP("Exports", "Decisions and statements"),
    QT_TRANSLATE_NOOP("Exports", "What was read"),
    QT_TRANSLATE_NOOP("Exports", "Controls"),
    QT_TRANSLATE_NOOP("Exports", "Method and signatures"),
    // the table of exports
    QT_TRANSLATE_NOOP("Exports", "What was imported"),
    QT_TRANSLATE_NOOP("Exports", "Who can reach whom"),
    QT_TRANSLATE_NOOP("Exports", "Who can reach whom, as a table"),
    QT_TRANSLATE_NOOP("Exports", "Who can reach whom, for Graphviz"),
    QT_TRANSLATE_NOOP("Exports", "Calls between services"),
    QT_TRANSLATE_NOOP("Exports", "Ways in and routes"),
    QT_TRANSLATE_NOOP("Exports", "Ways in and routes as a table"),
    QT_TRANSLATE_NOOP("Exports", "Verdicts of each workload"),
    QT_TRANSLATE_NOOP("Exports", "Verdicts of each workload as a table"),
    QT_TRANSLATE_NOOP("Exports", "Paths from outside"),
    QT_TRANSLATE_NOOP("Exports", "Paths from outside as a table"),
    QT_TRANSLATE_NOOP("Exports", "The whole posture"),
    QT_TRANSLATE_NOOP("Exports", "Findings as SARIF 2.1.0"),
    QT_TRANSLATE_NOOP("Exports", "Findings as a table"),
    QT_TRANSLATE_NOOP("Exports", "The posture for tickets and pull requests"),
    QT_TRANSLATE_NOOP("Exports", "Verdicts as test cases for build servers"),
    QT_TRANSLATE_NOOP("Exports", "What is left to do, by owner"),
    QT_TRANSLATE_NOOP("Exports", "The drawing as SVG"),
    QT_TRANSLATE_NOOP("Exports", "The drawing as an image"),
    QT_TRANSLATE_NOOP("Exports", "The drawing as PDF"),
    QT_TRANSLATE_NOOP("Exports", "The drawing for Graphviz"),
    QT_TRANSLATE_NOOP("Exports", "The drawing as GraphML"),
    QT_TRANSLATE_NOOP("Exports", "The drawing as a Mermaid flowchart"),
    QT_TRANSLATE_NOOP("Exports", "The drawing in D2"),
    QT_TRANSLATE_NOOP("Exports", "The drawing for draw.io"),
    QT_TRANSLATE_NOOP("Exports", "The drawing as data"),
    QT_TRANSLATE_NOOP("Exports", "The review report"),
    QT_TRANSLATE_NOOP("Exports", "The review report for a browser"),
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

QString exportInLanguage(std::string_view name)
{
    return QCoreApplication::translate("Exports", std::string(name).c_str());
}

QString answerInLanguage(AuthAnswer answer, const std::string& at)
{
    if (answer == AuthAnswer::checkedAt)
        return QCoreApplication::translate("Words", "checked at %1").arg(told(at));
    return inLanguage(QString::fromStdString(answerText(answer, at)));
}

QString checkInLanguage(const QString& words)
{
    static const QRegularExpression several(QStringLiteral("^(.*) \\((\\d+) of (\\d+) routes\\)$"));
    static const QString checked = QStringLiteral("checked at ");
    QStringList parts = words.split(QStringLiteral("; "));
    for (QString& part : parts) {
        const QRegularExpressionMatch match = several.match(part);
        const QString answer = match.hasMatch() ? match.captured(1) : part;
        part = answer.startsWith(checked) ? QCoreApplication::translate("Words", "checked at %1").arg(answer.mid(checked.size()))
                                          : inLanguage(answer);
        if (match.hasMatch())
            part = QCoreApplication::translate("Words", "%1 (%2 of %3 routes)").arg(part, match.captured(2), match.captured(3));
    }
    return parts.join(QStringLiteral("; "));
}

QString countsInLanguage(const diagram::MarkCounts& counts)
{
    return diagram::countsInWords(counts, &inLanguage);
}

} // namespace bartizan::desktop
