// SPDX-License-Identifier: GPL-3.0-or-later
// Short statements with signs in a row, wrapped where the width ends: the scope line of the first screen.
#pragma once

#include "app/desktop/widgets/cell.h"

#include <QWidget>

namespace bartizan::desktop {

class FlowLine final : public QWidget {
    Q_OBJECT
public:
    explicit FlowLine(QWidget* parent);
    void show(const std::vector<Cell>& statements);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {600, heightForWidth(600)}; }
    QSize minimumSizeHint() const override { return {200, 29}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    template <class Visit>
    int flow(int width, Visit&& visit) const;

    std::vector<Cell> m_statements;
};

} // namespace bartizan::desktop
