// SPDX-License-Identifier: GPL-3.0-or-later
// CSV by RFC 4180: a head line, CRLF line ends, UTF-8 without a mark. Every text stands in quotes, numbers of ours do not.
// A text that a spreadsheet would take for a formula gets a leading apostrophe; control and bidirectional characters are
// shown visibly, so no cell holds a line break.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::report {

class CsvPen {
public:
    explicit CsvPen(const std::vector<std::string>& columns);

    CsvPen& text(std::string_view value);
    CsvPen& texts(const std::vector<std::string>& values); // one cell, "; " between them
    template <std::integral T>
    CsvPen& number(T value)
    {
        return raw(std::to_string(value));
    }
    void endRow();
    std::string finish() { return std::move(m_text); }

private:
    CsvPen& raw(std::string_view cell);

    std::string m_text;
    bool m_first = true;
};

} // namespace bartizan::report
