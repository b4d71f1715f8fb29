// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layout/places.h"

#include "diagram/groups.h"
#include "diagram/layout/compose.h"
#include "diagram/layout/measure.h"
#include "diagram/layout/routing.h"
#include "diagram/nodes.h"

#include <algorithm>
#include <cmath>

namespace bartizan::diagram {

namespace {

constexpr double pitchX = cellWidth + 28; // as the layout sets services side by side
constexpr double pitchY = cellHeight + 6;
constexpr double apart = 24; // between a wall and what had to move out of its way
constexpr int farthest = 12; // cells looked at around a service that has to move

// Closer than this two services cannot be told apart or read.
bool crowd(QPointF a, QPointF b)
{
    return std::abs(a.x() - b.x()) < 112 && std::abs(a.y() - b.y()) < 80;
}

class Placer {
public:
    Placer(Drawing& drawing, const Places& places) : m_drawing(drawing), m_places(places) {}

    void run()
    {
        for (Group& group : m_drawing.groups)
            placeGroup(group);
        for (Node& node : m_drawing.nodes)
            placeNode(node);
        for (Group& group : m_drawing.groups) {
            if (!group.collapsed)
                settleInside(group);
        }
        makeItems();
        makeRoom();
        layout::route(m_drawing, m_composition);
        layout::measureNames(m_drawing);
        m_drawing.bounds = layout::measure(m_drawing);
        m_drawing.places = m_places;
    }

private:
    Node& node(int index) { return m_drawing.nodes[static_cast<std::size_t>(index)]; }
    Group& group(int index) { return m_drawing.groups[static_cast<std::size_t>(index)]; }

    void placeGroup(Group& group)
    {
        const auto found = m_places.find(placeKey(group));
        group.placed = found != m_places.end();
        group.rect = group.automatic;
        if (group.placed)
            group.rect.moveTopLeft(found->second);
        group.corner = group.rect.topLeft();
    }

    void placeNode(Node& node)
    {
        const Group* around = node.group >= 0 ? &group(node.group) : nullptr;
        const auto found = m_places.find(node.id);
        node.placed = found != m_places.end();
        if (around && around->collapsed)
            node.centre = around->rect.center();
        else if (node.placed)
            node.centre = found->second + (around ? around->corner : QPointF());
        else
            node.centre = node.automatic + (around ? around->corner - around->automatic.topLeft() : QPointF());
    }

    void settleInside(Group& group)
    {
        std::vector<int> placed, crowded, standing;
        for (const int n : group.nodes) {
            if (node(n).placed)
                placed.push_back(n);
        }
        if (placed.empty())
            return;
        for (const int n : group.nodes) {
            const bool pushed =
                std::any_of(placed.begin(), placed.end(), [&](int p) { return crowd(node(n).centre, node(p).centre); });
            if (!node(n).placed)
                (pushed ? crowded : standing).push_back(n);
        }
        std::sort(crowded.begin(), crowded.end(), [&](int a, int b) {
            return std::tuple(node(a).centre.y(), node(a).centre.x(), a) < std::tuple(node(b).centre.y(), node(b).centre.x(), b);
        });
        standing.insert(standing.end(), placed.begin(), placed.end());
        for (const int n : crowded) {
            node(n).centre = freeNear(node(n).centre, standing);
            standing.push_back(n);
        }
        QRectF content;
        for (const int n : group.nodes)
            content = content.united(cellOf(node(n)));
        const double title =
            std::min(group.automatic.width(), static_cast<double>(std::min<qsizetype>(group.label.size(), 24)) * 7.5 + 36 + 90);
        const double spare = std::max(0.0, title - content.width() - 2 * boundary::padding);
        constexpr double level = boundary::padding - 6; // as layOut() leaves above and below
        group.rect = content.adjusted(-boundary::padding, -level, boundary::padding + spare, level);
    }

    QPointF freeNear(QPointF wanted, const std::vector<int>& standing)
    {
        std::vector<std::tuple<double, int, int>> around; // nearest first
        for (int y = -farthest; y <= farthest; ++y) {
            for (int x = -farthest; x <= farthest; ++x)
                around.emplace_back(std::hypot(x * pitchX, y * pitchY), -y, x);
        }
        std::sort(around.begin(), around.end());
        for (const auto& [distance, up, right] : around) {
            const QPointF at = wanted + QPointF(right * pitchX, -up * pitchY);
            if (std::none_of(standing.begin(), standing.end(), [&](int n) { return crowd(at, node(n).centre); }))
                return at;
        }
        double lowest = wanted.y();
        for (const int n : standing)
            lowest = std::max(lowest, node(n).centre.y());
        return {wanted.x(), lowest + pitchY};
    }

