// SPDX-License-Identifier: GPL-3.0-or-later
// Services by layers, and the same counted by layer in numbers.
#include "report/content/sections.h"
#include "report/text/sections.h"

namespace bartizan::report {

namespace {

std::string spelled(std::size_t number)
{
    static constexpr const char* words[] = {"No",     "One",      "Two",      "Three",   "Four",   "Five",
                                            "Six",    "Seven",    "Eight",    "Nine",    "Ten",    "Eleven",
                                            "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen"};
    return number < std::size(words) ? words[number] : withThousands(number);
}

} // namespace

void writeMatrix(const Content& content, Writer& writer)
{
    const std::size_t all = content.workloads.size();
    writer.section(
        {nameOf("matrix"), spelled(all) + (all == 1 ? " service" : " services") + ", sixteen layers",
         "Tinted where the layer is required; a hollow wedge is missing but not required. At the right, of the layers that are "
         "required and apply: present, partial, missing, unknown.",
         false});
    std::vector<Column> columns{{Column::Kind::text, "Service", 2.6, false}};
    for (std::size_t layer = 0; layer < layerCount; ++layer)
        columns.push_back(
            {Column::Kind::mark, content.layerTitle(static_cast<Layer>(layer)), 1,
             layer > 0 && diagram::familyOf(static_cast<int>(layer)) != diagram::familyOf(static_cast<int>(layer) - 1)});
    columns.push_back({Column::Kind::text, "Required", 1, false});
    writer.beginTable(columns, "Services and layers");
    std::string group;
    for (const WorkloadId id : content.workloads) {
        if (writer.stopped())
            return;
        const Workload& workload = content.workload(id);
        const std::string heading =
            (workload.cluster.empty() ? "" : workload.cluster + " · ") + workload.ns + (workload.platform ? " (platform)" : "");
        if (heading != group)
            writer.tableGroup(heading);
        group = heading;
        const WorkloadPosture& verdicts = content.verdicts(id);
        std::vector<Cell> row{cell::text(workload.name, content.anchorOf(id))};
        for (std::size_t layer = 0; layer < layerCount; ++layer)
            row.push_back(cell::mark(verdicts.layers[layer].verdict, verdicts.required[layer],
                                     verdicts.layers[layer].verdict == Verdict::missing &&
                                         content.accepted(id, static_cast<Layer>(layer))));
        row.push_back(cell::counts(verdicts.counts));
        writer.row(row);
    }
    writer.endTable();

    writer.heading("Counted by layer");
    writer.beginTable({{Column::Kind::text, "Layer", 3, false},
                       {Column::Kind::number, "Present", 1, false},
                       {Column::Kind::number, "Partial", 1, false},
                       {Column::Kind::number, "Missing", 1, false},
                       {Column::Kind::number, "Unknown", 1, false},
                       {Column::Kind::number, "Not applicable", 1.3, false},
                       {Column::Kind::number, "Required of", 1.2, false}},
                      "Verdicts counted by layer");
    for (std::size_t layer = 0; layer < layerCount; ++layer) {
        std::array<std::size_t, 5> of{};
        std::size_t required = 0;
        for (const WorkloadId id : content.workloads) {
            const WorkloadPosture& verdicts = content.verdicts(id);
            ++of[static_cast<std::size_t>(verdicts.layers[layer].verdict)];
            required += verdicts.required[layer] ? 1 : 0;
        }
        writer.row({cell::strong(content.layerTitle(static_cast<Layer>(layer))), cell::number(of[0]), cell::number(of[1]),
                    cell::number(of[2]), cell::number(of[3]), cell::number(of[4]), cell::number(required)});
    }
    writer.endTable();
}

} // namespace bartizan::report
