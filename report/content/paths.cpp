// SPDX-License-Identifier: GPL-3.0-or-later
// Direct, relayed and lateral paths, never mixed: each with its steps, what stands in the way, and hop by hop for the
// weakest ones to what is most sensitive.
#include "report/content/sections.h"
#include "report/text/sections.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace bartizan::report {

namespace {

constexpr std::size_t mostRows = 200;  // of one kind; the rest is counted
constexpr std::size_t mostWalked = 12; // hop by hop

std::string layersText(const Content& content, const std::vector<Layer>& layers)
{
    std::vector<std::string> names;
    for (const Layer layer : layers)
        names.push_back(content.layerTitle(layer));
    return names.empty() ? "none" : ranges(names, 8);
}

std::string wayText(const Content& content, const Path& path)
{
    std::string way;
    for (const Hop& hop : path.hops)
        way += (way.empty() ? content.nameOf(hop.from) : std::string()) + " → " + content.nameOf(hop.to);
    return way;
}

Evidence proofOfPath(const Path& path)
{
    for (const Hop& hop : path.hops)
        for (const Evidence& evidence : hop.evidence)
            if (evidence.valid())
                return evidence;
    return {};
}

void hopByHop(const Content& content, Writer& writer, const std::vector<const Path*>& paths)
{
    // The weakest open path to each of the most sensitive services.
    std::vector<const Path*> chosen;
    std::set<WorkloadId> targets;
    for (const int level : {3, 2, 1, 0})
        for (const Path* path : paths) {
            if (chosen.size() == mostWalked)
                break;
            if (path->kind == PathKind::lateral || !path->target.valid() || path->authenticated == Verdict::present)
                continue;
            if (static_cast<int>(content.workload(path->target).sensitivity) == level && targets.insert(path->target).second)
                chosen.push_back(path);
        }
    if (chosen.empty())
        return;
    writer.heading("Hop by hop");
    writer.paragraph("The weakest way without a shown check to the most sensitive services that have one, at most twelve.",
                     Tone::small);
    writer.beginTable({{Column::Kind::text, "Hop", 2.6, false},
                       {Column::Kind::text, "By", 2.2, false},
                       {Column::Kind::text, "Layers that act on it", 3.4, false},
                       {Column::Kind::text, "Evidence", 2, false}},
                      "Hop by hop");
    for (const Path* path : chosen) {
        if (writer.stopped())
            return;
        writer.tableGroup(std::string(pathWord(path->kind)) + " to " + content.nameOf(path->target) + ", " +
                          toWord(content.workload(path->target).sensitivity) + "; first check: " + path->authenticatedAt);
        for (const Hop& hop : path->hops) {
            std::vector<std::string> layers;
            for (const auto& [layer, verdict] : hop.layers)
                layers.push_back(content.layerTitle(layer) + " " + verdictText(verdict));
            writer.row({cell::text(content.nameOf(hop.from) + " → " + content.nameOf(hop.to)), cell::text(hop.via),
                        layers.empty() ? cell::dim("none") : cell::text(ranges(layers, 8)),
                        hop.evidence.empty() ? cell::dim("") : cell::code(content.at(hop.evidence.front()))});
        }
    }
    writer.endTable();
}

} // namespace

void writePaths(const Content& content, Writer& writer)
{
    std::array<std::vector<const Path*>, 3> kinds;
    for (const Path* path : content.paths)
        kinds[static_cast<std::size_t>(path->kind)].push_back(path);
    const auto rank = [](const Path* path) {
        return std::tuple(path->authenticated == Verdict::present, path->stops.size() + path->limits.size(), path->hops.size());
    };
    for (auto& paths : kinds)
        std::stable_sort(paths.begin(), paths.end(), [&](const Path* a, const Path* b) { return rank(a) < rank(b); });
    writer.section({nameOf("paths"),
                    withThousands(kinds[0].size()) + " direct, " + withThousands(kinds[1].size()) + " relayed, " +
                        withThousands(kinds[2].size()) + " lateral",
                    content.posture.pathsTruncated
                        ? "Up to " + withThousands(content.posture.pathBound) +
                              " paths to each service were followed and some were cut: there are more."
                        : "All paths found (bound " + withThousands(content.posture.pathBound) +
                              " for each service), weakest first. Barriers are layers that stop on the way.",
                    false});
    static constexpr const char* titles[] = {"Direct: the attacker's own bytes arrive",
                                             "Relayed: an exposed service calls on their behalf", "Lateral: after a compromise"};
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        const auto& paths = kinds[kind];
        writer.heading(titles[kind]);
        if (paths.empty()) {
            writer.paragraph("None found.");
            continue;
        }
        writer.beginTable({{Column::Kind::text, "Way", 4.6, false},
                           {Column::Kind::text, "First check", 2.2, false},
                           {Column::Kind::text, "Barriers", 1.6, false},
                           {Column::Kind::number, "Steps", 0.7, false},
                           {Column::Kind::text, "Evidence", 1.9, false}},
                          titles[kind]);
        for (std::size_t i = 0; i < paths.size() && i < mostRows; ++i) {
            if (writer.stopped())
                return;
            const Path& path = *paths[i];
            writer.row({cell::text(wayText(content, path)), cell::text(path.authenticatedAt),
                        cell::text(layersText(content, path.stops)),
                        cell::number(static_cast<std::size_t>(std::max(0, path.steps))),
                        cell::code(content.at(proofOfPath(path)))});
        }
        writer.endTable();
        if (paths.size() > mostRows)
            writer.paragraph("The " + withThousands(mostRows) + " weakest of " + withThousands(paths.size()) +
                                 "; all of them are in the JSON and CSV output of `paths`.",
                             Tone::small);
    }
    hopByHop(content, writer, content.paths);
}

} // namespace bartizan::report
