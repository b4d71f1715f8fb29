// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/edit.h"

#include "importers/document/tree_access.h"

#include <algorithm>
#include <bit>

namespace bartizan::document {

namespace {

constexpr std::size_t mostOrigins = 0xfff0;  // Slot::origin has 16 bits
constexpr std::size_t mostSlots = 4'000'000; // copying a document into itself doubles it
constexpr std::size_t deepest = 1000;        // repeated edits could nest without end; copying recurses

bool isCollection(NodeKind kind)
{
    return kind == NodeKind::mapping || kind == NodeKind::sequence;
}

std::uint32_t u32(std::size_t value)
{
    return static_cast<std::uint32_t>(value);
}

} // namespace

Document cloneOf(Node node)
{
    Document copy;
    if (!node)
        return copy;
    const Document& from = *node.document();
    copy.m_file = from.m_file;
    copy.m_number = from.m_number;
    copy.m_keys = std::make_shared<KeyTable>();
    copy.m_helmSource = from.m_helmSource;
    copy.m_firstLine = node.line();
    copy.m_lastLine = node.lastLine();
    copy.m_json = from.m_json;
    Editor editor(copy);
    const std::optional<Slot> root = editor.copySlot(node);
    if (!root)
        return {};
    copy.m_root = u32(copy.m_slots.size());
    copy.m_slots.emplace_back();
    editor.put(copy.m_root, *root);
    return copy;
}

Document clone(const Document& document)
{
    Document copy = cloneOf(document.root());
    copy.m_firstLine = document.m_firstLine;
    copy.m_lastLine = document.m_lastLine;
    return copy;
}

// A slot at its place: its children learn where it is, unless they have a place of their own.
void Editor::put(std::uint32_t index, const Slot& slot)
{
    m_document.m_slots[index] = slot;
    if (!isCollection(slot.kind))
        return;
    for (std::uint32_t child = slot.first; child < slot.first + slot.count; ++child) {
        if (!m_document.m_slots[child].hasPlace())
            m_document.m_slots[child].parent = index;
    }
}

std::uint16_t Editor::originFor(Node node)
{
    const Slot& slot = *TreeAccess::slot(node);
    std::shared_ptr<const FileText> file = TreeAccess::fileOf(*node.document(), slot);
    const std::uint32_t number = node.document()->numberOf(slot);
    if (file == m_document.m_file && number == m_document.m_number)
        return 0;
    std::vector<Document::Origin>& origins = m_document.m_origins;
    for (std::size_t i = origins.size(); i > 0; --i) { // the last one added is the likely one
        if (origins[i - 1].file == file && origins[i - 1].number == number)
            return static_cast<std::uint16_t>(i);
    }
    origins.push_back({std::move(file), number});
    return static_cast<std::uint16_t>(origins.size());
}

std::uint32_t Editor::placeFor(Node node)
{
    Document::Place place;
    place.pointer = node.pointer();
    const Slot& slot = *TreeAccess::slot(node);
    place.key = slot.hasPlace() ? node.document()->m_places[slot.parent & ~Slot::placeBit].key : std::string(node.key());
    place.text = TreeAccess::citedText(*node.document(), node.index(), false);
    m_document.m_places.push_back(std::move(place));
    return Slot::placeBit | u32(m_document.m_places.size() - 1);
}

std::optional<Slot> Editor::copySlot(Node value)
{
    if (!value || m_document.m_slots.size() > mostSlots ||
        m_document.m_origins.size() + value.document()->m_origins.size() + 1 > mostOrigins)
        return std::nullopt;
    const bool wholeDocument =
        m_document.m_slots.empty() && value == value.document()->root() && !TreeAccess::slot(value)->hasPlace();
    const std::uint32_t place = wholeDocument ? Slot::noParent : placeFor(value);
    Slot slot = copyBelow(value, 0);
    slot.parent = place;
    return slot;
}

// Everything but key and parent, which depend on where the copy goes.
Slot Editor::copyBelow(Node value, std::size_t depth)
{
    Slot slot = *TreeAccess::slot(value);
    slot.key = KeyTable::none;
    slot.parent = Slot::noParent;
    slot.origin = originFor(value);
    slot.flags &= static_cast<std::uint8_t>(~(Slot::shared | Slot::roomy));
    if (!isCollection(slot.kind)) {
        if (slot.flags & Slot::inArena) {
            const std::string text = value.string(); // may be a view into the arena that grows
            slot.first = u32(m_document.m_arena.size());
            m_document.m_arena += text;
        }
        return slot;
    }
    if (depth >= deepest) {
        slot.kind = NodeKind::skipped;
        slot.count = 0;
        return slot;
    }
    const std::uint32_t first = u32(m_document.m_slots.size());
    m_document.m_slots.resize(first + slot.count);
    std::uint32_t at = first;
    for (std::uint32_t i = 0; i < slot.count; ++i, ++at) {
        const Node child(value.document(), TreeAccess::slot(value)->first + i);
        Slot copy = copyBelow(child, depth + 1);
        const Slot& original = *TreeAccess::slot(child);
        if (original.key != KeyTable::none)
            copy.key = m_document.m_keys->intern(child.key(), false);
        if (original.hasPlace() || (original.flags & Slot::shared))
            copy.parent = placeFor(child);
        put(at, copy);
    }
    slot.first = first;
    return slot;
}

std::optional<Slot> Editor::newSlot(const NewValue& value)
{
    const Node origin = value.origin ? value.origin : m_document.root();
    if (!origin || m_document.m_origins.size() >= mostOrigins || value.kind == NodeKind::absent ||
        value.kind == NodeKind::skipped)
        return std::nullopt;
    Slot slot;
    slot.kind = value.kind;
    slot.begin = TreeAccess::slot(origin)->begin;
    slot.end = TreeAccess::slot(origin)->end;
    slot.origin = originFor(origin);
    slot.parent = placeFor(origin);
    if (isCollection(value.kind))
        return slot;
    const std::string text(value.text); // may be a view into the arena that grows
    slot.first = u32(m_document.m_arena.size());
    slot.count = u32(text.size());
    slot.flags = Slot::inArena;
    if (value.kind == NodeKind::string)
        slot.flags |= Slot::quoted; // a created text is never one of YAML's words for booleans
    m_document.m_arena += text;
    return slot;
}

// The children's block ends with room for one more; the old block stays behind unused.
void Editor::makeRoom(std::uint32_t collection)
{
    const Slot slot = m_document.m_slots[collection];
    if ((slot.flags & Slot::roomy) && slot.count < std::bit_ceil(slot.count))
        return;
    const std::uint32_t first = u32(m_document.m_slots.size());
    m_document.m_slots.resize(first + std::bit_ceil(slot.count + 1U));
    for (std::uint32_t i = 0; i < slot.count; ++i)
        put(first + i, Slot(m_document.m_slots[slot.first + i]));
    m_document.m_slots[collection].first = first;
    m_document.m_slots[collection].flags |= Slot::roomy;
}

// Before elements move: their pointers name the places they were written at, not those they move to.
void Editor::freezeElements(std::uint32_t sequence)
{
    const Slot slot = m_document.m_slots[sequence];
    for (std::uint32_t child = slot.first; child < slot.first + slot.count; ++child) {
        if (!m_document.m_slots[child].hasPlace()) {
            const std::uint32_t place = placeFor(Node(&m_document, child));
            m_document.m_slots[child].parent = place;
        }
    }
}

Node Editor::setSlot(Node mapping, std::string_view key, const std::optional<Slot>& value)
{
    if (!value || !mine(mapping) || !mapping.isMapping())
        return {};
    Slot slot = *value;
    slot.key = m_document.m_keys->intern(key, false);
    if (const Node existing = mapping[key]) {
        put(existing.index(), slot);
        return existing;
    }
    makeRoom(mapping.index());
    Slot& owner = m_document.m_slots[mapping.index()];
    const std::uint32_t index = owner.first + owner.count++;
    put(index, slot);
    return Node(&m_document, index);
}

Node Editor::insertSlot(Node sequence, std::size_t index, const std::optional<Slot>& value)
{
    if (!value || !mine(sequence) || !sequence.isSequence() || index > sequence.size())
        return {};
    if (index < sequence.size())
        freezeElements(sequence.index());
    makeRoom(sequence.index());
    const std::uint32_t first = m_document.m_slots[sequence.index()].first;
    const std::uint32_t count = m_document.m_slots[sequence.index()].count++;
    for (std::uint32_t at = first + count; at > first + index; --at)
        put(at, Slot(m_document.m_slots[at - 1]));
    put(first + u32(index), *value);
    return Node(&m_document, first + u32(index));
}

Node Editor::replaceSlot(Node node, const std::optional<Slot>& value)
{
    if (!value || !mine(node))
        return {};
    Slot slot = *value;
    slot.key = m_document.m_slots[node.index()].key;
    put(node.index(), slot);
    return node;
}

Node Editor::set(Node mapping, std::string_view key, Node value)
{
    return setSlot(mapping, std::string(key), copySlot(value));
}

Node Editor::set(Node mapping, std::string_view key, const NewValue& value)
{
    return setSlot(mapping, std::string(key), newSlot(value));
}

Node Editor::append(Node sequence, Node value)
{
    return insertSlot(sequence, sequence.size(), copySlot(value));
}
Node Editor::append(Node sequence, const NewValue& value)
{
    return insertSlot(sequence, sequence.size(), newSlot(value));
}

Node Editor::insert(Node sequence, std::size_t index, Node value)
{
    return insertSlot(sequence, index, copySlot(value));
}
Node Editor::insert(Node sequence, std::size_t index, const NewValue& value)
{
    return insertSlot(sequence, index, newSlot(value));
}

Node Editor::replace(Node node, Node value)
{
    return replaceSlot(node, copySlot(value));
}
Node Editor::replace(Node node, const NewValue& value)
{
    return replaceSlot(node, newSlot(value));
}

bool Editor::remove(Node mapping, std::string_view key)
{
    const Node child = mine(mapping) && mapping.isMapping() ? mapping[key] : Node();
    return child && removeAt(mapping.index(), child.index());
}

bool Editor::remove(Node sequence, std::size_t index)
{
    if (!mine(sequence) || !sequence.isSequence() || index >= sequence.size())
        return false;
    freezeElements(sequence.index());
    return removeAt(sequence.index(), m_document.m_slots[sequence.index()].first + u32(index));
}

bool Editor::removeAt(std::uint32_t collection, std::uint32_t child)
{
    Slot& owner = m_document.m_slots[collection];
    for (std::uint32_t at = child; at + 1 < owner.first + owner.count; ++at)
        put(at, Slot(m_document.m_slots[at + 1]));
    --owner.count;
    return true;
}

} // namespace bartizan::document
