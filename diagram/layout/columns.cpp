// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layout/columns.h"

#include "diagram/layout/layered.h"

#include <algorithm>
#include <cmath>

namespace bartizan::diagram::layout {

namespace {

constexpr double laneHeight = 40;
constexpr double heavy = 1e5;
constexpr std::size_t mostLanes = 300; // a drawing where everything is lit has no lane to keep

struct Pull {
    int slot = -1;    // the other slot
    double own = 0;   // row of this end
    double other = 0; // row of the other end
    bool lit = false;
};

// A piece in its column, or a lane kept free for a light that passes the column.
struct Slot {
    int piece = -1;
    double height = 0;
    double middle = 0;
    int column = 0;
    bool lit = false;
    std::vector<Pull> left;
    std::vector<Pull> right;
    std::vector<Pull> beside; // same column
};

class Arranger {
public:
    explicit Arranger(const ColumnProblem& problem) : m_problem(problem) {}

    ColumnLayout run()
    {
        makeColumns();
        for (const Tie& tie : m_problem.ties)
            addTie(tie);
        for (int round = 0; round < 3; ++round) {
            sweeps(3);
            if (!swapNeighbours())
                break;
        }
        sweeps(3);
        sweep(true);
        return finish();
    }

private:
    Slot& slot(int index) { return m_slots[static_cast<std::size_t>(index)]; }
    const Slot& slot(int index) const { return m_slots[static_cast<std::size_t>(index)]; }

    void makeColumns()
    {
        m_slotOf.assign(m_problem.pieces.size(), -1);
        for (const auto& pieces : foldColumns(m_problem, m_folded)) {
            m_columns.emplace_back();
            for (const int piece : pieces) {
                const Piece& given = m_problem.pieces[static_cast<std::size_t>(piece)];
                Slot made;
                made.piece = piece;
                made.height = given.size.height();
                made.column = static_cast<int>(m_columns.size()) - 1;
                m_slotOf[static_cast<std::size_t>(piece)] = static_cast<int>(m_slots.size());
                m_columns.back().push_back(static_cast<int>(m_slots.size()));
                m_slots.push_back(std::move(made));
            }
            // Hints say what stands above what; where, is decided here: at first around one middle line.
            double height = -m_problem.rowGap;
            for (const int index : m_columns.back())
                height += slot(index).height + m_problem.rowGap;
            double y = -height / 2;
            for (const int index : m_columns.back()) {
                slot(index).middle = y + slot(index).height / 2;
                y += slot(index).height + m_problem.rowGap;
            }
        }
    }

    void pull(int from, double fromRow, int to, double toRow, bool lit)
    {
        slot(from).lit |= lit;
        slot(to).lit |= lit;
        const int a = slot(from).column;
        const int b = slot(to).column;
        auto& ofFrom = a == b ? slot(from).beside : a < b ? slot(from).right : slot(from).left;
        ofFrom.push_back({to, fromRow, toRow, lit});
        auto& ofTo = a == b ? slot(to).beside : a < b ? slot(to).left : slot(to).right;
        ofTo.push_back({from, toRow, fromRow, lit});
    }

    void addTie(const Tie& tie)
    {
        const int columns = static_cast<int>(m_columns.size());
        int last = tie.from >= 0 ? m_slotOf[static_cast<std::size_t>(tie.from)] : -1;
        const int to = tie.to >= 0 ? m_slotOf[static_cast<std::size_t>(tie.to)] : -1;
        const int begin = last >= 0 ? slot(last).column + 1 : 0;
        const int end = to >= 0 ? slot(to).column : columns;
        double lastRow = tie.fromRow;
        if (tie.lit && m_lanes + static_cast<std::size_t>(std::max(0, end - begin)) <= mostLanes) {
            const int known = last >= 0 ? last : to;
            const double row = last >= 0 ? tie.fromRow : tie.toRow;
            const double y = slot(known).middle - slot(known).height / 2 + row;
            for (int column = begin; column < end; ++column) {
                const int lane = addLane(column, y);
                if (last >= 0)
                    pull(last, lastRow, lane, laneHeight / 2, true);
                last = lane;
                lastRow = laneHeight / 2;
            }
        }
        if (last >= 0 && to >= 0)
            pull(last, lastRow, to, tie.toRow, tie.lit);
    }

