// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/review_pen.h"

#include "importers/document/utf8.h"

#include <algorithm>

namespace bartizan::app {
namespace {

constexpr std::size_t longestKey = 1000; // YAML 1.2, 8.2.2: a longer one needs a '?' in front

// YAML 1.2, 7.3.3, for a value of one line in block context; what a reader takes for null or a marker is not plain.
bool isPlain(std::string_view text)
{
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL" || text.starts_with("---") ||
        text.starts_with("...") || text.back() == ' ' || text.back() == ':')
        return false;
    constexpr std::string_view indicators = " ,[]{}#&*!|>'\"%@`";
    constexpr std::string_view beforeAnother = "-?:"; // indicators when a blank or nothing follows
    if (indicators.find(text.front()) != std::string_view::npos ||
        (beforeAnother.find(text.front()) != std::string_view::npos && (text.size() == 1 || text[1] == ' ')))
        return false;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if (byte < 0x20 || byte == 0x7f || byte == '&' || (byte == ':' && text[at + 1] == ' ') ||
                (byte == '#' && text[at - 1] == ' '))
                return false;
            ++at;
            continue;
        }
        const Utf8Point point = decodeUtf8(text, at);
        if (point.length == 0 || point.point < 0xa0 || point.point == 0xfeff)
            return false;
        at += point.length;
    }
    return true;
}

void appendEscape(std::string& out, char kind, std::uint32_t point, int digits)
{
    out += '\\';
    out += kind;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        out += "0123456789abcdef"[(point >> shift) & 0xf];
}

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Point found = decodeUtf8(text, at);
        const std::uint32_t point = found.length == 0 ? 0xfffd : found.point;
        at += std::max<std::size_t>(found.length, 1);
        constexpr std::string_view named = "\"\\\n\t\r\b\f", names = "\"\\ntrbf";
        const std::size_t name = point < 0x80 ? named.find(static_cast<char>(point)) : std::string_view::npos;
        if (name != std::string_view::npos)
            (out += '\\') += names[name];
        else if (point < 0x20 || (point >= 0x7f && point <= 0xa0))
            appendEscape(out, 'x', point, 2);
        else if (point == 0xfeff)
            appendEscape(out, 'u', point, 4);
        else
            appendUtf8(out, point);
    }
    return out += '"';
}

std::string asWord(std::string_view word)
{
    return isPlain(word) ? std::string(word) : quoted(word);
}

} // namespace

void ReviewPen::startRow()
{
    Level& level = m_levels.back();
    const std::string indent(static_cast<std::size_t>(level.indent), ' ');
    bool fresh = true; // at the start of a line
    if (level.empty) {
        if (level.afterKey)
            m_text += '\n';
        else
            fresh = m_levels.size() == 1; // else behind the dash
        level.empty = false;
    }
    for (std::size_t at = 0; at < m_comment.size();) {
        const std::size_t end = m_comment.find('\n', at) + 1;
        m_text += indent + m_comment.substr(at, end - at);
        at = end;
    }
    m_comment.clear();
    if (fresh)
        m_text += indent;
}

void ReviewPen::key(std::string_view key)
{
    startRow();
    const std::string written = asWord(key);
    if (written.size() > longestKey)
        m_text += "? " + written + '\n' + std::string(static_cast<std::size_t>(m_levels.back().indent), ' ') + ':';
    else
        m_text += written + ':';
    m_afterKey = true;
}

void ReviewPen::item()
{
    startRow();
    m_text += "- ";
    m_afterKey = false;
}

void ReviewPen::value(std::string_view written)
{
    if (m_afterKey)
        m_text += ' ';
    (m_text += written) += '\n';
}

void ReviewPen::word(std::string_view word)
{
    value(asWord(word));
}

void ReviewPen::prose(std::string_view text)
{
    value(quoted(text));
}

void ReviewPen::null()
{
    value("~");
}

void ReviewPen::close()
{
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (!level.empty)
        return;
    m_afterKey = level.afterKey;
    value(level.list ? "[]" : "{}");
}

} // namespace bartizan::app
