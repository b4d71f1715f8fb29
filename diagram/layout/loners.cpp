// SPDX-License-Identifier: GPL-3.0-or-later
// What no call touches needs no place of its own in the order: it goes where the drawing has room, else below.
#include "diagram/curve.h"
#include "diagram/layout/compose.h"

#include <algorithm>
#include <cmath>

namespace bartizan::diagram::layout {

namespace {

constexpr double cell = 12;   // su of the occupancy grid
constexpr double margin = 16; // around a loner
constexpr double rowGap = 24;
constexpr std::size_t mostCells = 4000000;

// Which squares of the drawing are taken, as sums so that a rectangle is asked in constant time.
class Room {
public:
    Room(const QRectF& bounds) : m_bounds(bounds)
    {
        m_columns = std::max(1, static_cast<int>(bounds.width() / cell));
        m_rows = std::max(1, static_cast<int>(bounds.height() / cell));
        if (static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) > mostCells)
            m_columns = m_rows = 0;
        m_taken.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), 0);
    }

    void take(const QRectF& box)
    {
        const auto [left, top, right, bottom] = squares(box);
        for (int y = top; y < bottom; ++y) {
            for (int x = left; x < right; ++x)
                m_taken[index(x, y)] = 1;
        }
    }

    // The free place nearest to the top left that holds `size`; null point when there is none.
    bool find(QSizeF size, QPointF& place)
    {
        const int wide = static_cast<int>(std::ceil(size.width() / cell));
        const int high = static_cast<int>(std::ceil(size.height() / cell));
        if (wide > m_columns || high > m_rows)
            return false;
        sum();
        for (int y = 0; y + high <= m_rows; ++y) {
            for (int x = 0; x + wide <= m_columns; ++x) {
                if (count(x, y, x + wide, y + high) == 0) {
                    place = m_bounds.topLeft() + QPointF(x * cell, y * cell);
                    return true;
                }
            }
        }
        return false;
    }

private:
    struct Squares {
        int left, top, right, bottom;
    };

    Squares squares(const QRectF& box) const
    {
        const QRectF in = box.translated(-m_bounds.topLeft());
        return {std::clamp(static_cast<int>(std::floor(in.left() / cell)), 0, m_columns),
                std::clamp(static_cast<int>(std::floor(in.top() / cell)), 0, m_rows),
                std::clamp(static_cast<int>(std::ceil(in.right() / cell)), 0, m_columns),
                std::clamp(static_cast<int>(std::ceil(in.bottom() / cell)), 0, m_rows)};
    }

    std::size_t index(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(x);
    }

    void sum()
    {
        const int stride = m_columns + 1;
        m_sums.assign(static_cast<std::size_t>(stride) * static_cast<std::size_t>(m_rows + 1), 0);
        for (int y = 0; y < m_rows; ++y) {
            for (int x = 0; x < m_columns; ++x)
                at(x + 1, y + 1) = m_taken[index(x, y)] + at(x, y + 1) + at(x + 1, y) - at(x, y);
        }
    }

    int& at(int x, int y)
    {
        return m_sums[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_columns + 1) + static_cast<std::size_t>(x)];
    }
    int count(int left, int top, int right, int bottom)
    {
        return at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
    }

    QRectF m_bounds;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<char> m_taken;
    std::vector<int> m_sums;
};

} // namespace

void placeLoners(Drawing& drawing, Composition& composition)
{
    if (composition.loners.empty())
        return;
    constexpr std::size_t mostFitted = 40; // beyond that they are a table of their own
    QRectF main;
    for (std::size_t i = 0; i < composition.items.size(); ++i) {
        if (!std::binary_search(composition.loners.begin(), composition.loners.end(), static_cast<int>(i)))
            main = main.united(QRectF(composition.items[i].place, composition.items[i].size));
    }
    std::vector<Curve> curves;
    for (const Edge& edge : drawing.edges)
        curves.emplace_back(edge.points);
    for (const Bundle& bundle : drawing.bundles)
        curves.emplace_back(bundle.points);
    double below = main.isNull() ? 0 : main.bottom();
    Room room(main);
    for (const Item& item : composition.items)
        room.take(QRectF(item.place, item.size));
    for (const Curve& curve : curves) {
        for (double at = 0; at < curve.length(); at += cell / 2) {
            const QPointF p = curve.at(at);
            room.take(QRectF(p.x() - 6, p.y() - 6, 12, 12));
            below = std::max(below, p.y());
        }
    }
    std::vector<int> order = composition.loners;
    const auto sizeOf = [&](int i) { return composition.items[static_cast<std::size_t>(i)].size; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return sizeOf(a).height() > sizeOf(b).height(); });
    double area = 0;
    for (const int i : order)
        area += (sizeOf(i).width() + rowGap) * (sizeOf(i).height() + rowGap);
    const double width = std::max({main.width(), std::sqrt(area * 1.6), 300.0});
    QPointF next(main.left(), main.isNull() ? 0 : below + rowGap + 12);
    double row = 0;
    for (const int i : order) {
        Item& item = composition.items[static_cast<std::size_t>(i)];
        const QSizeF with = item.size + QSizeF(2 * margin, 2 * margin);
        QPointF place;
        if (order.size() <= mostFitted && !main.isNull() && room.find(with, place)) {
            item.place = place + QPointF(margin, margin);
            room.take(QRectF(item.place, item.size).adjusted(-4, -4, 4, 4));
        } else {
            if (next.x() > main.left() && next.x() + item.size.width() > main.left() + width) {
                next = {main.left(), next.y() + row + rowGap};
                row = 0;
            }
            item.place = next;
            next.rx() += item.size.width() + rowGap;
            row = std::max(row, item.size.height());
        }
        settleItem(drawing, item);
    }
}

} // namespace bartizan::diagram::layout
