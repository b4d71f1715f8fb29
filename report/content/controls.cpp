// SPDX-License-Identifier: GPL-3.0-or-later
// The controls that findings support evidence for, by edition: ids are used again with other meanings in other editions.
#include "report/content/sections.h"
#include "report/facts.h"
#include "report/text/pen.h"

#include <map>

namespace bartizan::report {

void writeControls(const Content& content, Writer& writer)
{
    struct Use {
        std::size_t findings = 0;
        const Finding* worst = nullptr;
    };
    std::map<std::string, Use> used;
    for (const Finding* finding : content.findings) // most serious first
        for (const std::string& control : finding->controls) {
            Use& use = used[control];
            ++use.findings;
            if (!use.worst)
                use.worst = finding;
        }
    writer.section(
        {nameOf("controls"), "Controls that findings support evidence for",
         "Ids and short titles by edition. A finding supports evidence for a control; whether a control is met is for an auditor "
         "to say. Controls without a finding are not listed, and nothing is said of them.",
         false});
    if (used.empty())
        return writer.paragraph("No finding names a control.");
    writer.beginTable({{Column::Kind::text, "Control", 1.2, false},
                       {Column::Kind::text, "Title", 3.2, false},
                       {Column::Kind::number, "Findings", 0.9, false},
                       {Column::Kind::text, "Most serious", 4.4, false}},
                      "Controls by edition");
    std::string edition;
    for (const ControlText& control : content.catalogue.controls) {
        const auto found = used.find(control.id);
        if (found == used.end())
            continue;
        if (control.edition != edition)
            writer.tableGroup(control.edition);
        edition = control.edition;
        writer.row({cell::strong(control.shortId), cell::text(control.title), cell::number(found->second.findings),
                    cell::text(content.titleOf(*found->second.worst), content.anchorOf(*found->second.worst))});
    }
    writer.endTable();
}

} // namespace bartizan::report
