// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layout/lanes.h"

#include "diagram/groups.h"
#include "diagram/nodes.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace bartizan::diagram::layout {

namespace {

constexpr double laneRadius = 22;
constexpr double laneBelow = 30;
constexpr double lanePitch = 28;

// A polyline with every inner corner rounded, as a Bezier.
std::vector<QPointF> rounded(const std::vector<QPointF>& corners, double radius)
{
    constexpr double kappa = 0.5523; // quarter circle
    std::vector<QPointF> points{corners.front()};
    const auto line = [&](QPointF to) {
        const QPointF third = (to - points.back()) / 3;
        const QPointF from = points.back();
        points.insert(points.end(), {from + third, to - third, to});
    };
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        const QPointF before = corners[i - 1] - corners[i];
        const QPointF after = corners[i + 1] - corners[i];
        const double in = std::hypot(before.x(), before.y());
        const double out = std::hypot(after.x(), after.y());
        const double r = std::min({radius, in / 2, out / 2});
        if (r < 0.5)
            continue;
        const QPointF start = corners[i] + before * (r / in);
        const QPointF end = corners[i] + after * (r / out);
        line(start);
        points.insert(points.end(), {start + (corners[i] - start) * kappa, end + (corners[i] - end) * kappa, end});
    }
    line(corners.back());
    return points;
}

// How a lane runs: from its start up or down to a level, along, and up or down again beside its end.
struct Lane {
    double x = 0;     // where it leaves
    double level = 0; // where it runs along
    double riser = 0; // where it turns to its end
    double from = 0, to = 0;
    QRectF along(double half) const
    {
        return {std::min(x, riser) - half, level - half, std::abs(riser - x) + 2 * half, 2 * half};
    }
};

QRectF upright(double x, double y1, double y2, double half)
{
    return {x - half, std::min(y1, y2), 2 * half, std::abs(y2 - y1)};
}

int crossings(const Lane& a, const Lane& b)
{
    const auto cross = [](const Lane& level, double x, double y1, double y2) {
        const bool across = x > std::min(level.x, level.riser) && x < std::max(level.x, level.riser);
        return across && level.level > std::min(y1, y2) && level.level < std::max(y1, y2) ? 1 : 0;
    };
    const auto both = [&](const Lane& l, const Lane& other) {
        return cross(l, other.x, other.from, other.level) + cross(l, other.riser, other.level, other.to);
    };
    return both(a, b) + both(b, a);
}

// Finds the level that costs the shortest way round all that stands between, and few crossings with other lanes.
class Levels {
public:
    Levels(const Drawing& drawing, const Composition& composition) : m_drawing(drawing), m_composition(composition) {}

    // `side`: -1 or 1 when other lanes leave the node upwards or downwards already.
    Lane find(const Edge& edge, double x, double riser, int side)
    {
        const Node& from = node(edge.from);
        const Node& to = node(edge.to);
        collect(edge);
        Lane lane{x, 0, riser, from.centre.y(), to.centre.y()};
        double best = 1e12;
        for (const double level : levels(std::min(x, riser) - 10, std::max(x, riser) + 10)) {
            Lane tried = lane;
            tried.level = level;
            const bool up = level < from.centre.y();
            if (std::abs(level - from.centre.y()) < leastStart || std::abs(level - to.centre.y()) < leastEnd ||
                (side != 0 && up != (side < 0)) || !free(tried))
                continue;
            double cost = std::abs(level - from.centre.y()) + std::abs(level - to.centre.y());
            for (const Lane& other : m_lanes)
                cost += costOfCrossing * crossings(tried, other);
            if (cost < best) {
                best = cost;
                lane = tried;
            }
        }
        if (best >= 1e12) { // below all that is there
            double bottom = std::max(from.centre.y() + 80 - laneBelow, to.centre.y() + leastEnd);
            for (const std::vector<QRectF>* boxes : {&m_boxes, &m_along})
                for (const QRectF& box : *boxes)
                    bottom = std::max(bottom, box.bottom());
            lane.level = bottom + laneBelow;
        }
        m_lanes.push_back(lane);
        return lane;
    }

private:
    static constexpr double leastStart = 70; // from a keep's centre, so that both bends and the head have room
    static constexpr double leastEnd = 60;
    static constexpr double half = 11.5; // of the band and what keeps it apart from walls
    static constexpr double costOfCrossing = 300;
    static constexpr double titleRoom = 44; // above a wall: zoomed out, titles keep their size

    const Node& node(int index) const { return m_drawing.nodes[static_cast<std::size_t>(index)]; }

