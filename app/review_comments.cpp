// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/review_comments.h"

#include <algorithm>

namespace bartizan::app {

ReviewComments::ReviewComments(std::string_view text) : m_text(text)
{
    for (std::size_t at = 0; at < text.size();) {
        m_starts.push_back(at);
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::size_t first = text.find_first_not_of(' ', at);
        if (first < end && text[first] == '#') {
            std::string_view line = text.substr(first, end - first);
            if (line.back() == '\r')
                line.remove_suffix(1);
            m_lines.emplace(static_cast<std::uint32_t>(m_starts.size()), line);
        }
        at = end + 1;
    }
}

void ReviewComments::exclude(std::size_t from, std::size_t to)
{
    const auto lineOf = [&](std::size_t at) {
        return static_cast<std::uint32_t>(std::upper_bound(m_starts.begin(), m_starts.end(), at) - m_starts.begin());
    };
    const std::uint32_t first = lineOf(from), last = lineOf(to);
    m_lines.erase(m_lines.upper_bound(first), m_lines.upper_bound(last));
}

std::size_t ReviewComments::indentOf(std::uint32_t line) const
{
    const std::size_t start = m_starts[line - 1];
    return std::min(m_text.find_first_not_of(' ', start), m_text.size()) - start;
}

std::string ReviewComments::above(std::uint32_t line)
{
    if (line == 0 || line > m_starts.size())
        return {};
    const std::size_t most = indentOf(line);
    auto first = m_lines.lower_bound(line), last = first;
    for (std::uint32_t next = line; first != m_lines.begin(); --next) {
        const auto before = std::prev(first);
        if (before->first != next - 1 || indentOf(before->first) > most)
            break;
        first = before;
    }
    std::string comment;
    for (auto at = first; at != last; ++at)
        comment.append(at->second) += '\n';
    m_lines.erase(first, last);
    return comment;
}

void ReviewComments::attach(ReviewNode& root)
{
    const std::uint32_t start = root.keyLines.empty() ? root.line : root.keyLines.front();
    std::string top;
    while (!m_lines.empty() && m_lines.begin()->first < start) {
        top.append(m_lines.begin()->second) += '\n';
        m_lines.erase(m_lines.begin());
    }
    if (top.starts_with(reviewHead))
        top.erase(0, reviewHead.size());
    root.comment = std::move(top);
    for (std::size_t s = 0; s < root.items.size() && !m_lines.empty(); ++s) {
        ReviewNode& section = root.items[s];
        std::uint32_t last = root.keyLines[s];
        for (std::size_t i = 0; i < section.items.size(); ++i) {
            const std::uint32_t line = section.keyLines.empty() ? section.items[i].line : section.keyLines[i];
            if (line > last)
                section.items[i].comment = above(line);
            last = line;
        }
    }
}

} // namespace bartizan::app
