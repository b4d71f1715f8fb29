// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/patches.h"

#include "importers/document/read_documents.h"
#include "importers/kustomize/json_patch.h"
#include "importers/kustomize/strategic_merge.h"

#include <algorithm>
#include <optional>
#include <re2/re2.h>

namespace bartizan::importers {
namespace {

using document::Document;
using document::FileText;
using document::Node;

// Empty fits everything; otherwise the whole text, as kustomize anchors it.
class Pattern {
public:
    explicit Pattern(std::string_view written) : m_written(written)
    {
        if (written.empty())
            return;
        re2::RE2::Options options;
        options.set_log_errors(false);
        options.set_max_mem(1 << 20);
        m_expression.emplace(re2::StringPiece(written.data(), written.size()), options);
    }
    bool fits(std::string_view text) const
    {
        return m_written.empty() || m_written == text ||
               (m_expression->ok() && re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *m_expression));
    }

private:
    std::string_view m_written;
    std::optional<re2::RE2> m_expression;
};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

// One requirement of a label selector in its text form: a=b, a==b, a!=b, a, !a, a in (b,c), a notin (b,c).
bool fitsRequirement(std::string_view requirement, Node labels)
{
    const std::size_t open = requirement.find('(');
    if (open != std::string_view::npos) {
        const std::string_view words = trimmed(requirement.substr(0, open));
        const std::string_view key = trimmed(words.substr(0, words.find(' ')));
        const bool negative = words.ends_with("notin");
        std::string_view values = requirement.substr(open + 1);
        values = values.substr(0, values.find(')'));
        bool found = false;
        while (!values.empty() && labels[key]) {
            const std::string_view value = values.substr(0, values.find(','));
            values.remove_prefix(std::min(values.size(), value.size() + 1));
            found = found || trimmed(value) == labels[key].text();
        }
        return found != negative;
    }
    const std::size_t equals = requirement.find('=');
    if (equals == std::string_view::npos)
        return requirement.starts_with('!') ? !labels[trimmed(requirement.substr(1))] : bool(labels[requirement]);
    const bool negative = equals > 0 && requirement[equals - 1] == '!';
    const std::string_view key = trimmed(requirement.substr(0, equals - (negative ? 1 : 0)));
    std::string_view value = requirement.substr(equals + 1);
    if (value.starts_with('='))
        value.remove_prefix(1);
    return (labels[key] && labels[key].text() == trimmed(value)) != negative;
}

bool fitsLabels(std::string_view selector, Node labels)
{
    while (!selector.empty()) {
        std::size_t end = 0;
        for (int depth = 0; end < selector.size() && (selector[end] != ',' || depth > 0); ++end)
            depth += selector[end] == '(' ? 1 : selector[end] == ')' ? -1 : 0;
        const std::string_view requirement = trimmed(selector.substr(0, end));
        if (!requirement.empty() && !fitsRequirement(requirement, labels))
            return false;
        selector.remove_prefix(std::min(selector.size(), end + 1));
    }
    return true;
}

bool isDefault(std::string_view ns)
{
    return ns.empty() || ns == "default";
}

bool sameId(const ResourceId& a, const ResourceId& b)
{
    return a.group == b.group && a.kind == b.kind && a.name == b.name &&
           (a.version == b.version || a.version.empty() || b.version.empty()) &&
           (a.ns == b.ns || (isDefault(a.ns) && isDefault(b.ns)));
}

// A patch without a target names its object like any object; former names count.
Resource* namedBy(const Resources& resources, Node patch)
{
    const ResourceId wanted = resourceId(patch);
    for (const auto& resource : resources) {
        const auto same = [&wanted](const ResourceId& id) { return sameId(id, wanted); };
        if (same(resource->id()) || std::any_of(resource->formerIds().begin(), resource->formerIds().end(), same))
            return resource.get();
    }
    if (!wanted.ns.empty())
        return nullptr;
    Resource* found = nullptr; // without a namespace: the only object of that kind and name
    for (const auto& resource : resources)
        if (const ResourceId id = resource->id(); id.kind == wanted.kind && id.group == wanted.group && id.name == wanted.name) {
            if (found != nullptr)
                return nullptr;
            found = resource.get();
        }
    return found;
}

class Patching {
public:
    Patching(Resources& resources, const PatchContext& context) : m_resources(resources), m_context(context) {}

    // An entry of `patches` or `patchesJson6902`: {target, patch | path, options}.
    void entry(Node entry)
    {
        const Node target = entry["target"];
        std::vector<Document> documents;
        if (entry["patch"].isString())
            documents = embedded(entry["patch"]);
        else if (!readFile(entry["path"], documents))
            return missing(entry["path"] ? entry["path"] : entry, target);
        const MergeOptions options{entry["options"]["allowKindChange"].asBool().value_or(false),
                                   entry["options"]["allowNameChange"].asBool().value_or(false)};
        for (const Document& document : documents)
            apply(document.root(), target, entry, options);
    }

