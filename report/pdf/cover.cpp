// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf/pdf_writer.h"

#include <algorithm>

namespace bartizan::report {

using diagram::Align;

namespace {

const diagram::TextStyle nameStyle{33, QFont::Bold, false};
const diagram::TextStyle longNameStyle{22, QFont::Bold, false};
const diagram::TextStyle subtitleStyle{15, QFont::Normal, false};
const diagram::TextStyle sentenceStyle{13, QFont::Medium, false};
const diagram::TextStyle digestStyle{6, QFont::Normal, true};
constexpr std::size_t mostNameLines = 3;

} // namespace

void PdfWriter::cover(const CoverPage& page)
{
    Sheet& sheet = m_sheet;
    const diagram::Theme& theme = sheet.theme();
    sheet.newPage();
    sheet.outline(printable(page.subtitle), 0);
    sheet.rule();
    sheet.write({sheet.x(), sheet.y() + 9}, QStringLiteral("Bartizan"), type::small, theme.ink2);
    sheet.write({sheet.x() + sheet.width(), sheet.y() + 9},
                diagram::elideRight(printable(page.classification), type::small, sheet.width() * 0.8), type::small, theme.ink2,
                Align::right);
    sheet.down(40);
    const QString name = printable(page.system);
    const bool large = sheet.text().broken(name, nameStyle, sheet.width()).size() <= 2;
    auto lines = sheet.text().broken(name, large ? nameStyle : longNameStyle, sheet.width());
    if (lines.size() > mostNameLines) {
        lines.resize(mostNameLines); // whole in "Method", where the sources stand
        lines.back() = diagram::elideRight(lines.back() + QStringLiteral(" …"), longNameStyle, sheet.width());
    }
    for (const QString& line : lines) {
        const diagram::TextStyle& style = large ? nameStyle : longNameStyle;
        sheet.write({sheet.x(), sheet.y() + diagram::textAscent(style)}, line, style, theme.ink);
        sheet.down(style.pixels * 1.12);
    }
    sheet.down(6);
    sheet.paragraph(printable(page.subtitle), subtitleStyle, theme.ink2);
    sheet.down(14);
    if (!page.sentence.empty())
        sheet.paragraph(printable(page.sentence), sentenceStyle, theme.ink);

    // The facts stand above the foot, the wall in what is left between.
    const double factsHeight = leading(type::table) * 4 + static_cast<double>(page.inputs.size()) * 24 + 150;
    const double ringTop = sheet.y() + 10, ringRoom = sheet.y() + sheet.room() - factsHeight - ringTop;
    const double ring = std::min(ringRoom, page.figure.height);
    if (QPainter* painter = sheet.painter(); painter && ring > 90) {
        painter->save();
        page.figure.paint(*painter, QRectF(sheet.x() + sheet.width() - ring, ringTop + (ringRoom - ring) / 2, ring, ring));
        painter->restore();
    }
    if (sheet.room() < factsHeight)
        sheet.newPage();
    sheet.down(sheet.room() - factsHeight);
    const double gap = 16, half = (sheet.width() - gap) / 2, top = sheet.y();
    double left = top, right = top;
    const auto rule = [&](double x, double y) {
        if (QPainter* painter = sheet.painter()) {
            painter->setPen(QPen(theme.line2, 0.6));
            painter->drawLine(QPointF(x, y), QPointF(x + half, y));
        }
    };
    rule(sheet.x(), top);
    rule(sheet.x() + half + gap, top);
    left += 5;
    right += 5;
    sheet.write({sheet.x(), left + 8}, QStringLiteral("Inputs, with SHA-256"), type::tableStrong, theme.ink2);
    left += leading(type::tableStrong) + 2;
    for (const auto& [input, digest] : page.inputs) {
        sheet.write({sheet.x(), left + 8}, diagram::elideMiddle(printable(input), type::table, half), type::table, theme.ink);
        left += leading(type::table);
        for (const QString& line : sheet.text().broken(printable(digest), digestStyle, half)) {
            sheet.write({sheet.x(), left + 6}, line, digestStyle, theme.ink2);
            left += 8.5;
        }
        left += 3;
    }
    if (!page.inputsNote.empty())
        sheet.write({sheet.x(), left + 8}, printable(page.inputsNote), type::small, theme.ink2);
    for (const Label& fact : page.facts) {
        sheet.write({sheet.x() + half + gap, right + 8}, printable(fact.term), type::tableStrong, theme.ink2);
        auto parts = sheet.text().broken(printable(fact.value.text), type::table, half - 52);
        if (parts.size() > 4) {
            parts.resize(4);
            parts.back() = diagram::elideRight(parts.back() + QStringLiteral(" …"), type::table, half - 52);
        }
        for (const QString& line : parts) {
            sheet.write({sheet.x() + half + gap + 52, right + 8}, line, type::table, theme.ink);
            right += leading(type::table);
        }
        right += 2;
    }
    sheet.down(factsHeight - 84);
    signatureLines(page.signatures);
    for (const std::string& limit : page.limits)
        sheet.paragraph(printable(limit), type::small, theme.ink2);
}

} // namespace bartizan::report
