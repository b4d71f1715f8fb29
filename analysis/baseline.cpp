// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/baseline.h"

#include <algorithm>
#include <set>

namespace bartizan {
namespace {

FindingSeverity severityOf(std::string_view word)
{
    for (int rank = 0; rank <= static_cast<int>(FindingSeverity::info); ++rank)
        if (word == severityWord(static_cast<FindingSeverity>(rank)))
            return static_cast<FindingSeverity>(rank);
    return FindingSeverity::medium;
}

BaselineState stateOf(const Change& change)
{
    if (change.partlyWorse)
        return change.presence == ChangePresence::added ? BaselineState::added : BaselineState::worse;
    switch (change.sense) {
    case ChangeSense::worse:
        return BaselineState::worse;
    case ChangeSense::better:
        return BaselineState::better;
    case ChangeSense::changed:
        return BaselineState::changed;
    case ChangeSense::incomparable:
        break;
    }
    return BaselineState::incomparable;
}

} // namespace

const char* baselineWord(BaselineState state)
{
    constexpr std::array<const char*, 6> words = {"unchanged", "new", "worse", "better", "changed", "incomparable"};
    return words[static_cast<std::size_t>(state)];
}

std::size_t SinceBaseline::count(BaselineState state) const
{
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [state](const BaselineRow& row) { return row.state == state; }));
}

SinceBaseline sinceBaseline(const JudgedState& before, const JudgedState& after, const Difference& difference)
{
    SinceBaseline since;
    since.asOf = before.asOf;
    since.findings = before.findings.size();
    since.rows.resize(after.findings.size());
    for (const Change& change : difference.changes) {
        if (change.aspect != ChangeAspect::finding)
            continue;
        if (change.presence == ChangePresence::gone) {
            auto& list = change.sense == ChangeSense::incomparable ? since.goneUntold : since.gone;
            list.push_back({change.subject, change.layer, change.title, change.severityBefore, change.reason});
            continue;
        }
        const bool known = change.presence == ChangePresence::both;
        std::string severity;
        if (known && change.severityBefore != change.severityAfter) {
            severity.append("severity ").append(severityWord(change.severityBefore));
            severity.append(" -> ").append(severityWord(change.severityAfter)).append(change.reason.empty() ? "" : "; ");
        }
        std::string later = change.reason;
        if (known && !later.empty()) {
            later = "subjects: " + std::to_string(change.subjectsBefore) + " -> " + std::to_string(change.subjectsAfter);
            later += change.subjectsBefore == change.subjectsAfter ? ", not the same" : "";
        }
        since.rows[change.indexAfter] = {stateOf(change), known, severity + change.reason, severity + later};
    }
    const auto byId = [](const BaselineGone& a, const BaselineGone& b) { return a.id < b.id; };
    std::stable_sort(since.gone.begin(), since.gone.end(), byId);
    std::stable_sort(since.goneUntold.begin(), since.goneUntold.end(), byId);
    return since;
}

SinceBaseline sinceBaseline(const Review& review, const Model& model, const Posture& posture)
{
    SinceBaseline since;
    since.asOf = review.asOf;
    since.findings = review.decisions.size();
    const std::string today = posture.asOf.substr(0, 10);
    std::set<std::string_view> found;
    for (const Finding& finding : posture.findings) {
        found.insert(finding.id);
        const auto row = review.decisions.find(finding.id);
        if (row == review.decisions.end()) {
            since.rows.push_back({BaselineState::added, false, "no decision about it in the baseline"});
        } else if (isExpired(row->second.expires, today)) {
            since.rows.push_back({BaselineState::worse, true, "its decision expired on " + row->second.expires});
        } else {
            std::string more = worsened(*row->second.basis, decisionBasis(model, finding));
            since.rows.push_back({more.empty() ? BaselineState::unchanged : BaselineState::worse, true, std::move(more)});
        }
    }
    for (BaselineRow& row : since.rows)
        row.laterReason = row.reason;
    for (const auto& [id, decision] : review.decisions)
        if (found.count(id) == 0)
            since.gone.push_back({id, {}, decision.basis->title, severityOf(decision.basis->severity), {}});
    return since;
}

} // namespace bartizan
