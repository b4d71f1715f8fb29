// SPDX-License-Identifier: GPL-3.0-or-later
// The five marks: full stone, half stone, wedge, three dots, dash. The same shapes serve ring, tree, table, matrix,
// charts and report, so that nothing depends on colour. Also the count mark and the severity bars.
#pragma once

#include "diagram/drawing.h"
#include "diagram/theme.h"

#include <QPainter>

namespace bartizan::diagram {

QColor markColour(const Theme& theme, Mark mark);
QColor markTint(const Theme& theme, Mark mark); // ground of a table cell
QColor footingColour(const Theme& theme, const Stone& stone);

// The mark on its 12 grid, scaled to `box` (12 px in lists, 15 in the matrix). `hollow`: a missing layer that is not
// required; `accepted`: crossed by a bar in the ground's colour.
struct MarkStyle {
    bool hollow = false;
    bool accepted = false;
};
void drawMark(QPainter& painter, Mark mark, const QRectF& box, const Theme& theme, MarkStyle style = {});
QImage markImage(Mark mark, int pixels, const Theme& theme, double devicePixelRatio = 1);

// One cell for each required, applicable layer, worst first. Always shown beside its counts in words or figures.
struct CountMarkSize {
    double cell = 4;
    double height = 11;
    double gap = 0.8;
};
double countMarkWidth(const MarkCounts& counts, const CountMarkSize& size = {});
void drawCountMark(QPainter& painter, QPointF topLeft, const MarkCounts& counts, const Theme& theme,
                   const CountMarkSize& size = {});

enum class Severity : std::uint8_t { critical, high, medium, low, info };
QColor severityColour(const Theme& theme, Severity severity);
QString severityName(Severity severity);
void drawSeverityBars(QPainter& painter, Severity severity, const QRectF& box, const Theme& theme); // 14 × 12 grid

} // namespace bartizan::diagram
