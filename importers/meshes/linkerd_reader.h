// SPDX-License-Identifier: GPL-3.0-or-later
// Strict reading of the parts that Linkerd's kinds share: references, identities, networks. What is refused makes the
// object invalid, with a Problem at its line. One reader belongs to one object and lives on the stack of its import function.
#pragma once

#include "importers/kubernetes/strict_reader.h"
#include "importers/meshes/linkerd.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::importers {

class LinkerdReader : public StrictReader {
public:
    using StrictReader::StrictReader;

    document::Node required(document::Node parent, std::string_view key); // a mapping that must be there
    bool flag(document::Node parent, std::string_view key) { return boolean(parent, key).value_or(false); }
    // A label selector whose labels may be of any form, as the schemas take it.
    Selector selector(document::Node parent, std::string_view key);

    struct Kind { // in lower case and as it is spelled
        std::string_view group, lower, kind;
    };
    // {group, kind, name, namespace}. Linkerd compares groups and kinds without case, and "core" is Kubernetes' own group;
    // the result has their usual spelling. Without a namespace it is the object's own; a Namespace has none.
    std::optional<ObjectRef> reference(document::Node node, std::initializer_list<Kind> kinds, std::string_view expected);

    std::vector<PolicyPeer::Block> networks(document::Node parent, std::string_view key);
    enum class Names { dns, dnsOrSpiffe };
    // Names of clients in their certificates, as written; "*" also sets anyTls.
    void identities(document::Node parent, std::string_view key, Names allowed, LinkerdClients& clients);

    void refuse(std::string_view expected, std::string_view found, std::string_view remedy, document::Node at,
                std::string id = "invalid-policy");
    const std::string& ns() const { return context().meta().identity.ns; }
};

constexpr LinkerdReader::Kind serviceAccountKind{"", "serviceaccount", "ServiceAccount"};
constexpr LinkerdReader::Kind namespaceKind{"", "namespace", "Namespace"};

// Not written, or an empty list.
bool nothingAt(document::Node node);

// One label of a DNS name: a-z, 0-9 and '-' between them, of any length.
bool dnsLabel(std::string_view text);

} // namespace bartizan::importers
