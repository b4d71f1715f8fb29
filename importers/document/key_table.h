// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a file's mappings, each stored once and named by a number; a snapshot of 155 MB has 284. Views point into
// a file that the owner of the table keeps alive, or into the table. Not for several threads while it grows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::document {

class KeyTable {
public:
    static constexpr std::uint32_t none = 0xffffffffU;

    std::uint32_t intern(std::string_view key, bool stable); // stable: the bytes live at least as long as the table
    std::string_view text(std::uint32_t id) const { return id < m_keys.size() ? m_keys[id] : std::string_view{}; }
    std::size_t size() const { return m_keys.size(); }
    std::size_t memory() const;

private:
    std::uint32_t find(std::string_view key, bool stable);
    void grow();

    std::vector<std::string_view> m_keys;
    std::vector<std::uint64_t> m_hashes;
    std::vector<std::uint32_t> m_after; // which key came after this one the last time: mostly it does again
    std::uint32_t m_last = none;
    std::vector<std::uint32_t> m_table; // open addressing, ids, at most half full
    std::vector<std::unique_ptr<std::string>> m_owned;
};

} // namespace bartizan::document
