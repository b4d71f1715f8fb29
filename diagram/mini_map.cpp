// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/curve.h"
#include "diagram/marks.h"
#include "diagram/painter.h"

#include <QPen>

#include <algorithm>

namespace bartizan::diagram {

View miniMapView(const QRectF& box, const Drawing& drawing)
{
    constexpr double margin = 8;
    View view;
    const QRectF& all = drawing.bounds;
    view.scale = std::min((box.width() - 2 * margin) / std::max(1.0, all.width()),
                          (box.height() - 2 * margin) / std::max(1.0, all.height()));
    view.origin = all.center() - box.center() / view.scale;
    return view;
}

void paintMiniMap(QPainter& painter, const QRectF& box, const Drawing& drawing, const QRectF& seen, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.surf);
    painter.drawRoundedRect(box, 7, 7);
    painter.setClipRect(box.adjusted(1, 1, -1, -1));
    const View view = miniMapView(box, drawing);
    for (const Group& group : drawing.groups) {
        painter.setPen(QPen(theme.ns, 0.8));
        painter.setBrush(group.lit != Lit::none ? theme.litFill : theme.nsFill);
        painter.drawRoundedRect(view.toView(group.rect), 2, 2);
    }
    for (const Edge& edge : drawing.edges) {
        if (edge.lit == Lit::none || edge.points.empty())
            continue;
        QTransform place;
        place.scale(view.scale, view.scale);
        place.translate(-view.origin.x(), -view.origin.y());
        painter.setPen(QPen(edge.lit == Lit::direct ? theme.litRing : theme.litCase2, 2.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(place.map(bezierPath(edge.points)));
        painter.setPen(QPen(theme.lit, 0.8));
        painter.drawPath(place.map(bezierPath(edge.points)));
    }
    for (const Node& node : drawing.nodes) {
        const Mark worst = worstMark(node);
        if (!node.shown || worst == Mark::notApplicable)
            continue;
        const QPointF at = view.toView(node.centre);
        painter.fillRect(QRectF(at.x() - 1.7, at.y() - 1.7, 3.4, 3.4), markColour(theme, worst));
    }
    if (!seen.isNull()) {
        painter.setPen(QPen(theme.accent, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(view.toView(seen).intersected(box.adjusted(2, 2, -2, -2)));
    }
    painter.restore();
}

} // namespace bartizan::diagram
