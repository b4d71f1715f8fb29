// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/generators.h"

#include "importers/document/read_documents.h"
#include "importers/kustomize/paths.h"

#include <algorithm>

namespace bartizan::importers {
namespace {

using document::Document;
using document::FileText;
using document::Node;
using document::NodeKind;

constexpr std::string_view hashNote = "kustomize appends a hash of the content to this name";

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

std::string_view unquoted(std::string_view text)
{
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        return text.substr(1, text.size() - 2);
    return text;
}

class Generating {
public:
    Generating(const Kustomizations& all, const Kustomization& kustomization, GeneratedTexts& texts, Work& work,
               const Limits& limits)
        : m_all(all), m_kustomization(kustomization), m_texts(texts), m_work(work), m_limits(limits)
    {
    }

    void run(std::string_view field, std::string_view kind, Resources& present)
    {
        for (const Node entry : m_kustomization.root()[field]) {
            if (!entry.isMapping() || !entry["name"].isScalar())
                continue;
            if (!m_work.spend(present.size() + 1) || !m_work.spendMerging(entry, entry)) {
                result.refused.push_back(entry);
                continue;
            }
            const std::string_view behaviour = entry["behavior"].text();
            Resource* old = behaviour == "merge" || behaviour == "replace" ? find(present, kind, entry) : nullptr;
            if (old == nullptr) {
                result.made.push_back(make(kind, entry));
                old = result.made.back().get();
            } else if (behaviour == "replace") {
                old->editor().remove(old->root(), "data");
            }
            fill(*old, entry);
        }
    }

    GeneratorResult result;

private:
    static Resource* find(Resources& present, std::string_view kind, Node entry)
    {
        for (const auto& resource : present) {
            const auto named = [&](const ResourceId& id) {
                return id.kind == kind && id.name == entry["name"].text() &&
                       (entry["namespace"].text().empty() || id.ns == entry["namespace"].text());
            };
            if (named(resource->id()) || std::any_of(resource->formerIds().begin(), resource->formerIds().end(), named))
                return resource.get();
        }
        return nullptr;
    }

    std::unique_ptr<Resource> make(std::string_view kind, Node entry) const
    {
        auto resource = std::make_unique<Resource>(document::cloneOf(entry)); // for its lines; its content goes
        document::Editor editor = resource->editor();
        const Node root = resource->root();
        for (const Node child : entry)
            editor.remove(root, child.key());
        editor.set(root, "apiVersion", {NodeKind::string, "v1", entry});
        editor.set(root, "kind", {NodeKind::string, kind, entry});
        const Node meta = editor.set(root, "metadata", {NodeKind::mapping, {}, entry});
        editor.set(meta, "name", entry["name"]);
        if (entry["namespace"].isScalar())
            editor.set(root["metadata"], "namespace", entry["namespace"]);
        if (kind == "Secret" && entry["type"].isScalar())
            editor.set(root, "type", entry["type"]);
        else if (kind == "Secret")
            editor.set(root, "type", {NodeKind::string, "Opaque", entry});
        const Node common = m_kustomization.root()["generatorOptions"], own = entry["options"];
        for (const std::string_view what : {"labels", "annotations"})
            for (const Node options : {common, own})
                pairs(*resource, what, options[what]);
        const auto without = [](Node options) { return options["disableNameSuffixHash"].asBool().value_or(false); };
        if (!without(common) && !without(own))
            resource->touched("/metadata/name", hashNote);
        return resource;
    }

    static void pairs(Resource& resource, std::string_view what, Node pairs)
    {
        if (!pairs.isMapping())
            return;
        Node target = resource.root()["metadata"][what];
        if (!target)
            target = resource.editor().set(resource.root()["metadata"], what, {NodeKind::mapping, {}, pairs});
        for (const Node pair : pairs)
            resource.editor().set(target, pair.key(), pair);
    }

    void fill(Resource& resource, Node entry)
    {
        const bool secret = resource.root()["kind"].text() == "Secret";
        const std::string_view field = secret ? "stringData" : "data";
        if (!resource.root()[field].isMapping())
            resource.editor().set(resource.root(), field, {NodeKind::mapping, {}, entry});
        for (const Node literal : entry["literals"]) {
            const std::string_view text = literal.text();
            const std::size_t equals = text.find('=');
            if (equals == 0 || equals == std::string_view::npos)
                continue;
            const std::string key(text.substr(0, equals)), value(unquoted(text.substr(equals + 1)));
            resource.editor().set(resource.root()[field], key, {NodeKind::string, value, literal});
        }
        for (const Node file : entry["files"])
            fromFile(resource, field, file);
        for (const Node file : entry["envs"])
            fromEnvironment(resource, field, file);
        if (entry["env"].isScalar())
            fromEnvironment(resource, field, entry["env"]);
    }

