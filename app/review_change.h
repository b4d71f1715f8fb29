// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two reviews, small enough to keep for every step of an undo history.
#pragma once

#include "model/review.h"

#include <optional>
#include <tuple>
#include <vector>

namespace bartizan::app {

// What has to be done again after a change, each including the ones before it.
enum class ReviewEffect {
    nothing,   // positions, saved queries, the salt of redacted reports
    statuses,  // decisions, notes: analysis/review.h alone
    judgement, // confirmations, statements: resolve and analyse
    input,     // sources, variant, as-of: import
};

class ReviewChange {
public:
    static ReviewChange between(const Review& before, const Review& after);

    void apply(Review& review) const;  // to a review that is as `before`
    void revert(Review& review) const; // to a review that is as `after`
    bool empty() const { return m_empty; }
    ReviewEffect effect() const { return m_effect; }

private:
    template <class Map>
    struct Rows {
        using Value = typename Map::mapped_type;
        std::vector<std::tuple<typename Map::key_type, std::optional<Value>, std::optional<Value>>> rows; // key, old, new
    };
    struct Head { // everything that is no map
        int version = 1;
        std::vector<ReviewSource> sources;
        std::string variant, asOf, redactionSalt;
        KeptKeys extra;
        friend bool operator==(const Head&, const Head&) = default;
    };

    template <class Map>
    void compare(const Map& before, const Map& after, Rows<Map>& rows, ReviewEffect effect);
    void move(Review& review, bool forward) const;
    static Head headOf(const Review& review);

    bool m_empty = true;
    ReviewEffect m_effect = ReviewEffect::nothing;
    std::optional<std::pair<Head, Head>> m_head;
    Rows<decltype(Review::sensitivities)> m_sensitivities, m_audiences, m_owners;
    Rows<decltype(Review::reportMatches)> m_reportMatches;
    Rows<decltype(Review::decisions)> m_decisions;
    Rows<decltype(Review::statements)> m_statements;
    Rows<decltype(Review::notes)> m_notes;
    Rows<decltype(Review::positions)> m_positions;
    Rows<decltype(Review::queries)> m_queries;
};

} // namespace bartizan::app
