// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/marks.h"
#include "report/json/common.h"
#include "report/pdf/sections.h"
#include "report/text/sections.h"

namespace bartizan::report {

void pathsPages(Flow& flow, const ReportInput& input)
{
    const Posture& posture = *input.posture;
    std::array<std::vector<const Path*>, 3> kinds;
    for (const Path& path : posture.paths)
        kinds[static_cast<std::size_t>(path.kind)].push_back(&path);
    flow.section(QStringLiteral("Paths"),
                 QStringLiteral("Direct: the attacker's own bytes arrive. Relayed: an exposed service calls on their behalf. "
                                "Lateral: after a compromise. All paths found (bound %1%2).")
                     .arg(posture.pathBound)
                     .arg(posture.pathsTruncated ? QStringLiteral(", cut") : QString()));
    const char* const explain[] = {"Direct", "Relayed", "Lateral"};
    constexpr std::size_t most = 60;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        flow.heading(QStringLiteral("%1: %2").arg(q(explain[kind])).arg(kinds[kind].size()));
        std::vector<std::vector<PdfCell>> rows;
        for (std::size_t i = 0; i < kinds[kind].size() && i < most; ++i) {
            const Path& path = *kinds[kind][i];
            QString way;
            for (const Hop& hop : path.hops)
                way += (way.isEmpty() ? q(hop.from) : QString()) + QStringLiteral(" → ") + q(hop.to);
            const Evidence* proof = nullptr;
            for (const Hop& hop : path.hops)
                if (!proof && !hop.evidence.empty())
                    proof = &hop.evidence.front();
            rows.push_back({{way, {}, false, false},
                            {q(path.authenticatedAt), {}, false, false},
                            {QString::number(path.steps), {}, false, false},
                            {proof ? whereText(input.model.inventory, *proof) : QString(), flow.theme().accent, true, false}});
        }
        if (!rows.empty())
            flow.table({{QStringLiteral("Way"), 5, false},
                        {QStringLiteral("First check"), 2, false},
                        {QStringLiteral("Steps"), 0.6, true},
                        {QStringLiteral("Evidence"), 2, false}},
                       rows);
        if (kinds[kind].size() > most)
            flow.small(QStringLiteral("and %1 more, in the JSON output of `paths`.").arg(kinds[kind].size() - most));
    }
}

void findingPages(Flow& flow, const ReportInput& input)
{
    const Inventory& inventory = input.model.inventory;
    const Posture& posture = *input.posture;
    flow.section(
        QStringLiteral("Findings"),
        QStringLiteral("%1 causes, most serious first. Evidence names file and line; a missing layer names what was searched.")
            .arg(posture.findings.size()));
    for (const Finding& finding : posture.findings) {
        flow.ensure(96);
        flow.mark(q(finding.title), 1);
        flow.rule();
        const auto severity = static_cast<diagram::Severity>(finding.severity);
        flow.picture(12, [&](QPainter& painter, const QRectF& box) {
            diagram::drawSeverityBars(painter, severity, QRectF(box.left(), box.top(), 12, 10.3), flow.theme());
            diagram::drawText(painter, {box.left() + 17, box.top() + 9}, diagram::severityName(severity),
                              {8.5, QFont::DemiBold, false}, diagram::severityColour(flow.theme(), severity));
            diagram::drawText(painter, {box.right(), box.top() + 9}, q(finding.id), {7.5, QFont::Normal, true}, flow.theme().ink2,
                              diagram::Align::right);
        });
        QString title = q(finding.title);
        if (finding.ifSensitivity)
            title += QStringLiteral(" (") + q(finding.ifLevel) + QLatin1Char(')');
        flow.paragraph(title, {13, QFont::DemiBold, false}, flow.theme().ink, 0, 3);
        flow.body(q(finding.reason));
        const RuleText* rule = input.catalogue.rule(finding.rule);
        if (rule && !rule->why.empty())
            flow.small(q(rule->why));
        std::size_t shown = 0;
        for (const Evidence& evidence : finding.evidence) {
            if (shown++ == 12) {
                flow.small(QStringLiteral("and %1 more places, in the JSON output").arg(finding.evidence.size() - 12));
                break;
            }
            flow.code(whereText(inventory, evidence) + QStringLiteral("   ") + q(evidence.text()), flow.theme().codeHi);
        }
        flow.space(3);
        if (!finding.within.empty())
            flow.labelled(QStringLiteral("Searched"), q(finding.within));
        for (std::size_t i = 0; i < finding.nearMisses.size() && i < 5; ++i) {
            const NearMiss& miss = finding.nearMisses[i];
            flow.labelled(QStringLiteral("Nearest miss"),
                          q(miss.sentence) + (miss.evidence.valid()
                                                  ? QStringLiteral(" (") + whereText(inventory, miss.evidence) + QLatin1Char(')')
                                                  : QString()));
        }
        if (finding.nearMisses.size() > 5)
            flow.labelled(QString(), QStringLiteral("and %1 more near misses").arg(finding.nearMisses.size() - 5));
        flow.labelled(QStringLiteral("Subjects"), q(ranges(finding.subjects, 40)));
        if (!finding.fix.empty())
            flow.labelled(QStringLiteral("Fix"), q(finding.fix));
        if (!finding.controls.empty())
            flow.labelled(QStringLiteral("Supports"), QStringLiteral("evidence for ") + q(ranges(finding.controls, 12)));
        flow.labelled(QStringLiteral("Decision"),
                      q(finding.statusReason.empty() ? finding.status : finding.status + ": " + finding.statusReason));
        flow.space(8);
    }
}

