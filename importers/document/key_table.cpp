// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/key_table.h"

#include <cstring>
#include <random>

namespace bartizan::document {

namespace {

// A secret for each run, so that a file cannot be made of keys that fall into one place of the table. Only the speed
// depends on it: ids count up in the order of the keys.
std::uint64_t secret()
{
    static const std::uint64_t value = [] {
        std::random_device device;
        return (std::uint64_t{device()} << 32U) | device() | 1U;
    }();
    return value;
}

__extension__ typedef unsigned __int128 Wide;

std::uint64_t mix(std::uint64_t a, std::uint64_t b)
{
    const Wide product = Wide{a} * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

std::uint64_t hashOf(std::string_view key)
{
    static const std::uint64_t seed = secret();
    std::uint64_t hash = mix(seed ^ key.size(), 0x9E3779B97F4A7C15ULL);
    while (key.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, key.data(), 8);
        hash = mix(hash ^ word, seed);
        key.remove_prefix(8);
    }
    std::uint64_t word = 0;
    if (!key.empty())
        std::memcpy(&word, key.data(), key.size());
    return mix(hash ^ word, seed);
}

} // namespace

std::uint32_t KeyTable::intern(std::string_view key, bool stable)
{
    if (m_last == none)
        return m_last = find(key, stable);
    const std::uint32_t guess = m_after[m_last];
    if (guess == none || m_keys[guess] != key) {
        const std::uint32_t found = find(key, stable); // may make m_after longer
        m_after[m_last] = found;
    }
    return m_last = m_after[m_last];
}

std::uint32_t KeyTable::find(std::string_view key, bool stable)
{
    if (m_keys.size() * 2 >= m_table.size())
        grow();
    const std::uint64_t hash = hashOf(key);
    const std::size_t mask = m_table.size() - 1;
    std::size_t at = hash & mask;
    for (; m_table[at] != none; at = (at + 1) & mask) {
        const std::uint32_t id = m_table[at];
        if (m_hashes[id] == hash && m_keys[id] == key)
            return id;
    }
    if (!stable) {
        m_owned.push_back(std::make_unique<std::string>(key));
        key = *m_owned.back();
    }
    const auto id = static_cast<std::uint32_t>(m_keys.size());
    m_keys.push_back(key);
    m_hashes.push_back(hash);
    m_after.push_back(none);
    m_table[at] = id;
    return id;
}

void KeyTable::grow()
{
    m_table.assign(m_table.empty() ? 32 : m_table.size() * 2, none);
    const std::size_t mask = m_table.size() - 1;
    for (std::uint32_t id = 0; id < m_keys.size(); ++id) {
        std::size_t at = m_hashes[id] & mask;
        while (m_table[at] != none)
            at = (at + 1) & mask;
        m_table[at] = id;
    }
}

std::size_t KeyTable::memory() const
{
    std::size_t bytes = m_keys.capacity() * sizeof(std::string_view) + m_hashes.capacity() * sizeof(std::uint64_t) +
                        m_after.capacity() * sizeof(std::uint32_t) + m_table.capacity() * sizeof(std::uint32_t) +
                        m_owned.capacity() * sizeof(void*);
    for (const auto& owned : m_owned)
        bytes += sizeof(std::string) + owned->capacity();
    return bytes;
}

} // namespace bartizan::document
