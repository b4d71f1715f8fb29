// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/charts.h"

#include "app/desktop/palette.h"
#include "diagram/fonts.h"

#include <QGraphicsLayout>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace bartizan::desktop {

BarChart::BarChart(const QString& name, QWidget* parent) : QChartView(parent), m_name(name)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(name);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    setStyleSheet(QStringLiteral("background: transparent"));
    setMinimumHeight(150);
    setFocusPolicy(Qt::NoFocus);
}

void BarChart::setBars(const std::vector<Bar>& bars, bool horizontal)
{
    const diagram::Theme& theme = shownTheme();
    auto* chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setMargins({0, 0, 0, 0});
    chart->legend()->hide();
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    QAbstractBarSeries* series = horizontal ? static_cast<QAbstractBarSeries*>(new QHorizontalStackedBarSeries)
                                            : static_cast<QAbstractBarSeries*>(new QStackedBarSeries);
    series->setBarWidth(0.62);
    QStringList names, words;
    int most = 1;
    // One set a bar, so that each has its own colour; stacked, so that each stands at its own category.
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Bar& bar = horizontal ? bars[bars.size() - 1 - i] : bars[i];
        auto* set = new QBarSet(bar.name);
        for (std::size_t k = 0; k < bars.size(); ++k)
            *set << (k == i ? bar.value : 0);
        set->setBrush(bar.dotted ? QBrush(theme.surf) : QBrush(bar.colour));
        set->setPen(bar.dotted ? QPen(bar.colour, 1, Qt::DotLine) : QPen(Qt::NoPen));
        series->append(set);
        names << (horizontal ? QStringLiteral("%1  %2") : QStringLiteral("%1<br>%2")).arg(bar.name).arg(bar.value);
        words << QStringLiteral("%1 %2").arg(bar.name).arg(bar.value);
        most = std::max(most, bar.value);
    }
    chart->addSeries(series);
    auto* categories = new QBarCategoryAxis;
    categories->append(names);
    categories->setTruncateLabels(false);
    categories->setGridLineVisible(false);
    categories->setLinePen(QPen(theme.line2, 1));
    categories->setLabelsColor(theme.ink);
    categories->setLabelsFont(diagram::uiFont(11.5));
    auto* values = new QValueAxis;
    values->setRange(0, most);
    values->setVisible(false);
    chart->addAxis(categories, horizontal ? Qt::AlignLeft : Qt::AlignBottom);
    chart->addAxis(values, horizontal ? Qt::AlignBottom : Qt::AlignLeft);
    series->attachAxis(categories);
    series->attachAxis(values);
    QChart* old = this->chart();
    setChart(chart);
    delete old;
    setAccessibleDescription(words.join(QStringLiteral(", ")));
}

} // namespace bartizan::desktop
