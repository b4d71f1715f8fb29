// SPDX-License-Identifier: GPL-3.0-or-later
// `assess --format markdown`, for tickets and pull requests: the sentence, ways in, causes as a table, each finding with
// its evidence, and what nobody can tell.
#include "report/exports.h"
#include "report/facts.h"
#include "report/markdown/pen.h"
#include "report/text/sections.h"
#include "report/text/ways_in.h"

#include <algorithm>

namespace bartizan::report {

namespace {

constexpr std::size_t mostPlaces = 8; // of a finding; the rest is counted

std::string number(std::size_t value)
{
    return std::to_string(value);
}

void waysInPart(std::string& out, const ReportInput& input)
{
    const Architecture& architecture = input.model.architecture;
    out += "\n## Ways in (" + number(architecture.entries.size()) + ")\n\n";
    if (architecture.entries.empty()) {
        out += "No way in from outside the cluster is in the input.\n";
        return;
    }
    out += markdownHead({"way in", "reach", "first check", "one hop behind", "evidence"});
    const std::vector<WayIn> ways = waysIn(input);
    for (const std::size_t i : weakestFirst(input, ways)) {
        const Entry& entry = architecture.entries[i];
        std::vector<std::string> names;
        for (const WorkloadId id : ways[i].oneHop)
            names.push_back(architecture.workload(id).id);
        out += markdownRow({markdownCode(entry.id), toWord(entry.reach), markdown(firstCheck(input, entry, ways[i])),
                            names.empty() ? "nothing in the input" : markdownList(names),
                            markdownCode(placeText(input.model.inventory, entry.evidence))});
    }
}

void causesPart(std::string& out, const ReportInput& input)
{
    const std::vector<Finding>& findings = input.posture->findings;
    out += "\n## Causes (" + number(findings.size()) + ")\n\n";
    if (findings.empty()) {
        out += noFindings(input.model) + "\n";
        return;
    }
    out += markdownHead({"severity", "cause", "subjects", "owner", "decision", "id"});
    for (const Finding& finding : findings)
        out += markdownRow({severityWord(finding.severity), markdown(titleOf(finding)), number(finding.subjects.size()),
                            markdownList(ownersOf(input.model.architecture, finding)),
                            finding.state == FindingState::open ? "" : markdown(finding.status), markdownCode(finding.id)});
}

void findingPart(std::string& out, const ReportInput& input, const Finding& finding)
{
    const Inventory& inventory = input.model.inventory;
    out += "\n### " + std::string(severityWord(finding.severity)) + ": " + markdown(titleOf(finding)) + "\n\n";
    const auto item = [&out](const char* head, const std::string& text) {
        if (!text.empty())
            out += "- **" + std::string(head) + ":** " + text + "\n";
    };
    item("What", markdown(finding.reason));
    if (finding.undecided)
        item("Nobody can tell yet", "this stands for what the input does not say");
    item("Subjects", markdownList(finding.subjects));
    const std::vector<const Evidence*> places = placesOf(finding);
    for (std::size_t i = 0; i < std::min(places.size(), mostPlaces); ++i)
        item("Evidence", markdownCode(placeText(inventory, *places[i])) +
                             (places[i]->text().empty() ? "" : " " + markdownCode(places[i]->text())));
    if (places.size() > mostPlaces)
        item("Evidence", "and " + number(places.size() - mostPlaces) + " more places");
    item("Searched", markdown(finding.within));
    for (const NearMiss& miss : finding.nearMisses)
        item("Nearest miss",
             markdown(miss.sentence) + (miss.evidence.valid() ? " " + markdownCode(placeText(inventory, miss.evidence)) : ""));
    item("Fix", markdown(finding.fix));
    if (finding.state != FindingState::open) {
        const Decision* decision = decisionOf(input, finding);
        item("Decision", markdown(finding.status));
        item("Reopened because", markdown(finding.statusReason));
        item("Reason of the decision", decision ? markdown(decision->reason) : std::string());
    }
    item("Supports evidence for", markdownList(finding.controls));
    item("Finding", markdownCode(finding.id));
}

void unknownPart(std::string& out, const ReportInput& input)
{
    const auto& inputs = input.posture->unknownInputs;
    if (inputs.empty())
        return;
    out += "\n## What nobody can tell yet\n\n" + markdownHead({"verdicts", "would be settled by", "with"});
    for (const UnknownInput& unknown : inputs)
        out += markdownRow({number(unknown.settles), markdown(unknown.input), markdownCode(unknown.command)});
}

void problemsPart(std::string& out, const ReportInput& input)
{
    const std::vector<const Problem*> problems = problemsOf(input);
    if (problems.empty())
        return;
    out += "\n## Problems (" + number(problems.size()) + ")\n\n";
    for (const Problem* problem : problems) {
        const std::string place = placeText(input.model.inventory, problem->evidence);
        out += "- " + (place.empty() ? "" : markdownCode(place) + " ") + markdown(problem->message) + "\n";
    }
}

} // namespace

Result<std::string> assessMarkdown(const ReportInput& input)
{
    std::string out = "# Layers of defence shown in the model\n\n";
    if (!input.posture->sentence.empty())
        out += "**Most serious:** " + markdown(input.posture->sentence) + "\n\n";
    out += "Scope: " + markdown(scopeSentence(input.model)) + ". As of " + markdownCode(input.posture->asOf) + ".\n";
    waysInPart(out, input);
    causesPart(out, input);
    if (!input.posture->findings.empty())
        out += "\n## Findings\n";
    for (const Finding& finding : input.posture->findings)
        findingPart(out, input, finding);
    unknownPart(out, input);
    problemsPart(out, input);
    out += "\nNot examined: " + markdown(joined(input.catalogue.notExamined, ", ")) + ".\n";
    return out;
}

} // namespace bartizan::report
