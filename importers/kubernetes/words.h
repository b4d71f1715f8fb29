// SPDX-License-Identifier: GPL-3.0-or-later
// Small text helpers of the value classifier, beyond model/ascii.h; ASCII only like that.
#pragma once

#include "model/ascii.h"

#include <string>
#include <string_view>
#include <vector>

namespace bartizan::importers {

std::string lowered(std::string_view text);
std::string_view trimmed(std::string_view text); // blanks and line ends at both sides
bool equalsIgnoringCase(std::string_view a, std::string_view lowerCase);
bool containsIgnoringCase(std::string_view text, std::string_view lowerCase);
bool isNumber(std::string_view text);  // -12, 3.5
bool allDigits(std::string_view text); // false when empty

// DB_PASSWORD, dbPassword, db.password -> {"db", "password"}, lower-case. Digits stay with the letters before them.
std::vector<std::string> wordsOf(std::string_view name);

} // namespace bartizan::importers
