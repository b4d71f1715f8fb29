// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layout/columns.h"

#include <algorithm>
#include <cmath>

namespace bartizan::diagram::layout {

namespace {

using Columns = std::vector<std::vector<int>>;

constexpr double sameRank = 0.6;   // dot puts a rank on one x, up to rounding
constexpr int forbidden = 1000000; // a light never runs inside a column

class Folder {
public:
    explicit Folder(const ColumnProblem& problem) : m_problem(problem)
    {
        makeRanks();
        m_between.assign(m_ranks.size() * m_ranks.size(), 0);
        for (const Tie& tie : problem.ties) {
            if (tie.from < 0 || tie.to < 0)
                continue;
            const int a = m_rankOf[static_cast<std::size_t>(tie.from)];
            const int b = m_rankOf[static_cast<std::size_t>(tie.to)];
            int& between =
                m_between[static_cast<std::size_t>(std::min(a, b)) * m_ranks.size() + static_cast<std::size_t>(std::max(a, b))];
            between = std::min(between + (tie.lit ? forbidden : 1), forbidden);
        }
    }

    Columns best(bool& folded)
    {
        double tallest = 0;
        double whole = 0;
        for (const Piece& piece : m_problem.pieces) {
            tallest = std::max(tallest, piece.size.height());
            whole += piece.size.height() + m_problem.rowGap;
        }
        Columns chosen = m_ranks;
        double least = misfit(m_ranks) - 0.15; // dot's own columns win unless folding is clearly better
        folded = false;
        for (double cap = std::max(tallest, 1.0); cap <= whole * 1.1; cap *= 1.12) {
            Columns columns = fold(cap);
            const double price = misfit(columns);
            if (price < least) {
                least = price;
                chosen = std::move(columns);
                folded = true;
            }
        }
        if (m_problem.pullLeaves)
            pullLeaves(chosen);
        for (auto& column : chosen)
            std::stable_sort(column.begin(), column.end(), [&](int a, int b) { return hint(a).y() < hint(b).y(); });
        return chosen;
    }

private:
    QPointF hint(int piece) const { return m_problem.pieces[static_cast<std::size_t>(piece)].hint; }
    double heightOf(int piece) const
    {
        return m_problem.pieces[static_cast<std::size_t>(piece)].size.height() + m_problem.rowGap;
    }

    void makeRanks()
    {
        std::vector<int> order(m_problem.pieces.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = static_cast<int>(i);
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return hint(a).x() < hint(b).x(); });
        for (const int piece : order) {
            if (m_ranks.empty() || hint(piece).x() > hint(m_ranks.back().back()).x() + sameRank)
                m_ranks.emplace_back();
            m_ranks.back().push_back(piece);
        }
        m_rankOf.resize(m_problem.pieces.size());
        for (std::size_t r = 0; r < m_ranks.size(); ++r) {
            for (const int piece : m_ranks[r])
                m_rankOf[static_cast<std::size_t>(piece)] = static_cast<int>(r);
        }
        for (auto& rank : m_ranks)
            std::stable_sort(rank.begin(), rank.end(), [&](int a, int b) { return hint(a).y() < hint(b).y(); });
    }

    // The calls that would run inside a column when `first` joins the ranks after it, up to `end`.
    int joining(int first, int end) const
    {
        int sum = 0;
        for (int other = first + 1; other < end; ++other)
            sum += m_between[static_cast<std::size_t>(first) * m_ranks.size() + static_cast<std::size_t>(other)];
        return sum;
    }

    double heightOfRank(int rank) const
    {
        double height = 0;
        for (const int piece : m_ranks[static_cast<std::size_t>(rank)])
            height += heightOf(piece);
        return height;
    }

