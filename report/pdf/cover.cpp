// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf/sections.h"
#include "report/text/sections.h"
#include "report/text/ways_in.h"

#include <algorithm>
#include <map>

namespace bartizan::report {

QString whereText(const Inventory& inventory, const Evidence& evidence)
{
    return q(where(inventory, evidence));
}

diagram::Mark markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::present:
        return diagram::Mark::present;
    case Verdict::partial:
        return diagram::Mark::partial;
    case Verdict::missing:
        return diagram::Mark::missing;
    case Verdict::unknown:
        return diagram::Mark::unknown;
    case Verdict::notApplicable:
        return diagram::Mark::notApplicable;
    }
    return diagram::Mark::unknown;
}

void coverPage(Flow& flow, const ReportInput& input)
{
    const Posture& posture = *input.posture;
    const Inventory& inventory = input.model.inventory;
    const Architecture& architecture = input.model.architecture;
    flow.newPage();
    flow.mark(QStringLiteral("Security architecture review"), 0);
    flow.space(60);
    QString system;
    for (const Source& source : inventory.sources) {
        const std::string name = source.path.substr(source.path.find_last_of('/') + 1);
        system += (system.isEmpty() ? QString() : QStringLiteral(", ")) + q(name);
    }
    flow.paragraph(system, {30, QFont::DemiBold, false}, flow.theme().ink, 0, 2);
    flow.paragraph(QStringLiteral("Security architecture review"), {14, QFont::Normal, false}, flow.theme().ink2, 0, 16);
    if (!posture.sentence.empty())
        flow.paragraph(q(posture.sentence), {13, QFont::Medium, false}, flow.theme().ink, 0, 14);
    flow.rule();
    flow.heading(QStringLiteral("What was looked at"));
    flow.body(q(scopeSentence(input.model)) + QLatin1Char('.'));
    flow.body(q(counted(architecture.workloads.size(), "workload") + ", " + counted(architecture.services.size(), "service") +
                ", " +
                (architecture.entries.size() == 1 ? "1 way in" : std::to_string(architecture.entries.size()) + " ways in") +
                ", " + counted(architecture.calls.size(), "call") + ", " + counted(architecture.images.size(), "image") + ", " +
                counted(inventory.reports.size(), "scan report") + "."));
    std::size_t confirmed = 0;
    for (const Workload& workload : architecture.workloads)
        confirmed +=
            workload.sensitivitySource == SensitivitySource::review || workload.sensitivitySource == SensitivitySource::label ? 1
                                                                                                                              : 0;
    flow.body(QStringLiteral("Sensitivity confirmed for %1 of %2 workloads; the rest is inferred or the default.")
                  .arg(confirmed)
                  .arg(architecture.workloads.size()));
    const std::vector<std::string> reviewed = deployablesNamed(inventory, true), others = deployablesNamed(inventory, false);
    if (!reviewed.empty())
        flow.labelled(QStringLiteral("Reviewed"), q(ranges(reviewed, 12)));
    if (!others.empty())
        flow.labelled(QStringLiteral("Not reviewed"), q(ranges(others, 12)));
    flow.labelled(QStringLiteral("As of"), q(posture.asOf));
    flow.heading(QStringLiteral("Findings"));
    std::map<FindingSeverity, int> counts;
    for (const Finding& finding : posture.findings)
        ++counts[finding.severity];
    std::vector<std::vector<PdfCell>> rows;
    for (int severity = 0; severity <= static_cast<int>(FindingSeverity::info); ++severity)
        rows.push_back({{q(severityWord(static_cast<FindingSeverity>(severity))), {}, false, true},
                        {QString::number(counts[static_cast<FindingSeverity>(severity)]), {}, false, false}});
    flow.table({{QStringLiteral("Severity"), 3, false}, {QStringLiteral("Causes"), 1, true}}, rows);
    flow.heading(QStringLiteral("Not examined"));
    std::vector<std::string> notExamined = input.catalogue.notExamined;
    flow.body(q(ranges(notExamined, 20)) + QLatin1Char('.'));
    flow.space(10);
    flow.body(QStringLiteral("This report describes configuration as of %1; it is no penetration test and no certificate.")
                  .arg(q(posture.asOf)));
}

