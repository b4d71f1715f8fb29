// SPDX-License-Identifier: GPL-3.0-or-later
// One object while a kustomization is being built: its own copy of the document, the identities it had on the way (by
// which patches and references still find it), and what could not be applied to it. Used only within build.h.
#pragma once

#include "importers/document/edit.h"
#include "importers/document/tree.h"
#include "model/evidence.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bartizan::importers {

struct ResourceId {
    std::string group, version, kind, ns, name;
    friend bool operator==(const ResourceId&, const ResourceId&) = default;
};

class Resource {
public:
    explicit Resource(document::Document document);
    Resource(const Resource&) = delete;
    Resource& operator=(const Resource&) = delete;
    std::unique_ptr<Resource> copy() const;

    document::Node root() const { return m_document.root(); }
    document::Document& document() { return m_document; }
    document::Editor editor() { return document::Editor(m_document); }

    ResourceId id() const;
    const std::vector<ResourceId>& formerIds() const { return m_formerIds; } // oldest first, without the current one
    void remember(); // the current identity becomes a former one: call before changing name, namespace or kind

    bool clusterScoped() const; // of a kind that is known to have no namespace
    bool isKind(std::string_view group, std::string_view kind) const;
    document::Node field(std::initializer_list<std::string_view> path) const;

    // Something that touches this object could not be applied. `pointer` "" is the whole object.
    void touched(std::string_view pointer, std::string_view what);
    std::vector<Fact<std::string>> unknownAt() const; // evidence: the line it would have changed, or the nearest above

    std::vector<std::string> affixes; // every prefix and suffix given to the name, in order
    bool moved = false;               // a kustomization has a namespace, prefix or suffix for it

private:
    document::Document m_document;
    std::vector<ResourceId> m_formerIds;
    std::vector<std::pair<std::string, std::string>> m_touched; // (pointer, what)
};

using Resources = std::vector<std::unique_ptr<Resource>>;

ResourceId resourceId(document::Node object);

// The node at a JSON pointer (RFC 6901); absent when there is none.
document::Node nodeAt(document::Node root, std::string_view pointer);
std::vector<std::string> pointerTokens(std::string_view pointer); // unescaped
bool sequenceIndex(std::string_view token, std::size_t& index);
std::string escapedToken(std::string_view key); // "~" and "/" as RFC 6901 writes them

// Whether Kubernetes itself defines the kinds of a group, so that the merge keys of its lists are known.
bool isBuiltInGroup(std::string_view group);

} // namespace bartizan::importers
