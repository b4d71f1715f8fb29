// SPDX-License-Identifier: GPL-3.0-or-later
// The storage behind tree.h: class Document and the iterator. Include tree.h, not this file.
// A Document owns 28-byte slots; the children of a collection are contiguous, keys are interned, text is a slice of the
// file's bytes or of an arena (escaped, folded and created text). Readers fill it through builder.h, edit.h changes it.
// Move a Document freely before taking Nodes from it: a Node points at its Document.
#pragma once

#include "importers/document/file_text.h"
#include "importers/document/key_table.h"
#include "importers/document/tree.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::document {

struct Slot {
    static constexpr std::uint32_t placeBit = 0x80000000U;
    static constexpr std::uint32_t noParent = 0x7fffffffU;
    enum Flag : std::uint8_t {
        quoted = 1,  // written in quotes or as a block scalar
        inArena = 2, // text is in the document's arena, not in the file
        shared = 4,  // an alias: the children belong to the anchored node
        roomy = 8,   // the children's block has room for bit_ceil(count) slots
    };

    std::uint32_t key = KeyTable::none;
    std::uint32_t first = 0;         // first child, or where the text starts
    std::uint32_t count = 0;         // children, or length of the text
    std::uint32_t begin = 0;         // byte offset of the key if there is one, else of the value
    std::uint32_t end = 0;           // byte offset after the value
    std::uint32_t parent = noParent; // slot, or placeBit | index into the document's places
    std::uint16_t origin = 0;        // 0: the document's own file; else 1 + index into the document's origins
    NodeKind kind = NodeKind::null;
    std::uint8_t flags = 0;

    bool hasPlace() const { return (parent & placeBit) != 0; }
};
static_assert(sizeof(Slot) == 28);

class Document {
public:
    Node root() const { return Node(this, m_root); }
    const FileText& file() const { return *m_file; }
    const std::shared_ptr<const FileText>& sharedFile() const { return m_file; }
    std::uint32_t number() const { return m_number; } // 1-based position in the file
    std::uint32_t firstLine() const { return m_firstLine; }
    std::uint32_t lastLine() const { return m_lastLine; }
    std::string_view helmSource() const { return m_helmSource; } // of "# Source: chart/templates/x.yaml", or ""
    bool isJson() const { return m_json; }
    std::size_t memory() const; // bytes held beside the file; a key table shared by documents counts in each

private:
    friend class Node;
    friend class Builder;
    friend class Editor;
    friend struct TreeAccess;
    friend Document clone(const Document& document);
    friend Document cloneOf(Node node);

    struct Origin { // where copied or created nodes were written
        std::shared_ptr<const FileText> file;
        std::uint32_t number = 0;
    };
    struct Place { // what evidence says of a node whose place in this tree is not where it was written
        std::string pointer;
        std::string key;
        std::string text;
    };

    const Slot& slot(std::uint32_t index) const { return m_slots[index]; }
    const FileText& fileOf(const Slot& slot) const;
    std::uint32_t numberOf(const Slot& slot) const;
    std::string_view textOf(const Slot& slot) const;

    std::shared_ptr<const FileText> m_file;
    std::shared_ptr<KeyTable> m_keys;
    std::vector<Slot> m_slots;
    std::string m_arena;
    std::vector<Origin> m_origins;
    std::vector<Place> m_places;
    std::string m_helmSource;
    std::uint32_t m_root = 0xffffffffU;
    std::uint32_t m_number = 1;
    std::uint32_t m_firstLine = 1;
    std::uint32_t m_lastLine = 1;
    bool m_json = false;
};

class Node::Iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Node;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Node;

    Iterator() = default;
    Iterator(const Document* document, std::uint32_t index) : m_document(document), m_index(index) {}
    Node operator*() const { return Node(m_document, m_index); }
    Iterator& operator++()
    {
        ++m_index;
        return *this;
    }
    Iterator operator++(int)
    {
        Iterator old = *this;
        ++m_index;
        return old;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

private:
    const Document* m_document = nullptr;
    std::uint32_t m_index = 0;
};

// Bytes [begin, end) of the file that hold the node, its key included; for masking in the source viewer.
struct ByteRange {
    std::shared_ptr<const FileText> file;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};
ByteRange rangeOf(Node node);

} // namespace bartizan::document
