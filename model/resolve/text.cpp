// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/text.h"

#include "model/ascii.h"

#include <algorithm>

namespace bartizan::resolving {
namespace {

// Does a new word begin at `at`, inside a run of letters and digits?
bool beginsWord(std::string_view text, std::size_t at)
{
    const char before = text[at - 1];
    const char here = text[at];
    if (isDigit(before) != isDigit(here))
        return true;
    if (isLower(before) && isUpper(here))
        return true;
    return isUpper(before) && isUpper(here) && at + 1 < text.size() && isLower(text[at + 1]);
}

} // namespace

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        if (isUpper(c))
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::vector<std::string> words(std::string_view name)
{
    std::vector<std::string> result;
    std::size_t start = 0;
    const auto close = [&](std::size_t end) {
        if (end > start)
            result.push_back(lowered(name.substr(start, end - start)));
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (!isAlnum(name[i])) {
            close(i);
            start = i + 1;
        } else if (i > start && beginsWord(name, i)) {
            close(i);
            start = i;
        }
    }
    close(name.size());
    return result;
}

bool globMatches(std::string_view pattern, std::string_view text)
{
    std::size_t p = 0, t = 0;
    std::size_t star = std::string_view::npos, resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool anyGlobMatches(const std::vector<std::string>& patterns, std::string_view text)
{
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) { return globMatches(pattern, text); });
}

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > limit)
        return limit + 1;
    std::vector<std::size_t> row(a.size() + 1);
    for (std::size_t i = 0; i <= a.size(); ++i)
        row[i] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
        std::size_t diagonal = row[0];
        row[0] = j;
        std::size_t least = row[0];
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[i];
            row[i] = std::min({row[i] + 1, row[i - 1] + 1, change});
            least = std::min(least, row[i]);
        }
        if (least > limit)
            return limit + 1;
    }
    return std::min(row.back(), limit + 1);
}

bool isDnsLabel(std::string_view text)
{
    if (text.empty() || text.size() > 63 || text.front() == '-' || text.back() == '-')
        return false;
    bool letter = false;
    for (const char c : text) {
        if (!isLower(c) && !isDigit(c) && c != '-')
            return false;
        letter = letter || isLower(c);
    }
    return letter;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator, start)) {
        parts.push_back(text.substr(start, at - start));
        start = at + 1;
    }
    parts.push_back(text.substr(start));
    return parts;
}

} // namespace bartizan::resolving
