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
        diagram::View view = diagram::fitted(drawing.bounds, box.size(), 6, 0.75); // 1 su is at most 0.75 pt: as on screen
        view.theme = &diagram::paperTheme();
        view.ground = false;
        painter.setClipRect(box);
        painter.translate(box.topLeft());
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
