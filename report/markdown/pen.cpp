// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markdown/pen.h"

#include "model/ascii.h"
#include "report/text/pen.h"

#include <algorithm>

namespace bartizan::report {

namespace {

// Letters, or a number, with what a sentence puts around a word. Long words of a to f only may be commit ids.
bool isPlain(std::string_view word)
{
    if (!word.empty() && word.front() == '(')
        word.remove_prefix(1);
    while (!word.empty() && std::string_view(".,;:)").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    if (word.empty())
        return false;
    if (std::all_of(word.begin(), word.end(), isDigit))
        return word.size() < 7;
    bool hex = true;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool inside = i > 0 && i + 1 < word.size() && isLetter(word[i - 1]) && isLetter(word[i + 1]);
        if (!isLetter(word[i]) && !(inside && (word[i] == '-' || word[i] == '\'')))
            return false;
        hex = hex && lower(word[i]) >= 'a' && lower(word[i]) <= 'f';
    }
    return !hex || word.size() < 7;
}

// CommonMark 6.1: a run of backticks longer than any inside; one blank at either end is taken off again.
std::string span(std::string_view text)
{
    std::size_t longest = 0, run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    const bool blank = text.find_first_not_of(' ') == std::string_view::npos;
    const auto needs = [](char c) { return c == ' ' || c == '`'; };
    const bool pad = !blank && (needs(text.front()) || needs(text.back()));
    return fence + (pad ? " " : "") + std::string(text) + (pad ? " " : "") + fence;
}

std::string code(std::string_view text) // already visible
{
    std::string out;
    while (!text.empty()) {
        const std::size_t pipe = text.find('|');
        if (pipe > 0)
            out += span(text.substr(0, pipe));
        if (pipe == std::string_view::npos)
            break;
        out += "&#124;";
        text.remove_prefix(pipe + 1);
    }
    return out;
}

} // namespace

std::string markdown(std::string_view text)
{
    const std::string valid = visible(text);
    std::string out, strange;
    const auto flush = [&] {
        if (strange.empty())
            return;
        // The stop of a sentence is not part of the name before it.
        const bool stop = strange.size() > 1 && std::string_view(".,;:").find(strange.back()) != std::string_view::npos;
        const std::string end = stop ? strange.substr(strange.size() - 1) : std::string();
        out += (out.empty() ? "" : " ") + code(strange.substr(0, strange.size() - end.size())) + end;
        strange.clear();
    };
    for (std::size_t at = 0; at < valid.size();) {
        const std::size_t end = std::min(valid.find(' ', at), valid.size());
        const std::string_view word = std::string_view(valid).substr(at, end - at);
        at = end + 1;
        if (word.empty())
            continue;
        if (isPlain(word)) {
            flush();
            out += (out.empty() ? "" : " ") + std::string(word);
        } else {
            strange += (strange.empty() ? "" : " ") + std::string(word);
        }
    }
    flush();
    return out;
}

std::string markdownCode(std::string_view text)
{
    return code(visible(text));
}

std::string markdownList(const std::vector<std::string>& names)
{
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? "" : ", ") + markdownCode(name);
    return out;
}

std::string markdownRow(const std::vector<std::string>& cells)
{
    std::string line = "|";
    for (const std::string& cell : cells)
        line += " " + cell + " |";
    return line + "\n";
}

std::string markdownHead(const std::vector<std::string>& cells)
{
    return markdownRow(cells) + markdownRow(std::vector<std::string>(cells.size(), "---"));
}

} // namespace bartizan::report
