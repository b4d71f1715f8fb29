// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/resource.h"

#include "importers/kubernetes/object.h"
#include "importers/registry.h"

#include <algorithm>
#include <array>

namespace bartizan::importers {

using document::Node;

Resource::Resource(document::Document document) : m_document(std::move(document)) {}

std::unique_ptr<Resource> Resource::copy() const
{
    auto result = std::make_unique<Resource>(document::clone(m_document));
    result->m_formerIds = m_formerIds;
    result->m_touched = m_touched;
    result->affixes = affixes;
    result->moved = moved;
    return result;
}

ResourceId resourceId(Node object)
{
    ResourceId id;
    const std::string_view apiVersion = object["apiVersion"].text();
    id.group = groupOf(apiVersion);
    id.version = id.group.empty() ? apiVersion : apiVersion.substr(id.group.size() + 1);
    id.kind = object["kind"].text();
    id.ns = object["metadata"]["namespace"].text();
    id.name = object["metadata"]["name"].text();
    return id;
}

ResourceId Resource::id() const
{
    return resourceId(root());
}

void Resource::remember()
{
    ResourceId now = id();
    if (m_formerIds.empty() || m_formerIds.back() != now)
        m_formerIds.push_back(std::move(now));
}

bool Resource::clusterScoped() const
{
    const ResourceId now = id();
    const KindRow* row = findKind(now.group, now.kind);
    return row != nullptr && !row->namespaced;
}

bool Resource::isKind(std::string_view group, std::string_view kind) const
{
    return root()["kind"].text() == kind && groupOf(root()["apiVersion"].text()) == group;
}

Node Resource::field(std::initializer_list<std::string_view> path) const
{
    Node node = root();
    for (const std::string_view key : path)
        node = node[key];
    return node;
}

void Resource::touched(std::string_view pointer, std::string_view what)
{
    std::pair<std::string, std::string> entry(pointer, what);
    if (std::find(m_touched.begin(), m_touched.end(), entry) == m_touched.end())
        m_touched.push_back(std::move(entry));
}

std::vector<Fact<std::string>> Resource::unknownAt() const
{
    std::vector<Fact<std::string>> facts;
    for (const auto& [pointer, what] : m_touched) {
        std::string_view nearest = pointer;
        Node node = nodeAt(root(), nearest);
        while (!node && !nearest.empty()) {
            nearest = nearest.substr(0, nearest.rfind('/'));
            node = nodeAt(root(), nearest);
        }
        Fact<std::string> fact{what, node.evidence()};
        fact.evidence.quote(pointer, fact.evidence.text());
        facts.push_back(std::move(fact));
    }
    return facts;
}

std::vector<std::string> pointerTokens(std::string_view pointer)
{
    std::vector<std::string> tokens;
    while (!pointer.empty()) {
        pointer.remove_prefix(1); // the slash
        std::string token(pointer.substr(0, pointer.find('/')));
        pointer.remove_prefix(token.size());
        for (std::size_t at = token.find('~'); at != std::string::npos; at = token.find('~', at + 1))
            if (at + 1 < token.size() && (token[at + 1] == '0' || token[at + 1] == '1'))
                token.replace(at, 2, token[at + 1] == '0' ? "~" : "/");
        tokens.push_back(std::move(token));
    }
    return tokens;
}

std::string escapedToken(std::string_view key)
{
    std::string result;
    for (const char c : key) {
        if (c == '~')
            result += "~0";
        else if (c == '/')
            result += "~1";
        else
            result += c;
    }
    return result;
}

Node nodeAt(Node root, std::string_view pointer)
{
    Node node = root;
    for (const std::string& token : pointerTokens(pointer)) {
        if (node.isSequence()) {
            std::size_t index = 0;
            if (!sequenceIndex(token, index))
                return {};
            node = node.at(index);
        } else {
            node = node[token];
        }
    }
    return node;
}

bool sequenceIndex(std::string_view token, std::size_t& index)
{
    if (token.empty() || token.size() > 9 || token.find_first_not_of("0123456789") != std::string_view::npos ||
        (token.size() > 1 && token.front() == '0'))
        return false;
    index = 0;
    for (const char c : token)
        index = index * 10 + static_cast<std::size_t>(c - '0');
    return true;
}

bool isBuiltInGroup(std::string_view group)
{
    constexpr std::array builtIn = {"",
                                    "admissionregistration.k8s.io",
                                    "apiextensions.k8s.io",
                                    "apiregistration.k8s.io",
                                    "apps",
                                    "authentication.k8s.io",
                                    "authorization.k8s.io",
                                    "autoscaling",
                                    "batch",
                                    "certificates.k8s.io",
                                    "coordination.k8s.io",
                                    "discovery.k8s.io",
                                    "events.k8s.io",
                                    "extensions",
                                    "flowcontrol.apiserver.k8s.io",
                                    "networking.k8s.io",
                                    "node.k8s.io",
                                    "policy",
                                    "rbac.authorization.k8s.io",
                                    "resource.k8s.io",
                                    "scheduling.k8s.io",
                                    "storage.k8s.io"};
    return std::find(builtIn.begin(), builtIn.end(), group) != builtIn.end();
}

} // namespace bartizan::importers
