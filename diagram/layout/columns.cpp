// SPDX-License-Identifier: GPL-3.0-or-later
// The outer layout after dot: dot decides columns and the order in them; here the rows are set so that calls run level
// and the lit path runs straight from keep to keep, and what nothing calls is packed in rows below.
#include "diagram/layout/compose.h"
#include "diagram/layout/layered.h"

#include <algorithm>
#include <cmath>

namespace bartizan::diagram::layout {

namespace {

constexpr double columnGap = 60;
constexpr double rowGap = 24;
constexpr double laneHeight = 44;
constexpr double heavy = 1e5;

struct Tie {
    int slot = -1;      // the other slot
    double own = 0;     // y of the keep below this slot's top
    double other = 0;
    bool lit = false;
    double weight = 1;
};

// An item in its column, or a lane kept free for a light that passes the column.
struct Slot {
    int item = -1;
    double height = 0;
    double middle = 0;
    int column = 0;
    bool lit = false;
    std::vector<Tie> left;
    std::vector<Tie> right;
};

class Arranger {
public:
    Arranger(const Drawing& drawing, const Placement& placement, Composition& composition)
        : m_drawing(drawing), m_placement(placement), m_out(composition)
    {
    }

    void run()
    {
        findLoners();
        makeColumns();
        makeTies();
        for (int round = 0; round < 6; ++round) {
            sweep(false);
            sweep(true);
        }
        sweep(true);
        setPlaces();
        packLoners();
    }

private:
    Slot& slot(int index) { return m_slots[static_cast<std::size_t>(index)]; }

    void findLoners()
    {
        m_loner.assign(m_out.items.size(), 1);
        for (const Edge& edge : m_drawing.edges) {
            const int from = m_out.itemOf[static_cast<std::size_t>(edge.from)];
            const int to = m_out.itemOf[static_cast<std::size_t>(edge.to)];
            if (edge.kind != EdgeKind::latent && from != to)
                m_loner[static_cast<std::size_t>(from)] = m_loner[static_cast<std::size_t>(to)] = 0;
        }
        // A drawing of one namespace is no row of loners.
        if (std::count(m_loner.begin(), m_loner.end(), 0) == 0 && m_loner.size() == 1)
            m_loner[0] = 0;
    }

    void makeColumns()
    {
        std::vector<int> order;
        for (std::size_t i = 0; i < m_out.items.size(); ++i) {
            if (!m_loner[i])
                order.push_back(static_cast<int>(i));
        }
        const auto at = [&](int i) { return m_placement.centres[static_cast<std::size_t>(i)]; };
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            return std::abs(at(a).x() - at(b).x()) > 0.6 ? at(a).x() < at(b).x() : at(a).y() < at(b).y();
        });
        double last = -1e12;
        m_slotOf.assign(m_out.items.size(), -1);
        for (const int item : order) {
            if (at(item).x() > last + 0.6)
                m_columns.emplace_back();
            last = at(item).x();
            Slot made;
            made.item = item;
            made.height = m_out.items[static_cast<std::size_t>(item)].size.height();
            made.middle = at(item).y();
            made.column = static_cast<int>(m_columns.size()) - 1;
            m_slotOf[static_cast<std::size_t>(item)] = static_cast<int>(m_slots.size());
            m_columns.back().push_back(static_cast<int>(m_slots.size()));
            m_slots.push_back(std::move(made));
        }
    }

    void tie(int from, double fromRow, int to, double toRow, bool lit)
    {
        const bool forward = slot(from).column < slot(to).column;
        slot(from).lit |= lit;
        slot(to).lit |= lit;
        (forward ? slot(from).right : slot(from).left).push_back({to, fromRow, toRow, lit, 1});
        (forward ? slot(to).left : slot(to).right).push_back({from, toRow, fromRow, lit, 1});
    }

    void makeTies()
    {
        for (const Edge& edge : m_drawing.edges) {
            const int from = m_slotOf[static_cast<std::size_t>(m_out.itemOf[static_cast<std::size_t>(edge.from)])];
            const int to = m_slotOf[static_cast<std::size_t>(m_out.itemOf[static_cast<std::size_t>(edge.to)])];
            if (edge.kind == EdgeKind::latent || edge.bypass || from < 0 || to < 0 || slot(from).column == slot(to).column)
                continue;
            const double fromRow = m_out.rowOf[static_cast<std::size_t>(edge.from)];
            const double toRow = m_out.rowOf[static_cast<std::size_t>(edge.to)];
            const bool lit = edge.lit != Lit::none;
            const bool forward = slot(from).column < slot(to).column;
            int last = from;
            double lastRow = fromRow;
            if (lit && forward) {
                for (int column = slot(from).column + 1; column < slot(to).column; ++column) {
                    const int lane = addLane(column, slot(from).middle - slot(from).height / 2 + fromRow);
                    tie(last, lastRow, lane, laneHeight / 2, true);
                    last = lane;
                    lastRow = laneHeight / 2;
                }
            }
            tie(last, lastRow, to, toRow, lit);
        }
    }

