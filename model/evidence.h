// SPDX-License-Identifier: GPL-3.0-or-later
// Where a fact was read. Importers make Evidence while the document is open; everything above only copies it.
// Lines and columns are 1-based; columns count Unicode code points; documents in a file count from 1.
// text() is the quoted "key: value" line for people, with values classed as secret replaced by "***": it never
// holds a Secret's value. The cited lines always contain the key (and value) that text() names.
#pragma once

#include "model/ids.h"
#include "model/quote.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bartizan {

struct Evidence {
    FileId file;
    std::uint32_t document = 0; // 1-based; 0 = none
    std::uint32_t line = 0;     // first line, 1-based; 0 = the file as a whole
    std::uint32_t lastLine = 0; // last line, 1-based, inclusive
    std::uint32_t column = 0;   // 1-based
    ObjectId object;            // the Kubernetes object it belongs to, when there is one

    bool valid() const { return file.valid(); }
    std::string_view pointer() const { return m_quote.pointer(); } // RFC 6901, within the document; "" = the whole document
    std::string_view text() const { return m_quote.text(); }       // "key: value", masked; may be empty
    // Replaces both. The arguments may be views of the old ones; views taken before may end here.
    void quote(std::string_view pointer, std::string_view text) { m_quote = Quote(pointer, text); }
    friend bool operator==(const Evidence&, const Evidence&) = default;

private:
    Quote m_quote;
};
static_assert(sizeof(void*) != 8 || sizeof(Evidence) == 32); // inventories hold millions

// A value as it was written, with its place. written() is false when the field was absent (value is then T{}).
template <class T>
struct Fact {
    T value{};
    Evidence evidence;

    bool written() const { return evidence.valid(); }
    const T& operator*() const { return value; }
};

// Labels, annotations, ConfigMap keys: a key, its value and the line of the key in the object's own file.
struct Attribute {
    std::string key;
    std::string value;
    Evidence evidence;
};
using Attributes = std::vector<Attribute>; // sorted by key, keys unique

const Attribute* find(const Attributes& attributes, std::string_view key);    // null when absent
std::string_view valueOf(const Attributes& attributes, std::string_view key); // "" when absent

} // namespace bartizan
