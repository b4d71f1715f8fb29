// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layout/routing.h"

#include "diagram/curve.h"
#include "diagram/groups.h"
#include "diagram/layout/lanes.h"
#include "diagram/nodes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bartizan::diagram::layout {

namespace {

constexpr std::size_t avoidUpTo = 1200; // edges; above it lines run as they come, the picture is far anyway
constexpr double sameColumn = 70;       // nearer than this, a call runs vertically or bows out
constexpr double headGap = 2;
constexpr double nameRoomBelow = 23; // a name of 11 px, also at two thirds of the size

enum class Port : unsigned char { east, west, north, south };

struct Wire {
    End from;
    End to;
    QPointF a; // middles
    QPointF b;
    Lit lit = Lit::none;
    Port out = Port::east;
    Port in = Port::west;
    double outOffset = 0; // degrees around a wall, su along a box
    double inOffset = 0;
    std::vector<QPointF>* points = nullptr;
};

class Router {
public:
    Router(Drawing& drawing, const Composition& composition)
        : m_drawing(drawing), m_composition(composition), m_obstacles(drawing, composition)
    {
    }

    void run()
    {
        collect();
        choosePorts();
        fanOut();
        const bool avoid = m_wires.size() <= avoidUpTo;
        for (Wire& wire : m_wires)
            *wire.points = best(wire, avoid);
        routeLanes(m_drawing, m_composition);
    }

private:
    const Node& node(int index) const { return m_drawing.nodes[static_cast<std::size_t>(index)]; }

    End endOf(int n) const
    {
        const Node& at = node(n);
        return at.shown ? End{false, n} : End{true, at.group};
    }

    bool isDots(End end) const { return end.group && m_drawing.groups[static_cast<std::size_t>(end.index)].dots; }

    QRectF boxOf(End end) const { return m_drawing.groups[static_cast<std::size_t>(end.index)].rect; }

    double halfWidth(End end) const { return end.group ? boxOf(end).width() / 2 : 20; }

    QPointF middle(End end) const { return end.group ? boxOf(end).center() : node(end.index).centre; }

    void collect()
    {
        std::map<std::pair<End, End>, std::size_t> bundles;
        m_drawing.bundles.clear();
        for (std::size_t i = 0; i < m_drawing.edges.size(); ++i) {
            Edge& edge = m_drawing.edges[i];
            edge.points.clear();
            const End from = endOf(edge.from);
            const End to = endOf(edge.to);
            if (from == to || !(from.group || to.group))
                continue;
            const auto [found, fresh] = bundles.try_emplace({from, to}, m_drawing.bundles.size());
            if (fresh)
                m_drawing.bundles.push_back({from, to, {}, Lit::none, {}});
            Bundle& bundle = m_drawing.bundles[found->second];
            bundle.edges.push_back(static_cast<int>(i));
            bundle.lit = std::max(bundle.lit, edge.lit);
        }
        for (Edge& edge : m_drawing.edges) {
            const End from = endOf(edge.from);
            const End to = endOf(edge.to);
            if (from == to || from.group || to.group || edge.bypass)
                continue;
            add(from, to, edge.lit, edge.points);
        }
        for (Bundle& bundle : m_drawing.bundles)
            add(bundle.from, bundle.to, bundle.lit, bundle.points);
    }

    void add(End from, End to, Lit lit, std::vector<QPointF>& points)
    {
        Wire wire;
        wire.from = from;
        wire.to = to;
        wire.a = middle(from);
        wire.b = middle(to);
        wire.lit = lit;
        wire.points = &points;
        m_wires.push_back(wire);
    }

    void choosePorts()
    {
        for (Wire& wire : m_wires) {
            const double dx = wire.b.x() - wire.a.x();
            const double dy = wire.b.y() - wire.a.y();
            const double near = std::max(sameColumn, halfWidth(wire.from) + halfWidth(wire.to) + 20);
            if (dx >= near) {
                wire.out = Port::east;
                wire.in = Port::west;
            } else if (dx <= -near) {
                wire.out = Port::west;
                wire.in = Port::east;
            } else if (straightDown(wire)) {
                wire.out = dy > 0 ? Port::south : Port::north;
                wire.in = dy > 0 ? Port::north : Port::south;
            } else {
                wire.out = wire.in = Port::east; // bows out to the right
            }
        }
    }

