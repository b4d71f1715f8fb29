// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/tree_access.h"

namespace bartizan::document {

const FileText& Document::fileOf(const Slot& slot) const
{
    return slot.origin == 0 ? *m_file : *m_origins[slot.origin - 1U].file;
}

std::uint32_t Document::numberOf(const Slot& slot) const
{
    return slot.origin == 0 ? m_number : m_origins[slot.origin - 1U].number;
}

std::string_view Document::textOf(const Slot& slot) const
{
    const std::string_view bytes = (slot.flags & Slot::inArena) ? std::string_view(m_arena) : fileOf(slot).bytes();
    return bytes.substr(slot.first, slot.count);
}

std::size_t Document::memory() const
{
    return sizeof(Document) + m_slots.capacity() * sizeof(Slot) + m_arena.capacity() + (m_keys ? m_keys->memory() : 0);
}

std::shared_ptr<const FileText> TreeAccess::fileOf(const Document& document, const Slot& slot)
{
    return slot.origin == 0 ? document.m_file : document.m_origins[slot.origin - 1U].file;
}

} // namespace bartizan::document
