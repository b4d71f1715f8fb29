// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf/table.h"

#include "diagram/marks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace bartizan::report {

using diagram::Align;
using diagram::TextStyle;

namespace {

constexpr double gutter = 7;    // between columns
constexpr double narrow = 17;   // a mark column with its title upright
constexpr double wide = 40;     // ... with its title above
constexpr double familyGap = 4; // before a new family of marks
constexpr double above = 1.5, below = 2.5;
constexpr double pageSlot = 24; // for "p. 123"
constexpr std::size_t manyMarks = 4;
constexpr std::size_t mostWaiting = 64; // rows that the columns are measured by

diagram::Mark markOf(Verdict verdict)
{
    return static_cast<diagram::Mark>(verdict); // the same words in the same order
}
static_assert(static_cast<int>(Verdict::notApplicable) == static_cast<int>(diagram::Mark::notApplicable));
static_assert(static_cast<int>(Verdict::missing) == static_cast<int>(diagram::Mark::missing));

const TextStyle& styleOf(const Cell& cell)
{
    switch (cell.kind) {
    case Cell::Kind::strong:
        return type::tableStrong;
    case Cell::Kind::code:
        return type::code;
    case Cell::Kind::counts:
        return type::small;
    default:
        return type::table;
    }
}

// The longest part that is not broken, as TextLines breaks, and the whole on one line.
struct Measured {
    double part = 0, whole = 0;
};

Measured measured(const QString& text, const TextStyle& style)
{
    Measured made;
    made.whole = diagram::textWidth(text.left(200), style) * std::max(1.0, static_cast<double>(text.size()) / 200);
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= text.size(); ++at)
        if (at == text.size() || text.at(at) == QLatin1Char(' ') || TextLines::breaksAfter(text.at(at))) {
            const qsizetype end = at < text.size() && text.at(at) != QLatin1Char(' ') ? at + 1 : at;
            if (end - begin > 2)
                made.part =
                    std::max(made.part, diagram::textWidth(text.mid(begin, std::min<qsizetype>(end - begin, 100)), style));
            begin = at + 1;
        }
    return made;
}

double titleWidth(const Column& column)
{
    double width = 0;
    for (const QString& word : printable(column.title).split(QLatin1Char(' ')))
        width = std::max(width, diagram::textWidth(word, type::tableStrong));
    return width + gutter;
}

} // namespace

Table::Table(Sheet& sheet, std::vector<Column> columns) : m_sheet(sheet), m_columns(std::move(columns))
{
    std::size_t marks = 0;
    for (const Column& column : m_columns)
        marks += column.kind == Column::Kind::mark ? 1 : 0;
    m_upright = marks > manyMarks;
    placeByShares();
    m_settled = m_upright; // the columns of a matrix stand alike on all its pages
}

void Table::measureHead()
{
    m_headHeight = leading(type::tableStrong) + 4;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const QString title = printable(m_columns[i].title);
        if (m_columns[i].kind != Column::Kind::mark) {
            const auto lines = m_sheet.text().broken(title, type::tableStrong, m_width[i] - gutter).size();
            m_headHeight = std::max(m_headHeight, static_cast<double>(lines) * leading(type::tableStrong) + 4);
        } else if (m_upright) {
            m_headHeight = std::max(m_headHeight, diagram::textWidth(title, type::small) * 0.77 + 12);
        }
    }
}

void Table::placeFrom(double x)
{
    m_left.clear();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_upright && m_columns[i].gap)
            x += familyGap;
        m_left.push_back(x);
        x += m_width[i];
    }
    measureHead();
}

// Marks take what their titles need; the others share the rest, and none is narrower than the longest word of its title.
void Table::placeByShares()
{
    double room = m_sheet.width(), shares = 0;
    m_width.assign(m_columns.size(), 0);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns[i];
        if (column.kind == Column::Kind::mark) {
            m_width[i] = m_upright ? narrow : std::max(wide, titleWidth(column));
            room -= m_width[i] + (m_upright && column.gap ? familyGap : 0);
        } else {
            shares += column.share;
        }
    }
    for (bool again = true; again;) { // what its share leaves too narrow is set aside, and the others share again
        again = false;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const double least = titleWidth(m_columns[i]);
            if (m_width[i] > 0 || room * m_columns[i].share / shares >= least)
                continue;
            m_width[i] = least;
            room -= least;
            shares -= m_columns[i].share;
            again = shares > 0.001;
            if (!again)
                break;
        }
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (m_width[i] <= 0)
            m_width[i] = std::max(20.0, room * m_columns[i].share / std::max(shares, 0.001));
    placeFrom(m_sheet.x());
}

