// SPDX-License-Identifier: GPL-3.0-or-later
// The findings since a baseline, as a section of text outputs.
#include "report/text/sections.h"
#include "report/text/summary.h"

namespace bartizan::report {

void baselineSection(TextPen& pen, const ReportInput& input)
{
    if (!input.since)
        return;
    const SinceBaseline& since = *input.since;
    pen.heading("Since the baseline");
    pen.paragraph(
        "Findings: " + baselineSentence(since) + "; " + std::to_string(since.count(BaselineState::unchanged)) + " as before.", 2);
    std::string what = since.kind == "output"   ? "an output of assess"
                       : since.kind == "review" ? "a review: known is what it decided"
                                                : "sources judged alike";
    if (!since.asOf.empty())
        what += ", as of " + visible(since.asOf);
    if (!since.version.empty() && since.version != programVersion)
        what += ", by version " + visible(since.version) + ": its rules may differ";
    pen.paragraph("The baseline is " + visible(since.path) + " (" + what + ").", 2);
    for (const BaselineState state :
         {BaselineState::added, BaselineState::worse, BaselineState::better, BaselineState::changed, BaselineState::incomparable})
        for (std::size_t i = 0; i < since.rows.size(); ++i) {
            if (since.rows[i].state != state)
                continue;
            const Finding& finding = input.posture->findings[i];
            const bool worse = since.newOrWorse(i);
            pen.item(state == BaselineState::incomparable ? "cannot tell" : baselineWord(state),
                     std::string(severityWord(finding.severity)) + ": " + visible(finding.title) + " (" + finding.id + ")" +
                         (since.rows[i].reason.empty() ? "" : ": " + visible(since.rows[i].reason)),
                     2, 16, worse ? Ink::missing : Ink::plain);
        }
    const auto list = [&](const char* word, const std::vector<BaselineGone>& items, Ink ink) {
        for (const BaselineGone& gone : items)
            pen.item(word,
                     std::string(severityWord(gone.severity)) + ": " + visible(gone.title) + " (" + visible(gone.id) + ")" +
                         (gone.reason.empty() ? "" : ": " + visible(gone.reason)),
                     2, 16, ink);
    };
    list("gone", since.gone, Ink::present);
    list("not found", since.goneUntold, Ink::plain);
}

} // namespace bartizan::report
