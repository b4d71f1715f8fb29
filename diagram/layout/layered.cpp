// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layout/layered.h"

#include <algorithm>
#include <numeric>

namespace bartizan::diagram::layout {

namespace {

using Adjacency = std::vector<std::vector<int>>;

struct Columns {
    std::vector<int> of; // column of each box
    std::vector<std::vector<int>> boxes;
};

Adjacency targets(const Graph& graph, bool reverse)
{
    Adjacency result(graph.boxes.size());
    for (const Link& link : graph.links) {
        if (link.from != link.to)
            result[static_cast<std::size_t>(reverse ? link.to : link.from)].push_back(reverse ? link.from : link.to);
    }
    return result;
}

// Depth first without recursion; a link to a box still open closes a cycle and counts as turned round.
std::vector<int> topologicalOrder(const Adjacency& out)
{
    enum class State : unsigned char { fresh, open, done };
    std::vector<State> state(out.size(), State::fresh);
    std::vector<int> order;
    std::vector<std::pair<int, std::size_t>> stack;
    for (std::size_t start = 0; start < out.size(); ++start) {
        if (state[start] != State::fresh)
            continue;
        stack.emplace_back(static_cast<int>(start), 0);
        state[start] = State::open;
        while (!stack.empty()) {
            auto& [box, next] = stack.back();
            const auto& ways = out[static_cast<std::size_t>(box)];
            if (next == ways.size()) {
                state[static_cast<std::size_t>(box)] = State::done;
                order.push_back(box);
                stack.pop_back();
                continue;
            }
            const auto to = static_cast<std::size_t>(ways[next++]);
            if (state[to] == State::fresh) {
                state[to] = State::open;
                stack.emplace_back(static_cast<int>(to), 0);
            }
        }
    }
    std::reverse(order.begin(), order.end());
    return order;
}

Columns assignColumns(const Graph& graph)
{
    const std::size_t count = graph.boxes.size();
    const std::vector<int> order = topologicalOrder(targets(graph, false));
    std::vector<int> place(count);
    for (std::size_t i = 0; i < order.size(); ++i)
        place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    std::vector<std::vector<Link>> out(count);
    for (const Link& link : graph.links)
        out[static_cast<std::size_t>(link.from)].push_back(link);
    Columns columns;
    columns.of.assign(count, 0);
    int last = 0;
    for (const int box : order) {
        for (const Link& link : out[static_cast<std::size_t>(box)]) {
            const auto to = static_cast<std::size_t>(link.to);
            if (place[to] > place[static_cast<std::size_t>(box)])
                columns.of[to] = std::max(columns.of[to], columns.of[static_cast<std::size_t>(box)] + link.span);
            last = std::max(last, columns.of[to]);
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (graph.boxes[i].side == Side::left)
            columns.of[i] = 0;
        else if (graph.boxes[i].side == Side::right)
            columns.of[i] = last;
    }
    columns.boxes.resize(static_cast<std::size_t>(last) + 1);
    for (std::size_t i = 0; i < count; ++i)
        columns.boxes[static_cast<std::size_t>(columns.of[i])].push_back(static_cast<int>(i));
    return columns;
}

// Sweeps left and right; each column is sorted by the mean place of its neighbours.
void orderColumns(const Graph& graph, Columns& columns)
{
    constexpr int sweeps = 8;
    const Adjacency out = targets(graph, false);
    const Adjacency in = targets(graph, true);
    std::vector<double> place(graph.boxes.size());
    const auto renumber = [&](const std::vector<int>& column) {
        for (std::size_t i = 0; i < column.size(); ++i)
            place[static_cast<std::size_t>(column[i])] = (static_cast<double>(i) + 0.5) / static_cast<double>(column.size());
    };
    for (const auto& column : columns.boxes)
        renumber(column);
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        const bool forward = sweep % 2 == 0;
        for (std::size_t step = 0; step < columns.boxes.size(); ++step) {
            auto& column = columns.boxes[forward ? step : columns.boxes.size() - 1 - step];
            std::vector<std::pair<double, int>> keyed;
            for (const int box : column) {
                double sum = 0;
                double number = 0;
                for (const auto* side : {&in, &out}) {
                    const double weight = (side == &in) == forward ? 1 : 0.1;
                    for (const int other : (*side)[static_cast<std::size_t>(box)]) {
                        sum += weight * place[static_cast<std::size_t>(other)];
                        number += weight;
                    }
                }
                keyed.emplace_back(number > 0 ? sum / number : place[static_cast<std::size_t>(box)], box);
            }
            std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
            for (std::size_t i = 0; i < keyed.size(); ++i)
                column[i] = keyed[i].second;
            renumber(column);
        }
    }
}

void placeRows(const Graph& graph, const Columns& columns, Placement& placement)
{
    const Adjacency out = targets(graph, false);
    const Adjacency in = targets(graph, true);
    for (int sweep = 0; sweep < 4; ++sweep) {
        for (const auto& column : columns.boxes) {
            std::vector<double> wanted;
            std::vector<double> heights;
            for (const int box : column) {
                double sum = 0;
                double number = 0;
                for (const auto* side : {&in, &out}) {
                    for (const int other : (*side)[static_cast<std::size_t>(box)]) {
                        sum += placement.centres[static_cast<std::size_t>(other)].y();
                        ++number;
                    }
                }
                wanted.push_back(number > 0 ? sum / number : placement.centres[static_cast<std::size_t>(box)].y());
                heights.push_back(graph.boxes[static_cast<std::size_t>(box)].height);
            }
            const std::vector<double> ys =
                stack(wanted, heights, std::vector<double>(wanted.size(), 1), std::vector<double>(wanted.size(), graph.rowGap));
            for (std::size_t i = 0; i < column.size(); ++i)
                placement.centres[static_cast<std::size_t>(column[i])].setY(ys[i]);
        }
    }
}

} // namespace

std::vector<double> stack(const std::vector<double>& wanted, const std::vector<double>& heights,
                          const std::vector<double>& weights, const std::vector<double>& gaps)
{
    // Isotonic regression by pooling: after taking off what lies above, middles must not decrease.
    struct Pool {
        double sum;
        double weight;
        std::size_t count;
        double mean() const { return sum / weight; }
    };
    std::vector<double> offset(wanted.size(), 0);
    for (std::size_t i = 1; i < wanted.size(); ++i)
        offset[i] = offset[i - 1] + heights[i - 1] / 2 + gaps[i - 1] + heights[i] / 2;
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        pools.push_back({(wanted[i] - offset[i]) * weights[i], weights[i], 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool top = pools.back();
            pools.pop_back();
            pools.back() = {pools.back().sum + top.sum, pools.back().weight + top.weight, pools.back().count + top.count};
        }
    }
    std::vector<double> result;
    for (const Pool& pool : pools) {
        for (std::size_t i = 0; i < pool.count; ++i)
            result.push_back(pool.mean() + offset[result.size()]);
    }
    return result;
}

Placement layered(const Graph& graph)
{
    Placement placement;
    placement.ok = true;
    placement.centres.resize(graph.boxes.size());
    if (graph.boxes.empty())
        return placement;
    Columns columns = assignColumns(graph);
    orderColumns(graph, columns);
    double x = 0;
    for (const auto& column : columns.boxes) {
        double width = 0;
        double y = 0;
        for (const int box : column)
            width = std::max(width, graph.boxes[static_cast<std::size_t>(box)].width);
        for (const int box : column) {
            const double height = graph.boxes[static_cast<std::size_t>(box)].height;
            placement.centres[static_cast<std::size_t>(box)] = {x + width / 2, y + height / 2};
            y += height + graph.rowGap;
        }
        x += column.empty() ? 0 : width + graph.columnGap;
    }
    placeRows(graph, columns, placement);
    return placement;
}

} // namespace bartizan::diagram::layout