// Each column gets what its longest unbroken part takes. What is left goes piece by piece to the column that makes most rows
// high; where all stand on one line, the shares divide it.
void Table::placeByWhatWaits()
{
    constexpr double piece = 4;
    const std::size_t columns = m_columns.size();
    double room = m_sheet.width(), shares = 0;
    for (std::size_t i = 0; i < columns; ++i)
        if (m_columns[i].kind == Column::Kind::mark)
            room -= m_width[i];
        else
            shares += m_columns[i].share;
    struct Need {                   // points
        double whole = 0, part = 0; // of the text on one line, of its longest part
        double more = 0;            // what stands beside it
        double step = 0;            // from line to line
        bool code = false;
    };
    std::vector<std::vector<Need>> rows;
    for (const Waiting& waiting : m_waiting) {
        if (waiting.group)
            continue;
        std::vector<Need>& row = rows.emplace_back(columns);
        for (std::size_t i = 0; i < waiting.cells.size() && i < columns; ++i) {
            const Cell& cell = waiting.cells[i];
            if (m_columns[i].kind == Column::Kind::mark)
                continue;
            const Measured of = measured(printable(cell.text), styleOf(cell));
            const double more = gutter + 1 + (cell.to.empty() ? 0 : pageSlot) + (cell.kind == Cell::Kind::severity ? 15 : 0);
            const bool inOnePiece = m_columns[i].kind == Column::Kind::number || cell.text.size() < 8; // "22,889", "171 d"
            row[i] = {of.whole + more, inOnePiece ? of.whole : of.part, more, leading(styleOf(cell)),
                      cell.kind == Cell::Kind::code};
        }
    }
    std::vector<double> widths;
    double left = -1;
    for (const double most : {0.3, 0.22, 0.16}) { // of the room that one part may take; a longer one is cut
        widths.assign(columns, 0);
        for (std::size_t i = 0; i < columns; ++i)
            if (m_columns[i].kind != Column::Kind::mark)
                widths[i] = titleWidth(m_columns[i]);
        for (const std::vector<Need>& row : rows)
            for (std::size_t i = 0; i < columns; ++i) {
                // A command in many short lines is hard to read.
                const double part = row[i].code ? std::max(row[i].part, std::min(row[i].whole, room * most * 0.6)) : row[i].part;
                widths[i] = std::max(widths[i], row[i].whole > 0 ? std::min(room * most, part + row[i].more) : 0);
            }
        left = room;
        for (const double width : widths)
            left -= width;
        if (left >= 0)
            break;
    }
    if (left < 0 || shares <= 0)
        return; // as the shares have it: something breaks anyway
    std::vector<double> blame(columns);
    for (; left > piece; left -= piece) {
        std::fill(blame.begin(), blame.end(), 0);
        for (const std::vector<Need>& row : rows) {
            std::size_t highest = columns;
            double most = 0;
            for (std::size_t i = 0; i < columns; ++i) {
                const double filled =
                    widths[i] - std::min(row[i].part, widths[i]) / 2; // lines end early by half a part, as a rule
                const double high = row[i].whole > widths[i] ? row[i].whole / filled * row[i].step : 0;
                if (high > most) {
                    most = high;
                    highest = i;
                }
            }
            if (highest < columns)
                blame[highest] += most;
        }
        const auto worst = std::max_element(blame.begin(), blame.end());
        if (*worst <= 0)
            break;
        widths[static_cast<std::size_t>(worst - blame.begin())] += piece;
    }
    for (std::size_t i = 0; i < columns; ++i)
        if (m_columns[i].kind != Column::Kind::mark)
            m_width[i] = widths[i] + left * m_columns[i].share / shares;
    placeFrom(m_sheet.x());
}

void Table::settle()
{
    if (m_settled)
        return;
    m_settled = true;
    placeByWhatWaits();
    for (const Waiting& waiting : std::exchange(m_waiting, {})) {
        if (waiting.group)
            group(waiting.title);
        else
            paintRow(waiting.cells);
    }
}

