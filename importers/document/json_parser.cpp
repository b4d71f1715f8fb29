// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/json_parser.h"

#include "importers/document/utf8.h"

#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace bartizan::document {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

void JsonParser::skipWhitespace()
{
    constexpr std::uint64_t spaces = 0x2020202020202020ULL;
    for (;;) {
        const char c = peek();
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            return;
        ++m_at;
        std::uint64_t word = 0;
        while (m_at + 8 <= m_bytes.size()) { // indentation
            std::memcpy(&word, m_bytes.data() + m_at, 8);
            if (word != spaces)
                break;
            m_at += 8;
        }
    }
}

JsonParser::Error JsonParser::parseValue()
{
    m_open.clear();
    for (;;) {
        bool opened = false;
        if (const Error error = element(opened); error != Error::none)
            return error;
        if (opened) { // at the first element, or after the first key
            continue;
        }
        for (;;) { // after a value: another one, or the end of what it is in
            if (m_open.empty())
                return Error::none;
            skipWhitespace();
            const char c = peek();
            if (c == ',') {
                ++m_at;
                skipWhitespace();
                if (m_open.back()) {
                    if (const Error error = key(); error != Error::none)
                        return error;
                }
                break;
            }
            if (c != (m_open.back() ? '}' : ']'))
                return m_open.back() ? Error::commaOrBrace : Error::commaOrBracket;
            m_builder.close(++m_at);
            m_open.pop_back();
        }
    }
}

// One scalar, one empty collection, or the opening of a collection that has elements (`opened`).
JsonParser::Error JsonParser::element(bool& opened)
{
    switch (peek()) {
    case '{':
    case '[': {
        const bool object = peek() == '{';
        if (!m_builder.open(object ? NodeKind::mapping : NodeKind::sequence, m_at))
            return Error::refused;
        ++m_at;
        skipWhitespace();
        if (peek() == (object ? '}' : ']')) {
            m_builder.close(++m_at);
            return Error::none;
        }
        m_open.push_back(object);
        opened = true;
        return object ? key() : Error::none;
    }
    case '"': {
        Builder::Scalar scalar;
        scalar.quoted = true;
        const Error error = string(scalar);
        return error == Error::none ? put(scalar) : error;
    }
    case 't':
        return word("true", NodeKind::boolean);
    case 'f':
        return word("false", NodeKind::boolean);
    case 'n':
        return word("null", NodeKind::null);
    default:
        return peek() == '-' || isDigit(peek()) ? number() : Error::value;
    }
}

JsonParser::Error JsonParser::put(Builder::Scalar& scalar)
{
    if (m_builder.scalar(scalar))
        return Error::none;
    m_at = scalar.begin;
    return Error::refused;
}

JsonParser::Error JsonParser::key()
{
    if (peek() != '"')
        return Error::key;
    Builder::Scalar scalar;
    if (const Error error = string(scalar); error != Error::none)
        return error;
    m_builder.key(scalar.text, scalar.textAt != Builder::Scalar::notInFile, scalar.begin, scalar.end);
    skipWhitespace();
    if (peek() != ':')
        return Error::colon;
    ++m_at;
    skipWhitespace();
    return Error::none;
}

// The first byte that is a quote, a backslash, a control character or not ASCII.
std::size_t JsonParser::plainEnd(std::size_t at) const
{
#ifdef __SSE2__
    for (; at + 16 <= m_bytes.size(); at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(m_bytes.data() + at));
        const __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
        const __m128i backslashes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
        const __m128i others = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20)); // as signed bytes, so not ASCII too
        const int found = _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, backslashes), others));
        if (found != 0)
            return at + static_cast<std::size_t>(__builtin_ctz(static_cast<unsigned>(found)));
    }
#endif
    while (at < m_bytes.size()) {
        const char c = m_bytes[at];
        if (c == '"' || c == '\\' || static_cast<signed char>(c) < 0x20)
            break;
        ++at;
    }
    return at;
}

