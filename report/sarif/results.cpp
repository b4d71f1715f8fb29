// SPDX-License-Identifier: GPL-3.0-or-later
// A finding as a SARIF result.
#include "report/facts.h"
#include "report/sarif/parts.h"

#include <set>

namespace bartizan::report::sarif {

namespace {

constexpr std::size_t mostFlows = 10; // one for each target, the weakest way to it; properties name the other paths

std::string sentenceOf(const Finding& finding)
{
    std::string text = titleOf(finding) + ". " + finding.reason;
    if (!finding.within.empty())
        text += " Searched: " + finding.within + ".";
    for (const NearMiss& miss : finding.nearMisses)
        text += " Nearest miss: " + miss.sentence + ".";
    return text;
}

// SARIF 3.27.23: all results of a run have the property or none has, so an open finding has an empty list: known not to
// be suppressed. 3.35.3: a suppression that is "accepted" takes the result off the list of what is left to do; one that is
// "rejected" does not, which is what a reopened decision is: it is told, with why it no longer holds, and hides nothing.
// "Needs work" is no suppression at all.
void writeSuppressions(JsonPen& pen, const ReportInput& input, const Finding& finding)
{
    pen.key("suppressions").openList();
    const bool reopened = finding.state == FindingState::reopened;
    if (isDecided(finding) || reopened) {
        const Decision* decision = decisionOf(input, finding);
        std::string why = decision ? decision->reason : std::string();
        if (reopened)
            why = "Reopened: " + finding.statusReason + (why.empty() ? "" : ". It had been decided because: " + why);
        pen.open();
        pen.member("kind", "external");
        pen.member("status", reopened ? "rejected" : "accepted");
        if (!why.empty())
            pen.member("justification", messageText(why));
        if (decision) {
            pen.key("properties").open();
            pen.member("decision", toWord(decision->kind));
            pen.member("owner", decision->owner);
            pen.member("by", decision->by);
            pen.member("on", decision->on);
            pen.member("expires", decision->expires);
            pen.close();
        }
        pen.close();
    }
    pen.closeList();
}

void writePlaces(JsonPen& pen, const ReportInput& input, const Finding& finding)
{
    const Inventory& inventory = input.model.inventory;
    const std::vector<const Evidence*> places = placesOf(finding);
    pen.key("locations").openList();
    if (!places.empty()) {
        writeLocation(pen, inventory, {places.front(), {}, finding.subjects, 0});
    } else {
        // There is no line: the source as a whole was searched.
        const std::string searched = finding.within.empty() ? "no line shows it" : "searched " + finding.within;
        for (std::size_t i = 0; i < inventory.sources.size(); ++i)
            writeSourceLocation(pen, inventory, SourceId{static_cast<std::uint32_t>(i)}, {nullptr, searched, finding.subjects});
    }
    pen.closeList();
    pen.key("relatedLocations").openList();
    std::size_t id = 1;
    for (std::size_t i = 1; i < places.size(); ++i)
        writeLocation(pen, inventory, {places[i], {}, {}, id++});
    for (const NearMiss& miss : finding.nearMisses)
        if (miss.evidence.valid())
            writeLocation(pen, inventory, {&miss.evidence, "nearest miss: " + miss.sentence, {}, id++});
    pen.closeList();
}

// SARIF 2.1.0, 3.27.24. What cannot be compared has no state. What is gone is no result: readers that do not know the
// state "absent" would show it as a finding.
void writeBaselineState(JsonPen& pen, const BaselineRow& row)
{
    if (row.known)
        pen.member("baselineState", row.state == BaselineState::unchanged ? "unchanged" : "updated");
    else if (row.state == BaselineState::added)
        pen.member("baselineState", "new");
}

} // namespace

const char* levelOf(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::critical:
    case FindingSeverity::high:
        return "error";
    case FindingSeverity::medium:
        return "warning";
    case FindingSeverity::low:
    case FindingSeverity::info:
        return "note";
    }
    return "note";
}

