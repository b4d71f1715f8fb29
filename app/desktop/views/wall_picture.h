// SPDX-License-Identifier: GPL-3.0-or-later
// The wall of one service, large, with the names of its layers beside the stones that are missing or partial.
#pragma once

#include "diagram/drawing.h"

#include <QWidget>

#include <optional>

namespace bartizan::desktop {

class WallPicture final : public QWidget {
    Q_OBJECT
public:
    explicit WallPicture(QWidget* parent = nullptr);
    void show(const diagram::Node& node);
    void clear();

protected:
    void paintEvent(QPaintEvent*) override;

private:
    std::optional<diagram::Node> m_node;
};

} // namespace bartizan::desktop
