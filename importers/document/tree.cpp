// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/tree.h"

#include "importers/document/scalars.h"
#include "importers/document/shortened.h"
#include "importers/document/tree_access.h"

#include <algorithm>
#include <array>

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

void appendEscaped(std::string& pointer, std::string_view segment)
{
    pointer += '/';
    if (segment.find('~') == std::string_view::npos && segment.find('/') == std::string_view::npos) {
        pointer += segment;
        return;
    }
    for (const char c : segment) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
}

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

std::string TreeAccess::pointer(const Document& document, std::uint32_t index)
{
    thread_local std::vector<std::uint32_t> path; // nodes below the one that is the root or has a place of its own
    path.clear();
    std::string pointer;
    for (;;) {
        const std::uint32_t parent = document.m_slots[index].parent;
        if (parent == Slot::noParent) // the root, or below a value that a later duplicate key replaced
            break;
        if (parent & Slot::placeBit) {
            pointer = document.m_places[parent & ~Slot::placeBit].pointer;
            break;
        }
        path.push_back(index);
        index = parent;
    }
    pointer.reserve(pointer.size() + 10 * path.size());
    for (auto at = path.rbegin(); at != path.rend(); ++at) {
        const Slot& slot = document.m_slots[*at];
        if (slot.key != KeyTable::none)
            appendEscaped(pointer, document.m_keys->text(slot.key));
        else
            appendEscaped(pointer, std::to_string(*at - document.m_slots[slot.parent].first));
    }
    return pointer;
}

std::string TreeAccess::citedText(const Document& document, std::uint32_t index, bool masked)
{
    const Slot& slot = document.m_slots[index];
    if (slot.hasPlace()) {
        const Document::Place& place = document.m_places[slot.parent & ~Slot::placeBit];
        if (!masked)
            return place.text;
        return place.key.empty() ? "***" : place.key + ": ***";
    }
    const std::string key = shortened(document.m_keys->text(slot.key));
    if (!isScalarKind(slot.kind))
        return masked && !key.empty() ? key + ": ***" : key;
    if ((slot.flags & Slot::shared) && !masked) { // the cited line holds "*anchor", not the value
        const std::string_view written = document.fileOf(slot).bytes().substr(slot.begin, slot.end - slot.begin);
        return shortened(written);
    }
    const std::string value = masked ? "***" : shortened(document.textOf(slot));
    if (key.empty())
        return value;
    return value.empty() ? key + ":" : key + ": " + value;
}

Evidence TreeAccess::evidence(Node node, ObjectId object, bool masked)
{
    const Slot* slot = TreeAccess::slot(node);
    if (!slot)
        return {};
    const Document& document = *node.document();
    Evidence evidence;
    evidence.file = document.fileOf(*slot).file();
    evidence.document = document.numberOf(*slot);
    evidence.line = node.line();
    evidence.lastLine = node.lastLine();
    evidence.column = node.column();
    evidence.object = object;
    evidence.pointer = node.pointer();
    evidence.text = citedText(document, node.index(), masked);
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
    for (std::uint32_t i = slot->first; i < slot->first + slot->count; ++i) {
        if (m_document->m_keys->text(m_document->m_slots[i].key) == key)
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
    return slot ? m_document->fileOf(*slot).lineAt(slot->end > slot->begin ? slot->end - 1 : slot->begin) : 0;
}

std::uint32_t Node::column() const
{
    const Slot* slot = TreeAccess::slot(*this);
    return slot ? m_document->fileOf(*slot).columnAt(slot->begin) : 0;
}

std::string Node::pointer() const
{
    return TreeAccess::slot(*this) ? TreeAccess::pointer(*m_document, m_index) : std::string{};
}

Evidence Node::evidence(ObjectId object) const
{
    return TreeAccess::evidence(*this, object, false);
}
Evidence Node::maskedEvidence(ObjectId object) const
{
    return TreeAccess::evidence(*this, object, true);
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
