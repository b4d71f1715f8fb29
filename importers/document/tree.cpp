// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/tree.h"

#include "importers/document/scalars.h"
#include "importers/document/shortened.h"
#include "importers/document/tree_access.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace bartizan::document {

namespace {

bool isScalarKind(NodeKind kind)
{
    return kind == NodeKind::null || kind == NodeKind::boolean || kind == NodeKind::integer || kind == NodeKind::real ||
           kind == NodeKind::string;
}

bool isCollection(NodeKind kind)
{
    return kind == NodeKind::mapping || kind == NodeKind::sequence;
}

std::uint32_t lastLineOf(const FileText& file, const Slot& slot)
{
    return file.lineAt(slot.end > slot.begin ? slot.end - 1 : slot.begin);
}

// A JSON pointer, written from its end: from a node up to the root.
class PointerWriter {
public:
    void prepend(std::string_view segment)
    {
        if (m_at < 2 * segment.size() + 1)
            grow(2 * segment.size() + 1);
        for (std::size_t i = segment.size(); i > 0; --i) {
            const char c = segment[i - 1];
            if (c == '~' || c == '/') {
                m_bytes[--m_at] = c == '~' ? '0' : '1';
                m_bytes[--m_at] = '~';
            } else {
                m_bytes[--m_at] = c;
            }
        }
        m_bytes[--m_at] = '/';
    }
    void prependWritten(std::string_view pointer) // that is one already
    {
        if (m_at < pointer.size())
            grow(pointer.size());
        m_at -= pointer.size();
        std::copy(pointer.begin(), pointer.end(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_at));
    }
    void prepend(std::size_t index)
    {
        std::array<char, 20> digits{};
        char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), index).ptr;
        prepend(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
    }
    void clear() { m_at = m_bytes.size(); }
    std::string_view text() const { return std::string_view(m_bytes).substr(m_at); }

private:
    void grow(std::size_t more)
    {
        const std::size_t old = m_bytes.size();
        m_bytes.insert(0, old + more, ' ');
        m_at += m_bytes.size() - old;
    }

    std::string m_bytes = std::string(512, ' ');
    std::size_t m_at = 512;
};

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr std::array<std::string_view, 11> trueWords{"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"};
constexpr std::array<std::string_view, 11> falseWords{"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"};

} // namespace

const Slot* TreeAccess::slot(Node node)
{
    const Document* document = node.document();
    return document && node.index() < document->m_slots.size() ? &document->m_slots[node.index()] : nullptr;
}

std::string_view TreeAccess::pointer(const Document& document, std::uint32_t index)
{
    thread_local PointerWriter writer; // keeps its room
    writer.clear();
    for (;;) {
        const Slot& slot = document.m_slots[index];
        if (slot.parent == Slot::noParent) // the root, or below a value that a later duplicate key replaced
            break;
        if (slot.hasPlace()) {
            writer.prependWritten(document.m_places[slot.parent & ~Slot::placeBit].pointer);
            break;
        }
        if (slot.key != KeyTable::none)
            writer.prepend(document.m_keys->text(slot.key));
        else
            writer.prepend(index - document.m_slots[slot.parent].first);
        index = slot.parent;
    }
    return writer.text();
}

std::string_view TreeAccess::citedText(const Document& document, std::uint32_t index, bool masked)
{
    thread_local std::string cited; // keeps its room
    cited.clear();
    const Slot& slot = document.m_slots[index];
    if (slot.hasPlace()) {
        const Document::Place& place = document.m_places[slot.parent & ~Slot::placeBit];
        if (!masked)
            return place.text;
        cited = place.key;
        return cited.append(cited.empty() ? "***" : ": ***");
    }
    const bool scalar = isScalarKind(slot.kind);
    if (scalar && (slot.flags & Slot::shared) && !masked) { // the cited line holds "*anchor", not the value
        appendShortened(cited, document.fileOf(slot).bytes().substr(slot.begin, slot.end - slot.begin));
        return cited;
    }
    appendShortened(cited, document.m_keys->text(slot.key));
    if (!scalar)
        return masked && !cited.empty() ? cited.append(": ***") : cited;
    if (!cited.empty())
        cited += ": ";
    const std::size_t keySize = cited.size();
    if (masked)
        cited += "***";
    else
        appendShortened(cited, document.textOf(slot));
    if (keySize != 0 && cited.size() == keySize) // no value: no blank before it
        cited.pop_back();
    return cited;
}

Evidence TreeAccess::place(const Document& document, const Slot& slot, ObjectId object)
{
    Evidence evidence;
    const FileText& file = document.fileOf(slot);
    evidence.file = file.file();
    evidence.document = document.numberOf(slot);
    evidence.line = file.lineAt(slot.begin);
    const std::size_t begin = std::min<std::size_t>(slot.begin, file.bytes().size());
    const std::string_view written = file.bytes().substr(begin, slot.end - begin);
    const bool oneLine = written.size() < 200 && written.find('\n') == std::string_view::npos;
    evidence.lastLine = oneLine ? evidence.line : lastLineOf(file, slot);
    evidence.column = file.columnAt(slot.begin);
    evidence.object = object;
    return evidence;
}

