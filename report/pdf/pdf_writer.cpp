// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf/pdf_writer.h"

#include "diagram/marks.h"

#include <algorithm>

namespace bartizan::report {

using diagram::Align;

namespace {

constexpr double labelColumn = 78;
constexpr std::size_t unbrokenLines = 12;

} // namespace

void PdfWriter::contents(const std::vector<SectionName>& sections)
{
    m_sheet.beginSection(QStringLiteral("Contents"), false);
    m_sheet.outline(QStringLiteral("Contents"), 0);
    m_sheet.anchor("contents");
    m_sheet.paragraph(QStringLiteral("Contents"), type::title, m_sheet.theme().ink);
    m_sheet.down(14);
    for (const SectionName& section : sections) {
        const QString name = printable(section.name), page = m_sheet.pageOf(section.anchor);
        const double y = m_sheet.y() + diagram::textAscent(type::heading);
        m_sheet.write({m_sheet.x(), y}, name, type::heading, m_sheet.theme().ink);
        m_sheet.write({m_sheet.x() + m_sheet.width(), y}, page, type::heading, m_sheet.theme().ink, Align::right);
        if (QPainter* painter = m_sheet.painter()) {
            const double from = m_sheet.x() + diagram::textWidth(name, type::heading) + 8;
            const double to = m_sheet.x() + m_sheet.width() - diagram::textWidth(page, type::heading) - 8;
            QPen dots(m_sheet.theme().line2, 0.8, Qt::CustomDashLine, Qt::RoundCap);
            dots.setDashPattern({0.1, 5});
            painter->setPen(dots);
            painter->drawLine(QPointF(from, y), QPointF(to, y));
        }
        m_sheet.link({m_sheet.x(), m_sheet.y(), m_sheet.width(), 18}, section.anchor);
        m_sheet.down(22);
    }
}

void PdfWriter::section(const SectionHead& head)
{
    settle(0);
    m_sheet.beginSection(printable(head.name.name), head.landscape);
    m_sheet.anchor(head.name.anchor);
    m_sheet.outline(printable(head.name.name), 0);
    m_sheet.paragraph(printable(head.title), type::title, m_sheet.theme().ink);
    m_sheet.down(4);
    if (!head.lead.empty())
        m_sheet.paragraph(printable(head.lead), type::body, m_sheet.theme().ink2);
    m_sheet.down(10);
}

void PdfWriter::heading(const std::string& title, const std::string& anchor)
{
    settle(0);
    if (anchor.empty()) {
        m_heading = title;
        return;
    }
    // What has an anchor is a page of its own.
    if (m_sheet.y() > Sheet::top + 120)
        m_sheet.newPage(m_sheet.landscape());
    m_sheet.anchor(anchor);
    m_sheet.outline(printable(title), 1);
    m_sheet.rule();
    m_sheet.paragraph(printable(title), type::finding, m_sheet.theme().ink);
    m_sheet.down(4);
}

void PdfWriter::settle(double height)
{
    if (m_heading.empty())
        return;
    const std::string title = std::exchange(m_heading, {});
    m_sheet.down(8);
    const auto lines = m_sheet.text().broken(printable(title), type::heading, m_sheet.width()).size();
    m_sheet.ensure(static_cast<double>(lines) * leading(type::heading) + 4 + height);
    m_sheet.paragraph(printable(title), type::heading, m_sheet.theme().ink);
    m_sheet.down(4);
}

void PdfWriter::paragraph(const std::string& text, Tone tone)
{
    settle(tone == Tone::small ? 90 : leading(type::body) * 2); // a remark stands above a table
    const diagram::TextStyle& style = tone == Tone::sentence ? type::finding : tone == Tone::small ? type::small : type::body;
    m_sheet.paragraph(printable(text), style, tone == Tone::small ? m_sheet.theme().ink2 : m_sheet.theme().ink);
    m_sheet.down(4);
}

void PdfWriter::labels(const std::vector<Label>& labels)
{
    settle(leading(type::table) * 2);
    struct Laid {
        diagram::TextStyle style;
        std::vector<QString> terms, lines;
        std::size_t count() const { return std::max(terms.size(), lines.size()); }
    };
    constexpr double between = 1.5;
    std::vector<Laid> laid;
    double height = 0;
    for (const Label& label : labels) {
        const Cell& value = label.value;
        Laid& made = laid.emplace_back();
        made.style = value.kind == Cell::Kind::code     ? type::code
                     : value.kind == Cell::Kind::strong ? type::tableStrong
                                                        : type::table;
        made.terms = m_sheet.text().broken(printable(label.term), type::tableStrong, labelColumn - 8);
        made.lines =
            m_sheet.text().broken(printable(value.text), made.style, m_sheet.width() - labelColumn - (value.to.empty() ? 0 : 28));
        height += leading(made.style) * static_cast<double>(made.count()) + between;
    }
    if (height <= m_sheet.bodyHeight() / 3) // kept together
        m_sheet.ensure(height);
    const double left = m_sheet.x() + labelColumn;
    for (std::size_t at = 0; at < labels.size(); ++at) {
        const Cell& value = labels[at].value;
        const Laid& made = laid[at];
        const double step = leading(made.style);
        const QString page = m_sheet.pageOf(value.to);
        for (std::size_t i = 0; i < made.count(); ++i) {
            m_sheet.ensure(step);
            if (i < made.terms.size())
                m_sheet.write({m_sheet.x(), m_sheet.y() + diagram::textAscent(type::tableStrong)}, made.terms[i],
                              type::tableStrong, m_sheet.theme().ink2);
            if (i < made.lines.size()) {
                const double y = m_sheet.y() + diagram::textAscent(made.style);
                m_sheet.write({left, y}, made.lines[i], made.style,
                              value.kind == Cell::Kind::dim ? m_sheet.theme().ink2 : m_sheet.theme().ink);
                m_sheet.link({left, m_sheet.y(), m_sheet.width() - labelColumn, step}, value.to);
                if (i == 0 && !page.isEmpty())
                    m_sheet.write({m_sheet.x() + m_sheet.width(), y}, QStringLiteral("p. ") + page, type::small,
                                  m_sheet.theme().accent, Align::right);
            }
            m_sheet.down(step);
        }
        m_sheet.down(between);
    }
    m_sheet.down(5);
}

void PdfWriter::finding(const FindingHead& head)
{
    settle(0);
    m_sheet.down(10);
    m_sheet.ensure(120);
    m_sheet.anchor(head.anchor);
    const QString title = printable(head.title);
    m_sheet.outline(title, 1);
    const diagram::Theme& theme = m_sheet.theme();
    if (QPainter* painter = m_sheet.painter()) {
        m_sheet.rule(0);
        const auto severity = static_cast<diagram::Severity>(head.severity);
        const double y = m_sheet.y() + 6;
        diagram::drawSeverityBars(*painter, severity, {m_sheet.x(), y, 12, 10.3}, theme);
        const QString word = diagram::severityName(severity);
        const diagram::TextStyle style{8.5, QFont::DemiBold, false};
        double x = m_sheet.x() + 17;
        if (severity == diagram::Severity::critical) {
            const double width = diagram::textWidth(word, style) + 8;
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.critical);
            painter->drawRoundedRect(QRectF(x, y - 0.8, width, 12), 3, 3);
            diagram::drawText(*painter, {x + 4, y + 8.7}, word, style, theme.onCritical);
            x += width;
        } else {
            diagram::drawText(*painter, {x, y + 8.7}, word, style, diagram::severityColour(theme, severity));
            x += diagram::textWidth(word, style);
        }
        diagram::drawText(*painter, {x + 10, y + 8.7}, printable(head.status), type::small, theme.ink2);
        diagram::drawText(*painter, {m_sheet.x() + m_sheet.width(), y + 8.7}, printable(head.id), type::code, theme.ink2,
                          Align::right);
    }
    m_sheet.down(20);
    m_sheet.paragraph(title, type::finding, theme.ink);
    m_sheet.down(3);
}

