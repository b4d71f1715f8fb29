// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/file_text.h"

#include <algorithm>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace bartizan::document {

namespace {

constexpr std::size_t blockBytes = 4096;

std::uint32_t countBreaks(std::string_view bytes)
{
    std::uint32_t count = 0;
    std::size_t at = 0;
#ifdef __SSE2__ // compilers do not make this of std::count at -O2, and it is run over every byte that is read
    const __m128i lineBreak = _mm_set1_epi8('\n');
    while (at + 16 <= bytes.size()) {
        __m128i counts = _mm_setzero_si128(); // of each of the 16 lanes, which overflow at 256
        for (int i = 0; i < 255 && at + 16 <= bytes.size(); ++i, at += 16) {
            const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes.data() + at));
            counts = _mm_sub_epi8(counts, _mm_cmpeq_epi8(block, lineBreak));
        }
        const __m128i sums = _mm_sad_epu8(counts, _mm_setzero_si128());
        count += static_cast<std::uint32_t>(_mm_cvtsi128_si32(sums) + _mm_cvtsi128_si32(_mm_srli_si128(sums, 8)));
    }
#endif
    return count + static_cast<std::uint32_t>(std::count(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), '\n'));
}

} // namespace

FileText::FileText(std::string path, std::string bytes, FileId file)
    : m_path(std::move(path)), m_bytes(std::move(bytes)), m_file(file)
{
    const std::string_view all = m_bytes;
    m_breaksBefore.reserve(all.size() / blockBytes + 1);
    std::uint32_t breaks = 0;
    for (std::size_t at = 0; at < all.size(); at += blockBytes) {
        m_breaksBefore.push_back(breaks);
        breaks += countBreaks(all.substr(at, blockBytes));
    }
    m_lineCount = breaks + (!all.empty() && all.back() != '\n' ? 1U : 0U);
}

std::uint32_t FileText::lineAt(std::size_t offset) const
{
    if (m_bytes.empty())
        return 1;
    offset = std::min(offset, m_bytes.size() - 1);
    const std::size_t block = offset / blockBytes;
    const std::size_t start = block * blockBytes;
    return 1 + m_breaksBefore[block] + countBreaks(bytes().substr(start, offset - start));
}

std::uint32_t FileText::columnAt(std::size_t offset) const
{
    offset = std::min(offset, m_bytes.size());
    std::uint32_t column = 1;
    for (std::size_t i = offset; i > 0 && m_bytes[i - 1] != '\n'; --i) {
        const bool continuation = (static_cast<unsigned char>(m_bytes[i - 1]) & 0xC0U) == 0x80U;
        if (!continuation)
            ++column;
    }
    return column;
}

std::size_t FileText::lineStart(std::uint32_t line) const
{
    if (line <= 1)
        return 0;
    const std::uint32_t breaks = line - 1; // the line starts after this many line breaks
    const auto after = std::lower_bound(m_breaksBefore.begin(), m_breaksBefore.end(), breaks);
    if (after == m_breaksBefore.begin())
        return m_bytes.size();
    const auto block = static_cast<std::size_t>(after - m_breaksBefore.begin() - 1);
    std::size_t at = block * blockBytes;
    for (std::uint32_t left = breaks - m_breaksBefore[block]; left > 0; --left) {
        const std::size_t found = m_bytes.find('\n', at);
        if (found == std::string::npos)
            return m_bytes.size();
        at = found + 1;
    }
    return at;
}

std::string_view FileText::line(std::uint32_t line) const
{
    const std::size_t start = lineStart(line);
    std::string_view rest = bytes().substr(start);
    rest = rest.substr(0, rest.find('\n'));
    if (!rest.empty() && rest.back() == '\r')
        rest.remove_suffix(1);
    return rest;
}

} // namespace bartizan::document
