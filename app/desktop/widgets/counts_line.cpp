// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/counts_line.h"

#include "app/desktop/language.h"
#include "app/desktop/palette.h"
#include "diagram/marks.h"
#include "diagram/ring.h"
#include "diagram/text.h"

#include <QPainter>

namespace bartizan::desktop {

CountsLine::CountsLine(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(44);
    hide();
}

void CountsLine::show(const diagram::MarkCounts& counts, int steps, diagram::Sensitivity sensitivity)
{
    m_counts = counts;
    m_steps = steps;
    m_sensitivity = sensitivity;
    setAccessibleName(countsInLanguage(counts));
    setVisible(true);
    update();
}

void CountsLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const diagram::Theme& theme = shownTheme();
    diagram::drawCountMark(painter, {0, 4}, m_counts, theme);
    const double pill = diagram::drawSensitivityPill(painter, width(), 10, m_sensitivity, theme, 1, &inLanguage);
    const diagram::TextStyle style{12, QFont::Normal, false};
    const QString steps = m_steps < 0 ? tr("no way in found") : tr("steps %1").arg(m_steps);
    if (diagram::countMarkWidth(m_counts) + pill + diagram::textWidth(steps, style) + 24 < width())
        diagram::drawText(painter, {width() - pill - 10, 14}, steps, style, theme.ink, diagram::Align::right);
    const QString counts = countsInLanguage(m_counts);
    diagram::TextStyle fitting = style; // German is longer
    for (const double smaller : {11.0, 10.5})
        if (diagram::textWidth(counts, fitting) > width())
            fitting.pixels = smaller;
    diagram::drawText(painter, {0, 36}, diagram::elideRight(counts, fitting, width()), fitting, theme.ink2);
}

} // namespace bartizan::desktop