    std::shared_ptr<const FileText> textOf(Resource& resource, std::string_view field, Node reference, std::string_view path)
    {
        const FileId file = m_all.fileOf(m_kustomization, path);
        std::shared_ptr<const FileText> text = file.valid() ? m_all.text(file) : nullptr;
        if (!text) {
            result.missing.push_back(reference);
            resource.touched(std::string("/").append(field), "a file of a generator that is not in the input");
        }
        return text;
    }

    void refuse(Resource& resource, std::string_view field, Node reference)
    {
        result.refused.push_back(reference);
        resource.touched(std::string("/").append(field), tooMuchWork);
    }

    void fromFile(Resource& resource, std::string_view field, Node reference)
    {
        const std::string_view written = reference.text();
        const std::size_t equals = written.find('=');
        const std::string_view path = equals == std::string_view::npos ? written : written.substr(equals + 1);
        const std::string key(equals == std::string_view::npos ? baseName(path) : written.substr(0, equals));
        const auto text = textOf(resource, field, reference, path);
        if (!text)
            return;
        if (!m_work.spendReading(text->bytes().size()))
            return refuse(resource, field, reference);
        const Document value = m_texts.asValue(*text, key, m_limits);
        if (const Node node = value.root()[key])
            resource.editor().set(resource.root()[field], key, node);
        else // not text that YAML can hold
            resource.editor().set(resource.root()[field], key, {NodeKind::null, {}, reference});
    }

    // Lines KEY=VALUE, read from a text with the same lines that is YAML.
    void fromEnvironment(Resource& resource, std::string_view field, Node reference)
    {
        const auto text = textOf(resource, field, reference, reference.text());
        if (!text)
            return;
        const std::size_t lines = text->lineCount();
        if (!m_work.spendReading(text->bytes().size()) ||
            !m_work.spend(lines * lines / 200)) // each variable is looked for among the others
            return refuse(resource, field, reference);
        std::string yaml;
        for (std::uint32_t line = 1; line <= text->lineCount(); ++line) {
            const std::string_view written = trimmed(text->line(line));
            const std::size_t equals = written.find('=');
            if (!written.empty() && written.front() != '#' && equals != std::string_view::npos && equals != 0)
                yaml.append(quoted(trimmed(written.substr(0, equals)))).append(": ").append(quoted(written.substr(equals + 1)));
            yaml += '\n';
        }
        const document::ReadResult read =
            document::readDocuments(FileText::make(text->path(), std::move(yaml), text->file()), m_limits);
        for (const Document& document : read.documents)
            for (const Node pair : document.root())
                resource.editor().set(resource.root()[field], pair.key(), pair);
    }

    static std::string quoted(std::string_view text) // as YAML's single-quoted scalar
    {
        std::string result = "'";
        for (const char c : text) {
            if (c == '\'')
                result += '\'';
            result += c;
        }
        return result + "'";
    }

    const Kustomizations& m_all;
    const Kustomization& m_kustomization;
    GeneratedTexts& m_texts;
    Work& m_work;
    const Limits& m_limits;
};

} // namespace

Document GeneratedTexts::asValue(const FileText& file, std::string_view key, const Limits& limits)
{
    std::string yaml = "'";
    for (const char c : key)
        yaml.append(c == '\'' ? "''" : std::string(1, c));
    yaml += "': |1+\n"; // one space of indentation, whatever the text starts with
    for (std::uint32_t line = 1; line <= file.lineCount(); ++line)
        yaml.append(" ").append(file.line(line)).append("\n");
    const FileId standIn(m_firstId + m_real.size());
    m_real.push_back(file.file());
    document::ReadResult read = document::readDocuments(FileText::make(file.path(), std::move(yaml), standIn), limits);
    return read.documents.empty() ? Document() : std::move(read.documents.front());
}

void GeneratedTexts::restore(Evidence& evidence) const
{
    if (!evidence.valid() || evidence.file.pos() < m_firstId)
        return;
    evidence.file = m_real[evidence.file.pos() - m_firstId];
    // The value as a whole: its key is the file's name and not in the file.
    evidence.quote({}, evidence.line == 1 ? std::string_view() : evidence.text());
    evidence.line = std::max(1U, evidence.line - 1);
    evidence.lastLine = std::max(evidence.line, evidence.lastLine - 1);
    evidence.column = evidence.column > 1 ? evidence.column - 1 : 1;
    evidence.document = 1;
}

GeneratorResult runGenerators(const Kustomizations& all, const Kustomization& kustomization, Resources& present,
                              GeneratedTexts& texts, Work& work, const Limits& limits)
{
    Generating generating(all, kustomization, texts, work, limits);
    generating.run("configMapGenerator", "ConfigMap", present);
    generating.run("secretGenerator", "Secret", present);
    return std::move(generating.result);
}

} // namespace bartizan::importers
