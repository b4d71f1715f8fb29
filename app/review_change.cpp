// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/review_change.h"

#include <algorithm>

namespace bartizan::app {
namespace {

template <class Map, class Rows>
void moveRows(Map& map, const Rows& rows, bool forward)
{
    for (const auto& [key, before, after] : rows.rows) {
        const auto& value = forward ? after : before;
        if (value)
            map.insert_or_assign(key, *value);
        else
            map.erase(key);
    }
}

} // namespace

template <class Map>
void ReviewChange::compare(const Map& before, const Map& after, Rows<Map>& rows, ReviewEffect effect)
{
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        if (b == after.end() || (a != before.end() && a->first < b->first)) {
            rows.rows.emplace_back(a->first, a->second, std::nullopt);
            ++a;
        } else if (a == before.end() || b->first < a->first) {
            rows.rows.emplace_back(b->first, std::nullopt, b->second);
            ++b;
        } else {
            if (!(a->second == b->second))
                rows.rows.emplace_back(a->first, a->second, b->second);
            ++a;
            ++b;
        }
    }
    if (rows.rows.empty())
        return;
    m_empty = false;
    m_effect = std::max(m_effect, effect);
}

ReviewChange::Head ReviewChange::headOf(const Review& review)
{
    return {review.version, review.sources, review.variant, review.asOf, review.redactionSalt, review.extra};
}

ReviewChange ReviewChange::between(const Review& before, const Review& after)
{
    ReviewChange change;
    if (Head old = headOf(before), now = headOf(after); !(old == now)) {
        const bool input = old.sources != now.sources || old.variant != now.variant || old.asOf != now.asOf;
        change.m_empty = false;
        change.m_effect = input ? ReviewEffect::input : ReviewEffect::nothing;
        change.m_head.emplace(std::move(old), std::move(now));
    }
    change.compare(before.sensitivities, after.sensitivities, change.m_sensitivities, ReviewEffect::judgement);
    change.compare(before.audiences, after.audiences, change.m_audiences, ReviewEffect::judgement);
    change.compare(before.owners, after.owners, change.m_owners, ReviewEffect::judgement);
    change.compare(before.reportMatches, after.reportMatches, change.m_reportMatches, ReviewEffect::judgement);
    change.compare(before.statements, after.statements, change.m_statements, ReviewEffect::judgement);
    change.compare(before.decisions, after.decisions, change.m_decisions, ReviewEffect::statuses);
    change.compare(before.notes, after.notes, change.m_notes, ReviewEffect::statuses);
    change.compare(before.positions, after.positions, change.m_positions, ReviewEffect::nothing);
    change.compare(before.queries, after.queries, change.m_queries, ReviewEffect::nothing);
    return change;
}

void ReviewChange::move(Review& review, bool forward) const
{
    if (m_head) {
        const Head& head = forward ? m_head->second : m_head->first;
        review.version = head.version;
        review.sources = head.sources;
        review.variant = head.variant;
        review.asOf = head.asOf;
        review.redactionSalt = head.redactionSalt;
        review.extra = head.extra;
    }
    moveRows(review.sensitivities, m_sensitivities, forward);
    moveRows(review.audiences, m_audiences, forward);
    moveRows(review.owners, m_owners, forward);
    moveRows(review.reportMatches, m_reportMatches, forward);
    moveRows(review.statements, m_statements, forward);
    moveRows(review.decisions, m_decisions, forward);
    moveRows(review.notes, m_notes, forward);
    moveRows(review.positions, m_positions, forward);
    moveRows(review.queries, m_queries, forward);
}

void ReviewChange::apply(Review& review) const
{
    move(review, true);
}

void ReviewChange::revert(Review& review) const
{
    move(review, false);
}

} // namespace bartizan::app
