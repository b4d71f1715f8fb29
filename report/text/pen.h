// SPDX-License-Identifier: GPL-3.0-or-later
// Plain text for terminals and logs: wrapped at a column, indented, coloured only when asked. Control and bidirectional
// characters from input are shown visibly, so nothing from a file can steer a terminal.
#pragma once

#include "analysis/posture.h"
#include "report/input.h"

#include <string>
#include <string_view>
#include <vector>

namespace bartizan::report {

enum class Ink { plain, bold, dim, present, partial, missing, unknown };
Ink inkOf(Verdict);
Ink inkOf(FindingSeverity);

class TextPen {
public:
    explicit TextPen(const ReportInput& input) : m_colour(input.colour), m_width(input.width) {}

    void heading(std::string_view text);
    void paragraph(std::string_view text, int indent = 0, int hanging = 0);
    void line(std::string_view text = {}) { m_text += std::string(text) + "\n"; }
    // A term and its wrapped text: "  term   text ..."; the text starts at `column`.
    void item(std::string_view term, std::string_view text, int indent, int column, Ink ink = Ink::plain);
    // Columns padded to the widest cell; the last column takes the rest and is wrapped. Cells are already safe.
    void table(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows, int indent = 2);
    std::string paint(std::string_view text, Ink ink) const;
    std::string finish() { return std::move(m_text); }

private:
    std::string m_text;
    bool m_colour;
    int m_width;
};

// Names from input: control characters, bidirectional overrides and broken UTF-8 shown as <U+XXXX>.
std::string visible(std::string_view text);
int columnsOf(std::string_view text);                      // code points; escape sequences of paint() do not count
std::string counted(std::size_t number, const char* noun); // "1 subject", "2 subjects"
std::string withThousands(std::size_t number);             // "1,284"
std::string where(const Inventory&, const Evidence&);      // "shop/web.yaml:12" or "shop/web.yaml:12-14"
std::string proofOf(const Inventory&, const Finding&);     // where its cause is, or "searched ..." for an absence; may be ""

} // namespace bartizan::report
