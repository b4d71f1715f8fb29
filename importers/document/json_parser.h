// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON value (RFC 8259) at a time -> Builder, with the byte offset of everything. Iterative, so depth costs nothing
// and the Builder's limit ends it. Strings without escapes are never copied. Used by json_reader.cpp only; the fuzz
// target compares what it accepts with RapidJSON.
#pragma once

#include "importers/document/builder.h"

#include <string>
#include <string_view>
#include <vector>

namespace bartizan::document {

class JsonParser {
public:
    enum class Error {
        none,
        refused, // by the builder, which reported the Problem
        value,
        key,
        colon,
        commaOrBrace,
        commaOrBracket,
        openString,
        stringByte,
        escape,
        surrogate,
        number,
    };

    JsonParser(std::string_view bytes, Builder& builder) : m_bytes(bytes), m_builder(builder) {}

    void skipWhitespace();
    Error parseValue(); // at offset(); leaves it after the value, or at what was not expected
    std::size_t offset() const { return m_at; }
    void seek(std::size_t at) { m_at = at; }
    bool atEnd() const { return m_at >= m_bytes.size(); }

private:
    Error element(bool& opened);
    Error open(NodeKind kind);
    Error key();
    Error string(Builder::Scalar& scalar);
    Error escaped(std::size_t from);
    Error escape();
    bool hexadecimal(std::uint32_t& value);
    Error number();
    Error word(std::string_view word, NodeKind kind);
    Error put(Builder::Scalar& scalar);
    std::size_t plainEnd(std::size_t at) const;
    char peek() const { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; }

    std::string_view m_bytes;
    Builder& m_builder;
    std::size_t m_at = 0;
    std::vector<bool> m_open; // true for objects
    std::string m_text;       // of the last string with escapes
};

} // namespace bartizan::document
