// SPDX-License-Identifier: GPL-3.0-or-later
// The comments of a review file that are kept when it is saved: whole lines above the first key, and right above a row of
// a section. yaml-cpp's events do not tell them, so they are found by line: a line that begins with '#', is indented no
// deeper than the row below it (what is deeper may be the text of a value) and is not inside a quoted value. Used by
// review_tree.cpp only.
#pragma once

#include "app/review_tree.h"

#include <map>

namespace bartizan::app {

class ReviewComments {
public:
    explicit ReviewComments(std::string_view text); // which outlives this

    bool empty() const { return m_lines.empty(); }
    void exclude(std::size_t from, std::size_t to); // bytes of the text that are a value
    void attach(ReviewNode& root);                  // takes each comment once

private:
    std::string above(std::uint32_t line);
    std::size_t indentOf(std::uint32_t line) const;

    std::string_view m_text;
    std::vector<std::size_t> m_starts;                 // of each line
    std::map<std::uint32_t, std::string_view> m_lines; // 1-based; from the '#' on
};

} // namespace bartizan::app