void waysInPages(Flow& flow, const ReportInput& input)
{
    const Architecture& architecture = input.model.architecture;
    flow.section(QStringLiteral("Ways in"),
                 QStringLiteral("Every entry from outside the cluster that the input shows, and what checks it first."));
    if (architecture.entries.empty()) {
        flow.body(QStringLiteral("No way in from outside the cluster is in the input."));
        return;
    }
    std::vector<std::vector<PdfCell>> rows;
    const std::vector<WayIn> ways = waysIn(input);
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const Entry& entry = architecture.entries[i];
        std::vector<std::string> names;
        for (const WorkloadId id : ways[i].oneHop)
            names.push_back(architecture.workload(id).name);
        rows.push_back({{q(entry.id), {}, false, true},
                        {q(toWord(entry.reach)), {}, false, false},
                        {q(firstCheck(input, entry, ways[i])), {}, false, false},
                        {names.empty() ? QStringLiteral("nothing in the input") : q(ranges(names, 6)), {}, false, false},
                        {whereText(input.model.inventory, entry.evidence), flow.theme().accent, true, false}});
    }
    flow.table({{QStringLiteral("Entry"), 2.6, false},
                {QStringLiteral("Reach"), 1.1, false},
                {QStringLiteral("First check"), 2.2, false},
                {QStringLiteral("One hop behind"), 2, false},
                {QStringLiteral("Evidence"), 2, false}},
               rows);
}

void causesPages(Flow& flow, const ReportInput& input)
{
    const Posture& posture = *input.posture;
    flow.section(QStringLiteral("Causes"),
                 posture.findings.empty()
                     ? q(noFindings(input.model))
                     : QStringLiteral(
                           "The %1 most serious of %2 causes. Each is one finding, whatever the number of workloads it touches.")
                           .arg(std::min<std::size_t>(7, posture.findings.size()))
                           .arg(posture.findings.size()));
    std::vector<std::vector<PdfCell>> rows;
    for (std::size_t i = 0; i < posture.findings.size() && i < 7; ++i) {
        const Finding& finding = posture.findings[i];
        rows.push_back({{q(severityWord(finding.severity)), {}, false, true},
                        {q(finding.title), {}, false, false},
                        {QString::number(finding.subjects.size()), {}, false, false},
                        {q(proofOf(input.model.inventory, finding)), flow.theme().accent, true, false}});
    }
    if (!rows.empty())
        flow.table({{QStringLiteral("Severity"), 1, false},
                    {QStringLiteral("Cause"), 5, false},
                    {QStringLiteral("Subjects"), 0.8, true},
                    {QStringLiteral("Evidence"), 2.4, false}},
                   rows);
    flow.heading(QStringLiteral("By layer"));
    std::vector<std::vector<PdfCell>> layers;
    for (std::size_t layer = 0; layer < layerCount; ++layer) {
        std::array<int, 5> counts{};
        for (const WorkloadPosture& workload : posture.workloads)
            ++counts[static_cast<std::size_t>(workload.layers[layer].verdict)];
        const LayerText* text = input.catalogue.layer(layerId(static_cast<Layer>(layer)));
        std::vector<PdfCell> row{{text ? q(text->title) : q(layerId(static_cast<Layer>(layer))), {}, false, true}};
        for (const int count : counts)
            row.push_back({QString::number(count), {}, false, false});
        layers.push_back(std::move(row));
    }
    flow.table({{QStringLiteral("Layer"), 3, false},
                {QStringLiteral("Present"), 1, true},
                {QStringLiteral("Partial"), 1, true},
                {QStringLiteral("Missing"), 1, true},
                {QStringLiteral("Unknown"), 1, true},
                {QStringLiteral("Not applicable"), 1.3, true}},
               layers);
    flow.small(QStringLiteral("Counted over %1 workloads; platform components included.").arg(posture.workloads.size()));
}

} // namespace bartizan::report
