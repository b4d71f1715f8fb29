// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf/sheet.h"

#include <QPageLayout>

namespace bartizan::report {

using diagram::Align;
using diagram::TextStyle;

double leading(const TextStyle& style)
{
    if (style.code)
        return style.pixels * 1.47;
    return style.pixels * (style.pixels >= 20 ? 1.2 : style.pixels >= 12 ? 1.23 : style.pixels >= 9 ? 1.5 : 1.375);
}

Sheet::Sheet(QPdfWriter& writer, QPainter& painter, Foot foot, const Sheet& before, Marks& marks)
    : m_writer(&writer), m_painter(&painter), m_foot(std::move(foot)), m_before(&before), m_marks(&marks)
{
}

void Sheet::newPage(bool landscape)
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

void Sheet::paintFoot()
{
    if (!m_painter)
        return;
    const double y = m_height - 31;
    m_painter->setPen(QPen(m_theme.line2, 0.5));
    m_painter->drawLine(QPointF(left, y - 10), QPointF(left + m_width, y - 10));
    const QString page = QString::number(m_page + 1) + QStringLiteral(" / ") + QString::number(m_before ? m_before->pages() : 0);
    const double pageWidth = diagram::textWidth(m_foot.product + QStringLiteral("   ") + page, type::small);
    const QString classification = diagram::elideRight(m_foot.classification, type::small, (m_width - pageWidth) / 2);
    const double classWidth = diagram::textWidth(classification, type::small);
    write({left, y}, classification, type::small, m_theme.ink2);
    write({left + classWidth + 14, y}, diagram::elideRight(m_foot.scope, type::small, m_width - classWidth - pageWidth - 28),
          type::small, m_theme.ink2);
    write({left + m_width, y}, m_foot.product + QStringLiteral("   ") + page, type::small, m_theme.ink2, Align::right);
    if (!m_section.isEmpty())
        write({left, 38}, m_section, type::small, m_theme.ink2);
}

void Sheet::beginSection(const QString& name, bool landscape)
{
    m_section = name;
    newPage(landscape);
}

void Sheet::anchor(const std::string& name)
{
    if (name.empty())
        return;
    m_trace = qHashMulti(m_trace, std::hash<std::string>()(name), m_page, m_y);
    if (!m_before)
        m_anchors.emplace(name, Place{m_page, m_y});
}

void Sheet::outline(const QString& title, int level)
{
    if (m_marks)
        m_marks->add(OutlineItem{title, {m_page, m_y}, level});
}

void Sheet::link(const QRectF& area, const std::string& to)
{
    if (!m_marks || to.empty())
        return;
    const auto target = m_before->m_anchors.find(to);
    if (target != m_before->m_anchors.end())
        m_marks->add(LinkArea{m_page, area, target->second});
}

QString Sheet::pageOf(const std::string& anchor) const
{
    if (!m_before || anchor.empty())
        return {};
    const auto found = m_before->m_anchors.find(anchor);
    return found == m_before->m_anchors.end() ? QString() : QString::number(found->second.page + 1);
}

void Sheet::ensure(double height)
{
    if (m_y + height > bottom() && m_y > top + 1)
        newPage(m_landscape);
}

void Sheet::rule(double after)
{
    if (m_painter) {
        m_painter->setPen(QPen(m_theme.ink, 1.1));
        m_painter->drawLine(QPointF(left, m_y), QPointF(left + m_width, m_y));
    }
    m_y += after;
}

void Sheet::write(QPointF baseline, const QString& words, const TextStyle& style, const QColor& colour, Align align)
{
    if (m_painter)
        diagram::drawText(*m_painter, baseline, words, style, colour, align);
}

void Sheet::paragraph(const QString& words, const TextStyle& style, const QColor& colour, double indent, const std::string& to)
{
    const double step = leading(style);
    for (const QString& line : m_text.broken(words, style, m_width - indent)) {
        ensure(step);
        write({left + indent, m_y + diagram::textAscent(style)}, line, style, colour);
        if (!to.empty() && m_painter)
            link({left + indent, m_y, diagram::textWidth(line, style), step}, to);
        m_y += step;
    }
}

} // namespace bartizan::report
