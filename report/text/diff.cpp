// SPDX-License-Identifier: GPL-3.0-or-later
// `diff` as text: a sentence that counts, then what is worse, better, other, and what cannot be compared.
#include "report/exports.h"
#include "report/text/sections.h"

namespace bartizan::report {

namespace {

std::string whatOf(const Change& change)
{
    switch (change.aspect) {
    case ChangeAspect::layer:
        return visible(change.subject) + "  " + change.layer;
    case ChangeAspect::finding:
        return visible(change.title) + " (" + change.subject + ")";
    case ChangeAspect::path:
        return change.title + " " + visible(change.subject);
    case ChangeAspect::service:
        return visible(change.subject);
    case ChangeAspect::sensitivity:
    case ChangeAspect::image:
        break;
    }
    return visible(change.subject) + "  " + changeAspectWord(change.aspect);
}

std::string stateOf(const Change& change)
{
    if (change.aspect == ChangeAspect::service)
        return change.presence == ChangePresence::added ? "new" : "gone";
    if (change.presence == ChangePresence::added)
        return "new: " + visible(change.after);
    if (change.presence == ChangePresence::gone)
        return "gone; it was: " + visible(change.before);
    return (change.before.empty() ? "none" : visible(change.before)) + " -> " +
           (change.after.empty() ? "none" : visible(change.after));
}

void section(TextPen& pen, const ReportInput& input, ChangeSense sense, const char* title, Ink ink)
{
    std::size_t number = 0;
    for (const Change& change : input.difference->changes)
        number += change.sense == sense ? 1 : 0;
    if (number == 0)
        return;
    pen.heading(std::string(title) + " (" + std::to_string(number) + ")");
    for (const Change& change : input.difference->changes) {
        if (change.sense != sense)
            continue;
        pen.paragraph(pen.paint(whatOf(change), ink), 2, 2);
        pen.paragraph(stateOf(change), 6, 2);
        if (!change.reason.empty())
            pen.paragraph(visible(change.reason), 6, 2);
        const std::string place =
            where(change.evidenceBefore ? input.earlier->inventory : input.model.inventory, change.evidence);
        if (!place.empty())
            pen.paragraph(pen.paint((change.evidenceBefore ? "earlier: " : "") + place, Ink::dim), 6, 2);
    }
}

std::string sourcesText(const Inventory& inventory)
{
    std::vector<std::string> paths;
    for (const Source& source : inventory.sources)
        paths.push_back(visible(source.path));
    return ranges(paths, 3);
}

} // namespace

Result<std::string> diffText(const ReportInput& input)
{
    TextPen pen(input);
    const DifferenceCounts& counts = input.difference->counts;
    const auto of = [](std::size_t part, std::size_t whole) { return std::to_string(part) + " of " + std::to_string(whole); };
    if (input.difference->empty())
        pen.paragraph(
            pen.paint("Nothing differs: " + counted(counts.servicesAfter, "service") + " judged as before.", Ink::bold));
    else
        pen.paragraph(pen.paint(
            "Worse in " + of(counts.worseServices, counts.servicesAfter) + " services, better in " +
                std::to_string(counts.betterServices) + ". " + of(counts.newFindings, input.posture->findings.size()) +
                " findings are new, " + of(counts.goneFindings, input.earlierPosture->findings.size()) + " are gone. Services: " +
                std::to_string(counts.newServices) + " new, " + std::to_string(counts.goneServices) + " gone.",
            Ink::bold));
    pen.paragraph("Later: " + sourcesText(input.model.inventory) + "; " + scopeSentence(input.model) + ".", 0, 2);
    pen.paragraph("Earlier: " + sourcesText(input.earlier->inventory) + "; " + scopeSentence(*input.earlier) + ".", 0, 2);
    pen.paragraph("Both are judged under one review, as of " + input.posture->asOf + ".");
    section(pen, input, ChangeSense::worse, "Worse", Ink::missing);
    section(pen, input, ChangeSense::better, "Better", Ink::present);
    section(pen, input, ChangeSense::changed, "Other, neither worse nor better", Ink::plain);
    section(pen, input, ChangeSense::incomparable, "Cannot be compared", Ink::unknown);
    problemsSection(pen, input);
    return pen.finish();
}

} // namespace bartizan::report
