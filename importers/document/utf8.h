// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bartizan {

struct Utf8Point {
    std::size_t length = 0; // bytes; 0 when it is not UTF-8
    std::uint32_t point = 0;
};

Utf8Point decodeUtf8(std::string_view text, std::size_t at);
void appendUtf8(std::string& text, std::uint32_t point);

} // namespace bartizan
