// SPDX-License-Identifier: GPL-3.0-or-later
// `diff --format markdown`: a comment for a pull request. What is worse and better as two short tables; what is merely
// other or cannot be compared is counted.
#include "report/exports.h"
#include "report/facts.h"
#include "report/markdown/pen.h"
#include "report/text/pen.h"

namespace bartizan::report {

namespace {

constexpr std::size_t mostRows = 50; // of a table; code hosts refuse comments of more than 65,536 characters

std::string whatOf(const Change& change)
{
    if (change.aspect == ChangeAspect::finding)
        return markdown(change.title) + " " + markdownCode(change.subject);
    return std::string(changeAspectWord(change.aspect)) + " " + markdownCode(change.subject) +
           (change.layer.empty() ? "" : " " + markdownCode(change.layer));
}

std::string stateOf(const std::string& state, bool there)
{
    return !there ? "not there" : state.empty() ? "none" : markdown(state);
}

void table(std::string& out, const ReportInput& input, ChangeSense sense, const char* title)
{
    std::vector<const Change*> changes;
    for (const Change& change : input.difference->changes)
        if (change.sense == sense)
            changes.push_back(&change);
    if (changes.empty())
        return;
    out += "\n### " + std::string(title) + " (" + std::to_string(changes.size()) + ")\n\n";
    out += markdownHead({"what", "before", "after", "evidence"});
    for (std::size_t i = 0; i < changes.size() && i < mostRows; ++i) {
        const Change& change = *changes[i];
        const Inventory& shown = change.evidenceBefore ? input.earlier->inventory : input.model.inventory;
        const std::string place = placeText(shown, change.evidence);
        const bool service = change.aspect == ChangeAspect::service;
        out += markdownRow({whatOf(change),
                            service && change.presence == ChangePresence::gone
                                ? "there"
                                : stateOf(change.before, change.presence != ChangePresence::added),
                            service && change.presence == ChangePresence::added
                                ? "there"
                                : stateOf(change.after, change.presence != ChangePresence::gone),
                            place.empty() ? "" : (change.evidenceBefore ? "earlier " : "") + markdownCode(place)});
    }
    if (changes.size() > mostRows)
        out += "\nand " + std::to_string(changes.size() - mostRows) + " more, in the JSON output.\n";
}

} // namespace

Result<std::string> diffMarkdown(const ReportInput& input)
{
    const DifferenceCounts& counts = input.difference->counts;
    std::string out = "## Layers of defence: what this change makes worse or better\n\n";
    if (input.difference->empty())
        out += "Nothing differs: " + counted(counts.servicesAfter, "service") + " judged as before.\n";
    else
        out += "Worse in " + std::to_string(counts.worseServices) + " of " + counted(counts.servicesAfter, "service") +
               ", better in " + std::to_string(counts.betterServices) + ". " + std::to_string(counts.newFindings) + " of " +
               counted(input.posture->findings.size(), "finding") + " new, " + std::to_string(counts.goneFindings) + " of " +
               std::to_string(input.earlierPosture->findings.size()) + " gone.\n";
    table(out, input, ChangeSense::worse, "Worse");
    table(out, input, ChangeSense::better, "Better");
    if (counts.changed + counts.incomparable > 0)
        out += "\nAlso " + std::to_string(counts.changed) + " other, neither worse nor better, and " +
               std::to_string(counts.incomparable) + " that cannot be compared.\n";
    out += "\nBoth states are judged under one review, as of " + markdownCode(input.posture->asOf) + ".\n";
    return out;
}

} // namespace bartizan::report
