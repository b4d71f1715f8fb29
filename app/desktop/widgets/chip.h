// SPDX-License-Identifier: GPL-3.0-or-later
// A small switch in the bar of a table: a sign, a word, a count. On is filled and framed, off is dashed and pale.
#pragma once

#include "app/desktop/widgets/cell.h"

#include <QCheckBox>

#include <algorithm>

namespace bartizan::desktop {

class Chip final : public QCheckBox {
    Q_OBJECT
public:
    Chip(const CellPart& part, const QString& tip, QWidget* parent);

    void setWords(const QString& words); // beside the sign
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {std::min(44, sizeHint().width()), 24}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    CellPart m_part;
};

} // namespace bartizan::desktop
