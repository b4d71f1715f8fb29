// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/text/review.h"

namespace bartizan::report {

void reviewSection(TextPen& pen, const ReportInput& input)
{
    const Posture& posture = *input.posture;
    const ReviewStanding& review = posture.review;
    std::vector<const Finding*> reopened;
    for (const Finding& finding : posture.findings)
        if (finding.state == FindingState::reopened)
            reopened.push_back(&finding);
    if (reopened.empty() && review.expired.empty() && review.expiringSoon.empty() && review.orphaned.empty() &&
        review.unused.empty())
        return;
    pen.heading("The review");
    for (const Finding* finding : reopened)
        pen.item("reopened", visible(finding->title) + ": " + visible(finding->statusReason), 2, 16, Ink::missing);
    const auto list = [&](const char* word, const std::vector<ReviewRow>& rows, Ink ink) {
        for (const ReviewRow& row : rows)
            pen.item(word,
                     std::string(toWord(row.kind)) + " " + visible(row.id) +
                         (row.title.empty() ? "" : " (" + visible(row.title) + ")") + ": " + visible(row.reason) +
                         (row.owner.empty() ? "" : "; owner " + visible(row.owner)),
                     2, 16, ink);
    };
    list("expired", review.expired, Ink::missing);
    list("expires soon", review.expiringSoon, Ink::partial);
    list("orphaned", review.orphaned, Ink::plain);
    list("unused", review.unused, Ink::plain);
}

} // namespace bartizan::report
