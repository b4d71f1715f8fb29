// SPDX-License-Identifier: GPL-3.0-or-later
// Changing a copy of a Document, for kustomize. Copied nodes keep the place they were written at: line(), pointer()
// and evidence() name the patch's file, document and lines, and that file's text is kept alive. Created nodes cite the
// `origin` node the caller gives.
// An edit of a collection ends the validity of Nodes for its direct children; the collection's own Node, and all
// others, stay valid. A wrong kind or an absent node changes nothing and returns an absent Node or false.
#pragma once

#include "importers/document/tree.h"

#include <optional>
#include <string_view>

namespace bartizan::document {

// A deep copy without shared (aliased) parts, so that changing one place changes only that place.
Document clone(const Document& document);

// A new document with the value of one node (e.g. one item of a List); evidence keeps pointing to where it was written.
Document cloneOf(Node node);

struct NewValue {
    NodeKind kind = NodeKind::null; // null, boolean, integer, real, string, sequence or mapping (both empty)
    std::string_view text;          // of a scalar
    Node origin;                    // cited as evidence
};

class Editor {
public:
    // The document must come from clone() or cloneOf().
    explicit Editor(Document& document) : m_document(document) {}

    Node set(Node mapping, std::string_view key, Node value); // replaces or adds; returns the new child
    Node set(Node mapping, std::string_view key, const NewValue& value);
    Node append(Node sequence, Node value);
    Node append(Node sequence, const NewValue& value);
    Node insert(Node sequence, std::size_t index, Node value); // index may be size(): append
    Node insert(Node sequence, std::size_t index, const NewValue& value);
    Node replace(Node node, Node value); // the root, a mapping's value (keeps its key) or an element
    Node replace(Node node, const NewValue& value);
    bool remove(Node mapping, std::string_view key);
    bool remove(Node sequence, std::size_t index);

private:
    friend Document cloneOf(Node node);

    std::optional<Slot> copySlot(Node value);
    Slot copyBelow(Node value, std::size_t depth);
    std::optional<Slot> newSlot(const NewValue& value);
    Node setSlot(Node mapping, std::string_view key, const std::optional<Slot>& value);
    Node insertSlot(Node sequence, std::size_t index, const std::optional<Slot>& value);
    Node replaceSlot(Node node, const std::optional<Slot>& value);
    bool removeAt(std::uint32_t collection, std::uint32_t child);
    void put(std::uint32_t index, const Slot& slot);
    void makeRoom(std::uint32_t collection);
    void freezeElements(std::uint32_t sequence);
    std::uint16_t originFor(Node node);
    std::uint32_t placeFor(Node node);
    bool mine(Node node) const { return node.document() == &m_document && bool(node); }

    Document& m_document;
};

} // namespace bartizan::document
