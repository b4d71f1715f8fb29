// SPDX-License-Identifier: GPL-3.0-or-later
// Text from input in GitHub and GitLab flavoured Markdown, so that nothing of it is interpreted. Only words of plain
// letters stay text; everything else stands in code spans, where neither flavour looks for markup, HTML, links, mentions,
// issue numbers, commit ids or emoji (a backslash would not stop a mention). A pipe stands outside of them as a character
// reference, so that it never ends a table's cell. No line of an output begins with text from input.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bartizan::report {

std::string markdown(std::string_view text);                     // a sentence: inline, also in a table's cell or a heading
std::string markdownCode(std::string_view text);                 // a name, an id, a line of a file: all of it in code
std::string markdownList(const std::vector<std::string>& names); // markdownCode() of each, with commas
// "| a | b |" with its line end; cells are Markdown already.
std::string markdownRow(const std::vector<std::string>& cells);
std::string markdownHead(const std::vector<std::string>& cells); // with the line that makes it a table

} // namespace bartizan::report
