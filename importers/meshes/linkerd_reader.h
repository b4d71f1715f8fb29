// SPDX-License-Identifier: GPL-3.0-or-later
// Strict reading of the parts that Linkerd's kinds share: references, identities, networks. What is refused makes the
// object invalid, with a Problem at its line; null is the same as not written. One reader belongs to one object and lives
// on the stack of its import function.
#pragma once

#include "importers/kubernetes/invalid.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::importers {

class LinkerdReader {
public:
    LinkerdReader(const ObjectContext& context, std::string_view what) : m_fields(context), m_invalid(m_fields, what) {}
    LinkerdReader(const LinkerdReader&) = delete;
    LinkerdReader& operator=(const LinkerdReader&) = delete;

    document::Node required(document::Node parent, std::string_view key); // a mapping that must be there
    document::Node mapping(document::Node parent, std::string_view key);
    std::vector<document::Node> mappings(document::Node parent, std::string_view key); // a list of mappings
    std::vector<document::Node> texts(document::Node parent, std::string_view key);    // a list of strings
    std::string text(document::Node parent, std::string_view key);
    bool flag(document::Node parent, std::string_view key);

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
    bool valid() const { return m_invalid.reason().empty(); }
    Invalid& invalid() { return m_invalid; }
    const Fields& fields() const { return m_fields; }
    const ObjectContext& context() const { return m_fields.context(); }
    const std::string& ns() const { return context().meta().identity.ns; }

private:
    void wrongType(document::Node node, std::string_view expected);

    const Fields m_fields;
    Invalid m_invalid;
};

constexpr std::string_view linkerdGroup = "policy.linkerd.io";
constexpr LinkerdReader::Kind serviceAccountKind{"", "serviceaccount", "ServiceAccount"};
constexpr LinkerdReader::Kind namespaceKind{"", "namespace", "Namespace"};

// One label of a DNS name: a-z, 0-9 and '-' between them, of any length.
bool dnsLabel(std::string_view text);

} // namespace bartizan::importers
