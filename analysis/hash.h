// SPDX-License-Identifier: GPL-3.0-or-later
// FNV-1a for ids that people see: short, the same everywhere, no protection against someone who looks for collisions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bartizan::analysis {

inline std::uint64_t hash(std::string_view text)
{
    std::uint64_t value = 14695981039346656037ULL;
    for (const char c : text) {
        value ^= static_cast<unsigned char>(c);
        value *= 1099511628211ULL;
    }
    return value;
}

inline std::string hexDigits(std::uint64_t value, int digits) // the lowest ones
{
    std::string result(static_cast<std::size_t>(digits), '0');
    for (int i = 0; i < digits; ++i)
        result[static_cast<std::size_t>(i)] = "0123456789abcdef"[(value >> (4 * (digits - 1 - i))) & 15];
    return result;
}

inline std::string hash8(std::string_view text) // folded
{
    const std::uint64_t value = hash(text);
    return hexDigits(value ^ (value >> 32), 8);
}
inline std::string hash16(std::string_view text)
{
    return hexDigits(hash(text), 16);
}

} // namespace bartizan::analysis