void PdfWriter::quote(const QuotedLines& quote)
{
    settle(leading(type::code) * 4);
    const diagram::Theme& theme = m_sheet.theme();
    const double step = leading(type::code), pad = 6;
    const double number = 26; // for the line's number
    struct Row {
        QString number, text;
        bool cited = false;
    };
    std::vector<Row> rows;
    for (const ExcerptLine& line : quote.lines) {
        QString text = printable(line.text);
        qsizetype indent = 0;
        while (indent < text.size() && indent < 24 && text.at(indent) == QLatin1Char(' '))
            ++indent;
        const QString blanks(indent, QChar(0x00A0)); // kept: it is what the file looks like
        bool first = true;
        for (const QString& part : m_sheet.text().broken(
                 text.mid(indent), type::code, m_sheet.width() - number - 2 * pad - diagram::textWidth(blanks, type::code))) {
            rows.push_back({first ? QString::number(line.number) : QString(), blanks + part, line.cited});
            first = false;
        }
    }
    const auto paintRow = [&](const QString& left, const QString& text, const QColor& ground, bool cited, bool strong) {
        if (QPainter* painter = m_sheet.painter()) {
            const QRectF box(m_sheet.x(), m_sheet.y(), m_sheet.width(), step + 0.2);
            painter->fillRect(box, ground);
            if (cited)
                painter->fillRect(QRectF(box.left(), box.top(), 2.2, box.height()), theme.missing);
            const double y = m_sheet.y() + diagram::textAscent(type::code) + 0.6;
            m_sheet.write({box.left() + pad + number - 8, y}, left, type::code, theme.ink2, Align::right);
            m_sheet.write({box.left() + (strong ? pad : pad + number), y}, text, type::code, theme.ink);
        }
        m_sheet.down(step);
    };
    const auto heads = m_sheet.text().broken(printable(quote.where), type::code, m_sheet.width() - 2 * pad);
    const double height = static_cast<double>(rows.size() + heads.size()) * step + 4;
    m_sheet.ensure(rows.size() <= unbrokenLines ? height : 3 * step);
    for (const QString& part : heads) {
        m_sheet.ensure(step);
        paintRow({}, part, theme.sunken, false, true);
    }
    for (const Row& row : rows) {
        m_sheet.ensure(step);
        paintRow(row.number, row.text, row.cited ? theme.codeHi : theme.code, row.cited, false);
    }
    m_sheet.down(5);
}

