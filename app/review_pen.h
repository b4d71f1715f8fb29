// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the block YAML of a review file: mappings and lists two columns deeper each, one value a line, in one pass over
// one string (yaml-cpp's emitter tries patterns on every character: a second for 10,000 decisions). A word is plain where
// YAML reads it back as the same word, else in double quotes; prose always is. What is not UTF-8 becomes U+FFFD. Used by
// review_write.cpp only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bartizan::app {

class ReviewPen {
public:
    explicit ReviewPen(std::string head) : m_text(std::move(head)) {}

    // Inside a mapping: a key, and then its value. Inside a list: item(), and then its value.
    void key(std::string_view key);
    void item();
    void word(std::string_view word);
    void prose(std::string_view text);
    void null();
    void open() { m_levels.push_back({m_levels.back().indent + 2, false, true, m_afterKey}); } // a mapping
    void openList() { m_levels.push_back({m_levels.back().indent + 2, true, true, m_afterKey}); }
    void close();
    // Lines of a comment above the next key or item, each starts with '#' and ends with a line break.
    void comment(std::string_view lines) { m_comment = lines; }
    std::string finish() { return std::move(m_text); } // of the outermost mapping, which is open from the start

private:
    struct Level {
        int indent = 0;
        bool list = false, empty = true, afterKey = false;
    };
    void startRow();
    void value(std::string_view written);

    std::string m_text, m_comment;
    std::vector<Level> m_levels{Level{}};
    bool m_afterKey = false; // else after the dash of an item
};

} // namespace bartizan::app
