// SPDX-License-Identifier: GPL-3.0-or-later
// XML 1.0 in UTF-8, one element a line. Names of elements and attributes are ours; every value is escaped, and characters
// that XML 1.0 forbids, or that nobody can see, are shown visibly. Used by JUnit, GraphML and draw.io.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bartizan::report {

class XmlPen {
public:
    XmlPen();

    XmlPen& open(std::string_view name); // attributes follow
    XmlPen& attribute(std::string_view name, std::string_view value);
    XmlPen& attribute(std::string_view name, const char* value) { return attribute(name, std::string_view(value)); }
    XmlPen& attribute(std::string_view name, double value);
    XmlPen& attribute(std::string_view name, std::size_t value);
    XmlPen& lines(std::string_view name, const std::vector<std::string>& values); // an attribute of several lines
    XmlPen& text(const std::vector<std::string>& lines);                          // the element's content
    XmlPen& text(std::string_view line) { return text(std::vector<std::string>{std::string(line)}); }
    void close();
    std::string finish() { return std::move(m_text); }

private:
    void endHead();

    std::string m_text;
    std::vector<std::string> m_open;
    bool m_head = false;   // within a start tag
    bool m_inline = false; // the element holds text, so its end tag follows at once
};

std::string xmlText(std::string_view text); // escaped, for content and for attributes in double quotes
// The same for any markup: `apostrophe` is how the format writes that one.
std::string markupText(std::string_view text, std::string_view apostrophe);
std::string shortNumber(double value); // at most two decimals, the same on every machine: "12", "-0.5"

} // namespace bartizan::report
