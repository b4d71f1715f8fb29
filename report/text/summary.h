// SPDX-License-Identifier: GPL-3.0-or-later
// `assess --summary`: the first screen in at most twenty lines, whatever the input and however wide the terminal. Each
// line but the first sentence is one line, cut where it is too long.
#pragma once

#include "report/text/pen.h"

namespace bartizan::report {

inline constexpr std::size_t summaryLines = 20;

std::string summaryText(const ReportInput&);

// "2 new or worse since baseline, 3 gone, 1 cannot be compared"; of a review "... since the review, ...".
std::string baselineSentence(const SinceBaseline&);

} // namespace bartizan::report
