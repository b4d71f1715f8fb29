// SPDX-License-Identifier: GPL-3.0-or-later
// `connectivity --explain SRC DST` as text: the verdict for each part of the ports, what decides it in either direction with
// its line, what is uncertain, and the policies that nearly apply with what is in their way.
#include "report/connectivity/deciders.h"
#include "report/connectivity/explained.h"
#include "report/text/connectivity.h"
#include "report/text/sections.h"

namespace bartizan::report {

namespace {

using namespace connectivity;

constexpr std::size_t mostLines = 12; // of one kind; JSON has them all

void side(TextPen& pen, const ReportInput& input, const World& world, const Slice& slice, Direction direction)
{
    pen.item(toWord(direction), visible(sentenceOf(world, slice, direction)), 4, 14, slice.allowed ? Ink::present : Ink::missing);
    const std::vector<Evidence> places = evidenceOf(world, input.model.inventory, slice, direction);
    for (std::size_t i = 0; i < places.size() && i < mostLines; ++i)
        if (const std::string line = quotedLine(input.model.inventory, places[i]); !line.empty())
            pen.paragraph(pen.paint(line, Ink::dim), 14, 2);
    if (places.size() > mostLines)
        pen.paragraph("and " + std::to_string(places.size() - mostLines) + " more; JSON lists them all", 14, 2);
}

std::string summary(const ExplainedPair& pair, const ConnectivityQuestion& question)
{
    const std::string within = question.ports ? " within " + toText(*question.ports) : std::string();
    if (pair.verdicts.empty())
        return "Nothing leads there" + within + ".";
    if (pair.allowed.empty())
        return "Denied" + (question.ports ? " on " + toText(*question.ports) : std::string(" on every port")) + ".";
    PortSet rest;
    for (const ExplainedVerdict& verdict : pair.verdicts)
        if (!verdict.allowed)
            rest |= verdict.ports;
    return "Allowed on " + (pair.allowed.isEverything() ? std::string("every port") : toText(pair.allowed)) +
           (rest.empty() ? "." : ", denied on the rest" + within + ".");
}

void nearlyApplied(TextPen& pen, const ReportInput& input, const World& world, const ExplainedPair& pair)
{
    if (pair.nearly.empty())
        return;
    pen.paragraph(pen.paint("Nearly applied", Ink::bold), 2);
    for (std::size_t i = 0; i < pair.nearly.size() && i < mostLines; ++i) {
        pen.paragraph(visible(nearlyText(world, pair.nearly[i])), 4, 2);
        if (const std::string line = quotedLine(input.model.inventory, pair.nearly[i].evidence); !line.empty())
            pen.paragraph(pen.paint(line, Ink::dim), 14, 2);
    }
    if (pair.nearly.size() > mostLines)
        pen.paragraph("and " + std::to_string(pair.nearly.size() - mostLines) + " more; JSON lists them all", 4, 2);
}

void explain(TextPen& pen, const ReportInput& input, const Explained& answer, const ExplainedPair& pair)
{
    const World& world = answer.world();
    if (&pair != &answer.pairs.front())
        pen.line();
    const std::string network = world.networks.size() > 1 ? "  in " + visible(pair.network) : std::string();
    pen.paragraph(pen.paint(visible(pair.from) + " -> " + visible(pair.to) + network, Ink::bold), 0, 2);
    if (pair.ranges.size() > 1) {
        std::vector<std::string> parts;
        for (const AddressRange& range : pair.ranges)
            parts.push_back(toText(range));
        pen.paragraph("these addresses: " + ranges(parts, mostLines), 2, 2);
    }
    pen.paragraph(pen.paint(summary(pair, input.question), Ink::bold), 2);
    if (!pair.note.empty())
        pen.paragraph(pair.note, 2, 2);
    for (const ExplainedVerdict& verdict : pair.verdicts) {
        pen.paragraph(pen.paint(verdict.allowed ? "Allowed: " : "Denied: ", Ink::bold) + toText(verdict.ports), 2, 2);
        if (verdict.egress)
            side(pen, input, world, *verdict.egress, Direction::egress);
        if (verdict.ingress)
            side(pen, input, world, *verdict.ingress, Direction::ingress);
    }
    if (pair.mesh)
        meshPart(pen, input, *pair.mesh);
    for (const Uncertain& row : pair.uncertain) {
        pen.paragraph(pen.paint("Uncertain: ", Ink::unknown) + visible(row.reason), 2, 2);
        if (const std::string line = quotedLine(input.model.inventory, row.evidence); !line.empty())
            pen.paragraph(pen.paint(line, Ink::dim), 14, 2);
    }
    nearlyApplied(pen, input, world, pair);
}

} // namespace

Result<std::string> explainedText(const ReportInput& input)
{
    const auto answer = explained(input);
    if (!answer)
        return tl::unexpected(answer.error());
    TextPen pen(input);
    for (const ExplainedPair& pair : answer->pairs)
        explain(pen, input, *answer, pair);
    if (!answer->entrances.empty()) {
        pen.heading("Ways there through an ingress controller");
        for (const Entrance& entrance : answer->entrances) {
            pen.paragraph(visible(entrance.object) + "  " + toText(entrance.ports), 2, 4);
            if (const std::string line = quotedLine(input.model.inventory, entrance.evidence); !line.empty())
                pen.paragraph(pen.paint(line, Ink::dim), 14, 2);
        }
    }
    assumedSection(pen, input);
    problemsSection(pen, input);
    return pen.finish();
}

} // namespace bartizan::report
