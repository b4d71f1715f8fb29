// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf/flow.h"

#include <QPageLayout>

#include <algorithm>

namespace bartizan::report {

using diagram::Align;
using diagram::TextStyle;

namespace {

const TextStyle bodyStyle{9, QFont::Normal, false};
const TextStyle smallStyle{7.5, QFont::Normal, false};
const TextStyle codeStyle{7.5, QFont::Normal, true};
const TextStyle tableStyle{8, QFont::Normal, false};
const TextStyle tableBold{8, QFont::DemiBold, false};
const TextStyle tableCode{7, QFont::Normal, true};

double leading(const TextStyle& style)
{
    return style.pixels * (style.code ? 1.47 : style.pixels > 12 ? 1.25 : 1.45);
}

const TextStyle& styleOf(const PdfCell& cell)
{
    return cell.code ? tableCode : cell.bold ? tableBold : tableStyle;
}

} // namespace

Flow::Flow(QPdfWriter* writer, QPainter* painter, Foot foot, int pages)
    : m_writer(writer), m_painter(painter), m_theme(diagram::paperTheme()), m_foot(std::move(foot)), m_pages(pages)
{
}

void Flow::newPage(bool landscape)
{
    if (m_writer) {
        // QPdfWriter takes the layout of the page that is begun next.
        m_writer->setPageOrientation(landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
        if (m_page >= 0)
            m_writer->newPage();
    }
    ++m_page;
    m_landscape = landscape;
    m_width = (landscape ? 841.89 : 595.28) - 2 * left;
    m_height = landscape ? 595.28 : 841.89;
    m_y = top;
    paintFoot();
}

void Flow::paintFoot()
{
    if (!m_painter)
        return;
    const double y = m_height - 31;
    m_painter->setPen(QPen(m_theme.line2, 0.5));
    m_painter->drawLine(QPointF(left, y - 10), QPointF(left + m_width, y - 10));
    const QString page = QString::number(m_page + 1) + QStringLiteral(" / ") + QString::number(m_pages);
    const double pageWidth = diagram::textWidth(m_foot.product + QStringLiteral("   ") + page, smallStyle);
    const double classWidth = diagram::textWidth(m_foot.classification, smallStyle);
    diagram::drawText(*m_painter, {left, y}, m_foot.classification, smallStyle, m_theme.ink2);
    diagram::drawText(*m_painter, {left + classWidth + 14, y},
                      diagram::elideRight(m_foot.scope, smallStyle, m_width - classWidth - pageWidth - 28), smallStyle,
                      m_theme.ink2);
    diagram::drawText(*m_painter, {left + m_width, y}, m_foot.product + QStringLiteral("   ") + page, smallStyle, m_theme.ink2,
                      Align::right);
    if (!m_sectionTitle.isEmpty())
        diagram::drawText(*m_painter, {left, 38}, m_sectionTitle, smallStyle, m_theme.ink3);
}

void Flow::ensure(double height)
{
    if (m_y + height > bottom() && m_y > top + 1)
        newPage(m_landscape);
}

void Flow::section(const QString& title, const QString& lead, bool landscape)
{
    m_sectionTitle = title;
    newPage(landscape);
    m_outline.push_back({title, m_page, 0});
    paragraph(title, {20, QFont::DemiBold, false}, m_theme.ink, 0, 4);
    if (!lead.isEmpty())
        paragraph(lead, bodyStyle, m_theme.ink2, 0, 8);
    m_y += 6;
}

void Flow::mark(const QString& title, int level)
{
    m_outline.push_back({title, m_page, level});
}

void Flow::heading(const QString& title)
{
    m_y += 8;
    ensure(40);
    paragraph(title, {10.5, QFont::DemiBold, false}, m_theme.ink, 0, 4);
}

std::vector<QString> Flow::lines(const QString& text, const TextStyle& style, double width) const
{
    std::vector<QString> result;
    QString line;
    double used = 0;
    const double blank = diagram::textWidth(QStringLiteral(" "), style);
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString word : words) {
        double wide = diagram::textWidth(word, style);
        if (!line.isEmpty() && used + blank + wide > width) {
            result.push_back(line);
            line.clear();
            used = 0;
        }
        while (wide > width && word.size() > 1) { // longer than a line: cut between characters
            qsizetype count = std::max<qsizetype>(1, static_cast<qsizetype>(static_cast<double>(word.size()) * width / wide));
            while (count > 1 && diagram::textWidth(word.left(count), style) > width)
                --count;
            if (word.at(count - 1).isHighSurrogate() && count > 1)
                --count;
            result.push_back(word.left(count));
            word = word.mid(count);
            wide = diagram::textWidth(word, style);
        }
        if (!line.isEmpty()) {
            line += QLatin1Char(' ');
            used += blank;
        }
        line += word;
        used += wide;
    }
    if (!line.isEmpty() || result.empty())
        result.push_back(line);
    return result;
}

void Flow::paragraph(const QString& text, const TextStyle& style, const QColor& colour, double indent, double after)
{
    const double step = leading(style);
    for (const QString& line : lines(diagram::visibleText(text), style, m_width - indent)) {
        ensure(step);
        if (m_painter)
            diagram::drawText(*m_painter, {left + indent, m_y + diagram::textAscent(style)}, line, style, colour);
        m_y += step;
    }
    m_y += after;
}

void Flow::body(const QString& text, double indent)
{
    paragraph(text, bodyStyle, m_theme.ink, indent);
}
void Flow::small(const QString& text, double indent)
{
    paragraph(text, smallStyle, m_theme.ink2, indent);
}

void Flow::code(const QString& text, const QColor& ground, double indent)
{
    const auto parts = lines(diagram::visibleText(text), codeStyle, m_width - indent - 12);
    const double step = leading(codeStyle);
    for (const QString& line : parts) {
        ensure(step);
        if (m_painter) {
            m_painter->fillRect(QRectF(left + indent, m_y, m_width - indent, step), ground);
            diagram::drawText(*m_painter, {left + indent + 6, m_y + diagram::textAscent(codeStyle) + 1}, line, codeStyle,
                              m_theme.ink);
        }
        m_y += step;
    }
}

void Flow::labelled(const QString& label, const QString& text, double indent)
{
    const TextStyle strong{8, QFont::DemiBold, false};
    const double column = indent + 78;
    const double step = leading(tableStyle);
    bool first = true;
    for (const QString& line : lines(diagram::visibleText(text), tableStyle, m_width - column)) {
        ensure(step);
        if (m_painter) {
            if (first)
                diagram::drawText(*m_painter, {left + indent, m_y + diagram::textAscent(tableStyle)}, label, strong,
                                  m_theme.ink2);
            diagram::drawText(*m_painter, {left + column, m_y + diagram::textAscent(tableStyle)}, line, tableStyle, m_theme.ink);
        }
        first = false;
        m_y += step;
    }
    m_y += 2;
}

void Flow::rule()
{
    ensure(4);
    if (m_painter) {
        m_painter->setPen(QPen(m_theme.ink, 1.1));
        m_painter->drawLine(QPointF(left, m_y), QPointF(left + m_width, m_y));
    }
    m_y += 6;
}

void Flow::tableHead(const std::vector<PdfColumn>& columns)
{
    double total = 0;
    for (const PdfColumn& column : columns)
        total += column.share;
    double x = left;
    for (const PdfColumn& column : columns) {
        const double wide = m_width * column.share / total;
        if (m_painter)
            diagram::drawText(*m_painter, {column.right ? x + wide - 6 : x, m_y + diagram::textAscent(tableBold)},
                              diagram::elideRight(column.title, tableBold, wide - 6), tableBold, m_theme.ink2,
                              column.right ? Align::right : Align::left);
        x += wide;
    }
    m_y += leading(tableBold) + 1;
    if (m_painter) {
        m_painter->setPen(QPen(m_theme.line2, 0.8));
        m_painter->drawLine(QPointF(left, m_y), QPointF(left + m_width, m_y));
    }
    m_y += 2;
}

void Flow::table(const std::vector<PdfColumn>& columns, const std::vector<std::vector<PdfCell>>& rows)
{
    double total = 0;
    for (const PdfColumn& column : columns)
        total += column.share;
    ensure(44);
    tableHead(columns);
    for (const auto& row : rows) {
        std::vector<std::vector<QString>> cells;
        double height = 0;
        for (std::size_t i = 0; i < columns.size() && i < row.size(); ++i) {
            const double wide = m_width * columns[i].share / total - 6;
            cells.push_back(lines(diagram::visibleText(row[i].text), styleOf(row[i]), wide));
            if (cells.back().size() > 30) { // a cell never fills a page: the rest is counted
                const auto more = cells.back().size() - 29;
                cells.back().resize(29);
                cells.back().push_back(QStringLiteral("and %1 more lines").arg(more));
            }
            height = std::max(height, static_cast<double>(cells.back().size()) * leading(styleOf(row[i])));
        }
        if (m_y + height + 4 > bottom()) {
            newPage(m_landscape);
            tableHead(columns);
        }
        double x = left;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const double wide = m_width * columns[i].share / total;
            double y = m_y;
            for (const QString& line : cells[i]) {
                if (m_painter)
                    diagram::drawText(*m_painter,
                                      {columns[i].right ? x + wide - 6 : x, y + diagram::textAscent(styleOf(row[i])) + 1}, line,
                                      styleOf(row[i]), row[i].colour.isValid() ? row[i].colour : m_theme.ink,
                                      columns[i].right ? Align::right : Align::left);
                y += leading(styleOf(row[i]));
            }
            x += wide;
        }
        m_y += height + 3;
        if (m_painter) {
            m_painter->setPen(QPen(m_theme.grid, 0.5));
            m_painter->drawLine(QPointF(left, m_y - 1), QPointF(left + m_width, m_y - 1));
        }
    }
    m_y += 6;
}

void Flow::picture(double height, const std::function<void(QPainter&, const QRectF&)>& paint)
{
    ensure(height);
    if (m_painter) {
        m_painter->save();
        paint(*m_painter, QRectF(left, m_y, m_width, height));
        m_painter->restore();
    }
    m_y += height + 6;
}

} // namespace bartizan::report