    bool straightDown(const Wire& wire) const
    {
        if (std::abs(wire.b.x() - wire.a.x()) > 24 || wire.from.group || wire.to.group)
            return false;
        const QPointF third = (wire.b - wire.a) / 3;
        return m_obstacles.touches({wire.a, wire.a + third, wire.b - third, wire.b}, wire.from, wire.to).hits == 0;
    }

    // Ends on one side of a wall stand apart, in the order of where they come from; the lit one keeps the middle.
    void fanOut()
    {
        struct Place {
            double y;
            bool lit;
            std::size_t wire;
            bool out;
        };
        std::map<std::pair<End, Port>, std::vector<Place>> sides;
        for (std::size_t i = 0; i < m_wires.size(); ++i) {
            const Wire& w = m_wires[i];
            const bool lit = w.lit != Lit::none;
            sides[{w.from, w.out}].push_back({w.b.y() - w.a.y(), lit, i, true});
            sides[{w.to, w.in}].push_back({w.a.y() - w.b.y(), lit, i, false});
        }
        for (auto& [side, places] : sides) {
            if (side.second == Port::north || side.second == Port::south)
                continue;
            std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.y < b.y; });
            const double count = static_cast<double>(places.size());
            const double step =
                side.first.group ? std::min(9.0, boxOf(side.first).height() * 0.7 / count) : std::min(15.0, 116 / count);
            double zero = (count - 1) / 2;
            // What runs straight ahead, above all the light, leaves and arrives in the middle.
            auto middle = std::find_if(places.begin(), places.end(), [](const Place& p) { return p.lit; });
            if (middle == places.end())
                middle = std::find_if(places.begin(), places.end(), [](const Place& p) { return std::abs(p.y) < 3; });
            if (middle != places.end())
                zero = static_cast<double>(middle - places.begin());
            for (std::size_t i = 0; i < places.size(); ++i) {
                Wire& wire = m_wires[places[i].wire];
                (places[i].out ? wire.outOffset : wire.inOffset) = (static_cast<double>(i) - zero) * step;
            }
        }
    }

    QPointF attach(End end, Port port, double offset, double gap) const
    {
        if (end.group) {
            const QRectF box = boxOf(end);
            switch (port) {
            case Port::east:
                return {box.right() + gap + boundary::sheetOffset * 0.5, box.center().y() + offset};
            case Port::west:
                return {box.left() - gap, box.center().y() + offset};
            case Port::north:
                return {box.center().x(), box.top() - gap};
            case Port::south:
                return {box.center().x(), box.bottom() + gap};
            }
        }
        const Node& n = node(end.index);
        const double r = reachOf(n) + gap;
        if (port == Port::north)
            return n.centre - QPointF(0, r + (n.nameAbove ? nameRoomBelow : 0));
        if (port == Port::south) // below the name
            return n.centre + QPointF(0, r + (n.nameAbove ? 0 : nameRoomBelow));
        const double angle = std::clamp(offset, -62.0, 62.0) * std::numbers::pi / 180;
        const double side = port == Port::east ? 1 : -1;
        return n.centre + QPointF(side * r * std::cos(angle), r * std::sin(angle));
    }

    static QPointF outward(Port port)
    {
        switch (port) {
        case Port::east:
            return {1, 0};
        case Port::west:
            return {-1, 0};
        case Port::north:
            return {0, -1};
        case Port::south:
            break;
        }
        return {0, 1};
    }

    std::vector<QPointF> direct(const Wire& wire) const
    {
        const QPointF a = attach(wire.from, wire.out, wire.outOffset, 0);
        const QPointF b = attach(wire.to, wire.in, wire.inOffset, headGap);
        const double dx = std::abs(b.x() - a.x());
        const double dy = std::abs(b.y() - a.y());
        if (wire.out == wire.in) {
            const double bow = std::max(44.0, std::abs(b.x() - a.x()) + 30 + 0.14 * dy);
            return {a, a + QPointF(bow, 0), b + QPointF(bow, 0), b};
        }
        const bool level = wire.out == Port::east || wire.out == Port::west;
        const double span = level ? dx : dy;
        const double handle = std::min(std::max(22.0, 0.45 * span), std::max(22.0, span));
        return {a, a + outward(wire.out) * handle, b + outward(wire.in) * handle, b};
    }

    // Out to a level between the rows, along it, and in: for what a plain curve would cross.
    std::vector<QPointF> overLane(const Wire& wire, double lane, double left, double right) const
    {
        const QPointF a = attach(wire.from, wire.out, wire.outOffset, 0);
        const QPointF b = attach(wire.to, wire.in, wire.inOffset, headGap);
        const bool forward = a.x() < b.x();
        const double start = forward ? std::clamp(left - 14, a.x() + 26, b.x()) : std::clamp(right + 14, b.x(), a.x() - 26);
        const double end = forward ? std::clamp(right + 14, a.x(), b.x() - 26) : std::clamp(left - 14, b.x() + 26, a.x());
        const QPointF p(start, lane);
        const QPointF q(end, lane);
        const double first = (p.x() - a.x()) * 0.5;
        const double second = (b.x() - q.x()) * 0.5;
        return {a, a + QPointF(first, 0),  p - QPointF(first, 0),  p, p + (q - p) / 3, q - (q - p) / 3,
                q, q + QPointF(second, 0), b - QPointF(second, 0), b};
    }

    double cost(const std::vector<QPointF>& points, const Wire& wire, Obstacles::Touch* touch = nullptr) const
    {
        Obstacles::Touch found = m_obstacles.touches(points, wire.from, wire.to);
        const double result = found.hits * 400 + Curve(points).length();
        if (touch)
            *touch = std::move(found);
        return result;
    }

    std::vector<QPointF> best(const Wire& wire, bool avoid) const
    {
        std::vector<QPointF> chosen = direct(wire);
        // In the overview lines run as they come, under the boxes: lanes would only gather there.
        if (!avoid || isDots(wire.from) || isDots(wire.to))
            return chosen;
        Obstacles::Touch touch;
        double least = cost(chosen, wire, &touch);
        if (touch.hits == 0)
            return chosen;
        const auto consider = [&](std::vector<QPointF> points) {
            const double price = cost(points, wire) + 20;
            if (price < least) {
                least = price;
                chosen = std::move(points);
            }
        };
        const bool room =
            std::abs(wire.b.x() - wire.a.x()) > 150 && wire.out != wire.in && (wire.out == Port::east || wire.out == Port::west);
        if (!room)
            return chosen;
        tryLanes(wire, touch, consider);
        return chosen;
    }

    template <class F>
    void tryLanes(const Wire& wire, const Obstacles::Touch& first, F&& consider) const
    {
        constexpr int rounds = 3;
        std::vector<double> lanes = first.lanes;
        double left = first.left;
        double right = first.right;
        std::vector<double> tried;
        for (int round = 0; round < rounds; ++round) {
            std::vector<double> more;
            for (const double lane : lanes) {
                const auto same = [&](double other) { return std::abs(other - lane) < 3; };
                if (tried.size() > 40 || std::any_of(tried.begin(), tried.end(), same))
                    continue;
                tried.push_back(lane);
                std::vector<QPointF> points = overLane(wire, lane, left, right);
                const Obstacles::Touch touch = m_obstacles.touches(points, wire.from, wire.to);
                more.insert(more.end(), touch.lanes.begin(), touch.lanes.end());
                if (touch.hits > 0) {
                    left = std::min(left, touch.left);
                    right = std::max(right, touch.right);
                }
                consider(std::move(points));
            }
            lanes = std::move(more);
        }
    }

    Drawing& m_drawing;
    const Composition& m_composition;
    Obstacles m_obstacles;
    std::vector<Wire> m_wires;
};

} // namespace

void route(Drawing& drawing, const Composition& composition)
{
    Router(drawing, composition).run();
}

} // namespace bartizan::diagram::layout