JsonParser::Error JsonParser::string(Builder::Scalar& scalar)
{
    scalar.begin = m_at++;
    const std::size_t start = m_at;
    for (;;) {
        m_at = plainEnd(m_at);
        if (atEnd())
            return Error::openString;
        const char c = m_bytes[m_at];
        if (c == '"') {
            scalar.text = m_bytes.substr(start, m_at - start);
            scalar.textAt = start;
            scalar.end = ++m_at;
            return Error::none;
        }
        if (c == '\\')
            break;
        const std::size_t length = static_cast<unsigned char>(c) < 0x20 ? 0 : decodeUtf8(m_bytes, m_at).length;
        if (length == 0)
            return Error::stringByte;
        m_at += length;
    }
    const Error error = escaped(start);
    scalar.text = m_text;
    scalar.end = m_at;
    return error;
}

// A string that has escapes, from its first backslash on; `from` is where its text starts.
JsonParser::Error JsonParser::escaped(std::size_t from)
{
    m_text.assign(m_bytes.substr(from, m_at - from));
    for (;;) {
        if (atEnd())
            return Error::openString;
        const char c = m_bytes[m_at];
        if (c == '"') {
            ++m_at;
            return Error::none;
        }
        if (c == '\\') {
            if (const Error error = escape(); error != Error::none)
                return error;
            continue;
        }
        const std::size_t length = static_cast<unsigned char>(c) < 0x20 ? 0 : decodeUtf8(m_bytes, m_at).length;
        if (length == 0)
            return Error::stringByte;
        m_text += m_bytes.substr(m_at, length);
        m_at += length;
        const std::size_t end = plainEnd(m_at);
        m_text += m_bytes.substr(m_at, end - m_at);
        m_at = end;
    }
}

JsonParser::Error JsonParser::escape()
{
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view means = "\"\\/\b\f\n\r\t";
    const std::size_t start = m_at++;
    if (atEnd())
        return Error::openString;
    const char c = m_bytes[m_at];
    if (const std::size_t index = names.find(c); index != std::string_view::npos) {
        m_text += means[index];
        ++m_at;
        return Error::none;
    }
    std::uint32_t point = 0;
    if (c != 'u' || !hexadecimal(point)) {
        m_at = start;
        return Error::escape;
    }
    if (point >= 0xD800 && point <= 0xDFFF) {
        std::uint32_t low = 0;
        const bool pair =
            point < 0xDC00 && m_bytes.substr(m_at, 2) == "\\u" && (++m_at, hexadecimal(low)) && low >= 0xDC00 && low <= 0xDFFF;
        if (!pair) {
            m_at = start;
            return Error::surrogate;
        }
        point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
    }
    appendUtf8(m_text, point);
    return Error::none;
}

// "uXXXX" at offset(); leaves it after the digits.
bool JsonParser::hexadecimal(std::uint32_t& value)
{
    value = 0;
    for (std::size_t i = 1; i <= 4; ++i) {
        const char c = m_at + i < m_bytes.size() ? m_bytes[m_at + i] : ' ';
        std::uint32_t digit = 0;
        if (isDigit(c))
            digit = static_cast<std::uint32_t>(c - '0');
        else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
            digit = static_cast<std::uint32_t>((c | 0x20) - 'a') + 10;
        else
            return false;
        value = value * 16 + digit;
    }
    m_at += 5;
    return true;
}

JsonParser::Error JsonParser::number()
{
    Builder::Scalar scalar;
    scalar.kind = NodeKind::integer;
    scalar.begin = m_at;
    const auto digits = [this] {
        const std::size_t start = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > start;
    };
    if (peek() == '-')
        ++m_at;
    if (peek() == '0')
        ++m_at;
    else if (!digits())
        return Error::number;
    if (peek() == '.') {
        ++m_at;
        scalar.kind = NodeKind::real;
        if (!digits())
            return Error::number;
    }
    if (peek() == 'e' || peek() == 'E') {
        ++m_at;
        scalar.kind = NodeKind::real;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        if (!digits())
            return Error::number;
    }
    scalar.end = m_at;
    scalar.textAt = scalar.begin;
    scalar.text = m_bytes.substr(scalar.begin, scalar.end - scalar.begin);
    return put(scalar);
}

JsonParser::Error JsonParser::word(std::string_view word, NodeKind kind)
{
    if (m_bytes.substr(m_at, word.size()) != word)
        return Error::value;
    Builder::Scalar scalar;
    scalar.kind = kind;
    scalar.begin = scalar.textAt = m_at;
    scalar.text = m_bytes.substr(m_at, word.size());
    scalar.end = m_at += word.size();
    return put(scalar);
}

} // namespace bartizan::document
