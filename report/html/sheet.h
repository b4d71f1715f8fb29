// SPDX-License-Identifier: GPL-3.0-or-later
// The style sheet and the script of the HTML report, as they stand in the file. The rules are resources/report/report.css
// and filter.js; colours come from diagram/theme.h, so that the report has those of the window and of the PDF.
#pragma once

#include <string>
#include <string_view>

namespace bartizan::report {

// The three lines that stand at the foot of each printed page.
std::string htmlStyle(std::string_view classification, std::string_view scope, std::string_view product);
std::string_view htmlScript();

constexpr int widthStep = 1; // columns are as wide as a multiple of this, in per cent: classes w1, w2, ... w100

} // namespace bartizan::report
