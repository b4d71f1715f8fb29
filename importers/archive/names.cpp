// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/archive/names.h"

#include "importers/document/utf8.h"

#include <algorithm>

namespace bartizan::archive {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool isControl(std::string_view text, std::size_t at)
{
    const auto c = static_cast<unsigned char>(text[at]);
    const bool c1 = c == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    return c < 0x20 || c == 0x7F || c1;
}

} // namespace

std::string cleanText(std::string_view raw)
{
    std::string clean;
    clean.reserve(raw.size());
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t length = decodeUtf8(raw, at).length;
        if (length == 0 || isControl(raw, at))
            clean += replacement;
        else
            clean += raw.substr(at, length);
        at += std::max<std::size_t>(length, 1);
    }
    return clean;
}

MemberName memberName(std::string_view raw)
{
    MemberName name;
    std::string text = cleanText(raw);
    name.unsafe = text != raw || text.find('\\') != std::string::npos;
    std::replace(text.begin(), text.end(), '\\', '/');
    if (text.size() > 1 && text[1] == ':') { // C:\...
        name.unsafe = true;
        text.erase(0, 2);
    }
    name.unsafe = name.unsafe || text.empty() || text.front() == '/';
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t next = std::min(text.find('/', at), text.size());
        const std::string_view part = std::string_view(text).substr(at, next - at);
        at = next + 1;
        if (part == "..")
            name.unsafe = true;
        if (part.empty() || part == "." || part == "..")
            continue;
        if (!name.shown.empty())
            name.shown += '/';
        name.shown += part;
    }
    if (name.shown.empty())
        name.shown = "unnamed";
    return name;
}

bool isSkippedFolder(std::string_view name)
{
    return (name.size() > 1 && name.front() == '.' && name != "..") || name == "node_modules" || name == "__MACOSX";
}

bool hasSkippedFolder(std::string_view path)
{
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
        if (isSkippedFolder(path.substr(0, slash)))
            return true;
        path.remove_prefix(slash + 1);
    }
    return false;
}

} // namespace bartizan::archive