void unknownPages(Flow& flow, const ReportInput& input)
{
    const Posture& posture = *input.posture;
    flow.section(
        QStringLiteral("What cannot be told"),
        QStringLiteral("Inputs that would settle unknown verdicts, those that settle most first. The commands only read."));
    std::vector<std::vector<PdfCell>> rows;
    for (const UnknownInput& unknown : posture.unknownInputs)
        rows.push_back({{QString::number(unknown.settles), {}, false, true},
                        {q(unknown.input), {}, false, false},
                        {q(unknown.command), {}, true, false}});
    if (rows.empty())
        flow.body(QStringLiteral("Every verdict was decided."));
    else
        flow.table({{QStringLiteral("Verdicts"), 0.8, true},
                    {QStringLiteral("Input"), 3.4, false},
                    {QStringLiteral("Command"), 4, false}},
                   rows);
    flow.heading(QStringLiteral("Assumptions, counted once"));
    std::vector<std::vector<PdfCell>> assumptions;
    for (const Assumption& assumption : posture.assumptions)
        assumptions.push_back({{q(assumption.sentence), {}, false, false},
                               {QString::number(assumption.restsOn), {}, false, false},
                               {q(assumption.settledBy), {}, false, false}});
    if (assumptions.empty())
        flow.body(QStringLiteral("No verdict rests on an assumption."));
    else
        flow.table({{QStringLiteral("Assumption"), 4, false},
                    {QStringLiteral("Verdicts"), 0.8, true},
                    {QStringLiteral("Settled by"), 3, false}},
                   assumptions);
}

void inputPages(Flow& flow, const ReportInput& input)
{
    const Inventory& inventory = input.model.inventory;
    flow.section(QStringLiteral("Inputs"), QStringLiteral("What was read, with SHA-256 digests."));
    for (const Source& source : inventory.sources) {
        const std::string name = source.path.substr(source.path.find_last_of('/') + 1);
        flow.labelled(QStringLiteral("Source"), q(name) + QStringLiteral(" (%1, %2 documents, %3 objects)")
                                                              .arg(q(source.format))
                                                              .arg(source.documents)
                                                              .arg(source.objects));
        flow.labelled(QStringLiteral("SHA-256"), q(source.sha256));
    }
    std::vector<std::vector<PdfCell>> rows;
    constexpr std::size_t most = 400;
    for (std::size_t i = 0; i < inventory.files.size() && i < most; ++i) {
        const SourceFile& file = inventory.files[i];
        rows.push_back({{q(file.path), {}, true, false},
                        {q(file.format), {}, false, false},
                        {QString::number(file.objects), {}, false, false},
                        {q(file.sha256), {}, true, false}});
    }
    flow.table({{QStringLiteral("File"), 3.4, false},
                {QStringLiteral("Format"), 1.2, false},
                {QStringLiteral("Objects"), 0.7, true},
                {QStringLiteral("SHA-256"), 4, false}},
               rows);
    if (inventory.files.size() > most)
        flow.small(QStringLiteral("and %1 more files, in the JSON output of `inventory`.").arg(inventory.files.size() - most));
    flow.heading(QStringLiteral("Problems"));
    std::vector<std::vector<PdfCell>> problems;
    for (const auto* list : {&inventory.problems, &input.model.architecture.problems, &input.posture->problems})
        for (const Problem& problem : *list)
            if (problems.size() < most)
                problems.push_back(
                    {{whereText(inventory, problem.evidence), {}, true, false}, {q(problem.message), {}, false, false}});
    for (const Unrecognised& item : inventory.unrecognised)
        if (problems.size() < most)
            problems.push_back({{item.file.valid() ? q(inventory.files[item.file.pos()].path) : QString(), {}, true, false},
                                {q(item.reason), {}, false, false}});
    if (problems.empty())
        flow.body(QStringLiteral("Everything that was found could be read."));
    else
        flow.table({{QStringLiteral("Where"), 2.4, false}, {QStringLiteral("What"), 5, false}}, problems);
    std::vector<std::vector<PdfCell>> kinds;
    for (const ScopeEntry& entry : inventory.scope.entries)
        if (kinds.size() < most)
            kinds.push_back({{q(entry.kind), {}, false, false},
                             {q(entry.ns), {}, false, false},
                             {entry.state == ScopeState::read      ? QStringLiteral("read")
                              : entry.state == ScopeState::refused ? QStringLiteral("refused")
                                                                   : QStringLiteral("not asked"),
                              {},
                              false,
                              false}});
    flow.heading(QStringLiteral("Scope: kinds and namespaces"));
    flow.table({{QStringLiteral("Kind"), 3, false}, {QStringLiteral("Namespace"), 2, false}, {QStringLiteral("State"), 1, false}},
               kinds);
}

} // namespace bartizan::report
