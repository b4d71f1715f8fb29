// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source_excerpt.h"

#include "app/concealment.h"
#include "importers/sources.h"

#include <algorithm>

namespace bartizan::app {

namespace {

constexpr std::size_t windowBytes = std::size_t{1} << 20; // of the shown lines that are searched as running text

std::string cut(std::string text)
{
    if (text.size() > 400) {
        std::size_t end = 400;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            --end;
        text = text.substr(0, end) + " …";
    }
    return text;
}

} // namespace

Result<Excerpt> excerpt(const Inventory& inventory, const Evidence& evidence, std::uint32_t around, const JobControl& control)
{
    if (!evidence.file.valid() || evidence.file.pos() >= inventory.files.size())
        return tl::unexpected(Error{"no-file", "This statement rests on the absence of something; there is no line to show."});
    const SourceFile& file = inventory.files[evidence.file.pos()];
    return excerpt(CitedFile{inventory.sources[file.source.pos()].path, file.path, file.sha256}, evidence, around, control);
}

Result<Excerpt> excerpt(const CitedFile& file, const Evidence& evidence, std::uint32_t around, const JobControl& control)
{
    const auto read = readFileOf(file.source, file.path, Limits{}, control);
    if (control.stopped())
        return tl::unexpected(Error{"stopped", "Reading was stopped."});
    if (!read)
        return tl::unexpected(
            Error{"gone", file.path + " can no longer be read: it was moved or removed since it was imported."});
    Excerpt result;
    result.path = file.path;
    result.changed = read->sha256 != file.sha256;
    const std::uint32_t first = std::max(1u, evidence.line), last = std::max(first, evidence.lastLine);
    const std::uint32_t from = around == 0 || first <= around ? 1 : first - around;
    const std::uint32_t to = around == 0 ? from + 20000 : last + around;
    std::vector<LineRange> hidden = concealedLines(read->text);
    const std::string_view bytes = read->text->bytes();
    std::uint32_t number = 1;
    std::size_t at = 0;
    while (number < from && at < bytes.size()) {
        at = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
        ++number;
    }
    const auto running = concealedInText(bytes.substr(at, windowBytes), from);
    hidden.insert(hidden.end(), running.begin(), running.end());
    for (; at < bytes.size() && number <= to; ++number) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        ExcerptLine line{number, std::string(bytes.substr(at, std::min<std::size_t>(end - at, 4096))), false, false};
        line.cited = evidence.line > 0 && number >= first && number <= last;
        bool opensValue = false, inside = false;
        for (const LineRange& range : hidden) {
            opensValue = opensValue || range.first == number;
            inside = inside || (range.first < number && number <= range.last);
        }
        line.masked = opensValue || inside;
        if (line.cited && (result.lines.empty() || !result.lines.back().cited))
            result.firstCited = result.lines.size();
        line.text = cut(line.masked ? concealed(line.text, !inside) : line.text);
        result.lines.push_back(std::move(line));
        at = end + 1;
    }
    return result;
}

} // namespace bartizan::app
