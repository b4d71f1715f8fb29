// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source_excerpt.h"

#include "app/concealment.h"
#include "importers/sources.h"

#include <algorithm>
#include <set>

namespace bartizan::app {

namespace {

constexpr std::size_t windowBytes = std::size_t{1} << 20; // of the shown lines that are searched as running text

constexpr std::size_t beyondBytes = std::size_t{4} << 10;

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

// Lines of `read` from `around` before what evidence cites to `around` after; 0 = the whole file.
std::vector<ExcerptLine> linesAround(const DeliveredFile& read, const std::vector<LineRange>& concealed, const Evidence& evidence,
                                     std::uint32_t around)
{
    std::vector<ExcerptLine> lines;
    const std::uint32_t first = std::max(1u, evidence.line), last = std::max(first, evidence.lastLine);
    const std::uint32_t from = around == 0 || first <= around ? 1 : first - around;
    const std::uint32_t to = around == 0 ? from + 20000 : std::min(last, first + 2000) + around;
    const std::string_view bytes = read.text->bytes();
    std::size_t at = read.text->lineStart(from);
    std::uint32_t number = from;
    // Running text is searched a little beyond what is shown: a credential may end there.
    const std::size_t shown = std::max(read.text->lineStart(to + 1), at) - at;
    std::vector<LineRange> hidden = concealedInText(bytes.substr(at, std::min(windowBytes, shown + beyondBytes)), from);
    for (const LineRange& range : concealed)
        if (range.first <= to && range.last >= from)
            hidden.push_back(range);
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
        line.text = cut(line.masked ? app::concealed(line.text, !inside) : line.text);
        lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
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
    result.lines = linesAround(*read, concealedLines(read->text), evidence, around);
    for (std::size_t i = result.lines.size(); i-- > 0;)
        if (result.lines[i].cited)
            result.firstCited = i;
    return result;
}

void ExcerptBook::want(const Evidence& evidence)
{
    if (evidence.file.valid() && evidence.file.pos() < m_inventory.files.size() && evidence.line > 0)
        m_wanted.emplace(keyOf(evidence), evidence);
}

void ExcerptBook::read(const JobControl& control)
{
    struct Cited {
        std::set<std::string, std::less<>> paths;
        std::map<std::string, std::uint32_t> files; // by path
    };
    std::map<std::size_t, Cited> sources;
    for (const auto& [key, evidence] : m_wanted) {
        const SourceFile& file = m_inventory.files[evidence.file.pos()];
        Cited& cited = sources[file.source.pos()];
        cited.paths.insert(file.path);
        cited.files.emplace(file.path, evidence.file.value);
    }
    for (const auto& [source, cited] : sources) {
        std::string place = m_inventory.sources[source].path;
        if (const auto moved = m_standsAt.find(place); moved != m_standsAt.end())
            place = moved->second;
        readFilesOf(place, cited.paths, Limits{}, control, [&, &cited = cited](const DeliveredFile& read) {
            const std::uint32_t file = cited.files.at(read.text->path());
            if (read.sha256 != m_inventory.files[file].sha256)
                return;
            const std::vector<LineRange> hidden = concealedLines(read.text);
            for (auto wanted = m_wanted.lower_bound(Key{file, 0, 0});
                 wanted != m_wanted.end() && std::get<0>(wanted->first) == file && !control.stopped(); ++wanted)
                m_lines.emplace(wanted->first, linesAround(read, hidden, wanted->second, m_around));
        });
    }
}

const std::vector<ExcerptLine>* ExcerptBook::lines(const Evidence& evidence) const
{
    const auto found = m_lines.find(keyOf(evidence));
    return found == m_lines.end() ? nullptr : &found->second;
}

} // namespace bartizan::app
