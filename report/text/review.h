// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the review that need somebody's eye, as a section of text outputs. Nothing when there are none.
#pragma once

#include "report/text/pen.h"

namespace bartizan::report {

void reviewSection(TextPen&, const ReportInput&);

} // namespace bartizan::report
