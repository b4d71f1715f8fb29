// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/table.h"

#include "report/html/markup.h"
#include "report/html/sheet.h"

#include <algorithm>
#include <cmath>

namespace bartizan::report {

namespace {

constexpr int wordWidth = 11;         // per cent, for a mark with its words
constexpr double countShare = 0.33;   // of what marks leave in a matrix: the least for the columns after the first
constexpr int markWidth = 3;          // per cent of the table, for each column of marks
constexpr int matrixFrom = 8;         // columns of marks that make a table a matrix
constexpr std::size_t narrowMost = 3; // columns that fit into any window, as their words wrap

const char* markClass(const Cell& cell)
{
    return cell.verdict == Verdict::notApplicable ? "na" : verdictWord(cell.verdict);
}

std::string symbolOf(const Cell& cell)
{
    if (cell.verdict != Verdict::missing)
        return markClass(cell);
    return !cell.required ? "hollow" : cell.accepted ? "accepted" : "missing";
}

std::string linked(const Cell& cell, const std::string& inner)
{
    return cell.to.empty() ? inner : "<a href=\"#" + htmlText(cell.to) + "\">" + inner + "</a>";
}

std::string wrapped(const char* tag, const char* name, const std::string& inner)
{
    return std::string("<") + tag + " class=\"" + name + "\">" + inner + "</" + tag + ">";
}

std::string figures(const RequiredCounts& counts)
{
    std::string text;
    for (const int count : {counts.present, counts.partial, counts.missing, counts.unknown})
        text += (text.empty() ? "" : " · ") + std::to_string(count);
    return text;
}

// Per cent that the longest word of a title takes where the page is as wide as it gets; names below it need more than a
// short title does.
double leastFor(const Column& column)
{
    int longest = 0, length = 0;
    for (const char c : column.title) {
        length = c == ' ' ? 0 : length + 1;
        longest = std::max(longest, length);
    }
    const double ofNames = column.kind == Column::Kind::text && column.share >= 1 ? 9 : 0;
    return std::max(ofNames, 3 + 0.95 * std::min(longest, 15));
}

// The columns of a matrix that name and count: each a share of what the marks leave, those that count enough for a count mark.
std::vector<double> matrixParts(const std::vector<Column>& columns)
{
    std::vector<double> parts(columns.size(), markWidth);
    double room = 100, others = 0;
    for (const Column& column : columns)
        room -= column.kind == Column::Kind::mark ? markWidth : 0;
    room = std::max(room, 10.0);
    for (std::size_t i = 1; i < columns.size(); ++i)
        if (columns[i].kind != Column::Kind::mark) {
            parts[i] = countShare * room;
            others += parts[i];
        }
    parts.front() = std::max(countShare * room, room - others);
    return parts;
}

// Per cent of the table for each column: by its share, but never less than its title needs.
std::vector<double> partsOf(const std::vector<Column>& columns)
{
    std::vector<double> parts(columns.size(), 0);
    std::vector<bool> settled(columns.size(), false);
    double room = 100;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].kind == Column::Kind::mark) {
            parts[i] = wordWidth;
            settled[i] = true;
            room -= parts[i];
        }
    for (bool again = true; again;) {
        again = false;
        double shares = 0;
        for (std::size_t i = 0; i < columns.size(); ++i)
            shares += settled[i] ? 0 : std::max(0.01, columns[i].share);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (settled[i])
                continue;
            parts[i] = std::max(0.01, columns[i].share) / shares * std::max(room, 0.0);
            if (const double least = leastFor(columns[i]); parts[i] < least) {
                parts[i] = least;
                settled[i] = true;
                room -= least;
                again = true;
                break;
            }
        }
    }
    return parts;
}

} // namespace

std::string htmlCell(const Cell& cell, CellPlace place)
{
    const std::string words = htmlText(cell.text);
    switch (cell.kind) {
    case Cell::Kind::text:
    case Cell::Kind::number:
        return linked(cell, words);
    case Cell::Kind::strong:
        return "<strong>" + linked(cell, words) + "</strong>";
    case Cell::Kind::dim:
        return wrapped("span", "dim", linked(cell, words));
    case Cell::Kind::code:
        return linked(cell, "<code>" + words + "</code>");
    case Cell::Kind::mark:
        return linked(cell, std::string("<svg class=\"mark ") + markClass(cell) + "\" aria-hidden=\"true\"><use href=\"#m-" +
                                symbolOf(cell) + "\"/></svg>" +
                                (place == CellPlace::markColumn ? wrapped("span", "vh", words) : words));
    case Cell::Kind::severity:
        return htmlSeverity(cell.severity);
    case Cell::Kind::counts:
        if (place == CellPlace::beside)
            return htmlCountMark(cell.counts) + " " + words;
        return htmlCountMark(cell.counts) + " <span aria-hidden=\"true\">" + figures(cell.counts) + "</span>" +
               wrapped("span", "vh", words);
    }
    return words;
}

