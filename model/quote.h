// SPDX-License-Identifier: GPL-3.0-or-later
// The two texts of an Evidence (evidence.h) behind one pointer: inventories hold millions of them and copy them freely.
// Both lie in one block that never changes and that all copies share: a copy counts, a move swaps, both empty is no block.
// Copies may be used and dropped in any thread; one Quote is for one thread at a time, as a std::string is.
// Views stay valid while any copy lives. A text above 4 GiB is cut there.
#pragma once

#include <atomic>
#include <cstdint>
#include <string_view>
#include <utility>

namespace bartizan {

class Quote {
public:
    Quote() noexcept = default;
    Quote(std::string_view pointer, std::string_view text);
    Quote(const Quote& other) noexcept : m_block(other.m_block)
    {
        if (m_block)
            m_block->references.fetch_add(1, std::memory_order_relaxed);
    }
    Quote(Quote&& other) noexcept : m_block(std::exchange(other.m_block, nullptr)) {}
    Quote& operator=(Quote other) noexcept
    {
        std::swap(m_block, other.m_block);
        return *this;
    }
    ~Quote()
    {
        if (m_block && m_block->references.fetch_sub(1, std::memory_order_acq_rel) == 1)
            destroy();
    }

    std::string_view pointer() const noexcept
    {
        return m_block ? std::string_view(bytes(), m_block->pointerSize) : std::string_view();
    }
    std::string_view text() const noexcept
    {
        return m_block ? std::string_view(bytes() + m_block->pointerSize, m_block->textSize) : std::string_view();
    }

    friend bool operator==(const Quote& a, const Quote& b) noexcept
    {
        return a.m_block == b.m_block || (a.pointer() == b.pointer() && a.text() == b.text());
    }

private:
    struct Block { // the bytes of the pointer and of the text follow
        std::atomic<std::uint32_t> references;
        std::uint32_t pointerSize;
        std::uint32_t textSize;
    };

    const char* bytes() const noexcept { return reinterpret_cast<const char*>(m_block) + sizeof(Block); }
    void destroy() noexcept;

    Block* m_block = nullptr;
};

} // namespace bartizan
