// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/xml/writer.h"

#include "report/text/pen.h"

#include <cmath>

namespace bartizan::report {

std::string markupText(std::string_view text, std::string_view apostrophe)
{
    std::string out;
    for (const char c : visible(text)) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += apostrophe;
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string xmlText(std::string_view text)
{
    return markupText(text, "&apos;");
}

std::string shortNumber(double value)
{
    const long long hundredths = std::llround(value * 100);
    const long long whole = std::llabs(hundredths) / 100, rest = std::llabs(hundredths) % 100;
    std::string text = (hundredths < 0 ? "-" : "") + std::to_string(whole);
    if (rest != 0) {
        text += rest < 10 ? ".0" : ".";
        text += std::to_string(rest % 10 == 0 ? rest / 10 : rest);
    }
    return text;
}

XmlPen::XmlPen() : m_text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlPen::endHead()
{
    if (m_head)
        m_text += '>';
    m_head = false;
}

XmlPen& XmlPen::open(std::string_view name)
{
    if (m_head)
        m_text += ">\n";
    m_text += std::string(m_open.size(), ' ') + "<" + std::string(name);
    m_open.emplace_back(name);
    m_head = true;
    m_inline = false;
    return *this;
}

XmlPen& XmlPen::attribute(std::string_view name, std::string_view value)
{
    m_text += " " + std::string(name) + "=\"" + xmlText(value) + "\"";
    return *this;
}

XmlPen& XmlPen::attribute(std::string_view name, double value)
{
    return attribute(name, std::string_view(shortNumber(value)));
}

XmlPen& XmlPen::attribute(std::string_view name, std::size_t value)
{
    return attribute(name, std::string_view(std::to_string(value)));
}

XmlPen& XmlPen::lines(std::string_view name, const std::vector<std::string>& values)
{
    m_text += " " + std::string(name) + "=\"";
    for (const std::string& value : values)
        m_text += (&value == &values.front() ? "" : "&#10;") + xmlText(value);
    m_text += '"';
    return *this;
}

XmlPen& XmlPen::text(const std::vector<std::string>& lines)
{
    endHead();
    m_inline = true;
    for (const std::string& line : lines)
        m_text += (&line == &lines.front() ? "" : "\n") + xmlText(line);
    return *this;
}

void XmlPen::close()
{
    const std::string name = std::move(m_open.back());
    m_open.pop_back();
    if (m_head)
        m_text += "/>\n";
    else
        m_text += (m_inline ? std::string() : std::string(m_open.size(), ' ')) + "</" + name + ">\n";
    m_head = m_inline = false;
}

} // namespace bartizan::report
