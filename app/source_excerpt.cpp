// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source_excerpt.h"

#include "importers/sources.h"
#include "model/inventory/visit.h"

#include <algorithm>

namespace bartizan::app {

namespace {

struct Range {
    std::uint32_t first, last;
};

// Lines whose values must not be shown: everything the importers masked, and whole Secrets and their copies.
std::vector<Range> maskedRanges(const Inventory& inventory, FileId file)
{
    std::vector<Range> ranges;
    visitEvidence(inventory, [&](const Evidence& evidence) {
        if (evidence.file == file && evidence.text.find("***") != std::string::npos)
            ranges.push_back({evidence.line, evidence.lastLine});
    });
    for (const SecretRecord& secret : inventory.secrets) {
        const Object& object = inventory.object(secret.object);
        if (object.evidence.file == file)
            for (const SecretRecord::Key& key : secret.keys)
                ranges.push_back({key.evidence.line, key.evidence.lastLine});
        for (const Evidence& also : object.alsoAt)
            if (also.file == file)
                ranges.push_back({also.line, also.lastLine});
    }
    for (const Object& object : inventory.objects)
        if (object.identity.kind == "Secret" && object.evidence.file == file)
            ranges.push_back({object.evidence.line, object.evidence.lastLine});
    return ranges;
}

// Keeps what stands before the value: the indent and the key.
std::string mask(const std::string& line)
{
    const std::size_t colon = line.find(':');
    const std::size_t indent = line.find_first_not_of(" \t-");
    if (colon == std::string::npos || colon > 80)
        return line.substr(0, indent == std::string::npos ? 0 : indent) + "***";
    const bool bare = line.find_first_not_of(" \t{[|>-+", colon + 1) == std::string::npos;
    return line.substr(0, colon + 1) + (bare ? line.substr(colon + 1) : " ***");
}

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

Result<Excerpt> excerpt(const Inventory& inventory, const Evidence& evidence, std::uint32_t around)
{
    if (!evidence.file.valid() || evidence.file.pos() >= inventory.files.size())
        return tl::unexpected(Error{"no-file", "This statement rests on the absence of something; there is no line to show."});
    const SourceFile& file = inventory.files[evidence.file.pos()];
    std::shared_ptr<const document::FileText> text;
    std::string digest;
    readSources({inventory.sources[file.source.pos()].path}, Limits{}, JobControl{}, [&](DeliveredFile delivered) {
        if (!text && delivered.text->path() == file.path) {
            text = delivered.text;
            digest = delivered.sha256;
        }
    });
    if (!text)
        return tl::unexpected(Error{"gone", file.path + " can no longer be read: it was moved or removed since it was imported."});
    Excerpt result;
    result.path = file.path;
    result.changed = digest != file.sha256;
    const std::vector<Range> masked = maskedRanges(inventory, evidence.file);
    const std::uint32_t first = std::max(1u, evidence.line), last = std::max(first, evidence.lastLine);
    const std::uint32_t from = around == 0 || first <= around ? 1 : first - around;
    const std::uint32_t to = around == 0 ? from + 20000 : last + around;
    const std::string_view bytes = text->bytes();
    std::uint32_t number = 1;
    for (std::size_t at = 0; at < bytes.size() && number <= to; ++number) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        if (number >= from) {
            ExcerptLine line{number, std::string(bytes.substr(at, std::min<std::size_t>(end - at, 4096))), false, false};
            line.cited = evidence.line > 0 && number >= first && number <= last;
            line.masked = std::any_of(masked.begin(), masked.end(), [&](const Range& range) { return number >= range.first && number <= range.last; });
            if (line.cited && (result.lines.empty() || !result.lines.back().cited))
                result.firstCited = result.lines.size();
            line.text = cut(line.masked ? mask(line.text) : line.text);
            result.lines.push_back(std::move(line));
        }
        at = end + 1;
    }
    return result;
}

} // namespace bartizan::app
