// SPDX-License-Identifier: GPL-3.0-or-later
// The mesh's part of `connectivity` as text: how many pairs it denies, narrows or leaves open, and which; of an explained
// pair, what decides about each part of the ports.
#include "report/connectivity/view.h"
#include "report/text/connectivity.h"
#include "report/text/sections.h"

#include <algorithm>

namespace bartizan::report {

using namespace connectivity;

namespace {

constexpr std::size_t mostPairs = 12, mostDeciders = 6; // of one kind; JSON has them all

std::string deciders(const MeshVerdict& verdict)
{
    std::vector<std::string> names;
    for (const MeshSlice& slice : verdict.slices)
        for (const MeshDecider& by : slice.by)
            if (slice.outcome != MeshSlice::Outcome::allowed && std::find(names.begin(), names.end(), by.name) == names.end())
                names.push_back(by.name);
    for (std::string& name : names)
        name = visible(name);
    return names.empty() ? std::string() : " (" + ranges(names, 4) + ")";
}

void pairsOf(TextPen& pen, const ConnectivityView& view, const MeshFacts& facts, MeshEffect effect, std::size_t count, Ink ink,
             const std::string& title)
{
    if (count == 0)
        return;
    pen.paragraph(pen.paint(title + " (" + std::to_string(count) + ")", ink), 2, 2);
    std::size_t shown = 0;
    for (const MeshRow& row : facts.rows) {
        if (row.verdict->effect != effect || shown == mostPairs)
            continue;
        ++shown;
        const bool denied = effect == MeshEffect::denied;
        pen.paragraph(visible(view.id(row.from)) + " -> " + visible(view.id(row.to)) + " " +
                          (denied ? toText(row.verdict->ports) : visible(answerText(*row.verdict))) + deciders(*row.verdict),
                      4, 2);
    }
    if (count > shown) {
        const auto listed = std::count_if(facts.rows.begin(), facts.rows.end(),
                                          [&](const MeshRow& row) { return row.verdict->effect == effect; });
        const bool all = static_cast<std::size_t>(listed) == count;
        pen.paragraph("and " + std::to_string(count - shown) + (all ? " more; JSON lists them all" : " more"), 4, 2);
    }
}

} // namespace

void meshSection(TextPen& pen, const ReportInput& input, const ConnectivityView& view)
{
    if (!view.mesh)
        return;
    const MeshFacts facts = meshFacts(input, view);
    pen.heading("Mesh: what its policies make of TCP that the network allows");
    if (facts.told) {
        pen.paragraph(counted(facts.pairs, "pair") + ": " + std::to_string(facts.unchanged) + " unchanged, " +
                          std::to_string(facts.denied) + " denied, " + std::to_string(facts.narrowed) + " narrowed, " +
                          std::to_string(facts.undecided) +
                          " not decided. This is what is configured; that the proxies take every connection is assumed.",
                      2);
        pairsOf(pen, view, facts, MeshEffect::denied, facts.denied, Ink::bold, "Denied");
        pairsOf(pen, view, facts, MeshEffect::narrowed, facts.narrowed, Ink::bold, "Some requests or ports alone");
        pairsOf(pen, view, facts, MeshEffect::undecided, facts.undecided, Ink::unknown, "Not decided here");
    }
    if (!facts.leftOut.empty())
        pen.paragraph(facts.leftOut, 2);
}

void meshPart(TextPen& pen, const ReportInput& input, const MeshVerdict& verdict)
{
    pen.paragraph(pen.paint("Mesh: ", Ink::bold) + sentenceOf(verdict), 2, 2);
    for (const MeshSlice& slice : verdict.slices) {
        const Ink ink = slice.outcome == MeshSlice::Outcome::notDecided ? Ink::unknown : Ink::plain;
        if (verdict.slices.size() > 1 || verdict.effect != MeshEffect::unchanged || !slice.by.empty() || !slice.notes.empty())
            pen.paragraph(toText(slice.ports) + ": " + pen.paint(visible(outcomeText(slice)), ink), 4, 2);
        for (std::size_t i = 0; i < slice.by.size() && i < mostDeciders; ++i) {
            pen.paragraph(visible(deciderText(slice.by[i])), 6, 2);
            if (const std::string line = quotedLine(input.model.inventory, slice.by[i].evidence); !line.empty())
                pen.paragraph(pen.paint(line, Ink::dim), 14, 2);
        }
        if (slice.by.size() > mostDeciders)
            pen.paragraph("and " + std::to_string(slice.by.size() - mostDeciders) + " more; JSON lists them all", 6, 2);
        for (const std::string& note : slice.notes)
            pen.paragraph(visible(note), 6, 2);
    }
}

void meshDifferencesSection(TextPen& pen, const ConnectivityView& view)
{
    if (view.meshDifferences.empty())
        return;
    pen.heading("The same at the network, changed by the mesh (" + std::to_string(view.meshDifferences.size()) + ")");
    for (const MeshDifference& row : view.meshDifferences) {
        const std::string network = view.world().networks.size() > 1 ? "  in " + visible(row.network) : std::string();
        pen.paragraph(visible(row.from) + " -> " + visible(row.to) + network, 2, 4);
        pen.paragraph("before: " + visible(row.before) + ". Now: " + visible(row.after), 6, 2);
    }
}

} // namespace bartizan::report
