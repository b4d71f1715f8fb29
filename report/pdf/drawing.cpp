// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/legend.h"
#include "diagram/painter.h"
#include "report/pdf/sections.h"

#include <algorithm>

namespace bartizan::report {

void drawingPages(Flow& flow, const ReportInput&, const diagram::Drawing& drawing)
{
    flow.section(QStringLiteral("The drawing"), {}, true);
    const double legendHeight = 46;
    const double height = flow.room() - legendHeight - 8;
    flow.picture(height, [&](QPainter& painter, const QRectF& box) {
        // Painted at scale 1 and shrunk as a whole, so that names stay with their rings; a drawing whose names would
        // be smaller than 4 pt is painted as the far view instead.
        const double fit = std::min({0.75, (box.width() - 8) / std::max(1.0, drawing.bounds.width()), (box.height() - 8) / std::max(1.0, drawing.bounds.height())});
        painter.setClipRect(box);
        painter.translate(box.topLeft());
        diagram::View view;
        if (fit * 11 >= 4) {
            view.origin = drawing.bounds.topLeft();
            painter.translate((box.width() - drawing.bounds.width() * fit) / 2, 4);
            painter.scale(fit, fit);
        } else {
            view = diagram::fitted(drawing.bounds, box.size(), 6, 0.75);
        }
        view.theme = &diagram::paperTheme();
        view.ground = false;
        diagram::paintDrawing(painter, drawing, view);
    });
    flow.picture(legendHeight, [&](QPainter& painter, const QRectF& box) {
        const QSizeF size = diagram::drawLegend(nullptr, {}, diagram::paperTheme());
        const double scale = std::min({1.0, box.width() / std::max(1.0, size.width()), box.height() / std::max(1.0, size.height())});
        painter.translate(box.topLeft());
        painter.scale(scale, scale);
        diagram::drawLegend(&painter, {0, 0}, diagram::paperTheme());
    });
}

} // namespace bartizan::report
