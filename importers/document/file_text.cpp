// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/file_text.h"

#include "model/discard.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace bartizan::document {

namespace {

// Small, because evidence asks for a line or two a fact: 4 bytes of index for 128 bytes of file.
constexpr std::size_t blockBytes = 128;
constexpr std::size_t askEvery = std::size_t{1} << 20;
constexpr std::size_t longLine = 16; // blocks; a file may be one line, and columns are asked for all along it

// Eight bytes at a time; not every compiler level turns std::count into that.
std::uint32_t countBreaks(std::string_view bytes)
{
    constexpr std::uint64_t breaks = 0x0a0a0a0a0a0a0a0aULL, low = 0x7f7f7f7f7f7f7f7fULL;
    std::uint32_t count = 0;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        word ^= breaks;                                    // a line break is now a zero byte
        word = ~(((word & low) + low) | word | low) >> 7U; // 1 in each byte that was a line break
        count += static_cast<std::uint32_t>((word * 0x0101010101010101ULL) >> 56U);
    }
    for (; at < bytes.size(); ++at)
        count += bytes[at] == '\n' ? 1U : 0U;
    return count;
}

bool startsPoint(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

std::uint32_t countPoints(std::string_view text)
{
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), startsPoint));
}

} // namespace

FileText::FileText(std::string path, std::string bytes, FileId file, const std::stop_token& stop)
    : m_path(std::move(path)), m_bytes(std::move(bytes)), m_file(file)
{
    const std::string_view all = m_bytes;
    m_breaksBefore.reserve(all.size() / blockBytes + 1);
    std::uint32_t breaks = 0;
    std::size_t without = 0; // blocks before this one that have no line break
    for (std::size_t at = 0; at < all.size(); at += blockBytes) {
        if (at % askEvery == 0 && stop.stop_requested()) {
            discard(std::exchange(m_bytes, {}));
            m_checkpoints.clear();
            m_breaksBefore.clear();
            return;
        }
        if (without >= longLine) {
            m_checkpoints.push_back({at, columnAt(at) - 1});
            without = 0;
        }
        m_breaksBefore.push_back(breaks);
        const std::uint32_t here = countBreaks(all.substr(at, blockBytes));
        breaks += here;
        without = here == 0 ? without + 1 : 0;
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
    const auto after = std::upper_bound(m_checkpoints.begin(), m_checkpoints.end(), offset,
                                        [](std::size_t value, const Checkpoint& point) { return value < point.offset; });
    const std::size_t floor = after == m_checkpoints.begin() ? 0 : std::prev(after)->offset;
    const std::string_view before = bytes().substr(floor, offset - floor);
    const std::size_t lineBreak = before.rfind('\n');
    if (lineBreak != std::string_view::npos)
        return 1 + countPoints(before.substr(lineBreak + 1));
    return 1 + countPoints(before) + (floor == 0 ? 0 : std::prev(after)->points);
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