const char* scoreOf(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::critical:
        return "9.5";
    case FindingSeverity::high:
        return "8.0";
    case FindingSeverity::medium:
        return "5.5";
    case FindingSeverity::low:
        return "3.0";
    case FindingSeverity::info:
        return "0.5";
    }
    return "0.5";
}

int rankOf(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::critical:
        return 95;
    case FindingSeverity::high:
        return 80;
    case FindingSeverity::medium:
        return 55;
    case FindingSeverity::low:
        return 30;
    case FindingSeverity::info:
        return 5;
    }
    return 5;
}

void writeCodeFlows(JsonPen& pen, const ReportInput& input, const Finding& finding)
{
    std::vector<const Path*> flows;
    std::set<WorkloadId> targets;
    for (const Path* path : pathsAbout(input, finding))
        if (flows.size() < mostFlows && (path->entry.valid() || !path->hops.empty()) && targets.insert(path->target).second)
            flows.push_back(path);
    if (flows.empty())
        return;
    const Inventory& inventory = input.model.inventory;
    const Architecture& architecture = input.model.architecture;
    const auto step = [&](const Evidence* evidence, const std::string& message) {
        pen.open();
        pen.key("location");
        writeLocation(pen, inventory, {evidence, message});
        pen.member("importance", "essential");
        pen.close();
    };
    pen.key("codeFlows").openList();
    for (const Path* path : flows) {
        pen.open();
        writeMessage(pen, "message",
                     std::string(pathWord(path->kind)) + " path to " + targetOf(architecture, *path) + ": " +
                         path->authenticatedAt);
        pen.key("threadFlows").openList();
        pen.open();
        pen.key("locations").openList();
        if (path->entry.valid()) {
            const Entry& entry = architecture.entries[path->entry.pos()];
            step(entry.evidence.valid() ? &entry.evidence : nullptr, "way in " + entry.id + ", reach: " + toWord(entry.reach));
        }
        for (const Hop& hop : path->hops)
            step(hop.evidence.empty() ? nullptr : &hop.evidence.front(),
                 hop.from + " to " + hop.to + (hop.via.empty() ? "" : " by " + hop.via));
        pen.closeList();
        pen.close();
        pen.closeList();
        pen.close();
    }
    pen.closeList();
}

void writeResult(JsonPen& pen, const ReportInput& input, const Finding& finding, const RuleIndex& rules)
{
    pen.open();
    pen.member("ruleId", finding.rule);
    pen.member("ruleIndex", rules.at(finding.rule));
    // 3.27.9: "open" is what could not be decided from the input; its level is then "none".
    pen.member("kind", finding.undecided ? "open" : "fail");
    pen.member("level", finding.undecided ? "none" : levelOf(finding.severity));
    pen.member("rank", rankOf(finding.severity));
    writeMessage(pen, "message", sentenceOf(finding));
    writePlaces(pen, input, finding);
    writeCodeFlows(pen, input, finding);
    if (input.since)
        writeBaselineState(pen, input.since->rows[static_cast<std::size_t>(&finding - input.posture->findings.data())]);
    pen.key("fingerprints").open();
    pen.member("bartizanFinding/v1", finding.id);
    pen.close();
    pen.key("partialFingerprints").open();
    pen.member("bartizanFinding/v1", finding.id);
    pen.close();
    writeSuppressions(pen, input, finding);
    pen.key("properties").open();
    pen.member("severity", severityWord(finding.severity));
    pen.member("security-severity", scoreOf(finding.severity));
    pen.member("layer", finding.layer);
    pen.member("status", finding.status);
    pen.texts("owners", ownersOf(input.model.architecture, finding));
    pen.texts("subjects", finding.subjects);
    pen.list("paths", pathsAbout(input, finding), [&pen](const Path* path) { pen.text(path->id); });
    pen.member("fix", finding.fix);
    pen.close();
    pen.close();
}

} // namespace bartizan::report::sarif