void Table::head()
{
    const double bottom = m_sheet.y() + m_headHeight;
    const diagram::Theme& theme = m_sheet.theme();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns[i];
        const QString title = printable(column.title);
        if (column.kind == Column::Kind::mark && m_upright) {
            if (QPainter* painter = m_sheet.painter()) {
                painter->save();
                painter->translate(m_left[i] + m_width[i] / 2 + 2, bottom - 5);
                painter->rotate(-50);
                diagram::drawText(*painter, {0, 0}, title, type::small, theme.ink2);
                painter->restore();
            }
            continue;
        }
        const auto lines = m_sheet.text().broken(title, type::tableStrong, m_width[i] - gutter);
        double y = bottom - 3 - static_cast<double>(lines.size() - 1) * leading(type::tableStrong);
        for (const QString& line : lines) {
            const bool right = column.kind == Column::Kind::number;
            const bool centre = column.kind == Column::Kind::mark;
            m_sheet.write({right    ? m_left[i] + m_width[i] - gutter
                           : centre ? m_left[i] + (m_width[i] - gutter) / 2
                                    : m_left[i],
                           y},
                          line, type::tableStrong, theme.ink2,
                          right    ? Align::right
                          : centre ? Align::centre
                                   : Align::left);
            y += leading(type::tableStrong);
        }
    }
    m_sheet.down(m_headHeight);
    if (QPainter* painter = m_sheet.painter()) {
        painter->setPen(QPen(theme.line2, 0.8));
        painter->drawLine(QPointF(m_sheet.x(), bottom), QPointF(m_sheet.x() + m_sheet.width(), bottom));
    }
    m_sheet.down(2);
    m_begun = true;
}

void Table::group(const std::string& title)
{
    if (!m_settled) {
        m_waiting.push_back({true, title, {}});
        return;
    }
    m_group = printable(title);
}

void Table::paintGroup()
{
    if (m_group.isEmpty())
        return;
    m_sheet.down(3);
    for (const QString& line : m_sheet.text().broken(std::exchange(m_group, {}), type::tableStrong, m_sheet.width())) {
        m_sheet.ensure(leading(type::tableStrong));
        m_sheet.write({m_sheet.x(), m_sheet.y() + diagram::textAscent(type::tableStrong)}, line, type::tableStrong,
                      m_sheet.theme().ink);
        m_sheet.down(leading(type::tableStrong));
    }
    m_sheet.down(1);
}

Table::Laid Table::laid(const Cell& cell, std::size_t column)
{
    Laid made;
    made.cell = &cell;
    made.left = m_left[column];
    made.width = m_width[column] - (m_columns[column].kind == Column::Kind::mark ? 0 : gutter);
    made.style = styleOf(cell);
    const diagram::Theme& theme = m_sheet.theme();
    made.colour = cell.kind == Cell::Kind::dim || cell.kind == Cell::Kind::counts ? theme.ink2 : theme.ink;
    if (cell.kind == Cell::Kind::mark)
        return made;
    if (cell.kind == Cell::Kind::severity) {
        made.lines = {printable(cell.text)};
        return made;
    }
    if (cell.kind == Cell::Kind::counts) {
        made.lines = {QStringLiteral("%1 · %2 · %3 · %4")
                          .arg(cell.counts.present)
                          .arg(cell.counts.partial)
                          .arg(cell.counts.missing)
                          .arg(cell.counts.unknown)};
        return made;
    }
    // A reference on paper is a page number; its room is kept in both runs, so that lines break alike.
    const bool refers = !cell.to.empty() && made.width > 90;
    if (refers)
        made.page = m_sheet.pageOf(cell.to);
    made.lines = m_sheet.text().broken(printable(cell.text), made.style, made.width - (refers ? pageSlot : 0));
    return made;
}

void Table::paintMark(const Laid& laid, double top)
{
    QPainter* painter = m_sheet.painter();
    if (!painter)
        return;
    const Cell& cell = *laid.cell;
    const diagram::Mark mark = markOf(cell.verdict);
    const double height = leading(type::table) + above + below - 1;
    const QRectF square(laid.left, top, laid.width - 1, height);
    if (m_upright && cell.required && mark != diagram::Mark::notApplicable)
        painter->fillRect(square, diagram::markTint(m_sheet.theme(), mark));
    const QPointF middle = m_upright ? square.center() : QPointF(laid.left + (laid.width - gutter) / 2, square.center().y());
    diagram::drawMark(*painter, mark, QRectF(middle.x() - 4, middle.y() - 4, 8, 8), m_sheet.theme(),
                      {!cell.required, cell.accepted});
}

