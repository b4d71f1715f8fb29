// SPDX-License-Identifier: GPL-3.0-or-later
// What libyaml does not tell about the text it read: byte offsets, where a block scalar really ends, comments, bytes it
// refuses, and where the next document starts. Offsets are bytes from the start of the given text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace bartizan::document {

// libyaml's marks count characters; this turns them into bytes. Marks come nearly in order, so it walks from the last.
class CharacterCursor {
public:
    CharacterCursor(std::string_view text, bool ascii) : m_text(text), m_ascii(ascii) {}
    std::size_t byteOf(std::size_t character) { return m_ascii ? std::min(character, m_text.size()) : walkTo(character); }

private:
    std::size_t walkTo(std::size_t character);

    std::string_view m_text;
    bool m_ascii;
    std::size_t m_character = 0;
    std::size_t m_byte = 0;
};

bool isAscii(std::string_view text);

// Offset of the first byte that YAML does not allow (bad UTF-8, control characters); npos when there is none.
std::size_t firstBadByte(std::string_view text, std::size_t from);
bool isBadUtf8(std::string_view text, std::size_t at);

// Start of the first line at or after `from` that begins with "---"; npos when there is none.
std::size_t nextDocumentLine(std::string_view text, std::size_t from);
// Start of the last line before or at `from` that begins with "---" and is not before `floor`; else `floor`.
std::size_t documentLineBefore(std::string_view text, std::size_t from, std::size_t floor);

// Skips white space and an anchor or tag; `text` at the result is where the scalar itself is written.
std::size_t skipProperties(std::string_view text, std::size_t at, std::size_t end);

// After the last content line of the block scalar whose "|" or ">" is at or after `begin`; `end` is libyaml's mark.
std::size_t blockScalarEnd(std::string_view text, std::size_t begin, std::size_t end);

// The path in the last "# Source: path" comment line of the text; "" when there is none.
std::string_view sourceComment(std::string_view text);

// Whether a line starts with a template action ("{{"): then the file's documents depend on values that are not here.
bool hasTemplateLines(std::string_view text);

} // namespace bartizan::document
