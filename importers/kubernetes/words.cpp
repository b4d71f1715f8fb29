// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kubernetes/words.h"

#include <algorithm>

namespace bartizan::importers {

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        c = lower(c);
    return result;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool equalsIgnoringCase(std::string_view a, std::string_view lowerCase)
{
    return a.size() == lowerCase.size() &&
           std::equal(a.begin(), a.end(), lowerCase.begin(), [](char x, char y) { return lower(x) == y; });
}

bool containsIgnoringCase(std::string_view text, std::string_view lowerCase)
{
    return std::search(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(),
                       [](char x, char y) { return lower(x) == y; }) != text.end();
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool isNumber(std::string_view text)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    const std::size_t dot = text.find('.');
    return allDigits(text.substr(0, dot)) && (dot == std::string_view::npos || allDigits(text.substr(dot + 1)));
}

std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words;
    std::string word;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (!isAlnum(c)) {
            if (!word.empty())
                words.push_back(std::move(word));
            word.clear();
            continue;
        }
        const bool afterLower = i > 0 && isLower(name[i - 1]);
        const bool beforeLower = i + 1 < name.size() && isLower(name[i + 1]);
        const bool afterUpper = i > 0 && isUpper(name[i - 1]);
        if (isUpper(c) && !word.empty() && (afterLower || (afterUpper && beforeLower))) { // dbPassword, APIKey
            words.push_back(std::move(word));
            word.clear();
        }
        word += lower(c);
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

} // namespace bartizan::importers
