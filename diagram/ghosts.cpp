// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/ghosts.h"

#include "diagram/curve.h"
#include "diagram/groups.h"
#include "diagram/nodes.h"

#include <QPen>

#include <algorithm>
#include <cmath>
#include <map>

namespace bartizan::diagram {

namespace {

constexpr double clearOfLines = 31; // su from a ghost's centre
constexpr double gapOfBoxes = 16;
constexpr std::size_t mostLines = 200; // looked at one by one; more than these in a namespace: a box
constexpr int mostBelow = 24;          // boxes that are tried below their namespace
constexpr double nameRoom = 116;

QRectF cellAt(QPointF centre)
{
    return {centre.x() - keepX, centre.y() - keepY, cellWidth, cellHeight};
}

class FreePlaces {
public:
    explicit FreePlaces(const Drawing& drawing) : m_drawing(drawing) {}

    // Free places of an open namespace for so many; empty when there are fewer.
    std::vector<QPointF> inside(const Group& group, std::size_t wanted) const
    {
        std::vector<Curve> lines;
        if (group.collapsed || !linesIn(group.rect, mostLines, lines))
            return {};
        std::vector<QRectF> taken;
        for (const int node : group.nodes)
            taken.push_back(cellOf(m_drawing.nodes[static_cast<std::size_t>(node)]).adjusted(4, 4, -4, -4));
        const QRectF room = group.rect.adjusted(4, 4, -4, -4);
        std::vector<QPointF> found;
        constexpr double step = 16;
        for (double y = room.top(); y + cellHeight <= room.bottom(); y += step) {
            for (double x = room.left(); x + cellWidth <= room.right(); x += step) {
                const QRectF cell(x, y, cellWidth, cellHeight);
                const QPointF centre(x + keepX, y + keepY);
                const auto meets = [&](const QRectF& other) { return other.intersects(cell); };
                const auto near = [&](const Curve& line) { return line.distance(centre) < clearOfLines; };
                if (std::any_of(taken.begin(), taken.end(), meets) || std::any_of(lines.begin(), lines.end(), near))
                    continue;
                found.push_back(centre);
                taken.push_back(cell);
                if (found.size() == wanted)
                    return found;
            }
        }
        return {};
    }

    // Nothing stands in the box and no line passes it.
    bool free(const QRectF& box) const
    {
        const QRectF wide = box.adjusted(-gapOfBoxes, -boundary::tab - 8, gapOfBoxes, gapOfBoxes);
        for (const Group& group : m_drawing.groups)
            if (group.rect.adjusted(0, -boundary::tab, 0, 0).intersects(wide))
                return false;
        for (const Node& node : m_drawing.nodes)
            if (node.shown && node.group < 0 && cellOf(node).intersects(wide))
                return false;
        for (const GhostBox& other : m_drawing.ghostBoxes)
            if (other.rect.adjusted(0, -boundary::tab, 0, 0).intersects(wide))
                return false;
        std::vector<Curve> lines;
        if (!linesIn(box, mostLines, lines))
            return false;
        return std::none_of(lines.begin(), lines.end(), [&](const Curve& line) {
            return std::any_of(line.points().begin(), line.points().end(), [&](QPointF point) { return wide.contains(point); });
        });
    }

private:
    // False when there are more than `most`.
    bool linesIn(const QRectF& box, std::size_t most, std::vector<Curve>& lines) const
    {
        const auto add = [&](const std::vector<QPointF>& points) {
            if (!points.empty() && boundsOf(points).adjusted(-1, -1, 1, 1).intersects(box))
                lines.emplace_back(points);
            return lines.size() <= most;
        };
        return std::all_of(m_drawing.edges.begin(), m_drawing.edges.end(),
                           [&](const Edge& edge) { return edge.kind == EdgeKind::latent || add(edge.points); }) &&
               std::all_of(m_drawing.bundles.begin(), m_drawing.bundles.end(),
                           [&](const Bundle& bundle) { return add(bundle.points); });
    }

