// SPDX-License-Identifier: GPL-3.0-or-later
// One tree for YAML and JSON. Readers (yaml_reader.h, json_reader.h) build Documents; importers walk them through
// Node, a cheap handle (pointer + index) that is "absent" instead of throwing: node["spec"]["ports"].at(0) on
// anything is safe. A Node is valid while its Document lives and is not edited.
//
// Lines, columns and documents are 1-based, columns count Unicode code points.
// Thread-safety: a Document is immutable while shared; editing (edit.h, used for kustomize) is for one thread.
#pragma once

#include "model/evidence.h"

#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace bartizan::document {

enum class NodeKind : std::uint8_t {
    absent,  // no such node
    null,    // null, ~, or an empty YAML value
    boolean, // JSON true/false; YAML plain true/false (YAML 1.1 words such as `yes` are strings that asBool() accepts)
    integer,
    real,
    string, // quoted, block, or plain text that is nothing else
    sequence,
    mapping,
    skipped, // the key was there, its value was not kept (managedFields, last-applied-configuration)
};

class Document;

class Node {
public:
    Node() = default;
    Node(const Document* document, std::uint32_t index) : m_document(document), m_index(index) {}

    NodeKind kind() const;
    explicit operator bool() const { return kind() != NodeKind::absent; }
    bool isMapping() const { return kind() == NodeKind::mapping; }
    bool isSequence() const { return kind() == NodeKind::sequence; }
    bool isScalar() const; // null, boolean, integer, real, string
    bool isString() const { return kind() == NodeKind::string; }
    bool isNull() const { return kind() == NodeKind::null || kind() == NodeKind::absent; }

    Node operator[](std::string_view key) const; // child of a mapping (the last one wins when duplicated)
    Node at(std::size_t index) const;            // element of a sequence
    std::size_t size() const;                    // children of a sequence or mapping, else 0
    std::string_view key() const;                // this node's key in its mapping (unescaped); "" if it has none

    // The scalar as written, unescaped: `8080`, `yes`, `0x1F` keep their spelling. "" for anything else.
    std::string_view text() const;
    std::string string() const { return std::string(text()); }
    std::optional<bool> asBool() const;        // booleans, and YAML 1.1 words of plain scalars (yes, no, on, off)
    std::optional<std::int64_t> asInt() const; // integers (also 0x, 0o, and quoted numbers are NOT integers)
    bool isQuoted() const;                     // quoted or block scalar in YAML; a JSON string

    // The lines of this node INCLUDING its key, so that evidence shows what was set.
    std::uint32_t line() const;     // first line
    std::uint32_t lastLine() const; // last line, inclusive
    std::uint32_t column() const;   // of the key if there is one, else of the value
    std::string pointer() const;    // RFC 6901

    // Evidence for this node; text is "key: value" for scalars, "key" for collections. Long values are cut.
    Evidence evidence(ObjectId object = {}) const;
    // The same, with the value shown as *** (for anything secret or credential-like).
    Evidence maskedEvidence(ObjectId object = {}) const;
    // The same with a text of the caller's, who sees to what evidence.h promises of it.
    Evidence evidenceSaying(std::string_view text, ObjectId object = {}) const;

    class Iterator;
    Iterator begin() const; // children in document order
    Iterator end() const;

    const Document* document() const { return m_document; }
    std::uint32_t index() const { return m_index; }
    friend bool operator==(const Node&, const Node&) = default;

private:
    const Document* m_document = nullptr;
    std::uint32_t m_index = 0;
};

} // namespace bartizan::document

#include "importers/document/tree_impl.h" // Document, Iterator
