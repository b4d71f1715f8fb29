// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/strategic_merge.h"

#include <algorithm>
#include <array>
#include <optional>

namespace bartizan::importers {
namespace {

using document::Editor;
using document::Node;

// x-kubernetes-patch-merge-key of Kubernetes' OpenAPI definitions, by the name of the list. `kind` narrows a name that
// different kinds use differently; the first row that fits counts.
struct MergeKey {
    std::string_view list, kind, key, second; // second: tells elements with the same key apart
};
constexpr MergeKey mergeKeys[] = {
    {"containers", "", "name", ""},
    {"initContainers", "", "name", ""},
    {"ephemeralContainers", "", "name", ""},
    {"env", "", "name", ""},
    {"ports", "Service", "port", "protocol"},
    {"ports", "", "containerPort", "protocol"},
    {"volumeMounts", "", "mountPath", ""},
    {"volumeDevices", "", "devicePath", ""},
    {"volumes", "", "name", ""},
    {"imagePullSecrets", "ServiceAccount", "", ""},
    {"imagePullSecrets", "", "name", ""},
    {"secrets", "ServiceAccount", "name", ""},
    {"hostAliases", "", "ip", ""},
    {"topologySpreadConstraints", "", "topologyKey", ""},
    {"resourceClaims", "", "name", ""},
    {"schedulingGates", "", "name", ""},
    {"webhooks", "", "name", ""},
    {"ownerReferences", "", "uid", ""},
    {"conditions", "", "type", ""},
};
// Lists of plain strings whose patch strategy is "merge".
constexpr std::array<std::string_view, 1> mergedStrings = {"finalizers"};

bool isDirective(std::string_view key)
{
    return key == "$patch" || key == "$retainKeys" || key.starts_with("$setElementOrder/") ||
           key.starts_with("$deleteFromPrimitiveList/");
}

class Merge {
public:
    Merge(Resource& resource, const MergeOptions& options)
        : m_editor(resource.editor()), m_kind(resource.root()["kind"].text()), m_builtIn(isBuiltInGroup(resource.id().group)),
          m_options(options)
    {
    }

    void mapping(Node target, Node patch, bool top = false)
    {
        for (const Node value : patch) {
            const std::string_view key = value.key();
            if (isDirective(key) || (top && isFixed(key)))
                continue;
            if (top && key == "metadata")
                metadata(target, value);
            else
                field(target, key, value);
        }
    }

    // Without directives and nulls, which say what to do and are no content.
    void clean(Node node)
    {
        if (node.isMapping()) {
            std::vector<std::string> remove;
            for (const Node child : node)
                if (isDirective(child.key()) || child.kind() == document::NodeKind::null)
                    remove.emplace_back(child.key());
            for (const std::string& key : remove)
                m_editor.remove(node, key);
        }
        if (node.isMapping() || node.isSequence())
            for (const Node child : node)
                clean(child);
    }

private:
    bool isFixed(std::string_view key) const { return key == "apiVersion" || (key == "kind" && !m_options.changeKind); }

    void metadata(Node target, Node patch)
    {
        Node into = target["metadata"];
        for (const Node value : patch)
            if (!isDirective(value.key()) && value.key() != "namespace" && (value.key() != "name" || m_options.changeName))
                field(into, value.key(), value);
    }

    void field(Node target, std::string_view key, Node value)
    {
        const Node old = target[key];
        const std::string_view directive = value["$patch"].text();
        if (value.kind() == document::NodeKind::null || directive == "delete") {
            m_editor.remove(target, key);
        } else if (value.isMapping() && old.isMapping() && directive != "replace") {
            mapping(old, value);
        } else if (value.isSequence() && old.isSequence()) {
            list(target, key, value);
        } else {
            clean(m_editor.set(target, key, value));
        }
    }

    void list(Node target, std::string_view key, Node patch)
    {
        const Node old = target[key];
        const MergeKey* rule = keyFor(key, patch);
        const bool strings = m_builtIn && std::find(mergedStrings.begin(), mergedStrings.end(), key) != mergedStrings.end();
        const bool replaced =
            std::any_of(patch.begin(), patch.end(), [](Node element) { return element["$patch"].text() == "replace"; });
        if (strings) {
            for (const Node element : patch)
                if (std::none_of(old.begin(), old.end(), [&](Node has) { return has.text() == element.text(); }))
                    m_editor.append(old, element);
        } else if (rule == nullptr || replaced) {
            const Node fresh = m_editor.set(target, key, patch);
            for (std::size_t i = fresh.size(); i-- > 0;)
                if (fresh.at(i)["$patch"])
                    m_editor.remove(fresh, i);
            clean(fresh);
        } else {
            mergeByKey(old, patch, *rule);
        }
    }

    // The key by which this list merges; null when its elements carry none, or when the list is atomic.
    const MergeKey* keyFor(std::string_view list, Node patch) const
    {
        if (!m_builtIn)
            return nullptr;
        for (const MergeKey& rule : mergeKeys)
            if (rule.list == list && (rule.kind.empty() || rule.kind == m_kind)) {
                if (rule.key.empty())
                    return nullptr;
                const bool keyed = std::all_of(patch.begin(), patch.end(), [&](Node element) {
                    return element.isMapping() && (element[rule.key].isScalar() || element["$patch"]);
                });
                return keyed ? &rule : nullptr;
            }
        return nullptr;
    }

    void mergeByKey(Node old, Node patch, const MergeKey& rule)
    {
        std::size_t position = 0;
        for (const Node element : patch) {
            std::optional<std::size_t> found = indexOf(old, element, rule);
            if (element["$patch"].text() == "delete") {
                if (found)
                    m_editor.remove(old, *found);
                if (found && *found < position)
                    --position;
                continue;
            }
            if (!found) {
                clean(m_editor.insert(old, position, element));
            } else if (rule.list == "env" && (element["value"].isScalar() || element["valueFrom"].isMapping())) {
                m_editor.remove(old, *found); // a variable has one source: the patch's lines say which
                clean(m_editor.insert(old, position, element));
            } else {
                mapping(old.at(*found), element);
                if (*found > position) {
                    const document::Document moved = document::cloneOf(old.at(*found));
                    m_editor.remove(old, *found);
                    m_editor.insert(old, position, moved.root());
                }
            }
            ++position;
        }
    }

    // The element with the same key; among several, and if the patch says it, the one with the same second key.
    static std::optional<std::size_t> indexOf(Node list, Node element, const MergeKey& rule)
    {
        const auto protocol = [&rule](Node port) { // the only second key there is; TCP is the API's default
            const std::string_view text = port[rule.second].text();
            return text.empty() ? std::string_view("TCP") : text;
        };
        std::optional<std::size_t> byKey;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const Node candidate = list.at(i);
            if (!candidate[rule.key] || candidate[rule.key].text() != element[rule.key].text())
                continue;
            if (rule.second.empty() || protocol(candidate) == protocol(element))
                return i;
            if (!byKey && !element[rule.second])
                byKey = i;
        }
        return byKey;
    }

    Editor m_editor;
    std::string m_kind;
    bool m_builtIn;
    MergeOptions m_options;
};

} // namespace

bool applyStrategicMerge(Resource& resource, Node patch, const MergeOptions& options)
{
    const std::string_view directive = patch["$patch"].text();
    if (directive == "delete")
        return false;
    Merge merge(resource, options);
    if (directive == "replace")
        merge.clean(resource.editor().replace(resource.root(), patch));
    else
        merge.mapping(resource.root(), patch, true);
    return true;
}

} // namespace bartizan::importers