void Table::paint(const Laid& laid, std::size_t firstLine, std::size_t lines, double top)
{
    const Cell& cell = *laid.cell;
    if (cell.kind == Cell::Kind::mark) {
        if (firstLine == 0)
            paintMark(laid, top);
        return;
    }
    QPainter* painter = m_sheet.painter();
    if (!painter)
        return;
    const double step = leading(laid.style);
    double y = top + above;
    double indent = 0;
    if (cell.kind == Cell::Kind::severity) {
        const auto severity = static_cast<diagram::Severity>(cell.severity);
        diagram::drawSeverityBars(*painter, severity, {laid.left, y + 0.5, 10.5, 9}, m_sheet.theme());
        indent = 15;
    }
    const bool right = cell.kind == Cell::Kind::number;
    for (std::size_t i = firstLine; i < firstLine + lines && i < laid.lines.size(); ++i) {
        const QPointF at(right ? laid.left + laid.width : laid.left + indent, y + diagram::textAscent(laid.style));
        m_sheet.write(at, laid.lines[i], laid.style, laid.colour, right ? Align::right : Align::left);
        m_sheet.link({laid.left, y, laid.width, step}, cell.to);
        if (i == 0 && !laid.page.isEmpty())
            m_sheet.write({laid.left + laid.width, at.y()}, QStringLiteral("p. ") + laid.page, type::small,
                          m_sheet.theme().accent, Align::right);
        y += step;
    }
}

void Table::row(const std::vector<Cell>& cells)
{
    if (m_settled) {
        paintRow(cells);
        return;
    }
    m_waiting.push_back({false, {}, cells});
    if (m_waiting.size() >= mostWaiting)
        settle();
}

void Table::paintRow(const std::vector<Cell>& cells)
{
    std::vector<Laid> row;
    double height = leading(type::table);
    for (std::size_t i = 0; i < cells.size() && i < m_columns.size(); ++i) {
        row.push_back(laid(cells[i], i));
        height = std::max(height, static_cast<double>(row.back().lines.size()) * leading(row.back().style));
    }
    height += above + below;
    const double group =
        m_group.isEmpty()
            ? 0
            : 4 + leading(type::tableStrong) *
                      static_cast<double>(m_sheet.text().broken(m_group, type::tableStrong, m_sheet.width()).size());
    if (!m_begun) {
        m_sheet.ensure(m_headHeight + group + std::min(height, m_sheet.bodyHeight() / 3));
        head();
    }
    // Whole where a page can hold it; else line by line from here.
    const bool splits = height > m_sheet.bodyHeight() / 2;
    if (m_sheet.room() < group + (splits ? 60 : height)) {
        m_sheet.newPage(m_sheet.landscape());
        head();
    }
    paintGroup();
    for (const Cell& cell : cells)
        if (!cell.anchor.empty())
            m_sheet.anchor(cell.anchor);
    std::size_t first = 0, most = 1;
    for (const Laid& cell : row)
        most = std::max(most, cell.lines.size());
    while (true) {
        double step = leading(type::table); // all styles of a table are at most as high
        for (const Laid& cell : row)
            step = std::max(step, leading(cell.style));
        const auto fits = static_cast<std::size_t>(std::max(1.0, std::floor((m_sheet.room() - above - below) / step)));
        const std::size_t lines = std::min(most - first, fits);
        double used = leading(type::table);
        for (const Laid& cell : row) {
            paint(cell, first, lines, m_sheet.y());
            const std::size_t own = cell.lines.size() > first ? std::min(lines, cell.lines.size() - first) : 0;
            used = std::max(used, static_cast<double>(own) * leading(cell.style));
        }
        m_sheet.down(used + above + below);
        first += lines;
        if (first >= most)
            break;
        m_sheet.newPage(m_sheet.landscape());
        head();
    }
    if (QPainter* painter = m_sheet.painter()) {
        painter->setPen(QPen(m_sheet.theme().grid, 0.5));
        painter->drawLine(QPointF(m_sheet.x(), m_sheet.y() - 0.5), QPointF(m_sheet.x() + m_sheet.width(), m_sheet.y() - 0.5));
    }
}

void Table::end()
{
    settle();
    if (!m_begun) {
        m_sheet.ensure(m_headHeight + 30);
        head();
        m_sheet.paragraph(QStringLiteral("Nothing."), type::table, m_sheet.theme().ink2);
    }
    m_sheet.down(7);
}

} // namespace bartizan::report
