// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/text/sections.h"

#include "report/facts.h"
#include "report/text/ways_in.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>

namespace bartizan::report {

std::string baseName(std::string_view path)
{
    while (path.size() > 1 && (path.ends_with('/') || path.ends_with("/.")))
        path.remove_suffix(1);
    return std::string(path.size() > 1 ? path.substr(path.rfind('/') + 1) : path);
}

std::string ranges(const std::vector<std::string>& items, std::size_t most)
{
    std::string text;
    for (std::size_t i = 0; i < items.size() && i < most; ++i)
        text += (i ? ", " : "") + items[i];
    if (items.size() > most)
        text += " and " + std::to_string(items.size() - most) + " more";
    return text;
}

std::string countsText(const RequiredCounts& counts)
{
    return "required " + std::to_string(counts.required) + ": present " + std::to_string(counts.present) + ", partial " +
           std::to_string(counts.partial) + ", missing " + std::to_string(counts.missing) + ", unknown " +
           std::to_string(counts.unknown);
}

ScopeCounts scopeCounts(const Model& model)
{
    const Inventory& inventory = model.inventory;
    // A deployable in files is read whole ("*"): its kinds are those of its objects.
    std::unordered_set<std::string_view> read, refused, notAsked;
    for (const ScopeEntry& entry : inventory.scope.entries) {
        const std::string_view kind = std::string_view(entry.kind).substr(0, entry.kind.find('.'));
        if (entry.state == ScopeState::read && entry.kind != "*")
            read.insert(kind);
        else if (entry.state == ScopeState::refused)
            refused.insert(kind);
        else if (entry.state == ScopeState::notAsked && entry.kind != "*")
            notAsked.insert(kind);
    }
    ScopeCounts counts;
    for (const Object& object : inventory.objects)
        if (object.applied()) {
            read.insert(object.identity.kind);
            ++counts.applied;
        }
    counts.kindsRead = read.size();
    counts.kindsRefused = refused.size();
    counts.kindsNotAsked = notAsked.size();
    counts.notApplied = inventory.objects.size() - counts.applied;
    return counts;
}

std::string scopeSentence(const Model& model)
{
    const ScopeCounts counts = scopeCounts(model);
    std::string text = counted(counts.kindsRead, "kind") + " read";
    if (counts.kindsRefused > 0)
        text += ", " + std::to_string(counts.kindsRefused) + " refused";
    text += "; " + counted(counts.applied, "object") + " reviewed";
    if (counts.notApplied > 0)
        text += ", " + std::to_string(counts.notApplied) + " read but not applied";
    return text;
}

std::string noFindings(const Model& model)
{
    return model.architecture.workloads.empty() ? "The input holds no workload, so nothing was decided."
                                                : "No gap is shown in the model.";
}

std::string shortName(const Source& source)
{
    return baseName(source.path);
}

std::vector<std::string> deployablesNamed(const Inventory& inventory, bool reviewed)
{
    std::set<std::string> names;
    for (const Deployable& deployable : inventory.deployables) {
        if (deployable.reviewed != reviewed)
            continue;
        const bool whole = deployable.path.empty() || deployable.path == ".";
        names.insert(visible(whole ? shortName(inventory.sources[deployable.source.pos()]) : deployable.path));
    }
    return {names.begin(), names.end()};
}

void scopeSection(TextPen& pen, const ReportInput& input)
{
    pen.paragraph("Scope: " + scopeSentence(input.model) + ". As of " + input.posture->asOf + ".");
    const std::vector<std::string> reviewed = deployablesNamed(input.model.inventory, true);
    if (!reviewed.empty())
        pen.paragraph("Reviewed: " + ranges(reviewed, 6) + ".");
    const Architecture& architecture = input.model.architecture;
    std::size_t inferred = 0;
    for (const Call& call : architecture.calls)
        inferred += call.kind == CallKind::inferred ? 1 : 0;
    pen.paragraph("System: " + counted(architecture.workloads.size(), "workload") + ", " +
                  counted(architecture.services.size(), "service") + ", " + counted(architecture.calls.size(), "call") + " (" +
                  std::to_string(inferred) + " inferred), " + std::to_string(architecture.danglingCalls.size()) + " dangling, " +
                  counted(architecture.images.size(), "image reference") + ", " +
                  counted(input.model.inventory.reports.size(), "scan report") + ".");
}

void waysInSection(TextPen& pen, const ReportInput& input)
{
    const Architecture& architecture = input.model.architecture;
    pen.heading("Ways in (" + std::to_string(architecture.entries.size()) + ")");
    if (architecture.entries.empty()) {
        pen.paragraph("No way in from outside the cluster is in the input.", 2);
        return;
    }
    const std::vector<WayIn> ways = waysIn(input);
    for (const std::size_t i : weakestFirst(input, ways)) {
        const Entry& entry = architecture.entries[i];
        std::vector<std::string> names;
        for (const WorkloadId id : ways[i].oneHop)
            names.push_back(visible(architecture.workload(id).name));
        pen.paragraph(pen.paint(visible(entry.id), Ink::bold) + "  reach: " + toWord(entry.reach), 2, 2);
        pen.item("first check", firstCheck(input, entry, ways[i]), 4, 18);
        pen.item("one hop behind", names.empty() ? "nothing in the input" : ranges(names, 8), 4, 20);
        if (entry.evidence.valid())
            pen.item("evidence", where(input.model.inventory, entry.evidence), 4, 18);
    }
}

void findingsSection(TextPen& pen, const ReportInput& input, std::size_t most, bool full)
{
    const Posture& posture = *input.posture;
    const Inventory& inventory = input.model.inventory;
    std::map<FindingSeverity, std::size_t> counts;
    for (const Finding& finding : posture.findings)
        ++counts[finding.severity];
    std::string head = full || posture.findings.size() <= most
                           ? "Causes (" + std::to_string(posture.findings.size()) + ")"
                           : "Causes (" + std::to_string(std::min(most, posture.findings.size())) + " of " +
                                 std::to_string(posture.findings.size()) + ")";
    pen.heading(head);
    if (posture.findings.empty()) {
        pen.paragraph(noFindings(input.model), 2);
        return;
    }
    std::string line;
    for (const auto& [severity, count] : counts)
        line += (line.empty() ? "" : ", ") + std::to_string(count) + " " + severityWord(severity);
    pen.paragraph(line, 2);
    for (std::size_t i = 0; i < posture.findings.size() && i < most; ++i) {
        const Finding& finding = posture.findings[i];
        pen.item(severityWord(finding.severity), visible(titleOf(finding)), 2, 12, inkOf(finding.severity));
        std::vector<std::string> subjects;
        for (const std::string& subject : finding.subjects)
            subjects.push_back(visible(subject));
        const std::string proof = proofOf(inventory, finding);
        if (!full) {
            pen.paragraph(pen.paint(counted(subjects.size(), "subject") + (proof.empty() ? "" : "; " + proof), Ink::dim), 12);
            continue;
        }
        pen.paragraph(visible(finding.reason), 12);
        pen.paragraph("Subjects: " + ranges(subjects, 8), 12, 2);
        for (std::size_t k = 0; k < finding.evidence.size() && k < 5; ++k)
            pen.paragraph(where(inventory, finding.evidence[k]) + "  " + visible(finding.evidence[k].text()), 12, 4);
        if (finding.evidence.size() > 5)
            pen.paragraph("and " + std::to_string(finding.evidence.size() - 5) + " more places", 12);
        if (!finding.within.empty())
            pen.paragraph("Searched: " + visible(finding.within), 12, 2);
        for (std::size_t k = 0; k < finding.nearMisses.size() && k < 3; ++k) {
            const NearMiss& miss = finding.nearMisses[k];
            pen.paragraph("Nearest miss: " + visible(miss.sentence) +
                              (miss.evidence.valid() ? " (" + where(inventory, miss.evidence) + ")" : ""),
                          12, 2);
        }
        if (finding.nearMisses.size() > 3)
            pen.paragraph("and " + std::to_string(finding.nearMisses.size() - 3) + " more near misses", 12);
        if (finding.state != FindingState::open)
            pen.paragraph("Decision: " + visible(finding.status) +
                              (finding.statusReason.empty() ? "" : ": " + visible(finding.statusReason)),
                          12, 2);
        if (!finding.fix.empty())
            pen.paragraph("Fix: " + visible(finding.fix), 12, 2);
        pen.paragraph(
            pen.paint(finding.id + (finding.controls.empty() ? "" : "; supports evidence for " + ranges(finding.controls, 6)),
                      Ink::dim),
            12, 2);
    }
}

void unknownSection(TextPen& pen, const ReportInput& input, std::size_t most)
{
    const auto& inputs = input.posture->unknownInputs;
    if (inputs.empty())
        return;
    pen.heading("What we cannot tell (" + std::to_string(inputs.size()) + (inputs.size() == 1 ? " input" : " inputs") +
                " would settle it)");
    for (std::size_t i = 0; i < inputs.size() && i < most; ++i) {
        pen.item(std::to_string(inputs[i].settles), visible(inputs[i].input), 2, 8);
        if (!inputs[i].command.empty())
            pen.paragraph(pen.paint(visible(inputs[i].command), Ink::dim), 8);
    }
}

void layerCountsSection(TextPen& pen, const ReportInput& input)
{
    pen.heading("By layer (workloads)");
    std::vector<std::vector<std::string>> rows;
    for (std::size_t layer = 0; layer < layerCount; ++layer) {
        std::array<int, 5> counts{};
        for (const WorkloadPosture& workload : input.posture->workloads)
            ++counts[static_cast<std::size_t>(workload.layers[layer].verdict)];
        const LayerText* text = input.catalogue.layer(layerId(static_cast<Layer>(layer)));
        rows.push_back({text ? text->title : layerId(static_cast<Layer>(layer)), std::to_string(counts[0]),
                        std::to_string(counts[1]), std::to_string(counts[2]), std::to_string(counts[3]),
                        std::to_string(counts[4])});
    }
    pen.table({"layer", "present", "partial", "missing", "unknown", "n/a"}, rows);
}

void assumptionsSection(TextPen& pen, const ReportInput& input)
{
    if (input.posture->assumptions.empty())
        return;
    pen.heading("Assumptions");
    for (const Assumption& assumption : input.posture->assumptions)
        pen.paragraph(assumption.sentence + " " + std::to_string(assumption.restsOn) + " verdicts rest on it; settled by " +
                          assumption.settledBy + ".",
                      2, 2);
}

void problemsSection(TextPen& pen, const ReportInput& input)
{
    const std::vector<const Problem*> problems = problemsOf(input);
    if (problems.empty())
        return;
    pen.heading("Problems (" + std::to_string(problems.size()) + ")");
    std::size_t shown = 0;
    for (const Problem* problem : problems) {
        if (shown++ == 50) {
            pen.paragraph("and " + std::to_string(problems.size() - 50) + " more (see the JSON output)", 2);
            break;
        }
        const std::string at = where(input.model.inventory, problem->evidence);
        pen.paragraph((at.empty() ? "" : at + ": ") + visible(problem->message), 2, 2);
    }
}

} // namespace bartizan::report
