// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/legend.h"
#include "diagram/painter.h"
#include "report/pdf/sections.h"

#include <algorithm>

namespace bartizan::report {

namespace {

double fitting(const QRectF& bounds, const QRectF& box)
{
    return std::min(
        {0.75, (box.width() - 8) / std::max(1.0, bounds.width()), (box.height() - 8) / std::max(1.0, bounds.height())});
}

} // namespace

void drawingPages(Flow& flow, const ReportInput&, const diagram::Drawing& drawing)
{
    flow.section(QStringLiteral("The drawing"), {}, true);
    const double legendHeight = 46;
    const double height = flow.room() - legendHeight - 8;
    flow.picture(height, [&](QPainter& painter, const QRectF& box) {
        // The view's scale is chosen so that names come out at 6.5 pt or more; where even the smallest scale with names
        // would make them smaller than 6 pt, the far view is painted instead.
        // Names and labels keep their size on the page, so at the drawing's edge they need room beyond its bounds.
        const double scale = std::clamp(fitting(drawing.bounds, box) * 11 / 6.5, 0.46, 1.0);
        const double room = 18 / scale;
        const QRectF bounds = drawing.bounds.adjusted(-room / 2, -room / 2, room / 2, room);
        const double fit = fitting(bounds, box);
        painter.setClipRect(box);
        painter.translate(box.topLeft());
        diagram::View view;
        if (fit * 11 / scale >= 6) {
            view.scale = scale;
            view.origin = bounds.topLeft();
            painter.translate((box.width() - bounds.width() * fit) / 2, 4);
            painter.scale(fit / scale, fit / scale);
        } else {
            view = diagram::fitted(bounds, box.size(), 6, 0.75);
        }
        view.theme = &diagram::paperTheme();
        view.ground = false;
        diagram::paintDrawing(painter, drawing, view);
    });
    flow.picture(legendHeight, [&](QPainter& painter, const QRectF& box) {
        const QSizeF size = diagram::drawLegend(nullptr, {}, diagram::paperTheme());
        const double scale =
            std::min({1.0, box.width() / std::max(1.0, size.width()), box.height() / std::max(1.0, size.height())});
        painter.translate(box.topLeft());
        painter.scale(scale, scale);
        diagram::drawLegend(&painter, {0, 0}, diagram::paperTheme());
    });
}

} // namespace bartizan::report
