// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/tree_access.h"

namespace bartizan::document {

std::uint32_t KeyTable::intern(std::string_view key, bool stable)
{
    if (const auto known = m_ids.find(key); known != m_ids.end())
        return known->second;
    if (!stable) {
        m_owned.push_back(std::make_unique<std::string>(key));
        key = *m_owned.back();
    }
    const auto id = static_cast<std::uint32_t>(m_keys.size());
    m_keys.push_back(key);
    m_ids.emplace(key, id);
    return id;
}

std::size_t KeyTable::memory() const
{
    constexpr std::size_t mapNode = sizeof(std::string_view) + 4 * sizeof(void*);
    std::size_t bytes = m_keys.capacity() * sizeof(std::string_view) + m_ids.size() * mapNode +
                        m_ids.bucket_count() * sizeof(void*) + m_owned.capacity() * sizeof(void*);
    for (const auto& owned : m_owned)
        bytes += sizeof(std::string) + owned->capacity();
    return bytes;
}

std::shared_ptr<KeyTable> KeyTable::copy() const
{
    auto result = std::make_shared<KeyTable>();
    for (const std::string_view key : m_keys)
        result->intern(key, false);
    return result;
}

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