void HtmlTable::begin(const std::vector<Column>& columns, const std::string& caption, const std::string& under)
{
    const std::string id = "t" + std::to_string(++m_number);
    const bool broad = columns.size() > narrowMost;
    const auto isMark = [](const Column& column) { return column.kind == Column::Kind::mark; };
    const auto marks = std::count_if(columns.begin(), columns.end(), isMark);
    m_matrix = marks >= matrixFrom;
    m_columns = columns;
    m_out(broad ? "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + htmlText(under) +
                      (under.empty() ? "" : " ") + id + "\">"
                : "<div class=\"fits\">");
    m_out(std::string("<table") + (m_matrix ? " class=\"marks\"" : broad ? " class=\"broad\"" : "") + ">\n");
    m_out("<caption id=\"" + id + "\"><span class=\"vh\">" + htmlText(caption) + "</span></caption>\n<colgroup>");
    const std::vector<double> parts = m_matrix ? matrixParts(columns) : partsOf(columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int step = std::clamp(static_cast<int>(std::lround(parts[i] / widthStep)), 1, 100 / widthStep);
        m_out(m_matrix && isMark(columns[i]) ? "<col class=\"wm\">"
                                             : "<col class=\"w" + std::to_string(step * widthStep) + "\">");
    }
    m_out("</colgroup>\n<thead><tr>");
    for (const Column& column : columns) {
        const std::string title = htmlText(column.title);
        if (column.title.empty())
            m_out("<td></td>"); // a heading that says nothing is none
        else if (m_matrix && isMark(column))
            m_out("<th scope=\"col\" class=\"m" + std::string(column.gap ? " gap" : "") + "\"><span>" + title + "</span></th>");
        else
            m_out(std::string("<th scope=\"col\"") + (column.kind == Column::Kind::number ? " class=\"n\">" : ">") + title +
                  "</th>");
    }
    m_out("</tr></thead>\n");
    m_body = false;
}

void HtmlTable::openBody()
{
    if (!m_body)
        m_out("<tbody>\n");
    m_body = true;
}

void HtmlTable::group(const std::string& title)
{
    if (m_body)
        m_out("</tbody>\n");
    m_body = false;
    openBody();
    m_out("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"" + std::to_string(std::max<std::size_t>(1, m_columns.size())) +
          "\"><span>" + htmlText(title) + "</span></th></tr>\n");
}

void HtmlTable::row(const std::vector<Cell>& cells)
{
    openBody();
    const auto anchored = std::find_if(cells.begin(), cells.end(), [](const Cell& cell) { return !cell.anchor.empty(); });
    std::string line = anchored == cells.end() ? "<tr>" : "<tr id=\"" + htmlText(anchored->anchor) + "\">";
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Cell& cell = i < cells.size() ? cells[i] : Cell();
        const Column& column = m_columns[i];
        const bool names = i == 0 && !cell.text.empty() && column.kind == Column::Kind::text &&
                           (cell.kind == Cell::Kind::text || cell.kind == Cell::Kind::strong || cell.kind == Cell::Kind::code);
        const bool markOnly = m_matrix && column.kind == Column::Kind::mark;
        std::string classes;
        if (markOnly) {
            classes = column.gap ? "m gap" : "m";
            if (cell.kind == Cell::Kind::mark && cell.required)
                classes += std::string(" ") + markClass(cell);
        } else if (column.kind == Column::Kind::number || cell.kind == Cell::Kind::number) {
            classes = "n";
        }
        line += names ? "<th scope=\"row\"" : "<td";
        if (!classes.empty())
            line += " class=\"" + classes + "\"";
        line += ">" + htmlCell(cell, markOnly ? CellPlace::markColumn : CellPlace::column);
        line += names ? "</th>" : "</td>";
    }
    m_out(line + "</tr>\n");
}

void HtmlTable::end()
{
    openBody();
    m_out("</tbody>\n</table></div>\n");
    m_body = false;
}

} // namespace bartizan::report
