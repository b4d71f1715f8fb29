// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of closed intervals over a type with an order and `successor()`, `predecessor()`: sorted vectors in which no two
// intervals overlap or touch. Addresses and ports are both made of them. All take linear time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace bartizan::connectivity::intervals {

inline std::uint32_t successor(std::uint32_t n)
{
    return n + 1;
}
inline std::uint32_t predecessor(std::uint32_t n)
{
    return n - 1;
}

template <class Range>
void append(std::vector<Range>& to, const Range& next) // ranges come in the order of their first members
{
    if (to.empty() || to.back().last < next.first) {
        if (!to.empty() && successor(to.back().last) == next.first)
            to.back().last = next.last;
        else
            to.push_back(next);
    } else if (to.back().last < next.last) {
        to.back().last = next.last;
    }
}

template <class Range>
std::vector<Range> united(const std::vector<Range>& a, const std::vector<Range>& b)
{
    std::vector<Range> result;
    result.reserve(a.size() + b.size());
    auto i = a.begin(), j = b.begin();
    while (i != a.end() || j != b.end())
        append(result, j == b.end() || (i != a.end() && i->first < j->first) ? *i++ : *j++);
    return result;
}

template <class Range>
std::vector<Range> common(const std::vector<Range>& a, const std::vector<Range>& b)
{
    std::vector<Range> result;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        const auto first = std::max(i->first, j->first), last = std::min(i->last, j->last);
        if (!(last < first))
            result.push_back({first, last});
        if (i->last < j->last)
            ++i;
        else
            ++j;
    }
    return result;
}

template <class Range>
std::vector<Range> without(const std::vector<Range>& a, const std::vector<Range>& b)
{
    std::vector<Range> result;
    auto j = b.begin();
    for (Range rest : a) {
        while (j != b.end() && j->last < rest.first)
            ++j;
        bool left = true;
        for (auto k = j; k != b.end() && !(rest.last < k->first); ++k) {
            if (rest.first < k->first)
                result.push_back({rest.first, predecessor(k->first)});
            if (!(k->last < rest.last)) {
                left = false;
                break;
            }
            rest.first = successor(k->last);
        }
        if (left)
            result.push_back(rest);
    }
    return result;
}

template <class Range>
bool contains(const std::vector<Range>& a, const std::vector<Range>& b)
{
    auto i = a.begin();
    for (const Range& range : b) {
        while (i != a.end() && i->last < range.first)
            ++i;
        if (i == a.end() || range.first < i->first || i->last < range.last)
            return false;
    }
    return true;
}

} // namespace bartizan::connectivity::intervals
