// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/read_documents.h"

#include "model/ascii.h"

#include "importers/document/json_reader.h"
#include "importers/document/yaml_reader.h"

#include <algorithm>
#include <array>

namespace bartizan::document {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t sniffed = 64 * 1024;

bool startsWithMagic(std::string_view bytes)
{
    constexpr std::array<std::string_view, 9> magics{"\x1F\x8B",
                                                     "PK\x03\x04",
                                                     "\x7F"
                                                     "ELF",
                                                     "\x89PNG",
                                                     "%PDF-",
                                                     "\xFD"
                                                     "7zXZ",
                                                     "\x28\xB5\x2F\xFD",
                                                     "\xFF\xD8\xFF",
                                                     "GIF8"};
    return std::any_of(magics.begin(), magics.end(),
                       [&](std::string_view magic) { return bytes.substr(0, magic.size()) == magic; });
}

// Calls `use` for the first lines that are not blank, comments, directives or document markers, until it returns false.
template <class Use>
void eachLine(std::string_view text, Use use)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t stop = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, stop - at);
        at = stop + 1;
        const std::size_t last = line.find_last_not_of(" \t\r");
        line = last == npos ? std::string_view{} : line.substr(0, last + 1);
        const std::size_t first = line.find_first_not_of(" \t");
        if (first == npos || line[first] == '#' || line[first] == '%' || line == "---" || line == "...")
            continue;
        if (!use(line.substr(first)))
            return;
    }
}

bool isKeyLine(std::string_view line) // "word:" or "word: ...", the word perhaps in quotes
{
    if (line.substr(0, 2) == "- ")
        return true;
    std::size_t at = 0;
    while (at < line.size() &&
           (isLetter(line[at]) || (line[at] >= '0' && line[at] <= '9') || std::string_view("_-./\"'$").find(line[at]) != npos))
        ++at;
    return at > 0 && at < line.size() && line[at] == ':' && (at + 1 == line.size() || line[at + 1] == ' ');
}

bool isAssignment(std::string_view line) // of TOML, INI and properties
{
    const std::size_t equals = line.find('=');
    if (equals == npos || equals == 0)
        return false;
    return line.substr(0, equals).find_first_of(":{[(\"") == npos;
}

bool isSection(std::string_view line)
{
    return line.size() > 2 && line.front() == '[' && line.back() == ']' && line.find_first_of(",:{ ") == npos;
}

bool looksLikeToml(std::string_view text)
{
    bool section = false;
    bool toml = false;
    int lines = 0;
    eachLine(text, [&](std::string_view line) {
        if (lines++ == 0) {
            section = isSection(line);
            toml = isAssignment(line);
        } else if (section) {
            toml = isAssignment(line) || isSection(line);
        }
        return section && lines < 2;
    });
    return toml;
}

// Whether a text that libyaml refused was meant as YAML, so that its errors are worth telling.
bool looksLikeYaml(std::string_view text)
{
    bool yes = text.substr(0, 4) == "---\n" || text.substr(0, 5) == "---\r\n";
    int lines = 0;
    int keys = 0;
    eachLine(text, [&](std::string_view line) {
        ++lines;
        if (isKeyLine(line) || line.substr(0, 2) == "{{")
            ++keys;
        return lines < 8;
    });
    return yes || (lines > 0 && keys * 2 > lines);
}

bool looksLikeJson(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const std::size_t second = first == npos ? npos : text.find_first_not_of(" \t\r\n", first + 1);
    if (second == npos)
        return false;
    return text[first] == '{' ? text[second] == '"' : std::string_view("{[\"").find(text[second]) != npos;
}

bool mayBeYaml(std::string_view text)
{
    bool may = false;
    eachLine(text, [&](std::string_view line) {
        may = std::string_view("-?[{\"'&!|>*").find(line.front()) != npos || line.find(": ") != npos || line.back() == ':';
        return false;
    });
    return may;
}

bool hasId(const std::vector<Problem>& problems, std::string_view id)
{
    return std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) { return problem.id == id; });
}

bool hasCollection(const ReadResult& result)
{
    return std::any_of(result.documents.begin(), result.documents.end(),
                       [](const Document& document) { return document.root().isMapping() || document.root().isSequence(); });
}

bool isTemplate(ReadResult& yaml)
{
    if (!yaml.documents.empty() || !hasId(yaml.problems, "helm-not-rendered"))
        return false;
    yaml.reason = "template that is not rendered";
    return true;
}

ReadResult nothing(std::string reason)
{
    ReadResult result;
    result.reason = std::move(reason);
    return result;
}

// Why a text is neither YAML nor JSON as far as its first bytes tell; "" when it has to be tried.
std::string refusal(std::string_view text)
{
    const std::string_view head = text.substr(0, sniffed);
    if (head.find('\0') != npos || startsWithMagic(head))
        return "binary";
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == npos)
        return "empty";
    if (text[first] == '<' && first + 1 < text.size() &&
        (isLetter(text[first + 1]) || text[first + 1] == '?' || text[first + 1] == '!'))
        return "XML";
    if (head.substr(0, 2) == "#!")
        return "script";
    if (looksLikeToml(head))
        return "TOML or INI";
    return {};
}

const char* const notYaml = "text that is neither YAML nor JSON";

} // namespace

ReadResult readDocuments(std::shared_ptr<const FileText> file, const Limits& limits)
{
    std::string_view text = file->bytes();
    if (text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF") {
        ReadResult result = readYaml(file, limits); // says that it is UTF-16
        result.reason = "UTF-16";
        return result;
    }
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    if (std::string reason = refusal(text); !reason.empty())
        return nothing(std::move(reason));
    const char first = text[text.find_first_not_of(" \t\r\n")];
    if (first == '{' || first == '[') {
        ReadResult json = readJson(file, limits);
        if (!hasId(json.problems, "json-syntax"))
            return json;
        ReadResult yaml = readYaml(file, limits);
        const bool clean = std::none_of(yaml.problems.begin(), yaml.problems.end(),
                                        [](const Problem& problem) { return problem.severity == ProblemSeverity::error; });
        if (clean && hasCollection(yaml))
            return yaml;
        if (isTemplate(yaml))
            return yaml;
        if (json.documents.empty() && !looksLikeJson(text))
            return nothing(notYaml);
        json.reason = json.documents.empty() ? "JSON with errors" : "";
        return json;
    }
    if (!mayBeYaml(text.substr(0, sniffed)))
        return nothing(notYaml);
    ReadResult yaml = readYaml(file, limits);
    if (hasCollection(yaml))
        return yaml;
    if (yaml.problems.empty() || !looksLikeYaml(text.substr(0, sniffed)))
        return nothing(yaml.documents.empty() && yaml.problems.empty() ? "empty" : notYaml);
    if (!isTemplate(yaml))
        yaml.reason = "YAML with errors";
    return yaml;
}

} // namespace bartizan::document
