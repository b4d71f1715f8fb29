// SPDX-License-Identifier: GPL-3.0-or-later
// `assess` as text, in the order of the first screen: scope, ways in, causes, what cannot be told, the rest.
#include "report/exports.h"
#include "report/text/review.h"
#include "report/text/sections.h"
#include "report/text/summary.h"

namespace bartizan::report {

Result<std::string> assessText(const ReportInput& input)
{
    if (input.summaryOnly)
        return summaryText(input);
    TextPen pen(input);
    const Posture& posture = *input.posture;
    if (!posture.sentence.empty()) {
        pen.paragraph(pen.paint(visible(posture.sentence), Ink::bold));
        pen.line();
    }
    scopeSection(pen, input);
    waysInSection(pen, input);
    baselineSection(pen, input);
    findingsSection(pen, input, static_cast<std::size_t>(-1), true);
    unknownSection(pen, input, static_cast<std::size_t>(-1));
    reviewSection(pen, input);
    layerCountsSection(pen, input);
    assumptionsSection(pen, input);
    problemsSection(pen, input);
    pen.line();
    std::string notExamined;
    for (const std::string& item : input.catalogue.notExamined)
        notExamined += (notExamined.empty() ? "" : ", ") + item;
    pen.paragraph(pen.paint("Not examined: " + notExamined + ".", Ink::dim));
    return pen.finish();
}

} // namespace bartizan::report
