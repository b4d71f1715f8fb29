// SPDX-License-Identifier: GPL-3.0-or-later
// The count mark, its counts in words, and the steps an attacker needs on the easiest way.
#pragma once

#include "diagram/drawing.h"

#include <QWidget>

namespace bartizan::desktop {

class CountsLine final : public QWidget {
    Q_OBJECT
public:
    explicit CountsLine(QWidget* parent);
    // `steps`: compromises on the easiest way, -1 = no way found; `sensitivity` for the pill.
    void show(const diagram::MarkCounts& counts, int steps, diagram::Sensitivity sensitivity);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    diagram::MarkCounts m_counts;
    int m_steps = -1;
    diagram::Sensitivity m_sensitivity = diagram::Sensitivity::internal;
};

} // namespace bartizan::desktop
