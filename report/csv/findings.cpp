// SPDX-License-Identifier: GPL-3.0-or-later
// `assess --format csv`: one row a finding, most serious first.
#include "report/csv/writer.h"
#include "report/exports.h"
#include "report/facts.h"

#include <algorithm>

namespace bartizan::report {

Result<std::string> assessCsv(const ReportInput& input)
{
    const Inventory& inventory = input.model.inventory;
    CsvPen pen({"id",
                "severity",
                "rule",
                "layer",
                "title",
                "reason",
                "subjects",
                "subject count",
                "owners",
                "status",
                "decision reason",
                "decision owner",
                "decision expires",
                "if sensitivity",
                "undecided",
                "fix",
                "controls",
                "source",
                "file",
                "line",
                "last line",
                "evidence",
                "searched",
                "nearest miss",
                "platform"});
    for (const Finding& finding : input.posture->findings) {
        const Decision* decision = decisionOf(input, finding);
        std::vector<std::string> misses;
        for (const NearMiss& miss : finding.nearMisses)
            misses.push_back(miss.sentence);
        const std::vector<const Evidence*> places = placesOf(finding);
        const Evidence none;
        const Evidence& first = places.empty() ? none : *places.front();
        pen.text(finding.id).text(severityWord(finding.severity)).text(finding.rule).text(finding.layer).text(finding.title);
        pen.text(finding.reason).texts(finding.subjects).number(finding.subjects.size());
        pen.texts(ownersOf(input.model.architecture, finding)).text(finding.status);
        pen.text(finding.state == FindingState::reopened ? finding.statusReason : decision ? decision->reason : std::string());
        pen.text(decision ? decision->owner : std::string()).text(decision ? decision->expires : std::string());
        pen.text(finding.ifSensitivity ? finding.ifLevel : std::string()).text(finding.undecided ? "yes" : "no");
        pen.text(finding.fix).texts(finding.controls).text(sourceName(inventory, first));
        pen.text(first.valid() ? inventory.files[first.file.pos()].path : std::string());
        if (first.line > 0)
            pen.number(first.line).number(std::max(first.line, first.lastLine));
        else
            pen.text("").text("");
        pen.text(first.text()).text(finding.within).texts(misses).text(finding.platform ? "yes" : "no");
        pen.endRow();
    }
    return pen.finish();
}

} // namespace bartizan::report
