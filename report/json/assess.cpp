// SPDX-License-Identifier: GPL-3.0-or-later
// `assess`: the whole posture.
#include "report/exports.h"
#include "report/json/common.h"

#include <map>

namespace bartizan::report {

namespace {

void writeFinding(JsonPen& pen, const ReportInput& input, const Finding& finding)
{
    const Inventory& inventory = input.model.inventory;
    pen.open();
    pen.member("id", finding.id);
    pen.member("rule", finding.rule);
    pen.member("layer", finding.layer);
    pen.member("severity", severityWord(finding.severity));
    pen.member("title", finding.title);
    pen.member("reason", finding.reason);
    pen.texts("subjects", finding.subjects);
    writeOneOrNone(pen, inventory, finding.cause, "cause");
    writeEvidenceList(pen, inventory, "evidence", finding.evidence);
    writeNearMisses(pen, inventory, finding.nearMisses);
    pen.member("within", finding.within);
    pen.texts("controls", finding.controls);
    pen.member("fix", finding.fix);
    pen.texts("fixes", std::vector<std::string>());
    pen.key("ifSensitivity");
    if (finding.ifSensitivity)
        pen.text(finding.ifLevel);
    else
        pen.null();
    pen.member("status", finding.status);
    pen.member("statusReason", finding.statusReason);
    pen.close();
}

void writeReview(JsonPen& pen, const ReviewStanding& review)
{
    const auto write = [&](const char* name, const std::vector<ReviewRow>& rows) {
        pen.list(name, rows, [&](const ReviewRow& row) {
            pen.open();
            pen.member("kind", toWord(row.kind));
            pen.member("id", row.id);
            pen.member("title", row.title);
            pen.member("reason", row.reason);
            pen.member("owner", row.owner);
            pen.member("expires", row.expires);
            pen.close();
        });
    };
    pen.key("review").open();
    write("orphaned", review.orphaned);
    write("unused", review.unused);
    write("expired", review.expired);
    write("expiringSoon", review.expiringSoon);
    pen.close();
}

void writeSummary(JsonPen& pen, const Posture& posture)
{
    std::map<FindingSeverity, int> findings;
    for (const Finding& finding : posture.findings)
        ++findings[finding.severity];
    pen.key("summary").open();
    pen.member("sentence", posture.sentence);
    pen.key("findings").open();
    for (int severity = 0; severity <= static_cast<int>(FindingSeverity::info); ++severity)
        pen.member(severityWord(static_cast<FindingSeverity>(severity)), findings[static_cast<FindingSeverity>(severity)]);
    pen.close();
    pen.key("verdicts").open();
    for (std::size_t layer = 0; layer < layerCount; ++layer) {
        std::array<int, 5> counts{};
        for (const WorkloadPosture& workload : posture.workloads)
            ++counts[static_cast<std::size_t>(workload.layers[layer].verdict)];
        pen.key(layerId(static_cast<Layer>(layer))).open();
        for (std::size_t verdict = 0; verdict < counts.size(); ++verdict)
            pen.member(verdictWord(static_cast<Verdict>(verdict)), counts[verdict]);
        pen.close();
    }
    pen.close();
    pen.list("unknownInputs", posture.unknownInputs, [&](const UnknownInput& unknown) {
        pen.open();
        pen.member("input", unknown.input);
        pen.member("command", unknown.command);
        pen.member("settles", unknown.settles);
        pen.texts("subjects", unknown.subjects);
        pen.close();
    });
    pen.close();
}

} // namespace

Result<std::string> assessJson(const ReportInput& input)
{
    JsonPen pen;
    openOutput(pen, input, "assess");
    writeSources(pen, input.model.inventory);
    writeSummary(pen, *input.posture);
    writeEntriesAndRoutes(pen, input);
    writeCalls(pen, input);
    writeWorkloads(pen, input);
    writePaths(pen, input);
    pen.list("findings", input.posture->findings, [&](const Finding& finding) { writeFinding(pen, input, finding); });
    writeReview(pen, input.posture->review);
    pen.texts("notExamined", input.catalogue.notExamined);
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