    // What the lane must keep clear of: whole namespaces, but in its end's and its start's only the services.
    void collect(const Edge& edge)
    {
        m_boxes.clear();
        const auto add = [&](int index) {
            const QPointF c = node(index).centre;
            if (index != edge.from)
                m_boxes.emplace_back(c.x() - 38, c.y() - 40, 76, 94);
        };
        for (std::size_t i = 0; i < m_composition.items.size(); ++i) {
            const Item& item = m_composition.items[i];
            if (std::binary_search(m_composition.loners.begin(), m_composition.loners.end(), static_cast<int>(i)))
                continue;
            const bool own = item.end.group && (item.end.index == node(edge.to).group || item.end.index == node(edge.from).group);
            if (!item.end.group || own) {
                for (const int index : item.nodes)
                    add(index);
            } else {
                const bool open = item.end.group && !m_drawing.groups[static_cast<std::size_t>(item.end.index)].collapsed;
                m_boxes.push_back(QRectF(item.place, item.size).adjusted(0, open ? boundary::tab - titleRoom : 0, 0, 0));
            }
        }
        for (const int group : {node(edge.from).group, node(edge.to).group}) {
            if (group < 0)
                continue;
            const Group& own = m_drawing.groups[static_cast<std::size_t>(group)]; // its title is read
            const double wide = 120 + static_cast<double>(std::min<qsizetype>(own.label.size(), 30)) * 7;
            m_boxes.emplace_back(own.rect.left(), own.rect.top() - titleRoom, std::min(wide, own.rect.width()), titleRoom);
        }
        m_along.clear();
        for (const Lane& lane : m_lanes)
            m_along.push_back(lane.along(lanePitch - half));
    }

    // Beside each stretch that is taken between `left` and `right`, and in the middle of narrow gaps.
    std::vector<double> levels(double left, double right) const
    {
        std::vector<std::pair<double, double>> taken;
        for (const std::vector<QRectF>* boxes : {&m_boxes, &m_along})
            for (const QRectF& box : *boxes)
                if (box.right() > left && box.left() < right)
                    taken.emplace_back(box.top(), box.bottom());
        std::sort(taken.begin(), taken.end());
        std::vector<double> result;
        double end = -1e12;
        for (const auto& [top, bottom] : taken) {
            if (end < -1e11 || top - end >= 2 * laneBelow) {
                if (end > -1e11)
                    result.push_back(end + laneBelow);
                result.push_back(top - laneBelow);
            } else if (top - end >= 2 * half) {
                result.push_back((end + top) / 2);
            }
            end = std::max(end, bottom);
        }
        if (!taken.empty())
            result.push_back(end + laneBelow);
        return result;
    }

    bool free(const Lane& lane) const
    {
        const QRectF along = lane.along(half);
        const QRectF parts[] = {along, upright(lane.x, lane.from, lane.level, half),
                                upright(lane.riser, lane.level, lane.to, half)};
        const auto meets = [&](const QRectF& box) {
            return std::any_of(std::begin(parts), std::end(parts), [&](const QRectF& part) { return part.intersects(box); });
        };
        return std::none_of(m_boxes.begin(), m_boxes.end(), meets) &&
               std::none_of(m_along.begin(), m_along.end(), [&](const QRectF& box) { return along.intersects(box); });
    }

    const Drawing& m_drawing;
    const Composition& m_composition;
    std::vector<QRectF> m_boxes, m_along; // what stands there, and the lanes that run there
    std::vector<Lane> m_lanes;
};

} // namespace

void markLaneStarts(Drawing& drawing)
{
    for (Node& node : drawing.nodes)
        node.nameAbove = false;
    for (const Edge& edge : drawing.edges) {
        if (edge.bypass && edge.kind != EdgeKind::latent)
            drawing.nodes[static_cast<std::size_t>(edge.from)].nameAbove = true;
    }
}

void routeLanes(Drawing& drawing, const Composition& composition)
{
    std::vector<Edge*> lanes;
    for (Edge& edge : drawing.edges) {
        const auto shown = [&](int n) { return drawing.nodes[static_cast<std::size_t>(n)].shown; };
        if (edge.bypass && edge.from != edge.to && shown(edge.from) && shown(edge.to))
            lanes.push_back(&edge);
    }
    // The nearest target takes the nearest lane: lanes that go on do not cross those that leave.
    std::stable_sort(lanes.begin(), lanes.end(), [&](const Edge* a, const Edge* b) {
        return drawing.nodes[static_cast<std::size_t>(a->to)].centre.x() <
               drawing.nodes[static_cast<std::size_t>(b->to)].centre.x();
    });
    std::map<int, std::pair<int, int>> leaving; // lanes already leaving a node, and to which side
    Levels levels(drawing, composition);
    for (Edge* edge : lanes) {
        Node& from = drawing.nodes[static_cast<std::size_t>(edge->from)];
        const Node& to = drawing.nodes[static_cast<std::size_t>(edge->to)];
        auto& [turn, side] = leaving[edge->from];
        const double x = from.centre.x() - 7.0 * turn++;
        double riser = to.centre.x() - 70;
        if (to.group >= 0) {
            const double wall = drawing.groups[static_cast<std::size_t>(to.group)].rect.left();
            if (to.centre.x() - wall < 120)
                riser = wall - 30;
        }
        const Lane lane = levels.find(*edge, x, riser, side);
        side = lane.level < from.centre.y() ? -1 : 1;
        from.nameAbove = side > 0;
        const double reach = reachOf(to) + 2;
        const double under = lane.level < to.centre.y() ? -1 : 1; // comes from there
        const QPointF end = to.centre + QPointF(-reach * 0.94, under * reach * 0.34);
        const QPointF turnIn(riser, end.y() + under * 24);
        std::vector<QPointF> points =
            rounded({{x, from.centre.y() + side * reachOf(from)}, {x, lane.level}, {riser, lane.level}, turnIn}, laneRadius);
        const QPointF last = points.back();
        points.insert(points.end(), {last - QPointF(0, under * 20), end - QPointF((end.x() - riser) * 0.7, -3 * under), end});
        edge->points = std::move(points);
    }
}

} // namespace bartizan::diagram::layout