    const Drawing& m_drawing;
};

QSizeF boxSize(std::size_t services, std::size_t columns)
{
    const std::size_t rows = (services + columns - 1) / columns;
    return {static_cast<double>(columns) * cellWidth + 16, static_cast<double>(rows) * cellHeight + 16};
}

void fill(Drawing& drawing, const std::vector<std::size_t>& ghosts, std::size_t columns, const QRectF& rect, const QString& label)
{
    for (std::size_t i = 0; i < ghosts.size(); ++i) {
        Ghost& ghost = drawing.ghosts[ghosts[i]];
        ghost.box = static_cast<int>(drawing.ghostBoxes.size());
        ghost.centre = rect.topLeft() + QPointF(8 + keepX + static_cast<double>(i % columns) * cellWidth,
                                                8 + keepY + static_cast<double>(i / columns) * cellHeight);
    }
    drawing.ghostBoxes.push_back({label, rect});
}

QPen dotted(const QColor& colour, double width)
{
    QPen pen(colour, width, Qt::SolidLine, Qt::RoundCap);
    pen.setDashPattern({0.01, 2.4});
    return pen;
}

bool ghostsShown(const Drawing& drawing, const View& view)
{
    return view.lens == Lens::change && !drawing.ghosts.empty();
}

} // namespace

void placeGhosts(Drawing& drawing, const std::vector<GoneService>& gone)
{
    drawing.ghosts.clear();
    drawing.ghostBoxes.clear();
    drawing.ghostBounds = {};
    std::map<std::string, std::vector<std::size_t>> byNamespace;
    for (const GoneService& service : gone) {
        byNamespace[service.group].push_back(drawing.ghosts.size());
        drawing.ghosts.push_back({service.id, service.label, -1, {}});
    }
    const FreePlaces places(drawing);
    int tried = 0;
    QPointF tray(drawing.bounds.left(), drawing.bounds.bottom() + boundary::tab + 24);
    const double right = drawing.bounds.left() + std::max(drawing.bounds.width(), 900.0);
    double lowest = tray.y();
    std::vector<std::pair<const std::string*, std::vector<std::size_t>*>> rest;
    for (auto& [ns, ghosts] : byNamespace) {
        const auto group =
            std::find_if(drawing.groups.begin(), drawing.groups.end(), [&, &name = ns](const Group& g) { return g.id == name; });
        if (group == drawing.groups.end()) {
            rest.emplace_back(&ns, &ghosts);
            continue;
        }
        const std::vector<QPointF> found = places.inside(*group, ghosts.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            drawing.ghosts[ghosts[i]].centre = found[i];
        if (!found.empty())
            continue;
        const double wide = std::max(group->rect.width(), cellWidth + 16);
        const std::size_t columns = std::clamp<std::size_t>(static_cast<std::size_t>((wide - 16) / cellWidth), 1, ghosts.size());
        const QRectF box(QPointF(group->rect.left(), group->rect.bottom() + boundary::tab + gapOfBoxes),
                         boxSize(ghosts.size(), columns));
        if (++tried <= mostBelow && places.free(box)) {
            fill(drawing, ghosts, columns, box, group->label);
            lowest = std::max(lowest, box.bottom() + gapOfBoxes + boundary::tab);
        } else {
            rest.emplace_back(&ns, &ghosts);
        }
    }
    tray.setY(lowest);
    for (const auto& [ns, ghosts] : rest) {
        const auto most = static_cast<std::size_t>((right - drawing.bounds.left()) / cellWidth);
        const std::size_t columns = std::clamp<std::size_t>(
            static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(ghosts->size()) * 2))), 1, most);
        const QSizeF size = boxSize(ghosts->size(), columns);
        if (tray.x() > drawing.bounds.left() && tray.x() + size.width() > right)
            tray = {drawing.bounds.left(), lowest};
        fill(drawing, *ghosts, columns, {tray, size}, QString::fromStdString(*ns));
        lowest = std::max(lowest, tray.y() + size.height() + boundary::tab + gapOfBoxes);
        tray.rx() += size.width() + gapOfBoxes;
    }
    if (!drawing.ghosts.empty())
        drawing.ghostBounds = drawing.bounds;
    for (const GhostBox& box : drawing.ghostBoxes)
        drawing.ghostBounds |= box.rect.adjusted(-4, -boundary::tab, 4, 8);
}

