// SPDX-License-Identifier: GPL-3.0-or-later
// A file's bytes as RapidJSON's stream for parsing in situ (its "Stream" concept: Peek, Take, Tell, PutBegin, Put,
// PutEnd). Nothing is written to the bytes: a string without escapes is a part of the file and is skipped in one go, as
// white space is; one with escapes is put together in a buffer. Used by json_reader.cpp only. Offsets are bytes from the
// start of the file. The bytes must be followed by a null byte, which ends the input for the parser.
#pragma once

#include <cstddef>
#include <rapidjson/reader.h>
#include <string>
#include <string_view>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace bartizan::document {

class JsonStream {
public:
    using Ch = char;

    explicit JsonStream(std::string_view bytes) : m_bytes(bytes), m_at(bytes.data()), m_end(bytes.data() + bytes.size()) {}

    std::string_view bytes() const { return m_bytes; }
    void seek(std::size_t offset) { m_at = m_bytes.data() + offset; }

    char Peek() const { return *m_at; }
    char Take() { return *m_at++; }
    std::size_t Tell() const { return static_cast<std::size_t>(m_at - m_bytes.data()); }

    // After the opening quote, and after a number, of which nothing is kept.
    char* PutBegin()
    {
        if (m_at[-1] != '"')
            return nullptr;
        m_string = m_at;
        skipPlain();
        m_escaped = *m_at == '\\';
        if (m_escaped)
            m_unescaped.assign(m_string, m_at);
        return nullptr;
    }
    void Put(char c)
    {
        if (!m_escaped)
            return;
        m_unescaped.push_back(c);
        if (c <= '\0') // the null byte after the closing quote, or a part of a character
            return;
        const char* const from = m_at;
        skipPlain();
        m_unescaped.append(from, m_at);
    }
    void Flush() {}
    std::size_t PutEnd(char*) { return 1; } // the parser takes one off for the null byte; string() tells the text

    // The string that was taken last.
    std::size_t stringBegin() const { return static_cast<std::size_t>(m_string - m_bytes.data()); } // after its quote
    bool escaped() const { return m_escaped; }
    std::string_view string() const
    {
        if (m_escaped)
            return std::string_view(m_unescaped).substr(0, m_unescaped.size() - 1);
        return m_bytes.substr(stringBegin(), Tell() - stringBegin() - 1);
    }

    void skipWhiteSpace()
    {
        const char* at = m_at;
        if (!isWhite(*at))
            return;
        ++at;
#ifdef __SSE2__
        for (; m_end - at >= 16; at += 16) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
            const __m128i white = _mm_or_si128(
                _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'))),
                _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t'))));
            const unsigned others = ~static_cast<unsigned>(_mm_movemask_epi8(white)) & 0xFFFFU;
            if (others != 0) {
                m_at = at + __builtin_ctz(others);
                return;
            }
        }
#endif
        while (isWhite(*at))
            ++at;
        m_at = at;
    }

private:
    static bool isWhite(char c)
    {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    // To the next quote, backslash or control character.
    void skipPlain()
    {
        const char* at = m_at;
#ifdef __SSE2__
        for (; m_end - at >= 16; at += 16) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
            const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
            const __m128i stops = _mm_or_si128(
                control, _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))));
            const auto found = static_cast<unsigned>(_mm_movemask_epi8(stops));
            if (found != 0) {
                m_at = at + __builtin_ctz(found);
                return;
            }
        }
#endif
        while (static_cast<unsigned char>(*at) >= 0x20 && *at != '"' && *at != '\\')
            ++at;
        m_at = at;
    }

    std::string_view m_bytes;
    const char* m_at;
    const char* m_end;
    const char* m_string = nullptr; // where the last string starts
    bool m_escaped = false;
    std::string m_unescaped;
};

} // namespace bartizan::document

namespace rapidjson {

template <>
inline void SkipWhitespace(bartizan::document::JsonStream& stream)
{
    stream.skipWhiteSpace();
}

} // namespace rapidjson
