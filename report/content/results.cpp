// SPDX-License-Identifier: GPL-3.0-or-later
// The first page of results, in the order of the first screen: the sentence, ways in, causes, what nobody can tell,
// what changed since last time, and then the charts.
#include "report/content/figures.h"
#include "report/content/sections.h"
#include "report/content/since.h"
#include "report/facts.h"
#include "report/text/sections.h"

#include <algorithm>

namespace bartizan::report {

namespace {

constexpr std::size_t mostWays = 6;
constexpr std::size_t mostCauses = 7;
constexpr std::size_t mostInputs = 4;

std::string confirmedSentence(const Content& content)
{
    return "Sensitivity confirmed for " + withThousands(content.services.confirmed) + " of " +
           counted(content.services.all, "service") + "; the rest is inferred or the default.";
}

// Said once, for every total of the report.
std::string countingSentence(const Content& content)
{
    const ServiceCounts& services = content.services;
    std::string text = "Counted here, on the cover and in every total: " + counted(services.all, "service") +
                       (content.ofOneOwner() ? " of this owner" : "");
    if (services.platform == 0)
        return text + "; none is a platform component.";
    if (services.onlyPlatform())
        return text + ", platform components only.";
    const std::size_t others = services.all - services.platform;
    return text + ", of which " + withThousands(services.platform) +
           (services.platform == 1 ? " is a platform component" : " are platform components") + ". " +
           (content.ofOneOwner() ? "\"Causes\" is" : "The opening sentence and \"Causes\" are") + " about the other " +
           (others == 1 ? "one" : withThousands(others)) + ".";
}

void ways(const Content& content, Writer& writer)
{
    writer.heading("Ways in");
    if (content.entries.empty())
        return writer.paragraph("No way in from outside the cluster is in the input.");
    writer.beginTable({{Column::Kind::text, "Entry", 2.6, false},
                       {Column::Kind::text, "Reach", 1, false},
                       {Column::Kind::text, "First check", 2.6, false},
                       {Column::Kind::text, "One hop behind", 2, false}},
                      "The weakest ways in");
    for (std::size_t i = 0; i < content.entries.size() && i < mostWays; ++i) {
        const Entry& entry = content.architecture.entries[content.entries[i].pos()];
        const WayIn& way = content.ways[content.entries[i].pos()];
        std::vector<std::string> names;
        std::size_t others = 0;
        for (const WorkloadId id : way.oneHop)
            if (content.mine(id))
                names.push_back(content.workload(id).name);
            else
                ++others;
        if (others > 0)
            names.push_back(counted(others, "service") + " of other owners");
        writer.row({cell::strong(entry.id, content.to("ways-in")), cell::text(toWord(entry.reach)),
                    cell::text(firstCheck(content.input, entry, way)),
                    names.empty() ? cell::dim("nothing in the input") : cell::text(ranges(names, 4))});
    }
    writer.endTable();
    if (content.entries.size() > mostWays)
        writer.paragraph("The " + std::to_string(mostWays) + " weakest of " + withThousands(content.entries.size()) +
                             " ways in; all of them stand in \"Ways in\".",
                         Tone::small);
}

void causes(const Content& content, Writer& writer)
{
    writer.heading("Causes");
    if (content.findings.empty())
        return writer.paragraph(content.nothingFound());
    std::vector<const Finding*> leading;
    for (const Finding* finding : content.findings)
        if (isLeadingCause(*finding, content.services))
            leading.push_back(finding);
    const std::size_t ofPlatform = content.findings.size() - leading.size();
    if (leading.empty())
        return writer.paragraph("Only platform components have findings: " + withThousands(ofPlatform) + ".");
    writer.beginTable({{Column::Kind::text, "Severity", 1.1, false},
                       {Column::Kind::text, "Cause", 5, false},
                       {Column::Kind::number, "Subjects", 0.9, false},
                       {Column::Kind::text, "Decision", 1.6, false}},
                      "The most serious causes");
    for (std::size_t i = 0; i < leading.size() && i < mostCauses; ++i) {
        const Finding& finding = *leading[i];
        writer.row({cell::severity(finding.severity), cell::text(content.titleOf(finding), content.anchorOf(finding)),
                    cell::number(content.subjectsOf(finding).size()), cell::dim(finding.status)});
    }
    writer.endTable();
    std::string left;
    if (leading.size() > mostCauses)
        left = "The " + std::to_string(mostCauses) + " most serious of " + counted(leading.size(), "finding") +
               ". Each is one cause, however many services it touches.";
    if (ofPlatform > 0)
        left += (left.empty() ? "" : " ") + counted(ofPlatform, "more finding") + " of platform components " +
                (ofPlatform == 1 ? "stands" : "stand") + " in \"" + nameOf("findings").name + "\".";
    if (!left.empty())
        writer.paragraph(left, Tone::small);
}

void cannotTell(const Content& content, Writer& writer)
{
    if (content.posture.unknownInputs.empty() || content.ofOneOwner())
        return;
    writer.heading("What nobody can tell yet");
    writer.beginTable({{Column::Kind::number, "Verdicts", 0.8, false},
                       {Column::Kind::text, "Input that would settle them", 3.4, false},
                       {Column::Kind::text, "Command that only reads", 4, false}},
                      "Inputs that would settle most");
    for (std::size_t i = 0; i < content.posture.unknownInputs.size() && i < mostInputs; ++i) {
        const UnknownInput& unknown = content.posture.unknownInputs[i];
        writer.row(
            {cell::number(unknown.settles), cell::text(unknown.input, content.to("unknowns")), cell::code(unknown.command)});
    }
    writer.endTable();
}

} // namespace

void writeResults(const Content& content, Writer& writer)
{
    const Posture& posture = content.posture;
    std::string title = content.ofOneOwner()        ? "What concerns the services of " + content.options.owner + "."
                        : !posture.sentence.empty() ? posture.sentence
                        : content.findings.empty()  ? content.nothingFound()
                                                    : "What is shown in the model.";
    writer.section({nameOf("results"), title,
                    content.scope() + "; as of " + posture.asOf + ". " + confirmedSentence(content) +
                        (content.ofOneOwner() && !content.leftOut().empty() ? " " + content.leftOut() : ""),
                    false});
    ways(content, writer);
    causes(content, writer);
    cannotTell(content, writer);
    writeSince(content, writer);
    writer.heading("By layer");
    writer.figure(layerBars(content));
    writer.paragraph(countingSentence(content), Tone::small);
    writer.figure(severitiesAndAges(content));
}

} // namespace bartizan::report
