// SPDX-License-Identifier: GPL-3.0-or-later
// `diff`: what a later state of a system made worse, better, or other, and what cannot be compared. Scope, problems and
// sources are the later state's; `earlier` says what it is compared with. A change's `cause` is a line of the state that
// `causeIn` names.
#include "report/exports.h"
#include "report/json/common.h"

namespace bartizan::report {

namespace {

void writeChange(JsonPen& pen, const ReportInput& input, const Change& change)
{
    const bool told = change.sense != ChangeSense::incomparable;
    pen.open();
    pen.member("subject", change.subject);
    pen.member("aspect", changeAspectWord(change.aspect));
    pen.member("change", changePresenceWord(change.presence));
    if (!change.layer.empty())
        pen.member("layer", change.layer);
    if (change.aspect == ChangeAspect::path)
        pen.member("path", change.subject);
    pen.member("title", change.title);
    pen.member("before", change.before);
    pen.member("after", change.after);
    if (change.aspect == ChangeAspect::finding) {
        pen.member("severity", severityWord(change.severityAfter));
        pen.member("severityBefore", severityWord(change.severityBefore));
    }
    if (!told)
        pen.member("what", change.subject + (change.layer.empty() ? "" : " " + change.layer));
    pen.member("reason", change.reason);
    pen.texts("services", change.services);
    pen.member("causeIn", change.evidenceBefore ? "earlier" : "later");
    writeOneOrNone(pen, change.evidenceBefore ? input.earlier->inventory : input.model.inventory, change.evidence, "cause");
    pen.close();
}

} // namespace

Result<std::string> diffJson(const ReportInput& input)
{
    JsonPen pen;
    openOutput(pen, input, "diff");
    writeSources(pen, input.model.inventory);
    pen.key("earlier").open();
    writeSources(pen, input.earlier->inventory);
    pen.member("scopeMode", input.earlier->inventory.scope.mode);
    pen.member("services", input.earlierPosture->workloads.size());
    pen.member("findings", input.earlierPosture->findings.size());
    pen.list("problems", input.earlier->inventory.problems,
             [&](const Problem& problem) { writeProblem(pen, input.earlier->inventory, problem); });
    pen.close();
    const DifferenceCounts& counts = input.difference->counts;
    pen.key("counts").open();
    pen.member("services", counts.servicesAfter);
    pen.member("findings", input.posture->findings.size());
    pen.member("worseServices", counts.worseServices);
    pen.member("betterServices", counts.betterServices);
    pen.member("newServices", counts.newServices);
    pen.member("goneServices", counts.goneServices);
    pen.member("newFindings", counts.newFindings);
    pen.member("goneFindings", counts.goneFindings);
    pen.close();
    for (const ChangeSense sense : {ChangeSense::worse, ChangeSense::better, ChangeSense::changed, ChangeSense::incomparable}) {
        pen.key(changeSenseWord(sense)).openList();
        for (const Change& change : input.difference->changes)
            if (change.sense == sense)
                writeChange(pen, input, change);
        pen.closeList();
    }
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
