// SPDX-License-Identifier: GPL-3.0-or-later
// Texts from input as evidence quotes them: one line of bounded length, so that a certificate does not become a page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bartizan {

// The first line, at most `limit` code points; "…" where something was cut.
std::string shortened(std::string_view text, std::size_t limit = 160);
void appendShortened(std::string& to, std::string_view text, std::size_t limit = 160);

} // namespace bartizan
