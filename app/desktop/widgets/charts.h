// SPDX-License-Identifier: GPL-3.0-or-later
// The two charts of the first screen, by Qt Charts: findings by severity and image reports by age. Every bar says its
// number; colours are the theme's and follow a change of the palette.
#pragma once

#include <QtCharts/QChartView>

#include <array>

namespace bartizan::desktop {

class BarChart final : public QChartView {
    Q_OBJECT
public:
    struct Bar {
        QString name;
        int value = 0;
        QColor colour;
        bool dotted = false; // something that is not there: no report
    };
    BarChart(const QString& name, QWidget* parent);
    void setBars(const std::vector<Bar>& bars, bool horizontal);

private:
    QString m_name;
};

} // namespace bartizan::desktop
