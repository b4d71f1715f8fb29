// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody can tell from the input, with what would settle it; and the assumptions that verdicts rest on.
#include "report/content/sections.h"
#include "report/text/sections.h"

#include <map>
#include <set>

namespace bartizan::report {

void writeUnknowns(const Content& content, Writer& writer)
{
    std::size_t unknown = 0, all = 0, listed = 0; // listed: that the table of inputs is about
    for (const WorkloadId id : content.workloads)
        for (std::size_t layer = 0; layer < layerCount; ++layer) {
            const LayerVerdict& verdict = content.verdicts(id).layers[layer];
            listed += verdict.verdict == Verdict::unknown && content.verdicts(id).required[layer] && !verdict.settledBy.empty();
            unknown += verdict.verdict == Verdict::unknown ? 1 : 0;
            all += verdict.verdict != Verdict::notApplicable ? 1 : 0;
        }
    writer.section({nameOf("unknowns"),
                    all == 0       ? "No service, so no verdict"
                    : unknown == 0 ? "Every verdict was decided"
                                   : withThousands(unknown) + " of " + withThousands(all) + " verdicts that apply are unknown",
                    "Unknown is neither good nor bad. Inputs that would settle most stand first; the commands only read.",
                    false});
    if (content.ofOneOwner()) {
        writer.beginTable({{Column::Kind::text, "Service", 2, false},
                           {Column::Kind::text, "Layer", 1.4, false},
                           {Column::Kind::text, "Input that would settle it", 3.4, false},
                           {Column::Kind::text, "Command", 3.6, false}},
                          "Unknown verdicts of this owner's services");
        for (const WorkloadId id : content.workloads)
            for (std::size_t layer = 0; layer < layerCount; ++layer) {
                const LayerVerdict& verdict = content.verdicts(id).layers[layer];
                if (verdict.verdict != Verdict::unknown)
                    continue;
                const SettledBy* by = verdict.settledBy.empty() ? nullptr : &verdict.settledBy.front();
                writer.row({cell::text(content.workload(id).name), cell::text(content.layerTitle(static_cast<Layer>(layer))),
                            by ? cell::text(by->input) : cell::dim(verdict.reason),
                            cell::code(by ? by->command : std::string())});
            }
        writer.endTable();
    } else if (!content.posture.unknownInputs.empty()) {
        writer.paragraph("The table is about " + withThousands(listed) + " of the " + counted(unknown, "unknown verdict") +
                         ": those of layers that are required, where an input would settle them. A verdict that "
                         "several inputs would settle is counted at each. The others stand in the matrix.");
        writer.beginTable({{Column::Kind::number, "Verdicts", 0.8, false},
                           {Column::Kind::text, "Input that would settle them", 3.2, false},
                           {Column::Kind::text, "Command that only reads", 3.8, false},
                           {Column::Kind::text, "About", 2.4, false}},
                          "Inputs that would settle unknown verdicts");
        for (const UnknownInput& input : content.posture.unknownInputs) {
            if (writer.stopped())
                return;
            std::vector<std::string> about;
            for (const std::string& subject : input.subjects)
                about.push_back(content.nameOf(subject));
            writer.row(
                {cell::number(input.settles), cell::text(input.input), cell::code(input.command), cell::text(ranges(about, 4))});
        }
        writer.endTable();
    }

    std::map<std::string, std::size_t> restsOn; // verdicts of the services that the report is about
    for (const WorkloadId id : content.workloads)
        for (const LayerVerdict& verdict : content.verdicts(id).layers)
            for (const std::string& each : std::set<std::string>(verdict.assumptions.begin(), verdict.assumptions.end()))
                ++restsOn[each];
    writer.heading("Assumptions, each counted once");
    if (restsOn.empty())
        return writer.paragraph("No verdict rests on an assumption.");
    writer.beginTable({{Column::Kind::text, "Assumption", 4, false},
                       {Column::Kind::number, "Verdicts", 0.8, false},
                       {Column::Kind::text, "Settled by", 3, false}},
                      "Assumptions");
    for (const Assumption& assumption : content.posture.assumptions)
        if (const auto found = restsOn.find(assumption.id); found != restsOn.end())
            writer.row({cell::text(assumption.sentence), cell::number(found->second), cell::text(assumption.settledBy)});
    writer.endTable();
}

} // namespace bartizan::report