    // An entry of `patchesStrategicMerge`: a path, or the patch itself.
    void mergeEntry(Node entry)
    {
        std::vector<Document> documents;
        if (!readFile(entry, documents)) {
            documents = embedded(entry);
            if (documents.empty() || !documents.front().root().isMapping())
                return missing(entry, {});
        }
        for (const Document& document : documents)
            apply(document.root(), {}, entry, {});
    }

private:
    bool readFile(Node path, std::vector<Document>& documents)
    {
        const FileId file = path.isString() ? m_context.all.fileOf(m_context.kustomization, path.text()) : FileId();
        const auto text = file.valid() ? m_context.all.text(file) : nullptr;
        if (!text)
            return false;
        if (m_context.work.spendReading(text->bytes().size()))
            documents = document::readDocuments(text, m_context.limits).documents;
        else
            refusedAll(path);
        return true;
    }

    std::vector<Document> embedded(Node text)
    {
        if (m_context.work.spendReading(text.lastLine() + text.text().size()))
            return embeddedDocuments(text, m_context.limits);
        refusedAll(text);
        return {};
    }

    void missing(Node at, Node target)
    {
        m_context.notes.add("a patch that is not in the input", at);
        for (Resource* resource : selected(m_resources, target))
            resource->touched("", "a patch that is not in the input");
    }

    // A patch whose objects were not even looked for.
    void refusedAll(Node entry)
    {
        m_context.notes.add(tooMuchWork, entry);
        if (!m_allTouched)
            for (const auto& resource : m_resources)
                resource->touched("", tooMuchWork);
        m_allTouched = true;
    }

    void apply(Node patch, Node target, Node entry, const MergeOptions& options)
    {
        if (patch.isNull())
            return;
        if (!m_context.work.spend(m_resources.size() + 1))
            return refusedAll(entry);
        if (isJsonPatch(patch)) {
            if (!target)
                return m_context.notes.add("a JSON patch without a target", entry);
            for (Resource* resource : selected(m_resources, target))
                if (resource->remember(); !applyJsonPatch(*resource, patch, m_context.work))
                    m_context.notes.add("a JSON patch that does not fit its object", entry);
            return;
        }
        if (!patch.isMapping())
            return m_context.notes.add("a patch that is neither a JSON patch nor an object", entry);
        std::vector<Resource*> targets;
        if (target)
            targets = selected(m_resources, target);
        else if (Resource* named = namedBy(m_resources, patch))
            targets.push_back(named);
        else
            m_context.notes.add("a patch whose object is not there", entry);
        for (Resource* resource : targets) {
            if (!m_context.work.spendMerging(patch, resource->root()) || !m_context.work.spendMerging(patch, patch)) {
                m_context.notes.add(tooMuchWork, entry);
                resource->touched("", tooMuchWork);
                continue;
            }
            resource->remember();
            if (!applyStrategicMerge(*resource, patch, options))
                std::erase_if(m_resources, [resource](const auto& has) { return has.get() == resource; });
        }
    }

    Resources& m_resources;
    const PatchContext& m_context;
    bool m_allTouched = false;
};

} // namespace

std::vector<Resource*> selected(const Resources& resources, Node target)
{
    std::vector<Resource*> result;
    const auto text = [target](std::string_view key) { return target[key].text(); };
    const Pattern group(text("group")), version(text("version")), kind(text("kind")), name(text("name")), ns(text("namespace"));
    for (const auto& resource : resources) {
        std::vector<ResourceId> ids = resource->formerIds();
        ids.push_back(resource->id());
        const auto fits = [&](const ResourceId& id) {
            return group.fits(id.group) && version.fits(id.version) && kind.fits(id.kind) && name.fits(id.name) && ns.fits(id.ns);
        };
        if (std::any_of(ids.begin(), ids.end(), fits) &&
            fitsLabels(text("labelSelector"), resource->field({"metadata", "labels"})) &&
            fitsLabels(text("annotationSelector"), resource->field({"metadata", "annotations"})))
            result.push_back(resource.get());
    }
    return result;
}

std::vector<Document> embeddedDocuments(Node text, const Limits& limits)
{
    // The same text at the same lines of a file that holds nothing else, so that every line number is right. A literal
    // block keeps its indentation, and columns with it.
    const FileText& file = document::rangeOf(text).file ? *document::rangeOf(text).file : text.document()->file();
    std::string content;
    const std::string_view header = file.line(text.line());
    const std::size_t bar = header.find_last_of("|>");
    const bool literal = bar != std::string_view::npos && header[bar] == '|' &&
                         header.find_first_not_of("+-0123456789 \t", bar + 1) == std::string_view::npos;
    std::uint32_t first = text.line();
    if (literal) {
        ++first;
        for (std::uint32_t line = first; line <= text.lastLine(); ++line)
            content.append(file.line(line)).append("\n");
    } else {
        content = text.text();
    }
    content.insert(0, std::string(first - 1, '\n'));
    return document::readDocuments(FileText::make(file.path(), std::move(content), file.file()), limits).documents;
}

void applyMergePatches(Resources& resources, const PatchContext& context)
{
    Patching patching(resources, context);
    for (const Node entry : context.kustomization.root()["patchesStrategicMerge"])
        patching.mergeEntry(entry);
    for (const Node entry : context.kustomization.root()["patches"])
        patching.entry(entry);
}

void applyJsonPatches(Resources& resources, const PatchContext& context)
{
    Patching patching(resources, context);
    for (const Node entry : context.kustomization.root()["patchesJson6902"])
        patching.entry(entry);
}

} // namespace bartizan::importers
