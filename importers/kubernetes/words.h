// SPDX-License-Identifier: GPL-3.0-or-later
// Small text helpers of the value classifier. ASCII only: names and addresses are ASCII, other bytes are never letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bartizan::importers {

inline bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
inline bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
inline bool isAlnum(char c)
{
    return isLower(c) || isUpper(c) || isDigit(c);
}
inline char lower(char c)
{
    return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text);
std::string_view trimmed(std::string_view text); // blanks and line ends at both sides
bool equalsIgnoringCase(std::string_view a, std::string_view lowerCase);
bool containsIgnoringCase(std::string_view text, std::string_view lowerCase);
bool isNumber(std::string_view text);  // -12, 3.5
bool allDigits(std::string_view text); // false when empty

// DB_PASSWORD, dbPassword, db.password -> {"db", "password"}, lower-case. Digits stay with the letters before them.
std::vector<std::string> wordsOf(std::string_view name);

} // namespace bartizan::importers
