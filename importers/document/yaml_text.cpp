// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/yaml_text.h"

#include "importers/document/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace bartizan::document {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// YAML 1.1, 5.1 Character Set, as libyaml checks it.
bool isAllowed(std::uint32_t point)
{
    return point == 0x09 || point == 0x0A || point == 0x0D || (point >= 0x20 && point <= 0x7E) || point == 0x85 ||
           (point >= 0xA0 && point <= 0xFFFD && point != 0xFEFF) || point >= 0x10000;
}

bool isDocumentLine(std::string_view text, std::size_t at)
{
    return text.substr(at, 3) == "---" && (at + 3 >= text.size() || std::strchr(" \t\r\n", text[at + 3]));
}

std::size_t lineStartOf(std::string_view text, std::size_t at)
{
    const std::size_t lineBreak = at == 0 ? npos : text.rfind('\n', at - 1);
    return lineBreak == npos ? 0 : lineBreak + 1;
}

std::size_t nextLine(std::string_view text, std::size_t at)
{
    const std::size_t lineBreak = text.find('\n', at);
    return lineBreak == npos ? text.size() : lineBreak + 1;
}

std::size_t indentOf(std::string_view line)
{
    const std::size_t at = line.find_first_not_of(' ');
    return at == npos ? line.size() : at;
}

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r\n") == npos;
}

} // namespace

bool isAscii(std::string_view text)
{
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        if (word & 0x8080808080808080ULL)
            return false;
    }
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                       [](char c) { return static_cast<signed char>(c) >= 0; });
}

std::size_t CharacterCursor::walkTo(std::size_t character)
{
    while (m_character < character && m_byte < m_text.size()) {
        // Only whole characters: what comes after eight ASCII bytes starts a new one.
        while (character - m_character >= 8 && m_byte + 8 <= m_text.size()) {
            std::uint64_t word = 0;
            std::memcpy(&word, m_text.data() + m_byte, 8);
            if (word & 0x8080808080808080ULL)
                break;
            m_byte += 8;
            m_character += 8;
        }
        if (m_character == character)
            break;
        do {
            ++m_byte;
        } while (m_byte < m_text.size() && isContinuation(m_text[m_byte]));
        ++m_character;
    }
    while (m_character > character && m_byte > 0) {
        do {
            --m_byte;
        } while (m_byte > 0 && isContinuation(m_text[m_byte]));
        --m_character;
    }
    return m_byte;
}

std::size_t firstBadByte(std::string_view text, std::size_t from)
{
    for (std::size_t at = from; at < text.size();) {
#ifdef __SSE2__
        if (at + 16 <= text.size()) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
            const __m128i others = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20)); // as signed bytes, so not ASCII too
            const __m128i odd = _mm_or_si128(_mm_andnot_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')), others),
                                             _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F)));
            const int found = _mm_movemask_epi8(odd);
            at += found == 0 ? 16 : static_cast<std::size_t>(__builtin_ctz(static_cast<unsigned>(found)));
            if (found == 0)
                continue;
        }
#endif
        const auto c = static_cast<unsigned char>(text[at]);
        if (c >= 0x20 && c < 0x7F) {
            ++at;
            continue;
        }
        const Utf8Point decoded = decodeUtf8(text, at);
        if (decoded.length == 0 || !isAllowed(decoded.point))
            return at;
        at += decoded.length;
    }
    return npos;
}

bool isBadUtf8(std::string_view text, std::size_t at)
{
    return decodeUtf8(text, at).length == 0;
}

std::size_t nextDocumentLine(std::string_view text, std::size_t from)
{
    if (from >= text.size())
        return npos;
    if ((from == 0 || text[from - 1] == '\n') && isDocumentLine(text, from))
        return from;
    for (std::size_t at = text.find("\n---", from); at != npos; at = text.find("\n---", at + 1)) {
        if (isDocumentLine(text, at + 1))
            return at + 1;
    }
    return npos;
}

std::size_t documentLineBefore(std::string_view text, std::size_t from, std::size_t floor)
{
    for (std::size_t at = lineStartOf(text, from); at > floor; at = lineStartOf(text, at - 1)) {
        if (isDocumentLine(text, at))
            return at;
    }
    return floor;
}

std::size_t skipProperties(std::string_view text, std::size_t at, std::size_t end)
{
    end = std::min(end, text.size());
    while (at < end) {
        const char c = text[at];
        if (c == '&' || c == '!') {
            at = std::min(end, text.find_first_of(" \t\r\n", at));
        } else if (c == '#') {
            at = std::min(end, nextLine(text, at));
        } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

std::size_t blockScalarEnd(std::string_view text, std::size_t begin, std::size_t end)
{
    end = std::min(end, text.size());
    const std::size_t header = skipProperties(text, begin, end);
    std::size_t last = std::min(end, header); // after the last content byte; the header itself if there is no content
    while (last < end && text[last] != '\n' && text[last] != '\r' && text[last] != ' ')
        ++last;
    std::size_t indent = npos;
    for (std::size_t at = nextLine(text, header); at < end; at = nextLine(text, at)) {
        const std::string_view line = text.substr(at, std::min(nextLine(text, at), end) - at);
        if (isBlank(line))
            continue;
        const std::size_t here = indentOf(line);
        if (here < indent && indent != npos && line[here] == '#')
            break; // libyaml's mark lies behind the comments that follow; other lines before it are content
        indent = std::min(indent, here);
        last = at + line.find_last_not_of("\r\n") + 1;
    }
    return std::min(last, end);
}

std::string_view sourceComment(std::string_view text)
{
    constexpr std::string_view mark = "# Source: ";
    for (std::size_t at = text.rfind(mark); at != npos; at = at == 0 ? npos : text.rfind(mark, at - 1)) {
        if (at > 0 && text[at - 1] != '\n')
            continue;
        std::string_view path = text.substr(at + mark.size());
        path = path.substr(0, path.find('\n'));
        const std::size_t last = path.find_last_not_of(" \t\r");
        return last == npos ? std::string_view{} : path.substr(0, last + 1);
    }
    return {};
}

bool hasTemplateLines(std::string_view text)
{
    for (std::size_t at = text.find("{{"); at != npos; at = text.find("{{", at + 2)) {
        const std::size_t start = lineStartOf(text, at);
        if (isBlank(text.substr(start, at - start)))
            return true;
    }
    return false;
}

} // namespace bartizan::document
