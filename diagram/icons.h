// SPDX-License-Identifier: GPL-3.0-or-later
// The icons of the program: drawn on a 16 grid with one stroke of 1.4 and round caps, tinted when painted. The painter
// uses them in keeps and tabs; tables, docks and reports at any size.
#pragma once

#include "diagram/drawing.h"

#include <QColor>
#include <QImage>
#include <QPainter>

namespace bartizan::diagram {

enum class Icon : std::uint8_t {
    workload,
    store,
    gateway,
    entry,
    internet,
    outside,
    identityProvider,
    perimeter,
    identity,
    channel,
    isolation,
    workloadFamily,
    supplyChain,
    operations,
    noCheck,
    nameSpace,
    privateNetwork,
    nodeNetwork,
    door,
    file,
    folder,
    archive,
    open,
    refresh,
    undo,
    search,
    filter,
    compare,
    report,
    plus,
    minus,
    fit,
    pin,
    close,
    copy,
    chevronRight,
    chevronDown,
    warning,
    lock,
    clock
};
constexpr int iconCount = static_cast<int>(Icon::clock) + 1;

Icon iconFor(NodeKind kind);
Icon iconFor(Family family);

// Fills `box` (16 grid scaled to its width). `stroke` multiplies the 1.4 of the grid.
void drawIcon(QPainter& painter, Icon icon, const QRectF& box, const QColor& colour, double stroke = 1);

// Transparent square image of `pixels` logical px, for QIcon and item delegates.
QImage iconImage(Icon icon, int pixels, const QColor& colour, double devicePixelRatio = 1);

// The turret of the program's own icon on a 64 grid.
void drawProgramIcon(QPainter& painter, const QRectF& box, const QColor& colour, const QColor& slit);

} // namespace bartizan::diagram