    int addLane(int column, double y)
    {
        Slot lane;
        lane.height = laneHeight;
        lane.middle = y;
        lane.column = column;
        const int index = static_cast<int>(m_slots.size());
        m_slots.push_back(lane);
        auto& inColumn = m_columns[static_cast<std::size_t>(column)];
        const auto before = std::find_if(inColumn.begin(), inColumn.end(), [&](int s) { return slot(s).middle > y; });
        inColumn.insert(before, index);
        return index;
    }

    // Where the slot's middle would like to be, seen from one side (or both).
    bool wish(const Slot& s, bool fromLeft, double& wanted, double& weight)
    {
        double sum = 0;
        weight = 0;
        const bool litHere = std::any_of(s.left.begin(), s.left.end(), [](const Tie& t) { return t.lit; });
        for (const auto* ties : {&s.left, &s.right}) {
            const bool mainSide = (ties == &s.left) == fromLeft;
            for (const Tie& t : *ties) {
                if (s.lit && !t.lit)
                    continue;
                // The light is set from left to right only, so that it ends exactly straight.
                if (s.lit && litHere && ties == &s.right)
                    continue;
                const Slot& other = m_slots[static_cast<std::size_t>(t.slot)];
                const double factor = mainSide ? 1 : 0.35;
                const double y = other.middle - other.height / 2 + t.other;
                sum += factor * (y - t.own + s.height / 2);
                weight += factor;
            }
        }
        if (weight <= 0)
            return false;
        wanted = sum / weight;
        return true;
    }

    void sweep(bool fromLeft)
    {
        for (std::size_t step = 0; step < m_columns.size(); ++step) {
            const auto& column = m_columns[fromLeft ? step : m_columns.size() - 1 - step];
            std::vector<double> wanted;
            std::vector<double> heights;
            std::vector<double> weights;
            for (const int index : column) {
                Slot& s = slot(index);
                double middle = s.middle;
                double weight = 0.01;
                if (wish(s, fromLeft, middle, weight))
                    weight = s.lit ? heavy : std::max(0.2, weight);
                wanted.push_back(middle);
                heights.push_back(s.height);
                weights.push_back(weight);
            }
            const std::vector<double> middles = stack(wanted, heights, weights, rowGap);
            for (std::size_t i = 0; i < column.size(); ++i)
                slot(column[i]).middle = middles[i];
        }
    }

    void setPlaces()
    {
        double x = 0;
        for (const auto& column : m_columns) {
            double width = 0;
            for (const int index : column) {
                if (slot(index).item >= 0)
                    width = std::max(width, m_out.items[static_cast<std::size_t>(slot(index).item)].size.width());
            }
            for (const int index : column) {
                const Slot& s = slot(index);
                if (s.item < 0)
                    continue;
                Item& item = m_out.items[static_cast<std::size_t>(s.item)];
                item.place = {x + (width - item.size.width()) / 2, s.middle - s.height / 2};
                m_main = m_main.united(QRectF(item.place, item.size));
            }
            x += width + columnGap;
        }
    }

    void packLoners()
    {
        std::vector<int> loners;
        double area = 0;
        for (std::size_t i = 0; i < m_out.items.size(); ++i) {
            if (!m_loner[i])
                continue;
            loners.push_back(static_cast<int>(i));
            area += (m_out.items[i].size.width() + rowGap) * (m_out.items[i].size.height() + rowGap);
        }
        const double width = std::max({m_main.width(), std::sqrt(area * 1.7), 400.0});
        double x = m_main.left();
        double y = m_main.isNull() ? 0 : m_main.bottom() + rowGap + 12;
        double row = 0;
        std::stable_sort(loners.begin(), loners.end(), [&](int a, int b) {
            return m_out.items[static_cast<std::size_t>(a)].size.height() > m_out.items[static_cast<std::size_t>(b)].size.height();
        });
        for (const int index : loners) {
            Item& item = m_out.items[static_cast<std::size_t>(index)];
            if (x > m_main.left() && x + item.size.width() > m_main.left() + width) {
                x = m_main.left();
                y += row + rowGap;
                row = 0;
            }
            item.place = {x, y};
            x += item.size.width() + rowGap;
            row = std::max(row, item.size.height());
        }
    }

    const Drawing& m_drawing;
    const Placement& m_placement;
    Composition& m_out;
    std::vector<char> m_loner;
    std::vector<Slot> m_slots;
    std::vector<int> m_slotOf; // by item
    std::vector<std::vector<int>> m_columns;
    QRectF m_main;
};

} // namespace

void arrange(const Drawing& drawing, const Placement& placement, Composition& composition)
{
    Arranger(drawing, placement, composition).run();
}

} // namespace bartizan::diagram::layout
