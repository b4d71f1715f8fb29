// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about single bytes and short words, for every reader of names and addresses. ASCII only and independent of
// the locale: names of Kubernetes objects, hosts and images are ASCII, other bytes are never letters.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace bartizan {

inline bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
inline bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
inline bool isLetter(char c)
{
    return isLower(c) || isUpper(c);
}
inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
inline bool isAlnum(char c)
{
    return isLetter(c) || isDigit(c);
}
inline char lower(char c)
{
    return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

template <std::size_t N>
bool oneOf(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace bartizan