void drawGhostBoxes(QPainter& painter, const Drawing& drawing, const View& view)
{
    if (!ghostsShown(drawing, view))
        return;
    const Theme& theme = *view.theme;
    const bool far = view.zoom() == Zoom::far;
    const double size = far ? 11 : 12 * std::clamp(view.scale, 0.9, 1.4);
    const TextStyle style{size, QFont::DemiBold};
    for (const GhostBox& box : drawing.ghostBoxes) {
        const QRectF rect = view.toView(box.rect);
        if (!view.wants(rect.adjusted(-8, -40, 8, 8)))
            continue;
        const double r = std::max(2.0, boundary::radius * std::min(1.4, view.scale));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(dotted(theme.ink3, 1.3));
        painter.drawRoundedRect(rect, r, r);
        const QString title = say(view.words, QStringLiteral("gone from %1")).arg(box.label);
        if (rect.width() > 40)
            drawHaloText(painter, rect.topLeft() + QPointF(2, -size * 0.5), elideMiddle(title, style, rect.width() - 4), style,
                         theme.ink2, theme.canvas, Align::left);
    }
}

void drawGhostMark(QPainter& painter, QPointF centre, double radius, const Theme& theme)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(dotted(theme.ink2, 1.4));
    painter.drawEllipse(centre, radius, radius);
}

void drawGhosts(QPainter& painter, const Drawing& drawing, const View& view)
{
    if (!ghostsShown(drawing, view))
        return;
    const Theme& theme = *view.theme;
    const bool far = view.zoom() == Zoom::far;
    const TextStyle style{view.nameSize, QFont::Medium};
    for (std::size_t i = 0; i < drawing.ghosts.size(); ++i) {
        const Ghost& ghost = drawing.ghosts[i];
        if (!view.wants(view.toView(cellAt(ghost.centre)).adjusted(-12, -12, 12, 12)))
            continue;
        const QPointF centre = view.toView(ghost.centre);
        const double outer = far ? dotRadius(view) : ring::outer * view.scale;
        const bool selected = view.selectedGhost == static_cast<int>(i);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(dotted(theme.ink2, far ? 1.2 : 1.7 * std::max(0.8, std::sqrt(view.scale))));
        painter.drawEllipse(centre, outer, outer);
        if (!far) {
            painter.setPen(dotted(theme.ink3, 1.2 * std::max(0.8, std::sqrt(view.scale))));
            painter.drawEllipse(centre, ring::keep * view.scale, ring::keep * view.scale);
        }
        if (selected) {
            painter.setPen(QPen(theme.accent, 2.2));
            painter.drawEllipse(centre, outer + (far ? 2 : 4.5 * view.scale), outer + (far ? 2 : 4.5 * view.scale));
        }
        if (!far)
            drawHaloText(painter, centre + QPointF(0, (selected ? 31 : 28) * view.scale + view.nameSize * 1.25),
                         elideMiddle(ghost.label, style, nameRoom * view.scale), style, theme.ink2,
                         ghost.box < 0 ? theme.nsFill : theme.canvas);
    }
}

QRectF ghostRect(const Drawing& drawing, const View& view, int ghost)
{
    const QPointF centre = view.toView(drawing.ghosts[static_cast<std::size_t>(ghost)].centre);
    const bool far = view.zoom() == Zoom::far;
    const double r = far ? std::max(4.0, dotRadius(view) + 1) : ring::surface * view.scale;
    return {centre.x() - r, centre.y() - r, 2 * r, 2 * r + (far ? 0 : 1.6 * view.nameSize)};
}

int ghostAt(const Drawing& drawing, const View& view, QPointF at)
{
    for (std::size_t i = 0; ghostsShown(drawing, view) && i < drawing.ghosts.size(); ++i)
        if (ghostRect(drawing, view, static_cast<int>(i)).contains(at))
            return static_cast<int>(i);
    return -1;
}

} // namespace bartizan::diagram
