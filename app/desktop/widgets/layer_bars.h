// SPDX-License-Identifier: GPL-3.0-or-later
// "By layer": one bar a layer over all services, worst part first, in two columns of eight under the icons of their
// families; beside it "present of applicable". Full, half high, wedges, dots: readable without colour.
#pragma once

#include "diagram/drawing.h"

#include <QWidget>

#include <array>

namespace bartizan::desktop {

class LayerBars final : public QWidget {
    Q_OBJECT
public:
    explicit LayerBars(QWidget* parent);
    void show(const std::array<diagram::MarkCounts, diagram::layerCount>& counts);

signals:
    void layerChosen(int layer);

protected:
    void paintEvent(QPaintEvent*) override;
    bool event(QEvent* event) override; // tool tips
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; // arrows move, Enter chooses
    void focusInEvent(QFocusEvent* event) override;

private:
    void moveTo(int layer);
    QRectF rowOf(int layer) const;
    int layerAt(QPointF at) const;
    QString wordsOf(int layer) const;

    std::array<diagram::MarkCounts, diagram::layerCount> m_counts{};
    int m_current = 0; // where the keyboard is
};

} // namespace bartizan::desktop