    // Fewest columns under `cap`, among those the fewest calls inside a column. Ranks stay in their order.
    Columns fold(double cap) const
    {
        const int count = static_cast<int>(m_ranks.size());
        // Of long chains many must stand above each other before the page's proportions are met.
        const int mostMerged = std::clamp(count / 5, 12, 80);
        struct Best {
            int columns = 0;
            int calls = 0;
            int first = 0; // the rank that opens the last column
        };
        std::vector<Best> best(static_cast<std::size_t>(count) + 1);
        for (int end = 1; end <= count; ++end) {
            Best& chosen = best[static_cast<std::size_t>(end)];
            chosen.columns = 1 << 20;
            double height = 0;
            int calls = 0;
            for (int first = end - 1; first >= std::max(0, end - mostMerged); --first) {
                height += heightOfRank(first);
                if (first < end - 1 && height - m_problem.rowGap > cap)
                    break;
                calls += joining(first, end);
                if (calls >= forbidden)
                    break;
                const Best& before = best[static_cast<std::size_t>(first)];
                const std::pair price(before.columns + 1, before.calls + calls);
                if (price < std::pair(chosen.columns, chosen.calls))
                    chosen = {price.first, price.second, first};
            }
        }
        Columns columns;
        for (int end = count; end > 0; end = best[static_cast<std::size_t>(end)].first)
            addColumn(best[static_cast<std::size_t>(end)].first, end, cap, columns);
        std::reverse(columns.begin(), columns.end());
        return columns;
    }

    // Ranks [first, end) as one column; a single rank that is taller than `cap` is split. Columns come last to first.
    void addColumn(int first, int end, double cap, Columns& columns) const
    {
        std::vector<int> pieces;
        double height = 0;
        for (int rank = first; rank < end; ++rank) {
            pieces.insert(pieces.end(), m_ranks[static_cast<std::size_t>(rank)].begin(),
                          m_ranks[static_cast<std::size_t>(rank)].end());
            height += heightOfRank(rank);
        }
        const double parts = std::max(1.0, std::ceil((height - m_problem.rowGap) / cap));
        Columns split(1);
        double filled = 0;
        for (const int piece : pieces) {
            if (!split.back().empty() && filled + heightOf(piece) / 2 > height / parts) {
                split.emplace_back();
                filled = 0;
            }
            split.back().push_back(piece);
            filled += heightOf(piece);
        }
        columns.insert(columns.end(), split.rbegin(), split.rend());
    }

    double columnHeight(const std::vector<int>& column) const
    {
        double height = 0;
        for (const int piece : column)
            height += heightOf(piece);
        return height;
    }

    // A piece that only the column to its left calls may stand in that column, when the tallest column gets lower by it.
    void pullLeaves(Columns& columns) const
    {
        std::vector<std::size_t> columnOf(m_problem.pieces.size());
        for (std::size_t c = 0; c < columns.size(); ++c) {
            for (const int piece : columns[c])
                columnOf[static_cast<std::size_t>(piece)] = c;
        }
        for (std::size_t c = 1; c < columns.size(); ++c) {
            const std::vector<int> pieces = columns[c];
            for (const int piece : pieces) {
                double tallest = 0;
                for (const auto& column : columns)
                    tallest = std::max(tallest, columnHeight(column));
                const bool lowers = columnHeight(columns[c]) >= tallest && columns[c].size() > 1;
                if (!lowers || columnHeight(columns[c - 1]) + heightOf(piece) > tallest)
                    continue;
                const bool leaf = std::all_of(m_problem.ties.begin(), m_problem.ties.end(), [&](const Tie& tie) {
                    if (tie.from != piece && tie.to != piece)
                        return true;
                    const int other = tie.from == piece ? tie.to : tie.from;
                    return !tie.lit && other >= 0 && columnOf[static_cast<std::size_t>(other)] == c - 1;
                });
                if (!leaf)
                    continue;
                std::erase(columns[c], piece);
                columns[c - 1].push_back(piece);
                columnOf[static_cast<std::size_t>(piece)] = c - 1;
            }
        }
    }

    double misfit(const Columns& columns) const
    {
        double width = -m_problem.columnGap;
        double height = 1;
        for (const auto& column : columns) {
            double widest = 0;
            double tall = -m_problem.rowGap;
            for (const int piece : column) {
                widest = std::max(widest, m_problem.pieces[static_cast<std::size_t>(piece)].size.width());
                tall += heightOf(piece);
            }
            width += widest + m_problem.columnGap;
            height = std::max(height, tall);
        }
        return std::abs(std::log(std::max(width, 1.0) / height / m_problem.aspect));
    }

    const ColumnProblem& m_problem;
    Columns m_ranks;
    std::vector<int> m_rankOf;  // by piece
    std::vector<int> m_between; // calls between two ranks, lower * ranks + higher
};

} // namespace

std::vector<std::vector<int>> foldColumns(const ColumnProblem& problem, bool& folded)
{
    return Folder(problem).best(folded);
}

} // namespace bartizan::diagram::layout
