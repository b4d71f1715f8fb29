// SPDX-License-Identifier: GPL-3.0-or-later
// `assess`: the whole posture.
#include "report/exports.h"
#include "report/json/common.h"

#include <algorithm>
#include <map>

namespace bartizan::report {

namespace {

// The workloads that a finding is about, where its subjects are something else: ways in, routes, services.
void writeWorkloadsOf(JsonPen& pen, const ReportInput& input, const Finding& finding)
{
    std::vector<std::string> ids;
    for (const WorkloadId workload : finding.workloads)
        ids.push_back(input.model.architecture.workload(workload).id);
    std::sort(ids.begin(), ids.end());
    if (ids != finding.subjects)
        pen.texts("workloads", ids);
}

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
    writeWorkloadsOf(pen, input, finding);
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
    if (input.since) {
        const BaselineRow& row = input.since->rows[static_cast<std::size_t>(&finding - input.posture->findings.data())];
        pen.member("baselineState", baselineWord(row.state));
        pen.member("baselineReason", row.reason);
    }
    pen.close();
}

void writeBaseline(JsonPen& pen, const SinceBaseline& since)
{
    const auto write = [&pen](const char* name, const std::vector<BaselineGone>& list) {
        pen.list(name, list, [&pen](const BaselineGone& gone) {
            pen.open();
            pen.member("id", gone.id);
            pen.member("layer", gone.layer);
            pen.member("severity", severityWord(gone.severity));
            pen.member("title", gone.title);
            pen.member("reason", gone.reason);
            pen.close();
        });
    };
    pen.key("baseline").open();
    pen.member("path", since.path);
    pen.member("kind", since.kind);
    pen.member("asOf", since.asOf);
    pen.member("version", since.version);
    pen.member("findings", since.findings);
    pen.key("counts").open();
    for (const BaselineState state : {BaselineState::added, BaselineState::worse, BaselineState::better, BaselineState::changed,
                                      BaselineState::unchanged, BaselineState::incomparable})
        pen.member(baselineWord(state), since.count(state));
    pen.member("gone", since.gone.size());
    pen.close();
    write("gone", since.gone);
    write("goneUntold", since.goneUntold);
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
    if (input.since)
        writeBaseline(pen, *input.since);
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
