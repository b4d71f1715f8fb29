// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sarif/parts.h"
#include "report/text/pen.h"

#include <algorithm>
#include <cstdio>

namespace bartizan::report::sarif {

namespace {

// RFC 3986 path: everything but unreserved characters and "/" is percent-encoded.
std::string uriPath(std::string_view path)
{
    std::string out;
    for (const char c : path) {
        const unsigned char u = static_cast<unsigned char>(c);
        const bool plain = (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || u == '/' || u == '-' ||
                           u == '.' || u == '_' || u == '~';
        if (plain) {
            out += c;
        } else {
            char code[4];
            std::snprintf(code, sizeof code, "%%%02X", u);
            out += code;
        }
    }
    return out;
}

void writeNames(JsonPen& pen, const Inventory& inventory, const Place& place)
{
    const bool object = place.evidence && place.evidence->object.valid();
    if (!object && place.names.empty())
        return;
    pen.key("logicalLocations").openList();
    const auto write = [&pen](const std::string& name, const char* kind) {
        pen.open();
        pen.member("fullyQualifiedName", visible(name));
        pen.member("kind", kind);
        pen.close();
    };
    if (object)
        write(displayName(inventory.object(place.evidence->object).identity), "object");
    for (const std::string& name : place.names)
        write(name, "module");
    pen.closeList();
}

} // namespace

std::string messageText(std::string_view text)
{
    std::string out;
    const std::string word = visible(text);
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] == ']' && i + 1 < word.size() && word[i + 1] == '(')
            out += '\\';
        out += word[i];
        if (word[i] == '{' || word[i] == '}')
            out += word[i];
    }
    return out;
}

void writeMessage(JsonPen& pen, std::string_view key, std::string_view text)
{
    pen.key(key).open();
    pen.member("text", messageText(text));
    pen.close();
}

void writeArtifactLocation(JsonPen& pen, const Inventory& inventory, const Evidence& evidence, std::string_view key)
{
    const SourceFile& file = inventory.files[evidence.file.pos()];
    pen.key(key).open();
    pen.member("uri", uriPath(file.path));
    pen.member("uriBaseId", "SOURCE" + std::to_string(file.source.valid() ? file.source.value : 0));
    pen.member("index", evidence.file.pos());
    pen.close();
}

void writeSourceArtifactLocation(JsonPen& pen, const Inventory& inventory, SourceId source, std::string_view key)
{
    pen.key(key).open();
    pen.member("uri", uriPath(inventory.sources[source.pos()].path));
    pen.member("index", inventory.files.size() + source.pos());
    pen.close();
}

void writeLocation(JsonPen& pen, const Inventory& inventory, const Place& place)
{
    pen.open();
    if (place.id)
        pen.member("id", *place.id);
    const Evidence* evidence = place.evidence;
    if (evidence && evidence->file.valid() && evidence->file.pos() < inventory.files.size()) {
        pen.key("physicalLocation").open();
        writeArtifactLocation(pen, inventory, *evidence, "artifactLocation");
        if (evidence->line > 0) {
            pen.key("region").open();
            pen.member("startLine", evidence->line);
            if (evidence->column > 0 && evidence->lastLine <= evidence->line)
                pen.member("startColumn", evidence->column);
            pen.member("endLine", std::max(evidence->line, evidence->lastLine));
            if (!evidence->text().empty()) {
                pen.key("snippet").open();
                pen.member("text", visible(evidence->text()));
                pen.close();
            }
            pen.close();
        }
        pen.close();
    }
    writeNames(pen, inventory, place);
    if (!place.message.empty())
        writeMessage(pen, "message", place.message);
    pen.close();
}

void writeSourceLocation(JsonPen& pen, const Inventory& inventory, SourceId source, const Place& place)
{
    pen.open();
    pen.key("physicalLocation").open();
    writeSourceArtifactLocation(pen, inventory, source, "artifactLocation");
    pen.close();
    writeNames(pen, inventory, place);
    if (!place.message.empty())
        writeMessage(pen, "message", place.message);
    pen.close();
}

} // namespace bartizan::report::sarif
