// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of the PDF, in the order of the first screen. Each is called twice (counting, painting) and must place
// the same things both times.
#pragma once

#include "diagram/drawing.h"
#include "report/input.h"
#include "report/pdf/flow.h"

namespace bartizan::report {

void coverPage(Flow&, const ReportInput&);
void waysInPages(Flow&, const ReportInput&);
void causesPages(Flow&, const ReportInput&);
void drawingPages(Flow&, const ReportInput&, const diagram::Drawing&);
void matrixPages(Flow&, const ReportInput&);
void pathsPages(Flow&, const ReportInput&);
void findingPages(Flow&, const ReportInput&);
void unknownPages(Flow&, const ReportInput&);
void inputPages(Flow&, const ReportInput&);

inline QString q(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
QString whereText(const Inventory&, const Evidence&);
diagram::Mark markOf(Verdict);

} // namespace bartizan::report
