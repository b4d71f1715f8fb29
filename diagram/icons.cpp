// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/icons.h"

#include "diagram/square_image.h"
#include "diagram/svg_path.h"

#include <QPen>

#include <array>

namespace bartizan::diagram {

namespace {

constexpr double gridStroke = 1.4;

struct IconRow {
    Icon icon;
    const char* stroke;
    const char* fill; // "" = nothing is filled
};

// Circles are written as two arcs.
constexpr std::array<IconRow, iconCount> rows = {{
    {Icon::workload, "M8 1.9L13.5 5v6L8 14.1 2.5 11V5zM2.5 5L8 8.1 13.5 5M8 8.1v6", ""},
    {Icon::store,
     "M3 4.2a5 2.2 0 0 1 10 0a5 2.2 0 0 1 -10 0zM3 4.2V11.8M13 4.2V11.8M3 8a5 2.2 0 0 0 10 0M3 11.8a5 2.2 0 0 0 10 0", ""},
    {Icon::gateway, "M2.5 14V7.5a5.5 5.5 0 0 1 11 0V14zM6.2 3V14M9.8 3V14M2.8 8.2H13.2M2.8 11.2H13.2", ""},
    {Icon::entry, "M9.5 2.5h4v11h-4M2 8h7.5M6.6 5l3 3-3 3", ""},
    {Icon::internet, "M2 8a6 6 0 0 1 12 0a6 6 0 0 1 -12 0zM2 8H14M4.8 8a3.2 6 0 0 1 6.4 0a3.2 6 0 0 1 -6.4 0z", ""},
    {Icon::outside, "M8.5 3H3v10h10V7.5M8 8l5.8-5.8M10 2.2h3.8V6", ""},
    {Icon::identityProvider, "M3.5 2H12.5V14H3.5zM6.3 6.2a1.7 1.7 0 0 1 3.4 0a1.7 1.7 0 0 1 -3.4 0zM5.2 11.6a2.8 2.4 0 0 1 5.6 0",
     ""},
    {Icon::perimeter, "M1.8 13.5V4.2h2.7v2.2h2.2V4.2h2.6v2.2h2.2V4.2h2.7v9.3z", ""},
    {Icon::identity, "M2.1 8a2.7 2.7 0 0 1 5.4 0a2.7 2.7 0 0 1 -5.4 0zM7.5 8H14v2.4M11.3 8v2", ""},
    {Icon::channel, "M3.3 7.2h9.4v6.3H3.3zM5.3 7.2V4.9a2.7 2.7 0 0 1 5.4 0v2.3", ""},
    {Icon::isolation, "M2 3.5h12v9H2zM2 8H14M6 3.5V8M10 8v4.5", ""},
    {Icon::workloadFamily, "M8 1.8l5 1.8v4c0 3.2-2.1 5.3-5 6.6-2.9-1.3-5-3.4-5-6.6v-4z", ""},
    {Icon::supplyChain, "M2.5 5.5h11v8h-11zM2.5 5.5l2-3h7l2 3M8 2.5v3", ""},
    {Icon::operations,
     "M1.5 8C3.3 5 5.4 3.5 8 3.5C10.6 3.5 12.7 5 14.5 8C12.7 11 10.6 12.5 8 12.5C5.4 12.5 3.3 11 1.5 8zM6 8a2 2 0 0 1 4 0a2 2 0 "
     "0 1 -4 0z",
     ""},
    {Icon::noCheck, "M2.1 8a2.7 2.7 0 0 1 5.4 0a2.7 2.7 0 0 1 -5.4 0zM7.5 8H14v2.4M11.3 8v2M3 13.5L13 2.5", ""},
    {Icon::nameSpace, "M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3M5.5 5.5h5v5h-5z", ""},
    {Icon::privateNetwork, "M6 2.5h4v3.5H6zM2 10h4v3.5H2zM10 10h4v3.5h-4zM8 6v2M4 10V8h8v2", ""},
    {Icon::nodeNetwork, "M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.1M5 11h.1M8 5h3M8 11h3", ""},
    {Icon::door, "M3 14V2h8.5v12M1.5 14h13M9 8v.6", ""},
    {Icon::file, "M3.5 1.8h6l3.3 3.3v9.1H3.5zM9.3 2v3.3h3.3", ""},
    {Icon::folder, "M1.8 12.8V3.5h4.4l1.5 1.8h6.5v7.5z", ""},
    {Icon::archive, "M2.2 2.8h11.6v3H2.2zM3.2 5.8v7.4h9.6V5.8M6.5 8.3h3", ""},
    {Icon::open, "M1.8 12.8V3.5h4.2l1.5 1.8h5.3v2M1.8 12.8l2-5.5h10.8l-2 5.5z", ""},
    {Icon::refresh, "M13 8a5 5 0 1 1 -1.6 -3.7M13.2 1.8v3.2H10", ""},
    {Icon::undo, "M5.5 2.5L2.5 5.5l3 3M2.5 5.5H9.5a4 4 0 0 1 0 8H6", ""},
    {Icon::search, "M2.3 7a4.7 4.7 0 0 1 9.4 0a4.7 4.7 0 0 1 -9.4 0zM10.4 10.4L14 14", ""},
    {Icon::filter, "M1.8 2.8H14.2L9.5 8.5V13L6.5 11.5V8.5z", ""},
    {Icon::compare, "M2.5 2.5h8v8h-8zM10.5 5.5h3v8h-8v-3", ""},
    {Icon::report, "M3.5 1.8h6l3.3 3.3v9.1H3.5zM9.3 2v3.3h3.3M6 8.5h4.5M6 11h4.5", ""},
    {Icon::plus, "M8 3v10M3 8h10", ""},
    {Icon::minus, "M3 8h10", ""},
    {Icon::fit, "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10", ""},
    {Icon::pin, "M5.5 2h5M6.2 2v5L4 9.5h8L9.8 7V2M8 9.5V14", ""},
    {Icon::close, "M3.5 3.5l9 9M12.5 3.5l-9 9", ""},
    {Icon::copy, "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3", ""},
    {Icon::chevronRight, "M6 3.5L10.5 8 6 12.5", ""},
    {Icon::chevronDown, "M3.5 6L8 10.5 12.5 6", ""},
    {Icon::warning, "M8 2L14.5 13.5H1.5zM8 6.5v3M8 11.5v.1", ""},
    {Icon::lock, "M3.3 7.2h9.4v6.3H3.3zM5.3 7.2V4.9a2.7 2.7 0 0 1 5.4 0v2.3", ""},
    {Icon::clock, "M2 8a6 6 0 0 1 12 0a6 6 0 0 1 -12 0zM8 4.5V8l2.5 1.5", ""},
}};

struct Drawn {
    QPainterPath stroke;
    QPainterPath fill;
};

const Drawn& drawn(Icon icon)
{
    // A QPainterPath keeps what it was converted to when it is painted: not to be shared between threads.
    thread_local const std::array<Drawn, iconCount> all = [] {
        std::array<Drawn, iconCount> result;
        for (const IconRow& row : rows)
            result[static_cast<std::size_t>(row.icon)] = {svgPath(row.stroke), svgPath(row.fill)};
        return result;
    }();
    return all[static_cast<std::size_t>(icon)];
}

} // namespace

Icon iconFor(NodeKind kind)
{
    switch (kind) {
    case NodeKind::workload:
        return Icon::workload;
    case NodeKind::store:
        return Icon::store;
    case NodeKind::gateway:
        return Icon::gateway;
    case NodeKind::entry:
        return Icon::entry;
    case NodeKind::internet:
        return Icon::internet;
    case NodeKind::outside:
        return Icon::outside;
    case NodeKind::identityProvider:
        break;
    }
    return Icon::identityProvider;
}

Icon iconFor(Family family)
{
    constexpr int first = static_cast<int>(Icon::perimeter);
    return static_cast<Icon>(first + static_cast<int>(family));
}

void drawIcon(QPainter& painter, Icon icon, const QRectF& box, const QColor& colour, double stroke)
{
    const QTransform before = painter.transform();
    painter.translate(box.topLeft());
    painter.scale(box.width() / 16, box.height() / 16);
    const Drawn& shape = drawn(icon);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, gridStroke * stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(shape.stroke);
    if (!shape.fill.isEmpty())
        painter.fillPath(shape.fill, colour);
    painter.setTransform(before);
}

QImage iconImage(Icon icon, int pixels, const QColor& colour, double devicePixelRatio)
{
    return squareImage(pixels, devicePixelRatio,
                       [&](QPainter& painter, const QRectF& box) { drawIcon(painter, icon, box, colour); });
}

void drawProgramIcon(QPainter& painter, const QRectF& box, const QColor& colour, const QColor& slit)
{
    thread_local const QPainterPath turret =
        svgPath("M6 4h6v5h5V4h6v5h5V4h6v12h5v5h5v-5h6v5h5v-5h7v46H32v-7h-4v-6h-6v-6h-6v-6h-6v-5H6z");
    const QTransform before = painter.transform();
    painter.translate(box.topLeft());
    painter.scale(box.width() / 64, box.height() / 64);
    painter.fillPath(turret, colour);
    painter.fillRect(QRectF(18.2, 15, 3.6, 11), slit);
    painter.setTransform(before);
}

} // namespace bartizan::diagram