    // As compose() makes them, so that routes come out alike.
    void makeItems()
    {
        m_composition.itemOf.assign(m_drawing.nodes.size(), -1);
        for (std::size_t g = 0; g < m_drawing.groups.size(); ++g) {
            const Group& at = m_drawing.groups[g];
            layout::Item item;
            item.end = {true, static_cast<int>(g)};
            const double above = at.collapsed && !at.dots ? 0 : boundary::tab;
            const double sheet = at.collapsed && !at.dots ? boundary::sheetOffset : 0;
            item.place = at.rect.topLeft() - QPointF(0, above);
            item.size = at.rect.size() + QSizeF(sheet, above + sheet);
            bool follows = false; // a wall that goes where its placed services are
            for (const int n : at.nodes) {
                m_composition.itemOf[static_cast<std::size_t>(n)] = static_cast<int>(g);
                if (!at.collapsed)
                    item.nodes.push_back(n);
                follows = follows || (!at.collapsed && node(n).placed);
            }
            m_rank.push_back(at.placed ? 0 : follows ? 1 : 2);
            m_composition.items.push_back(std::move(item));
        }
        for (std::size_t n = 0; n < m_drawing.nodes.size(); ++n) {
            const Node& at = m_drawing.nodes[n];
            if (at.group >= 0)
                continue;
            const int index = static_cast<int>(n);
            m_composition.itemOf[n] = static_cast<int>(m_composition.items.size());
            m_composition.items.push_back({{false, index}, {cellWidth, cellHeight}, cellOf(at).topLeft(), {index}});
            m_rank.push_back(at.placed ? 0 : 2);
        }
        m_composition.loners = layout::lonersOf(m_drawing, m_composition);
        std::erase_if(m_composition.loners, [&](int i) { return m_rank[static_cast<std::size_t>(i)] < 2; });
    }

    QRectF boxOf(std::size_t item) const { return {m_composition.items[item].place, m_composition.items[item].size}; }

    // First what people placed, then walls that stretch to their services, then the rest where it does not collide.
    void makeRoom()
    {
        std::vector<QRectF> taken;
        std::vector<std::size_t> pushed;
        for (const int rank : {0, 1, 2}) {
            const std::vector<QRectF> before = taken;
            for (std::size_t i = 0; i < m_rank.size(); ++i) {
                if (m_rank[i] != rank)
                    continue;
                const QRectF box = boxOf(i);
                const auto covered = [&](const QRectF& other) { return box.adjusted(-4, -4, 4, 4).intersects(other); };
                const std::vector<QRectF>& against = rank == 1 ? taken : before;
                if (rank > 0 && std::any_of(against.begin(), against.end(), covered))
                    pushed.push_back(i);
                else
                    taken.push_back(box);
            }
            std::stable_sort(pushed.begin(), pushed.end(), [&](std::size_t a, std::size_t b) {
                return std::tuple(boxOf(a).top(), boxOf(a).left()) < std::tuple(boxOf(b).top(), boxOf(b).left());
            });
            // Those of the next rank stand still meanwhile, if they can.
            std::vector<QRectF> standing = taken;
            for (const std::size_t i : pushed) {
                const QPointF by = wayOut(boxOf(i), standing);
                moveItem(i, by);
                taken.push_back(boxOf(i));
                standing.push_back(boxOf(i));
            }
            pushed.clear();
        }
    }

    static QPointF wayOut(const QRectF& box, const std::vector<QRectF>& taken)
    {
        QPointF best;
        double least = 1e18;
        for (const QPointF direction : {QPointF(0, 1), QPointF(0, -1), QPointF(1, 0), QPointF(-1, 0)}) {
            QRectF at = box;
            for (std::size_t turn = 0; turn <= taken.size(); ++turn) {
                const QRectF wide = at.adjusted(1 - apart, 1 - apart, apart - 1, apart - 1);
                const auto hit = std::find_if(taken.begin(), taken.end(), [&](const QRectF& t) { return wide.intersects(t); });
                if (hit == taken.end())
                    break;
                if (direction.y() > 0)
                    at.moveTop(hit->bottom() + apart);
                else if (direction.y() < 0)
                    at.moveBottom(hit->top() - apart);
                else if (direction.x() > 0)
                    at.moveLeft(hit->right() + apart);
                else
                    at.moveRight(hit->left() - apart);
            }
            const QPointF by = at.topLeft() - box.topLeft();
            if (by.manhattanLength() < least) {
                least = by.manhattanLength();
                best = by;
            }
        }
        return best;
    }

    void moveItem(std::size_t index, QPointF by)
    {
        layout::Item& item = m_composition.items[index];
        item.place += by;
        if (!item.end.group) {
            node(item.end.index).centre += by;
            return;
        }
        Group& moved = group(item.end.index);
        moved.rect.translate(by);
        moved.corner += by;
        for (const int n : moved.nodes)
            node(n).centre += by;
    }

    Drawing& m_drawing;
    const Places& m_places;
    layout::Composition m_composition;
    std::vector<int> m_rank; // by item: 0 placed, 1 stretched by what is placed, 2 automatic
};

} // namespace

void place(Drawing& drawing, const Places& places)
{
    Placer(drawing, Places(places)).run();
}

std::string placeKey(const Group& group)
{
    return "namespace:" + group.id;
}

QPointF placeAt(const Drawing& drawing, const Node& node, QPointF centre)
{
    return node.group >= 0 ? centre - drawing.groups[static_cast<std::size_t>(node.group)].corner : centre;
}

} // namespace bartizan::diagram
