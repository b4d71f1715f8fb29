// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/text/pen.h"

#include "report/facts.h"
#include "report/json/writer.h"

#include <algorithm>
#include <cstdio>

namespace bartizan::report {

namespace {

const char* codeOf(Ink ink)
{
    switch (ink) {
    case Ink::plain:
        return "";
    case Ink::bold:
        return "\x1b[1m";
    case Ink::dim:
        return "\x1b[2m";
    case Ink::present:
        return "\x1b[36m";
    case Ink::partial:
        return "\x1b[33m";
    case Ink::missing:
        return "\x1b[31m";
    case Ink::unknown:
        return "\x1b[35m";
    }
    return "";
}

std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> list;
    std::string word;
    for (const char c : text) {
        if (c == ' ' || c == '\n') {
            if (!word.empty())
                list.push_back(std::move(word));
            word.clear();
        } else {
            word += c;
        }
    }
    if (!word.empty())
        list.push_back(std::move(word));
    return list;
}

// Words longer than the width are cut at code points, so that no line runs over the edge.
std::vector<std::string> wrapped(std::string_view text, int width)
{
    width = std::max(width, 10);
    std::vector<std::string> lines;
    std::string line;
    int used = 0;
    for (std::string word : words(text)) {
        int length = columnsOf(word);
        if (used > 0 && used + 1 + length > width) {
            lines.push_back(std::move(line));
            line.clear();
            used = 0;
        }
        while (length > width && word.find('\x1b') == std::string::npos) {
            std::size_t cut = 0;
            for (int n = 0; cut < word.size() && n < width; ++n) {
                ++cut;
                while (cut < word.size() && (static_cast<unsigned char>(word[cut]) & 0xC0) == 0x80)
                    ++cut;
            }
            lines.push_back(word.substr(0, cut));
            word.erase(0, cut);
            length = columnsOf(word);
        }
        if (used > 0) {
            line += ' ';
            ++used;
        }
        line += word;
        used += length;
    }
    if (!line.empty() || lines.empty())
        lines.push_back(std::move(line));
    return lines;
}

std::string spaces(int count)
{
    return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

} // namespace

Ink inkOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::present:
        return Ink::present;
    case Verdict::partial:
        return Ink::partial;
    case Verdict::missing:
        return Ink::missing;
    case Verdict::unknown:
        return Ink::unknown;
    case Verdict::notApplicable:
        return Ink::dim;
    }
    return Ink::plain;
}

Ink inkOf(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::critical:
    case FindingSeverity::high:
        return Ink::missing;
    case FindingSeverity::medium:
        return Ink::partial;
    case FindingSeverity::low:
    case FindingSeverity::info:
        return Ink::dim;
    }
    return Ink::plain;
}

std::string TextPen::paint(std::string_view text, Ink ink) const
{
    if (!m_colour || ink == Ink::plain)
        return std::string(text);
    return codeOf(ink) + std::string(text) + "\x1b[0m";
}

void TextPen::heading(std::string_view text)
{
    if (!m_text.empty())
        m_text += '\n';
    m_text += paint(text, Ink::bold) + "\n";
}

void TextPen::paragraph(std::string_view text, int indent, int hanging)
{
    bool first = true;
    for (const std::string& part : wrapped(text, m_width - indent - hanging)) {
        m_text += spaces(first ? indent : indent + hanging) + part + "\n";
        first = false;
    }
}

