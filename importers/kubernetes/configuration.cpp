// SPDX-License-Identifier: GPL-3.0-or-later
// ConfigMap and Secret (Kubernetes core/v1). Of a ConfigMap: keys, addresses and value classes. Of a Secret: names of
// keys and whether a value is empty or a placeholder; the value is looked at here and never leaves.
#include "importers/document/file_text.h"
#include "importers/gateways/ingress.h"
#include "importers/kubernetes/kinds.h"
#include "importers/kubernetes/pod.h"
#include "importers/kubernetes/value.h"
#include "importers/kubernetes/words.h"
#include "importers/meshes/mesh_settings.h"

#include <algorithm>
#include <array>
#include <optional>

namespace bartizan::importers {

using document::Node;

namespace {

std::string_view withoutIndent(std::string_view line)
{
    return trimmed(line);
}

// Lines of a literal block scalar stand in the file as they are; then each can be cited. Otherwise (folded, quoted,
// JSON) the whole entry is.
class LinePlaces {
public:
    LinePlaces(Node entry, std::string_view text) : m_entry(entry), m_text(text)
    {
        if (entry.document() && entry.lastLine() > entry.line())
            m_firstLine = entry.line() + 1;
    }

    // Moves `evidence` to the line when the file says there what the value says.
    void cite(Evidence& evidence, const FileLine& line) const
    {
        if (m_firstLine == 0)
            return;
        const std::uint32_t number = m_firstLine + line.offset;
        const std::string_view written = document::rangeOf(m_entry).file->line(number);
        if (number > m_entry.lastLine() || withoutIndent(written).substr(0, line.text.size()) != line.text)
            return;
        evidence.line = evidence.lastLine = number;
        evidence.column = static_cast<std::uint32_t>(written.find_first_not_of(" \t")) + 1;
    }

private:
    Node m_entry;
    std::string_view m_text;
    std::uint32_t m_firstLine = 0;
};

std::string lineText(const FileLine& line)
{
    if (!quotable(line.facts))
        return line.key.empty() ? "***" : line.key + ": ***";
    if (line.facts.cls == ValueClass::address && line.text.find('?') != std::string_view::npos)
        return shortened(line.text.substr(0, line.text.find('?'))) + "?…";
    return shortened(line.text);
}

void readFileLines(Node node, ConfigMapRecord::Entry& entry)
{
    const std::string_view text = node.text();
    const std::vector<FileLine> lines = linesIn(text);
    if (lines.empty())
        return;
    const LinePlaces places(node, text);
    entry.pairs.reserve(lines.size());
    for (const FileLine& line : lines) {
        EnvVar pair;
        pair.name = line.key;
        pair.value = line.facts;
        pair.evidence = entry.evidence;
        places.cite(pair.evidence, line);
        pair.evidence.quote(pair.evidence.pointer(), lineText(line));
        entry.pairs.push_back(std::move(pair));
    }
}

void readConfigEntry(const Fields& fields, Node node, ConfigMapRecord& record)
{
    ConfigMapRecord::Entry entry;
    entry.key = node.key();
    if (!node.isScalar()) {
        fields.unexpected(node, "a string");
        return;
    }
    if (!node.isString() && !node.isNull())
        fields.unexpected(node, "a string");
    const ObjectId object = fields.context().object;
    const std::string_view text = node.text();
    if (text.find('\n') == std::string_view::npos || trimmed(text).find('\n') == std::string_view::npos) {
        entry.value = classify(entry.key, text);
        entry.evidence = node.evidenceSaying(entry.key + ": " + shownValue(text, entry.value), object);
    } else {
        entry.evidence = node.maskedEvidence(object);
        const std::string_view kind = credentialShape(text);
        entry.value.cls = kind.empty() ? ValueClass::plain : ValueClass::credentialLike;
        entry.value.credentialKind = kind;
        readFileLines(node, entry);
    }
    record.entries.push_back(std::move(entry));
}

int sixBits(char c)
{
    if (isUpper(c))
        return c - 'A';
    if (isLower(c))
        return c - 'a' + 26;
    if (isDigit(c))
        return c - '0' + 52;
    return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

// The first bytes of a base64 text; enough to see whether it is a placeholder.
std::string decodedStart(std::string_view text)
{
    constexpr std::size_t enough = 256;
    std::string result;
    unsigned bits = 0, held = 0;
    for (const char c : text) {
        const int value = sixBits(c);
        if (value < 0)
            continue;
        bits = (bits << 6U) | static_cast<unsigned>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            result += static_cast<char>((bits >> held) & 0xffU);
            if (result.size() >= enough)
                break;
        }
    }
    return result;
}

void readSecretKey(const Fields& fields, Node node, bool encoded, SecretRecord& record)
{
    SecretRecord::Key key;
    key.name = node.key();
    if (!node.isScalar() && node.kind() != document::NodeKind::skipped)
        fields.unexpected(node, "a string");
    std::string value = encoded && !placeholderValue(node.text()) ? decodedStart(node.text()) : node.string();
    key.empty = trimmed(value).empty();
    key.placeholder = placeholderValue(value);
    std::fill(value.begin(), value.end(), '\0');
    key.evidence = node.maskedEvidence(fields.context().object);
    record.keys.push_back(std::move(key));
}

} // namespace

void importConfigMap(const ObjectContext& context)
{
    const Fields fields(context);
    ConfigMapRecord record;
    record.object = context.object;
    for (const Node entry : fields.mapping(context.node, "data"))
        readConfigEntry(fields, entry, record);
    for (const Node entry : fields.mapping(context.node, "binaryData")) {
        ConfigMapRecord::Entry binary;
        binary.key = entry.key();
        binary.value.cls = ValueClass::plain;
        binary.evidence = entry.maskedEvidence(context.object);
        record.entries.push_back(std::move(binary));
    }
    context.out.configMaps.push_back(std::move(record));
    importControllerConfig(context);
    importMeshSettings(context);
}

void importSecret(const ObjectContext& context)
{
    const Fields fields(context);
    SecretRecord record;
    record.object = context.object;
    record.type = fields.text(context.node, "type");
    if (record.type.empty())
        record.type = "Opaque";
    for (const Node entry : fields.mapping(context.node, "data"))
        readSecretKey(fields, entry, true, record);
    for (const Node entry : fields.mapping(context.node, "stringData"))
        readSecretKey(fields, entry, false, record);
    context.out.secrets.push_back(std::move(record));
}

} // namespace bartizan::importers