NodeKind Node::kind() const
{
    const Slot* slot = TreeAccess::slot(*this);
    return slot ? slot->kind : NodeKind::absent;
}

bool Node::isScalar() const
{
    return isScalarKind(kind());
}

Node Node::operator[](std::string_view key) const
{
    const Slot* slot = TreeAccess::slot(*this);
    if (!slot || slot->kind != NodeKind::mapping)
        return {};
    const KeyTable& keys = *m_document->m_keys;
    for (std::uint32_t i = slot->first; i < slot->first + slot->count; ++i) {
        const std::string_view own = keys.text(m_document->m_slots[i].key);
        if (own.size() == key.size() &&
            (key.empty() || (own.front() == key.front() && own == key))) // most differ before a call is needed
            return Node(m_document, i);
    }
    return {};
}

Node Node::at(std::size_t index) const
{
    const Slot* slot = TreeAccess::slot(*this);
    if (!slot || slot->kind != NodeKind::sequence || index >= slot->count)
        return {};
    return Node(m_document, slot->first + static_cast<std::uint32_t>(index));
}

std::size_t Node::size() const
{
    const Slot* slot = TreeAccess::slot(*this);
    return slot && isCollection(slot->kind) ? slot->count : 0;
}

std::string_view Node::key() const
{
    const Slot* slot = TreeAccess::slot(*this);
    return slot ? m_document->m_keys->text(slot->key) : std::string_view{};
}

std::string_view Node::text() const
{
    const Slot* slot = TreeAccess::slot(*this);
    return slot && isScalarKind(slot->kind) ? m_document->textOf(*slot) : std::string_view{};
}

std::optional<bool> Node::asBool() const
{
    const NodeKind kind = this->kind();
    if (kind != NodeKind::boolean && (kind != NodeKind::string || isQuoted()))
        return std::nullopt;
    const std::string_view word = text();
    if (isOneOf(word, trueWords))
        return true;
    return isOneOf(word, falseWords) ? std::optional(false) : std::nullopt;
}

std::optional<std::int64_t> Node::asInt() const
{
    return kind() == NodeKind::integer ? parseInteger(text()) : std::nullopt;
}

bool Node::isQuoted() const
{
    const Slot* slot = TreeAccess::slot(*this);
    return slot && (slot->flags & Slot::quoted) != 0;
}

std::uint32_t Node::line() const
{
    const Slot* slot = TreeAccess::slot(*this);
    return slot ? m_document->fileOf(*slot).lineAt(slot->begin) : 0;
}

std::uint32_t Node::lastLine() const
{
    const Slot* slot = TreeAccess::slot(*this);
    return slot ? lastLineOf(m_document->fileOf(*slot), *slot) : 0;
}

std::uint32_t Node::column() const
{
    const Slot* slot = TreeAccess::slot(*this);
    return slot ? m_document->fileOf(*slot).columnAt(slot->begin) : 0;
}

std::string Node::pointer() const
{
    return TreeAccess::slot(*this) ? std::string(TreeAccess::pointer(*m_document, m_index)) : std::string{};
}

Evidence Node::evidence(ObjectId object) const
{
    return TreeAccess::slot(*this) ? evidenceSaying(TreeAccess::citedText(*m_document, m_index, false), object) : Evidence{};
}
Evidence Node::maskedEvidence(ObjectId object) const
{
    return TreeAccess::slot(*this) ? evidenceSaying(TreeAccess::citedText(*m_document, m_index, true), object) : Evidence{};
}
Evidence Node::evidenceSaying(std::string_view text, ObjectId object) const
{
    const Slot* slot = TreeAccess::slot(*this);
    if (!slot)
        return {};
    Evidence evidence = TreeAccess::place(*m_document, *slot, object);
    evidence.quote(TreeAccess::pointer(*m_document, m_index), text);
    return evidence;
}

Node::Iterator Node::begin() const
{
    const Slot* slot = TreeAccess::slot(*this);
    return slot && isCollection(slot->kind) ? Iterator(m_document, slot->first) : Iterator();
}

Node::Iterator Node::end() const
{
    const Slot* slot = TreeAccess::slot(*this);
    return slot && isCollection(slot->kind) ? Iterator(m_document, slot->first + slot->count) : Iterator();
}

ByteRange rangeOf(Node node)
{
    const Slot* slot = TreeAccess::slot(node);
    if (!slot)
        return {};
    return {TreeAccess::fileOf(*node.document(), *slot), slot->begin, slot->end};
}

} // namespace bartizan::document