void TextPen::item(std::string_view term, std::string_view text, int indent, int column, Ink ink)
{
    const std::vector<std::string> lines = wrapped(text, m_width - column);
    std::string head = spaces(indent) + paint(term, ink);
    const int used = indent + columnsOf(term);
    if (used + 1 > column) {
        m_text += head + "\n";
        head = spaces(column);
    } else {
        head += spaces(column - used);
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        m_text += (i == 0 ? head : spaces(column)) + lines[i] + "\n";
}

void TextPen::table(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows, int indent)
{
    std::vector<int> widths;
    for (const std::string& cell : head)
        widths.push_back(columnsOf(cell));
    for (const auto& row : rows)
        for (std::size_t i = 0; i + 1 < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], columnsOf(row[i]));
    // Columns but the last share at most 70 % of the width; longer cells are cut in the middle, never the numbers' side.
    const int room = (m_width - indent) * 7 / 10;
    int sum = 0;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i)
        sum += widths[i] + 2;
    while (sum > room) {
        auto widest = std::max_element(widths.begin(), widths.end() - 1);
        if (*widest <= 12)
            break;
        --*widest;
        --sum;
    }
    const auto fit = [](const std::string& cell, int width) {
        if (columnsOf(cell) <= width || cell.find('\x1b') != std::string::npos)
            return cell;
        std::vector<std::string> points;
        for (std::size_t i = 0; i < cell.size();) {
            std::size_t next = i + 1;
            while (next < cell.size() && (static_cast<unsigned char>(cell[next]) & 0xC0) == 0x80)
                ++next;
            points.push_back(cell.substr(i, next - i));
            i = next;
        }
        const std::size_t keep = static_cast<std::size_t>(width - 1);
        std::string cut;
        for (std::size_t i = 0; i < (keep + 1) / 2; ++i)
            cut += points[i];
        cut += "…";
        for (std::size_t i = points.size() - keep / 2; i < points.size(); ++i)
            cut += points[i];
        return cut;
    };
    const auto write = [&](const std::vector<std::string>& row, Ink ink) {
        std::string line = spaces(indent);
        int used = indent;
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            const std::string cell = fit(row[i], widths[i]);
            line += paint(cell, ink) + spaces(widths[i] + 2 - columnsOf(cell));
            used += widths[i] + 2;
        }
        const std::vector<std::string> last = wrapped(row.back(), m_width - used);
        for (std::size_t i = 0; i < last.size(); ++i)
            m_text += (i == 0 ? line : spaces(used)) + paint(last[i], ink) + "\n";
    };
    write(head, Ink::dim);
    for (const auto& row : rows)
        write(row, Ink::plain);
}

std::string visible(std::string_view text)
{
    const std::string valid = toValidUtf8(text);
    std::string out;
    for (std::size_t i = 0; i < valid.size();) {
        const unsigned char c = static_cast<unsigned char>(valid[i]);
        std::size_t length = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        length = std::min(length, valid.size() - i);
        char32_t point = c < 0x80 ? c : c & (0xFFu >> (length + 1));
        for (std::size_t k = 1; k < length; ++k)
            point = (point << 6) | (static_cast<unsigned char>(valid[i + k]) & 0x3Fu);
        const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
        const bool invisible = (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
                               (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF || point == 0x2028 || point == 0x2029 ||
                               point == 0xAD || point == 0x61C || point == 0x180E || (point >= 0xFFF9 && point <= 0xFFFB) ||
                               (point >= 0xE0000 && point <= 0xE007F) || (point & 0xFFFE) == 0xFFFE;
        if (control || invisible) {
            char code[16];
            std::snprintf(code, sizeof code, "<U+%04X>", static_cast<unsigned>(point));
            out += code;
        } else {
            out.append(valid, i, length);
        }
        i += length;
    }
    return out;
}

int columnsOf(std::string_view text)
{
    int count = 0;
    bool escape = false;
    for (const char c : text) {
        if (c == '\x1b')
            escape = true;
        else if (escape)
            escape = c != 'm';
        else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)
            ++count;
    }
    return count;
}

std::string withThousands(std::size_t number)
{
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, 1, ',');
    return digits;
}

std::string counted(std::size_t number, const char* noun)
{
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string proofOf(const Inventory& inventory, const Finding& finding)
{
    if (finding.cause.valid())
        return where(inventory, finding.cause);
    return finding.within.empty() ? std::string() : "searched " + visible(finding.within);
}

std::string where(const Inventory& inventory, const Evidence& evidence)
{
    return visible(placeText(inventory, evidence));
}

} // namespace bartizan::report