void PdfWriter::beginTable(const std::vector<Column>& columns, const std::string&)
{
    m_table.emplace(m_sheet, columns);
    settle(m_table->leastHeight());
}
void PdfWriter::tableGroup(const std::string& title)
{
    m_table->group(title);
}
void PdfWriter::row(const std::vector<Cell>& cells)
{
    m_table->row(cells);
}
void PdfWriter::endTable()
{
    m_table->end();
    m_table.reset();
}

void PdfWriter::figure(const Figure& figure)
{
    if (figure.height <= 0)
        return;
    settle(figure.height);
    m_sheet.ensure(figure.height);
    if (QPainter* painter = m_sheet.painter()) {
        painter->save();
        const double width = figure.width > 0 ? figure.width : m_sheet.width();
        figure.paint(*painter, QRectF(m_sheet.x() + (m_sheet.width() - width) / 2, m_sheet.y(), width, figure.height));
        painter->restore();
    }
    m_sheet.down(figure.height + 6);
}

void PdfWriter::drawing(const diagram::Drawing& drawing)
{
    drawingPages(m_sheet, drawing, m_parts);
}

void PdfWriter::signatureLines(const std::vector<std::string>& labels)
{
    const double gap = 16, count = static_cast<double>(std::max<std::size_t>(1, labels.size()));
    const double width = (m_sheet.width() - gap * (count - 1)) / count;
    double x = m_sheet.x();
    for (const std::string& label : labels) {
        if (QPainter* painter = m_sheet.painter()) {
            painter->setPen(QPen(m_sheet.theme().ink2, 0.6));
            painter->drawLine(QPointF(x, m_sheet.y()), QPointF(x + width, m_sheet.y()));
        }
        m_sheet.write({x, m_sheet.y() + 11}, printable(label), type::small, m_sheet.theme().ink2);
        x += width + gap;
    }
    m_sheet.down(20);
}

void PdfWriter::signatures(const std::vector<std::string>& labels)
{
    settle(static_cast<double>(labels.size()) * 60);
    for (const std::string& label : labels) {
        m_sheet.ensure(60);
        m_sheet.down(34);
        signatureLines({label, "Date", "Signature"});
    }
}

} // namespace bartizan::report
