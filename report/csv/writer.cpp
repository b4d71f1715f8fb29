// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv/writer.h"

#include "report/facts.h"
#include "report/text/pen.h"

#include <algorithm>

namespace bartizan::report {

namespace {

// "=", "+", "-", "@" and their full-width forms, which some spreadsheets take for the same; also behind blanks.
bool startsFormula(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"})
        if (text.starts_with(start))
            return true;
    return false;
}

} // namespace

CsvPen::CsvPen(const std::vector<std::string>& columns)
{
    for (const std::string& column : columns)
        text(column);
    endRow();
}

CsvPen& CsvPen::raw(std::string_view cell)
{
    if (!m_first)
        m_text += ',';
    m_first = false;
    m_text += cell;
    return *this;
}

CsvPen& CsvPen::text(std::string_view value)
{
    std::string cell = "\"";
    if (startsFormula(value))
        cell += '\'';
    for (const char c : visible(value)) {
        if (c == '"')
            cell += '"';
        cell += c;
    }
    return raw(cell + "\"");
}

CsvPen& CsvPen::texts(const std::vector<std::string>& values)
{
    return text(joined(values));
}

void CsvPen::endRow()
{
    m_text += "\r\n";
    m_first = true;
}

} // namespace bartizan::report