    int addLane(int column, double y)
    {
        ++m_lanes;
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

    double top(const Slot& s) const { return s.middle - s.height / 2; }

    // Where the slot's middle would like to be.
    bool wish(const Slot& s, bool fromLeft, double& wanted, double& weight) const
    {
        double sum = 0;
        weight = 0;
        const bool litFromLeft = std::any_of(s.left.begin(), s.left.end(), [](const Pull& p) { return p.lit; });
        for (const auto* pulls : {&s.left, &s.right}) {
            const double factor = (pulls == &s.left) == fromLeft ? 1 : 0.35;
            for (const Pull& p : *pulls) {
                // The light is set from left to right only, so that it ends exactly straight.
                if (s.lit && (!p.lit || (litFromLeft && pulls == &s.right)))
                    continue;
                sum += factor * (top(slot(p.slot)) + p.other - p.own + s.height / 2);
                weight += factor;
            }
        }
        if (weight <= 0)
            return false;
        wanted = sum / weight;
        return true;
    }

    void sweeps(int count)
    {
        for (int i = 0; i < count; ++i) {
            sweep(false);
            sweep(true);
        }
    }

    void sweep(bool fromLeft)
    {
        for (std::size_t step = 0; step < m_columns.size(); ++step)
            settle(m_columns[fromLeft ? step : m_columns.size() - 1 - step], fromLeft);
    }

    void settle(const std::vector<int>& column, bool fromLeft)
    {
        std::vector<double> wanted;
        std::vector<double> heights;
        std::vector<double> weights;
        std::vector<double> gaps;
        for (const int index : column) {
            const Slot& s = slot(index);
            double middle = s.middle;
            double weight = 0;
            if (wish(s, fromLeft, middle, weight))
                weight = s.lit ? heavy : std::max(0.2, weight);
            else
                weight = 0.02;
            wanted.push_back(middle);
            heights.push_back(s.height);
            weights.push_back(weight);
        }
        for (std::size_t i = 0; i + 1 < column.size(); ++i) {
            const auto& beside = slot(column[i]).beside;
            const bool calls = std::any_of(beside.begin(), beside.end(), [&](const Pull& p) { return p.slot == column[i + 1]; });
            gaps.push_back(m_problem.rowGap + (calls ? m_problem.callGap : 0));
        }
        const std::vector<double> middles = stack(wanted, heights, weights, gaps);
        for (std::size_t i = 0; i < column.size(); ++i)
            slot(column[i]).middle = middles[i];
    }

    double strain(const Slot& s, double middle, int swappedWith, double swappedMiddle) const
    {
        double sum = 0;
        for (const auto* pulls : {&s.left, &s.right, &s.beside}) {
            for (const Pull& p : *pulls) {
                const Slot& other = slot(p.slot);
                const double otherMiddle = p.slot == swappedWith ? swappedMiddle : other.middle;
                sum += std::abs(otherMiddle - other.height / 2 + p.other - (middle - s.height / 2 + p.own)) * (p.lit ? 20 : 1);
            }
        }
        return sum;
    }

    // Two neighbours change places where that makes their calls shorter. Bounded; true when anything moved.
    bool swapNeighbours()
    {
        bool any = false;
        for (int round = 0; round < 8; ++round) {
            bool moved = false;
            for (auto& column : m_columns) {
                for (std::size_t i = 0; i + 1 < column.size(); ++i)
                    moved |= trySwap(column[i], column[i + 1]);
            }
            any |= moved;
            if (!moved)
                break;
        }
        return any;
    }

    bool trySwap(int& upper, int& lower)
    {
        Slot& a = slot(upper);
        Slot& b = slot(lower);
        const double newB = top(a) + b.height / 2;
        const double newA = b.middle + b.height / 2 - a.height / 2;
        const double before = strain(a, a.middle, lower, b.middle) + strain(b, b.middle, upper, a.middle);
        const double after = strain(a, newA, lower, newB) + strain(b, newB, upper, newA);
        if (after >= before - 1)
            return false;
        a.middle = newA;
        b.middle = newB;
        std::swap(upper, lower);
        return true;
    }

    ColumnLayout finish()
    {
        ColumnLayout layout;
        layout.folded = m_folded;
        layout.places.resize(m_problem.pieces.size());
        double highest = 1e12;
        double lowest = -1e12;
        for (const Slot& s : m_slots) {
            highest = s.piece >= 0 ? std::min(highest, top(s)) : highest;
            lowest = s.piece >= 0 ? std::max(lowest, top(s) + s.height) : lowest;
        }
        double x = 0;
        for (const auto& column : m_columns) {
            double width = 0;
            for (const int index : column) {
                if (slot(index).piece >= 0)
                    width = std::max(width, sizeOf(index).width());
            }
            for (const int index : column) {
                if (slot(index).piece >= 0)
                    layout.places[static_cast<std::size_t>(slot(index).piece)] = {x + (width - sizeOf(index).width()) / 2,
                                                                                  top(slot(index)) - highest};
            }
            x += width + m_problem.columnGap;
        }
        if (!m_problem.pieces.empty())
            layout.size = {x - m_problem.columnGap, lowest - highest};
        return layout;
    }

    QSizeF sizeOf(int index) const { return m_problem.pieces[static_cast<std::size_t>(slot(index).piece)].size; }

    const ColumnProblem& m_problem;
    std::vector<Slot> m_slots;
    std::vector<int> m_slotOf; // by piece
    std::vector<std::vector<int>> m_columns;
    std::size_t m_lanes = 0;
    bool m_folded = false;
};

} // namespace

ColumnLayout arrangeColumns(const ColumnProblem& problem)
{
    return Arranger(problem).run();
}

} // namespace bartizan::diagram::layout
