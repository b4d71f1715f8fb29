// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where text becomes HTML: every string that is not written here as markup passes htmlText(), in text and in
// attribute values alike. Also what the content security policy and the style sheet need of a string.
#pragma once

#include <string>
#include <string_view>

namespace bartizan::report {

std::string htmlText(std::string_view text);  // control and bidi characters shown, & < > " ' escaped
std::string htmlCode(std::string_view line);  // the same for a line of a file, whose tabulators stay what they are
std::string cssString(std::string_view text); // with its quotes: "\26 c"; control and bidi characters shown
std::string sha256Base64(std::string_view bytes);

} // namespace bartizan::report
